"""Can the form be filled in?

One check, one file; the catalogue names them all.
"""
