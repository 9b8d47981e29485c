"""Raw body → what readers see. Only disclosed changes are ever made, and only for display.

`punctuation`: ASCII , ( ) : ; become full-width unless they stand between two ASCII letters or digits, or belong to
an address, a file name or a row of cells.
`spaces`: a blank between two Hanzi is dropped in a sentence; between cells it stays. The blanks around a paragraph,
its indent among them, are dropped.
`lines`: a line end of the captured page inside a paragraph is dropped; between two ASCII words it is a space.
What staff mark as no text of the report (`omit=page_number`) is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ..model.place import Span
from ..model.report import DisplayText
from ..model.table import Table

MARKS = {",": "，", "(": "（", ")": "）", ":": "：", ";": "；"}
_BETWEEN_ASCII = re.compile(r"(?<=[0-9A-Za-z])[,():;](?=[0-9A-Za-z])|(?<=[0-9] ):(?= [0-9])")
_ADDRESS = r"[^\s<>\"'\u2018-\u201d\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
_WHOLE = re.compile(
    rf"\b[A-Za-z][A-Za-z0-9+.-]{{0,20}}://{_ADDRESS}+"
    rf"|\b(?:[A-Za-z0-9-]{{1,63}}\.){{1,9}}[A-Za-z]{{2,63}}(?::[0-9]+)?[/?#]{_ADDRESS}+"
    rf"|\b10\.[0-9]{{4,9}}/{_ADDRESS}+"
    r"|\b[A-Za-z0-9][A-Za-z0-9._%+()-]{0,63}@[A-Za-z0-9.-]+"
    rf"|\b[A-Za-z]:\\{_ADDRESS}*"
    r"|[^\s,:;，。：；！？《》“”「」]{1,80}\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z|csv|txt|jpe?g|png)(?![A-Za-z0-9])",
    re.ASCII,
)
"""Addresses of the web, with and without scheme, DOIs, e-mail, paths and file names: no mark inside is the sentence's."""
_ENDING = ",;:.!?"
_CLAUSE = re.compile("[，。；！？,;!?]")
_HEADING = re.compile(r"\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十0-9]+[）)]|[0-9]+[.．、])")
_BARS = re.compile(r"\t|\|[^|\n]*\|")
_BLANK = r" \u00a0\u2000-\u200a\u202f\u205f\u3000"
_BLANKS = re.compile(rf"(?<=[\u3400-\u9fff])[{_BLANK}]+(?=[\u3400-\u9fff])")
_WORDS = re.compile(f"[^{_BLANK}]+")
_LINE_END = re.compile(rf"[\t{_BLANK}]*\n[\n\t{_BLANK}]*")
_WORD = re.compile("[0-9A-Za-z]")


def compute_display(
    body: str,
    rules: Iterable[str],
    paragraphs: Iterable[Span] | None = None,
    omitted: Iterable[Span] = (),
    tables: Iterable[Table] = (),
) -> DisplayText:
    """Apply the named rules and keep, for every raw code point, its place in the result.

    `paragraphs` are the paragraphs of the body, by default its lines; `omitted` are left out, and what stands
    between the cells of `tables`.
    """
    rules = set(rules)
    if paragraphs is None:
        paragraphs = [Span(start=match.start(), end=match.end()) for match in re.finditer("[^\n]+", body)]
    kept = {match.start() for match in _BETWEEN_ASCII.finditer(body)} | set(_list_kept(body))
    left_out = {offset for span in omitted for offset in range(span.start, span.end)}
    separators = set(_list_separators(tables)) - left_out
    left_out |= separators
    spaces: set[int] = set()
    edges: set[int] = set()
    ends: dict[int, str] = {}
    for span in paragraphs:
        line = span.of(body)
        ends |= {span.start + offset: shown for offset, shown in _list_ends(line, span.start, left_out)}
        stray = set(_list_stray(line))
        edges |= {span.start + offset for offset in _list_edges(line) if "spaces" in rules}
        spaces |= {span.start + offset for offset in stray if "spaces" in rules}
        if _holds_cells(line, stray):
            kept |= set(range(span.start, span.end))
    changed: Counter[str] = Counter()
    shown: list[str] = []
    offsets: list[int] = []
    length = 0
    for offset, char in enumerate(body):
        offsets.append(length)
        if offset in spaces or offset in edges or offset in left_out:
            continue
        if offset in ends:
            char = ends[offset]  # noqa: PLW2901  # the shown form of the same character
        elif "punctuation" in rules and char in MARKS and offset not in kept:
            changed[char] += 1
            char = MARKS[char]  # noqa: PLW2901  # the shown form of the same character
        shown.append(char)
        length += len(char)
    offsets.append(length)
    return DisplayText(
        text="".join(shown),
        offsets=tuple(offsets),
        marks=tuple((raw, full, changed[raw]) for raw, full in MARKS.items() if changed[raw]),
        spaces=tuple(sorted(spaces - edges)),
        edges=tuple(sorted(edges - left_out)),
        line_ends=tuple(sorted(ends)),
        separators=tuple(sorted(separators)),
    )


def _list_separators(tables: Iterable[Table]) -> Iterator[int]:
    """Yield what stands in the rows of tables and in no cell of theirs."""
    for table in tables:
        for line, cells in zip(table.lines, table.rows, strict=True):
            inside = {offset for cell in cells for offset in range(cell.start, cell.end)}
            yield from (offset for offset in range(line.start, line.end) if offset not in inside)


def _list_edges(line: str) -> Iterator[int]:
    """Yield the blanks with which a paragraph begins, its indent, and those with which it ends."""
    words = line.strip()
    if words:
        begin = line.index(words)
        yield from range(begin)
        yield from range(begin + len(words), len(line))


def _list_ends(line: str, start: int, left_out: set[int]) -> Iterator[tuple[int, str]]:
    """Yield the blanks around the line ends inside a paragraph, each with what is shown for it."""
    for match in _LINE_END.finditer(line):
        first, last = match.span()
        while first > 0 and start + first - 1 in left_out:
            first -= 1
        while last < len(line) and start + last in left_out:
            last += 1
        apart = bool(_WORD.match(line, first - 1) and _WORD.match(line, last)) if first else False
        for offset in range(*match.span()):
            yield offset, " " if apart and offset == match.start() else ""


def _list_kept(body: str) -> Iterator[int]:
    """Yield the places of the marks that belong to addresses and names, not to the sentence around them."""
    for match in _WHOLE.finditer(body):
        opened: list[int] = []
        for offset, char in enumerate(_cut_end(match[0]), start=match.start()):
            if char == "(":
                opened.append(offset)
            elif char == ")":
                yield from (opened.pop(), offset)
            elif char in MARKS:
                yield offset


def _cut_end(words: str) -> str:
    """Return an address without what the sentence closes after it: a bracket that began before it, marks."""
    depth = 0
    for offset, char in enumerate(words):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return words[:offset].rstrip(_ENDING)
    return words.rstrip(_ENDING)


def _is_sentence(line: str) -> bool:
    """Tell whether a line is read as sentences: it has clauses, or is a heading."""
    return bool(_CLAUSE.search(line) or _HEADING.match(line)) and not _BARS.search(line)


def _list_stray(line: str) -> Iterator[int]:
    """Yield the places of blanks that part nothing.

    In a sentence that is a single blank between two Hanzi. Elsewhere blanks may part cells, and only letter-spaced
    words are drawn together: 姓 名.
    """
    blanks = list(_BLANKS.finditer(line))
    shortest = min((len(match[0]) for match in blanks), default=0)
    sentence = _is_sentence(line)
    words = {end: match for match in _WORDS.finditer(line) for end in match.span()}
    for match in blanks:
        apart = len(match[0]) > 1
        spaced = len(words[match.start()][0]) == len(words[match.end()][0]) == 1
        if (sentence and not apart) or (spaced and len(match[0]) == shortest):
            yield from range(*match.span())


def _holds_cells(line: str, stray: set[int]) -> bool:
    """Tell whether a line is a row of cells: it has bars or tabs, or is no sentence and has blanks that part Hanzi."""
    parted = any(match.start() not in stray for match in _BLANKS.finditer(line))
    return bool(_BARS.search(line)) or (parted and not _is_sentence(line))
