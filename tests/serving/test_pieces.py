"""Is every piece of the desk's page a folder of its own, that the page is given by being there?"""

from __future__ import annotations

import json

import pytest

from chuxiong_site.content.read_files import read_templates
from chuxiong_site.serving.pieces import BASICS, BROWSER, list_pieces, read_browser

FILES, _ = read_templates(BROWSER)
PIECES = list_pieces(FILES)


def test_basics_come_first() -> None:
    """What others are made with is joined before them; the others follow by name, so that every start serves the same bytes."""
    assert PIECES[: len(BASICS)] == list(BASICS)
    assert PIECES[len(BASICS) :] == sorted(PIECES[len(BASICS) :])
    assert {"block", "number", "suggestion", "problem"} <= set(PIECES)


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_is_whole(piece: str) -> None:
    """A folder has the script and the examples, a style where it has one of its own, and nothing else."""
    folder = f"pieces/{piece}/"
    found = {name.removeprefix(folder) for name in FILES if name.startswith(folder)}
    assert {f"{piece}.js", "examples.json"} <= found <= {f"{piece}.js", f"{piece}.css", "examples.json"}
    examples = json.loads(FILES[f"{folder}examples.json"])
    assert examples
    assert all(example.keys() - {"maker"} == {"title", "arguments"} for example in examples)
    assert len({example["title"] for example in examples}) == len(examples)


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_keeps_to_itself(piece: str) -> None:
    """A script says what the piece is, and leaves nothing in the page but its makers."""
    script = FILES[f"pieces/{piece}/{piece}.js"].decode()
    assert script.startswith("/* ")
    assert '\n(function () {\n  "use strict";\n' in script
    assert script.endswith("})();\n")


def test_the_page_is_given_all_pieces_in_two_files() -> None:
    """One script and one style sheet hold every piece; no folder is served, so that examples are not either."""
    served = read_browser()
    assert not [name for name in served if "/" in name]
    places = [served["desk_parts.js"].index(FILES[f"pieces/{piece}/{piece}.js"]) for piece in PIECES]
    assert places == sorted(places)
    assert served["desk.css"].startswith(FILES["desk.css"])
    styles = [data for name, data in FILES.items() if name.startswith("pieces/") and name.endswith(".css")]
    assert all(style in served["desk.css"] for style in styles)
