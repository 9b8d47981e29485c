"""Last year's value beside a fact, in words; and what a page says once of all of them."""

from __future__ import annotations

import re
from decimal import Decimal

from ...charts import describe_value
from ...model.findings import Comparison, Fact, ReportFindings
from ...model.measures import PARTS
from ...model.numeral import describe_decimal
from ...model.records import dataclass
from ..frame.page import Context
from ..frame.titles import name_report

SCALE = re.compile("[万亿]+")
TENS = {"万": 10**4, "亿": 10**8}
YEAR_ON_YEAR = re.compile(
    "同比|(?:比|较)(?:上|去|前)一?年|(?:上|去)年同期|增幅|增速|降幅"
    "|(?:增长|增加|提高|提升|上升|下降|降低|减少|回落)(?:了|约|近|超|逾)*[0-9０-９百一二三四五六七八九十两]"
)
"""Words by which a report may compare itself with the year before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonLine:
    """上年 80.12万件，多 6.33万件."""

    base: str
    """Last year's value as printed."""
    href: str
    """Where it stands, from the site root."""
    said: str
    """The difference, and what the report itself says: 多 6.33万件；报告写的变化：增长7.5%."""


def describe_comparison(fact: Fact, comparison: Comparison | None) -> ComparisonLine | None:
    """Return last year's value and how far this year's is from it; `None` where there is none."""
    if comparison is None:
        return None
    said = [_describe_difference(fact, comparison)]
    if comparison.stated is not None:
        said.append(f"本报告写的上年数：{describe_value(comparison.stated)}")
    if comparison.claimed:
        said.append(f"报告写的变化：{comparison.claimed}")
    return ComparisonLine(base=describe_value(comparison.base), href=comparison.href, said="；".join(said))


def _describe_difference(fact: Fact, comparison: Comparison) -> str:
    difference, margin = comparison.difference, comparison.margin
    if difference is None:
        return "不都是单个的确数，不计算差"
    rounded = f"（四舍五入，±{_describe_amount(fact, margin)}）" if margin else ""
    if not difference:
        return f"印出的数相同{rounded}" if margin else "与上年相同"
    if abs(difference) <= margin:
        return f"相差 {_describe_amount(fact, abs(difference))}，在四舍五入的范围内"
    return f"{'多' if difference > 0 else '少'} {_describe_amount(fact, abs(difference))}{rounded}"


def _describe_amount(fact: Fact, amount: Decimal) -> str:
    """Return an amount in the fact's own 万 or 亿 and unit; of a rate in points."""
    if fact.unit in PARTS:
        return f"{describe_decimal(amount)}个{'千' if fact.unit == '‰' else '百'}分点"
    scale = SCALE.search(fact.words)
    words = scale[0] if scale else ""
    for char in words:
        amount /= TENS[char]
    unit = fact.counted_in if fact.unit else ""
    return f"{describe_decimal(amount)}{words}{unit}"


def describe_comparisons(context: Context) -> str:
    """Return what a page says once: how many facts stand beside last year's, or why none does."""
    said = _describe_extent(context)
    silent = "报告没有给出同比" if is_silent(context.report_findings) else ""
    return "；".join(filter(None, (said, silent))) + "。" * bool(said or silent)


def _describe_extent(context: Context) -> str:
    id = context.report.id  # noqa: A001  # the contract's word
    if not context.surroundings.several:
        return f"本站只有这一{'年的' if id.isdecimal() else '份'}报告，没有上年的数可比"
    if not id.isdecimal():
        return ""
    last = str(int(id) - 1)
    before = next((entry.report for entry in context.findings.neighbours if entry.report.id == last), None)
    if before is None:
        return "本站没有上一年度的报告，没有上年的数可比"
    if not context.report_findings.comparisons:
        return f"{name_report(before)}里没有同一指标的数可比"
    count = len(context.report_findings.comparisons)
    return f"{count}\u00a0个数字在{name_report(before)}里有同一指标的数，列在数值下面；差由本站按印出的数计算，不作评价"


def is_silent(report_findings: ReportFindings) -> bool:
    """Tell whether a report surely compares nothing with the year before: neither its numbers nor its words."""
    compares = any(fact.role in {"change", "previous"} for fact in report_findings.facts)
    return not compares and YEAR_ON_YEAR.search(report_findings.report.body) is None
