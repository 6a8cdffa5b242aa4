"""What is typed after a command stays in the history of a shell: said once, and never again."""

import sys
from collections.abc import Sequence

from integrate_tui.cli import output
from integrate_tui.cli.here import Here
from integrate_tui.errors import IntegrateError

WORDS = (
    "What you type after a command stays in the history of your shell, where others could read it."
    " `integrate note -` and `integrate write --text -` take your words from the keyboard instead;"
    " Ctrl+D ends them. This is said only once."
)
_SETTING, _SAID = "shell-history", "said"
_TAKES_WORDS = ("note",)
"""Commands whose arguments are words, quoted or not."""
_DATES = ("--at", "--when", "--since", "--until", "--next", "--day", "--planned", "--on")


def point_out_once(here: Here, words: Sequence[str]) -> None:
    """Say where words that were just kept are as well, to a person who was not told before.

    Args:
        here: The run, after its command.
        words: What was typed after the program's name.
    """
    if not (output.is_terminal(sys.stdin) and output.is_terminal(sys.stderr)):
        return
    workspace = here.kept_in
    if workspace is None or not holds_words(words):
        return
    try:
        if workspace.settings.get(_SETTING) == _SAID:
            return
        workspace.settings.remember(_SETTING, _SAID)
    except IntegrateError:
        return  # it is said the next time
    output.say()
    output.say(WORDS)


def holds_words(words: Sequence[str]) -> bool:
    """Tell whether what was typed after the program's name holds words of a person.

    A phrase does, unless it is a date, and so do the words of a note.
    """
    before, *_ = [*(word for word in words if not word.startswith("-")), ""]
    if before in _TAKES_WORDS:
        rest = [word for word in words[words.index(before) + 1 :] if word != "--"]
        return any(word != "-" and not word.startswith("--") for word in rest[:1])
    options = ("", *words)
    return any(
        len(word.partition("=")[2].split() if word.startswith("--") else word.split()) > 1
        and option not in _DATES
        and not word.startswith(tuple(f"{date}=" for date in _DATES))
        for option, word in zip(options, words, strict=False)
    )
