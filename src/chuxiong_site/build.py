"""The five calls: load, analyse, render, prove, publish; and what an earlier run kept, lent to them."""

from __future__ import annotations

import contextlib
import datetime
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from .analysis import analyse, check_reader
from .content import (
    find_templates,
    load_project,
    read_cache,
    read_chart_library,
    read_digests,
    read_program,
    read_site,
    read_templates,
    read_versions,
)
from .content.split_words import compute_words_key, read_cached_words, render_words, split_words
from .memory import dump_memory, lend_memory, load_memory, remember
from .model.findings import Findings
from .model.project import Project
from .model.site import Site, make_artifact
from .model.words import SentenceWords, SplitWords
from .problems import Problem, is_warning, sort_problems, stops
from .publish import (
    RECEIPT,
    Difference,
    WriteFailedError,
    check_output,
    compare_receipts,
    create_receipt,
    find_site,
    prepare_cache,
    publish_site,
    read_receipt,
    render_receipt,
    share_cache,
    write_cache,
)
from .rendering import (
    RenderInputs,
    check_budgets,
    describe_template_fault,
    dump_compiled,
    has_compiled,
    load_compiled,
    render_site,
)

Progress = Callable[[str], contextlib.AbstractContextManager[object]]
"""Tells, in a sentence, about work that takes longer than a second, for as long as it lasts."""
PHRASES = "phrases.txt"
"""In the folder of templates."""
MEMORY = "memory.bin"
"""Its name in the cache folder."""
BEGINNING = datetime.datetime(1970, 1, 1, 8, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))
"""The second from which SOURCE_DATE_EPOCH counts, in Beijing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Where things are, and what the caller wants."""

    content: Path
    out: Path
    root: Path
    """The project's folder: `templates/` and `node_modules/` are looked for there."""
    base_url: str | None = None
    strict: bool = False
    epoch: int | None = None
    """SOURCE_DATE_EPOCH: shown as the time of the build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a build came to."""

    problems: tuple[Problem, ...]
    findings: Findings | None
    site: Site | None
    """The rendered site; `None` when the content is wrong."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """Content file → SHA-256, for the receipt."""
    phrases: tuple[str, ...] = ()
    """The sentences with numbers that the project's own templates say."""
    published: bool = False
    bytes_written: int = 0
    difference: Difference | None = None
    """What the new site changes in the one before; `None` when there was none with a receipt."""


def work_silently(_: str) -> contextlib.AbstractContextManager[object]:
    """Tell nobody."""
    return contextlib.nullcontext()


def render_project(options: Options, progress: Progress = work_silently) -> Outcome:
    """Load, analyse and render; nothing is proved yet. On a Python that misreads numbers nothing is done at all."""
    project, problems = _load(options)
    sources, unread = read_digests(options.content)
    problems += [problem for problem in unread if problem not in problems]
    if project is None:
        return Outcome(problems=sort_problems(problems), findings=None, site=None)
    inputs, unfit = read_inputs(options)
    findings, found = _analyse(project, options, progress)
    problems += [*unfit, *found]
    if not project.complete or _stops(problems, options.strict):
        return Outcome(problems=sort_problems(problems), findings=findings, site=None)
    site = None
    with _keeping_templates(options.root / ".cache"):
        try:
            site = render_site(findings, inputs)
        except Exception as error:
            problem = describe_template_fault(error, inputs.templates, inputs.own)
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
    """Return the outcome with what is not proved of its rendered site, and which files are heavy."""
    if outcome.site is None or outcome.findings is None:
        return outcome
    site = {path: make_artifact(artifact) for path, artifact in outcome.site.items()}
    proved = _prove(outcome.findings, site, outcome.phrases)
    problems = [*outcome.problems, *proved, *check_budgets(outcome.findings, site)]
    return replace(outcome, site=site, problems=sort_problems(problems))


@remember
def _prove(findings: Findings, site: Mapping[str, bytes], phrases: tuple[str, ...]) -> tuple[Problem, ...]:
    """Prove a site; what was proved before, byte for byte, is proved."""
    from .proof import prove_site  # not even imported when nothing has changed

    return tuple(prove_site(findings, site, phrases))


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderProof:
    """What the proof of a folder came to."""

    findings: Findings | None
    """What the content says; `None` when it is too wrong to prove anything by it."""
    content_problems: tuple[Problem, ...]
    site_problems: tuple[Problem, ...]
    """Every place of the folder that is not proved; files are named from the folder."""
    files: int = 0


def prove_folder(options: Options, folder: Path, progress: Progress = work_silently) -> FolderProof:
    """Prove the files in a folder by the content, without rendering anything and without their receipt."""
    project, problems = _load(options)
    inputs, unfit = read_inputs(options)
    problems += unfit
    if project is None:
        return FolderProof(findings=None, content_problems=sort_problems(problems), site_problems=())
    findings, found = _analyse(project, options, progress)
    wrong = tuple(problem for problem in sort_problems(problems + found) if not is_warning(problem.code))
    if wrong or not project.complete:
        return FolderProof(findings=None, content_problems=wrong, site_problems=())
    site, unread = read_site(folder)
    proved = sort_problems([*unread, *_prove(findings, site, list_phrases(inputs.templates))])
    return FolderProof(findings=findings, content_problems=(), site_problems=proved, files=len(site))


def _load(options: Options) -> tuple[Project | None, list[Problem]]:
    """Return the project with the address it was told; nothing on a Python that misreads numbers."""
    if misread := check_reader():
        return None, list(misread)
    project, problems = load_project(options.content)
    if project is not None and options.base_url is not None:
        project = project.with_base_url(options.base_url)
    return project, problems


def _analyse(project: Project, options: Options, progress: Progress) -> tuple[Findings, list[Problem]]:
    return analyse(project, _create_splitter(project, options.root / ".cache", progress))


def list_phrases(templates: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return the sentences with numbers that a project's own templates say: one a line of `phrases.txt`, `#` begins a comment."""
    lines = templates.get(PHRASES, b"").decode("utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def check_project(options: Options, progress: Progress = work_silently) -> Outcome:
    """Do everything except writing."""
    with _remembering(options.root / ".cache"):
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
    outcome = check_project(options, progress)
    if outcome.site is None or _stops(list(outcome.problems), options.strict):
        return outcome
    receipt = create_receipt(outcome.site, outcome.sources, read_versions())
    before = read_receipt(find_site(options.out))
    site = {**outcome.site, RECEIPT: render_receipt(receipt)}
    total = publish_site(site, options.out, on_wait=on_wait)
    difference = None if before is None else compare_receipts(before, receipt)
    return replace(outcome, site=site, published=True, bytes_written=total, difference=difference)


def read_inputs(options: Options) -> tuple[RenderInputs, list[Problem]]:
    """Return templates and the chart library, the project's own, else what the packages carry; and unfit templates.

    A project's template stands for the program's of the same name; all others are the program's.
    """
    folder, brought = options.root / "templates", find_templates()
    own, problems = read_templates(folder)
    others, _ = read_templates(brought) if folder.resolve() != brought.resolve() else ({}, [])
    inputs = RenderInputs(
        templates={**others, **own},
        own=frozenset(own),
        plotly=read_chart_library(options.root),
        built=_describe_time(options.epoch),
    )
    return inputs, problems


def _create_splitter(project: Project, cache: Path, progress: Progress) -> SplitWords:
    """Return the word splitter: it looks into the cache first, and keeps what it had to cut."""
    dictionary = (*project.dictionary, *(word for term in project.terms for word in (term.id, *term.also)))

    def split(sentences: tuple[str, ...]) -> tuple[SentenceWords, ...]:
        key = compute_words_key(sentences, dictionary)
        words = read_cached_words(cache, key)
        if words is None:
            prepare_cache(cache)
            with progress("正在分词；同样的文字只分一次，下次就快了"):
                words = split_words(sentences, dictionary, cache)
            share_cache(cache)
            write_cache(cache, f"words-{key}.json", render_words(words))
        return words

    return split


@contextlib.contextmanager
def _remembering(cache: Path) -> Iterator[None]:
    """Know what an earlier run of this very program worked out, and keep what this one had to."""
    program = read_program()
    with lend_memory(load_memory(read_cache(cache, MEMORY) or b"", program)) as memory:
        yield
    kept = dump_memory(memory, program)
    if kept is not None:
        prepare_cache(cache)
        write_cache(cache, MEMORY, kept)


@contextlib.contextmanager
def _keeping_templates(cache: Path) -> Iterator[None]:
    """Know the templates that an earlier run compiled, and keep those that this one had to compile."""
    name = f"templates-{sys.implementation.cache_tag}.bin"
    if not has_compiled():
        load_compiled(read_cache(cache, name) or b"")
    yield
    compiled = dump_compiled()
    if compiled is not None:
        prepare_cache(cache)
        write_cache(cache, name, compiled)


def _describe_time(epoch: int | None) -> str:
    if epoch is None:
        return ""
    time = BEGINNING + datetime.timedelta(seconds=epoch)  # not every system counts beyond the year 3000
    return f"{time:%Y-%m-%d %H:%M}（UTC+8）"


def _stops(problems: list[Problem], strict: bool) -> bool:
    return any(stops(problem.code, strict=strict) for problem in problems)

