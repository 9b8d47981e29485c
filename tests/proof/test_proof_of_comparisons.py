"""Last year's values and differences in finished files are worked out anew: one changed place, and the proof names it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from built import BuiltSite
from chuxiong_site.proof.comparisons import check_comparisons
from chuxiong_site.proof.sorting import read_pages

FACTS, SECTION, OWN = "2023/facts.html", "2023/services.html", "indicators/service-cases.html"
LAST = '<span class="fact-table__last">'


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        *(
            (path, '多 <span class="nb">6.33万件', '多 <span class="nb">6.34万件')
            for path in (FACTS, SECTION, OWN)
        ),
        *(
            (path, '多 <span class="nb">6.33万件', '少 <span class="nb">6.33万件')
            for path in (FACTS, SECTION, OWN)
        ),
        (FACTS, '±<span class="nb">0.01万件', '±<span class="nb">0.02万件'),
        (FACTS, ">80.12万件</a>", ">80.13万件</a>"),
        (SECTION, "上年 80.12万件：", "上年 80.13万件："),
        (FACTS, '../2022/services.html#service-cases"', '../2022/services.html#service-items"'),
        (FACTS, '<span class="nb">5.58个百分点', '<span class="nb">5.58个千分点'),
        (FACTS, '增长<span class="nb">24.5%', '增长<span class="nb">24.6%'),
        (FACTS, "报告写的变化：增长", "报告写的变化：下降"),
        (FACTS, "10\u00a0个数字在", "11\u00a0个数字在"),
        (FACTS, 'data-sentence="全州812个村', 'data-sentence="全州813个村'),
    ],
)
def test_a_changed_place(path: str, old: str, new: str, built_site: BuiltSite) -> None:
    """Value, difference, margin, link, quoted change, count and sentence: none can be changed unseen."""
    text = built_site.read(path).decode("utf-8")
    assert old in text
    assert built_site.prove(path, text.replace(old, new, 1).encode("utf-8"))


def test_a_missing_line(built_site: BuiltSite) -> None:
    """A row without the line that it ought to have is named."""
    text = built_site.read(FACTS).decode("utf-8")
    start = text.index(LAST)
    end = text.index("</td>", start)
    assert built_site.prove(FACTS, (text[:start] + text[end:]).encode("utf-8"))


def test_nothing_is_believed(built_site: BuiltSite) -> None:
    """The proof does not look at what analysis found: without its comparisons it still finds the pages right."""
    bare = tuple(replace(entry, comparisons={}) for entry in built_site.findings.reports)
    findings = replace(built_site.findings, reports=bare)
    assert (
        list(check_comparisons(findings, findings.reports, read_pages(built_site.site), several=True)) == []
    )
