"""Read the numerals of a text: the rules are tried in order, each on what the earlier ones left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...model.numeral import Numeral, NumeralKind
from ...model.place import Span
from .fragments import compile_pattern
from .order import read_order
from .page import Page, prepare_page
from .qualifiers import INEXACT, find_qualifier
from .quantities import Quantity
from .rules import RULES, Claim, Rule
from .shared import share_units
from .torn import is_whole, join_torn
from .units import WITHIN_UNIT, find_unit

CLAIMED = "\ue000"
WORD = "\ue001"
"""What stands in the copy for a claimed numeral, and for a word that is none (private use characters)."""

_TITLE = re.compile("《[^《》\n]{1,160}》")
_PLACES = tuple("余多万亿")
_BLANK = re.compile("[\\s\u200b\u2060\ufeff]+")


@cache
def _compile_rules() -> tuple[tuple[Rule, re.Pattern[str], re.Pattern[str] | None], ...]:
    return tuple(
        (rule, compile_pattern(rule.pattern), compile_pattern(rule.each) if rule.each else None)
        for rule in RULES
    )


def read_numerals(text: str) -> tuple[Numeral, ...]:
    """Return the numerals of a text in order; they do not overlap, and spans are offsets in `text`."""
    page = prepare_page(text)
    copy, claims = _claim(page)
    numerals = [
        _create_numeral(page, copy, rule.kind, span, quantity)
        for rule, span, quantity in claims
        if rule.kind is not None
    ]
    titles = [
        page.find_place(Span(start=match.start(), end=match.end())) for match in _TITLE.finditer(page.copy)
    ]
    return tuple(_rename_in_titles(numerals, titles))


def read_claims(text: str) -> tuple[Claim, ...]:
    """Return which rule claims which words, in order: how `read_numerals` comes to its result."""
    page = prepare_page(text)
    return tuple((rule, page.find_place(span), quantity) for rule, span, quantity in _claim(page)[1])


def _claim(page: Page) -> tuple[str, list[Claim]]:
    """Apply the rules in order; return the copy with all claims hidden, and the claims in the order of the text."""
    copy = page.copy
    found: list[Claim] = []
    for rule, pattern, each in _compile_rules():
        claims = list(_find_claims(rule, pattern, each, copy))
        if claims:
            copy = _hide(copy, claims, WORD if rule.kind is None else CLAIMED)
            found += claims
    claims = sorted(found, key=lambda claim: claim[1].start)
    return copy, share_units(page.copy, join_torn(page.copy, copy, claims, WORD))


def _find_claims(
    rule: Rule, pattern: re.Pattern[str], each: re.Pattern[str] | None, copy: str
) -> Iterator[Claim]:
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
            spans = (
                [match.span(group)]
                if each is None
                else [one.span() for one in each.finditer(copy, *match.span(group))]
            )
            for start, stop in spans:
                yield rule, Span(start=start, end=stop), None


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
    page: Page, copy: str, kind: NumeralKind, span: Span, quantity: Quantity | None
) -> Numeral:
    place = page.find_place(span)
    words = place.of(page.text)
    if quantity is None:
        is_ordinal = kind is NumeralKind.ORDINAL and is_whole(page.copy, span)
        first, last = read_order(span.of(page.copy)) if is_ordinal else (None, None)
        return Numeral(
            span=place,
            text=words,
            kind=kind,
            value=first.value if first else None,
            upper=last.value if first and last else None,
        )
    unit = quantity.unit if isinstance(quantity.unit, str) else _print_unit(page, quantity.unit)
    found = find_qualifier(copy, span, span.of(page.copy), unit, quantity.more)
    return Numeral(
        span=place,
        text=words,
        kind=kind,
        value=quantity.value,
        upper=quantity.upper,
        resolution=quantity.resolution,
        unit=unit,
        qualifier=found.qualifier if found else None,
        qualifier_text=page.find_place(found.word).of(page.text) if found else "",
        approximate=quantity.approximate or (found is not None and found.qualifier in INEXACT),
        lower=quantity.lower,
        per=quantity.per,
        members=quantity.members,
        included=found.included if found else None,
    )


def _print_unit(page: Page, unit: Span) -> str:
    """Return the measure word as printed, without 多, 余 and 半 in it and without the gaps of a broken line."""
    return _BLANK.sub("", WITHIN_UNIT.sub("", page.find_place(unit).of(page.text)))


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
