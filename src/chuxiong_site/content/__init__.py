"""Files → Project. The only layer that reads from disk; it never writes and never guesses."""
