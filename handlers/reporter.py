"""/nguoibao: who made a report, for a coordinator of its unit. The reporter reads who asked, and why."""

from __future__ import annotations

from dialog.choice import Choice
from dialog.engine import ask
from dialog.parsed import Parsed
from dialog.reason import Reason
from domain.facts import Facts
from domain.reasons import is_reason
from domain.unveiling import Unveil, report_number
from messages import say

LONGEST = 200
"""Characters of a reason."""


async def reporter(facts: Facts) -> Unveil:
    """Which report, and why; whether it may be told is for the office to say."""
    code = Parsed(Choice((say("p-reporter-of"),), ()), report_number, say("e-report-code"))
    report = int(await ask("code", code))
    asks = (say("p-reporter-why", code=f"PA-{report}"),)
    reason = await ask("reason", Reason(asks, longest=LONGEST, wordless=say("e-reason"), enough=is_reason))
    return Unveil(report, reason.text)
