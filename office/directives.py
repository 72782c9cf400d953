"""What a matter is tied to: directives issued about it, the campaign it belongs to, work given out of it.

DOMAIN §1 rows 8, 9, 36. The words of directives are official: they stay as written (ADR 0013).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from messages import Text, say
from office import minutes, tasks
from office.access import Viewer
from office.campaigns import linking
from office.desk_rules import DeskRules
from office.post import Post
from storage import campaigns, directives, matters
from storage.matters import MatterRow
from storage.tasks import TaskRow

OFFERED = 5
"""Directives and campaigns offered as buttons."""


def tidy_number(number: str) -> str:
    """A number as it is kept: "15 -cv/đu" and "15-CV/ĐU" are one document."""
    return "".join(number.split()).upper()


def issue(
    post: Post, who: Viewer, row: MatterRow, *, number: str, issued_on: date, body: str, said: str
) -> bool:
    """A directive about a matter; of a number the unit knows, that one is meant. False when it is tied to the
    matter already, or is no number at all."""
    number = tidy_number(number)
    if not number:
        return False
    known = directives.settle(
        post.connection, row.unit_id, number, issued_on=issued_on, body=body, said=said, now=post.now
    )
    return tie(post, who, row, known.id)


def tie(post: Post, who: Viewer, row: MatterRow, directive_id: int) -> bool:
    """A directive of the unit is about this matter too."""
    known = directives.find(post.connection, directive_id)
    if known is None or known.unit_id != row.unit_id:
        return False
    if not directives.link(post.connection, row.id, known.id):
        return False
    matters.change(post.connection, row.id, post.now)
    matters.add_event(
        post.connection, row.id, "directive", post.now, by=who.person_id, said=known.said, directive=known.id
    )
    return True


def tie_campaign(post: Post, who: Viewer, row: MatterRow, campaign_id: int) -> bool:
    """A matter belongs to a campaign of its unit or of those above."""
    if campaign_id not in {id for id, _ in offered_campaigns(post, row.unit_id)}:
        return False
    matters.change(post.connection, row.id, post.now, campaign_id=campaign_id)
    matters.add_event(post.connection, row.id, "campaign", post.now, by=who.person_id, campaign=campaign_id)
    return True


def give_task(
    post: Post, rules: DeskRules, who: Viewer, row: MatterRow, *, said: str, owner: int, due_on: date
) -> TaskRow | None:
    """Give somebody of the unit work out of a matter; None for who is not of the unit."""
    if owner not in dict(minutes.team(post.connection, row.unit_id)):
        return None
    made = tasks.give(
        post, rules, unit_id=row.unit_id, said=said, owner_id=owner, due_on=due_on, by=who.person_id,
        matter_id=row.id,
    )  # fmt: skip
    matters.add_event(
        post.connection, row.id, "task-given", post.now, by=who.person_id, said=said, task=made.id
    )
    return made


# -- what conversations may know -------------------------------------------------------------------------


def lines(post: Post, row: MatterRow) -> list[Text]:
    """What a matter is tied to, as its lines show it."""
    found: list[Text] = [
        say("m-directive", number=one.number, on=f"{one.issued_on:%d/%m/%Y}", body=one.body, said=one.said)
        for one in directives.of_matter(post.connection, row.id)
    ]
    campaign = matters.campaign_of(post.connection, row.id)
    if campaign is not None and (known := campaigns.find(post.connection, campaign)) is not None:
        found.append(say("m-campaign", title=known.title))
    return found


def offered_directives(post: Post, unit_id: int) -> list[tuple[int, str]]:
    """(id, number) of the unit's directives of late."""
    return [(one.id, one.number) for one in directives.of_unit(post.connection, unit_id, OFFERED)]


def offered_campaigns(post: Post, unit_id: int) -> Sequence[tuple[int, str]]:
    """(id, title) of the campaigns a matter of this unit may belong to."""
    today = post.now.astimezone(ZoneInfo(post.zone)).date()
    return [(one.id, one.title) for one in linking(post.connection, unit_id, today)]
