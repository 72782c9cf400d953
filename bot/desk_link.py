"""/ban: a link to the desk in the browser, for whoever has one. Works at every step and begins nothing."""

from __future__ import annotations

from domain.console import has_desk, read_word
from messages import Text, say
from office import signing_in
from office.post import Post
from storage import people
from storage.people import Member

COMMAND = "ban"


def link_lines(post: Post, member: Member, rest: str, address: str) -> list[Text]:
    """What is answered to `/ban` or `/ban WORD`; `address`: of the pages. The link is told in the chat that
    asked and nowhere else, whoever that chat is of."""
    if not has_desk(people.roles_of(post.connection, member.person_id)):
        return [say("e-perm")]
    word = read_word(rest)
    if rest and word is None:
        return [say("console-link-word")]
    token = signing_in.offer(post, member.person_id, word)
    if token is None:
        return [say("console-link-enough")]
    minutes = int(signing_in.LINK_FOR.total_seconds() // 60)
    told = say("console-link-told", minutes=minutes, link=f"{address}/ban/vao/{token}")
    bound = [say("console-link-bound", word=word)] if word else []
    return [told, *bound, say("console-link-private")]
