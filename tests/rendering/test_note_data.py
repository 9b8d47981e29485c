"""Do the notes on the numbers say and link only what the built site holds?"""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from typing import Any
from urllib.parse import unquote

import pytest

from built import BuiltSite
from chuxiong_site.charts import describe_value

ISLAND = re.compile(r'<script type="application/json" class="fact-notes">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def islands(built_site: BuiltSite) -> dict[str, dict[str, Any]]:
    """Return the notes of every page that has some."""
    found = {path: ISLAND.search(html) for path, html in built_site.pages.items()}
    return {path: json.loads(match[1]) for path, match in found.items() if match}


def test_every_fact_has_its_note(built_site: BuiltSite, islands: dict[str, dict[str, Any]]) -> None:
    """The full page has a note for each of the facts, with the value as printed."""
    full = {note["id"]: note["shown"] for note in islands["2023/full.html"]["facts"]}

    assert full == {fact.id: describe_value(fact) for fact in built_site.report_findings.facts}


def test_section_pages_share_them_out(islands: dict[str, dict[str, Any]]) -> None:
    """Each fact has its note on one section page, and on one more where the report repeats it."""
    own = {path: page for path, page in islands.items() if path.startswith("2023/")}
    whole = own.pop("2023/full.html")
    ids = Counter(note["id"] for page in own.values() for note in page["facts"])

    assert ids == Counter(note["id"] for note in whole["facts"]) + Counter(["disputes-resolved"])


def test_notes_lead_somewhere(built_site: BuiltSite, islands: dict[str, dict[str, Any]]) -> None:
    """Every address inside the site that a note offers exists, down to the anchor."""
    pages = built_site.pages
    for path, page in islands.items():
        for note in page["facts"]:
            others = [*note["checks"], *note["uses"], *note["again"]]
            row = f"{page['rows']}#_row-{note['id']}"
            for href in filter(None, [note["chart"], row, *(other["href"] for other in others)]):
                target, _, anchor = href.partition("#")
                full = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target)))
                assert f'id="{unquote(anchor)}"' in pages[full], href
