"""Do the scripts of the workflows do what they say on a clean clone, and tell the usual stumbles in a sentence?"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from packages import clean_environment
from test_quality import list_project_files

from built import ROOT
from chuxiong_site import __version__

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("bash") is None, reason="这些脚本在 Linux 上运行，要 bash"
)
PYTHON = f"""#!/usr/bin/env bash
# As python where everything is set up: build.py runs the program at once, -m pip installs what is there already.
case "$1 ${{2:-}}" in
  "build.py "*) shift; CHUXIONG_SITE_ROOT="$PWD" PYTHONPATH="$PWD/src" exec "{sys.executable}" -P -m chuxiong_site "$@" ;;
  "-m pip") exit 0 ;;
  "-m uv") shift 2; echo "uv $*" >>"$CALLS"; exit 0 ;;
  *) exec "{sys.executable}" "$@" ;;
esac
"""
GH = """#!/usr/bin/env bash
# As the code host's own program, with the open issues that a test wrote down.
echo "gh $*" >>"$CALLS"
if [ "$2" = list ]; then cat "$ISSUES"; fi
"""


class Clone:
    """A clean clone with the small project as its content, and what a workflow gives to a script."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.tools = folder / "clone", folder / "tools"
        self.summary, self.output, self.calls = folder / "summary.md", folder / "output", folder / "calls"
        self.folder.mkdir()
        self.tools.mkdir()
        for path in list_project_files():
            target = self.folder / path.relative_to(ROOT)
            if target.relative_to(self.folder).parts[0] not in ("tests", "content", "benchmarks"):
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, target)
        shutil.copytree(ROOT / "tests" / "fixtures" / "small", self.folder / "content")
        shutil.copytree(self.folder / "content", self.folder / "tests" / "fixtures" / "small")
        self.write_tool("python", PYTHON)
        for arguments in (("init", "-q", "-b", "trunk"), ("add", "-A"), ("commit", "-q", "-m", "first")):
            self.git(*arguments)

    def write_tool(self, name: str, text: str) -> None:
        """Put a program before those of the machine."""
        (self.tools / name).write_text(text, encoding="utf-8")
        (self.tools / name).chmod(0o755)

    def git(self, *arguments: str) -> None:
        """Run git as somebody."""
        who = {
            f"GIT_{role}_{key}": "a@example.org"
            for role in ("AUTHOR", "COMMITTER")
            for key in ("NAME", "EMAIL")
        }
        subprocess.run(["git", *arguments], cwd=self.folder, check=True, env={**os.environ, **who})

    def run(
        self, script: str, *arguments: str, path: str = "", **told: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a script as a workflow does."""
        given = {
            "PATH": path or f"{self.tools}{os.pathsep}{os.environ['PATH']}",
            "PYTHON": sys.executable,
            "RUNNER_TEMP": str(self.folder.parent),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_OUTPUT": str(self.output),
            "CALLS": str(self.calls),
            "BASE_URL": "https://example.org/report",
            **told,
        }
        command = [shutil.which("bash") or "bash", f".ci/{script}", *arguments]
        return subprocess.run(
            command, cwd=self.folder, env={**clean_environment(), **given}, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip

    def read_summary(self) -> str:
        """Return what the job's summary says by now."""
        return self.summary.read_text(encoding="utf-8") if self.summary.exists() else ""


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    """Make a clean clone."""
    return Clone(tmp_path)


def test_the_site_is_built_and_described(clone: Clone) -> None:
    """The site is built for the address with one slash at its end, equals its receipt, and comes with the list of its materials."""
    built = clone.run("build-site")
    assert built.returncode == 0, built.stderr
    assert "逐字节相同" in built.stdout
    page = (clone.folder / "_site" / "index.html").read_text(encoding="utf-8")
    assert "https://example.org/report/" in page
    (clone.folder / ".ci" / "list-materials").write_text('echo "$1" >>"$CALLS"\n', encoding="utf-8")
    described = clone.run("describe-site")
    assert described.returncode == 0, described.stderr
    receipt = clone.folder / "provenance" / "receipt.json"
    assert receipt.read_bytes() == (clone.folder / "_site" / "receipt.json").read_bytes()
    assert clone.calls.read_text(encoding="utf-8") == "provenance/chuxiong-site.cdx.json\n"


def test_the_materials_are_those_of_the_lock(clone: Clone) -> None:
    """The CycloneDX list names the program and every package of the lock with its version and hashes, the same each time."""
    for name in ("made.json", "again.json"):
        listed = clone.run("list-materials", name)
        assert listed.returncode == 0, listed.stderr
    assert (clone.folder / "made.json").read_bytes() == (clone.folder / "again.json").read_bytes()
    made = json.loads((clone.folder / "made.json").read_bytes())
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    component = made["metadata"]["component"]
    assert (component["name"], component["version"]) == ("chuxiong-site", __version__)
    locked = {
        line.split(" ")[0] for line in (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8").splitlines()
        if "==" in line
    }  # fmt: skip
    assert {f"{each['name']}=={each['version']}" for each in made["components"]} == locked
    assert all(each["externalReferences"][0]["hashes"] for each in made["components"])


def test_parts_of_several_machines(clone: Clone) -> None:
    """What several machines made is put together to the site that one makes."""
    for share in ("1/2", "2/2"):
        made = clone.run("build-part", SHARE=share)
        assert made.returncode == 0, made.stderr
        (clone.folder / "parts").mkdir(exist_ok=True)
        (clone.folder / "parts").rename(clone.folder / f"made-{share[0]}")
    for number in "12":
        shutil.copytree(clone.folder / f"made-{number}", clone.folder / "parts", dirs_exist_ok=True)
    shutil.rmtree(clone.folder / ".cache")  # of another machine
    assembled = clone.run("assemble-site")
    assert assembled.returncode == 0, assembled.stderr
    assert (clone.folder / "_site" / "index.html").is_file()
    handed = clone.folder / "parts" / "2023" / "files" / "2023" / "index.html"
    assert handed.samefile(clone.folder / "_site" / "2023" / "index.html"), "it was taken, not made again"


def test_changes_are_told(clone: Clone) -> None:
    """A number that a commit changes is in the summary; a first commit has nothing to compare with."""
    first = clone.run("tell-changes")
    assert (first.returncode, clone.read_summary()) == (0, "")
    for name in ("2023.md", "2023.txt"):
        path = clone.folder / "content" / "reports" / name
        path.write_bytes(path.read_bytes().replace("120项".encode(), "121项".encode()))
    clone.git("commit", "-q", "-a", "-m", "second")
    told = clone.run("tell-changes")
    assert told.returncode == 0, told.stderr
    assert "121" in clone.read_summary()


@pytest.mark.parametrize(
    ("told", "sentences"),
    [
        ({}, ["网站已经生成、核对，接着上线。"]),
        ({"PAGES": "failure", "SITE": "skipped", "JOB": "failure"}, ["GitHub Pages 还没有打开"]),
        ({"BRANCH": "draft"}, ["只有默认分支 trunk 会上线；这一次是 draft"]),
        ({"SITE": "failure", "JOB": "failure"}, ["网站没有生成"]),
        ({"JOB": "failure"}, ["没有上线：看这一次里红的那一步"]),
        ({"PAGES": "skipped", "SITE": "skipped", "JOB": "failure"}, ["没有上线：看这一次里红的那一步"]),
        ({"FORK": "true"}, ["接着上线", "复刻（fork）"]),
    ],
)
def test_stumbles_are_told(clone: Clone, told: dict[str, str], sentences: list[str]) -> None:
    """Whatever keeps a run from going online is one sentence in its summary, with what is to be done."""
    given = {
        "PAGES": "success",
        "SITE": "success",
        "JOB": "success",
        "BRANCH": "trunk",
        "DEFAULT_BRANCH": "trunk",
        "FORK": "false",
    }
    ran = clone.run("tell-publishing", **{**given, **told})
    assert ran.returncode == 0, ran.stderr
    lines = clone.read_summary().splitlines()
    assert len(lines) == len(sentences)
    assert all(sentence in line for sentence, line in zip(sentences, lines, strict=True))


def test_a_machine_without_node_is_told(clone: Clone) -> None:
    """Without Node.js nothing is installed, one sentence says what follows, and the job goes on."""
    for name in ("bash", "dirname", "tee"):
        (clone.tools / name).symlink_to(shutil.which(name) or name)
    ran = clone.run("install-charts", path=str(clone.tools))
    assert ran.returncode == 0, ran.stderr
    assert clone.read_summary().startswith("这台机器没有 Node.js")
    clone.write_tool("npm", '#!/usr/bin/env bash\necho "npm $*" >>"$CALLS"\n')
    assert clone.run("install-charts", path=str(clone.tools)).returncode == 0
    assert clone.calls.read_text(encoding="utf-8").startswith("npm ci ")


def test_a_release_is_made_and_sent(clone: Clone) -> None:
    """The tag is the version; the sdist, the wheel and the list of materials are made once, checked, and only the first two sent."""
    assert clone.run("check-tag", TAG=f"v{__version__}").returncode == 0
    wrong = clone.run("check-tag", TAG="v9.9.9")
    assert (wrong.returncode, f"版本是 {__version__}" in wrong.stdout) == (1, True)
    made = clone.run("make-release")
    assert made.returncode == 0, made.stderr
    assert made.stdout.count("PASSED") == 2
    files = {path.name for path in (clone.folder / "dist").iterdir()}
    base = f"chuxiong_site-{__version__}"
    assert files == {f"{base}.tar.gz", f"{base}-py3-none-any.whl", "chuxiong-site.cdx.json"}
    assert clone.run("send-release").returncode == 0
    assert clone.calls.read_text(encoding="utf-8").split()[:4] == [
        "uv",
        "publish",
        "--trusted-publishing",
        "always",
    ]
    assert "cdx" not in clone.calls.read_text(encoding="utf-8")


def test_a_release_is_tried(clone: Clone) -> None:
    """The wheel is tried from a raw text to a proved site, in an environment that was made for it."""
    (clone.folder / "dist").mkdir()
    with zipfile.ZipFile(clone.folder / "dist" / "any.whl", "w"):
        pass
    program = '#!/usr/bin/env bash\\necho "chuxiong-site $1" >>"$CALLS"; [ "$1" != new ] || mkdir -p "$4"'
    clone.write_tool(
        "python",
        f"""#!/usr/bin/env bash
mkdir -p "$3/bin"
printf '#!/usr/bin/env bash\\necho "pip $*" >>"$CALLS"\\n' >"$3/bin/python"
printf '{program}\\n' >"$3/bin/chuxiong-site"
chmod +x "$3"/bin/*
""",
    )
    tried = clone.run("try-release")
    assert tried.returncode == 0, tried.stderr
    calls = clone.calls.read_text(encoding="utf-8").splitlines()
    assert calls[0].endswith("/dist/any.whl")
    assert [call.split()[1] for call in calls[1:]] == ["new", "build", "prove", "verify"]


def test_official_pages_and_links_are_looked_at(clone: Clone) -> None:
    """Nobody answers here: that is said, is no difference and no failure, for the pages as for the links."""
    for path in (clone.folder / "content").rglob("*"):
        if path.suffix in (".md", ".yaml"):
            path.write_bytes(path.read_bytes().replace(b"https://", b"http://127.0.0.1:9/"))
    compared = clone.run("compare-official")
    assert compared.returncode == 0, compared.stderr
    assert "2023：这一次没有取到，不能比较（没有连上" in clone.read_summary()
    assert not clone.output.exists()
    linked = clone.run("check-links")
    assert linked.returncode == 0, linked.stderr
    assert "个通向别的网站的链接" in clone.read_summary()


@pytest.mark.parametrize(("issues", "verb"), [("", "create"), ("17\n", "edit 17")])
def test_differences_become_one_issue(clone: Clone, tmp_path: Path, issues: str, verb: str) -> None:
    """The first difference opens an issue; while it is open, later ones rewrite it."""
    (tmp_path / "issues").write_text(issues, encoding="utf-8")
    clone.write_tool("gh", GH)
    (clone.folder / "differences.md").write_text("x", encoding="utf-8")
    told = clone.run("tell-differences", ISSUES=str(tmp_path / "issues"))
    assert told.returncode == 0, told.stderr
    listed, written = clone.calls.read_text(encoding="utf-8").splitlines()
    assert listed.startswith("gh issue list --state open")
    assert written.startswith(f"gh issue {verb} ")
    assert written.endswith("--body-file differences.md")
