from __future__ import annotations

import pytest

from chuxiong_site.analysis.checks import compute_checks, list_inputs
from chuxiong_site.model import measures
from chuxiong_site.model.check_specs import (
    CheckSpec,
    PartCheck,
    RatioCheck,
    ReductionCheck,
    SumCheck,
    UnverifiableCheck,
)
from chuxiong_site.model.findings import CheckOutcome, CheckResult, Fact
from chuxiong_site.model.numeral import Qualifier
from fact_samples import create_fact, create_rate

RATIO = RatioCheck(id="share", kind="ratio", name="化解率", rate="rate", part="part", whole="whole")
PART = PartCheck(id="part", kind="part_of_whole", name="部分", part="part", whole="whole")
SUM = SumCheck(id="sum", kind="sum", name="合计", total="total", parts=("a", "b"))
LESS = ReductionCheck(id="less", kind="reduction", name="压缩", indicator="days")
NEVER = UnverifiableCheck(id="never", kind="unverifiable", name="通过率", rate="rate", reason="分母未公布")


def check(spec: CheckSpec, *facts: Fact) -> CheckResult:
    """Return the one result of a check."""
    [result] = compute_checks((spec,), facts)
    return result


def test_a_ratio_that_holds() -> None:
    """41159 ÷ 41903 prints as 98.22 %."""
    result = check(
        RATIO, create_rate("rate", "98.22"), create_fact("part", "41159"), create_fact("whole", "41903")
    )
    assert result.outcome is CheckOutcome.HOLDS
    assert (result.formula, result.printed, result.computed) == ("41159件 ÷ 41903件", "98.22%", "98.2244…%")
    assert [fact.id for fact in result.inputs] == ["part", "whole", "rate"]


@pytest.mark.parametrize(("printed", "resolution", "holds"), [
    ("98.22", "0.01", True), ("98.23", "0.01", False), ("98.21", "0.01", False),
    ("98.2", "0.1", True), ("98", "1", True), ("99", "1", False),
])  # fmt: skip
def test_ratios_at_the_printed_precision(printed: str, resolution: str, holds: bool) -> None:
    """A ratio is compared at the precision it is printed with, no finer and no coarser."""
    rate = create_rate("rate", printed, resolution=resolution)
    result = check(RATIO, rate, create_fact("part", "41159"), create_fact("whole", "41903"))
    assert (result.outcome is CheckOutcome.HOLDS) is holds


def test_a_ratio_of_rounded_numbers() -> None:
    """An average of 135 out of 142 allows 95.07 %, and more than the quotient of the bare numbers."""
    part = create_fact("part", "135", measure=measures.AVERAGE, unit="项")
    for printed, holds in (("95.07", True), ("95.4", True), ("95.5", False)):
        result = check(RATIO, create_rate("rate", printed), part, create_fact("whole", "142", unit="项"))
        assert (result.outcome is CheckOutcome.HOLDS) is holds


def test_a_failing_ratio_says_why() -> None:
    """A ratio that fails says what it came to and what the printed number would allow."""
    result = check(
        RATIO,
        create_rate("rate", "80", resolution="1"),
        create_fact("part", "90"),
        create_fact("whole", "120"),
    )
    assert result.outcome is CheckOutcome.FAILS
    assert (
        result.reason
        == "用报告写的数计算，得 75%；保留到同样的位数是 75%，与报告写的数在舍入区间 [79.5%，80.5%] 上不符。"
    )


def test_a_ratio_without_its_whole() -> None:
    """A rate whose whole the report does not state cannot be verified."""
    result = check(RATIO, create_rate("rate", "98.22"), create_fact("part", "41159"))
    assert (result.outcome, result.reason) == (CheckOutcome.UNVERIFIABLE, "本报告未给出分母。")
    result = check(RATIO, create_rate("rate", "98.22"), create_fact("whole", "41903"))
    assert result.reason == "本报告未给出分子。"


def test_claims_that_a_report_does_not_make() -> None:
    """A check whose claim the report lacks is left out."""
    assert compute_checks((RATIO, PART, SUM, LESS, NEVER), (create_fact("part", "1"),)) == ()


@pytest.mark.parametrize(("part", "holds"), [("19", True), ("23", True), ("24", False)])
def test_parts(part: str, holds: bool) -> None:
    """A part may be as large as the whole, not larger."""
    result = check(PART, create_fact("part", part), create_fact("whole", "23"))
    assert (result.outcome is CheckOutcome.HOLDS) is holds
    assert ("不超过" in result.reason) is holds


def test_a_ratio_of_nothing() -> None:
    """A rate of a whole that is zero cannot be verified, and says so."""
    result = check(RATIO, create_rate("rate", "0"), create_fact("part", "0"), create_fact("whole", "0"))
    assert (result.outcome, result.reason) == (CheckOutcome.UNVERIFIABLE, "分母是0件，不能相除。")


def test_a_rate_in_thousandths() -> None:
    """A rate printed in ‰ is recomputed in ‰."""
    rate = create_fact("rate", "5", measure=measures.SHARE, unit="‰")
    result = check(RATIO, rate, create_fact("part", "5"), create_fact("whole", "1000"))
    assert (result.outcome, result.computed) == (CheckOutcome.HOLDS, "5‰")


@pytest.mark.parametrize("spec", [RATIO, SUM, PART])
def test_numbers_that_are_not_exact(spec: CheckSpec) -> None:
    """With 余, 不少于 and the like the text leaves open which number is meant: nothing is said to hold or to fail."""
    names = list_inputs(spec)
    facts = [create_rate(name, "50") if name == "rate" else create_fact(name, "20") for name in names[1:]]
    about = create_fact(names[0], "10", qualifier=Qualifier.APPROXIMATE)
    result = check(spec, about, *facts)
    assert (result.outcome, result.reason) == (CheckOutcome.UNVERIFIABLE, "「10件」不是确数，不能复算。")


def test_numbers_too_long_to_be_true() -> None:
    """A number of thirty digits is computed with exactly, and written out."""
    facts = (create_fact("a", "9" * 30), create_fact("b", "1"))
    assert check(SUM, create_fact("total", "5"), *facts).computed == f"1{'0' * 30}件"
    rate = (create_rate("rate", "50"), create_fact("part", "9" * 30), create_fact("whole", "1"))
    assert check(RATIO, *rate).outcome is CheckOutcome.FAILS


@pytest.mark.parametrize(("total", "holds"), [("30", True), ("31", False), ("29", False)])
def test_sums(total: str, holds: bool) -> None:
    """A total is the sum of its parts."""
    result = check(SUM, create_fact("total", total), create_fact("a", "10"), create_fact("b", "20"))
    assert (result.outcome is CheckOutcome.HOLDS) is holds
    assert (result.formula, result.computed) == ("10件 + 20件", "30件")


def test_a_sum_of_rounded_amounts() -> None:
    """Rounded parts may miss a rounded total by their rounding."""

    def money(name: str, value: str) -> Fact:
        return create_fact(name, value, resolution="10000000", measure=measures.MONEY, unit="元")

    parts = (money("a", "110000000"), money("b", "120000000"))
    assert check(SUM, money("total", "240000000"), *parts).outcome is CheckOutcome.HOLDS
    assert check(SUM, money("total", "260000000"), *parts).outcome is CheckOutcome.FAILS


def test_a_sum_without_all_its_parts() -> None:
    """A total with a part missing cannot be verified."""
    result = check(SUM, create_fact("total", "30"), create_fact("a", "10"))
    assert (result.outcome, result.reason) == (CheckOutcome.UNVERIFIABLE, "本报告没有给出全部分项。")


@pytest.mark.parametrize(("after", "holds"), [("5", True), ("20", False), ("21", False)])
def test_reductions(after: str, holds: bool) -> None:
    """Reduced means less after than before."""
    before = create_fact("days", "20", role="before", measure=measures.DURATION, unit="个工作日")
    result = check(
        LESS, before, create_fact("days", after, role="after", measure=measures.DURATION, unit="个工作日")
    )
    assert (result.outcome is CheckOutcome.HOLDS) is holds


def test_unverifiable() -> None:
    """A claim that cannot be recomputed carries the reason as a sentence."""
    result = check(NEVER, create_rate("rate", "86.5", resolution="0.1"))
    assert (result.outcome, result.reason, result.computed) == (CheckOutcome.UNVERIFIABLE, "分母未公布。", "")


@pytest.mark.parametrize(("spec", "inputs"), [
    (RATIO, ("part", "whole", "rate")), (PART, ("part", "whole")), (SUM, ("a", "b", "total")),
    (LESS, ("days",)), (NEVER, ("rate",)),
])  # fmt: skip
def test_inputs(spec: CheckSpec, inputs: tuple[str, ...]) -> None:
    """A check names its indicators, the claim last."""
    assert list_inputs(spec) == inputs


def test_six_digits() -> None:
    """Recomputed numbers show six digits, and fewer when they end earlier."""
    for part, whole, shown in (("1", "3", "33.3333…%"), ("1", "4", "25%"), ("1", "30000", "0.00333333…%")):
        rate = create_rate("rate", "1")
        assert check(RATIO, rate, create_fact("part", part), create_fact("whole", whole)).computed == shown
