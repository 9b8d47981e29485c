"""Where plotly.js comes from: the small bundle when npm installed it, else the one in the Python package."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

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
