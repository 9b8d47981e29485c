"""Do years, dates, index numbers and marked figures stay on their lines, with no character added or lost?"""

from __future__ import annotations

import re

from built import BuiltSite
from chuxiong_site.rendering.text.breaks import break_code, keep_dates
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
