"""How do the example citizens keep up with the service in the window?

``keeping`` hears when the checks of a document are through and says what became of every case, and
who is treated differently since the last round; ``following`` shows it in pane, notice and status
line; ``work`` does what the pane and the menu ask for; ``searching`` invents cases in a thread.

Why it waits for the checks (11/2026): they play the cases anyway, for large services in their
thread; what they found out is remembered (``model.play.changed``), so nobody plays twice.
Why the search reads a snapshot that can be taken away (11/2026): it plays hundreds of cases, six
seconds for the dog tax, and nobody shall wait for it when the window closes.
Why only the last change counts as "now treated differently" (11/2026): the notice belongs to the
step just made; undo makes it go away.
"""
