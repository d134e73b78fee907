"""Do the worked examples hold what every service of the house has to hold?"""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path

import pytest

from model.checks import check
from model.document import Snapshot
from model.expressions import flow_label, sentence
from model.geometry import Point, Rect
from model.grammar import title
from model.graph import card_size, page_numbers, reading_order, route
from model.language import current_language, use
from model.play.proof import contradictions
from model.records import (
    Citation,
    Deadline,
    Decision,
    DescriptionModule,
    End,
    Evidence,
    ExampleCase,
    Fee,
    Field,
    FieldGroup,
    Flow,
    Node,
    Norm,
    Option,
    Parallel,
    Record,
    Role,
    Rule,
    Start,
    Step,
    TariffRow,
    Text,
    Timer,
)
from model.storage.read import from_bytes
from model.storage.write import to_bytes
from resources import open_resource, texts
from studio.examples.__main__ import main
from studio.examples.catalogue import EXAMPLES, build
from tests.studio.examples.looking import example, play

NAMES = list(EXAMPLES)
pytestmark = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(autouse=True)
def _german() -> object:
    before = current_language()
    use("de", texts("de"))
    yield
    use(before, {})


def test_the_file_in_the_house_is_what_the_script_tells(name: str) -> None:
    told = to_bytes(build(name))

    assert open_resource(f"samples/{name}.fachwerk") == told


def test_two_runs_write_the_same_bytes(name: str, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"

    main(first)
    main(second)

    file = f"{name}.fachwerk"
    assert (first / file).read_bytes() == (second / file).read_bytes()


def test_the_file_is_read_back_without_a_finding(name: str) -> None:
    opened = from_bytes(to_bytes(example(name)))

    assert Snapshot.of_records(opened.records) == example(name)


def test_no_check_finds_anything(name: str) -> None:
    found = [finding.check for finding in check(example(name))]

    # No source names the key of the cadastral map, and none is invented.
    assert found == (["no_key"] if name == "liegenschaftskarte" else [])


# ------------------------------------------------------------------------------------ what it says


def test_every_question_cites_a_norm_and_says_purpose_and_retention(name: str) -> None:
    view = example(name)
    asked = [field for field in view.of(Field) if field.field_kind != "label"]

    poor = [
        field.label
        for field in asked
        if not (view.children(field.id, Citation) and field.purpose and field.retention)
    ]

    assert asked
    assert poor == []


def test_every_fee_deadline_and_document_rests_on_the_law(name: str) -> None:
    view = example(name)
    resting = [r for kind in (Fee, Deadline, Evidence) for r in view.of(kind)]

    bare = [title(r) for r in resting if not view.children(r.id, Citation)]

    assert len(resting) >= 6
    assert bare == []
    assert all(deadline.starts and deadline.effect for deadline in view.of(Deadline))
    assert all(evidence.reason for evidence in view.of(Evidence))


def test_norms_have_a_level_a_title_and_federal_ones_a_link(name: str) -> None:
    view = example(name)
    federal = {"StVG", "StVO", "VwVfG", "VwGO", "AO", "BMG", "EGovG", "GebOSt"}

    assert all(norm.level and norm.title and norm.law for norm in view.of(Norm))
    for norm in view.of(Norm):
        linked = norm.link.startswith("https://www.gesetze-im-internet.de/")
        assert linked == (norm.law in federal), norm.cited_as


def test_everything_a_citizen_sees_and_every_step_is_also_said_in_english(name: str) -> None:
    view = example(name)
    slots: dict[type[Record], tuple[str, ...]] = {
        Field: ("label", "help"),
        FieldGroup: ("label", "help"),
        Option: ("label",),
        Step: ("name",),
        Start: ("name",),
        End: ("name",),
        Decision: ("name",),
        Role: ("name",),
        Rule: ("message",),
        Evidence: ("name", "reason"),
        Fee: ("name",),
        DescriptionModule: ("text",),
    }

    missing = []
    for kind, names in slots.items():
        for record in view.of(kind):
            said = {t.slot for t in view.children(record.id, Text) if t.language == "en" and t.text}
            missing += [(record.id, s) for s in names if getattr(record, s) and s not in said]
    notes = [f for f in view.of(Field) if f.field_kind == "label"]

    assert missing == []
    assert all("content" in {t.slot for t in view.children(n.id, Text)} for n in notes)


def test_the_description_has_the_modules_of_a_service(name: str) -> None:
    codes = {module.code for module in example(name).of(DescriptionModule)}

    assert codes >= {"02", "05", "06", "07", "08", "09", "11", "14", "22", "25"}


def test_steps_of_office_and_system_say_their_group_of_activities(name: str) -> None:
    steps = [step for step in example(name).of(Step) if step.form != "page"]

    assert [step.name for step in steps if not step.activity_group] == []
    assert {3, 4, 6} <= {step.activity_group for step in steps}


def test_conditions_read_as_sentences(name: str) -> None:
    view = example(name)
    held = [r.expression for r in view.of(Rule)] + [f.condition for f in view.of(Flow)]
    held += [field.visible for field in view.of(Field)]
    held += [group.visible for group in view.of(FieldGroup)]
    held += [row.when for row in view.of(TariffRow)]

    said = [sentence(view, expression) for expression in held if expression is not None]

    assert len(said) > 20
    assert [s for s in said if not s or "sentence." in s or "gelöscht" in s] == []


# ------------------------------------------------------------------------------------ how it flows


def test_one_start_and_everything_between_it_and_an_end(name: str) -> None:
    view = example(name)

    assert len(view.of(Start)) == 1
    assert set(reading_order(view)) == {node.id for node in view.of(Node)}
    assert [n.id for n in view.of(Node) if not isinstance(n, End) and not view.outgoing(n.id)] == []
    assert all(end.name for end in view.of(End))


def test_ways_part_and_meet_only_where_a_sign_or_an_answer_says_so(name: str) -> None:
    view = example(name)
    for node in view.of(Node):
        leaving, arriving = view.outgoing(node.id), view.incoming(node.id)
        if isinstance(node, Decision | Parallel):
            assert (len(leaving) > 1) != (len(arriving) > 1), title(node)
        elif not isinstance(node, Step) or node.form != "page":
            assert len(leaving) <= 1, title(node)
            assert len(arriving) <= 1, title(node)


def test_every_choice_has_a_question_conditions_and_one_way_else(name: str) -> None:
    view = example(name)
    for decision in view.of(Decision):
        flows = view.outgoing(decision.id)
        if len(flows) < 2 or decision.mode == "event":
            assert not any(flow.default for flow in flows)
            continue
        assert decision.name.endswith("?")
        assert [flow.default for flow in flows].count(True) == 1
        assert all(flow.default or flow_label(view, flow) for flow in flows)


def test_pages_are_numbered_and_deadlines_have_a_length(name: str) -> None:
    view = example(name)

    assert len(page_numbers(view)) >= 5
    assert all(deadline.length for deadline in view.of(Deadline))
    assert any(timer.deadline for timer in view.of(Timer))


# ------------------------------------------------------------------------------- invented citizens


def test_every_invented_citizen_comes_out_where_expected(name: str) -> None:
    view = example(name)
    cases = view.of(ExampleCase)

    for case in cases:
        end, due, _ = play(view, case)
        assert (case.name, title(view[end])) == (case.name, title(view[case.expected_end]))
        assert (case.name, due) == (case.name, case.expected_fee)
    assert len(cases) >= 3
    assert len({case.expected_end for case in cases}) >= 2


def test_no_citizen_meets_two_rates_or_two_ways(name: str) -> None:
    found = [c for c in contradictions(example(name)) if c.kind in ("two_rates", "overlap")]

    assert found == []


def test_the_answers_of_the_cases_can_be_given(name: str) -> None:
    view = example(name)
    for case in view.of(ExampleCase):
        for answer in case.answers:
            codes = {option.code for option in view.options(answer.field)}
            assert not codes or answer.value in codes, (case.name, title(view[answer.field]))


# ------------------------------------------------------------------------------------ how it looks


def _boxes(view: Snapshot) -> dict[str, Rect]:
    return {n.id: place.box for n in view.of(Node) if (place := view.placement(n.id)) is not None}


def _box(view: Snapshot, record: str) -> Rect:
    place = view.placement(record)
    assert place is not None
    return place.box


def _crosses(a: Point, b: Point, box: Rect) -> bool:
    return (
        min(a.x, b.x) < box.right
        and max(a.x, b.x) > box.x
        and min(a.y, b.y) < box.bottom
        and max(a.y, b.y) > box.y
    )


def test_cards_have_their_size_and_do_not_overlap(name: str) -> None:
    view = example(name)
    boxes = _boxes(view)
    hanging = {timer.id for timer in view.of(Timer) if timer.attached_to}

    assert len(boxes) == len(view.of(Node))
    for node, box in boxes.items():
        assert (box.width, box.height) == card_size(view, node), title(view[node])
    for (one, a), (two, b) in combinations(boxes.items(), 2):
        if one not in hanging and two not in hanging:
            assert not a.grown(12).intersects(b), (title(view[one]), title(view[two]))


def test_cards_stand_in_their_lane_and_lanes_stand_on_each_other(name: str) -> None:
    view = example(name)
    lanes = [_box(view, role.id) for role in view.ordered(Role)]

    for upper, lower in pairwise(lanes):
        assert (upper.x, upper.width, upper.bottom) == (lower.x, lower.width, lower.y)
    for node, box in _boxes(view).items():
        lane = _box(view, view.the(node, Node).role)
        assert lane.x + 26 < box.x, title(view[node])
        assert box.right < lane.right, title(view[node])
        assert lane.y < box.y, title(view[node])
        assert box.bottom < lane.bottom, title(view[node])


def test_no_way_runs_through_a_card(name: str) -> None:
    view = example(name)
    boxes = _boxes(view)
    hanging = {timer.id: timer.attached_to for timer in view.of(Timer) if timer.attached_to}

    for flow in view.of(Flow):
        course = route(view, flow)
        assert len(course) >= 2
        for a, b in pairwise(course):
            assert a.x == b.x or a.y == b.y, (title(view[flow.source]), title(view[flow.target]))
            for node, box in boxes.items():
                if hanging.get(flow.source) == node:
                    continue
                room = -1 if node in (flow.source, flow.target) else 6
                hit = _crosses(a, b, box.grown(room))
                assert not hit, (title(view[flow.source]), title(view[flow.target]), node)


def test_hardly_any_ways_cross(name: str) -> None:
    view = example(name)
    pieces = [(f.id, a, b) for f in view.of(Flow) for a, b in pairwise(route(view, f))]

    crossings = 0
    for (one, a, b), (two, c, d) in combinations(pieces, 2):
        if one == two:
            continue
        level, upright = ((a, b), (c, d)) if a.y == b.y else ((c, d), (a, b))
        if level[0].y != level[1].y or upright[0].x != upright[1].x:
            continue
        inside = min(level[0].x, level[1].x) < upright[0].x < max(level[0].x, level[1].x)
        between = min(upright[0].y, upright[1].y) < level[0].y < max(upright[0].y, upright[1].y)
        crossings += inside and between

    assert crossings <= 1


def test_no_way_runs_over_the_name_of_a_choice(name: str) -> None:
    view = example(name)
    boxes = _boxes(view)
    asked = [d for d in view.of(Decision) if d.name]

    for decision in asked:
        box = boxes[decision.id]
        label = Rect(box.center.x - 50, box.y - 20, 100, 18)
        for flow in view.of(Flow):
            for a, b in pairwise(route(view, flow)):
                assert not _crosses(a, b, label), (decision.name, flow.id)
