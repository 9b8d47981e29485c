"""Prove that the address of every loaded file names its bytes, so that no cache can serve old ones."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cache

from ..model.site import Site, name_bytes
from ..problems import Problem
from .documents.built_page import BuiltPage
from .faults import create_fault
from .making import Making

STYLE_FILE = re.compile(r"""url\(\s*["']?(?!data:|#|(?:\w+:)?//)([^"')]+)""")
"""A file of the site in a style sheet; those from elsewhere are reported with the pages."""


def check_loaded(pages: Mapping[str, BuiltPage], files: Site, making: Making) -> Iterator[Problem]:
    """Yield every address without the digest of its file, or with that of other bytes, each once."""
    name_file = cache(lambda path: making.digests.get(path) or name_bytes(files, path))
    wrong: dict[tuple[str, str], Problem] = {}
    for path, address in _list_loaded(pages, files):
        name, _, stated = address.partition("?v=")
        full = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
        digest = name_file(full)
        if digest not in (stated or posixpath.basename(name)).split("."):
            fault = create_fault(path, f"载入的「{address}」没有写明是哪些字节", f"地址里有 {digest}")
            wrong.setdefault((full, stated), fault)
    yield from wrong.values()


def _list_loaded(pages: Mapping[str, BuiltPage], site: Site) -> Iterator[tuple[str, str]]:
    """Yield (path of a page or style sheet, address that it loads)."""
    for path, page in pages.items():
        yield from ((path, address) for address in page.loaded)
    for path, data in site.items():
        if path.endswith(".css") and isinstance(data, bytes):
            for match in STYLE_FILE.finditer(data.decode("utf-8")):
                yield path, match[1]
