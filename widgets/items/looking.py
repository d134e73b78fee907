"""What does a record look like: which words, which signs, in which place?"""

from __future__ import annotations

from collections.abc import Mapping

from model.document.queries import Queries
from model.expressions import flow_label, sentence
from model.geometry import Point
from model.grammar import icon_of, kind_title, title
from model.grammar.expert import kept_name
from model.graph import card_rows
from model.graph.card import CardRow, is_foldable, shows_rows
from model.language import tr
from model.records import (
    DataFlow,
    DataObject,
    Deadline,
    Field,
    FieldGroup,
    FieldUse,
    Flow,
    ForeignNode,
    MessageFlow,
    Node,
    Pool,
    Record,
    Role,
    Step,
    SubProcess,
)
from model.records.base import Child
from widgets.items.signs import (
    CARDS,
    edge_of,
    is_dashed,
    is_frame,
    is_imported,
    is_small,
    markers_of,
    shape_of,
    sign_icon,
    task_sign,
)
from widgets.items.wording import (
    control_of,
    counted,
    counted_from_far,
    deadline_text,
    fee_text,
    norm_chip,
    quiet_lines,
    row_icon,
)
from widgets.painters.looks import DataLook, FlowLook, Fold, LaneLook, NodeLook, RowLook


def node_look(
    view: Queries, node: Node, pages: Mapping[str, int], *, unfolded: bool = False
) -> NodeLook:
    """A card with its rows (all of them when it is unfolded), or a sign with its name."""
    if shape_of(node) not in CARDS:
        return NodeLook(
            id=node.id,
            shape=shape_of(node),
            title=node.name,
            icon=sign_icon(node),
            badge="",
            hint=_hint(node),
            foreign=isinstance(node, ForeignNode),
            dashed=is_dashed(node),
            narrow=is_imported(view),
            hangs=bool(getattr(node, "attached_to", "")),
        )
    rows = _rows(view, node, unfolded=unfolded)
    number = pages.get(node.id)
    name = node.name or _nameless(node)
    small = _small(view, node) and not unfolded
    imported = is_imported(view)
    if imported and not node.name and is_frame(view, node):
        name = ""  # its ground is as full as the other program left it
    quiet = imported or (small and not isinstance(node, Step))
    return NodeLook(
        id=node.id,
        shape=node.kind,
        title=f"{number} {name}" if number else name,
        count="" if quiet and not rows else counted(view, node),
        far_count="" if quiet and not rows else counted_from_far(view, node),
        icon=_card_icon(node),
        rows=rows,
        lines=quiet_lines(view, node) if not rows else (),
        badge=_badge(view, node),
        foreign=isinstance(node, ForeignNode),
        placeholder=not node.name,
        hint=_hint(node),
        counts_only=small,
        markers=markers_of(view, node),
        sort=task_sign(node, imported=imported),
        edge=edge_of(node),
        fold=_fold(view, node, unfolded=unfolded),
    )


def _nameless(node: Node) -> str:
    return str(kept_name(node) if isinstance(node, ForeignNode) else kind_title(node))


def _small(view: Queries, node: Node) -> bool:
    if isinstance(node, Step) and not shows_rows(view, node.id):
        return True
    return is_small(view, node) and not is_frame(view, node)


def _fold(view: Queries, node: Node, *, unfolded: bool) -> Fold:
    if not isinstance(node, Step) or not (unfolded or is_foldable(view, node.id)):
        return ""
    return "unfolded" if unfolded else "folded"


def _hint(node: Node) -> str:
    kind = str(kind_title(node))
    return f"{kind}: {node.name}" if node.name else kind


def _card_icon(node: Node) -> str:
    """Pages and office steps need none, their lane says it; automatic ones and frames do."""
    if isinstance(node, Step) and node.form != "automatic":
        return ""
    return icon_of(node)


def _badge(view: Queries, node: Node) -> str:
    deadline = next(iter(view.children(node.id, Deadline)), None)
    return deadline_text(deadline) if deadline is not None else ""


def _rows(view: Queries, node: Node, *, unfolded: bool) -> tuple[RowLook, ...]:
    return tuple(_row(view, row) for row in card_rows(view, node.id, unfolded=unfolded))


def _row(view: Queries, row: CardRow) -> RowLook:
    if row.kind == "rest":
        return RowLook(row.id, row.kind, row.top, row.height, text=tr("canvas.rest", n=row.count))
    record = view[row.id]
    text, field = _row_text(view, record)
    return RowLook(
        id=row.id,
        kind=row.kind,
        top=row.top,
        height=row.height,
        icon=row_icon(record),
        text=text,
        chip=norm_chip(view, record),
        depth=row.depth,
        required=_required(record),
        handle=row.kind == "option",
        field=field,
        control=control_of(view, record),
        law=", ".join(norm.cited_as for norm in view.norms(record.id)),
    )


def _row_text(view: Queries, record: Record) -> tuple[str, str]:
    """The words of a row, and the field it belongs to."""
    if isinstance(record, FieldUse):
        used = view.get(record.field)
        name = (title(used) if used is not None else "") or tr("sentence.gone")
        return tr(f"canvas.use.{record.mode}", field=name), record.field
    if record.kind == "fee":
        return fee_text(view, record), ""
    if record.kind == "option":
        return title(record) or tr("canvas.unnamed"), str(getattr(record, "parent", ""))
    words = title(record) or str(kind_title(record))
    folded = len(view.options(record.id)) if isinstance(record, Field) and record.code_list else 0
    if folded:
        words = tr("canvas.folded", field=words, n=folded)
    if isinstance(record, FieldGroup) and record.repeatable:
        words = tr("canvas.repeated", group=words)
    return words, record.id


def _required(record: Record) -> bool:
    return isinstance(record, Field) and record.required and record.field_kind != "label"


def data_look(record: DataObject) -> DataLook:
    """A data object with its name, and its state in brackets."""
    name = record.name or str(kind_title(record))
    told = not record.state or f"[{record.state}]" in name
    title = name if told else f"{name} [{record.state}]"
    return DataLook(record.id, title, record.form, record.many)


def flow_look(
    view: Queries, flow: Flow | MessageFlow | DataFlow, points: tuple[Point, ...]
) -> FlowLook:
    """A way with its words; its hint says the condition as a sentence."""
    if isinstance(flow, DataFlow):
        return FlowLook(flow.id, points, flow.name, data=True)
    if isinstance(flow, MessageFlow):
        return FlowLook(flow.id, points, flow.name, message=True)
    label = flow_label(view, flow)
    hint = sentence(view, flow.condition) if flow.condition is not None else label
    return FlowLook(
        flow.id,
        points,
        label,
        default=flow.default,
        conditional=flow.condition is not None,
        hint=hint,
    )


def lane_look(record: Role | Pool) -> LaneLook:
    """A lane with the name of who works in it."""
    side = record.side if isinstance(record, Role) else "system"
    return LaneLook(record.id, record.name or str(kind_title(record)), side)


def drawn_lanes(view: Queries) -> list[Role | Pool]:
    """Participants and lanes, from bottom to top.

    A participant is drawn itself only when no lanes of it are.
    """
    pools = [pool for pool in view.ordered(Pool) if is_lane(view, pool)]
    return [*pools, *view.ordered(Role)]


def is_lane(view: Queries, lane: Role | Pool) -> bool:
    """False for a participant whose lanes are drawn."""
    return isinstance(lane, Role) or lane.black_box or not view.children(lane.id, Role)


def is_drawn(view: Queries, node: Child) -> bool:
    """False for what lies inside a folded sub-process."""
    parent = view.get(node.parent, SubProcess) if node.parent else None
    for _ in range(100):
        if parent is None:
            return True
        if not parent.expanded:
            return False
        parent = view.get(parent.parent, SubProcess) if parent.parent else None
    return True


__all__ = [
    "CARDS",
    "data_look",
    "drawn_lanes",
    "flow_look",
    "is_drawn",
    "is_lane",
    "lane_look",
    "node_look",
]
