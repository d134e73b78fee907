"""What does a service say, word for word, and where is something said?

Every record has its sayings (``sayings``): names, help, documentation, conditions as sentences,
amounts, deadlines, citations, ids. ``told`` reads them aloud in order, for people who do not see
the picture and for plain text elsewhere; ``Finder`` looks for words in them.

Why one list of sayings serves both (11/2026): what can be read can be found, and nothing is found
that nobody could read.
Why the search folds twice (11/2026): "ü" is typed as "u" and as "ue". Folding "ue" to "u" in the
text would lose "Bauerlaubnis"; so the text is kept in both spellings, and a word may match either.
"""

from model.reading.finder import Finder, Hit, search
from model.reading.sayings import Saying, sayings
from model.reading.told import told

__all__ = ["Finder", "Hit", "Saying", "sayings", "search", "told"]
