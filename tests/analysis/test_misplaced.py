"""Are tags on wrong numbers noticed, and right ones left alone? Worked out on the fixtures, every two tags exchanged."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from built import FIXTURES, RICH
from chuxiong_site.analysis.exchanged import Names, find_exchanged
from chuxiong_site.analysis.misplaced import check_misplaced
from chuxiong_site.analysis.tagged_numbers import TaggedNumber, list_tagged_numbers
from chuxiong_site.content.load import load_project
from chuxiong_site.model.project import Project
from chuxiong_site.problems import Problem

NOTICED = 0.95
"""The least share of wrong tags that has to be noticed."""

Numbers = tuple[TaggedNumber, ...]


def read_project(name: str) -> Project:
    """Load a fixture."""
    project, _ = load_project(FIXTURES / name)
    assert project is not None
    return project


@pytest.fixture(scope="module")
def rich() -> Project:
    """Load the rich project once."""
    return read_project(RICH.name)


@pytest.fixture(scope="module")
def numbers(rich: Project) -> Numbers:
    """Read the numbers of the report of 2023 once."""
    return list_tagged_numbers(rich.reports[0])


@pytest.fixture(scope="module")
def names(rich: Project, numbers: Numbers) -> Names:
    """Return what the indicators of the report are called."""
    named = sorted({number.indicator for number in numbers} - {""})
    return tuple((id, rich.indicators[id].name, rich.indicators[id].measure) for id in named)  # noqa: A001


def can_be(number: TaggedNumber, other: TaggedNumber, names: Names) -> bool:
    """Tell whether a number could bear the tag of another one as far as unit and kind go."""
    measures = {id: measure for id, _, measure in names}  # noqa: A001
    return number.unit == other.unit and measures[other.indicator] in number.measures


def set_tags(numbers: Numbers, tags: dict[int, str]) -> Numbers:
    """Return the numbers with other tags at some."""
    return tuple(replace(n, indicator=tags.get(i, n.indicator)) for i, n in enumerate(numbers))


def check_changed(project: Project, *changes: tuple[str, str]) -> list[Problem]:
    """Return the reminders when tags of the latest report name other indicators, or none."""
    report = project.reports[0]
    new = dict(changes)
    tags = tuple(
        replace(tag, facts=tuple(filter(None, (new.get(fact, fact) for fact in tag.facts))))
        for tag in report.tags
    )
    changed = replace(project, reports=(replace(report, tags=tags), *project.reports[1:]))
    return list(check_misplaced(changed))


@pytest.mark.parametrize("name", ["rich", "two_years", "small"])
def test_right_tags_are_left_alone(name: str) -> None:
    """A project whose tags are right gets no reminder."""
    assert list(check_misplaced(read_project(name))) == []


def test_exchanged_tags_are_noticed(numbers: Numbers, names: Names) -> None:
    """Of every two tags that could be exchanged, nearly all are found, and both are named."""
    trials = [
        (a, b)
        for a, b in combinations([i for i, n in enumerate(numbers) if n.indicator], 2)
        if numbers[a].span != numbers[b].span and numbers[a].indicator != numbers[b].indicator
        if can_be(numbers[a], numbers[b], names) and can_be(numbers[b], numbers[a], names)
    ]
    exchanged = [set_tags(numbers, {a: numbers[b].indicator, b: numbers[a].indicator}) for a, b in trials]
    found = [find_exchanged(tagged, names, ()) for tagged in exchanged]
    assert len(trials) > 250
    assert sum(pair in told for pair, told in zip(trials, found, strict=True)) >= NOTICED * len(trials)


def test_moved_tags_are_noticed(numbers: Numbers, names: Names) -> None:
    """A tag on another number of its unit, which has none of its own, is found nearly always."""
    trials = [
        set_tags(numbers, {a: "", b: one.indicator})
        for a, one in enumerate(numbers)
        for b, other in enumerate(numbers)
        if one.indicator and other.indicator and one.value != other.value and one.part == other.part
        if can_be(other, one, names)
    ]
    assert len(trials) > 500
    assert sum(bool(find_exchanged(tagged, names, ())) for tagged in trials) >= NOTICED * len(trials)


def test_numbers_without_a_name_mislead_nobody(numbers: Numbers, names: Names) -> None:
    """Where every other number has no name yet, the tags of the rest are still left alone."""
    for first in (0, 1):
        half = set_tags(numbers, dict.fromkeys(range(first, len(numbers), 2), ""))
        named = {number.indicator for number in half}
        assert find_exchanged(half, tuple(name for name in names if name[0] in named), ()) == ()


def test_the_words_of_both_are_shown(rich: Project) -> None:
    """The reminder names both tags with their words, at the first of them."""
    [problem] = check_changed(
        rich, ("mediation-cases", "penalty-cases"), ("penalty-cases", "mediation-cases")
    )
    assert problem.code == "W408"
    assert "mediation-cases（" in problem.found
    assert "penalty-cases（" in problem.expected
    assert (problem.place.line, set(problem.about)) == (
        next(tag.place.line for tag in rich.reports[0].tags if "penalty-cases" in tag.facts),
        {"mediation-cases", "penalty-cases"},
    )


def test_a_number_without_a_name_may_be_the_right_one(rich: Project) -> None:
    """Where the better number has no tag, the reminder asks to move the tag there."""
    [problem] = check_changed(rich, ("mediation-cases", ""), ("penalty-cases", "mediation-cases"))
    assert problem.about == ("mediation-cases",)
    assert "把标记移过去" in problem.hint


def test_the_words_of_another_year_help() -> None:
    """Two tags whose names say little are told apart by what last year's report has at them."""
    number = TaggedNumber(
        span=(0, 1), indicator="a", role=None, said=None, part="results", unit="件", value="1",
        measures=("count",), label="受理诉求", tail="", clauses=(), heading="",
    )  # fmt: skip
    other = replace(number, span=(2, 3), indicator="b", value="2", label="调解纠纷")
    names = (("a", "第一项", "count"), ("b", "第二项", "count"))
    assert find_exchanged((number, other), names, ()) == ()
    assert find_exchanged((number, other), names, (("a", "调解纠纷"), ("b", "受理诉求"))) == ((0, 1),)
