"""The preview: a site served from memory to this machine, rebuilt after every save. Never published."""

from .serve import PortTakenError, serve_preview

__all__ = ["PortTakenError", "serve_preview"]
