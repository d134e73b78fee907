"""Fuzz one reader, guided by the lines of our own code that are reached.

``python -m tests.fuzz READER FOLDER [libFuzzer options]``: FOLDER receives the corpus and what was
found. Ends at the first find with an exit code other than 0; ``campaign`` starts it again.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from pathlib import Path

import atheris  # type: ignore[import-untyped,unused-ignore]

with atheris.instrument_imports(include=["exporters", "model"]) as _hook:
    from model.language import use
    from resources import texts
    from tests.fuzz.blows import strike
    from tests.fuzz.readers import ALL, MEGABYTES, SECONDS, reader

    class TooSlow(AssertionError):
        """The promise of two seconds is broken."""

    def _in_turn(data: bytes, most: int, seed: int) -> bytes:
        """The byte that chooses the reader stays."""
        return data[:1] + _mutated(data[1:], most - 1, seed)

    def _mutated(data: bytes, most: int, seed: int) -> bytes:
        """Every second time a blow that knows the format."""
        struck = strike(data, seed) if seed % 2 else data
        if seed % 2 == 0 or struck == data:
            struck = bytes(atheris.Mutate(data, most))
        return struck[:most]

    def main(name: str, folder: Path, options: list[str]) -> None:
        chosen = reader(name)
        corpus = folder / "corpus" / name
        corpus.mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(chosen.seeds()):
            (corpus / f"seed-{number}").write_bytes(seed)
            chosen.act(seed)  # wakes what is imported late, so that it is instrumented

        def once(data: bytes) -> None:
            start = time.process_time()
            chosen.act(data)
            if time.process_time() - start > SECONDS:
                raise TooSlow(f"{time.process_time() - start:.1f} s")

        use("de", texts("de"))
        arguments = [
            sys.argv[0],
            str(corpus),
            f"-artifact_prefix={folder}/{name}-",
            f"-rss_limit_mb={MEGABYTES}",
            "-timeout=30",
            "-max_len=65536",
            "-len_control=0",
            "-print_final_stats=1",
            "-verbosity=0",
            *options,
        ]
        atheris.Setup(arguments, once, custom_mutator=_in_turn if name == ALL else _mutated)
        atheris.Fuzz()

    if __name__ == "__main__":
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
