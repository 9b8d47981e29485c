"""The preview's HTTP server: the standard library's, on this machine's own address unless another is asked for."""

from __future__ import annotations

import secrets
import socket
import sys
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from urllib.parse import parse_qs, urlsplit

from ..build.naming import NamingDesk
from .access import Access, refuse_request, refuse_writing
from .answers import EVENTS, OWN, Answer, answer_failure, answer_request, render_failure, render_problems
from .desk import answer_decision, answer_desk, answer_desk_page, answer_looking_only
from .folders import Folders
from .state import Preview

KEEP_ALIVE = 10.0
"""Seconds after which a silent connection is tried, so that closed pages do not keep a thread."""
DESK = f"{OWN}desk.html"
LONGEST = 65536
"""Bytes of a decision."""


OnFailure = Callable[[Exception], None]
"""Is told of a mistake of ours, with its traceback."""


class PreviewServer(ThreadingHTTPServer):
    """Serves one preview; a thread a request."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = sys.platform != "win32"
    """On Windows it would let two programs share a port."""

    def __init__(
        self,
        port: int,
        preview: Preview,
        folders: Folders,
        on_failure: OnFailure,
        access: Access | None = None,
    ) -> None:
        self.access = access or Access()
        self.address_family = socket.AF_INET6 if ":" in self.access.host else socket.AF_INET
        self.preview = preview
        self.folders = folders
        self.desk = NamingDesk(folders.content, folders.root / ".cache")
        self.decision_token = secrets.token_urlsafe(16)
        """What every decision says, so that no page of another site can decide."""
        self.on_failure = on_failure
        super().__init__((self.access.host, port), _Handler)

    def server_bind(self) -> None:
        """Listen, without asking the network for this machine's name: where nobody answers that takes long."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.access.shown_host, self.server_address[1]

    @property
    def url(self) -> str:
        """The address of the home page, with the token where one is needed."""
        return f"http://{self.access.shown_host}:{self.server_port}/{self.access.query}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell of everything but browsers that went away."""
        del request, client_address
        error = sys.exception()
        if isinstance(error, Exception) and not isinstance(error, ConnectionError | TimeoutError):
            self.on_failure(error)


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def parse_request(self) -> bool:
        """Refuse what no browser sends, addresses that cannot be read: it is no mistake of ours."""
        if not super().parse_request():
            return False
        try:
            for said in (self.path, f"//{self.headers.get('Host', '')}", self.headers.get("Origin", "")):
                urlsplit(said)
        except ValueError:
            self.send_error(400)
            return False
        return True

    def do_GET(self) -> None:
        refusal = refuse_request(
            self.server.access,
            self.server.server_port,
            self.path,
            host=self.headers.get("Host"),
            cookie=self.headers.get("Cookie"),
        )
        if refusal is not None:
            self._send(refusal)
        elif urlsplit(self.path).path == EVENTS:
            self._send_events()
        else:
            self._send(self._answer())

    do_HEAD = do_GET  # noqa: N815  # the base class's name

    def do_POST(self) -> None:
        """Take a decision from the desk's own page, which alone knows the token; nobody else may write."""
        server, said = self.server, self.headers.get("Content-Length", "")
        size = int(said) if said.isdecimal() and len(said) <= len(str(LONGEST)) else LONGEST + 1
        if refuse_writing(server.access, self.headers, server.decision_token) or size > LONGEST:
            self.close_connection = True
            self._send(Answer(status=403, type="text/plain", body=b""))
            return
        body, name = self.rfile.read(size), urlsplit(self.path).path.removeprefix(OWN)
        self._send(self._guard(lambda: answer_decision(server.desk, server.folders, name, body)))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Leave the terminal to what staff need to know."""

    def _answer(self) -> Answer:
        return self._guard(self._find_answer)

    def _find_answer(self) -> Answer:
        server, parts = self.server, urlsplit(self.path)
        if parts.path in {DESK, f"{OWN}desk"} and server.access.token:
            return answer_looking_only()
        if parts.path == DESK:
            return answer_desk_page(server.folders, server.decision_token)
        if parts.path == f"{OWN}desk":
            return answer_desk(server.desk, server.folders, parse_qs(parts.query).get("report", [""])[0])
        return answer_request(server.preview, server.folders, self.path)

    def _guard(self, answer: Callable[[], Answer]) -> Answer:
        try:
            return answer()
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
        if answer.policy:
            self.send_header("Content-Security-Policy", answer.policy)
        if answer.cookie:
            self.send_header("Set-Cookie", answer.cookie)
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
