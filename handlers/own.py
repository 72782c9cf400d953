"""Which of one's own reports is meant when none is named."""

from __future__ import annotations

from domain.facts import Facts, ReportFacts


def newest(facts: Facts) -> ReportFacts | None:
    """The last report that was not withdrawn."""
    return next((report for report in facts.reports if report.status != "withdrawn"), None)
