"""How does one verb run from its words to its exit code?"""

from __future__ import annotations

import gc
import sys
from importlib import import_module

from model.errors import FachwerkError
from model.language import say
from studio.commandline.helptext import verb_help
from studio.commandline.verbs import VERBS, Option, Verb

Values = dict[str, str]
"""What was said: arguments by their word ("FILE"), options by their name ("output"); a switch has
"yes".
"""

LACKING_CODES = ("TARGET-MISSING", "ENV")


def run_verb(name: str, arguments: list[str]) -> int:
    """Run a verb; refusals become one sentence on stderr and exit code 2 (3 when the environment
    lacks something).
    """
    verb = VERBS[name]
    if "--help" in arguments or "-h" in arguments:
        print(verb_help(verb))
        return 0
    try:
        values = parse(verb, arguments)
        # A verb is short: nothing it makes is garbage before it ends (a tenth of its time).
        gc.disable()
        code: int = import_module(f"studio.commandline.{verb.module}").run(values)
    except FachwerkError as refused:
        print(refused, file=sys.stderr)
        return 3 if refused.code in LACKING_CODES else 2
    except BrokenPipeError:  # the reader of our output has gone (| head)
        sys.stdout = None
        return 0
    except OSError as failed:
        print(_about_the_disk(failed), file=sys.stderr)
        return 2
    except ModuleNotFoundError as missing:
        print(say("cli.lacking", name=missing.name or ""), file=sys.stderr)
        return 3
    finally:
        gc.enable()
    return code


def parse(verb: Verb, arguments: list[str]) -> Values:
    """The values of a verb's words.

    Raises:
        FachwerkError: a word is missing, unknown or one too many.
    """
    values: Values = {}
    plain: list[str] = []
    words = iter(arguments)
    for word in words:
        name, has_value, text = word.partition("=")
        option = next((o for o in verb.options if name in (o.name, o.short)), None)
        if option is not None:
            values[option.key] = _value(verb, option, text if has_value else None, words)
        elif word.startswith("-") and len(word) > 1:
            raise _misuse(verb, "cli.unknown_option", option=word)
        else:
            plain.append(word)
    if len(plain) > len(verb.arguments):
        raise _misuse(verb, "cli.too_much", word=plain[len(verb.arguments)])
    values.update(zip(verb.arguments, plain, strict=False))
    for word in verb.arguments:
        if word not in values:
            raise _misuse(verb, "cli.missing", word=word)
    for option in verb.options:
        if option.required and option.key not in values:
            raise _misuse(verb, "cli.missing", word=option.usage)
    return values


def _value(verb: Verb, option: Option, given: str | None, words: object) -> str:
    if not option.value:
        return "yes"
    text = given if given is not None else next(words, "")  # type: ignore[call-overload]
    if not text:
        raise _misuse(verb, "cli.no_value", option=option.name)
    return str(text)


def _misuse(verb: Verb, key: str, **values: str) -> FachwerkError:
    return FachwerkError(
        say(key, **values), todo=say("cli.see_usage", usage=f"fachwerk {verb.usage}")
    )


def _about_the_disk(failed: OSError) -> FachwerkError:
    """A refusal of the operating system in a sentence."""
    reason = failed.strerror or type(failed).__name__
    return FachwerkError(
        say("cli.disk", reason=reason),
        where=str(failed.filename or ""),
        todo=say("cli.disk.todo"),
    )
