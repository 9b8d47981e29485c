"""`catalog.jsonld`: the site's data as a DCAT 3 catalogue, for data portals: each report's is a dataset, all of them a series."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ...model import addresses
from ...model.catalogue import DataLicence, SiteConfig
from ...model.findings import Findings, ReportFindings
from ...model.numeral import is_year
from ...model.report import Report
from ..frame.dates import iso_date
from ..frame.labels import find_last_change
from ..json_file import render_json_file
from .fields import ALL_FACTS, FACTS

CATALOGUE = "data/catalog.jsonld"
CONTEXT: Mapping[str, Any] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{name: {"@id": f"dct:{name}", "@language": "zh"} for name in ("title", "description")},
    "keyword": {"@id": "dcat:keyword", "@language": "zh"},
    "label": {"@id": "rdfs:label", "@language": "zh"},
    "name": {"@id": "foaf:name", "@language": "zh"},
    **{name: {"@id": f"dct:{name}", "@type": "xsd:date"} for name in ("issued", "modified")},
    **{name: {"@id": f"dcat:{name}", "@type": "xsd:gYear"} for name in ("startDate", "endDate")},
    **{name: {"@id": f"dct:{name}", "@type": "@id"} for name in ("license", "language", "conformsTo")},
    **{name: f"dct:{name}" for name in ("creator", "publisher", "rights", "source", "temporal")},
    **{
        name: {"@id": f"dcat:{name}", "@type": "@id"}
        for name in ("accessURL", "downloadURL", "inSeries", "landingPage", "mediaType")
    },
    "byteSize": {"@id": "dcat:byteSize", "@type": "xsd:nonNegativeInteger"},
    "dataset": "dcat:dataset",
    "distribution": "dcat:distribution",
    "checksum": "spdx:checksum",
    "algorithm": {"@id": "spdx:algorithm", "@type": "@id"},
    "checksumValue": {"@id": "spdx:checksumValue", "@type": "xsd:hexBinary"},
    "homepage": {"@id": "foaf:homepage", "@type": "@id"},
}
"""The words used below, each with its meaning: no file of another site is needed to read them."""
CHINESE = "http://id.loc.gov/vocabulary/iso639-1/zh"
MEDIA = "https://www.iana.org/assignments/media-types/"
SERIES, ALL = "#_reports", "#_all"
"""No report's id begins so."""
Resource = Mapping[str, Any]


def render_catalogue(findings: Findings, resources: Sequence[Resource]) -> bytes:
    """Return the catalogue. Addresses are seen from where it stands; with a base URL it says where that is."""
    site = findings.project.site
    base = {"@base": addresses.absolute(site.base_url, CATALOGUE)} if site.base_url else {}
    catalogue = {
        "@context": {**base, **CONTEXT},
        "@id": posixpath.basename(CATALOGUE),
        "@type": "dcat:Catalog",
        "title": site.name,
        "description": site.notice,
        "publisher": _describe_agent(site.name),
        "language": CHINESE,
        "homepage": "../index.html",
        **_say_date("modified", max((change.date for change in site.changes), default="")),
        **_describe_terms(site.data_licence),
        "dataset": list(_list_datasets(findings, resources)),
    }
    return render_json_file(catalogue)


def _list_datasets(findings: Findings, resources: Iterable[Resource]) -> Iterator[dict[str, Any]]:
    """Yield the series, the tables of all years, and what each report's numbers come in."""
    site, groups = findings.project.site, _group_resources(resources)
    yield {
        "@id": SERIES,
        "@type": "dcat:DatasetSeries",
        "title": site.name,
        "description": site.description,
        "publisher": _describe_agent(site.name),
        **_describe_terms(site.data_licence),
    }
    yield {
        "@id": ALL,
        "@type": "dcat:Dataset",
        "title": ALL_FACTS.title,
        "description": ALL_FACTS.about,
        **_describe_common(site),
        "distribution": groups.get("", []),
    }
    for entry in findings.reports:
        yield _describe_dataset(findings, entry, groups.get(entry.report.id, []))


def _describe_dataset(
    findings: Findings, entry: ReportFindings, distributions: list[dict[str, Any]]
) -> dict[str, Any]:
    report, site = entry.report, findings.project.site
    stated = {fact.indicator.theme for fact in entry.facts}
    year = {"@type": "dct:PeriodOfTime", "startDate": report.id, "endDate": report.id}
    return {
        "@id": f"#{report.id}",
        "@type": "dcat:Dataset",
        "title": f"{report.title}：{FACTS.title}",
        "description": FACTS.about,
        **_describe_common(site),
        "inSeries": SERIES,
        "landingPage": f"../{addresses.report_page(report, 'index')}",
        **_say_date("modified", find_last_change(site, report)),
        **({"temporal": year} if is_year(report.id) else {}),
        "keyword": [theme.name for theme in findings.project.themes if theme.id in stated],
        "source": _describe_source(report),
        "distribution": distributions,
    }


def _describe_common(site: SiteConfig) -> dict[str, Any]:
    return {
        "creator": _describe_agent(site.name),
        "language": CHINESE,
        **_describe_terms(site.data_licence),
    }


def _describe_source(report: Report) -> dict[str, Any]:
    """Return the official document."""
    fields = report.disclosure
    return {
        **({"@id": report.source_url} if report.source_url else {}),
        "@type": "foaf:Document",
        "title": report.title,
        **_say_date("issued", iso_date(fields.published)),
        **({"publisher": _describe_agent(fields.publisher)} if fields.publisher else {}),
    }


def _group_resources(resources: Iterable[Resource]) -> dict[str, list[dict[str, Any]]]:
    """Return the files by the folder that they stand in: a report's id, or none."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for resource in resources:
        groups.setdefault(posixpath.dirname(resource["path"]), []).append(_describe_file(resource))
    return groups


def _describe_file(resource: Resource) -> dict[str, Any]:
    path = resource["path"]
    folder, name = posixpath.split(path)
    columns = f"{path}-metadata.json" if folder else "csv-metadata.json"
    return {
        "@type": "dcat:Distribution",
        "title": name,
        "description": resource["description"],
        "accessURL": path,
        "downloadURL": path,
        "mediaType": MEDIA + resource["mediatype"],
        "byteSize": str(resource["bytes"]),
        "checksum": {
            "@type": "spdx:Checksum",
            "algorithm": "spdx:checksumAlgorithm_sha256",
            "checksumValue": resource["hash"].partition(":")[2],
        },
        **({"conformsTo": columns} if resource["format"] == "csv" else {}),
        **({"rights": _describe_rights(resource["licenses"][0]["title"])} if "licenses" in resource else {}),
    }


def _describe_agent(name: str) -> dict[str, str]:
    return {"@type": "foaf:Agent", "name": name}


def _describe_terms(licence: DataLicence) -> dict[str, Any]:
    return {"license": licence.url} if licence.url else {"rights": _describe_rights(licence.name)}


def _describe_rights(words: str) -> dict[str, str]:
    return {"@type": "dct:RightsStatement", "label": words}


def _say_date(name: str, day: str) -> dict[str, str]:
    return {name: day} if day else {}
