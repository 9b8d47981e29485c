"""The pages of indicators together hold every value, each in its place: one changed place, and the proof names it."""

from __future__ import annotations

import re

import pytest

from built import BuiltSite

CATALOGUE, OWN, OLDER = "indicators.html", "indicators/services-done.html", "indicators/services-done/1.html"


def test_each_report_stands_on_one_page(years_site: BuiltSite) -> None:
    """The newest page holds the last full one and what came after it; older pages keep their reports for good."""
    rows = {path: re.findall(r'id="_value-(\d+)-', years_site.pages[path]) for path in (OWN, OLDER)}
    assert rows == {OWN: ["2023", "2022", "2021"], OLDER: ["2020", "2019"]}
    assert "2021—2023年度报告里的数值" in years_site.pages[OWN]
    assert 'rel="next" href="../indicators/services-done/1.html"' in years_site.pages[OWN]
    assert 'rel="prev" href="../../indicators/services-done.html"' in years_site.pages[OLDER]


def test_the_catalogue_has_the_newest_reports(years_site: BuiltSite) -> None:
    """Of five reports three stand side by side, and the page says so."""
    page = years_site.pages[CATALOGUE]
    assert set(re.findall(r'data-report="(\d+)"', page)) == {"2023", "2022", "2021"}
    assert "最近 3 份报告的数" in page


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (CATALOGUE, "最近 3 份报告", "最近 4 份报告"),
        (CATALOGUE, 'href="indicators/services-done.html"', 'href="indicators/services-found.html"'),
        (CATALOGUE, '<th scope="col" class="number">2021</th>', ""),
        (OWN, "2021—2023年度报告里的数值", "2019—2023年度报告里的数值"),
        (OWN, "2021—2023年度报告里的数值", "2019—2020年度报告里的数值"),
        (OWN, '<span class="pager__label">更早</span>2019—2020年度报告', '<span class="pager__label">更早</span>2018—2020年度报告'),
        (OWN, 'href="../indicators/services-done/1.html"', 'href="../indicators/services-found/1.html"'),
        (OWN, "<h2>2023年度报告的原句", "<h2>2022年度报告的原句"),
        (OLDER, "（2019—2020年度报告）", "（2019—2021年度报告）"),
        (OLDER, "2019—2020年度报告里的数值", "2021—2023年度报告里的数值"),
    ],
)  # fmt: skip
def test_a_changed_place(path: str, old: str, new: str, years_site: BuiltSite) -> None:
    """Span, link, column and count: none can be changed unseen."""
    assert years_site.prove_changed(path, old, new)


@pytest.mark.parametrize(
    ("path", "row"),
    [
        (CATALOGUE, r'(?s)<tr id="_indicator-services-done">.*?</tr>'),
        (CATALOGUE, r"<div><a(?:(?!</div>).)*</a></div>"),
        (OWN, r'<tr id="_value-2022-.*?</tr>'),
        (OLDER, r'<tr id="_value-2019-.*?</tr>'),
        (OWN, r'(?s)<blockquote.*?</blockquote>'),
        (OWN, r'(?s)<nav class="pager".*?</nav>'),
    ],
)  # fmt: skip
def test_a_missing_piece(path: str, row: str, years_site: BuiltSite) -> None:
    """A row, a value, a sentence or a link that is gone is named."""
    assert years_site.prove_without(path, row)


def test_rows_in_another_order(years_site: BuiltSite) -> None:
    """The newest comes first."""
    text = years_site.read(OLDER).decode("utf-8")
    newer, older = re.findall(r"<tr id=.*?</tr>", text)
    changed = text.replace(newer, "<!---->").replace(older, newer).replace("<!---->", older)
    assert years_site.prove(OLDER, changed.encode("utf-8"))


def test_a_missing_page(years_site: BuiltSite) -> None:
    """A page of older values that is not there is named."""
    site = {path: data for path, data in years_site.site.items() if path != OLDER}
    without = BuiltSite(folder=years_site.folder, site=site, findings=years_site.findings)
    assert without.prove(OWN, years_site.read(OWN), told_of=OLDER)


def test_a_row_too_many(years_site: BuiltSite) -> None:
    """A row with another indicator's value is named, with an anchor or without."""
    text = years_site.read("indicators/services-found.html").decode("utf-8")
    row = re.findall(r"<tr id=.*?</tr>", text)[0]
    for added in (row, re.sub(' id="[^"]*"', "", row, count=1)):
        assert years_site.prove_changed(OWN, "</tbody>", f"{added}</tbody>")
