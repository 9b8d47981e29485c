"""Ask every page of other sites that a built site links to whether it is still there; only tells, never fails.

`python tools/outer_links.py _site` prints a Markdown table of those that did not answer as they should.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urldefrag

from selectolax.lexbor import LexborHTMLParser

from fetching import TIMEOUT, Fetched, fetch, is_moved

AT_ONCE = 4
HOME = "index.html"


def list_outer_links(site: Path) -> dict[str, str]:
    """Return the addresses of other sites that pages link to, each with the first page that does; the site's own are none."""
    found: dict[str, str] = {}
    own = find_own_address(site)
    for path in sorted(site.rglob("*.html")):
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        for link in page.css("a[href]"):
            address = urldefrag(link.attributes.get("href") or "").url
            if address.startswith(("http://", "https://")) and not (own and address.startswith(own)):
                found.setdefault(address, path.relative_to(site).as_posix())
    return found


def find_own_address(site: Path) -> str:
    """Return where the site is to stand, as its home page says it; empty where it says none."""
    page = LexborHTMLParser((site / HOME).read_text(encoding="utf-8"))
    link = page.css_first("link[rel=canonical]")
    return ((link.attributes.get("href") or "") if link else "").removesuffix(HOME)


def check_links(links: Iterable[str], timeout: float = TIMEOUT) -> dict[str, Fetched]:
    """Return what came of asking each address once, a few at a time."""
    addresses = sorted(links)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip(addresses, pool.map(lambda address: fetch(address, timeout), addresses), strict=True))


def describe(links: Mapping[str, str], answers: Mapping[str, Fetched]) -> str:
    """Return a table of the links that are moved, gone or silent; one sentence where there are none."""
    rows = [
        f"| {address} | {links[address]} | {said} |"
        for address, answer in answers.items()
        if (said := _describe_answer(address, answer))
    ]
    if not rows:
        return f"{len(answers)} 个通向别的网站的链接都打得开。\n"
    head = f"{len(answers)} 个通向别的网站的链接，{len(rows)} 个要看一看：\n\n| 链接 | 在哪一页 | 怎样 |\n| --- | --- | --- |\n"
    return head + "\n".join(rows) + "\n"


def _describe_answer(address: str, answer: Fetched) -> str:
    if not answer.is_there:
        return "网站说没有这个网页" if answer.is_gone else answer.reason.replace("|", "／")
    return f"移到了 {answer.address}" if is_moved(address, answer.address) else ""


def main(arguments: Sequence[str]) -> int:
    """Run the command line; the end is 0 whatever the links do."""
    parser = argparse.ArgumentParser(description="看网站通向别处的链接是不是还打得开。")
    parser.add_argument("site", type=Path)
    parser.add_argument("--timeout", type=float, default=TIMEOUT)
    options = parser.parse_args(arguments)
    links = list_outer_links(options.site)
    sys.stdout.write(describe(links, check_links(links, options.timeout)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
