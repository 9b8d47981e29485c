"""`datapackage.json`: every data file with its columns, size and SHA-256, as Frictionless Data Package 2 asks."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...model import addresses
from ...model.catalogue import DataLicence, SiteConfig
from ...model.findings import Findings
from ...model.report import Report
from ...model.site import compute_sha256
from ..json_file import render_json_file
from ..parts.downloads import Download
from .downloads import describe_downloads
from .fields import TABLES, DataField, DataTable
from .site_tables import SiteTable

PROFILES = "https://datapackage.org/profiles/2.0"
OFFICIAL = {"name": "other-pd", "title": "官方文件，依《中华人民共和国著作权法》第五条不受该法保护"}
KINDS = {"csv": "table", "json": "json", "xlsx": "file"}
"""Only the CSV is a table as it stands: the JSON files hold theirs under a name, the workbook has several."""
LEFT_OUT = (".zip", ".md", ".html", ".svg", ".png", "-metadata.json", "datapackage.json")
"""Files that say nothing which the others do not say."""


def render_data_package(findings: Findings, resources: Sequence[Mapping[str, Any]]) -> bytes:
    """Return the package of all reports: the files made of all of them, then each one's."""
    site, reports = findings.project.site, findings.project.reports
    return render_package("annual-reports", site.name, site, reports, resources)


def describe_resources(report: Report, files: Mapping[str, bytes]) -> Iterator[dict[str, Any]]:
    """Yield the data files of a report, as the package of all reports lists them."""
    folder = posixpath.dirname(addresses.DATA_PACKAGE)
    for file in list_resource_files(report, files):
        yield describe_resource(report, file, files[file.path], folder=folder)


def list_resource_files(report: Report, files: Mapping[str, bytes]) -> tuple[Download, ...]:
    """Return the files of a report that belong in a data package."""
    return tuple(file for file in describe_downloads(report, files) if not file.path.endswith(LEFT_OUT))


def render_package(
    name: str,
    title: str,
    site: SiteConfig,
    reports: tuple[Report, ...],
    resources: Sequence[Mapping[str, Any]],
) -> bytes:
    """Return a package's description; its address is given only when it is known."""
    package = {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": name,
        "title": title,
        "description": site.notice,
        **({"homepage": addresses.absolute(site.base_url, addresses.HOME)} if site.base_url else {}),
        "licenses": [_describe_licence(site.data_licence)],
        "sources": [_describe_source(report) for report in reports],
        "resources": resources,
    }
    return render_json_file(package)


def describe_resource(report: Report, file: Download, data: bytes, *, folder: str) -> dict[str, Any]:
    """Return one file; its path is seen from the folder of the package."""
    stem, _, ending = file.name.rpartition(".")
    table = next((table for table in TABLES if table.name == stem and ending in {"csv", "json"}), None)
    return {
        "name": f"{report.id}-{stem}-{ending}".lower(),
        "title": f"{report.title}：{file.name}",
        "description": file.about,
        "path": posixpath.relpath(file.path, folder),
        "format": ending,
        "mediatype": file.media_type,
        **({} if ending == "xlsx" else {"encoding": "utf-8"}),
        **_describe_bytes(len(data), file.sha256),
        **({"licenses": [OFFICIAL]} if ending == "txt" else {}),
        **({"type": KINDS[ending]} if ending in KINDS else {}),
        **({"schema": _describe_schema(table, _list_columns(table, data, ending))} if table else {}),
        **({"dialect": _describe_dialect(table)} if table and ending == "json" else {}),
    }


def describe_site_resource(file: SiteTable, data: bytes) -> dict[str, Any]:
    """Return one table of all reports."""
    return {
        "name": _name_site_resource(file.table.name),
        "title": file.table.title,
        "description": file.table.about,
        "path": posixpath.basename(file.path),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_describe_bytes(len(data), compute_sha256(data)),
        "type": "table",
        "schema": _describe_schema(file.table, file.table.fields),
    }


def _describe_bytes(size: int, sha256: str) -> dict[str, Any]:
    return {"bytes": size, "hash": f"sha256:{sha256}"}


def _describe_dialect(table: DataTable) -> dict[str, Any]:
    """Return where the rows stand in a JSON file: as the standard says it, and as its reference reader asks it."""
    return {"property": table.name, "json": {"property": table.name}}


def _describe_licence(licence: DataLicence) -> dict[str, str]:
    path = {"path": licence.url} if licence.url else {}
    return {"name": licence.code, "title": licence.name, **path}


def _describe_source(report: Report) -> dict[str, str]:
    path = {"path": report.source_url} if report.source_url else {}
    return {"title": _name_source(report), **path}


def _name_source(report: Report) -> str:
    fields = report.disclosure
    author = f"{fields.publisher}：" if fields.publisher else ""
    index = f"索引号 {fields.index_number}" if fields.index_number else ""
    known = "，".join(filter(None, (fields.published, index)))
    return f"{author}{report.title}" + (f"（{known}）" if known else "")


def _list_columns(table: DataTable, data: bytes, ending: str) -> list[DataField]:
    """Return the columns in the order of the file, which differs between JSON and CSV."""
    rows = json.loads(data)[table.name] if ending == "json" else []
    order = list(rows[0]) if rows else [field.name for field in table.fields]
    return sorted(table.fields, key=lambda field: order.index(field.name))


def _describe_schema(table: DataTable, columns: Sequence[DataField]) -> dict[str, Any]:
    return {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_describe_field(field) for field in columns],
        "primaryKey": list(table.key),
        **_describe_reference(table),
        "missingValues": [""],
    }


def _describe_reference(table: DataTable) -> dict[str, Any]:
    if table.refers is None:
        return {}
    column, other, aim = table.refers
    return {
        "foreignKeys": [
            {"fields": [column], "reference": {"resource": _name_site_resource(other), "fields": [aim]}}
        ]
    }


def _name_site_resource(table: str) -> str:
    return f"all-{table}-csv"


def _describe_field(field: DataField) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if field.required:
        constraints["required"] = True
    if field.unique:
        constraints["unique"] = True
    if field.codes:
        constraints["enum"] = [code for code, _ in field.codes]
    return {
        "name": field.name,
        "title": field.title,
        "description": field.explanation,
        "type": field.type,
        **({"constraints": constraints} if constraints else {}),
    }
