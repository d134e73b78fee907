"""What does Qt itself need for as many plain boxes and lines? ``python -m tests.bench.bare N``

The baseline where bpmn-js cannot be run: a view of rectangles, texts and lines with nothing behind
them, in 1400 by 900 pixels. One JSON line with the keys of the desk's own measurements.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

ACROSS = 60


def main(nodes: int) -> int:
    app = QApplication([])

    def frame(deed: Callable[[int], object], times: int = 7) -> float:
        taken = []
        for number in range(times):
            begin = time.perf_counter()
            deed(number)
            app.processEvents()
            taken.append(time.perf_counter() - begin)
        return statistics.median(taken) * 1e3

    begin = time.perf_counter()
    scene = QGraphicsScene()
    boxes = []
    for number in range(nodes):
        x, y = number % ACROSS * 160.0, number // ACROSS * 120.0
        box = scene.addRect(QRectF(0, 0, 100, 80))
        box.setPos(x, y)
        scene.addSimpleText(f"Schritt {number}").setPos(x + 8, y + 30)
        scene.addLine(x + 100, y + 40, x + 160, y + 40)
        boxes.append(box)
    view = QGraphicsView(scene)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.resize(1400, 900)
    view.show()
    app.processEvents()
    found = {"open": (time.perf_counter() - begin) * 1e3}
    across = view.horizontalScrollBar()
    found["pan"] = frame(lambda _: across.setValue(across.value() + 20))
    found["zoom"] = frame(lambda n: view.scale(1.1, 1.1) if n % 2 == 0 else view.resetTransform())
    whole = scene.sceneRect()
    found["fit"] = frame(lambda _: view.fitInView(whole, Qt.AspectRatioMode.KeepAspectRatio), 1)
    found["pan_fit"] = frame(lambda n: across.setValue(across.value() + (10 if n % 2 else -10)))
    view.resetTransform()
    found["move"] = frame(lambda _: boxes[5].moveBy(10, 0))
    print(json.dumps(found), flush=True)
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
