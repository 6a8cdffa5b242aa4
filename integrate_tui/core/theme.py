"""A theme: one's own word for something that runs through entries, insights and goals."""

from integrate_tui.core.value import value


@value()
class Theme:
    """A gathering of things under a name of one's own."""

    name: str
    about: str = ""
