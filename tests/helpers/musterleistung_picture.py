"""Where does the Musterleistung stand on the canvas?"""

from __future__ import annotations

from model.records import Decision, End, Message, Parallel, Placement, Record, Start, Timer

APPLICANT, OFFICE, SYSTEM = "role_1", "role_2", "role_3"

_CARD, _GATEWAY, _EVENT = (232.0, 120.0), (50.0, 50.0), (36.0, 36.0)
_CENTRES = {
    "start_1": (100, 150),
    "step_1": (290, 150),
    "step_2": (600, 150),
    "subprocess_1": (960, 620),
    "start_2": (820, 620),
    "step_5": (980, 620),
    "end_2": (1150, 620),
    "message_1": (1290, 620),
    "step_3": (1180, 360),
    "timer_1": (1140, 420),
    "step_4": (1500, 620),
    "end_1": (1700, 620),
    "decision_1": (1400, 360),
    "end_4": (1520, 450),
    "parallel_1": (1550, 340),
    "step_6": (1760, 850),
    "call_1": (1760, 1000),
    "parallel_2": (1950, 360),
    "step_7": (2140, 850),
    "message_2": (2340, 850),
    "end_3": (2450, 850),
}
_SIZES = {"subprocess_1": (440.0, 180.0), "step_5": (200.0, 80.0), "step_4": (200.0, 80.0)}
_LANES = {APPLICANT: (50, 250), OFFICE: (300, 440), SYSTEM: (740, 360)}


def picture_of(records: list[Record]) -> list[Record]:
    """Placements: lanes as bands, nodes by their middle, one way bent by hand."""
    found: list[Record] = []
    for role, (top, height) in _LANES.items():
        found.append(
            Placement(id=f"{role}_place", about=role, x=20, y=top, width=2500, height=height)
        )
    for record in records:
        if record.id in _CENTRES:
            width, height = _SIZES.get(record.id) or _size(record)
            x, y = _CENTRES[record.id]
            found.append(
                Placement(
                    id=f"{record.id}_place",
                    about=record.id,
                    x=x - width / 2,
                    y=y - height / 2,
                    width=width,
                    height=height,
                )
            )
    found.append(
        Placement(id="flow_2_place", about="flow_2", bends=((440, 150), (450, 150)), pinned=True)
    )
    return found


def _size(record: Record) -> tuple[float, float]:
    if isinstance(record, Decision | Parallel):
        return _GATEWAY
    if isinstance(record, Start | End | Timer | Message):
        return _EVENT
    return _CARD
