"""The preview: a site served from memory to this machine, rebuilt after every save. Never published."""

from .http import DESK
from .serve import Listeners, NotOurAddressError, PortTakenError, serve_preview

__all__ = ["DESK", "Listeners", "NotOurAddressError", "PortTakenError", "serve_preview"]
