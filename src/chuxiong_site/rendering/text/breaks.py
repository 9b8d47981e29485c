"""Where words may break: a heading between its words, a quotation never inside a figure. The words stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from heapq import heapify, heappop, heappush
from itertools import pairwise

from markupsafe import Markup, escape

from ...model.findings import ReportFindings
from ...model.numeral import NumeralKind
from ...model.place import Span
from ...model.report import Section
from ...model.words import SentenceWords

UNBROKEN = frozenset(
    {
        NumeralKind.YEAR,
        NumeralKind.DATE,
        NumeralKind.PLAN_PERIOD,
        NumeralKind.ORDINAL,
        NumeralKind.EVENT_DATE,
        NumeralKind.DOCUMENT_NUMBER,
    }
)
"""Numerals that must not wrap; facts never do."""
STOPS = "，。、；：？！）》”’」』"
CLOSERS = re.compile(rf"^[{STOPS}%％…—]+$")
MARKER = re.compile(r"^（[一二三四五六七八九十]+）$")
HANZI = re.compile(r"[\u3400-\u9fff]")
"""Before a digit it keeps its line: a `<wbr>` there would also take away the space that browsers set between them."""
YEARS = re.compile(r"(\d{4}年(?:度|\d{1,2}月\d{1,2}日)?)")
"""A year, or a date, in a title or a field: words outside the text, which have no census."""
COUNTED = re.compile(r"[0-9][0-9.,]*…*[万亿]*[\u4e00-\u9fff%‰]{0,4}(?:（[\u4e00-\u9fff]{1,2}）)?")
"""A number with its measure word, as far as that can be told from the characters alone."""
OWN_COUNTS = re.compile("[0-9]+ [\u4e00-\u9fff]")
OPENERS = re.compile(r"[（《“‘「『]$")
SHORT = 2
"""A word this short stays with the one before it when that is short too: 还需, 取得新."""
LONG = 8
"""A word longer than this is wider than a phone's line; such terms are strings of words of two characters."""


def list_breaks(words: Iterable[str]) -> tuple[int, ...]:
    """Return after how many characters a line may end."""
    breaks: list[int] = []
    length, last = 0, ""
    for word in (part for whole in words for part in _part_long(whole)):
        if last and not _stick(last, word):
            breaks.append(length)
            last = ""
        length += len(word)
        last += word
    return tuple(breaks)


def _part_long(word: str) -> list[str]:
    """Return 严格规范公正文明执法 as words of two characters, any other word as it is."""
    if len(word) <= LONG or len(word) % 2:
        return [word]
    return [word[index : index + 2] for index in range(0, len(word), 2)]


def _stick(last: str, word: str) -> bool:
    """Tell whether two neighbours stay on one line: closers, openers, markers, digits and what stands beside them, two short words."""
    return (
        CLOSERS.match(word) is not None
        or OPENERS.search(last) is not None
        or MARKER.match(last) is not None
        or last[-1].isdigit()
        or (word[0].isdigit() and HANZI.match(last[-1]) is not None)
        or len(word) + len(last) <= SHORT
    )


def render_breaks(words: Iterable[str]) -> Markup:
    """Return the words with a `<wbr>` where a line may end."""
    return _render_breaks(tuple(words))


@lru_cache(maxsize=1024)
def _render_breaks(words: tuple[str, ...]) -> Markup:
    """Headings stand in the contents of many pages; each is broken once."""
    text = "".join(words)
    breaks = [0, *list_breaks(words), len(text)]
    return Markup("<wbr>").join(text[a:b] for a, b in pairwise(breaks))


def keep_whole(text: str, figures: Iterable[str]) -> Markup:
    """Return a text in which no line breaks the given figures, or a stop from the figure before it."""
    html, done = "", 0
    for start, end in _find_figures(text, figures):
        html += f'{escape(text[done:start])}<span class="nb">{escape(text[start:end])}</span>'
        done = end
    return Markup(f"{html}{escape(text[done:])}")


def _find_figures(text: str, figures: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where figures stand, each with the stops behind it; of two that begin at one place the longer."""
    places = [(text.find(figure), -len(figure), figure) for figure in set(figures) if figure in text]
    heapify(places)
    done = 0
    while places:
        start, _, figure = heappop(places)
        if start >= done:
            done = start + len(figure)
            while text[done : done + 1] and text[done] in STOPS:
                done += 1
            yield start, done
        following = text.find(figure, done)
        if following >= 0:
            heappush(places, (following, -len(figure), figure))


def keep_clauses(text: str) -> Markup:
    """Return a finding of ours, each clause of it whole where there is room, no count torn from its measure word: 76 个."""
    clauses = (keep_whole(clause, OWN_COUNTS.findall(clause)) for clause in re.split("(?<=，)", text))
    return Markup("").join(Markup(f'<span class="clause">{clause}</span>') for clause in clauses if clause)


def keep_dates(text: str) -> Markup:
    """Return words of a title or a field in which no line breaks a year or a date."""
    return keep_whole(text, YEARS.findall(text))


def keep_figure(text: str, figure: str = "") -> Markup:
    """Return the name of a number in which no line breaks a number: a quoted clause holds it, and others beside it."""
    return keep_whole(text, [*([figure] if figure else []), *COUNTED.findall(text), *YEARS.findall(text)])


def break_code(code: str) -> Markup:
    """Return an index number that goes on in the next line after its strokes, not in the middle of its digits."""
    return Markup("/<wbr>").join(code.split("/"))


def quote(report_findings: ReportFindings, span: Span) -> Markup:
    """Return words of the report as readers see them, no figure, year or date of theirs broken by a line."""
    return keep_whole(report_findings.report.display.of(span), list_figures(report_findings, span))


def list_figures(report_findings: ReportFindings, span: Span) -> frozenset[str]:
    """Return the figures, years and dates that stand inside a span, as readers see them."""
    kinds = UNBROKEN | {NumeralKind.FACT}
    return frozenset(
        report_findings.report.display.of(entry.span)
        for entry in report_findings.census_in(span)
        if entry.kind in kinds
    )


def render_heading(report_findings: ReportFindings, section: Section) -> Markup:
    """Return a section's heading for contents and links: marker kept, closing 。 dropped, 序 for the preamble."""
    if section.heading is None:
        return Markup("序")
    words = [word.text for word in list_heading_words(report_findings, section)]
    if words and words[-1] == "。":
        words.pop()
    return (
        render_breaks(words)
        if words
        else escape(report_findings.report.display.of(section.heading).rstrip("。"))
    )


def list_heading_words(report_findings: ReportFindings, section: Section) -> SentenceWords:
    """Return the words of a section's heading; none when the text was not split."""
    return report_findings.words.get(section.sentences[0], ()) if section.heading is not None else ()
