"""kill -9, again and again: nothing is lost, nothing is doubled, nobody is asked twice (DESIGN §4.1-§4.3).

The numbers change from day to day; `BAONHANH_TEST_DAY` repeats a day. `make soak` does all of them.
"""

from __future__ import annotations

from itertools import count

import pytest

from tests.crash.scenarios import kill_at_operations, kill_at_random, kill_in_a_broadcast
from tests.rotation import SEED

pytestmark = [pytest.mark.crash, pytest.mark.xdist_group("crash"), pytest.mark.timeout(180)]


@pytest.mark.rotates
async def test_reports_survive_twelve_kills_at_random_moments(database_url):
    verdict = await kill_at_random(database_url, kills=12, seed=SEED)
    assert not verdict.wrong, verdict
    assert verdict.filed > 0 and verdict.kills == 12


async def test_a_report_survives_a_kill_at_every_seventh_operation(sqlite_url):
    verdict = await kill_at_operations(sqlite_url, count(1 + SEED % 7, 7), seed=SEED)
    assert not verdict.wrong, verdict


@pytest.mark.rotates
async def test_a_broadcast_killed_at_half_reaches_everybody_and_repeats_only_what_was_in_flight(database_url):
    verdict = await kill_in_a_broadcast(database_url, people=1200, seed=SEED)
    assert not verdict.wrong, verdict
    assert verdict.kills
    assert 600 <= verdict.operations < 1200, "it was killed too late to tell anything"


ZALO = [("postgres", "once"), ("sqlite", "again"), ("sqlite", "once")]
"""Webhook on two processes; polls that repeat what they brought; polls that give it once."""


@pytest.mark.rotates("zalo killed")
@pytest.mark.parametrize(("where", "delivers"), ZALO)
async def test_reports_by_zalo_survive_twelve_kills_at_random_moments(request, where, delivers):
    url = request.getfixturevalue(f"{where}_url")
    verdict = await kill_at_random(url, kills=12, seed=SEED, zalo=delivers)
    assert not verdict.wrong, verdict
    assert verdict.filed > 0 and verdict.kills == 12
    if (where, delivers) != ("sqlite", "once"):
        assert verdict.swallowed == 0


@pytest.mark.rotates("zalo killed")
@pytest.mark.parametrize("delivers", ["again", "once"])
async def test_a_report_by_zalo_survives_a_kill_at_every_twenty_first_operation(sqlite_url, delivers):
    verdict = await kill_at_operations(sqlite_url, count(1 + SEED % 21, 21), seed=SEED, zalo=delivers)
    assert not verdict.wrong, verdict
    if delivers == "again":
        assert verdict.swallowed == 0
