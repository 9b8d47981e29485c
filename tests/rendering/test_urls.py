"""Paths of the site: relative to its root, ending in a file name, stable."""

from __future__ import annotations

import pytest

from chuxiong_site.model import addresses
from report_samples import build_fact, build_report, find


def test_paths_of_a_report() -> None:
    """Pages lie under the report's own name, data under data/."""
    report = build_report()
    assert addresses.report_page(report, "full") == "2023/full.html"
    assert addresses.data_file(report, "facts.json") == "data/2023/facts.json"
    assert addresses.indicator_page("cases") == "indicators/cases.html"


@pytest.mark.parametrize(
    ("number", "path"),
    [
        ("T", "2023/full.html"),
        ("0", "2023/preamble.html"),
        ("1", "2023/faster.html"),
        ("1.1", "2023/faster.html"),
        ("2", "2023/people.html"),
    ],
)
def test_page_of_a_section(number: str, path: str) -> None:
    """A part's heading stands on its first section's page, the title line on the full page."""
    report = build_report()
    section = next(section for section in report.sections if section.number == number)
    assert addresses.section_href(report, section) == path


def test_address_of_a_fact() -> None:
    """A fact's address is its section's page and its id; its row's anchor can be no fact's id."""
    report = build_report()
    fact = build_fact(report, "days.before", "20天")
    assert addresses.fact_href(report, fact) == "2023/faster.html#days.before"
    assert addresses.row_id(fact.id) == "_row-days.before"


def test_address_of_a_sentence() -> None:
    """A sentence is named by section and ordinal, whatever part of it is asked for."""
    report = build_report()
    assert addresses.sentence_href(report, find(report, "短板")) == "2023/faster.html#_s1.1-3"


@pytest.mark.parametrize(("path", "root"), [("index.html", ""), ("2023/full.html", "../")])
def test_way_to_the_root(path: str, root: str) -> None:
    """Every page finds the root by relative steps alone."""
    assert addresses.relative_root(path) == root
