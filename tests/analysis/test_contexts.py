"""In which words does drafting see a number?"""

from __future__ import annotations

import pytest

from chuxiong_site.analysis.contexts import compute_contexts
from chuxiong_site.analysis.number_context import NumberContext
from chuxiong_site.analysis.part_kinds import PartKind
from chuxiong_site.content.structure_raw import structure_raw


def read_contexts(sentence: str, heading: str = "一、工作情况") -> tuple[NumberContext, ...]:
    """Return the contexts of a sentence under a part's heading."""
    raw = structure_raw(f"某州2024年情况报告\n{heading}\n{sentence}\n")
    assert raw is not None
    return compute_contexts(raw.body, raw.sections)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("共排查矛盾纠纷41903件，化解41159件。", [("共排查矛盾纠纷", ""), ("化解", "")]),
        (
            "全州103个乡镇平均承接事项135项、承接率95%。",
            [("全州", "乡镇平均承接事项"), ("乡镇平均承接事项", ""), ("承接率", "")],
        ),
        ("２０２４年办理　政务 热线12345转来72842件（次）。", [("办理政务热线12345转来", "")]),
        ("网上可办率、全程网办率分别达99.9%、98%。", [("网上可办率", ""), ("全程网办率", "")]),
        ("应诉率、胜诉率均为100%。", [("应诉率", ""), ("胜诉率", "")]),
        ("办复率均为100%。", [("办复率均为", "")]),
    ],
)
def test_label_and_tail(sentence: str, expected: list[tuple[str, str]]) -> None:
    """The label is what is counted, the tail what follows up to the next mark or number; years and blanks are left out."""
    assert [(context.label, context.tail) for context in read_contexts(sentence)] == expected


def test_shared_numbers_know_their_share() -> None:
    """Each subject of one number has its own context and counts which it is."""
    first, second = read_contexts("应诉率、胜诉率均为100%。")
    assert first.span == second.span
    assert [context.share for context in (first, second)] == [0, 1]


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("审批由20个工作日压缩到5个工作日。", ["before", "after"]),
        ("比例从95%提高至98%。", ["before", "after"]),
        ("由原来的7天缩短为2天。", ["before", "after"]),
        ("由30人组成，共检查5次。", [None, None]),
        ("从事执法工作30人，达到5人。", [None, None]),
        ("由20个工作日压缩到3天。", [None, None]),
    ],
)
def test_roles(sentence: str, roles: list[str | None]) -> None:
    """由…到… in one unit is a change with two ends; anything else is two numbers."""
    assert [context.role for context in read_contexts(sentence)] == roles


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("一、2024年主要工作情况", PartKind.RESULTS),
        ("一、存在的困难和问题", PartKind.PROBLEMS),
        ("一、2025年工作重点", PartKind.PLANS),
        ("一、下一步工作打算", PartKind.PLANS),
    ],
)
def test_parts(heading: str, kind: PartKind) -> None:
    """A part's heading says whether its numbers are results, belong to problems, or are plans."""
    [context] = read_contexts("办件3件。", heading)
    assert context.part is kind


def test_the_words_before() -> None:
    """The lead is the sentence before the label, its clauses are listed the nearest first."""
    context = read_contexts("全州开展普法活动,共排查纠纷30件;化解20件,化解率66%。")[-1]
    assert context.lead == "全州开展普法活动,共排查纠纷#;化解#,"
    assert context.clauses == ("化解#", "共排查纠纷#", "全州开展普法活动")
    assert context.sentence == "全州开展普法活动,共排查纠纷#;化解#,化解率#。"


def test_what_stands_behind_a_row() -> None:
    """What the last number of a row counts is said of all of them; what stands before a 、 belongs to the one before."""
    first, second = read_contexts("每个县组建不少于60人、每个乡组建不少于15人的救援队伍。")
    assert (first.tail, second.tail) == ("的救援队伍", "的救援队伍")
    first, second = read_contexts("全县30项事项跨县办、20项事项网上办。")
    assert (first.tail, second.label, second.tail) == ("事项跨县办", "", "事项网上办")


def test_a_label_without_a_subject() -> None:
    """同比增长 and 达到 alone take the subject of the number before, unless words behind the number say what is counted."""
    labels = [
        context.label for context in read_contexts("全县产值完成9亿元,同比增长3%;财政收入增长5%,达到2亿元。")
    ]
    assert labels == ["全县产值完成", "全县产值同比增长", "财政收入增长", "财政收入达到"]
    assert [context.label for context in read_contexts("修路9公里,完成30栋楼房改造。")] == ["修路", "完成"]


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("五年来,植树30万棵。", ["year", "several_years"]),
        ("“十三五”期间,植树30万棵。", ["several_years"]),
        ("五年来,植树30万棵。2024年,植树8万棵。", ["year", "several_years", "year"]),
        ("连续5年植树8万棵。", ["year", "year"]),
        ("到2030年,植树9万棵。", ["aim"]),
        ("由2010年的3万棵增加到2024年的9万棵。", ["year", "year"]),
    ],
)
def test_times(sentence: str, times: list[str]) -> None:
    """The words of a paragraph say of which time its numbers speak: a year, several, one to come."""
    assert [context.time for context in read_contexts(sentence)] == times


def test_years_between_two_ends() -> None:
    """The years in 由…增加到… do not hide the two ends of a change."""
    first, second = read_contexts("森林面积由2010年的30亩增加到2024年的90亩。")
    assert (first.role, second.role, first.label) == ("before", "after", "森林面积")
