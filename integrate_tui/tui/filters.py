"""The last look at everything that is drawn: nothing may reach the terminal but characters.

Textual passes control characters of any text it is given straight on. What a person writes and what
packs say is cleaned when it comes in; this is the same promise kept a second time, over every line
of every widget, for whatever path a text may have taken.
"""

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

# C0, DEL, C1, every mark and control of the bidirectional algorithm, and what is never seen and
# joins no letters. None of them has a width, so a line keeps its length without them.
_UNWANTED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb]"
)


class CharactersOnly(LineFilter):
    """Take out of each line whatever a terminal could act upon."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with their text made harmless."""
        search = _UNWANTED.search
        if not any(search(segment.text) for segment in segments if segment.control is None):
            return segments
        return [
            segment
            if segment.control is not None
            else Segment(_UNWANTED.sub("", segment.text), segment.style)
            for segment in segments
        ]


# Every sign that the program itself draws with, or Textual draws for it, and one of the same width
# to stand for it.
_ASCII = str.maketrans(
    {
        "\u2500": "-",
        "\u2501": "=",
        "\u258e": "|",
        "\u2595": "|",
        "\u25cb": "o",
        "\u25cc": ".",
        "\u250a": "|",
        "\u2212": "-",
        "\u25cf": "*",
        "\u25aa": "#",
        "\u25ab": "-",
        "\u00b7": ".",
        "\u2026": "~",
        "\u00d7": "x",
        "\u2013": "-",
        "\u2192": ">",
        "\u25b8": ">",
        "\u25c2": "<",
        "\u2581": ".",
        "\u2582": "_",
        "\u2583": "-",
        "\u2584": "=",
        "\u2585": "+",
        "\u2586": "*",
        "\u2587": "%",
        "\u2588": "#",
        "\u2589": "|",
        "\u2502": "|",
        **dict.fromkeys("\u250c\u2510\u2514\u2518\u251c\u2524\u252c\u2534\u253c", "+"),
        **dict.fromkeys("\u258a\u258b\u258c\u258d\u258f", "|"),
        "\u2590": "|",
        **dict.fromkeys("\u259f\u2599\u259c\u259b", "#"),
        **dict.fromkeys("\u259d\u2598\u2580", "'"),
        **dict.fromkeys("\u256d\u256e\u2570\u256f", "+"),
        "\u2571": "/",
        "\u2572": "\\",
        "\u2591": ":",
        "\u2592": "%",
        "\u2593": "&",
        "\u2191": "^",
        "\u2193": "v",
        "\u2594": "-",
        "\u2022": "*",
        "\u2023": ">",
        "\u2b51": "*",
        "\u25e6": "o",
        "\u201c": '"',
        "\u201d": '"',
    }
)


class AsciiOnly(LineFilter):
    """Draw lines, marks and charts with ASCII, for terminals and readers that want no other."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with the program's own signs in ASCII."""
        return [
            segment
            if segment.control is not None or segment.text.isascii()
            else Segment(segment.text.translate(_ASCII), segment.style)
            for segment in segments
        ]


_CHARACTERS_ONLY = CharactersOnly()
_ASCII_ONLY = AsciiOnly()


def own_filters(*, draws_ascii: bool) -> list[LineFilter]:
    """Return the filters that every line goes through, the same ones at each call.

    A strip of the screen keeps what a filter made of it under the filter itself: a new one at every
    call would filter every line at every frame, and be kept with it.

    Args:
        draws_ascii: Whether the program draws with ASCII alone.
    """
    return [_CHARACTERS_ONLY, *([_ASCII_ONLY] if draws_ascii else [])]
