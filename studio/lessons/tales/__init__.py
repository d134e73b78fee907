"""Which lessons does the house bring along?

Each is told once in code, in German and English side by side, and written to ``resources/lessons``
as an ordinary script: ``python -m studio.lessons.tales``. What is German here is the content of a
lesson, not text of the program.

Why told and not recorded (11/2026): both languages stand next to each other, and when a building
block gets another name the lesson is told anew and its difference is read in one commit.
"""

from studio.lessons.tales.catalogue import TALES, tell

__all__ = ["TALES", "tell"]
