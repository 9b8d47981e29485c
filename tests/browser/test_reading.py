"""Can readers get from a fact to its row and back, narrow the table, see the raw marks, and do all by keyboard?"""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from visitor import WIDE, Visitor

from built import BuiltSite
from chuxiong_site.model.display_names import QUALIFIER_NAMES
from chuxiong_site.model.measures import MEASURES

pytestmark = pytest.mark.browser

SECTION = "2023/disputes.html"
IN_VIEW = """(id) => { const box = document.getElementById(id).getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight; }"""
ROWS = "() => [...document.querySelectorAll('[data-row]')].filter((row) => row.checkVisibility()).map((row) => row.dataset)"
OFFICIAL = "() => [...document.querySelectorAll('[data-official-text]')].map((e) => e.textContent).join('')"
FROM_THE_TOP = """() => { scrollTo(0, 0);
  document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); }"""
"""The next Tab goes to the first stop, wherever a click has left the focus."""
TABBABLE = """() => [...document.querySelectorAll('a[href], button, select, input, summary, [tabindex]')]
  .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.tabIndex >= 0)
  .map((e, index) => { e.dataset.stop = index; return index; })"""
FOCUS = """() => { const e = document.activeElement; const style = getComputedStyle(e);
  return { stop: e.dataset.stop === undefined ? null : Number(e.dataset.stop),
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none',
    shown: e.getBoundingClientRect().width > 0 }; }"""


def is_in_view(page: Any, id: str) -> bool:  # noqa: A002
    """Say whether an element comes to stand wholly inside the window; scrolling may take a moment."""
    for _ in range(40):
        if page.evaluate(IN_VIEW, id):
            return True
        page.wait_for_timeout(50)
    return False


def find_middle(place: Any) -> tuple[float, float]:
    """Return the middle of an element in the window."""
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.fixture(scope="module")
def reader(stay: Any) -> Visitor:
    """Visit with a wide screen and scripts."""
    visitor: Visitor = stay(**WIDE)
    return visitor


@pytest.fixture(scope="module")
def plain_reader(stay: Any) -> Visitor:
    """Visit without scripts."""
    visitor: Visitor = stay(**WIDE, java_script_enabled=False)
    return visitor


def test_fact_leads_to_its_row_and_back(plain_reader: Visitor) -> None:
    """Without scripts a fact is a link to its row in the section's table, and the row leads back to the sentence."""
    page = plain_reader.open(SECTION)
    page.locator("a.fact#disputes-found").click()
    assert page.url.endswith("#_row-disputes-found")
    assert is_in_view(page, "_row-disputes-found")
    page.locator("#_row-disputes-found th a").click()
    assert page.url.endswith("disputes.html#disputes-found")
    assert is_in_view(page, "disputes-found")


def test_card_leads_to_its_sentence(plain_reader: Visitor, built_site: BuiltSite) -> None:
    """Every headline figure of the home page leads to the number in its sentence, and so does every spot of its card."""
    for fact in built_site.report_findings.report.headline:
        card = f".headline li:has([data-fact='{fact}'])"
        for spot in ("data", ".headline__name", ".headline__source"):
            page = plain_reader.open("index.html")
            page.mouse.click(*find_middle(page.locator(f"{card} {spot}")))
            page.wait_for_url(f"**#{fact}")
            assert is_in_view(page, fact)


def test_arrived_sentence_is_marked(plain_reader: Visitor) -> None:
    """The fact that a link led to is visibly marked."""
    page = plain_reader.open(f"{SECTION}#disputes-found")
    shades = page.evaluate(
        "() => ['disputes-found', 'disputes-resolved'].map((id) => {"
        " const style = getComputedStyle(document.getElementById(id));"
        " return [style.backgroundColor, style.boxShadow, style.outlineStyle].join(); })"
    )
    assert shades[0] != shades[1]


def test_filters_count_what_they_show(reader: Visitor, built_site: BuiltSite) -> None:
    """Each choice of each filter shows exactly the facts that have it, and says how many."""
    facts = built_site.report_findings.facts
    measures = Counter(MEASURES[fact.indicator.measure].name for fact in facts)
    units = Counter(fact.indicator.unit for fact in facts)
    page = reader.open("2023/facts.html")
    qualifiers = Counter(QUALIFIER_NAMES[fact.qualifier] for fact in facts if fact.qualifier)
    for name, wanted in (("measure", measures), ("qualifier", qualifiers), ("unit", units)):
        select = page.locator(f"select[data-filter={name}]")
        for choice, count in wanted.items():
            select.select_option(choice)
            assert len(page.evaluate(ROWS)) == count, choice
            assert page.locator(".taking output").text_content() == f"共 {count} 个"
        select.select_option("")
    assert len(page.evaluate(ROWS)) == len(facts)


def test_two_filters_and_clearing(reader: Visitor, built_site: BuiltSite) -> None:
    """Two filters hold at once; one without a match says so; clearing brings all back, as in the report."""
    facts = built_site.report_findings.facts
    page = reader.open("2023/facts.html")
    both = [fact for fact in facts if fact.unit == "%" and fact.section == "1.7"]
    page.locator("select[data-filter=unit]").select_option("%")
    page.locator("select[data-filter=marker]").select_option("一（七）")
    assert len(page.evaluate(ROWS)) == len(both)
    page.locator("select[data-filter=measure]").select_option(MEASURES[facts[0].indicator.measure].name)
    assert page.evaluate(ROWS) == []
    assert "没有符合条件" in page.locator(".taking output").text_content()
    page.locator(".filters [type=reset]").click()
    page.wait_for_function("() => document.querySelector('.taking output').textContent.includes('共')")
    values = [row["value"] for row in page.evaluate(ROWS)]
    assert values == [f"{fact.value:f}" for fact in facts]


GROUPS = """Array.from(document.querySelectorAll('.fact-table--all tbody')).filter((group) => !group.hidden).map((group) => ({
  head: (group.querySelector('[scope=rowgroup]') || {textContent: ''}).textContent,
  rows: Array.from(group.querySelectorAll('[data-row]')).filter((row) => !row.hidden)
    .map((row) => [row.dataset.unit, Number(row.dataset.value), row.dataset.name]),
}))"""


def test_values_are_sorted_inside_one_unit(reader: Visitor, built_site: BuiltSite) -> None:
    """By value, each unit is a group of its own with its largest first; no fact is lost, filters and going back work."""
    facts = built_site.report_findings.facts
    page = reader.open("2023/facts.html")
    order = page.locator("select[data-sort]")
    at_first = page.evaluate(GROUPS)
    order.select_option("value")
    units = dict.fromkeys(fact.indicator.unit for fact in facts)
    groups = page.evaluate(GROUPS)
    assert [group["head"] for group in groups] == [f"单位：{unit}" for unit in units]
    for group, unit in zip(groups, units, strict=True):
        own = [float(fact.value) for fact in facts if fact.indicator.unit == unit]
        assert {row[0] for row in group["rows"]} == {unit}
        assert [row[1] for row in group["rows"]] == sorted(own, reverse=True)
    assert page.locator(".fact-table--all caption").text_content() == "全部数字，按单位分开，数值从大到小"

    page.locator("select[data-filter=unit]").select_option("元")
    assert [group["head"] for group in page.evaluate(GROUPS)] == ["单位：元"]
    page.locator("select[data-filter=unit]").select_option("")
    order.select_option("name")
    [group] = page.evaluate(GROUPS)
    assert (group["head"], len(group["rows"])) == ("", len(facts))
    order.select_option("")
    assert page.evaluate(GROUPS) == at_first


def test_raw_punctuation(reader: Visitor, built_site: BuiltSite) -> None:
    """The switch shows every mark and space as captured, and back again."""
    report = built_site.report_findings.report
    page = reader.open("2023/full.html")
    shown = report.display.text.replace("\n", "")
    assert page.evaluate(OFFICIAL) == shown
    switch = page.locator(".raw-switch")
    switch.click()
    assert switch.get_attribute("aria-pressed") == "true"
    assert page.evaluate(OFFICIAL) == report.body.replace("\n", "")
    switch.click()
    assert page.evaluate(OFFICIAL) == shown


def test_skip_link(reader: Visitor) -> None:
    """The first tab shows the skip link, which leads past the navigation to the main part."""
    page = reader.open(SECTION)
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.className") == "skip"
    box = page.locator(".skip").bounding_box()
    assert box["y"] >= 0
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    assert page.url.endswith("#_main")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


def test_keyboard_reaches_everything_in_order(reader: Visitor) -> None:
    """Tab reaches every link and control of a section page in reading order, each visibly focused."""
    page = reader.open(SECTION)
    reader.draw_charts()
    page.evaluate(FROM_THE_TOP)
    stops = page.evaluate(TABBABLE)
    assert len(stops) > 40
    reached = []
    for _ in stops:
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        reached.append(focus["stop"])
        assert focus["ring"], focus
        assert focus["shown"], focus
    assert reached == stops
    assert reader.faults == []


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_item_of_a_navigation_is_empty(reader: Visitor, width: int) -> None:
    """Whatever the width, each item that is there holds a link that is there."""
    page = reader.open("2023/index.html")
    page.set_viewport_size({"width": width, "height": 800})
    items = page.locator("nav li:visible")
    assert items.count() > 0
    assert [item.inner_text() for item in items.all() if item.locator("a:visible").count() == 0] == []
