from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuxiong_site.model.place import Place, Span
from chuxiong_site.model.report import Report
from sample_projects import FIXTURES, analyse_content


@pytest.fixture(scope="module")
def report() -> Report:
    """Return the small project's report."""
    return analyse_content(FIXTURES / "small")[0].reports[0].report


def test_spans() -> None:
    """Spans are half-open: neighbours do not overlap, a span contains itself."""
    first, second, both = Span(start=0, end=2), Span(start=2, end=4), Span(start=0, end=4)
    assert not first.overlaps(second)
    assert both.overlaps(first)
    assert both.contains(second)
    assert both.contains(both)
    assert not first.contains(both)
    assert second.of("甲乙丙丁") == "丙丁"
    assert sorted([both, second, first]) == [first, both, second]


def test_places_in_the_annotated_file(report: Report) -> None:
    """A span of the body is placed at its line and column of the annotated file, brackets not counted in."""
    lines = (FIXTURES / "small" / "reports" / "2023.md").read_text(encoding="utf-8").split("\n")
    for words in ("120项", "2023年,示例州", "进一步增加网上可办的事项", "平台受理"):
        start = report.body.index(words)
        place = report.place_of(Span(start=start, end=start + len(words)))
        shown = lines[place.line - 1][place.column - 1 : place.column - 1 + place.length]
        assert place.excerpt == lines[place.line - 1]
        assert shown == words


def test_a_span_across_a_tag(report: Report) -> None:
    """A span that runs over a tag is placed from its first to its last character, the tag between."""
    start = report.body.index("可办96项,网")
    place = report.place_of(Span(start=start, end=start + 7))
    shown = place.excerpt[place.column - 1 : place.column - 1 + place.length]
    assert shown == "可办[96项]{fact=online-items},网"


def test_sections_and_sentences(report: Report) -> None:
    """Every character of the body but line ends lies in one section and one of its sentences."""
    for offset, char in enumerate(report.body):
        if char != "\n":
            section, sentence = report.section_at(offset), report.sentence_at(offset)
            assert section.span.start <= offset < section.span.end
            assert sentence.start <= offset < sentence.end
            assert sentence in section.sentences


def test_parts(report: Report) -> None:
    """A section belongs to its part; parts and the title line have no page unless the part is a page itself."""
    parts = {section.number: (section.part, section.is_part) for section in report.sections}
    assert parts["1.2"] == ("1", False)
    assert parts["1"] == ("1", True)
    assert parts["0"] == ("0", False)
    assert [section.number for section in report.pages] == ["0", "1.1", "1.2", "2.1", "2.2", "3"]


@settings(max_examples=100)
@given(st.data())
def test_any_span_has_a_place(report: Report, data: st.DataObject) -> None:
    """Any span within a line is placed on that line, where its first and last characters stand."""
    line = data.draw(st.sampled_from(report.lines))
    length = len(line.columns) - 1
    start = data.draw(st.integers(0, length - 1))
    end = data.draw(st.integers(start + 1, length))
    place = report.place_of(Span(start=line.start + start, end=line.start + end))
    assert place.excerpt[place.column - 1] == report.body[line.start + start]
    assert place.excerpt[place.column - 2 + place.length] == report.body[line.start + end - 1]


def test_the_nearest_known_place() -> None:
    """Where a value has no place of its own, that of its nearest parent is given, else the file."""
    project = analyse_content(FIXTURES / "small")[0].project
    assert project.place("site.yaml", "name").line == 1
    assert project.place("charts.yaml", "charts", "money", "emphasis") == project.place(
        "charts.yaml", "charts", "money"
    )
    assert project.place("none.yaml", "a") == Place(file="none.yaml")
