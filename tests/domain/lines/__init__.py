"""Lines people might send, for measuring. One file a set: tab-separated, `#` opens a comment."""

from pathlib import Path

_HERE = Path(__file__).parent


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of `name`, without comments and empty lines."""
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]
