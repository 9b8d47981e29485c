"""What do `build` and `verify` say about publishing, and with which exit code?"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from chuxiong_site.publishing.lock import hold_output
from chuxiong_site.publishing.receipt import RECEIPT, read_receipt
from chuxiong_site.publishing.write_site import publish_site
from command_runs import Ran, Run
from sample_projects import replace_in


def test_a_first_build(run: Run) -> None:
    """The first build says where, how much and how long, and compares with nothing."""
    ran = run("build")
    assert (ran.code, ran.err) == (0, "")
    where, counts = ran.out.splitlines()
    assert where == f"网站已生成：{Path('_site') / 'index.html'}"
    assert re.fullmatch(r"\d+ 页，15 个数字，5 项核对，\d+\.\d MB，用时 \d+\.\d\d 秒。", counts)


def test_the_next_build_says_what_changed(run: Run, tmp_path: Path) -> None:
    """A build says how many pages and data files it changes in the site before; the same content changes nothing."""
    run("build")
    assert run("build").out.splitlines()[2] == "与上一次相比：没有变化。"
    replace_in(tmp_path / "content" / "indicators.yaml", "name: 下乡服务\n", "name: 下乡的服务\n")
    assert re.fullmatch(r"与上一次相比：改动 \d+ 页、\d+ 个数据文件。", run("build").out.splitlines()[2])
    more = run("build", "--base-url", "https://example.org/").out.splitlines()[2]
    changed = r"改动 \d+ 页、\d+ 个数据文件、1 个其他文件。"  # llms.txt, whose links have the address
    assert re.fullmatch(rf"与上一次相比：新增 16 个其他文件；{changed}", more)


def test_quiet(run: Run, tmp_path: Path) -> None:
    """With --quiet nothing is said when all is well, and everything when it is not."""
    assert run("build", "--quiet") == Ran(code=0, out="", err="")
    replace_in(tmp_path / "content" / "site.yaml", "name: 示例年报站", "nmae: 示例年报站")
    ran = run("build", "--quiet")
    assert (ran.code, ran.out) == (1, "")
    assert "错误 E212" in ran.err


def test_no_colour_and_no_moving_picture_in_a_log(run: Run) -> None:
    """What goes into a file holds no control characters, even when words are split for the first time."""
    ran = run("build")
    assert "\x1b" not in ran.out + ran.err
    assert "\r" not in ran.out + ran.err


def test_the_receipt(run: Run, tmp_path: Path) -> None:
    """The site holds a receipt of its sources, versions and files, with nothing in it of the time or the machine."""
    run("build")
    receipt = read_receipt(tmp_path / "_site")
    assert receipt is not None
    assert set(receipt.sources) >= {"site.yaml", "dictionary.txt", "reports/2023.md", "reports/2023.txt"}
    assert receipt.versions["chuxiong-site"]
    assert all(receipt.versions.values())
    assert "2023/full.html" in receipt.files
    text = (tmp_path / "_site" / RECEIPT).read_text(encoding="utf-8")
    assert str(tmp_path) not in text
    assert json.loads(text)["format"] == 1


def test_verify(run: Run, tmp_path: Path) -> None:
    """An untouched site is said to be one; a touched one is described file by file, with exit code 1."""
    run("build")
    same = run("verify")
    assert (same.code, same.err) == (0, "")
    assert re.match(r"\d+ 个文件与 receipt.json 逐字节相同。\n", same.out)
    [told] = same.out.splitlines()[1:]
    assert "gh attestation verify receipt.json" in told
    assert "CycloneDX" in told
    site = tmp_path / "_site"
    (site / "terms.html").unlink()
    (site / "about.html").write_bytes(b"")
    (site / "notes.txt").write_bytes(b"")
    touched = run("verify", "_site")
    assert touched.code == 1
    assert touched.out.splitlines() == ["缺少　terms.html", "变了　about.html", "多出　notes.txt"]
    assert touched.err == "与 receipt.json 不一致：缺少 1 个，变了 1 个，多出 1 个文件。\n"


def test_nothing_to_verify(run: Run, tmp_path: Path) -> None:
    """Without a folder or a receipt there is nothing to compare, which is a wrong command line."""
    absent = run("verify", "nothing")
    assert (absent.code, "没有这个文件夹" in absent.err) == (2, True)
    (tmp_path / "empty").mkdir()
    empty = run("verify", "empty")
    assert (empty.code, "没有能读懂的 receipt.json" in empty.err) == (2, True)


def test_a_folder_of_others(run: Run, tmp_path: Path) -> None:
    """A folder that is not ours is refused before any work, with exit code 2 and a way out."""
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "thesis.txt").write_bytes(b"")
    ran = run("build", "--out", "papers")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("没有发布：papers 里有别的东西")


def test_a_file_of_others_in_the_site(run: Run, tmp_path: Path) -> None:
    """A file that somebody put into the site is named, and the site stays."""
    run("build")
    (tmp_path / "_site" / "CNAME").write_bytes(b"example.org")
    ran = run("build")
    assert ran.code == 2
    assert "不是本程序生成的文件：CNAME。" in ran.err
    assert (tmp_path / "_site" / "CNAME").is_file()


def test_another_run_that_does_not_end(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another run publishes, this one says that it waits, and after a while that it gives up."""
    impatient = {**(publish_site.__kwdefaults__ or {}), "patience": 0.1}
    monkeypatch.setattr(publish_site, "__kwdefaults__", impatient)
    with hold_output(tmp_path / "_site"):
        ran = run("build")
    assert ran.code == 3
    assert ran.err.splitlines()[0] == "另一个窗口正在往同一个文件夹里发布，等它做完……"
    assert ran.err.splitlines()[1].startswith("没有发布：另一个窗口一直在")


def test_a_full_disk(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is named as such with exit code 3, and the last site stays whole."""
    run("build")

    def refuse(*_: object) -> int:
        raise OSError(28, "No space left on device", "index.html")

    replace_in(tmp_path / "content" / "indicators.yaml", "name: 下乡服务\n", "name: 下乡的服务\n")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", refuse)
        ran = run("build")
    assert ran.code == 3
    assert ran.err == "没有发布：写不进磁盘（磁盘满了，请先腾出地方：index.html）。原来的网站没有动。\n"
    assert run("verify").code == 0
