"""The data files that are made of all reports, in the order readers see them: the tables, then what describes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ...model import addresses
from ...model.findings import Findings
from ...model.records import dataclass
from ..parts.downloads import Download
from .csvw import render_site_metadata
from .data_package import describe_site_resource, render_data_package
from .site_tables import SITE_TABLES

Resources = list[Mapping[str, Any]]
"""The data files as the data package lists them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFile:
    """A file that describes the site's data: one entry is all that the list of downloads needs to know."""

    path: str
    media_type: str
    about: str
    """What readers find in it, in a few words."""
    render: Callable[[Findings, Resources], bytes]


SITE_FILES: list[SiteFile] = [
    SiteFile(
        path="data/csv-metadata.json",
        media_type="application/csvm+json",
        about="全部年度的两张表的字段说明（CSVW）",
        render=lambda findings, _: render_site_metadata(findings),
    ),
    SiteFile(
        path=addresses.DATA_PACKAGE,
        media_type="application/json",
        about="数据包说明（Frictionless Data Package）：各文件的字段、单位、校验值",
        render=render_data_package,
    ),
]


def render_site_data(findings: Findings, resources: Iterable[Mapping[str, Any]]) -> dict[str, bytes]:
    """Return the site's data files by their paths; `resources` are the files of the reports, the newest report first."""
    tables = {file.path: file.render(findings) for file in SITE_TABLES}
    listed = [
        *(describe_site_resource(file, tables[file.path]) for file in SITE_TABLES),
        *resources,
    ]
    return tables | {file.path: file.render(findings, listed) for file in SITE_FILES}


def describe_site_downloads() -> tuple[Download, ...]:
    """Return these files as a report lists them; how large they are it cannot know."""
    rows = (
        *((file.path, "text/csv", file.about) for file in SITE_TABLES),
        *((file.path, file.media_type, file.about) for file in SITE_FILES),
    )
    return tuple(
        Download(path=path, name=path.rpartition("/")[2], about=about, media_type=media_type, size=None)
        for path, media_type, about in rows
    )
