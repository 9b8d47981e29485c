"""Do words come out of XML as they went in?"""

from __future__ import annotations

from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pytest

from chuxiong_site.rendering.elsewhere.xml_words import escape_words, quote_value


@pytest.mark.parametrize(
    "words", ["甲", "a < b & c > d", "\"双\" '单'", "&amp;", "]]>", "https://x.cn/?a=1&b=%20"]
)
def test_words_survive(words: str) -> None:
    """A parser reads the very words, as text and as an attribute; text is written as the standard library would."""
    element = ET.fromstring(f"<a b={quote_value(words)}>{escape_words(words)}</a>")
    assert (element.text, element.get("b")) == (words, words)
    assert escape_words(words) == escape(words)
