"""Nobody reads past the door: what is kept of reports, matters and people is reached by the office alone.

Walks the code. A new page or command that reads such a thing itself fails here, and so does an act of the
office that shows it without asking `office.access`. What is allowed is listed with its reason.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent

READERS = {
    "figures": {"cells"},
    "gaps": {"staffed", "terms_until"},
    "matters": {
        "events_of", "find", "loose_reports", "may_see", "open_ones", "open_to_parties", "readers_of",
        "reporters_of", "reports_in", "visible",
    },
    "people": {"label_of", "people_with", "team_of"},
    "programmes": {"listed", "of_units"},
    "referrals": {
        "answers_of", "find", "find_answer", "of_matter", "open_of_matters", "open_of_unit",
    },
    "reports": {"all_reports", "amendments_of", "find_report", "reports_of"},
    "sealed_list": {"direct_line", "page"},
    "team": {"seats"},
}  # fmt: skip
"""What gives rows of others to whoever calls it, by module of `storage`."""

AT_THE_RIM = {
    # Staff and the person concerned are called by the label of the list, in answers to what they decided.
    "bot/acts.py": {"people.label_of"},
    "bot/behalf_acts.py": {"people.label_of"},
    "bot/term_acts.py": {"people.label_of"},
    # A coordinator's own team, and a person's own reports.
    "bot/desk.py": {"people.team_of", "reports.reports_of"},
    "bot/turn.py": {"reports.reports_of"},
    # A unit's page opens one referral by its signed link, and shows what that unit answered.
    "bot/unit_desk.py": {"matters.find", "referrals.answers_of"},
    # Asked for by pages whose address is guarded: report, matter or referral was found in the viewer's units.
    "web/console/matter_deeds.py": {"matters.find"},
    "web/console/matter_view.py": {
        "matters.events_of",
        "matters.readers_of",
        "referrals.answers_of",
        "referrals.of_matter",
    },
    "web/console/matters.py": {"referrals.open_of_matters"},
    "web/console/referrals.py": {"matters.find"},
    "web/console/report_deeds.py": {"matters.may_see", "reports.find_report"},
    "web/console/reports.py": {"reports.amendments_of"},
    "web/console/sealed.py": {"sealed_list.direct_line", "sealed_list.page"},
    # The operator's own terminal: whoever has it has the database.
    "bot/checking.py": {"people.people_with"},
    "bot/commands/people_import.py": {"team.seats"},
    "bot/commands/periods_extend.py": {"people.label_of"},
    "bot/commands/programmes_show.py": {"programmes.listed"},
    "bot/commands/sealed_readers.py": {"people.people_with"},
    "bot/commands/slip.py": {"referrals.find"},
    "bot/commands/terms.py": {"people.team_of"},
}
"""Files of `bot/` and `web/` that call some of them, and why they may."""

BEHIND_THE_DOOR = {
    "office/alert_letters.py": "writes what those told of an alert read; `office.alerting` chooses them",
    "office/alerting.py": "tells duty officers and coordinators of the unit, chosen by role",
    "office/answers.py": "takes matters by `office.referrals.in_hand`, which asks",
    "office/attention.py": "tells coordinators and duty officers of the unit, chosen by role",
    "office/attachments.py": "a picture is opened by its reporter and those who act on the report",
    "office/closing.py": "takes matters by `office.matters.in_hand`, which asks",
    "office/comeback.py": "finds the one person who is invited again",
    "office/data_rights.py": "a person's own data",
    "office/inquiries.py": "takes reports by `office.matters.report_in_hand`, which asks",
    "office/on_behalf.py": "the team of those who may enter reports for it, asked by role",
    "office/minutes.py": "the team of the unit, for whoever `office.meetings` lets keep the minutes",
    "office/polls.py": "chooses who is asked, and shows no one",
    "office/programmes.py": "the operator's list; what coordinators see comes from `office.sharing`",
    "office/reporting.py": "a person's own reports",
    "office/roster.py": "the operator's list",
    "office/sample_past.py": "the made-up past of the sample, before anybody looks",
    "office/sealing.py": "chooses who reads what is sealed, by role and name",
    "office/slip.py": "writes one referral for the unit it was put to",
    "office/still.py": "asks whoever has taken an alert, and nobody else",
    "office/rota.py": "the rota of a unit, for those who stand in it or plan it",
    "office/unveiling.py": "who reported: told to coordinators of the report's own unit alone, and kept",
}
"""Files of the office that call some without asking `office.access` themselves, and why they may."""


def reads(file: Path) -> set[str]:
    """Readers that a file calls or names: "matters.find"."""
    tree = ast.parse(file.read_text())
    called: dict[str, str] = {}
    found: set[str] = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or node.module is None:
            continue
        for one in node.names:
            if node.module == "storage":
                called[one.asname or one.name] = one.name
            elif node.module.startswith("storage."):
                module = node.module.removeprefix("storage.")
                if one.name in READERS.get(module, ()):
                    found.add(f"{module}.{one.name}")
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module = called.get(node.value.id, "")
            if node.attr in READERS.get(module, ()):
                found.add(f"{module}.{node.attr}")
    return found


def files(*folders: str) -> Iterator[tuple[str, set[str]]]:
    """Every file of these folders that reads something, with what."""
    for folder in folders:
        for file in sorted((ROOT / folder).rglob("*.py")):
            if found := reads(file):
                yield str(file.relative_to(ROOT)), found


def asks(path: str) -> bool:
    """Whether a file of the office asks `office.access`."""
    tree = ast.parse((ROOT / path).read_text())
    return any(
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "access"
        and node.attr in ("may", "units_for")
        for node in ast.walk(tree)
    )


def test_pages_and_channels_read_nothing_of_others_themselves():
    wrong = {path: found for path, found in files("bot", "web") if found - AT_THE_RIM.get(path, set())}
    assert not wrong


def test_acts_of_the_office_that_show_something_ask_who_may():
    wrong = {path: found for path, found in files("office") if path not in BEHIND_THE_DOOR and not asks(path)}
    assert not wrong


def test_what_is_allowed_is_still_there():
    """No name stays on a list after its use has gone."""
    rim, office = dict(files("bot", "web")), dict(files("office"))
    assert all(names == rim.get(path) for path, names in AT_THE_RIM.items())
    assert all(path in office and not asks(path) for path in BEHIND_THE_DOOR)


def test_every_reader_on_the_list_exists():
    for module, names in READERS.items():
        tree = ast.parse((ROOT / "storage" / f"{module}.py").read_text())
        assert names <= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}, module


def test_only_the_sharing_door_reads_matters_for_other_parties():
    found = [path for path, names in files("office", "bot", "web") if "matters.open_to_parties" in names]
    assert found == ["office/sharing.py"]
