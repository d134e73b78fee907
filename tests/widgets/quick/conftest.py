"""A real canvas with the small service on it, at 100 %, speaking German."""

from tests.widgets.canvas.conftest import canvas, german, service

__all__ = ["canvas", "german", "service"]
