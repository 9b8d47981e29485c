"""Portable file names, and names of files that operating systems and editors leave by themselves."""

from __future__ import annotations

import re

RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"]
)
"""Names of devices: Windows makes no file of such a name, whatever its case and its ending."""
UNPORTABLE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]|[. ]$')
"""What Windows refuses in a name, or silently drops from its end."""
LONGEST = 255
"""Bytes of a name that the usual file systems take."""

SYSTEM_FILES = re.compile(
    r"\._.*|\.ds_store|\.localized|\.apdisk|icon\r|__macosx|\.appledouble|\.trashes|\.fseventsd|\.temporaryitems"
    r"|\.spotlight-v100|\.documentrevisions-v100|\.volumeicon\.icns"  # macOS
    r"|thumbs\.db(?::encryptable)?|ehthumbs(?:_vista)?\.db|desktop\.ini|\$recycle\.bin|system volume information"  # Windows
    r"|\.directory|\.trash-\d+|\.nfs[0-9a-f]+|\.fuse_hidden[0-9a-f]+|@eadir|\.sync\.ffs_db"  # Linux, network drives
    r"|\.~.*|~\$.*"  # documents that are open in an office program
    r"|.*~|.*\.(?:bak|tmp)|\..*\.sw[a-px]|#.*#|\.#.*",  # what editors keep beside a file
    re.IGNORECASE | re.DOTALL,
)


def is_portable(name: str) -> bool:
    """Tell whether every system can have a file of this name, as it is written."""
    return (
        name not in {"", ".", ".."}
        and name.partition(".")[0].rstrip(" ").lower() not in RESERVED
        and UNPORTABLE.search(name) is None
        and len(name.encode("utf-8", "surrogatepass")) <= LONGEST
    )


def is_portable_path(path: str) -> bool:
    """Tell whether every system can have a file at this relative path, with forward slashes."""
    return all(map(is_portable, path.split("/")))


def is_system_file(name: str) -> bool:
    """Tell whether systems, office programs and editors leave files or folders of this name by themselves."""
    return SYSTEM_FILES.fullmatch(name) is not None
