"""From which words are the worked examples made?

Three public services of an invented town, told once in code and written as ordinary documents to
``resources/samples``: dog tax (branches, a repeatable group, a tax table), resident parking permit
(an entitlement, a fee frame, law that changed) and an extract of the cadastral map (order, pay,
fetch).

Why a script and not a saved drawing (11/2026): when a kind of record gains a field, the samples are
told anew and their difference is read in one commit. Ids are counted, so every run writes the same
bytes. ``building`` holds the words (a page, a question, a norm), each of them a command of the
model; every example keeps its pages, its office, its law and its picture apart, because these
change for different reasons. What is German here is the content of a document, not text of the
program; the English wording stands right beside it, so that nobody forgets one of the two.
"""
