"""Which files can readers take away, what is each, how large? One table for the page, the archive and the data package."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ...model import addresses
from ...model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file that readers can take away."""

    path: str
    name: str
    about: str
    media_type: str
    size: int
    """In bytes."""

    @property
    def size_words(self) -> str:
        """The size as readers see it: 49 KB."""
        return f"{max(1, round(self.size / 1000))} KB"


def _data_file(name: str) -> Callable[[Report], str]:
    return lambda report: addresses.data_file(report, name)


_FILES: tuple[tuple[Callable[[Report], str], str, str], ...] = (
    (
        addresses.offline_page,
        "text/html",
        "离线版：全文、图、全部数字、核对、词语，存成一个网页文件，断网也能看，可以转发",
    ),
    (
        _data_file("facts.xlsx"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "电子表格：全部数字、核对、数的归类各一张表，附字段说明",
    ),
    (_data_file("facts.csv"), "text/csv", "全部数字，表格软件可直接打开（UTF-8，带 BOM）"),
    (_data_file("facts.json"), "application/json", "全部数字，含原文位置、单位、范围、所在句子"),
    (_data_file("numerals.json"), "application/json", "正文里每一处数属于哪一类"),
    (_data_file("checks.json"), "application/json", "各项核对的算式、结果和理由"),
    (_data_file("report.txt"), "text/plain", "官方原文正文，逐字节保存"),
    (addresses.archive, "application/zip", "以上全部，连同说明，打成一包"),
    (
        lambda _: addresses.DATA_PACKAGE,
        "application/json",
        "数据包说明（Frictionless Data Package）：各文件的字段、单位、校验值",
    ),
)


def describe_downloads(report: Report, files: Mapping[str, bytes]) -> tuple[Download, ...]:
    """Return those of the report's files that have been made, in the order readers see them."""
    return tuple(
        Download(
            path=path,
            name=path.rpartition("/")[2],
            about=about,
            media_type=media_type,
            size=len(files[path]),
        )
        for path_of, media_type, about in _FILES
        if (path := path_of(report)) in files
    )
