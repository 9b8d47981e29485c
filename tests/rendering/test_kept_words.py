"""Do years, dates, index numbers and marked figures stay on their lines, with no character added or lost?"""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from built import BuiltSite
from chuxiong_site.rendering.text.breaks import STOPS, break_code, keep_dates, keep_whole
from chuxiong_site.rendering.text.quotation import describe_quotation

WHOLE = re.compile(r'<span class="nb">(.*?)</span>')


def test_dates_stay_whole() -> None:
    """A year with its 度, a date, and nothing else of a title."""
    words = keep_dates("某州2023年度<报告>，2024年01月18日")
    assert WHOLE.findall(words) == ["2023年度", "2024年01月18日"]
    assert words.striptags() == "某州2023年度<报告>，2024年01月18日"


def test_an_index_number_goes_on_after_a_stroke() -> None:
    """The only place where a line may end is behind the stroke; markup in it is text."""
    assert break_code("115-/2024-<1>") == "115-/<wbr>2024-&lt;1&gt;"


def test_a_marked_word_does_not_cut_its_figure(built_site: BuiltSite) -> None:
    """Where the word ends a figure, the figure is marked with it."""
    report_findings = built_site.report_findings
    sentence = next(fact.sentence for fact in report_findings.facts if fact.display == "18个工作日")
    quotation = describe_quotation(report_findings, sentence, "工作日")
    assert '<span class="nb">18个工作日</span>' in quotation.pieces[1::2]
    assert "".join(piece.striptags() for piece in quotation.pieces) == report_findings.report.display.of(
        sentence
    )


@given(
    text=st.text("12年，。a<&", max_size=30),
    figures=st.lists(st.text("12年a<", min_size=1, max_size=3), max_size=5),
)
def test_figures_are_found_as_a_pattern_finds_them(text: str, figures: list[str]) -> None:
    """From left to right, the longest that begins at a place, and the stops behind it with it."""
    choices = "|".join(map(re.escape, sorted(figures, key=len, reverse=True)))
    pieces = re.split(f"((?:{choices})[{STOPS}]*)", text) if choices else [text]
    marked = (
        f'<span class="nb">{escape(piece)}</span>' if at % 2 else escape(piece)
        for at, piece in enumerate(pieces)
    )
    assert keep_whole(text, figures) == Markup("").join(map(Markup, marked))
