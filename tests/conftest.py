"""What do all tests share: the built site, the browser (and what happens without one), `--accept`? No network."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import settings

from built import FIXTURES, RICH, ROOT, BuiltSite, build_project, is_ci
from chuxiong_setup.machine import read_machine
from chuxiong_setup.test_tools import BrowserTools, find_browser_tools, find_driver_node
from chuxiong_site.build import keeping
from chuxiong_site.content.read_program import read_program
from no_browser import describe_no_browser
from npm_tools import declared, describe_missing_tools
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
ONE_FONT = (
    "只有一种中文字体：版面没有在另一种字体下试过（python build.py test 在 Linux 上会试着取来另一种）。"
)
MISSING_WORDS = ("没有", "只有一种")
"""How the reasons begin for which something is left out that could be tried elsewhere."""
MISSING = pytest.StashKey[str]()
"""Why a test cannot run here."""


@pytest.fixture(autouse=True)
def private_memory(request: pytest.FixtureRequest) -> None:
    """Let a test that may change the program keep nothing for others: what it keeps counts under its own name only."""
    if "monkeypatch" in request.fixturenames:
        changed = f"{read_program()} as {request.node.nodeid} has it"
        request.getfixturevalue("monkeypatch").setattr(keeping, "read_program", lambda: changed)


@cache
def find_browser() -> BrowserTools | None:
    """Return the browser to drive: the one named, else one that is there, else one that was brought."""
    return find_browser_tools(read_machine(), ROOT)


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
    if driver := find_driver_node(read_machine(), ROOT, Path(sys.prefix)):
        os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(driver)


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Say whether expected files are to be rewritten."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Build the rich project once; each worker has its own."""
    return build_project(RICH, tmp_path_factory.mktemp("site") / "_site", allowed=frozenset({"W407"}))


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Build the smallest project once: one short report."""
    return build_project(FIXTURES / "small", tmp_path_factory.mktemp("small") / "_site")


@pytest.fixture(scope="session")
def known_words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache that knows the words of the small project: to cut them anew, a dictionary is loaded for a second."""
    folder = tmp_path_factory.mktemp("words")
    check_small_project(folder)
    for path in (folder / ".cache").iterdir():
        if not path.name.startswith("words-"):
            path.unlink()
    return folder / ".cache"


def is_foreign(url: str) -> bool:
    """Say whether a request would leave this machine."""
    parts = urlsplit(url)
    return parts.scheme not in LOCAL_SCHEMES and parts.hostname not in LOCAL_HOSTS


def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave the browser tests out when told so; find out which others lack something, and in CI let none be left out."""
    if unmarked := [item.nodeid for item in items if asks_for_browser(item) and not is_marked(item)]:
        raise pytest.UsageError(f"要浏览器、却没有标 browser 的测试：{'、'.join(unmarked)}")
    if config.getoption("--without-browser"):
        config.hook.pytest_deselected(items=[item for item in items if is_marked(item)])
        items[:] = [item for item in items if not is_marked(item)]
    for item in items:
        if missing := describe_missing(item):
            item.stash[MISSING] = missing
    if is_ci() and (reasons := sorted({item.stash[MISSING] for item in items if MISSING in item.stash})):
        report = pytest.CollectReport(
            nodeid="测试要用的程序", outcome="failed", longrepr="\n".join(reasons), result=[]
        )
        session.ihook.pytest_collectreport(report=report)
        items.clear()  # workers would run the others first


def asks_for_browser(item: pytest.Item) -> bool:
    """Tell whether a test, or what it is given, starts a browser."""
    return "browser_type_launch_args" in getattr(item, "fixturenames", ())


def is_marked(item: pytest.Item) -> bool:
    """Tell whether a test says that it needs a browser."""
    return item.get_closest_marker("browser") is not None


def describe_missing(item: pytest.Item) -> str:
    """Return what a test needs and the machine has not, and how to get it; empty when it can run."""
    if item.get_closest_marker("browser") and find_browser() is None:
        return describe_no_browser()
    wanted = (name for marker in item.iter_markers("needs") for name in marker.args)
    return describe_missing_tools(frozenset(wanted))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what cannot run here, from one place, so that the summary says it in one line."""
    if missing := item.stash.get(MISSING, ""):
        pytest.skip(missing)
    declared.clear()
    declared.update(name for marker in item.iter_markers("needs") for name in marker.args)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say loudly, at the end, that a part was left out, and why."""
    skipped = (report.longrepr for report in terminalreporter.getreports("skipped"))
    reasons = Counter(
        str(place[2]).removeprefix("Skipped: ") for place in skipped if isinstance(place, tuple)
    )
    lines = [
        f"{count} 项测试没有运行。{reason}"
        for reason, count in reasons.items()
        if reason.startswith(MISSING_WORDS)
    ]
    if config.getoption("--without-browser"):
        lines.append("浏览器测试照 --without-browser 的吩咐，没有运行。")
    if lines:
        terminalreporter.section("少做了一部分", yellow=True, bold=True)
    for line in lines:
        terminalreporter.write_line(line, yellow=True, bold=True)


@pytest.fixture(scope="session")
def base_url() -> None:
    """Have no address in common: pages open from folders. The plugin's own fixture is of a deprecated kind."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the browser that was found, with the variables it needs, and let it do nothing on its own."""
    found = find_browser()
    assert found is not None, "a test without the marker `browser` asks for one"
    headless = [] if browser_type_launch_args.get("headless") is False else ["--headless"]
    return {
        **browser_type_launch_args,
        "executable_path": str(found.program),
        "args": [*headless, *QUIET],
        "env": {**os.environ, **found.environment},
    }


@pytest.fixture(scope="session")
def browser_in_other_fonts(launch_browser: Callable[..., Any]) -> Iterator[Any]:
    """Start the browser where only other Chinese fonts are to be seen: their lines are higher, their letters wider."""
    found = find_browser()
    if found is None or found.other_fonts is None:
        pytest.skip(ONE_FONT)
    browser = launch_browser(env={**os.environ, **found.other_fonts})
    yield browser
    browser.close()


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
