"""How does an answer decide where it goes on?"""

from __future__ import annotations

from studio.lessons.tales.telling import Telling, deed, goal

NAME = "bedingung"
YOU = ("Ihre Angaben", "Your details")
MARRIED = ("Sind Sie verheiratet?", "Are you married?")
YES = ("Ja", "Yes")
SPOUSE = ("Ehegatte", "Spouse")
CONSENT = ("Erklärung", "Declaration")


def tell(lesson: Telling) -> None:
    """The lesson."""
    lesson.script(
        ("Bedingung", "Condition"),
        (
            "Eine Seite erscheint nur bei einer bestimmten Antwort. Sie zeichnen den Weg von der"
            " Antwort zur Seite und sehen, was „sonst“ bedeutet.",
            "A page appears only after a certain answer. You draw the way from the answer to the"
            " page and see what “otherwise” means.",
        ),
    )
    lesson.stop(
        ("Zwei Seiten, eine Frage", "Two pages, one question"),
        (
            "Alle werden gefragt, ob sie verheiratet sind, und geben am Schluss eine Erklärung ab."
            " „Vormachen“ zeichnet diesen Anfang für Sie.",
            "Everybody is asked whether they are married and gives a declaration at the end."
            " “Show me” draws this beginning for you.",
        ),
        lit=("field_1",),
        deeds=(
            deed("append", at="start_1", template="page", name=YOU),
            deed("row", at_name=YOU, template="yesno", name=MARRIED),
            deed("append", at_name=YOU, template="page", name=CONSENT),
            deed("append", at_name=CONSENT, template="end", name=("Ende", "End")),
        ),
        notes=(
            "Frage an alle: Wen müssen Sie nach dem Ehegatten fragen und wen nicht?",
            "Ask everybody: whom do you have to ask about a spouse, and whom not?",
        ),
    )
    _way(lesson)
    lesson.stop(
        ("Der Weg „sonst“", "The way “otherwise”"),
        (
            "Wer nicht „Ja“ sagt, geht den Weg „sonst“. Er ist immer da und immer gezeichnet:"
            " So bleibt niemand stecken.",
            "Whoever does not say “Yes” goes the way “otherwise”. It is always there and always"
            " drawn, so that nobody gets stuck.",
        ),
        lit=("flow_2",),
        notes=(
            "Auf den Pfeil mit „sonst“ zeigen. Was geschähe ohne ihn?",
            "Point at the arrow with “otherwise”. What would happen without it?",
        ),
    )
    _required(lesson)


def _way(lesson: Telling) -> None:
    lesson.stop(
        ("Von der Antwort zur Seite", "From the answer to the page"),
        (
            "Klicken Sie auf die Antwort „Ja“, dann links auf „Seite des Antrags“, und tippen Sie:"
            " Ehegatte. Diese Seite erscheint jetzt nur bei „Ja“.",
            "Click the answer “Yes”, then “Page of the form” on the left, and type: Spouse."
            " This page now appears only after “Yes”.",
        ),
        lit=("option_1",),
        goals=(goal("choice", at_name=MARRIED, to_name=SPOUSE, answer=YES),),
        deeds=(deed("append", at_name=MARRIED, answer=YES, template="page", name=SPOUSE),),
        hint=(
            "Die Antwort „Ja“ muss ausgewählt sein, nicht die Frage und nicht die Seite.",
            "The answer “Yes” must be selected, not the question and not the page.",
        ),
    )
    lesson.stop(
        ("Zurück auf den gemeinsamen Weg", "Back to the common way"),
        (
            "Auch Verheiratete geben die Erklärung ab. Ziehen Sie vom Ring an der Seite"
            " „Ehegatte“ auf „Erklärung“.",
            "Married people give the declaration, too. Drag from the ring of the page “Spouse”"
            " onto “Declaration”.",
        ),
        goals=(goal("way", at_name=SPOUSE, to_name=CONSENT),),
        deeds=(deed("connect", at_name=SPOUSE, to_name=CONSENT),),
        hint=(
            "Der Ring erscheint am rechten Rand, wenn Sie auf die Seite zeigen. Ohne Maus: Seite"
            " auswählen, C, mit den Pfeilen zielen, Eingabe.",
            "The ring appears at the right edge when you point at the page. Without a mouse:"
            " select the page, C, aim with the arrows, Enter.",
        ),
    )


def _required(lesson: Telling) -> None:
    lesson.stop(
        ("Die Frage muss beantwortet werden", "The question must be answered"),
        (
            "Eine Frage, die den Weg bestimmt, ist eine Pflichtangabe. Wählen Sie sie aus und"
            " kreuzen Sie rechts „Pflicht“ an.",
            "A question that decides the way must be answered. Select it and tick “Required” on"
            " the right.",
        ),
        lit=("field_1",),
        goals=(goal("required", at_name=MARRIED),),
        deeds=(deed("require", at_name=MARRIED),),
    )
    lesson.stop(
        ("Probieren Sie es aus", "Try it"),
        (
            "Beantworten Sie die Frage rechts in der Vorschau und gehen Sie weiter: einmal mit"
            " „Ja“, einmal mit „Nein“.",
            "Answer the question in the preview on the right and go on: once with “Yes”, once"
            " with “No”.",
        ),
        pane="preview",
    )
