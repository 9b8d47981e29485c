"""How do the tests make source files out of strings?"""

from __future__ import annotations

from pathlib import Path

from chuxiong_site.content.outline import BodyLine
from chuxiong_site.content.read_files import SourceFile, read_source
from chuxiong_site.model.place import Place, Span


def create_source(text: str, name: str = "reports/2023.md") -> SourceFile:
    """Return a text as the reader would hand it on."""
    return SourceFile(name=name, data=text.encode("utf-8"), text=text, lines=tuple(text.split("\n")))


def read_bytes(folder: Path, data: bytes, *, exact: bool = False) -> tuple[SourceFile | None, list[str]]:
    """Write bytes, read them as a content file; return it with the codes of its problems."""
    (folder / "file.txt").write_bytes(data)
    source, problems = read_source(folder, "file.txt", exact=exact)
    return source, [problem.code for problem in problems]


def create_body_lines(body: str) -> list[BodyLine]:
    """Return the lines of a body that are not blank, each placed at its own line."""
    lines, start = [], 0
    for number, text in enumerate(body.split("\n"), start=1):
        if text.strip():
            place = Place(file="reports/2023.md", line=number, column=1, length=len(text), excerpt=text)
            lines.append(BodyLine(span=Span(start=start, end=start + len(text)), text=text, place=place))
        start += len(text) + 1
    return lines
