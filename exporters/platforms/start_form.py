"""How does the first page become the form of the start?"""

from __future__ import annotations

from exporters.bpmn.asides import draw_asides
from exporters.bpmn.description import Description, Node
from exporters.bpmn.lines import Courses
from exporters.report import ExportReport
from model.document import Snapshot
from model.geometry import Rect
from model.language import say
from model.records import Start, Step


def take_first_page(
    description: Description, view: Snapshot, report: ExportReport
) -> dict[str, str]:
    """Node id -> card whose form it shows; without the first page's task, where it can go.

    The task of the first page is taken out of the process and the start moves into its place. It
    stays where a way leads back to it or something is attached to it.
    """
    shows: dict[str, str] = {}
    for node in description.nodes.values():
        step = view.get(node.record, Step)
        if step is not None and step.form != "automatic":
            shows[node.id] = step.id
    for start in [n for n in description.nodes.values() if n.tag == "startEvent"]:
        page = _first_page(description, view, start)
        if page is None:
            continue
        shows[start.id] = page.record
        if _stands_alone(description, page):
            _merge(description, start, page)
            del shows[page.id]
        else:
            report.hint(page.record, say("platforms.operaton.page_twice", page=page.name))
    return shows


def _first_page(description: Description, view: Snapshot, start: Node) -> Node | None:
    """The page that the way from a plain start of the process leads to."""
    record = view.get(start.record, Start)
    ways = description.outgoing(start.id)
    if record is None or record.trigger != "none" or start.parent or len(ways) != 1:
        return None
    page = description.nodes[ways[0].target]
    step = view.get(page.record, Step)
    return page if step is not None and step.form == "page" else None


def _stands_alone(description: Description, page: Node) -> bool:
    attached = any(node.attached_to == page.id for node in description.nodes.values())
    single = len(description.incoming(page.id)) == 1 and len(description.outgoing(page.id)) == 1
    return single and not attached


def _merge(description: Description, start: Node, page: Node) -> None:
    (arriving,), (leaving,) = description.incoming(page.id), description.outgoing(page.id)
    del description.flows[arriving.id]
    del description.nodes[page.id]
    for note in description.notes.values():
        if note.about in (arriving.id, page.id):
            note.about = start.id
    for message in description.messages.values():
        message.source = start.id if message.source == page.id else message.source
        message.target = start.id if message.target == page.id else message.target
    leaving.source = start.id
    centre, size = page.box.center, start.box
    start.box = Rect(centre.x - size.width / 2, centre.y - size.height / 2, size.width, size.height)
    start.lane = page.lane
    around = [n.box for n in description.nodes.values() if not n.expanded and not n.parent]
    leaving.points = Courses(around).between(start.box, description.nodes[leaving.target].box)
    draw_asides(description)
    start.documentation += page.documentation
    start.words = "\n".join(part for part in (start.words, page.words) if part)
