"""Files → Project. The only layer that reads from disk; it never writes and never guesses."""

from .load import load_project
from .read_cache import read_cache
from .read_digests import read_digests
from .read_files import read_templates
from .read_packages import find_plotly, read_plotly_version, read_versions
from .read_program import read_program

__all__ = [
    "find_plotly",
    "load_project",
    "read_cache",
    "read_digests",
    "read_plotly_version",
    "read_program",
    "read_templates",
    "read_versions",
]
