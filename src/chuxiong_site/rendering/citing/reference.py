"""The record behind every form of citation: what the official page says of the document, nothing else."""

from __future__ import annotations

from ...model.records import dataclass
from ...model.report import Report
from ..frame.dates import iso_date

LANGUAGE = "zh-CN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A report as a source. What the official page leaves empty is empty."""

    key: str
    """What reference managers call it: `report-2023`."""
    author: str
    """The body that issued it, as no person is named."""
    title: str
    day: str
    """Of publication: 2024-01-18."""
    document_number: str
    index: str
    """The index number with its name: 索引号：1-2."""
    url: str
    """Of the official page."""

    @property
    def date_parts(self) -> tuple[int, ...]:
        """Year, month and day; nothing without a day."""
        return tuple(map(int, self.day.split("-"))) if self.day else ()


def describe_reference(report: Report) -> Reference:
    """Return the reference of a report."""
    fields = report.disclosure
    return Reference(
        key=f"report-{report.id}",
        author=fields.publisher,
        title=report.title,
        day=iso_date(fields.published),
        document_number=fields.document_number,
        index=f"索引号：{fields.index_number}" if fields.index_number else "",
        url=report.source_url,
    )
