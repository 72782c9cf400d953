"""What receipts of reports have in common."""

from __future__ import annotations

from sqlalchemy import Connection

from messages import Say, Text, say
from office import alerting
from office.ids import button
from office.reporting import Filed
from office.rules import Rules

SHOWN = 700
"""Characters of a report that its receipt repeats."""


def shown(said: str) -> str:
    """The text, cut where it is long."""
    return said if len(said) <= SHOWN else said[: SHOWN - 1] + "…"


def urgent_line(connection: Connection, unit_id: int, filed: Filed, rules: Rules, *, sealed: bool) -> Say:
    """How many were alerted; whom to call where nobody was."""
    told, phone = "c-urgent-sealed" if sealed else "c-urgent", ""
    if not filed.alerted:
        phone = alerting.duty_phone(connection, unit_id, rules, sealed=sealed) or "113"
    return say(told, code=filed.code, n=filed.alerted or 0, phone=phone)


def editable_line(rules: Rules) -> Say:
    """How long it can be changed and withdrawn."""
    return say("turn-editable", minutes=int(rules.editable.total_seconds() // 60))


def receipt_rows(report_id: int) -> list[list[tuple[str, Text]]]:
    """Its buttons: add, withdraw."""
    return [[(button("more", report_id), say("b-more")), (button("undo", report_id), say("b-undo"))]]
