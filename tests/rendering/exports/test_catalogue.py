"""Is the DCAT catalogue RDF that says of every file what the file is, and does the proof find what is changed in it?"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from urllib.parse import urljoin

import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS, RDF, XSD

from built import BuiltSite, build_project
from sample_projects import copy_fixture

pytestmark = pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph is deprecated:DeprecationWarning"
)  # its own use
PATH = "data/catalog.jsonld"
ADDRESS = "https://example.org/r/data/catalog.jsonld"
SERIES, IN_SERIES = (rdflib.URIRef(f"{DCAT}{name}") for name in ("DatasetSeries", "inSeries"))  # of DCAT 3
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")


def read_graph(site: BuiltSite, address: str = ADDRESS) -> rdflib.Graph:
    """Return the catalogue as it is read from an address."""
    return rdflib.Graph().parse(data=site.read(PATH), format="json-ld", publicID=address)


def test_it_is_a_catalogue(addressed_site: BuiltSite) -> None:
    """One catalogue has all datasets; those of reports are in the series; each has a title, a licence and a maker."""
    graph = read_graph(addressed_site)
    [catalogue] = graph.subjects(RDF.type, DCAT.Catalog)
    [series] = graph.subjects(RDF.type, SERIES)
    assert str(catalogue) == ADDRESS
    datasets = {*graph.subjects(RDF.type, DCAT.Dataset)}
    assert {*graph.objects(catalogue, DCAT.dataset)} == datasets | {series}
    of_reports = {*graph.subjects(IN_SERIES, series)}
    assert {str(dataset) for dataset in of_reports} == {f"{ADDRESS}#{year}" for year in ("2022", "2023")}
    for dataset in datasets:
        assert {graph.value(dataset, name) is None for name in (DCTERMS.title, DCTERMS.license)} == {False}
        assert graph.value(dataset, DCTERMS.creator) is not None


def test_every_file_is_described(addressed_site: BuiltSite) -> None:
    """Each distribution leads to a file of the site and states its bytes and its digest."""
    graph = read_graph(addressed_site)
    found = {*graph.subjects(RDF.type, DCAT.Distribution)}
    for distribution in found:
        path = str(graph.value(distribution, DCAT.downloadURL)).removeprefix("https://example.org/r/")
        data = addressed_site.read(path)
        checksum = graph.value(distribution, SPDX.checksum)
        assert str(graph.value(distribution, DCAT.byteSize)) == str(len(data))
        assert str(graph.value(checksum, SPDX.checksumValue)) == hashlib.sha256(data).hexdigest()
    package = json.loads(addressed_site.read("data/datapackage.json"))["resources"]
    assert len(found) == len(package)


def test_words_and_dates_have_their_types(addressed_site: BuiltSite) -> None:
    """Days are days, years are years, titles and keywords are Chinese, keywords are the themes of the report."""
    graph = read_graph(addressed_site)
    own = rdflib.URIRef(f"{ADDRESS}#2023")
    assert graph.value(own, DCTERMS.modified) == rdflib.Literal("2024-03-18", datatype=XSD.date)
    period = graph.value(own, DCTERMS.temporal)
    assert graph.value(period, DCAT.startDate) == rdflib.Literal("2023", datatype=XSD.gYear)
    stated = {fact.indicator.theme for fact in addressed_site.report_findings.facts}
    themes = {theme.name for theme in addressed_site.findings.project.themes if theme.id in stated}
    assert {*graph.objects(own, DCAT.keyword)} == {rdflib.Literal(name, lang="zh") for name in themes}


def test_without_an_address_it_is_read_from_where_it_is(built_site: BuiltSite) -> None:
    """Addresses are seen from the catalogue, wherever somebody has put the site."""
    address = "file:///anywhere/data/catalog.jsonld"
    graph = read_graph(built_site, address)
    urls = {str(url) for url in graph.objects(None, DCAT.downloadURL)}
    assert urljoin(address, "2023/facts.csv") in urls
    assert all(url.startswith("file:///anywhere/data/") for url in urls)


def test_what_is_not_known_is_not_said(small_site: BuiltSite) -> None:
    """Nothing is empty, and a report that was never corrected has no day of change."""
    assert '""' not in small_site.read(PATH).decode()
    graph = read_graph(small_site)
    days = {*graph.objects(rdflib.URIRef(f"{ADDRESS}#2023"), DCTERMS.modified)}
    assert len(days) == any(change.report == "2023" for change in small_site.findings.project.site.changes)


@pytest.mark.parametrize("id", ["all", "reports", "202306"])
def test_reports_of_any_name(tmp_path: Path, id: str) -> None:  # noqa: A002
    """No report is called as the series or the tables of all years are; only four figures are a year."""
    content = copy_fixture("bare", tmp_path)
    for ending in ("md", "txt"):
        (content / f"reports/2023.{ending}").rename(content / f"reports/{id}.{ending}")
    site = build_project(content, tmp_path / "_site", allowed=frozenset({"W411"}))
    series, tables, report = json.loads(site.read(PATH))["dataset"]
    assert report["@id"] == f"#{id}"
    assert len({series["@id"], tables["@id"], report["@id"]}) == 3
    assert report["inSeries"] == series["@id"]
    assert "temporal" not in report
    assert '"temporalCoverage"' not in "".join(site.pages.values())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"byteSize": "', '"byteSize": "1'),
        ('"全部年度的数字"', '"各年度的数字"'),
        ('"checksumValue": "', '"checksumValue": "a'),
        ('"startDate": "2023"', '"startDate": "2022"'),
        ("2023/facts.csv", "2022/facts.csv"),
        ("xsd:nonNegativeInteger", "xsd:string"),
        ("creativecommons.org/licenses/by/4.0", "creativecommons.org/licenses/by/3.0"),
        ("dcat:Dataset", "dcat:Datasets"),
        ("青禾州人民政府办公室", "青禾州人民政府"),
        ('"modified": "2024', '"modified": "2025'),
        ('"issued": "2024', '"issued": "2023'),
    ],
)
def test_damage_is_found(built_site: BuiltSite, old: str, new: str) -> None:
    """Another size, digest, day, address, type, licence or publisher: the proof names the file."""
    assert built_site.prove_changed(PATH, old, new)


@pytest.mark.parametrize("name", ["keyword", "distribution"])
@pytest.mark.parametrize("change", ["fewer", "more"])
def test_lists_are_whole(built_site: BuiltSite, name: str, change: str) -> None:
    """A keyword or a file too few or too many is told."""
    catalogue = json.loads(built_site.read(PATH))
    items = catalogue["dataset"][2][name]
    items[:] = items[:-1] if change == "fewer" else [*items, items[0]]
    assert built_site.prove(PATH, json.dumps(catalogue, ensure_ascii=False).encode())
