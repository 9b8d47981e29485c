"""A site made in parts, side by side or on several machines, is the same site; what does not fit is made anew."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from built import ROOT
from chuxiong_site.build import making
from chuxiong_site.build.divided import build_share
from chuxiong_site.build.options import Options, Outcome
from chuxiong_site.build.parts import VALUES, keeping_parts
from chuxiong_site.build.site import build_site
from chuxiong_site.content.read_program import read_program
from chuxiong_site.memory import DIGEST, seal, unseal
from chuxiong_site.publishing import parts, write_site
from chuxiong_site.publishing.errors import NotOursError, WriteFailedError
from chuxiong_site.serving.rebuild import setting_up
from chuxiong_site.serving.state import Preview
from many_years import cut_early, write_years
from sample_projects import copy_fixture, replace_in

YEARS = 4
WRITE_ALL = parts.write_all


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write four years."""
    folder = tmp_path_factory.mktemp("years") / "content"
    write_years(folder, YEARS)
    return folder


@pytest.fixture(scope="module")
def whole(content: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Build the site in one go, with nothing kept."""
    folder = tmp_path_factory.mktemp("whole")
    publish(Options(content=content, out=folder / "_site", root=folder))
    return read_all(folder / "_site")


def publish(options: Options) -> Outcome:
    """Build a site; nothing may be wrong with it."""
    outcome = build_site(options)
    assert outcome.published, [(problem.code, problem.found) for problem in outcome.problems]
    return outcome


def read_all(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def set_up(folder: Path, content: Path, **wishes: object) -> Options:
    """Return the options of a machine of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    return Options(content=content, out=folder / "_site", root=folder, keeps=True, **wishes)  # type: ignore[arg-type]


def make_shares(folder: Path, content: Path, number: int) -> tuple[Path, ...]:
    """Make every share of the reports on a machine of its own; return the folders of the parts."""
    folders = []
    for order in range(1, number + 1):
        options = set_up(folder / f"machine-{order}", content)
        folders.append(folder / f"parts-{order}")
        made = build_share(replace(options, out=folders[-1]), (order, number))
        assert made.published
    return tuple(folders)


def run_command(root: Path, content: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    return run_python(root, ["-m", "chuxiong_site", *words, "--content", str(content)])


def run_python(root: Path, words: list[str], seed: str = "random") -> subprocess.CompletedProcess[str]:
    """Run Python for a project; `seed` says in which order sets are."""
    environment = os.environ | {"CHUXIONG_SITE_ROOT": str(root), "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment | {"PYTHONHASHSEED": seed},
        check=False,
    )


def list_kept(outcome: Outcome) -> dict[str, bool]:
    """Return of each report whether its part was there already."""
    return {report_id: part.is_kept for report_id, part in outcome.parts.items()}


def test_side_by_side(tmp_path: Path, content: Path, whole: Mapping[str, bytes]) -> None:
    """The command, which lets every processor make reports, makes the same bytes."""
    ran = run_command(tmp_path, content, "build", "--out", str(tmp_path / "_site"))
    assert ran.returncode == 0, ran.stderr
    assert read_all(tmp_path / "_site") == whole


def test_one_by_one(tmp_path: Path, content: Path, whole: Mapping[str, bytes]) -> None:
    """What is stored as soon as it is made is the same as what stays in memory."""
    publish(set_up(tmp_path, content, jobs=1))
    assert read_all(tmp_path / "_site") == whole


@pytest.mark.parametrize("number", [1, 3, YEARS + 2])
def test_on_several_machines(number: int, tmp_path: Path, content: Path, whole: Mapping[str, bytes]) -> None:
    """Put together from shares, also where there are more shares than reports, the site is the same byte for byte."""
    made = make_shares(tmp_path, content, number)
    publish(set_up(tmp_path / "together", content, parts=made))
    assert read_all(tmp_path / "together" / "_site") == whole


def test_a_share_that_is_missing(tmp_path: Path, content: Path, whole: Mapping[str, bytes]) -> None:
    """What no machine has brought is made where the site is put together."""
    made = make_shares(tmp_path, content, 2)
    publish(set_up(tmp_path / "together", content, parts=made[:1]))
    assert read_all(tmp_path / "together" / "_site") == whole


def damage_a_file(part: Path) -> None:
    """Change a byte of a page."""
    page = next(part.rglob("facts.html"))
    page.write_bytes(page.read_bytes().replace(b"</main>", b"<p>9</p></main>"))


def lose_a_file(part: Path) -> None:
    """Remove a page."""
    next(part.rglob("facts.html")).unlink()


def cut_the_record(part: Path) -> None:
    """Leave half of what tells of the files."""
    record = part / "part.bin"
    record.write_bytes(record.read_bytes()[:-20])


def forge_the_record(part: Path) -> None:
    """Change a page, and let the record tell of the changed one: the seal is no longer this program's."""
    page = next(part.rglob("facts.html"))
    before = page.read_bytes()
    page.write_bytes(before.replace(b"</main>", b"<p>9</p></main>"))
    record = part / "part.bin"
    told = [f'"{hashlib.sha256(data).hexdigest()}",{len(data)}' for data in (before, page.read_bytes())]
    assert told[0].encode() in record.read_bytes()
    record.write_bytes(record.read_bytes().replace(told[0].encode(), told[1].encode()))


def come_from_another_program(part: Path) -> None:
    """Do the same under the seal of another version of the program."""
    forge_the_record(part)
    (part / "part.bin").write_bytes(seal((part / "part.bin").read_bytes()[DIGEST:], "another program"))


@pytest.mark.parametrize(
    "damage", [damage_a_file, lose_a_file, cut_the_record, forge_the_record, come_from_another_program]
)
def test_a_damaged_part(damage: object, tmp_path: Path, content: Path, whole: Mapping[str, bytes]) -> None:
    """A part that is not what its record says, or whose record is not this program's, is not believed."""
    [made] = make_shares(tmp_path, content, 1)
    for part in made.iterdir():
        damage(part)  # type: ignore[operator]
    publish(set_up(tmp_path / "together", content, parts=(made,)))
    assert read_all(tmp_path / "together" / "_site") == whole


def test_a_record_that_leads_out(tmp_path: Path, content: Path, whole: Mapping[str, bytes]) -> None:
    """A record that names a file outside its folder is not believed, whatever seal it has."""
    [made] = make_shares(tmp_path, content, 1)
    part = min(made.iterdir())
    data = unseal((part / "part.bin").read_bytes(), read_program())
    assert data is not None
    record = json.loads(data)
    record["files"]["../../../out.html"] = next(iter(record["files"].values()))
    (part / "part.bin").write_bytes(seal(json.dumps(record).encode(), read_program()))
    publish(set_up(tmp_path / "together", content, parts=(made,)))
    assert read_all(tmp_path / "together" / "_site") == whole
    assert not list(tmp_path.rglob("out.html"))


def test_parts_of_other_content(tmp_path: Path, content: Path) -> None:
    """Parts that were made before a word was changed are made anew, and the word is on the pages."""
    made = make_shares(tmp_path, content, 2)
    edited = tmp_path / "content"
    shutil.copytree(content, edited)
    replace_in(edited / "site.yaml", '"notice": "', '"notice": "又及：')
    publish(set_up(tmp_path / "together", edited, parts=made))
    pages = [path for path in (tmp_path / "together" / "_site").rglob("*.html") if "404" not in path.name]
    assert all("又及：".encode() in page.read_bytes() for page in pages if page.parent.name.isdecimal())


def test_parts_of_another_address(tmp_path: Path, content: Path) -> None:
    """Parts made for another address do not fit."""
    made = make_shares(tmp_path, content, 1)
    outcome = publish(set_up(tmp_path / "together", content, parts=made, base_url="https://example.org/a"))
    assert outcome.site is not None
    assert b"https://example.org/a" in (tmp_path / "together" / "_site" / "index.html").read_bytes()


def test_a_part_that_is_refused(tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the proof refuses is not left in the folder, and is told."""
    render = making.render_report

    def misprint(*arguments: object) -> object:
        made = render(*arguments)  # type: ignore[arg-type]
        path = next(path for path in made.files if path.endswith("facts.html"))
        damaged = made.files[path].replace(b"</main>", "<p>又有 9 件</p></main>".encode())
        return made.__class__(files={**made.files, path: damaged}, summary=made.summary)

    monkeypatch.setattr(making, "render_report", misprint)
    options = set_up(tmp_path / "machine", content)
    outcome = build_share(replace(options, out=tmp_path / "parts"), (1, 2))
    assert not outcome.published
    assert {problem.code for problem in outcome.problems} >= {"E601"}
    assert list((tmp_path / "parts").rglob("*.html")) == []


def test_a_share_on_a_full_disk(tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that the disk refuses is an error of writing, not of the content."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(parts, "write_all", refuse)
    options = replace(set_up(tmp_path / "machine", content), out=tmp_path / "parts")
    with pytest.raises(WriteFailedError):
        build_share(options, (1, 2))


def test_a_machine_without_room_for_copies(tmp_path: Path, content: Path, whole: Mapping[str, bytes]) -> None:
    """Where the system refuses another process, the run makes everything itself."""
    script = "import os\ndef refuse(): raise BlockingIOError(11, 'no more processes')\nos.fork = refuse\n"
    script += "from chuxiong_site.cli import options; options.count_cores = lambda: 3\n"
    script += "import runpy; runpy.run_module('chuxiong_site', run_name='__main__')"
    ran = run_python(tmp_path, ["-c", script, "build", "--content", str(content)])
    assert ran.returncode == 0, ran.stderr
    assert read_all(tmp_path / "_site") == whole


def test_keys_are_the_same_in_every_process(tmp_path: Path) -> None:
    """Another order of sets in another process is no other key, also where several pages are left out."""
    content = copy_fixture("bare", tmp_path)
    script = (
        "import sys; from pathlib import Path\n"
        "from chuxiong_site.build.options import Options, work_silently\n"
        "from chuxiong_site.build.site import open_workshop\n"
        "options = Options(content=Path(sys.argv[1]), out=Path('none'), root=Path(sys.argv[1]).parent)\n"
        "_, workshop = open_workshop(options, work_silently)\n"
        "print(workshop.surroundings.left_out, workshop.compute_keys())"
    )
    said = {run_python(tmp_path, ["-c", script, str(content)], seed=seed).stdout for seed in "1234"}
    assert len(said) == 1
    assert "indicators.html" in said.pop()


def test_a_folder_that_is_not_for_parts(tmp_path: Path, content: Path) -> None:
    """A folder with anything else in it is left alone."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_bytes(b"")
    options = set_up(tmp_path / "machine", content)
    with pytest.raises(NotOursError):
        build_share(replace(options, out=tmp_path / "mine"), (1, 2))
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


def test_nothing_is_made_twice(tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second build into another folder takes every part from the first, and writes the same bytes."""
    publish(set_up(tmp_path, content))
    monkeypatch.setattr(making, "render_report", None)
    outcome = publish(replace(set_up(tmp_path, content), out=tmp_path / "again"))
    assert all(list_kept(outcome).values())
    assert read_all(tmp_path / "again") == read_all(tmp_path / "_site")


def test_a_report_that_is_gone(tmp_path: Path) -> None:
    """Of a report that is no more nothing stays, in the site or in what is kept."""
    own = copy_fixture("two_years", tmp_path)
    publish(set_up(tmp_path, own))
    assert (tmp_path / ".cache" / "parts" / "2023").is_dir()
    for path in (own / "reports").glob("2023.*"):
        path.unlink()
    publish(set_up(tmp_path, own))
    assert not (tmp_path / ".cache" / "parts" / "2023").exists()
    assert not (tmp_path / "_site" / "2023").exists()


def test_a_disk_that_keeps_nothing(
    tmp_path: Path, content: Path, whole: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be kept for the next run, this one makes the same site."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(parts, "write_all", refuse)
        patch.setattr(write_site, "write_all", WRITE_ALL)
        publish(set_up(tmp_path, content))
    assert read_all(tmp_path / "_site") == whole
    assert not list((tmp_path / ".cache" / "parts").glob("*"))


def test_kept_files_are_linked(tmp_path: Path, content: Path) -> None:
    """A page that was kept and the published one are one file on the disk: nothing is written twice."""
    publish(set_up(tmp_path, content))
    name = "2022/facts.html"
    kept = tmp_path / ".cache" / "parts" / "2022" / "files" / name
    assert kept.samefile(tmp_path / "_site" / name)


def test_a_disk_without_links(
    tmp_path: Path, content: Path, whole: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a file can have one name only, its bytes are copied."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    publish(set_up(tmp_path, content))
    assert read_all(tmp_path / "_site") == whole
    assert not (tmp_path / ".cache/parts/2022/files/2022/facts.html").samefile(
        tmp_path / "_site/2022/facts.html"
    )


def test_a_run_that_was_killed(tmp_path: Path, content: Path, whole: Mapping[str, bytes]) -> None:
    """What a run left that was cut off while it kept a part is not believed, and goes."""
    publish(set_up(tmp_path, content))
    store = tmp_path / ".cache" / "parts"
    shutil.copytree(store / "2023", store / "2023.0a0b0c0d")
    shutil.rmtree(store / "2022" / "files" / "2022")
    (store / "2021" / "part.bin").unlink()
    shutil.rmtree(tmp_path / "_site")
    publish(set_up(tmp_path, content))
    assert read_all(tmp_path / "_site") == whole
    assert not (store / "2023.0a0b0c0d").exists()


def test_an_edited_site(tmp_path: Path, content: Path, whole: Mapping[str, bytes]) -> None:
    """A page that somebody changed where it is published is never taken for the one that was made."""
    publish(set_up(tmp_path, content))
    page = tmp_path / "_site" / "2022" / "facts.html"
    page.write_bytes(page.read_bytes().replace("件".encode(), "份".encode()))
    publish(set_up(tmp_path, content))
    assert read_all(tmp_path / "_site") == whole


def test_two_at_once(tmp_path: Path, content: Path, whole: Mapping[str, bytes]) -> None:
    """While another run works with what is kept, a run makes everything itself."""
    options = set_up(tmp_path, content)
    with keeping_parts(options) as store:
        assert store is not None
        publish(options)
    assert read_all(tmp_path / "_site") == whole
    assert not list((tmp_path / ".cache" / "parts").glob("*"))


def reword(report: Path, old: str, new: str) -> None:
    """Change words of a report, in its text and in its captured page, whose digest stands in its head."""
    capture = report.with_suffix(".txt")
    before = capture.read_bytes()
    capture.write_bytes(before.replace(old.encode(), new.encode()))
    text = report.read_text("utf-8").replace(old, new)
    old, new = (hashlib.sha256(data).hexdigest() for data in (before, capture.read_bytes()))
    report.write_bytes(text.replace(old, new).encode())


def forget_year(content: Path, year: str) -> None:
    """Take what is said of a year from the catalogue: the line of the change log, and the term that only it has."""
    site, terms = content / "site.yaml", content / "terms.yaml"
    site.write_bytes(
        re.sub(rf'"report": "{year}"', f'"report": "{int(year) - 1}"', site.read_text("utf-8")).encode()
    )
    told = json.loads(terms.read_bytes())
    told["terms"].popitem()
    terms.write_bytes(json.dumps(told, ensure_ascii=False, indent=1).encode())


def build_afresh(content: Path, folder: Path) -> dict[str, bytes]:
    """Build with nothing kept; return every file."""
    folder.mkdir()
    publish(Options(content=content, out=folder / "_site", root=folder))
    return read_all(folder / "_site")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write and build some years on which pages of indicators are cut early."""
    cut_early(monkeypatch)
    write_years(tmp_path / "content", YEARS)
    first = publish(set_up(tmp_path, tmp_path / "content"))
    assert [name for name in first.parts if name.startswith(VALUES)]
    return tmp_path / "content"


def test_earlier_values_stay(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another word in the newest report leaves the pages with earlier values as they are: none is rendered again."""
    reword(own / "reports" / "2023.md", "群众来件", "群众们来件")
    with monkeypatch.context() as patch:
        patch.setattr(making, "render_chapters", None)
        publish(set_up(tmp_path, own))
    assert read_all(tmp_path / "_site") == build_afresh(own, tmp_path / "afresh")


def test_another_name_of_an_older_report(own: Path, tmp_path: Path) -> None:
    """Another title of an older report is on the pages with earlier values."""
    oldest = min((own / "reports").glob("*.md"))
    reword(oldest, "依法行政情况报告", "依法行政工作报告")
    publish(set_up(tmp_path, own))
    assert read_all(tmp_path / "_site") == build_afresh(own, tmp_path / "afresh")


@pytest.mark.usefixtures("own")
def test_a_report_that_is_new(tmp_path: Path) -> None:
    """With other reports before it a page with earlier values is what it would be had they always been there."""
    write_years(tmp_path / "longer", YEARS + 2)
    publish(set_up(tmp_path, tmp_path / "longer"))
    assert read_all(tmp_path / "_site") == build_afresh(tmp_path / "longer", tmp_path / "afresh")


def test_a_year_that_fills_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page with earlier values leads to the page of later ones where that stands now, also when only its address is another."""
    cut_early(monkeypatch, rows=1)
    write_years(tmp_path / "content", 4)
    shorter = tmp_path / "shorter"
    shutil.copytree(tmp_path / "content", shorter)
    for path in (shorter / "reports").glob("2023.*"):
        path.unlink()
    forget_year(shorter, "2023")
    longer = tmp_path / "longer"
    shutil.copytree(shorter, longer)
    for ending in ("md", "txt"):
        shutil.copy(tmp_path / "content" / "reports" / f"2023.{ending}", longer / "reports")
    publish(set_up(tmp_path, shorter))
    publish(set_up(tmp_path, longer))
    assert read_all(tmp_path / "_site") == build_afresh(longer, tmp_path / "afresh")


def test_what_is_kept_is_proved_whole(own: Path, tmp_path: Path) -> None:
    """However often parts come and go, what is kept of a page says where links may lead in it."""
    reword(own / "reports" / "2023.md", "群众来件", "群众们来件")
    publish(set_up(tmp_path, own))
    shutil.rmtree(tmp_path / ".cache" / "parts")
    outcome = publish(set_up(tmp_path, own))
    for part in outcome.parts.values():
        assert part.proved is not None
        assert set(part.proved.places) == {path for path in part.files if path.endswith(".html")}


def test_a_preview_whose_cache_is_removed(tmp_path: Path, content: Path) -> None:
    """After the cache was removed under a preview, the next save brings every page back."""
    edited = tmp_path / "content"
    shutil.copytree(content, edited)
    preview = Preview()
    with setting_up(set_up(tmp_path, edited)) as bench:
        bench.rebuild(preview)
        before = preview.find("2021/facts.html")
        shutil.rmtree(tmp_path / ".cache")
        reword(edited / "reports" / "2023.md", "群众来件", "群众们来件")
        bench.rebuild(preview)
        assert preview.find("2021/facts.html") == before
