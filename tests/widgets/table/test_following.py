"""Does the table that mends itself always say what a fresh one would say?"""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from model.behaviors import open_document
from model.commands.tabling import COLUMNS, table_lines
from model.document import Document, History
from model.errors import FachwerkError
from model.language import say
from tests.helpers.editing import COMMANDS
from tests.helpers.musterleistung import musterleistung
from widgets.table.lines import TableLines

LABEL = say("undo.edit", what="x")


def told(lines: TableLines, parent: QModelIndex | None = None) -> list[tuple[str, ...]]:
    """Every line with all its words, top down; opens everything."""
    above = parent if parent is not None else QModelIndex()
    found = []
    for row in range(lines.rowCount(above)):
        cells = [lines.index(row, column, above) for column in range(len(COLUMNS))]
        found.append((lines.id_at(cells[0]), *(str(one.data() or "") for one in cells)))
        assert lines.parent(cells[0]) == above
        found += told(lines, cells[0])
    return found


def fresh(document: Document) -> TableLines:
    lines = TableLines()
    lines.open(document)
    return lines


@pytest.mark.parametrize("seed", range(4))
def test_after_any_commands_it_says_what_a_fresh_table_says(qapp: object, seed: int) -> None:
    document = open_document(musterleistung())
    history = History(document)
    lines = fresh(document)
    told(lines)  # everything is open, so that everything has to be mended
    tester = QAbstractItemModelTester(lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    document.listen(lines.hear)
    chance = random.Random(seed)

    for _ in range(12):
        try:
            with document.transaction(LABEL) as tx:
                chance.choice(COMMANDS)(tx, chance)
        except FachwerkError:
            continue
        if chance.random() < 0.2 and history.done:
            history.undo()
        assert told(lines) == told(fresh(document))

    assert [line[0] for line in told(lines)] == table_lines(document.snapshot())
    del tester, qapp
