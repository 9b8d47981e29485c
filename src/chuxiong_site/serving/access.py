"""Who may see the preview (this machine alone, or also whoever in the same network has its address with the token), and who may write."""

from __future__ import annotations

import hmac
import secrets
import socket
from email.message import Message
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from urllib.parse import parse_qs, urlencode, urlsplit

from ..model.records import dataclass
from .answers import Answer, is_own_host

LOOPBACK = "127.0.0.1"
TOKEN = "token"
"""The name of the token in the address."""
SHUT_PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>要带口令的地址</title></head>
<body><p>这个预览要用终端里写的整个地址打开，连同 ?token= 和后面的字。</p></body></html>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Where the preview listens, and the token that every request needs; none where only this machine can ask."""

    host: str = LOOPBACK
    token: str = ""

    @property
    def shown_host(self) -> str:
        """The address by which others reach this machine; a family's sixth version in brackets."""
        host = find_own_address(self.host) if ip_address(self.host).is_unspecified else self.host
        return f"[{host}]" if ":" in host else host

    @property
    def query(self) -> str:
        """What the address of the home page ends with."""
        return f"?{urlencode({TOKEN: self.token})}" if self.token else ""


def create_access(host: str) -> Access:
    """Return the access for an address to listen at: with a new token, unless only this machine reaches it."""
    return Access(host=host, token="" if ip_address(host).is_loopback else secrets.token_urlsafe(16))


def find_own_address(host: str) -> str:
    """Return this machine's address in its network, asked of its own routes: nothing is sent; its loopback without any."""
    family, elsewhere = (socket.AF_INET6, "2001:db8::1") if ":" in host else (socket.AF_INET, "192.0.2.1")
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((elsewhere, 9))
        except OSError:
            return "::1" if ":" in host else LOOPBACK
        return str(probe.getsockname()[0])


def refuse_request(
    access: Access, port: int, target: str, *, host: str | None, cookie: str | None
) -> Answer | None:
    """Return the answer to who may not see the preview, or has to come again with a cookie; `None` for who may."""
    if not access.token:
        return None if is_own_host(host) else Answer(status=421, type="text/plain", body=b"")
    if not is_own_host(host) and not _is_address(host):
        return Answer(status=421, type="text/plain", body=b"")
    name = f"preview-{port}"
    if _is_token(access, _read_cookie(cookie, name)):
        return None
    parts = urlsplit(target)
    query = parse_qs(parts.query)
    if not _is_token(access, query.pop(TOKEN, [""])[0]):
        return Answer(status=403, type="text/html; charset=utf-8", body=SHUT_PAGE.encode())
    rest = urlencode(query, doseq=True)
    return Answer(
        status=303,
        type="text/plain",
        body=b"",
        location="/" + parts.path.lstrip("/") + (f"?{rest}" if rest else ""),
        cookie=f"{name}={access.token}; Path=/; HttpOnly; SameSite=Lax",
    )


def refuse_writing(access: Access, headers: Message, token: str) -> bool:
    """Tell whether a request may not write: only pages of this machine's own preview may, that know the token of this run.

    A preview that others can see is for looking: nobody writes there.
    """
    origin = headers.get("Origin")
    foreign = origin is not None and urlsplit(origin).netloc != headers.get("Host")
    known = hmac.compare_digest(token.encode(), str(headers.get("X-Token", "")).encode())
    return bool(access.token) or not is_own_host(headers.get("Host")) or foreign or not known


def _is_address(host: str | None) -> bool:
    """Tell whether a request names a bare address: names of others can be made to lead here, addresses cannot."""
    try:
        ip_address(urlsplit(f"//{host or ''}").hostname or "")
    except ValueError:
        return False
    return True


def _is_token(access: Access, given: str) -> bool:
    return hmac.compare_digest(access.token.encode(), given.encode())


def _read_cookie(header: str | None, name: str) -> str:
    try:
        cookies = SimpleCookie(header or "")
    except CookieError:
        return ""
    return cookies[name].value if name in cookies else ""
