"""The drawing of problems and plans: one end, one line, one count changed in the finished page, and the proof names it."""

from __future__ import annotations

import re

import pytest
from rendered import Built, render_content

from chuxiong_site.proof import prove_site
from sample_projects import copy_fixture

PAGE = "2023/follow-up.html"
SECTION = "2023/problems-services.html"
OFFLINE = "data/2023-offline.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Render the small project, one plan for a second problem of the same words, its last section without any problem."""
    content = copy_fixture("small", tmp_path_factory.mktemp("joins"))
    report = content / "reports" / "2023.md"
    text = report.read_text(encoding="utf-8")
    text = text.replace("[服务人员不足]{problem=staff}", "服务人员不足").replace(", staff]", "]")
    report.write_text(text, encoding="utf-8", newline="\n")
    return render_content(content)


CHANGES = {
    "a count of the title": (PAGE, "2 条问题", "3 条问题", "3 条问题"),
    "a count of the answered": (PAGE, "<span class=\"nb\">1 条</span>", "<span class=\"nb\">2 条</span>", "2 条在"),
    "another part": (PAGE, "「2024年<wbr>安排」", "「2023年<wbr>安排」", "2023年安排"),
    "a count of the filter": (PAGE, "未找到对应 1", "未找到对应 2", "未找到对应 2"),
    "a plan joined to another problem": (PAGE, 'data-join="online-items"', 'data-join="village-services"', "village"),
    "a plan that leads elsewhere": (PAGE, "#_plan-online-items", "#_main", "_main"),
    "an achievement called a plan": (PAGE, 'data-passage="achievement"', 'data-passage="plan"', "plan："),
    "a plan called a problem": (PAGE, '(join__name">)安排', r"\1问题", "安排"),
    "a side without a name": (PAGE, '<p class="join__name">问题</p>', "", "问题"),
    "works called plans": (PAGE, '(join__label">)相关的已做工作', r"\1安排", "相关的已做工作"),
    "a plan of a section called a problem": (SECTION, '(follow-up__label">)安排', r"\1问题", "安排"),
    "words of another passage": (PAGE, "(data-quote>)网上可办的事项还不够多", r"\1部分村的服务还不方便", "部分村"),
    "a line left open": (PAGE, 'class="join" data-join', 'class="join join--open" data-join', "画成了断开"),
    "an open line joined": (PAGE, 'class="join join--open"', 'class="join"', "画成了连上"),
    "a group that the filter takes away": (PAGE, 'class="joins"', 'class="joins joins--joined"', "joined"),
    "a heading of another section": (PAGE, r'(joins__head"><a href="\.\./2023/)problems-services', r"\1villages", "villages"),
    "a problem left out": (PAGE, '<li class="join" data-join="online-items">.*?</li>', "", "online-items"),
    "a problem left out of its section": (SECTION, ' data-join="online-items"', "", "online-items"),
    "a plan of a section lost": (SECTION, ' data-passage="plan"', "", "没有"),
    "an open line in the one file": (OFFLINE, 'class="join" data-join', 'class="join join--open" data-join', "断开"),
}  # fmt: skip
"""Name → file, pattern, replacement, a word of what the proof says."""


def test_sound_drawing_has_no_fault(built: Built) -> None:
    """The drawing as it is published is proved."""
    assert prove_site(built.findings, built.site) == []


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_is_named(built: Built, name: str) -> None:
    """One change in the finished file, and the proof names the file and what differs."""
    path, old, new, said = CHANGES[name]
    text = built.site[path].decode("utf-8")
    changed = re.sub(old, new, text, count=1, flags=re.DOTALL)
    assert changed != text, f"{old} is nowhere in {path}"
    problems = prove_site(built.findings, {**built.site, path: changed.encode("utf-8")})
    words = [f"{problem.found} {problem.expected}" for problem in problems if problem.place.file == path]
    assert any(said in word for word in words), words
