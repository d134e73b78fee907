"""Are targets found, woken late, and spoken of in words?"""

from __future__ import annotations

import subprocess
import sys

import pytest

from exporters.registry import TARGETS, all_targets
from exporters.report import Entry, ExportReport
from exporters.target import Target
from model.document import Snapshot
from model.errors import FachwerkError
from model.language import say, use
from resources import texts


def test_the_table_of_targets_does_not_wake_the_xml_library() -> None:
    program = "import sys, exporters.registry, exporters.reading; print('lxml' in sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("key", TARGETS)
def test_every_target_has_a_title_in_both_languages(key: str, language: str) -> None:
    assert f"target.{key}" in texts(language)


def test_a_missing_room_harms_only_its_own_target() -> None:
    from exporters.registry import _lazy

    broken = Target("weg", folder=False, suffix="", write=_lazy("weg", "exporters.nirgends:write"))

    use("de", texts("de"))
    try:
        with pytest.raises(FachwerkError) as refusal:
            broken.write(Snapshot.of_records([]))
        assert "weg" in str(refusal.value)
    finally:
        use("de", {})


def test_our_targets_come_before_those_of_vendors() -> None:
    assert set(TARGETS) <= set(all_targets())


def test_a_report_keeps_equal_remarks_once_and_knows_what_blocks() -> None:
    report = ExportReport()

    report.lost("a", say("x", n=1))
    report.lost("a", say("x", n=1))
    report.lost("a", say("x", n=2))
    report.failed("b", say("y"), "O07")

    assert len(report) == 3
    assert report.of("failed") == (Entry("failed", "b", say("y"), "O07"),)
    assert report.blocked
