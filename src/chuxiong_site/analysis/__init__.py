"""Project → Findings: numerals, facts, checks, series, follow-ups. Pure: no file, no clock, no network."""

from .analyse import analyse
from .reader_check import check_reader

__all__ = ["analyse", "check_reader"]
