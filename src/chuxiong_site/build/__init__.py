"""Load, analyse, render, prove, publish; and what commands do beside building."""

from __future__ import annotations

from .folder import prove_folder
from .inputs import list_phrases, read_inputs
from .keeping import MEMORY
from .options import FolderProof, Options, Outcome, Progress, work_silently
from .site import build_site, check_project, prove_outcome, render_project

__all__ = [
    "MEMORY",
    "FolderProof",
    "Options",
    "Outcome",
    "Progress",
    "build_site",
    "check_project",
    "list_phrases",
    "prove_folder",
    "prove_outcome",
    "read_inputs",
    "render_project",
    "work_silently",
]
