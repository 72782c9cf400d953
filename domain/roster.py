"""The list of a team as its decision has it: read from a table, compared with those who serve now.

Membership comes by a decision with number and date and ends with the next one (DOMAIN §1, row 4). Either the
whole list is understood or every fault is told; nothing is half-imported.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.sheet import Faults, Line, Progress, Row, fault_in, under_header
from domain.text import fold
from domain.unit_names import UnitNames
from messages import Say, say

LONGEST_LABEL = 120
LONGEST_NUMBER = 60

COLUMNS: Mapping[str, Collection[str]] = {
    "label": {"ho ten", "ho va ten", "ho va ten ctv", "ten", "label", "name", "full name"},
    "role": {"vai tro", "nhiem vu", "role"},
    "unit": {"don vi", "ma don vi", "ten don vi", "unit", "unit code", "unit name", "code"},
    "decision": {"so quyet dinh", "quyet dinh so", "quyet dinh", "so qd", "decision number", "decision"},
    "decided": {"ngay quyet dinh", "ngay qd", "ngay ky", "ngay", "decision date", "decided on", "date"},
    "from": {"tu", "tu ngay", "from", "from date", "start"},
    "to": {"den", "den ngay", "den het ngay", "to", "to date", "until", "end"},
    "direct": {"don tuyen", "direct line"},
    "programme": {"chuong trinh", "ma chuong trinh", "programme"},
}
ROLES: Mapping[str, Collection[str]] = {
    "collaborator": {"cong tac vien", "ctv", "collaborator"},
    "coordinator": {"dieu phoi vien", "dieu phoi", "coordinator"},
    "duty": {"can bo truc", "truc", "duty", "duty officer"},
    "leader": {"lanh dao", "leader"},
    "administrator": {"quan tri", "quan tri vien", "administrator", "admin"},
    "observer": {"quan sat vien", "quan sat", "observer"},
}


@dataclass(frozen=True, slots=True)
class Member:
    """One seat of a team. Those who came by an invite alone have no decision. `direct_line`: what its holder
    reports is meant for the unit above (DOMAIN §7); None where a list does not say."""

    label: str
    role: str
    unit: str
    decision_number: str | None = None
    decided_on: date | None = None
    from_on: date | None = None
    to_on: date | None = None
    direct_line: bool | None = None
    programme: str | None = None

    @property
    def team(self) -> tuple[str, str]:
        """The unit's code and the role: what one decision reconstitutes."""
        return self.unit, self.role

    @property
    def seat(self) -> tuple[str, str, str]:
        """Who this is, for comparing lists: one label in one team."""
        return _spelling(self.label), *self.team


@dataclass(frozen=True, slots=True)
class Roster:
    """A whole list that was understood, and the headers of columns that were left out."""

    members: tuple[Member, ...]
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What a newer decision does: who joins, who stays (as the new list has them), who leaves; with ids."""

    joins: tuple[Member, ...]
    stays: tuple[tuple[int, Member], ...]
    leaves: tuple[tuple[int, Member], ...]


def read_people(
    lines: Iterable[Line],
    names: UnitNames,
    unit: str | None = None,
    progress: Progress = lambda line: None,
    *,
    programmes: Collection[str] = (),
    serving: Collection[Member] = (),
) -> Roster | Faults:
    """Understand a list of people, or say everything that is wrong with it.

    Columns: name, decision number and date are needed; role (collaborator), unit (`unit`, or the only one
    there is), term and direct line (collaborators only) may be missing. Units are found by `names`, former
    ones by what followed them. Labels must differ within a team: they tell people apart later. Who serves for
    one of the `programmes` does so in one unit only, also beside those `serving` now (DOMAIN §1 row 42).
    """
    default = unit or names.only
    needed = ["label", "decision", "decided"] + ([] if default else ["unit"])
    sheet = under_header(lines, COLUMNS, needed, progress)
    if isinstance(sheet, Faults):
        return sheet
    members: list[Member] = []
    lines_of: list[tuple[int, Member]] = []
    faults: list[Say] = []
    seen: dict[tuple[str, str, str], int] = {}
    for row in sheet.rows:
        member = _member(row, names, default)
        _one_programme(row, member, programmes)
        first = seen.setdefault(member.seat, row.line)
        if first != row.line and not row.faults:
            row.fault("roster-twice", label=member.label, first=str(first))
        members.append(member)
        lines_of.append((row.line, member))
        faults += row.faults
    faults += _in_two_teams(lines_of, serving)
    if not members:
        faults.append(say("sheet-empty"))
    return Faults(tuple(faults)) if faults else Roster(tuple(members), sheet.ignored)


def compare(current: Mapping[int, Member], new: Roster) -> Changes | Faults:
    """What applying `new` would do to those who serve now, given by the ids of their memberships.

    Only teams (unit and role) that `new` names are touched, and nobody leaves who was never listed in a
    decision. A list older than the one in force is a fault.
    """
    faults = _older(current.values(), new)
    if faults:
        return Faults(faults)
    teams = {member.team for member in new.members}
    listed = {member.seat: member for member in new.members}
    stays, leaves = [], []
    for id, member in current.items():
        found = listed.pop(member.seat, None)
        if found:
            stays.append((id, found))
        elif member.team in teams and member.decision_number:
            leaves.append((id, member))
    return Changes(tuple(listed.values()), tuple(stays), tuple(leaves))


def _spelling(label: str) -> str:
    """A label for comparing: not by case or the place of a tone (Hòa, Hoà), but by the tone (Hoa, Hóa)."""
    words = unicodedata.normalize("NFD", label.casefold()).split()
    return " ".join("".join(sorted(word, key=unicodedata.combining)) for word in words)


def _unit(row: Row, names: UnitNames, default: str | None) -> str:
    """The code of the unit a row names; "" and a fault where there is none or more than one."""
    words = row.text("unit")
    if not words:
        if default is None:
            row.fault("sheet-no-cell", column=say("sheet-column-unit"))
        return default or ""
    found = names.find(words)
    if len(found) == 1:
        return found[0].code
    row.faults.append(fault_in(row.line, names.why_none(words)))
    return ""


def _member(row: Row, names: UnitNames, default: str | None) -> Member:
    for name in ("label", "decision", "decided"):
        if name not in row.cells:
            row.fault("sheet-no-cell", column=say(f"sheet-column-{name}"))
    begins, ends = row.term("from", "to")
    decided, role, direct = row.day("decided"), _role(row), row.yes("direct")
    if direct and role not in ("collaborator", ""):
        row.fault("roster-direct-role")
    return Member(
        label=row.text("label", LONGEST_LABEL),
        role=role,
        unit=_unit(row, names, default),
        decision_number=row.text("decision", LONGEST_NUMBER),
        decided_on=decided,
        from_on=begins or decided,
        to_on=ends,
        direct_line=direct,
        programme=row.text("programme") or None,
    )


def _one_programme(row: Row, member: Member, programmes: Collection[str]) -> None:
    if member.programme and member.programme not in programmes:
        row.fault("roster-programme-unknown", programme=member.programme)


def _in_two_teams(listed: Sequence[tuple[int, Member]], serving: Collection[Member]) -> Iterator[Say]:
    """A fault for every line with somebody who serves for the same programme in another unit: further up, or
    now, in a team this list does not renew."""
    renewed = {member.team for _, member in listed}
    units: dict[tuple[str | None, str], str] = {
        (one.programme, _spelling(one.label)): one.unit for one in serving if one.team not in renewed
    }
    for line, member in listed:
        if member.programme is None or not member.unit:
            continue
        unit = units.setdefault((member.programme, _spelling(member.label)), member.unit)
        if unit != member.unit:
            values = {"label": member.label, "programme": member.programme, "unit": unit}
            yield fault_in(line, say("roster-programme-twice", **values))


def _role(row: Row) -> str:
    words = row.text("role")
    if not words:
        return "collaborator"
    found = next((role for role, names in ROLES.items() if fold(words) in names), "")
    if not found:
        row.fault("roster-role-unknown", role=words)
    return found


def _older(current: Iterable[Member], new: Roster) -> tuple[Say, ...]:
    """A fault for every team whose members in force were decided on later than the new list says."""
    in_force: dict[tuple[str, str], date] = {}
    for member in current:
        if member.decided_on:
            in_force[member.team] = max(member.decided_on, in_force.get(member.team, date.min))
    offered: dict[tuple[str, str], date] = {}
    for member in new.members:
        if member.decided_on:
            offered[member.team] = max(member.decided_on, offered.get(member.team, date.min))
    return tuple(
        say("roster-older", unit=team[0], offered=f"{day:%d/%m/%Y}", current=f"{in_force[team]:%d/%m/%Y}")
        for team, day in offered.items()
        if team in in_force and day < in_force[team]
    )
