"""Charts as pictures, drawn when their message is sent. Loads matplotlib, at the first chart only.

A chart travels as numbers in its outbox row; what may be shown was decided before (`domain/polls.py`).
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

WIDTH, DPI = 6.0, 180
"""Inches and dots: 1,080 dots across, a phone's width."""
INK, BAR, PAPER = "#111111", "#0b5cad", "#ffffff"
"""Black and one dark colour on white: to be read in the sun."""
WRAPPED = 44
"""Characters of a label in one line; labels stand above their bars, so that long ones have room."""
SHORT = 9
"""If no label has more characters, they stand beside their bars."""
EDGE, LINE, TITLE_LINE = 0.3, 0.27, 0.34
"""Inches."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Horizontal bars: (label, what is shown of the count, length from 0 to 1)."""

    title: str
    bars: tuple[tuple[str, str, float], ...]
    note: str


def chart_in(body: Mapping[str, Any]) -> Chart | None:
    """The chart of a message's body, if it has one."""
    given = body.get("chart")
    if given is None:
        return None
    bars = tuple((str(label), str(shown), float(length)) for label, shown, length in given["bars"])
    return Chart(given["title"], bars, given["note"])


@lru_cache(maxsize=32)
def png(chart: Chart) -> bytes:
    """The chart as a PNG picture; the same for everybody it goes to, so drawn once."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    title = textwrap.wrap(chart.title, 38) or [""]
    labels = [textwrap.wrap(label, WRAPPED) or [""] for label, _, _ in chart.bars]
    beside = max((len(label) for label, _, _ in chart.bars), default=0) <= SHORT
    heights = [0.42 if beside else len(lines) * LINE + 0.52 for lines in labels]
    height = 0.45 + len(title) * TITLE_LINE + sum(heights) + 0.55
    figure = Figure(figsize=(WIDTH, height), dpi=DPI, facecolor=PAPER)
    FigureCanvasAgg(figure)  # no window, no pyplot: safe beside other threads
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(height, 0)
    axes.axis("off")
    write: dict[str, Any] = {"color": INK, "va": "top", "parse_math": False}
    axes.text(EDGE, 0.25, "\n".join(title), fontsize=17, fontweight="bold", linespacing=1.25, **write)
    top = 0.4 + len(title) * TITLE_LINE
    left = EDGE + (0.12 * max(len(lines[0]) for lines in labels) + 0.15 if beside and labels else 0)
    for lines, (_, shown, length), tall in zip(labels, chart.bars, heights, strict=True):
        axes.text(EDGE, top, "\n".join(lines), fontsize=13, linespacing=1.2, **write)
        middle = top + (0.1 if beside else len(lines) * LINE + 0.13)
        long = (WIDTH - left - 1.1) * length
        axes.barh(middle, long, height=0.24, left=left, color=BAR)
        at = left + long + (0.1 if length else 0)
        axes.text(at, middle, shown, fontsize=15, fontweight="bold", **write | {"va": "center"})
        top += tall
    axes.text(EDGE, height - 0.4, chart.note, fontsize=11.5, **write)
    out = io.BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()
