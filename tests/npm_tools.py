"""Where are the tools that npm brings, and what happens without them? Skipped with a reason; in CI a failure."""

from __future__ import annotations

from pathlib import Path

import pytest

from built import ROOT, is_ci

MODULES = ROOT / "node_modules"
AXE = Path("axe-core") / "axe.min.js"
ACORN = Path("acorn") / "dist" / "acorn.js"
VALIDATOR = Path("vnu-jar") / "build" / "dist" / "vnu.jar"


def require_module(part: Path) -> Path:
    """Return a file of an npm package; without it, skip, or fail where nobody reads the summary."""
    path = MODULES / part
    if not path.is_file():
        missing = f"没有找到 {part.parts[0]}：相关的测试没有运行。请先运行 npm ci。"
        if is_ci():
            pytest.fail(missing, pytrace=False)
        pytest.skip(missing)
    return path
