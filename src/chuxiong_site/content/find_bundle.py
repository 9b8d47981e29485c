"""Find the file of plotly.js that a site ships, npm's small bundle, else the Python package's; and other packages' folders."""

from __future__ import annotations

import importlib.util
from pathlib import Path

SMALL = Path("node_modules") / "plotly.js-basic-dist-min" / "plotly-basic.min.js"


def find_bundle(root: Path) -> Path:
    """Return where the bundle is; there is always one."""
    if (root / SMALL).is_file():
        return root / SMALL
    return find_package("plotly") / "package_data" / "plotly.min.js"


def find_package(name: str) -> Path:
    """Return the folder of an installed package, which is not imported."""
    spec = importlib.util.find_spec(name)
    assert spec is not None, f"{name} is among the packages that the program asks for"
    assert spec.submodule_search_locations is not None
    return Path(next(iter(spec.submodule_search_locations)))
