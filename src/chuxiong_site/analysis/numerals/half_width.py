"""The characters of a text as the rules see them, one for one."""

from __future__ import annotations

THIN = "\u2009"
"""Stands for every space that typesetters put inside numbers: thin, narrow, unbreakable."""
HALF_WIDTH = str.maketrans(
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n")
    | dict.fromkeys("\xa0\u2006\u2007\u2008\u2009\u200a\u202f\u205f", THIN)
    | dict.fromkeys("\u1680\u2000\u2001\u2002\u2003\u2004\u2005", " ")
    | dict(zip("點萬億兩負餘貳參陸幾數個圓", "点万亿两负余贰叁陆几数个圆", strict=True))
    | {"〜": "~", "○": "〇", "─": "—", "∶": ":", "﹪": "%", "\ue000": " ", "\ue001": " "}
)
"""Full-width forms → ASCII, every line end → one, traditional numerals → simplified; one code point for one, so that offsets stay those of the text."""
