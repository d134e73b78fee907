"""How does the desk look?

Colours, spaces and sizes (``tokens``), the palette of the whole program (``theme``) and the drawn
signs (``icons``). Everybody who paints asks here.

Why a palette and no style sheet (11/2026): style sheets break the high-contrast settings of the
system and double the paint time of tables.
Why icons are paths of our own: sharp at any size and in any colour, no icon font on the start
path, no foreign licence.
"""
