"""Warnings for entries that drafting made up, until staff remove their `drafted` mark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model.catalogue import FrontMatter
from ..model.place import Place
from ..model.project import KeyPath
from ..problems import Problem


def create_drafted_problem(id: str, name: str, place: Place) -> Problem:  # noqa: A002  # the contract's word
    """Return the reminder for an entry of a YAML file; `place` is that of its mark."""
    found = f"「{name}」（{id}）是起草时由程序拟的" if name != id else f"「{id}」是起草时由程序拟的"
    expected = "标识、名称和其他各项都有人看过、改好"
    return Problem(code="W505", place=place, found=found, expected=expected)


def check_drafted_names(front: FrontMatter, places: Mapping[KeyPath, Place]) -> Iterator[Problem]:
    """Yield the page names of a report that drafting made up."""
    for index, number in enumerate(front.drafted):
        slug = front.sections.get(number)
        if slug is None:
            found, place = f"sections 里没有「{number}」这一节", places[("drafted", index)]
            yield Problem(
                code="E344", place=place, found=found, expected="sections 里有的节号", hint="删掉它。"
            )
            continue
        yield Problem(
            code="W505",
            place=places[("sections", number)],
            found=f"第 {number} 节的网页名「{slug}」是起草时暂定的",
            expected="说得清意思的英文名：它会成为网址，发布以后不要再改",
            hint=f"改好以后，把「{number}」从 drafted 里去掉；一个也不剩了，删掉 drafted 这一行。",
        )
