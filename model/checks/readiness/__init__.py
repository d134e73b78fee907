"""Is it ready to be handed out?

One check, one file; the catalogue names them all. They speak only when there is a page and an end:
before that nobody asks how ready a service is.
"""
