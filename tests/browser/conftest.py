"""Where do browsers find the built site: in a folder, at the root of a server, under a path of one?"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from visitor import Visitor, create_visitor

from built import BuiltSite

LOCAL = frozenset({"file", "data", "blob", "about"})

Open = Callable[..., Visitor]
"""Opens a visitor: where the site is served, then the options of the context."""


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site under a prefix and nothing outside it."""

    prefix = "/"

    def translate_path(self, path: str) -> str:
        """Return the file for an address; outside the prefix there is none."""
        if not path.startswith(self.prefix):
            return f"{self.directory}/outside-the-site"
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer an unknown address of the site as static hosts do: with its own page for that, at any depth."""
        if code != HTTPStatus.NOT_FOUND or not self.path.startswith(self.prefix):
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing: the tests report what matters."""


class _PrefixedHandler(_Handler):
    prefix = "/a/b/"


def _serve(folder: str, handler: type[_Handler]) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{handler.prefix}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def root_server(built_site: BuiltSite) -> Iterator[str]:
    """Serve the site at the root of a server."""
    yield from _serve(str(built_site.folder), _Handler)


@pytest.fixture(scope="session")
def path_server(built_site: BuiltSite) -> Iterator[str]:
    """Serve the site under /a/b/, as a project page is."""
    yield from _serve(str(built_site.folder), _PrefixedHandler)


@pytest.fixture
def visit(browser: Any, built_site: BuiltSite, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Open visitors that leave with the test: a page that stays open goes on costing the machine."""
    with _open_visitors(browser, built_site, request) as open_visitor:
        yield open_visitor


@pytest.fixture(scope="module")
def stay(browser: Any, built_site: BuiltSite, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Open visitors that live as long as the test file, for those that its tests share."""
    with _open_visitors(browser, built_site, request) as open_visitor:
        yield open_visitor


@pytest.fixture(scope="module", params=["browser", "browser_in_other_fonts"], ids=["fonts", "other-fonts"])
def stay_in_each_font(built_site: BuiltSite, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Open such visitors for tests of layout: once with the fonts of the machine, once with others."""
    with _open_visitors(request.getfixturevalue(request.param), built_site, request) as open_visitor:

        def open_measuring(place: str = "folder", **options: Any) -> Visitor:
            visitor = open_visitor(place, **options)
            visitor.measures = True
            return visitor

        yield open_measuring


@contextmanager
def _open_visitors(browser: Any, site: BuiltSite, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Return the opener; `place` is `folder`, `root_server` or `path_server`."""
    opened: list[Visitor] = []

    def open_visitor(place: str = "folder", **options: Any) -> Visitor:
        start = f"{site.folder.as_uri()}/" if place == "folder" else str(request.getfixturevalue(place))
        visitor = create_visitor(browser, lambda path: start + path, _is_foreign, **options)
        opened.append(visitor)
        return visitor

    yield open_visitor
    for visitor in opened:
        visitor.page.context.close()


def _is_foreign(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in LOCAL and parts.hostname != "127.0.0.1"
