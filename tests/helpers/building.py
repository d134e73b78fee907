"""Small services for tests, said in words."""

from __future__ import annotations

from model.behaviors import new_document
from model.commands import append_node, place_field
from model.document import Document, numbered_ids
from model.language import say
from model.records import Field, Node, Option, Role, Start


class Bench:
    """A new service with numbered ids and short ways to add to it.

    Every call is one transaction.
    """

    def __init__(self) -> None:
        self.document: Document = new_document("Probe", ids=numbered_ids())
        view = self.document.snapshot()
        self.applicant, self.office, self.system = (role.id for role in view.ordered(Role))
        self.start = view.of(Start)[0].id

    @property
    def view(self):  # type: ignore[no-untyped-def]
        return self.document.snapshot()

    def do(self, command, *args, **named):  # type: ignore[no-untyped-def]
        """Run one command in its own transaction and give back its result."""
        with self.document.transaction(say("undo.test")) as tx:
            return command(tx, *args, **named)

    def after(self, node: str, template: str, name: str, **named: str) -> Node:
        """A new node behind another."""
        return self.do(append_node, template, node, name=name, **named)

    def field(self, template: str, card: str, label: str) -> Field:
        return self.do(place_field, template, card, label=label)

    def options(self, field: Field) -> list[Option]:
        return self.view.options(field.id)
