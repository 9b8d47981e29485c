"""Project → Findings: numerals, facts, checks, series, follow-ups. Pure: no file, no clock, no network."""

from .analyse import SplitWords, analyse

__all__ = ["SplitWords", "analyse"]
