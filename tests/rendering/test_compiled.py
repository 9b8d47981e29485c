"""Are templates compiled once, and never shown as they were before a change?"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from chuxiong_site.rendering import compiled
from chuxiong_site.rendering.kit import create_environment


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Know as little as a new process does."""
    monkeypatch.setattr(compiled, "_kept", {})
    monkeypatch.setattr(compiled, "_loaded", set())
    monkeypatch.setattr(compiled, "_used", set())


@pytest.fixture(autouse=True)
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin every test as a new process does."""
    forget(monkeypatch)


def render(templates: Mapping[str, bytes], name: str = "a.html") -> str:
    """Render a template in an environment of its own."""
    return create_environment(templates).get_template(name).render()


def test_a_changed_template_is_compiled_anew() -> None:
    """A template is what its source says now, whatever stood there before, and can go back."""
    for text in ("一", "二", "一"):
        assert render({"a.html": text.encode()}) == text


def test_equal_names_and_equal_sources_do_not_mix() -> None:
    """Two templates of one source, and one name in two projects, are kept apart."""
    assert render({"a.html": b"{{ self }}", "b.html": b"x"}, "b.html") == "x"
    assert render({"b.html": b"y"}, "b.html") == "y"


def test_what_one_run_compiled_the_next_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept can be loaded by another process, which then has nothing new to keep."""
    render({"a.html": "甲".encode()})
    kept = compiled.dump_compiled()
    assert kept is not None
    assert compiled.dump_compiled() is None
    forget(monkeypatch)
    compiled.load_compiled(kept)
    assert compiled.has_compiled()
    assert render({"a.html": "甲".encode()}) == "甲"
    assert compiled.dump_compiled() is None
    assert render({"a.html": "乙".encode()}) == "乙"
    assert compiled.dump_compiled() is not None


def test_old_templates_are_not_kept_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a run did not ask for is left out once it has something new to keep."""
    render({"a.html": "旧".encode()})
    old = compiled.dump_compiled()
    assert old is not None
    forget(monkeypatch)
    compiled.load_compiled(old)
    render({"a.html": "新".encode()})
    kept = compiled.dump_compiled()
    assert kept is not None
    forget(monkeypatch)
    compiled.load_compiled(kept)
    render({"a.html": "旧".encode()})
    assert compiled.dump_compiled() is not None


@pytest.mark.parametrize("damage", [b"", b"x" * 31, b"x" * 500])
def test_a_damaged_file_counts_as_none(damage: bytes) -> None:
    """What cannot be trusted is not loaded."""
    compiled.load_compiled(damage)
    assert not compiled.has_compiled()


def test_one_wrong_byte_is_noticed() -> None:
    """A kept file with a single changed byte is not loaded."""
    render({"a.html": b"x"})
    kept = bytearray(compiled.dump_compiled() or b"")
    kept[-1] ^= 1
    compiled._kept.clear()
    compiled.load_compiled(bytes(kept))
    assert not compiled.has_compiled()


def test_the_same_templates_are_kept_alike() -> None:
    """The order in which templates were compiled makes no difference to what is kept."""
    render({"a.html": b"x", "b.html": b"y"}, "a.html")
    render({"a.html": b"x", "b.html": b"y"}, "b.html")
    first = compiled.dump_compiled()
    compiled._kept.clear()
    compiled._loaded.clear()
    render({"a.html": b"x", "b.html": b"y"}, "b.html")
    render({"a.html": b"x", "b.html": b"y"}, "a.html")
    assert compiled.dump_compiled() == first
