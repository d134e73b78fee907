"""Do the commands of the Makefile do the right thing on machines other than this one?"""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.architecture.reading import ROOT

ALL_LIBRARIES = (
    "libGL.so.1 libEGL.so.1 libxkbcommon.so.0 libglib-2.0.so.0 libfontconfig.so.1 "
    "libfreetype.so.6 libdbus-1.so.3 libxkbcommon-x11.so.0 libxcb-cursor.so.0 "
    "libxcb-icccm.so.4 libxcb-keysyms.so.1 libxcb-shape.so.0 libcups.so.2"
)


@dataclass
class Machine:
    """A machine that has only the commands we give it."""

    root: Path
    surroundings: dict[str, str] = field(default_factory=dict)

    def with_command(self, name: str, script: str = "") -> None:
        """A command that does what a line of shell says."""
        path = self.root / "bin" / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def run(self, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """One of our own scripts, on that machine."""
        return subprocess.run(
            [shutil.which("sh") or "/bin/sh", str(ROOT / ".ci" / script), *arguments],
            cwd=self.root,
            env={"PATH": str(self.root / "bin"), **self.surroundings},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A bare machine: a shell, an ordinary user, no library and no Python."""
    (tmp_path / "bin").mkdir()
    found = Machine(tmp_path)
    for name in ("sh", "dirname", "mkdir", "ls", "awk"):
        (tmp_path / "bin" / name).symlink_to(shutil.which(name) or f"/bin/{name}")
    found.with_command("id", "echo 1000")
    found.with_command("ldconfig", "exit 0")
    return found


def test_a_user_without_rights_reads_what_an_administrator_must_type(machine: Machine) -> None:
    done = machine.run("system-packages", "run")

    assert done.returncode == 1
    assert "apt-get install --no-install-recommends python3 python3-venv libgl1" in done.stderr
    assert "libxcb-shape0" in done.stderr
    assert "xvfb" not in done.stderr


def test_missing_test_programs_are_named_but_do_not_stop(machine: Machine) -> None:
    machine.with_command("python3")
    machine.with_command("ldconfig", f"echo {ALL_LIBRARIES}")
    machine.with_command("node")

    done = machine.run("system-packages", "test")

    assert done.returncode == 0
    assert "xvfb xauth xdotool openbox npm chromium" in done.stdout
    assert "nodejs" not in done.stdout


def test_root_on_debian_gets_only_what_is_missing(machine: Machine) -> None:
    machine.with_command("python3")
    machine.with_command("id", "echo 0")
    machine.with_command("ldconfig", f"echo {ALL_LIBRARIES.replace('libEGL.so.1', '')}")
    machine.with_command("apt-get", 'echo "$@" >> asked')

    done = machine.run("system-packages", "run")

    assert done.returncode == 0
    update, install = (machine.root / "asked").read_text(encoding="utf-8").splitlines()
    assert update.split()[0] == "update"
    assert install.split() == ["install", "-y", "-qq", "--no-install-recommends", "libegl1"]


def test_nothing_is_said_when_nothing_is_missing(machine: Machine) -> None:
    machine.with_command("python3")
    machine.with_command("ldconfig", f"echo {ALL_LIBRARIES}")

    done = machine.run("system-packages", "run")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


FACHWERK = """
echo "$@" >> asked
case "$1 $2" in
    "new --list") echo "hundesteuer  Hundesteuer anmelden"; echo "karte  Liegenschaftskarte" ;;
    export*) exit ${EXPORT:-0} ;;
esac
"""


@pytest.mark.parametrize(("display", "value"), [("DISPLAY", ":0"), ("WAYLAND_DISPLAY", "w")])
def test_with_a_display_the_studio_opens(machine: Machine, display: str, value: str) -> None:
    machine.with_command("fachwerk", FACHWERK)
    machine.surroundings[display] = value

    done = machine.run("run-studio", "fachwerk")

    assert done.returncode == 0
    assert (machine.root / "asked").read_text(encoding="utf-8") == "--sample bewohnerparkausweis\n"


def test_without_a_display_every_sample_becomes_a_package(machine: Machine) -> None:
    machine.with_command("fachwerk", FACHWERK)
    machine.surroundings["EXPORT"] = "1"  # written, with hints

    done = machine.run("run-studio", "fachwerk")

    assert done.returncode == 0
    assert "keinen Bildschirm" in done.stdout
    asked = (machine.root / "asked").read_text(encoding="utf-8").splitlines()
    assert asked[1:5] == [
        "new --sample hundesteuer -o build/hundesteuer.fachwerk",
        "check build/hundesteuer.fachwerk",
        "export build/hundesteuer.fachwerk --target package -o build/hundesteuer.fachwerk.zip",
        "render build/hundesteuer.fachwerk -o build/hundesteuer.svg",
    ]
    assert len(asked) == 9


def test_a_refused_export_stops_with_its_exit_code(machine: Machine) -> None:
    machine.with_command("fachwerk", FACHWERK)
    machine.surroundings["EXPORT"] = "2"

    done = machine.run("run-studio", "fachwerk")

    assert done.returncode != 0
