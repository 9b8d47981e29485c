"""What does the preview show after good and after bad saves?"""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from chuxiong_site.build.options import Options
from chuxiong_site.build.site import check_project
from chuxiong_site.serving import rebuild
from chuxiong_site.serving.state import Preview
from previews import rebuild_preview
from sample_projects import replace_in


def test_a_mistake_keeps_the_last_good_site(preview: Preview, options: Options) -> None:
    """A mistake is told while every page stays as it was; once it is mended it is gone and the page is new."""
    site, page = options.content / "site.yaml", preview.find("index.html")
    replace_in(site, "name: 示例年报站", "nmae: 示例年报站")
    rebuild_preview(preview, options)
    assert [problem.code for problem in preview.problems] == ["E212"]
    assert preview.find("index.html") == page
    replace_in(site, "nmae: 示例年报站", "name: 改名年报站")
    rebuild_preview(preview, options)
    assert preview.problems == ()
    assert "改名年报站" in (preview.find("index.html") or b"").decode()


def test_the_preview_is_the_site(preview: Preview, options: Options) -> None:
    """After many edits every file is what a fresh build makes: nothing kept from before is shown by mistake."""
    edits = [
        ("site.yaml", "name: 示例年报站", "name: 一个年报站"),
        ("indicators.yaml", "name: 下乡服务\n", "name: 下乡的服务\n"),
        ("charts.yaml", "note: 用途不同，报告没有给出合计。", "note: 用途不同。"),
        ("reports/2023.md", "[96项]{fact=online-items}", '[96项]{fact="online-items"}'),
    ]
    for file, old, new in edits:
        replace_in(options.content / file, old, new)
        rebuild_preview(preview, options)
    for name, old, new in (
        ("pages/home.html", "{% block main %}", "{% block main %}<p>甲</p>"),
        ("pages/home.html", "<p>甲</p>", "<p>乙</p>"),
    ):
        path = options.root / "templates" / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        rebuild_preview(preview, options)
    fresh = check_project(options)
    assert fresh.site is not None
    made = {path: data if isinstance(data, bytes) else data() for path, data in fresh.site.items()}
    assert {path: preview.find(path) for path in made} == made
    assert "<p>乙</p>".encode() in made["index.html"]


@pytest.mark.parametrize("broken", ["{% block main %}{% if %}", "{% block main %}{{ page.nothing }}"])
def test_a_broken_template(preview: Preview, options: Options, broken: str) -> None:
    """A mistake in a template is told with the template's name and line, and the last good site stays."""
    path = options.root / "templates" / "pages" / "terms.html"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("{% block main %}", broken, 1), encoding="utf-8")
    page = preview.find("terms.html")
    rebuild_preview(preview, options)
    [problem] = preview.problems
    line = text[: text.index("{% block main %}")].count("\n") + 1
    assert (problem.code, problem.place.file, problem.place.line) == ("E111", path.as_posix(), line)
    assert preview.find("terms.html") == page
    path.write_text(text, encoding="utf-8")
    rebuild_preview(preview, options)
    assert preview.problems == ()


def test_a_failure_of_ours(preview: Preview, options: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any other failure is told too, and does not end the preview."""
    with monkeypatch.context() as patch:
        patch.setattr(rebuild, "render_project", lambda *_: 1 // 0)
        assert isinstance(rebuild_preview(preview, options), Exception)
    [problem] = preview.problems
    assert problem.code == "E601"
    assert "ZeroDivisionError" in problem.found
    assert preview.find("index.html") is not None


def test_a_content_folder_that_is_gone(preview: Preview, options: Options, tmp_path: Path) -> None:
    """A content folder that was moved away is a mistake like others; when it is back all is well."""
    options.content.rename(tmp_path / "away")
    rebuild_preview(preview, options)
    assert [problem.code for problem in preview.problems] == ["E101"]
    assert preview.find("index.html") is not None
    (tmp_path / "away").rename(options.content)
    rebuild_preview(preview, options)
    assert preview.problems == ()


def test_versions(preview: Preview, options: Options) -> None:
    """A page has a new version when it shows something else, and only then."""
    before = {path: preview.compute_version(path) for path in ("terms.html", "2023/facts.html")}
    replace_in(options.content / "indicators.yaml", "name: 下乡服务\n", "name: 下乡的服务\n")
    rebuild_preview(preview, options)
    assert preview.compute_version("terms.html") == before["terms.html"]
    assert preview.compute_version("2023/facts.html") != before["2023/facts.html"]
    assert preview.compute_version("nothing.html") == ""


def test_waiting(preview: Preview) -> None:
    """Whoever waits goes on when something changes, when the preview stops, or when the time is over."""
    epoch = preview.wait(-1, 0)
    assert preview.wait(epoch, 0.01) == epoch
    started = time.monotonic()
    thread = threading.Timer(0.05, lambda: preview.report(()))
    thread.start()
    assert preview.wait(epoch, 10) == epoch + 1
    preview.stop()
    preview.wait(epoch + 2, 10)
    assert time.monotonic() - started < 5
