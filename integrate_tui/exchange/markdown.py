"""How words are set into a Markdown file without changing one of them.

What a person wrote is kept as it stands: their headings, lists, code and HTML are theirs, and stay
as large as they made them. It is neither indented nor quoted, so that it can be copied out again.
What keeps a file in order is ours and stands between: a heading for each thing, with its time, and
under it a comment with its kind and number, which readers of Markdown do not show.

Markdown lets two things run on over all that follows until somebody closes them: a code fence, and
a few kinds of HTML such as a comment. Where a text leaves one open, the line that closes it is put
under the text, so that the next thing is read as what it is. Everything else ends by itself.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from integrate_tui.core.dates import Moment, long_day, zone_from_name
from integrate_tui.core.text import clean
from integrate_tui.core.thing import ThingKind

_MAY_RUN_ON = re.compile(r"```|~~~|<(?:[!?]|pre|script|style|textarea)", re.IGNORECASE)
# How the kinds of HTML begin that do not end with a paragraph, and what ends each
# (https://spec.commonmark.org/0.31.2/#html-blocks).
_HTML_ENDS = (
    ("<!--", "-->"),
    ("<![cdata[", "]]>"),
    ("<!", ">"),
    ("<?", "?>"),
    *((f"<{name}", f"</{name}>") for name in ("pre", "script", "style", "textarea")),
)
# Everything that `clean` leaves as it is; finding that out is ten times as quick as cleaning.
_CLEAN = re.compile(
    "[\t\n\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\U0010ffff]*"
)
_zone = lru_cache(maxsize=None)(zone_from_name)


def heading(level: int, words: str) -> str:
    """Return a heading on its line."""
    return f"{'#' * level} {words}\n"


def marker(kind: ThingKind, n: int, origin: int | None = None) -> str:
    """Return the comment by which a thing can be found again.

    Args:
        kind: What it is.
        n: Its number.
        origin: The number of the entry it came from.
    """
    return f"<!-- {kind} {n}, from entry {origin} -->" if origin else f"<!-- {kind} {n} -->"


def block(text: str) -> str:
    """Return a text as it was written, with an empty line after it and nothing of it left open.

    An empty text takes no room.
    """
    if not text:
        return ""
    closer = closing(text)
    return f"{text}\n{closer}\n\n" if closer else f"{text}\n\n"


def labelled(label: str, words: str) -> str:
    """Return `about: The lake`, and nothing where there are no words.

    With the label in front no words, whatever they are, can begin something in Markdown.
    """
    return f"{label}: {words}" if words else ""


def facts(*parts: str) -> str:
    """Return what is known about a thing on one line, `guide: Week one · tags: home`."""
    line = " \u00b7 ".join(filter(None, parts))
    return f"{line}\n" if line else ""


def section(title: str, items: Iterable[str], *, level: int = 2) -> str:
    """Return a list under its heading, and nothing at all for an empty one."""
    lines = "".join(f"- {item}\n" for item in items)
    return f"{heading(level, title)}\n{lines}\n" if lines else ""


def full_day(day: date) -> str:
    """Return `Sunday 22 November 2026`."""
    return f"{long_day(day)} {day.year}"


def wall_clock(moment: Moment) -> str:
    """Return the time of a moment as the clock on the wall showed it: `20:00`."""
    local = moment.at.astimezone(_zone(moment.zone))
    return f"{local.hour:02}:{local.minute:02}"


def closing(text: str) -> str:
    """Return the line that closes what a text leaves open, or an empty string."""
    if "`" not in text and "~" not in text and "<" not in text:
        return ""
    return _closing(text) if _MAY_RUN_ON.search(text) else ""


def cleaned(page: str) -> str:
    """Return a page without control characters, whatever the journal was made with."""
    return page if _CLEAN.fullmatch(page) else clean(page)


def _closing(text: str) -> str:
    # Few texts need it, and importing it takes longer than exporting a year.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    parser = MarkdownIt("commonmark")
    parser.core.ruler.enableOnly(["normalize", "block"])
    # What a line below becomes a part of, if not a paragraph of its own.
    reaching = parser.parse(f"{text}\n\nBelow\n")[-1]
    if reaching.type == "html_block":
        opening = reaching.content.lstrip().lower()
        return next((end for start, end in _HTML_ENDS if opening.startswith(start)), "")
    return reaching.markup if reaching.type == "fence" else ""
