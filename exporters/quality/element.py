"""What does a quality rule look at? Elements, the places they stand in, and the lists they name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

Xml = etree._Element


@dataclass(frozen=True, slots=True)
class Law:
    """One Handlungsgrundlage."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """How an element is tied to another one."""

    predicate: str
    target: str


@dataclass(slots=True)
class ListName:
    """A code list as it is referred to; ``foreign_id`` is the C-number of 2.0."""

    urn: str
    version: str = ""
    version_uri: str = ""
    foreign_id: str = ""
    kind: str = "C"

    @property
    def at(self) -> str:
        return f"{self.urn}_{self.version}" if self.version else self.urn


@dataclass(slots=True)
class Place:
    """A struktur: how often and on which law something stands in its parent."""

    parent: Element
    inside: Element
    times: str = "1:1"
    laws: list[Law] = field(default_factory=list)
    kind: str = "P"

    @property
    def at(self) -> str:
        return self.inside.at


@dataclass(slots=True)
class Element:
    """A schema (S), group (G), field (F), rule (R) or document profile (D), version by version
    alike. ``texts``: the texts whose letters and lengths are judged, by the name of their element.
    """

    kind: str
    id: str = ""
    version: str = ""
    name: str = ""
    label: str = ""
    label_out: str = ""
    definition: str = ""
    help: str = ""
    help_out: str = ""
    laws: list[Law] = field(default_factory=list)
    status: str = ""
    status_day: str = ""
    creator: str = ""
    published: str = ""
    element_type: str = ""
    art: str | None = None
    field_kind: str = ""
    data_type: str = ""
    precision: dict[str, str] | None = None
    loose_precision: str = ""
    content: str = ""
    prefill: str = ""
    values: list[tuple[str, str, str]] | None = None
    code_list: ListName | None = None
    columns: tuple[str, ...] = ()
    max_size: str = ""
    media_types: list[str] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    keywords: list[tuple[str, str]] = field(default_factory=list)
    change_structure: str = ""
    change_look: str = ""
    profile: str = ""
    abstract: str = ""
    document_kind: str = ""
    free_text: str = ""
    texts: list[tuple[str, str]] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    rules: list[Element] = field(default_factory=list)
    owner: Element | None = None
    node: Xml | None = None

    @property
    def at(self) -> str:
        """Id and version as the portal writes them."""
        return f"{self.id}V{self.version}" if self.version else self.id

    def below(self) -> Iterator[Element]:
        """Everything inside, from the outside in; rules behind the element they belong to."""
        stack: list[Element] = [self]
        while stack:
            here = stack.pop()
            yield here
            stack += [place.inside for place in reversed(here.places)]
            stack += reversed(here.rules)


@dataclass(slots=True)
class Whole:
    """The message that is judged. ``old``: 2.0. ``codes``: the entries of the lists at hand, by
    their URN.
    """

    root: Element
    old: bool = False
    codes: dict[str, frozenset[str]] = field(default_factory=dict)
    _versions: dict[str, set[str]] = field(default_factory=dict)

    def elements(self) -> list[Element]:
        """Each element once, in the order of the message."""
        found: dict[tuple[str, str, str, int], Element] = {}
        for one in self.root.below():
            key = (one.kind, one.id, one.version, 0 if one.id else id(one))
            found.setdefault(key, one)
        return list(found.values())

    def lists(self) -> list[ListName]:
        """Each list once."""
        named = (one.code_list for one in self.root.below())
        found = {(c.urn, c.version, c.foreign_id): c for c in named if c is not None}
        return list(found.values())

    def versions(self, fim_id: str) -> set[str]:
        """In which versions an element stands in the message."""
        if not self._versions:
            for one in self.root.below():
                self._versions.setdefault(one.id, set()).add(one.version)
        return self._versions.get(fim_id, set())
