"""Which sections have a page of their own, and on whose page every other one stands.

A section with a name in the front matter has a page. Pages follow one another without gaps: a section without one
stands on the page before it, unless it contains the section that begins the next page. Such headings go with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..model.place import Place
from ..model.report import CLOSING, TITLE, is_within
from ..problems import Problem, create_problem

OWN_PAGES = frozenset(
    (
        "full", "facts", "checks", "explore", "follow-up", "places", "index", "keywords", "search", "terms", "about", "data",
        "assets", "indicators", "embed", "404",
    )
)  # fmt: skip
"""Names of pages that the site makes itself; no section can have one."""


def assign_pages(numbers: Sequence[str], slugs: Mapping[str, str]) -> dict[str, str]:
    """Return number → the number of the section whose page carries it; nothing for the title line."""
    rest = [number for number in numbers if number != TITLE]
    named = [index for index, number in enumerate(rest) if slugs.get(number)]
    begins = [_find_begin(rest, index, before) for before, index in zip([-1, *named], named, strict=False)]
    pages: dict[str, str] = {}
    for order, index in enumerate(named):
        first = begins[order] if order else 0
        end = begins[order + 1] if order + 1 < len(named) else len(rest)
        pages |= dict.fromkeys(rest[first:end], rest[index])
    return pages


def _find_begin(numbers: Sequence[str], index: int, before: int) -> int:
    """Return where the page of a section begins: with the outermost section that contains it and is on no page yet."""
    above = (at for at in range(before + 1, index) if is_within(numbers[index], numbers[at]))
    return next(above, index)


def check_slugs(
    pieces: Mapping[str, Place], slugs: Mapping[str, str], places: Mapping[str, Place], head: Place
) -> list[Problem]:
    """Report page names that are taken or lead nowhere, and sections of which nobody said whose page they are on."""
    known = [number for number in pieces if number != TITLE]
    problems = []
    seen: dict[str, str] = {}
    for number, slug in slugs.items():
        place = places.get(number, head)
        if number not in known:
            problems.append(_create_unknown_problem(number, known, place))
        if slug in OWN_PAGES:
            problems.append(
                create_problem(
                    "E343", place, f"「{slug}」是网站自己用的名字", "另起一个名字", f"例如 {slug}-section。"
                )
            )
        if slug and slug in seen:
            problems.append(
                create_problem("E342", place, f"「{slug}」已经给了第 {seen[slug]} 节", "每节一个不同的名字")
            )
        seen.setdefault(slug, number)
    return problems + [
        Problem(
            code="E340",
            place=head,
            found=f"第 {number} 节没有网页名",
            expected=f'sections 里写 "{number}": 英文名；太短、接在前一页后面的，写 "{number}": ""',
            about=(number,),
        )
        for number in _list_unnamed(known, slugs)
    ]


def _create_unknown_problem(number: str, known: list[str], place: Place) -> Problem:
    bare = re.sub("[“”‘’\"']", "", number)
    return Problem(
        code="E341",
        place=place,
        found=f"正文里没有「{number}」这一节",
        expected="、".join(known),
        hint=f'引号要用英文的："{bare}"。' if bare in known and bare != number else "",
        about=(bare,),
    )


def _list_unnamed(known: Sequence[str], slugs: Mapping[str, str]) -> list[str]:
    """Return the sections about which the front matter says nothing, neither about what contains them nor about what they contain."""
    if known and not any(slugs.get(number) for number in known):
        return [known[0]]
    return [
        number
        for number in known
        if number != CLOSING
        and number not in slugs
        and not any(is_within(number, named) or is_within(named, number) for named in slugs)
    ]
