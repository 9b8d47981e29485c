"""Prove the DCAT catalogue, value by value: every dataset, every file with its size and digest, and nothing else."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from typing import Any

from ..model.findings import Findings, ReportFindings
from ..model.report import Report
from ..model.site import Site, compute_sha256, compute_size, read_artifact
from ..problems import Problem
from .around import TABLES
from .columns import MEDIA, OFFICIAL, SITE_TITLES
from .documents.compared import WORDS, Said, check_same
from .inventory import list_packaged
from .scopes.site import find_last_change
from .scopes.words import is_calendar_year, read_day

CATALOGUE = "data/catalog.jsonld"
DCT, DCAT, XSD = (
    "http://purl.org/dc/terms/",
    "http://www.w3.org/ns/dcat#",
    "http://www.w3.org/2001/XMLSchema#",
)
ZH = "http://id.loc.gov/vocabulary/iso639-1/zh"


def check_catalogue(findings: Findings, site: Site) -> Iterator[Problem | Said]:
    """Yield faults of the catalogue, and its words."""
    config = findings.project.site
    base = config.base_url.rstrip("/")
    terms, agent = _say_terms(findings), _say_agent(config.name)
    wanted = {
        "@context": {**({"@base": f"{base}/{CATALOGUE}"} if base else {}), **_say_context()},
        "@id": "catalog.jsonld",
        "@type": "dcat:Catalog",
        "title": config.name,
        "description": config.notice,
        "publisher": agent,
        "language": ZH,
        "homepage": "../index.html",
        **_keep(modified=max((change.date for change in config.changes), default="")),
        **terms,
        "dataset": [
            {
                "@id": "#_reports",
                "@type": "dcat:DatasetSeries",
                "title": config.name,
                "description": config.description,
                "publisher": agent,
                **terms,
            },
            {
                "@id": "#_all",
                "@type": "dcat:Dataset",
                "title": SITE_TITLES["facts"],
                "description": WORDS,
                "creator": agent,
                "language": ZH,
                **terms,
                "distribution": _list_files(site, TABLES),
            },
            *(_say_dataset(findings, entry, site) for entry in findings.reports),
        ],
    }
    yield from check_same(CATALOGUE, read_artifact(site, CATALOGUE), wanted, "catalogue")


def _say_dataset(findings: Findings, entry: ReportFindings, site: Site) -> dict[str, Any]:
    report = entry.report
    themes = {fact.indicator.theme for fact in entry.facts}
    year = {"@type": "dct:PeriodOfTime", "startDate": report.id, "endDate": report.id}
    return {
        "@id": f"#{report.id}",
        "@type": "dcat:Dataset",
        "title": f"{report.title}：全部数字",
        "description": WORDS,
        "creator": _say_agent(findings.project.site.name),
        "language": ZH,
        **_say_terms(findings),
        "inSeries": "#_reports",
        "landingPage": f"../{report.id}/index.html",
        **_keep(modified=find_last_change(findings, report.id)),
        **({"temporal": year} if is_calendar_year(report.id) else {}),
        "keyword": [theme.name for theme in findings.project.themes if theme.id in themes],
        "source": _say_source(report),
        "distribution": _list_files(site, [f"data/{report.id}/{name}" for name in list_packaged()]),
    }


def _say_source(report: Report) -> dict[str, Any]:
    fields = report.disclosure
    return {
        **_keep(**{"@id": report.source_url}),
        "@type": "foaf:Document",
        "title": report.title,
        **_keep(issued=read_day(fields.published)),
        **({"publisher": _say_agent(fields.publisher)} if fields.publisher else {}),
    }


def _list_files(site: Site, paths: Sequence[str]) -> list[dict[str, Any]]:
    """Return what is said of each file, in the order of the packages."""
    return [_say_file(site, path) for path in paths]


def _say_file(site: Site, path: str) -> dict[str, Any]:
    data, place = site.get(path, b""), path.removeprefix("data/")
    ending = path.rpartition(".")[2]
    columns = f"{place}-metadata.json" if "/" in place else "csv-metadata.json"
    return {
        "@type": "dcat:Distribution",
        "title": posixpath.basename(path),
        "description": WORDS,
        "accessURL": place,
        "downloadURL": place,
        "mediaType": f"https://www.iana.org/assignments/media-types/{MEDIA.get(ending, '')}",
        "byteSize": str(compute_size(data)),
        "checksum": {
            "@type": "spdx:Checksum",
            "algorithm": "spdx:checksumAlgorithm_sha256",
            "checksumValue": compute_sha256(data),
        },
        **({"conformsTo": columns} if ending == "csv" else {}),
        **({"rights": {"@type": "dct:RightsStatement", "label": OFFICIAL}} if ending == "txt" else {}),
    }


def _say_context() -> dict[str, Any]:
    """Return the meaning of every word of the catalogue."""
    chinese, address = {"@language": "zh"}, {"@type": "@id"}
    day, year = {"@type": "xsd:date"}, {"@type": "xsd:gYear"}
    typed = {
        "dct:title": chinese, "dct:description": chinese, "dcat:keyword": chinese, "rdfs:label": chinese, "foaf:name": chinese,
        "dct:issued": day, "dct:modified": day, "dcat:startDate": year, "dcat:endDate": year,
        "dct:license": address, "dct:language": address, "dct:conformsTo": address, "dcat:accessURL": address,
        "dcat:downloadURL": address, "dcat:inSeries": address, "dcat:landingPage": address, "dcat:mediaType": address,
        "foaf:homepage": address, "spdx:algorithm": address, "dcat:byteSize": {"@type": "xsd:nonNegativeInteger"},
        "spdx:checksumValue": {"@type": "xsd:hexBinary"},
    }  # fmt: skip
    plain = (
        "dct:creator", "dct:publisher", "dct:rights", "dct:source", "dct:temporal", "dcat:dataset",
        "dcat:distribution", "spdx:checksum",
    )  # fmt: skip
    return {
        "dcat": DCAT,
        "dct": DCT,
        "foaf": "http://xmlns.com/foaf/0.1/",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "spdx": "http://spdx.org/rdf/terms#",
        "xsd": XSD,
        **{word.partition(":")[2]: {"@id": word, **kind} for word, kind in typed.items()},
        **{word.partition(":")[2]: word for word in plain},
    }


def _say_terms(findings: Findings) -> dict[str, Any]:
    licence = findings.project.site.data_licence
    if licence.url:
        return {"license": licence.url}
    return {"rights": {"@type": "dct:RightsStatement", "label": licence.name}}


def _say_agent(name: str) -> dict[str, str]:
    return {"@type": "foaf:Agent", "name": name}


def _keep(**values: str) -> dict[str, str]:
    """Return what is known."""
    return {name: value for name, value in values.items() if value}
