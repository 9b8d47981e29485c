"""What do the tests of the package share? The wheel and the sdist as a release makes them, and an environment that has only these."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path

from built import ROOT
from chuxiong_setup.state import find_python


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The two files of a release."""

    sdist: Path
    wheel: Path


def make_package(folder: Path) -> Package:
    """Make the sdist from the project's folder, and the wheel from the sdist alone."""
    _make("sdist", ROOT, folder)
    [sdist] = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder / "unpacked", filter="data")
    [sources] = (folder / "unpacked").iterdir()
    _make("wheel", sources, folder)
    [wheel] = folder.glob("*.whl")
    return Package(sdist=sdist, wheel=wheel)


def _make(kind: str, sources: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)]
    subprocess.run(command, cwd=sources, check=True, capture_output=True, env=clean_environment())


def clean_environment() -> dict[str, str]:
    """Return this machine's environment without what leads Python to the project's sources."""
    left_out = ("PYTHONPATH", "CHUXIONG_SITE_ROOT", "SOURCE_DATE_EPOCH", "CI")
    return {name: value for name, value in os.environ.items() if name not in left_out}


def install(wheel: Path, folder: Path) -> Path:
    """Return the interpreter of a new environment that holds the wheel and what it declares to need, nothing else.

    What it needs is taken from the environment of the tests, so nothing is fetched.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = find_python(folder)
    uv = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--offline", "--no-deps"]
    subprocess.run([*uv, "--python", str(python), str(wheel)], check=True, env=clean_environment())
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    said = subprocess.run([str(python), "-c", ask], check=True, capture_output=True, text=True).stdout
    packages = Path(said.strip())
    for found in _list_needed([packages], "chuxiong-site"):
        _copy(found, packages)
    return python


def _list_needed(folders: list[Path], name: str) -> Iterator[Distribution]:
    [first] = Distribution.discover(name=name, path=[str(folder) for folder in folders])
    waiting, seen = list(_list_names(first)), set()
    while waiting:
        needed = waiting.pop()
        if needed not in seen:
            seen.add(needed)
            found = distribution(needed)
            waiting += _list_names(found)
            yield found


def _list_names(found: Distribution) -> Iterator[str]:
    """Return the names of what a distribution needs on this machine, without its extras."""
    from packaging.requirements import Requirement

    for written in found.requires or []:
        requirement = Requirement(written)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield re.sub(r"[-_.]+", "-", requirement.name).lower()


def _copy(found: Distribution, target: Path) -> None:
    """Put the packages and modules of a distribution into a folder: as links, where the system lets everyone make them."""
    tops = {file.parts[0] for file in found.files or [] if file.parts[0] not in ("..", "__pycache__")}
    for top in tops:
        source, copy = Path(str(found.locate_file(top))), target / top
        if copy.exists() or not source.exists():
            continue
        if sys.platform != "win32":
            copy.symlink_to(source)
        elif source.is_dir():
            shutil.copytree(source, copy)
        else:
            shutil.copyfile(source, copy)
