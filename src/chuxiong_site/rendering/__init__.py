"""Findings → Site: pages, data files, assets, and the reading back that proves them. Opens no file."""

from .check_site import check_site
from .compiled import dump_compiled, has_compiled, load_compiled
from .render import RenderInputs, render_site
from .template_faults import describe_template_fault

__all__ = [
    "RenderInputs",
    "check_site",
    "describe_template_fault",
    "dump_compiled",
    "has_compiled",
    "load_compiled",
    "render_site",
]
