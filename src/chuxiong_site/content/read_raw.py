"""Any official text as it was saved: text, Markdown, web page or Word document → lines that can be read."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from pathlib import Path

from ..model.place import Place
from ..model.raw_report import Doubt, Missing
from ..model.records import dataclass
from ..problems import Problem
from .page_text import PageText, find_charset, read_page
from .plain_markdown import strip_markdown
from .read_docx import has_numbering, read_docx
from .read_files import MAX_BYTES
from .refused_files import find_refusal, is_docx

HTML = frozenset({".html", ".htm", ".xhtml"})
MARKDOWN = frozenset({".md", ".markdown"})
MAX_FILE = 30_000_000
"""Bytes of a web page or document with its pictures; of their text, as of a text file, no more than `MAX_BYTES`."""
LOST = re.compile("[\x00\ufffd]")
"""What stands in a text where something went wrong with its bytes."""
NUMBERING = Doubt(
    line=0,
    found="文档里有 Word 自动编的序号，它们不是文字，没有读进来",
    advice="标题的序号是自动编的，先在 Word 里把编号转成文字，删掉新建的文件夹，再运行一次",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RawText:
    """A text as it was saved."""

    name: str
    text: str
    """Without BOM, lines ended by `\\n`; of a web page or document the readable lines in order."""
    source: str
    """What the places of its characters are counted in: the file's text, or the readable lines."""
    offsets: Sequence[int]
    """For each character of `text`, and its end, the offset in `source`."""
    data: bytes
    """The file itself."""
    address: str = ""
    """Of the official page, where a saved page says it."""
    missing: tuple[Missing, ...] = ()
    """Images and attachments that are not in the text; their lines are counted in `text`."""
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_exact(self) -> bool:
        """Whether the text is the file byte for byte."""
        return self.text.encode() == self.data


def read_raw(path: Path, *, keep_markup: bool = False) -> tuple[RawText | None, list[Problem]]:
    """Read one file of any name and encoding that such texts come in; its text may be up to 2 MB.

    With `keep_markup` a Markdown file is read as it is written.
    """
    data, problems = _read_limited(path)
    if problems:
        return None, problems
    kind = path.suffix.lower()
    is_document = is_docx(data)
    if is_document:
        html, problems = read_docx(path.name, data)
    else:
        html, problems = _decode(path.name, data, find_charset(data) if kind in HTML else "")
    if problems:
        return None, problems
    source = html.replace("\r\n", "\n").replace("\r", "\n")
    page = read_page(source) if kind in HTML or is_document else None
    source = page.text if page else source
    plain, offsets = (
        strip_markdown(source) if kind in MARKDOWN and not keep_markup else (source, range(len(source) + 1))
    )
    problems = _check_text(path.name, plain, page)
    if problems:
        return None, problems
    raw = RawText(
        name=path.name,
        text=plain,
        source=source,
        offsets=offsets,
        data=data,
        address=page.address if page else "",
        missing=page.missing if page else (),
        doubts=(NUMBERING,) if is_document and has_numbering(data) else (),
    )
    return raw, []


def holds_bytes(path: Path, data: bytes) -> bool:
    """Tell whether a file is there and has these bytes."""
    return path.is_file() and path.read_bytes() == data


def _read_limited(path: Path) -> tuple[bytes, list[Problem]]:
    """Return the bytes of a file, or the problem that keeps them from being a text."""
    try:
        if path.is_dir():
            return b"", [_problem("E108", path.name, "一个文件夹", "一个文本文件")]
        size = path.stat().st_size
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE + 1)
    except OSError as error:
        found = "没有这个文件" if isinstance(error, FileNotFoundError) else f"读不出来（{error.strerror}）"
        return b"", [_problem("E108", path.name, found, "一个可以读的文本文件")]
    if refusal := find_refusal(path.name, data):
        return b"", [refusal]
    limit = MAX_FILE if is_docx(data) or path.suffix.lower() in HTML else MAX_BYTES
    if size > limit:
        hint = "一份报告只有几十千字节：先看放的是不是报告，几份连在一起的分开。"
        return b"", [_problem("E104", path.name, f"{size:,} 字节", f"不超过 {limit:,} 字节", hint)]
    return data, [] if data.strip() else [_problem("E103", path.name, "空文件", "有内容的文件")]


def _check_text(name: str, text: str, page: PageText | None) -> list[Problem]:
    """Return why a text that was read is none to go on with: without words, too long, with lost characters."""
    if not text.strip():
        pictures = len(page.missing) if page else 0
        found = f"只有图片和附件（{pictures} 个），没有文字" if pictures else "没有文字"
        hint = "扫描件和图片先用文字识别软件读成文字，逐字对照原文，存成 .txt。"
        return [_problem("E120", name, found, "一份报告的文字", hint)]
    if len(text.encode()) > MAX_BYTES:
        return [_problem("E104", name, f"{len(text.encode()):,} 字节的文字", f"不超过 {MAX_BYTES:,} 字节")]
    if match := LOST.search(text):
        line = text.count("\n", 0, match.start()) + 1
        place = Place(file=name, line=line, excerpt=text.split("\n")[line - 1])
        column = match.start() - text.rfind("\n", 0, match.start())
        place = Place(file=name, line=line, column=column, excerpt=place.excerpt)
        hint = "这里的字已经丢了：从官方网页重新保存或复制一次。"
        found = f"坏掉的字 U+{ord(match[0]):04X}"
        return [Problem(code="E105", place=place, found=found, expected="完整的文字", hint=hint)]
    return []


def _decode(name: str, data: bytes, stated: str) -> tuple[str, list[Problem]]:
    """Return the text; UTF-8 first, because text in another encoding almost never passes for it."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        stated = "utf-16"
    try:
        text = data.decode("utf-8-sig")
        return (text, []) if "\0" not in text else ("", [_create_binary_problem(name)])
    except UnicodeDecodeError as error:
        if stated != "utf-16" and (mixed := _find_mixture(name, data, error.start)):
            return "", [mixed]
    for encoding in (stated, "gb18030"):
        try:
            text = data.decode(encoding) if encoding else "\0"
        except (UnicodeDecodeError, LookupError):
            continue
        if "\0" not in text:
            return text, []
    return "", [_create_binary_problem(name)]


def _find_mixture(name: str, data: bytes, start: int) -> Problem | None:
    """Return the problem of a text that is mostly UTF-8 and in places not; `None` when it is another encoding."""
    decoded = data.decode("utf-8", errors="replace")
    wrong = decoded.count("\ufffd")
    read = sum(ord(char) > 0x7FF and char != "\ufffd" for char in decoded)
    if read <= wrong:
        return None
    line = data.count(b"\n", 0, start) + 1
    found = f"大部分是 UTF-8，第 {line} 行起有 {wrong} 处不是"
    hint = "几种编码混在一个文件里：从官方网页重新复制这几处，或者整个重新保存，存成 UTF-8。"
    place = Place(file=name, line=line)
    return Problem(code="E105", place=place, found=found, expected="整个文件一种编码", hint=hint)


def _create_binary_problem(name: str) -> Problem:
    hint = "用编辑器打开，确认它是文字，再「另存为」UTF-8；Word 和 PDF 文件先另存为 .docx。"
    return _problem("E105", name, "不是文本，或者是少见的编码", "UTF-8 或 GB18030 的文本", hint)


def _problem(code: str, name: str, found: str, expected: str, hint: str = "") -> Problem:
    return Problem(code=code, place=Place(file=name), found=found, expected=expected, hint=hint)
