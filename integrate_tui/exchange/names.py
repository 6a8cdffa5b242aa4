"""What the files of an export are called, and what a name found in a folder stands for.

A day's file is named for its day. An experience's begins with its day and ends with its number, so
that no title, however odd, can lead out of the folder, be a name that means something to a system,
or take the place of another.
"""

import os
import re
import unicodedata
from datetime import date
from pathlib import Path

EXPERIENCES = "experiences"
GOALS = "goals.md"
INSIGHTS = "insights.md"
SERIES = "series.md"
VALUES = "values.md"
BOUNDARIES = "boundaries.md"
CARE = "care.md"
THEMES = "themes.md"
GATHERED = (GOALS, INSIGHTS, SERIES, VALUES, BOUNDARIES, CARE, THEMES)
"""The files of what lasts longer than a day and has no folder."""

_LONGEST = 60
"""Characters of a title that are used."""
_MOST_BYTES = 160
"""Bytes of a title that are used, of the 255 that file systems give a name."""
_KEPT = frozenset("LMN")  # letters, the marks that belong to them, and numbers, in any script
_YEAR = re.compile(r"\d{4}", re.ASCII)
_DAY = re.compile(r"(\d{4})/(\1-\d\d-\d\d)\.md", re.ASCII)
_EXPERIENCE = re.compile(rf"{EXPERIENCES}/(\d{{4}}-\d\d-\d\d)-(?:.+-)?(\d+)\.md", re.ASCII)


def is_one_file(target: Path) -> bool:
    """Tell whether an export to this place goes into one file rather than into a folder."""
    return target.suffix.casefold() == ".md" and not os.path.isdir(target)


def of_day(day: date) -> str:
    """Return the name of a day's file: `2026/2026-11-22.md`."""
    return f"{day.year:04}/{day.isoformat()}.md"


def of_experience(n: int, day: date, title: str) -> str:
    """Return the name of an experience's file: `experiences/2026-11-17-the-lake-5.md`."""
    parts = (day.isoformat(), plain_words(title), str(n))
    return f"{EXPERIENCES}/{'-'.join(part for part in parts if part)}.md"


def plain_words(title: str) -> str:
    """Return the letters and numbers of a title in small letters, with dashes between the words."""
    small = unicodedata.normalize("NFC", unicodedata.normalize("NFC", title).casefold())
    kept = "".join(char if unicodedata.category(char)[0] in _KEPT else " " for char in small)
    words = "-".join(kept.split())[:_LONGEST]
    return words.encode()[:_MOST_BYTES].decode(errors="ignore").strip("-")


def is_ours(name: str) -> bool:
    """Tell whether a name is one that an export gives: a file's, or that of a folder of files."""
    return days_of(name) is not None or name in (EXPERIENCES, *GATHERED)


def days_of(name: str) -> tuple[date, date] | None:
    """Return the first and the last day a name is about; None where it names no days."""
    try:
        if _YEAR.fullmatch(name):
            return date(int(name), 1, 1), date(int(name), 12, 31)
        if found := _DAY.fullmatch(name):
            day = date.fromisoformat(found[2])
        elif found := _EXPERIENCE.fullmatch(name):
            day = date.fromisoformat(found[1])
        else:
            return None
    except ValueError:  # no such year or day
        return None
    return day, day


def in_words(name: str) -> str:
    """Return what an error calls a file, without a word of its title."""
    found = _EXPERIENCE.fullmatch(name)
    return f"The file of experience {found[2]}" if found else name
