"""What do the publishing tests start from? A published site, and both ways of swapping."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import FIRST

from chuxiong_site.publish import publish_site, swap


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return an output folder in which a site was published."""
    folder = tmp_path / "_site"
    publish_site(FIRST, folder)
    return folder


@pytest.fixture(params=["kernel", "two steps"])
def swapping(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Swap folders in one step of the kernel where that exists, and in two steps."""
    if request.param == "two steps":
        monkeypatch.setattr(swap, "exchange", lambda _a, _b: False)
    return str(request.param)
