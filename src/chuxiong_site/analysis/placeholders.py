"""`{indicator-id}` in titles and notes: read, checked, filled. A typed number there is an error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from ..model.numeral import NumeralKind
from ..model.place import Place
from ..problems import Problem, describe_nearest
from .numerals import read_numerals

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
DIGIT = re.compile(r"[0-9０-９]")


def list_placeholders(text: str) -> tuple[str, ...]:
    """Return the fact ids that a text asks for, in order."""
    return tuple(match[1].strip() for match in PLACEHOLDER.finditer(text))


def fill_placeholders(text: str, describe: Callable[[str], str]) -> str:
    """Return the text with each `{id}` replaced by what `describe` returns for it."""
    return PLACEHOLDER.sub(lambda match: describe(match[1].strip()), text)


def check_words(text: str, place: Place, known: Iterable[str]) -> list[Problem]:
    """Report unknown placeholders, leftover braces, and every number typed by hand."""
    known = set(known)
    problems = [
        Problem(
            code="E503",
            place=place,
            found=f"占位符 {{{id}}}",
            expected="这张图里的事实标识",
            hint=describe_nearest(id, known),
        )
        for id in list_placeholders(text)  # noqa: A001
        if id not in known
    ]
    plain = PLACEHOLDER.sub("　", text)
    if "{" in plain or "}" in plain:
        problems.append(Problem(code="E503", place=place, found="落单的花括号", expected="成对的 {指标标识}"))
    typed = _find_typed(plain)
    if typed:
        problems.append(
            Problem(
                code="E502",
                place=place,
                found=f"手写的数「{typed}」",
                expected="数字只写在报告正文里",
                hint="把它换成 {指标标识}，由正文里的数填进来。",
            )
        )
    return problems


def _find_typed(plain: str) -> str:
    digit = DIGIT.search(plain)
    if digit:
        return plain[digit.start() : digit.start() + 8]
    quantity = next((numeral for numeral in read_numerals(plain) if numeral.kind is NumeralKind.FACT), None)
    return quantity.text if quantity else ""
