"""One message to many: written to people in chunks by a tick, paused, gone on with, called off. DESIGN §4.3.

Truth is in the rows: a tick may be called by any process at any time, and where one is killed between two
chunks the next goes on. Nobody has two copies: one row a mailing and person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.audience import Audience
from domain.staff import MailingFacts
from domain.text import utf16_length
from messages import LANGUAGES, Say, Text, catalogue, say
from office import mailing_progress
from office.coordinators import coordinates
from office.ids import button
from office.post import Button, Post
from office.reminding import Reminding
from storage import mailings, obligations, reports
from storage.mailings import CANCELLED, DONE, FILLING, PAUSED, PLANNED, SENDING, STALE, MailingRow
from storage.people import Place

CHUNK = 1000
"""People added in one transaction: nobody waits long for the writer, however many are written to."""

CAPTION = 900
"""Characters a platform is sure to show under a picture (Telegram: 1,024); longer words go beside it."""

TOLD_FOR = timedelta(days=6)
"""How long its author is told who has read it; a day later the message that tells it is forgotten."""

ASKED_FOR = timedelta(days=30)
"""How long typing "đã nắm" acknowledges a message."""

TITLE = 60
"""Characters of a message by which its author knows it again."""

RECENT, RECENT_SHOWN = timedelta(days=30), 3
"""How old, and how many, are the mailings a coordinator is offered to look at again."""

REQUEST = "request"
CALLED_OFF = "called off"
"""Why somebody owes no answer: the request was called off before it reached them."""


@dataclass(frozen=True, slots=True)
class Content:
    """What everybody gets: `title` names it for its author. `lines` and `rows` as in `office.post.letter`;
    `attachment` is a picture or paper kept already or still to be fetched."""

    title: str
    lines: Sequence[Text]
    rows: Sequence[Sequence[Button]] = ()
    acknowledged: bool = False
    attachment: int | None = None

    def to_json(self) -> dict[str, Any]:
        """As the mailing keeps it: a message a language."""
        return {
            "title": shortened(self.title, TITLE),
            "attachment": self.attachment,
            "messages": {lang: _message(self, lang) for lang in LANGUAGES},
        }


def shortened(words: str, most: int) -> str:
    """The beginning of `words` on one line, at most so many characters."""
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _message(one: Content, lang: str) -> dict[str, Any]:
    words = catalogue(lang)
    lines = [*one.lines, say("p-seen")] if one.acknowledged else one.lines
    return {
        "text": "\n".join(words.render(line) for line in lines),
        "rows": [[[data, words.render(label), False] for data, label in row] for row in one.rows],
        "lang": lang,
    }


def start(
    post: Post,
    how: Reminding,
    *,
    kind: str,
    audience: Audience,
    one: Content,
    author: Place | None,
    author_id: int,
    subject_id: int | None = None,
) -> int:
    """Begin to send `one` to an audience; gives the mailing's id. `author` is where its progress is shown."""
    id = plan(post, kind=kind, audience=audience, one=one, author_id=author_id, subject_id=subject_id)
    mailings.turn(post.connection, id, (PLANNED,), FILLING)
    begin(post, how, id, author)
    return id


def plan(
    post: Post, *, kind: str, audience: Audience, one: Content, author_id: int, subject_id: int | None
) -> int:
    """Keep a mailing that waits for its period; gives its id."""
    return mailings.add(
        post.connection,
        unit_id=audience.unit_id,
        person_id=author_id,
        kind=kind,
        subject_id=subject_id,
        body=one.to_json(),
        audience=audience,
        acknowledged=one.acknowledged,
        state=PLANNED,
        made_at=post.now,
    )


def begin(post: Post, how: Reminding, id: int, author: Place | None) -> None:
    """Add the first people of a mailing at once. Its author reads how it goes from the next tick on, below
    the answer that it has begun."""
    row = mailings.held_still(post.connection, id)
    assert row is not None
    watched = {"lane": author.lane} if author is not None else None
    mailings.change(post.connection, id, total=mailings.count(post.connection, row), watched=watched)
    if mailings.hold(post.connection):
        _fill(post, how, id)


def _again(post: Post, id: int) -> MailingRow:
    row = mailings.find(post.connection, id)
    assert row is not None
    return row


# -- the tick ----------------------------------------------------------------------------------------


def tend(post: Post, how: Reminding) -> None:
    """Add the next chunk of people to the oldest mailing that wants some, and tell authors how theirs go."""
    if not mailings.hold(post.connection):
        return
    for row in mailings.worked_on(post.connection):
        if row.state == FILLING and _fill(post, how, row.id):
            break
    rows = mailings.worked_on(post.connection)
    mailings.settle(post.connection, [row.id for row in rows])
    tallies = mailings.tallies(post.connection, [row.id for row in rows])
    for row in rows:
        _tell(post, row, tallies[row.id])


def _fill(post: Post, how: Reminding, id: int) -> bool:
    """Add a chunk of people; False when that has to wait for the file."""
    row = mailings.held_still(post.connection, id)
    if row is None or row.state != FILLING:
        return False
    file = _file_of(post, row)
    if file is None:
        return False
    added = mailings.fill(
        post.connection, row, _bodies(row, file), now=post.now, pushing=how.pushing, most=CHUNK
    )
    if row.kind == REQUEST and row.subject_id is not None:
        obligations.ask_of(post.connection, row.subject_id, mailings.people_of(row.id), post.now)
    if added < CHUNK:
        mailings.turn(post.connection, id, (FILLING,), SENDING)
    return True


def _file_of(post: Post, row: MailingRow) -> dict[str, Any] | None:
    """The file that goes with a mailing ({}: none); None while it is not there yet. One that will never come
    pauses the mailing: its author decides."""
    id = row.body["attachment"]
    if id is None:
        return {}
    found = reports.find_attachment(post.connection, id)
    if found is not None and found.state == "kept":
        return {"name": found.name, "media_type": found.media_type}
    if found is None or found.state == "failed":
        body = row.body | {"attachment": None, "file_lost": True}
        mailings.turn(post.connection, row.id, (FILLING,), PAUSED, body=body)
        mailing_progress.show(post, _again(post, row.id), mailings.Tally(queued=row.total))
    return None


def _bodies(row: MailingRow, file: dict[str, Any]) -> dict[str, Any]:
    """The outbox body of each language."""
    found = {}
    for lang, message in row.body["messages"].items():
        body = dict(message)
        if row.acknowledged:
            seen = [button("seen", row.id), catalogue(lang).render(say("b-seen")), False]
            body["rows"] = [*message["rows"], [seen]]
        if file:
            body["file"] = _placed(file, message)
        found[lang] = body
    return found


def _placed(file: dict[str, Any], message: dict[str, Any]) -> dict[str, Any]:
    """The file and whether the words stand under it; the same for every message made of them."""
    return file | {"apart": utf16_length(message["text"]) > CAPTION}


def _tell(post: Post, row: MailingRow, tally: mailings.Tally) -> None:
    """Show its author how a mailing goes; it is over when nothing of it waits any more."""
    if row.state == STALE:
        is_old = post.now - row.made_at > TOLD_FOR
        if is_old or mailing_progress.is_time(post, row):
            mailings.turn(post.connection, row.id, (STALE,), DONE)
        if is_old:
            return
    over = row.state == SENDING and not tally.queued
    if over:
        mailings.turn(post.connection, row.id, (SENDING,), DONE, ended_at=post.now)
    mailing_progress.show(post, _again(post, row.id), tally, at_once=over)


# -- what its author does ----------------------------------------------------------------------------


def own(connection: Connection, id: int, person_id: int) -> MailingRow | None:
    """The mailing, if this person wrote it and coordinates its unit still."""
    row = mailings.find(connection, id)
    if row is None or row.person_id != person_id:
        return None
    return row if coordinates(connection, person_id, row.unit_id) else None


def steer(post: Post, row: MailingRow, act: str) -> bool:
    """Do "pause", "go-on" or "call-off"; False where a mailing stands elsewhere."""
    connection = post.connection
    match act:
        case "pause":
            done = mailings.turn(connection, row.id, (FILLING, SENDING), PAUSED)
            mailings.pause(connection, row.id)
        case "go-on":
            done = mailings.turn(connection, row.id, (PAUSED,), FILLING)
            mailings.resume(connection, row.id)
        case _:
            open_states = (FILLING, SENDING, PAUSED)
            done = mailings.turn(connection, row.id, open_states, CANCELLED, ended_at=post.now)
            if done:
                mailings.call_off(connection, row.id, post.now)
                _excuse_unasked(post, row)
    if done:
        mailing_progress.show(post, _again(post, row.id), tally_of(post, row.id), at_once=True)
    return done


def reword(post: Post, id: int, one: Content) -> set[int]:
    """Other words, without a file, for a mailing: whoever's message is not sent yet gets these. Gives those
    who will surely read them there; who is just being written to may have read the former ones."""
    row = mailings.held_still(post.connection, id)
    if row is None:
        return set()
    mailings.change(post.connection, id, body=one.to_json())
    mailings.settle(post.connection, [id])
    return mailings.rewrite(post.connection, id, _bodies(_again(post, id), {}))


def _excuse_unasked(post: Post, row: MailingRow) -> None:
    """Who was to answer a request and never got it owes nothing."""
    if row.kind == REQUEST and row.subject_id is not None:
        mailings.settle(post.connection, [row.id])
        unasked = mailings.people_of(row.id, CANCELLED)
        obligations.excuse_all(post.connection, row.subject_id, unasked, CALLED_OFF, by=row.person_id)


def tally_of(post: Post, id: int) -> mailings.Tally:
    """How a mailing goes at this instant."""
    mailings.settle(post.connection, [id])
    return mailings.tallies(post.connection, [id])[id]


def told(post: Post, id: int) -> list[Text]:
    """How a mailing goes at this instant, in words."""
    return mailing_progress.told(_again(post, id), tally_of(post, id))[0]


def recent(post: Post, person_id: int) -> list[MailingFacts]:
    """A coordinator's own mailings of late, newest first."""
    found = []
    for row in mailings.recent_of(post.connection, person_id, post.now - RECENT, RECENT_SHOWN):
        tally = tally_of(post, row.id)
        lines, _ = mailing_progress.told(row, tally)
        found.append(MailingFacts(row.id, row.body["title"], tuple(lines), mailing_progress.acts(row, tally)))
    return found


# -- who has read it ---------------------------------------------------------------------------------


def acknowledge(post: Post, id: int, person_id: int, lang: str) -> dict[str, Any] | None:
    """Somebody has read a message; gives it as it reads from now on (an outbox body), however often this is
    said. None for somebody who never got it."""
    row = mailings.find(post.connection, id)
    if row is None or not row.acknowledged:
        return None
    at = mailings.acknowledge(post.connection, id, person_id, post.now)
    if at is None:
        return None
    body = dict(row.body["messages"][lang])
    body["text"] = "\n".join((body["text"], catalogue(lang).render(seen_line(at, post.zone))))
    if file := _file_of(post, row):
        body["file"] = _placed(file, row.body["messages"][lang])
    return body


def seen_line(at: datetime, zone: str) -> Say:
    """That somebody has read it, and when."""
    local = at.astimezone(ZoneInfo(zone))
    return say("c-seen", time=f"{local:%H:%M}", date=f"{local:%d/%m/%Y}")


def acknowledge_newest(post: Post, person_id: int) -> Say | None:
    """Somebody types that it is read: what, says the newest message that waits for it."""
    id = mailings.unread_of(post.connection, person_id, post.now - ASKED_FOR)
    at = mailings.acknowledge(post.connection, id, person_id, post.now) if id is not None else None
    return seen_line(at, post.zone) if at is not None else None
