"""What readers take away: one file an export, listed in `registry.py`; what is made is read back by `check_*`."""
