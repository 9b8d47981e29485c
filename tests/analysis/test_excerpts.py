"""Which sentences stand at the head of a page? Those with numbers and the heading's words, in order, and only of a long one."""

from __future__ import annotations

import dataclasses

import pytest

from chuxiong_site.analysis.excerpts import LEANING, LONGEST, MOST, SHORTEST, compute_excerpts
from chuxiong_site.build.site import render_project
from chuxiong_site.model.findings import ReportFindings
from sample_projects import copy_fixture, create_options


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> ReportFindings:
    """Analyse a report with two pages that are long enough."""
    folder = tmp_path_factory.mktemp("rich")
    findings = render_project(create_options(copy_fixture("rich", folder))).findings
    assert findings is not None
    assert len(findings.reports[0].excerpts) == 2
    return findings.reports[0]


def test_excerpts_are_sentences_of_their_page_in_order(found: ReportFindings) -> None:
    """Each is a whole sentence of the text that the page carries, no heading, and stands after the one before."""
    report = found.report
    pages = {page.number: page for page in report.pages}
    for excerpts in found.excerpts:
        carried = report.carried_by(pages[excerpts.section])
        sentences = [
            span
            for section in carried
            for span in section.sentences
            if section.heading is None or not section.heading.contains(span)
        ]
        assert [span for span in sentences if span in excerpts.sentences] == list(excerpts.sentences)
        assert 1 <= len(excerpts.sentences) <= MOST
        assert all(SHORTEST <= len(report.display.of(span).strip()) <= LONGEST for span in excerpts.sentences)


def test_long_pages_have_some_and_short_ones_none(found: ReportFindings) -> None:
    """A page of less than three hundred characters is read whole as fast."""
    report = found.report
    lengths = {
        page.number: sum(len(report.display.of(section.span)) for section in report.carried_by(page))
        for page in report.pages
    }
    assert all(lengths[excerpts.section] >= 300 for excerpts in found.excerpts)


def test_numbers_of_the_home_page_come_first(found: ReportFindings) -> None:
    """A page with excerpts and a headline number quotes a sentence that states one."""
    report = found.report
    leading = {fact.sentence for fact in found.facts if fact.id in report.headline}
    pages = {page.number: page for page in report.pages}
    tried = 0
    for excerpts in found.excerpts:
        carried = report.carried_by(pages[excerpts.section])
        own = {span for span in leading if any(section.span.contains(span) for section in carried)}
        tried += bool(own)
        assert not own or own & set(excerpts.sentences)
    assert tried


def test_a_text_without_numbers_and_known_words_has_none(found: ReportFindings) -> None:
    """Nothing is chosen by chance: without numbers and without words of the heading there is no excerpt."""
    bare = dataclasses.replace(found, facts=(), words={})
    assert compute_excerpts(bare) == ()


def test_no_excerpt_leans_on_another_sentence(found: ReportFindings) -> None:
    """A sentence that begins with 其中, 同时 and the like says little without the one before it."""
    texts = [found.report.display.of(span) for excerpts in found.excerpts for span in excerpts.sentences]
    assert texts
    assert not any(text.strip().startswith(LEANING) for text in texts)
