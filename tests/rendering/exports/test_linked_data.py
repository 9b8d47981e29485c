"""Do machines that read pages learn the report and every number of it, as schema.org says such things?"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

from built import BuiltSite
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
