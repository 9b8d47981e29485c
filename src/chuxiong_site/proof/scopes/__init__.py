"""What may stand in each slot of a phrase: worked out anew from the report, its facts and the content fields."""

from __future__ import annotations

from .looking import Scopes, create_scopes

__all__ = ["Scopes", "create_scopes"]
