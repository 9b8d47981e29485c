"""The content files that decisions change: as they stand, whether they still do, and as edits would make them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..drafting.naming.text_edits import TextEdit, apply_edits
from ..publishing.changed_files import ChangedMeanwhileError, FileChange


def read_desk_files(content: Path) -> dict[str, bytes]:
    """Return catalogues and annotated reports by their names in the content folder."""
    paths = [*content.glob("*.yaml"), *content.glob("reports/*.md")]
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in paths}


def expect_files(content: Path, files: Mapping[str, bytes]) -> None:
    """Raise `ChangedMeanwhileError` where a file is another now: the places on the desk are not its own."""
    now = read_desk_files(content)
    for name in files.keys() | now.keys():
        if files.get(name) != now.get(name):
            raise ChangedMeanwhileError(content / name)


def compute_changes(
    content: Path, files: Mapping[str, bytes], edits: Sequence[TextEdit]
) -> dict[str, FileChange]:
    """Return the changes that edits come to; none for a file that they leave as it is."""
    changes = {}
    for name in dict.fromkeys(edit.file for edit in edits):
        before = files[name]
        after = apply_edits(before, [edit for edit in edits if edit.file == name])
        if after != before:
            changes[name] = FileChange(path=content / name, before=before, after=after)
    return changes
