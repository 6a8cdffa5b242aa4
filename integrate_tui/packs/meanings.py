"""What a single line means in a place of a piece: a setting, a misplaced mark, or text.

Reading and writing go by the same answers, so that what is written is read back as it was meant.
"""

import re

from integrate_tui.packs.blocks import Setting
from integrate_tui.packs.forgotten import without_colon
from integrate_tui.packs.forms import Form, Place, meaning
from integrate_tui.packs.lines import Mark, mark_of
from integrate_tui.packs.words import DASHES, Words

LONGEST_WORD = 25
"""How far into a line its colon may be for what is before it to be the word of a setting."""

_WORDS = rf"[^\W\d_][\w\s'{DASHES[1:]}-]*"
JOINS = rf"[\s_{DASHES[1:]}-]+"
"""What may stand between the words of a setting."""


def setting_in(words: Words) -> Setting | None:
    """Return the word before a line's colon and what follows it, whether it is known or not."""
    text = words.text
    colon = text.find(":", 1, LONGEST_WORD)
    if colon < 0 or text.startswith("//", colon + 1):
        return None
    name = text[:colon].rstrip().casefold()
    if not name.isalpha():
        if not re.fullmatch(_WORDS, name):
            return None
        name = re.sub(JOINS, " ", name)
    return Setting(name, words, words.cut(colon + 1))


def reads_as_text(bare: str, form: Form, place: Place) -> bool:
    """Tell whether a line would be taken for text in some place of a piece, and not for a mark."""
    mark, length = mark_of(bare)
    if mark is Mark.TEXT:
        words = Words(bare, 1, 1)
        setting = setting_in(words)
        if setting is not None and any(meaning(place, setting.name)):
            return False
        return without_colon(words, place) is None
    return (
        place is form.under
        and mark not in {Mark.NOTHING, Mark.ESCAPE}
        and not is_misplaced(mark, bare[:length], form)
    )


def is_misplaced(mark: Mark, sign: str, form: Form) -> bool:
    """Tell whether an indented line with a mark was probably not meant as guidance."""
    if mark is Mark.ITEM:
        return form.mark is Mark.ITEM and sign in DASHES
    return mark is Mark.TITLE or mark is Mark.SECTION or mark is form.mark
