"""How does a card become a form that a task list can show?

One form-js schema per card that has rows: the page of an applicant or the step of a clerk, with
its own questions and, read-only, the answers it uses from elsewhere. form-js itself is not part of
the product; it judges in the tests.

Why 16 unless a file is asked for (11/2026): schema version 16 is what the oldest supported task
list draws; only the file picker needs 19.
Why amounts are numbers although form-js offers text for them: a condition or a tariff has to
compare them.
Why the fixed sentences of a form follow the language of the service and not that of the desk: the
same service gives the same bytes on every desk.
What form-js cannot say (a rule over several answers, a question that becomes mandatory, the size of
a file, the highest number of entries) stands in the report, never in silence.
"""

from exporters.forms.schema import Form, forms_of
from exporters.forms.wording import spoken

__all__ = ["Form", "forms_of", "spoken"]
