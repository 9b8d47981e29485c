"""The five calls: load, analyse, render, check, publish. No other logic."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .analysis import SplitWords, analyse
from .content import find_plotly, load_project, read_plotly_version, read_templates
from .content.split_words import compute_words_key, read_cached_words, render_words, split_words
from .model.findings import Findings
from .model.project import Project
from .model.site import Site
from .model.words import SentenceWords
from .problems import Problem, is_warning, sort_problems
from .publish import prepare_cache, publish_site, write_cache
from .rendering import RenderInputs, check_site, render_site

BEIJING = datetime.timezone(datetime.timedelta(hours=8), "UTC+8")


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
    published: bool = False
    bytes_written: int = 0


def check_project(options: Options) -> Outcome:
    """Do everything except writing."""
    project, problems = load_project(options.content)
    if project is None:
        return Outcome(problems=sort_problems(problems), findings=None, site=None)
    if options.base_url is not None:
        project = project.with_base_url(options.base_url)
    findings, found = analyse(project, _create_splitter(project, options.root / ".cache"))
    problems += found
    if not project.complete or _stops(problems, options.strict):
        return Outcome(problems=sort_problems(problems), findings=findings, site=None)
    site = render_site(findings, read_inputs(options))
    problems += check_site(findings, site)
    return Outcome(problems=sort_problems(problems), findings=findings, site=site)


def build_site(options: Options) -> Outcome:
    """Build and publish; with a problem nothing is written and the previous site stays."""
    outcome = check_project(options)
    if outcome.site is None or _stops(list(outcome.problems), options.strict):
        return outcome
    total = publish_site(outcome.site, options.out)
    return Outcome(
        problems=outcome.problems,
        findings=outcome.findings,
        site=outcome.site,
        published=True,
        bytes_written=total,
    )


def read_inputs(options: Options) -> RenderInputs:
    """Return templates and the plotly bundle: the project's own, else what the packages carry."""
    templates = read_templates(options.root / "templates", Path(__file__).parent / "templates")
    bundle = find_plotly(options.root)
    return RenderInputs(
        templates=templates,
        plotly=bundle.read_bytes,
        plotly_version=read_plotly_version(bundle),
        built=_describe_time(options.epoch),
    )


def _create_splitter(project: Project, cache: Path) -> SplitWords:
    """Return the word splitter: it looks into the cache first, and keeps what it had to cut."""
    dictionary = (*project.dictionary, *(word for term in project.terms for word in (term.id, *term.also)))

    def split(sentences: tuple[str, ...]) -> tuple[SentenceWords, ...]:
        key = compute_words_key(sentences, dictionary)
        words = read_cached_words(cache, key)
        if words is None:
            prepare_cache(cache)
            words = split_words(sentences, dictionary, cache)
            write_cache(cache, f"words-{key}.json", render_words(words))
        return words

    return split


def _describe_time(epoch: int | None) -> str:
    if epoch is None:
        return ""
    return f"{datetime.datetime.fromtimestamp(epoch, BEIJING):%Y-%m-%d %H:%M}（UTC+8）"


def _stops(problems: list[Problem], strict: bool) -> bool:
    return any(strict or not is_warning(problem.code) for problem in problems)


def count_pages(site: Mapping[str, object]) -> int:
    """Return how many HTML pages a site has."""
    return sum(path.endswith(".html") for path in site)
