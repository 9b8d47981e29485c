"""May the words of a chart break between words only, and stay the same words?"""

from __future__ import annotations

import re
from itertools import pairwise

import html5lib
import pytest

from built import BuiltSite
from chuxiong_site.charts import compute_chart_records
from chuxiong_site.rendering.parts.chart_words import (
    cut_words,
    describe_chart_view,
    list_vocabulary,
    render_chart_title,
)

WORDS = frozenset({"专业", "执法", "人员", "专业执法", "乡镇"})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("乡镇专业执法人员", ["乡镇", "专业执法", "人员"]),
        ("乡镇的人员", ["乡镇的", "人员"]),
        ("新乡镇", ["新", "乡镇"]),
        ("，乡镇（人员）", ["，", "乡镇", "（", "人员", "）"]),
        ("", []),
    ],
)
def test_words_are_the_longest_known(text: str, words: list[str]) -> None:
    """The longest known word is taken; a lone character stays with the word before it, a stop stands alone."""
    assert cut_words(text, WORDS) == words


def test_titles_keep_their_words(built_site: BuiltSite) -> None:
    """With its breaks every title of the site is still the very same words, and has its figures marked."""
    findings = built_site.findings
    vocabulary = list_vocabulary(built_site.report_findings)
    for record in compute_chart_records(findings):
        html = render_chart_title(record, vocabulary)
        tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
        assert "".join(tree.itertext()) == record.title
        marked = [element.get("data-fact") for element in tree.iter("span") if element.get("data-fact")]
        assert marked == [part.fact.id for part in record.title_parts if part.fact]
        assert "<wbr>" in html or len(record.title) < 12


def test_no_break_stands_before_a_stop_or_a_figure(built_site: BuiltSite) -> None:
    """No line may begin with a stop; digits stay with the word before them, a comma with the figure before it."""
    findings = built_site.findings
    for record in compute_chart_records(findings):
        html = str(render_chart_title(record, list_vocabulary(built_site.report_findings)))
        assert re.findall(r"<wbr>[，。、；：）》”]", html) == []
        assert re.findall(r"[\u3400-\u9fff]<wbr>(?:<[^>]*>)+[0-9]", html) == []
        for part, following in pairwise(record.title_parts):
            if part.fact and following.text.startswith("，"):
                assert f"{part.text}</span>，</span>" in html


def test_sentences_keep_their_figures_whole(built_site: BuiltSite) -> None:
    """The sentence of a chart is the same words, every value in it in a span that no line breaks."""
    for record in compute_chart_records(built_site.findings):
        view = describe_chart_view(record, frozenset())
        assert view.sentence_html is not None
        tree = html5lib.parseFragment(view.sentence_html, namespaceHTMLElements=False)
        assert "".join(tree.itertext()) == view.sentence
        for row in record.rows:
            assert re.search(f'<span class="nb">{re.escape(row.shown)}[，。、；]*</span>', view.sentence_html)
