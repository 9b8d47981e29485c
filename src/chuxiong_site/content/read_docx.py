"""A Word document → the HTML of its text; documents whose text is not settled are refused."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from ..model.place import Place
from ..problems import Problem
from .refused_files import DOCUMENT

MAX_XML = 40_000_000
"""Bytes of the text's XML: no report has as much."""
CHANGED = re.compile(rb"<w:(ins|del|moveFrom|moveTo)\b[^>]*w:(?:author|id)=")
"""Changes that nobody has accepted or refused."""
NUMBERED = re.compile(rb"<w:numPr>")
BREAKS = {"\v": "\n", "\f": "\n"}


def read_docx(name: str, data: bytes) -> tuple[str, list[Problem]]:
    """Return the text as HTML: headings, paragraphs, tables, an `img` for each picture; no headers, footers, comments."""
    from mammoth import convert_to_html, images  # its grammar costs time, and most texts are no documents

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = package.getinfo(DOCUMENT).file_size
            xml = package.read(DOCUMENT) if size <= MAX_XML else b""
        if not xml:
            return "", [_create_problem("E104", name, f"{size:,} 字节的文字", f"不超过 {MAX_XML:,} 字节")]
        if changes := len(CHANGED.findall(xml)):
            hint = "在 Word 或 WPS 的「审阅」里全部接受或拒绝，定稿以后再存一次。"
            return "", [_create_problem("E124", name, f"{changes} 处修订还没有接受或拒绝", "定稿", hint)]
        made: Any = convert_to_html(io.BytesIO(data), convert_image=images.img_element(_leave_out))
    except Exception as error:
        # A damaged document can fail in any way inside zip, XML and the converter.
        hint = f"用 Word 或 WPS 打开再存一次（{type(error).__name__}）。"
        return "", [_create_problem("E123", name, "读不懂的 .docx", "完好的 .docx", hint)]
    return f"<html><body>{made.value}</body></html>", []


def has_numbering(data: bytes) -> bool:
    """Tell whether Word numbers paragraphs by itself: those numbers are no text of the document."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return NUMBERED.search(package.read(DOCUMENT)) is not None


def _leave_out(_: object) -> dict[str, str]:
    """Return the attributes of a picture without its bytes."""
    return {"src": ""}


def _create_problem(code: str, name: str, found: str, expected: str, hint: str = "") -> Problem:
    return Problem(code=code, place=Place(file=name), found=found, expected=expected, hint=hint)
