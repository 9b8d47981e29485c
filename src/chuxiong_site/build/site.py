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
from ..content.read_program import read_program
from ..memory import recall
from ..model.findings import Findings
from ..model.project import Project
from ..model.site import Artifact, Site, compute_sha256
from ..problems import Problem, sort_problems, stops
from ..proof.prove import list_faults, prove_parts
from ..proof.sorting import Proved, select_proved
from ..publishing.compare import compare_receipts
from ..publishing.errors import WriteFailedError
from ..publishing.output import check_output, find_site
from ..publishing.receipt import RECEIPT, create_receipt, read_receipt, render_receipt
from ..publishing.write_site import publish_site
from ..rendering import RenderInputs, check_characters, create_template_problem
from ..rendering.budgets import check_budgets, list_heavy
from ..rendering.render import create_site_context, render_site_files
from .inputs import read_inputs
from .keeping import create_splitter, keeping_templates, remembering
from .making import Workshop, collect_parts, create_workshop, make_earlier_values, render_part
from .options import Options, Outcome, Progress, work_silently
from .parts import Part, PartStore, keep_parts, keeping_parts
from .standing import create_standing, keep_standing


def render_project(
    options: Options, progress: Progress = work_silently, store: PartStore | None = None
) -> Outcome:
    """Load, analyse and render, without proof. On a Python that misreads numbers nothing is done.

    The parts of reports that a store has are taken from there; of those that it lacks all but a single one are made
    into it, proved.
    """
    outcome, workshop = open_workshop(options, progress)
    return outcome if workshop is None else _render_in(outcome, workshop, options, store)


def open_workshop(options: Options, progress: Progress) -> tuple[Outcome, Workshop | None]:
    """Load and analyse; return what is known so far, and the workshop of the site, `None` where something is wrong."""
    project, problems = load(options)
    sources, unread = read_digests(options.content)
    problems += [problem for problem in unread if problem not in problems]
    if project is None:
        return Outcome(problems=sort_problems(problems), findings=None, site=None), None
    inputs, unfit = read_inputs(options)
    split_words = create_splitter(project, options.root / ".cache", progress)
    findings, found = analyse(project, split_words, {project.reports[0].id})
    problems += [*unfit, *found]
    outcome = Outcome(problems=sort_problems(problems), findings=findings, site=None, sources=sources)
    if not project.complete or _stops(problems, options.strict):
        return outcome, None
    return outcome, create_workshop(findings, inputs, split_words)


def _render_in(outcome: Outcome, workshop: Workshop, options: Options, store: PartStore | None) -> Outcome:
    inputs, problems = workshop.inputs, list(outcome.problems)
    with keeping_templates(options.root / ".cache"):
        try:
            outcome = _render(outcome, workshop, store, options.jobs)
            problems += check_characters(workshop.findings, inputs.font)
        except Exception as error:
            problems.append(find_template_problem(error, inputs, options))
    return replace(outcome, problems=sort_problems(problems))


def find_template_problem(error: Exception, inputs: RenderInputs, options: Options) -> Problem:
    """Return what is wrong with a template of the project; an error of any other kind is raised again."""
    problem = create_template_problem(error, inputs.templates, inputs.own)
    if problem is None:
        raise error
    return _locate_template(problem, options.root)


def _render(outcome: Outcome, workshop: Workshop, store: PartStore | None, jobs: int) -> Outcome:
    keys = workshop.compute_keys()
    parts = {} if store is None else collect_parts(workshop, keys, store, jobs)
    for report_id, key in keys.items():
        if report_id not in parts:
            workshop = workshop.add_words(report_id)
            parts[report_id] = render_part(workshop, report_id, key)
    summaries = [summary for report_id in keys if (summary := parts[report_id].summary) is not None]
    context = create_site_context(workshop.findings, workshop.surroundings, workshop.kit, summaries)
    parts = {report_id: parts[report_id] for report_id in keys} | make_earlier_values(
        workshop, context, store
    )
    site: dict[str, Artifact] = {path: data for part in parts.values() for path, data in part.files.items()}
    site |= render_site_files(context, workshop.kit, summaries, site)
    return replace(outcome, findings=workshop.findings, site=site, parts=parts, phrases=workshop.phrases)


def _locate_template(problem: Problem, root: Path) -> Problem:
    """Name the file where it is: in the project, else among what the program brings."""
    file = root / problem.place.file
    file = file if file.is_file() else find_templates().parent / problem.place.file
    return replace(problem, place=replace(problem.place, file=file.as_posix()))


def prove_outcome(outcome: Outcome) -> Outcome:
    """Return the outcome with the faults of its rendered site, and its files over budget.

    What a store has of a report was proved when it went there.
    """
    if outcome.site is None or outcome.findings is None:
        return outcome
    site, findings = outcome.site, outcome.findings
    known = {
        part.name: part.proved
        for part in outcome.parts.values()
        if part.proved is not None and all(site.get(path) is data for path, data in part.files.items())
    }
    everything = {path: compute_sha256(data) for path, data in site.items()}
    keys = {name: part.key for name, part in outcome.parts.items()}
    known_by = (read_program(), keys, sorted(known), everything)
    proved = prove_parts(findings, site, outcome.phrases, known, lambda work: recall("site", known_by, work))
    parts = {part.name: _weigh(part, proved, findings, site) for part in outcome.parts.values()}
    budgets = findings.project.site.budgets
    of_reports = {path for part in parts.values() for path in part.files}
    own = {path: data for path, data in site.items() if path not in of_reports}
    heavy = [*(part.heavy for part in parts.values()), list_heavy(budgets, (), own, site)]
    problems = [*outcome.problems, *list_faults(proved, site), *check_budgets(budgets, heavy)]
    return replace(outcome, problems=sort_problems(problems), parts=parts)


def _weigh(part: Part, proved: Mapping[str, Proved], findings: Findings, site: Site) -> Part:
    """Return a part with what the proof found, and its files over budget."""
    if part.proved is not None:
        return part
    reports = [entry.report for entry in findings.reports if entry.report.id == part.name]
    heavy = list_heavy(findings.project.site.budgets, reports, part.files, site)
    found = proved[part.name] if part.name in proved else select_proved(proved[""], part.files)
    return replace(part, proved=found, heavy=heavy)


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
    with remembering(options.root / ".cache"), keeping_parts(options) as store:
        return _make(options, progress, store)


def _make(options: Options, progress: Progress, store: PartStore | None) -> Outcome:
    """Render and prove; what is made and proved is left in the store."""
    outcome = prove_outcome(render_project(options, progress, store))
    return outcome if store is None else keep_parts(outcome, store)


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
    with remembering(options.root / ".cache"), keeping_parts(options) as store:
        outcome = _make(options, progress, store)
        if outcome.site is None or _stops(list(outcome.problems), options.strict):
            return outcome
        outcome = _publish(outcome, options, on_wait)
    keep_standing(options, before, create_standing(outcome))
    return outcome


def _publish(outcome: Outcome, options: Options, on_wait: Callable[[], None]) -> Outcome:
    assert outcome.site is not None
    receipt = create_receipt(outcome.site, outcome.sources, read_versions())
    replaced = read_receipt(find_site(options.out))
    site = {**outcome.site, RECEIPT: render_receipt(receipt)}
    total = publish_site(site, options.out, on_wait=on_wait)
    difference = None if replaced is None else compare_receipts(replaced, receipt)
    return replace(outcome, site=site, published=True, bytes_written=total, difference=difference)


def _stops(problems: list[Problem], strict: bool) -> bool:
    return any(stops(problem.code, strict=strict) for problem in problems)
