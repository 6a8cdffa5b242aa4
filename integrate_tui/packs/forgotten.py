"""Settings whose colon was forgotten: they would be shown as text, and silently not be kept to.

Sentences begin with the same words. So only a line that reads as the setting from its first word to
its last is taken for one, and never one that ends like a sentence.
"""

import re
from collections.abc import Callable, Iterable

from integrate_tui.core.pieces import KeepAs
from integrate_tui.packs.answers import read_scale
from integrate_tui.packs.blocks import Block, Item, Setting
from integrate_tui.packs.forms import ANSWERS, Place
from integrate_tui.packs.rules import read_rule
from integrate_tui.packs.values import read_seconds, split
from integrate_tui.packs.words import UnclearError, Words, loose

_MOST_IN_CHOICE = 3
"""Words in one of several choices; what has more between its commas is a sentence."""
_SENTENCE_ENDS = (".", "!", "?", "\u2026", ":", ",", ";")
_BEGINS = re.compile(
    r"(support if|ask if|keep as|write for|answer|takes|scale|choose any|choose|check|rule|level"
    r"|private|reverse|unscored)\s+(?=\S)",
    re.IGNORECASE,
)
_AND_ABOVE = r"-?\d{1,9} ?(?:(?:and|or) (?:above|more|higher|up|over)|\+)"
_COMPARED = r"([\w-]+) (?:is|below|above|answered|not answered)\b.*"
_ONE_OF = {
    "answer": frozenset({"text", "line", "date", "sketch", "body"}),
    "keep as": frozenset(KeepAs),
    "level": frozenset({"gentle", "standard", "gated"}),
    "private": frozenset({"yes", "no"}),
    "reverse": frozenset({"yes", "no"}),
    "unscored": frozenset({"yes", "no"}),
}
_READERS: dict[str, Callable[[Words], object]] = {
    "takes": read_seconds,
    "write for": read_seconds,
    "scale": read_scale,
    "rule": read_rule,
}
_LISTS = frozenset({"choose", "choose any", "check"})
_BUNDLED_LISTS = frozenset({"feelings", "values"})
_CHOSEN_FROM = _LISTS | {"answers"}


def without_colon(words: Words, place: Place) -> Setting | None:
    """Return the setting that a line of text may be, as far as the line alone tells."""
    found = _BEGINS.match(words.text)
    if found is None or words.text.endswith(_SENTENCE_ENDS):
        return None
    name, value = found[1].casefold(), words.cut(found.end())
    if name not in place.words:
        return None
    if name in _ONE_OF:
        reads = loose(value.text) in _ONE_OF[name]
    elif name in _READERS:
        reads = _is_read(value, _READERS[name])
    elif name in _LISTS:
        reads = words.text[0].islower() and _is_list(name, value)
    else:
        reads = True  # what it speaks of stands elsewhere
    return Setting(name, words, value) if reads else None


def is_meant(setting: Setting, item: Item | None, block: Block) -> bool:
    """Tell whether a line that may be a setting fits what the piece asks."""
    given = loose(setting.value.text)
    if setting.name == "ask if":
        compared = re.fullmatch(_COMPARED, given)
        return compared is not None and compared[1] in _names(block)
    if setting.name == "support if":
        labels = _labels([*block.settings, *(item.settings if item else ())])
        parts = [loose(part.text) for part in split(setting.value)]
        return bool(re.fullmatch(_AND_ABOVE, given)) or (bool(parts) and labels.issuperset(parts))
    if setting.name in ANSWERS and item is not None:
        return not any(other.name in ANSWERS for other in item.settings)
    return True


def _is_read(value: Words, reader: Callable[[Words], object]) -> bool:
    try:
        reader(value)
    except UnclearError:
        return False
    return True


def _is_list(name: str, value: Words) -> bool:
    """Tell whether this is a list of choices, and no sentence with a comma in it."""
    if name == "choose any" and loose(value.text) in _BUNDLED_LISTS:
        return True
    parts = [loose(part.text).split() for part in split(value)]
    return len(parts) > 1 and all(
        0 < len(part) <= _MOST_IN_CHOICE and part[0] not in {"and", "or"} for part in parts
    )


def _names(block: Block) -> set[str]:
    items = (item for section in block.sections for item in section.items)
    settings = (setting for item in items for setting in item.settings)
    return {loose(setting.value.text) for setting in settings if setting.name == "name"}


def _labels(settings: Iterable[Setting]) -> set[str]:
    """Return the choices that settings offer, without the numbers of a measure's answers."""
    lists = (setting.value for setting in settings if setting.name in _CHOSEN_FROM)
    return {re.sub(r"^[+-]?\d+ ", "", loose(part.text)) for words in lists for part in split(words)}
