"""Does each section of a new report get last year's address only where it is the same section?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from measuring import Split, create_splitter, draft_page, read_project
from mutations import read_page

from built import RICH
from chuxiong_site.content.structure_raw import structure_raw
from chuxiong_site.drafting import Draft, OpenSection
from chuxiong_site.drafting.annotated_copy import Origin, render_draft_report
from chuxiong_site.drafting.open_list import describe_draft, render_draft_list
from chuxiong_site.model.project import Project


@pytest.fixture(scope="module")
def project() -> Project:
    """Read the rich project once, with the latest report alone."""
    read = read_project(RICH)
    return replace(read, reports=read.reports[:1])


@pytest.fixture(scope="module")
def split(project: Project) -> Split:
    """Start the word splitter once."""
    return create_splitter(project)


def draft_with(project: Project, split: Split, *changes: tuple[str, str]) -> Draft:
    """Draft the page of 2023 as that of 2024, some of its words changed."""
    page = read_page(RICH)
    for old, new in changes:
        assert page.count(old) == 1, old
        page = page.replace(old, new)
    return draft_page(page, project, split)


def find_open(draft: Draft, number: str) -> OpenSection:
    """Return the section with this number, which must be open."""
    [section] = [section for section in draft.open_sections if section.number == number]
    return section


def test_an_achievement_never_gets_the_address_of_a_problem(project: Project, split: Split) -> None:
    """数字化基础 among the results is not last year's 数字化基础 among the problems, and the list says that it is new."""
    [report] = project.reports
    slugs = {section.number: section.slug for section in report.sections}
    draft = draft_with(project, split, ("(一)组织推动有力有序。", "(一)数字化基础更加牢固。"))
    assert draft.slugs["1.1"] == "section-1-1"
    assert draft.slugs["2.1"] == slugs["2.1"]
    section = find_open(draft, "1.1")
    assert (section.heading, section.candidates) == ("数字化基础更加牢固", ())
    written = render_draft_report(draft, report, Origin(source_url="", sha256=""))
    assert "分节　第 1.1 节「数字化基础更加牢固」　上一份没有标题相近的" in describe_draft(
        draft, written, "a.md"
    )


def test_parts_are_matched_by_what_they_are_about(project: Project, split: Split) -> None:
    """With the problems moved behind the plans, each part keeps its sections' addresses."""
    page = read_page(RICH)
    problems, plans = page.index("二、"), page.index("三、")
    plan_words = page[plans:].rstrip("\n").replace("三、", "二、", 1) + "\n"
    page = page[:problems] + plan_words + page[problems:plans].replace("二、", "三、", 1)
    [report] = project.reports
    slugs = {section.number: section.slug for section in report.sections if section.slug}
    turned = {"2": "3", "3": "2"}
    draft = draft_page(page, project, split)
    assert draft.slugs == {turned.get(n[0], n[0]) + n[1:]: slug for n, slug in slugs.items()}
    assert draft.open_sections == ()


def test_sections_in_another_order_keep_their_addresses(project: Project, split: Split) -> None:
    """Two sections that change places take their addresses along; none is in doubt."""
    draft = draft_with(
        project,
        split,
        ("(一)组织推动有力有序。", "(一)制度建设持续完善。"),
        ("(三)制度建设不断完善。", "(三)组织推动有力有序。"),
    )
    [report] = project.reports
    slugs = {section.number: section.slug for section in report.sections}
    assert (draft.slugs["1.1"], draft.slugs["1.3"]) == (slugs["1.3"], slugs["1.1"])
    assert draft.open_sections == ()


def test_a_renamed_section_is_said_and_offered(project: Project, split: Split) -> None:
    """A heading that is somewhat alike gets a provisional address, and the list offers last year's."""
    [report] = project.reports
    draft = draft_with(project, split, ("(七)矛盾纠纷有效化解。", "(七)社会矛盾纠纷多元化解。"))
    section = find_open(draft, "1.7")
    assert section.slug == draft.slugs["1.7"] == "section-1-7"
    assert [other.number for other in section.candidates] == ["1.7"]
    written = render_draft_report(draft, report, Origin(source_url="", sha256=""))
    listed = render_draft_list(draft, written, "a.md", report)
    assert f"        slug: {section.candidates[0].slug}\n" in listed
    same = draft_with(project, split)
    copy = render_draft_report(same, report, Origin(source_url="", sha256=""))
    assert "sections:\n" not in render_draft_list(same, copy, "a.md", report)


def test_two_sections_equally_alike_leave_both_open(project: Project, split: Split) -> None:
    """Where two new sections have the heading of one, neither gets its address and both are offered it."""
    [report] = project.reports
    draft = draft_with(project, split, ("(四)决策监督更加规范。", "(四)行政执法公正文明。"))
    [slug] = [section.slug for section in report.sections if section.number == "1.5"]
    assert slug not in draft.slugs.values()
    for number in ("1.4", "1.5"):
        assert find_open(draft, number).candidates[0].slug == slug


def test_a_provisional_name_is_never_one_of_last_year(project: Project, split: Split) -> None:
    """Where last year kept a provisional name for another section, a new one is found."""
    [report] = project.reports
    page = read_page(RICH).replace("(一)组织推动有力有序。", "(一)数字化基础更加牢固。")
    raw = structure_raw(page)
    assert raw is not None
    sections = tuple(
        replace(section, slug="section-1-1") if section.number == "1.2" else section
        for section in report.sections
    )
    before = replace(project, reports=(replace(report, sections=sections),))
    draft = draft_page(page, before, split)
    assert draft.slugs["1.2"] == "section-1-1"
    assert draft.slugs["1.1"] == "section-1-1-new"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("一、主要工作", "一、重点工作完成情况"),
        ("二、存在的问题", "二、面临的困难和挑战"),
        ("三、2024年工作安排", "三、下一步打算"),
    ],
)
def test_a_renamed_part_keeps_its_kind(project: Project, split: Split, old: str, new: str) -> None:
    """A part whose heading says the same in other words is the same part; its sections lose nothing."""
    page = read_page(RICH)
    assert page.count(old) == 1
    draft = draft_page(page.replace(old, new), project, split)
    assert draft.open_sections == ()
