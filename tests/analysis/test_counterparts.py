"""Is the section of the plans with the same subject named where the headings or the tags leave no doubt?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from chuxiong_site.analysis.counterparts import find_counterparts
from chuxiong_site.analysis.follow_ups import compute_follow_ups
from chuxiong_site.model.place import Place
from chuxiong_site.model.report import Report, Tag
from report_samples import Line, build_report, find

TITLE = "某州法治政府建设报告"


def build(problems: Sequence[str], plans: Sequence[str], answers: Mapping[int, int] | None = None) -> Report:
    """Return a report of two parts with these headings; `answers` says which problem has its plan in which section."""
    lines = [
        Line(number="T", text=TITLE, heading=True),
        Line(number="1", text="一、存在的问题", heading=True),
    ]
    for index, heading in enumerate(problems, 1):
        lines.append(Line(number=f"1.{index}", text=f"({'一二三四'[index - 1]}){heading}。", heading=True))
        lines.append(Line(number=f"1.{index}", text=f"难处{index}甲。难处{index}乙。"))
    lines.append(Line(number="2", text="二、下一步安排", heading=True))
    for index, heading in enumerate(plans, 1):
        lines.append(Line(number=f"2.{index}", text=f"({'一二三四'[index - 1]}){heading}。", heading=True))
        lines.append(Line(number=f"2.{index}", text=f"办法{index}。"))
    report = build_report(lines)
    tags = []
    for index, _ in enumerate(problems, 1):
        for half in "甲乙":
            span = find(report, f"难处{index}{half}")
            tags.append(Tag(span=span, place=Place(file=""), problem=f"p{index}{half}"))
    for problem, plan in (answers or {}).items():
        span = find(report, f"办法{plan}")
        tags.append(Tag(span=span, place=Place(file=""), plan=f"p{problem}甲"))
    return replace(report, tags=tuple(tags))


@pytest.mark.parametrize(
    ("problems", "plans", "pairs"),
    [
        (["营商环境不够优"], ["持续优化营商环境"], {"1.1": "2.1"}),
        (
            ["数据共享还有短板", "执法队伍薄弱"],
            ["加强执法队伍建设", "推进数据共享"],
            {"1.1": "2.2", "1.2": "2.1"},
        ),
        (["数字法治政府建设不快"], ["推进数字法治政府建设", "抓好法治政府建设"], {"1.1": "2.1"}),
        (["法治政府建设不平衡"], ["抓好法治政府建设"], {}),
        (["执法监督不够"], ["完善执法监督", "强化执法监督"], {}),
        (["执法监督不够", "执法监督不严"], ["完善执法监督"], {}),
        (["农业不强"], ["做强农业"], {}),
        (["营商环境不够优"], ["加强队伍管理"], {}),
    ],
)
def test_by_headings(problems: list[str], plans: list[str], pairs: dict[str, str]) -> None:
    """Headings that share a subject, and share it with no other; the report's own title is no subject."""
    assert find_counterparts(build(problems, plans)) == pairs


def test_by_tagged_plans() -> None:
    """Where all tagged plans of a section stand in one section, its other problems belong there too."""
    report = build(["基础不牢", "力量不足"], ["抓示范", "抓培训"], {1: 2})
    assert find_counterparts(report) == {"1.1": "2.2"}
    entries = {entry.key: (len(entry.plans), entry.counterpart) for entry in compute_follow_ups(report)}
    assert entries == {"p1甲": (1, "2.2"), "p1乙": (0, "2.2"), "p2甲": (0, ""), "p2乙": (0, "")}


def test_a_part_without_sections_is_no_counterpart() -> None:
    """Plans that stand in no section of their own name none."""
    assert find_counterparts(build(["营商环境不够优"], [])) == {}
