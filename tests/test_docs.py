"""What the README and the other pages say is so."""

import re
import shlex
import textwrap
import tomllib
from pathlib import Path
from typing import Any

import pytest
from textual.binding import Binding

from integrate_tui.cli.program import COMMANDS, Program
from integrate_tui.core.settings import SETTINGS
from integrate_tui.packs.help import GRAMMAR
from integrate_tui.tui.app import IntegrateApp
from integrate_tui.tui.places import PLACES
from integrate_tui.tui.screens.closing import ClosingScreen
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.tui.widgets.rows import Rows

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROGRAM = Program(name="integrate")


def shell_lines() -> list[str]:
    """Return every line of the README's shell blocks."""
    blocks = re.findall(r"^```sh\n(.*?)^```", README, re.M | re.S)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


def commands_shown() -> list[list[str]]:
    """Return the words of every `integrate ...` that the README shows, in blocks and in lines."""
    inline = re.findall(r"`(integrate [^`]+)`", README)
    found = []
    for line in [*shell_lines(), *inline]:
        for part in re.split(r"&&|\|", line):
            words = shlex.split(part)
            if words[:1] == ["integrate"]:
                found.append(words[1:])
    return found


def parse(words: list[str]) -> None:
    """Let the command line understand the words, without doing anything.

    Raises:
        Exception: It cannot; one of its kinds of usage errors.
    """
    with PROGRAM.make_context("integrate", list(words), resilient_parsing=False):
        name, *rest = [word for word in words if word not in ("--help",)] or [""]
        command: Any = PROGRAM.get_command(None, name) if name else None
        while command is not None and rest and rest[0] in getattr(command, "commands", {}):
            command = command.commands[rest.pop(0)]
        if command is not None:
            command.make_context(name, rest)


@pytest.mark.parametrize("words", commands_shown(), ids=" ".join)
def test_every_command_that_is_shown_can_be_typed(words: list[str]):
    assert not words[:1] or words[0] in COMMANDS or words[0].startswith("-")
    if words and not words[0].startswith("-"):
        parse(words)


def test_every_command_is_shown():
    shown = {words[0] for words in commands_shown() if words}
    assert set(COMMANDS) <= shown


def bindings() -> dict[str, str]:
    """Return what each key of the app, of writing and of lists does, by its name."""
    found: dict[str, str] = {}
    for node in (IntegrateApp, WritingScreen, ClosingScreen, Rows):
        for binding in node.BINDINGS:
            assert isinstance(binding, Binding)
            for key in binding.key.split(","):
                found[key] = binding.action
    return found


NAMED = {"!": "exclamation_mark", "/": "slash", "?": "question_mark", "esc": "escape"}
LATER = {"=", "1", "7", "x"}
"""Keys of fields and lists, tried where those are."""


def test_every_key_that_is_shown_is_bound():
    table = README.partition("| key | does |")[2].partition("\n\n")[0]
    keys = re.findall(r"`([^`]+)`", "".join(row.split("|")[1] for row in table.splitlines() if row))
    said = re.findall(r"`((?:ctrl|alt)\+[a-z]+)`", README)
    known = bindings()
    for key in [*keys, *said]:
        name = NAMED.get(key, key.lower())
        assert name in known or name in LATER or key == "ctrl+p", key


def test_the_places_are_named_in_their_order():
    row = next(line for line in README.splitlines() if line.startswith("| `1` to `7`"))
    assert row.split("|")[2].strip() == ", ".join(place.title for place in PLACES)


def test_the_readme_shows_the_grammar_that_the_program_shows():
    shown = README.partition("<!-- packs help -->")[2].partition("<!-- /packs help -->")[0]
    assert shown.strip() == f"```text\n{textwrap.dedent(GRAMMAR)}```"


def test_the_settings_that_are_shown_are_there():
    for words in commands_shown():
        if words[:1] == ["settings"] and len(words) > 1:
            assert words[1] in {setting.name for setting in SETTINGS}


def test_the_readme_has_one_line_to_start_and_one_to_test():
    blocks = re.findall(r"^```sh\n(.*?)^```", README, re.M | re.S)
    one_line = [block for block in blocks if block.count("\n") == 1]
    assert len(one_line) == 2
    start, test = one_line
    assert start.rstrip().endswith(".venv/bin/integrate")
    assert "pytest" in test


def test_every_page_that_is_linked_is_there():
    for page in ("README.md", ".github/CONTRIBUTING.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            assert (ROOT / page).parent.joinpath(target).exists(), target


def test_every_path_in_the_map_is_there():
    text = (ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8")
    paths = re.findall(r"`([a-z_]+(?:/[a-z_.]*)+)`", text)
    assert paths
    for path in paths:
        assert any((ROOT / base / path).exists() for base in (".", "integrate_tui")), path


def test_every_dependency_says_why_it_is_there():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lines = text.splitlines()
    for name in tomllib.loads(text)["project"]["dependencies"]:
        index = next(i for i, line in enumerate(lines) if line.strip().startswith(f'"{name}"'))
        assert lines[index - 1].strip().startswith("#"), name


def test_nothing_else_lies_at_the_top():
    allowed = {"integrate_tui", "prompts", "tests", "pyproject.toml", "README.md", "LICENSE"}
    made = {"build", "dist", "venv"}
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert found <= allowed | made | {name for name in found if name.endswith(".egg-info")}
