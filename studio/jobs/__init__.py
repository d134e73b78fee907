"""How does long work stay off the hands of the person?

A ``Job`` runs a function in a worker thread on frozen data (a Snapshot), tells its progress after
300 ms, can be cancelled, and reports errors in one way. ``later.py`` is the only place that starts
timers, so that a test can see that none is left.

Why only large documents are checked in a thread (11/2026): a round over what was touched takes 2 ms
in a small one; with 10 000 nodes a full round takes half a second. While it runs threads change
turns every half millisecond and the collector rests: measured, those two made the window stand
still (``python -m tests.bench.heartbeat``).

Why workers never touch a Document (11/2026): a Snapshot is safe in any thread and costs half a
millisecond.
"""
