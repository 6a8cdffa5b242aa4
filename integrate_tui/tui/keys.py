"""How keys are written, and the few that work everywhere."""

from textual.binding import Binding
from textual.keys import key_to_character

_NAMES = {
    "exclamation_mark": "!",
    "slash": "/",
    "number_sign": "#",
    "asterisk": "*",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "equals_sign": "=",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "minus": "-",
    "plus": "+",
    "escape": "esc",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "upper_g": "G",
    "upper_e": "E",
    "upper_x": "X",
    "upper_s": "S",
}


def shown_key(binding: Binding) -> str:
    """Return a key as it is shown: `^n`, `esc`, `F2`."""
    return binding.key_display or key_words(binding.key)


def key_words(key: str) -> str:
    """Return a key's name as people write it."""
    *modifiers, name = key.split("+")
    name = _NAMES.get(name, name)
    if len(name) > 1 and name[0] == "f" and name[1:].isdecimal():
        name = name.upper()
    if "ctrl" in modifiers:
        name = f"^{name}"
    for modifier in ("alt", "shift"):
        if modifier in modifiers:
            name = f"{modifier}+{name}"
    return name


def character_of(key: str) -> str | None:
    """Return the character that a key types, None where it types none.

    Textual's own table lacks some of its names, `slash` among them.
    """
    character = key_to_character(key) or _NAMES.get(key, "")
    return character if len(character) == 1 else None


IN_FLOWS = frozenset({"app.ground-anywhere", "app.support-anywhere", "app.help-anywhere"})
"""The keys of the app that are shown, in place of its letters, where something is filled in."""

FROM_REST = frozenset(
    {
        "check_in",
        "write",
        "note",
        "find",
        "undo",
        "trash",
        "settings",
        "packs",
        "passphrase",
        "copies",
        "measures",
        "health",
        "helped",
    }
)
"""What leads elsewhere, and is not offered while something is being filled in."""

ANYWHERE = [
    Binding(
        "ctrl+q",
        "leave",
        "Leave the program",
        show=False,
        priority=True,
        id="app.leave",
        tooltip="Leave from anywhere; everything is kept.",
    ),
    Binding(
        "f8,ctrl+l",
        "hide",
        "Hide",
        show=False,
        priority=True,
        id="app.hide",
        tooltip="Show an empty screen at once.",
    ),
    Binding(
        "ctrl+g",
        "ground",
        "Ground",
        show=False,
        priority=True,
        id="app.ground-anywhere",
        tooltip="A grounding exercise, now.",
    ),
    Binding(
        "f2",
        "support",
        "Support",
        show=False,
        priority=True,
        id="app.support-anywhere",
        tooltip="People and helplines.",
    ),
    Binding(
        "f1,ctrl+o",
        "help",
        "Help",
        show=False,
        priority=True,
        id="app.help-anywhere",
        tooltip="The keys that work here.",
    ),
]
"""The keys that work in text fields and through questions."""
