"""Do machines that read pages learn the report and every number of it, as schema.org says such things?"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from built import BuiltSite
from chuxiong_site.model.site import compute_digest
from chuxiong_site.rendering.elsewhere.linked_data import render_fact_data
from contexts import create_context

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def read_data(site: BuiltSite, path: str) -> dict[str, Any]:
    """Return a page's data block."""
    [block] = BLOCK.findall(site.pages[path])
    data: dict[str, Any] = json.loads(block)
    return data


def test_the_front_page_has_report_and_data(built_site: BuiltSite) -> None:
    """A Report with day, publisher and index number, and a Dataset made from it."""
    report, dataset = read_data(built_site, "2023/index.html")["@graph"]
    assert (report["@type"], dataset["@type"]) == ("Report", "Dataset")
    assert report["datePublished"] == "2024-02-05"
    assert report["publisher"]["name"] == "青禾州人民政府办公室"
    assert report["identifier"] == built_site.report_findings.report.disclosure.index_number
    assert report["isBasedOn"] == dataset["isBasedOn"] == built_site.report_findings.report.source_url
    assert dataset["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_every_file_is_a_distribution(built_site: BuiltSite) -> None:
    """Each download of the report is listed with its kind and its size; a page is no download."""
    dataset = read_data(built_site, "2023/index.html")["@graph"][1]
    sizes = {file["name"]: file.get("contentSize", "") for file in dataset["distribution"]}
    for path in ("data/2023/facts.csv", "data/2023/facts.xlsx", "data/2023.zip", "data/2023/poster.svg"):
        assert sizes[path.rpartition("/")[2]] == f"{len(built_site.read(path))} B"
    assert all(sizes.values())
    assert "text/html" not in {file["encodingFormat"] for file in dataset["distribution"]}


def test_every_fact_is_a_variable(built_site: BuiltSite) -> None:
    """The page of all facts states each with value, unit and its printed words."""
    variables = read_data(built_site, "2023/facts.html")["variableMeasured"]
    assert [(v["propertyID"], Decimal(v["value"]), v["unitText"]) for v in variables] == [
        (fact.id, fact.value, fact.unit) for fact in built_site.report_findings.facts
    ]
    for variable, fact in zip(variables, built_site.report_findings.facts, strict=True):
        assert variable["description"].endswith(fact.display)


def test_addresses_are_given_when_known(built_site: BuiltSite, addressed_site: BuiltSite) -> None:
    """Without a base URL no address of this site is invented; with one all are complete."""
    assert "url" not in read_data(built_site, "2023/facts.html")
    assert "contentUrl" not in BLOCK.findall(built_site.pages["2023/index.html"])[0]
    report, dataset = read_data(addressed_site, "2023/index.html")["@graph"]
    assert report["url"] == "https://example.org/r/2023/index.html"
    assert {
        file["contentUrl"].startswith("https://example.org/r/data/") for file in dataset["distribution"]
    } == {True}


def test_nothing_can_end_the_block(built_site: BuiltSite) -> None:
    """An indicator named like a closing tag stays data."""
    context = create_context(built_site.findings)
    fact = built_site.report_findings.facts[0]
    hostile = replace(fact, indicator=replace(fact.indicator, name="</script><b>&"))
    block = str(
        render_fact_data(
            replace(context, report_findings=replace(built_site.report_findings, facts=(hostile,)))
        )
    )
    assert not set("<>&") & set(block)
    assert json.loads(block)["variableMeasured"][0]["name"] == "</script><b>&"


def test_the_data_say_what_they_are_about(built_site: BuiltSite) -> None:
    """Subjects are the themes of the numbers, places those the report names; the version is the digest of the file."""
    dataset = read_data(built_site, "2023/index.html")["@graph"][1]
    report_findings = built_site.report_findings
    places = [place["name"] for place in dataset["spatialCoverage"]]
    assert places == [mention.name for mention in report_findings.localities] != []
    stated = {fact.indicator.theme for fact in report_findings.facts}
    names = [theme.name for theme in built_site.findings.project.themes if theme.id in stated]
    assert dataset["keywords"].split("，") == names
    assert dataset["dateModified"] == "2024-03-18"
    assert dataset["version"] == compute_digest(built_site.read("data/2023/facts.json"))


def test_nothing_is_said_of_unknown_places(small_site: BuiltSite) -> None:
    """Without a list of places there is no coverage in space."""
    assert "spatialCoverage" not in read_data(small_site, "2023/index.html")["@graph"][1]


@pytest.mark.parametrize(
    ("pattern", "new"),
    [
        (r'"dateModified":"2024', '"dateModified":"2025'),
        (r'"dateModified":"[^"]*",', ""),
        (r'"version":"', '"version":"0'),
        (r'"keywords":"', '"keywords":"天气，'),
        (r'"keywords":"[^"]*",', ""),
        (r'\{"@type":"Place","name":"[^"]*"\},', ""),
        (r'"name":"栗溪县"', '"name":"栗溪市"'),
    ],
)
def test_damage_of_what_they_are_about(built_site: BuiltSite, pattern: str, new: str) -> None:
    """Another day, version, subject or place, or one left out, is told."""
    path = "2023/index.html"
    page = built_site.pages[path]
    block = BLOCK.search(page)
    assert block is not None
    changed = re.sub(pattern, new, block[0], count=1)
    assert changed != block[0]
    assert built_site.prove(path, page.replace(block[0], changed).encode())
