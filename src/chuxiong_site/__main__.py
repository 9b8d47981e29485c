"""`python -m chuxiong_site`."""

from .cli import main

main()
