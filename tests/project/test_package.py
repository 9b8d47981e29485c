"""Is the package whole, well described, and does what is installed from it work in any folder?"""

from __future__ import annotations

import email.message
import shutil
import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest
from packages import Package, clean_environment, install, make_package

from built import ROOT
from chuxiong_site import __version__

RAW = ROOT / "tests" / "fixtures" / "small" / "reports" / "2023.txt"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """Make the sdist and the wheel once."""
    return make_package(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="module")
def python(package: Package, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an environment that has nothing else but what it needs."""
    return install(package.wheel, tmp_path_factory.mktemp("installed") / "venv")


@pytest.fixture
def metadata(package: Package) -> email.message.Message:
    """Read the wheel's description of itself."""
    with zipfile.ZipFile(package.wheel) as archive:
        name = f"chuxiong_site-{__version__}.dist-info/METADATA"
        return Parser().parsestr(archive.read(name).decode("utf-8"))


def run(python: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command in a folder."""
    command = [str(python.parent / "chuxiong-site"), *arguments]
    return subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", check=False, env=clean_environment()
    )


def test_the_version_is_written_once(metadata: email.message.Message) -> None:
    """The package has the version that the program says, and pyproject.toml writes none."""
    assert metadata["Version"] == __version__
    assert __version__ not in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_the_description_is_whole(metadata: email.message.Message) -> None:
    """Index pages find the licence, the people, keywords, classifiers and a readable description."""
    assert metadata["License-Expression"] == "MIT"
    assert metadata.get_all("License-File") == ["LICENSE", "LICENSES/DATA.md"]
    assert metadata["Author"] == "chuxiong_site contributors"
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert len(metadata["Keywords"].split(",")) > 3
    assert "Typing :: Typed" in (metadata.get_all("Classifier") or [])


def test_the_index_would_take_both_files(package: Package) -> None:
    """The checker that goes before an upload has nothing to say, not even a warning."""
    command = [sys.executable, "-m", "twine", "check", "--strict", str(package.sdist), str(package.wheel)]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.count("PASSED") == 2


def test_the_wheel_has_all_that_runs_and_nothing_more(package: Package) -> None:
    """The wheel holds the package, the templates, the type marker and the licences: no tests, no content."""
    with zipfile.ZipFile(package.wheel) as archive:
        names = {name for name in archive.namelist() if not name.endswith("/")}
    info = f"chuxiong_site-{__version__}.dist-info"
    own = {path.relative_to(ROOT / "src").as_posix() for path in list_files(ROOT / "src" / "chuxiong_site")}
    templates = {
        f"chuxiong_site/{path.relative_to(ROOT).as_posix()}" for path in list_files(ROOT / "templates")
    }
    assert names == own | templates | {
        f"{info}/{name}"
        for name in (
            "METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE", "licenses/LICENSES/DATA.md",
        )
    }  # fmt: skip
    assert "chuxiong_site/py.typed" in names


def list_files(folder: Path) -> list[Path]:
    """Return the files below a folder that are no caches."""
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def test_the_sdist_has_all_that_is_tested(package: Package) -> None:
    """From the sdist everything can be built and tested: sources, templates, tests, locks, licences."""
    with tarfile.open(package.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "LICENSE", "LICENSES/DATA.md", "README.md", "build.py", "src/chuxiong_site/py.typed",
        "src/chuxiong_setup/commands.py", "templates/base.html", "requirements/run.txt", "tests/built.py",
    } <= names  # fmt: skip
    assert not {name for name in names if name.startswith((".venv", "node_modules", "_site", ".cache"))}


def test_the_licence_is_recognised() -> None:
    """LICENSE is the plain text that code hosts know, with the terms of the data in a file of their own."""
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("MIT License\n\nCopyright (c) ")
    assert text.endswith("DEALINGS IN THE\nSOFTWARE.\n")
    assert "CC BY" not in text
    assert "CC BY 4.0" in (ROOT / "LICENSES" / "DATA.md").read_text(encoding="utf-8")


def test_installed_it_needs_no_packaging_tools(python: Path) -> None:
    """Neither setuptools nor pip is needed once it is installed."""
    ask = "import importlib.util as u; print([n for n in ('setuptools', 'pip', 'pkg_resources') if u.find_spec(n)])"
    said = subprocess.run([str(python), "-c", ask], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"


def test_from_a_raw_text_to_a_proved_site_in_any_folder(python: Path, tmp_path: Path) -> None:
    """Installed, the command makes a project, builds it with the templates it brought, and proves it."""
    assert run(python, tmp_path, "--version").stdout == f"{__version__}\n"
    made = run(python, tmp_path, "new", str(RAW), "--into", "报告")
    assert made.returncode == 0, made.stderr
    folder = tmp_path / "报告"
    built = run(python, folder, "build")
    assert built.returncode == 0, built.stderr
    proved = run(python, folder, "prove")
    assert (proved.returncode, "处处与内容相同" in proved.stdout) == (0, True), proved.stderr
    verified = run(python, folder, "verify")
    assert verified.returncode == 0, verified.stderr


def test_a_project_may_have_templates_of_its_own(python: Path, tmp_path: Path) -> None:
    """Installed, a project's own template goes before the one that was brought."""
    shutil.copytree(ROOT / "tests" / "fixtures" / "small", tmp_path / "content")
    brought = (ROOT / "templates" / "pages" / "not_found.html").read_text(encoding="utf-8")
    own = tmp_path / "templates" / "pages" / "not_found.html"
    own.parent.mkdir(parents=True)
    own.write_text(brought.replace("</h1>", "</h1><p>自己的一句话。</p>"), encoding="utf-8")
    built = run(python, tmp_path, "build")
    assert built.returncode == 0, built.stderr
    assert "自己的一句话。" in (tmp_path / "_site" / "404.html").read_text(encoding="utf-8")
