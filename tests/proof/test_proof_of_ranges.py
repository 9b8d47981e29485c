"""A rate printed as a range is published with both its ends, and the proof knows what lies between them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from built import BuiltSite, build_project
from sample_projects import copy_fixture, replace_in, reseal

CHECKS, XBRL = "data/2023/checks.json", "data/2023/facts.xbrl.json"
RATE = "help-closing-rate"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Build the small project with a rate from 95% to 99%."""
    folder: Path = tmp_path_factory.mktemp("ranges")
    content = copy_fixture("small", folder)
    report = content / "reports/2023.md"
    replace_in(report, "[99.5%]{fact=help-closing-rate}", "[95%—99%]{fact=help-closing-rate}")
    replace_in(report.with_suffix(".txt"), "办结率达99.5%", "办结率达95%—99%")
    reseal(report)
    return build_project(content, folder / "_site")


def test_a_range_is_published(site: BuiltSite) -> None:
    """What a range allows reaches from the lower end to the upper one, half a digit beyond both."""
    checks = {check["id"]: check for check in json.loads(site.read(CHECKS))["checks"]}
    assert checks[RATE]["interval"] == ["94.5", "99.5"]
    assert site.prove_changed(CHECKS, '"99.5"', '"95.5"')


def test_both_ends_are_shifted(site: BuiltSite) -> None:
    """XBRL writes shares as plain numbers: the upper end as the value."""
    fact = json.loads(site.read(XBRL))["facts"][RATE]
    assert (fact["value"], fact["dimensions"]["r:Upper"]) == ("0.95", "0.99")
    assert site.prove_changed(XBRL, '"r:Upper": "0.99"', '"r:Upper": "99"')
