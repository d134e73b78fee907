"""Is it said clearly, once, and in every language?

One check, one file; the catalogue names them all.
"""
