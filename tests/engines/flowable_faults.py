"""Which faults does Flowable refuse, skip, or take although it goes wrong later?"""

from __future__ import annotations

from typing import Any

from lxml import etree

from exporters.bpmn.vocabulary import BPMN, BPMNDI
from exporters.dmn.writer import DMN
from exporters.platforms.flowable.questions import FLOWABLE
from model.document import Snapshot
from model.records import Deadline, End, Event, Flow, Message, Timer
from tests.engines.faults import Sown
from tests.exporters.platforms.dogs import dogs
from tests.exporters.platforms.sowing import (
    Change,
    add,
    at,
    definition,
    drop,
    inside,
    message_unnamed,
    namespace_lost,
    put,
)


def flowable_view() -> Snapshot:
    """The dog tax with what may go wrong on Flowable: a timer, a message, a signal, an error."""
    return dogs(
        Timer(id="late", name="Zu spät", role="office", attached_to="check", deadline="d2"),
        Deadline(id="d2", parent="late", length=20),
        Message(id="wait", name="Nachweis", role="office", message_name="nachweis"),
        Event(id="rain", name="Es regnet", role="office", trigger="signal", event_name="Regen"),
        End(id="end2", name="Fehler", role="office", result="error", error_code="SPAET"),
        Flow(id="l1", source="late", target="wait"),
        Flow(id="l2", source="wait", target="rain"),
        Flow(id="l3", source="rain", target="end2"),
    )


def _own(element: str, attribute: str, value: str | None) -> Change:
    def change(root: Any) -> None:
        key = f"{{{FLOWABLE}}}{attribute}"
        if value is None:
            at(root, element).attrib.pop(key)
        else:
            at(root, element).set(key, value)

    return change


def _retagged(element: str, tag: str) -> Change:
    def change(root: Any) -> None:
        at(root, element).tag = f"{{{BPMN}}}{tag}"

    return change


def _table_key(value: str | None) -> Change:
    def change(root: Any) -> None:
        field = next(at(root, "pay_tarif").iter(f"{{{FLOWABLE}}}field"))
        if value is None:
            field.getparent().remove(field)
        else:
            field[0].text = value

    return change


def _property(attribute: str, value: str) -> Change:
    def change(root: Any) -> None:
        next(root.iter(f"{{{FLOWABLE}}}formProperty")).set(attribute, value)

    return change


def _long_words(root: Any) -> None:
    etree.SubElement(at(root, "check"), f"{{{BPMN}}}documentation").text = "x" * 2001
    node = at(root, "check")
    node.insert(0, node[-1])


def _type(root: Any) -> None:
    next(root.iter(f"{{{DMN}}}output")).set("typeRef", "integer")


def _error(code: str | None) -> Change:
    """An end that throws an error nobody catches."""

    def change(root: Any) -> None:
        error = etree.Element(f"{{{BPMN}}}error", id="err", name="Fehler")
        if code:
            error.set("errorCode", code)
        root.insert(0, error)
        definition = f"{{{BPMN}}}errorEventDefinition"
        etree.SubElement(at(root, "end2"), definition, id="thrown", errorRef="err")

    return change


def _cell(text: str) -> Change:
    def change(root: Any) -> None:
        cells = [c for c in root.iter(f"{{{DMN}}}inputEntry")]
        next(iter(cells[0])).text = text

    return change


def _preset_lost(root: Any) -> None:
    for one in list(at(root, "pay_tarif").iter(f"{{{FLOWABLE}}}executionListener")):
        one.getparent().remove(one)


def _edge_without_a_way(root: Any) -> None:
    next(root.iter(f"{{{BPMNDI}}}BPMNEdge")).set("bpmnElement", "nirgends")


CAMUNDA_DUE = "{http://camunda.org/schema/1.0/bpmn}dueDate"

FLOWABLE_FAULTS: tuple[Sown, ...] = (
    Sown(
        "words of the family",
        "unnoticed",
        "F01",
        "foreign_attribute",
        lambda r: at(r, "check").set(CAMUNDA_DUE, "P1D"),
    ),
    Sown(
        "all not executable",
        "refused",
        "F02",
        "not_executable",
        put("hundesteuer", "isExecutable", "false"),
    ),
    Sown(
        "start twice",
        "refused",
        "C06",
        "starts",
        add("hundesteuer", f"{{{BPMN}}}startEvent", id="s2", name="S"),
    ),
    Sown("no start", "refused", "C06", "starts", drop("start")),
    Sown("to nowhere", "refused", "C04", "reference", put("w5", "targetRef", "nowhere")),
    Sown("no target", "refused", "C02", "attribute_missing", put("w5", "targetRef", None)),
    Sown("id twice", "refused", "C03", "id_twice", put("check", "id", "page2")),
    Sown("send task", "refused", "F03", "foreign_element", _retagged("pay", "sendTask")),
    Sown("rule task", "refused", "F03", "foreign_element", _retagged("pay", "businessRuleTask")),
    Sown("receive task", "wrong", "F03", "foreign_element", _retagged("pay", "receiveTask")),
    Sown("no implementation", "refused", "F04", "no_implementation", _own("pay", "type", None)),
    Sown("no topic", "refused", "F04", "topic", _own("pay", "topic", None)),
    Sown("no table", "refused", "F05", "decision_missing", _table_key(None)),
    Sown("other table", "wrong", "F05", "decision_missing", _table_key("andere")),
    Sown("kind of a cell", "wrong", "F06", "table_type", _type, ".dmn"),
    Sown("list in a cell", "wrong", "F06", "table_cell", _cell('"a","b"'), ".dmn"),
    Sown("range in a cell", "wrong", "F06", "table_cell", _cell("[1..5]"), ".dmn"),
    Sown("input not set", "unnoticed", "F24", "table_input", _preset_lost),
    Sown("kind of a question", "wrong", "F07", "form_type", _property("type", "int")),
    Sown("form not there", "unnoticed", "F08", "form_missing", _own("check", "formKey", "andere")),
    Sown("long text", "unnoticed", "F09", "too_long", _long_words),
    Sown("long name", "refused", "F09", "too_long", put("hundesteuer", "name", "x" * 256)),
    Sown("message unnamed", "wrong", "F10", "message_name", message_unnamed),
    Sown(
        "message to nowhere",
        "refused",
        "C04",
        "reference",
        definition("wait", "messageEventDefinition", "messageRef", "nowhere"),
    ),
    Sown("no namespace", "refused", "C04", "target_namespace", namespace_lost),
    Sown("error uncoded", "wrong", "F11", "error_code", _error(None)),
    Sown("error uncaught", "wrong", "F11", "error_uncaught", _error("SPAET")),
    Sown(
        "called",
        "unnoticed",
        "F12",
        "call",
        add("hundesteuer", f"{{{BPMN}}}callActivity", id="call", name="C"),
    ),
    Sown(
        "condition of a single way",
        "refused",
        "F17",
        "single_condition",
        lambda r: at(r, "w4").set("sourceRef", "check"),
    ),
    Sown(
        "condition of sonst",
        "refused",
        "F17",
        "default_condition",
        put("page2_split", "default", "w3"),
    ),
    Sown("no condition", "wrong", "C07", "no_condition", inside("w3", "conditionExpression", None)),
    Sown("no default", "wrong", "C07", "no_default", put("page2_split", "default", None)),
    Sown(
        "FEEL condition",
        "wrong",
        "F18",
        "condition",
        inside("w3", "conditionExpression", '=a = "b"'),
    ),
    Sown(
        "unknown in a condition",
        "wrong",
        "F18",
        "condition",
        inside("w3", "conditionExpression", "${a == 'x'}"),
    ),
    Sown("timer empty", "refused", "F19", "timer", inside("late", "timeDuration", None)),
    Sown("timer in words", "wrong", "C09", "duration", inside("late", "timeDuration", "14 Tage")),
    Sown("due date in words", "wrong", "C09", "duration", _own("check", "dueDate", "14 Tage")),
    Sown(
        "boundary without event",
        "refused",
        "F20",
        "event_sort",
        inside("late", "timerEventDefinition", None),
    ),
    Sown(
        "for each of nothing",
        "refused",
        "F21",
        "for_each",
        add("check", f"{{{BPMN}}}multiInstanceLoopCharacteristics"),
    ),
    Sown("priority", "wrong", "F22", "priority", _own("check", "priority", "hoch")),
    Sown(
        "group empty", "unnoticed", "F23", "group_empty", _own("check", "candidateGroups", "a,,b")
    ),
    Sown("nobody", "unnoticed", "C12", "nobody", _own("check", "candidateGroups", None)),
    Sown("edge to nothing", "unnoticed", "C04", "reference", _edge_without_a_way),
    Sown(
        "name with an expression",
        "unnoticed",
        "C05",
        "expression",
        put("check", "name", "Antrag ${unbekannt}"),
    ),
    Sown(
        "link",
        "refused",
        "F03",
        "event_sort",
        add("start", f"{{{BPMN}}}linkEventDefinition", id="lx"),
    ),
)
