"""People to choose from: by their labels, or by the last words of their names, as they are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dialog.choice import Choice, Option
from dialog.labels import BACK, DONE, DROP, SKIP, spoken
from domain.standings import Owing
from messages import Text, say

MOST = 20
"""People offered as buttons; the others' labels can be typed."""

_SAID_ANYWHERE = frozenset((*BACK, *DONE, *DROP, *SKIP))


def people_options(people: Iterable[tuple[int, str]]) -> tuple[Option, ...]:
    """People (id, label) as answers; the key is "n" and the id.

    "Hoa" and "Thị Hoa" say "Tổ 5 – Nguyễn Thị Hoa" as well, unless somebody else is called so.
    """
    people = list(people)
    called = Counter(name for _, label in people for name in {spoken(label), *_endings(label)})
    return tuple(
        Option(f"n{id}", label, tuple(name for name in _endings(label) if called[name] == 1))
        for id, label in people
    )


def _endings(label: str) -> list[str]:
    """The last words of a label that may be a name; numbers are places in the list."""
    words = spoken(label).split()
    names = (words[start:] for start in range(1, len(words)))
    return [" ".join(name) for name in names if name[0].isalpha() and " ".join(name) not in _SAID_ANYWHERE]


def somebody(asks: Text, owing: Sequence[Owing]) -> Choice:
    """Asks which of them; gives "n" and the number of the person."""
    options = people_options((one.person_id, one.label) for one in owing)
    more = len(owing) - MOST
    lines = (asks, say("p-type-label", n=more)) if more > 0 else (asks,)
    return Choice(lines, options, shown=MOST)


def number_of(key: str) -> int:
    """The person chosen."""
    return int(key[1:])
