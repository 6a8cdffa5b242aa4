"""The first start in words: a passphrase is offered, once, and can wait."""

import os

from integrate_tui.cli import output
from integrate_tui.cli.here import Here, is_interactive
from integrate_tui.errors import UsageError

_OFFER = (
    "This is the first start. Everything will be in one file on this machine, and whoever can copy"
    " the file can read it, unless it has a passphrase."
)
_LATER = "`integrate encrypt` does it at any time."


def offer_passphrase(here: Here) -> None:
    """Offer a passphrase where there is no journal yet, and a person to say yes or to go on."""
    if os.path.lexists(here.paths.journal) or here.passphrases.are_given or not is_interactive():
        return
    output.say(_OFFER)
    if not output.is_confirmed("Give it a passphrase now? (yes; enter for later)"):
        output.say(_LATER)
        return
    from integrate_tui.cli.encrypting import give_passphrase  # noqa: PLC0415 - once in a life

    here.writing()
    try:
        give_passphrase(here, words=output.is_confirmed("Draw six words for it? (yes)"))
    except UsageError as error:  # it can be tried again, and the day is shown all the same
        output.say(str(error))
        output.say(_LATER)
