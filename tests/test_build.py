"""Do the five calls hold together? Same bytes everywhere, forgiving of editors, and nothing from content is markup."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from built import ROOT
from chuxiong_site.build.site import build_site
from chuxiong_site.model.site import Site
from chuxiong_site.problems import describe_problems
from sample_projects import apply_changes, check_content, copy_fixture, create_options, replace_in, reseal

MARKUP = "<script>alert(1)</script><b>粗</b>&amp;{{ x }}{% y %}'\""
HARMLESS = "&lt;script&gt;alert(1)&lt;/script&gt;"
SCRIPT = """
import hashlib, json, sys
from pathlib import Path
from chuxiong_site.build.options import Options
from chuxiong_site.build.site import check_project
site = check_project(Options(content=Path(sys.argv[1]), out=Path("none"), root=Path(sys.argv[2]))).site
made = {name: data if isinstance(data, bytes) else data() for name, data in site.items()}
print(json.dumps({name: hashlib.sha256(data).hexdigest() for name, data in made.items()}))
"""


def make(site: Site | None) -> dict[str, bytes]:
    """Return all files of a site."""
    assert site is not None
    return {name: data if isinstance(data, bytes) else data() for name, data in site.items()}


def digest_elsewhere(content: Path, folder: Path, **environment: str) -> dict[str, str]:
    """Build in another process, another folder and another environment; return the digest of every file."""
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(content), str(ROOT)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", **environment},
        capture_output=True,
        check=True,
    )
    found: dict[str, str] = yaml.safe_load(result.stdout)
    return found


def test_the_same_bytes_everywhere(tmp_path: Path) -> None:
    """Folder, time zone, language, hash seed and clock make no difference to any byte."""
    content = copy_fixture("small", tmp_path)
    here = {
        name: hashlib.sha256(data).hexdigest() for name, data in make(check_content(content).site).items()
    }
    (tmp_path / "elsewhere").mkdir()
    there = digest_elsewhere(
        copy_fixture("small", tmp_path / "elsewhere"), tmp_path / "elsewhere",
        TZ="Pacific/Kiritimati", LC_ALL="C", LANG="C", PYTHONHASHSEED="4242",
    )  # fmt: skip
    assert there == here


def test_the_time_of_the_build_is_asked_for(tmp_path: Path) -> None:
    """The time of the build stands on the site only when it is given, and in Beijing's time."""
    content = copy_fixture("small", tmp_path)
    without, with_time = (make(check_content(content, epoch=epoch).site) for epoch in (None, 1_700_000_000))
    assert not any(b"2023-11-15 06:13" in data for data in without.values())
    assert any(
        "2023-11-15 06:13（UTC+8）".encode() in data
        for name, data in with_time.items()
        if name.endswith(".html")
    )


def test_any_time_can_be_shown(tmp_path: Path) -> None:
    """The first second and the last of the year 9999 stand on the site like any other, on every system."""
    content = copy_fixture("small", tmp_path)
    for epoch, shown in ((0, "1970-01-01 08:00"), (253_402_271_999, "9999-12-31 23:59")):
        site = make(check_content(content, epoch=epoch).site)
        assert f"{shown}（UTC+8）".encode() in site["about.html"]


def test_what_editors_add(tmp_path: Path) -> None:
    """A BOM and Windows line ends in every file but the captured page change no byte of the site."""
    content = copy_fixture("small", tmp_path)
    before = make(check_content(content).site)
    names = [
        "site.yaml",
        "indicators.yaml",
        "charts.yaml",
        "checks.yaml",
        "terms.yaml",
        "dictionary.txt",
        "reports/2023.md",
    ]
    apply_changes(content, [{"file": name, how: True} for name in names for how in ("crlf", "bom")])
    outcome = check_content(content)
    assert outcome.problems == ()
    assert make(outcome.site) == before


def test_markup_in_content_is_text(tmp_path: Path) -> None:
    """Markup in any field that staff write comes out as the characters they typed, in every page."""
    content = copy_fixture("small", tmp_path)
    quoted = MARKUP.replace("'", "''")
    plain = quoted.replace("{{ x }}{% y %}", "")
    replace_in(content / "site.yaml", "name: 示例年报站", f"name: '示例{quoted}'")
    replace_in(content / "site.yaml", "notice: 本站", f"notice: '{quoted}' #")
    replace_in(
        content / "indicators.yaml", "name: 下乡服务\n", f"name: '下乡服务{plain.replace('(1)', '()')}'\n"
    )
    replace_in(
        content / "indicators.yaml",
        "definition: 政务服务事项，是指依申请办理的事项。",
        f"definition: '{quoted}'",
    )
    replace_in(
        content / "charts.yaml", "note: 用途不同，报告没有给出合计。", f"note: '{plain.replace('(1)', '()')}'"
    )
    replace_in(
        content / "checks.yaml",
        "reason: 报告未公布办结的件数（分子）。",
        f"reason: '{plain.replace('(1)', '()')}'",
    )
    replace_in(
        content / "terms.yaml",
        "definition: 服务大厅，是指集中办理政务服务事项的场所。",
        f"definition: '{quoted}'",
    )
    replace_in(content / "reports/2023.md", '"1": 做了什么', f"\"1\": '{quoted}'")
    outcome = check_content(content)
    assert not outcome.problems, describe_problems(outcome.problems, "text")
    pages = {
        name: data.decode("utf-8") for name, data in make(outcome.site).items() if name.endswith(".html")
    }
    assert any(HARMLESS in page for page in pages.values())
    for name, page in pages.items():
        assert "<script>alert" not in page, name
        assert "<b>粗" not in page, name


def test_markup_in_the_official_text_is_text(tmp_path: Path) -> None:
    """Markup in the official text itself is shown as it is printed."""
    content = copy_fixture("small", tmp_path)
    for name in ("reports/2023.md", "reports/2023.txt"):
        replace_in(content / name, "主要表现在:", "主要表现<script>alert</script>&lt;在:")
    reseal(content / "reports/2023.md")
    outcome = check_content(content)
    assert not outcome.problems, describe_problems(outcome.problems, "text")
    made = make(outcome.site)
    assert "主要表现&lt;script&gt;alert&lt;/script&gt;&amp;lt" in made["2023/full.html"].decode("utf-8")
    assert not any(b"<script>alert" in data for name, data in made.items() if name.endswith(".html"))
    assert b"<script>alert</script>&lt;" in made["data/2023/report.txt"]


@pytest.mark.parametrize("typed", ["no", "12:30", "1.10", "2024-01-18", "007", "null"])
def test_values_stay_as_typed(tmp_path: Path, typed: str) -> None:
    """What YAML would take for a truth value, a time, a number or a date is a name like any other."""
    content = copy_fixture("small", tmp_path)
    replace_in(content / "site.yaml", "name: 示例年报站", f"name: {typed}")
    outcome = check_content(content)
    assert outcome.problems == ()
    assert outcome.findings is not None
    assert outcome.findings.project.site.name == typed


def test_another_address(tmp_path: Path) -> None:
    """--base-url wins over the address in site.yaml."""
    content = copy_fixture("small", tmp_path)
    replace_in(content / "site.yaml", 'base_url: ""', "base_url: https://example.org/one/")
    outcome = check_content(content, base_url="https://example.org/two/")
    assert outcome.findings is not None
    assert outcome.findings.project.site.base_url == "https://example.org/two/"
    assert not any(
        b"example.org/one" in data for name, data in make(outcome.site).items() if name.endswith(".html")
    )


def test_nothing_is_rendered_of_wrong_content(tmp_path: Path) -> None:
    """Wrong content has no site; its findings are there for the preview."""
    content = copy_fixture("small", tmp_path)
    replace_in(content / "reports/2023.md", "[96项]{fact=online-items}", "96项")
    outcome = build_site(create_options(content))
    assert (outcome.site, outcome.published, outcome.bytes_written) == (None, False, 0)
    assert outcome.findings is not None
    assert not (tmp_path / "_site").exists()


def test_all_is_written(tmp_path: Path) -> None:
    """Every file of the site is on the disk after a build, byte for byte, and its size is told."""
    outcome = build_site(create_options(copy_fixture("small", tmp_path)))
    made = make(outcome.site)
    assert outcome.bytes_written == sum(map(len, made.values()))
    assert all((tmp_path / "_site" / name).read_bytes() == data for name, data in made.items())
