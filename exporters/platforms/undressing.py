"""How is a process freed of the words of the Camunda 7 family, so that others can dress it anew?"""

from __future__ import annotations

from lxml import etree

from exporters.bpmn.description import Description, Node
from exporters.platforms.profile import CAMUNDA, camunda


def undress(description: Description) -> None:
    """The namespace, and what stands on processes."""
    description.namespaces.pop("camunda", None)
    for process in description.processes:
        for name in [name for name in process.attributes if name.startswith(f"{{{CAMUNDA}}}")]:
            process.attributes.pop(name)


def taken_off(node: Node) -> dict[str, str]:
    """The attributes of the family on a node and its event, removed from there."""
    given: dict[str, str] = {}
    places = [node.attributes] + ([node.event.attributes] if node.event is not None else [])
    for place in places:
        for name in [name for name in place if name.startswith(f"{{{CAMUNDA}}}")]:
            given[name.rpartition("}")[2]] = place.pop(name)
    return given


def inputs_of(node: Node) -> dict[str, str]:
    """The local variables of a node, name -> JUEL or text; every extension of the family goes."""
    scratch = etree.Element("scratch")
    for extension in node.extensions:
        extension(scratch)
    node.extensions.clear()
    found = scratch.iter(camunda("inputParameter"))
    return {one.get("name", ""): one.text or "" for one in found}
