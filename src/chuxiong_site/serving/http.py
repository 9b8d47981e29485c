"""The preview's HTTP server: the standard library's, on this machine's own address only."""

from __future__ import annotations

import sys
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from .answers import (
    EVENTS,
    Answer,
    answer_failure,
    answer_request,
    is_own_host,
    render_failure,
    render_problems,
)
from .folders import Folders
from .state import Preview

HOST = "127.0.0.1"
KEEP_ALIVE = 10.0
"""Seconds after which a silent connection is tried, so that closed pages do not keep a thread."""


OnFailure = Callable[[Exception], None]
"""Is told of a mistake of ours, with its traceback."""


class PreviewServer(ThreadingHTTPServer):
    """Serves one preview; a thread a request."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = sys.platform != "win32"
    """On Windows it would let two programs share a port."""

    def __init__(self, port: int, preview: Preview, folders: Folders, on_failure: OnFailure) -> None:
        self.preview = preview
        self.folders = folders
        self.on_failure = on_failure
        super().__init__((HOST, port), _Handler)

    @property
    def url(self) -> str:
        """The address of the home page."""
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell of everything but browsers that went away."""
        del request, client_address
        error = sys.exception()
        if isinstance(error, Exception) and not isinstance(error, ConnectionError | TimeoutError):
            self.on_failure(error)


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if not is_own_host(self.headers.get("Host")):
            self._send(Answer(status=HTTPStatus.MISDIRECTED_REQUEST, type="text/plain", body=b""))
        elif urlsplit(self.path).path == EVENTS:
            self._send_events()
        else:
            self._send(self._answer())

    do_HEAD = do_GET  # noqa: N815  # the base class's name

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Leave the terminal to what staff need to know."""

    def _answer(self) -> Answer:
        try:
            return answer_request(self.server.preview, self.server.folders, self.path)
        except Exception as error:  # the preview outlives any mistake
            self.server.on_failure(error)
            return answer_failure(error)

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if answer.location:
            self.send_header("Location", answer.location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _send_events(self) -> None:
        """Tell a page what is wrong now, and when it is to load itself again, until it goes away."""
        query = {key: values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}
        path, version = query.get("path", ""), query.get("version", "")
        preview = self.server.preview
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        epoch = -1
        while not preview.stopped:
            now = preview.wait(epoch, KEEP_ALIVE)
            if now == epoch:
                self._say(": \n\n")
                continue
            epoch = now
            self._say(self._describe_news(path, version))

    def _describe_news(self, path: str, version: str) -> str:
        """Return the events for a page: the problems, and a reload when it would show something else now."""
        preview, folders = self.server.preview, self.server.folders
        try:
            problems, is_new = render_problems(preview, folders), preview.compute_version(path) != version
        except Exception as error:  # the page hears of it, and of the next save too
            self.server.on_failure(error)
            problems, is_new = render_failure(error, folders), False
        return f"event: problems\ndata: {problems}\n\n" + "event: reload\ndata: \n\n" * is_new

    def _say(self, text: str) -> None:
        self.wfile.write(text.encode())
        self.wfile.flush()
