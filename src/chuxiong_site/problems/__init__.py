"""What can be wrong with content, as values. Nothing here prints or stops anything."""

from .catalogue import CODES, Explanation, explain, is_warning
from .describe import FORMATS, describe_problems
from .nearest import describe_nearest
from .problem import Problem, sort_problems

__all__ = [
    "CODES",
    "FORMATS",
    "Explanation",
    "Problem",
    "describe_nearest",
    "describe_problems",
    "explain",
    "is_warning",
    "sort_problems",
]
