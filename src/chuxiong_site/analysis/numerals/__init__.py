"""The reader of numbers in any Chinese official text: pure, exact, driven by the tables of this package."""

from .lexicon import HOTLINES
from .reader import read_numerals
from .unread import find_unread_digits

__all__ = ["HOTLINES", "find_unread_digits", "read_numerals"]
