"""How does one command prepare `.venv` from the hash-pinned locks and run the site in it? Standard library only."""
