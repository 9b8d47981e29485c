"""What staff say of words of the text that are no number: a problem and what answers it, a heading, no text of the report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from ...model.errors import SiteError
from ...model.place import Place, Span
from ...model.records import dataclass
from ...model.report import TITLE, Report, Tag
from .tag_edits import find_tag_end
from .text_edits import TextEdit, split_lines

_ATTRIBUTE = r'(?<!\S){key}=(?:"[^"]*"|[^\s"]+)'


class MarkKind(StrEnum):
    """What words can be marked as; the attribute that says so."""

    PROBLEM = "problem"
    PLAN = "plan"
    ACHIEVEMENT = "achievement"
    HEADING = "heading"
    OMIT = "omit"


OUTLINE = frozenset({MarkKind.HEADING, MarkKind.OMIT})
"""What changes which sections there are."""


class MisplacedMarkError(SiteError):
    """The words begin in one tag and end in another, or are called a heading and begin no paragraph."""


class UnknownWordsError(SiteError):
    """The report has no such words any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkDecision:
    """Words are marked as something; `value` is empty where the mark is taken away."""

    report: str
    span: Span
    """In the body."""
    kind: MarkKind
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectDecision:
    """Words that were selected on the page are marked as something."""

    report: str
    block: int
    """Where their paragraph begins in the body."""
    first: int
    last: int
    """Code points from the paragraph's first to those before and behind them, as readers see it."""
    words: str
    """As they were seen; others by now are not marked."""
    kind: MarkKind
    value: str


def locate_selection(decision: SelectDecision, report: Report) -> MarkDecision:
    """Return the decision about words of the body. Raises `UnknownWordsError` where others stand there."""
    blocks = (block for section in report.sections for block in section.blocks)
    block = next((block for block in blocks if block.start == decision.block), None)
    if block is None:
        raise UnknownWordsError("报告里没有这一段了，可能刚刚在别处改过")
    span = find_words(report, block, decision.first, decision.last)
    if report.display.of(span).strip() != decision.words:
        raise UnknownWordsError("这几个字现在不一样了，可能刚刚在别处改过")
    return MarkDecision(report=decision.report, span=span, kind=decision.kind, value=decision.value)


def read_mark(tag: Tag, kind: MarkKind) -> str:
    """Return what a tag says of its words in one respect; empty when nothing."""
    if kind is MarkKind.HEADING:
        return "" if tag.depth is None else str(tag.depth or "no")
    return (tag.omitted if kind is MarkKind.OMIT else getattr(tag, kind)) or ""


def find_words(report: Report, block: Span, start: int, end: int) -> Span:
    """Return the raw span of displayed code points of a paragraph, counted from its first. Raises `UnknownWordsError`."""
    offsets = report.display.offsets
    shown = range(offsets[block.start], offsets[block.end] + 1)
    first, last = shown.start + start, shown.start + end
    if not (0 <= start < end and last in shown):
        raise UnknownWordsError("没有选中字")
    raw = [place for place in range(block.start, block.end) if first <= offsets[place] < last]
    shown_raw = [place for place in raw if offsets[place] != offsets[place + 1]]
    return Span(start=shown_raw[0], end=shown_raw[-1] + 1)


def plan_mark(decision: MarkDecision, report: Report, files: Mapping[str, bytes]) -> tuple[TextEdit, ...]:
    """Return the edits of a mark. Raises `MisplacedMarkError`, and `UnknownWordsError` where a mark to take away is gone."""
    line = split_lines(files[report.file])[0][report.place_of(decision.span).line - 1]
    tags = [tag for tag in report.tags if tag.span.overlaps(decision.span)]
    own = [tag for tag in tags if tag.span == decision.span]
    if not decision.value:
        marked = [tag for tag in own if read_mark(tag, decision.kind)]
        if not marked:
            raise UnknownWordsError("这几个字没有这个标记了，可能刚刚在别处改过")
        return _unmark(line, marked[0].place, decision.kind)
    _expect_heading(decision, report)
    if own:
        said = next((tag for tag in own if read_mark(tag, decision.kind)), own[0])
        return (_set_attribute(line, said.place, decision.kind, decision.value),)
    if any(not _is_nested(tag.span, decision.span) for tag in tags):
        raise MisplacedMarkError("选中的字与已有的标记交叉：要么整个包住它，要么整个在它里面")
    return _wrap(line, report, decision, [tag for tag in tags if decision.span.contains(tag.span)])


def _expect_heading(decision: MarkDecision, report: Report) -> None:
    """Raise `MisplacedMarkError` where words are called a heading, or none, that cannot be one."""
    if decision.kind is not MarkKind.HEADING:
        return
    if not any(line.start == decision.span.start for line in report.lines):
        raise MisplacedMarkError("标题（或者不是标题的那几个字）要从一段的开头选起")
    title = next((section.heading for section in report.sections if section.number == TITLE), None)
    if title and title.overlaps(decision.span):
        raise MisplacedMarkError("这是报告的标题，不用标")


def _is_nested(one: Span, other: Span) -> bool:
    return one.contains(other) or other.contains(one)


def _wrap(line: str, report: Report, decision: MarkDecision, inner: list[Tag]) -> tuple[TextEdit, ...]:
    """Bracket words; brackets inside them that begin or end where they do stay inside."""
    span, place = decision.span, report.place_of(decision.span)
    first = min([place.column, *(tag.place.column - 1 for tag in inner if tag.span.start == span.start)])
    after = place.column + place.length
    ends = (find_tag_end(line, tag.place).end() + 1 for tag in inner if tag.span.end == span.end)
    last = max([after, *ends])
    words = f"]{{{decision.kind}={decision.value}}}"
    return (
        TextEdit(file=place.file, line=place.line, column=first, length=0, words="["),
        TextEdit(file=place.file, line=place.line, column=last, length=0, words=words),
    )


def _set_attribute(line: str, place: Place, kind: MarkKind, value: str) -> TextEdit:
    """Return the edit that gives a tag an attribute, or another value to the one it has."""
    start, end = find_tag_end(line, place).span(1)
    found = re.search(_ATTRIBUTE.format(key=kind), line[start:end])
    first, length = (start + found.start(), len(found[0])) if found else (end, 0)
    words = f"{kind}={value}" if found else f" {kind}={value}"
    return TextEdit(file=place.file, line=place.line, column=first + 1, length=length, words=words)


def _unmark(line: str, place: Place, kind: MarkKind) -> tuple[TextEdit, ...]:
    """Return the edits that take an attribute away, with the brackets where nothing else is in their braces."""
    start, end = find_tag_end(line, place).span(1)
    said = line[start:end]
    found = re.search(_ATTRIBUTE.format(key=kind), said)
    assert found, f"no such mark: {place}"
    first, last = found.span()
    before, behind = said[:first], said[last:]
    if before.strip() or behind.strip():
        first, last = (first - 1, last) if before.strip() else (first, end - start - len(behind.lstrip()))
        return (
            TextEdit(
                file=place.file, line=place.line, column=start + first + 1, length=last - first, words=""
            ),
        )
    closing = start - 2
    return (
        TextEdit(file=place.file, line=place.line, column=place.column - 1, length=1, words=""),
        TextEdit(file=place.file, line=place.line, column=closing + 1, length=end + 1 - closing, words=""),
    )
