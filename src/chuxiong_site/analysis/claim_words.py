"""What the words around a claim say of how it was computed: up or down, at constant prices, by how many units."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model.findings import Fact
from ..model.place import Span
from ..model.records import dataclass
from ..model.report import Report

DOWN = re.compile(
    "(?:减少|下降|降低|回落|缩减|压减|减|降)(?:了|约|近|超|逾|幅度为|幅度达|幅为|幅达|到|为|达)*[（(]?$"
)
"""What stands right before a number that counts how much less it became."""
CONSTANT_PRICES = re.compile("可比价|不变价|可比口径|同口径|扣除价格因素|实际增长|名义增长")
"""What says that a change was computed from other numbers than the printed ones."""
PER = re.compile("每([十百千万亿]+)(?=[\u4e00-\u9fff])")
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
CLAUSE_END = re.compile("[，；。：,;:]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What a check may look at beside the facts of its report."""

    report: Report
    earlier: Iterable[tuple[Report, Fact]] = ()
    """Facts of earlier reports, from the newest to the oldest; they can be gone through again and again."""


def read_direction(report: Report, fact: Fact) -> int:
    """Return -1 for a number after 下降, 减少 and the like, else 1."""
    return -1 if DOWN.search(_read_before(report, fact)) else 1


def is_at_constant_prices(report: Report, fact: Fact) -> bool:
    """Tell whether the sentence says that a change leaves prices or scope out."""
    return CONSTANT_PRICES.search(report.display.of(fact.sentence)) is not None


def read_per(report: Report, fact: Fact) -> int:
    """Return by how many units an average counts: 每百元 → 100; 1 where its clause says none."""
    clause = CLAUSE_END.split(_read_before(report, fact))[-1]
    found = PER.findall(clause)
    scale = 1
    for char in found[-1] if found else "":
        scale *= SCALES[char]
    return scale


def name_report(report: Report) -> str:
    """Return a report's name in formulas: 2022年度报告, or its title where its id is no year."""
    return f"{report.id}年度报告" if report.id.isdecimal() else report.title


def _read_before(report: Report, fact: Fact) -> str:
    """Return the words of the sentence before a number, without the one that qualifies it."""
    said = report.display.of(Span(start=fact.sentence.start, end=fact.span.start)).rstrip()
    return said.removesuffix(fact.qualifier_text) if fact.qualifier_text else said
