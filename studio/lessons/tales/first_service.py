"""How does somebody draw the first service? From the start to an end in ten minutes."""

from __future__ import annotations

from studio.lessons.tales.telling import Telling, deed, goal

NAME = "erste_leistung"
PAGE = ("Ihre Angaben", "Your details")
QUESTION = ("Name", "Name")
CHECK = ("Antrag prüfen", "Check application")
END = ("Ende", "End")


def tell(lesson: Telling) -> None:
    """The lesson."""
    lesson.script(
        ("Erste Leistung", "First service"),
        (
            "Sie zeichnen in zehn Minuten eine Leistung: eine Seite des Antrags mit einer Frage,"
            " einen Schritt des Amts und das Ende.",
            "In ten minutes you draw a service: a page of the application with a question,"
            " a step of the office and the end.",
        ),
    )
    _begin(lesson)
    _form(lesson)
    _office(lesson)
    lesson.stop(
        ("So sieht der Antrag aus", "This is the application"),
        (
            "Rechts in der Vorschau steht die Seite so, wie Bürgerinnen und Bürger sie ausfüllen."
            " Alles, was Sie zeichnen, ist dort sofort zu sehen.",
            "On the right, the preview shows the page as citizens fill it in."
            " Whatever you draw is seen there at once.",
        ),
        pane="preview",
        lit=("step_1",),
        notes=(
            "Den Namen in der Vorschau eintippen lassen. Fragen sammeln.",
            "Let them type the name into the preview. Collect questions.",
        ),
    )


def _begin(lesson: Telling) -> None:
    lesson.stop(
        ("Bahnen sagen, wer es tut", "Lanes say who does it"),
        (
            "Jede Bahn gehört jemandem: Antragsteller, Amt, System. Links oben steht der Start."
            " Von hier führt der Weg durch die Leistung.",
            "Each lane belongs to somebody: applicant, office, system. The start is at the top"
            " left. From here the way leads through the service.",
        ),
        lit=("role_1", "role_2", "role_3"),
        notes=(
            "Fragen: Wer ist bei Ihnen beteiligt? Mit der Leertaste geht es weiter.",
            "Ask: who takes part in your case? The space bar goes on.",
        ),
    )
    lesson.stop(
        ("Die erste Seite", "The first page"),
        (
            "Klicken Sie links auf den Baustein „Seite des Antrags“ und tippen Sie gleich den"
            " Namen: Ihre Angaben.",
            "Click the building block “Page of the form” on the left and type its name at"
            " once: Your details.",
        ),
        pane="palette",
        goals=(goal("after", at="start_1", template="page", name=PAGE, side="applicant"),),
        deeds=(deed("append", at="start_1", template="page", name=PAGE),),
        hint=(
            "Der Start muss ausgewählt sein. Klicken Sie ihn an, dann links auf „Seite des"
            " Antrags“.",
            "The start must be selected. Click it, then “Page of the form” on the left.",
        ),
    )


def _form(lesson: Telling) -> None:
    lesson.stop(
        ("Eine Frage auf der Seite", "A question on the page"),
        (
            "Die Seite ist ausgewählt. Klicken Sie links auf den Baustein „Text“ und tippen Sie:"
            " Name.",
            "The page is selected. Click the building block “Text” on the left and type: Name.",
        ),
        goals=(goal("there", template="text", name=QUESTION, to_name=PAGE),),
        deeds=(deed("row", at_name=PAGE, template="text", name=QUESTION),),
        hint=(
            "Wählen Sie die Seite „Ihre Angaben“ aus, bevor Sie auf „Text“ klicken.",
            "Select the page “Your details” before you click “Text”.",
        ),
    )
    lesson.stop(
        ("Eine Pflichtangabe", "A required answer"),
        (
            "Ohne Namen geht es nicht. Wählen Sie die Frage „Name“ aus und kreuzen Sie rechts in"
            " den Eigenschaften „Pflicht“ an.",
            "It does not work without a name. Select the question “Name” and tick “Required” in"
            " the properties on the right.",
        ),
        pane="inspector",
        goals=(goal("required", at_name=QUESTION),),
        deeds=(deed("require", at_name=QUESTION),),
        hint=(
            "Klicken Sie auf die Zeile „Name“ in der Seite. Rechts steht dann „Pflicht“.",
            "Click the row “Name” on the page. “Required” is then on the right.",
        ),
    )


def _office(lesson: Telling) -> None:
    lesson.stop(
        ("Das Amt ist dran", "The office takes over"),
        (
            "Wählen Sie die Seite aus, klicken Sie links auf „Bearbeitungsschritt“ und tippen Sie:"
            " Antrag prüfen. Der Schritt kommt von selbst in die Bahn des Amts.",
            "Select the page, click “Office step” on the left and type: Check application."
            " The step goes into the lane of the office by itself.",
        ),
        goals=(goal("after", at_name=PAGE, template="office", name=CHECK, side="office"),),
        deeds=(deed("append", at_name=PAGE, template="office", name=CHECK),),
        hint=(
            "Wählen Sie zuerst die Seite „Ihre Angaben“ aus: Der neue Schritt kommt dahinter.",
            "Select the page “Your details” first: the new step comes behind it.",
        ),
    )
    lesson.stop(
        ("Jeder Weg hat ein Ende", "Every way has an end"),
        (
            "Klicken Sie links auf „Ende“. Eine Leistung, die nie endet, lässt Menschen warten.",
            "Click “End” on the left. A service that never ends keeps people waiting.",
        ),
        goals=(goal("ends", at="start_1"),),
        deeds=(deed("append", at_name=CHECK, template="end", name=END),),
        hint=(
            "Wählen Sie „Antrag prüfen“ aus, dann den Baustein „Ende“.",
            "Select “Check application”, then the building block “End”.",
        ),
    )
