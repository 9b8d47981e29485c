"""Does the page about the architecture name what there is: every layer, in its order, and every package?"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")


def test_the_layers_stand_as_they_are_held() -> None:
    """The line that says who may import whom lists the layers that the linter holds, in the same order."""
    contract = PROJECT["tool"]["importlinter"]["contracts"][0]
    layers = [layer for layer in contract["layers"] if not layer.startswith("__")]
    assert " > ".join(f"`{layer}`" for layer in layers) in PAGE


def test_every_package_is_accounted_for() -> None:
    """Each package that the program needs is named, with what it is for."""
    table = PAGE.partition("## 用了什么")[2]
    names = [re.split("[<>=]", wanted)[0] for wanted in PROJECT["project"]["dependencies"]]
    assert [name for name in names if name not in table] == []
