"""The pieces of the page on which a report is annotated: a folder each, joined into the one script and style sheet that it loads."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..content.read_files import read_templates

BROWSER = Path(__file__).parent / "browser"
PIECES = "pieces/"
BASICS = ("basics", "fields")
"""What other pieces are made with: these come first, in this order."""
SCRIPT, STYLE = "desk_parts.js", "desk.css"
"""What the page loads: all pieces' scripts; its own style and after it all pieces'."""


def read_browser(folder: Path = BROWSER) -> Mapping[str, bytes]:
    """Return the preview's own files by the names under which the browser is given them."""
    files, _ = read_templates(folder)
    own = {name: data for name, data in files.items() if not name.startswith(PIECES)}
    return {
        **own,
        SCRIPT: _join(files, ".js"),
        STYLE: own[STYLE] + _join(files, ".css"),
    }


def list_pieces(files: Mapping[str, bytes]) -> list[str]:
    """Return the names of the pieces in the order in which they are joined."""
    names = {name.split("/")[1] for name in files if name.startswith(PIECES)}
    return [*(name for name in BASICS if name in names), *sorted(names.difference(BASICS))]


def _join(files: Mapping[str, bytes], ending: str) -> bytes:
    """Return what the pieces have of a kind; a piece without a style of its own has none."""
    paths = (f"{PIECES}{name}/{name}{ending}" for name in list_pieces(files))
    return b"".join(b"\n" + files[path] for path in paths if path in files)
