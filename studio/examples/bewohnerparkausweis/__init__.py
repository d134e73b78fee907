"""How does a resident of Musterstadt get a parking permit?

A municipal service under federal law: entitlement by address and vehicle, a tariff inside the frame
of the GebOSt, an examination only where the case is not clear. The town and all persons are
invented; the acts, their dates and the judgment are real.

The law of the fee has four states. The records themselves are today's (11/2026), because whoever
opens the file must find a service that works; the earlier states of the norm and of the fee name
them by ``of``. What only one of those states knew (vehicle length, reduction) would be a strange
question today: it lies in a layer, with its days.
"""

from studio.examples.bewohnerparkausweis import cases, drawing, history, law, office, pages, ways
from studio.examples.building import Bench

NAME = "bewohnerparkausweis"


def tell(bench: Bench) -> None:
    """The whole example, law first, picture last; history once everything has its id."""
    law.tell(bench)
    pages.tell(bench)
    office.tell(bench)
    ways.tell(bench)
    cases.tell(bench)
    history.tell(bench)
    drawing.draw(bench)
