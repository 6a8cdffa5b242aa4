"""The draft of a piece of writing as plain data, and taking it up again in its guide as it is now.

What a draft holds can come from another version or have been damaged; what cannot be read is left
out, and no words of an answer are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from integrate_tui.core.entry import is_private
from integrate_tui.core.pieces import Guide, Prompt
from integrate_tui.core.saved import (
    PRIVATE,
    distinct_keys,
    from_saved,
    orphan_from_saved,
    orphan_to_saved,
    saved_list,
    to_saved,
)
from integrate_tui.core.text import slug
from integrate_tui.core.writing import TimeBox, Writing, begin

_AGES = 1e9
"""Seconds; longer than anybody writes."""


def to_draft(writing: Writing) -> dict[str, Any]:
    """Return the writing as plain data, with the prompts' words beside the answers."""
    keys = draft_keys(writing.guide)
    return {
        "guide": writing.guide.id,
        "at": keys[writing.index],
        "angle": writing.angle,
        "answers": [
            {"key": key, "prompt": prompt.text, **to_saved(reply), **_mark(prompt)}
            for key, prompt, reply in zip(keys, writing.guide.prompts, writing.replies, strict=True)
            if not reply.is_empty
        ]
        + [{"key": "", **orphan_to_saved(orphan)} for orphan in writing.orphans],
        "fragments": [keys[index] for index in sorted(writing.in_fragments)],
        "pages": {keys[index]: text for index, text in writing.pages},
        "boxes": {keys[box.index]: [box.limit, box.spent] for box in writing.boxes},
    }


def from_draft(guide: Guide, data: Mapping[str, Any]) -> Writing:
    """Take up a draft again, in the guide as it is now.

    A prompt that was reworded is found again by its name; an answer whose prompt is gone stays in
    the writing as an orphan, with the words it was asked in.

    Raises:
        DamagedError: It is no draft of a piece of writing.
    """
    writing = begin(guide)
    keys = draft_keys(guide)
    replies = list(writing.replies)
    orphans = []
    for saved in saved_list(data.get("answers", [])):
        reply, key = from_saved(saved), saved.get("key", "")
        if key in keys and replies[keys.index(key)].is_empty:
            replies[keys.index(key)] = reply
        else:
            orphans.append(orphan_from_saved(saved))
    index = keys.index(data["at"]) if data.get("at") in keys else 0
    angle = data.get("angle", 0)
    writing = replace(
        writing,
        replies=tuple(replies),
        orphans=tuple(orphans),
        in_fragments=_saved_fragments(data.get("fragments"), keys),
        pages=_saved_pages(data.get("pages"), keys),
        boxes=_saved_boxes(data.get("boxes"), keys),
    )
    if index not in writing.asked:
        index = writing.asked[0]
    angles = range(len(guide.prompts[index].deeper) + 1)
    is_angle = type(angle) is int and angle in angles
    return replace(writing, index=index, angle=angle if is_angle else 0)


def draft_keys(guide: Guide) -> list[str]:
    """Return what a draft calls each prompt: its name, which survives a rewording, or its words."""
    return distinct_keys(prompt.name or slug(prompt.text) for prompt in guide.prompts)


def _saved_fragments(saved: object, keys: Sequence[str]) -> frozenset[int]:
    if not isinstance(saved, list):
        return frozenset()
    return frozenset(keys.index(key) for key in saved if key in keys)


def _mark(prompt: Prompt) -> Mapping[str, bool]:
    """Return what says of an answer that it is private, for when its prompt is gone."""
    return PRIVATE if is_private(prompt) else {}


def _saved_pages(saved: object, keys: Sequence[str]) -> tuple[tuple[int, str], ...]:
    pages = saved.items() if isinstance(saved, Mapping) else ()
    return tuple(
        (keys.index(key), text) for key, text in pages if key in keys and isinstance(text, str)
    )


def _saved_boxes(saved: object, keys: Sequence[str]) -> tuple[TimeBox, ...]:
    if not isinstance(saved, Mapping):
        return ()
    boxes = []
    for key, times in saved.items():
        is_pair = isinstance(times, list) and len(times) == 2
        if key in keys and is_pair and all(_is_time(time) for time in times):
            boxes.append(TimeBox(keys.index(key), *map(float, times)))
    return tuple(boxes)


def _is_time(saved: object) -> bool:
    return isinstance(saved, int | float) and not isinstance(saved, bool) and 0 <= saved < _AGES
