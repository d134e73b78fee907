"""How does somebody learn the three handgrips of the desk in two minutes?

An exercise is a copy of a sample with a line above it that asks for one thing at a time: append a
step, make an answer required, export. Whether it was done is read from the document, not from the
clicks, so every way of doing it counts: mouse, keys, table or menu.

Why on a copy that is never asked about (11/2026): trainers repeat an exercise twenty times a day; a
question whether to save the result is noise. Who wants to keep it saves it like any other service.
"""

from studio.exercise.exercise import Exercise, begin

__all__ = ["Exercise", "begin"]
