"""A site made on several machines: each makes the parts of some reports, one puts them together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..problems import Problem, sort_problems, stops
from ..publishing.errors import WriteFailedError
from ..publishing.output import check_place
from ..publishing.parts import check_parts_folder
from .keeping import keeping_templates, remembering
from .making import Workshop, collect_parts, make_part
from .options import Options, Outcome, Progress, work_silently
from .parts import PartStore, holding_store, keeping_parts
from .site import find_template_problem, open_workshop

Share = tuple[int, int]
"""(2, 4): the second of four."""


def build_share(
    options: Options,
    share: Share,
    progress: Progress = work_silently,
    on_wait: Callable[[], None] = lambda: None,
) -> Outcome:
    """Make the parts of a share of the reports into the output folder, proved; nothing is published.

    A part in which something is wrong is not left there, and the outcome says what it is. Raises what `build_site` raises.
    """
    try:
        check_place(options.out, options.content)
        check_parts_folder(options.out)
        with remembering(options.root / ".cache"), keeping_parts(options) as own:
            others = (*options.parts, *((own.folder,) if own else ()))
            with holding_store(options.out, others, on_wait) as store:
                return _make_share(options, share, store, progress)
    except OSError as error:
        raise WriteFailedError(error) from error


def _make_share(options: Options, share: Share, store: PartStore, progress: Progress) -> Outcome:
    outcome, workshop = open_workshop(options, progress)
    if workshop is None:
        return outcome
    order, number = share
    keys = dict(list(workshop.compute_keys().items())[order - 1 :: number])
    store.drop_others(frozenset(keys))
    with keeping_templates(options.root / ".cache"):
        parts = collect_parts(workshop, keys, store, options.jobs, makes_one=True)
        refused = {report_id: key for report_id, key in keys.items() if report_id not in parts}
        found = [problem for task in refused.items() for problem in _list_faults(workshop, task, options)]
    problems = sort_problems([*outcome.problems, *dict.fromkeys(found)])
    is_whole = not refused and not any(stops(problem.code, strict=options.strict) for problem in problems)
    return replace(outcome, problems=problems, parts=parts, published=is_whole)


def _list_faults(workshop: Workshop, task: tuple[str, str], options: Options) -> tuple[Problem, ...]:
    """Return what is wrong with a part that could not be made, or was refused."""
    try:
        part = make_part(workshop, *task)
    except Exception as error:
        return (find_template_problem(error, workshop.inputs, options),)
    return part.proved.problems if part.proved else ()
