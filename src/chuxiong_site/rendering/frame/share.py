"""The picture that a link to a page is shown with: its own card, else that of a page that says the same, else its report's, of the latest one for pages of the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...model import addresses
from ...model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SharePicture:
    """A picture for those who show links, and its words."""

    address: str
    width: int
    height: int
    words: str


def find_picture(
    pictures: Mapping[str, SharePicture], path: str, report_id: str, *, near: str = ""
) -> SharePicture | None:
    """Return the picture of the nearest page that has one, `near` before the report's; none for English pages: cards are in Chinese."""
    if path.startswith(addresses.ENGLISH):
        return None
    nearest = (path, near, f"{report_id}/index.html")
    return next((pictures[page] for page in nearest if page in pictures), None)


def describe_picture(picture: SharePicture) -> Iterator[tuple[str, str]]:
    """Yield the labels of a picture."""
    yield "og:image", picture.address
    yield "og:image:width", str(picture.width)
    yield "og:image:height", str(picture.height)
    yield "og:image:alt", picture.words
