"""Fetch a page of another site once, and tell what came of it: the page, where it has moved to, that it is gone, that nobody answered."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

TIMEOUT = 30.0
"""Seconds for which an answer is waited for."""
MAX_BYTES = 30_000_000
GONE = frozenset({404, 410})
AGENT = "chuxiong-site (checks its own links)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came of a request."""

    address: str
    """Where the answer came from, after all redirections."""
    status: int = 0
    """Of HTTP; 0 where nobody answered."""
    kind: str = ""
    """The media type of the answer, without parameters."""
    data: bytes = b""
    reason: str = ""
    """Why there is no page, in the words of the system; empty where there is one."""

    @property
    def is_gone(self) -> bool:
        """Whether the site says that it has no such page."""
        return self.status in GONE

    @property
    def is_there(self) -> bool:
        """Whether there is a page."""
        return not self.reason


def fetch(address: str, timeout: float = TIMEOUT) -> Fetched:
    """Return what stands at an address of the web; never raises, whatever the other side does."""
    if urlsplit(address).scheme not in ("http", "https"):
        return Fetched(address=address, reason="不是 http 或 https 的网址")
    request = urllib.request.Request(
        quote(address, safe="%/:=&?~#+!$,;'@()*[]"), headers={"User-Agent": AGENT}
    )
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            return Fetched(
                address=answer.url,
                status=answer.status,
                kind=answer.headers.get_content_type(),
                data=answer.read(MAX_BYTES),
            )
    except urllib.error.HTTPError as error:
        with error:
            return Fetched(address=error.url or address, status=error.code, reason=f"HTTP {error.code}")
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = "等了很久没有回答" if is_timeout(error) else f"没有连上（{getattr(error, 'reason', error)}）"
        return Fetched(address=address, reason=reason)


def is_timeout(error: Exception) -> bool:
    """Tell whether nobody answered in time."""
    return isinstance(error, TimeoutError) or isinstance(getattr(error, "reason", None), TimeoutError)


def is_moved(wanted: str, found: str) -> bool:
    """Tell whether a page was found at another address than asked for; http become https is the same one."""
    one, other = urlsplit(quote(wanted, safe="%/:=&?~#+!$,;'@()*[]")), urlsplit(found)
    return (one.netloc, one.path or "/", one.query) != (other.netloc, other.path or "/", other.query)
