"""Letting go of what was drawn, once nothing of it is to be left in memory."""

from textual._styles_cache import StylesCache


def forget_drawn() -> None:
    """Have Textual forget the lines of widgets that are gone.

    It remembers the last thousand widgets that it looked up colours for, each with every line that
    was drawn of it.
    """
    StylesCache.get_inner_outer.cache_clear()
