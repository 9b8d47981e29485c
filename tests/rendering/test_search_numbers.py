"""The script of the search page reads a number as the program does: one table of cases for both."""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata

import pytest

from amount_cases import AMOUNTS
from built import ROOT
from npm_tools import require

SCRIPT = ROOT / "templates" / "search" / "numbers.js"
READ = "globalThis.window = {chuxiongSearch: {}};%s;console.log(JSON.stringify(%s.map(window.chuxiongSearch.readNumber)));"


def fold(words: str) -> str:
    """Write words as the search page folds them: compatibility forms, no thousands marks, spaces between digits only."""
    folded = re.sub("(?<![0-9]) | (?![0-9])", "", unicodedata.normalize("NFKC", words))
    return folded.replace("—", "-").replace(",", "")


@pytest.mark.needs("Node.js")
def test_the_script_gives_each_amount_the_value_that_the_program_gives_it() -> None:
    """Value and unit are the table's; where the program gives no value, the script gives none."""
    words = json.dumps([fold(words) for words, _, _ in AMOUNTS])
    program = READ % (SCRIPT.read_text(encoding="utf-8"), words)
    run = subprocess.run(  # our own script
        [require("Node.js"), "-e", program], capture_output=True, check=True, encoding="utf-8"
    )
    found = [number and (number["value"], number["unit"]) for number in json.loads(run.stdout)]
    wanted = [None if value is None else (value, unit) for _, value, unit in AMOUNTS]
    assert dict(zip((row[0] for row in AMOUNTS), found, strict=True)) == dict(
        zip((row[0] for row in AMOUNTS), wanted, strict=True)
    )
