"""How is a service said in BPMN 2.0, and how does a foreign process become a service?

``write`` (target "bpmn"), ``read_bpmn``, and for the writers of engines ``build`` and
``serialise``: meaning first
(``semantics``), then the picture (``diagram``), then the bytes (``writer``); see ``description``
for what they may add.

Why a foreign file is patched and not rebuilt (11/2026): other readers lose documentation, vendor
elements and unknown
parts by rebuilding; here the source is read again, compared with the records by id, and only what
a person changed is
touched. An unedited export is the source's own text.
Why gateways are inserted at export only: on the canvas the question stands on the card, which
clerks understand without
a sign for it; BPMN readers and linters want the sign.
Why a kept file bears the number of its reading: what is read grows (events, repetitions and what
is worked with since 11/2026), and a service imported before must be compared with what it was given
then, or an unedited export would differ everywhere. ``survey`` reads as each of these programs did.
Why an element may become one of any kind: its id, its vendor's parts and its place stay;
what the new kind may not have leaves (``patch_kind``) and is told.
Why fields are words in ``documentation`` and not data objects: a process of forty fields would
drown in paper icons. Data objects are those that somebody drew, or that a step of an undrawn file
works with.
Why a read thing gets a "__targetRef_placeholder": BPMN wants a place to read into, and that is the
one which the tools of bpmn.io make and hide.
Why a straight imported way has its middle as a bend, and messages have their ends: the picture is
then the one of the source.
Why a note about a field is tied to its card: BPMN has no shape for a field; the note's text stays.
Why side and page are guessed from the lane's name: BPMN has no word for the applicant (see
``sides``).
"""

from exporters.bpmn.description import Description, Event, Flow, Node
from exporters.bpmn.semantics import build
from exporters.bpmn.writer import serialise, write

__all__ = ["Description", "Event", "Flow", "Node", "build", "serialise", "write"]
