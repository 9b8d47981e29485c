"""The page for addresses that lead nowhere. It carries its own style: it may be served at any depth."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from .. import urls
from ..assets import compute_policy_hash
from ..page import Context, Page, describe_page

STYLE = (
    "body{margin:0 auto;padding:12vh 1.25rem;max-width:34em;font:1.125rem/1.8 sans-serif;"
    "color:#1e1b16;background:#fbfaf6}h1{font:600 1.75rem/1.4 serif}p{text-wrap:pretty}a{color:#a3271d}"
    "@media(prefers-color-scheme:dark){body{color:#e9e3d8;background:#191613}a{color:#e8877c}}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage:
    """What the page shows."""

    style: Markup
    style_hash: Markup
    home: str
    """Absolute, because the page may stand in for any address; empty without a base URL."""


def describe_not_found(context: Context) -> Page:
    """Return the self-contained page for unknown addresses."""
    base = context.site.base_url.rstrip("/")
    body = NotFoundPage(
        style=Markup(STYLE),
        style_hash=Markup(compute_policy_hash(STYLE)),
        home=f"{base}/{urls.HOME}" if base else "",
    )
    return describe_page(
        context,
        path=urls.NOT_FOUND,
        title="没有这个网页",
        description="这个地址没有网页。",
        kind="not_found",
        body=body,
    )
