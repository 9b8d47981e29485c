"""The <words> of the rule table: small named pieces of regular expressions."""

from __future__ import annotations

import re

from .amounts import CHINESE_DIGITS, SPACE, TO

FRAGMENTS = {
    "d": "[0-9]",
    "cn": f"[{CHINESE_DIGITS}]",
    "cn-chars": CHINESE_DIGITS,
    "s": SPACE,
    "to": TO,
    "hanzi": "[一-鿿]",
    "year": "[12](?<![0-9].)(?:(?<=1)[89]|(?<=2)0)[0-9]{2}",
    "month": "[0-9](?<![0-9].)(?:(?<=0)[1-9]|(?<=1)[0-2]|(?<!0))",
    "day": "[0-9](?<![0-9].)(?:(?<=0)[1-9]|(?<=[12])[0-9]|(?<=3)[01]|(?<!0))",
    "hour": "[0-9](?<![0-9.].)(?:(?<=[01])[0-9]|(?<=2)[0-4])?",
    "minute": "[0-5][0-9]",
    "cn-year": f"[一二](?<![{CHINESE_DIGITS}].)[〇零一二三四五六七八九]{{3}}",
    "cn-month": f"[一二三四五六七八九十](?<![{CHINESE_DIGITS}].)(?:(?<=十)[一二])?",
    "cn-day": "(?:三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])",
    "rank": "(?:季度|批次|部分|产业|[批次届期轮个条款项章节位名天年类编卷版场])",
    "end": "(?![0-9]|[.][0-9])",
    "close": '[”’"]?',
}
"""`<rank>` may follow 第一."""


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of the rule table; `^` is the start of a line."""
    return re.compile(hasten(_WORD.sub(lambda match: FRAGMENTS[match[1]], pattern)), re.MULTILINE)


def hasten(pattern: str) -> str:
    """Move what must not stand before the first character behind it: `(?<!x)[ab]` → `[ab](?<!x.)`.

    Both match the same; a pattern that starts with a character class is searched for several times as fast.
    """
    found = _FRONT.match(pattern)
    if not found:
        return pattern
    looks, first = found["looks"], found["first"]
    moved = _LOOK.sub(lambda look: f"(?<{look[1]}(?:{look[2]}).)", looks)
    return first + moved + pattern[found.end() :]


_WORD = re.compile(r"(?<!P)<([a-z][a-z-]*)>")
_LOOK = re.compile(r"\(\?<([!=])((?:[^()\[\]]|\[[^\]]*\])*)\)")
_FRONT = re.compile(rf"(?P<looks>(?:{_LOOK.pattern})+)(?P<first>\[[^\]]+\]|[一-鿿0-9A-Za-z])(?![?*+{{])")
