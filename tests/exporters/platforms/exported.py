"""How do tests look into an exported deployment?"""

from __future__ import annotations

from typing import Any

from lxml import etree

from exporters.bpmn.vocabulary import BPMN
from exporters.causes import singles
from exporters.platforms import Deployment, deployment
from exporters.platforms.profile import CAMUNDA
from model.document import Snapshot


class Exported:
    """A deployment with a short way to its process."""

    def __init__(self, view: Snapshot) -> None:
        self.deployment: Deployment = deployment(view)
        self.files = {a.name: a.content for a in self.deployment.artifacts}
        (name,) = (name for name in self.files if name.endswith(".bpmn"))
        self.root: Any = etree.fromstring(self.files[name])

    def node(self, node_id: str) -> Any:
        (found,) = (n for n in self.root.iter() if n.get("id") == node_id)
        return found

    def has(self, node_id: str) -> bool:
        return any(n.get("id") == node_id for n in self.root.iter())

    def engine(self, node_id: str) -> dict[str, str]:
        """The attributes of the engine on an element."""
        start = f"{{{CAMUNDA}}}"
        items = self.node(node_id).attrib.items()
        return {str(k).removeprefix(start): str(v) for k, v in items if str(k).startswith(start)}

    def handed(self, node_id: str) -> dict[str, str]:
        """The local variables of an activity."""
        found = self.node(node_id).iter(f"{{{CAMUNDA}}}inputParameter")
        return {p.get("name"): p.text for p in found}

    def condition(self, flow: str) -> str | None:
        found: str | None = self.node(flow).findtext(f"{{{BPMN}}}conditionExpression")
        return found

    def told(self, kind: str) -> list[tuple[str, str]]:
        """Every remark on its own, whatever line it stands in."""
        entries = singles(self.deployment.report)
        return [(e.record, e.message.key) for e in entries if e.kind == kind]
