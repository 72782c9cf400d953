"""What leaves the coordinators names no area so small that its reporter can be guessed (DESIGN §4.9)."""

from __future__ import annotations

from office.post import Post
from storage import directory, people


def shown_area(post: Post, area_id: int, least: int) -> int:
    """The area, if at least `least` collaborators are active in it, else the next wider one that has so many;
    the widest there is if none has."""
    chain = directory.above(post.connection, area_id)
    for one in chain:
        if people.count_active(post.connection, directory.below(post.connection, one, post.today)) >= least:
            return one
    return chain[-1]


def is_narrow(post: Post, area_id: int, least: int) -> bool:
    """Whether whoever reported from here could be guessed, were the area named."""
    return shown_area(post, area_id, least) != area_id
