"""The commands there are, and the Typer program that is made of them.

Each command's module is imported when the command is called and not before: `integrate list` does
not pay for `integrate export`, and `--help` is written from this table alone.
"""

import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from integrate_tui import __version__
from integrate_tui.cli import output
from integrate_tui.cli.group import Group
from integrate_tui.cli.here import Here
from integrate_tui.core.text import clean_line
from integrate_tui.errors import UsageError

NAME = "integrate"


class Command(NamedTuple):
    """One command, before its module is imported."""

    name: str
    about: str
    """What it does, in a sentence."""
    module: str
    """Where it is, inside `integrate_tui.cli`."""
    function: str
    """What it is there: a function, or a Typer group with commands of its own."""


SECTIONS = {
    "Now": (
        Command("today", "Say what there is today, in words.", "today", "today"),
        Command("checkin", "Keep how it is right now.", "checkin", "check_in"),
        Command("write", "Write a page, or with a guide.", "write", "write"),
        Command("note", "Keep a quick note.", "note", "note"),
        Command("ground", "Breathe, or come back to the room.", "ground", "ground"),
        Command("measure", "Fill in a questionnaire, or see results.", "measure", "measure"),
        Command("support", "Show people and lines to turn to.", "support", "support"),
    ),
    "What you wrote": (
        Command("list", "List the newest of your journal.", "journal", "list_things"),
        Command("show", "Show one thing by its number.", "journal", "show"),
        Command("find", "Find what holds some words.", "journal", "find"),
        Command("on-this-day", "Show what you wrote on days like today.", "journal", "on_this_day"),
        Command("trends", "Say how it went, in numbers and lines.", "trends", "trends"),
        Command(
            "review", "Look back: a week, a month, or since the experience.", "review", "review"
        ),
        Command("thread", "Show what came of what.", "thread", "thread"),
        Command("link", "Put two things together by hand.", "thread", "link"),
        Command("unlink", "Take two things apart; both stay.", "thread", "unlink"),
        Command("mark", "Put tags, a stage or a star on something.", "marks", "mark"),
        Command("tags", "List your tags, rename one, drop one.", "tags", "group"),
        Command("history", "Show what something said before.", "history", "history"),
        Command("trash", "See what was deleted, and have it back.", "trash", "group"),
        Command(
            "erase",
            "Erase something for good, from the journal and its copies.",
            "erase",
            "erase",
        ),
    ),
    "What you took from it": (
        Command("experiences", "List your experiences, or add one.", "experiences", "group"),
        Command("inbox", "List what came up, or sort one thing out.", "inbox", "inbox"),
        Command(
            "insights",
            "List your insights, add one, sort one, look at one again.",
            "insights",
            "group",
        ),
        Command("themes", "List your themes, show one, put things into one.", "themes", "group"),
        Command("goals", "List goals, steps and practices, and tend them.", "goals", "group"),
        Command("boundary", "List boundaries, add one, say how one went.", "boundaries", "group"),
        Command("pattern", "List patterns, add one, say when one ran.", "boundaries", "patterns"),
        Command("values", "List what matters, add a value, rate one.", "values", "group"),
    ),
    "With others, and later": (
        Command(
            "talk",
            "List what to talk about, or print one page for a meeting.",
            "shelves",
            "talk_group",
        ),
        Command("care", "List the people who help, and when you meet.", "care", "group"),
        Command(
            "cards",
            "List your pause cards: big moves that wait for their day.",
            "shelves",
            "cards_group",
        ),
        Command(
            "container",
            "List what is parked, by its titles only.",
            "shelves",
            "container_group",
        ),
    ),
    "The program": (
        Command("export", "Take everything with you, as Markdown.", "export", "export"),
        Command("backup", "Make a verified copy of the journal.", "backups", "backup"),
        Command("restore", "List the copies, or put one back.", "backups", "restore"),
        Command("doctor", "Look the journal over, and say what is amiss.", "doctor", "doctor"),
        Command(
            "encrypt", "Give the journal a passphrase, and encrypt it.", "encrypting", "encrypt"
        ),
        Command("decrypt", "Make an encrypted journal plain again.", "encrypting", "decrypt"),
        Command(
            "passphrase",
            "Give an encrypted journal another passphrase.",
            "encrypting",
            "passphrase",
        ),
        Command(
            "recovery", "Show 24 words for paper that open the journal.", "encrypting", "recovery"
        ),
        Command("recover", "Open the journal with its 24 words.", "encrypting", "recover"),
        Command(
            "keyring", "Let the system's keyring open the journal, or not.", "keyring", "keyring"
        ),
        Command("privacy", "Say who else could read it on this machine.", "doctor", "privacy"),
        Command("packs", "Look after the text packs.", "packs", "group"),
        Command("settings", "See the settings, or change one.", "settings", "settings"),
        Command("paths", "Say where everything lies.", "settings", "paths"),
    ),
}
COMMANDS = {command.name: command for section in SECTIONS.values() for command in section}

ABOUT = """A private companion for the time after a psychedelic experience.

Without a command it opens its screens. Nothing leaves this machine: your words are in one file,
and `integrate paths` says where. It is a notebook and a timer, no medical care, and it cannot call
anyone; `integrate support` shows who can be called.

The options here come before the command (integrate --plain checkin), and -- goes before words that
start with a dash (integrate note -- -3 degrees).
"""
EXIT_CODES = """\b
Exit codes:
  0    all is well
  1    something else went wrong
  2    what was typed could not be understood, and nothing was kept
  3    the journal file could not be opened, read or written
  4    another program was writing to the journal
  5    an export could not be written
  130  stopped with Ctrl+C; what was begun is kept as a draft
  141  whoever read the output went away
"""


class Program(Group):
    """Every command, each imported when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import a command."""
        wanted = COMMANDS.get(cmd_name)
        if wanted is None:
            return None
        found = getattr(import_module(f"integrate_tui.cli.{wanted.module}"), wanted.function)
        if not isinstance(found, typer.Typer):
            function, found = found, _bare_program()
            found.command(wanted.name)(function)
        return typer.main.get_command(found)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands for `--help`, in their sections."""
        width = max(map(len, COMMANDS)) + 2
        for title, commands in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl(
                    [(command.name.ljust(width), command.about) for command in commands]
                )


def call(words: Sequence[str], here: Here) -> int:
    """Run the command that the words name, and return its exit code.

    Raises:
        IntegrateError: Something that a person is told in a sentence.
    """
    app = _bare_program(cls=Program, help=ABOUT, epilog=EXIT_CODES, add_completion=True)
    app.callback(invoke_without_command=True)(_before_the_command)
    try:
        code = typer.main.get_command(app).main(
            args=list(words), prog_name=NAME, standalone_mode=False, obj=here
        )
    except _TYPED_WRONG as error:
        raise _in_a_sentence(error) from None
    if here.kept_in is not None:
        from integrate_tui.cli.shell_history import point_out_once  # noqa: PLC0415 - as above

        point_out_once(here, words)
    return code if isinstance(code, int) else 0


def _before_the_command(
    ctx: typer.Context,
    db: Annotated[
        Path | None,
        typer.Option("--db", metavar="FILE", help="Use this journal in place of the usual one."),
    ] = None,
    packs: Annotated[
        Path | None,
        typer.Option("--packs", metavar="DIR", help="Use the text packs of this folder as yours."),
    ] = None,
    passphrase_fd: Annotated[
        int | None,
        typer.Option(
            "--passphrase-fd", metavar="N", help="Read the passphrase from this descriptor."
        ),
    ] = None,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="Ask and answer in lines of text, without screens."),
    ] = False,
    version: Annotated[bool, typer.Option("--version", help="Say which version this is.")] = False,
) -> int:
    here: Here = ctx.obj
    here.db, here.own_packs, here.plain = db, packs, plain
    if passphrase_fd is not None:
        here.passphrases.read_from(passphrase_fd)
    if packs is not None:
        _look_at_packs(here.paths.packs)
    if version:
        output.show(__version__)
        raise typer.Exit
    if ctx.invoked_subcommand is not None:
        return 0
    if plain:
        from integrate_tui.cli import first_start  # noqa: PLC0415 - as every command
        from integrate_tui.cli.today import say_today  # noqa: PLC0415 - as every command

        first_start.offer_passphrase(here)
        say_today(here)
        return 0
    from integrate_tui.cli import launch  # noqa: PLC0415 - as every command

    return launch.open_screens(here)


def _look_at_packs(folder: Path) -> None:
    """Say so if the packs folder that was named is not there.

    Raises:
        UsageError: It is no folder.
    """
    if os.path.isdir(folder):
        return
    if os.path.exists(folder):
        raise UsageError("--packs names a folder, and there is something else at that place.")
    output.say("There is no folder at the place that --packs names; only bundled packs are used.")


def _bare_program(**settings: Any) -> typer.Typer:
    return typer.Typer(
        **{"add_completion": False, **settings},
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )


_TYPED_WRONG: Any = typer.BadParameter.__base__
"""What Typer raises for words it cannot place; it has no public name of its own there."""


def _in_a_sentence(error: Any) -> UsageError:
    """Say what Typer could not place, in our own words."""
    path = error.ctx.command_path if error.ctx else NAME
    more = f"`{path} --help` says what there is."
    option = clean_line(getattr(error, "option_name", None) or "")
    if option in ("--db", "--packs", "--plain", "--passphrase-fd") and path != NAME:
        return UsageError(f"{option} comes before the command: {NAME} {option} …")
    if hasattr(error, "possibilities"):
        near = error.possibilities or []
        hint = f"Did you mean {near[0]}?" if near else more
        dash = "" if near else " Words that start with a dash go after --."
        return UsageError(f"`{path}` has no option {option}.", do=f"{hint}{dash}")
    if option:
        return UsageError(f"{option} needs something after it.", do=more)
    missing = getattr(error, "param", None)
    if missing is not None and type(error).__name__ == "MissingParameter":
        return UsageError(f"{missing.human_readable_name} is missing.", do=more)
    if "unexpected extra" in error.format_message():
        return UsageError(f"There are more words than `{path}` takes.", do=more)
    return UsageError(clean_line(error.format_message()), do=more)
