"""`facts.xlsx`: a cover, notes, one table a sheet. Numbers are numbers, words are words, nothing is a formula."""

from __future__ import annotations

import datetime
import io
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from ...memory import remember
from ...model.numeral import describe_decimal
from ...model.records import dataclass
from ..export import ExportInputs
from ..frame.dates import iso_date
from .packing import pack_files, unpack_files
from .sheets import Cell, Number, Sheet, describe_cover, describe_sheets

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

COVER_TITLE = "说明"
FONT = MappingProxyType({"font_name": "等线", "font_size": 11, "valign": "top"})
"""Handed on as a copy each time: the library writes into what it is given."""
LONG = 40
"""Columns this wide hold sentences; they wrap."""
A4 = 9
EXACT = 15
"""Spreadsheets hold numbers of so many digits exactly. They are written as decimals: a float would say 95.06999999999999."""
SHIELDS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""What stands in a cell is never more than text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All that a workbook says."""

    title: str
    author: str
    comments: str
    created: str
    """The day of publication, `2024-01-18`; empty when it is not known."""
    cover: tuple[tuple[str, Cell], ...]
    sheets: tuple[Sheet, ...]


def render_workbook(inputs: ExportInputs) -> bytes:
    """Return the workbook. No file is opened; times come from the report, not from a clock."""
    context, report_findings = inputs.context, inputs.context.report_findings
    contents = Contents(
        title=inputs.report.title,
        author=context.site.name,
        comments=context.site.notice,
        created=iso_date(inputs.report.disclosure.published),
        cover=describe_cover(context.site, report_findings),
        sheets=describe_sheets(report_findings),
    )
    return write_workbook(contents)


@remember
def write_workbook(contents: Contents) -> bytes:
    """Return the workbook's bytes; the library is imported only for one that no earlier run has written."""
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(
        stream,
        {"in_memory": True, "default_format_properties": {**FONT}, "default_date_format": "", **SHIELDS},
    )
    book.set_properties(
        {
            "title": contents.title,
            "author": contents.author,
            "comments": contents.comments,
            "created": _describe_time(contents.created),
        }
    )
    formats = _Formats(book)
    _write_cover(book.add_worksheet(COVER_TITLE), formats, contents.cover)
    for sheet in contents.sheets:
        _write_sheet(book.add_worksheet(sheet.title), formats, sheet)
    book.close()
    return pack_files(unpack_files(stream.getvalue()))


class _Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.text = book.add_format({**FONT})
        self.wrapped = book.add_format({**FONT, "text_wrap": True})
        self.label = book.add_format({**FONT, "bold": True})
        self._numbers: dict[int, Format] = {}

    def number(self, places: int) -> Format:
        """Return the format that shows just so many places, without grouping."""
        if places not in self._numbers:
            pattern = "0" + ("." + "0" * places if places else "")
            self._numbers[places] = self.book.add_format({**FONT, "num_format": pattern, "align": "right"})
        return self._numbers[places]


def _write_cover(page: Worksheet, formats: _Formats, lines: tuple[tuple[str, Cell], ...]) -> None:
    page.set_column(0, 0, 26)
    page.set_column(1, 1, 90)
    page.hide_gridlines(2)
    _set_print(page)
    for number, (label, cell) in enumerate(lines):
        page.write_string(number, 0, label, formats.label)
        _write_cell(page, (number, 1), cell, formats, wrapped=True, align_left=True)


def _write_sheet(page: Worksheet, formats: _Formats, sheet: Sheet) -> None:
    for index, column in enumerate(sheet.columns):
        page.set_column(index, index, column.width)
    page.freeze_panes(1, min(2, len(sheet.columns) - 1))
    page.add_table(
        0,
        0,
        max(1, len(sheet.rows)),
        len(sheet.columns) - 1,
        {
            "name": sheet.name,
            "style": "Table Style Light 1",
            "columns": [{"header": column.title} for column in sheet.columns],
        },
    )
    for number, row in enumerate(sheet.rows, start=1):
        for index, cell in enumerate(row):
            wrapped = sheet.columns[index].width >= LONG
            _write_cell(page, (number, index), cell, formats, wrapped=wrapped)
    page.repeat_rows(0)
    _set_print(page)


def _write_cell(
    page: Worksheet,
    place: tuple[int, int],
    cell: Cell,
    formats: _Formats,
    *,
    wrapped: bool = False,
    align_left: bool = False,
) -> None:
    """Write a cell as what it is; a number that a spreadsheet cannot hold exactly is written as text."""
    if isinstance(cell, Number):
        if len(cell.value.normalize().as_tuple().digits) <= EXACT:
            style = formats.text if align_left else formats.number(cell.places)
            page.write_number(*place, Decimal(describe_decimal(cell.value)), style)
        else:
            page.write_string(*place, f"{cell.value:f}", formats.text)
    elif cell:
        page.write_string(*place, cell, formats.wrapped if wrapped else formats.text)


def _set_print(page: Worksheet) -> None:
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)


def _describe_time(day: str) -> datetime.datetime:
    """Return the start of the day of publication: a workbook must say when it was made."""
    year, month, date = (int(part) for part in (day or "2000-01-01").split("-"))
    return datetime.datetime(year, month, date)  # noqa: DTZ001  # the format knows no time zones
