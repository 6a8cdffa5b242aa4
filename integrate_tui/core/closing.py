"""The end of a piece of writing: what is said of it as a whole, and which lines of it are kept."""

from collections.abc import Mapping
from typing import Any

from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.value import value
from integrate_tui.core.writing import KeptAnswer


@value()
class Closing:
    """What is said of an entry when it is finished."""

    title: str = ""
    tags: tuple[str, ...] = ()
    experience: int | None = None
    """The number of the experience it is about."""
    keep: tuple[KeptAnswer, ...] = ()
    """The lines that are kept beside it, in the words and as what they are kept."""
    dropped: tuple[KeptAnswer, ...] = ()
    """The marked lines that were said no to, as they are marked."""
    changed: tuple[tuple[KeptAnswer, KeptAnswer], ...] = ()
    """The marked lines that are kept in other words or as something else, each before and after."""

    def to_draft(self) -> dict[str, Any]:
        """Return what was said so far as plain data; what is kept follows from the writing."""
        return {
            "title": self.title,
            "tags": list(self.tags),
            "experience": self.experience,
            "dropped": [_saved(answer) for answer in self.dropped],
            "changed": [[_saved(before), _saved(after)] for before, after in self.changed],
        }


def from_draft(data: object) -> Closing | None:
    """Take up what was said so far; what cannot be read of it is left out."""
    if not isinstance(data, Mapping):
        return None
    title, experience = data.get("title"), data.get("experience")
    pairs = [pair for pair in _list(data.get("changed")) if len(_list(pair)) == 2]
    changed = [(_answer(before), _answer(after)) for before, after in pairs]
    dropped = [_answer(saved) for saved in _list(data.get("dropped"))]
    return Closing(
        title=title if isinstance(title, str) else "",
        tags=tuple(tag for tag in _list(data.get("tags")) if isinstance(tag, str)),
        experience=experience if type(experience) is int else None,
        dropped=tuple(answer for answer in dropped if answer),
        changed=tuple((before, after) for before, after in changed if before and after),
    )


def _saved(answer: KeptAnswer) -> dict[str, str]:
    return {"keep_as": str(answer.keep_as), "line": answer.line, "prompt": answer.prompt}


def _answer(saved: object) -> KeptAnswer | None:
    if not isinstance(saved, Mapping):
        return None
    keep_as, line, prompt = (saved.get(name) for name in ("keep_as", "line", "prompt"))
    is_known = keep_as in set(KeepAs)
    if not (is_known and isinstance(line, str) and isinstance(prompt, str)):
        return None
    return KeptAnswer(KeepAs(str(keep_as)), line, prompt)


def _list(saved: object) -> list[Any]:
    return saved if isinstance(saved, list) else []
