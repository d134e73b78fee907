"""With which few words is a worked example told?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from model.commands import add_role, connect_steps, set_condition, use_field
from model.grammar import TEMPLATES, may_hold
from model.records import (
    Chosen,
    Deadline,
    DescriptionModule,
    ExampleAnswer,
    ExampleCase,
    ExampleTurn,
    Expression,
    Fee,
    Flow,
    Layer,
    LayerChange,
    Pool,
    Remark,
    Service,
    TariffRow,
    key_between,
    make,
)
from model.storage.lines import encode
from studio.examples.form_words import FormWords
from studio.examples.foundation import Words


class Bench(FormWords):
    """Where an example is put together: the service, its law, its form, its way, its fees."""

    def service(self, name: Words, description: Words, **fields: Any) -> None:
        """The service itself; German is its own language, English the second."""
        record = Service(
            id=self.tx.new_id("service"),
            name=name[0],
            description=description[0],
            languages=("de", "en"),
            **fields,
        )
        self._keep("service", record)
        self.tx.add(Pool(id=self.tx.new_id("pool"), name=fields["office"], order="a0"))
        self._translate(record.id, "name", name)
        self._translate(record.id, "description", description)

    def module(self, code: str, words: Words) -> None:
        """One part of the description of the service."""
        record = self._child(DescriptionModule, "module", self["service"], code=code, text=words[0])
        self._translate(record.id, "text", words)

    def role(self, key: str, name: Words, side: str, group: str = "") -> None:
        """A lane, below those that are there."""
        record = add_role(self.tx, name[0], side)
        self.ids[key] = record.id
        self.tx.alter(record.id, group=group)
        self._translate(record.id, "name", name)

    def norm(
        self,
        key: str,
        level: str,
        paragraph: str,
        law: str,
        title: str,
        link: str = "",
        **more: Any,
    ) -> None:
        """A provision the service rests on."""
        record = make(
            "norm",
            id=self.tx.new_id("norm"),
            level=level,
            law=law,
            paragraph=paragraph,
            title=title,
            link=link,
            **more,
        )
        self._keep(key, record)

    def state(
        self, key: str, of: str, valid_from: date | None, until: date | None, **new: Any
    ) -> None:
        """How a record reads between two days: the same thing, other values."""
        first = self.tx[self[of]]
        new_id = self.tx.new_id(first.kind)
        dated = first.replaced(
            id=new_id, of=first.id, valid_from=valid_from, valid_until=until, **new
        )
        self._keep(key, dated)

    def node(self, key: str, template: str, name: Words, role: str, **fields: Any) -> None:
        """A card or sign on the way; its place comes with the picture."""
        may_hold(self.tx, self[role], template).require()
        kind = TEMPLATES[template]
        keys = [getattr(self.tx[i], "order", "") for k, i in self.ids.items() if k.startswith("@")]
        record = make(
            kind.kind,
            id=fields.pop("id", "") or self.tx.new_id(kind.kind),
            name=name[0],
            role=self[role],
            order=key_between(max(keys, default=""), ""),
            **{**kind.fields, **fields},
        )
        self._keep(key, record)
        self.ids[f"@{key}"] = record.id
        if name[0]:
            self._translate(record.id, "name", name)

    def page(self, key: str, name: Words, role: str = "antragsteller") -> None:
        """A page of the applicant's form."""
        self.node(key, "page", name, role)

    def office(self, key: str, name: Words, role: str, group: int, **fields: Any) -> None:
        """A clerk's step; ``group`` is its FIM Referenzaktivitätengruppe."""
        self.node(key, "office", name, role, activity_group=group, **fields)

    def service_step(self, key: str, basis: str, name: Words, group: int, **fields: Any) -> None:
        """A step the system does, with the Basisdienst it needs."""
        self.node(key, basis, name, "system", activity_group=group, **fields)

    def timer(
        self, key: str, name: Words, role: str, deadline: str, length: int, unit: str, **more: Any
    ) -> None:
        """A deadline on the way, or at a step (``at``)."""
        at, norms = more.pop("at", ""), more.pop("norms", ())
        timer, wait = self.tx.new_id("timer"), self.tx.new_id("deadline")
        self._keep(
            f"{key}.frist",
            make(
                "deadline", id=wait, parent=timer, name=deadline, length=length, unit=unit, **more
            ),
        )
        fields: dict[str, Any] = {"id": timer, "deadline": wait}
        self.node(key, "timer", name, role, attached_to=self[at] if at else "", **fields)
        self.cite(f"{key}.frist", *norms)

    def deadline(
        self, key: str, parent: str, name: str, length: int, unit: str, *norms: str, **fields: Any
    ) -> None:
        """A deadline of a step or of the service."""
        record = self._child(
            Deadline, "deadline", self[parent], name=name, length=length, unit=unit, **fields
        )
        self.ids[key] = record.id
        self.cite(key, *norms)

    def uses(self, step: str, mode: str, *rows: str) -> None:
        """A step reads, checks or decides by answers that are given elsewhere."""
        for row in rows:
            use_field(self.tx, self[step], self[row], mode)

    def way(self, *keys: str) -> None:
        """Plain ways along a row of cards; "sonst" where the first of them makes a choice."""
        for source, target in pairwise(keys):
            self._flow(source, target)

    def way_if(self, source: str, target: str, condition: Expression | str) -> None:
        """A way that is taken when a condition holds, or when an answer (by its key) was chosen."""
        said = self.chosen(condition) if isinstance(condition, str) else condition
        option = said.option if isinstance(said, Chosen) else ""
        asked = self.tx.card_of(said.field) if isinstance(said, Chosen) else None
        if asked is not None and asked.id == self[source]:
            self._flow(source, target, option)
        else:
            set_condition(self.tx, self._flow(source, target).id, said)

    def _flow(self, source: str, target: str, option: str = "") -> Flow:
        flow = connect_steps(self.tx, self[source], self[target], option=option)
        self.ids[f"{source}>{target}"] = flow.id
        return flow

    def fee(self, key: str, name: Words, *norms: str, **fields: Any) -> None:
        """Money that is due."""
        record = self._child(Fee, "fee", self["service"], name=name[0], **fields)
        self.ids[key] = record.id
        self._translate(record.id, "name", name)
        self.cite(key, *norms)

    def tariff(
        self,
        fee: str,
        label: str,
        amount: str,
        when: Expression | None = None,
        effect: str = "rate",
        times: Expression | None = None,
    ) -> None:
        """One row of a fee's table; with ``times`` the amount is the price of one unit."""
        self._child(
            TariffRow,
            "tariff_row",
            self[fee],
            label=label,
            amount=Decimal(amount),
            when=when,
            effect=effect,
            times=times,
        )

    def example(
        self,
        name: str,
        applied: date,
        answers: Mapping[str, Any],
        end: str,
        fee: str,
        **fields: Any,
    ) -> None:
        """An invented citizen. The answers of a repeatable group are a list of mappings."""
        found: list[ExampleAnswer] = []
        for key, value in answers.items():
            rows = value if isinstance(value, list) else [{key: value}]
            for repetition, row in enumerate(rows):
                found += (self._answer(field, given, repetition) for field, given in row.items())
        record = ExampleCase(
            id=self.tx.new_id("example"),
            name=name,
            applied=applied,
            answers=tuple(found),
            expected_end=self[end],
            expected_fee=Decimal(fee),
            **fields,
        )
        self._keep(name, record)

    def turn(
        self, at: str, happens: Any = "done", event: str = "", visit: int = 0, **answers: Any
    ) -> ExampleTurn:
        """Where an invented citizen's case takes another course."""
        return ExampleTurn(
            at=self[at],
            visit=visit,
            happens=happens,
            event=self[event] if event else "",
            answers=tuple(self._answer(field, given, 0) for field, given in answers.items()),
        )

    def _answer(self, field: str, given: Any, repetition: int) -> ExampleAnswer:
        return ExampleAnswer(field=self[field], value=str(given), repetition=repetition)

    @contextmanager
    def layer(
        self, key: str, name: str, level: str, below: str = "", **fields: Any
    ) -> Iterator[None]:
        """What is told inside lies over the base: the service itself stays as it was before."""
        before = {record.id: record for record in self.tx}
        yield
        changes = []
        for record in list(self.tx):
            old = before.get(record.id)
            if old == record:
                continue
            first = encode(old).decode() if old is not None else ""
            changes.append(
                LayerChange(record=record.id, before=first, after=encode(record).decode())
            )
            if old is None:
                self.tx.remove(record.id)
            else:
                self.tx.replace(old)
        layer = self._child(
            Layer,
            "layer",
            self[below] if below else "",
            name=name,
            level=level,
            changes=tuple(changes),
            **fields,
        )
        self.ids[key] = layer.id

    def remark(self, key: str, about: str, text: str, author: str, written: str) -> None:
        """What a reader said about a record."""
        remark = Remark(
            id=self.tx.new_id("remark"),
            about=self[about],
            text=text,
            author=author,
            written=written,
        )
        self._keep(key, remark)
