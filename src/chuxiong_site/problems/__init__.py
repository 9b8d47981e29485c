"""What can be wrong with content, as values. Nothing here prints or stops anything."""

from .codes import CODES, Explanation, explain, is_of_site, is_warning, stops
from .consequences import leave_out_consequences
from .describe import FORMATS, describe_problems
from .listing import sort_problems
from .locate import locate_problems, shorten_path
from .nearest import describe_nearest, find_nearest
from .problem import Problem, create_problem

__all__ = [
    "CODES",
    "FORMATS",
    "Explanation",
    "Problem",
    "create_problem",
    "describe_nearest",
    "describe_problems",
    "explain",
    "find_nearest",
    "is_of_site",
    "is_warning",
    "leave_out_consequences",
    "locate_problems",
    "shorten_path",
    "sort_problems",
    "stops",
]
