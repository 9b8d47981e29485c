"""The proof: finished files, read back by readers of their own and held against the report.

It shares no code with the layers that wrote them. The records and names of `model` are common to both, and what a fact
is worth is taken from the analysis; counts, quotients and intervals are worked out here once more.
"""

from __future__ import annotations

from .prove import prove_site

__all__ = ["prove_site"]
