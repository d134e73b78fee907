"""Do official schemas come from the user's folder, and from nowhere else?"""

from __future__ import annotations

from pathlib import Path

import pytest

from model.errors import FachwerkError
from studio.jobs.schemas import SETTING, chosen_place, library_at, library_or_remark
from studio.settings import Settings
from tests.exporters.official.schemas import SET


def lay_down(folder: Path) -> Path:
    for name, data in SET.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def test_the_folder_of_the_settings_counts_unless_another_is_given(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    assert chosen_place(settings) is None

    settings.remember(SETTING, "/amt")

    assert chosen_place(settings) == Path("/amt")
    assert chosen_place(settings, "/hier") == Path("/hier")


def test_schemas_in_folders_below_are_found(tmp_path: Path) -> None:
    library = library_at(lay_down(tmp_path / "amt"))

    assert [one.file for one in library.standards] == ["xdf/haupt.xsd"]


def test_a_link_out_of_the_folder_is_passed_by(tmp_path: Path) -> None:
    outside = lay_down(tmp_path / "anderswo")
    folder = tmp_path / "amt"
    folder.mkdir()
    (folder / "haupt.xsd").symlink_to(outside / "xdf" / "haupt.xsd")
    (folder / "alles").symlink_to(outside)

    assert not library_at(folder)


def test_a_folder_that_is_gone_is_said_and_stops_no_export(tmp_path: Path) -> None:
    with pytest.raises(FachwerkError):
        library_at(tmp_path / "weg")

    library, remarks = library_or_remark(tmp_path / "weg")
    assert not library
    assert [remark.key for remark in remarks] == ["official.folder.gone"]
