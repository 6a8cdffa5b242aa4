"""The settings there are, what each is for, and what may be put in it."""

import re
from collections.abc import Callable
from datetime import time

from integrate_tui.core.text import clean_line, did_you_mean, nearest, shorten
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
        "Whether breathing is drawn moving, or told in words and seconds.",
        "full",
        ("full", "reduced"),
    ),
    Setting("welcome", "Whether the first screens have been seen.", "new", ("new", "seen")),
)

_BY_NAME = {setting.name: setting for setting in SETTINGS}


def setting(name: str) -> Setting:
    """Return a setting by its name.

    Raises:
        UsageError: There is none with the name.
    """
    found = _BY_NAME.get(name.strip().casefold().replace("_", "-"))
    if found is None:
        hint = did_you_mean(name, list(_BY_NAME)) or f"There are {', '.join(_BY_NAME)}."
        raise UsageError(f"There is no setting '{clean_line(name)}'.", "Nothing was changed.", hint)
    return found


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


def to_time(value: str) -> time:
    """Return a stored time of day."""
    hours, _, minutes = value.partition(":")
    return time(int(hours), int(minutes))
