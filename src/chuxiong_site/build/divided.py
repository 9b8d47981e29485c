"""A site made on several machines: each makes the parts of some reports, one puts them together."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace

from ..problems import Problem, sort_problems, stops
from ..publishing.errors import WriteFailedError
from ..publishing.output import check_place
from ..publishing.parts import check_parts_folder
from .keeping import keeping_templates, remembering
from .making import Workshop, collect_parts, make_part
from .options import Options, Outcome, Progress, work_silently
from .parts import Part, PartStore, holding_store, keeping_parts
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
    with raising_of_the_disk():
        check_place(options.out, options.content)
        check_parts_folder(options.out)
    with remembering(options.root / ".cache"), keeping_parts(options) as own, contextlib.ExitStack() as stack:
        others = (*options.parts, *((own.folder,) if own else ()))
        with raising_of_the_disk():
            store = stack.enter_context(holding_store(options.out, others, on_wait))
        return _make_share(options, share, store, progress)


@contextlib.contextmanager
def raising_of_the_disk() -> Iterator[None]:
    """Let what the disk raises be an error of writing."""
    try:
        yield
    except OSError as error:
        raise WriteFailedError(error) from error


def _make_share(options: Options, share: Share, store: PartStore, progress: Progress) -> Outcome:
    outcome, workshop = open_workshop(options, progress)
    if workshop is None:
        return outcome
    order, number = share
    keys = dict(list(workshop.compute_keys().items())[order - 1 :: number])
    store.drop_others(frozenset(keys))
    found: list[Problem] = []
    with keeping_templates(options.root / ".cache"):
        parts = collect_parts(workshop, keys, store, options.jobs, makes_one=True)
        for report_id, key in keys.items():
            if report_id not in parts:
                part = _make_again(workshop, report_id, key, options)
                found += part if isinstance(part, list) else ()
                if isinstance(part, Part):
                    with raising_of_the_disk():
                        parts[report_id] = store.write(part)
    problems = sort_problems([*outcome.problems, *dict.fromkeys(found)])
    is_whole = not any(stops(problem.code, strict=options.strict) for problem in problems)
    return replace(outcome, problems=problems, parts=parts, published=is_whole)


def _make_again(workshop: Workshop, report_id: str, key: str, options: Options) -> Part | list[Problem]:
    """Return a part that was refused, by the disk or by the proof; or what is wrong with it."""
    try:
        part = make_part(workshop, report_id, key)
    except Exception as error:
        return [find_template_problem(error, workshop.inputs, options)]
    assert part.proved is not None, "what is made to be kept is proved"
    return list(part.proved.problems) or part
