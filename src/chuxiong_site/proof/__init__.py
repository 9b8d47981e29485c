"""The proof: finished files, read back by readers of their own and held against the report. Shares no code with what made them."""

from __future__ import annotations

from .prove import prove_site

__all__ = ["prove_site"]
