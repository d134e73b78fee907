"""Under which variable name does a field, group, card or fee leave the house?"""

from __future__ import annotations

from collections import defaultdict

from exporters.expressions.refusal import CannotSay
from exporters.expressions.slug import slug
from model.document import Snapshot
from model.grammar import title
from model.language import say
from model.records import Fee, Field, FieldGroup, Record, Step

RESERVED = frozenset(
    # FEEL: keywords, and functions that a variable would hide.
    "if then else for in some every satisfies return between and or not null true false instance "
    "of function external date time duration today now this parent i item partial list string "
    "number get count sum min max all any product mean floor ceiling abs append concatenate "
    "contains "
    # JUEL: operators, and objects of the engine.
    "div mod eq ne lt le gt ge empty instanceof execution task externaltask caseexecution "
    "datetime authenticateduserid loopcounter nrofinstances antragsteller".split()
)
"""Words that no variable may bear; compared without regard to case."""


class Names:
    """One deterministic, speakable word per record, unique in the document.

    The answers of a group lie flat beside the others, because the conditions of an engine cannot
    look into a stored object; a repeatable group is a list of entries. Two fields of the same
    label take the name of their group or page in front. Cards are no variables: their words are
    unique among cards.
    """

    def __init__(self, view: Snapshot) -> None:
        self.view = view
        self._taken: set[str] = set()
        cards = self._distributed(Step)
        self._taken.clear()
        self._keys = {**cards, **self._distributed(Field, FieldGroup, Fee)}

    def key(self, record: str) -> str:
        """The word of a record, without the groups around it."""
        try:
            return self._keys[record]
        except KeyError:
            raise CannotSay.gone(record) from None

    def path(self, record: str, scope: str = "") -> str:
        """The word as an expression reads it; ``scope`` is the repeatable group it stands in.

        Raises:
            CannotSay: the record is gone, or a single value is read out of a list.
        """
        word = self.key(record)
        if self.list_of(record) not in ("", scope):
            raise CannotSay(say("platforms.expression.inside_list"), record)
        return word

    @property
    def service_key(self) -> str:
        """The key under which an engine knows the whole process."""
        service = self.view.service
        return slug(service.short_name or service.name, "leistung")

    def list_of(self, field: str) -> str:
        """The repeatable group a field stands in, or ""."""
        current = self.view.get(field)
        for _ in range(300):
            group = self.view.get(getattr(current, "parent", ""), FieldGroup)
            if group is None or group.repeatable:
                return group.id if group is not None else ""
            current = group
        return ""

    def free(self, wanted: str) -> str:
        """A further word, near the wanted one, that nobody has; it is taken from now on."""
        found, number = self._allowed(wanted), 2
        while found in self._taken:
            found, number = f"{wanted}_{number}", number + 1
        self._taken.add(found)
        return found

    def _distributed(self, *kinds: type[Record]) -> dict[str, str]:
        """Ids decide between equals: their order does not change when something is added."""
        records: list[Record] = []
        for kind in kinds:
            records += sorted(self.view.of(kind), key=lambda record: record.id)
        wanted: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            wanted[self._word(record)].append(record)
        keys: dict[str, str] = {}
        self._taken |= set(wanted)
        for word, bearers in wanted.items():
            if len(bearers) == 1 and self._allowed(word) == word:
                keys[bearers[0].id] = word
                continue
            if len(bearers) == 1:
                keys[bearers[0].id] = self.free(word)
                continue
            for bearer in bearers:
                keys[bearer.id] = self.free(self._longer(bearer, word))
        return keys

    def _word(self, record: Record) -> str:
        return slug(title(record) or record.id, record.kind)

    def _longer(self, record: Record, word: str) -> str:
        """The word with that of its group, page or service in front; of a card, its lane."""
        around = self.view.get(getattr(record, "parent", "") or getattr(record, "role", ""))
        front = self._word(around) if around is not None and title(around) else record.kind
        return slug(f"{front} {word}") if front != word else f"{record.kind}_{word}"

    def _allowed(self, word: str) -> str:
        return f"{word}_wert" if word in RESERVED else word
