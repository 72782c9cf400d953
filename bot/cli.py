"""The command `baonhanh`: finds the command meant, hands it a session, says in one line what went wrong."""

from __future__ import annotations

import io
import os
import sys
from argparse import SUPPRESS
from importlib import import_module
from pathlib import Path
from typing import Any

from bot.clock import Clock, system_clock
from bot.commands.session import Session
from bot.usage import Parser
from messages import LANGUAGES, Say, catalogue, simple_sentences

COMMANDS = {
    "run": "run",
    "check": "check",
    "upgrade": "upgrade",
    "init": "init",
    "invite": "invite",
    "people import": "people_import",
    "people gaps": "people_gaps",
    "people second-reset": "people_second_reset",
    "units import": "units_import",
    "units rules": "units_rules",
    "programmes import": "programmes_import",
    "programmes list": "programmes_list",
    "programmes show": "programmes_show",
    "chat": "chat",
    "export": "export",
    "periods list": "periods_list",
    "periods change": "periods_change",
    "periods lock": "periods_lock",
    "periods excuse": "periods_excuse",
    "periods extend": "periods_extend",
    "periods rule": "periods_rule",
    "periods preview": "periods_preview",
    "remind": "remind",
    "rota export": "rota_export",
    "rota import": "rota_import",
    "audit verify": "audit_verify",
    "audit show": "audit_show",
    "sealed readers": "sealed_readers",
    "mask": "mask",
    "suggest": "suggest",
    "slip": "slip",
}
"""What is typed, and the file in `bot/commands` that does it."""

EXAMPLES = """\
  baonhanh run
  baonhanh init --unit PM --name "Phường Mẫu" --duty-phone "0203 123 456"
  baonhanh invite --role collaborator --unit PM --count 20
  baonhanh export reports --format xlsx --out reports.xlsx
"""

INTERRUPTED = 130
PIPE_CLOSED = 141


def main(argv: list[str] | None = None, clock: Clock = system_clock) -> int:
    """Run one command; gives the exit code (2: what was asked cannot be done, said in one line each)."""
    argv = sys.argv[1:] if argv is None else argv
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    lang = _language(argv)
    parser = _parser(lang)
    args = parser.parse_args(argv)
    if "act" not in args:
        args.parser.print_help()
        return 2
    session = Session(args, catalogue(lang), os.environ, clock)
    try:
        return int(args.act(session))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read has gone; nothing may be written when the interpreter flushes on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except Exception as error:
        lines = _explained(error)
        if not lines:
            raise
        session.note(*lines)
        return 2


def _explained(error: Exception) -> tuple[Say, ...]:
    from bot.troubles import sentences_of

    return sentences_of(error)


def _language(argv: list[str]) -> str:
    """The language asked for, found before anything can be explained in it."""
    asked = os.environ.get("BAONHANH_LANG", "")
    for before, word in zip(["", *argv], argv, strict=False):
        if before == "--lang":
            asked = word
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return asked if asked in LANGUAGES else LANGUAGES[0]


def _parser(lang: str) -> Parser:
    words = simple_sentences(lang, "cli")
    top = Parser(lang, words, EXAMPLES, prog="baonhanh", description=words["cli-about"])
    top.set_defaults(parser=top, config=None)
    _common(top)
    groups = {"": _group(top)}
    for typed, file in COMMANDS.items():
        group, _, name = typed.rpartition(" ")
        if group not in groups:
            above = _add(groups[""], top, group, f"cli-{group}", "")
            groups[group] = _group(above)
        module = import_module(f"bot.commands.{file}")
        parser = _add(groups[group], top, name, f"cli-{typed.replace(' ', '-')}", module.EXAMPLES)
        module.options(parser)
        parser.set_defaults(act=module.act)
    return top


def _group(parser: Parser) -> Any:
    """Where the commands under `parser` are added."""
    return parser.add_subparsers(
        title=parser.sentence("cli-commands"), metavar=parser.sentence("cli-command")
    )


def _add(group: Any, top: Parser, name: str, about: str, examples: str) -> Parser:
    text = top.sentence(about)
    parser: Parser = group.add_parser(
        name, lang=top.lang, words=top.words, examples=examples, help=text, description=text
    )
    parser.set_defaults(parser=parser)
    _common(parser)
    return parser


def _common(parser: Parser) -> None:
    parser.add_argument("--config", type=Path, metavar="FILE", default=SUPPRESS)
    parser.add_argument("--lang", choices=LANGUAGES, default=SUPPRESS)
