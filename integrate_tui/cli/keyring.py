"""`integrate keyring`: whether the keyring of the system opens an encrypted journal."""

from enum import StrEnum
from typing import Annotated

import typer

from integrate_tui.cli import output
from integrate_tui.cli.here import Here
from integrate_tui.cli.params import AsJson
from integrate_tui.safekeeping import keyrings, locking, sealing

ABOUT = (
    "Whoever sits at this machine while you are logged in can open the journal then. The keyring"
    " holds its key, and not the passphrase."
)


class Switch(StrEnum):
    """What is wanted of the keyring."""

    ON = "on"
    OFF = "off"
    STATUS = "status"


def keyring(
    ctx: typer.Context,
    switch: Annotated[
        Switch, typer.Argument(metavar="on|off|status", help="What is wanted; status if left out.")
    ] = Switch.STATUS,
    as_json: AsJson = False,
) -> None:
    """Let the system's keyring open the journal, or not.

    It is off unless it is turned on, and only the keyrings of macOS, Secret Service, libsecret,
    KWallet and Windows are used. Where one is locked or gone, the passphrase is asked for. What
    locks itself while the screens are open asks for the passphrase all the same. As JSON:
    {on, keyring}.
    """
    here: Here = ctx.obj
    journal = here.paths.journal
    if switch is Switch.ON:
        if not locking.is_encrypted(journal):
            raise sealing.not_encrypted()
        here.passphrases.may_use_keyring = False
        here.look()
        keyrings.turn_on(journal)
        output.say(f"The keyring opens the journal from now on. {ABOUT}")
    elif switch is Switch.OFF:
        if keyrings.turn_off(journal):
            output.say("The passphrase alone opens the journal.")
        else:
            output.say(
                "It is not asked any more, but the key could not be taken out of it. Look for"
                f" '{keyrings.SERVICE}' in the program that shows its content, or change the"
                " passphrase with `integrate passphrase`."
            )
    is_on = keyrings.is_on(journal)
    if as_json:
        output.show_json({"on": is_on, "keyring": keyrings.name()})
    elif switch is Switch.STATUS:
        called = keyrings.name()
        output.show(f"The keyring is {'on' if is_on else 'off'}.")
        output.say(f"There is {called} on this system." if called else "There is none here.")
