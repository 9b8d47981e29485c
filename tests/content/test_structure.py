from __future__ import annotations

import pytest
from sources import create_source

from chuxiong_site.content.read_yaml import read_yaml
from chuxiong_site.content.structure import structure
from chuxiong_site.model import catalogue, check_specs
from chuxiong_site.problems import Problem

CHART = """charts:
  money:
    form: amounts
    title: 投入
    indicators: [a, b]
"""


def structure_chart(text: str) -> tuple[catalogue.ChartSpec | None, list[Problem]]:
    """Structure the chart of a text."""
    document = read_yaml(create_source(text, "charts.yaml"))
    data = document.data["charts"]["money"]
    return structure(
        catalogue.ChartSpec, data, places=document.places, path=("charts", "money"), inject="money"
    )


def structure_check(body: str) -> tuple[check_specs.CheckSpec | None, list[Problem]]:
    """Structure the check of a text."""
    document = read_yaml(create_source(f"checks:\n  one:\n{body}", "checks.yaml"))
    data = document.data["checks"]["one"]
    return structure(
        check_specs.CheckSpec, data, places=document.places, path=("checks", "one"), inject="one"
    )


def test_a_record() -> None:
    """An entry becomes a record, its key the id, lists tuples."""
    chart, problems = structure_chart(CHART)
    assert problems == []
    assert chart is not None
    assert (chart.id, chart.form, chart.indicators) == ("money", "amounts", ("a", "b"))


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column"),
    [
        ("    title: 投入\n", "", "E211", 2, 3),
        ("form: amounts", "from: amounts", "E212", 3, 5),
        ("    title", "    id: x\n    title", "E212", 4, 5),
        ("[a, b]", "[a, B]", "E213", 5, 21),
        ("amounts", "amount", "E214", 3, 11),
        ("[a, b]", "[]", "E215", 5, 5),
        ("title: 投入", 'title: ""', "E215", 4, 12),
        ("[a, b]", "a", "E216", 5, 17),
        ("title: 投入", "title: {a: b}", "E216", 4, 12),
    ],
)
def test_one_mistake(old: str, new: str, code: str, line: int, column: int) -> None:
    """Each mistake is one problem with its own code, at the key or value concerned."""
    chart, problems = structure_chart(CHART.replace(old, new))
    assert chart is None
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [(code, line, column)]


def test_the_id_of_a_number_is_no_indicator() -> None:
    """Where an indicator belongs, what a tag says beside it is left out, and the hint says so."""
    problems = structure_chart(CHART.replace("[a, b]", "[a.2012, b]"))[1]
    assert [problem.hint for problem in problems] == ["这里写指标，不带角色、年份、所指：a。"]


def test_all_mistakes_at_once() -> None:
    """An entry with several mistakes gives them all."""
    text = CHART.replace("amounts", "lines").replace("    title: 投入\n", "").replace("[a, b]", "[a b]")
    assert sorted(problem.code for problem in structure_chart(text)[1]) == ["E211", "E213", "E214"]


def test_a_misspelt_key_is_not_missing_too() -> None:
    """A key that is nearly a missing one is reported once, with the right spelling."""
    [problem] = structure_chart(CHART.replace("title:", "titel:"))[1]
    assert (problem.code, problem.hint) == ("E212", "是不是要写 title？")


def test_kinds_of_check() -> None:
    """The kind decides which keys a check has; problems name those of that kind."""
    check, problems = structure_check("    kind: reduction\n    name: 甲\n    indicator: a\n")
    assert problems == []
    assert isinstance(check, check_specs.ReductionCheck)
    [problem] = structure_check("    kind: reduction\n    name: 甲\n    indicator: a\n    rate: b\n")[1]
    assert (problem.code, problem.expected) == ("E212", "这里可以写的键：name、indicator、drafted")
    [problem] = structure_check("    kind: ratoi\n    name: 甲\n")[1]
    assert (problem.code, problem.place.line, problem.hint) == ("E214", 3, "是不是要写 ratio？")
