"""How a list for machines is read: as XML, element by element, so that it can be held against what it has to be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET

from ...model.site import Site, read_artifact

BLANKS = " \t\r\n"
"""What XML takes for white space."""
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class Node(NamedTuple):
    """An element; white space at the ends of its words is left out."""

    tag: str
    attributes: Mapping[str, str]
    words: str = ""
    """What stands before the first element in it."""
    inside: tuple[Node, ...] = ()
    behind: str = ""
    """What stands between it and the next one."""


def parse_xml(site: Site, path: str) -> ET.Element | None:
    """Return the root of a file; nothing where it is no well-formed XML."""
    try:
        return ET.fromstring(read_artifact(site, path))
    except ET.ParseError:
        return None


def compare_xml(site: Site, path: str, wanted: Node) -> tuple[str, str] | None:
    """Return the first thing in a file that is another than it should be, and what it should be."""
    root = parse_xml(site, path)
    return (
        ("不是完好的 XML", f"「{_shorten(wanted)}」")
        if root is None
        else _find_difference(_read(root), wanted)
    )


def _read(element: ET.Element) -> Node:
    words, behind = ((text or "").strip(BLANKS) for text in (element.text, element.tail))
    return Node(element.tag, element.attrib, words, tuple(map(_read, element)), behind)


def _find_difference(found: Node, wanted: Node) -> tuple[str, str] | None:
    if found._replace(inside=()) != wanted._replace(inside=()):
        return f"有「{_shorten(found)}」", f"「{_shorten(wanted)}」"
    for shown, right in zip(found.inside, wanted.inside, strict=False):
        if (fault := _find_difference(shown, right)) is not None:
            return fault
    if len(found.inside) != len(wanted.inside):
        return f"「{_shorten(found)}」里有 {len(found.inside)} 项", f"{len(wanted.inside)} 项"
    return None


def _shorten(node: Node) -> str:
    words = (node.tag.rpartition("}")[2], *node.attributes.values(), node.words, node.behind)
    return " ".join(filter(None, words))[:80]
