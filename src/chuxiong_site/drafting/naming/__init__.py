"""Decisions of staff about a report and its catalogues → the smallest change of the content files that a person would write."""
