"""Can the project be edited in a browser, where a container is made for it and nothing is installed by hand?"""

from __future__ import annotations

import json
import re
import shlex
from typing import Any

import pytest

from built import ROOT
from chuxiong_site.serving.serve import PORT


@pytest.fixture(scope="module")
def container() -> Any:
    """Return the description of the container."""
    return json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))


def test_its_python_is_new_enough(container: Any) -> None:
    """The container brings a Python that the project supports, and git, as the whole image does and the slim one not."""
    oldest = re.search(
        r'requires-python = ">=3\.(\d+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    )
    image = re.fullmatch(r"python:3\.(\d+)-bookworm", container["image"])
    assert oldest
    assert image
    assert int(image[1]) >= int(oldest[1])


def test_it_starts_with_the_site_built(container: Any) -> None:
    """What it runs at first is README's own first command."""
    command = container["postCreateCommand"]
    assert shlex.split(command) == ["python", "build.py"]
    readme = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert any(line.partition("#")[0].strip() == command for line in readme)


def test_the_preview_is_handed_on(container: Any) -> None:
    """The port that the preview takes first is the one that is handed on to the browser."""
    assert container["forwardPorts"] == [PORT]
    assert list(container["portsAttributes"]) == [str(PORT)]
