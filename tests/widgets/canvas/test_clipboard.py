"""Do elements travel through the clipboard, and does nothing evil come out of it?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from model.commands import clip
from model.document import History
from model.errors import FachwerkError
from model.records import Field, FieldUse, Node, Option, Step
from tests.helpers.parking import Parking, parking
from widgets.canvas import Canvas, clipboard
from widgets.canvas.cliptext import MIME, pack, unpack


def put(text: str = "", html: str = "", clip_bytes: bytes = b"") -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    if clip_bytes:
        data.setData(MIME, clip_bytes)
    QGuiApplication.clipboard().setMimeData(data)


# --------------------------------------------------------------------------------------- elements


def test_a_copied_card_is_pasted_beside_itself_and_chosen(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.vehicle,))

    clipboard.copy(canvas)
    made = clipboard.paste_here(canvas)

    view = service.document.snapshot()
    (new,) = canvas.selection.ids
    assert view.the(new, Step).name == "Ihr Fahrzeug"
    assert new != service.vehicle
    assert canvas.graph.nodes[new].box.x() > canvas.graph.nodes[service.vehicle].box.right()
    assert str(made.words) == "1 Element eingefügt."
    assert str(made.changeset and made.changeset.label) == "Seite „Ihr Fahrzeug“ einfügen"


def test_the_copy_is_readable_text_for_other_programs(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.details,))

    clipboard.copy(canvas)

    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[:2] == [
        "1. Seite „Ihre Angaben“ (Antragsteller)",
        "    Feld „Name“, Pflichtangabe",
    ]


def test_elements_travel_to_another_document(
    qtbot: QtBot, canvas: Canvas, service: Parking
) -> None:
    other = parking()
    second = Canvas()
    qtbot.addWidget(second)
    second.resize(900, 600)
    second.open(other.document, History(other.document))
    canvas.select((service.check, service.end))
    clipboard.copy(canvas)

    clipboard.paste_here(second)

    assert len(other.document.snapshot().of(Node)) == 8
    assert len(service.document.snapshot().of(Node)) == 6


def test_cut_asks_first_when_others_use_it_and_is_one_step(
    canvas: Canvas, service: Parking, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(clipboard, "ask", lambda *a: bool(asked.append(a[1])))
    before = service.document.snapshot()
    canvas.select((service.street,))

    assert not clipboard.cut(canvas)
    assert service.document.snapshot() == before

    monkeypatch.setattr(clipboard, "ask", lambda *_: True)
    assert clipboard.cut(canvas)
    assert service.street not in service.document.snapshot()
    assert len(asked) == 1
    canvas.select((service.vehicle,))
    clipboard.paste_here(canvas)
    assert [r.label for r in rows(service, service.vehicle)] == [  # type: ignore[attr-defined]
        "Sind Sie Halter?",
        "Hauptwohnsitz",
    ]
    assert canvas.history is not None
    assert [str(step.label) for step in canvas.history.done] == [
        "Feld „Hauptwohnsitz“ ausschneiden",
        "Feld „Hauptwohnsitz“ einfügen",
    ]


def rows(service: Parking, card: str) -> list[object]:
    return list(service.document.snapshot().rows(card))


def test_duplicate_of_a_row_stands_below_it(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.name,))

    clipboard.duplicate_chosen(canvas)

    ids = [row.id for row in service.document.snapshot().rows(service.details)]
    assert ids == [service.name, *canvas.selection.ids, service.street]


def test_copied_fields_are_used_by_a_step_instead_of_asked_again(
    canvas: Canvas, service: Parking
) -> None:
    canvas.select((service.details,))
    clipboard.copy(canvas)
    canvas.select((service.check,))

    made = clipboard.paste_as_use(canvas)

    uses = service.document.snapshot().children(service.check, FieldUse)
    assert {use.field for use in uses} == {service.name, service.street}
    assert str(made.words) == "„Antrag prüfen“ verwendet jetzt 2 Angaben."
    canvas.select((service.vehicle,))
    with pytest.raises(FachwerkError):
        clipboard.paste_as_use(canvas)


def test_a_way_alone_and_nothing_at_all_say_why_not(canvas: Canvas, service: Parking) -> None:
    (way,) = service.document.snapshot().outgoing(service.check)
    canvas.select(())
    with pytest.raises(FachwerkError, match="nichts ausgewählt"):
        clipboard.copy(canvas)

    canvas.select((way.id,))
    with pytest.raises(FachwerkError, match="Ein Weg wird zusammen"):
        clipboard.copy(canvas)


# ------------------------------------------------------------------------------------------ lists


def test_a_list_on_a_card_becomes_fields_after_the_chosen_row(
    canvas: Canvas, service: Parking
) -> None:
    canvas.select((service.name,))
    put("• Vorname*\n• Geburtsdatum\n• Kennzeichen\tText")

    made = clipboard.paste_here(canvas)

    labels_ = [row.label for row in rows(service, service.details)]  # type: ignore[attr-defined]
    assert labels_ == ["Name", "Vorname", "Geburtsdatum", "Kennzeichen", "Hauptwohnsitz"]
    assert str(made.words) == "3 Felder eingefügt."
    assert str(made.guessed) == (
        "Erkannt: 2 × Text, 1 × Datum. Bitte prüfen Sie die Art der Felder."
    )
    assert canvas.history is not None
    canvas.history.undo()
    assert len(rows(service, service.details)) == 2


def test_a_table_of_a_web_page_on_empty_ground_becomes_a_page(
    canvas: Canvas, service: Parking
) -> None:
    canvas.select(())
    table = "<table><tr><td>Rasse</td><td>Auswahl: Mops; Dackel</td></tr></table>"
    put("Rasse\tAuswahl: Mops; Dackel", table)

    clipboard.paste_here(canvas)

    view = service.document.snapshot()
    (field,) = (view.the(one, Field) for one in canvas.selection.ids)
    assert [option.label for option in view.options(field.id)] == ["Mops", "Dackel"]
    assert view.the(field.parent, Step).form == "page"


def test_lines_on_a_choice_become_its_answers(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.yes,))
    put("Vielleicht\nWeiß nicht")

    clipboard.paste_here(canvas)

    found = [option.label for option in service.document.snapshot().options(service.holder)]
    assert found == ["Ja", "Vielleicht", "Weiß nicht", "Nein"]


def test_an_empty_clipboard_says_what_can_be_pasted(canvas: Canvas) -> None:
    put(" \n ")

    with pytest.raises(FachwerkError) as caught:
        clipboard.paste_here(canvas)

    assert "Kopieren Sie Elemente mit Strg+C" in str(caught.value)


# ---------------------------------------------------------------------------------------- hostile


def test_what_is_packed_comes_out_the_same(service: Parking) -> None:
    copied = clip(service.document.snapshot(), [service.vehicle, service.check])

    assert unpack(pack(copied)) == copied


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"{}",
        b"[1, 2]",
        b'{"fachwerk-clip": "1"}',
        b'{"fachwerk-clip": true}',
        b'{"fachwerk-clip": 0, "records": 0, "roots": []}',
        b'{"fachwerk-clip": 99, "records": 0, "roots": []}',
        b'{"fachwerk-clip": 1, "records": 5, "roots": []}',
        b'{"fachwerk-clip": 1, "records": 0, "roots": ["x"]}',
        b'{"fachwerk-clip": 1, "records": 1, "roots": []}\nno json',
        b'{"fachwerk-clip": 1, "records": 1, "roots": []}\n{"kind":"field","id":7}',
        b'{"fachwerk-clip": 1, "records": 1, "roots": [["x"]]}\n{"kind":"step","id":"x"}',
        b'{"fachwerk-clip": 1, "records": 1, "roots": ["x"]}\n{"kind":"hologram","id":"x"}',
        b'{"fachwerk-clip":1,"records":1,"roots":["x"]}\n{"kind":"step","id":"x","parent":"x"}',
        b'{"fachwerk-clip":1,"records":1,"roots":["x"]}\n{"kind":"rule","id":"x","expression":'
        + b'{"op":"not","part":' * 2000
        + b'{"op":"today"}'
        + b"}" * 2001,
    ],
)
def test_a_damaged_clipboard_is_refused_in_a_sentence_and_nothing_is_lost(
    canvas: Canvas, service: Parking, data: bytes
) -> None:
    before = service.document.snapshot()
    put(clip_bytes=data or b" ")

    with pytest.raises(FachwerkError) as caught:
        clipboard.paste_here(canvas)

    assert str(caught.value).endswith(".")
    assert service.document.snapshot() == before


def test_letters_of_a_newer_program_are_kept_with_their_record(service: Parking) -> None:
    view = service.document.snapshot()
    data = pack(clip(view, [service.yes])).replace(b'"kind":"option"', b'"kind":"option","hue":3')

    (record,) = unpack(data).records

    assert isinstance(record, Option)
    assert record.extra("json:hue") == "3"


# ---------------------------------------------------------------------------------------- pictures


def test_the_selection_is_copied_as_a_picture_and_as_text(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.vehicle,))
    clipboard.copy_picture(canvas)
    small = QGuiApplication.clipboard().image()
    canvas.select(())
    clipboard.copy_picture(canvas)
    whole = QGuiApplication.clipboard().image()

    assert not small.isNull()
    assert whole.width() > small.width() > 200

    clipboard.copy_text(canvas)
    assert "Antrag prüfen" in QGuiApplication.clipboard().text()
