"""What does axe hold against a page as it is shown now?"""

from __future__ import annotations

from typing import Any

from npm_tools import require

STANDARD = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
LOOKS = ("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable")
"""The rules whose outcome depends on colours and sizes; all others see the same page in every mode."""
RUN = """([only, off]) => axe.run(document, {
  runOnly: only, resultTypes: ['violations'], preload: false,
  rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
}).then((result) => result.violations.flatMap((rule) =>
  rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`)))"""


def list_violations(page: Any, *, looks: bool = False, off: tuple[str, ...] = ()) -> list[str]:
    """Return rule and element of every violation; with `looks` of those rules only, `off` names rules that do not apply."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(require("axe-core").read_text(encoding="utf-8"))
    only = {"type": "rule", "values": LOOKS} if looks else {"type": "tag", "values": STANDARD}
    found: list[str] = page.evaluate(RUN, [only, list(off)])
    return found


def show(page: Any, *, theme: str = "light", type_size: str = "", width: int = 1280) -> None:
    """Show the page as a reader set it up: colours, type size, width of the window."""
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate(
        """([theme, size]) => { const root = document.documentElement;
          root.setAttribute('data-theme', theme);
          if (size) { root.setAttribute('data-type', size); } else { root.removeAttribute('data-type'); } }""",
        [theme, type_size],
    )
