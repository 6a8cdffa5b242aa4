"""A file taken apart: pieces, their sections, their items, and the settings of each."""

import re
from typing import NamedTuple

from integrate_tui.core.pieces import Kind
from integrate_tui.packs.notes import Notes
from integrate_tui.packs.words import Words

_NUMBER = r"\(?\d{1,3}[.)]\s"


class Setting(NamedTuple):
    """A word, and what it is set to."""

    name: str
    at: Words
    """The line it stands in."""
    value: Words


class Item:
    """A `?` or `-` line with what is indented under it."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.settings: list[Setting] = []
        self.guidance: list[Words] = []
        """Lines of text; one without words stands for an empty line."""


class Section:
    """What stands under a `##`, or under the title before any."""

    def __init__(self, title: Words, *, after_items: bool = False) -> None:
        self.title = title
        self.settings: list[Setting] = []
        self.text: list[Words] = []
        self.items: list[Item] = []
        self.after_items = after_items
        """Whether it is text that came after items, and no `##` began it."""


class Block:
    """A piece as it lies in the file."""

    def __init__(self, title: Words, kind: Kind | None, notes: Notes) -> None:
        self.title = title
        self.kind = kind
        """None where it is said and not known."""
        self.notes = notes
        self.settings: list[Setting] = []
        self.text: list[Words] = []
        self.sections: list[Section] = []


def numbered(block: Block) -> Words | None:
    """Return the first line of text that begins as in a numbered list, if there is one.

    Word processors write lists so, and what is meant are the items of the piece.
    """
    texts = [block.text, *(section.text for section in block.sections)]
    return next((line for text in texts for line in text if re.match(_NUMBER, line.text)), None)
