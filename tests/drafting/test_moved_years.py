"""Does drafting learn of which year, whom and what kind a number speaks, and never take an aim for a result?"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from measuring import Split, create_splitter, draft_page, read_project
from mutations import read_page

from built import RICH
from chuxiong_site.content.structure_raw import structure_raw
from chuxiong_site.drafting import Draft, DraftedNumber, compute_draft
from chuxiong_site.drafting.annotated_copy import write_attributes
from chuxiong_site.model.project import Project
from sample_projects import copy_fixture

REPORT = (
    "青禾州政府工作报告\n"
    "一、2012年工作回顾\n"
    "全州生产总值完成[132.8亿元]{fact=gdp year=2012},同比增长[9.6%]{fact=gdp-growth year=2012};"
    "接待国内外游客[309.5万人次]{fact=visitors year=2012}。城镇新增就业[8600人]{fact=new-jobs year=2012}。\n"
    "二、2013年工作安排\n"
    "全州生产总值增长[8%]{fact=gdp-growth as=target year=2013},达到[145亿元]{fact=gdp as=target year=2013};"
    "接待国内外游客[330万人次]{fact=visitors as=target year=2013}。新建粮食仓库[6座]{fact=granaries as=target year=2013}。\n"
)
"""A work report: it was given in 2013, tells of the year before and says what this year is to bring."""
NEXT = (
    "青禾州政府工作报告\n"
    "{first}\n"
    "全州生产总值完成147.2亿元,同比增长10.8%;接待国内外游客突破370万人次。城镇新增就业9100人。新建粮食仓库5座。\n"
    "{second}\n"
    "全州生产总值增长9%,达到160亿元;力争接待国内外游客突破400万人次。城镇新增就业9000人。\n"
)
INDICATORS = """\
themes:
  all: 全部
indicators:
  gdp: {name: 全州生产总值, measure: money, unit: 元, scope: 全州, theme: all}
  gdp-growth: {name: 全州生产总值增长率, measure: change, unit: "%", scope: 全州, theme: all}
  visitors: {name: 接待国内外游客, measure: count, unit: 人次, scope: 全州, theme: all}
  new-jobs: {name: 城镇新增就业, measure: count, unit: 人, scope: 全州, theme: all}
  granaries: {name: 新建粮食仓库, measure: count, unit: 座, scope: 全州, theme: all}
"""
HEAD = """\
---
disclosure: {index_number: "", catalogue: "", publisher: "", subject_words: "", published: "",
  document_number: "", title: "", written: ""}
source_url: https://example.org/2013.html
source_sha256: %s
body_from_line: 1
normalise: []
sections: {"1": results, "2": plan}
---

"""


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Load a project with one work report."""
    content = copy_fixture("bare", tmp_path_factory.mktemp("work"))
    for file in (content / "reports").iterdir():
        file.unlink()
    page = re.sub(r"\[([^]]*)\]\{[^}]*\}", r"\1", REPORT).encode()
    head = HEAD % hashlib.sha256(page).hexdigest()
    write(content / "indicators.yaml", INDICATORS.encode())
    write(content / "reports/2013.txt", page)
    write(content / "reports/2013.md", (head + REPORT).encode())
    project = read_project(content)
    assert project.complete
    assert [report.id for report in project.reports] == ["2013"]
    return project


def write(path: Path, data: bytes) -> None:
    """Write a file."""
    path.write_bytes(data)


@pytest.fixture(scope="module")
def split(work: Project) -> Split:
    """Start the word splitter once."""
    return create_splitter(work)


def draft_next(
    work: Project,
    split: Split,
    first: str = "一、2013年工作回顾",
    second: str = "二、2014年工作安排",
    year: str = "2014",
) -> Draft:
    """Draft the work report of the year after under other headings."""
    raw = structure_raw(NEXT.format(first=first, second=second))
    assert raw is not None
    return compute_draft(raw, work, year, split)


def list_tags(draft: Draft) -> dict[str, str]:
    """Return words → what stands in the braces of their tag, of certain numbers."""
    return {f.numeral.text: write_attributes(f, f.certain) for f in draft.numbers if f.certain}


def find_number(draft: Draft, words: str) -> DraftedNumber:
    """Return what was made of the one number written so."""
    [drafted] = [drafted for drafted in draft.numbers if drafted.numeral.text == words]
    return drafted


def test_the_years_move_on(work: Project, split: Split) -> None:
    """What told of the year before its report does so again, aims are aims of the report's year, each in its part."""
    assert list_tags(draft_next(work, split)) == {
        "147.2亿元": "fact=gdp year=2013",
        "10.8%": "fact=gdp-growth year=2013",
        "370万人次": "fact=visitors year=2013",
        "9100人": "fact=new-jobs year=2013",
        "9%": "fact=gdp-growth as=target year=2014",
        "160亿元": "fact=gdp as=target year=2014",
        "400万人次": "fact=visitors as=target year=2014",
    }


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("一、2013年工作回顾", "二、2013年工作回顾"),
        ("一、政府工作", "二、政府工作"),
        ("一、工作回顾", "二、政府工作"),
    ],
)
def test_an_aim_is_never_a_result(work: Project, split: Split, first: str, second: str) -> None:
    """Under headings that do not say which part tells of plans, or say it of none, nothing changes its kind."""
    truth = list_tags(draft_next(work, split))
    found = list_tags(draft_next(work, split, first, second))
    assert {words: found[words] for words in found if found[words] != truth.get(words)} == {}


def test_what_was_not_aimed_at_before_is_open(work: Project, split: Split) -> None:
    """The first aim of a known value is offered as an aim, the first value of a known aim as a value; neither is certain."""
    draft = draft_next(work, split)
    offered = {}
    for words in ("9000人", "5座"):
        drafted = find_number(draft, words)
        offered[words] = write_attributes(drafted, (drafted.candidates[0].slot,))
        assert drafted.candidates[0].slot.supposed
    assert offered == {
        "9000人": "fact=new-jobs as=target year=2014",
        "5座": "fact=granaries year=2013",
    }


def test_another_year_is_open(work: Project, split: Split) -> None:
    """Where the text names another year than expected, nothing is certain, and the tag that is offered says that year."""
    draft = draft_next(work, split, "一、2011年工作回顾")
    drafted = find_number(draft, "147.2亿元")
    assert drafted.certain == ()
    best = drafted.candidates[0]
    assert (best.slot.year, best.doubts) == ("2011", ("这里说的是 2011 年",))


def test_nothing_supposed_is_lost(work: Project, split: Split) -> None:
    """Only what the latest report states is told as not found, by its name there."""
    raw = structure_raw(
        "青禾州政府工作报告\n一、2013年工作回顾\n接待国内外游客突破370万人次。\n二、2014年工作安排\n好。\n"
    )
    assert raw is not None
    lost = [slot.fact for slot in compute_draft(raw, work, "2014", split).lost]
    assert lost == [
        "gdp.2012", "gdp-growth.2012", "new-jobs.2012", "gdp-growth.target.2013", "gdp.target.2013",
        "visitors.target.2013", "granaries.target.2013",
    ]  # fmt: skip


def test_whose_number_it_is() -> None:
    """Last year's value, a change and the numbers of counties are found as such; another county's number is open."""
    project = read_project(RICH)
    head = "".join(read_page(RICH).splitlines(keepends=True)[:8])
    body = (
        "青禾州2024年度依法行政情况报告\n一、主要工作\n(一)政务服务更加便捷。2024年,全年受理办件92.5万件,"
        "比上年的86.45万件增长7%,其中石榆市21万件、松谷县9万件、白桦县5万件,2023年为86.45万件,2027年的目标是突破120万件。\n"
    )
    draft = draft_page(head + body, project, create_splitter(project))
    assert list_tags(draft) == {
        "92.5万件": "fact=service-cases",
        "86.45万件": "fact=service-cases as=previous",
        "7%": "fact=service-cases as=change",
        "21万件": "fact=service-cases of=石榆市",
        "9万件": "fact=service-cases of=松谷县",
    }
    best = find_number(draft, "120万件").candidates[0].slot
    assert (best.indicator.id, best.role, best.year) == ("service-cases", "target", "2027")
