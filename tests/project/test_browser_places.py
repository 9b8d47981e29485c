"""Is a browser found wherever it stands, on any system, the newest by its number and never a stub?"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from machines import make_machine, put

from chuxiong_setup import browsers
from chuxiong_setup.machine import Machine, answers

LOCAL = "AppData/Local"


def find(machine: Machine, *folders: Path) -> Path | None:
    """Return the program that is found where each one starts."""
    browser = browsers.find_browser(machine, *folders, works=lambda _: True)
    return browser.program if browser else None


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("linux", "opt/google/chrome/chrome"),
        ("linux", "opt/microsoft/msedge/msedge"),
        ("linux", "home/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome"),
        ("linux", "home/.cache/ms-playwright/chromium_headless_shell-1200/chrome-linux/headless_shell"),
        ("darwin", "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ("darwin", "Applications/Chromium.app/Contents/MacOS/Chromium"),
        ("darwin", "home/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
        ("darwin", "home/Applications/Google Chrome Canary.app/Contents/MacOS/Google Chrome Canary"),
        (
            "darwin",
            (
                "home/Library/Caches/ms-playwright/chromium-1200/chrome-mac-arm64/"
                "Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing"
            ),
        ),
        (
            "darwin",
            "home/Library/Caches/ms-playwright/chromium-9/chrome-mac/Chromium.app/Contents/MacOS/Chromium",
        ),
        ("win32", "Program Files/Google/Chrome/Application/chrome.exe"),
        ("win32", "Programs86/Microsoft/Edge/Application/msedge.exe"),
        ("win32", "Local/Google/Chrome/Application/chrome.exe"),
        ("win32", "Local/Chromium/Application/chrome.exe"),
        ("win32", "home/AppData/Local/Google/Chrome SxS/Application/chrome.exe"),
        ("win32", "Local/ms-playwright/chromium-1200/chrome-win64/chrome.exe"),
    ],
)
def test_every_usual_place_is_known(platform: str, place: str, tmp_path: Path) -> None:
    """For all users, for one user, and among Playwright's downloads; with nothing there nothing is found."""
    machine = make_machine(
        tmp_path,
        platform,
        **{
            "LOCALAPPDATA": str(tmp_path / "Local"),
            "PROGRAMFILES": str(tmp_path / "Program Files"),
            "PROGRAMFILES(X86)": str(tmp_path / "Programs86"),
        }
        if platform == "win32"
        else {},
    )
    assert find(machine) is None
    program = put(tmp_path, place)
    assert find(machine) == program


def test_without_windows_own_variables_the_home_is_asked(tmp_path: Path) -> None:
    """A stripped environment still has a home folder and a system drive."""
    program = put(tmp_path, f"home/{LOCAL}/Chromium/Application/chrome.exe")
    assert find(make_machine(tmp_path, "win32")) == program


def test_the_newest_download_goes_by_its_number(tmp_path: Path) -> None:
    """`chromium-999` is older than `chromium-1200`, and a full browser goes before a shell of the same number."""
    machine = make_machine(tmp_path, "linux")
    downloads = tmp_path / "home" / ".cache" / "ms-playwright"
    for place in (
        "chromium-999/chrome-linux/chrome",
        "chromium_headless_shell-1200/chrome-linux/headless_shell",
        "chromium-1200/chrome-linux/chrome",
        "chromium_headless_shell-1100/chrome-linux/headless_shell",
    ):
        put(downloads, place)
    numbers = [path.relative_to(downloads).parts[0] for path in browsers.list_downloads(downloads)]
    assert numbers == [
        "chromium-1200",
        "chromium_headless_shell-1200",
        "chromium_headless_shell-1100",
        "chromium-999",
    ]
    assert find(machine) == downloads / "chromium-1200" / "chrome-linux" / "chrome"


def test_playwrights_folder_can_be_named(tmp_path: Path) -> None:
    """The variable that Playwright itself obeys is obeyed; the project's own folder comes after it."""
    named, own = tmp_path / "named", tmp_path / "own"
    machine = make_machine(tmp_path, "linux", PLAYWRIGHT_BROWSERS_PATH=str(named))
    put(tmp_path, "home/.cache/ms-playwright/chromium-2000/chrome-linux/chrome")
    second = put(own, "chromium-1/chrome-linux/chrome")
    assert find(machine, own) == second
    first = put(named, "chromium-1/chrome-linux/chrome")
    assert find(machine, own) == first


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 上的程序不是脚本")
def test_what_does_not_start_is_passed_over(tmp_path: Path) -> None:
    """A stub that asks to be installed, a program without its libraries and a snap are no browsers."""
    path = tmp_path / "bin"
    put(path, "chromium", "#!/bin/sh\necho install the snap >&2\nexit 1\n")
    put(path, "chromium-browser", '#!/bin/sh\nexec /snap/bin/chromium "$@"\n')
    put(path, "google-chrome", "no program at all")
    machine = make_machine(tmp_path, "linux", PATH=str(path))
    assert browsers.find_browser(machine) is None
    good = put(path, "msedge")
    found = browsers.find_browser(machine)
    assert found is not None
    assert found.program == good
    assert not answers(path / "nothing")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 上的程序不是脚本")
def test_a_named_browser_is_the_only_one(tmp_path: Path) -> None:
    """Who names one gets that one or none."""
    put(tmp_path, "opt/google/chrome/chrome")
    own = put(tmp_path, "somewhere/own")
    named = make_machine(tmp_path, "linux", CHUXIONG_CHROMIUM=str(own))
    wrong = make_machine(tmp_path, "linux", CHUXIONG_CHROMIUM=str(tmp_path / "nothing"))
    assert find(named) == own
    assert find(wrong) is None
