"""Answer a request: with files of the site, and a few of the preview's own under `/_preview/`."""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Iterable, Mapping
from html import escape
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from ..model.records import dataclass
from ..problems import Problem
from .failures import create_failure_problem
from .folders import Folders
from .inject import inject_preview
from .records import describe_problem, find_sources
from .state import Preview

OWN = "/_preview/"
EVENTS = f"{OWN}events"
TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Given here because what a machine's own table says differs from machine to machine."""
EMPTY_PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>预览</title></head>
<body><p>还没有可以看的网页。改好内容并保存，这里会自己刷新。</p></body></html>
"""


FAILED_PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>程序出了错</title></head>
<body><h1>程序自己出了错</h1><p>{said}</p>
<p>内容没有被改动。终端里有技术细节，请把它发给维护者。预览没有停：别的网页照常能看，保存以后照样更新；再打开这一页，请重新载入。</p></body></html>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What goes back to the browser."""

    status: int
    type: str
    body: bytes
    location: str = ""
    cookie: str = ""
    policy: str = ""
    """The content policy of a page of the preview's own."""


def is_own_host(header: str | None) -> bool:
    """Tell whether a request was addressed to this machine by a name of its own: any other's can be made to lead here."""
    name = urlsplit(f"//{header or ''}").hostname or ""
    try:
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False


def answer_request(preview: Preview, folders: Folders, target: str) -> Answer:
    """Return the answer to a GET of `target`."""
    parts = urlsplit(target)
    path = unquote(parts.path)
    if path.startswith(OWN):
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        return _answer_own(preview, folders, path.removeprefix(OWN), query)
    name = path.removeprefix("/")
    if name == "" or name.endswith("/"):
        name += "index.html"
    elif preview.find(f"{name}/index.html") is not None:
        return Answer(status=301, type=TYPES[".html"], body=b"", location=f"{parts.path}/")
    return _answer_file(preview, name)


def _answer_file(preview: Preview, name: str) -> Answer:
    data = preview.find(name)
    status = 200 if data is not None else 404
    if data is None:
        data = preview.find("404.html") or EMPTY_PAGE.encode()
        ending = ".html"
    else:
        ending = Path(name).suffix
    if ending == ".html":
        data = inject_preview(data, path=name, version=preview.compute_version(name))
    kind = TYPES.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Answer(status=status, type=kind, body=data)


def _answer_own(preview: Preview, folders: Folders, name: str, query: Mapping[str, str]) -> Answer:
    if name in folders.browser:
        return Answer(status=200, type=TYPES[Path(name).suffix], body=folders.browser[name])
    if name == "problems":
        return _json(200, render_problems(preview, folders))
    if name == "source" and preview.findings is not None:
        sources = find_sources(
            preview.findings,
            report_id=query.get("report", ""),
            path=query.get("path", ""),
            ids=query.get("fact", "").split(),
            folders=folders,
        )
        return _json(200 if sources else 404, json.dumps({"sources": sources}, ensure_ascii=False))
    return _json(404, "{}")


def answer_failure(error: Exception) -> Answer:
    """Return the answer to a request during which the program failed: a page with the error."""
    body = FAILED_PAGE.format(said=escape(f"{type(error).__name__}：{error}"))
    return Answer(status=500, type=TYPES[".html"], body=body.encode())


def render_problems(preview: Preview, folders: Folders) -> str:
    """Return the present problems as JSON on one line."""
    return _render(preview.problems, folders)


def render_failure(error: Exception, folders: Folders) -> str:
    """Return a failure of the program as the only problem, as JSON on one line."""
    return _render((create_failure_problem(error),), folders)


def _render(problems: Iterable[Problem], folders: Folders) -> str:
    described = [describe_problem(problem, folders) for problem in problems]
    return json.dumps({"problems": described}, ensure_ascii=False)


def _json(status: int, text: str) -> Answer:
    return Answer(status=status, type=TYPES[".json"], body=text.encode())
