"""One file a page type: its record, and how it is made from the findings."""
