"""Reading the settings: one file, then the environment over it; every problem told at once (DESIGN §8)."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_origin

import yaml
from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from bot.settings import Settings, Wrong
from messages import Say, say

PREFIX = "BAONHANH_"
DEFAULT_FILE = Path("config.yaml")
LARGEST_SECRET = 4096

WHY = {
    "literal_error": "choice",
    "string_type": "quotes",
    "string_too_short": "empty",
    "tuple_type": "list",
    "model_type": "section",
    "dict_type": "section",
    "greater_than": "above",
    "greater_than_equal": "least",
    "less_than_equal": "most",
}
"""Kinds of pydantic's errors and the end of the id of our sentence; whole families are in `_why`."""


class ConfigError(Exception):
    """The settings cannot be used. `problems` says everything that is wrong, one line each."""

    def __init__(self, *problems: Say) -> None:
        """Keep the problems in the order they were met."""
        super().__init__(", ".join(problem.id for problem in problems))
        self.problems = problems


def load(path: Path | None, environ: Mapping[str, str]) -> Settings:
    """The settings of `path` (else BAONHANH_CONFIG, else ./config.yaml, else defaults) and of `environ`.

    Raises ConfigError with every problem found.
    """
    problems: list[Say] = []
    raw = _read(path, environ, problems)
    for section, key, value in _environment(environ, problems):
        part = raw.setdefault(section, {})
        if isinstance(part, dict):
            part[key] = value
    try:
        settings = Settings.model_validate(_without_empty(raw))
    except ValidationError as errors:
        problems += [_problem(error) for error in errors.errors(include_url=False)]
        raise ConfigError(*problems) from None
    if problems:
        raise ConfigError(*problems)
    return settings


def known_keys() -> dict[str, dict[str, FieldInfo]]:
    """Sections and their keys as the file spells them."""
    return {
        section: {
            field.alias or name: field
            for name, field in outer.annotation.model_fields.items()  # type: ignore[union-attr]
        }
        for section, outer in Settings.model_fields.items()
    }


# -- the file --------------------------------------------------------------------------------------


class _Loader(yaml.SafeLoader):
    """YAML that refuses a key given twice: the second would silently win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"“{key.value}” ×2", problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def _read(path: Path | None, environ: Mapping[str, str], problems: list[Say]) -> dict[str, Any]:
    named = path or (Path(environ[f"{PREFIX}CONFIG"]) if environ.get(f"{PREFIX}CONFIG") else None)
    file = named or DEFAULT_FILE
    if named is None and not file.exists():
        return {}
    try:
        raw = yaml.load(file.read_text(encoding="utf-8-sig"), _Loader)  # a SafeLoader
    except OSError as error:
        problems.append(say("cli-config-unreadable", file=file, why=error.strerror or ""))
        return {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        why = getattr(error, "problem", None) or "UTF-8?"
        problems.append(say("cli-config-broken", file=file, line=line, why=why))
        return {}
    if raw is None or isinstance(raw, dict):
        return raw or {}
    problems.append(say("cli-config-broken", file=file, line=1, why="key: value?"))
    return {}


def _without_empty(raw: dict[str, Any]) -> dict[str, Any]:
    """`raw` without keys and sections left empty: those take their defaults."""
    return {
        section: {key: value for key, value in part.items() if value not in (None, "")}
        if isinstance(part, dict)
        else part
        for section, part in raw.items()
        if part is not None
    }


# -- the environment -------------------------------------------------------------------------------


def _environment(environ: Mapping[str, str], problems: list[Say]) -> list[tuple[str, str, Any]]:
    """(section, key, value) of every variable of ours; what is no setting but looks like one is a problem."""
    keys = known_keys()
    names = {
        f"{PREFIX}{section}_{key}".upper(): (section, key, field)
        for section, part in keys.items()
        for key, field in part.items()
    }
    found = []
    for variable, text in sorted(environ.items()):
        name = variable.removesuffix("_FILE")
        if name in names:
            section, key, field = names[name]
            if variable != name:
                if name in environ:
                    problems.append(say("cli-env-twice", name=name))
                    continue
                text = _file_text(variable, text, problems)
            found.append((section, key, _split(text) if get_origin(field.annotation) is tuple else text))
        elif variable.startswith(PREFIX):
            problems += _unknown_variable(variable, list(names), keys)
    return found


def _split(text: str) -> list[str]:
    return [part.strip(" \"'") for part in text.strip("[] ").split(",") if part.strip(" \"'")]


def _file_text(variable: str, name: str, problems: list[Say]) -> str:
    try:
        with Path(name).open(encoding="utf-8") as file:
            return file.read(LARGEST_SECRET).strip()
    except (OSError, UnicodeDecodeError):
        problems.append(say("cli-env-file", name=variable, file=name))
        return ""


def _unknown_variable(variable: str, names: list[str], keys: Mapping[str, object]) -> list[Say]:
    guess = get_close_matches(variable, names, n=1, cutoff=0.85)
    section = variable.removeprefix(PREFIX).split("_", 1)[0].lower()
    if guess or section in keys:
        return [_unknown(variable, guess)]
    return []


# -- what pydantic says, in our words --------------------------------------------------------------


def _unknown(key: str, guess: list[str]) -> Say:
    if guess:
        return say("cli-setting-unknown-guess", key=key, guess=guess[0])
    return say("cli-setting-unknown", key=key)


def _problem(error: ErrorDetails) -> Say:
    where = [str(part) for part in error["loc"] if isinstance(part, str)]
    key = ".".join(where)
    if error["type"] == "extra_forbidden":
        return _unknown(key, _guess(where))
    if _shows(where, error):
        return say("cli-setting-value", key=key, value=str(error["input"]), why=_why(error))
    return say("cli-setting", key=key, why=_why(error))


def _guess(where: list[str]) -> list[str]:
    """The known key most like an unknown one; one that is spelt right in the wrong section first."""
    keys = known_keys()
    name = where[-1]
    elsewhere = [f"{section}.{name}" for section, part in keys.items() if name in part]
    if elsewhere or len(where) == 1:
        return elsewhere[:1] or get_close_matches(name, keys, n=1)
    near = get_close_matches(name, keys.get(where[0], {}), n=1)
    return [f"{where[0]}.{one}" for one in near]


def _shows(where: list[str], error: ErrorDetails) -> bool:
    """Whether the value may be shown and helps: plain, as it was written, and no secret."""
    field = known_keys().get(where[0], {}).get(where[1]) if len(where) > 1 else None
    plain = isinstance(error["input"], str | int | float) and error["type"] != "string_type"
    return plain and field is not None and field.repr


def _why(error: ErrorDetails) -> Say:
    kind = error["type"]
    context = error.get("ctx", {})
    cause = context.get("error")
    if isinstance(cause, Wrong):
        return say(f"cli-setting-{cause.reason}")
    if kind.startswith(("int_", "float_")):
        return say("cli-setting-number")
    if kind.startswith(("date_", "bool_")):
        return say(f"cli-setting-{kind.split('_')[0]}")
    match WHY.get(kind):
        case "choice":
            return say(
                "cli-setting-choice", choices=context["expected"].replace("'", "").replace(" or ", ", ")
            )
        case "above" | "least" | "most" as limit:
            bound = next(context[name] for name in ("gt", "ge", "le") if name in context)
            return say(f"cli-setting-{limit}", limit=f"{bound:g}")
        case str(name):
            return say(f"cli-setting-{name}")
        case None:
            return say("cli-setting-wrong")
