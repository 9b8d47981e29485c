"""The five steps of a build: load, analyse, render, prove, publish."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from ..analysis import analyse, check_reader
from ..content.find_templates import find_templates
from ..content.fingerprint import read_fingerprint
from ..content.load import load_project
from ..content.read_digests import read_digests
from ..content.read_packages import read_versions
from ..memory import remember
from ..model.findings import Findings
from ..model.project import Project
from ..model.site import make_artifact
from ..problems import Problem, sort_problems, stops
from ..publishing.compare import compare_receipts
from ..publishing.errors import WriteFailedError
from ..publishing.output import check_output, find_site
from ..publishing.receipt import RECEIPT, create_receipt, read_receipt, render_receipt
from ..publishing.write_site import publish_site
from ..rendering import check_budgets, check_characters, create_template_problem, render_site
from .inputs import list_phrases, read_inputs
from .keeping import create_splitter, keeping_templates, remembering
from .options import Options, Outcome, Progress, work_silently
from .standing import create_standing, keep_standing


def render_project(options: Options, progress: Progress = work_silently) -> Outcome:
    """Load, analyse and render, without proof. On a Python that misreads numbers nothing is done."""
    project, problems = load(options)
    sources, unread = read_digests(options.content)
    problems += [problem for problem in unread if problem not in problems]
    if project is None:
        return Outcome(problems=sort_problems(problems), findings=None, site=None)
    inputs, unfit = read_inputs(options)
    findings, found = analyse_project(project, options, progress)
    problems += [*unfit, *found]
    if not project.complete or _stops(problems, options.strict):
        return Outcome(problems=sort_problems(problems), findings=findings, site=None)
    site = None
    with keeping_templates(options.root / ".cache"):
        try:
            site = render_site(findings, inputs)
            problems += check_characters(findings, inputs.font)
        except Exception as error:
            problem = create_template_problem(error, inputs.templates, inputs.own)
            if problem is None:
                raise
            problems.append(_locate_template(problem, options.root))
    return Outcome(
        problems=sort_problems(problems),
        findings=findings,
        site=site,
        sources=sources,
        phrases=list_phrases(inputs.templates),
    )


def _locate_template(problem: Problem, root: Path) -> Problem:
    """Name the file where it is: in the project, else among what the program brings."""
    file = root / problem.place.file
    file = file if file.is_file() else find_templates().parent / problem.place.file
    return replace(problem, place=replace(problem.place, file=file.as_posix()))


def prove_outcome(outcome: Outcome) -> Outcome:
    """Return the outcome with the faults of its rendered site, and its files over budget."""
    if outcome.site is None or outcome.findings is None:
        return outcome
    site = {path: make_artifact(artifact) for path, artifact in outcome.site.items()}
    proved = prove(outcome.findings, site, outcome.phrases)
    problems = [*outcome.problems, *proved, *check_budgets(outcome.findings, site)]
    return replace(outcome, site=site, problems=sort_problems(problems))


@remember
def prove(findings: Findings, site: Mapping[str, bytes], phrases: tuple[str, ...]) -> tuple[Problem, ...]:
    """Prove a site; files with bytes that were proved before are skipped."""
    from ..proof import prove_site  # not even imported when nothing has changed

    return tuple(prove_site(findings, site, phrases))


def load(options: Options) -> tuple[Project | None, list[Problem]]:
    """Return the project with the address of the options, and problems; no project on a Python that misreads numbers."""
    if misread := check_reader():
        return None, list(misread)
    project, problems = load_project(options.content)
    if project is not None and options.base_url is not None:
        project = project.with_base_url(options.base_url)
    return project, problems


def analyse_project(project: Project, options: Options, progress: Progress) -> tuple[Findings, list[Problem]]:
    """Return the findings of a project and its problems; the splitter's cached words are used."""
    return analyse(project, create_splitter(project, options.root / ".cache", progress))


def check_project(options: Options, progress: Progress = work_silently) -> Outcome:
    """Do everything except writing."""
    with remembering(options.root / ".cache"):
        return prove_outcome(render_project(options, progress))


def build_site(
    options: Options, progress: Progress = work_silently, on_wait: Callable[[], None] = lambda: None
) -> Outcome:
    """Build and publish; with a problem nothing is written and the previous site stays.

    `on_wait` is called when another run is publishing into the same folder.
    """
    try:
        check_output(options.out, options.content)
    except OSError as error:
        raise WriteFailedError(error) from error
    before = read_fingerprint(options.content, options.root)
    outcome = check_project(options, progress)
    if outcome.site is None or _stops(list(outcome.problems), options.strict):
        return outcome
    receipt = create_receipt(outcome.site, outcome.sources, read_versions())
    replaced = read_receipt(find_site(options.out))
    site = {**outcome.site, RECEIPT: render_receipt(receipt)}
    total = publish_site(site, options.out, on_wait=on_wait)
    difference = None if replaced is None else compare_receipts(replaced, receipt)
    outcome = replace(outcome, site=site, published=True, bytes_written=total, difference=difference)
    keep_standing(options, before, create_standing(outcome))
    return outcome


def _stops(problems: list[Problem], strict: bool) -> bool:
    return any(stops(problem.code, strict=strict) for problem in problems)
