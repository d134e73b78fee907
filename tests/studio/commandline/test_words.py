"""Does the command line explain itself, and refuse in one sentence?"""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.commandline import VERBS
from tests.studio.commandline.conftest import Call


def test_help_is_german_and_names_every_verb(call: Call) -> None:
    said = call("--help")

    assert said.code == 0
    assert "Aufruf:" in said.out
    assert all(f"fachwerk {verb.usage}" in said.out for verb in VERBS.values())


@pytest.mark.parametrize("words", [("--language", "en"), ("--language=en",)])
def test_help_is_english_when_asked(call: Call, words: tuple[str, ...]) -> None:
    said = call(*words, "--help")

    assert (said.code, "Usage:" in said.out, "Aufruf:" in said.out) == (0, True, False)


def test_help_is_english_on_an_english_machine(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")

    assert "Usage:" in call("--help").out


def test_help_is_german_where_the_machine_says_nothing(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "C.UTF-8")

    assert "Aufruf:" in call("--help").out


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_verb_explains_itself(call: Call, verb: str) -> None:
    said = call(verb, "--help")

    assert said.code == 0
    assert f"fachwerk {VERBS[verb].usage}" in said.out
    assert all(option.name in said.out for option in VERBS[verb].options)


def test_the_help_of_export_names_the_targets(call: Call) -> None:
    said = call("export", "--help")

    for target in ("bpmn", "xdatenfelder3", "operaton", "package"):
        assert target in said.out


def test_the_version_is_told(call: Call) -> None:
    assert call("--version").out.startswith("Fachwerk ")


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("check", "a.fachwerk", "b.fachwerk"),
        ("check", "a.fachwerk", "--what"),
        ("export", "a.fachwerk", "-o", "x"),
        ("export", "a.fachwerk", "--target"),
        ("new", "--sample", "hundesteuer"),
        ("render", "a.fachwerk"),
        ("--what",),
    ],
)
def test_a_misuse_is_one_sentence_and_code_2(call: Call, words: tuple[str, ...]) -> None:
    said = call(*words)

    assert said.code == 2
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1


@pytest.mark.parametrize("verb", ["check", "import", "export", "render"])
def test_a_file_that_is_not_there_is_refused(call: Call, verb: str, tmp_path: Path) -> None:
    missing = tmp_path / "fehlt.fachwerk"
    extra = {
        "check": (),
        "import": ("-o", tmp_path / "x"),
        "export": ("--target", "bpmn", "-o", tmp_path / "x"),
        "render": ("-o", tmp_path / "x.svg"),
    }[verb]

    said = call(verb, missing, *extra)

    assert said.code == 2
    assert "fehlt.fachwerk" in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize("verb", ["check", "import", "export", "render"])
def test_nonsense_is_refused_without_a_traceback(call: Call, verb: str, tmp_path: Path) -> None:
    nonsense = tmp_path / "unsinn.fachwerk"
    nonsense.write_bytes(b"\x00\xff<a>" * 50)
    extra = {
        "check": (),
        "import": ("-o", tmp_path / "x"),
        "export": ("--target", "bpmn", "-o", tmp_path / "x"),
        "render": ("-o", tmp_path / "x.svg"),
    }[verb]

    said = call(verb, nonsense, *extra)

    assert said.code == 2
    assert said.err.strip()
    assert "Traceback" not in said.err
    assert sorted(p.name for p in tmp_path.iterdir() if p.name != "home") == ["unsinn.fachwerk"]
