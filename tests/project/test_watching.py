"""What is said of official pages and of links elsewhere: the same, changed, moved, gone, silent? Asked of a server on this machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import official_pages
import outer_links
from chuxiong_site.content.load import load_project
from chuxiong_site.model.report import Report
from fetching import fetch
from official_pages import State, compare_page
from sample_projects import copy_fixture, replace_in

PATIENCE = 0.4


class Site(ThreadingHTTPServer):
    """An official site whose pages the test writes."""

    daemon_threads = True
    pages: dict[str, bytes]

    @property
    def url(self) -> str:
        """The address of its root, without the slash."""
        return f"http://127.0.0.1:{self.server_port}"


class _Pages(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        if self.path == "/silent":
            time.sleep(PATIENCE * 4)
        if self.path == "/old":
            self.send_response(301)
            self.send_header("Location", "/page")
            self.end_headers()
        elif self.path in self.server.pages:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(self.server.pages[self.path])
        else:
            self.send_error(500 if self.path == "/broken" else 404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[Site]:
    """Serve pages until the test ends."""
    with Site(("127.0.0.1", 0), _Pages) as server:
        server.pages = {}
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """Read the report of the small project."""
    project, _ = load_project(copy_fixture("small", tmp_path))
    assert project is not None
    return project.reports[0]


def lay_page(site: Site, text: str) -> None:
    """Put a text on the official page, between a menu and a foot, one paragraph a line."""
    paragraphs = "".join(f"<p>　　{line}</p>\n" for line in text.split("\n"))
    page = f"<!doctype html><title>某州</title><nav><a>首页</a></nav><div><div>{paragraphs}</div></div><footer>版权所有</footer>"
    site.pages["/page"] = page.encode()


def compare(site: Site, report: Report, path: str) -> official_pages.Compared:
    """Return what is said of the report when its page is at a path."""
    placed = replace(report, source_url=site.url + path)
    return compare_page(placed, fetch(placed.source_url, PATIENCE))


def test_the_same_page(site: Site, report: Report) -> None:
    """A page with the text of the capture is the same, whatever stands round it and however wide its commas are."""
    lay_page(site, report.body.replace(",", "，").replace(":", "："))
    assert compare(site, report, "/page").state is State.SAME


def test_a_changed_page(site: Site, report: Report) -> None:
    """A number that the office has changed is shown with both sentences, and nothing else is."""
    lay_page(site, report.body.replace("96项", "97项", 1))
    compared = compare(site, report, "/page")
    assert compared.state is State.CHANGED
    assert [line[0] for line in compared.lines] == ["-", "+"]
    assert "96项" in compared.lines[0]
    assert "97项" in compared.lines[1]
    said = official_pages.describe([compared])
    assert "97项" in said
    assert not set("错假篡") & set(said.replace(report.body, ""))


def test_a_sentence_put_into_the_middle(site: Site, report: Report) -> None:
    """A sentence more is a change, too."""
    first, _, rest = report.body.partition("\n")
    lay_page(site, f"{first}\n新添的一句话。\n{rest}")
    assert compare(site, report, "/page").lines == ("+新添的一句话。",)


def test_a_moved_page(site: Site, report: Report) -> None:
    """A page that is found elsewhere with the same text is moved, and the new address is said."""
    lay_page(site, report.body)
    compared = compare(site, report, "/old")
    assert (compared.state, compared.found) == (State.MOVED, f"{site.url}/page")


@pytest.mark.parametrize(
    ("path", "state"),
    [("/none", State.GONE), ("/broken", State.UNREACHED), ("/silent", State.UNREACHED)],
)
def test_no_page(site: Site, report: Report, path: str, state: State) -> None:
    """A page that the site denies is gone; one that fails or never comes was only not reached."""
    compared = compare(site, report, path)
    assert compared.state is state
    assert compared.found


def test_a_report_without_an_address(report: Report) -> None:
    """A report whose official page is not known is said to be that."""
    assert compare_page(replace(report, source_url=""), None).state is State.UNKNOWN


def test_only_a_difference_is_written(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file for the issue comes to be only where something is different; the end is 0 in both cases."""
    content = copy_fixture("small", tmp_path / "project")
    project, _ = load_project(content)
    assert project is not None
    body = project.reports[0].body
    replace_in(content / "reports" / "2023.md", project.reports[0].source_url, f"{site.url}/page")
    out = tmp_path / "differences.md"
    command = ["--content", str(content), "--out", str(out), "--timeout", str(PATIENCE)]
    lay_page(site, body)
    assert official_pages.main(command) == 0
    assert not out.exists()
    lay_page(site, body.replace("96项", "97项", 1))
    assert official_pages.main(command) == 0
    assert "2023：文字与采集页不同" in out.read_text(encoding="utf-8")
    assert capsys.readouterr().out.splitlines() == ["2023：与采集页相同", "2023：文字与采集页不同"]


def test_links_elsewhere(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each link to another site is asked once; the good ones are counted, the others named with their page."""
    site.pages["/page"] = b"<p>x</p>"
    names = ("page", "page#a", "old", "none", "silent")
    links = "".join(f'<a href="{site.url}/{name}">x</a>' for name in names)
    (tmp_path / "index.html").write_text(
        f'<link rel="canonical" href="https://own.example/x/index.html">{links}<a href="about.html">x</a>'
        '<a href="https://own.example/x/a">x</a>',
        encoding="utf-8",
    )
    command = [str(tmp_path), "--timeout", str(PATIENCE)]
    assert outer_links.main(command) == 0
    said = capsys.readouterr().out
    assert said.startswith("4 个通向别的网站的链接，3 个要看一看：")
    assert f"| {site.url}/none | index.html | 网站说没有这个网页 |" in said
    assert f"| {site.url}/old | index.html | 移到了 {site.url}/page |" in said
    assert f"| {site.url}/silent | index.html | 等了很久没有回答 |" in said


def test_links_that_are_all_there(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where every link answers, one sentence says so."""
    site.pages["/page"] = b"<p>x</p>"
    (tmp_path / "index.html").write_text(f'<a href="{site.url}/page">x</a>', encoding="utf-8")
    outer_links.main([str(tmp_path)])
    assert capsys.readouterr().out == "1 个通向别的网站的链接都打得开。\n"


def test_a_page_that_is_not_the_report_is_no_change(site: Site, report: Report) -> None:
    """An answer in which no sentence of the report stands (a check of the browser, say) is no new text of the report."""
    lay_page(site, "请稍候，正在检查浏览器。")
    compared = compare(site, report, "/page")
    assert (compared.state, compared.lines) == (State.UNREACHED, ())
    assert "没有报告的任何一句话" in compared.found


def test_no_sentence_is_taken_for_a_mark() -> None:
    """Sentences that begin with dashes or plus signs are told like any other."""
    assert official_pages.list_changes("甲。--乙。++丙。丁。", "甲。丁。") == ["---乙。", "-++丙。"]
    assert official_pages.list_changes("甲。", "甲。") == []


def test_an_address_of_another_kind() -> None:
    """Only the web is asked: an address of a file is none."""
    assert not fetch(Path(__file__).as_uri()).is_there
