"""How does a gesture go, from press to release?

Gestures are generators over ``Pointer``: they preview through a ``Stage`` and end with one
transaction or none. No toolkit here: the view translates mouse,
drag-and-drop and keys into pointers, so a test plays a gesture as a list.

Why generators (11/2026): a gesture is a story; its state is its place in the text, and ``finally``
clears the preview whatever ended it.
Why the keyboard sends pointers too: click-click and arrow keys go through the same story as the
drag, so they can never fall behind it.
Why a registry of gestures (11/2026): nobody must drag (WCAG 2.5.7). ``registry`` names the clicks
and the keys that do the same, and a test does each gesture by all its ways.
Why modes and not only keys held down: hand, lasso and space tool stay until Esc, so that one hand,
a switch or the arrow keys suffice.
Why the grid wins while it is seen: who sees dots expects that things land on them; unseen, the
neighbours pull first.
"""
