"""The documents are true where a machine can tell: what they name exists, and nothing is left out."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FOLDERS = "messages|dialog|domain|handlers|storage|office|web|bot|tests|docs|bench"

_LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(#[^)\s]*)?\)")
_NAMED = re.compile(rf"`((?:{FOLDERS})/[\w./-]*)(?:::(\w+))?`")
_DECISION = re.compile(r"# (\d+)\. \S.*\n\n20\d\d-\d\d-\d\d · (accepted|superseded by .+)\n")
_ROW = re.compile(r"^\| (\d+) \|.*\| (done|partly|not yet) \| (.*) \| (.*) \|$", re.MULTILINE)


def rows_of_coverage() -> dict[int, tuple[str, str, str]]:
    """number: (state, where, shown by) of docs/coverage.md."""
    page = (ROOT / "docs" / "coverage.md").read_text()
    return {int(number): (state, where, shown) for number, state, where, shown in _ROW.findall(page)}


@cache
def functions_of(file: Path) -> frozenset[str]:
    """Names of everything defined in a file of Python."""
    tree = ast.parse(file.read_text())
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return frozenset(one.name for one in ast.walk(tree) if isinstance(one, kinds))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    text = page.read_text()
    gone = [target for target, _ in _LINK.findall(text) if target and not (page.parent / target).exists()]
    assert not gone


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_file_and_test_a_page_names_exists(page):
    for path, name in _NAMED.findall(page.read_text()):
        file = ROOT / path
        assert file.exists(), path
        assert not name or name in functions_of(file), f"{path}::{name}"


def test_coverage_has_all_56_rows_of_the_domain():
    assert list(rows_of_coverage()) == list(range(1, 57))


def test_what_is_done_names_its_place_and_its_test():
    for number, (state, where, shown) in rows_of_coverage().items():
        if state == "not yet":
            assert (where, shown) == ("–", "not yet"), number
        else:
            assert "`" in where, number
            assert "`tests/" in shown, number
            assert ("to come" in where or "until" in where) == (state == "partly"), number


def test_coverage_counts_right():
    states = Counter(state for state, _, _ in rows_of_coverage().values())
    line = " · ".join(f"{state}: {states[state]}" for state in ("done", "partly", "not yet"))
    assert line in (ROOT / "docs" / "coverage.md").read_text().splitlines()


def test_both_readmes_show_the_same_commands_and_links():
    english, vietnamese = (ROOT / "README.md").read_text(), (ROOT / "README.vi.md").read_text()
    own = {"README.md", "README.vi.md"}
    assert commands(english) == commands(vietnamese)
    roles = {line.split("--role ")[1].split()[0] for line in commands(english) if "--role" in line}
    assert roles == {"coordinator", "duty", "collaborator"}, "who follows them has a unit that works"
    assert links(english) - own == links(vietnamese) - own


def commands(page: str) -> list[str]:
    """What a page tells the reader to type, without the remarks beside it."""
    blocks = re.findall(r"```\n(.*?)```", page, re.DOTALL)
    return [line.partition("  #")[0].strip() for block in blocks for line in block.splitlines()]


def links(page: str) -> set[str]:
    """Where a page leads."""
    return {target for target, _ in _LINK.findall(page)}


def test_the_changelog_begins_with_the_version_at_hand_but_for_what_is_unreleased():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    newest = re.search(r"^## (\d\S*)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert newest
    assert newest[1] == version


def test_the_words_of_the_code_are_in_the_glossary():
    """Tables are the nouns of the product; each has its line."""
    from storage.tables import metadata

    page = (ROOT / "docs" / "glossary.md").read_text()
    explained = {
        word for line in page.splitlines() if line.startswith("|") for word in re.findall(r"`(\w+)`", line)
    }
    assert not set(metadata.tables) - explained


def test_the_topics_of_the_glossary_are_those_of_the_code():
    from domain.topics import DEFAULT_TOPICS

    page = (ROOT / "docs" / "glossary.md").read_text()
    assert re.findall(r"^\| `([A-Z]{2})` \|", page, re.MULTILINE) == [topic.code for topic in DEFAULT_TOPICS]


def test_decisions_are_numbered_without_gap_and_dated():
    numbers = []
    for page in sorted((ROOT / "docs" / "adr").glob("*.md")):
        head = re.match(
            r"# (\d+)\. \S.*\n\n(20\d\d-\d\d-\d\d) · (accepted|superseded by .+)\n", page.read_text()
        )
        assert head, page.name
        assert page.name.startswith(f"{int(head[1]):04}-")
        numbers.append(int(head[1]))
    assert numbers == list(range(1, len(numbers) + 1))
