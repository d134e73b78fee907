"""How does somebody order an extract of the cadastral map in Musterstadt?

A service of the cadastre office under Land law: search a parcel, order one to three items, pay,
fetch the PDF; owner data, certification and land consolidation need a person. The town, its fee
bylaw and all persons are invented; the acts are real.

There are two fees (11/2026): what the system makes is paid before, what people make is invoiced
afterwards, and a fee bears one policy. How many items are certified, large or with owner data is
counted by a hidden number inside the group that such an item opens.
"""

from studio.examples.building import Bench
from studio.examples.liegenschaftskarte import cases, drawing, law, office, pages, ways

NAME = "liegenschaftskarte"


def tell(bench: Bench) -> None:
    """The whole example, law first, picture last."""
    law.tell(bench)
    pages.tell(bench)
    office.tell(bench)
    ways.tell(bench)
    cases.tell(bench)
    drawing.draw(bench)
