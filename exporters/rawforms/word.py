"""What does a form made with Word ask for?

Read are controls (content controls and form fields of the old kind), lines to write on, boxes to
tick, and empty cells of tables; the label is what stands before them. Only a file without any of
these is read as a list: its points, or its lines that end with a colon.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from exporters.rawforms.refusal import MOST_ENTRIES, refused
from exporters.rawforms.wordparts import (
    Control,
    Part,
    Xml,
    child,
    control_of,
    local,
    parts_of,
    text_of,
    value,
)
from exporters.rawforms.words import (
    as_heading,
    as_label,
    asks_nothing,
    choice_of,
    clean,
    guessed,
    tidied,
)
from exporters.xmlkit import parse
from model.commands import RawEntry, RawForm, planned

MAIN: Final = "word/document.xml"
_HEADINGS: Final = ("heading", "berschrift", "überschrift", "title", "titel", "untertitel")
_LONGEST_HEADING: Final = 90


def read_word(members: dict[str, bytes], name: str) -> RawForm:
    """The form in the parts of a .docx file.

    Raises:
        FachwerkError: damaged, or nothing in it is asked.
    """
    root = parse(members[MAIN], name).root
    body = child(root, "body")
    reader = Reader()
    blocks = list(_blocks(body)) if body is not None else []
    for block in blocks:
        reader.read(block)
        if len(reader.entries) > MOST_ENTRIES:
            raise refused("RAW-TOO-MANY", name, n=MOST_ENTRIES)
    entries = reader.entries or list(_listed(blocks))
    if not entries:
        raise refused("RAW-NO-FIELDS", name)
    return RawForm(name, "word", tuple(entries))


class Reader:
    """Goes through the blocks and keeps in mind under which heading, and behind which words."""

    def __init__(self) -> None:
        self.entries: list[RawEntry] = []
        self.section = ""
        self.before = ""

    def read(self, block: Xml) -> None:
        """A paragraph or a table."""
        if local(block) == "tbl":
            self._table(block)
            return
        parts = parts_of(block)
        words = text_of(parts)
        if _has_control(parts):
            self._line(parts, self.before)
            self.before = ""
        elif words and _is_heading(block, words):
            self.section, self.before = as_heading(words), ""
        elif words:
            self.before = words if words.endswith(":") or len(words) < 60 else ""

    # --------------------------------------------------------------------------------- tables

    def _table(self, table: Xml) -> None:
        rows = [_cells(row) for row in _below(table, "tr")]
        rows = [row for row in rows if row]
        texts = [[text_of(parts) for parts in row] for row in rows]
        bare = not any(_has_control(cell) for row in rows for cell in row)
        if bare and (_has_heads(texts) or _is_full(texts)):
            self._take_planned(texts)
        elif bare and _is_empty_list(texts):
            for head in texts[0]:
                self._take(Control(), head)
        else:
            for row, words in zip(rows, texts, strict=True):
                self._row(row, words, texts[0] if words is not texts[0] else [])
        self.before = ""

    def _row(self, row: list[list[Part]], words: list[str], heads: list[str]) -> None:
        if len(row) == 1 and words[0] and not _has_control(row[0]):
            self.section = as_heading(words[0])[:_LONGEST_HEADING]
            return
        for place, parts in enumerate(row):
            before = words[place - 1] if place else ""
            above = heads[place] if place < len(heads) else ""
            if _has_control(parts):
                self._line(parts, before or above or self.before)
            elif not words[place] and before and not _has_control(row[place - 1]):
                self._take(Control(), before)

    def _take_planned(self, texts: list[list[str]]) -> None:
        for plan in planned(texts):
            self.entries.append(
                RawEntry(
                    plan.label,
                    plan.template,
                    plan.required,
                    plan.options,
                    plan.help,
                    section=self.section,
                )
            )

    # ---------------------------------------------------------------------------------- lines

    def _line(self, parts: list[Part], context: str) -> None:
        """The controls of a paragraph or cell, each with the words before it; boxes to tick have
        theirs behind them.
        """
        ticks = [p for p in parts if isinstance(p, Control) and p.template == "yesno"]
        lead = clean(_words_before(parts)) or context
        if len(ticks) > 1 and lead and all(not tick.label for tick in ticks):
            self._choice(parts, lead)
            return
        words = ""
        for place, part in enumerate(parts):
            if isinstance(part, str):
                words += part
                continue
            behind = parts[place + 1] if place + 1 < len(parts) else ""
            own = clean(words)
            if part.template == "yesno" and isinstance(behind, str) and as_label(behind):
                own = behind
            self._take(part, own or context)
            words, context = "", ""

    def _choice(self, parts: list[Part], lead: str) -> None:
        """Boxes in a row behind a question are its answers."""
        answers: list[str] = []
        for part in parts:
            if isinstance(part, Control):
                answers.append("")
            elif answers:
                answers[-1] += part
        template, options = choice_of([as_label(answer) for answer in answers])
        self._take(Control(template, options=options), lead)

    def _take(self, control: Control, words: str) -> None:
        label = control.label or as_label(words) or tidied(control.name)
        if asks_nothing(label):
            return
        entry = RawEntry(
            label,
            control.template,
            False,
            control.options,
            control.help,
            control.max_length,
            self.section,
            0,
            control.name,
        )
        self.entries.append(guessed(entry))


def _has_control(parts: list[Part]) -> bool:
    return any(isinstance(part, Control) for part in parts)


def _words_before(parts: list[Part]) -> str:
    """What stands before the first control."""
    words = ""
    for part in parts:
        if isinstance(part, Control):
            break
        words += part
    return words


def _blocks(container: Xml) -> Iterator[Xml]:
    """Paragraphs and tables; out of the boxes that only hold them."""
    for one in container:
        name = local(one)
        if name in ("p", "tbl"):
            yield one
        elif name == "sdt" and control_of(one) is None:
            content = child(one, "sdtContent")
            if content is not None:
                yield from _blocks(content)
        elif name == "sdt":
            yield _wrapped(one)
        elif name in ("ins", "customXml", "smartTag"):
            yield from _blocks(one)


def _wrapped(sdt: Xml) -> Xml:
    """A control that is a paragraph of its own."""
    holder = sdt.makeelement("p", {})
    holder.append(_copied(sdt))
    return holder


def _copied(element: Xml) -> Xml:
    from copy import deepcopy

    return deepcopy(element)


def _below(element: Xml, name: str) -> Iterator[Xml]:
    """Rows of a table or cells of a row, also those inside a content control."""
    for one in element:
        if local(one) == name:
            yield one
        elif local(one) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _below(one, name)


def _cells(row: Xml) -> list[list[Part]]:
    """What stands in each cell; a control may be a whole cell."""
    found: list[list[Part]] = []
    for one in row:
        control = control_of(one) if local(one) == "sdt" else None
        if control is not None:
            found.append([control])
        elif local(one) == "tc":
            found.append(parts_of(one))
        elif local(one) in ("sdt", "customXml", "ins"):
            found += [parts_of(cell) for cell in _below(one, "tc")]
    return found


def _has_heads(texts: list[list[str]]) -> bool:
    """Is the first line one of headings like Feld, Art, Pflicht? Then it becomes no field."""
    return len(texts) > 1 and len(planned(texts)) < len([row for row in texts if any(row)])


def _is_full(texts: list[list[str]]) -> bool:
    """A table to be read, not to be filled in."""
    return len(texts) > 1 and all(all(row) for row in texts) and len(texts[0]) > 1


def _is_empty_list(texts: list[list[str]]) -> bool:
    """Headings over empty lines: the same is asked several times."""
    return len(texts) > 1 and len(texts[0]) > 1 and all(texts[0]) and not any(map(any, texts[1:]))


def _is_heading(block: Xml, words: str) -> bool:
    if len(words) > _LONGEST_HEADING:
        return False
    facts = child(block, "pPr")
    style = value(child(facts, "pStyle")).casefold() if facts is not None else ""
    if style.startswith(_HEADINGS):
        return True
    if facts is not None and child(facts, "outlineLvl") is not None:
        return True
    return not words.endswith((":", ".")) and _is_bold(block)


def _is_bold(block: Xml) -> bool:
    runs = [run for run in block if local(run) == "r" and child(run, "t") is not None]
    facts = [child(run, "rPr") for run in runs]
    return bool(runs) and all(f is not None and child(f, "b") is not None for f in facts)


def _listed(blocks: Iterable[Xml]) -> Iterator[RawEntry]:
    """The points of lists, or else the lines that end with a colon."""
    paragraphs = [block for block in blocks if local(block) == "p"]
    points = [p for p in paragraphs if _is_point(p)]
    chosen = points or [p for p in paragraphs if text_of(parts_of(p)).endswith(":")]
    for plan in planned([text_of(parts_of(p))] for p in chosen):
        yield RawEntry(plan.label, plan.template, plan.required, plan.options, plan.help)


def _is_point(block: Xml) -> bool:
    facts = child(block, "pPr")
    style = value(child(facts, "pStyle")).casefold() if facts is not None else ""
    numbered = facts is not None and child(facts, "numPr") is not None
    return numbered or style.startswith(("list", "aufz"))
