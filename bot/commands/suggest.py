"""`baonhanh suggest`: which topics would be offered."""

from __future__ import annotations

from pathlib import Path

from bot.commands.session import Session, read_lines
from bot.usage import Parser

EXAMPLES = """\
  baonhanh suggest lines.txt
  echo "Rác tồn ba hôm chưa thu" | baonhanh suggest
"""

NONE = "-"


def options(parser: Parser) -> None:
    """A file, else standard input."""
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")


def act(session: Session) -> int:
    """For every line the codes of its topics, likeliest first, or a dash."""
    from domain.suggestion import suggest_topics
    from domain.topics import DEFAULT_TOPICS

    off = set(session.settings.topics.disabled)
    topics = [topic for topic in DEFAULT_TOPICS if topic.code not in off]
    for line in read_lines(session.args.file):
        session.say(" ".join(suggest_topics(line, topics)) or NONE)
    return 0
