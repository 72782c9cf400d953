"""The whole table of who may do what: every cell, those that are empty too."""

from __future__ import annotations

import pytest

from domain.access import ACTS, ALLOWED, ROLES, SIDES, THINGS, allows

TABLE = """
coordinator    report    read     own
coordinator    report    handle   own
coordinator    matter    read     own
coordinator    matter    handle   own
coordinator    matter    approve  own
coordinator    referral  read     own
coordinator    referral  handle   own
coordinator    count     read     own lower
coordinator    period    read     own lower
coordinator    period    handle   own
coordinator    person    read     own
coordinator    person    handle   own
coordinator    unit      read     own lower
coordinator    rota      read     own
coordinator    rota      handle   own
coordinator    mailing   read     own
coordinator    mailing   handle   own lower
coordinator    meeting   read     own
coordinator    meeting   handle   own
coordinator    audit     read     own
coordinator    programme read     own
coordinator    sealed    read     lower
coordinator    sealed    handle   lower
duty           report    read     own
duty           report    handle   own
duty           matter    read     own
duty           rota      read     own
leader         matter    read     own
leader         matter    approve  own
leader         referral  read     own
leader         count     read     own lower
leader         period    read     own lower
leader         meeting   read     own
leader         meeting   approve  own
administrator  person    read     own lower
administrator  person    handle   own lower
administrator  unit      read     own lower
administrator  unit      handle   own lower
administrator  audit     read     own lower
observer       count     read     own lower
observer       period    read     own lower
unit           referral  read     own
unit           referral  handle   own
"""

EXPECTED = {
    (role, thing, act): set(where) for role, thing, act, *where in map(str.split, TABLE.split("\n")[1:-1])
}
CELLS = [(role, thing, act, side) for role in ROLES for thing in THINGS for act in ACTS for side in SIDES]


def test_every_cell_of_the_table_is_as_written_here():
    wrong = [
        cell
        for cell in CELLS
        if allows(*cell) != (cell[3] in EXPECTED.get((cell[0], cell[1], cell[2]), set()))
    ]
    assert not wrong
    assert set(ALLOWED) == set(EXPECTED)


@pytest.mark.parametrize("role", ["collaborator", "", "root", "Coordinator"])
def test_nobody_else_may_do_anything(role):
    assert not any(allows(role, thing, act, side) for thing in THINGS for act in ACTS for side in SIDES)


def test_no_report_text_reaches_administrators_observers_leaders_or_the_units_that_answer():
    for role in ("administrator", "observer", "leader", "unit", "collaborator"):
        assert not any(allows(role, "report", act, side) for act in ACTS for side in SIDES)


def test_nobody_reads_what_lies_beside_or_above():
    assert not any(side in where for where in ALLOWED.values() for side in ("upper", "foreign"))
