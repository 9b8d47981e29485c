"""Are marks of the text, its outline and what the head says of it decided as whole as numbers are?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from naming_content import COPY, copy_unnamed, read_all

from chuxiong_site.build import trial
from chuxiong_site.build.naming import NamingDesk, NoPictureError
from chuxiong_site.build.trial import RefusedError
from chuxiong_site.drafting.naming.catalogue_edits import ForeignStyleError
from chuxiong_site.drafting.naming.entries import EntryDecision, OtherEntryError
from chuxiong_site.drafting.naming.marks import (
    MarkDecision,
    MarkKind,
    MisplacedMarkError,
    UnknownWordsError,
    find_words,
)
from chuxiong_site.drafting.naming.outline import ListDecision, PageDecision
from chuxiong_site.model.place import Place, Span
from chuxiong_site.model.report import Section
from chuxiong_site.problems import create_problem
from chuxiong_site.publishing.changed_files import FileChange
from sample_projects import copy_fixture, replace_in


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return the content of two years; of the newer one nobody has named the numbers."""
    return copy_unnamed(tmp_path)


@pytest.fixture
def desk(content: Path) -> NamingDesk:
    """Return the desk of that content."""
    return NamingDesk(content)


def mark(desk: NamingDesk, words: str, kind: MarkKind, value: str) -> None:
    """Mark the first such words of the text."""
    start = desk.describe("2024").desk.report.body.index(words)
    span = Span(start=start, end=start + len(words))
    desk.decide(MarkDecision(report="2024", span=span, kind=kind, value=value))


def read(content: Path) -> str:
    """Return the annotated copy."""
    return (content / COPY).read_text(encoding="utf-8")


def test_words_are_bracketed(desk: NamingDesk, content: Path) -> None:
    """Words with numbers inside, at their edges too, are marked around the brackets of these; undo gives the bytes back."""
    before = read_all(content)
    mark(desk, "4600棵,成活率92%", MarkKind.PROBLEM, "few-alive")
    assert "成活[[4600棵]{fact},成活率[92%]{fact}]{problem=few-alive}," in read(content)
    mark(desk, "5000棵", MarkKind.PROBLEM, "few-trees")
    assert "[5000棵]{fact problem=few-trees}" in read(content)
    mark(desk, "5000棵", MarkKind.PROBLEM, "more-trees")
    assert "[5000棵]{fact problem=more-trees}" in read(content)
    [first, second, third] = desk.log
    assert (first.words, second.words) == (
        "「4600棵，成活率92%」　问题「few-alive」",
        "「5000棵」　问题「few-trees」",
    )
    for _ in (first, second, third):
        desk.undo()
    assert read_all(content) == before


def test_a_mark_goes_as_easily_as_it_came(desk: NamingDesk, content: Path) -> None:
    """Brackets go with the last that they say; what else they say stays."""
    before = read_all(content)
    mark(desk, "4600棵,成活率92%", MarkKind.PROBLEM, "few-alive")
    mark(desk, "5000棵", MarkKind.PROBLEM, "few-trees")
    mark(desk, "4600棵,成活率92%", MarkKind.PROBLEM, "")
    mark(desk, "5000棵", MarkKind.PROBLEM, "")
    assert read_all(content) == before
    with pytest.raises(UnknownWordsError):
        mark(desk, "5000棵", MarkKind.PROBLEM, "")
    with pytest.raises(UnknownWordsError):
        mark(desk, "成活", MarkKind.PLAN, "")


def test_marks_that_cross_are_refused(desk: NamingDesk, content: Path) -> None:
    """Words that begin inside a mark and end outside it cannot be bracketed; nothing is written."""
    mark(desk, "全县义务植树5000棵", MarkKind.PROBLEM, "few-trees")
    before = read_all(content)
    with pytest.raises(MisplacedMarkError):
        mark(desk, "植树5000棵,成活", MarkKind.PROBLEM, "other")
    assert read_all(content) == before


def test_a_plan_needs_its_problem(desk: NamingDesk, content: Path) -> None:
    """A plan for a problem that nobody marked is a mistake that is shown and not written; with the problem it is none."""
    before = read_all(content)
    with pytest.raises(RefusedError):
        mark(desk, "继续植树", MarkKind.PLAN, "few-trees")
    assert read_all(content) == before
    mark(desk, "全县栽种了苗木", MarkKind.PROBLEM, "few-trees")
    assert any(problem.code == "W404" for problem in desk.describe("2024").problems)
    desk.decide(ListDecision(report="2024", key="unanswered", id="few-trees", is_in=True))
    assert not any(problem.code == "W404" for problem in desk.describe("2024").problems)
    assert "unanswered:\n  - few-trees\n---\n" in read(content)
    desk.decide(ListDecision(report="2024", key="unanswered", id="few-trees", is_in=False))
    assert "unanswered" not in read(content)
    mark(desk, "继续植树", MarkKind.PLAN, "few-trees")
    assert "[继续植树]{plan=few-trees}。" in read(content)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [(0, 5, "2024年"), (5, 6, ","), (6, 14, "全县义务植树50"), (0, 9999, None), (3, 3, None)],
)
def test_words_are_found_by_what_is_seen(desk: NamingDesk, start: int, end: int, words: str | None) -> None:
    """Selections count the characters that readers see; an empty one, and one beyond the paragraph, is none."""
    report = desk.describe("2024").desk.report
    section = report.section("0")
    assert section
    [block] = section.blocks
    if words is None:
        with pytest.raises(UnknownWordsError):
            find_words(report, block, start, end)
    else:
        assert find_words(report, block, start, end).of(report.body) == words


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """Return a content with parts, sections and all that a head says of them."""
    return copy_fixture("rich", tmp_path / "whole")


def find_section(desk: NamingDesk, report: str, number: str) -> Section:
    """Return a section of a report as it is now."""
    section = desk.describe(report).desk.report.section(number)
    assert section
    return section


def mark_heading(desk: NamingDesk, report: str, span: Span | None, depth: str) -> MarkDecision:
    """Return the decision that words are a heading, or none."""
    assert span
    assert desk.describe(report).desk.report.id == report
    return MarkDecision(report=report, span=span, kind=MarkKind.HEADING, value=depth)


def read_head(content: Path, report: str) -> str:
    """Return the head of a report."""
    return (content / f"reports/{report}.md").read_text(encoding="utf-8").split("\n---\n")[0]


def test_a_heading_more_or_less_moves_the_names_behind_it(whole: Path) -> None:
    """Page names, doors, elements stay with their sections when the numbers move; undo gives the bytes back."""
    replace_in(
        whole / "reports/2023.md", '领导推动依法行政的情况: ["1.1"]', '领导推动依法行政的情况: ["1.1", "1.8"]'
    )
    desk, before = NamingDesk(whole), read_all(whole)
    desk.decide(mark_heading(desk, "2023", find_section(desk, "2023", "1.3").heading, "no"))
    assert [find_section(desk, "2023", number).slug for number in ("1.2", "1.3", "1.7", "2.1")] == [
        "services", "oversight", "digital", "problems-services",
    ]  # fmt: skip
    head = read_head(whole, "2023")
    assert '  "1.2": services\n  "1.3": oversight\n' in head
    assert "rules" not in head
    assert '领导推动依法行政的情况: ["1.1", "1.7"]' in head
    assert '  "2": 还差什么\n' in head
    desk.undo()
    assert read_all(whole) == before


def test_a_new_heading_is_named_as_a_draft_names_it(whole: Path) -> None:
    """A section of its own gets a provisional page that somebody has to look at, and those behind it keep their names."""
    desk = NamingDesk(whole)
    paragraph = find_section(desk, "2022", "1.1").paragraphs[1]
    start = Span(start=paragraph.start, end=paragraph.start + 5)
    desk.decide(mark_heading(desk, "2022", start, "2"))
    head = read_head(whole, "2022")
    assert '  "1.1": services\n  "1.2": section-1-2\n  "1.3": disputes\n' in head
    assert '\ndrafted:\n  - "1.2"' in head
    assert find_section(desk, "2022", "1.2").slug == "section-1-2"


def test_a_short_new_section_stands_on_the_page_before(whole: Path) -> None:
    """It begins no page, and nobody is reminded of a name."""
    desk = NamingDesk(whole)
    [paragraph] = find_section(desk, "2023", "2").paragraphs
    desk.decide(mark_heading(desk, "2023", paragraph, "2"))
    head = read_head(whole, "2023")
    assert '  "2.1": ""\n  "2.2": problems-services\n' in head
    assert "drafted" not in head


def test_what_is_said_of_a_heading_that_goes_goes(whole: Path) -> None:
    """Its door does not become a second one of the part that takes its number."""
    desk = NamingDesk(whole)
    desk.decide(mark_heading(desk, "2023", find_section(desk, "2023", "2").heading, "no"))
    head = read_head(whole, "2023")
    assert '\ndoors:\n  "1": 做了什么\n  "2": "{year}做什么"\n' in head
    assert '  下一年度的安排: ["2"]' in head
    assert find_section(desk, "2023", "1.9").slug == "problems-services"


def test_a_list_of_doors_goes_with_its_last(content: Path, desk: NamingDesk) -> None:
    """Without any there is no list."""
    replace_in(content / COPY, "headline:", 'doors:\n  "2": 接着做   # 门\nheadline:')
    desk.decide(mark_heading(desk, "2024", find_section(desk, "2024", "2").heading, "no"))
    assert "doors" not in read_head(content, "2024")
    assert "headline" in read_head(content, "2024")


@pytest.mark.parametrize(
    ("sections", "said"),
    [
        ('sections:\n  "2": plan\n', "没有一节还在"),
        ('sections: {"0": summary, "1.1": planted, "2": plan}\n', "写在括号里"),
    ],
)
def test_page_names_that_cannot_follow_are_left_to_staff(content: Path, sections: str, said: str) -> None:
    """Where no name is left to put the others behind, or all are in braces, nothing is written and it is said why."""
    path = content / COPY
    head, _, body = path.read_text(encoding="utf-8").partition("sections:\n")
    rest = body[body.index("headline") :]
    path.write_text(head + sections + rest, encoding="utf-8", newline="\n")
    desk, before = NamingDesk(content), read_all(content)
    with pytest.raises(ForeignStyleError, match=said):
        desk.decide(mark_heading(desk, "2024", find_section(desk, "2024", "2").heading, "no"))
    assert read_all(content) == before


def test_the_title_is_no_heading(content: Path, desk: NamingDesk) -> None:
    """It is the title whatever a mark says: nothing is written."""
    title, before = desk.describe("2024").desk.report.sections[0].heading, read_all(content)
    for depth in ("1", "no"):
        with pytest.raises(MisplacedMarkError, match="报告的标题"):
            desk.decide(mark_heading(desk, "2024", title, depth))
    assert read_all(content) == before


def test_a_heading_begins_a_paragraph(whole: Path) -> None:
    """Words in the middle of one cannot be called a heading; nothing is written."""
    desk, before = NamingDesk(whole), read_all(whole)
    with pytest.raises(MisplacedMarkError):
        desk.decide(mark_heading(desk, "2023", find_section(desk, "2023", "2.2").paragraphs[0], "2"))
    assert read_all(whole) == before


def test_a_page_is_named_and_looked_at(desk: NamingDesk, content: Path) -> None:
    """The name changes in its line, the section is a draft's no more; an empty name puts it on the page before."""
    replace_in(content / COPY, "sections:\n", 'drafted: ["1.1"]\nsections:\n')
    desk.decide(PageDecision(report="2024", section="1.1", slug="planting"))
    assert '  "1.1": planting\n' in read(content)
    desk.decide(PageDecision(report="2024", section="1", slug="work"))
    assert '  "1": work\n' in read(content)
    desk.undo()
    assert "drafted" not in read(content)
    desk.decide(PageDecision(report="2024", section="1.1", slug=""))
    assert '  "1.1": ""\n' in read(content)
    with pytest.raises(RefusedError):
        desk.decide(PageDecision(report="2024", section="1.1", slug="plan"))
    with pytest.raises(RefusedError):
        desk.decide(PageDecision(report="2024", section="9.9", slug="nowhere"))


def test_a_headline_is_chosen(desk: NamingDesk, content: Path) -> None:
    """A number comes to the home page, and leaves it; what is no number of the report does not."""
    [fact] = [
        fact.id
        for number in desk.describe("2024").desk.numbers
        for fact in number.facts
        if number.words == "5000棵"
    ]
    desk.decide(ListDecision(report="2024", key="headline", id=fact, is_in=True))
    assert f"headline: [{fact}]\n" in read(content)
    desk.decide(ListDecision(report="2024", key="headline", id=fact, is_in=False))
    assert "headline" not in read(content)
    with pytest.raises(RefusedError):
        desk.decide(ListDecision(report="2024", key="headline", id="no-such-fact", is_in=True))


@pytest.fixture
def named(tmp_path: Path) -> NamingDesk:
    """Return the desk of a content whose numbers all have names, without charts and checks."""
    content = copy_fixture("two_years", tmp_path / "named")
    for name in ("charts", "checks"):
        (content / f"{name}.yaml").write_text(f"{name}:\n", encoding="utf-8")
    return NamingDesk(content)


CHART = {
    "form": "part_of_whole",
    "title": "植树{trees-planted}，成活{trees-alive}",
    "indicators": ["trees-planted", "trees-alive"],
}


def test_a_chart_is_drawn_before_it_is_written(named: NamingDesk) -> None:
    """Its picture is made of the numbers of the report on the desk; nothing is written; what cannot be drawn says why."""
    before = named.describe("2024").files
    drawn = named.draw(EntryDecision(report="2024", group="charts", id="alive", values=CHART))
    assert drawn.startswith(b"<svg ")
    assert "植树5000棵，成活4600棵" in drawn.decode()
    with pytest.raises(NoPictureError, match="trees-alive"):
        named.draw(EntryDecision(report="2023", group="charts", id="alive", values=CHART))
    with pytest.raises(RefusedError):
        named.draw(
            EntryDecision(report="2024", group="charts", id="alive", values={**CHART, "title": "植树5棵"})
        )
    trend = {"form": "trend", "title": "植树{trees-planted}", "indicators": ["trees-planted"]}
    with pytest.raises(NoPictureError, match="最近"):
        named.draw(EntryDecision(report="2023", group="charts", id="years", values=trend))
    assert named.draw(EntryDecision(report="2024", group="charts", id="years", values=trend))
    assert named.describe("2024").files == before


def test_a_check_that_does_not_hold_is_refused(named: NamingDesk) -> None:
    """A relation that the printed numbers bear out is written, one that they contradict is shown and not written."""
    holds = {
        "kind": "ratio", "name": "成活率", "rate": "survival-rate", "part": "trees-alive", "whole": "trees-planted",
    }  # fmt: skip
    named.decide(EntryDecision(report="2024", group="checks", id="survival", values=holds))
    before = named.describe("2024").files
    assert "  survival:\n    kind: ratio\n    name: 成活率\n" in before["checks.yaml"].decode()
    wrong = {**holds, "part": "volunteers"}
    with pytest.raises(RefusedError) as refusal:
        named.decide(EntryDecision(report="2024", group="checks", id="survival", values=wrong, seen=holds))
    assert [problem.code for problem in refusal.value.problems] == ["E511"]
    assert named.describe("2024").files == before


def test_the_cause_of_a_refusal_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong in the files that change is told before what that breaks in others, what stood there before not at all."""
    names = ("charts.yaml", "reports/2024.md", "checks.yaml")
    problems = [create_problem("E503", Place(file=name), name, "") for name in names]
    monkeypatch.setattr(trial, "read_changed", lambda *_: (None, None, problems))
    change = FileChange(path=tmp_path / COPY, before=b"", after=b"")
    with pytest.raises(RefusedError) as refusal:
        trial.try_changes(tmp_path, {COPY: change}, problems[2:])
    assert refusal.value.problems == (problems[1], problems[0])


def test_a_term_is_explained(content: Path, desk: NamingDesk) -> None:
    """A word of the report is listed, with what it means where a source says so; an explanation without a source is refused."""
    empty = {"definition": "", "source": ""}
    desk.decide(EntryDecision(report="2024", group="terms", id="栽种", values=empty))
    assert desk.describe("2024").project.terms[-1].id == "栽种"
    before = read_all(content)
    told = EntryDecision(report="2024", group="terms", id="栽种", values={"definition": "种树。"}, seen=empty)
    with pytest.raises(RefusedError):
        desk.decide(told)
    with pytest.raises(OtherEntryError):
        desk.decide(replace(told, seen=None))
    assert read_all(content) == before
