"""All exports, in the order they are made."""

from __future__ import annotations

from .archive import render_archive
from .chart_files import render_chart_files
from .export import Export, SiteExport
from .feed import render_feed
from .offline import render_offline
from .sitemap import render_sitemap
from .workbook import render_workbook

REPORT_EXPORTS: tuple[Export, ...] = (render_chart_files, render_workbook, render_offline, render_archive)
"""Made once a report; each sees the files of those before it."""
SITE_EXPORTS: tuple[SiteExport, ...] = (render_feed, render_sitemap)
"""Made once, when all pages are known."""
