"""Cards of official information, to an area or to those who reported something. DOMAIN §1 rows 16, 21, 50.

Who gets a card because of what was reported is asked of the rows when it is sent, shown to nobody, and
forgotten with the links of reports (DESIGN §4.9).
"""

from __future__ import annotations

from zoneinfo import ZoneInfo

from domain.audience import MATTER, OF_REPORTERS, Audience
from domain.cards import Card, CardFacts
from messages import Text, say
from office import access, mailing
from office.access import Viewer
from office.coordinators import unit_of
from office.mailing import Content
from office.post import Post
from office.reminding import Reminding
from storage import directory, matters
from storage.mailings import REPORTERS_CARD
from storage.matters import MatterRow
from storage.people import Member, Place

KIND = "card"
AREAS = 40


def facts(post: Post, member: Member) -> CardFacts | None:
    """What a coordinator may send a card to; None for everybody else."""
    unit_id = unit_of(post.connection, member.person_id, member.unit_id)
    if unit_id is None:
        return None
    units = directory.below(post.connection, unit_id, post.today)[:AREAS]
    names = directory.names_of(post.connection, units)
    return CardFacts(ZoneInfo(post.zone), unit_id, tuple((id, names[id]) for id in units))


def send(post: Post, how: Reminding, who: Viewer, card: Card, to: Audience, author: Place | None) -> bool:
    """Send a card; False where this person may not write there."""
    if not access.may(post.connection, who, "mailing", "handle", to.unit_id):
        return False
    on = f"{card.issued_on:%d/%m/%Y}"
    unit = directory.find_unit(post.connection, to.unit_id).name
    lines: list[Text] = [
        say("card-head", unit=unit, title=card.title),
        card.said,
        say("card-source", source=card.source, on=on),
    ]
    mailing.start(
        post,
        how,
        kind=REPORTERS_CARD if to.kind in OF_REPORTERS else KIND,
        audience=to,
        one=Content(card.title, lines, acknowledged=True),
        author=author,
        author_id=who.person_id,
    )
    return True


def send_of(
    post: Post, how: Reminding, who: Viewer, row: MatterRow, card: Card, author: Place | None
) -> bool:
    """Send a card to those whose reports are in a matter; its events keep that, not to whom."""
    to = Audience(MATTER, row.unit_id, matter_id=row.id)
    if not send(post, how, who, card, to, author):
        return False
    matters.add_event(post.connection, row.id, "card", post.now, by=who.person_id, said=card.title)
    return True
