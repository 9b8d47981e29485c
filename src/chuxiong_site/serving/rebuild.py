"""Rebuild the preview after a save: shown as soon as it is rendered, proved right after."""

from __future__ import annotations

from ..build.options import Options, Outcome, Progress, work_silently
from ..build.site import prove_outcome, render_project
from .failures import create_failure_problem
from .state import Preview


def rebuild_preview(
    preview: Preview, options: Options, progress: Progress = work_silently
) -> Outcome | Exception:
    """Bring the preview up to date; whatever goes wrong becomes a problem over the last good site, and is returned."""
    try:
        outcome = render_project(options, progress)
        if outcome.site is not None:
            preview.update(outcome)
        outcome = prove_outcome(outcome)
    except Exception as error:  # the preview outlives any mistake, in templates too
        preview.report((create_failure_problem(error),))
        return error
    preview.update(outcome)
    return outcome
