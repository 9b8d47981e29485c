"""Do pages say a thing once, and keep figures whole in their own sentences?"""

from __future__ import annotations

import re

from built import BuiltSite


def test_a_definition_is_printed_once_a_theme(built_site: BuiltSite) -> None:
    """Indicators of a theme that share a definition print it with the first of them."""
    html = built_site.pages["indicators.html"]
    themes = html.split("<section ")[1:]
    printed = [re.findall(r'<span class="definition">([^<]+)<', theme) for theme in themes]
    assert any(printed)
    for definitions in printed:
        assert len(definitions) == len(set(definitions))
    wanted = {
        indicator.definition
        for indicator in built_site.findings.project.indicators.values()
        if indicator.definition
    }
    assert {definition for theme in printed for definition in theme} == wanted


def test_figures_in_reasons_are_whole(built_site: BuiltSite) -> None:
    """Every printed figure in the reason of a check stands in a span that no line breaks."""
    html = built_site.pages["2023/checks.html"]
    for check in built_site.report_findings.checks:
        for fact in check.inputs:
            if check.outcome != "unverifiable" and fact.display in check.reason:
                whole = f'<span class="nb">{re.escape(fact.display)}[，。、；：）]*</span>'
                assert re.search(whole, html), (check.spec.id, fact.display)


def test_the_year_of_places_is_named_only_among_several(built_site: BuiltSite, small_site: BuiltSite) -> None:
    """The places of terms name the section alone; where there are several reports, one sentence says of which they are."""
    for site, with_year in ((built_site, True), (small_site, False)):
        page = site.pages["terms.html"]
        places = re.findall(r'<p class="terms__places">(.*?)</p>', page)
        assert places
        assert not any("年度" in words for words in places)
        assert ("「见」后面是2023年度报告里的位置。" in page) == with_year


def test_figures_in_quotations_are_whole(built_site: BuiltSite) -> None:
    """No figure, year or date of a quoted passage may be broken by a line."""
    for path in ("2023/follow-up.html", "2023/places.html"):
        html = built_site.pages[path]
        quoted = re.findall(r"<blockquote[^>]*>.*?</blockquote>", html, re.DOTALL)
        assert quoted
        bare = [re.sub(r'<span class="nb">[^<]*</span>|<[^>]+>', "", words) for words in quoted]
        assert [words for words in bare if re.search(r"\d[\d.]*[%件项个人年]", words)] == [], path
