"""What did a learner do alone, with help, or not?"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from exporters.lesson.page import esc, page
from model.language import tr

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Result:
    """One stop with a task: its title, how it went (alone, helped, shown, skipped, "" = open), and
    how often it was checked in vain.
    """

    title: str
    state: str
    failures: int = 0


@dataclass(frozen=True)
class Results:
    """A lesson that was played. ``name`` is what the learner typed, "" when nothing."""

    title: str
    stops: tuple[Result, ...]
    name: str = ""

    @property
    def solved(self) -> int:
        """How many tasks the learner has done."""
        return sum(stop.state in ("alone", "helped") for stop in self.stops)


def results_html(results: Results) -> bytes:
    """The sheet as a page to print or keep."""
    return page(tr("lesson.results.title", name=results.title), _body(results))


def results_csv(results: Results) -> bytes:
    """The sheet as a table, as office programs in Germany read it: semicolons, with a mark of the
    encoding. No cell begins a formula.
    """
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    head = [tr(f"lesson.results.{one}") for one in ("stop", "state", "failures")]
    lesson = tr("lesson.results.lesson")
    rows.writerow([lesson, *head, *([tr("lesson.results.name")] if results.name else [])])
    for stop in results.stops:
        row = [results.title, stop.title, _state(stop), str(stop.failures)]
        rows.writerow([_cell(one) for one in (*row, *([results.name] if results.name else []))])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _body(results: Results) -> Iterator[str]:
    yield f"<h1>{esc(tr('lesson.results.title', name=results.title))}</h1>"
    said = tr("lesson.results.sum", n=results.solved, of=len(results.stops))
    named = tr("lesson.results.by", name=results.name) if results.name else ""
    yield f'<p class="about">{esc(" · ".join(filter(None, (named, said))))}</p>'
    head = (tr(f"lesson.results.{one}") for one in ("stop", "state", "failures"))
    yield "<table><thead><tr>" + "".join(f"<th>{esc(one)}</th>" for one in head)
    yield "</tr></thead><tbody>"
    for stop in results.stops:
        cells = (stop.title, _state(stop), str(stop.failures))
        yield "<tr>" + "".join(f"<td>{esc(one)}</td>" for one in cells) + "</tr>"
    yield "</tbody></table>"


def _state(stop: Result) -> str:
    return tr(f"lesson.state.{stop.state or 'open'}")


def _cell(words: str) -> str:
    return f"'{words}" if words.startswith(_DANGEROUS) else words
