"""Where plotly.js comes from (npm's small bundle, else the Python package's), and which packages are installed."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .. import __version__

SHAPING = ("jieba", "jinja2", "markdown-it-py", "mdit-py-plugins", "plotly", "pyyaml", "segno", "xlsxwriter")
"""Packages whose own choices can be seen in the published bytes."""
SMALL = Path("node_modules") / "plotly.js-basic-dist-min" / "plotly-basic.min.js"


def find_plotly(root: Path) -> Path:
    """Return the bundle to ship; there is always one."""
    if (root / SMALL).is_file():
        return root / SMALL
    package = importlib.util.find_spec("plotly")
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).parent / "package_data" / "plotly.min.js"


def read_plotly_version(bundle: Path) -> str:
    """Return size and version from the head of a bundle: `basic-4.1.1`."""
    with bundle.open(encoding="utf-8") as stream:
        match = re.search(r"v(\d+\.\d+\.\d+)", stream.read(400))
    size = "basic" if "basic" in bundle.name else "full"
    return f"{size}-{match[1] if match else '0'}"


def read_versions() -> Mapping[str, str]:
    """Return the versions of this program and of the packages that shape the bytes of a site."""
    versions = {"chuxiong-site": __version__}
    for name in SHAPING:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            versions[name] = ""
    return versions
