"""Prove a site folder on disk against the content."""

from __future__ import annotations

from pathlib import Path

from ..content.read_site import read_site
from ..problems import is_warning, sort_problems
from ..proof import prove_site
from .inputs import list_phrases, read_inputs
from .options import FolderProof, Options, Progress, work_silently
from .site import analyse_project, load


def prove_folder(options: Options, folder: Path, progress: Progress = work_silently) -> FolderProof:
    """Prove the files in a folder by the content, without rendering anything and without their receipt."""
    project, problems = load(options)
    inputs, unfit = read_inputs(options)
    problems += unfit
    if project is None:
        return FolderProof(findings=None, content_problems=sort_problems(problems), site_problems=())
    findings, found = analyse_project(project, options, progress)
    wrong = tuple(problem for problem in sort_problems(problems + found) if not is_warning(problem.code))
    if wrong or not project.complete:
        return FolderProof(findings=None, content_problems=wrong, site_problems=())
    site, unread = read_site(folder)
    proved = sort_problems([*unread, *prove_site(findings, site, list_phrases(inputs.templates))])
    return FolderProof(findings=findings, content_problems=(), site_problems=proved, files=len(site))
