"""Turn an annotated official report into a website whose every number is proved equal to the report's text.

`from chuxiong_site import load, analyse, render, prove, publish` are the five steps; see `library.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .version import __version__

if TYPE_CHECKING:
    from .library import (
        ContentError,
        Diff,
        DraftedReport,
        Fact,
        Findings,
        NewProject,
        Numeral,
        Problem,
        Project,
        Report,
        ReportFindings,
        SiteError,
        analyse,
        check,
        diff,
        draft,
        load,
        new,
        prove,
        publish,
        read_numerals,
        render,
    )

__all__ = [
    "ContentError",
    "Diff",
    "DraftedReport",
    "Fact",
    "Findings",
    "NewProject",
    "Numeral",
    "Problem",
    "Project",
    "Report",
    "ReportFindings",
    "SiteError",
    "__version__",
    "analyse",
    "check",
    "diff",
    "draft",
    "load",
    "new",
    "prove",
    "publish",
    "read_numerals",
    "render",
]


def __getattr__(name: str) -> Any:
    """Import the library when something of it is asked for: a command pays only for what it uses."""
    if name not in __all__:
        raise AttributeError(name)
    from . import library

    return getattr(library, name)
