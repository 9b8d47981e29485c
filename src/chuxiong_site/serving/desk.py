"""Answer the page on which a report is annotated: what lies on the desk, and each decision."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from ..build.naming import (
    BrokenContentError,
    DeskView,
    NamingDesk,
    NoPictureError,
    NothingLeftError,
    NothingToMendError,
)
from ..build.trial import RefusedError
from ..drafting.naming.catalogue_edits import ForeignStyleError
from ..drafting.naming.decisions import UnknownNumberError
from ..drafting.naming.entries import OtherEntryError, UnknownEntryError
from ..drafting.naming.marks import MisplacedMarkError, UnknownWordsError
from ..drafting.naming.outline import list_drafted, list_named, read_head
from ..publishing.changed_files import ChangedMeanwhileError
from ..publishing.errors import WriteFailedError
from .answers import TYPES, Answer
from .desk_records import describe_desk_record, describe_log, describe_remark, is_remark
from .entry_records import describe_entries
from .folders import Folders
from .read_decisions import MEND, IllFormedError, read_decision, read_entry, read_mend
from .records import describe_problem
from .text_records import list_links, list_outline

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""What the page may load: its own script and style sheet. No page may frame it and have staff press what they do not see."""
LOOKING_ONLY = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>只能看</title></head>
<body><p>这个预览是开给别的设备看的，不能标注。要标注，在改内容的电脑上不带 --host 运行 serve。</p></body></html>
"""
ACTS = frozenset({"decide", "undo", "redo", "draw"})
NOT_NOW = (
    UnknownNumberError, UnknownWordsError, UnknownEntryError, OtherEntryError, MisplacedMarkError, NothingLeftError, NothingToMendError,
    NoPictureError, ForeignStyleError,
)  # fmt: skip
"""Why a decision cannot be, as the files are; the message says it to staff."""
TOKEN = b"{{token}}"
"""Where the page says the token that every decision needs."""


def answer_looking_only() -> Answer:
    """Return what a preview that others can see says instead of the desk."""
    return Answer(status=403, type=TYPES[".html"], body=LOOKING_ONLY.encode())


def answer_desk_page(folders: Folders, token: str) -> Answer:
    """Return the page, with the token of this run."""
    body = folders.browser["desk.html"].replace(TOKEN, token.encode())
    return Answer(status=200, type=TYPES[".html"], body=body, policy=POLICY)


def answer_desk(desk: NamingDesk, folders: Folders, report_id: str) -> Answer:
    """Return what lies on the desk of a report, of the latest where none is named."""
    return _answer(lambda: _describe(desk, folders, report_id), folders)


def answer_decision(desk: NamingDesk, folders: Folders, name: str, body: bytes) -> Answer:
    """Do what a page asks for and return the desk after it (`decide`, `undo`, `redo`), or a picture (`draw`)."""
    if name not in ACTS:
        return _refuse(404, "没有这样的一步。")
    try:
        said = json.loads(body or b"{}")
        report_id = str(said.get("report", ""))
        decide = _read_act(desk, said, report_id) if name == "decide" else None
        chart = read_entry(said) if name == "draw" else None
    except IllFormedError as error:
        return _refuse(422, f"{error}，没有写。")
    except (ValueError, AttributeError) as error:
        return _refuse(400, f"没有读懂：{error}")

    def act() -> dict[str, Any]:
        if chart is not None:
            return {"picture": desk.draw(chart).decode("utf-8")}
        if decide is not None:
            decide()
            return _describe(desk, folders, report_id)
        step = desk.undo() if name == "undo" else desk.redo()
        return {**_describe(desk, folders, step.report), "at": step.number}

    return _answer(act, folders)


def _read_act(desk: NamingDesk, said: Mapping[str, Any], report_id: str) -> Callable[[], None]:
    """Return what writes the decision or the mend that a page sent. Raises `ValueError` where it is neither."""
    if said.get("kind") == MEND:
        code, place = read_mend(said)
        return lambda: desk.mend(report_id, code, place)
    decision = read_decision(said)
    return lambda: desk.decide(decision)


def _describe(desk: NamingDesk, folders: Folders, report_id: str) -> dict[str, Any]:
    view = desk.describe(report_id)
    return {
        **describe_desk_record(view.desk, view.project, folders),
        **describe_entries(view.own, view.files),
        **_describe_text(view),
        **describe_log(desk.log, can_redo=desk.can_redo),
        "logNote": desk.log_note,
        "said": [
            describe_remark(problem, view.desk, view.mends, folders)
            for problem in view.problems
            if is_remark(problem)
        ],
    }


def _describe_text(view: DeskView) -> dict[str, Any]:
    report = view.desk.report
    head = read_head(report, view.files)
    return {
        "outline": list_outline(report, list_drafted(head), list_named(head)),
        "links": list_links(view.own),
        "headline": list(report.headline),
    }


def _answer(act: Callable[[], dict[str, Any]], folders: Folders) -> Answer:
    """Return what was done as JSON, or why it was not."""
    try:
        return _json(200, act())
    except (RefusedError, BrokenContentError) as error:
        return _refuse(422, f"{error}。", [describe_problem(problem, folders) for problem in error.problems])
    except ChangedMeanwhileError as error:
        return _refuse(409, f"{error.path.name} 刚刚在别处改过，没有写；现在显示的是改过以后的，再定一次。")
    except NOT_NOW as error:
        return _refuse(409, f"{error}。")
    except WriteFailedError as error:
        return _refuse(507, f"写不进磁盘（{error}），没有写。")


def _refuse(status: int, said: str, problems: list[dict[str, object]] | None = None) -> Answer:
    return _json(status, {"said": said, "problems": problems or []})


def _json(status: int, record: Mapping[str, Any]) -> Answer:
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return Answer(status=status, type=TYPES[".json"], body=text.encode())
