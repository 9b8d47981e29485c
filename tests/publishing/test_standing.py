"""Is a site made again whenever it would differ from the one that stands, and left alone only when it would not?"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from folders import read_folder

from built import ROOT
from chuxiong_site.build import site as building
from chuxiong_site.build.standing import STANDING
from chuxiong_site.content import fingerprint
from chuxiong_site.publishing.output import MARKER
from command_runs import Run
from sample_projects import replace_in, reseal

COSTLY = ("jieba", "jinja2", "lxml", "markdown_it", "plotly", "pydantic", "selectolax", "xlsxwriter", "yaml")
"""What is only imported to make, or to prove, a site."""


@pytest.fixture(name="built")
def build_first(run: Run, tmp_path: Path) -> Path:
    """Return the folder of a project whose site was built."""
    assert run("build").code == 0
    return tmp_path


def keep_times(path: Path, change: Callable[[Path], object]) -> None:
    """Change a file and give it back its dates, as a copying program or a clock set back may."""
    before = path.stat()
    change(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def is_made(run: Run, *options: str) -> bool:
    """Build, and tell whether the site was made anew."""
    ran = run("build", *options)
    assert ran.code == 0, ran.err
    return ran.out.startswith("网站已生成")


def exchange(path: Path, old: bytes, new: bytes) -> None:
    """Exchange bytes for as many others."""
    assert len(old) == len(new)
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, 1))


def test_nothing_changed(run: Run, built: Path) -> None:
    """The second build says what the first said, writes nothing, and says that the site is up to date."""
    before = {path: path.stat().st_ino for path in (built / "_site").rglob("*")}
    ran = run("build")
    where, counts, changes = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert where == f"网站已是最新：{Path('_site') / 'index.html'}"
    assert counts.startswith(f"{len([*(built / '_site').rglob('*.html')])} 页，15 个数字，5 项核对，")
    assert changes == "与上一次相比：没有变化。"
    assert {path: path.stat().st_ino for path in (built / "_site").rglob("*")} == before


def test_reminders_are_said_again(run: Run, tmp_path: Path) -> None:
    """Whoever builds again hears the same reminders, in every form; with --strict the build is refused as before."""
    replace_in(
        tmp_path / "content" / "indicators.yaml", "name: 下乡服务\n", "name: 下乡服务\n    drafted: true\n"
    )
    first = run("build")
    assert "提醒" in first.err
    again = run("build")
    assert again.out.startswith("网站已是最新")
    assert again.err == first.err
    assert run("build", "--format", "json").out.count('"code"') == first.err.count("提醒 ")
    assert run("build", "--strict").code == 1
    assert not is_made(run)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("indicators.yaml", "下乡服务", "上门服务"),
        ("site.yaml", "示例年报站", "范例年报站"),
        ("dictionary.txt", "", ""),
    ],
)
def test_content_with_the_same_date_and_size(run: Run, built: Path, name: str, old: str, new: str) -> None:
    """A content file with other bytes is noticed though its date and its size are the same."""
    path = built / "content" / name
    if not old:
        path.write_text("甲\n", encoding="utf-8")
        assert is_made(run)
        old, new = "甲", "乙"
    keep_times(path, lambda path: exchange(path, old.encode(), new.encode()))
    assert is_made(run)
    assert not is_made(run)


def test_a_word_of_the_report(run: Run, built: Path) -> None:
    """A word changed in the report and its capture is in the pages after the next build."""
    report = built / "content" / "reports" / "2023.md"
    for path in (report, report.with_suffix(".txt")):
        keep_times(path, lambda path: exchange(path, "部分村".encode(), "有些村".encode()))
    reseal(report)
    before = (built / "_site" / "2023" / "full.html").read_bytes()
    assert is_made(run)
    assert (built / "_site" / "2023" / "full.html").read_bytes() != before


def test_the_names_of_content_files(run: Run, built: Path) -> None:
    """A file too many beside the reports is told of, though nothing that is read has changed."""
    (built / "content" / "reports" / "2022.text").write_bytes(b"x")
    assert run("build").code == 1


def test_own_templates(run: Run, built: Path) -> None:
    """A template of the project's own counts when it comes, when it changes under the same date, and when it goes."""
    own = built / "templates" / "site" / "motion.css"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"a{color:red}\n")
    assert is_made(run)
    keep_times(own, lambda path: path.write_bytes(b"b{color:red}\n"))
    assert is_made(run)
    assert not is_made(run)
    own.unlink()
    assert is_made(run)


def test_the_chart_library(run: Run, built: Path) -> None:
    """Another plotly.js is another site."""
    bundle = built / "node_modules" / "plotly.js-basic-dist-min" / "plotly-basic.min.js"
    bundle.parent.mkdir(parents=True)
    for data in (b"/* plotly.js v9.9.1 */", b"/* plotly.js v9.9.2 */"):
        bundle.write_bytes(data)
        assert is_made(run)


def test_options(run: Run, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another address, another time of the build and another folder are built; the same again are not."""
    for options in (("--base-url", "https://example.org/a/"), ("--out", str(built / "other")), ()):
        assert is_made(run, *options), options
        assert not is_made(run, *options), options
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert is_made(run)
    assert not is_made(run)


def test_another_program(run: Run, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another line of the program, another package or another Python makes the site anew."""
    for module in ("content.fingerprint", "build.standing"):
        monkeypatch.setattr(f"chuxiong_site.{module}.read_program", lambda: "other")
    assert is_made(run)
    assert not is_made(run)
    assert (built / "_site" / MARKER).is_file()


def test_an_installed_package_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A package of another version is another program, since its choices can be seen in the pages."""
    from chuxiong_site.content.read_program import read_program

    monkeypatch.syspath_prepend(tmp_path)
    found = []
    for name in ("plotly-1.0.dist-info", "plotly-2.0.dist-info"):
        (tmp_path / name).mkdir()
        found.append(read_program.__wrapped__())
        (tmp_path / name).rmdir()
    found.append(read_program.__wrapped__())
    assert len(set(found)) == 3


@pytest.mark.parametrize("name", ["index.html", "2023/full.html", "data/2023/facts.json", "receipt.json"])
def test_an_edited_site_is_mended(run: Run, built: Path, name: str) -> None:
    """One byte exchanged in the output, under the same date and size, is noticed and mended."""
    whole = read_folder(built / "_site")
    path = built / "_site" / name

    def edit(path: Path) -> None:
        data = path.read_bytes()
        path.write_bytes(data[:-2] + bytes([data[-2] ^ 1]) + data[-1:])

    keep_times(path, edit)
    assert is_made(run)
    assert read_folder(built / "_site") == whole
    assert not is_made(run)


@pytest.mark.parametrize("name", ["index.html", ".nojekyll", "receipt.json", "data"])
def test_what_is_missing_is_brought_back(run: Run, built: Path, name: str) -> None:
    """A file that was deleted from the output, or moved away with its folder, is there again."""
    whole = read_folder(built / "_site")
    (built / "_site" / name).rename(built / "taken")
    assert is_made(run)
    assert read_folder(built / "_site") == whole


def test_a_foreign_file_is_refused(run: Run, built: Path) -> None:
    """A file of somebody else's in the output is not passed over because nothing else changed."""
    (built / "_site" / "notes.txt").write_bytes(b"mine")
    ran = run("build")
    assert ran.code == 2
    assert "notes.txt" in ran.err
    (built / "_site" / "notes.txt").rename(built / "_site" / ".DS_Store")
    assert not is_made(run)


def test_a_link_in_the_place_of_a_file(run: Run, built: Path) -> None:
    """A page that became a link is a file again."""
    page = built / "_site" / "index.html"
    page.rename(built / "elsewhere.html")
    page.symlink_to(built / "elsewhere.html")
    assert is_made(run)
    assert not page.is_symlink()


def test_another_site_in_the_folder(run: Run, built: Path) -> None:
    """A whole, sound site of other content in the output folder is not taken for this one."""
    replace_in(built / "content" / "site.yaml", "示例年报站", "别的年报站")
    run("build", "--out", str(built / "other"))
    replace_in(built / "content" / "site.yaml", "别的年报站", "示例年报站")
    assert is_made(run)
    (built / "_site").rename(built / "first")
    (built / "other").rename(built / "_site")
    assert is_made(run)
    assert read_folder(built / "_site") == read_folder(built / "first")


def test_a_run_that_was_cut_off(run: Run, built: Path) -> None:
    """What a killed run left beside the output is cleared away by the next build."""
    (built / "_site.work" / "new-0").mkdir(parents=True)
    assert is_made(run)
    assert not (built / "_site.work").exists()


def test_every_byte_of_the_memory_counts(run: Run, built: Path) -> None:
    """A damaged, shortened or foreign memory of the last build only costs the build."""
    kept = built / ".cache" / STANDING
    whole = kept.read_bytes()
    for data in (
        b"",
        whole[:-1],
        whole[:40],
        b"x" * len(whole),
        whole[:50] + bytes([whole[50] ^ 1]) + whole[51:],
    ):
        kept.write_bytes(data)
        assert is_made(run)
        assert kept.read_bytes() == whole
    kept.unlink()
    kept.mkdir()
    assert is_made(run)


def test_a_file_saved_while_building(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was built while a file changed, even there and back, is not taken for a build of what the file says now."""
    path = tmp_path / "content" / "site.yaml"
    right = path.read_bytes()
    check = building.render_project

    def check_another(*arguments: object) -> object:
        path.write_bytes(right.replace("示例年报站".encode(), "别的年报站".encode()))
        try:
            return check(*arguments)  # type: ignore[arg-type]
        finally:
            time.sleep(0.02)  # a system's clock for files ticks a few hundred times a second
            path.write_bytes(right)

    monkeypatch.setattr(building, "render_project", check_another)
    assert is_made(run)
    assert "别的年报站".encode() in (tmp_path / "_site" / "index.html").read_bytes()
    monkeypatch.undo()


def test_a_failed_build_is_not_remembered(run: Run, built: Path) -> None:
    """A content with an error is refused as often as it is built; put right, the site that still stands is known."""
    path = built / "content" / "indicators.yaml"
    right = path.read_bytes()
    path.write_bytes(right.replace(b"name:", b"nmae:", 1))
    assert [run("build").code, run("build").code] == [1, 1]
    path.write_bytes(right)
    assert not is_made(run)


@pytest.mark.usefixtures("built")
def test_a_file_that_cannot_be_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the system refuses a file, nothing is said to be up to date."""

    def refuse(path: str) -> object:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(fingerprint, "_read", refuse)
    assert is_made(run)


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["build"], ["--version"]])
def test_little_is_imported(built: Path, arguments: list[str]) -> None:
    """Neither help nor a build with nothing to do imports what makes a site."""
    listing = (
        f"import atexit, sys; atexit.register(lambda: print([m for m in {COSTLY} if m in sys.modules]))\n"
    )
    script = f"from chuxiong_site.cli import main; sys.argv[1:] = {arguments}; main()"
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "CHUXIONG_SITE_ROOT": str(built),
        "PYTHONUTF8": "1",
    }
    result = subprocess.run(
        [sys.executable, "-c", listing + script],
        env=environment, capture_output=True, check=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert result.stdout.splitlines()[-1] == "[]"
