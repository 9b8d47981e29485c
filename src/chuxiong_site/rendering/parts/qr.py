"""An address → a QR code that a phone reads from paper: static SVG, black on white, with its quiet zone."""

from __future__ import annotations

import io

from markupsafe import Markup, escape

QUIET_ZONE = 4
"""Modules of white on every side, as the standard asks."""


def render_qr(address: str, label: str) -> Markup:
    """Return the code at error level M, or nothing without an address."""
    if not address:
        return Markup()
    import segno

    stream = io.BytesIO()
    segno.make(address, error="m", boost_error=False, micro=False).save(
        stream,
        kind="svg",
        border=QUIET_ZONE,
        dark="#000",
        light="#fff",
        xmldecl=False,
        omitsize=True,
        svgclass=None,
        lineclass=None,
        nl=False,
    )
    attributes = f'class="qr" role="img" aria-label="{escape(label)}"'
    return Markup(stream.getvalue().decode("utf-8").replace("<svg", f"<svg {attributes}", 1))
