"""A rendered site in memory, for tests that change a file of it and ask the proof."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chuxiong_site.build.site import render_project
from chuxiong_site.model.findings import Findings
from chuxiong_site.model.site import make_artifact
from sample_projects import create_options


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A rendered site and what it was rendered from."""

    findings: Findings
    site: Mapping[str, bytes]


def render_content(content: Path, **wishes: Any) -> Built:
    """Render a content folder with the project's own templates."""
    outcome = render_project(create_options(content, **wishes))
    assert outcome.site is not None, outcome.problems
    assert outcome.findings is not None
    site = {path: make_artifact(artifact) for path, artifact in outcome.site.items()}
    return Built(findings=outcome.findings, site=site)
