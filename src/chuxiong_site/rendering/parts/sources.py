"""Where a report is from, and what is shown otherwise than it was captured."""

from __future__ import annotations

import hashlib

from ...model import addresses
from ...model.hidden_names import name_hidden
from ...model.records import dataclass
from ...model.report import Report
from .display_changes import list_display_changes

QUOTED_SPACES = 20
"""More spaces than this are counted, not quoted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report's source and the changes made for display."""

    report: Report
    marks: tuple[tuple[str, str, int], ...]
    marks_total: int
    spaces: tuple[str, ...]
    """Each space left out with the characters beside it, where there are few."""
    changes: tuple[str, ...]
    """What else is shown otherwise than it was captured."""
    hidden: tuple[HiddenCharacter, ...]
    raw_href: str
    checks_href: str
    body_sha256: str
    """Of the file behind `raw_href`; that of the captured page as a whole is the report's own."""

    @property
    def has_changes(self) -> bool:
        """Whether anything is shown otherwise than it was captured."""
        return bool(self.marks or self.spaces or self.changes or self.hidden)


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenCharacter:
    """A character of the capture that nobody sees, and how often it is left out."""

    code: str
    """`U+200B`."""
    name: str
    count: int


def describe_source(report: Report) -> Source:
    """Return the source of a report."""
    display = report.display
    few = len(display.spaces) <= QUOTED_SPACES
    return Source(
        report=report,
        marks=display.marks,
        marks_total=sum(count for _, _, count in display.marks),
        spaces=tuple(report.body[max(0, at - 1) : at + 2] for at in display.spaces) if few else (),
        changes=tuple(words for words in list_display_changes(report) if not (few and "词内空格" in words)),
        hidden=tuple(
            HiddenCharacter(code=f"U+{ord(char):04X}", name=name_hidden(char), count=count)
            for char, count in report.captured.count_hidden()
        ),
        raw_href=addresses.data_file(report, "report.txt"),
        checks_href=addresses.report_page(report, "checks"),
        body_sha256=hashlib.sha256(report.captured.text.encode()).hexdigest(),
    )
