"""Are the files in the data package and in the archive the very files of the site?"""

from __future__ import annotations

import hashlib
import io
import json
import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any

from ...model.report import Report
from ...model.site import Site, read_artifact
from ...problems import Problem
from .. import urls
from ..downloads import describe_downloads
from ..faults import describe_fault
from .archive import name_inside


def check_data_package(site: Site) -> Iterator[Problem]:
    """Yield every resource whose file is missing or another than described."""
    package = json.loads(read_artifact(site, urls.DATA_PACKAGE) or b"{}")
    folder = posixpath.dirname(urls.DATA_PACKAGE)
    yield from _check_resources(
        urls.DATA_PACKAGE,
        package,
        lambda name: read_artifact(site, posixpath.normpath(posixpath.join(folder, name))),
    )


def check_archive(report: Report, site: Site) -> Iterator[Problem]:
    """Yield every file of the archive that differs from the site's, and every one that is missing."""
    path = urls.archive(report)
    files = {name: data for name, data in site.items() if isinstance(data, bytes)}
    with zipfile.ZipFile(io.BytesIO(read_artifact(site, path))) as archive:
        inside = {name.removeprefix(f"{report.id}/"): archive.read(name) for name in archive.namelist()}
    for file in describe_downloads(report, files):
        if file.path in {path, urls.DATA_PACKAGE}:
            continue
        if inside.get(name_inside(report, file.path)) != files[file.path]:
            yield describe_fault(path, f"没有 {file.name} 或者内容不同", f"与 {file.path} 相同")
    package = json.loads(inside.get("datapackage.json", b"{}"))
    yield from _check_resources(path, package, lambda name: inside.get(name, b""))


def _check_resources(path: str, package: dict[str, Any], read: Any) -> Iterator[Problem]:
    resources = package.get("resources", [])
    if not resources:
        yield describe_fault(path, "数据包里没有文件", "全部数据文件")
    for resource in resources:
        data = read(resource["path"])
        digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
        if (resource["bytes"], resource["hash"]) != (len(data), digest):
            yield describe_fault(path, f"{resource['path']} 的大小或校验值不同", f"{len(data)}，{digest}")
