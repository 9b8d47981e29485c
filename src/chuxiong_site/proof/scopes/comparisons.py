"""Last year's value beside a fact, worked out anew: which fact of which report it is, and what is said of the two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from ...model.check_specs import DifferenceCheck, GrowthCheck
from ...model.findings import Fact, Findings, ReportFindings
from ...model.numeral import Qualifier, describe_decimal
from ...model.records import dataclass
from ...model.report import Report
from ..bounds import find_bounds
from .words import name_report, say_value

UP = ("增长", "增加", "增多", "提高", "提升", "上升", "扩大", "增", "升")
DOWN = ("下降", "降低", "减少", "回落", "缩减", "压减", "缩短", "压缩", "减", "降")
JOINTS = ("了", "幅度为", "幅为", "幅度达", "幅达", "幅", "到", "为", "达", "（", "(")
WIDE = str.maketrans("（），％", "(),%")
WORDS = {10**12: "万亿", 10**8: "亿", 10**4: "万"}
LAST_YEAR = ("同比", "比上年", "比上一年", "较上年", "较上一年", "比去年", "较去年", "比前年", "较前年", "比前一年",
             "较前一年", "比去一年", "较去一年", "上年同期", "去年同期", "增幅", "增速", "降幅")  # fmt: skip
CHANGED = re.compile(
    "(?:增长|增加|提高|提升|上升|下降|降低|减少|回落)[了约近超逾]*(?=[0-9０-９百一二三四五六七八九十两])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A fact's counterpart in the report of the year before, and what is said of the two."""

    report: Report
    base: Fact
    text: str
    """上年 80.12万件，多 6.33万件."""


def list_compared(findings: Findings, own: ReportFindings) -> Iterator[tuple[str, Compared]]:
    """Yield every fact of a report's own year that the report of the year before states too, by its id."""
    before = find_year_before(findings, own)
    if before is None:
        return
    bases: dict[tuple[object, ...], Fact] = {}
    for other in before.facts:
        if key := _tell(before, other):
            bases.setdefault(key, other)
    alike: defaultdict[tuple[str, str | None], list[Fact]] = defaultdict(list)
    for fact in own.facts:
        alike[fact.indicator.id, fact.of].append(fact)
    for fact in own.facts:
        base = bases.get(_tell(own, fact))
        if base is not None:
            words = _list_own_words(own, fact, base, alike[fact.indicator.id, fact.of])
            text = f"上年 {say_value(base)}，{'；'.join([_say_difference(fact, base), *words])}"
            yield fact.id, Compared(report=before.report, base=base, text=text)


def find_year_before(findings: Findings, own: ReportFindings) -> ReportFindings | None:
    """Return the report of the year before; `None` where the site has none."""
    years = {entry.report.id: entry for entry in findings.at_hand if entry.report.id.isdecimal()}
    return years.get(f"{int(own.report.id) - 1}") if own.report.id in years else None


def _tell(entry: ReportFindings, fact: Fact) -> tuple[object, ...]:
    """Return what a fact states of its report's own year, by which it is the same in two reports; empty for others."""
    if fact.year != entry.report.id or not fact.named or fact.role not in {None, "before", "after"}:
        return ()
    return fact.indicator.id, fact.role, fact.of, fact.per, _fold(fact.unit), _find_nature(fact)


def _fold(unit: str) -> str:
    narrow = unit.translate(WIDE)
    return narrow[:-3] + "次" if narrow.endswith(("人(次)", "件(次)")) else narrow


def _find_nature(fact: Fact) -> str:
    bound = fact.qualifier in {Qualifier.AT_LEAST, Qualifier.AT_MOST}
    if fact.qualifier is Qualifier.PLANNED:
        return "planned"
    return "standard" if bound or fact.indicator.measure == "standard" else "actual"


def _say_difference(fact: Fact, base: Fact) -> str:
    """Return by how much this year's number is more or less, exactly, with what rounding leaves open."""
    sharp = {None, Qualifier.AVERAGE, Qualifier.PLANNED}
    for one in (fact, base):
        if one.qualifier not in sharp or one.upper is not None or one.members or one.per is not None:
            return "不都是单个的确数，不计算差"
    more = Fraction(fact.value) - Fraction(base.value)
    (low, high), (least, most) = find_bounds(fact), find_bounds(base)
    off = (high - low + most - least) / 2
    note = f"（四舍五入，±{_say_amount(fact, off)}）" if off else ""
    if more == 0:
        return f"印出的数相同{note}" if off else "与上年相同"
    amount = _say_amount(fact, abs(more))
    if -off <= more <= off:
        return f"相差 {amount}，在四舍五入的范围内"
    return ("多 " if more > 0 else "少 ") + amount + note


def _say_amount(fact: Fact, amount: Fraction) -> str:
    """Return an amount as the fact is printed: in 万 or 亿 and its unit, of a rate in points."""
    if fact.unit in {"%", "％"}:
        return f"{_say_number(amount)}个百分点"
    if fact.unit == "‰":
        return f"{_say_number(amount)}个千分点"
    runs = re.findall("[万亿]+", fact.display + fact.unit_words)
    scale = next((scale for scale, words in WORDS.items() if runs and runs[0] == words), 1)
    unit = fact.indicator.unit if fact.unit else ""
    return f"{_say_number(amount / scale)}{WORDS.get(scale, '')}{unit}"


def _say_number(amount: Fraction) -> str:
    """Return a fraction whose denominator is a power of ten as a decimal."""
    return describe_decimal(Decimal(amount.numerator) / Decimal(amount.denominator))


def _list_own_words(own: ReportFindings, fact: Fact, base: Fact, alike: list[Fact]) -> Iterator[str]:
    """Yield what the report itself says of the year before: another number for it, and by how much it changed.

    `alike` are the report's facts of the same indicator, of the same county or group.
    """
    for other in alike:
        if (other.role, other.year) == (fact.role, base.year) or (not fact.role and other.role == "previous"):
            (low, high), (least, most) = find_bounds(other), find_bounds(base)
            if high < least or most < low:
                yield f"本报告写的上年数：{say_value(other)}"
            break
    if claim := _find_claim(own, fact, alike):
        yield f"报告写的变化：{_quote(own.report, claim)}"


def _find_claim(own: ReportFindings, fact: Fact, alike: list[Fact]) -> Fact | None:
    tagged = [other for other in alike if other.role == "change"]
    if tagged:
        return None if fact.role else tagged[0]
    for check in own.checks:
        if isinstance(check.spec, DifferenceCheck | GrowthCheck) and fact.id == check.spec.indicator:
            return check.claim
    return None


def _quote(report: Report, claim: Fact) -> str:
    """Return a change as the report words it, from the verb to the number: 下降9.7%."""
    start, end = (report.display.offsets[at] for at in (claim.sentence.start, claim.span.start))
    said = report.display.text[start:end].rstrip()
    word = claim.qualifier_text if claim.qualifier_text and said.endswith(claim.qualifier_text) else ""
    bare = said.removesuffix(word)
    rest = bare
    while joint := next((joint for joint in JOINTS if rest.endswith(joint)), ""):
        rest = rest.removesuffix(joint)
    verb = next((verb for verb in sorted(UP + DOWN, key=len, reverse=True) if rest.endswith(verb)), "")
    tail = bare[len(rest) - len(verb) :] if verb else ""
    return tail + word + claim.display


def say_extent(findings: Findings, own: ReportFindings, count: int, *, several: bool) -> str:
    """Return what a page says once of all comparisons; `count` is how many facts have one."""
    said, id = [], own.report.id  # noqa: A001  # the contract's word
    before = find_year_before(findings, own)
    if not several:
        said.append(f"本站只有这一{'年的' if id.isdecimal() else '份'}报告，没有上年的数可比")
    elif before is None and id.isdecimal():
        said.append("本站没有上一年度的报告，没有上年的数可比")
    elif before is not None and count:
        said.append(
            f"{count} 个数字在{name_report(before.report)}里有同一指标的数，列在数值下面；差由本站按印出的数计算，不作评价"
        )
    elif before is not None:
        said.append(f"{name_report(before.report)}里没有同一指标的数可比")
    body = own.report.body
    named = any(fact.role in {"previous", "change"} for fact in own.facts)
    if not named and not CHANGED.search(body) and not any(word in body for word in LAST_YEAR):
        said.append("报告没有给出同比")
    return "；".join(said) + ("。" if said else "")
