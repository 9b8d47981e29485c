"""Cards → PNG files, and what the pages' heads say of them."""

from __future__ import annotations

from collections.abc import Mapping

from ...charts.colours import choose_colours
from ...model import addresses
from ...model.site import Artifact
from ..frame.assets import address_by_content
from ..frame.page import Context
from ..frame.png import add_description
from ..frame.share import SharePicture
from ..painting import paint_drawing
from .card import JOINT
from .describe import describe_cards
from .draw import HEIGHT, WIDTH, draw_card


def render_cards(
    contexts: tuple[Context, ...], font: Artifact
) -> tuple[Mapping[str, SharePicture], Mapping[str, bytes]]:
    """Return the pictures by their pages and the files by their paths; none while the site's address is not known."""
    site = contexts[0].site
    pictures: dict[str, SharePicture] = {}
    files: dict[str, bytes] = {}
    if not site.base_url:
        return pictures, files
    colours = choose_colours(site.theme.accent)
    for card in describe_cards(contexts):
        words, path = tuple(card.list_words()), addresses.card(card.page)
        if png := paint_drawing(draw_card(card, colours), colours, font):
            files[path] = add_description(png, "\n".join(words))
            pictures[card.page] = SharePicture(
                address=addresses.absolute(site.base_url, address_by_content(path, files[path])),
                width=WIDTH,
                height=HEIGHT,
                words=JOINT.join(words),
            )
    return pictures, files
