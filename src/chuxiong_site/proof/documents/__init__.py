"""How finished files are read back: each kind by a reader of its own, as what it says, where, of what."""
