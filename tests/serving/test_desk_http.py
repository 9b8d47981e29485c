"""Who may write through the preview: its own page on this machine, and nobody else?"""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from naming_content import COPY, copy_unnamed, read_all

from built import BuiltSite
from chuxiong_site.serving.access import Access
from chuxiong_site.serving.http import LONGEST, PreviewServer
from chuxiong_site.serving.state import Preview
from previews import find_folders, serve_soundly
from sample_projects import copy_fixture, replace_in

HOST = "127.0.0.1"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content with numbers that nobody has named."""
    return copy_unnamed(tmp_path)


@pytest.fixture
def server(content: Path) -> Iterator[PreviewServer]:
    """Serve it on this machine alone."""
    with serve_soundly(Preview(), find_folders(content)) as made:
        yield made


def ask(
    server: PreviewServer, method: str, target: str, body: bytes | None = None, **headers: str
) -> tuple[int, http.client.HTTPMessage, bytes]:
    """Return the answer to a request; an underscore in a header's name stands for a hyphen."""
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=60)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, target, body, named)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def read_desk(server: PreviewServer, report: str = "") -> Any:
    """Return what lies on the desk of a report, of the latest where none is named."""
    status, _, body = ask(server, "GET", f"/_preview/desk?report={report}")
    assert status == 200
    return json.loads(body)


def create_decision(server: PreviewServer, **said: Any) -> bytes:
    """Return a decision about the first number that is open, as the page sends it."""
    desk = read_desk(server)
    decision = {"kind": "name", "report": "2024", "number": desk["left"][0], "indicator": "trees-planted"}
    return json.dumps(decision | said).encode()


def test_the_page_knows_the_token(server: PreviewServer) -> None:
    """The page is given the token of this run, and may load nothing but its own script and style sheet."""
    status, headers, body = ask(server, "GET", "/_preview/desk.html")
    assert status == 200
    assert f'content="{server.decision_token}"'.encode() in body
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]


def test_a_decision_is_written_and_answered_with_the_desk(server: PreviewServer, content: Path) -> None:
    """The answer is the desk after the decision, with the step in its log; undo and redo likewise."""
    before, body = read_all(content), create_decision(server)
    status, _, answer = ask(server, "POST", "/_preview/decide", body, X_Token=server.decision_token)
    after = json.loads(answer)
    assert status == 200
    assert [step["words"] for step in after["log"]] == ["5000棵　是「trees-planted」"]
    assert after["counts"]["named"] == 1
    status, _, answer = ask(server, "POST", "/_preview/undo", b"{}", X_Token=server.decision_token)
    assert (status, read_all(content)) == (200, before)
    assert json.loads(answer)["at"] == json.loads(body)["number"]
    assert ask(server, "POST", "/_preview/redo", b"{}", X_Token=server.decision_token)[0] == 200
    assert read_desk(server)["counts"]["named"] == 1


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X_Token": ""},
        {"X_Token": "x"},
        {"X_Token": "{token}", "Origin": "https://example.org"},
        {"X_Token": "{token}", "Origin": "null"},
        {"X_Token": "{token}", "Origin": "http://127.0.0.1:1"},
        {"X_Token": "{token}", "Host": "example.org"},
    ],
)
def test_nobody_else_may_write(server: PreviewServer, content: Path, headers: dict[str, str]) -> None:
    """Without the token, from a page of another site, or under another name of this machine nothing is written."""
    before, body = read_all(content), create_decision(server)
    told = {name: value.replace("{token}", server.decision_token) for name, value in headers.items()}
    for name in ("decide", "undo", "redo"):
        assert ask(server, "POST", f"/_preview/{name}", body, **told)[0] == 403
    assert read_all(content) == before


def test_the_own_page_may_write(server: PreviewServer) -> None:
    """A browser that says where the page is from is let through when that is here."""
    origin = f"http://{HOST}:{server.server_port}"
    body = create_decision(server)
    assert (
        ask(server, "POST", "/_preview/decide", body, X_Token=server.decision_token, Origin=origin)[0] == 200
    )


def test_a_preview_for_others_is_only_looked_at(content: Path) -> None:
    """Where the preview is opened to a network nobody writes and the desk is not shown."""
    before = read_all(content)
    access = Access(host=HOST, token="secret-1")
    with serve_soundly(Preview(), find_folders(content), access) as server:
        cookie = f"preview-{server.server_port}=secret-1"
        for name in ("desk", "desk.html"):
            status, _, body = ask(server, "GET", f"/_preview/{name}", Cookie=cookie)
            assert status == 403
            assert "不能标注" in body.decode()
            assert server.decision_token.encode() not in body
        assert (
            ask(server, "POST", "/_preview/undo", b"{}", Cookie=cookie, X_Token=server.decision_token)[0]
            == 403
        )
    assert read_all(content) == before


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{",
        b'{"kind": "other thing"}',
        b'{"kind": "other", "number": "at-1", "numeral": "no kind"}',
        b'{"kind": "name", "number": "at-1", "indicator": "a\\nb"}',
        b'{"kind": "name", "number": "at-1", "indicator": "a}{b"}',
        b'{"kind": "name", "number": 5, "indicator": "a"}',
        b'{"kind": "mend", "report": "2024", "code": "W401"}',
        b'{"kind": "mend", "code": "W401", "place": {"file": "a.md", "line": "1", "column": 1}}',
        b'{"kind": "mend", "code": "W401", "place": [1, 2]}',
        b'{"kind": "mark", "mark": "problem", "value": "a"}',
        b'{"kind": "mark", "mark": "fact", "value": "a", "block": 0, "from": 0, "to": 1, "words": "a"}',
        b'{"kind": "mark", "mark": "plan", "value": "a", "block": -1, "from": 0, "to": 1, "words": "a"}',
        b'{"kind": "mark", "mark": "plan", "value": "a", "block": true, "from": 0, "to": 1, "words": "a"}',
        b'{"kind": "unmark", "mark": "plan", "start": "0", "end": 5}',
        b'{"kind": "list", "key": "sections", "id": "a", "in": true}',
        b'{"kind": "list", "key": "headline", "id": "", "in": true}',
        b'{"kind": "entry", "group": "indicators", "id": "a", "values": {}}',
        b'{"kind": "entry", "group": "charts", "id": "a", "values": []}',
        b'{"kind": "entry", "group": "charts", "id": "a", "values": {"a: b": "c"}}',
        b'{"kind": "entry", "group": "charts", "id": "a", "values": {"title": "a\\nb"}}',
        b'{"kind": "entry", "group": "charts", "id": "a", "values": {"title": 5}}',
        b'{"kind": "entry", "group": "charts", "id": "a", "values": {}, "seen": []}',
        b'{"kind": "entry", "group": "charts", "id": "a", "values": {}, "seen": {"title": 5}}',
        b"\xff",
    ],
)
def test_what_is_no_decision_is_refused(server: PreviewServer, content: Path, body: bytes) -> None:
    """What a page of ours would not send is answered with a sentence, and writes nothing."""
    before = read_all(content)
    status, _, answer = ask(server, "POST", "/_preview/decide", body, X_Token=server.decision_token)
    assert status == 400
    assert json.loads(answer)["said"].startswith("没有读懂")
    assert read_all(content) == before


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"kind": "name", "report": "2024", "number": "at-1"}', "没有写指标"),
        (
            b'{"kind": "mark", "mark": "problem", "value": "", "block": 0, "from": 0, "to": 1, "words": "a"}',
            "没有写标识",
        ),
        (
            b'{"kind": "mark", "mark": "problem", "value": "A b", "block": 0, "from": 0, "to": 1, "words": "a"}',
            "标识要用小写英文",
        ),
        (b'{"kind": "page", "section": "1.1", "slug": "Upper Case"}', "网页名要用小写英文"),
        (b'{"kind": "entry", "group": "charts", "id": "A B", "values": {}}', "标识要用小写英文"),
        (b'{"kind": "drop", "group": "terms", "id": ""}', "没有写标识"),
    ],
)
def test_what_staff_write_in_another_form_is_told(
    server: PreviewServer, content: Path, body: bytes, said: str
) -> None:
    """An id that is none, or is missing, is answered with the form that it has, and writes nothing."""
    before = read_all(content)
    status, _, answer = ask(server, "POST", "/_preview/decide", body, X_Token=server.decision_token)
    assert (status, json.loads(answer)["said"].startswith(said)) == (422, True)
    assert read_all(content) == before


def test_what_can_be_asked_is_known(server: PreviewServer, content: Path) -> None:
    """A step of another name is none: nothing is undone or done again."""
    body = create_decision(server)
    assert ask(server, "POST", "/_preview/decide", body, X_Token=server.decision_token)[0] == 200
    after = read_all(content)
    for name in ("", "Undo", "undo/", "../undo", "problems"):
        assert ask(server, "POST", f"/_preview/{name}", b"{}", X_Token=server.decision_token)[0] == 404
    assert read_all(content) == after


def test_a_name_may_have_any_marks(server: PreviewServer) -> None:
    """Quotes and brackets in the name of a new indicator are words: they are written so that they are read back."""
    name = '"义务"植树[株]：甲 #'
    entry = {
        "name": name,
        "measure": "count",
        "unit": "棵",
        "scope": "全县",
        "theme": "woods",
        "themeName": "[树]",
    }
    body = create_decision(server, kind="new", indicator="trees-of-all", **entry)
    status, _, answer = ask(server, "POST", "/_preview/decide", body, X_Token=server.decision_token)
    assert status == 200, json.loads(answer)
    known = {one["id"]: one["name"] for one in json.loads(answer)["indicators"]}
    assert known["trees-of-all"] == name


@pytest.mark.parametrize("headers", [{"Host": "["}, {"Host": "127.0.0.1", "Origin": "http://["}])
def test_addresses_that_cannot_be_read_are_no_mistake_of_ours(
    server: PreviewServer, headers: dict[str, str]
) -> None:
    """What no browser sends is refused before anything looks at it, and the terminal stays quiet."""
    for method, target in (("GET", "/"), ("POST", "/_preview/undo")):
        assert ask(server, method, target, b"{}", **headers)[0] in {400, 403, 421}


@pytest.mark.parametrize("length", ["9" * 5000, "-1", "1.0", ""])
def test_a_length_that_is_none_is_refused(server: PreviewServer, length: str) -> None:
    """A body whose length is not said in digits is not read."""
    headers = {"X_Token": server.decision_token, "Content_Length": length}
    assert ask(server, "POST", "/_preview/undo", None, **headers)[0] in {400, 403}


def test_too_much_is_not_read(server: PreviewServer) -> None:
    """A body longer than a decision can be is refused before it is read."""
    body = b" " * (LONGEST + 1)
    assert ask(server, "POST", "/_preview/decide", body, X_Token=server.decision_token)[0] == 403


def test_a_mistake_comes_back_with_its_remedy(server: PreviewServer, content: Path) -> None:
    """The problems of a refused decision have code, place and hint, as in the terminal."""
    before = read_all(content)
    body = create_decision(server, indicator="no-such-thing")
    status, _, answer = ask(server, "POST", "/_preview/decide", body, X_Token=server.decision_token)
    [problem, *_] = json.loads(answer)["problems"]
    assert status == 422
    assert problem["code"] == "E403"
    assert problem["hint"]
    assert read_all(content) == before


def test_broken_content_is_told_on_the_desk(server: PreviewServer, content: Path) -> None:
    """Where nothing can be read the page hears which mistakes are in the way."""
    for path in content.glob("reports/*.md"):
        path.unlink()
    status, _, answer = ask(server, "GET", "/_preview/desk")
    assert status == 422
    assert json.loads(answer)["problems"]


def test_what_a_check_says_leads_to_its_number(server: PreviewServer, content: Path) -> None:
    """A problem names the number that it is about, and the decision that mends it where only one is right."""
    replace_in(content / COPY, "[15所]{fact}", "[15所]{fact=no-such-thing}")
    replace_in(content / COPY, "2024年,", "[2024年]{numeral=year},")
    desk = read_desk(server)
    said = {one["code"]: one for one in desk["said"]}
    assert desk["numbers"][said["E403"]["number"]]["words"] == "15所"
    assert said["E403"]["mend"] is None
    assert "W407" not in said
    mend = said["W401"]["mend"]
    assert mend["words"] == "去掉标记"
    asked = {"kind": "mend", "report": "2024", "code": mend["code"], "place": mend["place"]}
    body = json.dumps(asked).encode()
    status, _, answer = ask(server, "POST", "/_preview/decide", body, X_Token=server.decision_token)
    assert status == 200
    assert "W401" not in {one["code"] for one in json.loads(answer)["said"]}
    assert "[2024年]" not in (content / COPY).read_text(encoding="utf-8")
    status, _, answer = ask(server, "POST", "/_preview/decide", body, X_Token=server.decision_token)
    assert (status, json.loads(answer)["said"]) == (409, "核对不再这样说了，可能刚刚在别处改过。")


def test_tables_are_tables(tmp_path: Path) -> None:
    """The cells of a table stand apart with their numbers, heads are heads, and every other paragraph is one block."""
    content = copy_fixture("rich", tmp_path)
    with serve_soundly(Preview(), find_folders(content)) as server:
        desk = read_desk(server, "2022")
    [table, *_] = [block["rows"] for block in desk["blocks"] if "rows" in block]
    assert len({len(row) for row in table}) == 1
    assert all(cell["head"] for cell in table[0])
    numbers = [piece for row in table for cell in row for piece in cell["pieces"] if "number" in piece]
    assert numbers
    assert all(piece["text"] == desk["numbers"][piece["number"]]["words"] for piece in numbers)
    flat = [
        piece["number"]
        for block in desk["blocks"]
        for pieces in (
            [block["pieces"]] if "pieces" in block else [c["pieces"] for r in block["rows"] for c in r]
        )
        for piece in pieces
        if "number" in piece
    ]
    assert flat == list(desk["numbers"])


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "mark", "mark": "problem", "value": "a", "block": 3, "from": 0, "to": 1, "words": "年"},
        {"kind": "mark", "mark": "problem", "value": "a", "block": 0, "from": 0, "to": 3, "words": "别的字"},
        {
            "kind": "mark",
            "mark": "problem",
            "value": "a",
            "block": 0,
            "from": 0,
            "to": 999,
            "words": "示例县",
        },
        {"kind": "unmark", "mark": "problem", "start": 0, "end": 3},
        {"kind": "drop", "group": "charts", "id": "no-such-chart"},
        {"kind": "drop", "group": "terms", "id": '没有的"词语"[1]'},
        {"kind": "entry", "group": "terms", "id": "义务植树", "values": {"definition": "种树"}},
        {"kind": "entry", "group": "terms", "id": "义务植树", "values": {}, "seen": {"definition": "种树"}},
    ],
)
def test_what_is_gone_is_said_to_be(server: PreviewServer, content: Path, said: dict[str, object]) -> None:
    """A page that shows what is no longer so is told, with 409, and nothing is written."""
    before, body = read_all(content), json.dumps({"report": "2024", **said}).encode()
    status, _, answer = ask(server, "POST", "/_preview/decide", body, X_Token=server.decision_token)
    assert (status, json.loads(answer)["problems"]) == (409, [])
    assert read_all(content) == before


def test_a_picture_is_asked_for_as_a_decision_is(server: PreviewServer, content: Path) -> None:
    """With the token it is drawn and nothing written; without it, it is not drawn; what cannot be drawn says why."""
    before = read_all(content)
    values = {"form": "trend", "title": "植树{trees-planted}", "indicators": ["trees-planted"]}
    body = json.dumps({"report": "2024", "group": "charts", "id": "years", "values": values}).encode()
    assert ask(server, "POST", "/_preview/draw", body)[0] == 403
    status, _, answer = ask(server, "POST", "/_preview/draw", body, X_Token=server.decision_token)
    assert (status, json.loads(answer)["said"]) == (409, "历年的图画在最近一份报告里，要有两个年度的数。")
    decision = create_decision(server)
    assert ask(server, "POST", "/_preview/decide", decision, X_Token=server.decision_token)[0] == 200
    after = read_all(content)
    status, _, answer = ask(server, "POST", "/_preview/draw", body, X_Token=server.decision_token)
    assert status == 200
    assert json.loads(answer)["picture"].startswith("<svg ")
    assert read_all(content) == after != before


def test_nothing_of_it_is_published(built_site: BuiltSite) -> None:
    """No file of the site is the desk's, and none speaks of it."""
    names = [path for path in built_site.site if "desk" in path]
    assert names == []
    pages = [path for path in built_site.site if path.endswith((".html", ".js"))]
    assert not any(b"_preview" in (built_site.folder / path).read_bytes() for path in pages)
