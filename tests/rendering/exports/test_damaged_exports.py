"""Is damage to what readers take away found when the site is proved as a whole?"""

from __future__ import annotations

import io
import zipfile

from built import RICH, ROOT, BuiltSite
from chuxiong_site.build.options import Options
from chuxiong_site.build.site import check_project
from chuxiong_site.proof import prove_site

WORKBOOK = "data/2023/facts.xlsx"


def rewrite(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """Return the workbook with one place of a part changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert old in content
                content = content.replace(old, new, 1)
            target.writestr(name, content)
    return stream.getvalue()


def check_workbook_with(site: BuiltSite, part: str, old: bytes, new: bytes) -> list[str]:
    """Return what the proof says of a changed workbook."""
    return site.prove(WORKBOOK, rewrite(site.read(WORKBOOK), part, old, new))


def test_the_site_itself_is_well(built_site: BuiltSite) -> None:
    """Nothing is found in a site as it was rendered."""
    assert prove_site(built_site.findings, built_site.site) == []


def test_the_same_content_gives_the_same_bytes(built_site: BuiltSite) -> None:
    """Rendered once more, every file that readers take away is equal byte for byte."""
    outcome = check_project(Options(content=RICH, out=built_site.folder, root=ROOT))
    assert outcome.site is not None
    names = [path for path in built_site.site if path.startswith(("data/", "embed/"))]
    assert len(names) > 20
    for name in names:
        assert outcome.site[name] == built_site.site[name], name


def test_a_number_changed_in_the_workbook_is_found(built_site: BuiltSite) -> None:
    """A value other than the text's is named with its row."""
    found = check_workbook_with(built_site, "xl/worksheets/sheet3.xml", b"<v>97.65</v>", b"<v>97.75</v>")
    assert [words for words in found if "97.75" in words]


def test_a_formula_in_the_workbook_is_found(built_site: BuiltSite) -> None:
    """A computed cell is named as one: a workbook that computes is not believed."""
    found = check_workbook_with(
        built_site, "xl/worksheets/sheet3.xml", b"<v>97.65</v>", b"<f>1+1</f><v>97.65</v>"
    )
    assert len(found) == 1
    assert found[0].endswith("是公式")


def test_a_missing_workbook_is_found(built_site: BuiltSite) -> None:
    """Without the file every table is missing."""
    damaged = {path: data for path, data in built_site.site.items() if path != WORKBOOK}
    assert any(problem.place.file == WORKBOOK for problem in prove_site(built_site.findings, damaged))
