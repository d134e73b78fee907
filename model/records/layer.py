"""Which adaptations lie over the base?"""

from __future__ import annotations

from typing import Literal

from model.records.base import Child, Fact


class LayerChange(Fact):
    """A Change as data: the record before and after as JSON lines; "" = not there."""

    record: str
    before: str = ""
    after: str = ""


class Layer(Child):
    """Adaptations of a Land, a Kommune, a Mandant, or local ones.

    A record that holds Changes to the base (FIM: Ergänzungsmodell). ``parent`` is the layer below.
    """

    kind: Literal["layer"] = "layer"
    name: str = ""
    level: Literal["state", "district", "municipality", "client", "local"] = "client"
    changes: tuple[LayerChange, ...] = ()
