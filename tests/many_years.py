"""A site of several reports, all of them invented, on which what is cut into pages and lists is cut early."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

from built import ROOT, BuiltSite, build_project
from chuxiong_site.proof import indicators, sources
from chuxiong_site.rendering.pages import indicator
from chuxiong_site.rendering.parts import change_log, report_list

YEARS = 5
ROWS, LINES = 2, 2


def write_years(content: Path, years: int) -> None:
    """Write the content of some reports of consecutive years, the last one 2023."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    make_reports = importlib.import_module("make_reports")
    make_reports.main([str(content), "--reports", str(years)])
    sys.path.remove(str(ROOT / "benchmarks"))


def cut_early(patch: pytest.MonkeyPatch, rows: int = ROWS) -> None:
    """Make pages full with a few rows, for what writes them and for what proves them."""
    patch.setattr(indicator, "MOST_ROWS", rows)
    patch.setattr(indicators, "FULL", rows)
    for module in (change_log, sources):
        patch.setattr(module, "NEWEST", LINES)
    patch.setattr(report_list, "SHOWN", LINES)


def build_years(folder: Path, patch: pytest.MonkeyPatch, years: int = YEARS) -> BuiltSite:
    """Build such a site."""
    cut_early(patch)
    write_years(folder / "content", years)
    return build_project(folder / "content", folder / "_site")
