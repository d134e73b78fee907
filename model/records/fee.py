"""What does it cost?"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from model.records.base import NESTED, Child, Ref
from model.records.expression import Expression


class Fee(Child):
    """Money that is due (Gebühr, Steuer). ``parent`` is the service; a payment step names its fee.

    ``form``: fixed = ``amount``; table = its TariffRows decide, first that fits; frame = between
    ``minimum`` and ``maximum``; free = nothing is due. Amounts in ``currency``. ``per`` is the
    period or unit ("Jahr", "Ausfertigung").

    ``each``: a repeatable group, each entry of which is charged. ``times``: how many units.
    ``months``: how many twelfths of a yearly fee are due. A fee that is not a frame is never below
    ``minimum`` nor above ``maximum``. ``round_to``: the step it is rounded to (0.10, 1; None =
    cents).
    """

    kind: Literal["fee"] = "fee"
    name: str = ""
    form: Literal["fixed", "table", "frame", "free"] = "fixed"
    amount: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    currency: str = "EUR"
    per: str = ""
    policy: Literal["", "inactive", "optional", "mandatory", "later"] = ""
    each: Ref = ""
    times: Annotated[Expression | None, NESTED] = None
    months: Annotated[Expression | None, NESTED] = None
    round_to: Decimal | None = None
    rounding: Literal["half_up", "down", "up"] = "half_up"


class TariffRow(Child):
    """One row of a fee's table: ``when`` None = always.

    ``effect``: rate = the amount; surcharge = added to it; reduction = replaces it when lower;
    exemption = nothing due. ``times``: the amount is the price of one unit, this their number.
    ``percent``: a surcharge or reduction says its amount in percent of the rate.
    """

    kind: Literal["tariff_row"] = "tariff_row"
    label: str = ""
    when: Annotated[Expression | None, NESTED] = None
    amount: Decimal = Decimal(0)
    effect: Literal["rate", "surcharge", "reduction", "exemption"] = "rate"
    times: Annotated[Expression | None, NESTED] = None
    percent: bool = False
