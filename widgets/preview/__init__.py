"""What will the citizen see?

The form with real controls, read from the same records as the canvas: one page, or the whole
application step by step. What is typed decides what is shown next, as it would on a platform; it
lives as long as the pane and is never part of the service.

``wording`` says every text in the language asked for, ``controls`` has one control for each kind
of answer, ``questions`` puts label, help and fault around it, ``form`` is the sheet of one page,
``ending`` what stands after the last, ``preview`` the pane with its ``switches``.

Why what is refused is not decided here (11/2026): ``model.expressions.filling`` judges, so that the
rehearsal with example citizens refuses the same answers.
"""

from widgets.preview.preview import Preview

__all__ = ["Preview"]
