"""Every .ftl file: both languages say the same, nothing is too long, the register holds (DOMAIN §9)."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from messages import LANGUAGES, Say, catalogue

pytestmark = pytest.mark.xdist_group("sentences")  # they are read once

ROOT = Path(__file__).parent.parent.parent
PACKAGES = ("messages", "dialog", "domain", "handlers", "storage", "office", "web", "bot")

LIMITS = {"b-": 20, "p-": 160, "c-": 160, "r-": 200, "a-": 300, "e-": 160, "g-": 160, "consent": 600}
"""Characters, by the kind of sentence its id begins with (DOMAIN §9; consent: §7)."""
TOPIC_LABEL = 14
"""DOMAIN §11.1."""

SAMPLE = {
    "unit": "Phường Bình An",
    "office": "Phường Bình An",
    "reception": "Ban Tiếp công dân",
    "code": "PA-1042",
}


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:
        self.names.add(node.id.name)


def _files(lang: str) -> list[Path]:
    return sorted((ROOT / "messages" / lang).glob("*.ftl"))


@cache
def _entries(file: Path) -> list[fluent.EntryType]:
    return FluentParser().parse(file.read_text(encoding="utf-8")).body


@cache
def _sentences(lang: str) -> dict[str, fluent.Message]:
    return {
        entry.id.name: entry
        for file in _files(lang)
        for entry in _entries(file)
        if isinstance(entry, fluent.Message)
    }


def _variables(message: fluent.Message) -> set[str]:
    visitor = _Variables()
    visitor.visit(message)
    return visitor.names


def _words(lang: str, id: str, message: fluent.Message) -> str:
    numbers = {"n", "minutes", "hours", "months", "years", "mb", "kept", "lost", "limit"}
    args = {name: 10 if name in numbers else SAMPLE.get(name, "…") for name in _variables(message)}
    return catalogue(lang).render(Say(id, tuple(args.items())))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_of_every_file_is_understood(lang: str) -> None:
    junk = [(file.name, entry.content) for file in _files(lang) for entry in _entries(file)
            if isinstance(entry, fluent.Junk)]  # fmt: skip
    assert not junk


class _References(Visitor):
    def __init__(self) -> None:
        self.found = False

    def visit_MessageReference(self, node: fluent.MessageReference) -> None:
        self.found = True

    def visit_TermReference(self, node: fluent.TermReference) -> None:
        self.found = True


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sentence_stands_alone_for_it_is_read_alone(lang: str) -> None:
    leaning = []
    for id, message in _sentences(lang).items():
        references = _References()
        references.visit(message)
        leaning += [id] if references.found else []
    assert not leaning


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_written_twice(lang: str) -> None:
    ids = [
        entry.id.name
        for file in _files(lang)
        for entry in _entries(file)
        if isinstance(entry, fluent.Message)
    ]
    assert sorted(ids) == sorted(set(ids))


def test_both_languages_have_the_same_files_and_sentences() -> None:
    for file in _files("vi"):
        other = ROOT / "messages" / "en" / file.name
        ids, others = (
            {e.id.name for e in _entries(one) if isinstance(e, fluent.Message)} for one in (file, other)
        )
        assert ids == others, file.name
    assert [file.name for file in _files("vi")] == [file.name for file in _files("en")]


def test_both_languages_use_the_same_variables() -> None:
    english = _sentences("en")
    differing = {
        id for id, message in _sentences("vi").items() if _variables(message) != _variables(english[id])
    }
    assert not differing


def test_ids_are_kebab_case_without_dots() -> None:
    ids = [id for lang in LANGUAGES for id in _sentences(lang)]
    assert not [id for id in ids if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", id)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_longer_than_its_kind_may_be(lang: str) -> None:
    long = {}
    for id, message in _sentences(lang).items():
        limit = next((limit for start, limit in LIMITS.items() if id.startswith(start)), None)
        limit = TOPIC_LABEL if id.startswith("topic-") and id.endswith("-short") else limit
        words = _words(lang, id, message)
        if limit is not None and len(words) > limit:
            long[id] = (len(words), words)
    assert not long


def test_vietnamese_is_pronoun_free_and_calm() -> None:
    vi = {id: _words("vi", id, message) for id, message in _sentences("vi").items()}
    assert not [id for id, words in vi.items() if re.search(r"\bbạn\b", words, re.IGNORECASE)]
    assert not [id for id, words in vi.items() if "!" in words]
    assert not [id for id, words in vi.items() if re.search(r"\b(hàng tháng|đối tượng|tố giác)\b", words)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_the_code_names_exists(lang: str) -> None:
    known = _sentences(lang)
    missing = {f"{file.relative_to(ROOT)}: {id}" for file, id in _named() if id not in known}
    assert not missing


def _named() -> list[tuple[Path, str]]:
    """`say("…")` with a written-out id, all over the code."""
    found = []
    for package in PACKAGES:
        for file in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                    found += [(file, id) for arg in node.args[:1] for id in _ids(arg)]
    return found


def _ids(arg: ast.expr) -> list[str]:
    if isinstance(arg, ast.IfExp):
        return [*_ids(arg.body), *_ids(arg.orelse)]
    return [arg.value] if isinstance(arg, ast.Constant) and isinstance(arg.value, str) else []
