"""What does the head of an annotated report say? The YAML between two lines of `---`."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from ..model.catalogue import FrontMatter
from ..problems import Problem, create_problem
from .addresses import check_addresses
from .read_files import SourceFile
from .read_yaml import Document, read_yaml
from .structure import structure

FENCE = "---"


def name_digest(problem: Problem, capture: SourceFile) -> Problem:
    """Say the right digest to those who wrote a wrong one or none."""
    if "source_sha256" not in problem.found + problem.place.excerpt or problem.code not in {"E211", "E213"}:
        return problem
    return replace(problem, hint=f"{capture.name} 的校验值是 {hashlib.sha256(capture.data).hexdigest()}")


def read_front_matter(source: SourceFile) -> tuple[Document, FrontMatter | None, int, list[Problem]]:
    """Return the front matter and the number of the first line after it."""
    lines = source.lines
    empty = Document(data={}, places={}, problems=[])
    if lines[0].rstrip() != FENCE:
        found, expected = f"「{lines[0][:20]}」", "第一行是 ---，下面是各项说明，再用 --- 结束"
        problem = create_problem("E206", source.place(1, 1, len(lines[0])), found, expected)
        return empty, None, len(lines) + 1, [problem]
    end = next((index for index, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), None)
    if end is None:
        problem = create_problem(
            "E206", source.place(1, 1, 3), "开头的说明没有结束", "说明写完后单独一行 ---"
        )
        return empty, None, len(lines) + 1, [problem]
    document = read_yaml(source, text="\n".join(lines[1:end]) + "\n", first_line=2)
    if not document.complete:
        return document, None, end + 2, document.problems
    front, problems = structure(FrontMatter, document.data, places=document.places, path=())
    problems = document.problems + problems + check_addresses(document.data, document.places)
    return document, front, end + 2, problems
