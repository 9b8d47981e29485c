"""What does the preview answer to a request?"""

from __future__ import annotations

import json

import pytest

from chuxiong_site.build.options import Options
from chuxiong_site.serving.answers import answer_request, is_own_host
from chuxiong_site.serving.folders import Folders
from chuxiong_site.serving.state import Preview
from previews import rebuild_preview
from sample_projects import replace_in


@pytest.mark.parametrize(
    ("target", "status", "kind"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/2023/", 200, "text/html; charset=utf-8"),
        ("/2023/facts.html?x=1", 200, "text/html; charset=utf-8"),
        ("/data/2023/facts.json", 200, "application/json"),
        ("/data/2023/facts.csv", 200, "text/csv; charset=utf-8"),
        ("/nothing.html", 404, "text/html; charset=utf-8"),
        ("/../pyproject.toml", 404, "text/html; charset=utf-8"),
        ("/%2e%2e/content/site.yaml", 404, "text/html; charset=utf-8"),
        ("/_preview/preview.js", 200, "text/javascript; charset=utf-8"),
        ("/_preview/../serve.py", 404, "application/json"),
    ],
)
def test_addresses(preview: Preview, folders: Folders, target: str, status: int, kind: str) -> None:
    """Files of the site have the addresses they will have when published; nothing else has one."""
    answer = answer_request(preview, folders, target)
    assert (answer.status, answer.type) == (status, kind)


def test_a_folder_without_its_slash(preview: Preview, folders: Folders) -> None:
    """A folder's address without its slash leads to the one with it, so that relative links are right."""
    answer = answer_request(preview, folders, "/2023")
    assert (answer.status, answer.location) == (301, "/2023/")


def test_data_files_are_as_published(preview: Preview, folders: Folders) -> None:
    """What is no page is served byte for byte."""
    assert answer_request(preview, folders, "/data/2023/facts.json").body == preview.find(
        "data/2023/facts.json"
    )


def test_a_missing_page_shows_the_sites_own(preview: Preview, folders: Folders) -> None:
    """A missing page is answered with the site's own 404 page, which follows saves like any other."""
    body = answer_request(preview, folders, "/2023/nothing.html").body
    assert 'data-path="2023/nothing.html" data-version=""' in body.decode()
    assert len(body) > len(preview.find("404.html") or b"")


@pytest.mark.parametrize(
    ("host", "is_own"),
    [
        ("127.0.0.1:8000", True),
        ("localhost", True),
        ("[::1]:8000", True),
        ("127.0.0.2:8000", True),
        ("0.0.0.0:8000", False),
        ("192.0.2.7", False),
        ("127.0.0.1.example.org:8000", False),
        ("example.org", False),
        ("", False),
        (None, False),
    ],
)
def test_hosts(host: str | None, is_own: bool) -> None:
    """Only requests addressed to this machine by its own name are answered."""
    assert is_own_host(host) is is_own


def test_where_a_number_is_written(preview: Preview, folders: Folders, options: Options) -> None:
    """A fact leads to file, line and column of its tag, with the words around it and a link into the editor."""
    answer = answer_request(preview, folders, "/_preview/source?fact=online-items&path=2023/services.html")
    [source] = json.loads(answer.body)["sources"]
    lines = (options.content / "reports/2023.md").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, start=1) if "[96项]" in text)
    column = lines[line - 1].index("96项") + 1
    assert source["place"].endswith(f"/content/reports/2023.md:{line}:{column}")
    assert source["excerpt"][1] == "96项"
    assert source["excerpt"][0].endswith("[")
    assert source["open"].startswith("vscode://file/")
    assert source["open"].endswith(f"/reports/2023.md:{line}:{column}")


@pytest.mark.parametrize("query", ["fact=nothing", "", "fact=online-items%00"])
def test_numbers_that_are_not_there(preview: Preview, folders: Folders, query: str) -> None:
    """A fact that no report states is answered with 404 and an empty list."""
    answer = answer_request(preview, folders, f"/_preview/source?{query}")
    assert (answer.status, json.loads(answer.body)) == (404, {"sources": []})


def test_mistakes_have_place_words_and_a_fix(preview: Preview, folders: Folders, options: Options) -> None:
    """A mistake is told with its place, the line in three parts, what stands there, what should, and how to mend it."""
    replace_in(options.content / "reports/2023.md", "主要表现在:", "主要表现:")
    rebuild_preview(preview, options)
    answer = answer_request(preview, folders, "/_preview/problems")
    [problem] = json.loads(answer.body)["problems"]
    assert problem["code"] == "E310"
    assert problem["place"] == (options.content / "reports/2023.md:50:5").as_posix()
    assert problem["title"] == "正文与官方原文不同"
    assert len(problem["excerpt"]) == 3
    assert all(problem[key] for key in ("found", "expected", "hint"))
    assert problem["open"].endswith("/reports/2023.md:50:5")


def test_before_there_is_a_site(folders: Folders) -> None:
    """Before a first good site every page says so and follows saves."""
    answer = answer_request(Preview(), folders, "/")
    assert answer.status == 404
    assert "还没有可以看的网页" in answer.body.decode()
    assert "/_preview/preview.js" in answer.body.decode()
