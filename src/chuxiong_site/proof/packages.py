"""Prove the data package and the archive: their files are those of the site, with true sizes and digests."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from ..model.findings import Findings, ReportFindings
from ..model.site import Artifact, Site, compute_sha256, compute_size, read_artifact
from ..problems import Problem
from .around import SITE_DATA
from .documents.tables import UnreadableError, read_json, say_cell
from .documents.utterance import Utterance
from .faults import create_fault
from .inventory import list_packaged
from .scopes.references import say_bibtex

Said = tuple[str, Utterance]
DATA_PACKAGE = "data/datapackage.json"


def check_data_package(findings: Findings, site: Site) -> Iterator[Problem | Said]:
    """Yield faults of the site's package, and its utterances."""
    folder = posixpath.dirname(DATA_PACKAGE)
    wanted = [path.removeprefix("data/") for path in SITE_DATA if path.endswith(".csv")]
    wanted += [f"{entry.report.id}/{name}" for entry in findings.reports for name in list_packaged()]
    yield from _check_package(
        DATA_PACKAGE,
        read_artifact(site, DATA_PACKAGE),
        lambda name: site.get(posixpath.normpath(posixpath.join(folder, name))),
        wanted,
    )


def _check_package(
    path: str,
    data: bytes,
    find: Callable[[str], Artifact | None],
    wanted: Collection[str],
    folder: str = "",
) -> Iterator[Problem | Said]:
    try:
        package = read_json(data)
        resources = package["resources"]
    except (UnreadableError, KeyError, TypeError):
        yield create_fault(path, "读不出数据包说明", "完好的数据包说明")
        return
    listed = {say_cell(resource.get("path")) for resource in resources}
    for name in sorted({*wanted} ^ listed):
        yield create_fault(path, f"多出或者没有列出 {name}", "全部数据文件")
    for resource in resources:
        name = say_cell(resource.get("path"))
        file = find(name)
        size, digest = compute_size(file or b""), f"sha256:{compute_sha256(file or b'')}"
        if file is None:
            yield create_fault(path, f"没有 {name}", "数据包列出的文件")
        elif (resource.get("bytes"), resource.get("hash")) != (size, digest):
            yield create_fault(path, f"{name} 的大小或校验值不同", f"{size}，{digest}")
    yield from ((path, said) for said in _read_words(package, folder))


def _read_words(value: Any, folder: str, place: str = "package", link: str = "") -> Iterator[Utterance]:
    """Yield the words of a package's description; sizes and digests are compared, not read."""
    if isinstance(value, dict):
        link = folder + say_cell(value["path"]) if "path" in value else link
        for name, inner in value.items():
            if name not in {"bytes", "hash"}:
                yield from _read_words(inner, folder, f"{place}:{name}", link)
    elif isinstance(value, list) and all(isinstance(inner, str) for inner in value):
        yield Utterance(text=" ".join(value), role=place, link=link)
    elif isinstance(value, list):
        for inner in value:
            yield from _read_words(inner, folder, place, link)
    else:
        yield Utterance(text=say_cell(value), role=place, link=link)


def check_archive(report_findings: ReportFindings, site: Site) -> Iterator[Problem | Said]:
    """Yield faults of a report's archive, and the utterances in it."""
    report = report_findings.report
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
    yield from _check_package(
        path, inside.get("datapackage.json", b""), inside.get, list_packaged(), f"{report.id}/"
    )
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
