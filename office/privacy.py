"""What leaves the coordinators names no area so small that its reporter can be guessed (DESIGN §4.9)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from storage import directory, people


class Areas:
    """Areas as wide as they have to be to be named; each is looked up once, however often it is asked for."""

    def __init__(self, connection: Connection, on: date, least: int) -> None:
        """`on`: the local day; `least`: collaborators who have to be active in an area."""
        self._connection, self._today = connection, on
        self._least = least
        self._above: dict[int, int | None] = {}
        self._is_wide: dict[int, bool] = {}

    def shown(self, area_id: int) -> int:
        """The area, if at least so many collaborators are active in it, else the next wider one that has so
        many; the widest there is if none has."""
        one, seen = area_id, set[int]()
        while not self._wide(one):
            seen.add(one)
            above = self._parent(one)
            if above is None or above in seen:
                break
            one = above
        return one

    def are_narrow(self, area_id: int) -> bool:
        """Whether whoever reported from here could be guessed, were the area named."""
        return self.shown(area_id) != area_id

    def _wide(self, id: int) -> bool:
        if id not in self._is_wide:
            active = people.count_active(self._connection, directory.below(self._connection, id, self._today))
            self._is_wide[id] = active >= self._least
        return self._is_wide[id]

    def _parent(self, id: int) -> int | None:
        if id not in self._above:
            self._above[id] = directory.find_unit(self._connection, id).parent_id
        return self._above[id]
