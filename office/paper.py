"""A sheet of A4 by a `Layout`: paragraphs, heads in two columns, rules, pictures. Loads python-docx.

Columns are tables without lines and rules are borders of paragraphs (DOMAIN §4), so that a clerk can go on
writing in the document.
"""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.text.paragraph import Paragraph

from office.layouts import A4, FONT, Layout

CENTRE, LEFT, RIGHT, BOTH = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
_FONTS = ("ascii", "hAnsi", "cs", "eastAsia")


class Sheet:
    """A document under way."""

    def __init__(self, layout: Layout, title: str, made_on: date) -> None:
        """An empty document; `title` and `made_on` are all that it says of itself."""
        self.layout = layout
        self.document = Document()
        self._set_page()
        self._set_font()
        self._number_pages()
        about = self.document.core_properties
        about.title, about.author, about.comments = title, "", ""
        about.created = about.modified = datetime.combine(made_on, time())

    def _set_page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(A4[0]), Mm(A4[1])
        top, bottom, left, right = map(Mm, self.layout.margins)
        section.top_margin, section.bottom_margin = top, bottom
        section.left_margin, section.right_margin = left, right
        section.different_first_page_header_footer = True
        self.width = section.page_width - left - right

    def _set_font(self) -> None:
        """One font for every kind of letter, in the style that all others are based on."""
        normal = self.document.styles["Normal"]
        normal.font.size = Pt(self.layout.body)
        for properties in (
            normal.element.get_or_add_rPr(),
            self.document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"),
        ):
            fonts = properties.get_or_add_rFonts()
            fonts.attrib.clear()
            for kind in _FONTS:
                fonts.set(qn(f"w:{kind}"), FONT)

    def _number_pages(self) -> None:
        """In the middle of the top margin, not on the first page."""
        line = self.document.sections[0].header.paragraphs[0]
        line.alignment = CENTRE
        run = line.add_run()
        run.font.size = Pt(self.layout.page_number)
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            if kind:
                part = OxmlElement("w:fldChar")
                part.set(qn("w:fldCharType"), kind)
            else:
                part = OxmlElement("w:instrText")
                part.text = text
            run._r.append(part)

    def columns(self, *widths: float) -> list[Any]:
        """Cells side by side without lines, as parts of the width of the text."""
        table = self.document.add_table(rows=1, cols=len(widths))
        table.autofit = False
        for cell, part in zip(table.rows[0].cells, widths, strict=True):
            cell.width = int(self.width * part)
        return list(table.rows[0].cells)

    def line(
        self,
        text: str,
        size: int,
        *,
        within: Any = None,
        align: WD_ALIGN_PARAGRAPH = CENTRE,
        bold: bool = False,
        italic: bool = False,
        underline: bool = False,
        after: float = 0,
    ) -> Paragraph:
        """One line of a head or a list."""
        paragraph = _paragraph(within or self.document)
        paragraph.alignment = align
        paragraph.paragraph_format.space_before = Pt(0)
        paragraph.paragraph_format.space_after = Pt(after)
        run = paragraph.add_run(text)
        run.font.size, run.bold, run.italic, run.underline = Pt(size), bold, italic, underline
        return paragraph

    def words(self, text: str, *, quoted: bool = False) -> Paragraph:
        """A paragraph of the body."""
        paragraph = self.line(text, self.layout.body, align=BOTH, after=self.layout.after)
        form = paragraph.paragraph_format
        form.first_line_indent = Cm(self.layout.first_line)
        if self.layout.line is not None:
            form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
            form.line_spacing = Pt(self.layout.line)
        if quoted:
            form.left_indent = Cm(self.layout.first_line)
        return paragraph

    def rule(self, within: Any, width: int, part: float) -> None:
        """A line below what stands before, `part` of `width` wide: the border of an empty paragraph."""
        paragraph = self.line("", 2, within=within)
        aside = int(width * (1 - part) / 2)
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = aside
        border = OxmlElement("w:pBdr")
        top = OxmlElement("w:top")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
            top.set(qn(f"w:{name}"), value)
        border.append(top)
        paragraph._p.get_or_add_pPr().insert_element_before(
            border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )

    def picture(self, data: bytes, millimetres: float, within: Any) -> None:
        """A square picture."""
        _paragraph(within).add_run().add_picture(io.BytesIO(data), width=Mm(millimetres))

    def bytes(self) -> bytes:
        """The document as a file."""
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()


def _paragraph(within: Any) -> Paragraph:
    """The next paragraph of a document or cell; the first of a cell is there already."""
    first: Paragraph | None = within.paragraphs[0] if hasattr(within, "_tc") else None
    if first is not None and len(within.paragraphs) == 1 and first._p.pPr is None and not first.runs:
        return first
    added: Paragraph = within.add_paragraph()
    return added
