"""Is every word of a picture that links are shown with proved, and what pages say of it? One change each, and the proof tells it."""

from __future__ import annotations

import re

import pytest
from rendered import Built, render_content

from chuxiong_site.proof import prove_site
from pictures import drop_words, read_picture, resize_picture, reword_picture
from sample_projects import copy_fixture

PAGE, CARD = "2023/services.html", "cards/2023/services.png"
BASE = "https://example.org/r"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Render the small project for an address."""
    return render_content(copy_fixture("small", tmp_path_factory.mktemp("cards")), base_url=BASE)


def prove_changed(built: Built, path: str, data: bytes) -> list[str]:
    """Return what the proof says of a file with other bytes."""
    assert data != built.site[path]
    return [
        f"{problem.place.file} {problem.found}"
        for problem in prove_site(built.findings, {**built.site, path: data})
    ]


def test_sound_site_has_no_fault(built: Built) -> None:
    """The site as it is published is proved."""
    assert CARD in built.site
    assert prove_site(built.findings, built.site) == []


def test_every_number_of_every_picture_is_proved(built: Built) -> None:
    """One other digit among the words of a picture, wherever it stands, and the picture is named."""
    tried = 0
    for path in (path for path in built.site if path.startswith("cards/")):
        words = read_picture(built.site[path])
        for match in re.finditer("[0-9]+", words):
            other = str(int(match[0]) + 1)
            found = prove_changed(
                built,
                path,
                reword_picture(built.site[path], words[: match.start()] + other + words[match.end() :]),
            )
            assert any(fault.startswith(f"{path} 预览图写着") for fault in found), (path, match[0])
            tried += 1
    assert tried > 10


def test_lost_and_added_words(built: Built) -> None:
    """A line that is missing and one too many are found."""
    words = read_picture(built.site[CARD]).split("\n")
    for lines in (words[:-1], [*words, "共 987 件"], words[::-1]):
        found = prove_changed(built, CARD, reword_picture(built.site[CARD], "\n".join(lines)))
        assert any(fault.startswith(f"{CARD} 预览图写着") for fault in found), lines


CHANGES = {
    "digit of the alternative": (r'(og:image:alt" content="[^"]*?)(\d)(?=[^"]*")', r"\g<1>9\2", "og:image:alt"),
    "width": (r'(og:image:width" content=")1200', r"\g<1>1201", "og:image:width"),
    "height": (r'(og:image:height" content=")630', r"\g<1>603", "og:image:height"),
    "picture of another page": (r"cards/2023/services\.png\?v=\w+", "cards/2023/index.png?v=0", "og:image"),
    "other bytes": (r"(cards/2023/services\.png\?v=)\w+", r"\g<1>00000000", "og:image"),
    "no picture": (r'<meta property="og:image" content="[^"]*">', "", "og:image"),
    "no alternative": (r'<meta property="og:image:alt" content="[^"]*">', "", "og:image:alt"),
    "small card": ("summary_large_image", "summary", "twitter:card"),
}  # fmt: skip
"""What is changed in the page's head, into what, and a word of what the proof says."""


@pytest.mark.parametrize("name", CHANGES)
def test_change_of_the_head_is_reported(built: Built, name: str) -> None:
    """A head that names or describes the picture wrongly is found out."""
    old, new, said = CHANGES[name]
    changed = re.sub(old, new, built.site[PAGE].decode(), count=1)
    found = prove_changed(built, PAGE, changed.encode())
    assert any(fault.startswith(PAGE) and said in fault for fault in found), found


def test_damaged_file(built: Built) -> None:
    """A file that is cut off, is no PNG, or says nothing is found out."""
    data = built.site[CARD]
    for damaged in (
        data[:-5],
        b"GIF89a",
        drop_words(data),
        data[:60] + b"x" + data[61:],
    ):
        assert any(fault.startswith(f"{CARD} 不是完好的") for fault in prove_changed(built, CARD, damaged))


def test_other_size(built: Built) -> None:
    """A picture of another size than the head says is found out."""
    found = prove_changed(built, CARD, resize_picture(built.site[CARD], 1201))
    assert any(fault.startswith(f"{CARD} 1201 × 630") for fault in found)


def test_picture_of_no_page(built: Built) -> None:
    """A picture that no page is shown with does not belong to the site."""
    problems = prove_site(built.findings, {**built.site, "cards/2023/full.png": built.site[CARD]})
    assert "cards/2023/full.png" in {problem.place.file for problem in problems}


def test_missing_picture(built: Built) -> None:
    """A page that names a picture which is not there is named."""
    without = {path: data for path, data in built.site.items() if path != CARD}
    assert PAGE in {problem.place.file for problem in prove_site(built.findings, without)}
