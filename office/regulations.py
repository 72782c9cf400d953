"""The unit's own regulations: published, in force, accepted. DOMAIN §1 row 30."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.regulations import Regulations
from office.post import Post
from storage import audit, directory, people, regulations


def publish(post: Post, unit_id: int, said: str) -> int:
    """A new version for a unit and those below it without one of their own; gives its number. The same text
    again is the same version."""
    before = regulations.of_unit(post.connection, unit_id)
    if before is not None and before.said == said:
        return before.version
    version = before.version + 1 if before else 1
    regulations.add(post.connection, unit_id, version, said, post.now)
    unit = directory.find_unit(post.connection, unit_id)
    audit.note(post.connection, "regulations-published", unit.code, now=post.now, version=version)
    return version


def in_force(
    connection: Connection, unit_id: int, zone: str, person_id: int | None = None
) -> Regulations | None:
    """What holds for a unit now, and whether this person has accepted it."""
    row = regulations.in_force(connection, unit_id)
    if row is None:
        return None
    unit = directory.find_unit(connection, row.unit_id)
    since = f"{row.made_at.astimezone(ZoneInfo(zone)):%d/%m/%Y}"
    found = Regulations(unit.name, row.version, since, row.said)
    if person_id is not None and regulations.is_accepted(connection, person_id, found.digest):
        return Regulations(unit.name, row.version, since, row.said, accepted=True)
    return found


def accept(post: Post, person_id: int, version: int, digest: str, channel: str) -> None:
    """Keep the proof that a person accepted a version."""
    people.record_consent(
        post.connection,
        person_id=person_id,
        purpose=regulations.PURPOSE,
        given=True,
        version=str(version),
        text_hash=digest,
        channel=channel,
        now=post.now,
    )
