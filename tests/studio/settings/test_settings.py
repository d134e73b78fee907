"""Does the program remember what its user chose, wherever it runs?"""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.settings import Settings, find_paths


def test_one_variable_puts_everything_below_one_folder() -> None:
    paths = find_paths({"FACHWERK_HOME": "/stick/fachwerk"}, platform="win32")

    assert paths.settings == Path("/stick/fachwerk/config/settings.json")
    assert paths.journals == Path("/stick/fachwerk/state/journals")


def test_linux_follows_xdg_and_ignores_relative_folders() -> None:
    home = Path("/home/meier")

    plain = find_paths({}, platform="linux", home=home)
    moved = find_paths(
        {"XDG_STATE_HOME": "/var/state", "XDG_CONFIG_HOME": "relative"}, platform="linux", home=home
    )

    assert plain.state == home / ".local/state/fachwerk"
    assert plain.config == home / ".config/fachwerk"
    assert (moved.state, moved.config) == (Path("/var/state/fachwerk"), plain.config)


def test_windows_keeps_it_local_to_the_computer() -> None:
    paths = find_paths({"LOCALAPPDATA": "/c/local"}, platform="win32", home=Path("/c/meier"))
    bare = find_paths({}, platform="win32", home=Path("/c/meier"))

    assert paths.state == Path("/c/local/Fachwerk/state")
    assert bare.config == Path("/c/meier/AppData/Local/Fachwerk/config")


def test_what_was_chosen_is_there_next_time(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.json"
    Settings(path).remember("language", "en")

    again = Settings(path)

    assert again.value("language", "de") == "en"
    assert again.value("theme", "light") == "light"
    assert again.value("language", 7) == 7


def test_none_forgets(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.remember("theme", "dark")

    settings.remember("theme", None)

    assert Settings(settings.path).value("theme", "light") == "light"


@pytest.mark.parametrize("junk", [b"{", b"[1]", b"\xff\xfe", b"[" * 200_000])
def test_a_damaged_file_is_set_aside_and_no_error(tmp_path: Path, junk: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(junk)

    settings = Settings(path)
    settings.remember("language", "de")

    assert Settings(path).value("language") == "de"
    assert (tmp_path / "settings.json.damaged").read_bytes() == junk


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")

    settings = Settings(tmp_path / "config" / "settings.json")
    settings.remember("language", "en")

    assert settings.value("language") == "en"


def test_recent_files_stand_the_last_first_and_once(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    for number in range(20):
        settings.opened(Path(f"/amt/{number}.fachwerk"))

    settings.opened(Path("/amt/12.fachwerk"))
    settings.forget_file(Path("/amt/19.fachwerk"))

    recent = Settings(settings.path).recent_files
    assert recent[:2] == [Path("/amt/12.fachwerk"), Path("/amt/18.fachwerk")]
    assert len(recent) == 11
    assert len(set(recent)) == 11
