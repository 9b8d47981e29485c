"""Do the tests of the program read fixtures alone, so that next year's report changes none of them?"""

from __future__ import annotations

import re
from pathlib import Path

from built import ROOT

READS = re.compile(r'(?<!options\.)\b(?:ROOT|parents\[\d\])\s*/\s*"content["/]')
"""How a test would name this site's own content; `options.ROOT` is a folder that a test made."""
OWN = {"test_content.py", "test_own_content.py", "test_search_questions.py"}
"""The tests of the content; the last asks the report of 2023 alone, which never changes."""


def list_tests() -> dict[Path, str]:
    """Return the text of every file of the tests."""
    return {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests").rglob("*.py"))}


def test_only_its_own_tests_read_the_content() -> None:
    """No other test names the folder."""
    readers = {path.name for path, text in list_tests().items() if READS.search(text)}
    assert readers <= OWN
