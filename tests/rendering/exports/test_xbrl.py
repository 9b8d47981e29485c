"""Does Arelle load the XBRL report offline, find the report's numbers in it, and check its sums?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from built import ROOT, BuiltSite, build_project
from chuxiong_setup.tool_packages import find_xbrl_folders
from chuxiong_site.rendering.data.xbrl import name_in_xml
from npm_tools import require
from sample_projects import copy_fixture

REPORT, TAXONOMY = "facts.xbrl.json", "indicators.xsd"
UNCHANGED: Mapping[str, tuple[str, str]] = {}
PATH = f"data/2023/{REPORT}"


def read_with_arelle(folder: Path) -> dict[str, Any]:
    """Return what Arelle says of the report in a folder."""
    require("Arelle")
    command = (sys.executable, str(ROOT / "tests" / "read_xbrl.py"), str(folder / REPORT))
    path = os.pathsep.join(map(str, find_xbrl_folders(ROOT)))
    environment = {**os.environ, "PYTHONPATH": path, "XDG_CONFIG_HOME": str(folder / "settings")}
    result = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stderr
    said: dict[str, Any] = json.loads(result.stdout.splitlines()[-1])
    return said


def lay_out(
    site: BuiltSite, folder: Path, year: str = "2023", changes: Mapping[str, tuple[str, str]] = UNCHANGED
) -> Path:
    """Write the two files of a report into a folder, with one place changed in what is named."""
    for name in (REPORT, TAXONOMY):
        text = site.read(f"data/{year}/{name}").decode("utf-8")
        old, new = changes.get(name.partition(".")[0], ("", ""))
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.mark.needs("Arelle")
@pytest.mark.parametrize("year", ["2023", "2022"])
def test_arelle_finds_the_numbers(built_site: BuiltSite, tmp_path: Path, year: str) -> None:
    """No error; every named number is a fact of its concept with its exact value, unit, year and dimensions."""
    said = read_with_arelle(lay_out(built_site, tmp_path, year))
    assert said["errors"] == [], said["told"]
    own = next(entry for entry in built_site.findings.reports if entry.report.id == year)
    facts = {fact["id"]: fact for fact in said["facts"]}
    assert facts.keys() == {fact.id for fact in own.facts if fact.named}
    for fact in (fact for fact in own.facts if fact.named):
        found = facts[fact.id]
        share = Decimal(100) if fact.unit == "%" else Decimal(1)
        assert Decimal(found["value"]) * share == fact.value
        assert found["unit"] == (["pure"] if fact.unit in {"%", ""} else [name_in_xml(fact.unit)])
        assert (found["concept"], str(found["year"])) == (fact.indicator.id, str(fact.year))
        assert found["dimensions"].get("Qualifier") == (fact.qualifier.value if fact.qualifier else None)
        assert (found["dimensions"].get("Role"), found["dimensions"].get("Of")) == (fact.role, fact.of)
        assert found["entity"] == own.report.disclosure.publisher
    for indicator in {fact.indicator.id: fact.indicator for fact in own.facts if fact.named}.values():
        assert said["labels"][indicator.id]["zh"] == indicator.name


@pytest.mark.needs("Arelle")
def test_arelle_checks_the_sums(built_site: BuiltSite, tmp_path: Path) -> None:
    """A total that is not what its parts come to is told: the sums are there and are computed."""
    said = read_with_arelle(
        lay_out(built_site, tmp_path, changes={"facts": ('"value": "318"', '"value": "319"')})
    )
    assert said["errors"] == ["calc11e:inconsistentCalculationUsingRounding"]
    assert "public-comments" in said["told"]


@pytest.mark.needs("Arelle")
@pytest.mark.parametrize(
    "changes",
    [
        {"facts": ("r:public-comments", "r:public-comment")},
        {"facts": ('"value": "318"', '"value": "many"')},
        {"indicators": ("decimalItemType", "dateItemType")},
        {"indicators": ("#Words", "#Word")},
    ],
)
def test_arelle_refuses_what_is_wrong(
    built_site: BuiltSite, tmp_path: Path, changes: dict[str, tuple[str, str]]
) -> None:
    """An unknown concept, a word for a number, another type, a dimension without its kind: an error each."""
    assert read_with_arelle(lay_out(built_site, tmp_path, changes=changes))["errors"]


@pytest.mark.needs("Arelle")
def test_a_report_without_names(tmp_path: Path) -> None:
    """Where no number has a name, both files are valid and empty."""
    bare = build_project(copy_fixture("bare", tmp_path), tmp_path / "_site", allowed=frozenset({"W411"}))
    said = read_with_arelle(lay_out(bare, tmp_path))
    assert (said["errors"], said["facts"]) == ([], [])


def read_facts(site: BuiltSite) -> dict[str, Any]:
    """Return the facts of the newest report as the file has them."""
    facts: dict[str, Any] = json.loads(site.read(PATH))["facts"]
    return facts


def test_precision_is_that_of_the_print(built_site: BuiltSite) -> None:
    """Exact numbers are exact; of rounded ones the last printed digit counts: 97.65% to the fourth place, 86.45万 to hundreds."""
    facts = read_facts(built_site)
    for fact in built_site.report_findings.facts:
        if fact.named and fact.surface in {"97.65%", "86.45万件", "2.84亿元"}:
            expected = {"97.65%": 4, "86.45万件": -2, "2.84亿元": -6}[fact.surface]
            assert facts[fact.id]["decimals"] == expected
    exact = [fact for fact in built_site.report_findings.facts if fact.id == "public-comments"]
    assert [fact.surface for fact in exact] == ["318条"]
    assert "decimals" not in facts["public-comments"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("件", "件"),
        ("件(次)", "件_x0028_次_x0029_"),
        ("元/平方米", "元_x002F_平方米"),
        ("a_b", "a_x005F_b"),
        ("2月", "_x0032_月"),
    ],
)
def test_units_are_names(words: str, name: str) -> None:
    """What no XML name may hold is written as its number; what looks like that, too."""
    assert name_in_xml(words) == name


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (PATH, '"value": "318"', '"value": "319"'),
        (PATH, '"decimals": 4', '"decimals": 3'),
        (PATH, '"r:Qualifier": "approximate"', '"r:Qualifier": "at_least"'),
        (PATH, '"unit": "u:件"', '"unit": "u:个"'),
        (PATH, "2023-01-01", "2022-01-01"),
        (PATH, '"r:Role": "before"', '"r:Role": "after"'),
        (PATH, '"taxonomy": [', '"taxonomy": ["other.xsd", '),
        (f"data/2023/{TAXONOMY}", 'weight="1"', 'weight="-1"'),
        (f"data/2023/{TAXONOMY}", "comments-online", "comments-meetings"),
        (f"data/2023/{TAXONOMY}", "余", "整"),
        (f"data/2023/{TAXONOMY}", "</link:label>", "。</link:label>"),
        (f"data/2023/{TAXONOMY}", "decimalItemType", "stringItemType"),
    ],
)
def test_damage_is_found(built_site: BuiltSite, path: str, old: str, new: str) -> None:
    """Another value, precision, qualifier, unit, year, role, sum, name or type: the proof names the file."""
    assert built_site.prove_changed(path, old, new)


def test_a_number_too_few_or_too_many(built_site: BuiltSite) -> None:
    """A fact that is left out, or stands there twice, is told."""
    document = json.loads(built_site.read(PATH))
    first, *rest = document["facts"]
    fewer = {**document, "facts": {id: document["facts"][id] for id in rest}}  # noqa: A001
    more = {**document, "facts": {**document["facts"], "more": document["facts"][first]}}
    for changed in (fewer, more):
        assert built_site.prove(PATH, json.dumps(changed, ensure_ascii=False).encode())


@pytest.mark.parametrize(
    "pattern",
    [
        r"<xs:element name=\"[a-z][^>]*>\n",
        r"<link:calculationArc[^>]*>\n",
        r"<link:label [^>]*>[^<]*</link:label>\n",
    ],
)
def test_an_element_left_out(built_site: BuiltSite, pattern: str) -> None:
    """A concept, a part of a sum, or a name that is missing is told."""
    assert built_site.prove_without(f"data/2023/{TAXONOMY}", pattern)
