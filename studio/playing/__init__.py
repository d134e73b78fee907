"""What happens in the window when a service is played (F5)?

``rehearsing`` is what the desk knows of it: one run for each sheet, started from the beginning, in
the middle, with an example citizen, or along the path of a finding. ``run`` says what comes next,
without any window; ``playing`` shows a run: the bar above the canvas, the Akte on it, the pane with
the log, and the real form for what is asked. ``showing`` plays a path that a proof found.
``course`` puts all of it into words.

Why a run is a plan and a walk (11/2026): an example citizen, a walk one has gone back in, and the
answers of a finding are all moves that may come next. Whoever wants something else does it, and the
plan is forgotten from there on.
Why the form of the preview and no own one (11/2026): what is refused here is refused on the
platform; the answers typed in the preview are at hand at once.
Why the walk is played anew after each change (11/2026): editing on stage is what it is for, and a
walk of old records would show what is no longer there.
"""

from studio.playing.rehearsing import Rehearsing

__all__ = ["Rehearsing"]
