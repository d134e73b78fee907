"""How does the tariff of a fee become a decision table that an engine evaluates?

DMN 1.3 with FEEL cells, hit policy FIRST, types string, number, boolean and date: the common core
of the engines. A condition that is a row of single comparisons becomes cells; any other becomes a
column of its own that asks the whole condition, so nothing has to be refused for its shape.

Why surcharges and reductions are decisions of their own (11/2026): the hit policy that sums up is
not in the common core, and a table of all combinations is unreadable. One decision per row answers
whether it applies; the decision of the fee joins them the way the product itself reckons: the rate
or a lower reduction, plus surcharges; nothing when an exemption applies.
Why units, months, bounds and rounding are a formula over the table (11/2026): no hit policy knows
them, and the engine must come to the very cent the product explains. What no table can do, the
price of each entry of a list by its own answers, fails the export.
"""

from exporters.dmn.charge import is_decided
from exporters.dmn.writer import DecisionFile, decisions_of

__all__ = ["DecisionFile", "decisions_of", "is_decided"]
