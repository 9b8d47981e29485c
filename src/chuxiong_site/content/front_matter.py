"""Read the front matter of an annotated report: the YAML between two lines of `---`."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from ..memory import recall
from ..model.catalogue import FrontMatter
from ..problems import Problem, create_problem
from .addresses import check_addresses, check_source
from .document import Document
from .read_files import SourceFile
from .structure import structure

FENCE = "---"
DIGEST = re.compile("[0-9a-f]{64}")
DASHES = re.compile("[-‐‑‒–—―─－_=*]+")
"""What editors and input methods make of three hyphens."""
IN_HEAD = re.compile(r"\s|#|-\s|[^\s：:]+[：:]")
"""How lines of the head begin; what else stands there is text."""


def name_digest(problem: Problem, capture: SourceFile) -> Problem:
    """Return the problem, with the right digest as its hint if it is about `source_sha256`."""
    if "source_sha256" not in problem.found + problem.place.excerpt or problem.code not in {"E211", "E213"}:
        return problem
    return replace(problem, hint=f"{capture.name} 的校验值是 {hashlib.sha256(capture.data).hexdigest()}")


def _create_unclosed_problem(source: SourceFile) -> Problem:
    """Point at the line that was meant to end the head, else at the first one that cannot belong to it."""
    expected = "说明写完后单独一行 ---"
    for number, line in enumerate(source.lines[1:], start=2):
        if DASHES.fullmatch(line.strip()):
            place, found = source.place(number, 1, len(line)), f"「{line.strip()}」不是三个半角连字符"
            return create_problem("E206", place, found, expected, "这一行改成 ---。")
        if line.strip() and not IN_HEAD.match(line):
            place = source.place(number, 1, min(12, len(line)))
            hint = "在标出的这一行前面补上单独一行 ---。"
            return create_problem("E206", place, "开头的说明没有结束，正文就开始了", expected, hint)
    return create_problem("E206", source.place(1, 1, 3), "开头的说明没有结束", expected)


def _structure_front(document: Document, shelf: str) -> tuple[FrontMatter | None, list[Problem]]:
    """Return the record. What was right before with the digest of another capture is right with this one too."""
    data, digest = document.data, document.data.get("source_sha256")
    if isinstance(digest, str) and DIGEST.fullmatch(digest):
        others = data | {"source_sha256": "0" * len(digest)}

        def work() -> FrontMatter | None:
            return structure(FrontMatter, others, places=document.places, path=())[0]

        front = recall(shelf, ("front_matter", others), work)
        if front is not None:
            return replace(front, source_sha256=digest), []
    return structure(FrontMatter, data, places=document.places, path=())


def read_front_matter(
    source: SourceFile, shelf: str
) -> tuple[Document, FrontMatter | None, int, list[Problem]]:
    """Return the front matter and the number of the first line after it; `shelf` is where it is remembered."""
    from .read_yaml import read_yaml  # costly, and needed only for a file that was not read before

    lines = source.lines
    empty = Document(data={}, places={}, problems=[])
    if lines[0].rstrip() != FENCE:
        found, expected = f"「{lines[0][:20]}」", "第一行是 ---，下面是各项说明，再用 --- 结束"
        hint = "三个连字符要用半角的，前面没有别的字。" if DASHES.match(lines[0]) else ""
        problem = create_problem("E206", source.place(1, 1, len(lines[0])), found, expected, hint)
        return empty, None, len(lines) + 1, [problem]
    end = next((index for index, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), None)
    if end is None:
        problem = _create_unclosed_problem(source)
        return empty, None, len(lines) + 1, [problem]
    document = read_yaml(source, text="\n".join(lines[1:end]) + "\n", first_line=2)
    if not document.complete:
        return document, None, end + 2, document.problems
    front, problems = _structure_front(document, shelf)
    problems = document.problems + problems + check_addresses(document.data, document.places)
    if front is not None:
        problems += check_source(front.source_url, document.places.get(("source_url",), source.place(1)))
    return document, front, end + 2, problems
