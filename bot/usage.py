"""Command-line arguments, explained and refused in the language of the person. Built on argparse."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, NoReturn

from messages import Say, catalogue, say

REFUSALS = (
    (r"the following arguments are required: (.+)", "required"),
    (r"one of the arguments (.+) is required", "required"),
    (r"unrecognized arguments: (.+)", "unknown"),
    (r"(?:argument (.*?): )?invalid choice: '(.*?)'.*choose from (.+)\)", "choice"),
    (r"argument (.+): expected .*argument.*", "value-missing"),
    (r"argument (.+): invalid \w+ value: '(.*)'", "value"),
    (r"argument (.+): not allowed with argument (.+)", "together"),
)
"""What argparse says, and the end of the id of our sentence; groups are its `a`, `b` and `c`."""


class _Layout(argparse.RawDescriptionHelpFormatter):
    """argparse's layout under our headings."""

    def __init__(self, prog: str, usage_heading: str = "") -> None:
        super().__init__(prog, max_help_position=30, width=100)
        self._usage_heading = usage_heading

    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        """The usage line."""
        super().add_usage(usage, actions, groups, prefix if prefix is not None else self._usage_heading)

    def _format_action(self, action: argparse.Action) -> str:
        if isinstance(action, argparse._SubParsersAction):  # its own line would say nothing
            return "".join(map(self._format_action, self._iter_indented_subactions(action)))
        return super()._format_action(action)


class Parser(argparse.ArgumentParser):
    """A parser that speaks one language; every option's help is the sentence `cli-option-<name>`."""

    def __init__(self, lang: str, words: Mapping[str, str], examples: str = "", **more: Any) -> None:
        """`words` are the sentences of the help; `examples` are lines shown at its end."""
        self.lang = lang
        self.words = words
        heading = words["cli-usage"] + " "
        if examples:
            more["epilog"] = f"{words['cli-examples']}\n{examples.rstrip()}"
        super().__init__(
            formatter_class=lambda prog: _Layout(prog, heading), add_help=False, allow_abbrev=False, **more
        )
        self._positionals.title = words["cli-arguments"]
        self._optionals.title = words["cli-options"]
        self.add_argument("-h", "--help", action="help")

    def add_argument(self, *names: str, **more: Any) -> argparse.Action:
        """As argparse's, with the help looked up."""
        dest = more.get("dest") or names[-1].lstrip("-").replace("_", "-")
        if "help" not in more:
            more["help"] = self.sentence(f"cli-option-{dest}")
        return super().add_argument(*names, **more)

    def sentence(self, id: str) -> str:
        """A sentence as argparse wants it."""
        return self.words[id].replace("%", "%%")

    def error(self, message: str) -> NoReturn:
        """One line on standard error, exit code 2."""
        words = catalogue(self.lang)
        see = say("cli-see-help", command=self.prog)
        sys.stderr.write(f"{self.prog}: {words.render(_refusal(message))} {words.render(see)}\n")
        raise SystemExit(2)


def _refusal(message: str) -> Say | str:
    for pattern, name in REFUSALS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            groups = [group or "" for group in found.groups()] + ["", ""]
            if name == "choice":
                return _choice(groups[1], re.findall(r"[\w-]+", groups[2]))
            return say(f"cli-usage-{name}", a=groups[0], b=groups[1])
    return message


def _choice(given: str, known: list[str]) -> Say:
    guess = get_close_matches(given, known, n=1)
    if guess:
        return say("cli-usage-choice-guess", given=given, guess=guess[0])
    return say("cli-usage-choice", given=given, known=", ".join(known))
