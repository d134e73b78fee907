"""How is the command line explained?"""

from __future__ import annotations

from model.language import tr
from studio.commandline.verbs import VERBS, Verb

_WIDTH = 30
_NAME = "fachwerk"


def general_help() -> str:
    """The page of ``fachwerk --help``."""
    lines = [tr("cli.about"), "", tr("cli.usage"), _line(f"{_NAME} [FILE]", tr("cli.verb.studio"))]
    lines.append(_line(f"{_NAME} --sample NAME", tr("cli.verb.sample")))
    for verb in VERBS.values():
        lines.append(_line(f"{_NAME} {verb.usage}", tr(f"cli.verb.{verb.name}")))
    lines += ["", tr("cli.general_options")]
    for option, key in (
        ("--language de|en", "language"),
        ("--help", "help"),
        ("--version", "version"),
    ):
        lines.append(_line(option, tr(f"cli.option.{key}")))
    lines += ["", tr("cli.more"), "", tr("cli.exit_codes"), _codes()]
    return "\n".join(lines)


def verb_help(verb: Verb) -> str:
    """The page of ``fachwerk VERB --help``."""
    lines = [f"{_NAME} {verb.usage}", "", tr(f"cli.verb.{verb.name}")]
    if verb.options:
        lines += ["", tr("cli.options")]
    for option in verb.options:
        names = ", ".join(part for part in (option.short, option.name) if part)
        lines.append(_line(f"{names} {option.value}".rstrip(), tr(_option_key(verb, option.key))))
    if verb.name == "export":
        lines += ["", tr("cli.targets"), *_targets()]
    return "\n".join(lines)


def _option_key(verb: Verb, key: str) -> str:
    return f"cli.option.{verb.name}.{key}" if key in ("output", "json") else f"cli.option.{key}"


def _targets() -> list[str]:
    from exporters.registry import all_targets

    return [_line(target.key, str(target.title)) for target in all_targets().values()]


def _codes() -> str:
    return "\n".join(_line(str(code), tr(f"cli.exit.{code}")) for code in range(4))


def _line(left: str, right: str) -> str:
    if len(left) > _WIDTH:
        return f"  {left}\n  {'':<{_WIDTH}}  {right}"
    return f"  {left:<{_WIDTH}}  {right}"
