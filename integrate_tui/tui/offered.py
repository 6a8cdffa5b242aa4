"""What the palette offers: what keys do here, and nothing that writes a picture."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.screen import Screen

from integrate_tui.tui.insight_ways import COMMANDS
from integrate_tui.tui.places import PLACES

if TYPE_CHECKING:
    from integrate_tui.tui.app import IntegrateApp


def offered(app: "IntegrateApp", screen: Screen[Any]) -> Iterable[SystemCommand]:
    """List what can be done from where one is."""
    yield from _own_commands(screen)
    for title, words, action, argument in (
        ("Check in", "How it is right now", "check_in", ""),
        ("Write", "A guide, or a free page", "write", ""),
        ("Note", "Keep a line or two", "note", ""),
        ("Ground", "A grounding exercise, now", "ground", ""),
        ("Support", "People and helplines", "support", ""),
        ("Find", "Search everything you wrote", "find", ""),
        ("Undo", app.workspace.undoable or "Nothing to undo", "undo", ""),
        *(
            (f"Go to {place.title}", "One of the seven places", "go", place.mode)
            for place in PLACES
        ),
        *COMMANDS,
        ("Fill in a measure", "A questionnaire, and its earlier results", "measures", ""),
        ("Trash", "What was deleted, to have it back", "trash", ""),
        ("Settings", "Colours, day start, country", "settings", ""),
        ("Passphrase", "Encrypt the journal, and who can open it", "passphrase", ""),
        ("Put a copy back", "The journal as it was, once you saw what differs", "copies", ""),
        ("Health card", "What is hidden or gentler in Ground", "health", ""),
        ("What helped", "Before and after each exercise", "helped", ""),
        ("Text packs", "Prompts, exercises and contacts, as files", "packs", ""),
        ("Help", "The keys that work here", "help", ""),
        ("Hide", "Show an empty screen", "hide", ""),
        ("Lock", "Close the journal until its passphrase is typed", "lock", ""),
        ("Leave", "Close the program; everything is kept", "leave", ""),
    ):
        arguments = (argument,) if argument else ()
        if app.check_action(action, arguments):
            act = partial(getattr(app, f"action_{action}"), *arguments)
            yield SystemCommand(title, words, act)
    yield SystemCommand(
        "Make a copy", "A verified copy of the journal, now", partial(_copy_now, app)
    )


def _copy_now(app: "IntegrateApp") -> None:
    from integrate_tui.tui.copying import copy_now  # noqa: PLC0415 - once in a while

    app.run_worker(copy_now(app), exclusive=True, group="copying")


def _own_commands(screen: Screen[Any]) -> Iterable[SystemCommand]:
    """List what a screen's own keys do, each once, where that needs a word of explanation."""
    listed: set[str] = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        is_own = active.node is screen and active.enabled and binding.action not in listed
        if is_own and binding.tooltip:
            listed.add(binding.action)
            act = partial(screen.run_action, binding.action)
            yield SystemCommand(binding.description, binding.tooltip, act)
