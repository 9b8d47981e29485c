"""Prepare `.venv` from the hash-pinned locks and run the site's command in it. Standard library only."""
