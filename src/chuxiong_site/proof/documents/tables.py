"""Data files as rows: JSON, CSV, and the sheets of a workbook, with cells as the texts that they hold."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any
from xml.etree import ElementTree as ET

from ...model.errors import SiteError

BOM = b"\xef\xbb\xbf"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
FORMULA, VALUE = f"{MAIN}f", f"{MAIN}v"
ESCAPED = re.compile("_x([0-9A-F]{4})_")
"""How a workbook writes a control character."""
Row = dict[str, str]
"""Column → cell; a cell without a value is an empty text."""


class UnreadableError(SiteError, ValueError):
    """A file is not what its name says; the message says why, in Chinese."""


def read_json(data: bytes) -> Any:
    """Return the value of a JSON file; numbers with a point are `Decimal`."""
    try:
        return json.loads(data, parse_float=Decimal)
    except ValueError as error:
        raise UnreadableError("不是完好的 JSON") from error


def say_cell(value: Any) -> str:
    """Return a JSON value as the text of a cell: lists joined, null empty."""
    if value is None:
        return ""
    if isinstance(value, list):
        return " ".join(say_cell(item) for item in value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def read_rows(entries: Any) -> list[Row]:
    """Return the records of a JSON list as rows."""
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise UnreadableError("该是一列记录的地方不是")
    return [{str(key): say_cell(value) for key, value in entry.items()} for entry in entries]


def read_csv(data: bytes) -> list[Row]:
    """Return the rows of a CSV file for spreadsheet programs; it begins with a BOM."""
    if not data.startswith(BOM):
        raise UnreadableError("开头没有 BOM，电子表格会显示乱码")
    text = data.removeprefix(BOM).decode("utf-8", "replace")
    lines = list(csv.reader(io.StringIO(text, newline="")))
    head = lines[0] if lines else []
    if any(len(line) != len(head) for line in lines):
        raise UnreadableError("各行的列数不同")
    return [dict(zip(head, line, strict=True)) for line in lines[1:]]


@lru_cache(maxsize=1)  # asked for each of its sheets
def read_workbook(data: bytes) -> Mapping[str, list[list[str]]]:
    """Return every sheet's lines of cells; a formula anywhere is refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            words = [
                ESCAPED.sub(
                    lambda match: chr(int(match[1], 16)),
                    "".join(text.text or "" for text in item.iter(f"{MAIN}t")),
                )
                for item in ET.fromstring(archive.read("xl/sharedStrings.xml"))
            ]
            return {
                title: _read_sheet(archive.read(f"xl/{name}"), words) for title, name in _list_sheets(archive)
            }
    except UnreadableError:
        raise
    except (zipfile.BadZipFile, KeyError, ET.ParseError, IndexError, ValueError, ArithmeticError) as error:
        raise UnreadableError("不是完好的工作簿") from error


def _list_sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    relations = ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for sheet in ET.fromstring(archive.read("xl/workbook.xml")).iter(f"{MAIN}sheet"):
        yield sheet.get("name", ""), targets[sheet.get(RELATION)]


def _read_sheet(data: bytes, words: list[str]) -> list[list[str]]:
    lines = []
    for row in ET.fromstring(data).iter(f"{MAIN}row"):
        line: list[str] = []
        for cell in row.iter(f"{MAIN}c"):
            column = _read_column(cell.get("r", "A1").rstrip("0123456789"))
            line += [""] * (column - len(line))
            line.append(_read_cell(cell, words))
        lines.append(line)
    return lines


def _read_cell(cell: ET.Element, words: list[str]) -> str:
    text = None
    for part in cell:
        if part.tag == FORMULA:
            raise UnreadableError(f"单元格 {cell.get('r')} 是公式")
        if part.tag == VALUE and text is None:
            text = part.text or ""
    kind = cell.get("t")
    if kind == "s":
        return words[int(text or "")]
    return f"{Decimal(text):f}" if text and kind not in {"str", "inlineStr"} else text or ""


@cache
def _read_column(letters: str) -> int:
    """Return the place of a column from its letters, counted from 0."""
    number = 0
    for char in letters:
        number = number * 26 + ord(char) - ord("A") + 1
    return number - 1
