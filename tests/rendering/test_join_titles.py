"""What does the page of problems and plans say and draw, whatever the report tags?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from chuxiong_site.build.site import render_project
from chuxiong_site.model.site import make_artifact
from chuxiong_site.proof import prove_site
from sample_projects import copy_fixture, create_options

PLAN = "[进一步增加网上可办的事项]{plan=online-items}"


def render_page(folder: Path, *changes: tuple[str, str], unanswered: str = "village-services, staff") -> str:
    """Return the page of the small project with its report tagged in another way; all of that site is proved."""
    content = copy_fixture("small", folder)
    report = content / "reports" / "2023.md"
    text = report.read_text(encoding="utf-8")
    for old, new in (*changes, ("unanswered: [village-services, staff]", f"unanswered: [{unanswered}]")):
        assert old in text, old
        text = text.replace(old, new)
    report.write_text(text, encoding="utf-8", newline="\n")
    outcome = render_project(create_options(content))
    assert outcome.site is not None, outcome.problems
    assert not outcome.problems
    assert outcome.findings is not None
    assert prove_site(outcome.findings, outcome.site) == []
    return make_artifact(outcome.site["2023/follow-up.html"]).decode()


def read_title(page: str) -> str:
    """Return the words of the page's heading."""
    match = re.search("<h1>(.*?)</h1>", page)
    assert match
    return re.sub("<[^>]+>", "", match[1])


def test_title_is_the_finding(tmp_path: Path) -> None:
    """The heading says how many problems there are, how many have a plan, and in which part it stands."""
    page = render_page(tmp_path)
    assert read_title(page) == "3 条问题，1 条在「2024年安排」里找到逐条对应的安排"
    assert re.findall(r"joins-ways__\w+\" href=\"(#_\w+)\">([^<]+)", page) == [
        ("#_all", "全部 3"),
        ("#_joined", "找到对应 1"),
        ("#_open", "未找到对应 2"),
    ]


def test_title_without_a_plan(tmp_path: Path) -> None:
    """Where no problem has a plan the heading says so, and there is nothing to filter."""
    page = render_page(
        tmp_path, (PLAN, "进一步增加网上可办的事项"), unanswered="village-services, online-items, staff"
    )
    assert read_title(page) == "3 条问题，没有找到逐条对应的安排"
    assert "joins-ways" not in page


@pytest.mark.parametrize(
    ("changes", "unanswered", "title"),
    [
        (
            (("[部分村的服务 还不方便]{problem=village-services}", "部分村的服务 还不方便"),
             ("[甲村、乙村率先试行“示例通”]{achievement=village-services}", "甲村、乙村率先试行“示例通”"),
             ("[服务人员不足]{problem=staff}", "服务人员不足")),
            "",
            "1 条问题，在「2024年安排」里找到逐条对应的安排",
        ),
        (
            (("problem=village-services", "problem=online-items"), ("problem=staff", "problem=online-items"),
             ("achievement=village-services", "plan=online-items")),
            "",
            "1 条问题，找到逐条对应的安排",
        ),
        (
            (("problem=village-services", "problem=online-items"), ("{achievement=village-services}", "{plan=staff}")),
            "",
            "2 条问题，都找到逐条对应的安排",
        ),
    ],
)  # fmt: skip
def test_title_with_plans_only(
    tmp_path: Path, changes: tuple[tuple[str, str], ...], unanswered: str, title: str
) -> None:
    """One problem is not called all; plans in several parts are in none by name; nothing is left to filter."""
    page = render_page(tmp_path, *changes, unanswered=unanswered)
    assert read_title(page) == title
    assert "joins-ways" not in page
    assert "join--open" not in page


def test_several_passages_meet_in_one_line(tmp_path: Path) -> None:
    """A problem said twice and its two plans are one line with two ends at either side."""
    page = render_page(
        tmp_path,
        ("problem=village-services", "problem=online-items"),
        ("achievement=village-services", "plan=online-items"),
        unanswered="staff",
    )
    join = re.search('data-join="online-items">(.*?)</li>', page, re.DOTALL)
    assert join
    assert re.findall('data-passage="(\\w+)"', join[1]) == ["problem", "problem", "plan", "plan"]


def test_section_of_plans_that_answers_nothing_is_named(tmp_path: Path) -> None:
    """A section beside that of the plans, with no plan of any problem and no problem of its subject, is listed."""
    moved = (("[进一步增加网上可办的事项]{plan=online-items}", "进一步增加网上可办的事项"),
             ("{achievement=village-services}", "{plan=village-services}"))  # fmt: skip
    page = render_page(tmp_path, *moved, unanswered="online-items, staff")
    rest = re.search('<section class="joins-rest">(.*?)</section>', page, re.DOTALL)
    assert rest
    assert [re.sub("<[^>]+>", "", words) for words in re.findall("<a .*?</a>", rest[1])] == [
        "一（一）办事更加方便"
    ]
