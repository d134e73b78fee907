"""How does long work stay off the hands of the person?

A ``Job`` runs a function in a worker thread on frozen data (a Snapshot), tells its progress after
300 ms, can be cancelled, and reports errors in one way. ``later.py`` is the only place that starts
timers, so that a test can see that none is left.

Why workers never touch a Document (11/2026): a Snapshot is safe in any thread and costs half a
millisecond.
"""
