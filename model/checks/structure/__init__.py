"""Can a case begin, go on and end?

One check, one file; the catalogue names them all.
"""
