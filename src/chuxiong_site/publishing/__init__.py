"""Site → disk, all at once or not at all. The only place that writes."""

from .cache import prepare_cache, share_cache, write_cache
from .compare import Difference, compare_receipts, verify_folder
from .errors import BusyError, NotOursError, Refusal, UnsafeNameError, WriteFailedError
from .lock import hold_output
from .output import MARKER, check_output, find_site, resolve_output
from .receipt import RECEIPT, Receipt, create_receipt, read_receipt, render_receipt
from .write_site import publish_site

__all__ = [
    "MARKER",
    "RECEIPT",
    "BusyError",
    "Difference",
    "NotOursError",
    "Receipt",
    "Refusal",
    "UnsafeNameError",
    "WriteFailedError",
    "check_output",
    "compare_receipts",
    "create_receipt",
    "find_site",
    "hold_output",
    "prepare_cache",
    "publish_site",
    "read_receipt",
    "render_receipt",
    "resolve_output",
    "share_cache",
    "verify_folder",
    "write_cache",
]
