"""Units are understood by what people call them, also long after."""

from datetime import date

import pytest

from domain.unit_names import KnownUnit, UnitChoice, UnitNames, written
from messages import LANGUAGES, catalogue

TODAY = date(2026, 11, 19)
UNITS = [
    KnownUnit("Q10", "Quận 10", (), None, date(2025, 6, 30), "HH"),
    KnownUnit("P12", "Phường 12", (), None, date(2025, 6, 30), "P12B"),
    KnownUnit("P12B", "Phường 12 Bis", (), None, date(2026, 6, 30), "HH"),
    KnownUnit("HH", "Phường Hòa Hưng", ("Phường 13",), date(2025, 7, 1)),
    KnownUnit("DH", "Phường Diên Hồng", ("Phường 6", "Phường 13")),
    KnownUnit("UB", "UBND Phường Diên Hồng"),
    KnownUnit("VL", "Phường Vườn Lài", (), date(2027, 1, 1)),
    KnownUnit("OLD", "Xã Cũ", (), None, date(2025, 6, 30)),
    KnownUnit("MT", "Ủy ban Mặt trận Tổ quốc Phường Hòa Hưng"),
]
NAMES = UnitNames(UNITS, TODAY)


def found(words, names=NAMES):
    return [one.code for one in names.find(words)]


@pytest.mark.parametrize(
    "words", ["Quận 10", "quan 10", "Q10", "q.10", "UBND Q10", "Ủy ban nhân dân quận 10", "q10", "Q 10"]
)
def test_a_former_district_leads_to_what_followed_it(words):
    assert found(words) == ["HH"]


def test_the_chain_of_those_that_followed_is_gone_to_its_end():
    assert found("Phường 12") == found("P12") == found("p. 12 bis") == ["HH"]
    in_between = UnitNames(UNITS, date(2026, 1, 1))
    assert found("Phường 12", in_between) == ["P12B"]
    assert found("Quận 10", UnitNames(UNITS, date(2025, 6, 30))) == ["Q10"], "on its last day it is there"


def test_what_several_are_called_is_not_guessed():
    assert found("P.13") == ["DH", "HH"]
    assert catalogue("vi").render(NAMES.why_none("P.13")) == (
        "“P.13” là tên của nhiều đơn vị (DH, HH); ghi mã"
    )


def test_the_office_of_a_place_is_meant_where_there_is_one_and_else_the_place():
    assert found("UBND phường Diên Hồng") == ["UB"]
    assert found("UBND P. Hòa Hưng") == ["HH"]
    assert found("MTTQ phường Hòa Hưng") == ["MT"]


def test_a_unit_to_come_or_gone_for_good_is_not_found_and_why_is_said():
    assert found("Phường Vườn Lài") == found("VL") == found("Xã Cũ") == found("ở đâu đó") == []
    for lang in LANGUAGES:
        why = [catalogue(lang).render(NAMES.why_none(one)) for one in ("VL", "Xã Cũ", "ở đâu đó")]
        assert "01/01/2027" in why[0]
        assert "Xã Cũ" in why[1]
        assert "ở đâu đó" in why[2]


def test_a_button_is_typed_by_every_name_and_abbreviation():
    ways = written([UnitChoice(1, "Phường Hòa Hưng", ("Quận 10", "P13")), UnitChoice(2, "Phường 13")])
    for one in ("quan 10", "q10", "q 10", "ubnd q10", "ubnd quan 10", "p hoa hung"):
        assert ways[one] == (1,), one
    assert ways["p 13"] == ways["p13"] == (1, 2)
