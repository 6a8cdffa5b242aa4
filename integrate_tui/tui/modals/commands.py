"""The palette of commands, which closes once however many keys come at once."""

from textual.command import CommandPalette

from integrate_tui.tui.once import LeftOnce


class Commands(CommandPalette, LeftOnce[None]):
    """Every command by its name."""

    AUTO_FOCUS = "CommandInput"
    HELP = "Type a part of a command's name, and Enter. Escape goes back."
