"""Find the file of plotly.js that a site ships: npm's small bundle, else the Python package's."""

from __future__ import annotations

import importlib.util
from pathlib import Path

SMALL = Path("node_modules") / "plotly.js-basic-dist-min" / "plotly-basic.min.js"


def find_bundle(root: Path) -> Path:
    """Return where the bundle is; there is always one."""
    if (root / SMALL).is_file():
        return root / SMALL
    package = importlib.util.find_spec("plotly")
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).parent / "package_data" / "plotly.min.js"
