"""Guides by name."""

from collections.abc import Iterable

from integrate_tui.cli.names import Named, choose
from integrate_tui.core.pieces import Guide


def find(guides: Iterable[Guide], typed: str) -> Guide:
    """Return the guide that was meant, by its id, its title or a part of one.

    Raises:
        NotFoundError: There is none, or several are.
    """
    named = [Named(guide.title, guide, guide.id) for guide in guides]
    return choose(typed, named, "guide", "integrate packs list")
