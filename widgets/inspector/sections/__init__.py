"""Which parts of a thing are more than one line?

One module per part; ``SECTIONS`` names them for the table of specs. A section rebuilds its parts
only when what they depend on has changed, so that the focus stays while a person types.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from widgets.inspector.changes import Editing
from widgets.inspector.form import Section
from widgets.inspector.sections.burden import BurdenSection
from widgets.inspector.sections.deadline import DeadlineSection
from widgets.inspector.sections.evidence import EvidenceSection
from widgets.inspector.sections.fee import FeeSection, FeesSection, TariffSection
from widgets.inspector.sections.modules import ModulesSection
from widgets.inspector.sections.norms import NormsSection
from widgets.inspector.sections.options import OptionsSection
from widgets.inspector.sections.reckoning import ReckoningSection
from widgets.inspector.sections.rules import NamedSection, RulesSection
from widgets.inspector.sections.texts import TextsSection
from widgets.inspector.sections.users import UsersSection
from widgets.inspector.sections.ways import WaysSection

SECTIONS: dict[str, Callable[[Editing, str, QWidget], Section]] = {
    "burden": BurdenSection,
    "deadline": DeadlineSection,
    "evidence": EvidenceSection,
    "fee": FeeSection,
    "fees": FeesSection,
    "modules": ModulesSection,
    "named": NamedSection,
    "norms": NormsSection,
    "options": OptionsSection,
    "reckoning": ReckoningSection,
    "rules": RulesSection,
    "tariff": TariffSection,
    "texts": TextsSection,
    "users": UsersSection,
    "ways": WaysSection,
}

__all__ = ["SECTIONS"]
