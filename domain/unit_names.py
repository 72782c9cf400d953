"""Units as people name them: by a code, a name, a former name, an abbreviation, on some day.

A former district is still spoken of ("Quận 10", "UBND Q10") and leads to what has taken its place; units
carry dates and successors (DOMAIN §3). Several that may be meant are told apart by whoever asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Final

from domain.text import fold
from messages import Say, say

SHORT: Final[Mapping[str, tuple[str, ...]]] = {
    "phuong": ("p",),
    "xa": ("x",),
    "quan": ("q",),
    "huyen": ("h",),
    "thanh pho": ("tp",),
    "thi xa": ("tx",),
    "thi tran": ("tt",),
    "dac khu": ("dk",),
    "to dan pho": ("tdp",),
    "khu pho": ("kp",),
    "uy ban nhan dan": ("ubnd",),
    "uy ban mat tran to quoc": ("ubmttq", "uy ban mttq", "mttq"),
    "mat tran to quoc": ("mttq",),
    "doan thanh nien": ("doan", "dtn"),
    "lien doan lao dong": ("ldld",),
    "hoi lien hiep phu nu": ("hoi phu nu", "hlhpn", "hpn"),
    "hoi phu nu": ("hpn",),
    "hoi cuu chien binh": ("hccb", "ccb"),
    "hoi nong dan": ("hnd",),
    "ban tuyen giao va dan van": ("btgdv",),
    "ban tuyen giao": ("btg",),
    "ban xay dung dang": ("bxdd",),
    "trung tam chinh tri": ("ttct",),
}
"""How the words of a name are shortened in writing."""

OFFICE: Final = ("uy ban nhan dan", "ubnd")
"""Said of a place, its office is meant; where the list has no such office, the place."""

_BEFORE_NUMBER: Final = "(tp|tx|tt|dk|tdp|kp|[pqhx])"
_PLACES: Final = ("tinh", "thanh pho", "quan", "huyen", "thi xa", "thi tran", "phuong", "xa", "dac khu")


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit that may be named, by its code, its name or a former name; `successor` is a code."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    valid_from_on: date | None = None
    valid_to_on: date | None = None
    successor: str | None = None

    def has_ended(self, on: date) -> bool:
        """Whether it is no more on that day. One with a successor and no last day ended when it got it."""
        if self.valid_to_on is None:
            return self.successor is not None
        return self.valid_to_on < on

    def is_valid(self, on: date) -> bool:
        """Whether it exists on that day."""
        return not self.has_ended(on) and (self.valid_from_on is None or self.valid_from_on <= on)


def heir_of(units: Mapping[str, KnownUnit], code: str, on: date) -> KnownUnit | None:
    """The unit that stands on that day for the one with this code: itself, else the first valid one in the
    chain of those that followed it; None where there is none."""
    seen: set[str] = set()
    one = units.get(code)
    while one is not None and one.has_ended(on) and one.code not in seen:
        seen.add(one.code)
        one = units.get(one.successor) if one.successor else None
    return one if one is not None and one.is_valid(on) else None


def spelled(words: str) -> str:
    """Words as names are compared: no marks, no signs, "Q.10" and "q10" alike."""
    plain = " ".join(re.findall("[a-z0-9]+", fold(words)))
    return re.sub(rf"\b{_BEFORE_NUMBER}(?=\d)", r"\1 ", plain)


def _joined(words: str) -> str:
    return re.sub(rf"\b{_BEFORE_NUMBER} (?=\d)", r"\1", words)


def spellings(name: str) -> frozenset[str]:
    """The ways in which a name is written, each as `spelled` gives it."""
    words = spelled(name)
    long = [one for one in SHORT if re.search(rf"\b{one}\b", words)]
    found = set()
    for chosen in product(*((one, *SHORT[one]) for one in long)):
        variant = words
        for one, written in zip(long, chosen, strict=True):
            variant = re.sub(rf"\b{one}\b", written, variant)
        found.add(variant)
    return frozenset(found)


def office_spellings(name: str) -> frozenset[str]:
    """The ways in which the office of a place is written; none for what is no place."""
    if not spelled(name).startswith(tuple(f"{one} " for one in _PLACES)):
        return frozenset()
    return frozenset(f"{office} {one}" for office in OFFICE for one in spellings(name))


class UnitNames:
    """Finds units by what people write, as things are on a day."""

    def __init__(self, units: Iterable[KnownUnit], on: date) -> None:
        """`units`: all there are, those that have ended and those to come too."""
        self._on = on
        self._units = {unit.code: unit for unit in units}
        self._codes = {code.casefold(): code for code in self._units}
        self._named: dict[str, set[str]] = {}
        self._offices: dict[str, set[str]] = {}
        for unit in self._units.values():
            for name in (unit.name, *unit.aliases):
                for index, written in ((self._named, spellings), (self._offices, office_spellings)):
                    for one in written(name):
                        index.setdefault(one, set()).add(unit.code)

    @property
    def only(self) -> str | None:
        """The code of the unit there is, if there is but one on that day."""
        valid = [unit.code for unit in self._units.values() if unit.is_valid(self._on)]
        return valid[0] if len(valid) == 1 else None

    def find(self, words: str) -> tuple[KnownUnit, ...]:
        """The valid units that may be meant, by code: none, the one, or several."""
        found = {heir.code: heir for code in self._meant(words) if (heir := self.heir(code))}
        return tuple(found[code] for code in sorted(found))

    def heir(self, code: str) -> KnownUnit | None:
        """The unit that stands for this one on that day."""
        return heir_of(self._units, code, self._on)

    def why_none(self, words: str) -> Say:
        """Why nothing, or not one thing, is found by these words."""
        found = self.find(words)
        if found:
            return say("roster-unit-ambiguous", unit=words, codes=", ".join(one.code for one in found))
        for unit in (self._units[code] for code in sorted(self._meant(words))):
            if unit.valid_from_on is not None and unit.valid_from_on > self._on:
                return say("unit-not-yet", unit=unit.name, on=f"{unit.valid_from_on:%d/%m/%Y}")
            return say("unit-ended", unit=unit.name)
        return say("roster-unit-unknown", unit=words)

    def _meant(self, words: str) -> set[str]:
        code = self._codes.get(words.casefold())
        if code is not None:
            return {code}
        one = spelled(words)
        return self._named.get(one) or self._offices.get(one) or set()


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit that may be chosen; `called`: other names by which it is understood, those of the units it
    followed too."""

    id: int
    name: str
    called: tuple[str, ...] = ()


def written(choices: Iterable[UnitChoice]) -> dict[str, tuple[int, ...]]:
    """The ids of the units that each way of typing a name may mean ("q10" and "q 10"); where an office is in
    the list, its place is not meant by it."""
    own: dict[str, list[int]] = {}
    offices: dict[str, list[int]] = {}
    for one in choices:
        names = (one.name, *one.called)
        for index, ways in ((own, spellings), (offices, office_spellings)):
            spaced = {way for name in names for way in ways(name)}
            for way in spaced | {_joined(way) for way in spaced}:
                index.setdefault(way, []).append(one.id)
    return {way: tuple(ids) for way, ids in (offices | own).items()}
