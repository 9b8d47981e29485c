"""Do browser tests see local pages, and nothing beyond this machine?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser


def test_a_page_opens_from_a_folder(page: Any, tmp_path: Path, foreign_requests: list[str]) -> None:
    """A page and its script load from a folder, as by double click, without a request to any other machine."""
    (tmp_path / "page.html").write_text(
        '<!doctype html><meta charset="utf-8"><title>楚雄</title><script src="page.js"></script>',
        encoding="utf-8",
    )
    (tmp_path / "page.js").write_text("document.title += '年报'", encoding="utf-8")
    page.goto((tmp_path / "page.html").as_uri())
    assert page.title() == "楚雄年报"
    assert foreign_requests == []


def test_a_foreign_request_is_stopped_and_recorded(
    new_context: Any, tmp_path: Path, foreign_requests: list[str]
) -> None:
    """A picture from another host is never asked for, in a context of the test's own too, and its address is kept."""
    (tmp_path / "page.html").write_text('<img src="https://beyond.invalid/pixel.png">', encoding="utf-8")
    page = new_context(java_script_enabled=False).new_page()
    page.goto((tmp_path / "page.html").as_uri())
    assert foreign_requests == ["https://beyond.invalid/pixel.png"]
    foreign_requests.clear()


@pytest.mark.parametrize(
    "host", ["beyond.invalid", "192.0.2.1", "[2001:db8::1]", "127.0.0.2", "this-machine"]
)
def test_only_this_machine_can_be_reached(page: Any, foreign_requests: list[str], host: str) -> None:
    """The browser resolves no name and no address but this machine's own, whatever a page asks for."""
    with pytest.raises(Exception, match="ERR_NAME_NOT_RESOLVED"):
        page.goto(f"http://{host}:8080/", timeout=5000)
    foreign_requests.clear()
