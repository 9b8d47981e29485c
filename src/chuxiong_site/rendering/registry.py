"""All exports, in the order they are made."""

from __future__ import annotations

from .data.archive import render_archive
from .data.chart_files import render_chart_files
from .data.workbook import render_workbook
from .elsewhere.feed import render_feed
from .elsewhere.offline import render_offline
from .elsewhere.sitemap import render_sitemap
from .export import Export, SiteExport

REPORT_EXPORTS: tuple[Export, ...] = (render_chart_files, render_workbook, render_offline, render_archive)
"""Made once a report; each sees the files of those before it."""
SITE_EXPORTS: tuple[SiteExport, ...] = (render_feed, render_sitemap)
"""Made once, when all pages are known."""
