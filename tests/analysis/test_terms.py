"""Where does a report use the terms that readers ask about?"""

from __future__ import annotations

from chuxiong_site.analysis.terms import compute_terms
from chuxiong_site.model.catalogue import Term
from chuxiong_site.model.place import Span
from report_samples import Line, build_report

LINES = (
    Line(number="T", text="某州年度报告", heading=True),
    Line(number="0", text="推行府院联动,府院联动见成效。走流程,找堵点。"),
)


def find(*words: str) -> list[list[str]]:
    """Return the raw words of every mention of the terms."""
    report = build_report(LINES)
    mentions = compute_terms(report, [Term(id=word) for word in words])
    return [[span.of(report.body) for span in mention.spans] for mention in mentions]


def test_every_place_is_found() -> None:
    """A term is found wherever it stands, in the order of the text."""
    assert find("府院联动") == [["府院联动", "府院联动"]]


def test_unused_terms_are_left_out() -> None:
    """A term that no sentence uses is no mention."""
    assert find("三项制度", "堵点") == [["堵点"]]


def test_either_punctuation_finds_it() -> None:
    """A term is found by the marks that readers see as by those of the capture, once."""
    assert find("走流程，找堵点", "走流程,找堵点") == [["走流程,找堵点"], ["走流程,找堵点"]]


def test_other_spellings_count() -> None:
    """A place of another spelling is a place of the term."""
    report = build_report(LINES)

    (mention,) = compute_terms(report, [Term(id="府院联动", also=("堵点",))])

    assert [span.of(report.body) for span in mention.spans] == ["府院联动", "府院联动", "堵点"]
    assert mention.stands_in(Span(start=0, end=len(report.body)))
    assert not mention.stands_in(report.sections[0].span)
