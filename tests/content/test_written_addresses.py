"""Is what staff write an address? One rule for the files and for the command line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources import create_source

from chuxiong_site.content.addresses import check_addresses, find_fault, normalise_base_url
from chuxiong_site.content.read_yaml import read_yaml


@pytest.mark.parametrize(
    ("url", "normalised"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("https://example.org/a", "https://example.org/a/"),
        ("HTTPS://Example.ORG/A", "https://example.org/A/"),
        ("http://localhost:8000", "http://localhost:8000/"),
        ("http://127.0.0.1/", "http://127.0.0.1/"),
        ("http://[::1]:80/a", "http://[::1]:80/a/"),
        ("https://楚雄.中国/报告", "https://xn--65vu28g.xn--fiqs8s/%E6%8A%A5%E5%91%8A/"),
        ("https://xn--fiqs8s.example/%E6%8A%A5", "https://xn--fiqs8s.example/%E6%8A%A5/"),
        ("https://example.org/v1.2", "https://example.org/v1.2/"),
        ("https://example.org./", "https://example.org/"),
        ("", ""),
    ],
)
def test_site_addresses(url: str, normalised: str) -> None:
    """Case, trailing slash and Chinese names become one form, in which every machine can ask for a page."""
    assert not url or find_fault("base_url", url) == ""
    assert normalise_base_url(url) == normalised


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("example.org", "开头"),
        ("ftp://example.org", "开头"),
        ("https：//example.org", "开头"),
        ("https://", "没有主机名"),
        ("https:///a", "没有主机名"),
        ("https://a..org", "主机名"),
        ("https://-a.org", "主机名"),
        ("https://example.org:99999", "端口"),
        ("https://example.org:a", "端口"),
        ("https://user:pw@example.org/", "用户名或密码"),
        ("https://user@example.org/", "用户名或密码"),
        ("https://example.org/a b", "空格"),
        ("https://example.org/\u3000a", "空格"),
        ("https://example.org\\a", "「\\」"),
        ("https://example.org/a/index.html", "文件名「index.html」"),
        ("https://example.org/a.HTM", "文件名「a.HTM」"),
        ("https://example.org/?a=1", "「?」"),
        ("https://example.org?", "「?」"),
        ("https://example.org/#top", "「#」"),
        ("https://example.org//a", "两个「/」"),
        ("https://example.org/a/../b", "「..」"),
        ("https://example.org/%2E%2e/b", "「..」"),
        ("https://example.org/%zz", "「%」"),
        ("https://example.org/a。", "「。」"),
    ],
)
def test_no_site_address(url: str, said: str) -> None:
    """What no page's path can follow is refused, each in words of its own."""
    assert said in find_fault("base_url", url)


@given(st.text(max_size=20))
def test_any_text_is_judged(text: str) -> None:
    """No text whatever breaks the rule, and what it lets pass can be normalised, once and for all."""
    url = f"https://{text}"
    if not find_fault("base_url", url):
        normalised = normalise_base_url(url)
        assert normalised.isascii()
        assert normalised.endswith("/")
        assert normalise_base_url(normalised) == normalised


@pytest.mark.parametrize(
    ("key", "value", "right"),
    [
        ("base_url", "https://example.org/a/", True),
        ("base_url", "", True),
        ("base_url", "example.org", False),
        ("base_url", "https://example.org/a/index.html", False),
        ("repository", "https://example.org/name/report", True),
        ("repository", "javascript:alert(1)", False),
        ("repository", 'https://example.org/"onclick="', False),
        ("repository", "https://example.org/?tab=code", False),
        ("source_url", "https://example.org/a.jsp?id=1#text", True),
        ("source_url", "https://example.org//info/《办法》.htm", True),
        ("source_url", "ftp://example.org", False),
        ("source_url", "https://user:pw@example.org/a.html", False),
        ("contact", "name@example.org", True),
        ("contact", "name@", False),
        ("contact", "<a>@example.org", False),
    ],
)
def test_in_files(key: str, value: str, right: bool) -> None:
    """What becomes a link has to be an address; official pages may have any name and query."""
    document = read_yaml(create_source(f"{key}: '{value}'\n", "site.yaml"))
    problems = check_addresses(document.data, document.places)
    assert [problem.code for problem in problems] == ([] if right else ["E218"])
