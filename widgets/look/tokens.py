"""Which colours, spaces and sizes does the desk use?"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from PySide6.QtGui import QColor

from resources import open_resource

THEMES = ("light", "dark", "contrast")


@dataclass(frozen=True)
class Tokens:
    """The look of one theme.

    Colours are names like ``#RRGGBB`` (or ``#AARRGGBB``); ``color(name)`` gives Qt's.
    """

    theme: str
    # colours
    paper: str
    grid: str
    panel: str
    panel_line: str
    control: str
    text: str
    muted: str
    accent: str
    accent_soft: str
    on_accent: str
    timber: str
    lane_applicant: str
    lane_office: str
    lane_system: str
    lane_line: str
    card: str
    card_line: str
    card_edge: str
    shadow: str
    flow: str
    uses: str
    error: str
    warning: str
    hint: str
    ok: str
    # type
    families: tuple[str, ...]
    base_pt: float
    small: float
    title: float
    page: float
    # space and corners
    space: tuple[int, ...]
    radius_card: float
    radius_control: float
    radius_chip: float
    # canvas
    card_width: float
    header: float
    row: float
    option: float
    gap: float
    flow_width: float
    flow_corner: float
    arrow: float
    handle: float
    selection_ring: float
    lane_title: float
    hit: float

    def color(self, name: str) -> QColor:
        """Qt's colour of a name: ``tokens.color("accent")``."""
        return _qcolor(getattr(self, name))


@cache
def tokens(theme: str) -> Tokens:
    """The look of a theme: ``light``, ``dark`` or ``contrast``.

    Raises:
        ValueError: there is no such theme.
    """
    if theme not in THEMES:
        raise ValueError(f"no such theme: {theme}")
    said = _file()
    values: dict[str, Any] = {"theme": theme, **said["type"], **said["canvas"], **said[theme]}
    values |= {f"radius_{name}": value for name, value in said["radius"].items()}
    values["space"] = tuple(said["space"])
    values["families"] = tuple(said["type"]["families"])
    return Tokens(**{field.name: values[field.name] for field in fields(Tokens)})


@cache
def _file() -> dict[str, Any]:
    return json.loads(open_resource("styles/tokens.json"))


@cache
def _qcolor(name: str) -> QColor:
    return QColor(name)


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart (WCAG 2.2, 1.4.3): 1 to 21."""
    light, dark = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(v) for v in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
