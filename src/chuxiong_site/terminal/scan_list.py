"""The numerals of a text as a table for people, or as JSON for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from ..build.scans import Scanned
from ..model.display_names import KIND_NAMES, QUALIFIER_NAMES
from ..model.numeral import Numeral, NumeralKind, Qualifier, describe_decimal
from ..problems.describe import describe_visibly, text_width
from ..rendering.data.data_files import describe_extent

AROUND = 24
"""How many characters of the sentence are shown on each side of a number."""
HEADINGS = ("位置", "数", "类别", "值", "单位", "限定", "原句")


def describe_scan(scanned: Scanned, style: str) -> str:
    """Return the numerals of a text in one of the styles `text` and `json`."""
    if style == "json":
        records = [describe_numeral(numeral, *scanned.find_place(numeral)) for numeral in scanned.numerals]
        return json.dumps(records, ensure_ascii=False, indent=1)
    rows = [HEADINGS, *(_describe_row(scanned, numeral) for numeral in scanned.numerals)]
    return "\n".join([*_align(rows), _describe_count(scanned.numerals)])


def describe_numeral(numeral: Numeral, start: int, end: int) -> dict[str, Any]:
    """Return one numeral with the fields of the contract; `upper`, `per` and the like only where there is one."""
    row: dict[str, Any] = {
        "start": start,
        "end": end,
        "text": numeral.text,
        "kind": numeral.kind.value,
        "value": None if numeral.value is None else describe_decimal(numeral.value),
        "unit": numeral.unit,
        "approximate": numeral.approximate,
        "qualifier": numeral.qualifier.value if numeral.qualifier else None,
    }
    lower = {} if numeral.lower is None else {"lower": describe_decimal(numeral.lower)}
    return row | lower | describe_extent(numeral)


def _describe_row(scanned: Scanned, numeral: Numeral) -> tuple[str, ...]:
    value = _describe_value(numeral)
    found = numeral.qualifier or (Qualifier.APPROXIMATE if numeral.approximate else None)
    qualifier = QUALIFIER_NAMES[found] if found else ""
    cells = (
        scanned.describe_place(numeral.span), numeral.text, KIND_NAMES[numeral.kind], value, numeral.unit, qualifier,
        _describe_sentence(scanned.text, numeral),
    )  # fmt: skip
    return tuple(map(describe_visibly, cells))


def _describe_value(numeral: Numeral) -> str:
    """Return the value in one cell: 3～5, 2.1/100000, 21:38:41, ≥100000 where it is left open."""
    if numeral.value is None:
        members = ":".join(map(describe_decimal, numeral.members))
        return members or ("" if numeral.lower is None else f"≥{describe_decimal(numeral.lower)}")
    upper = "" if numeral.upper is None else f"～{describe_decimal(numeral.upper)}"
    per = "" if numeral.per is None else f"/{describe_decimal(numeral.per)}"
    return describe_decimal(numeral.value) + upper + per


def _describe_sentence(text: str, numeral: Numeral) -> str:
    """Return the words of the sentence on both sides of the number."""
    start, end = numeral.span.start, numeral.span.end
    before = re.split(r"[。！？\n]", text[max(0, start - AROUND) : start])[-1]
    after = re.split(r"[。！？\n]", text[end : end + AROUND])[0]
    return f"{before.lstrip()}【{numeral.text}】{after}"


def _align(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Pad every column but the last to its widest cell, as terminals count."""
    rows = tuple(rows)
    widths = [max(map(text_width, column)) for column in zip(*rows, strict=True)][:-1]
    return [
        "  ".join(
            [
                *(cell + " " * (width - text_width(cell)) for cell, width in zip(row, widths, strict=False)),
                row[-1],
            ]
        )
        for row in rows
    ]


def _describe_count(numerals: tuple[Numeral, ...]) -> str:
    quantities = sum(numeral.kind is NumeralKind.FACT for numeral in numerals)
    return (
        f"共 {len(numerals)} 个数：{quantities} 个数字，{len(numerals) - quantities} 个年份、序号、名称等。"
    )
