"""The files that readers can take away, with words and sizes. One list for the page, the archive and the data package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...model import addresses
from ...model.report import Report
from ...model.site import compute_sha256
from ..citing.files import CITATION_FILES
from ..parts.downloads import Download
from .files import DATA_FILES

Row = tuple[str, str, str]
"""Path, media type, what it is."""


def list_downloads(report: Report) -> list[Row]:
    """Return every file of a report that readers may take away, in the order they see it."""
    return [
        (
            addresses.offline_page(report),
            "text/html",
            "离线版：全文和本站整理的内容，存成一个网页文件，断网也能看，可以转发",
        ),
        (addresses.poster(report), "image/svg+xml", "海报：整份报告画成的图，可以打印张贴"),
        (addresses.poster_picture(report), "image/png", "海报的图片，可以发给别人"),
        *((addresses.data_file(report, file.name), file.media_type, file.about) for file in DATA_FILES),
        (addresses.archive(report), "application/zip", "以上全部，连同说明，打成一包"),
    ]


def describe_downloads(report: Report, files: Mapping[str, bytes]) -> tuple[Download, ...]:
    """Return those of the report's files that have been made, in the order readers see them."""
    return _describe(list_downloads(report), files)


def describe_citation_files(report: Report, files: Mapping[str, bytes]) -> tuple[Download, ...]:
    """Return the files by which the report is cited."""
    rows = ((addresses.data_file(report, file.name), file.media_type, file.about) for file in CITATION_FILES)
    return _describe(rows, files)


def _describe(rows: Iterable[Row], files: Mapping[str, bytes]) -> tuple[Download, ...]:
    return tuple(
        Download(
            path=path,
            name=path.rpartition("/")[2],
            about=about,
            media_type=media_type,
            size=len(files[path]),
            sha256=compute_sha256(files[path]),
        )
        for path, media_type, about in rows
        if path in files
    )
