"""What is typed wrongly is refused in one line; what can be typed is explained with examples."""

import re
import shlex
import subprocess
import sys
from importlib import import_module

import pytest

from bot.cli import COMMANDS, EXAMPLES, _parser
from messages import LANGUAGES

ALL_EXAMPLES = [
    line.strip()
    for text in (EXAMPLES, *(import_module(f"bot.commands.{file}").EXAMPLES for file in COMMANDS.values()))
    for line in text.splitlines()
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", ["", "people", "units", "periods", *COMMANDS])
def test_every_command_explains_itself_with_examples(typed, command, lang):
    done = typed(*command.split(), "--help", "--lang", lang)
    assert done.code == 0
    words = "\n".join(done.out)
    assert {"vi": "Cách dùng:", "en": "usage:"}[lang] in words
    assert command not in COMMANDS or f"  baonhanh {command}" in words


@pytest.mark.parametrize("example", ALL_EXAMPLES)
def test_every_example_can_be_typed(example):
    command = re.search(r"baonhanh (.*?)(?: \(.*\)| > .*)?$", example)[1]
    args = _parser("vi").parse_args(shlex.split(command))
    assert callable(args.act)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("invte", "there is no “invte”; did you mean invite?"),
        ("export reprts", "there is no “reprts”; did you mean reports?"),
        ("export zzz", "there is no “zzz”; choose: reports, obligations."),
        ("init --unit PM", "missing: --name, --duty-phone."),
        ("invite --rolle duty", "not understood: --rolle duty."),
        ("invite --role", "--role needs a value."),
        ("invite --count many", "--count: “many” is not understood."),
        ("periods preview --from tomorrow", "--from: “tomorrow” is not understood."),
        ("mask one two", "not understood: two."),
    ],
)
def test_what_is_typed_wrongly_is_one_line_and_code_two(typed, words, said):
    done = typed(*words.split())
    assert done.code == 2
    assert done.out == []
    (line,) = done.err
    assert line.startswith("baonhanh")
    assert said in line
    assert line.endswith("--help")


def test_it_speaks_vietnamese_unless_told_otherwise(typed, monkeypatch):
    monkeypatch.delenv("BAONHANH_LANG")
    assert "thiếu: --name" in typed("init", "--unit", "PM").err[0]
    assert "missing: --name" in typed("--lang=en", "init", "--unit", "PM").err[0]
    assert "thiếu: --name" in typed("init", "--unit", "PM", LANG="vi").err[0]


def test_typing_nothing_shows_the_help(typed):
    done = typed()
    assert done.code == 2
    assert done.out[0].startswith("usage: baonhanh")


def test_help_loads_none_of_the_machine_so_that_it_is_there_at_once():
    heavy = ("sqlalchemy", "fluent", "pydantic", "starlette", "aiohttp", "telegram", "rich", "asyncio")
    program = (
        "import sys; from bot.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert "baonhanh run" in done.stdout
    assert not set(heavy) & set(done.stderr.split())


def test_a_reader_that_goes_away_is_no_error(sqlite_url):
    program = (
        "import os, sys; from bot.cli import main; os.environ['BAONHANH_DATABASE_URL'] = sys.argv[1];"
        "sys.exit(main(['mask', '/dev/stdin']))"
    )
    masking = subprocess.Popen(
        [sys.executable, "-c", program, sqlite_url],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    masking.stdout.close()
    _, err = masking.communicate(b"x\n" * 10_000)
    assert masking.returncode == 141
    assert err == b""
