"""A project's own templates stand for the program's one by one, and their mistakes are told at their lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from chuxiong_site.content.find_templates import find_templates
from chuxiong_site.publishing.receipt import read_receipt
from command_runs import Run

ABOUT = (find_templates() / "pages" / "about.html").read_text(encoding="utf-8")


def write_template(project: Path, name: str, text: str) -> Path:
    """Write one of the project's own templates."""
    path = project / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_one_page_of_its_own(run: Run, tmp_path: Path) -> None:
    """A folder with one file in it changes that page and no other."""
    assert run("build").code == 0
    before = read_receipt(tmp_path / "_site")
    write_template(tmp_path, "pages/about.html", ABOUT.replace("关于本站</h1>", "关于我们</h1>"))
    assert run("build").code == 0
    after = read_receipt(tmp_path / "_site")
    assert before is not None
    assert after is not None
    changed = {path for path in after.files if after.files[path] != before.files.get(path)}
    assert "about.html" in changed
    assert not {"index.html", "2023/full.html", "terms.html"} & changed
    assert "关于我们</h1>" in (tmp_path / "_site" / "about.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["styles/tokens.css", "scripts/display.js", "components/pager/pager.html"])
def test_one_part_of_its_own(run: Run, tmp_path: Path, name: str) -> None:
    """Style sheets, scripts and components are taken one by one as well."""
    text = (find_templates() / name).read_text(encoding="utf-8")
    write_template(tmp_path, name, text)
    assert run("build").code == 0


def test_an_empty_folder(run: Run, tmp_path: Path) -> None:
    """A folder without templates, or with litter alone, changes nothing."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / ".DS_Store").write_bytes(b"")
    (tmp_path / "templates" / "base.html~").write_bytes(b"{% broken")
    assert run("build").code == 0


HEAD = "{% extends 'base.html' %}\n{% block main %}\n"
END = "\n{% endblock %}\n"


@pytest.mark.parametrize(
    ("broken", "line", "said"),
    [
        ("{% if %}", 3, "写法有误"),
        ("{{ page.site.name | nothing }}", 3, "写法有误"),
        ("\n\n{{ page.nothing }}", 5, "用到了没有的名字"),
        ("{{ nothing.at_all }}", 3, "用到了没有的名字"),
        ("{% include 'parts/none.html' %}", 3, "用到了没有的模板「parts/none.html」"),
        ("{% from 'components/none/none.html' import thing %}", 3, "用到了没有的模板"),
        ("{{ 1 // 0 }}", 3, "ZeroDivisionError"),
        ("{{ page.title() }}", 3, "TypeError"),
    ],
)
def test_mistakes_have_a_place(run: Run, tmp_path: Path, broken: str, line: int, said: str) -> None:
    """A mistake is one of the content, told with file, line and the line itself; nothing is published."""
    write_template(tmp_path, "pages/about.html", HEAD + broken + END)
    ran = run("build")
    assert (ran.code, ran.out) == (1, "")
    first = ran.err.splitlines()[0]
    assert first.startswith(f"templates/pages/about.html:{line}:1 错误 E111")
    assert said in ran.err
    assert f"【{broken.strip()[:20]}" in ran.err
    assert not (tmp_path / "_site").exists()


def test_a_page_in_itself(run: Run, tmp_path: Path) -> None:
    """A template that includes itself ends in a problem too."""
    write_template(tmp_path, "pages/about.html", HEAD + "{% include 'pages/about.html' %}" + END)
    ran = run("build")
    assert ran.code == 1
    assert "templates/pages/about.html:" in ran.err.splitlines()[0]
    assert "RecursionError" in ran.err


def test_a_part_that_lacks_something(run: Run, tmp_path: Path) -> None:
    """A part without what the program's pages ask of it is told where they ask."""
    write_template(tmp_path, "components/pager/pager.html", "{% macro other() %}{% endmacro %}\n")
    ran = run("build")
    assert ran.code == 1
    assert "templates/pages/section.html:" in ran.err.splitlines()[0]
    assert "components/pager/pager.html" in ran.err


def test_a_mistake_of_ours(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without templates of its own a project is not told that they are wrong: the mistake is the program's."""
    monkeypatch.setattr("chuxiong_site.rendering.registry.SITE_PAGES", [lambda _: 1 // 0])
    ran = run("build")
    assert ran.code == 3
    assert "ZeroDivisionError" in ran.err
