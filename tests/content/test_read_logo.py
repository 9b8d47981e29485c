"""Is a logo only a picture? Whatever could act, load or style is refused."""

from __future__ import annotations

import pytest

from chuxiong_site.content.read_logo import MAX_BYTES, find_fault

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
SOUND = (
    '<path d="M0 0h1v1z" fill="#123456"/>',
    '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><rect fill="url(#a)"/>',
    '<g id="b"/><use href="#b"/><use xlink:href="#b"/>',
)
REFUSED = (
    "<script>alert(1)</script>",
    '<rect onclick="alert(1)"/>',
    '<rect ONLOAD="alert(1)"/>',
    '<rect style="fill:red"/>',
    "<style>rect{fill:red}</style>",
    '<image href="https://example.org/a.png"/>',
    '<use href="https://example.org/a.svg#b"/>',
    '<use xlink:href="data:image/svg+xml,x"/>',
    '<a href="javascript:alert(1)"><rect/></a>',
    '<rect fill="url(https://example.org/a)"/>',
    "<rect fill=\"url('//example.org/a')\"/>",
    "<foreignObject/>",
    "<animate attributeName='x'/>",
    "<text>字</text>",
    '<html xmlns="http://www.w3.org/1999/xhtml"/>',
)


@pytest.mark.parametrize("inside", SOUND)
def test_drawings_are_taken(inside: str) -> None:
    """Shapes, gradients and references inside the file are what logos are made of."""
    assert find_fault(SVG.format(inside).encode(), ".svg") == ""


@pytest.mark.parametrize("inside", REFUSED)
def test_what_is_more_than_a_drawing_is_refused(inside: str) -> None:
    """Scripts, handlers, styles, words, animations and everything from elsewhere are named."""
    assert find_fault(SVG.format(inside).encode(), ".svg").startswith("里面有")


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<?xml-stylesheet href="a.css"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        b"<svg/>",
        b"<svg",
        b"",
    ],
)
def test_other_documents_are_refused(data: bytes) -> None:
    """Entities, processing instructions, another root and broken XML are no logo."""
    assert find_fault(data, ".svg")


def test_pictures_are_known_by_their_first_bytes() -> None:
    """A file is what its name says, and not too heavy."""
    assert find_fault(b"\x89PNG\r\n\x1a\n0", ".png") == ""
    assert find_fault(b"RIFF0000WEBPVP8 ", ".webp") == ""
    assert find_fault(b"GIF89a", ".png") == "内容不是 PNG 图"
    assert find_fault(b"\x89PNG\r\n\x1a\n" + bytes(MAX_BYTES), ".png").startswith("有 50,008 字节")
