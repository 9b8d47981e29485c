"""How is last year's value said beside a fact, and once for a page?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from built import BuiltSite
from chuxiong_site.model.findings import Comparison
from chuxiong_site.rendering.parts.comparisons import describe_comparison, describe_comparisons
from contexts import create_context
from fact_samples import create_fact, create_rate
from sample_projects import check_content, copy_fixture

UNCLAIMED = {"report_id": "2022", "href": "2022/x.html#x", "stated": None, "claimed": ""}


def say(value: str, difference: str | None, margin: str = "0", unit: str = "件") -> str:
    """Return what is said of a fact and its difference from last year's."""
    fact = create_rate("a", value) if unit == "%" else create_fact("a", value, unit=unit)
    comparison = Comparison(
        base=fact,
        difference=None if difference is None else Decimal(difference),
        margin=Decimal(margin),
        **UNCLAIMED,  # type: ignore[arg-type]
    )
    line = describe_comparison(fact, comparison)
    assert line is not None
    return line.said


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (("135", "3"), "多 3件"),
        (("135", "-3"), "少 3件"),
        (("135", "0"), "与上年相同"),
        (("135", None), "不都是单个的确数，不计算差"),
        (("98.22", "0.72", "0.01", "%"), "多 0.72个百分点（四舍五入，±0.01个百分点）"),
        (("98.22", "-0.01", "0.01", "%"), "相差 0.01个百分点，在四舍五入的范围内"),
        (("98.22", "0", "0.01", "%"), "印出的数相同（四舍五入，±0.01个百分点）"),
    ],
)
def test_words(said: tuple[str, ...], wanted: str) -> None:
    """More, less, the same, not computed; and how far rounding leaves it open."""
    assert say(*said) == wanted


def test_facts_without_last_year_say_nothing() -> None:
    """A fact that no earlier report states has no line."""
    assert describe_comparison(create_fact("a", "1"), None) is None


def test_a_report_alone_says_so_once(small_site: BuiltSite) -> None:
    """Where one year stands alone, the pages of facts and of indicators say it once each, and no row does."""
    for path in ("2023/facts.html", "indicators.html"):
        assert small_site.pages[path].count("本站只有这一年的报告，没有上年的数可比") == 1
    assert "fact-table__last" not in small_site.pages["2023/facts.html"]


def test_both_years(tmp_path: Path) -> None:
    """Of two years the newer counts what stands beside last year's, the older says that none is before it."""
    outcome = check_content(copy_fixture("two_years", tmp_path))
    assert outcome.findings is not None
    newer, older = outcome.findings.reports
    assert describe_comparisons(create_context(outcome.findings, newer)).startswith(
        "3\u00a0个数字在2023年度报告里"
    )
    assert (
        describe_comparisons(create_context(outcome.findings, older))
        == "本站没有上一年度的报告，没有上年的数可比；报告没有给出同比。"
    )


@pytest.mark.parametrize("words", ["同比", "比上年", "增长7.5%", "下降了约三成", "增速"])
def test_words_of_change_are_respected(words: str, small_site: BuiltSite) -> None:
    """A report that may compare itself with the year before is never said not to."""
    [found] = small_site.findings.reports
    context = create_context(small_site.findings)
    silent = replace(found, report=replace(found.report, body=""))
    speaking = replace(found, report=replace(found.report, body=words))
    assert "没有给出同比" in describe_comparisons(replace(context, report_findings=silent))
    assert "没有给出同比" not in describe_comparisons(replace(context, report_findings=speaking))
