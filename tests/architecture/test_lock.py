"""Is everything that is installed pinned, hashed and free of one machine's settings?"""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.architecture.reading import ROOT

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def requirements(lock: str) -> dict[str, str]:
    """Name and version of each entry -> the text that belongs to it."""
    joined = re.sub(r"\\\n\s*", "", lock)
    lines = [line for line in joined.splitlines() if line and not line.lstrip().startswith("#")]
    return {re.split(r"[ ;]", line)[0]: line for line in lines}


def not_hashed(lock: str) -> list[str]:
    """Entries that pip would refuse, or would take from anywhere."""
    return [
        name
        for name, line in requirements(lock).items()
        if "==" not in name or not re.search(r"--hash=sha256:[0-9a-f]{64}", line)
    ]


def test_every_requirement_is_pinned_and_has_a_hash() -> None:
    found = not_hashed(LOCK)

    assert requirements(LOCK)
    assert found == []


@pytest.mark.parametrize("line", ["wheel==0.45.1\n", "wheel>=0.45 --hash=sha256:" + "0" * 64])
def test_a_loose_requirement_is_seen(line: str) -> None:
    found = not_hashed(LOCK + line)

    assert len(found) == 1


def test_the_lock_pins_the_qt_that_works() -> None:
    assert "pyside6-essentials==6.11.3" in requirements(LOCK)
    assert "PySide6-Essentials==6.11.3" in PROJECT["dependencies"]


def test_everything_that_the_project_asks_for_is_locked() -> None:
    asked = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    names = {re.split(r"[=<>]", one)[0].lower() for one in asked}
    locked = {name.split("==")[0] for name in requirements(LOCK)}

    assert names - locked == set()


def test_no_setting_of_one_machine_is_in_the_lock() -> None:
    options = [line for line in LOCK.splitlines() if re.match(r"-|.*(://| @ |file:)", line)]

    assert options == []


def test_the_judges_lock_names_no_host() -> None:
    lock = (ROOT / "tests/judges/package-lock.json").read_text(encoding="utf-8")
    hosts = set(re.findall(r'"resolved": "(?:https?://)?([^/"]+)', lock))

    assert hosts <= {"registry.npmjs.org"}
    assert '"integrity": "sha512-' in lock
