"""`prove`: a folder on disk against the content, whatever its receipt says."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from chuxiong_site.build.folder import prove_folder
from chuxiong_site.build.site import build_site
from chuxiong_site.cli import commands
from chuxiong_site.publishing.receipt import RECEIPT
from sample_projects import copy_fixture, create_options, replace_in


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Publish the small project and return its content folder."""
    folder = copy_fixture("small", tmp_path)
    assert build_site(create_options(folder)).published
    return folder


def prove(content: Path, *arguments: str) -> tuple[int, str]:
    """Run the command on the published folder."""
    site = str(content.parent / "_site")
    result = CliRunner().invoke(commands, ["prove", site, "--content", str(content), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_a_published_site_is_proved(content: Path) -> None:
    """As it was published every place of the folder is what the content says."""
    code, said = prove(content)
    assert (code, "处处与内容相同" in said) == (0, True)


def test_the_receipt_is_not_asked(content: Path) -> None:
    """A changed number is named with its file, though nothing is left of the receipt."""
    site = content.parent / "_site"
    (site / RECEIPT).unlink()
    page = site / "2023" / "facts.html"
    page.write_bytes(page.read_bytes().replace(b">120", b">121", 1))
    code, said = prove(content)
    assert code == 1
    assert "2023/facts.html" in said
    assert "121" in said


def test_what_is_missing_and_what_is_more(content: Path) -> None:
    """A lost file and a file that nobody made are both named."""
    site = content.parent / "_site"
    (site / "data" / "2023" / "facts.csv").unlink()
    (site / "news.html").write_text("<h1>5 条消息</h1>", encoding="utf-8")
    code, said = prove(content)
    assert code == 1
    assert "没有这个文件" in said
    assert "news.html" in said


@pytest.mark.parametrize(
    "name",
    ["index.html", "data/2023/facts.json", "data/2023/facts.xlsx", "data/2023.zip", "data/2023/search-data.js",
     "data/2023/facts.csv", "data/datapackage.json", "data/2023/charts/money.svg", "data/2023-offline.html",
     "data/facts.csv", "data/csv-metadata.json", "data/catalog.jsonld", "data/2023/facts.xbrl.json", "data/2023/indicators.xsd"],
)  # fmt: skip
@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00\x00", b"{}", b"[1]", b"<p"], ids=repr)
def test_a_broken_file_is_no_traceback(content: Path, name: str, data: bytes) -> None:
    """Whatever stands in a file, the proof says which file it is and goes on."""
    (content.parent / "_site" / name).write_bytes(data)
    code, said = prove(content)
    assert code == 1
    assert name in said


def test_content_that_changed_since(content: Path) -> None:
    """Where the content says something else now, the old site is not what it says."""
    replace_in(content / "indicators.yaml", "name: 网上可办的政务服务事项", "name: 网上能办的政务服务事项")
    code, said = prove(content)
    assert code == 1
    assert "网上可办的政务服务事项" in said


def test_content_that_is_wrong(content: Path) -> None:
    """Nothing can be proved by content that is wrong itself: its own problems are told."""
    (content / "indicators.yaml").write_text("indicators: [", encoding="utf-8")
    code, said = prove(content)
    assert code == 1
    assert "indicators.yaml" in said
    assert "没有核对网站" in said
    assert "没有得到证明" not in said


def test_every_place_is_named_in_words(content: Path) -> None:
    """A number that is wrong in many sentences of one page is told for each of them, and no value as code has it."""
    site = content.parent / "_site"
    page = next(
        path for path in sorted((site / "2023").glob("*.html")) if path.read_bytes().count(b"120") > 5
    )
    page.write_bytes(page.read_bytes().replace(b"120", b"121"))
    code, said = prove(content)
    assert code == 1
    assert "同样的共" not in said
    assert not re.search(r"Decimal|\[[('\"]|2023/ ", said)


def test_phrases_that_cannot_be_read(content: Path) -> None:
    """A list of the project's own phrases in another encoding is named, not passed over."""
    phrases = content.parent / "templates" / "phrases.txt"
    phrases.parent.mkdir()
    phrases.write_bytes("共 5 条".encode("gb18030"))
    options = replace(create_options(content), root=content.parent)
    proof = prove_folder(options, content.parent / "_site")
    assert [Path(problem.place.file).name for problem in proof.content_problems] == ["phrases.txt"]


def test_no_such_folder(tmp_path: Path) -> None:
    """A folder that is not there is a mistake of the command line."""
    result = CliRunner().invoke(commands, ["prove", str(tmp_path / "none")])
    assert result.exit_code == 2
    assert "没有这个文件夹" in result.output


def test_for_programs(content: Path) -> None:
    """As JSON every place has its file."""
    page = content.parent / "_site" / "terms.html"
    page.write_bytes(page.read_bytes().replace("词语".encode(), "词语5".encode(), 1))
    code, said = prove(content, "--format", "json")
    assert code == 1
    assert '"E601"' in said
