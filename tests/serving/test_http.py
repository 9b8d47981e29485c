"""What does a browser get, and what does the terminal, when the preview itself makes a mistake?"""

from __future__ import annotations

import json
import socket
import struct
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from chuxiong_site.build.options import Options, Outcome
from chuxiong_site.serving.folders import Folders
from chuxiong_site.serving.http import PreviewServer
from chuxiong_site.serving.state import Preview
from previews import rebuild_preview, serve_preview
from sample_projects import replace_in

PATIENCE = 300.0


def break_down() -> bytes:
    """Fail as a file of the site may that is made when it is asked for."""
    raise ZeroDivisionError("算错了")


@dataclass(slots=True)
class Served:
    """A preview server in this process, with what it told of."""

    preview: Preview
    server: PreviewServer
    failures: list[Exception] = field(default_factory=list)

    def read(self, path: str) -> tuple[int, str]:
        """Return status and body of an answer."""
        try:
            with urllib.request.urlopen(self.server.url + path, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def break_page(self, path: str) -> None:
        """Let a page of the shown site fail when it is asked for."""
        site = {**self.preview._site, path: break_down}
        self.preview.update(Outcome(problems=(), findings=self.preview.findings, site=site))


@pytest.fixture
def served(preview: Preview, folders: Folders) -> Iterator[Served]:
    """Serve the small project."""
    failures: list[Exception] = []
    with serve_preview(preview, folders, failures.append) as server:
        yield Served(preview, server, failures)


def test_a_page_that_fails(served: Served, options: Options) -> None:
    """A mistake of ours is a page that says so and a failure told; other pages go on, and the next save mends it."""
    served.break_page("terms.html")
    status, page = served.read("terms.html")
    assert status == 500
    assert "程序自己出了错" in page
    assert "ZeroDivisionError：算错了" in page
    assert [type(error) for error in served.failures] == [ZeroDivisionError]
    assert served.failures[0].__traceback__ is not None
    assert served.read("index.html")[0] == 200
    replace_in(options.content / "site.yaml", "name: 示例年报站", "name: 改名年报站")
    rebuild_preview(served.preview, options)
    assert served.read("terms.html")[0] == 200


def test_an_open_page_that_fails(served: Served) -> None:
    """An open page that cannot be made any more hears what went wrong, and goes on listening."""
    url = f"{served.server.url}_preview/events?path=terms.html&version=x"
    with urllib.request.urlopen(url, timeout=PATIENCE) as events:
        assert events.readline() == b"event: problems\n"
        served.break_page("terms.html")
        told = iter(events.readline, b"")
        problems = next(json.loads(line[5:])["problems"] for line in told if b"ZeroDivision" in line)
        assert problems[0]["code"] == "E601"
        served.preview.report(())
        assert next(told) == b"\n"
        assert next(told) == b"event: problems\n"
    assert {type(error) for error in served.failures} == {ZeroDivisionError}


def test_a_browser_that_goes_away(served: Served) -> None:
    """A browser that hangs up while it is being answered is no failure."""
    port = served.server.server_port
    for _ in range(5):
        with socket.create_connection(("127.0.0.1", port)) as gone:
            gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            gone.sendall(b"GET /2023/full.html HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    assert served.read("index.html")[0] == 200
    assert served.failures == []
