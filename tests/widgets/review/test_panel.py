"""Does the pane say what was said, and do its buttons do what stands on them?"""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox

from model.language import say
from model.records import Field
from model.review import ReviewRemark, Tick, Variant
from widgets.review import Cover, CoverRow, CoverSection, NormLine, Norms, ReadingBar, ReviewPanel


def choose(box: QComboBox, data: str) -> None:
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def press(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def write(panel: ReviewPanel, text: str) -> str:
    panel.write.setPlainText(text)
    press(panel.send)
    return panel.list.current


def test_a_remark_is_about_what_is_selected_and_the_field_is_free_again(
    panel: ReviewPanel, host: Any
) -> None:
    field = host.view.of(Field)[0].id
    panel.show_selection((field,))

    made = write(panel, "Unklar.")

    assert host.book.the(made, ReviewRemark).about == field
    assert panel.write.toPlainText() == ""
    assert f"Stelle {field}" in panel.about.text()
    assert panel.form.text.toPlainText() == "Unklar."
    panel.show_selection(())
    whole = write(panel, "Insgesamt gut.")
    assert host.book.the(whole, ReviewRemark).about == ""


def test_answer_state_weight_and_verdict_are_taken(panel: ReviewPanel, host: Any) -> None:
    made = write(panel, "Unklar.")

    panel.form.answer.setPlainText("Mache ich.")
    press(panel.form.send)
    press(panel.form.verdicts["agreed"])
    choose(panel.form.weight, "must")
    choose(panel.form.state, "done")

    now = host.book.the(made, ReviewRemark)
    assert [a.text for a in now.answers] == ["Mache ich."]
    assert (now.verdict, now.judged_by, now.weight, now.state) == (
        *("agreed", "Frau Amann"),
        *("must", "done"),
    )
    assert "1 von 1" in panel.tabs["remarks"].accessibleName()
    press(panel.form.verdicts["agreed"])
    assert host.book.the(made, ReviewRemark).verdict == ""


def test_a_text_is_taken_once_when_the_field_is_left(panel: ReviewPanel, host: Any) -> None:
    made = write(panel, "Unklar.")
    steps: list[object] = []
    host.document.listen(steps.append)

    panel.form.text.setFocus()
    panel.form.text.setPlainText("Besser so.")
    panel.form.answer.setFocus()

    assert host.book.the(made, ReviewRemark).text == "Besser so."
    assert len(steps) == 1


def test_the_filter_narrows_the_list_and_numbers_stay(panel: ReviewPanel, host: Any) -> None:
    first, second = write(panel, "Eins"), write(panel, "Zwei")
    host.move_on(first, "done")

    choose(panel.filter, "open")

    assert panel.list.ids == [second]
    assert (
        panel.list.item(0).data(int(Qt.ItemDataRole.AccessibleTextRole)).startswith("Anmerkung 2")
    )
    choose(panel.filter, "done")
    assert panel.list.ids == [first]


def test_two_versions_are_shown_until_one_is_chosen(panel: ReviewPanel, host: Any) -> None:
    made = write(panel, "Meine Worte")
    with host.document.transaction(say("review.undo.merge")) as tx:
        variant = Variant(field="text", value="Andere Worte", author="Herr Cordes")
        tx.alter(made, variants=(variant,))
    host.changed.emit()

    choose(panel.filter, "variants")
    assert panel.list.ids == [made]
    buttons = panel.form.variants.findChildren(QAbstractButton)
    take = next(b for b in buttons if b.text() == "Diese Fassung nehmen")
    press(take)

    now = host.book.the(made, ReviewRemark)
    assert (now.text, now.variants) == ("Andere Worte", ())


def test_a_question_is_answered_opened_again_and_noted(panel: ReviewPanel, host: Any) -> None:
    panel.show_tab("questions")
    line = panel.questions.lines["law.basis"]

    press(line.buttons["no"])
    line.note.setFocus()
    line.note.setPlainText("Satzung fehlt")
    line.note.take()

    tick = next(r for r in host.book if isinstance(r, Tick))
    assert (tick.topic, tick.ticked, tick.note) == ("law.basis", "no", "Satzung fehlt")
    assert "1 von 8" in panel.questions.choice.currentText()
    press(line.buttons["no"])
    assert not [r for r in host.book if isinstance(r, Tick)]


def test_a_question_leads_to_the_places_one_after_the_other(panel: ReviewPanel, host: Any) -> None:
    panel.show_tab("questions")
    line = panel.questions.lines["law.deadlines"]
    assert len(line.targets) > 3
    seen: list[str] = []
    panel.jumped.connect(seen.append)

    buttons = [b for b in line.places.findChildren(QAbstractButton) if b.isVisible()]
    for button in buttons:
        press(button)

    assert seen == [t.id for t in line.targets[:4]]
    assert all(one in host.view for one in seen)


def test_remarks_are_walked_round_and_round(panel: ReviewPanel) -> None:
    ids = [write(panel, text) for text in ("Eins", "Zwei", "Drei")]

    walked = [panel.step(1) for _ in range(4)]

    assert [r.id for r in walked if r] == [ids[0], ids[1], ids[2], ids[0]]


def test_del_takes_a_remark_back(panel: ReviewPanel, host: Any) -> None:
    write(panel, "Weg damit")
    panel.list.setFocus()

    QTest.keyClick(panel.list, Qt.Key.Key_Delete)

    assert host.remarks == []
    assert panel.holder.currentWidget() is panel.empty


def test_name_role_and_verdict_on_the_whole(panel: ReviewPanel, host: Any) -> None:
    panel.show_tab("verdict")
    panel.verdict.name.setText("Herr Cordes")
    panel.verdict.name.editingFinished.emit()
    press(panel.verdict.buttons["rejected"])
    panel.verdict.reason.setFocus()
    panel.verdict.reason.setPlainText("Rechtsgrundlage fehlt.")
    panel.verdict.reason.take()

    head = host.head
    assert head is not None
    assert (head.author, head.verdict, head.reason) == (
        *("Herr Cordes", "rejected"),
        "Rechtsgrundlage fehlt.",
    )


def test_without_a_review_nothing_can_be_done(panel: ReviewPanel) -> None:
    panel.open(None)

    assert not panel.isEnabled()
    assert panel.step(1) is None


def test_the_cover_sheet_is_read_aloud_whole(qtbot: Any, qapp: object) -> None:
    cover = Cover()
    qtbot.addWidget(cover)
    asked: list[str] = []
    cover.wished.connect(asked.append)

    row = CoverRow("Ergebnis", "2 Fehler", "error", "Zeigen", "finding.error")
    cover.show_cover("Hundesteuer", [CoverSection("Prüfungen", (row,))])
    press(cover.findChildren(QAbstractButton)[0])

    assert cover.accessibleDescription() == "Hundesteuer\nPrüfungen\nErgebnis: 2 Fehler"
    assert asked == ["finding.error"]


def test_norms_lead_to_what_rests_on_them(qtbot: Any, host: Any) -> None:
    norms = Norms()
    qtbot.addWidget(norms)
    jumped: list[str] = []
    norms.jumped.connect(jumped.append)

    norms.show_norms([NormLine("§ 2 HStS", (("f", "Rasse"),)), NormLine("§ 3 HStS", ())])
    top = norms.tree.topLevelItem(0)
    norms.tree.itemActivated.emit(top, 0)
    norms.tree.itemActivated.emit(top.child(0), 0)

    assert jumped == ["f"]
    assert norms.tree.topLevelItem(1).child(0).text(0) == "Nichts beruft sich darauf."


@pytest.mark.parametrize("side", ["cover", "picture", "table", "form", "norms"])
def test_the_bar_turns_to_each_side(qtbot: Any, host: Any, side: str) -> None:
    bar = ReadingBar()
    qtbot.addWidget(bar)
    turned: list[str] = []
    bar.turned.connect(turned.append)
    bar.show()

    press(bar.sides[side])

    assert turned == [side]
    assert [s for s, b in bar.sides.items() if b.isChecked()] == [side]
