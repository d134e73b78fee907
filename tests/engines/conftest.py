"""What do the tests of the engines share? One engine at a time, and a count of what was judged."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.engines.asking import CLASS_PATHS, ENGINES, Engine, started


class Tally:
    """Which engines judged which services, on how many paths."""

    def __init__(self) -> None:
        self.paths: dict[str, int] = {}
        self.samples: set[str] = set()
        self.generated: set[int] = set()
        self.faults = 0

    def count(self, engine: str, paths: int) -> None:
        self.paths[engine] = self.paths.get(engine, 0) + paths

    def line(self) -> str:
        paths = sum(self.paths.values())
        return (
            f"{len(self.paths)}/{len(ENGINES)} engines ({', '.join(self.paths)}), "
            f"{len(self.samples)}/3 samples, {len(self.generated)} generated services, "
            f"{paths} paths, every one ended as rehearsed, {self.faults} sown faults confirmed"
        )


@pytest.fixture(scope="session")
def tally() -> Iterator[Tally]:
    """Written down at the end, for the last line of ``make engines``."""
    found = Tally()
    yield found
    if found.paths:
        (CLASS_PATHS / "told.txt").write_text(f"{found.line()}\n", encoding="utf-8")


@pytest.fixture(scope="module")
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """The engine a test names; the one before is ended first."""
    running = started(request.param, tmp_path_factory.mktemp("orakel"))
    yield running
    running.close()
