"""Lines with a role each and without a width, for whatever is laid out once for both front ends."""

from collections.abc import Iterable
from enum import StrEnum

from integrate_tui.core.pieces import Problem
from integrate_tui.core.value import value


class Role(StrEnum):
    """What a line is, which says how it is drawn."""

    TITLE = "title"
    HEADING = "heading"
    ASKED = "asked"
    """The words of a question, a step or a contact."""
    TEXT = "text"
    MUTED = "muted"
    """What is said about the piece or a part of it, and not by it."""
    CAUTION = "caution"


@value()
class Laid:
    """One line of a preview; one without text parts what is above it from what is below."""

    text: str = ""
    role: Role = Role.TEXT
    lead: str = ""
    """What stands in the margin before it: a number, or a time and a verb."""
    indent: int = 0
    """How many cells from the margin its words begin, in all of its lines."""

    @property
    def plain(self) -> str:
        """The whole line, unbroken."""
        return f"{self.lead:<{self.indent}}{self.text}".rstrip()


class Sheet:
    """Gathers the lines, and never leaves two empty ones together."""

    def __init__(self) -> None:
        self.lines: list[Laid] = []

    def add(self, text: str, role: Role = Role.TEXT, indent: int = 0) -> None:
        """Add text, if there is any; each of its lines is a line, and paragraphs stay apart."""
        for line in text.split("\n") if text else ():
            if line.strip():
                self.lines.append(Laid(line.strip(), role, indent=indent))
            else:
                self.gap()

    def lead(self, lead: str, text: str, indent: int, role: Role = Role.ASKED) -> None:
        """Add a line with something in its margin."""
        self.lines.append(Laid(text, role, lead, max(indent, len(lead) + 2)))

    def every(self, texts: Iterable[str], role: Role = Role.MUTED, indent: int = 0) -> None:
        """Add several texts, one after the other."""
        for text in texts:
            self.add(text, role, indent)

    def gap(self) -> None:
        """Part what comes from what there is."""
        if self.lines and self.lines[-1].text:
            self.lines.append(Laid())


def lay_problems(title: str, problems: Iterable[Problem], note: str = "") -> tuple[Laid, ...]:
    """Lay out what is wrong with a piece: where each thing is, what it is, and how to mend it.

    Args:
        title: The title of the piece.
        problems: What is wrong with it.
        note: What is used in its place.
    """
    sheet = Sheet()
    sheet.add(title, Role.TITLE)
    sheet.add(note, Role.MUTED)
    for problem in problems:
        sheet.gap()
        place = f", line {problem.line}" if problem.line else ""
        place += f", column {problem.column}" if problem.line and problem.column else ""
        sheet.add(f"{problem.file}{place}", Role.HEADING)
        sheet.add(_sentence(problem.message), Role.CAUTION)
        sheet.add(_sentence(problem.mend))
    return tuple(sheet.lines)


def _sentence(words: str) -> str:
    end = "" if words.endswith((".", "?")) else "."
    return f"{words[:1].upper()}{words[1:]}{end}" if words else ""


def as_text(lines: Iterable[Laid]) -> tuple[str, ...]:
    """Return a preview as plain lines, none of them broken."""
    return tuple(line.plain for line in lines)
