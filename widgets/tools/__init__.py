"""How does a gesture go, from press to release?

Gestures are generators over ``Pointer``: they preview through a ``Stage`` and end with one
transaction or none. No toolkit here: the view translates mouse,
drag-and-drop and keys into pointers, so a test plays a gesture as a list.

Why generators (11/2026): a gesture is a story; its state is its place in the text, and ``finally``
clears the preview whatever ended it.
Why the keyboard sends pointers too: click-click and arrow keys go through the same story as the
drag, so they can never fall behind it.
"""
