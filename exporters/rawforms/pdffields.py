"""Which fields does a PDF form have, and where do they stand?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from exporters.rawforms.refusal import MOST_ENTRIES, refused
from model.geometry import Rect

if TYPE_CHECKING:
    from pypdf import PdfReader

_DEEPEST: Final = 32
_MOST_NODES: Final = 20_000
_MOST_SCRIPT: Final = 20_000
_INHERITED: Final = ("/FT", "/Ff", "/Opt", "/MaxLen", "/TU")


@dataclass(frozen=True)
class Place:
    """Where a field is filled in: the page (from 1, 0 = unknown), the box (measured from the lower
    edge of the page, as PDF does), and the answer it stands for (radio buttons).
    """

    page: int
    box: Rect
    state: str = ""
    tip: str = ""


@dataclass
class PdfField:
    """A field of the form, as the file says it."""

    name: str
    type: str
    flags: int = 0
    tip: str = ""
    options: list[str] = field(default_factory=list)
    max_length: int | None = None
    script: str = ""
    places: list[Place] = field(default_factory=list)

    def has(self, bit: int) -> bool:
        """Is the flag of that number (from 1, as the standard counts) set?"""
        return bool(self.flags & (1 << (bit - 1)))


class Seen:
    """The form part of a file."""

    def __init__(self, reader: PdfReader) -> None:
        self.form: Any = _dict(_dict(reader.trailer.get("/Root")).get("/AcroForm"))

    @property
    def has_xfa(self) -> bool:
        """Is there a form of the other kind in the file?"""
        return "/XFA" in self.form

    def xfa_template(self) -> bytes:
        """The XML that says which fields the form of the other kind has; b"" when there is none.

        It is one stream, or a list of names and streams.
        """
        held = self.form.get("/XFA")
        parts = _list(held)
        names = [str(part.get_object()) for part in parts[::2]]
        found = parts[1::2][names.index("template")] if "template" in names else held
        stream: Any = found.get_object() if found is not None else None
        return bytes(stream.get_data()) if hasattr(stream, "get_data") else b""

    @property
    def roots(self) -> list[Any]:
        """The fields that stand at the top."""
        return _list(self.form.get("/Fields"))


def fields_of(reader: PdfReader, name: str) -> list[PdfField]:
    """The fields a person fills in, in the order of the file.

    Raises:
        RawRefused: more than any honest form has.
    """
    pages = _pages_of(reader)
    found = list(_walk(Seen(reader).roots, pages, name))
    if len(found) > MOST_ENTRIES:
        raise refused("RAW-TOO-MANY", name, n=MOST_ENTRIES)
    return found


def _walk(roots: list[Any], pages: dict[int, int], name: str) -> Iterator[PdfField]:
    """Every field below; without recursion, and each node once."""
    waiting = [(node, "", dict[str, Any](), 0) for node in reversed(roots)]
    seen: set[int] = set()
    nodes = 0
    while waiting:
        raw, prefix, above, depth = waiting.pop()
        number = getattr(raw, "idnum", 0)
        if number and number in seen:
            continue
        seen.add(number)
        nodes += 1
        if nodes > _MOST_NODES or depth > _DEEPEST:
            raise refused("RAW-TOO-MUCH", name)
        node = raw.get_object()
        if not hasattr(node, "get"):
            continue
        here = above | {key: node[key] for key in _INHERITED if key in node}
        own = _text(node.get("/T"))
        full = ".".join(part for part in (prefix, own) if part)
        kids = _list(node.get("/Kids"))
        fields = [kid for kid in kids if "/T" in _dict(kid)]
        if fields:
            waiting += [(kid, full, here, depth + 1) for kid in reversed(fields)]
        elif "/FT" in here:
            yield _field(node, kids, full, here, pages, number)


def _field(
    node: Any, kids: list[Any], name: str, here: dict[str, Any], pages: dict[int, int], number: int
) -> PdfField:
    widgets = [(getattr(kid, "idnum", 0), _dict(kid)) for kid in kids] or [(number, node)]
    return PdfField(
        name,
        str(here["/FT"]),
        _number(here.get("/Ff")) or 0,
        _text(here.get("/TU")),
        [_option(one) for one in _list(here.get("/Opt"))],
        _number(here.get("/MaxLen")),
        _script(node),
        [_place(one, widget, pages) for one, widget in widgets if "/Rect" in widget],
    )


def _place(number: int, widget: Any, pages: dict[int, int]) -> Place:
    corners = [float(value) for value in _list(widget.get("/Rect"))[:4]]
    page = pages.get(number) or pages.get(-_id(widget.raw_get("/P") if "/P" in widget else None), 0)
    if len(corners) < 4:
        return Place(page, Rect(0, 0, 0, 0))
    left, right = sorted((corners[0], corners[2]))
    low, high = sorted((corners[1], corners[3]))
    box = Rect(left, low, right - left, high - low)
    return Place(page, box, _state(widget), _text(widget.get("/TU")))


def _state(widget: Any) -> str:
    """What a button says when it is on."""
    looks = _dict(_dict(widget.get("/AP")).get("/N"))
    return next((str(key)[1:] for key in looks if str(key) != "/Off"), "")


def _pages_of(reader: PdfReader) -> dict[int, int]:
    """The number of an annotation -> its page; minus the number of a page -> itself."""
    found: dict[int, int] = {}
    for place, page in enumerate(reader.pages, 1):
        reference = page.indirect_reference
        if reference is not None:
            found[-reference.idnum] = place
        for annotation in _list(page.get("/Annots")):
            if number := _id(annotation):
                found[number] = place
    return found


def _script(node: Any) -> str:
    """The text of the scripts that format a field; it is only searched for words."""
    texts = []
    for key in ("/F", "/K"):
        action = _dict(_dict(node.get("/AA")).get(key))
        words = action.get("/JS")
        words = words.get_object() if words is not None else ""
        raw = words.get_data() if hasattr(words, "get_data") else words
        said = raw.decode("latin-1") if isinstance(raw, bytes) else str(raw)
        texts.append(said[:_MOST_SCRIPT])
    return " ".join(texts)


def _option(value: Any) -> str:
    """What a person reads of an answer: the second of the pair (export value, words)."""
    plain = value.get_object()
    if isinstance(plain, list):
        return _text(plain[-1]) if plain else ""
    return _text(plain)


def _list(value: Any) -> list[Any]:
    plain = value.get_object() if value is not None else None
    return list(plain) if isinstance(plain, list) else []


def _dict(value: Any) -> Any:
    plain = value.get_object() if value is not None else None
    return plain if hasattr(plain, "get") else {}


def _text(value: Any) -> str:
    plain = value.get_object() if value is not None else ""
    if isinstance(plain, bytes):
        return plain.decode("latin-1")
    return str(plain) if isinstance(plain, str) else ""


def _number(value: Any) -> int | None:
    plain = value.get_object() if value is not None else None
    return int(plain) if isinstance(plain, int) else None


def _id(value: Any) -> int:
    return int(getattr(value, "idnum", 0))
