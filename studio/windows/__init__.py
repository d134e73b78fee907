"""Which window does the person work in, and where does everything stand in it?

``frame`` shows an empty window at once and lets ``studio.compose`` furnish it after the first
paint. ``mainwindow`` places the panes; ``sheet`` is one open document; ``filing`` opens, saves and
closes; the rest are single parts. No rule of the domain lives here.

Why docks of the toolkit (11/2026): they are moved, closed and remembered without code of ours, and
are reached by the keyboard.
Why the window is handed its choosers and its surroundings (11/2026): a test chooses a file without
a dialog, and writes settings into a folder of its own.
"""
