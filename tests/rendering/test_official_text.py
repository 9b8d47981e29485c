"""The official text as HTML: nothing but the report's words, however they are marked."""

from __future__ import annotations

from dataclasses import replace

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuxiong_site.model.findings import ReportFindings
from chuxiong_site.model.place import Span
from chuxiong_site.model.words import Word
from chuxiong_site.proof.documents.html import read_page
from chuxiong_site.rendering.text.official_text import describe_blocks, passage_id
from report_samples import LINES, Line, build_fact, build_report, build_report_findings, find

HOSTILE = "<script>alert(1)</script>&lt;\"'{{7*7}}--><b>，"


def render(
    report_findings: ReportFindings, number: str, *, table: str = "", with_raw_marks: bool = False
) -> list[str]:
    """Return the HTML of a section's blocks."""
    section = next(section for section in report_findings.report.sections if section.number == number)
    blocks = describe_blocks(report_findings, section, table=table, with_raw_marks=with_raw_marks)
    return [str(block.html) for block in blocks]


def read(html: str) -> str:
    """Return the text content that a reader of the page gets."""
    return read_page(f'<p data-official-text="0">{html}</p>'.encode()).official[0].shown


def test_sentences_follow_without_gaps() -> None:
    """Every sentence is an element with an anchor of section and ordinal, and nothing stands between them."""
    report = build_report()
    assert render(build_report_findings(report), "0") == [
        (
            '<span class="sentence" id="_s0-1">2023年，全州办理案件132.87万件。</span>'
            '<span class="sentence" id="_s0-2">办结率、满意率均为100%。</span>'
        )
    ]


def test_fact_stands_in_passage_in_sentence() -> None:
    """From outside in: sentence, passage, fact; each closes before what it stands in."""
    report = build_report()
    fact = build_fact(report, "missing-staff", "3人")
    report_findings = build_report_findings(report, [fact], passages={"staff": [find(report, "缺3人")]})
    assert render(report_findings, "2.1") == [
        (
            '<span class="sentence" id="_s2.1-1">（一）人手不够。</span>'
            '<span class="sentence" id="_s2.1-2">'
            '<span class="passage passage--problem" id="_problem-staff">缺'
            '<a class="fact" id="missing-staff" data-fact="missing-staff" href="#_row-missing-staff">3人</a>'
            "</span>。</span>"
        )
    ]


def test_fact_outside_passage_of_the_same_words() -> None:
    """A passage that is nothing but a fact keeps the fact inside, so that the anchor of both lives."""
    report = build_report()
    report_findings = build_report_findings(
        report, [build_fact(report, "staff", "3人")], passages={"staff": [find(report, "3人")]}
    )
    assert (
        '<span class="passage passage--problem" id="_problem-staff"><a class="fact"'
        in render(report_findings, "2.1")[0]
    )


def test_one_number_states_two_facts() -> None:
    """A 100% that states two rates is one link; both facts have their anchor and are named on it."""
    report = build_report()
    facts = [build_fact(report, id, "100%") for id in ("closing-rate", "satisfaction-rate")]  # noqa: A001
    (html,) = render(build_report_findings(report, facts), "0")
    assert (
        '均为<span id="satisfaction-rate"><a class="fact" id="closing-rate" '
        'data-fact="closing-rate satisfaction-rate" href="#_row-closing-rate">100%</a></span>。' in html
    )
    assert html.count(">100%<") == 1


def test_repeated_fact_has_one_anchor() -> None:
    """A later repetition links to the same row and has no anchor of its own."""
    report = build_report()
    fact = replace(build_fact(report, "days", "20天"), occurrences=(find(report, "5天"),))
    (html,) = render(build_report_findings(report, [fact]), "1.1")
    assert html.count('id="days"') == 1
    assert html.count('data-fact="days"') == 2


def test_passage_over_two_sentences_is_split() -> None:
    """A passage across sentences is one element a sentence; the first carries the anchor."""
    report = build_report()
    span = find(report, "仍有短板。还要努力")
    report_findings = build_report_findings(report, passages={"gap": [span]})
    (html,) = render(report_findings, "1.1")
    assert (
        '<span class="sentence" id="_s1.1-3"><span class="passage passage--problem" id="_problem-gap">仍有短板。</span></span>'
        '<span class="sentence" id="_s1.1-4"><span class="passage passage--problem">还要努力</span>。</span>'
        in html
    )


def test_second_passage_of_a_problem_is_numbered() -> None:
    """Two passages of one problem have two anchors, in the order of the text."""
    report = build_report()
    spans = [find(report, "缺3人"), find(report, "仍有短板")]
    report_findings = build_report_findings(report, passages={"gap": spans})
    assert passage_id(report_findings.report, "problem", "gap", spans[1]) == "_problem-gap"
    assert passage_id(report_findings.report, "problem", "gap", spans[0]) == "_problem-gap-2"


def test_years_do_not_wrap() -> None:
    """A year is marked as unbroken; it is no fact."""
    report = build_report()
    (html,) = render(build_report_findings(report, unbroken=[find(report, "2023年")]), "0")
    assert html.startswith('<span class="sentence" id="_s0-1"><span class="nb">2023年</span>，')


def test_table_of_another_page() -> None:
    """On the full page the link of a fact leads to the row on the facts page."""
    report = build_report()
    (html,) = render(
        build_report_findings(report, [build_fact(report, "cases", "132.87万件")]), "0", table="facts.html"
    )
    assert 'href="facts.html#_row-cases"' in html


def test_levels_of_blocks() -> None:
    """The title line, a part's heading and a section's paragraph say what they are and whose they are."""
    report = build_report()
    report_findings = build_report_findings(report)
    blocks = [
        block for section in report.sections for block in describe_blocks(report_findings, section, table="")
    ]
    assert [(block.number, block.level, block.is_part) for block in blocks] == [
        ("T", "title", False),
        ("0", "paragraph", False),
        ("1", "heading", True),
        ("1", "paragraph", False),
        ("1.1", "paragraph", False),
        ("2", "heading", True),
        ("2.1", "paragraph", False),
    ]


def test_a_part_that_stands_alone_is_a_part() -> None:
    """The heading of a part without sections is of the same level as those of the others, though it has a page."""
    lines = (
        Line(number="T", text="甲", heading=True),
        Line(number="1", text="一、乙", heading=True),
        Line(number="2", text="二、丙", heading=True),
        Line(number="2.1", text="（一）丁", heading=True),
    )
    report = build_report(lines)
    sections = (
        replace(section, slug="own") if section.number == "1" else section for section in report.sections
    )
    report_findings = build_report_findings(replace(report, sections=tuple(sections)))
    blocks = [
        block
        for section in report_findings.report.sections
        for block in describe_blocks(report_findings, section, table="")
    ]
    assert [(block.level, block.rank) for block in blocks[1:]] == [
        ("heading", 2),
        ("heading", 2),
        ("heading", 3),
    ]
    assert [block.is_part for block in blocks] == [False, True, True, False]


def test_raw_marks_are_kept_beside_the_shown() -> None:
    """Every normalised mark and every space left out carries what was captured."""
    text = "(一)法 治:好"
    report = build_report((*LINES[:6], Line(number="2.1", text=text)), spaces=[])
    report = build_report((*LINES[:6], Line(number="2.1", text=text)), spaces=[report.body.index(" ")])
    (html,) = render(build_report_findings(report), "2.1", with_raw_marks=True)
    (piece,) = read_page(f'<p data-official-text="2.1">{html}</p>'.encode()).official
    assert piece.shown == "（一）法治：好"
    assert piece.captured == text


@pytest.mark.parametrize("with_raw_marks", [False, True])
def test_hostile_words_stay_words(with_raw_marks: bool) -> None:
    """Markup, entities and template braces in the report are text on the page."""
    report = build_report((*LINES[:1], Line(number="0", text=f"{HOSTILE}7件。")))
    report_findings = build_report_findings(report, [build_fact(report, "hostile", "7件")])
    (html,) = render(report_findings, "0", with_raw_marks=with_raw_marks)
    assert read(html) == report.display.of(report.sections[1].span)
    assert "<script" not in html
    assert "<b>" not in html


@st.composite
def marked_reports(draw: st.DrawFn) -> ReportFindings:
    """Draw words, hostile ones too, with facts and years apart, and passages that may cross each other."""
    text = draw(st.text(alphabet="法治<>&\"',:。1年", min_size=1, max_size=30)) + "完。"
    report = build_report((*LINES[:1], Line(number="0", text=text)))
    start, end = report.sections[1].span.start, report.sections[1].span.end
    spans = st.tuples(st.integers(start, end - 1), st.integers(1, 9)).map(
        lambda pair: Span(start=pair[0], end=min(end, pair[0] + pair[1]))
    )
    apart: list[Span] = []
    for span in draw(st.lists(spans, max_size=6)):
        if "。" not in span.of(report.body) and not any(span.overlaps(other) for other in apart):
            apart.append(span)
    facts = [
        replace(build_fact(report, f"fact-{span.start}", span.of(report.body)), span=span)
        for span in apart[::2]
    ]
    passages = [
        span
        for span in draw(st.lists(spans, max_size=3, unique=True))
        if all(span.contains(other) or not span.overlaps(other) for other in apart)
    ]
    return build_report_findings(report, facts, passages={"gap": passages}, unbroken=apart[1::2])


@given(marked_reports(), st.booleans())
@settings(max_examples=150)
def test_marking_never_changes_a_word(report_findings: ReportFindings, with_raw_marks: bool) -> None:
    """Whatever is marked, a browser reads exactly the report's words, and the HTML is sound."""
    (html,) = render(report_findings, "0", with_raw_marks=with_raw_marks)
    section = report_findings.report.sections[1]
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parseFragment(html)
    assert "".join(tree.itertext()) == report_findings.report.display.of(section.span)
    assert read(html) == report_findings.report.display.of(section.span)
    assert parser.errors == []


def test_heading_breaks_stand_before_what_begins_there() -> None:
    """Where a heading may break before a year, the break stands outside the year, which itself never breaks."""
    report = build_report((*LINES[:2], Line(number="1", text="一、2024年做了什么", heading=True)))
    heading = report.sections[2].sentences[0]
    words = tuple(Word(text=text, tag="n") for text in ("一、", "2024年", "做了", "什么"))
    report_findings = replace(
        build_report_findings(report, unbroken=[find(report, "2024年")]), words={heading: words}
    )
    (html,) = render(report_findings, "1")
    assert html.endswith('一、<wbr><span class="nb">2024年</span><wbr>做了<wbr>什么</span>')


def test_hotlines_can_be_called() -> None:
    """The number of a hotline is a link that dials it; any other number that is no fact is plain text."""
    lines = (LINES[0], Line(number="0", text="12345热线办理,2023年。"))
    report = build_report(lines)
    (block,) = render(
        build_report_findings(report, unbroken=[find(report, "12345"), find(report, "2023年")]), "0"
    )
    assert '<a class="nb" href="tel:12345">12345</a>热线' in block
    assert '<span class="nb">2023年</span>' in block
