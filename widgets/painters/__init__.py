"""How is each thing drawn?

Free functions with a QPainter. They receive a look (what is to be seen: words, signs, boxes) and
ink (pens, brushes and fonts of one theme) and know neither
records nor items; so the canvas, the picture export and the tests draw with the same hand.
``table.PAINTERS`` says who draws what.

Why a look between record and painter (11/2026): finding words costs queries; it is done once a
change, not once a frame.
Why imported cards show their name alone, centred (11/2026): other tools draw 100 by 80; what we add
would hide behind the events at their edges.
Why long titles break instead of being cut: a clerk must be able to read the picture on paper,
where no tooltip helps.
"""
