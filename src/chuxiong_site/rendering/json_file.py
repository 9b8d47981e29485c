"""How every JSON file that people may open is written: in lines, Chinese as it is, the same bytes every time."""

from __future__ import annotations

import json


def render_json_file(data: object) -> bytes:
    """Return data as a JSON file, keys in the order given."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
