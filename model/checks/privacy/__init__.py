"""Is nothing asked that nobody needs?

One check, one file; the catalogue names them all.
"""
