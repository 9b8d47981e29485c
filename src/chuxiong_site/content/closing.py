"""Where the last words of a report begin that belong to no section: an address to the audience, a signature, a date."""

from __future__ import annotations

import re
from collections.abc import Sequence

DATE = re.compile(
    r"\s*(?:[12][0-9]{3}|[一二][〇○零一二三四五六七八九Ｏ0]{3})\s*年\s*[0-9一二三四五六七八九十]{1,3}\s*月\s*[0-9一二三四五六七八九十]{1,3}\s*日\s*"
)
ADDRESS = re.compile(r"\s*(?:各位(?:代表|委员|同志|领导|来宾)|同志们|代表们)[^，。！!:：]{0,12}[！!，,：:]")
"""How speakers turn to their audience."""
SIGNATURE = re.compile(r"\s*[^，。！？；：\s][^，。！？；：]{3,28}\s*")
LATEST = 4
"""A closing has no more paragraphs than this."""


def find_closing(paragraphs: Sequence[str]) -> int | None:
    """Return the index of the paragraph with which the closing of the last section begins; `None` without one."""
    end = len(paragraphs)
    if end and DATE.fullmatch(paragraphs[-1]):
        end -= 1
        while end and SIGNATURE.fullmatch(paragraphs[end - 1]):
            end -= 1
    first = max(0, end - LATEST)
    spoken = [index for index in range(first, end) if ADDRESS.match(paragraphs[index])]
    begin = spoken[-1] if spoken else end
    return begin if begin < len(paragraphs) else None
