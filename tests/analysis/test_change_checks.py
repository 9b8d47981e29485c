"""Growth, differences, averages and shares of parts are recomputed from the printed numbers, with their intervals."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chuxiong_site.analysis.checks import compute_checks
from chuxiong_site.analysis.claim_words import Background, read_direction, read_per
from chuxiong_site.model import measures
from chuxiong_site.model.check_specs import DifferenceCheck, GrowthCheck, PerUnitCheck, ShareCheck
from chuxiong_site.model.findings import CheckOutcome, CheckResult, Fact
from chuxiong_site.model.place import Span
from chuxiong_site.model.report import Report
from fact_samples import create_fact
from report_samples import Line, build_report

GROWTH = GrowthCheck(id="g", kind="growth", name="增长", indicator="cases")
DIFFERENCE = DifferenceCheck(id="d", kind="difference", name="提高", indicator="rate")
AVERAGE = PerUnitCheck(id="p", kind="per_unit", name="平均", rate="each", total="money", count="people")
SHARE = ShareCheck(id="s", kind="share", name="占比", rate="share", part="a", parts=("a", "b"))
CASES = replace(create_fact("cases", "1100"), year="2023")
LAST = create_fact("cases", "1000", role="previous")


def place(sentence: str, number: str, fact: Fact) -> tuple[Report, Fact]:
    """Return a report with one sentence and the fact where its number stands in it."""
    report = build_report([Line(number="T", text="某州报告", heading=True), Line(number="0", text=sentence)])
    start = report.body.index(sentence)
    at = start + sentence.index(number)
    span = Span(start=at, end=at + len(number))
    return report, replace(fact, span=span, sentence=Span(start=start, end=start + len(sentence)))


def change(value: str, *, unit: str = "%", resolution: str = "0.1", of: str = "cases") -> Fact:
    """Return the claim of a change."""
    return create_fact(of, value, role="change", unit=unit, resolution=resolution)


def judge_growth(sentence: str, value: str, *facts: Fact, earlier: Fact | None = None) -> CheckResult:
    """Return the result for a growth printed in a sentence."""
    report, claim = place(sentence, f"{value}%", change(value))
    before = ((replace(report, id="2022"), earlier),) if earlier else ()
    background = Background(report=report, earlier=before)
    [result] = compute_checks((GROWTH,), (*facts, claim), background)
    return result


@pytest.mark.parametrize(
    ("sentence", "value", "outcome"),
    [
        ("比上年增长10.0%。", "10.0", CheckOutcome.HOLDS),
        ("比上年增长10.1%。", "10.1", CheckOutcome.FAILS),
        ("比上年下降10.0%。", "10.0", CheckOutcome.FAILS),
        ("按可比价格计算增长10.0%。", "10.0", CheckOutcome.UNVERIFIABLE),
    ],
)
def test_growth_over_the_value_printed_beside_it(sentence: str, value: str, outcome: CheckOutcome) -> None:
    """1100 over 1000 is 10 % more, never less; at constant prices it cannot be recomputed."""
    assert judge_growth(sentence, value, CASES, LAST).outcome is outcome


def test_growth_over_an_earlier_report() -> None:
    """Last year's value comes from the report of that year; where it does not fit it may have been revised."""
    earlier = replace(create_fact("cases", "1000"), year="2022")
    right = judge_growth("增长10.0%。", "10.0", CASES, earlier=earlier)
    wrong = judge_growth("增长8.0%。", "8.0", CASES, earlier=earlier)
    assert (right.outcome, right.formula) == (CheckOutcome.HOLDS, "1100件 ÷ 1000件（2022年度报告） − 1")
    assert (wrong.outcome, wrong.computed) == (CheckOutcome.UNVERIFIABLE, "10%")
    assert wrong.reason.endswith("以前的数后来可能修订过，不能据此说这里不符。")
    assert earlier not in right.inputs
    assert right.base == ("2022", earlier)


def test_growth_over_nothing() -> None:
    """A value of two years ago is no last year's: nothing is recomputed, and why is said."""
    old = replace(create_fact("cases", "1000"), year="2021")
    result = judge_growth("增长10.0%。", "10.0", CASES, earlier=old)
    assert (result.outcome, result.lacks_input) == (CheckOutcome.UNVERIFIABLE, True)


@pytest.mark.parametrize(("value", "outcome"), [("1.2", CheckOutcome.HOLDS), ("1.4", CheckOutcome.FAILS)])
def test_percentage_points(value: str, outcome: CheckOutcome) -> None:
    """96.4 % after 95.2 % are 1.2 points more, and 1.3 at most as they are rounded."""
    share = measures.SHARE
    now = create_fact("rate", "96.4", measure=share, unit="%", resolution="0.1")
    then = create_fact("rate", "95.2", measure=share, unit="%", resolution="0.1", role="previous")
    claim = change(value, unit="个百分点", of="rate")
    report, claim = place(f"提高{value}个百分点。", f"{value}个百分点", claim)
    [result] = compute_checks((DIFFERENCE,), (now, then, claim), Background(report=report))
    assert result.outcome is outcome


@pytest.mark.parametrize(
    ("sentence", "printed", "outcome"),
    [
        ("人均5元。", "5", CheckOutcome.HOLDS),
        ("每百人500元。", "500", CheckOutcome.HOLDS),
        ("每百人5元。", "5", CheckOutcome.FAILS),
    ],
)
def test_averages(sentence: str, printed: str, outcome: CheckOutcome) -> None:
    """10000 yuan for 2000 people are 5 each and 500 for every hundred, as the clause says."""
    rate = create_fact("each", printed, measure=measures.AVERAGE, unit="元")
    report, claim = place(sentence, f"{printed}元", rate)
    money = create_fact("money", "10000", unit="元")
    [result] = compute_checks(
        (AVERAGE,), (money, create_fact("people", "2000", unit="人"), claim), Background(report=report)
    )
    assert result.outcome is outcome


@pytest.mark.parametrize(("value", "outcome"), [("60", CheckOutcome.HOLDS), ("58", CheckOutcome.FAILS)])
def test_a_share_of_all_parts(value: str, outcome: CheckOutcome) -> None:
    """3 of 3 and 2 are 60 %."""
    rate = create_fact("share", value, measure=measures.SHARE, unit="%")
    report, claim = place(f"占{value}%。", f"{value}%", rate)
    facts = (create_fact("a", "3"), create_fact("b", "2"), claim)
    [result] = compute_checks((SHARE,), facts, Background(report=report))
    assert (result.outcome, result.formula) == (outcome, "3件 ÷ （3件 + 2件）")


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("下降3%。", -1),
        ("降幅为3%。", -1),
        ("比上年减少了3%。", -1),
        ("增长3%。", 1),
        ("下降后又增长3%。", 1),
    ],
)
def test_directions(sentence: str, direction: int) -> None:
    """Only the words right before a number say that something became less."""
    report, claim = place(sentence, "3%", change("3"))
    assert read_direction(report, claim) == direction


def test_the_nearest_each_counts() -> None:
    """每百元 of another clause says nothing of this number."""
    report, claim = place("每百元成本84元，人均3元。", "3元", create_fact("each", "3", unit="元"))
    assert read_per(report, claim) == 1
