"""A thing as plain text, without markup or width: what is compared between two of its versions."""

from collections.abc import Iterable
from typing import Any

from integrate_tui.core.checkin import Report
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.told import told


def plain_text(value: Any) -> str:
    """Return everything that a value says in words; empty for a kind that says nothing in any."""
    match value:
        case Entry():
            return _paragraphs(value.title, value.text, *map(_answer, value.answers))
        case Report():
            lines = (f"{answer.prompt}  {answer.line}" for answer in value.answers)
            return _paragraphs("\n".join(lines), value.note)
    said = told(value)
    if said is None:
        return ""
    return _paragraphs(said.line, _named(said.facts), said.text)


def _answer(answer: Answered) -> str:
    if answer.kind == "feelings":
        return f"{answer.prompt}\n{answer.line}"
    return f"{answer.prompt}\n{answer.reply.text}"


def _named(lines: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{name}: {words}" if name else words for name, words in lines if words)


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part.strip())
