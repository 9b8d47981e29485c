"""Any official text as it was saved: .txt, .md or .html in UTF-8 or GB18030 → lines that can be read."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..model.place import Place
from ..model.raw_report import Missing
from ..problems import Problem
from .page_text import find_charset, read_page_text
from .plain_markdown import strip_markdown
from .read_files import MAX_BYTES

HTML = frozenset({".html", ".htm", ".xhtml"})
MARKDOWN = frozenset({".md", ".markdown"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RawText:
    """A text as it was saved."""

    name: str
    text: str
    """Without BOM, lines ended by `\\n`; of a web page the readable lines in page order."""
    source: str
    """What the places of its characters are counted in: the file's text, or the readable lines of a web page."""
    offsets: Sequence[int]
    """For each character of `text`, and its end, the offset in `source`."""
    data: bytes
    """The file itself."""
    address: str = ""
    """Of the official page, where a saved page says it."""
    missing: tuple[Missing, ...] = ()
    """Images and attachments that the page names; their lines are counted in `text`."""

    @property
    def is_exact(self) -> bool:
        """Whether the text is the file byte for byte."""
        return self.text.encode("utf-8", "surrogatepass") == self.data


def read_raw(path: Path, *, keep_markup: bool = False) -> tuple[RawText | None, list[Problem]]:
    """Read one file of any name and encoding that such texts come in; it may be up to 2 MB.

    With `keep_markup` a Markdown file is read as it is written.
    """
    data, problems = _read_limited(path)
    if problems:
        return None, problems
    kind = path.suffix.lower()
    text = _decode(data, find_charset(data) if kind in HTML else "")
    if text is None:
        hint = "Word 和 PDF 文件先另存为纯文本（.txt）或网页（.html）再试。"
        return None, [
            _problem("E105", path.name, "不是文本，或者是少见的编码", "UTF-8 或 GB18030 的文本", hint)
        ]
    source = text.replace("\r\n", "\n").replace("\r", "\n")
    source = read_page_text(source) if kind in HTML else source
    plain, offsets = (
        strip_markdown(source) if kind in MARKDOWN and not keep_markup else (source, range(len(source) + 1))
    )
    return RawText(name=path.name, text=plain, source=source, offsets=offsets, data=data), []


def holds_bytes(path: Path, data: bytes) -> bool:
    """Tell whether a file is there and has these bytes."""
    return path.is_file() and path.read_bytes() == data


def _read_limited(path: Path) -> tuple[bytes, list[Problem]]:
    """Return the bytes of a file, or the problem that keeps them from being a text."""
    try:
        if path.is_dir():
            return b"", [_problem("E108", path.name, "一个文件夹", "一个文本文件")]
        size = path.stat().st_size
        if size > MAX_BYTES:
            return b"", [_problem("E104", path.name, f"{size:,} 字节", f"不超过 {MAX_BYTES:,} 字节")]
        data = path.read_bytes()
    except OSError as error:
        return b"", [_problem("E108", path.name, f"读不出来（{error.strerror}）", "一个可以读的文本文件")]
    return data, [] if data.strip() else [_problem("E103", path.name, "空文件", "有内容的文件")]


def _decode(data: bytes, stated: str) -> str | None:
    """Return the text; UTF-8 first, because text in another one almost never passes for it."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        stated = "utf-16"
    for encoding in ("utf-8-sig", stated, "gb18030"):
        try:
            text = data.decode(encoding) if encoding else "\0"
        except (UnicodeDecodeError, LookupError):
            continue
        if "\0" not in text:
            return text
    return None


def _problem(code: str, name: str, found: str, expected: str, hint: str = "") -> Problem:
    return Problem(code=code, place=Place(file=name), found=found, expected=expected, hint=hint)
