"""Tell whether a published site still is what was published, byte for byte."""

from __future__ import annotations

import hashlib
from pathlib import Path

from .compare import verify_folder
from .errors import NotOursError
from .lock import find_work
from .output import DOT_FILES, check_place, resolve_output
from .receipt import RECEIPT, read_receipt


def is_untouched(out: Path, content: Path, receipt: str) -> bool:
    """Tell whether publishing there would change nothing: the site of a receipt with this SHA-256, and nothing else.

    Every file is read, because no date of one proves anything. False also where a run was cut off, and where the
    folder is not one to publish into.
    """
    try:
        check_place(out, content)
        data = (out / RECEIPT).read_bytes()
        stated = read_receipt(out)
        return (
            hashlib.sha256(data).hexdigest() == receipt
            and stated is not None
            and not find_work(resolve_output(out)).exists()
            and not any((out / name).read_bytes() for name in DOT_FILES)
            and not any((out / name).is_symlink() for name in stated.files)
            and not verify_folder(out, stated)
        )
    except (OSError, NotOursError):
        return False
