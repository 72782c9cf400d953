"""Which reports a list shows: what was chosen, read from an address and written back into one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Final
from urllib.parse import urlencode

from domain.scales import LEVELS, STATUSES, TONES
from domain.search import LONGEST
from domain.topics import DEFAULT_TOPICS

LOOSE: Final = "loose"
"""Asked for like a status: nobody has dealt with it yet."""
CHANNELS: Final = ("web", "telegram", "zalo", "terminal", "phone", "meeting", "paper", "hotline")
_ONE_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "topic": tuple(one.code for one in DEFAULT_TOPICS),
    "tone": TONES,
    "level": LEVELS,
    "status": (LOOSE, *STATUSES),
    "channel": CHANNELS,
    "files": ("yes",),
}
_NUMBERS: Final = ("period", "area", "unit")


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """What was chosen; "" and 0: anything. `said` are the words to find. There is no filter by reporter."""

    topic: str = ""
    tone: str = ""
    level: str = ""
    status: str = ""
    channel: str = ""
    files: str = ""
    period: int = 0
    area: int = 0
    unit: int = 0
    said: str = ""

    @property
    def is_any(self) -> bool:
        """Whether nothing was chosen."""
        return self == ReportFilter()

    @property
    def is_chosen(self) -> bool:
        """Whether anything but words was chosen."""
        return replace(self, said="") != ReportFilter()

    @property
    def query(self) -> str:
        """The same as the end of an address; "" where nothing was chosen."""
        return urlencode({name: value for name, value in asdict(self).items() if value})


def read_filter(asked: Mapping[str, str]) -> ReportFilter:
    """What an address asks for; what it cannot mean is left out."""
    known = {one.name for one in fields(ReportFilter)}
    values: dict[str, str | int] = {}
    for name, value in asked.items():
        if name in _ONE_OF and value in _ONE_OF[name]:
            values[name] = value
        elif name in _NUMBERS and value.isascii() and value.isdigit() and len(value) < 16:
            values[name] = int(value)
        elif name == "said" and name in known:
            values[name] = " ".join(value[:LONGEST].split())
    return ReportFilter(**values)  # type: ignore[arg-type]
