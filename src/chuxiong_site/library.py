"""What other programs may call: one function a step, values in and values out.

Whatever is wrong with content raises `ContentError` with all its problems; whatever the disk refuses raises an error of
`publish`. All of them are `SiteError`. Only `publish` writes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from .analysis import analyse as analyse_project
from .analysis import check_reader
from .analysis.diff import Diff as Diff
from .analysis.diff import compute_diff
from .analysis.numerals import read_numerals as read_numerals
from .build.drafts import DraftedReport as DraftedReport
from .build.drafts import draft_report
from .build.editions import read_edition
from .build.inputs import list_phrases, read_inputs
from .build.keeping import create_splitter
from .build.options import Options, work_silently
from .build.site import check_project
from .build.start import start_project
from .content.load import load_project
from .content.read_digests import read_digests
from .content.read_packages import read_versions
from .drafting.starting import NewProject as NewProject
from .model.errors import SiteError as SiteError
from .model.findings import Fact as Fact
from .model.findings import Findings as Findings
from .model.findings import ReportFindings as ReportFindings
from .model.numeral import Numeral as Numeral
from .model.project import Project as Project
from .model.report import Report as Report
from .model.site import make_artifact
from .problems import Problem as Problem
from .problems import describe_problems, is_warning, sort_problems
from .proof import prove_site
from .publishing.receipt import RECEIPT, create_receipt, render_receipt
from .publishing.write_site import publish_site
from .rendering import render_site


class ContentError(SiteError):
    """The content is wrong; `problems` says where and how to mend it, its message says the same in words."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(describe_problems(problems, "text"))
        self.problems = problems


def load(content: Path | str, *, base_url: str | None = None) -> Project:
    """Return a content folder, read whole; `base_url` stands for the one in `site.yaml`. Raises `ContentError`."""
    _refuse(check_reader())
    project, problems = load_project(Path(content))
    _refuse(problems)
    assert project is not None, "without a problem there is a project"
    return project if base_url is None else project.with_base_url(base_url)


def analyse(project: Project) -> Findings:
    """Return facts, numerals, results of checks and keywords of all reports, the latest first. Raises `ContentError`."""
    with tempfile.TemporaryDirectory() as cache:
        splitter = create_splitter(project, Path(cache), work_silently)
        findings, problems = analyse_project(project, splitter)
    _refuse(problems)
    return findings


def render(findings: Findings, *, root: Path | str = ".", epoch: int | None = None) -> dict[str, bytes]:
    """Return the site: path → bytes. Nothing is written.

    `root` is the project's folder, where its own `templates/` and `node_modules/` are looked for; `epoch` the time of
    the build in seconds since 1970, shown when it is given. Raises `ContentError` for unfit templates.
    """
    inputs, problems = read_inputs(_create_options(Path(root), epoch=epoch))
    _refuse(problems)
    return {path: make_artifact(artifact) for path, artifact in render_site(findings, inputs).items()}


def prove(findings: Findings, site: Mapping[str, bytes], *, root: Path | str = ".") -> tuple[Problem, ...]:
    """Return every fault of a site against the findings; empty when all of it is proved.

    `root` is the project's folder: sentences with numbers of its own templates are listed in `templates/phrases.txt`.
    """
    inputs, _ = read_inputs(_create_options(Path(root)))
    return sort_problems(prove_site(findings, site, list_phrases(inputs.templates)))


def publish(site: Mapping[str, bytes], out: Path | str, *, content: Path | str) -> None:
    """Write a site with its receipt, whole or not at all; `content` is the folder that it was made from.

    Raises `NotOursError` when `out` is not this program's to replace, `WriteFailedError` when the disk refuses; then
    what was there is as it was.
    """
    sources, problems = read_digests(Path(content))
    _refuse(problems)
    receipt = render_receipt(create_receipt(site, sources, read_versions()))
    publish_site({**site, RECEIPT: receipt}, Path(out))


def check(content: Path | str, *, root: Path | str = ".") -> tuple[Problem, ...]:
    """Return all problems of a content folder, warnings too; nothing is raised or written."""
    return check_project(_create_options(Path(root), content=Path(content))).problems


def draft(
    file: Path | str, project: Project, *, year: str, source_url: str = "", accept: bool = False
) -> DraftedReport:
    """Return an annotated copy of a raw official text, its numbers matched with the project's other reports.

    `files` of the result are to be written by the caller, their paths begin at the content folder. Raises
    `ContentError` for a file that is no text, `SiteError` for a text without a body.
    """
    target = Path("reports") / f"{year}.md"
    made, problems = draft_report(Path(file), project, target, source_url=source_url, accept=accept)
    _refuse(problems)
    if made is None:
        raise SiteError(f"在 {file} 里找不到正文。")
    return made


def new(
    files: Sequence[Path | str], *, name: str = "", years: Sequence[str] = (), addresses: Sequence[str] = ()
) -> NewProject:
    """Return the project that raw official texts make, a report each; `files` of the result are to be written by the caller.

    `years` and `addresses` of the official pages are given for all files, in their order, or for none. Raises
    `ContentError` with every reason why there is no project.
    """
    project, problems = start_project(
        [Path(file) for file in files], name=name, years=years, addresses=addresses
    )
    _refuse(problems)
    assert project is not None, "without a problem there is a project"
    return project


def diff(old: Path | str, new: Path | str) -> Diff:
    """Return the differences of two built sites, content folders or annotated reports. Raises `SiteError`."""
    sides = []
    for path in (old, new):
        edition, problems = read_edition(Path(path))
        if edition is None:
            _refuse(problems)
            raise SiteError(f"{path} 不是网站文件夹、内容文件夹，也不是标注稿。")
        sides.append(edition)
    return compute_diff(*sides)


def _create_options(root: Path, *, content: Path | None = None, epoch: int | None = None) -> Options:
    return Options(content=content or root / "content", out=root / "_site", root=root, epoch=epoch)


def _refuse(problems: list[Problem] | tuple[Problem, ...]) -> None:
    """Raise when something is wrong; reminders are none."""
    wrong = tuple(problem for problem in sort_problems(problems) if not is_warning(problem.code))
    if wrong:
        raise ContentError(wrong)
