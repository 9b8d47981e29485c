"""Does the preview add what it needs to a page while serving it, and nothing to what is published?"""

from __future__ import annotations

import pytest

from built import BuiltSite
from chuxiong_site.serving.inject import inject_preview, open_policy


@pytest.mark.parametrize(
    ("policy", "opened"),
    [
        (
            "default-src 'none'; script-src 'self'; style-src 'self'",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
        ),
        (
            "script-src 'sha256-AAAA='; connect-src 'none'",
            "script-src 'self' 'sha256-AAAA='; connect-src 'self'; style-src 'self'",
        ),
        ("", "script-src 'self'; style-src 'self'; connect-src 'self'"),
    ],
)
def test_the_policy_lets_the_preview_in(policy: str, opened: str) -> None:
    """The page's own rules stay, and the preview's script, style sheet and connection are let through."""
    assert open_policy(policy) == opened


def test_every_page_of_the_site(built_site: BuiltSite) -> None:
    """Every page gets the script once, in its head, and a policy that lets it connect; its body stays the same."""
    for path, page in built_site.pages.items():
        served = inject_preview(page.encode(), path=path, version="abc").decode()
        head, body = served.split("</head>", 1)
        assert body == page.split("</head>", 1)[1], path
        assert (
            head.count(f'<script src="/_preview/preview.js" data-path="{path}" data-version="abc" defer>')
            == 1
        )
        assert "connect-src 'self'" in head, path


def test_nothing_of_it_is_published(built_site: BuiltSite) -> None:
    """No file of the published site speaks of the preview."""
    named = [path for path in built_site.site if b"_preview" in built_site.read(path)]
    assert named == []


def test_names_are_escaped() -> None:
    """A path cannot end the attribute it stands in."""
    served = inject_preview(b"<head></head>", path='"><b>', version="")
    assert b"<b>" not in served
