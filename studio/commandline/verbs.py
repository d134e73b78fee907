"""Which verbs are there, and what do they take?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """``name`` with two dashes; ``value`` is the word that stands for its value in the help ("" =
    a switch).
    """

    name: str
    value: str = ""
    short: str = ""
    required: bool = False

    @property
    def key(self) -> str:
        """The name under which its value is handed on."""
        return self.name.lstrip("-").replace("-", "_")

    @property
    def usage(self) -> str:
        word = self.short or self.name
        text = f"{word} {self.value}" if self.value else word
        return text if self.required else f"[{text}]"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the command line; its module in this room has ``run(values) -> int``."""

    name: str
    module: str
    arguments: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()

    @property
    def usage(self) -> str:
        parts = (self.name, *self.arguments, *(option.usage for option in self.options))
        return " ".join(parts)


_OUT = Option("--output", "OUT", short="-o", required=True)
_SCHEMAS = Option("--schemas", "FOLDER")

_ALL = (
    Verb(
        "new",
        "new",
        (),
        (
            Option("--list"),
            Option("--sample", "NAME"),
            Option("--output", "OUT", short="-o"),
        ),
    ),
    Verb("open", "open", ("FILE",)),
    Verb("check", "check", ("FILE",), (Option("--json"), Option("--fim"), _SCHEMAS)),
    Verb("import", "bring_in", ("FILE",), (_OUT, _SCHEMAS)),
    Verb(
        "export",
        "export",
        ("FILE",),
        (
            Option("--target", "TARGET", required=True),
            _OUT,
            _SCHEMAS,
            Option("--sign", "KEY"),
            Option("--certificate", "CERT"),
            Option("--passphrase-file", "FILE|-"),
            Option("--signing-time", "TIME"),
        ),
    ),
    Verb(
        "verify",
        "verify",
        ("PACKAGE",),
        (Option("--trust", "CA.pem"), Option("--at", "TIME"), Option("--json")),
    ),
    Verb(
        "play",
        "play",
        ("FILE",),
        (Option("--case", "NAME"), Option("--all"), Option("--json"), Option("--generate")),
    ),
    Verb("compare", "compare", ("BEFORE", "AFTER"), (Option("--json"),)),
    Verb("merge", "merge", ("BASE", "OURS", "THEIRS"), (_OUT, Option("--json"))),
    Verb("render", "render", ("FILE",), (_OUT, Option("--theme", "light|dark"))),
    Verb("report", "report", ("FILE",), (_OUT,)),
)

VERBS: dict[str, Verb] = {verb.name: verb for verb in _ALL}
