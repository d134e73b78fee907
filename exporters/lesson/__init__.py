"""How does a lesson leave the house: as a click guide, and as a sheet of results?

One HTML file with its pictures inside, so that it can be mailed and opened anywhere; no script, no
address, nothing is fetched. Pictures are drawn elsewhere and handed in as bytes. Every word of a
script is escaped: it may come from anywhere.

Why results carry no name (11/2026): who wants one types it; the program knows nobody, and a sheet
that says who failed where is personal data.
"""

from exporters.lesson.guide import Guide, GuideStop, guide_html
from exporters.lesson.results import Result, Results, results_csv, results_html

__all__ = [
    "Guide",
    "GuideStop",
    "Result",
    "Results",
    "guide_html",
    "results_csv",
    "results_html",
]
