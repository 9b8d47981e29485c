"""The page for addresses that lead nowhere. It carries its own style: it may be served at any depth.

Where the site's address is known its links are whole addresses. Else they are those of a page at the root, and a
script finds the root that they start from; without scripts the page says how readers find it themselves.
"""

from __future__ import annotations

import base64
import hashlib

from markupsafe import Markup

from ...analysis.palette import compute_palette
from ...model import addresses
from ...model.records import dataclass
from ..frame.nav import Link
from ..frame.page import Context, Page, describe_page

STYLE = (
    "body{margin:0 auto;padding:12vh 1.25rem;max-width:34em;font:1.125rem/1.8 sans-serif;"
    "color:#1e1b16;background:#fbfaf6}h1{font:600 1.75rem/1.4 serif}p{text-wrap:pretty}"
    "ul{margin:1.5em 0;padding:0;list-style:none}a{display:inline-block;min-height:44px;line-height:44px;"
    "color:LIGHT}"
    "@media(prefers-color-scheme:dark){body{color:#e9e3d8;background:#191613}a{color:DARK}}"
)
PROBE = addresses.SEARCH
"""A page that stands at the root of the site and nowhere else in it."""
SCRIPT = f"""(function () {{
  "use strict";
  var links = document.querySelectorAll("a");
  var steps = location.pathname.split("/").slice(1, -1);
  function lead(root) {{
    Array.prototype.forEach.call(links, function (link) {{
      link.href = root + link.getAttribute("href");
    }});
  }}
  /* From the folder that was asked for upwards: the first in which our own page answers is the site's. */
  function probe(length) {{
    var root = "/" + steps.slice(0, length).map(function (step) {{ return step + "/"; }}).join("");
    var request = new XMLHttpRequest();
    request.open("HEAD", root + "{PROBE}");
    request.onload = function () {{
      if (request.status === 200) {{
        lead(root);
      }} else if (length > 0) {{
        probe(length - 1);
      }}
    }};
    request.send();
  }}
  if (location.protocol !== "file:") {{
    probe(steps.length);
  }}
}})();"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage:
    """What the page shows."""

    style: Markup
    style_hash: str
    links: tuple[Link, ...]
    """Whole addresses, because the page may stand in for any; from the site root without a base URL."""
    script: Markup
    """What finds the site root; empty with a base URL."""
    script_hash: str


def describe_not_found(context: Context) -> Page:
    """Return the self-contained page for unknown addresses."""
    base, report = context.site.base_url, context.report
    links = (
        Link(text="首页", href=addresses.HOME),
        Link(text="目录", href=addresses.report_page(report, "index")),
        Link(text="全文", href=addresses.report_page(report, "full")),
        Link(text="搜索", href=addresses.SEARCH),
    )
    palette = compute_palette(context.site.theme.accent)
    style = STYLE.replace("LIGHT", palette.light).replace("DARK", palette.dark)
    script = "" if base else SCRIPT
    body = NotFoundPage(
        style=Markup(style),
        style_hash=_hash(style),
        links=tuple(
            Link(text=link.text, href=addresses.absolute(base, link.href) or link.href) for link in links
        ),
        script=Markup(script),
        script_hash=_hash(script) if script else "",
    )
    return describe_page(
        context,
        path=addresses.NOT_FOUND,
        title="没有这个网页",
        description="这个地址没有网页。",
        kind="not_found",
        body=body,
    )


def _hash(code: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}"
