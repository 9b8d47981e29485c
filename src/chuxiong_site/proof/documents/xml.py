"""How a list for machines is read: as XML."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from ...model.site import Site, read_artifact


def parse_xml(site: Site, path: str) -> ET.Element | None:
    """Return the root of a file; nothing where it is no well-formed XML."""
    try:
        return ET.fromstring(read_artifact(site, path))
    except ET.ParseError:
        return None
