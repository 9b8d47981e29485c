"""Check the addresses that staff write; they become links, so nothing else may stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from ..model.place import Place
from ..problems import Problem

if TYPE_CHECKING:
    from ..model.project import KeyPath  # the models of the catalogue files come with it

MARKS = r"\s@<>\"'“”‘’「」，。；："
MAIL = re.compile(rf"[^{MARKS}]+@[^{MARKS}]+\.[^{MARKS}]+")
NOT_IN_ADDRESSES = re.compile(r"[\s\x00-\x1f\x7f<>\"'\\^`{|}“”‘’]")
NOT_BEFORE_A_PATH = re.compile("[?#「」《》，。；]")
BAD_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
LABEL = "[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?"
HOST = re.compile(rf"{LABEL}(?:\.{LABEL})*|\[[0-9a-f:.]+\]")
FILE = re.compile(r"[^/]+\.(?:[sx]?html?|php|aspx?|jsp)", re.IGNORECASE)
UNRESERVED = "/%:@!$&()*+,;=~-._"
"""What stays as it is in the path of an address."""
EXPECTED = {
    "base_url": "网站所在文件夹的网址，例如 https://example.org/report/",
    "repository": "仓库的网址，例如 https://example.org/name/report",
    "source_url": "以 https:// 或 http:// 开头的网址，没有空格和引号",
    "data_licence.url": "以 https:// 或 http:// 开头的网址，没有空格和引号",
    "contact": "邮箱，例如 name@example.org",
}
"""Key → what it has to look like."""
JOINED = frozenset({"base_url", "repository"})
"""Addresses that get the path of a page at their end."""
HINTS = {
    "base_url": "写到网站所在的文件夹为止；还没有网址就留空。",
    "contact": "两头不要引号；没有邮箱就留空。",
}
HINT = "从浏览器的地址栏整个抄来；没有就留空。"
"""For the other keys."""


def check_addresses(values: Mapping[str, object], places: Mapping[KeyPath, Place]) -> list[Problem]:
    """Return a problem for every filled-in address that is not one; a key may be a path: `data_licence.url`."""
    paths = {key: tuple(key.split(".")) for key in EXPECTED}
    return [
        Problem(
            code="E218",
            place=places[paths[key]],
            found=f"「{value}」{fault}",
            expected=expected,
            hint=HINTS.get(key, HINT),
        )
        for key, expected in EXPECTED.items()
        if isinstance(value := _find_value(values, paths[key]), str)
        and value
        and (fault := find_fault(key, value.strip()))
    ]


def _find_value(values: object, path: tuple[str, ...]) -> object:
    for key in path:
        values = values.get(key) if isinstance(values, Mapping) else None
    return values


def check_source(value: str, place: Place) -> list[Problem]:
    """Return a reminder where the address of the official page is not written."""
    if value:
        return []
    return [Problem(code="W411", place=place, found="官方原页的网址没有填", expected="官方网页的网址")]


def find_fault(key: str, value: str) -> str:
    """Return in words why a value cannot be the address that its key asks for; empty when it can."""
    if key == "contact":
        return "" if MAIL.fullmatch(value) else "不像邮箱"
    fault = _find_web_fault(value)
    if not fault and key in JOINED:
        fault = _find_joining_fault(value)
    if not fault and key == "base_url" and FILE.fullmatch(value.rpartition("/")[2]):
        fault = f"里有文件名「{value.rpartition('/')[2]}」：只写到文件夹为止"
    return fault


def _find_web_fault(value: str) -> str:
    if not re.match("https?://", value, re.IGNORECASE):
        return "不像网址：没有以 https:// 或 http:// 开头"
    if mark := NOT_IN_ADDRESSES.search(value.partition("//")[2]):
        return f"里有网址里不能有的「{mark[0]}」" if mark[0].strip() else "里有空格"
    try:
        parts = urlsplit(value)
        host, _ = _encode_host(parts.hostname or ""), parts.port
    except ValueError:
        return "的主机名或端口不对"
    if "@" in parts.netloc:
        return "里有用户名或密码：它会印在每一页上"
    if not HOST.fullmatch(host):
        return f"的主机名「{parts.hostname or ''}」不对" if parts.hostname else "没有主机名"
    return "里的「%」后面不是两位十六进制数" if BAD_PERCENT.search(value) else ""


def _find_joining_fault(value: str) -> str:
    """Return why no path can follow an address."""
    if mark := NOT_BEFORE_A_PATH.search(value):
        return f"里有「{mark[0]}」：后面接不了网页的路径"
    steps = urlsplit(value).path.split("/")[1:]
    if "" in steps[:-1]:
        return "里有连着的两个「/」"
    return "里有「.」或「..」这样的路径" if {unquote(step) for step in steps} & {".", ".."} else ""


def normalise_base_url(url: str) -> str:
    """Return a sound site address as machines write it: host in ASCII, path encoded, `/` at its end; empty stays empty."""
    if not url:
        return ""
    parts = urlsplit(url.strip())
    port = f":{parts.port}" if parts.port is not None else ""
    path = quote(parts.path.strip("/"), safe=UNRESERVED)
    folder = f"{path}/" if path else ""
    return f"{parts.scheme}://{_encode_host(parts.hostname or '')}{port}/{folder}"


def _encode_host(host: str) -> str:
    """Return a host name in ASCII: 青禾.中国 as machines ask for it. Raises ValueError for what is none."""
    if ":" in host:
        return f"[{host}]"
    return host.encode("idna").decode("ascii").lower().removesuffix(".") if host else ""
