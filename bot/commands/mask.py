"""`baonhanh mask`: what the door would hide."""

from __future__ import annotations

from pathlib import Path

from bot.commands.session import Session, read_lines
from bot.usage import Parser

EXAMPLES = """\
  baonhanh mask lines.txt
  echo "Gọi ông Nguyễn Văn A 0912 345 678" | baonhanh mask
"""


def options(parser: Parser) -> None:
    """A file, else standard input."""
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")


def act(session: Session) -> int:
    """Every line as it would be stored; the operator's own places stay."""
    from domain.masking import Masker

    masker = Masker(allow=session.settings.masking.allow, places=_places(session))
    for line in read_lines(session.args.file):
        session.say(masker.mask(line).text)
    return 0


def _places(session: Session) -> list[str]:
    """Names of units, where there is a database that has some."""
    if not session.has_database:
        return []
    from storage import directory

    with session.database() as database:
        return [unit.name for unit in database.read(directory.all_units)]
