"""The preview: a site served from memory to this machine, rebuilt after every save. Never published."""

from .serve import Listeners, PortTakenError, serve_preview

__all__ = ["Listeners", "PortTakenError", "serve_preview"]
