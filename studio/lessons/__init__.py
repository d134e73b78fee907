"""How does a script (Drehbuch) become a talk, a lesson, a test and a click guide?

``begin`` plays a script on a copy that lives in memory: nothing is asked, nothing is kept, and one
key brings the start back, byte for byte. ``lesson`` goes along with the person, stop by stop; what
was done is read from the document. ``stage`` has the presenter's aids. ``recording`` writes stops
from what is seen and done, ``guide`` draws them for paper, ``book`` reads and writes scripts that
stand beside a document, and those the house brings along.

Why a script beside a document is a file of the same kind of lines (11/2026): one reader with one
set of limits, and what a newer program adds is kept. It holds scripts, stops and their wordings and
nothing else; it can ask for the deeds of a closed list and run nothing.
Why a lesson may begin on an empty service (11/2026): its ids are counted, so a stop can point at
what the lesson itself has made, in every language.
Why going back shows the stop but leaves the service (11/2026): a trainer who explains something
again must not lose what the audience has just built; a button takes it back to the stop.
"""

from studio.lessons.begin import begin, present
from studio.lessons.book import Book, read_book, shipped_books, write_book
from studio.lessons.lesson import Lesson

__all__ = ["Book", "Lesson", "begin", "present", "read_book", "shipped_books", "write_book"]
