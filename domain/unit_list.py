"""The list of units: read from a table, checked as a tree, compared with the units there are.

Units are data with dates and successors, never an enumeration (DOMAIN §3): a code on several lines with
different first days is one unit under its names of the time; the last one is its name, the earlier ones still
find it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, pairwise

from domain.sheet import Faults, Line, Progress, Row, fault_in, under_header
from domain.text import fold
from messages import Say, say

COLUMNS: Mapping[str, Collection[str]] = {
    "code": {"ma", "ma don vi", "code", "unit code"},
    "name": {"ten", "ten don vi", "name", "unit name"},
    "type": {"loai", "loai don vi", "cap", "type"},
    "parent": {"cap tren", "don vi cap tren", "truc thuoc", "ma cap tren", "parent", "parent code"},
    "from": {"tu", "tu ngay", "hieu luc tu", "valid from", "from"},
    "to": {"den", "den ngay", "den het ngay", "hieu luc den", "valid to", "to"},
    "successor": {"ke thua", "don vi ke thua", "ma ke thua", "successor"},
    "aliases": {"ten khac", "ten cu", "ten goi khac", "aliases", "alias"},
}
TYPES: Mapping[str, Collection[str]] = {
    "province": {"tinh", "thanh pho", "province", "city"},
    "commune": {"xa", "phuong", "dac khu", "commune", "ward"},
    "village": {"thon", "ban", "ap", "buon", "lang", "to dan pho", "khu pho", "thon ban", "village"},
    "cluster": {"cum", "cluster"},
    "sector": {"nganh", "khoi", "dang uy khoi", "sector"},
    "body": {"co quan", "ban nganh", "body"},
    "committee": {
        "ban tuyen giao", "ban tuyen giao va dan van", "ban xay dung dang", "ban dan van", "btg", "bxdd",
        "committee",
    },
    "front": {"mttq", "mat tran", "mat tran to quoc", "uy ban mttq", "uy ban mat tran to quoc", "front"},
    "youth": {"doan", "doan thanh nien", "tinh doan", "thanh doan", "youth", "youth union"},
    "labour": {"ldld", "lien doan lao dong", "cong doan", "labour", "labour union"},
    "women": {"phu nu", "hoi phu nu", "hoi lien hiep phu nu", "women"},
    "veterans": {"ccb", "cuu chien binh", "hoi ccb", "hoi cuu chien binh", "veterans"},
    "farmers": {"nong dan", "hoi nong dan", "farmers"},
    "training": {"trung tam chinh tri", "ttct", "training", "training centre"},
}  # fmt: skip
"""Types of units and the words for them, as `fold` spells them: places, branches, and the bodies that run
programmes together or train (DOMAIN §1 rows 22, 42; §3)."""
TERRITORIAL = frozenset({"province", "commune", "village", "cluster"})
"""Types that are places; reports may be about them."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as a list says it; `parent` and `successor` are codes."""

    code: str
    name: str
    type: str
    parent: str | None = None
    valid_from_on: date | None = None
    valid_to_on: date | None = None
    successor: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitPlan:
    """What applying a list would do; parents come before what belongs to them."""

    added: tuple[Unit, ...]
    changed: tuple[Unit, ...]
    same: tuple[Unit, ...]
    ignored: tuple[str, ...] = ()


def read_units(
    lines: Iterable[Line], known: Iterable[Unit] = (), progress: Progress = lambda line: None
) -> UnitPlan | Faults:
    """Understand a list of units beside the `known` ones, or say everything that is wrong with it.

    Columns: code, name and type are needed. A unit that gets a new name keeps the old one as an alias. Units
    that the list leaves out are not touched.
    """
    sheet = under_header(lines, COLUMNS, ["code", "name", "type"], progress)
    if isinstance(sheet, Faults):
        return sheet
    before = {unit.code: unit for unit in known}
    spells: dict[str, list[tuple[int, Unit]]] = {}
    faults: list[Say] = []
    for row in sheet.rows:
        unit = _unit(row)
        spells.setdefault(unit.code, []).append((row.line, unit))
        faults += row.faults
    if not spells:
        faults.append(say("sheet-empty"))
    faults += chain.from_iterable(map(_crossed, spells.values()))
    units = {code: _latest(spell, before.get(code)) for code, spell in spells.items() if code}
    faults += _unknown(spells, before.keys() | units.keys())
    faults += _circles({**before, **units}, {code: spell[0][0] for code, spell in spells.items()})
    if faults:
        return Faults(tuple(faults))
    return _plan(units, before, sheet.ignored)


def _unit(row: Row) -> Unit:
    for name in ("code", "name", "type"):
        if name not in row.cells:
            row.fault("sheet-no-cell", column=say(f"sheet-column-{name}"))
    code = row.text("code")
    if code and not re.fullmatch("[A-Za-z0-9._-]{1,40}", code):
        row.fault("units-bad-code", code=code)
    begins, ends = row.term("from", "to")
    return Unit(
        code=code,
        name=row.text("name"),
        type=_type(row),
        parent=row.text("parent") or None,
        valid_from_on=begins,
        valid_to_on=ends,
        successor=row.text("successor") or None,
        aliases=tuple(filter(None, map(str.strip, re.split("[;|,]", row.text("aliases", 1000))))),
    )


def _type(row: Row) -> str:
    words = row.text("type")
    found = next((type for type, names in TYPES.items() if fold(words) in names), "")
    if words and not found:
        row.fault("units-type-unknown", type=words)
    return found


def _crossed(spell: list[tuple[int, Unit]]) -> Iterator[Say]:
    """A fault for every line whose dates do not follow those of an earlier line with the same code."""
    spell = sorted(spell, key=lambda entry: entry[1].valid_from_on or date.min)
    for (line, earlier), (later_line, later) in pairwise(spell):
        begins, ends = later.valid_from_on, earlier.valid_to_on or earlier.valid_from_on or date.min
        if not begins or begins <= ends:
            first, second = sorted([line, later_line])
            yield fault_in(second, say("units-twice", code=later.code, first=str(first)))


def _latest(spell: list[tuple[int, Unit]], before: Unit | None) -> Unit:
    """A unit under its last name, found by all it ever had."""
    units = sorted((unit for _, unit in spell), key=lambda unit: unit.valid_from_on or date.min)
    latest, earlier = units[-1], ([before] if before else []) + units[:-1]
    names = [name for unit in earlier for name in (unit.name, *unit.aliases)] + list(latest.aliases)
    aliases = dict.fromkeys(name for name in names if fold(name) != fold(latest.name))
    return replace(latest, aliases=tuple(sorted(aliases)))


def _unknown(spells: dict[str, list[tuple[int, Unit]]], codes: Collection[str]) -> Iterator[Say]:
    for line, unit in chain.from_iterable(spells.values()):
        if unit.parent and unit.parent not in codes:
            yield fault_in(line, say("units-parent-unknown", code=unit.parent))
        if unit.successor and unit.successor not in codes:
            yield fault_in(line, say("units-successor-unknown", code=unit.successor))


def _circles(units: Mapping[str, Unit], lines: Mapping[str, int]) -> Iterator[Say]:
    """A fault for every circle of parents or of successors that the list closes."""
    for id, above in (
        ("units-circle", {code: unit.parent for code, unit in units.items()}),
        ("units-successor-circle", {code: unit.successor for code, unit in units.items()}),
    ):
        settled: set[str] = set()
        for code in lines:
            path: list[str] = []
            at: str | None = code
            while at and at not in settled and at not in path:
                path.append(at)
                at = above.get(at)
            if at in path:
                circle = [*path[path.index(at) :], at]
                yield fault_in(lines.get(at) or lines[code], say(id, units=" → ".join(circle)))
            settled.update(path)


def _plan(units: Mapping[str, Unit], before: Mapping[str, Unit], ignored: tuple[str, ...]) -> UnitPlan:
    ordered: dict[str, Unit] = {}

    def place(code: str) -> None:
        unit = units.get(code)
        if unit and code not in ordered:
            if unit.parent:
                place(unit.parent)
            ordered[code] = unit

    for code in units:
        place(code)
    changes = {code: _same(unit, before.get(code)) for code, unit in ordered.items()}
    added, changed, same = (
        tuple(unit for code, unit in ordered.items() if changes[code] is kind) for kind in (None, False, True)
    )
    return UnitPlan(added, changed, same, ignored)


def _same(unit: Unit, before: Unit | None) -> bool | None:
    """Whether a unit is as it was; None for a new one."""
    return None if before is None else replace(before, aliases=tuple(sorted(before.aliases))) == unit
