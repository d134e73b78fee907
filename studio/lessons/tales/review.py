"""How is a service reviewed, and how does its author work off what was said?"""

from __future__ import annotations

from studio.lessons.tales.telling import Telling, deed, goal

NAME = "pruefung"
PAGE = ("Ihre Angaben", "Your details")
PHONE = ("Tel.-Nr.", "Tel. no.")
PHONE_WRITTEN = ("Telefonnummer", "Telephone number")
NEWS = ("Newsletter bestellen?", "Subscribe to the newsletter?")
WRITE_OUT = ("Bitte ausschreiben.", "Please write it out.")
CHECK = ("Antrag prüfen", "Check application")


def tell(lesson: Telling) -> None:
    """The lesson."""
    lesson.script(
        ("Prüfung", "Review"),
        (
            "Sie lesen eine Leistung wie jemand, der sie freigeben soll, schreiben Anmerkungen"
            " dazu und arbeiten sie ab.",
            "You read a service like somebody who is to release it, write remarks on it and work"
            " them off.",
        ),
    )
    _read(lesson)
    _remark(lesson)
    _work_off(lesson)
    lesson.stop(
        ("Urteil und Protokoll", "Verdict and protocol"),
        (
            "Unter „Urteil“ sagen Sie, ob Sie einverstanden sind. „Protokoll“ gibt alles zum"
            " Unterschreiben aus, „Prüfergebnis sichern“ als Datei: Wer die Leistung zeichnet,"
            " liest sie mit einem Klick ein.",
            "Under “Verdict” you say whether you agree. “Protocol” gives everything out to be"
            " signed, “Save the review” as a file: whoever draws the service takes it in with"
            " one click.",
        ),
        pane="review",
        notes=(
            "Zwei Prüfende können gleichzeitig arbeiten: Beide Dateien werden eingelesen, und"
            " kein Wort geht verloren.",
            "Two reviewers can work at the same time: both files are taken in, and no word is"
            " lost.",
        ),
    )


def _read(lesson: Telling) -> None:
    lesson.stop(
        ("Eine Leistung zum Prüfen", "A service to review"),
        (
            "Ein Paket öffnen Sie mit einem Doppelklick: Es ist dann nur zu lesen. Für diese"
            " Übung zeichnet „Vormachen“ eine kleine Leistung mit zwei Mängeln.",
            "You open a package with a double click: then it can only be read. For this exercise"
            " “Show me” draws a small service with two flaws.",
        ),
        lit=("step_1",),
        deeds=(
            deed("append", at="start_1", template="page", name=PAGE),
            deed("row", at_name=PAGE, template="text", name=PHONE),
            deed("row", at_name=PAGE, template="yesno", name=NEWS),
            deed("append", at_name=PAGE, template="office", name=CHECK),
            deed("append", at_name=CHECK, template="end", name=("Ende", "End")),
        ),
        notes=(
            "Frage an alle: Was fällt Ihnen auf, bevor wir die Checkliste ansehen?",
            "Ask everybody: what do you notice before we look at the checklist?",
        ),
    )
    lesson.stop(
        ("Von oben nach unten lesen", "Read from the top down"),
        (
            "Die Gliederung links ist die Leistung in der Reihenfolge, in der sie geschieht."
            " Lesen Sie sie einmal ganz, bevor Sie urteilen.",
            "The outline on the left is the service in the order in which it happens. Read all"
            " of it once before you judge.",
        ),
        pane="outline",
    )


def _remark(lesson: Telling) -> None:
    lesson.stop(
        ("Eine Anmerkung schreiben", "Write a remark"),
        (
            "Wählen Sie im Bild die Frage „Tel.-Nr.“ aus, und schreiben Sie rechts unter"
            " „Prüfung“: Bitte ausschreiben. Strg+Eingabe hält die Anmerkung fest, im Bild steht"
            " dann ein Fähnchen.",
            "Select the question “Tel. no.” in the picture and write on the right under"
            " “Review”: Please write it out. Ctrl+Enter keeps the remark; then a little flag"
            " stands in the picture.",
        ),
        pane="review",
        lit=("field_1",),
        goals=(goal("remarked", at_name=PHONE),),
        deeds=(deed("remark", at_name=PHONE, name=WRITE_OUT),),
        hint=(
            "Die Frage muss ausgewählt sein: Über dem Textfeld steht, worum es geht.",
            "The question must be selected: above the text field stands what it is about.",
        ),
    )
    lesson.stop(
        ("Mit der Checkliste", "With the checklist"),
        (
            "Unter „Checklisten“ steht, was Recht, Datenschutz, Fachamt, Barrierefreiheit und IT"
            " fragen. Die Knöpfe unter einer Frage führen zu den Stellen, an denen etwas auffällt.",
            "“Checklists” holds what law, privacy, the specialist office, accessibility and IT"
            " ask. The buttons below a question lead to the places where something stands out.",
        ),
        pane="review",
    )


def _work_off(lesson: Telling) -> None:
    lesson.stop(
        ("Anmerkung 1: ausschreiben", "Remark 1: write it out"),
        (
            "Jetzt zeichnen Sie selbst. Die erste Anmerkung lautet: Abkürzungen versteht nicht"
            " jeder. Wählen Sie „Tel.-Nr.“ aus, drücken Sie F2, und tippen Sie: Telefonnummer.",
            "Now you are the one who draws. The first remark says: not everybody understands"
            " abbreviations. Select “Tel. no.”, press F2 and type: Telephone number.",
        ),
        lit=("field_1",),
        goals=(goal("there", template="text", name=PHONE_WRITTEN, to_name=PAGE),),
        deeds=(deed("rename", at_name=PHONE, name=PHONE_WRITTEN),),
        hint=(
            "Klicken Sie auf die Zeile „Tel.-Nr.“ in der Seite, dann F2.",
            "Click the row “Tel. no.” on the page, then F2.",
        ),
    )
    lesson.stop(
        ("Anmerkung 2: nur fragen, was man braucht", "Remark 2: ask only what is needed"),
        (
            "Die zweite Anmerkung kommt vom Datenschutz: Für diese Leistung braucht niemand zu"
            " wissen, ob jemand einen Newsletter will. Wählen Sie die Frage aus, und löschen Sie"
            " sie mit Entf.",
            "The second remark comes from privacy: nobody needs to know for this service whether"
            " somebody wants a newsletter. Select the question and delete it with Del.",
        ),
        lit=("field_2",),
        goals=(goal("gone", at_name=NEWS),),
        deeds=(deed("remove", at_name=NEWS),),
        hint=(
            "Die Frage muss ausgewählt sein, nicht die ganze Seite.",
            "The question must be selected, not the whole page.",
        ),
    )
