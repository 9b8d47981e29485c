"""The program as a library: each step a function, one base for all that it raises, nothing done by importing it."""

from __future__ import annotations

import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

import chuxiong_site
from built import ROOT
from chuxiong_site import ContentError, SiteError, analyse, check, diff, draft, load, prove, publish, render
from chuxiong_site.publishing.errors import NotOursError
from sample_projects import copy_fixture, replace_in

GUIDE = ROOT / "docs" / "library.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Copy the small project."""
    return copy_fixture("small", tmp_path)


def test_the_five_steps(content: Path, tmp_path: Path) -> None:
    """A folder is loaded, analysed, rendered, proved and published, and what stands on disk is the same site."""
    findings = analyse(load(content))
    site = render(findings, root=tmp_path)
    assert prove(findings, site, root=tmp_path) == ()
    publish(site, tmp_path / "out", content=content)
    for path, data in site.items():
        assert (tmp_path / "out" / path).read_bytes() == data


def test_a_changed_page_is_not_proved(content: Path) -> None:
    """The proof names the file that says something else."""
    findings = analyse(load(content))
    site = render(findings, root=content.parent)
    fact = findings.reports[0].facts[0].display.encode()
    path = "2023/full.html"
    faults = prove(findings, {**site, path: site[path].replace(fact, b"9" + fact)})
    assert path in {fault.place.file for fault in faults}


def test_wrong_content_is_raised(content: Path) -> None:
    """Whatever is wrong comes as one exception with every problem in it, and as words."""
    replace_in(content / "reports" / "2023.md", "主要表现在:", "主要表现:")
    with pytest.raises(ContentError) as raised:
        load(content)
    assert {problem.code for problem in raised.value.problems} == {"E310"}
    assert "E310" in str(raised.value)
    assert [problem.code for problem in check(content, root=content.parent)] == ["E310"]


def test_a_foreign_folder_is_left_alone(content: Path, tmp_path: Path) -> None:
    """An output folder with other things in it is refused with an error of the one family."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("甲", encoding="utf-8")
    with pytest.raises(SiteError) as raised:
        publish({"index.html": b""}, tmp_path / "mine", content=content)
    assert isinstance(raised.value, NotOursError)


def test_numerals_are_read() -> None:
    """Any text is read."""
    (numeral,) = chuxiong_site.read_numerals("办结1.2万件。")
    assert (numeral.value, numeral.unit) == (Decimal(12000), "件")


def test_a_draft_and_what_differs(content: Path) -> None:
    """A raw text becomes the files of a new year, which are written by whoever asked; two contents are compared."""
    project = load(content)
    made = draft(content / "reports" / "2023.txt", project, year="2024", source_url="https://example.org/")
    assert {path.name for path in made.files} == {"2024.md", "2024.txt", "2024.draft.yaml"}
    assert not (content / "reports" / "2024.md").exists()
    assert diff(content, content).is_empty


def test_every_error_is_of_one_family() -> None:
    """Each exception of the package's own has the one base."""
    package = Path(chuxiong_site.__file__).parent
    bases = {
        name: base
        for path in package.rglob("*.py")
        for name, base in re.findall(r"^class (\w+Error)\((.*)\):", path.read_text("utf-8"), re.MULTILINE)
    }
    assert len(bases) > 5
    assert {name for name, base in bases.items() if not base.startswith("SiteError")} == {"SiteError"}


def test_importing_does_nothing() -> None:
    """The package is imported without touching the environment and without any other package of ours or of others."""
    script = (
        "import os, sys; before = dict(os.environ); import chuxiong_site;"
        "print(before == dict(os.environ), sorted(n for n in sys.modules if n.partition('.')[0] in"
        " {'chuxiong_site', 'pydantic', 'jieba', 'yaml', 'jinja2', 'click'}))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "True ['chuxiong_site', 'chuxiong_site.version']"


def test_everything_promised_is_there() -> None:
    """Every name of the package can be had, and is described."""
    for name in chuxiong_site.__all__:
        thing = getattr(chuxiong_site, name)
        assert isinstance(thing, str) or thing.__doc__
    assert (Path(chuxiong_site.__file__).parent / "py.typed").is_file()
    with pytest.raises(AttributeError):
        _ = chuxiong_site.nothing


def test_the_guide_is_true(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example of the documentation runs as it stands and prints what it says."""
    code, said = re.findall(r"```(?:python|text)\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)[:2]
    monkeypatch.chdir(tmp_path)
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "PATH": ""},
    )
    assert ran.stderr.decode() == ""
    assert ran.stdout.decode() == said
    assert (tmp_path / "_site" / "index.html").is_file()
    assert content.is_dir()


def test_what_is_nothing_of_the_kind(content: Path, tmp_path: Path) -> None:
    """A text without a body and a folder that is no side of a comparison are refused in words."""
    (tmp_path / "empty.txt").write_text("\n\n", encoding="utf-8")
    with pytest.raises(SiteError, match=r"找不到正文|空的"):
        draft(tmp_path / "empty.txt", load(content), year="2024")
    (tmp_path / "folder").mkdir()
    with pytest.raises(SiteError, match="不是网站文件夹"):
        diff(tmp_path / "folder", content)
