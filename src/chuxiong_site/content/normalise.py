"""Raw body → what readers see. Only two disclosed changes are ever made, and only for display.

`punctuation`: ASCII , ( ) : ; become full-width unless they stand between two ASCII letters or digits, or belong to
an address, a file name or a row of cells.
`spaces`: a blank between two Hanzi is dropped in a sentence; between cells it stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ..model.report import DisplayText

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


def compute_display(body: str, rules: Iterable[str]) -> DisplayText:
    """Apply the named rules and keep, for every raw code point, its place in the result."""
    rules = set(rules)
    kept = {match.start() for match in _BETWEEN_ASCII.finditer(body)} | set(_list_kept(body))
    dropped: set[int] = set()
    for match in re.finditer("[^\n]+", body):
        line, start = match[0], match.start()
        stray = set(_list_stray(line))
        dropped |= {start + offset for offset in stray if "spaces" in rules}
        if _holds_cells(line, stray):
            kept |= set(range(start, match.end()))
    changed: Counter[str] = Counter()
    shown: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(body):
        offsets.append(len(shown))
        if offset in dropped:
            continue
        if "punctuation" in rules and char in MARKS and offset not in kept:
            changed[char] += 1
            char = MARKS[char]  # noqa: PLW2901  # the shown form of the same character
        shown.append(char)
    offsets.append(len(shown))
    return DisplayText(
        text="".join(shown),
        offsets=tuple(offsets),
        marks=tuple((raw, full, changed[raw]) for raw, full in MARKS.items() if changed[raw]),
        spaces=tuple(sorted(dropped)),
    )


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
