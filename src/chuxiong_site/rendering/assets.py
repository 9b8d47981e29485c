"""Template sources → the shared style sheet and script, named by their content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

STYLE_ORDER = ("styles/tokens.css", "styles/base.css", "styles/layout.css")
"""First these, then the components and pages by name, last `styles/print.css`."""
LAST_STYLE = "styles/print.css"
SPACED_NAME = re.compile(r"^([\w-]+): ", re.MULTILINE)
OWN_LINE_COMMENT = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*$", re.MULTILINE | re.DOTALL)


def render_stylesheet(templates: Mapping[str, bytes]) -> bytes:
    """Return all style sheets as one, in the stated order."""
    named = [name for name in templates if name.endswith(".css") and name not in {*STYLE_ORDER, LAST_STYLE}]
    names = [*STYLE_ORDER, *sorted(named), LAST_STYLE]
    return b"\n".join(_squeeze(_strip_comments(templates[name])) for name in names)


def render_script(templates: Mapping[str, bytes], folder: str = "scripts") -> bytes:
    """Return all browser scripts of a folder as one classic script; each is closed in itself."""
    names = sorted(name for name in templates if name.startswith(f"{folder}/") and name.endswith(".js"))
    return b"\n".join(_strip_script(templates[name]) for name in names) + b"\n"


def name_by_content(stem: str, ending: str, data: bytes) -> str:
    """Return `assets/site.1a2b3c4d.css`: a new content is a new name, so caches never lie."""
    return f"assets/{stem}.{hashlib.sha256(data).hexdigest()[:8]}.{ending}"


def _strip_comments(css: bytes) -> str:
    """Drop comments; the sources keep them for people."""
    parts = css.decode().split("/*")
    return "".join([parts[0], *(part.partition("*/")[2] for part in parts[1:])])


def _squeeze(css: str) -> bytes:
    """Drop indentation, and one space or line break wherever the formatted sources have one; nothing inside a value changes."""
    text = "\n".join(line.strip() for line in css.splitlines() if line.strip())
    text = SPACED_NAME.sub(r"\1:", text).replace(" {\n", "{").replace(";\n}", "}")
    return text.replace(";\n", ";").replace(",\n", ",").encode()


def _strip_script(script: bytes) -> bytes:
    """Drop indentation and the comments that have lines of their own. Scripts hold no text over several lines."""
    text = OWN_LINE_COMMENT.sub("", script.decode())
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()).encode()
