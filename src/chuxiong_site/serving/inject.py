"""Turn a page of the site into one of the preview: one script more, and a policy that allows it.

The published bytes have none of this: it is added while a page is served.
"""

from __future__ import annotations

import re
from html import escape, unescape

POLICY = re.compile(rb'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)')
NEEDED = ("script-src", "style-src", "connect-src")
"""The preview's script, its style sheet, and the connection that tells of changes."""
OWN = "'self'"


def inject_preview(page: bytes, *, path: str, version: str) -> bytes:
    """Return the page with the preview's script in its head."""
    attributes = f'data-path="{escape(path)}" data-version="{escape(version)}"'
    script = f'<script src="/_preview/preview.js" {attributes} defer></script>\n'.encode()
    opened = POLICY.sub(lambda match: match[1] + _open(match[2]) + match[3], page, count=1)
    head, end, rest = opened.partition(b"</head>")
    return head + script + end + rest if end else script + head


def _open(policy: bytes) -> bytes:
    return escape(open_policy(unescape(policy.decode())), quote=True).replace("&#x27;", "'").encode()


def open_policy(policy: str) -> str:
    """Return a content policy that also lets the preview's own script, style sheet and connection through."""
    rules = {words[0]: words[1:] for part in policy.split(";") if (words := part.split())}
    for name in NEEDED:
        allowed = [source for source in rules.get(name, []) if source != "'none'"]
        rules[name] = allowed if OWN in allowed else [OWN, *allowed]
    return "; ".join(" ".join([name, *sources]) for name, sources in rules.items())
