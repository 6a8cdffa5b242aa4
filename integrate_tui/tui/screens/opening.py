"""Which screen shows a thing of which kind; each is imported when it is first gone to."""

from importlib import import_module
from typing import Any

from textual.screen import Screen

from integrate_tui.core.thing import ThingKind
from integrate_tui.parking import title_over
from integrate_tui.tui.host import Turn
from integrate_tui.workspace import Workspace

_PAGES = {
    ThingKind.EXPERIENCE: ("experience_page", "ExperienceScreen"),
    ThingKind.SERIES: ("series_page", "SeriesScreen"),
    ThingKind.RESULT: ("result", "ResultScreen"),
    ThingKind.INSIGHT: ("insight_page", "InsightScreen"),
    ThingKind.THEME: ("themes", "ThemeScreen"),
}
"""The kinds that have a page of their own: its module, and its class there."""
_SHELVES = "integrate_tui.tui.screens.shelves"
_PARKED = (ThingKind.FRAGMENT, ThingKind.LINE)
"""The kinds that may be parked."""


def screen_of(
    workspace: Workspace, n: int, kind: ThingKind, turn: Turn | None = None
) -> Screen[Any]:
    """Return the screen that shows a thing; for what is parked, that is the container.

    Args:
        workspace: Whose it is.
        n: Its number.
        kind: Its kind.
        turn: Goes to its neighbours in the list it was opened from.
    """
    if kind in _PARKED and title_over(workspace, n) is not None:
        container: Screen[Any] = import_module(_SHELVES).ContainerScreen()
        return container
    module, name = _PAGES.get(kind, ("reader", "ReaderScreen"))
    page = getattr(import_module(f"integrate_tui.tui.screens.{module}"), name)
    shown: Screen[Any] = page(n) if kind in _PAGES else page(n, kind, turn)
    return shown
