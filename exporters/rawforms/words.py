"""How does text of an old form become the label of a field?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from model.commands import RawEntry, planned

LONGEST: Final = 300
_PREFIX: Final = re.compile(
    r"^(?:txt|text(?:feld|field|box)?|chk|check(?:box)?|kontrollk(?:ä|ae)stchen|cb|cbo|ddl?|"
    r"dropdown|fld|feld|field|ctl|opt|rb|radio|btn|datumsfeld|undefined)(?=[_\W\dA-ZÄÖÜ]|$)",
)
_PLACE: Final = re.compile(r"\[\d+\]|#subform|#field|#area")
_HUMP: Final = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])|(?<=[A-Za-zäöüß])(?=\d)")
_NUMBER: Final = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*|[A-Z]|[IVX]{1,4})[.)]\s+|^\d{1,2}\s+")
_SIGNED: Final = re.compile(r"(?:unterschrift|signature|dienst(?:siegel|stempel)|stempel)\b", re.I)
_SMALL: Final = re.compile(
    r"(?<=\s)(?:Zur|Zum|Und|Oder|Der|Die|Das|Des|Dem|Den|Von|Vom|Im|In|Am|An|Mit|Für|Bei|Beim)\b"
)
_FILLING: Final = re.compile(r"[_.…]{3,}|\s*[☐☑☒□■❏❑]\s*")


def clean(text: object) -> str:
    """One line without what cannot be seen, of a bearable length."""
    plain = "".join(c if c.isprintable() else " " for c in str(text).replace("\u00ad", ""))
    return " ".join(plain.split())[:LONGEST]


def as_label(text: object) -> str:
    """What stands beside a field, without the line to write on and the colon; a star behind it
    stays: it means that it must be answered.
    """
    return clean(_FILLING.sub(" ", str(text))).lstrip(" :*·•–-").rstrip(" :·•–-")


def as_heading(text: object) -> str:
    """A heading without its number: pages have numbers of their own."""
    words = as_label(text)
    return _NUMBER.sub("", words) or words


def asks_nothing(label: str) -> bool:
    """Is it a place to sign or to stamp? Then nothing is asked there."""
    return _SIGNED.match(label) is not None or not any(letter.isalnum() for letter in label)


def tidied(name: str) -> str:
    """A technical name in words: "txtVorname_2" -> "Vorname 2"."""
    last = _PLACE.sub("", name).rsplit(".", 1)[-1]
    bare = _PREFIX.sub("", last, count=1).strip("_ -.")
    words = clean(_HUMP.sub(" ", bare or last).replace("_", " "))
    words = _SMALL.sub(lambda found: found[0].lower(), words)
    return words[:1].upper() + words[1:]


def guessed(entry: RawEntry) -> RawEntry:
    """The entry with what its label tells: a star means required, "Geburtsdatum" is a date."""
    plans = planned([[entry.label]])
    if not plans:
        return replace(entry, label=clean(entry.label))
    plan = plans[0]
    template = plan.template if entry.template == "text" else entry.template
    options = entry.options or plan.options
    if template == "text" and options:
        template = "choice"
    return replace(
        entry,
        label=plan.label,
        template=template,
        options=options,
        required=entry.required or plan.required,
    )


def choice_of(options: list[str], *, many: bool = False) -> tuple[str, tuple[str, ...]]:
    """The building block for some answers, and the answers it needs: Ja and Nein are its own."""
    kept = tuple(dict.fromkeys(one for one in map(clean, options) if one))
    if {one.casefold() for one in kept} in ({"ja", "nein"}, {"yes", "no"}) and not many:
        return "yesno", ()
    if not kept:
        return ("multi" if many else "choice"), ()
    return ("multi" if many else "choice"), kept
