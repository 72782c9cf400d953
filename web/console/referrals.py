"""The board of referrals by due date, with what is done about one: chased, moved, given time; its slip and
the files of its answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import Connection
from starlette.responses import Response

from office import referrals
from office.access import units_for
from office.post import Post
from office.referrals import InHand
from office.slip import slip as slip_of
from storage import matter_page, referral_board
from storage import matters as rows
from storage.referral_board import Card
from storage.referrals import FileRow
from web.console.asked import Asked
from web.console.deeds import Deed, Done, Kind, number_in
from web.console.guard import Page
from web.console.look import HEADERS
from web.console.matter_deeds import WHY, can_take, page_of, seen_of, told_unit
from web.console.matter_view import link_of, time_left

BOARD: Final = "/ban/phieu"
SECTIONS: Final = ("overdue", "today", "week", "later")
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


async def board(asked: Asked) -> Response:
    """What units owe, the first due first, and what waits to be judged."""
    after = asked.after()
    return asked.page("referrals.html", **await asked.read(lambda c: _read(c, asked, after)))


def _read(connection: Connection, asked: Asked, after: int) -> dict[str, Any]:
    me = asked.who.person_id
    owed, more = referral_board.owed(connection, asked.units, me, after)
    answered = referral_board.answered(connection, asked.units, me) if not after else []
    handled = units_for(connection, asked.who, "matter", "handle")
    seen = referral_board.newest_events(connection, {one.matter_id for one in owed})
    sections: dict[str, list[dict[str, Any]]] = {name: [] for name in SECTIONS}
    for one in owed:
        sections[_section(asked, one)].append(
            {
                "row": one,
                "time": time_left(asked, one.due_at),
                "handled": one.in_hand in handled,
                "link": link_of(asked, one) if one.in_hand in handled else "",
                "seen": seen.get(one.matter_id, 0),
            }
        )
    return {
        "sections": sections,
        "answered": answered,
        "after": after,
        "onward": owed[-1].id if more else 0,
        "is_any": bool(owed or answered),
    }


def _section(asked: Asked, card: Card) -> str:
    zone = asked.console.zone
    today, due = asked.now.astimezone(zone).date(), card.due_at.astimezone(zone).date()
    if card.due_at < asked.now:
        return "overdue"
    if due == today:
        return "today"
    return "week" if due <= today + timedelta(days=6 - today.weekday()) else "later"


async def slip(asked: Asked) -> Response:
    """The slip for printing. It bears the unit's link: for whoever could have referred."""
    id = asked.number("id")

    def make(connection: Connection) -> tuple[str, bytes] | None:
        console = asked.console
        found = referrals.in_hand(connection, asked.who, id)
        return (
            slip_of(connection, console.desk, found.referral, console.layout, console.contact)
            if found
            else None
        )

    made = await asked.read(make)
    if made is None:
        return asked.missing()
    return _file(made[1], DOCX, f'attachment; filename="{made[0]}"')


async def file(asked: Asked) -> Response:
    """A picture or paper that was handed in with an answer."""
    id = asked.number("id")

    def find(connection: Connection) -> FileRow | None:
        kept = matter_page.find_file(connection, id)
        pair = referrals.in_hand(connection, asked.who, kept.referral_id, "read") if kept else None
        # A matter may be read by more people than its referrals.
        return (
            kept
            if pair and not asked.units.isdisjoint((pair.matter.unit_id, pair.matter.origin_id))
            else None
        )

    found = await asked.read(find)
    content = await asked.console.kept(found.name) if found else None
    if found is None or content is None:
        return asked.missing()
    is_picture = found.media_type.startswith("image/")
    return _file(
        content, found.media_type, "inline" if is_picture else f'attachment; filename="tep-{id}.pdf"'
    )


def _file(content: bytes, media_type: str, disposition: str) -> Response:
    headers = dict(HEADERS) | {"Content-Disposition": disposition}
    return Response(content, media_type=media_type, headers=headers)


REFERRAL: Final[Kind[InHand]] = Kind(
    "referral",
    "handle",
    find=lambda c, asked, id: referrals.in_hand(c, asked.who, id),
    hold=lambda c, pair: rows.find(c, pair.matter.id, hold=True),
    look=lambda c, pair: seen_of(c, pair.matter.id),
    page=lambda pair: page_of(pair.matter),
    code=lambda pair: pair.referral.code,
)


def _chase(post: Post, asked: Asked, pair: InHand, words: Mapping[str, str]) -> Done | None:
    done = referrals.chase(post, asked.console.desk, asked.who, pair.referral)
    return told_unit(post, "chased", pair.referral.unit_id) if done else None


def _move(post: Post, asked: Asked, pair: InHand, words: Mapping[str, str]) -> Done | None:
    unit = number_in(asked.form.get("unit", ""))
    if not can_take(post.connection, pair.matter.unit_id, unit, post.today):
        return None
    made = referrals.reassign(post, asked.console.desk, asked.who, pair.referral, unit, why=words["why"])
    if made is None:
        return None
    return told_unit(post, "referred", unit)


def _renew(post: Post, asked: Asked, pair: InHand, words: Mapping[str, str]) -> Done | None:
    done = referrals.renew_link(post, asked.console.desk, asked.who, pair.referral)
    return (
        Done("link-renewed", f"{page_of(pair.matter)}?moi={pair.referral.id}#{pair.referral.code}")
        if done
        else None
    )


def _revoke(post: Post, asked: Asked, pair: InHand, words: Mapping[str, str]) -> Done | None:
    done = referrals.revoke_link(post, asked.who, pair.referral)
    return Done("link-revoked", f"{page_of(pair.matter)}#{pair.referral.code}") if done else None


def _decide(post: Post, asked: Asked, pair: InHand, words: Mapping[str, str]) -> Done | None:
    grant = asked.form.get("grant") == "yes"
    done = referrals.decide_more_time(post, asked.console.desk, asked.who, pair.referral, grant=grant)
    return told_unit(post, "granted" if grant else "denied", pair.referral.unit_id) if done else None


PAGES = (
    Page(BOARD, "referral", "read", board),
    Page(f"{BOARD}/{{id:int}}/phieu.docx", "referral", "read", slip),
    Page("/ban/phieu-tep/{id:int}", "referral", "read", file),
    Deed("chase", f"{BOARD}/{{id:int}}/don-doc", REFERRAL, _chase).page,
    Deed("move", f"{BOARD}/{{id:int}}/chuyen-lai", REFERRAL, _move, (WHY,)).page,
    Deed("renew-link", f"{BOARD}/{{id:int}}/lien-ket-moi", REFERRAL, _renew).page,
    Deed("revoke-link", f"{BOARD}/{{id:int}}/thu-hoi-lien-ket", REFERRAL, _revoke).page,
    Deed("more-time", f"{BOARD}/{{id:int}}/gia-han", REFERRAL, _decide).page,
)
