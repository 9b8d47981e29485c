"""The days that official pages print, as machines write them."""

from __future__ import annotations

import re


def iso_date(chinese: str) -> str:
    """Return 2024年01月18日 as 2024-01-18, anything else as an empty string."""
    match = re.fullmatch(r"(\d{4})年(\d{1,2})月(\d{1,2})日", chinese)
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else ""
