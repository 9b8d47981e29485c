"""Compare the official page of every report with its capture, and say in neutral words what differs.

`python tools/official_pages.py --content content --out differences.md`: the file is written only where a page has
changed, moved or gone. A page that cannot be reached is said on the terminal and is no difference.
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from chuxiong_site.content.load import load_project
from chuxiong_site.content.read_raw import read_raw
from chuxiong_site.model.captured import read_captured_text
from chuxiong_site.model.report import Report
from fetching import TIMEOUT, Fetched, fetch, is_moved

SHOWN = 40
"""Sentences of a difference that are shown; the rest is counted."""
PIECE = re.compile("[^。！？；\n]+[。！？；]?")


class State(Enum):
    """What has become of an official page since it was captured."""

    SAME = "与采集页相同"
    CHANGED = "文字与采集页不同"
    MOVED = "移到了别的网址，文字与采集页相同"
    GONE = "官方网站说没有这个网页了"
    UNREACHED = "这一次没有取到，不能比较"
    UNKNOWN = "没有填官方网页的网址"


DIFFERENT = frozenset({State.CHANGED, State.MOVED, State.GONE})
"""What somebody has to look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One report's page held against its capture."""

    report: str
    title: str
    address: str
    state: State
    found: str = ""
    """Where the page is now, or why there is none."""
    lines: tuple[str, ...] = ()
    """Sentences: with - of the capture alone, with + of the page alone."""


def compare_page(report: Report, page: Fetched | None) -> Compared:
    """Return what the answer of the official site says of a report's capture."""
    told = Compared(report=report.id, title=report.title, address=report.source_url, state=State.UNKNOWN)
    if page is None:
        return told
    if page.is_gone:
        return replace(told, state=State.GONE, found=page.reason)
    text = read_page_text(page) if page.is_there else None
    if text is None:
        return replace(told, state=State.UNREACHED, found=page.reason or "取到的不是网页或文字")
    if not set(split_sentences(report.body)) & set(split_sentences(text)):
        return replace(told, state=State.UNREACHED, found="取到的网页里没有报告的任何一句话")
    if fold(report.body) not in fold(text):
        return replace(told, state=State.CHANGED, lines=tuple(list_changes(report.body, text)))
    moved = is_moved(report.source_url, page.address)
    return replace(told, state=State.MOVED if moved else State.SAME, found=page.address if moved else "")


def read_page_text(page: Fetched) -> str | None:
    """Return the readable text of a page, as `new` reads a saved one; `None` where it has none."""
    ending = ".html" if "html" in page.kind else ".txt"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"page{ending}"
        path.write_bytes(page.data)
        raw, _ = read_raw(path)
    return read_captured_text(raw.text).seen if raw else None


def fold(text: str) -> str:
    """Return a text without blanks and line ends, its full-width forms as the half-width ones: pages differ in these alone."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def list_changes(capture: str, page: str) -> list[str]:
    """Return the sentences that only one side has, in order."""
    one, other = split_sentences(capture), split_sentences(page)
    _, _, *lines = (
        *difflib.unified_diff(one, other, lineterm="", n=0),
        "",
        "",
    )  # the first two name the sides
    return [line for line in lines if line[:1] in {"+", "-"}]


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text, folded."""
    return [folded for piece in PIECE.findall(text) if (folded := fold(piece))]


def compare_project(content: Path, timeout: float = TIMEOUT) -> list[Compared]:
    """Fetch and compare the page of every report of a content folder; raise `ValueError` where it cannot be read."""
    project, problems = load_project(content)
    if project is None:
        raise ValueError("；".join(problem.found for problem in problems))
    return [
        compare_page(report, fetch(report.source_url, timeout) if report.source_url else None)
        for report in project.reports
    ]


def describe(compared: Iterable[Compared]) -> str:
    """Return the differences as Markdown: for each report what has become of its page, and the sentences."""
    parts = []
    for each in compared:
        parts.append(f"## {each.report}：{each.state.value}\n\n《{each.title}》，{each.address}")
        if each.found:
            parts.append(f"现在：{each.found}")
        if each.lines:
            shown = [f"    {line}" for line in each.lines[:SHOWN]]
            rest = len(each.lines) - SHOWN
            parts.append("采集页有的句子前面是 -，官方网页有的前面是 +：\n\n" + "\n".join(shown))
            if rest > 0:
                parts.append(f"还有 {rest} 句，没有列出。")
    return "\n\n".join(parts) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Run the command line: 0 whatever the pages say, 1 where the content cannot be read."""
    parser = argparse.ArgumentParser(description="比较各份报告的官方网页和采集页。")
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--timeout", type=float, default=TIMEOUT)
    options = parser.parse_args(arguments)
    try:
        compared = compare_project(options.content, options.timeout)
    except ValueError as error:
        sys.stderr.write(f"没有比较：{error}\n")
        return 1
    for each in compared:
        sys.stdout.write(f"{each.report}：{each.state.value}{f'（{each.found}）' if each.found else ''}\n")
    different = [each for each in compared if each.state in DIFFERENT]
    if different:
        options.out.write_text(describe(different), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
