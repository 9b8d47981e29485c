"""A project from nothing but raw texts: every number tagged without a name, nothing guessed."""

from .records import NewProject, NewReport, Source
from .start import compute_new_project, compute_new_report

__all__ = ["NewProject", "NewReport", "Source", "compute_new_project", "compute_new_report"]
