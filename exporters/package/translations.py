"""How do the words of a service travel, so that somebody can translate or check them?"""

from __future__ import annotations

import json

from exporters.artifact import Artifact
from model.document import Snapshot
from model.records import Script, Stop, Text

_SLOTS = ("label", "name", "help", "content", "error_text", "message", "text", "description")
_KINDS = frozenset(
    {"service", "module", "step", "field", "group", "option", "rule", "evidence", "start", "end"}
)


def translations(view: Snapshot) -> list[Artifact]:
    """One file per language: "<record>.<slot>" -> text, sorted. What a trainer says at the stops of
    a script is no text of the service.
    """
    languages = view.service.languages or ("de",)
    words: dict[str, dict[str, str]] = {language: {} for language in languages}
    own = words[languages[0]]
    for record in view:
        if record.kind in _KINDS and not record.of:
            own |= {
                f"{record.id}.{slot}": str(text)
                for slot in _SLOTS
                if (text := getattr(record, slot, ""))
            }
    for text in view.of(Text):
        if isinstance(view.get(text.parent), Script | Stop):
            continue
        words.setdefault(text.language, {})[f"{text.parent}.{text.slot}"] = text.text
    return [_file(language, found) for language, found in sorted(words.items()) if found]


def _file(language: str, words: dict[str, str]) -> Artifact:
    content = {"sprache": language, "texte": dict(sorted(words.items()))}
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    name = f"text/texte-{language.lower()}.json"
    return Artifact(name, "application/json", text.encode(), "text")
