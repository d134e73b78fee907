"""How is a dog registered for the dog tax in Musterstadt?

A municipal service on its own bylaw: branches by breed and size, a repeatable group of dogs, a tax
table by their number, an exemption. The town, its bylaw and all persons are invented; the acts of
the Bund and the Land are real.

The tax of several dogs is a sum, and a tariff row bears one amount (11/2026): so the first dog is
the rate and each further one a surcharge. What is decided dog by dog (large, listed breed) is
counted by a hidden number inside the group that such a dog opens.
"""

from studio.examples.building import Bench
from studio.examples.hundesteuer import cases, drawing, law, office, pages, ways

NAME = "hundesteuer"


def tell(bench: Bench) -> None:
    """The whole example, law first, picture last."""
    law.tell(bench)
    pages.tell(bench)
    office.tell(bench)
    ways.tell(bench)
    cases.tell(bench)
    drawing.draw(bench)
