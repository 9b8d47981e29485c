"""Findings → Site: pages, data files, and assets. Opens no file."""

from .budgets import check_budgets
from .compiled import dump_compiled, has_compiled, load_compiled
from .kit import RenderInputs
from .render import render_site
from .template_faults import create_template_problem
from .unpainted import check_characters

__all__ = [
    "RenderInputs",
    "check_budgets",
    "check_characters",
    "create_template_problem",
    "dump_compiled",
    "has_compiled",
    "load_compiled",
    "render_site",
]
