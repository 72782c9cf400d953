"""The slip of a referral on paper (phiếu chuyển, DOMAIN §5.C): what to check, by when, to whom to answer.

A draft: number, date and signature stay blank, no classification. It carries what the unit's page carries and
nothing more: no reporter, no channel, no hour of a report (DESIGN §4.9).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from domain.referrals import URGENT
from messages import catalogue, say
from office.desk_rules import DeskRules
from office.layouts import Layout
from storage import directory, matters
from storage.directory import UnitRow
from storage.referrals import ReferralRow

if TYPE_CHECKING:
    from office.paper import Sheet

QR_SIZE = 28
"""Millimetres: read by a phone held over the paper."""


def slip(
    connection: Connection, rules: DeskRules, row: ReferralRow, layout: Layout, contact: str
) -> tuple[str, bytes]:
    """(file name in ASCII, .docx) of a referral; without a link where that is revoked. `contact`: for data
    protection, may be empty."""
    from office.paper import Sheet  # python-docx: loaded with the first document

    zone = rules.calendar(row.made_at).zone
    matter = matters.find(connection, row.matter_id)
    assert matter is not None, "a referral belongs to a matter"
    issuing = directory.find_unit(connection, matter.unit_id)
    upper = directory.find_unit(connection, issuing.parent_id) if issuing.parent_id else None
    unit = directory.find_unit(connection, row.unit_id)
    made_on = row.made_at.astimezone(zone).date()
    sheet = Sheet(layout, row.code, made_on)
    _head(sheet, issuing, upper)
    _title(sheet, row)
    _body(sheet, row, issuing, unit, _due(row, rules), contact)
    _end(sheet, unit, "" if row.link_revoked else rules.links.to(row.id, row.generation))
    return f"Phieu-chuyen_{row.code}_{made_on:%Y%m%d}.docx", sheet.bytes()


def _words(id: str, **args: object) -> str:
    """Documents of the office are Vietnamese."""
    return catalogue("vi").render(say(id, **args))


def _due(row: ReferralRow, rules: DeskRules) -> str:
    """The day; of an urgent referral, which is due within hours, the hour too."""
    due = row.due_at.astimezone(rules.calendar(row.made_at).zone)
    day = f"{due:%d/%m/%Y}"
    return _words("slip-due-hour", hour=f"{due:%H:%M}", day=day) if row.kind == URGENT else day


def _head(sheet: Sheet, issuing: UnitRow, upper: UnitRow | None) -> None:
    from office.paper import RIGHT

    layout = sheet.layout
    sheet.line(_words("slip-draft"), layout.number, align=RIGHT, bold=True, after=6)
    left, right = sheet.columns(0.44, 0.56)
    if upper is not None:
        sheet.line(upper.name.upper(), layout.left_head, within=left)
    sheet.line(issuing.name.upper(), layout.left_head, within=left, bold=True)
    if layout.star:
        sheet.line("*", layout.left_head, within=left)
    else:
        sheet.rule(left, int(sheet.width * 0.44), 0.4)
    sheet.line(_words(f"slip-number-{layout.name}"), layout.number, within=left)
    sheet.line(_words(f"slip-nation-{layout.name}"), layout.head, within=right, bold=True)
    if layout.motto is not None:
        sheet.line(_words("slip-motto"), layout.motto, within=right, bold=True)
    sheet.rule(right, int(sheet.width * 0.56), 0.86)
    if layout.date_below:
        sheet.line(_words("slip-date"), layout.date, align=RIGHT, italic=True)
    else:
        sheet.line(_words("slip-date"), layout.date, within=right, italic=True)


def _title(sheet: Sheet, row: ReferralRow) -> None:
    layout = sheet.layout
    sheet.line("", layout.body)
    if row.kind == URGENT:
        sheet.line(_words("slip-urgent"), layout.title, bold=True)
    sheet.line(_words("slip-title"), layout.title, bold=True)
    sheet.line(_words("slip-abstract", code=row.code), layout.abstract, bold=True)
    if layout.dashes:
        sheet.line("-----", layout.abstract, after=layout.after)
    else:
        sheet.rule(None, sheet.width, 0.3)


def _body(sheet: Sheet, row: ReferralRow, issuing: UnitRow, unit: UnitRow, due: str, contact: str) -> None:
    sheet.line(_words("slip-to", unit=unit.name), sheet.layout.body, after=sheet.layout.after)
    sheet.words(_words("slip-opening", unit=issuing.name, code=row.code))
    said = row.said.strip().splitlines() or [""]
    for number, words in enumerate(said):
        opening, closing = "“" if number == 0 else "", "”" if number == len(said) - 1 else ""
        sheet.words(f"{opening}{words}{closing}", quoted=True)
    sheet.words(_words("slip-area", area=row.area))
    sheet.words(_words("slip-request", unit=unit.name, due=due))
    sheet.words(_words("slip-parts"))
    phone = _words("slip-phone", phone=issuing.duty_phone) if issuing.duty_phone else ""
    data = _words("slip-data", contact=contact) if contact else ""
    end = "." if sheet.layout.name == "dang" else "./."
    sheet.words(_words("slip-contact", unit=issuing.name) + phone + data + end)


def _end(sheet: Sheet, unit: UnitRow, link: str) -> None:
    from office.paper import LEFT

    layout = sheet.layout
    head, items = layout.recipients
    left, _ = sheet.columns(0.5, 0.5)  # the right half is for the signature
    old = layout.recipients_underlined
    sheet.line(
        _words("slip-recipients"), head, within=left, align=LEFT, bold=not old, italic=not old, underline=old
    )
    for one in (f"- {unit.name};", _words(f"slip-filed-{layout.name}")):
        sheet.line(one, items, within=left, align=LEFT)
    if not link:
        return
    sheet.line("", layout.body)
    code, words = sheet.columns(0.2, 0.8)
    sheet.picture(_qr(link), QR_SIZE, code)
    sheet.line(_words("slip-link"), layout.number, within=words, align=LEFT, bold=True)
    sheet.line(link, 10, within=words, align=LEFT)
    sheet.line(_words("slip-link-hint"), layout.recipients[1], within=words, align=LEFT, italic=True)


def _qr(link: str) -> bytes:
    import segno

    out = io.BytesIO()
    segno.make(link, error="m").save(out, kind="png", scale=8, border=1)
    return out.getvalue()
