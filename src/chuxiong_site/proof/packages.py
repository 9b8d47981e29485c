"""Prove the data package and the archive: their files are those of the site, with true sizes and digests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..model.catalogue import DataLicence
from ..model.findings import Findings, ReportFindings
from ..model.report import Report
from ..model.site import Artifact, Site, compute_sha256, compute_size, read_artifact
from ..problems import Problem
from .columns import CODES, EMPTY, IN_JSON, KEYS, MEDIA, OFFICIAL, SITE_TITLES, TITLES, TYPES
from .documents.compared import WORDS, Said, check_same
from .documents.tables import UnreadableError, read_json, say_cell
from .documents.utterance import Utterance
from .faults import create_fault
from .inventory import list_packaged
from .scopes.references import say_bibtex, say_reference

DATA_PACKAGE = "data/datapackage.json"
PROFILES = "https://datapackage.org/profiles/2.0"
KINDS = {"csv": "table", "json": "json", "xlsx": "file"}


def check_data_package(findings: Findings, site: Site) -> Iterator[Problem | Said]:
    """Yield faults of the site's package, and its words."""
    resources = [_say_site_table(name, site.get(f"data/{name}.csv", b"")) for name in SITE_TITLES]
    for entry in findings.reports:
        folder = f"{entry.report.id}/"
        files = {name: site.get(f"data/{folder}{name}", b"") for name in list_packaged()}
        resources += [_say_file(entry, name, folder, data) for name, data in files.items()]
    about = ("annual-reports", findings.project.site.name)
    reports = [entry.report for entry in findings.reports]
    wanted = _say_package(findings, *about, reports, resources)
    yield from _check_package(DATA_PACKAGE, read_artifact(site, DATA_PACKAGE), wanted)


def _check_package(path: str, data: bytes, wanted: Mapping[str, Any]) -> Iterator[Problem | Said]:
    """Yield the files that are listed wrongly, or else whatever is said otherwise than it has to be."""
    try:
        resources = {say_cell(resource.get("path")): resource for resource in read_json(data)["resources"]}
    except (UnreadableError, KeyError, TypeError, AttributeError):
        yield create_fault(path, "读不出数据包说明", "完好的数据包说明")
        return
    right = {resource["path"]: resource for resource in wanted["resources"]}
    for name in sorted(right.keys() ^ resources.keys()):
        yield create_fault(path, f"多出或者没有列出 {name}", "全部数据文件")
    for name in right.keys() & resources.keys():
        size, digest = (right[name][key] for key in ("bytes", "hash"))
        if (resources[name].get("bytes"), resources[name].get("hash")) != (size, digest):
            yield create_fault(path, f"{name} 的大小或校验值不同", f"{size}，{digest}")
    if right.keys() == resources.keys():
        yield from check_same(path, data, wanted, "package")


def _say_package(
    findings: Findings,
    name: str,
    title: str,
    reports: Sequence[Report],
    resources: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    site = findings.project.site
    sources = [{"title": say_reference(report), **_keep(path=report.source_url)} for report in reports]
    base = site.base_url.rstrip("/")
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": name,
        "title": title,
        "description": site.notice,
        **_keep(homepage=base and f"{base}/index.html"),
        "licenses": [_say_licence(site.data_licence)],
        "sources": sources,
        "resources": resources,
    }


def _say_licence(licence: DataLicence) -> dict[str, str]:
    return {"name": licence.code, "title": licence.name, **_keep(path=licence.url)}


def _say_site_table(table: str, data: Artifact) -> dict[str, Any]:
    named = f"all-{table}"
    return {
        "name": f"{named}-csv",
        "title": SITE_TITLES[table],
        **_say_bytes(f"{table}.csv", data),
        "schema": _say_schema(named, TITLES[named]),
    }


def _say_file(own: ReportFindings, name: str, folder: str, data: Artifact) -> dict[str, Any]:
    """Return what is said of a file of a report; `folder` is where it lies, seen from the package."""
    stem, _, ending = name.rpartition(".")
    table = stem if ending in {"csv", "json"} and stem in TITLES else ""
    order = IN_JSON if name == "facts.json" and own.facts else TITLES.get(table, ())
    rows = {"property": table, "json": {"property": table}}
    return {
        "name": f"{own.report.id}-{stem}-{ending}".lower(),
        "title": f"{own.report.title}：{name}",
        **_say_bytes(f"{folder}{name}", data),
        **({"licenses": [{"name": "other-pd", "title": OFFICIAL}]} if ending == "txt" else {}),
        **({"schema": _say_schema(table, order)} if table else {}),
        **({"dialect": rows} if table and ending == "json" else {}),
    }


def _say_bytes(path: str, data: Artifact) -> dict[str, Any]:
    ending = path.rpartition(".")[2]
    return {
        "description": WORDS,
        "path": path,
        "format": ending,
        "mediatype": MEDIA[ending],
        **_keep(encoding="" if ending == "xlsx" else "utf-8", type=KINDS.get(ending, "")),
        "bytes": compute_size(data),
        "hash": f"sha256:{compute_sha256(data)}",
    }


def _say_schema(table: str, order: Sequence[str] | Mapping[str, str]) -> dict[str, Any]:
    aim = {"resource": "all-indicators-csv", "fields": ["id"]}
    refers = {"foreignKeys": [{"fields": ["indicator"], "reference": aim}]} if table == "all-facts" else {}
    return {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_say_field(table, name) for name in order],
        "primaryKey": KEYS[table],
        **refers,
        "missingValues": [""],
    }


def _say_field(table: str, name: str) -> dict[str, Any]:
    limits = {
        **({} if name in EMPTY[table] else {"required": True}),
        **({"unique": True} if KEYS[table] == ["id"] == [name] else {}),
        **({"enum": [*CODES[name]]} if name in CODES else {}),
    }
    return {
        "name": name,
        "title": TITLES[table][name],
        "description": WORDS,
        "type": TYPES.get(name, "string"),
        **({"constraints": limits} if limits else {}),
    }


def _keep(**values: str) -> dict[str, str]:
    """Return what is known."""
    return {name: value for name, value in values.items() if value}


def check_archive(findings: Findings, own: ReportFindings, site: Site) -> Iterator[Problem | Said]:
    """Yield faults of a report's archive, and the utterances in it."""
    report = own.report
    path = f"data/{report.id}.zip"
    try:
        with zipfile.ZipFile(io.BytesIO(read_artifact(site, path))) as archive:
            inside = {name.removeprefix(f"{report.id}/"): archive.read(name) for name in archive.namelist()}
    except zipfile.BadZipFile:
        yield create_fault(path, "读不出压缩包", "完好的压缩包")
        return
    wanted = _list_members(report.id, site)
    for name in sorted(wanted.keys() | (inside.keys() - {"README.txt", "datapackage.json"})):
        if inside.get(name) != wanted.get(name):
            yield create_fault(path, f"{name} 缺少、多出或者内容不同", "与网站上的文件相同")
    resources = [_say_file(own, name, "", inside.get(name, b"")) for name in list_packaged()]
    package = _say_package(findings, f"report-{report.id}".lower(), report.title, [report], resources)
    yield from _check_package(path, inside.get("datapackage.json", b""), package)
    words = inside.get("README.txt", b"").decode("utf-8", "replace").replace("\r\n", "\n")
    bibtex = say_bibtex(report)
    if bibtex not in words:
        yield create_fault(path, "README.txt 里的 BibTeX 不同", bibtex)
    for line in words.replace(bibtex, "").split("\n"):
        yield path, Utterance(text=line.strip(), role="readme")


def _list_members(report_id: str, site: Site) -> Mapping[str, bytes]:
    """Return the files of a report that the archive has to hold: its data files, and its one-file edition."""
    folder = f"data/{report_id}/"
    members = {
        path.removeprefix(folder): data
        for path, data in site.items()
        if path.startswith(folder) and "/" not in path.removeprefix(folder) and not path.endswith(".js")
    }
    members["offline.html"] = site.get(f"data/{report_id}-offline.html", b"")
    return {name: data for name, data in members.items() if isinstance(data, bytes)}
