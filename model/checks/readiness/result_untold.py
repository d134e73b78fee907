"""Finds services in which nobody tells the applicant how it ended (§ 41 VwVfG)."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Check, Found, Repair
from model.checks.reading import Reading
from model.commands import insert_on_flow
from model.document import Transaction
from model.errors import NotAllowed
from model.language import say
from model.records import End, Message, Step

_TELLING = ("mailbox", "delivery", "document")


def _find(view: Reading) -> Iterator[Found]:
    if not view.begun or view.foreign:
        return
    steps = view.of(Step)
    if not any(step.form == "office" for step in steps):
        return
    told = any(step.basis in _TELLING for step in steps)
    sent = any(message.direction == "send" for message in view.of(Message))
    if not told and not sent and not any(e.result == "message" for e in view.of(End)):
        yield Found(view.service.id, {}, (Repair("tell_result", _tell),))


def _tell(tx: Transaction) -> None:
    """The result is put into the mailbox before the last end.

    Raises:
        NotAllowed: no way leads to an end.
    """
    ends = [end for end in tx.ordered(End) if not end.parent and tx.incoming(end.id)]
    if not ends:
        raise NotAllowed(say("check.result_untold.why_not"))
    insert_on_flow(tx, "mailbox", tx.incoming(ends[-1].id)[0].id)


RESULT_UNTOLD = Check("result_untold", "hint", (Step, Message, End), whole=_find)
