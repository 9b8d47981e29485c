"""What the site's pages leave to the pages of older reports stands there, a link away: one changed place, and the proof names it."""

from __future__ import annotations

import re

import pytest

from built import BuiltSite

HOME, ABOUT, TERMS, SEARCH = "index.html", "about.html", "terms.html", "search.html"
OLD_FRONT, OLD_TERMS = "2020/index.html", "2020/terms.html"


def test_the_site_says_it_of_the_newest(years_site: BuiltSite) -> None:
    """Source, changes for display and places of terms are those of the newest report; each other one has its own page."""
    digests = {entry.report.id: entry.report.capture_sha256[:20] for entry in years_site.findings.reports}
    assert [year for year, digest in digests.items() if digest in years_site.pages[ABOUT]] == ["2023"]
    assert all(digest in years_site.pages[f"{year}/index.html"] for year, digest in digests.items())
    assert 'href="2022/terms.html"' in years_site.pages[TERMS]
    assert 'href="2022/services' not in years_site.pages[TERMS]
    assert 'href="../2020/services.html#' in years_site.pages[OLD_TERMS]


@pytest.mark.parametrize("path", [HOME, ABOUT, TERMS])
def test_older_reports_are_folded_up(path: str, years_site: BuiltSite) -> None:
    """Of four other reports two stand in sight, the others are unfolded, a decade a line."""
    page = years_site.pages[path]
    [folded] = re.findall(r"(?s)<details class=\"report-list__older\">.*?</details>", page)
    assert re.findall(r">(\d{4})</a>", folded) == ["2020", "2019"]
    assert folded.count("<ul") == 2
    assert "2022年度报告</a>" in page


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (HOME, ">2020</a>", ">2021</a>"),
        (HOME, '<li><a href="2020/index.html">2020</a></li>', ""),
        (ABOUT, '<a href="2020/index.html#_source">2020</a>', '<a href="2019/index.html#_source">2019</a>'),
        (ABOUT, "2024-03-01</time>", "2024-03-02</time>"),
        (ABOUT, "更早的，写在各年度报告的首页上。", ""),
        (TERMS, '<a href="2020/terms.html">2020</a>', ""),
        (SEARCH, "搜的是2023年度报告、2022年度报告。", "搜的是2023年度报告、2021年度报告。"),
        (SEARCH, '<a href="search.html?report=2020"', '<a href="search.html?report=2019"'),
        (SEARCH, 'data-search-box="data/2020/search-data.js', 'data-search-box="data/2019/search-data.js'),
        (SEARCH, ">2019</a>", ">2020</a>"),
        (SEARCH, "全部年度</a>", "全部年度 5 份</a>"),
        (TERMS, "「见」后面是2023年度报告", "「见」后面是2022年度报告"),
        (OLD_FRONT, "2021-03-01</time>", "2021-03-02</time>"),
        (OLD_TERMS, " 个</span>专门词语", "1 个</span>专门词语"),
    ],
)
def test_a_changed_place(path: str, old: str, new: str, years_site: BuiltSite) -> None:
    """Year, link, day, report and count: none can be changed unseen."""
    assert years_site.prove_changed(path, old, new)


@pytest.mark.parametrize(
    ("path", "piece"),
    [
        (SEARCH, r'<li><a href="search\.html\?report=2020".*?</li>'),
        (SEARCH, r" data/2022/search-data\.js\?v=\w+"),
        (SEARCH, r'<p class="note" data-search-scope>.*?</p>'),
        (ABOUT, r"<p>正文文件的校验值.*?</p>"),
        (ABOUT, r"(?s)<div><dt><time.*?</div>"),
        (OLD_FRONT, r"<p>正文文件的校验值.*?</p>"),
        (OLD_FRONT, r'(?s)<dl class="change-log">.*?</dl>'),
        (OLD_FRONT, r'(?s)<table class="marks".*?</table>'),
        (TERMS, r'(?s)<div id="_term-.*?</div>'),
        (TERMS, r'<a id="_term-.*?</a>'),
        (TERMS, r'(?s)<p class="terms__places">.*?</p>'),
        (OLD_TERMS, r'(?s)<div id="_term-.*?</div>'),
        (OLD_TERMS, r"<span class=\"nb\"><a href=\"../2020.*?</span>"),
    ],
)
def test_a_missing_piece(path: str, piece: str, years_site: BuiltSite) -> None:
    """A digest, a correction, a table of marks, a term or one of its places that is gone is named."""
    assert years_site.prove_without(path, piece)


def test_a_place_of_a_term_in_another_sentence(years_site: BuiltSite) -> None:
    """The link of a place leads to the first sentence of its section with the term, and to no other."""
    text = years_site.read(TERMS).decode("utf-8")
    changed = re.sub(r'(href="2023/services.html#_s1\.1)-\d+"', r'\1-1"', text, count=1)
    assert changed != text
    assert years_site.prove(TERMS, changed.encode("utf-8"))


def test_a_site_of_one_report_has_no_such_pages(small_site: BuiltSite) -> None:
    """Where there is one report, the page about the site has its source, and the page of terms its places."""
    assert "2023/terms.html" not in small_site.pages
    assert 'id="_source"' not in small_site.pages["2023/index.html"]
    assert "校验值" in small_site.pages[ABOUT]
