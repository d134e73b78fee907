"""With which words is a form told?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from model.document import Transaction
from model.grammar import TEMPLATES, may_hold
from model.records import (
    CodeList,
    Evidence,
    Expression,
    Rule,
    make,
)
from studio.examples.foundation import Foundation, Words

YES_NO: Mapping[str, Words] = {"ja": ("Ja", "Yes"), "nein": ("Nein", "No")}


class FormWords(Foundation):
    """Pages, questions, groups, rules and documents that prove an answer.

    ``rest_on`` says what the next questions rest on unless they say it themselves; ``retention``
    how long their answers are kept.
    """

    def __init__(self, tx: Transaction) -> None:
        super().__init__(tx)
        self.retention = ""
        self._norms: tuple[str, ...] = ()

    def rest_on(self, *norms: str) -> None:
        """The questions from here on rest on these norms."""
        self._norms = norms

    def field(
        self,
        key: str,
        template: str,
        parent: str,
        label: Words,
        purpose: str = "",
        *,
        help: Words | None = None,
        norms: tuple[str, ...] | None = None,
        **fields: Any,
    ) -> None:
        """A question: what it is, where it stands, what it says, and why it is asked."""
        may_hold(self.tx, self[parent], template).require()
        kind = TEMPLATES[template]
        kept: dict[str, Any] = (
            {} if template == "note" else {"purpose": purpose, "retention": self.retention}
        )
        if template in ("text", "long_text", "email", "phone") and "data_type" not in fields:
            kept["min_length"] = 1
        values = {**kind.fields, **kept, "help": help[0] if help else "", **fields}
        record = make(
            "field",
            id=self.tx.new_id("field"),
            parent=self[parent],
            order=self._row_key(parent),
            label=label[0],
            **values,
        )
        self._keep(key, record)
        self._translate(record.id, "label", label)
        if help:
            self._translate(record.id, "help", help)
        self.cite(key, *(self._norms if norms is None else norms))

    def note(self, key: str, parent: str, label: Words, text: Words, **fields: Any) -> None:
        """A sentence to read."""
        self.field(key, "note", parent, label, content=text[0], **fields)
        self._translate(self[key], "content", text)

    def choice(
        self,
        key: str,
        parent: str,
        label: Words,
        answers: Mapping[str, Words],
        purpose: str,
        **more: Any,
    ) -> None:
        """A question with answers to choose from."""
        self.field(key, more.pop("template", "choice"), parent, label, purpose, **more)
        self._answers(key, self[key], answers)

    def consent(
        self, key: str, parent: str, label: Words, sentence: Words, purpose: str, **more: Any
    ) -> None:
        """One box that must be ticked; the sentence is what its tick says."""
        self.field(
            key, "text", parent, label, purpose, data_type="bool", minimum=1, help=sentence, **more
        )

    def code_list(self, key: str, name: str, answers: Mapping[str, Words], **fields: Any) -> None:
        """A list of answers with a name of its own, for several questions or many answers."""
        record = CodeList(id=self.tx.new_id("code_list"), name=name, **fields)
        self._keep(key, record)
        self._answers(key, record.id, answers)

    def group(
        self,
        key: str,
        parent: str,
        label: Words,
        *,
        help: Words | None = None,
        norms: tuple[str, ...] = (),
        **fields: Any,
    ) -> None:
        """Questions that belong together."""
        may_hold(self.tx, self[parent], "group").require()
        record = make(
            "group",
            id=self.tx.new_id("group"),
            parent=self[parent],
            order=self._row_key(parent),
            label=label[0],
            help=help[0] if help else "",
            **fields,
        )
        self._keep(key, record)
        self._translate(record.id, "label", label)
        if help:
            self._translate(record.id, "help", help)
        self.cite(key, *norms)

    def evidence(
        self, key: str, parent: str, name: Words, reason: Words, *norms: str, **fields: Any
    ) -> None:
        """A document that proves an answer; ``parent`` is the upload or the step that asks."""
        owner = self.tx[self[parent]]
        fields.setdefault("upload", owner.id if owner.kind == "field" else "")
        record = self._child(
            Evidence, "evidence", owner.id, name=name[0], reason=reason[0], **fields
        )
        self.ids[key] = record.id
        self._translate(record.id, "name", name)
        self._translate(record.id, "reason", reason)
        self.cite(key, *norms)

    def rule(
        self,
        key: str,
        parent: str,
        purpose: str,
        name: str,
        expression: Expression | None,
        message: Words | None = None,
        *norms: str,
        **fields: Any,
    ) -> None:
        """A sentence of the law or the form that can be evaluated."""
        record = self._child(
            Rule,
            "rule",
            self[parent],
            purpose=purpose,
            name=name,
            expression=expression,
            message=message[0] if message else "",
            **fields,
        )
        self.ids[key] = record.id
        if message:
            self._translate(record.id, "message", message)
        self.cite(key, *norms)
