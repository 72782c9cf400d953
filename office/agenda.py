"""The programme of a meeting, built from what the desk has in hand. DOMAIN §5.E.

It leaves the coordinators (DESIGN §4.9): the coordinators' own words only, no reporter, no area, no sensitive
matter and no restricted topic.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from domain.figures import is_any_small, listed, shown
from domain.referrals import overdue_days
from domain.scales import TONES
from domain.topics import DEFAULT_TOPICS
from domain.verification import SETTLED, STANDING
from messages import Say, Text, say
from office.desk_rules import DeskRules
from office.mailing import shortened
from office.meetings import last_before
from office.post import Post
from storage import desk_lists, focus, matters, meetings, periods, verification
from storage.matters import MatterRow
from storage.meetings import MeetingRow

SHOWN = 8
"""Matters, referrals and answers each in one programme."""
LOOKED_AT = 100
"""Open matters among which those to be shown are found."""
TITLE = 120

RESTRICTED = frozenset(one.code for one in DEFAULT_TOPICS if one.restricted)


def build(post: Post, rules: DeskRules, row: MeetingRow) -> list[Text]:
    """The six points: roll-call, the period, feedback, opinions, orientation, conclusions."""
    return [
        say("agenda-roll", **_roll(post, row)),
        *_period(post, row),
        say("agenda-feedback"),
        *_feedback(post, rules, row),
        say("agenda-opinions"),
        *_opinions(post, row),
        say("agenda-orientation"),
        *_orientation(post, row),
        say("agenda-conclusions"),
    ]


def _roll(post: Post, row: MeetingRow) -> dict[str, int]:
    said = Counter(answer for *_, answer in meetings.roll(post.connection, row.id))
    return {"n": sum(said.values()), "yes": said["yes"]}


def _period(post: Post, row: MeetingRow) -> list[Text]:
    """What came in the meeting's period; without one, since the last meeting."""
    of = periods.find(post.connection, row.period_id) if row.period_id is not None else None
    since = of.start_at if of else last_before(post.connection, row)
    heard = meetings.heard_between(post.connection, row.unit_id, since, of.end_at if of else row.at)
    by_topic: Counter[str] = Counter()
    by_tone: Counter[str] = Counter()
    for topic, tone, n in heard:
        by_topic[topic if topic not in RESTRICTED else "KH"] += n
        by_tone[tone or "unclear"] += n
    is_hidden = is_any_small([*by_topic.values(), *by_tone.values()])
    topics, tones = by_topic.most_common(), [(tone, by_tone[tone]) for tone in TONES]
    lines: list[Text] = [say("agenda-period", n=by_topic.total())]
    told = listed([n for _, n in topics], beside_hidden=is_hidden)
    lines += [_figure(topic_label(code), n) for (code, _), n in zip(topics[:3], told, strict=False)]
    told = listed([n for _, n in tones], beside_hidden=is_hidden)
    lines += [
        _figure(say(f"agenda-tone-{tone}"), n)
        for (tone, _), n in zip(tones, told, strict=True)
        if n != "0" and tone != "unclear"
    ]
    return lines


def topic_label(code: str) -> Say:
    """The short name of a topic."""
    return say(f"topic-{code.lower()}-short")


def _figure(name: Say, n: str) -> Say:
    return say("agenda-figure", name=name, n=n)


def _feedback(post: Post, rules: DeskRules, row: MeetingRow) -> list[Text]:
    since = last_before(post.connection, row)
    told = desk_lists.answers_since(post.connection, row.unit_id, since, RESTRICTED, SHOWN)
    lines: list[Text] = [
        say("agenda-answer", matter=one.matter, unit=one.unit, said=shortened(one.said, TITLE))
        for one in told
    ]
    calendar = rules.calendar(post.now)
    late = desk_lists.overdue(post.connection, row.unit_id, post.now, RESTRICTED, SHOWN)
    lines += [
        say(
            "agenda-overdue", referral=one.code, unit=one.unit, n=overdue_days(one.due_at, post.now, calendar)
        )
        for one in late
    ]
    return lines or [say("agenda-none")]


def _opinions(post: Post, row: MeetingRow) -> list[Text]:
    """What was verified, to be answered; then, said to be so, what was not yet. What has turned out to be
    unfounded is nobody's opinion to answer: the desk has it still (DOMAIN §1 row 35)."""
    found = desk_lists.open_matters(post.connection, row.unit_id, RESTRICTED, LOOKED_AT)
    verdicts = verification.verdicts(post.connection, [one.id for one in found])
    verified = [one for one in found if verdicts[one.id] in STANDING][:SHOWN]
    others = [one for one in found if verdicts[one.id] not in SETTLED][:SHOWN]
    counts = matters.counts(post.connection, [one.id for one in (*verified, *others)])
    lines: list[Text] = [_matter(one, counts) for one in verified]
    if others:
        lines += [say("agenda-unverified"), *(_matter(one, counts) for one in others)]
    return lines or [say("agenda-none")]


def _matter(row: MatterRow, counts: Mapping[int, int]) -> Say:
    return say(
        "agenda-matter",
        code=row.code,
        topic=topic_label(row.topic),
        said=shortened(row.said, TITLE),
        n=shown(counts.get(row.id, 0)),
    )


def _orientation(post: Post, row: MeetingRow) -> list[Text]:
    coming = periods.unfinished(post.connection, row.unit_id, post.now, 2)
    points = focus.of_periods(post.connection, [one.id for one in coming])
    return [say("agenda-point", said=one.said) for one in points if one.topic not in RESTRICTED] or [
        say("agenda-none")
    ]
