"""The input and the record of an export."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import jinja2

from ..model.findings import Findings
from ..model.records import dataclass
from ..model.report import Report
from ..model.site import Artifact
from .frame.page import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportInputs:
    """What an export is made from. Same inputs, same bytes."""

    context: Context
    environment: jinja2.Environment
    templates: Mapping[str, bytes]
    font: Artifact
    """What words in pictures are painted with."""
    files: Mapping[str, bytes]
    """The site's pages, and the files of this report that were made before, by path."""

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.context.report


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A file of a report's data: one entry is all that the site, the archive and the data package need to know."""

    name: str
    media_type: str
    about: str
    """What readers find in it, in a few words."""
    render: Callable[[ExportInputs], bytes]


Export = Callable[[ExportInputs], Mapping[str, bytes]]
"""Returns files by path."""
SiteExport = Callable[[Findings, Sequence[str]], Mapping[str, bytes]]
"""Takes the paths of all pages; returns files by path, none where the site's address is needed and unknown."""
