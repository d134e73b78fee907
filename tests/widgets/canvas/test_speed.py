"""Is the canvas quick with 10 000 steps?"""

from __future__ import annotations

import statistics
from time import perf_counter

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.behaviors import open_document
from model.records import Field, Flow, Placement, Record, Role, Service, Step
from widgets.canvas import Canvas

MANY, ACROSS = 10_000, 100


def large() -> list[Record]:
    records: list[Record] = [Service(id="s"), Role(id="r", name="Amt")]
    records.append(Placement(id="pr", about="r", width=ACROSS * 300, height=16_200))
    for n in range(MANY):
        x, y = 60 + n % ACROSS * 300, 40 + n // ACROSS * 160
        records.append(Step(id=f"n{n}", name=f"Schritt {n}", role="r"))
        records.append(Placement(id=f"p{n}", about=f"n{n}", x=x, y=y, width=232, height=124))
        for row in range(3):
            name = f"Frage {row} zu {n}"
            records.append(Field(id=f"f{n}_{row}", parent=f"n{n}", order=f"a{row}", label=name))
        if n:
            records.append(Flow(id=f"w{n}", source=f"n{n - 1}", target=f"n{n}"))
    return records


@pytest.mark.bench
def test_ten_thousand_steps_open_and_pan_in_time(qtbot: QtBot, qapp: QApplication) -> None:
    document = open_document(large())
    document.snapshot()
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(1400, 900)
    canvas.show()

    begin = perf_counter()
    canvas.open(document)
    qapp.processEvents()
    opened = perf_counter() - begin
    canvas.zoom_to(1.0)
    canvas.centerOn(3000, 2000)
    qapp.processEvents()
    frames = []
    for _ in range(30):
        begin = perf_counter()
        canvas.pan(37, 23)
        qapp.processEvents()
        frames.append(perf_counter() - begin)

    print(f"open {opened * 1000:.0f} ms, pan {statistics.median(frames) * 1000:.1f} ms a frame")
    assert opened < 1.5
    assert statistics.median(frames) < 0.016
