"""In which words does the house speak to people?

Below every other room, because every room has something to say. A text is never a literal: it is a
key and its values (``Message``), turned into a sentence at the moment it is shown. So a finding
computed under German is English after the switch, without being computed again.

The catalogues are data (``resources/texts``); the composition root loads them with ``use``. Without
a catalogue (pure model tests) a Message shows its key and values, so nothing hides behind a missing
file. Why not Qt's translator (11/2026): exporters, checks and the command line speak too and know
no toolkit; plural and placeholders are all we need.
"""

from model.language.current import current_language, missing_keys, speaking, use
from model.language.message import Message, say, tr

__all__ = ["Message", "current_language", "missing_keys", "say", "speaking", "tr", "use"]
