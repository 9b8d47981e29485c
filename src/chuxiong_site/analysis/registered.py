"""What did staff register, even where the entry itself is wrong? A mistake there is told once, not at each use."""

from __future__ import annotations

from ..model.project import Project


def list_registered(project: Project, file: str, group: str) -> set[str]:
    """Return the ids that stand in a group of a YAML file."""
    return {
        str(path[1])
        for name, path in project.places
        if name == file and len(path) == 3 and path[0] == group and path[2] == "#key"
    }


def is_whole(project: Project, file: str, group: str, known: set[str]) -> bool:
    """Tell whether a group could be read and every entry of it structured."""
    return (file, (group,)) in project.places and list_registered(project, file, group) <= known
