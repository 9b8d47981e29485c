"""What do all tests share: the built site, the browser (and what happens without one), `--accept`? No network."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import settings

from built import ROOT, BuiltSite, build_project, is_ci
from sample_projects import check_small_project

if sys.dont_write_bytecode:
    # Dozens of tests start Python anew, and each would compile the whole program. Where that is not to be kept
    # beside the sources, it is kept out of the way.
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(ROOT / ".cache" / "compiled")
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    del os.environ["PYTHONDONTWRITEBYTECODE"]

settings.register_profile(
    "site", deadline=None
)  # a busy machine is no fault; speed is measured in benchmarks/
settings.load_profile("site")

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
PLAYWRIGHT_FOLDERS = (".cache/ms-playwright", "Library/Caches/ms-playwright", "AppData/Local/ms-playwright")
PLAYWRIGHT_PROGRAMS = ("chromium-*/chrome-linux*/chrome", "chromium-*/chrome-win*/chrome.exe")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE ::1",
)
"""The last one keeps every request on this machine. To stop and release each of them from here would do so too,
but costs a round trip for every file of every page and turns the browser's cache off.
"""
LOCAL_SCHEMES = frozenset({"file", "data", "blob", "about"})
LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
HOW_TO_GET_ONE = (
    "没有找到 Chromium，浏览器测试不能运行。"
    "请安装 Chromium、Chrome 或 Edge（Debian、Ubuntu：sudo apt install chromium），"
    "或用环境变量 CHUXIONG_CHROMIUM 写明它的路径；只想运行其余的测试，加上 --without-browser。"
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let staff accept what the program makes now, and say that they have no browser."""
    parser.addoption("--accept", action="store_true", help="rewrite the expected files of the golden tests")
    parser.addoption(
        "--without-browser", action="store_true", help="leave out the tests that need a Chromium"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to accept anything, or to leave anything out, where nobody looks."""
    if config.getoption("--accept") and is_ci():
        raise pytest.UsageError("--accept 改写的是判断对错的标准，不能在 CI 里用。")
    if config.getoption("--without-browser") and is_ci():
        raise pytest.UsageError("--without-browser 少做一部分测试，不能在 CI 里用。")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Say whether expected files are to be rewritten."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Build the project's own site once; each worker has its own."""
    return build_project(ROOT / "content", tmp_path_factory.mktemp("site") / "_site")


@pytest.fixture(scope="session")
def known_words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache that knows the words of the small project: to cut them anew, a dictionary is loaded for a second."""
    folder = tmp_path_factory.mktemp("words")
    check_small_project(folder)
    for path in (folder / ".cache").iterdir():
        if not path.name.startswith("words-"):
            path.unlink()
    return folder / ".cache"


def find_chromium() -> str | None:
    """Return the Chromium to drive: the one named, else one on the path, in its usual place, or Playwright's own."""
    if named := os.environ.get("CHUXIONG_CHROMIUM"):
        return shutil.which(named)
    on_path = next((found for name in NAMES if (found := shutil.which(name))), None)
    return (
        on_path
        or next((place for place in PLACES if Path(place).is_file()), None)
        or find_playwright_chromium()
    )


def find_playwright_chromium() -> str | None:
    """Return the newest Chromium that Playwright has installed."""
    named = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    folders = [Path(named)] if named else [Path.home() / folder for folder in PLAYWRIGHT_FOLDERS]
    programs = [
        path for folder in folders for pattern in PLAYWRIGHT_PROGRAMS for path in folder.glob(pattern)
    ]
    return str(max(programs)) if programs else None


def is_foreign(url: str) -> bool:
    """Say whether a request would leave this machine."""
    parts = urlsplit(url)
    return parts.scheme not in LOCAL_SCHEMES and parts.hostname not in LOCAL_HOSTS


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the browser tests out when told so, and only then: without a browser they fail."""
    if config.getoption("--without-browser"):
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("browser")])
        items[:] = [item for item in items if not item.get_closest_marker("browser")]


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say loudly, at the end, that a part was left out."""
    if config.getoption("--without-browser"):
        terminalreporter.section("浏览器测试", yellow=True, bold=True)
        terminalreporter.write_line("照 --without-browser 的吩咐，没有运行。", yellow=True)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Return the browser's path; a test that cannot run has not passed."""
    path = find_chromium()
    if path is None:
        pytest.fail(HOW_TO_GET_ONE, pytrace=False)
    return path


@pytest.fixture(scope="session")
def base_url() -> None:
    """Have no address in common: pages open from folders. The plugin's own fixture is of a deprecated kind."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], chromium_path: str) -> dict[str, Any]:
    """Start the Chromium that was found, and let it do nothing on its own."""
    headless = [] if browser_type_launch_args.get("headless") is False else ["--headless"]
    return {**browser_type_launch_args, "executable_path": chromium_path, "args": [*headless, *QUIET]}


@pytest.fixture
def foreign_requests() -> Iterator[list[str]]:
    """Collect the requests that would have left this machine; a test that leaves one in the list has failed."""
    requests: list[str] = []
    yield requests
    assert requests == [], f"the page asked for addresses beyond this machine: {requests}"


@pytest.fixture
def new_context(new_context: Callable[..., Any], foreign_requests: list[str]) -> Callable[..., Any]:
    """Open browser contexts that write down who would leave this machine; the browser itself lets nobody."""

    def note(request: Any) -> None:
        if is_foreign(request.url):
            foreign_requests.append(request.url)

    def open_context(**options: Any) -> Any:
        context = new_context(**options)
        context.on("request", note)
        return context

    return open_context
