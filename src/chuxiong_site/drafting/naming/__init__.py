"""Decisions of staff about numbers → the smallest change of the content files that a person would write."""
