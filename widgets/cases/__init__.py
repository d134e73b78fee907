"""How do example citizens (Beispielfälle) look: listed, judged, answered for, compared?

``panel`` is the pane: the list at the left, at the right what became of the chosen case
(``result``), what it answers (``answers``), two cases beside each other (``comparing``) or what no
case has reached (``unreached``, with its hatching on the canvas in ``veil``). Nothing here plays:
the studio brings what came out and hears what was pressed.

Why answers stand in the controls of the form (11/2026): who fills in a case sees the same choices
as the citizen, and nobody learns codes.
Why a verdict is a word beside its sign (11/2026): red and green look alike to one man in twelve.
Why an edit of an answer plays that one case again (11/2026): the others rest on the same ground.
"""

from widgets.cases.panel import CasesPanel
from widgets.cases.veil import Veil

__all__ = ["CasesPanel", "Veil"]
