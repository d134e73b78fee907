"""Which small parts, free of any domain, do all panels share?

The bridge from the document to Qt (``hearing``), and the only places that show text (``labels``,
``notice``, ``emptyhint``).

Why one room shows all text (11/2026): Qt guesses whether a text is HTML, and then loads pictures a
foreign file names. Here text stays text; a test of the
house forbids labels, message boxes and tooltips elsewhere.
Why one bridge: a Qt object dies with its widget and with it the listening; the model needs no weak
references.
"""
