"""Print on any terminal: a character that its encoding has not is written as its number, which JSON reads too."""

from __future__ import annotations

import codecs
import io
import json
import sys

ESCAPING = "chuxiong_site.escape"


def let_streams_escape() -> None:
    """Have standard output escape what it cannot encode, as standard error does, instead of failing."""
    codecs.register_error(ESCAPING, escape)
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors=ESCAPING)


def escape(error: UnicodeError) -> tuple[str, int]:
    r"""Return the characters that could not be encoded as JSON writes them: `\ud840\udc00`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end
