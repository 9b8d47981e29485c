"""Rebuild the preview after a save: shown as soon as it is rendered, proved right after."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace

from ..build.keeping import remembering
from ..build.options import Options, Outcome, Progress, work_silently
from ..build.parts import PREVIEW, PartStore, keep_parts, keeping_parts
from ..build.site import prove_outcome, render_project
from ..memory import Memory
from .failures import create_failure_problem
from .state import Preview


class Workbench:
    """What stays at hand between two rebuilds: the parts that are made, and what was worked out."""

    def __init__(self, options: Options, memory: Memory, store: PartStore | None) -> None:
        self.options, self.memory, self.store = options, memory, store

    def rebuild(self, preview: Preview, progress: Progress = work_silently) -> Outcome | Exception:
        """Bring the preview up to date; whatever goes wrong becomes a problem over the last good site, and is returned."""
        try:
            outcome = render_project(self.options, progress, self.store)
            if outcome.site is not None:
                preview.update(outcome)
            outcome = prove_outcome(outcome)
            if self.store is not None:
                outcome = keep_parts(outcome, self.store)
        except Exception as error:  # the preview outlives any mistake, in templates too
            preview.report((create_failure_problem(error),))
            return error
        finally:
            self.memory.turn()
            self.options = replace(
                self.options, jobs=0
            )  # from now on a reader waits, and this process has threads
        preview.update(outcome)
        return outcome


@contextlib.contextmanager
def setting_up(options: Options) -> Iterator[Workbench]:
    """Lend a workbench, and store what was worked out on it at the end."""
    with remembering(options.root / ".cache") as memory, keeping_parts(options, PREVIEW) as store:
        yield Workbench(options, memory, store)
