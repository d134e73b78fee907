"""How does a list from a text, a table or a web page become fields?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from model.commands.landing import lane_for, page_place
from model.commands.place import add_option, place_field, place_node
from model.document.transaction import Transaction
from model.errors import NotAllowed
from model.geometry import Point
from model.grammar import TEMPLATES
from model.language import say
from model.records import Field, Option, Step

MOST = 500
"""So many lines at once; a longer text is no list of fields."""
LONGEST = 300


@dataclass(frozen=True)
class Planned:
    """A field that a line asks for: template, label, and what else the line says."""

    label: str
    template: str = "text"
    required: bool = False
    options: tuple[str, ...] = ()
    help: str = ""


# ---------------------------------------------------------------------------------- what is read

_BULLET = re.compile(
    r"^\s*(?:[•·▪●○◦‣■□☐☑✓➢§o\-–—*]\s+|[•·▪●○◦‣■□☐☑✓➢]|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s+)"
)
_REQUIRED = re.compile(r"\s*(?:\*+|\((?:pflicht(?:angabe|feld)?|required)\))\s*:?\s*$", re.I)
_MARKED = re.compile(
    r"^(?:x|ja|yes|j|y|1|✓|✔|☑|true|wahr|pflicht(?:angabe|feld)?|muss|required)$", re.I
)
_IN_BRACKETS = re.compile(r"\s*\(([^()]{2,200})\)\s*$")

_KINDS: tuple[tuple[str, str], ...] = (
    ("yesno", r"(?:ja|yes)\s*(?:/|\||oder|or|,)\s*(?:nein|no)|janein|boolean|wahrheitswert"),
    ("multi", r"mehrfach\s*auswahl|mehrere antworten|multiple choice|checkbox(?:en)?|multi"),
    ("choice", r"(?:einfach)?auswahl(?:liste|feld)?|eine antwort|choice|select|dropdown|radio"),
    ("date", r"datum|tag|date|tt\.mm\.jjjj|dd\.mm\.yyyy"),
    ("amount", r"betrag|geld(?:betrag)?|euro|eur|€|amount|currency|money|währung"),
    ("integer", r"ganze zahl|ganzzahl|anzahl|integer|count"),
    ("number", r"zahl|nummer|dezimalzahl|kommazahl|number|numeric|decimal"),
    ("email", r"e-?mail(?:-?adresse)?|e-?mail address"),
    ("phone", r"telefon(?:nummer)?|mobil(?:nummer)?|phone(?: number)?|tel\.?"),
    ("iban", r"iban|bankverbindung"),
    ("file", r"datei(?:upload)?|upload|anlage|anhang|nachweis|dokument|file|attachment"),
    (
        "long_text",
        r"langer text|mehrzeilig(?:er text)?|freitext|long text|textarea",
    ),
    ("note", r"hinweis(?:text)?|info(?:text)?|note"),
    ("text", r"text(?:feld)?|kurzer text|zeichenkette|string|short text|buchstaben"),
)
_KIND = [(key, re.compile(rf"(?:{pattern})", re.I)) for key, pattern in _KINDS]

_BY_LABEL: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (key, re.compile(pattern, re.I))
    for key, pattern in (
        ("yesno", r"^(?:sind|ist|haben|hat|wollen|möchten|wird|werden|liegt|gibt|besteht|are|is|do|"
         r"does|have|has|will)\b.*\?\s*$"),
        ("date", r"datum\b|geboren am|^gültig (?:ab|bis)|^tag der|\bdate\b"),
        ("email", r"^e-?mail"),
        ("phone", r"^(?:telefon|mobil|handy|phone)"),
        ("iban", r"\biban\b"),
        ("integer", r"^(?:anzahl|number of)\b"),
        ("amount", r"betrag\b|\bin (?:€|euro)\b|^(?:preis|kosten|amount)\b"),
    )
)  # fmt: skip
"""What a question is called often tells how it is answered."""

_HEADS: dict[str, frozenset[str]] = {
    "label": frozenset(
        "feld feldname name bezeichnung frage angabe angaben label field question titel".split()
    ),
    "kind": frozenset("art typ format datentyp feldtyp feldart type kind".split()),
    "required": frozenset("pflicht pflichtangabe pflichtfeld muss required mandatory".split()),
    "options": frozenset("antworten auswahl werte optionen options answers values".split()),
    "help": frozenset("hilfe hilfetext erläuterung beschreibung help description".split()),
}
_COLUMNS = ("label", "kind", "required", "options", "help")


def parse_list(text: str) -> list[Planned]:
    """One field a line; tabs part the columns: label, kind, required, answers, help. A line of
    headings is recognised, bullets and numbers are no part of a label, a star means required.
    """
    return planned(line.split("\t") for line in text.replace("\r\n", "\n").split("\n"))


def parse_html(page: str) -> list[Planned]:
    """The rows of the tables and the points of the lists in a web page; [] when it has neither."""
    reader = _Rows()
    reader.feed(page[:2_000_000])
    reader.close()
    return planned(reader.rows)


def planned(rows: Iterable[Sequence[str]]) -> list[Planned]:
    """The fields that rows of cells ask for."""
    cleaned = [[_clean(cell) for cell in row] for row in rows]
    table = [row for row in cleaned if any(row)]
    columns: Sequence[str] = _COLUMNS
    if table and (heads := _heads(table[0])):
        columns, table = heads, table[1:]
    else:
        table = [_without_empty_front(row) for row in table]
    found = (_planned(dict(zip(columns, row, strict=False))) for row in table)
    return [one for one in found if one is not None]


def lines_of(text: str) -> list[str]:
    """The lines of a text as answers: without bullets, empty ones and repeats."""
    found = (_BULLET.sub("", _clean(line)) for line in text.replace("\t", " ").splitlines())
    return list(dict.fromkeys(line[:LONGEST] for line in found if line))


def _clean(cell: str) -> str:
    plain = "".join(c if c.isprintable() else " " for c in cell.replace("\u00ad", ""))
    return " ".join(plain.split())


def _without_empty_front(row: list[str]) -> list[str]:
    """Word puts the bullet in a column of its own."""
    while len(row) > 1 and (not row[0] or _is_bullet(row[0])):
        row = row[1:]
    return row


def _is_bullet(cell: str) -> bool:
    return bool(re.fullmatch(r"[^\w\s]|o|\(?(?:\d{1,3}|[a-zA-Z])[.)]", cell))


def _heads(row: Sequence[str]) -> list[str]:
    """The columns that a line of headings names; [] when it is an ordinary line."""
    names = []
    for cell in row:
        word = cell.strip(" :*").casefold()
        names.append(next((name for name, words in _HEADS.items() if word in words), ""))
    sure = len(row) > 1 and sum(bool(name) for name in names) > 1
    return names if sure and "label" in names else []


def _planned(cells: dict[str, str]) -> Planned | None:
    label = _BULLET.sub("", cells.get("label", ""))
    required = bool(_REQUIRED.search(label)) or bool(_MARKED.match(cells.get("required", "")))
    label = _REQUIRED.sub("", label)
    kind, help_text = cells.get("kind", ""), cells.get("help", "")
    if not kind and (inside := _IN_BRACKETS.search(label)) and _kind(inside[1])[0]:
        kind, label = inside[1], label[: inside.start()]
    template, options = _kind(kind)
    if kind and not template:
        help_text = help_text or kind
    more = _parted(cells.get("options", ""))
    options = options or more
    if options and template not in ("choice", "multi"):
        template = "choice"
    label = label.rstrip(": ")[:LONGEST]
    if not label:
        return None
    return Planned(label, template or _by_label(label), required, options, help_text[:1000])


def _kind(words: str) -> tuple[str, tuple[str, ...]]:
    """The template that words name, and the answers they list ("Auswahl: rot; blau")."""
    name, colon, rest = words.partition(":")
    name = name.strip()
    for key, pattern in _KIND:
        if pattern.fullmatch(name):
            options = _parted(rest) if colon and key in ("choice", "multi") else ()
            return key, options
    return "", ()


def _by_label(label: str) -> str:
    return next((key for key, pattern in _BY_LABEL if pattern.search(label)), "text")


def _parted(text: str) -> tuple[str, ...]:
    """Answers parted by semicolons, else by commas or strokes."""
    sign = next((sign for sign in (";", "|", ",", "/") if sign in text), ";")
    parts = (part.strip()[:LONGEST] for part in text.split(sign))
    return tuple(dict.fromkeys(part for part in parts if part))


class _Rows(HTMLParser):
    """Cells of table rows, and points of lists."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._quiet = 0

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        if tag in ("style", "script", "head"):
            self._quiet += 1
        elif tag == "tr":
            self.rows.append([])
        elif tag == "li":
            self._take()
            self.rows.append([])
            self._cell = []
        elif tag in ("td", "th"):
            self._take()
            self._cell = []
        elif tag in ("br", "p") and self._cell:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script", "head"):
            self._quiet = max(0, self._quiet - 1)
        elif tag in ("td", "th", "li", "tr"):
            self._take()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._quiet:
            self._cell.append(data)

    def _take(self) -> None:
        if self._cell is not None:
            if not self.rows:
                self.rows.append([])
            self.rows[-1].append("".join(self._cell))
        self._cell = None


# ------------------------------------------------------------------------------- what is made


def paste_list(
    tx: Transaction, fields: Sequence[Planned], parent: str, before: str = ""
) -> list[str]:
    """A row for each line, in a card or group; the new ids.

    Raises:
        NotAllowed: the card takes no rows, or the list is too long.
    """
    if len(fields) > MOST:
        raise NotAllowed(
            say("clip.list_too_long", n=len(fields)), todo=say("clip.list_too_long.todo")
        )
    return [_field(tx, one, parent, before) for one in fields]


def paste_list_as_page(
    tx: Transaction, fields: Sequence[Planned], at: Point | None = None
) -> tuple[Step, list[str]]:
    """On empty ground: a new page of the applicant with a row for each line, near ``at``.

    Raises:
        NotAllowed: there is no lane yet, or the list is too long.
    """
    role = lane_for(tx)
    if role is None:
        raise NotAllowed(say("clip.rows_need_card"), todo=say("clip.rows_need_card.todo"))
    template = "page" if role.side == "applicant" else "office"
    step = place_node(tx, template, role.id, page_place(tx, role.id, at, len(fields)))
    assert isinstance(step, Step)
    return step, paste_list(tx, fields, step.id)


def paste_answers(tx: Transaction, lines: Sequence[str], field: str, before: str = "") -> list[str]:
    """An answer for each line that is none yet; the new ids.

    Raises:
        NotAllowed: nothing can be chosen there, or the list is too long.
    """
    if len(lines) > MOST:
        raise NotAllowed(
            say("clip.list_too_long", n=len(lines)), todo=say("clip.list_too_long.todo")
        )
    present = {option.label for option in tx.children(field, Option)}
    new = (line for line in lines if line not in present)
    return [add_option(tx, field, line, before=before).id for line in new]


def _refuse_long(number: int) -> None:
    if number > MOST:
        todo = say("clip.list_too_long.todo", most=MOST)
        raise NotAllowed(say("clip.list_too_long", n=number), todo=todo)


def _field(tx: Transaction, one: Planned, parent: str, before: str) -> str:
    template = one.template if one.template in TEMPLATES else "text"
    row = place_field(tx, template, parent, before=before, label=one.label)
    if one.options:
        for option in tx.children(row.id, Option):
            tx.remove(option.id)
        for label in one.options:
            add_option(tx, row.id, label)
    changes: dict[str, object] = {"help": one.help} if one.help else {}
    if one.required and isinstance(row, Field) and row.field_kind != "label":
        changes["minimum"] = 1
    if changes:
        tx.alter(row.id, **changes)
    return row.id
