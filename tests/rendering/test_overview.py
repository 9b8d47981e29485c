"""Does the picture of a report show every number at its place, and do its words say what it shows?"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from built import BuiltSite
from chuxiong_site.model.measures import CHANGE, SHARE
from chuxiong_site.model.report import Report
from chuxiong_site.rendering.parts.overview import describe_overview, describe_small_line
from chuxiong_site.rendering.parts.overview_lines import Line, Lines, Mark, MarkKind, compute_lines
from chuxiong_site.rendering.parts.overview_words import describe_extremes, describe_finding, describe_legend
from report_samples import LINES, build_fact, build_report, build_report_findings
from report_samples import Line as Written

TITLE = Written(number="T", text="某州年度报告", heading=True)
PREAMBLE = Written(number="0", text="2023年。")
PARTS = [
    Written(number=str(order), text=f"{mark}、甲乙丙", heading=True)
    for order, mark in enumerate("一二三四五六七八九", start=1)
]
SECTIONS = [
    Written(number=f"1.{order}", text=f"（{mark}）丁戊", heading=True)
    for order, mark in enumerate("一二三四", start=1)
]
UNMARKED = [
    Written(number=str(order), text=f"小标题{mark}", heading=True)
    for order, mark in enumerate("甲乙", start=1)
]


def draw(
    written: list[Written], counts: dict[str, int], kind: MarkKind = MarkKind.OTHER
) -> tuple[Report, Lines]:
    """Return a report of these lines, with so many numbers on the line of each section."""
    report = build_report([TITLE, *written])
    fact = build_fact(report, "one", written[0].text[:2])
    lines = [
        Line(
            section=section,
            length=10,
            ends=(),
            marks=tuple(
                Mark(
                    fact=replace(fact, section=section.number), at=Fraction(at), kind=kind, is_unchecked=False
                )
                for at in range(counts.get(section.number, 0))
            ),
        )
        for section in report.sections
        if section.number != "T"
    ]
    return report, Lines(all=tuple(lines))


def draw_rates(*measures: str) -> Lines:
    """Return lines with one rate that cannot be recomputed for each measure."""
    report, lines = draw(PARTS[:1], {"1": len(measures)}, MarkKind.OPEN)
    [line] = lines.all
    marks = (
        replace(mark, fact=replace(build_fact(report, "one", "一、", measure=measure), section="1"))
        for mark, measure in zip(line.marks, measures, strict=True)
    )
    return replace(lines, all=(replace(line, marks=tuple(marks)),))


@pytest.mark.parametrize(
    ("written", "counts", "finding"),
    [
        ([PREAMBLE, *PARTS[:3]], {"0": 1, "1": 75}, "76 个数字全在序和第一部分，第二、三部分一个也没有"),
        ([PREAMBLE, *PARTS[:2]], {"2": 9}, "9 个数字全在第二部分，第一部分一个也没有"),
        (PARTS, {"1": 3, "4": 1}, "4 个数字全在第一、四部分，其余 7 个部分一个也没有"),
        (PARTS[:5], {"1": 3, "2": 1, "3": 1, "4": 1}, "6 个数字，第五部分一个也没有"),
        (PARTS, {"1": 3, "2": 1, "3": 1, "4": 1}, "6 个数字，9 个部分里有 5 个部分一个也没有"),
        ([PREAMBLE, *PARTS[:2]], {"0": 1, "1": 2, "2": 5}, "8 个数字，各部分都有，第二部分最多，有 5 个"),
        (PARTS[:3], {"1": 5, "2": 5, "3": 1}, "11 个数字，各部分都有，第一、二部分最多，各有 5 个"),
        (PARTS[:2], {"1": 5, "2": 5}, "10 个数字，各部分都有"),
        (PARTS[:2], {"2": 1}, "全文 1 个数字，在第二部分"),
        (PARTS[:2], {}, "正文里没有说明数量的数"),
        (UNMARKED, {"1": 2}, "2 个数字全在「小标题甲」，「小标题乙」一个也没有"),
        ([PARTS[0], *SECTIONS[:2]], {"1.1": 2, "1.2": 4}, "6 个数字，「（二）丁戊」最多，有 4 个"),
        ([PARTS[0], *SECTIONS], {f"1.{n}": 2 for n in range(1, 5)}, "全文 8 个数字"),
        ([PREAMBLE], {"0": 4}, "全文 4 个数字"),
        ([PREAMBLE], {}, "正文里没有说明数量的数"),
    ],
)
def test_the_title_is_a_finding(written: list[Written], counts: dict[str, int], finding: str) -> None:
    """It says in which parts the numbers stand and which have none; else which part has most; else how many there are."""
    assert describe_finding(*draw(written, counts)) == finding


def test_extremes_are_named_by_their_places() -> None:
    """The longest line and that with most numbers are named; a single line is not compared."""
    report, lines = draw([PARTS[0], *SECTIONS[:2]], {"1.2": 4})
    longer = replace(lines, all=(*lines.all[:1], replace(lines.all[1], length=30), *lines.all[2:]))
    assert describe_extremes(report, longer) == "最长的是一（一），30 字；数字最多的是一（二），4 个。"
    assert describe_extremes(*draw([PREAMBLE], {"0": 1})) == ""


def test_the_legend_has_what_occurs() -> None:
    """Kinds that do not occur are left out; where all numbers are of one kind, they are just numbers."""
    assert describe_legend(draw(PARTS[:1], {"1": 3})[1]) == ((MarkKind.OTHER, "数字", 3),)
    assert describe_legend(draw(PARTS[:1], {})[1]) == ()
    rates = draw_rates(SHARE, SHARE)
    assert describe_legend(rates) == ((MarkKind.OPEN, "不能复算的比率", 2),)
    marks = rates.all[0].marks
    unchecked = Lines(all=(replace(rates.all[0], marks=(replace(marks[0], is_unchecked=True), marks[1])),))
    assert describe_legend(unchecked) == ((MarkKind.OPEN, "没有复算的比率", 2),)


@pytest.mark.parametrize(
    ("measures", "words"),
    [
        ((SHARE, CHANGE), "不能复算的比率、增减"),
        ((CHANGE, SHARE), "不能复算的比率、增减"),
        ((CHANGE, CHANGE), "不能复算的增减"),
    ],
)
def test_the_legend_names_rates_as_the_tallies_do(measures: tuple[str, ...], words: str) -> None:
    """A change is not called a 比率: the tallies above the picture count it apart."""
    assert describe_legend(draw_rates(*measures)) == ((MarkKind.OPEN, words, 2),)


def test_a_number_stands_in_the_middle_of_its_words() -> None:
    """Places are counted in characters as readers see them; two facts of one number share its width."""
    report = build_report(LINES, spaces=())
    facts = (
        build_fact(report, "cases", "132.87万件"),
        build_fact(report, "closed", "100%"),
        build_fact(report, "satisfied", "100%"),
    )
    [line] = [line for line in compute_lines(build_report_findings(report, facts)).all if line.marks]
    text = LINES[1].text
    cases, rate = text.index("132.87万件"), text.index("100%")
    assert [mark.at for mark in line.marks] == [cases + Fraction(8, 2), rate + 1, rate + 3]
    assert (line.length, line.ends) == (len(text), (text.index("。") + 1,))


def test_what_states_a_number_has_a_line() -> None:
    """A title or a part's heading that states a number has a line; a heading without number or introduction has none."""
    report = build_report([TITLE, Written(number="1", text="一、甲", heading=True), *LINES[4:]])
    numbers = [fact.section for fact in (build_fact(report, "a", "某州"), build_fact(report, "b", "一、甲"))]
    assert numbers == ["T", "1"]
    for words, first in (("某州", ["T", "1.1"]), ("一、甲", ["1", "1.1"]), ("5天", ["1.1", "2.1"])):
        facts = (build_fact(report, "one", words),)
        lines = compute_lines(build_report_findings(report, facts)).all
        assert [line.section.number for line in lines][:2] == first
        assert sum(len(line.marks) for line in lines) == 1


def test_gaps_leave_something_of_the_line() -> None:
    """Ends of sentences that stand close to one another, or to the end, are not all drawn."""
    _, lines = draw(PARTS[:1], {})
    line = replace(lines.all[0], length=1000, ends=(5, 10, 15, 500, 505, 995))
    assert Lines(all=(line,)).list_gaps(line) == (10, 500)


def test_every_number_has_one_mark(built_site: BuiltSite) -> None:
    """The home page shows each number of the latest report once, as a link to its place, with its name."""
    home = built_site.pages["index.html"]
    links = re.findall(r'<a href="([^"]+)" aria-label="([^"]+)"><use ', home)
    facts = built_site.report_findings.facts
    assert sorted(href.partition("#")[2] for href, _ in links) == sorted(fact.id for fact in facts)
    assert all(name.strip() for _, name in links)


def test_all_kinds_of_mark_occur(built_site: BuiltSite) -> None:
    """The picture of the rich report has rates that agree, one that does not, rates that cannot be recomputed, others."""
    overview = describe_overview(built_site.report_findings)
    assert [item.kind for item in overview.legend] == [kind.value for kind in MarkKind]
    assert sum(item.count for item in overview.legend) == len(built_site.report_findings.facts)


def test_small_lines_stand_beside_sections_only(built_site: BuiltSite) -> None:
    """On a section's page the contents have lines, its own with a place for what is in sight; elsewhere they have none."""
    section = built_site.pages[built_site.section_paths[1]]
    assert section.count('class="contents__line"') > 1
    assert section.count('class="contents__seen"') == 1
    assert "contents__line" not in built_site.pages["2023/full.html"]
    assert "contents__line" not in built_site.pages["2023/index.html"]


def test_a_section_on_the_page_of_another_has_no_line(built_site: BuiltSite) -> None:
    """A small line is that of a page."""
    findings = built_site.report_findings
    lines = compute_lines(findings)
    assert describe_small_line(lines, findings.report.sections[0]) is None
    assert all(describe_small_line(lines, section) for section in findings.report.pages)
