"""Which short words stand on a card: counts, norms, fees, deadlines?"""

from __future__ import annotations

import re

from model.document.queries import Queries
from model.expressions import sentence
from model.grammar import icon_of, kind_title
from model.grammar.expert import expert_name
from model.graph import card_rows
from model.language import tr
from model.records import (
    Deadline,
    Evidence,
    Fee,
    Field,
    FieldUse,
    Flow,
    Node,
    Norm,
    Option,
    Record,
    Step,
    TariffRow,
)
from widgets.look.expert import is_expert

_DETAIL = re.compile(r"\s+(?:Abs\.|Satz|S\.|Nr\.|Buchst\.|Ziff\.).*$")
_LAYOUT_ICONS = {"email": "email", "phone": "phone", "iban": "iban", "long": "long_text"}
_CONTROLS = {"bool": "check", "file": "file", "date": "date", "datetime": "date", "time": "date"}
_TYPE_ICONS = {"time": "time", "datetime": "datetime", "file": "file", "date": "date"}


def short_norm(norm: Norm) -> str:
    """How a chip names a norm: § 6a Abs. 5a StVG -> § 6a StVG."""
    paragraph = _DETAIL.sub("", norm.paragraph)
    return " ".join(part for part in (paragraph, norm.law) if part) or norm.title


def norm_chip(view: Queries, record: Record) -> str:
    """The first norm a record rests on, and how many more there are."""
    norms = view.norms(record.id)
    if not norms:
        return ""
    more = f" +{len(norms) - 1}" if len(norms) > 1 else ""
    return short_norm(norms[0]) + more


def counted(view: Queries, node: Node) -> str:
    """How much is in a card: "4 Felder", "liest 3 Angaben", or what kind of help it is."""
    rows = card_rows(view, node.id, unfolded=True) if isinstance(node, Step) else ()
    kinds = [row.kind for row in rows]
    if fields := kinds.count("field"):
        return tr("canvas.count.fields", n=fields)
    if uses := kinds.count("use"):
        return tr("canvas.count.uses", n=uses)
    if isinstance(node, Step):
        return tr("canvas.count.basis") if node.basis else ""
    return str(kind_title(node))


def counted_from_far(view: Queries, node: Node) -> str:
    """The same, and how many ways leave under a condition: what rows would show from near."""
    said = counted(view, node)
    ways = sum(flow.condition is not None for flow in view.outgoing(node.id))
    if not ways:
        return said
    spoken = tr("canvas.count.ways", n=ways)
    return tr("canvas.count.both", fields=said, ways=spoken) if said else spoken


def row_icon(record: Record) -> str:
    """The sign of a row: the everyday shape of a field before its data type."""
    if isinstance(record, FieldUse):
        return "use"
    if record.kind == "option":
        return ""
    if isinstance(record, Field):
        if record.field_kind in ("hidden", "locked"):
            return record.field_kind
        if record.field_kind == "input" and record.layout in _LAYOUT_ICONS:
            return _LAYOUT_ICONS[record.layout]
        if record.field_kind == "input" and record.data_type in _TYPE_ICONS:
            return _TYPE_ICONS[record.data_type]
    return icon_of(record)


def control_of(view: Queries, record: Record) -> str:
    """In which shape the citizen answers: line, area, date, check, list, file; of an answer: radio
    or check. "" where nothing is filled in.
    """
    if isinstance(record, Option):
        field = view.get(record.parent, Field)
        return "check" if field is not None and field.choices == "many" else "radio"
    if not isinstance(record, Field) or record.field_kind in ("label", "hidden", "locked"):
        return ""
    if record.field_kind == "select":
        return "list" if record.code_list or len(view.options(record.id)) > 5 else ""
    if record.data_type in _CONTROLS:
        return _CONTROLS[record.data_type]
    return "area" if record.layout == "long" else "line"


def deadline_text(deadline: Deadline) -> str:
    """ "14 Tage"; without a length its name."""
    if deadline.length is None:
        return deadline.name or tr("canvas.deadline.open")
    return tr(f"unit.{deadline.unit}", n=deadline.length)


def fee_text(view: Queries, record: Record) -> str:
    """ "30,70 € je Jahr"."""
    if not isinstance(record, Fee):
        return ""
    per = tr("canvas.fee.per", unit=record.per) if record.per else ""
    return _amount(view, record) + per


def _amount(view: Queries, fee: Fee) -> str:
    sign = "€" if fee.currency == "EUR" else fee.currency
    if fee.form == "free":
        return tr("canvas.fee.free")
    if fee.form == "frame":
        return tr("canvas.fee.frame", low=fee.minimum or 0, high=fee.maximum or 0, sign=sign)
    if fee.form == "table":
        return tr("canvas.fee.table", name=fee.name, n=len(view.children(fee.id, TariffRow)))
    if fee.amount is None:
        return fee.name or tr("canvas.fee.open")
    return tr("canvas.fee.fixed", amount=fee.amount, sign=sign)


def quiet_lines(view: Queries, node: Node) -> tuple[str, ...]:
    """What a card without rows says in one muted line."""
    if not isinstance(node, Step):
        return ()
    first = " ".join(node.documentation.split())
    parts = [first] if first and len(first) <= 90 else []
    parts += [short_norm(norm) for norm in view.norms(node.id)[:2]]
    if parts:
        return (" · ".join(parts),)
    return (tr(f"canvas.empty.{node.form}"),)


def explained(view: Queries, record: Record) -> str:
    """The tooltip of a thing: its full words, its norms in full, what it needs."""
    kind = str(kind_title(record))
    name = str(getattr(record, "label", "") or getattr(record, "name", ""))
    lines = [f"{kind}: {name}" if name else kind]
    if help_text := str(getattr(record, "help", "") or getattr(record, "documentation", "")):
        lines.append(help_text)
    if isinstance(record, Flow) and record.condition is not None:
        lines = [tr("canvas.tip.when", condition=sentence(view, record.condition))]
    norms = [norm.cited_as for norm in view.norms(record.id)]
    if norms:
        lines.append(tr("canvas.tip.norms", norms=", ".join(norms)))
    if isinstance(record, Field):
        readers = [view.card_of(use.parent) for use in view.uses(record.id)]
        names = [str(getattr(card, "name", "")) for card in readers if card is not None]
        if names:
            lines.append(tr("canvas.tip.uses", steps=", ".join(names)))
    evidence = [e.name for e in view.children(record.id, Evidence)]
    if evidence:
        lines.append(tr("canvas.tip.evidence", names=", ".join(evidence)))
    if is_expert() and record.family in ("node", "flow", "aside"):
        lines.append(expert_name(record))
    return "\n".join(lines)
