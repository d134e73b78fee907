"""What will the citizen see?

The selected page as a form with real controls, read from the same records as the canvas. What is
typed here goes nowhere: it is a try-out.
"""

from widgets.preview.preview import Preview

__all__ = ["Preview"]
