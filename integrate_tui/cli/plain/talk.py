"""A conversation in lines of text: what is said on stdout, what is answered on stdin.

Everything that is read is cleaned. The end of the input is no fault: whoever asks is told, and
keeps what there is.
"""

import io
import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Literal

from integrate_tui.cli import output
from integrate_tui.cli.here import Here, is_interactive
from integrate_tui.cli.support import say_support
from integrate_tui.core.answers import Answer
from integrate_tui.core.known import Known
from integrate_tui.core.text import clean, did_you_mean
from integrate_tui.own import known
from integrate_tui.workspace import Workspace

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[@-_])")
_COMMAND = re.compile(r":[A-Za-z]+")


class Said(StrEnum):
    """What may be said in place of an answer."""

    BACK = ":back"
    SKIP = ":skip"
    ANGLE = ":angle"
    GROUND = ":ground"
    SUPPORT = ":support"
    HELP = ":help"
    LEAVE = ":leave"
    QUESTIONS = ":questions"
    FRAGMENTS = ":fragments"
    DONE = "."
    """Ends an answer of many lines."""


Decision = bool | Literal[Said.LEAVE] | None
"""What came of a question with two answers: `LEAVE` or None where nothing was decided."""

HELP = """:back goes to the question before.
:skip goes on without an answer.
:angle asks the same thing another way.
:ground opens an exercise and comes back here.
:support shows people and lines to turn to.
:leave ends here; what there is stays as a draft.
:help says this again.
A line that is to begin with one of these words, or to be a single dot, takes a \\ before it."""
HELP_IN_GUIDES = """:questions lists all questions, to go to any of them.
:fragments takes the answer in fragments, a line each, or as a page again."""
_IN_GUIDES = frozenset({Said.QUESTIONS, Said.FRAGMENTS})


class Talk:
    """One conversation."""

    def __init__(self, here: Here, workspace: Workspace, *, is_aside: bool = False) -> None:
        """Begin.

        Args:
            here: The run of the command line.
            workspace: The journal.
            is_aside: Whether what is said goes to stderr, because data is to come on stdout.
        """
        self._is_aside = is_aside
        self.here = here
        self.workspace = workspace
        self.ground: Callable[[], object] = lambda: None
        """Opens an exercise in the middle of something else."""
        self.takes: frozenset[Said] = frozenset()
        """What may be said here beside what may be said everywhere."""
        self.explained: set[type[Answer]] = set()
        """The kinds of answer that were said in full already."""
        self.known: Known = known(workspace)
        """What is known around the questions."""
        if isinstance(sys.stdin, io.TextIOWrapper) and sys.stdin.errors != "replace":
            sys.stdin.reconfigure(errors="replace")  # not possible once something was read

    def say(self, text: str = "", indent: str = "") -> None:
        """Say something, in whole words to a line."""
        if self._is_aside:
            output.say("\n".join(f"{indent}{line}".rstrip() for line in text.split("\n")))
        else:
            output.show_prose(text, indent)

    def show(self, lines: str) -> None:
        """Show lines that keep their columns."""
        if self._is_aside:
            output.say(lines)
        else:
            output.show(lines)

    def hear(self) -> str | None:
        """Return the next line, None at the end of the input."""
        output.finish()
        line = _typed_line() if is_interactive() else _piped_line()
        return None if line is None else clean(_ESCAPES.sub("", line))

    def hear_or_serve(self, *, dot_ends: bool = False) -> str | Said | None:
        """Return the next line, or the command in it; help, support and grounding are given here.

        A line that begins with a backslash before a command is taken as it is, without it.

        Args:
            dot_ends: Whether a single dot ends the answer.
        """
        while True:
            line = self.hear()
            if line is None:
                return None
            word = line.strip()
            if word.startswith("\\") and word[1:2] in {":", ".", "\\"}:
                return line.replace("\\", "", 1)
            if dot_ends and word == Said.DONE:
                return Said.DONE
            if not _COMMAND.fullmatch(word):
                return line
            try:
                said = Said(word.casefold())
            except ValueError:
                hint = did_you_mean(word, [*Said]) or ":help says which there are."
                self.say(f"There is no {word}. {hint} With a \\ before it, it is kept as it is.")
                continue
            if said in _IN_GUIDES - self.takes:
                self.say(f"{said} is for guides. With a \\ before it, it is kept as it is.")
            elif not self._serve(said):
                return said

    def agrees(self, question: str) -> bool:
        """Tell whether a question is answered with a yes; leaving and the end of the input are not.

        What would be lost by a no is asked with `decides`.
        """
        return self.decides(question) is True

    def decides(self, question: str) -> Decision:
        """Ask for a yes or a no, an empty line being a yes.

        Returns:
            What was said; `LEAVE` where the person would rather leave, and None at the end of the
            input.
        """
        self.say(f"{question} Yes or no; empty is yes.")
        while True:
            heard = self.hear_or_serve()
            if heard is None or heard is Said.LEAVE:
                return heard
            word = heard.strip().casefold().rstrip(".")
            if not word or word in {"y", "yes"}:
                return True
            if word in {"n", "no"}:
                return False
            self.say("Yes or no?")

    def support(self) -> None:
        """Show people and lines to turn to."""
        say_support(self.here, self.say)

    def goes_on_after_support(self) -> bool:
        """Show people and lines to turn to for an answer, and ask whether this goes on today."""
        self.support()
        self.say()
        question = "This can rest here for today, and stays as a draft. Go on now?"
        return self.decides(question) in (True, None)

    def _serve(self, said: Said) -> bool:
        """Do what needs no decision of the flow; tell whether that was all."""
        match said:
            case Said.HELP:
                self.say(f"{HELP}\n{HELP_IN_GUIDES}" if self.takes else HELP)
            case Said.SUPPORT:
                self.support()
            case Said.GROUND:
                self.ground()
            case _:
                return False
        self.say("Back to the question.")
        return True


@contextmanager
def keeps_when_stopped() -> Iterator[None]:
    """Let a terminated or hung-up program end as Ctrl+C ends it: with what there is kept."""
    signals = [signal.SIGTERM, signal.SIGHUP]
    before = [signal.signal(number, signal.default_int_handler) for number in signals]
    try:
        yield
    finally:
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)


def _typed_line() -> str | None:
    """Read a line from a terminal.

    Through readline, because a terminal by itself cuts lines at 4095 bytes; it keeps no history.
    """
    try:
        import readline  # noqa: PLC0415 - only for terminals, and not built in everywhere

        readline.set_auto_history(False)
    except ImportError:
        pass
    try:
        return input("> ")
    except (EOFError, OSError):  # a terminal that was closed has no more to say
        return None


def _piped_line() -> str | None:
    try:
        line = sys.stdin.readline() if sys.stdin is not None else ""
    except OSError:
        return None
    return line.removesuffix("\n") if line else None
