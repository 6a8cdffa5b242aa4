"""Every command and option says what it is for, in the tone of the rest."""

import inspect
import re
from importlib import import_module
from typing import Any

import pytest
import typer

from integrate_tui.cli.program import COMMANDS, Command, Program
from integrate_tui.errors import (
    BusyError,
    ExportError,
    IntegrateError,
    StoreError,
    UsageError,
)
from tests.cli.conftest import Integrate

_PROGRAM = Program(name="integrate")


def _with_subcommands() -> list[list[str]]:
    found: list[list[str]] = []
    for name in COMMANDS:
        command = _PROGRAM.get_command(None, name)
        found += [[name], *([name, sub] for sub in getattr(command, "commands", ()))]
    return found


EVERY = _with_subcommands()


def _parameters(words: list[str]) -> list[Any]:
    command = _PROGRAM.get_command(None, words[0])
    for word in words[1:]:
        command = command.commands[word]
    return list(command.params)


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_every_command_says_what_it_does_in_a_sentence(
    integrate: Integrate, words: list[str]
) -> None:
    answer = integrate(*words, "--help")

    assert (answer.code, answer.err) == (0, "")
    first = answer.out.split("\n\n")[1].strip()
    assert re.fullmatch(r"[A-Z][^\n]*\.", first)


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_every_option_says_what_it_is_for(words: list[str]) -> None:
    for parameter in _parameters(words):
        assert parameter.help, parameter.name
        assert re.fullmatch(r"\S.*[.]", parameter.help), parameter.help


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_help_keeps_the_tone(integrate: Integrate, words: list[str]) -> None:
    said = integrate(*words, "--help").out.casefold()

    for word in ("!", "streak", "please", "must", "should", "great", "well done", "error"):
        assert word not in said, word


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name)
def test_the_overview_says_what_the_command_says_itself(command: Command) -> None:
    found = getattr(import_module(f"integrate_tui.cli.{command.module}"), command.function)
    if isinstance(found, typer.Typer):
        assert found.registered_callback is not None
        found = found.registered_callback.callback

    assert (inspect.getdoc(found) or "").splitlines()[0] == command.about


def test_the_overview_names_every_command_and_the_exit_codes(integrate: Integrate) -> None:
    said = integrate("--help").out

    for name, command in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(command.about)}$", said, re.MULTILINE)
    for error in (IntegrateError, UsageError, StoreError, BusyError, ExportError):
        assert re.search(rf"^ +{error.exit_code}  +\S", said, re.MULTILINE)
    for option in ("--db", "--packs", "--plain", "--version", "--install-completion"):
        assert option in said
    assert "The options here come before the command" in " ".join(said.split())
    assert "-- goes before words that start with a dash" in " ".join(said.split())


SILENT = (
    "insights sort",
    "packs eject",
    "packs new",
    "packs add",
    "packs edit",
    "packs path",
    "packs help",
    "trash restore",
    "trash empty",
    "tags rename",
    "tags drop",
    "encrypt",
    "decrypt",
    "passphrase",
    "recovery",
    "recover",
)
"""The commands that print no data that a script would want to take apart."""


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_whatever_prints_data_prints_json_too(words: list[str]) -> None:
    names = {name for parameter in _parameters(words) for name in parameter.opts}

    assert ("--json" in names) == (" ".join(words) not in SILENT)
