"""Verdicts on figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bench import table
from bench.measure import Measured, percentile

QUIET = Measured(
    reports_s=400, updates_s=1200, p50_ms=60, p99_ms=90, cpu_ms=2, rss_mib=75, requests=6.5, commits=0.04
)
GOALS = {goal.name: goal for goal in table.GOALS}


@pytest.mark.parametrize(("theirs", "verdict"), [(40, "stretch"), (80, "must"), (200, "**missed**")])
def test_a_ratio_is_judged_by_both_bounds(theirs: float, verdict: str) -> None:
    figures = {("load", "sqlite"): QUIET, ("load", "A"): replace(QUIET, reports_s=theirs)}
    assert GOALS["durable reports/s against A"].row(figures).endswith(f"| {verdict} |")


def test_less_is_better_where_the_goal_says_so() -> None:
    row = GOALS["RSS under load"].row({("load", "sqlite"): replace(QUIET, rss_mib=111)})
    assert "≤ 110" in row and "**missed**" in row


def test_what_was_not_run_is_said_to_be_missing() -> None:
    assert all("not measured" in goal.row({}) for goal in table.GOALS)


def test_the_median_of_the_rounds_counts() -> None:
    rounds = [replace(QUIET, reports_s=rate) for rate in (100, 400, 390)]
    assert table.medians(rounds).reports_s == 390


def test_a_core_shared_with_others_is_warned_of() -> None:
    assert "measure again" in table.runs({("load", "A"): replace(QUIET, others=30)})
    assert "measure again" not in table.runs({("load", "A"): QUIET})


def test_a_percentile_is_one_of_the_values() -> None:
    assert percentile(range(1, 101), 99) == 100
    assert percentile([], 99) == 0
