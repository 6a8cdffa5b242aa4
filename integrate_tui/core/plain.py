"""A thing as plain text, without markup or width: what is compared between two of its versions."""

from collections.abc import Iterable
from typing import Any

from integrate_tui.core.checkin import Report
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalStep
from integrate_tui.core.insight import Insight, KeptLine
from integrate_tui.core.practice import Practice


def plain_text(value: Any) -> str:
    """Return everything that a value says in words; empty for a kind that says nothing in any."""
    match value:
        case Entry():
            return _paragraphs(value.title, value.text, *map(_answer, value.answers))
        case Report():
            lines = (f"{answer.prompt}  {answer.line}" for answer in value.answers)
            return _paragraphs("\n".join(lines), value.note)
        case Fragment():
            return value.text
        case Insight():
            return _paragraphs(value.line, f"{value.sort}, {value.standing}", value.more)
        case KeptLine():
            return _paragraphs(value.line, value.keep_as)
        case Experience():
            return _paragraphs(
                value.heading,
                _named(
                    (
                        ("Kind", value.sort),
                        ("Setting", value.setting),
                        ("People", value.people),
                        ("Intention", value.intention),
                    )
                ),
                value.notes,
            )
        case Goal():
            return _paragraphs(value.title, str(value.state), value.why)
        case GoalStep():
            return _paragraphs(value.title, str(value.state))
        case Practice():
            return _paragraphs(value.title, _named((("Cue", value.cue), ("Why", value.why))))
    return ""


def _answer(answer: Answered) -> str:
    if answer.kind == "feelings":
        return f"{answer.prompt}\n{answer.line}"
    return f"{answer.prompt}\n{answer.reply.text}"


def _named(lines: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{name}: {words}" for name, words in lines if words)


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part.strip())
