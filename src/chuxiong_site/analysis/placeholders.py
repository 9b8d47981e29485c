"""Read, check and fill `{indicator-id}` in titles and notes. A typed number there is an error, bad spelling a warning."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from ..model.numeral import NumeralKind
from ..model.place import Place
from ..problems import Problem, describe_nearest
from .numerals import read_numerals
from .spelling import check_spelling, point_at

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
DIGIT = re.compile(r"[0-9０-９]")


def list_placeholders(text: str) -> tuple[str, ...]:
    """Return the fact ids that a text asks for, in order."""
    return tuple(match[1].strip() for match in PLACEHOLDER.finditer(text))


def check_words(text: str, place: Place, known: Iterable[str] | None = None) -> list[Problem]:
    """Report unknown placeholders, leftover braces, a number typed by hand, and slips of spelling.

    `known` are the facts that may be asked for; `None` where placeholders have no place at all.
    """
    problems = [
        _create_unknown_problem(match[1].strip(), point_at(place, text, match.span()), known)
        for match in PLACEHOLDER.finditer(text)
        if known is None or match[1].strip() not in known
    ]
    plain = PLACEHOLDER.sub(lambda match: "　" * len(match[0]), text)
    brace = re.search("[{}｛｝]", plain)
    if brace:
        where, expected = point_at(place, text, brace.span()), "成对的半角花括号 {指标标识}，或者没有花括号"
        hint = "改成半角的 { }。" if brace[0] in "｛｝" else "补上缺的一半，或者删掉它。"
        problems.append(
            Problem(
                code="E503",
                place=where,
                found=f"{'全角' if brace[0] in '｛｝' else '落单'}的「{brace[0]}」",
                expected=expected,
                hint=hint,
            )
        )
    typed = _find_typed(plain)
    if typed:
        found, where = f"手写的数「{text[slice(*typed)]}」", point_at(place, text, typed)
        hint = "把它换成 {指标标识}，由正文里的数填进来。" if known is not None else "改写成没有数字的话。"
        problems.append(
            Problem(code="E502", place=where, found=found, expected="数字只写在报告正文里", hint=hint)
        )
    return [*problems, *check_spelling(text, place, _read_as_words(text))]


def describe_placeholder_hint(id: str, known: Collection[str]) -> str:  # noqa: A002  # the contract's word
    """Return a hint: the two ends of an indicator, or the nearest id."""
    ends = [end for end in (f"{id}.before", f"{id}.after") if end in known]
    return f"写成 {' 或 '.join(ends)}。" if ends else describe_nearest(id, known)


def _read_as_words(text: str) -> str:
    """Return the text with a Hanzi for every placeholder, since a filled-in value ends with a measure word."""
    return PLACEHOLDER.sub(lambda match: "数" * len(match[0]), text)


def _create_unknown_problem(id: str, place: Place, known: Iterable[str] | None) -> Problem:  # noqa: A002
    return Problem(
        code="E503",
        place=place,
        found=f"占位符 {{{id}}}",
        expected="没有占位符：它只能用在图的标题和说明里" if known is None else "报告里标了的数字的标识",
        hint="改写成没有占位符的话。" if known is None else describe_placeholder_hint(id, set(known)),
        about=(id.partition(".")[0],),
    )


def _find_typed(plain: str) -> tuple[int, int] | None:
    """Return where the first number stands, with its measure word; years and dates count too, names do not."""
    numerals = read_numerals(plain)
    digit = DIGIT.search(plain)
    if digit:
        holding = (n.span for n in numerals if n.span.start <= digit.start() < n.span.end)
        return next(((span.start, span.end) for span in holding), (digit.start(), digit.start() + 1))
    quantities = (numeral.span for numeral in numerals if numeral.kind is NumeralKind.FACT)
    return next(((span.start, span.end) for span in quantities), None)
