"""How is a data schema said as JSON Schema, so that a form's answers can be checked against it?

The shape is the one that FIT-Connect expects of a submission (draft 2020-12): a key is the FIM id
and version of a field or group, each stands once in ``$defs``; what may be given several times is
an array; nothing else is allowed. Pages, groups and ids are those of the data schema, so this room
builds on ``exporters.xdatenfelder``.

Why conditions are told in the report and not written (11/2026): "only if" over fields of other
groups has no place in a schema whose groups stand for themselves. What is asked under a condition
is therefore optional here, and the report names it.
Why patterns are anchored: a FIM pattern describes the whole text, JSON Schema searches inside it.
Why a list without entries becomes free text: an address alone cannot refuse an answer.
"""
