"""How the data of a draft hold what was answered, and reading it back without trusting it.

A draft can come from another version, or from a file that somebody else wrote in.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

from integrate_tui.core.answers import Reply
from integrate_tui.core.entry import Answered
from integrate_tui.errors import DamagedError

PRIVATE = {"private": True}
"""What an answer has besides in the data of a draft, where it is for the person alone."""


def to_saved(reply: Reply) -> dict[str, Any]:
    """Return a reply as the data of a draft hold it."""
    kept = {"text": reply.text, "number": reply.number, "words": list(reply.words)}
    return kept | {"things": list(reply.things)} if reply.things else kept


def from_saved(saved: object) -> Reply:
    """Return a reply that the data of a draft hold.

    Raises:
        DamagedError: It is none.
    """
    if isinstance(saved, Mapping):
        text, number = saved.get("text", ""), saved.get("number")
        words, things = saved.get("words", []), saved.get("things", [])
        if (
            isinstance(text, str)
            and isinstance(number, int | None)
            and isinstance(words, list)
            and all(isinstance(word, str) for word in words)
            and isinstance(things, list)
            and all(type(n) is int for n in things)
        ):
            return Reply(text, number, tuple(words), tuple(things))
    raise unreadable()


def saved_list(saved: object) -> list[dict[str, Any]]:
    """Return what the data of a draft have in a row.

    Raises:
        DamagedError: It is no list of such things.
    """
    if isinstance(saved, list) and all(isinstance(each, dict) for each in saved):
        return saved
    raise unreadable()


def moment_to_saved(at: datetime | None) -> str:
    """Return a moment as the data of a draft hold it, empty where there is none."""
    return at.astimezone(UTC).isoformat() if at else ""


def moment_from_saved(saved: object) -> datetime | None:
    """Return a moment that the data of a draft hold, None where they hold none."""
    try:
        return datetime.fromisoformat(str(saved)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def days_to_text(days: Mapping[str, date]) -> str:
    """Return days by name as one line of text."""
    return json.dumps({name: day.isoformat() for name, day in sorted(days.items())})


def days_by_name(text: str) -> dict[str, date]:
    """Return days by name from one line of text; what cannot be read of it is left out."""
    try:
        found = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    days = {}
    for name, day in found.items() if isinstance(found, dict) else ():
        with suppress(ValueError, TypeError):
            days[name] = date.fromisoformat(day)
    return days


def distinct_keys(wanted: Iterable[str]) -> list[str]:
    """Return what a draft calls each question, of what it would call it if no other were the same.

    Words that come twice, or have no letter in them, are told apart by a number.
    """
    keys: list[str] = []
    for base in wanted:
        key, count = base, 1
        while not key or key in keys:
            key, count = f"{base}#{count + 1}", count + 1
        keys.append(key)
    return keys


def unreadable() -> DamagedError:
    """Return the error for a draft whose data cannot be read."""
    return DamagedError(
        "What was left unfinished there cannot be opened.",
        "It is kept as it is.",
        "Dropped, it lies in the trash as far as it can be read.",
    )


def orphan_from_saved(saved: object, called: str = "") -> Answered:
    """Return an answer whose prompt is gone, as words under the words it was asked in.

    Args:
        saved: What the draft holds.
        called: What stands for the prompt where its words were not kept.

    Raises:
        DamagedError: It is none.
    """
    reply = from_saved(saved)
    prompt = saved.get("prompt", called) if isinstance(saved, Mapping) else None
    if not isinstance(prompt, str):
        raise unreadable()
    is_private = isinstance(saved, Mapping) and saved.get("private") is True
    return Answered(prompt, Reply(reply.text or "\n".join(reply.words)), private=is_private)


def orphan_to_saved(orphan: Answered) -> dict[str, Any]:
    """Return an answer whose prompt is gone as the data of a draft hold it."""
    kept: dict[str, Any] = {"prompt": orphan.prompt, "text": orphan.reply.text}
    return kept | PRIVATE if orphan.private else kept
