"""Does everything rest on the law, with its deadlines and fees?

One check, one file; the catalogue names them all.
"""
