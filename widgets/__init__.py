"""What does a person see and touch?

The storey of people: look (colour and space), basics (small parts without domain), the canvas with
its items, painters and tools, and the panels around it.
It reads the model and changes it through ``model.commands``; exporters are unknown here.

Why no toolkit in ``tools`` (11/2026): a gesture is a story of pointers; told without Qt it can be
tested as a list.
"""
