"""Where does a person begin?

Left "Neu", middle the worked examples with their pictures, right what was open last; on top, when
there is any, the work that a crash left behind. No account, no choice of a platform, no path: one
click and one is in a service.

Why the data are handed in (11/2026): the page knows neither files nor settings; it shows lists and
says what was chosen.
"""

from widgets.start.page import RecentFile, SampleCard, StartPage, Unsaved

__all__ = ["RecentFile", "SampleCard", "StartPage", "Unsaved"]
