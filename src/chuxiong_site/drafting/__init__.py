"""Annotate a new official text by the context of earlier reports' facts; what is not certain stays open."""

from ..analysis.number_context import NumberContext
from ..model.raw_report import RawReport
from .draft import compute_draft
from .records import Candidate, Draft, DraftedNumber, OpenSection, Slot

__all__ = [
    "Candidate",
    "Draft",
    "DraftedNumber",
    "NumberContext",
    "OpenSection",
    "RawReport",
    "Slot",
    "compute_draft",
]
