"""The settings there are, what each is for, and what may be put in it."""

import re
from collections.abc import Callable
from datetime import time

from integrate_tui.core.health import read_card
from integrate_tui.core.text import clean_line, did_you_mean, nearest, shorten, slug
from integrate_tui.core.value import value
from integrate_tui.errors import UsageError


@value()
class Setting:
    """One setting."""

    name: str
    about: str
    """One sentence."""
    default: str
    choices: tuple[str, ...] = ()
    """What it may be; empty where `read` decides."""
    read: Callable[[str], str] = clean_line
    """Turns what was typed into what is stored, or raises `UsageError`."""
    is_place: bool = False
    """Whether it names a place on the disk, which can be in somebody's home."""
    hidden: bool = False
    """Whether it has a place of its own to be set, and is not listed with the others."""
    inner: bool = False
    """Whether it is the program's own memory, and nothing that a person sees or sets."""


_TIME = re.compile(r"([0-9]{1,2})(?::([0-9]{1,2}))?", re.ASCII)


def _time_of_day(typed: str) -> str:
    given = clean_line(typed)
    found = _TIME.fullmatch(given)
    if found is None:
        shown = shorten(given, 40)
        raise UsageError(f"'{shown}' is no time of day.", "Nothing was changed.", "Write 04:00.")
    hours, minutes = found.groups(default="0")
    if int(hours) >= 12 or int(minutes) >= 60:
        raise UsageError(
            "A day can start between 00:00 and 11:59.", "Nothing was changed.", "Write 04:00."
        )
    return f"{int(hours):02}:{int(minutes):02}"


def _minutes(typed: str) -> str:
    given = clean_line(typed)
    if not (given.isascii() and given.isdecimal() and len(given) <= 4):
        raise UsageError(
            f"'{shorten(given, 40)}' is no number of minutes.",
            "Nothing was changed.",
            "Write 10, or 0 for never.",
        )
    return str(int(given))


def _ids(typed: str) -> str:
    """Return ids in a settled order, with commas between."""
    return ", ".join(sorted({id for id in map(slug, typed.split(",")) if id}))


SETTINGS = (
    Setting(
        "day-starts",
        "When your day begins; what you write before belongs to the evening.",
        "04:00",
        read=_time_of_day,
    ),
    Setting("country", "Whose helplines are shown first.", ""),
    Setting("theme", "The colours.", "dusk", ("dusk", "dawn")),
    Setting("symbols", "What pictures are drawn with.", "unicode", ("unicode", "ascii")),
    Setting(
        "motion",
        "Whether breathing is drawn moving, in fewer frames for a slow line, or told in words.",
        "full",
        ("full", "fewer", "reduced"),
    ),
    Setting("picture", "What breathing is drawn as.", "ring", ("ring", "wave", "bar")),
    Setting("bell", "Whether a breath is rung in and out.", "off", ("off", "on")),
    Setting(
        "away",
        "Whether an exercise pauses while another window has the keyboard, or goes on.",
        "pause",
        ("pause", "go on"),
    ),
    Setting(
        "capture",
        "Whether a free page is begun as a page, or as fragments with no story.",
        "by experience",
        ("by experience", "page", "fragments"),
    ),
    Setting(
        "backup-folder",
        "A second folder for the daily copies, on another disk; empty for none.",
        "",
        is_place=True,
    ),
    Setting(
        "lock-after",
        "Minutes without a key after which an encrypted journal is closed; 0 for never.",
        "10",
        read=_minutes,
    ),
    Setting(
        "lists",
        "Whether lists show your words, or dates and kinds only; opening a thing shows it.",
        "words",
        ("words", "dates"),
    ),
    Setting("backup-mark", "What the mark in the second folder says.", "", inner=True),
    Setting("backup-fault", "Why the last copy could not be made.", "", inner=True),
    Setting("backup-tried", "When it was last tried in vain.", "", inner=True),
    Setting(
        "practices",
        "How many practices are active at once without being asked which one may rest.",
        "3",
        tuple(map(str, range(1, 13))),
    ),
    Setting("streaks", "Whether days in a row are counted for a practice.", "off", ("off", "on")),
    Setting(
        "measures", "Which measures that ask first are switched on.", "", read=_ids, hidden=True
    ),
    Setting("health", "What the health card was answered with.", "", read=read_card, hidden=True),
    Setting("paces", "The pace of each exercise.", "", hidden=True),
    Setting("shell-history", "Whether it was said what a shell keeps.", "", inner=True),
    Setting("skipped", "What was put off, and when.", "", inner=True),
    Setting("erasing", "Since when an erase waits to be finished.", "", inner=True),
    Setting("taken-out", "Where exports and copies were put.", "", inner=True),
    Setting(
        "welcome", "Whether the first screens have been seen.", "new", ("new", "seen"), inner=True
    ),
)

SHOWN = tuple(setting for setting in SETTINGS if not (setting.hidden or setting.inner))
"""The settings that are listed."""
_BY_NAME = {setting.name: setting for setting in SETTINGS}
NAMES = frozenset(_BY_NAME)
"""What the settings are called, those of the program's own memory too."""


def setting(name: str) -> Setting:
    """Return a setting by its name.

    Raises:
        UsageError: There is none with the name.
    """
    found = _BY_NAME.get(name.strip().casefold().replace("_", "-"))
    if found is None:
        raise _none_called(name)
    return found


def setting_to_set(name: str) -> Setting:
    """Return a setting that a person sets, by its name.

    Raises:
        UsageError: There is none with the name, or it is the program's own memory.
    """
    found = setting(name)
    if found.inner:
        raise _none_called(name)
    return found


def _none_called(name: str) -> UsageError:
    names = [known.name for known in SHOWN]
    hint = did_you_mean(name, names) or f"There are {', '.join(names)}."
    return UsageError(f"There is no setting '{clean_line(name)}'.", "Nothing was changed.", hint)


def read_value(wanted: Setting, typed: str) -> str:
    """Return what is to be stored for what was typed.

    Raises:
        UsageError: It does not fit the setting.
    """
    if not wanted.choices:
        return wanted.read(typed)
    value = clean_line(typed).casefold()
    if value not in wanted.choices:
        hint = nearest(value, list(wanted.choices))
        raise UsageError(
            f"'{clean_line(typed)}' is nothing that {wanted.name} can be.",
            "Nothing was changed.",
            f"Did you mean '{hint}'?" if hint else f"It is {' or '.join(wanted.choices)}.",
        )
    return value


def is_readable(name: str, stored: str) -> bool:
    """Tell whether what is stored for a setting is something that it can be."""
    try:
        read_value(setting(name), stored)
    except UsageError:
        return False
    return True


def to_time(value: str) -> time:
    """Return a stored time of day."""
    hours, _, minutes = value.partition(":")
    return time(int(hours), int(minutes))
