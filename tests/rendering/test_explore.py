"""Which facts may be drawn together, and what does the page of chosen pictures say of them?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from built import BuiltSite
from chuxiong_site.model.site import make_artifact
from chuxiong_site.rendering.parts import like_facts
from chuxiong_site.rendering.parts.like_facts import choose_example, group_like_facts
from sample_projects import analyse_content, check_content, copy_fixture

EXPLORE = "explore.html"
ROW = re.compile(r'<tr id="_value-[^"]*" data-series="[^"]*"(?: data-bound)?>.*?</tr>', re.DOTALL)


def test_a_group_is_of_one_unit_measure_and_nature(built_site: BuiltSite) -> None:
    """No two facts that differ in unit, measure or nature share a group, and none stands alone."""
    for group in group_like_facts(built_site.findings):
        assert len(group.facts) >= 2
        assert len({(fact.counted_in, fact.measure, fact.nature) for _, fact in group.facts}) == 1
        assert not any(fact.members for _, fact in group.facts)


def test_the_page_lists_every_offered_fact_once(built_site: BuiltSite) -> None:
    """The rows of the page are the facts of the groups, and none is missing or there twice."""
    groups = group_like_facts(built_site.findings)
    rows = re.findall(r'<tr id="(_value-[^"]*)" data-series', built_site.pages[EXPLORE])
    assert sorted(rows) == sorted(
        f"_value-{entry.report.id}-{fact.id}" for group in groups for entry, fact in group.facts
    )


def test_the_example_is_exact_and_of_one_scope(built_site: BuiltSite) -> None:
    """What is drawn before a reader chooses needs no warning: exact numbers of one scope, six at most."""
    groups = group_like_facts(built_site.findings)
    chosen = choose_example(groups)
    facts = [fact for group in groups for entry, fact in group.facts if (entry.report.id, fact.id) in chosen]
    assert 2 <= len(facts) <= 6
    assert len({fact.indicator.scope for fact in facts}) == 1
    assert all(fact.is_exact for fact in facts)
    assert built_site.pages[EXPLORE].count(" hidden checked>") == len(facts)


def test_a_long_report_fills_one_page(built_site: BuiltSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many facts there are, a page offers so many at most: of the newest report, then of older ones that fit whole."""
    monkeypatch.setattr(like_facts, "MOST", 20)
    stated = [entry for group in group_like_facts(built_site.findings) for entry, _ in group.facts]
    assert 0 < len(stated) <= 20
    assert {entry.report.id for entry in stated} == {built_site.report_findings.report.id}


def test_bounds_are_marked(built_site: BuiltSite) -> None:
    """A number near, above or below the printed one is marked, so that its bar is drawn hollow."""
    bound = {
        fact.id
        for group in group_like_facts(built_site.findings)
        for entry, fact in group.facts
        if not fact.is_exact and entry is built_site.report_findings
    }
    rows = [row for row in ROW.findall(built_site.pages[EXPLORE]) if " data-bound>" in row]
    assert bound
    assert bound <= {found for row in rows for found in re.findall(r'data-fact="([^"]*)"', row)}


def test_without_like_facts_there_is_no_page(tmp_path: Path) -> None:
    """Where no two facts are alike the page is not made, and nothing leads to it."""
    content = copy_fixture("bare", tmp_path)
    findings, _ = analyse_content(content)
    assert group_like_facts(findings) == ()
    site = check_content(content).site
    assert site is not None
    assert EXPLORE not in site
    assert not any(
        b"explore.html" in make_artifact(data) for path, data in site.items() if path.endswith(".html")
    )


def test_every_page_leads_to_it(built_site: BuiltSite) -> None:
    """It stands in the foot of every page in Chinese and in the sitemap."""
    assert all(EXPLORE in built_site.pages[path] for path in built_site.chinese_paths if path != "404.html")
    sitemap = built_site.read("sitemap.xml").decode()
    assert not sitemap or EXPLORE in sitemap
