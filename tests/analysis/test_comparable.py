"""Which numbers a chart may lay side by side as lengths."""

from __future__ import annotations

import pytest

from chuxiong_site.analysis.comparable import check_comparable, list_related
from chuxiong_site.model import chart_forms, measures
from chuxiong_site.model.catalogue import ChartSpec, Indicator
from chuxiong_site.model.check_specs import CheckSpec, PartCheck, RatioCheck, SumCheck
from chuxiong_site.model.place import Place

WHERE = Place(file="charts.yaml")
TOTAL = SumCheck(id="total", kind="sum", name="合计", total="all", parts=("made", "filed"))
CLOSED = PartCheck(id="closed", kind="part_of_whole", name="办结", part="closed", whole="all")
RATE = RatioCheck(id="rate", kind="ratio", name="比率", rate="rate", part="closed", whole="taken")


def build(id: str, measure: str = measures.COUNT, scope: str = "全州") -> Indicator:  # noqa: A002
    """Return an indicator of documents."""
    return Indicator(id=id, name=id, measure=measure, unit="件", scope=scope, theme="law")


def find(form: str, drawn: list[Indicator], *checks: CheckSpec) -> list[str]:
    """Return what is found wrong with a chart."""
    ids = tuple(item.id for item in drawn)
    chart = ChartSpec(id="chart", form=form, title="标题", indicators=ids)
    return [problem.found for problem in check_comparable(chart, drawn, checks, WHERE)]


def test_one_unit_is_not_enough() -> None:
    """Documents made and documents filed are counted alike, and still nothing follows from the one being more."""
    drawn = [build("made"), build("filed")]

    assert find(chart_forms.BARS, drawn) == ["checks.yaml 没有写明「made」与「filed」的关系"]
    assert find(chart_forms.CELLS, drawn) == ["checks.yaml 没有写明「made」与「filed」的关系"]


@pytest.mark.parametrize("form", [chart_forms.FIGURES, chart_forms.AMOUNTS])
def test_neighbours_need_no_relation(form: str) -> None:
    """Figures are not compared, and amounts of money always can be."""
    assert find(form, [build("made"), build("filed")]) == []


def test_parts_of_a_total_may_be_compared() -> None:
    """What a check adds up to a total, or calls part and whole, is of one kind, step by step."""
    assert find(chart_forms.BARS, [build("made"), build("filed")], TOTAL) == []
    assert find(chart_forms.BARS, [build("made"), build("closed")], TOTAL, CLOSED) == []
    assert list_related("made", [TOTAL, CLOSED, RATE]) == {"made", "filed", "all", "closed", "taken"}


def test_an_average_is_no_part() -> None:
    """An average beside a total is of another measure, whatever a check computes from both."""
    drawn = [build("taken"), build("closed", measures.AVERAGE)]

    assert find(chart_forms.BARS, drawn, RATE) == ["种类不同：count（taken）、average（closed）"]


def test_standards_say_how_many_there_must_be() -> None:
    """Standards of one unit may be compared without a check."""
    drawn = [build("county", measures.STANDARD), build("town", measures.STANDARD)]

    assert find(chart_forms.CELLS, drawn) == []


def test_rates_are_of_one_scope() -> None:
    """Rates of different scopes are rates of different things."""
    drawn = [build("one", measures.SHARE), build("other", measures.SHARE, scope="市政府")]

    assert find(chart_forms.RATES, drawn) == ["范围不同：全州（one）、市政府（other）"]
    assert find(chart_forms.RATES, drawn[:1] * 2) == []
