"""Who sees the preview when it is opened to a network: who has the token, and nobody else?"""

from __future__ import annotations

import http.client
from collections.abc import Iterator

import pytest

from chuxiong_site.cli.serve import draw_code
from chuxiong_site.serving.access import Access, create_access, find_own_address, refuse_request
from chuxiong_site.serving.folders import Folders
from chuxiong_site.serving.http import PreviewServer
from chuxiong_site.serving.serve import NotOurAddressError, open_server
from chuxiong_site.serving.state import Preview
from command_runs import create_run
from previews import serve_soundly

HOST = "127.0.0.1"


@pytest.fixture
def server(preview: Preview, folders: Folders) -> Iterator[PreviewServer]:
    """Serve the small project with a token."""
    with serve_soundly(preview, folders, Access(host="0.0.0.0", token="secret-1")) as made:
        yield made


def ask(server: PreviewServer, target: str, **headers: str) -> tuple[int, http.client.HTTPMessage, bytes]:
    """Return the answer to a request."""
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=60)
    try:
        connection.request("GET", target, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def test_without_the_token_there_is_nothing(server: PreviewServer) -> None:
    """No page, file, problem or event goes to who has no token or a wrong one, in the address or as a cookie."""
    targets = (
        "/",
        "/2023/full.html",
        "/_preview/problems",
        "/_preview/events?path=x",
        "/?token=",
        "/?token=x",
    )
    given: tuple[dict[str, str], ...] = (
        {},
        {"Cookie": f"preview-{server.server_port}=x"},
        {"Cookie": "=;=;\x01"},
    )
    for target in targets:
        for headers in given:
            status, _, body = ask(server, target, **headers)
            assert status == 403, target
            assert b"token=" in body
            assert "示例" not in body.decode()


def test_the_token_opens_once_and_the_cookie_after(server: PreviewServer) -> None:
    """The token in the address is taken out of it at once and kept as a cookie that scripts and other sites cannot use."""
    status, headers, _ = ask(server, "/2023/full.html?a=1&token=secret-1")
    assert (status, headers["Location"]) == (303, "/2023/full.html?a=1")
    cookie = headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert str(server.server_port) in cookie


def test_with_the_cookie_everything_is_there(preview: Preview, folders: Folders) -> None:
    """With the cookie pages come as on this machine; by a name that leads here, nothing does."""
    access = create_access("0.0.0.0")
    with serve_soundly(preview, folders, access) as server:
        _, headers, _ = ask(server, f"/{access.query}")
        cookie = headers["Set-Cookie"].partition(";")[0]
        assert ask(server, "/", Cookie=cookie)[0] == 200
        assert ask(server, "/_preview/problems", Cookie=cookie)[0] == 200
        assert ask(server, "/", Cookie=cookie, Host="evil.example")[0] == 421


def test_a_redirect_stays_here() -> None:
    """A path of two slashes, with the token, leads to no other host."""
    access = Access(host="0.0.0.0", token="a")
    answer = refuse_request(access, 8000, "//evil.example/x?token=a", host="192.0.2.7:8000", cookie=None)
    assert answer is not None
    assert answer.location == "/x"


def test_on_this_machine_alone_no_token_is_needed() -> None:
    """The loopback has no token, whatever its number; every other address has a new one each time."""
    assert create_access("127.0.0.1").token == create_access("::1").token == ""
    tokens = {create_access("0.0.0.0").token for _ in range(5)}
    assert len(tokens) == 5
    assert min(map(len, tokens)) > 20
    assert refuse_request(Access(), 8000, "/", host="localhost:8000", cookie=None) is None
    refused = refuse_request(Access(), 8000, "/", host="192.0.2.7", cookie=None)
    assert refused is not None
    assert refused.status == 421


def test_the_address_to_type_is_one_of_this_machine() -> None:
    """For all addresses the one that others reach is shown, with the token; an address of six parts stands in brackets."""
    assert find_own_address("0.0.0.0") != "0.0.0.0"
    assert Access(host="::1").shown_host == "[::1]"
    assert Access(host="0.0.0.0", token="a b").query == "?token=a+b"


def test_an_address_of_others(preview: Preview, folders: Folders) -> None:
    """An address that this machine has not is told from a port that is taken."""
    with pytest.raises(NotOurAddressError):
        open_server(0, preview, folders, print, Access(host="192.0.2.1", token="a"))


@pytest.mark.parametrize("address", ["phone.example", "192.0.2", "192.0.2.1"])
def test_mistaken_addresses(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], address: str
) -> None:
    """What is no address, or none of this machine's, is answered in one sentence, exit code 2."""
    ran = create_run(monkeypatch, capfd)("serve", "--host", address)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"--host 写得不对：「{address}」不是")


def test_a_code_for_the_phone() -> None:
    """On a terminal the whole address is shown as a code to be photographed; into a file or with another encoding it is not."""
    address = "http://192.0.2.7:8000/?token=a"
    assert draw_code(address, is_terminal=False, encoding="utf-8") == ""
    assert draw_code(address, is_terminal=True, encoding="gbk") == ""
    drawn = draw_code(address, is_terminal=True, encoding="utf-8").splitlines()
    assert len(drawn) > 10
    assert len({len(line) for line in drawn}) == 1
    assert set("".join(drawn)) <= set("█▀▄ \u00a0")
