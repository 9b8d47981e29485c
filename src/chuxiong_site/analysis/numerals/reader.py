"""What numerals does a text hold? The rules are tried in order, each on what the earlier ones left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ...memory import remember
from ...model.numeral import Numeral, NumeralKind
from ...model.place import Span
from .amounts import CHINESE_DIGITS
from .fragments import compile_pattern
from .qualifiers import INEXACT, find_qualifier
from .quantities import Quantity
from .rules import RULES, Claim, Rule
from .torn import join_torn
from .units import WITHIN_UNIT, find_unit

HALF_WIDTH = str.maketrans(
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n")
    | {"〜": "~", "○": "〇", "─": "—", "∶": ":", "\ue000": " ", "\ue001": " "}
)
"""Full-width forms → ASCII, every line end → one, one code point for one, so that offsets stay those of the text."""
CLAIMED = "\ue000"
WORD = "\ue001"
"""What stands in the copy for a claimed numeral, and for a word that is none (private use characters)."""

_TITLE = re.compile("《[^《》\n]{1,160}》")
_UNREAD = re.compile(
    f"[0-9０-９]+|[几数{CHINESE_DIGITS}]{{0,23}}[百千万亿]分之|[几数{CHINESE_DIGITS}]{{1,24}}分之[几数{CHINESE_DIGITS}]"
)

_PLACES = tuple("余多万亿")


@cache
def _compile_rules() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    return tuple((rule, compile_pattern(rule.pattern)) for rule in RULES)


@remember
def read_numerals(text: str) -> tuple[Numeral, ...]:
    """Return the numerals of a text in order; they do not overlap, and spans are offsets in `text`."""
    copy, claims = _claim(text)
    numerals = [
        _create_numeral(text, copy, rule.kind, span, quantity)
        for rule, span, quantity in claims
        if rule.kind is not None
    ]
    titles = [Span(start=match.start(), end=match.end()) for match in _TITLE.finditer(text)]
    return tuple(_rename_in_titles(numerals, titles))


def read_claims(text: str) -> tuple[Claim, ...]:
    """Return which rule claims which words, in order: how `read_numerals` comes to its result."""
    return tuple(_claim(text)[1])


def _claim(text: str) -> tuple[str, list[Claim]]:
    """Apply the rules in order; return the copy with all claims hidden, and the claims in the order of the text."""
    copy = plain = text.translate(HALF_WIDTH)
    found: list[Claim] = []
    for rule, pattern in _compile_rules():
        claims = list(_find_claims(rule, pattern, copy))
        if claims:
            copy = _hide(copy, claims, WORD if rule.kind is None else CLAIMED)
            found += claims
    claims = sorted(found, key=lambda claim: claim[1].start)
    return copy, join_torn(plain, copy, claims, WORD)


def find_unread_digits(text: str, numerals: Iterable[Numeral]) -> tuple[Span, ...]:
    """Return the runs of digits, and the 百分之 and 分之, that no numeral covers."""
    uncovered: list[Span] = []
    spans = sorted(numeral.span for numeral in numerals)
    start = 0
    for span in [*spans, Span(start=len(text), end=len(text))]:
        gap = _UNREAD.finditer(text, start, max(start, span.start))
        uncovered += [Span(start=match.start(), end=match.end()) for match in gap]
        start = max(start, span.end)
    return tuple(uncovered)


def _find_claims(rule: Rule, pattern: re.Pattern[str], copy: str) -> Iterator[Claim]:
    group = "n" if "n" in pattern.groupindex else 0
    end = 0
    for match in pattern.finditer(copy):
        if match.start() < end:
            continue  # inside the unit of the quantity before: the 2 of km2
        if rule.structure:
            quantity = rule.structure(match)
            if quantity is not None:
                end = quantity.span.end
                yield rule, quantity.span, quantity
        elif match.start(group) >= 0 and not (rule.bare and _is_counted(copy, match.end(group))):
            yield rule, Span(start=match.start(group), end=match.end(group)), None


def _is_counted(copy: str, end: int) -> bool:
    """Whether a place word or a unit makes the digits before it a quantity."""
    return copy.startswith(_PLACES, end) or find_unit(copy, end) is not None


def _hide(copy: str, claims: list[Claim], mark: str) -> str:
    pieces, start = [], 0
    for _, span, _ in claims:
        pieces += [copy[start : span.start], mark * (span.end - span.start)]
        start = span.end
    return "".join([*pieces, copy[start:]])


def _create_numeral(
    text: str, copy: str, kind: NumeralKind, span: Span, quantity: Quantity | None
) -> Numeral:
    if quantity is None:
        return Numeral(span=span, text=span.of(text), kind=kind)
    unit = quantity.unit if isinstance(quantity.unit, str) else WITHIN_UNIT.sub("", quantity.unit.of(text))
    found = find_qualifier(copy, span, unit, quantity.more)
    return Numeral(
        span=span,
        text=span.of(text),
        kind=kind,
        value=quantity.value,
        upper=quantity.upper,
        resolution=quantity.resolution,
        unit=unit,
        qualifier=found.qualifier if found else None,
        qualifier_text=found.word.of(text) if found else "",
        approximate=quantity.approximate or (found is not None and found.qualifier in INEXACT),
    )


def _rename_in_titles(numerals: list[Numeral], titles: list[Span]) -> Iterator[Numeral]:
    """Quantities in 《》 belong to the name of a law or document; other kinds keep theirs."""
    remaining = iter(titles)
    title = next(remaining, None)
    for numeral in numerals:
        while title is not None and title.end <= numeral.span.start:
            title = next(remaining, None)
        inside = title is not None and title.contains(numeral.span)
        if inside and numeral.kind is NumeralKind.FACT:
            yield Numeral(span=numeral.span, text=numeral.text, kind=NumeralKind.LEGAL_NAME)
        else:
            yield numeral
