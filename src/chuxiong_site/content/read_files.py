"""Bytes on disk → text that can be trusted: UTF-8, of sane size, without invisible characters."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from ..model.captured import HIDDEN
from ..model.names import is_system_file
from ..model.place import Place
from ..model.records import dataclass
from ..problems import Problem, create_problem
from .lost_files import create_empty_file_problem, create_missing_file_problem

MAX_BYTES = 2_000_000
"""A report has some 15 KB; two megabytes leave room for a book and none for an accident."""

LOST = re.compile("[\x00\r\ufffd]")
"""What stands in a text only when something went wrong with its bytes."""
INVISIBLE = re.compile(f"{LOST.pattern}|{HIDDEN.pattern}")
"""What staff never write. Captures, and annotated copies that follow them, may have what is hidden, as pages have."""
MAX_INVISIBLE_PER_FILE = 20
TEMPLATE_TYPES = frozenset({".css", ".html", ".js", ".txt", ".yaml"})
"""Endings of the templates that are text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A text file of the content folder."""

    name: str
    """Relative to the content folder, with forward slashes."""
    data: bytes
    text: str
    """Without BOM, lines ended by LF."""
    lines: tuple[str, ...]
    """The lines without their ends."""

    def place(self, line: int, column: int = 0, length: int = 1) -> Place:
        """Return the place, with the line as excerpt."""
        excerpt = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Place(file=self.name, line=line, column=column, length=length, excerpt=excerpt)


def read_source(
    root: Path, name: str, *, exact: bool = False, hidden: bool = False, may_be_empty: bool = False
) -> tuple[SourceFile | None, list[Problem]]:
    """Read one content file. `exact` files (the captures) may have neither BOM nor CRLF, but hidden characters.

    With `hidden` others may have them too, and the caller says where.
    """
    path = root / name
    place = Place(file=name)
    try:
        if path.is_dir():
            hint = "移走这个文件夹，放回同名的文件。"
            return None, [create_problem("E108", place, "一个文件夹", "一个文本文件", hint)]
        size = path.stat().st_size
        if size > MAX_BYTES:
            return None, [create_problem("E104", place, f"{size:,} 字节", f"不超过 {MAX_BYTES:,} 字节")]
        data = path.read_bytes()
    except FileNotFoundError:
        return None, [create_missing_file_problem(path, name)]
    except OSError as error:
        return None, [create_unreadable_problem(place, error)]
    if not data.strip() and not may_be_empty:
        return None, [create_empty_file_problem(name)]
    source, problems = _decode(name, data, exact=exact)
    if source is not None:
        pattern, hint = (LOST, OFFICIAL_HINT) if exact else (LOST if hidden else INVISIBLE, DELETE_HINT)
        problems += check_invisible(source, hint, pattern=pattern)
    return source, problems


def create_unreadable_problem(place: Place, error: OSError) -> Problem:
    """Return that the system does not hand out a file, and why."""
    found = "没有读它的权限" if isinstance(error, PermissionError) else f"读不出来（{error.strerror}）"
    return create_problem("E108", place, found, "一个可以读的文本文件")


def normalise_file(data: bytes) -> bytes:
    """Return the bytes of a text file as they are read on every system: without BOM, lines ended by LF."""
    return data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n")


def _decode(name: str, data: bytes, *, exact: bool) -> tuple[SourceFile | None, list[Problem]]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_create_encoding_problem(name, data, error)]
    if data.count(0) > MAX_INVISIBLE_PER_FILE:
        found = f"{data.count(0):,} 个空字节"
        return None, [create_problem("E105", Place(file=name), found, "UTF-8 文本", _guess_encoding(data))]
    if exact and (text.startswith("\ufeff") or "\r" in text):
        found = "文件开头的 BOM" if text.startswith("\ufeff") else "回车符（CRLF 换行）"
        return None, [
            create_problem("E107", Place(file=name, line=1), found, "采集页原样的字节：无 BOM，换行只用 LF")
        ]
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    text = text if "\n" in text else text.replace("\r", "\n")  # as old Macs ended lines
    return SourceFile(name=name, data=data, text=text, lines=tuple(text.split("\n"))), []


def _create_encoding_problem(name: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    line = data.count(b"\n", 0, error.start) + 1
    found = f"第 {error.start + 1} 个字节 0x{data[error.start]:02X}"
    if error.reason == "unexpected end of data":
        hint = "多半没有存完：从备份或版本记录里恢复它，或者重新存一次。"
        return create_problem(
            "E105", Place(file=name, line=line), "文件在一个字的中间断了", "完整的 UTF-8 文本", hint
        )
    return create_problem("E105", Place(file=name, line=line), found, "UTF-8 文本", _guess_encoding(data))


def _guess_encoding(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "这个文件是 UTF-16 编码（有的编辑器叫它「Unicode」）。用编辑器「另存为」UTF-8 再试。"
    if b"\0" in data:
        return (
            "这不像是文本文件：可能是图片、文档或压缩包，也可能保存时断了电。放回文本文件，或者从备份里恢复。"
        )
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "用编辑器打开，确认它是文本文件，再「另存为」UTF-8。"
    return "这个文件像是 GBK／GB18030 编码。用编辑器「另存为」UTF-8 再试。"


DELETE_HINT = "删掉它：把光标放在标出的位置，按一次删除键。"
OFFICIAL_HINT = "采集时混进来的话，从备份或版本记录里恢复这个 .txt，或者重新采集，校验值一起换。"


def check_invisible(
    source: SourceFile, hint: str = DELETE_HINT, *, pattern: re.Pattern[str] = INVISIBLE
) -> list[Problem]:
    """Report every invisible character, the first twenty of a file each with its column."""
    found = (
        create_invisible_problem(source, number, match.start() + 1, hint)
        for number, line in enumerate(source.lines, start=1)
        for match in pattern.finditer(line)
    )
    return list(islice(found, MAX_INVISIBLE_PER_FILE))


def create_invisible_problem(source: SourceFile, line: int, column: int, hint: str = DELETE_HINT) -> Problem:
    """Name an invisible character at its place."""
    found = f"看不见的字符 U+{ord(source.lines[line - 1][column - 1]):04X}"
    return create_problem("E106", source.place(line, column), found, "只有看得见的文字、空格和换行", hint)


def read_templates(root: Path) -> tuple[Mapping[str, bytes], list[Problem]]:
    """Return the files of a template folder by relative path, and those that cannot be used; without a folder none.

    However an editor saved them, they have no BOM and only LF: what a browser makes of code inside a page is then
    what its policy was told.
    """
    paths = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    names = sorted(path.as_posix() for path in paths if not any(map(_is_passed_over, path.parts)))
    read = {name: _read_template(root / name) for name in names}
    templates = {name: data for name, data in read.items() if isinstance(data, bytes)}
    return templates, [data for data in read.values() if isinstance(data, Problem)]


def _is_passed_over(name: str) -> bool:
    return name.startswith(".") or is_system_file(name)


def _read_template(path: Path) -> bytes | Problem:
    try:
        data = path.read_bytes()
        if path.suffix in TEMPLATE_TYPES:
            data.decode("utf-8")
            data = normalise_file(data).replace(b"\r", b"\n")
    except UnicodeDecodeError as error:
        return _create_encoding_problem(path.as_posix(), data, error)
    except OSError as error:
        return create_unreadable_problem(Place(file=path.as_posix()), error)
    return data
