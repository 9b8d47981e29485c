"""Chinese names of the hidden characters of a captured page."""

from __future__ import annotations

NAMES = {
    "\u00ad": "软连字符",
    "\u061c": "阿拉伯字母标记",
    "\u180e": "蒙古文元音分隔符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u200e": "从左到右标记",
    "\u200f": "从右到左标记",
    "\u2028": "行分隔符",
    "\u2029": "段分隔符",
    "\u2060": "单词连接符",
    "\ufeff": "零宽不换行空格",
    "\ufffc": "对象占位符",
}
DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def name_hidden(char: str) -> str:
    """Return the name of a hidden character; of most it is enough to say that they control something."""
    return NAMES.get(char) or ("书写方向控制符" if char in DIRECTIONS else "控制字符")
