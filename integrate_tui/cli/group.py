"""How commands are gathered under a word, so that a mistyped one gets a suggestion.

Typer carries its own copy of click and changes where it lies from release to release; so nothing
here imports click, and what its types are called is left open.
"""

from typing import Any

import typer
from typer.core import TyperGroup

from integrate_tui.core.text import clean_line, did_you_mean
from integrate_tui.errors import UsageError


class Group(TyperGroup):
    """Several commands under one word."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the next word names.

        Raises:
            UsageError: There is none of that name.
        """
        names = self.list_commands(ctx)
        if args[0] not in names:
            typed = clean_line(args[0])
            listed = f"There are {', '.join(names)}." if len(names) < 12 else ""
            hint = did_you_mean(typed, names) or listed or f"`{ctx.command_path} --help` lists all."
            raise UsageError(f"`{ctx.command_path}` has no command '{typed}'.", do=hint)
        return super().resolve_command(ctx, args)


def new_group() -> typer.Typer:
    """Return a word that is a command by itself and has others under it.

    What it says of itself is the docstring of its callback.
    """
    return typer.Typer(
        cls=Group,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
    )
