"""[✅ Đã xong] under a question about an alert: nothing closes without a word of what was done."""

from __future__ import annotations

from dialog.engine import ask
from dialog.words import Words
from domain.alerts import LONGEST_DONE, Settle
from domain.commands import Tell
from domain.facts import Facts
from messages import say


async def alert_done(facts: Facts) -> Settle | Tell:
    """What was done, in short; the reporter reads it."""
    alert = facts.alert
    if alert is None:
        return Tell((say("turn-claim-gone"),))
    said = await ask("done", Words((say("p-done", code=alert.code),), longest=LONGEST_DONE))
    return Settle(alert.id, said.text)
