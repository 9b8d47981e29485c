"""Share cards: what a page is about, as a picture for those who show a link to it. Made where the site's address is known."""

from .render import render_cards

__all__ = ["render_cards"]
