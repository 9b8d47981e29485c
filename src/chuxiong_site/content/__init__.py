"""Files → Project. The only layer that reads from disk; it never writes and never guesses."""

from .load import load_project
from .read_cache import read_cache
from .read_digests import read_digests
from .read_files import find_templates, read_templates
from .read_packages import read_chart_library, read_font, read_versions
from .read_program import read_program
from .read_site import read_site

__all__ = [
    "find_templates",
    "load_project",
    "read_cache",
    "read_chart_library",
    "read_digests",
    "read_font",
    "read_program",
    "read_site",
    "read_templates",
    "read_versions",
]
