"""Findings → Site: pages, data files, assets, and the reading back that proves them. Opens no file."""

from .check_site import check_site
from .compiled import dump_compiled, has_compiled, load_compiled
from .render import RenderInputs, render_site

__all__ = [
    "RenderInputs",
    "check_site",
    "dump_compiled",
    "has_compiled",
    "load_compiled",
    "render_site",
]
