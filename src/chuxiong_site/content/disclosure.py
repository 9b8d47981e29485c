"""Check the disclosure fields of the front matter against the head of the captured page."""

from __future__ import annotations

import re

from ..model.captured import drop_hidden
from ..model.catalogue import Disclosure
from ..model.place import Place
from ..model.rules import list_descriptions
from ..problems import Problem

LABELS = list_descriptions(Disclosure)
"""Field → its label on the official page, in the page's order."""
ALSO = {
    "index_number": ("信息索引号",),
    "publisher": ("发布机关", "发文机关", "发文机构", "发布单位", "发文单位"),
    "published": ("发布时间", "公开日期", "公开时间"),
    "document_number": ("发文字号",),
    "title": ("信息名称", "名称"),
    "written": ("成文时间", "生成日期"),
}
"""Field → how other sites call it."""
NAMES = {label: name for name in LABELS for label in (LABELS[name], *ALSO.get(name, ()))}
_LABEL = re.compile(rf"[【\[]?({'|'.join(sorted(NAMES, key=len, reverse=True))})[】\]]?[:：](.*)", re.DOTALL)
_NEXT = re.compile(r"\s+(?=[一-鿿]{2,6}[:：])")
"""Where another field begins in the same cell."""
_TIME = re.compile(r"(?<=[0-9日])[ T]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$")
"""The time of the day behind a date: no part of it."""
_BLANK = r"[ \u3000\xa0]*"
_SPREAD = re.compile(
    f"(?:{'|'.join(_BLANK.join(label) for label in sorted(NAMES, key=len, reverse=True))}){_BLANK}(?=[:：])"
)
"""A label with blanks in it: 文 号:, 索 引 号：."""


def read_captured(head: str) -> dict[str, str]:
    """Return the fields found in the head of the page, blanks and hidden characters removed.

    `|`, a tab and the next field end a value; one that its label does not have beside it stands in the next cell.
    """
    cells = _list_cells(drop_hidden(head))
    found: dict[str, str] = {}
    for index, (cell, end) in enumerate(cells):
        match = _LABEL.match(cell)
        if match is None or NAMES[match[1]] in found:
            continue
        value = match[2].strip()
        if not value and end != "|":
            value = _find_value(cells[index + 1 :])
        found[NAMES[match[1]]] = re.sub(r"\s+", "", _TIME.sub("", value))
    return found


def _list_cells(head: str) -> list[tuple[str, str]]:
    """Return the cells of all lines, each with what ends it: `|`, a tab, a line end or another field."""
    cells = []
    for match in re.finditer(
        r"([^|\t\n]*)([|\t\n]|$)", _SPREAD.sub(lambda label: re.sub(_BLANK, "", label[0]), head)
    ):
        *others, last = _NEXT.split(match[1].strip())
        cells += [*((other, " ") for other in others), (last, match[2])]
    return cells


def _find_value(after: list[tuple[str, str]]) -> str:
    """Return the cell that follows a label without a value; empty when that is another field or there is none."""
    for cell, end in after:
        if cell:
            return "" if re.match(r"[^:：，。]{1,8}[:：]", cell) else cell
        if end != "\n":
            return ""
    return ""


def check_disclosure(disclosure: Disclosure, head: str, places: dict[str, Place], file: str) -> list[Problem]:
    """Return a problem for every field that differs from the captured page."""
    captured = read_captured(head)
    problems = []
    for name, value in captured.items():
        written = re.sub(r"\s+", "", drop_hidden(getattr(disclosure, name)))
        if written != value:
            problems.append(
                Problem(
                    code="E320",
                    place=places.get(name, Place(file=file)),
                    found=f"{LABELS[name]}" + (f"写的是「{written}」" if written else "没有填"),
                    expected=f"与采集页相同：「{value}」" if value else "与采集页相同：没有填",
                    hint="" if value else '原页留空的也留空，写成 ""，不要补写。',
                )
            )
    return problems
