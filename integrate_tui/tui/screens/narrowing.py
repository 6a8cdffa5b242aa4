"""Choosing a filter from lists, for those who do not type them."""

from integrate_tui.core.narrowing import STARRED, ChipName, Reader, options
from integrate_tui.tui.host import Host
from integrate_tui.tui.modals.ask import Ask
from integrate_tui.tui.modals.choose import Choose

_FILTERS = (
    (ChipName.TAG, "Tag\u2026"),
    (ChipName.FEELING, "Feeling\u2026"),
    (ChipName.GUIDE, "Guide\u2026"),
    (ChipName.STAGE, "Stage\u2026"),
    (ChipName.SINCE, "Since\u2026"),
    (ChipName.UNTIL, "Until\u2026"),
    (ChipName.EXPERIENCE, "Experience\u2026"),
    (ChipName.KIND, "Kind\u2026"),
    (ChipName.IS, "Starred"),
)
_DAYS = {ChipName.SINCE: "From which day on?", ChipName.UNTIL: "Up to which day?"}
_NONE = {
    ChipName.TAG: "There are no tags yet. # while reading gives some.",
    ChipName.FEELING: "No feelings were named yet.",
    ChipName.GUIDE: "There are no guides.",
    ChipName.EXPERIENCE: "There is no experience yet.",
}


async def ask_for_chip(app: Host, known: Reader) -> tuple[ChipName, str] | None:
    """Let a person choose what to narrow a search by, and to what; None where that was left.

    It is called from a worker, and waits for the answers.
    """
    words = tuple(words for _, words in _FILTERS)
    chosen = await app.push_screen_wait(Choose("Narrow it down by", words))
    if chosen is None:
        return None
    name = _FILTERS[chosen][0]
    if name is ChipName.IS:
        return name, STARRED
    if name in _DAYS:
        typed = await app.push_screen_wait(Ask(_DAYS[name], hint="last month, or 2026-11-03"))
        return (name, typed.strip()) if typed and typed.strip() else None
    offered = options(name, known)
    if not offered:
        app.say(_NONE.get(name, "There is none yet."))
        return None
    labels = tuple(label for _, label in offered)
    at = await app.push_screen_wait(Choose(_FILTERS[chosen][1].rstrip("\u2026"), labels))
    return None if at is None else (name, offered[at][0])
