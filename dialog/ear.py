"""How one person hears and is heard."""

from __future__ import annotations

from dataclasses import dataclass

from messages import Catalogue


@dataclass(frozen=True, slots=True)
class Ear:
    """The language labels are typed in, and whether the channel shows numbers instead of buttons."""

    words: Catalogue
    numbered: bool = False
