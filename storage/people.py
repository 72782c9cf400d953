"""People, their addresses, roles and consents."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Row,
    ScalarSelect,
    Select,
    bindparam,
    case,
    delete,
    func,
    insert,
    select,
    update,
)

from storage.tables import address, consent, data_request, membership, outbox, person, unit


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody at one address; `elsewhere`: there are other addresses of theirs; `direct_line`: what they
    report is meant for the unit above."""

    person_id: int
    unit_id: int
    label: str | None
    lang: str
    reminders: bool
    lane: str
    reachable: bool
    elsewhere: bool = False
    direct_line: bool = False


_other = address.alias("other")
_at_lanes = (
    select(
        person.c.id,
        person.c.unit_id,
        person.c.label,
        person.c.lang,
        person.c.reminders,
        address.c.lane,
        address.c.unreachable_at,
        select(_other.c.id)
        .where(_other.c.person_id == person.c.id, _other.c.id != address.c.id)
        .exists()
        .label("elsewhere"),
        select(membership.c.id)
        .where(
            membership.c.person_id == person.c.id, membership.c.direct_line, membership.c.ended_at.is_(None)
        )
        .exists()
        .label("direct_line"),
    )
    .join(address, address.c.person_id == person.c.id)
    .where(address.c.lane.in_(bindparam("lanes", expanding=True)), person.c.left_at.is_(None))
)


def _member(row: Row[*tuple[Any, ...]]) -> Member:
    return Member(
        row.id,
        row.unit_id,
        row.label,
        row.lang,
        row.reminders,
        row.lane,
        row.unreachable_at is None,
        row.elsewhere,
        row.direct_line,
    )


def members_at(connection: Connection, lanes: Collection[str]) -> dict[str, Member]:
    """Who sits at each of `lanes`; strangers are missing from the answer."""
    rows = connection.execute(_at_lanes, {"lanes": list(lanes)})
    return {row.lane: _member(row) for row in rows}


_roles_of = select(membership.c.role).where(
    membership.c.person_id == bindparam("person"), membership.c.ended_at.is_(None)
)
_units_of = (
    select(membership.c.unit_id)
    .where(
        membership.c.person_id == bindparam("person"),
        membership.c.role == bindparam("role"),
        membership.c.ended_at.is_(None),
    )
    .order_by(membership.c.id)
)


def roles_of(connection: Connection, person_id: int) -> frozenset[str]:
    """The roles a person holds now, in any unit."""
    return frozenset(connection.execute(_roles_of, {"person": person_id}).scalars())


def units_of(connection: Connection, person_id: int, role: str) -> list[int]:
    """The units in which a person holds this role now, in the order it was given."""
    rows = connection.execute(_units_of, {"person": person_id, "role": role})
    return list(dict.fromkeys(rows.scalars()))


def seats_of(connection: Connection, person_id: int) -> list[tuple[int, str]]:
    """(unit id, role) of every place a person holds now; nothing for somebody who has left."""
    rows = connection.execute(_seats, {"person": person_id})
    return list(dict.fromkeys((row.unit_id, row.role) for row in rows))


_seats = (
    select(membership.c.unit_id, membership.c.role)
    .join(person, person.c.id == membership.c.person_id)
    .where(
        membership.c.person_id == bindparam("person"),
        membership.c.ended_at.is_(None),
        person.c.left_at.is_(None),
    )
    .order_by(membership.c.id)
)

_holding = (
    select(membership.c.person_id)
    .join(person, person.c.id == membership.c.person_id)
    .where(
        membership.c.unit_id == bindparam("unit"),
        membership.c.role.in_(bindparam("roles", expanding=True)),
        membership.c.ended_at.is_(None),
        person.c.left_at.is_(None),
    )
    .order_by(membership.c.id)
)


def people_with(connection: Connection, unit_id: int, roles: Collection[str]) -> list[int]:
    """Ids of those who hold one of `roles` in the unit now, in the order they came."""
    rows = connection.execute(_holding, {"unit": unit_id, "roles": list(roles)})
    return list(dict.fromkeys(id for id in rows.scalars() if id is not None))


def count_active(connection: Connection, units: Collection[int]) -> int:
    """How many collaborators of these units have joined and not left."""
    return connection.execute(_active, {"units": list(units)}).scalar_one()


_active = (
    select(func.count(membership.c.person_id.distinct()))
    .join(person, person.c.id == membership.c.person_id)
    .where(
        membership.c.unit_id.in_(bindparam("units", expanding=True)),
        membership.c.role == "collaborator",
        membership.c.ended_at.is_(None),
        person.c.left_at.is_(None),
    )
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person can be written to."""

    person_id: int
    lane: str
    channel: str
    bot: str
    chat: str
    lang: str


_place = select(
    address.c.person_id, address.c.lane, address.c.channel, address.c.bot, address.c.chat, person.c.lang
).join(person, person.c.id == address.c.person_id)


def _best_first(own: FromClause, pushing: Collection[str]) -> tuple[ColumnElement[Any], ...]:
    """Where a person is written to unasked, the best first: an address that rings (its channel is among
    `pushing`) before one that does not, among alike the preferred one, then the newest."""
    return case((own.c.channel.in_(pushing), 0), else_=1), own.c.preferred.desc(), own.c.id.desc()


def best_address(of: ColumnElement[int], pushing: Collection[str]) -> ScalarSelect[int]:
    """The id of the address at which to write to a person unasked; NULL where there is no live address."""
    own = address.alias("own")
    return (
        select(own.c.id)
        .where(own.c.person_id == of, own.c.unreachable_at.is_(None))
        .order_by(*_best_first(own, pushing))
        .limit(1)
        .scalar_subquery()
    )


def ways_to(
    connection: Connection, people: Collection[int], pushing: Collection[str]
) -> dict[int, list[Place]]:
    """Every live address of each of `people`, the best first; those who left or blocked us are missing."""
    rows = connection.execute(
        _place.where(
            address.c.person_id.in_(people), address.c.unreachable_at.is_(None), person.c.left_at.is_(None)
        ).order_by(address.c.person_id, *_best_first(address, pushing))
    )
    found: dict[int, list[Place]] = {}
    for row in rows:
        found.setdefault(row.person_id, []).append(Place(*row))
    return found


def places_of(connection: Connection, people: Collection[int], pushing: Collection[str]) -> list[Place]:
    """The best live address a person; those who left or blocked us are missing."""
    ways = ways_to(connection, people, pushing) if people else {}
    return [ways[id][0] for id in people if id in ways]


def _places_of_all(connection: Connection, those: Select[Any], pushing: Collection[str]) -> list[Place]:
    """`places_of` everybody whose id `those` selects."""
    return [Place(*row) for row in connection.execute(_best_of(those, pushing))]


def _best_of(those: Select[Any], pushing: Collection[str]) -> Select[Any]:
    return _place.where(
        person.c.id.in_(those),
        person.c.left_at.is_(None),
        address.c.id == best_address(person.c.id, pushing),
    ).order_by(person.c.id)


@cache
def _with_roles(pushing: frozenset[str]) -> Select[Any]:
    holding = select(membership.c.person_id).where(
        membership.c.unit_id == bindparam("unit"),
        membership.c.role.in_(bindparam("roles", expanding=True)),
        membership.c.ended_at.is_(None),
    )
    return _best_of(holding, pushing)


def places_with(
    connection: Connection, unit_id: int, roles: Collection[str], pushing: Collection[str]
) -> list[Place]:
    """`places_of` those who hold one of `roles` in the unit now."""
    found = connection.execute(_with_roles(frozenset(pushing)), {"unit": unit_id, "roles": list(roles)})
    return [Place(*row) for row in found]


def places_everywhere(
    connection: Connection, roles: Collection[str], pushing: Collection[str]
) -> list[Place]:
    """`places_of` those who hold one of `roles` in any unit now."""
    holding = select(membership.c.person_id).where(
        membership.c.role.in_(roles), membership.c.ended_at.is_(None), membership.c.person_id.is_not(None)
    )
    return _places_of_all(connection, holding, pushing)


def places_reminded(connection: Connection, pushing: Collection[str]) -> list[Place]:
    """`places_of` the collaborators who want reminders."""
    wanting = (
        select(membership.c.person_id)
        .join(person, person.c.id == membership.c.person_id)
        .where(
            membership.c.role == "collaborator",
            membership.c.ended_at.is_(None),
            person.c.reminders.is_(True),
        )
    )
    return _places_of_all(connection, wanting, pushing)


@dataclass(frozen=True, slots=True)
class Seated:
    """Somebody of a team who has joined."""

    person_id: int
    label: str
    role: str


def team_of(connection: Connection, unit_id: int, *, direct_line: bool = False) -> list[Seated]:
    """Everybody who holds a role in the unit and has joined, by label; `direct_line`: those of it too."""
    rows = connection.execute(_team if direct_line else _open_team, {"unit": unit_id})
    return [Seated(row.id, row.label or f"CTV-{row.id}", row.role) for row in rows]


_team = (
    select(person.c.id, person.c.label, membership.c.role)
    .join(membership, membership.c.person_id == person.c.id)
    .where(
        membership.c.unit_id == bindparam("unit"),
        membership.c.ended_at.is_(None),
        person.c.left_at.is_(None),
    )
    .order_by(person.c.label, person.c.id)
)
_open_team = _team.where(membership.c.direct_line.is_(False))


def add_person(
    connection: Connection, *, unit_id: int, label: str | None, lang: str, reminders: bool, now: datetime
) -> int:
    """A new person; gives the id."""
    added = connection.execute(
        insert(person)
        .values(unit_id=unit_id, label=label, lang=lang, reminders=reminders, joined_at=now)
        .returning(person.c.id)
    )
    return int(added.scalar_one())


def add_address(
    connection: Connection, *, person_id: int, lane: str, channel: str, bot: str, chat: str, now: datetime
) -> None:
    """Let a person be reached at `lane`; a lane taken over from somebody gone changes hands."""
    connection.execute(delete(address).where(address.c.lane == lane))
    connection.execute(
        insert(address).values(
            person_id=person_id, lane=lane, channel=channel, bot=bot, chat=chat, joined_at=now
        )
    )


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person has come from, whether or not it takes messages now."""

    id: int
    lane: str
    channel: str
    bot: str
    joined_at: datetime
    unreachable_at: datetime | None
    preferred: bool


def addresses_of(connection: Connection, person_id: int, *, hold: bool = False) -> list[Address]:
    """Every address of a person, in the order they came; with `hold` nobody else changes them until the
    commit."""
    own = (
        select(
            address.c.id,
            address.c.lane,
            address.c.channel,
            address.c.bot,
            address.c.joined_at,
            address.c.unreachable_at,
            address.c.preferred,
        )
        .where(address.c.person_id == person_id)
        .order_by(address.c.id)
    )
    return [Address(*row) for row in connection.execute(own.with_for_update() if hold else own)]


def other_lanes(connection: Connection, person_id: int, lane: str) -> list[str]:
    """The lanes of a person's other addresses, in the order they came."""
    return [one.lane for one in addresses_of(connection, person_id) if one.lane != lane]


def prefer(connection: Connection, person_id: int, address_id: int) -> None:
    """The person wants to be written to at this address, and no longer at another."""
    connection.execute(
        update(address).where(address.c.person_id == person_id).values(preferred=address.c.id == address_id)
    )


def has_agreed(connection: Connection, person_id: int, channels: Collection[str] | None) -> bool:
    """Whether a person has given the consent of members, on one of these channels (None: any)."""
    given = select(consent.c.id).where(
        consent.c.person_id == person_id, consent.c.purpose == "membership", consent.c.given
    )
    if channels is not None:
        given = given.where(consent.c.channel.in_(channels))
    return connection.execute(given.limit(1)).first() is not None


def add_membership(
    connection: Connection, *, person_id: int, unit_id: int, role: str, label: str | None
) -> None:
    """Give a person a role in a unit."""
    connection.execute(
        insert(membership).values(person_id=person_id, unit_id=unit_id, role=role, label=label)
    )


def fill_membership(connection: Connection, membership_id: int, person_id: int) -> None:
    """The person of a list has come."""
    connection.execute(update(membership).where(membership.c.id == membership_id).values(person_id=person_id))


def record_consent(
    connection: Connection,
    *,
    person_id: int,
    purpose: str,
    given: bool,
    version: str,
    text_hash: str,
    channel: str,
    now: datetime,
) -> None:
    """Keep the proof of a consent or of its withdrawal. DOMAIN §7."""
    connection.execute(
        insert(consent).values(
            person_id=person_id,
            purpose=purpose,
            given=given,
            version=version,
            text_hash=text_hash,
            channel=channel,
            at=now,
        )
    )


def change_person(connection: Connection, person_id: int, **values: object) -> None:
    """Set columns of a person (`lang`, `reminders`, `left_at`, `label`)."""
    connection.execute(update(person).where(person.c.id == person_id).values(**values))


def mark_reachable(connection: Connection, lane: str, *, unreachable_at: datetime | None) -> None:
    """The person at `lane` blocked us (an instant) or is back (None)."""
    wanted = address.c.unreachable_at.is_(None) if unreachable_at else address.c.unreachable_at.is_not(None)
    connection.execute(
        update(address).where(address.c.lane == lane, wanted).values(unreachable_at=unreachable_at)
    )


def end_memberships(connection: Connection, person_id: int, now: datetime) -> None:
    """The person holds no role any more."""
    connection.execute(
        update(membership)
        .where(membership.c.person_id == person_id, membership.c.ended_at.is_(None))
        .values(ended_at=now)
    )


def forget_addresses(connection: Connection, person_id: int) -> list[str]:
    """Drop every address of a person; gives the lanes."""
    lanes = list(connection.execute(select(address.c.lane).where(address.c.person_id == person_id)).scalars())
    connection.execute(delete(address).where(address.c.person_id == person_id))
    return lanes


def own_data(connection: Connection, person_id: int) -> dict[str, object]:
    """What is kept about a member: for the copy they may ask for. DOMAIN §7 `/dulieu`."""
    who = connection.execute(
        select(person, unit.c.name.label("unit_name"))
        .join(unit, unit.c.id == person.c.unit_id)
        .where(person.c.id == person_id)
    ).one()
    consents = connection.execute(select(consent).where(consent.c.person_id == person_id)).mappings()
    places = connection.execute(
        select(
            address.c.channel,
            address.c.bot,
            address.c.joined_at,
            address.c.unreachable_at,
            address.c.preferred,
        )
        .where(address.c.person_id == person_id)
        .order_by(address.c.id)
    ).mappings()
    held = connection.execute(
        select(
            membership.c.role,
            membership.c.decision_number,
            membership.c.from_on,
            membership.c.to_on,
            membership.c.ended_at,
            membership.c.direct_line,
        ).where(membership.c.person_id == person_id)
    ).mappings()
    return {
        "label": who.label,
        "unit": who.unit_name,
        "language": who.lang,
        "reminders": who.reminders,
        "joined_at": who.joined_at,
        "roles": [dict(row) for row in held],
        "addresses": [dict(row) for row in places],
        "consents": [
            {key: row[key] for key in ("purpose", "given", "version", "text_hash", "channel", "at")}
            for row in consents
        ],
    }


def label_of(connection: Connection, person_id: int) -> str:
    """What staff call somebody: the label of the list, else "CTV-17"."""
    label = connection.execute(select(person.c.label).where(person.c.id == person_id)).scalar_one_or_none()
    return label or f"CTV-{person_id}"


def lang_of(connection: Connection, person_id: int) -> str:
    """The language a person reads."""
    return str(connection.execute(select(person.c.lang).where(person.c.id == person_id)).scalar_one())


def wants_reminders(connection: Connection, person_id: int) -> bool:
    """Whether a person wants to be reminded."""
    wants = select(person.c.reminders).where(person.c.id == person_id)
    return bool(connection.execute(wants).scalar())


def people_called(connection: Connection, label: str) -> list[int]:
    """Ids of those here now whom the list calls so."""
    rows = connection.execute(
        select(person.c.id).where(person.c.label == label, person.c.left_at.is_(None)).order_by(person.c.id)
    )
    return list(rows.scalars())


def is_here(connection: Connection, person_id: int) -> bool:
    """Whether there is such a person who has not left."""
    here = select(person.c.id).where(person.c.id == person_id, person.c.left_at.is_(None))
    return connection.execute(here).first() is not None


def forget_address(connection: Connection, lane: str) -> None:
    """Nobody is to be reached at `lane` any more."""
    connection.execute(delete(address).where(address.c.lane == lane))


def places_showing(connection: Connection, messages: Collection[int]) -> dict[int, Place]:
    """The live address at which each of these messages (outbox ids) stands now: one that could not be
    delivered may have gone to another address of its person."""
    rows = connection.execute(
        _place.add_columns(outbox.c.id)
        .join(outbox, outbox.c.lane == address.c.lane)
        .where(outbox.c.id.in_(messages), address.c.unreachable_at.is_(None))
    )
    return {id: Place(*row) for *row, id in rows}


def places_at(connection: Connection, lanes: Collection[str]) -> list[Place]:
    """The addresses at these lanes."""
    rows = connection.execute(_place.where(address.c.lane.in_(lanes), address.c.unreachable_at.is_(None)))
    return [Place(*row) for row in rows]


def by_bot(connection: Connection) -> dict[tuple[str, str], int]:
    """How many people each bot has, by (channel, bot)."""
    rows = connection.execute(
        select(address.c.channel, address.c.bot, func.count()).group_by(address.c.channel, address.c.bot)
    )
    return {(channel, bot): n for channel, bot, n in rows}


_erasures_due = select(data_request.c.person_id).where(
    data_request.c.kind == "erase",
    data_request.c.done_at.is_(None),
    data_request.c.due_at <= bindparam("now"),
)


def erasures_due(connection: Connection, now: datetime) -> list[int]:
    """People whose erasure is to be carried out."""
    return list(connection.execute(_erasures_due, {"now": now}).scalars())


def is_any_erasure_due(connection: Connection, now: datetime) -> bool:
    """Whether `erasures_due` would give anything."""
    return bool(erasures_due(connection, now))


_erasing = select(data_request.c.id).where(
    data_request.c.person_id == bindparam("person"),
    data_request.c.kind == "erase",
    data_request.c.done_at.is_(None),
)


def is_erasing(connection: Connection, person_id: int) -> bool:
    """Whether the person's erasure was asked for and is still to come."""
    return connection.execute(_erasing, {"person": person_id}).first() is not None


def erasure_done(connection: Connection, person_id: int, now: datetime) -> None:
    """Note that it was carried out."""
    connection.execute(
        update(data_request)
        .where(data_request.c.person_id == person_id, data_request.c.kind == "erase")
        .values(done_at=now)
    )


def call_off_erasure(connection: Connection, person_id: int) -> bool:
    """The person thought better of it; True if there was an erasure to call off."""
    gone = connection.execute(
        delete(data_request).where(
            data_request.c.person_id == person_id,
            data_request.c.kind == "erase",
            data_request.c.done_at.is_(None),
        )
    )
    return gone.rowcount > 0


def last_consent(connection: Connection, person_id: int) -> tuple[str, str]:
    """Version and text hash of the membership consent a person gave last."""
    row = connection.execute(
        select(consent.c.version, consent.c.text_hash)
        .where(consent.c.person_id == person_id, consent.c.purpose == "membership", consent.c.given)
        .order_by(consent.c.id.desc())
        .limit(1)
    ).one_or_none()
    return (row.version, row.text_hash) if row else ("", "")
