"""Figures as Markdown: what each subject did, and how it compares with what was aimed at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass, fields
from statistics import median

from bench.measure import Measured

Figures = Mapping[tuple[str, str], Measured]
"""The medians by (variant, subject)."""

SHOWN: tuple[tuple[str, str, int], ...] = (
    ("reports/s", "reports_s", 1),
    ("updates/s", "updates_s", 0),
    ("p50, ms", "p50_ms", 0),
    ("p99, ms", "p99_ms", 0),
    ("CPU/report, ms", "cpu_ms", 2),
    ("RSS, MiB", "rss_mib", 0),
    ("requests/report", "requests", 1),
    ("commits/update", "commits", 3),
    ("loop lag p99, ms", "lag_p99_ms", 1),
    ("others on its core, %", "others", 0),
)
NOISY = 10.0


def medians(runs: list[Measured]) -> Measured:
    """Each figure's median over the runs of one subject."""
    columns = zip(*(astuple(run) for run in runs), strict=True)
    return Measured(
        **{field.name: median(column) for field, column in zip(fields(Measured), columns, strict=True)}
    )


@dataclass(frozen=True)
class Goal:
    """Something aimed at: `at_most` a figure, else at least; `figure` raises KeyError if a run is missing."""

    name: str
    figure: Callable[[Figures], float]
    must: float
    stretch: float | None
    at_most: bool = False
    unit: str = "×"

    def row(self, figures: Figures) -> str:
        """A line of the table."""
        bounds = f"{self._bound(self.must)} | {self._bound(self.stretch)}"
        try:
            value = self.figure(figures)
        except (KeyError, ZeroDivisionError):
            return f"| {self.name} | – | {bounds} | not measured |"
        return f"| {self.name} | {_number(value)} {self.unit} | {bounds} | {self._verdict(value)} |"

    def _verdict(self, value: float) -> str:
        if not self._meets(value, self.must):
            return "**missed**"
        return "stretch" if self.stretch is not None and self._meets(value, self.stretch) else "must"

    def _meets(self, value: float, bound: float) -> bool:
        return value <= bound if self.at_most else value >= bound

    def _bound(self, bound: float | None) -> str:
        return "" if bound is None else f"{'≤' if self.at_most else '≥'} {bound:g}"


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def _of(variant: str, subject: str, name: str) -> Callable[[Figures], float]:
    return lambda figures: float(getattr(figures[variant, subject], name))


def _ratio(name: str, above: tuple[str, str], below: tuple[str, str]) -> Callable[[Figures], float]:
    return lambda figures: _of(*above, name)(figures) / _of(*below, name)(figures)


OURS = ("load", "sqlite")
GOALS = (
    Goal("durable reports/s against A", _ratio("reports_s", OURS, ("load", "A")), 4, 8),
    Goal("durable reports/s against B", _ratio("reports_s", OURS, ("load", "B")), 6, 13),
    Goal("durable updates/s against the echo bot", _ratio("updates_s", OURS, ("load", "echo")), 1.4, 4),
    Goal("p99 update → reply against A", _ratio("p99_ms", OURS, ("load", "A")), 0.3, 0.15, True),
    Goal("CPU per report against A", _ratio("cpu_ms", OURS, ("load", "A")), 0.3, 0.13, True),
    Goal(
        "answers take 80 ms: reports/s against A",
        _ratio("reports_s", ("80 ms", "sqlite"), ("80 ms", "A")),
        40,
        60,
    ),
    Goal(
        "every fsync 5 ms slower: reports/s against B",
        _ratio("reports_s", ("fsync", "sqlite"), ("fsync", "B")),
        20,
        35,
    ),
    Goal("… share of the own fast-disk rate", _ratio("reports_s", ("fsync", "sqlite"), OURS), 0.6, 0.8),
    Goal("commits per update, idle", _of("idle", "sqlite", "commits"), 1, None, True, ""),
    Goal("commits per update, saturated", _of(*OURS, "commits"), 0.1, 0.05, True, ""),
    Goal("commits on an event loop", _of(*OURS, "on_loop"), 0, None, True, ""),
    Goal("event loop late, p99", _of(*OURS, "lag_p99_ms"), 50, 20, True, "ms"),
    Goal("requests per report, polling", _of(*OURS, "requests"), 8, 6, True, ""),
    Goal("requests per report, webhook", _of("webhook", "sqlite", "requests"), 6, 4, True, ""),
    Goal(
        "a report with 10⁶ stored against 10³",
        _ratio("reports_s", ("10³", "sqlite"), ("10⁶", "sqlite")),
        2,
        1.5,
        True,
    ),
    Goal("RSS under load", _of(*OURS, "rss_mib"), 110, 80, True, "MiB"),
    Goal("`--help`", _of("start", "help", "p50_ms"), 300, 150, True, "ms"),
    Goal("start to first poll", _of("start", "poll", "p50_ms"), 1000, 500, True, "ms"),
    Goal("PostgreSQL against SQLite, reports/s", _ratio("reports_s", ("load", "postgres"), OURS), 0.7, 1),
)


def goals(figures: Figures) -> str:
    """The goals as a table."""
    head = "| | measured | must | stretch | |\n| --- | ---: | ---: | ---: | --- |"
    return "\n".join([head, *(goal.row(figures) for goal in GOALS)])


def runs(figures: Figures) -> str:
    """Every run as a table, one line each; and a warning where something else used the core."""
    head = "| run | " + " | ".join(title for title, _, _ in SHOWN) + " |"
    lines = [head, "| --- |" + " ---: |" * len(SHOWN)]
    for (variant, subject), measured in figures.items():
        if variant == "start":
            continue
        cells = (f"{getattr(measured, name):.{digits}f}" for _, name, digits in SHOWN)
        lines.append(f"| {variant}: {subject} | " + " | ".join(cells) + " |")
    if any(measured.others > NOISY for measured in figures.values()):
        lines.append(f"\nSomething else used more than {NOISY:.0f} % of the subject's core: measure again.")
    return "\n".join(lines)
