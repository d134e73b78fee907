"""Does an expert find the names of the metamodel, and everybody a name for a kept block?"""

from __future__ import annotations

import pytest

from model.grammar.expert import expert_name, kept_name
from model.records import (
    Annotation,
    DataFlow,
    DataObject,
    Decision,
    End,
    Event,
    Field,
    Flow,
    ForeignNode,
    Message,
    Record,
    ServiceCall,
    Start,
    Step,
    SubProcess,
    Timer,
)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (Start(id="a"), "bpmn:StartEvent"),
        (
            Start(id="a", trigger="signal"),
            "bpmn:StartEvent · bpmn:SignalEventDefinition",
        ),
        (End(id="a", result="stop"), "bpmn:EndEvent · bpmn:TerminateEventDefinition"),
        (
            Event(id="a", trigger="signal", attached_to="b"),
            "bpmn:BoundaryEvent · bpmn:SignalEventDefinition",
        ),
        (
            Event(id="a", trigger="compensation", direction="send"),
            "bpmn:IntermediateThrowEvent · bpmn:CompensateEventDefinition",
        ),
        (Event(id="a"), "bpmn:IntermediateCatchEvent"),
        (Timer(id="a"), "bpmn:IntermediateCatchEvent · bpmn:TimerEventDefinition"),
        (
            Message(id="a", direction="send"),
            "bpmn:IntermediateThrowEvent · bpmn:MessageEventDefinition",
        ),
        (Step(id="a", form="automatic"), "bpmn:ServiceTask"),
        (
            Step(id="a", form="office", task="rule", repeats="sequential"),
            "bpmn:BusinessRuleTask · bpmn:MultiInstanceLoopCharacteristics",
        ),
        (Step(id="a", extras=(("tag", "manualTask"),)), "bpmn:ManualTask"),
        (SubProcess(id="a", extras=(("tag", "transaction"),)), "bpmn:Transaction"),
        (
            ServiceCall(id="a", repeats="loop"),
            "bpmn:CallActivity · bpmn:StandardLoopCharacteristics",
        ),
        (Decision(id="a", mode="event"), "bpmn:EventBasedGateway"),
        (DataObject(id="a", form="store"), "bpmn:DataStoreReference"),
        (DataFlow(id="a"), "bpmn:DataAssociation"),
        (Flow(id="a", source="b", target="c"), "bpmn:SequenceFlow"),
        (Annotation(id="a"), "bpmn:TextAnnotation"),
        (ForeignNode(id="a", tag="choreographyTask"), "bpmn:ChoreographyTask"),
        (
            ForeignNode(id="a", tag="boundaryEvent", extras=(("event", "signal"),)),
            "bpmn:BoundaryEvent · bpmn:SignalEventDefinition",
        ),
        (Field(id="a"), ""),
    ],
    ids=lambda value: f"{value.kind}" if isinstance(value, Record) else "",
)
def test_everything_of_the_process_has_the_names_of_the_metamodel(
    record: Record, expected: str
) -> None:
    assert expert_name(record) == expected


@pytest.mark.usefixtures("german")
def test_a_kept_block_without_a_name_is_called_by_what_it_is() -> None:
    several = ForeignNode(id="a", tag="startEvent", extras=(("event", "multiple"),))

    assert str(kept_name(ForeignNode(id="a", tag="choreographyTask"))) == (
        "Übernommen: Choreographie-Aufgabe"
    )
    assert str(kept_name(ForeignNode(id="a", tag="neuartig"))) == ("Übernommen: Element „neuartig“")
    assert str(kept_name(several)) == "Übernommen: mehrere Auslöser"
    assert kept_name(ForeignNode(id="a", tag="conversation", name="Absprache")) == "Absprache"
