"""Who joins the rooms of the house into one program?

The roof: it alone knows model, exporters, widgets and resources, and lets them meet. It holds no
rule of the domain; it opens, saves, asks, starts long work and places the panes.

Why nothing heavy wakes here (11/2026): the frame of the window is on the screen before records,
checks and exporters are imported; the command line wakes only what its verb needs. So
``studio.main`` imports the standard library alone.
"""

__version__ = "0.1.0"
PRODUCT = "Fachwerk"
