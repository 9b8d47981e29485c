"""Of several reports only what a change concerns is made and proved again, and the site is the same as if all were."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from chuxiong_site.build import making
from chuxiong_site.build.options import Options
from chuxiong_site.build.site import check_project
from chuxiong_site.model.site import make_artifact
from chuxiong_site.proof import prove
from chuxiong_site.proof.report_part import prove_report
from sample_projects import copy_fixture, replace_in, reseal

Worked = dict[str, list[str]]


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> Worked:
    """Write down of which reports there was work to do."""
    done: Worked = {"rendered": [], "proved": []}

    def note(name: str, work: Callable[..., object]) -> Callable[..., object]:
        def noting(findings: object, *others: object) -> object:
            done[name].append(findings.reports[0].report.id)  # type: ignore[attr-defined]
            return work(findings, *others)

        return noting

    monkeypatch.setattr(making, "render_report", note("rendered", making.render_report))
    for module in (making, prove):
        monkeypatch.setattr(module, "prove_report", note("proved", prove_report))
    return done


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Copy two years."""
    return copy_fixture("two_years", tmp_path)


def build(content: Path, worked: Worked, root: str = ".", base_url: str | None = None) -> dict[str, bytes]:
    """Build the content with the cache of a folder; nothing may be wrong with it."""
    for done in worked.values():
        done.clear()
    folder = content.parent / root
    folder.mkdir(exist_ok=True)
    outcome = check_project(
        Options(content=content, out=content.parent / "_site", root=folder, base_url=base_url, keeps=True)
    )
    assert [problem.code for problem in outcome.problems] == ["W501"]
    assert outcome.site is not None
    return {path: make_artifact(data) for path, data in outcome.site.items()}


def edit(content: Path, year: str, old: str, new: str) -> None:
    """Change a word of a report, in its text and in its captured page."""
    for ending in ("md", "txt"):
        replace_in(content / "reports" / f"{year}.{ending}", old, new)
    reseal(content / "reports" / f"{year}.md")


@pytest.mark.parametrize(
    ("year", "concerned"),
    [("2024", ["2024"]), ("2023", ["2024", "2023"])],
    ids=["newer", "older"],
)
def test_a_word(year: str, concerned: list[str], content: Path, worked: Worked) -> None:
    """A word of the newer report concerns it alone; one of the older the newer too, whose numbers stand beside its own."""
    build(content, worked)
    assert worked == {"rendered": ["2024", "2023"], "proved": ["2024", "2023"]}
    edit(content, year, "继续植树", "继续植树造林")
    changed = build(content, worked)

    assert worked == {"rendered": concerned, "proved": concerned}
    assert changed == build(content, worked, root="afresh")


def test_a_word_of_the_catalogue(content: Path, worked: Worked) -> None:
    """What stands in the catalogue concerns all reports."""
    build(content, worked)
    replace_in(content / "site.yaml", "notice: ", "notice: 再说一遍：")
    build(content, worked)

    assert worked["rendered"] == worked["proved"] == ["2024", "2023"]


def test_another_address(content: Path, worked: Worked) -> None:
    """The address of the site stands on the pages of all reports."""
    for base_url in ("https://example.org/a/", "https://example.org/b/"):
        site = build(content, worked, base_url=base_url)
        assert worked["rendered"] == worked["proved"] == ["2024", "2023"]
        assert base_url.encode() in site["2023/index.html"]


@pytest.mark.parametrize("damage", [b"", b"x" * 500], ids=["empty", "other bytes"])
@pytest.mark.parametrize("name", ["part.bin", "files/2023/facts.html", "files/data/2023/facts.json"])
def test_a_damaged_part(name: str, damage: bytes, content: Path, worked: Worked) -> None:
    """What is kept of a report and is not what it was is made again, of that report alone."""
    first = build(content, worked)
    (content.parent / ".cache" / "parts" / "2023" / name).write_bytes(damage)
    again = build(content, worked)
    assert worked == {"rendered": ["2023"], "proved": ["2023"]}
    assert again == first


@pytest.mark.parametrize("damage", [b"", b"x" * 500], ids=["empty", "other bytes"])
def test_a_damaged_shelf(damage: bytes, content: Path, worked: Worked) -> None:
    """What was worked out of a report and cannot be trusted is worked out again, and comes to the same."""
    first = build(content, worked)
    (content.parent / ".cache" / "report-2023.bin").write_bytes(damage)
    assert build(content, worked) == first
    assert worked == {"rendered": [], "proved": []}


def test_only_the_latest_is_kept(content: Path, worked: Worked) -> None:
    """However often a report is edited, what is kept of it does not grow."""
    build(content, worked)
    kept = content.parent / ".cache" / "report-2024.bin"
    before = kept.stat().st_size
    for number in range(3):
        edit(content, "2024", "继续植树" + "啊" * number, "继续植树" + "啊" * (number + 1))
        build(content, worked)
    assert kept.stat().st_size < before * 1.2
