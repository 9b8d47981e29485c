"""Project → Findings: numerals, facts, checks, series, follow-ups. Pure: no file, no clock, no network."""

from .analyse import analyse

__all__ = ["analyse"]
