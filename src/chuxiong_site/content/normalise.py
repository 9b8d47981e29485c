"""Raw body → what readers see. Only two disclosed changes are ever made, and only for display.

`punctuation`: ASCII , ( ) : ; become full-width unless they stand between two ASCII letters or digits.
`spaces`: blanks between two Hanzi are dropped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ..model.report import DisplayText

MARKS = {",": "，", "(": "（", ")": "）", ":": "：", ";": "；"}
_BETWEEN_ASCII = re.compile(r"(?<=[0-9A-Za-z])[,():;](?=[0-9A-Za-z])")
_BLANK_BETWEEN_HANZI = re.compile(r"(?<=[\u3400-\u9fff])[ \u3000]+(?=[\u3400-\u9fff])")


def compute_display(body: str, rules: Iterable[str]) -> DisplayText:
    """Apply the named rules and keep, for every raw code point, its place in the result."""
    rules = set(rules)
    kept = {match.start() for match in _BETWEEN_ASCII.finditer(body)}
    dropped = {
        offset
        for match in (_BLANK_BETWEEN_HANZI.finditer(body) if "spaces" in rules else ())
        for offset in range(match.start(), match.end())
    }
    changed: Counter[str] = Counter()
    shown: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(body):
        offsets.append(len(shown))
        if offset in dropped:
            continue
        if "punctuation" in rules and char in MARKS and offset not in kept:
            changed[char] += 1
            char = MARKS[char]  # noqa: PLW2901  # the shown form of the same character
        shown.append(char)
    offsets.append(len(shown))
    return DisplayText(
        text="".join(shown),
        offsets=tuple(offsets),
        marks=tuple((raw, full, changed[raw]) for raw, full in MARKS.items() if changed[raw]),
        spaces=tuple(sorted(dropped)),
    )
