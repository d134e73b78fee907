"""How does a document begin, with the behaviours of the house?"""

from __future__ import annotations

from collections.abc import Iterable

from model.behaviors.order import BEHAVIORS
from model.commands import add_role, place_node
from model.document import Document, IdFactory, random_ids
from model.geometry import LANE_TITLE, Point
from model.language import say, tr
from model.records import Pool, Record, Service

_LANES = (("applicant", 240.0), ("office", 200.0), ("system", 160.0))


def open_document(records: Iterable[Record], *, ids: IdFactory = random_ids) -> Document:
    """A document of records that were read, with all behaviours for what comes next."""
    return Document(records, behaviors=BEHAVIORS, ids=ids)


def new_document(name: str = "", *, ids: IdFactory = random_ids) -> Document:
    """An empty service: the lanes Antragsteller, Amt and System, and a start."""
    document = open_document((), ids=ids)
    with document.transaction(say("undo.new")) as tx:
        tx.add(Service(id=tx.new_id("service"), name=name))
        tx.add(Pool(id=tx.new_id("pool"), name=name, order="a0"))
        roles = []
        for side, height in _LANES:
            role = add_role(tx, tr(f"lane.{side}"), side)
            lane = tx.placement(role.id)
            if lane is not None:
                tx.replace(lane.replaced(height=height))
            roles.append(role)
        place_node(tx, "start", roles[0].id, Point(LANE_TITLE + 44, 64))
    return document
