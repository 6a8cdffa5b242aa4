"""The app over a hostile journal, with everything that a terminal would be sent by it kept."""

import re
from typing import Any

from textual._compositor import CompositorUpdate
from textual.pilot import Pilot
from textual.screen import Screen

from integrate_tui.core.thing import ThingKind
from integrate_tui.tui.app import IntegrateApp
from integrate_tui.workspace import Workspace
from tests.hostile.journal import SIGN
from tests.tui.conftest import press, settle

SIZE = (120, 40)
_OURS = re.compile("\x1b\\[[0-9;]*[mH]|\x1b\\[\\?[0-9]+[hl]|\n")
"""What the program itself sends between the characters."""
_HARM = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)


def harm(sent: str) -> list[str]:
    """Return what there is in what was sent beside characters and what the program itself sends.

    A style is what the program sends too; that of the payload is one that it never does.
    """
    found = [ascii(sign) for sign in sorted(set(_HARM.findall(_OURS.sub("", sent))))]
    return found + [ascii(style) for style in ("\x1b[5m", "\x1b[2J") if style in sent]


class Watched(IntegrateApp):
    """The app, with what it sends kept as a terminal would be sent it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.sent: list[str] = []

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        if isinstance(renderable, CompositorUpdate):
            self.sent.append(renderable.render_segments(self.console))
        elif renderable is not None:
            self.sent.append(self.console._render_buffer(self.console.render(renderable)))
        super()._display(screen, renderable)


class Watching:
    """What is done with the app, and what is asked of it afterwards."""

    def __init__(self, app: Watched, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot
        self.workspace = app.workspace

    @property
    def sent(self) -> str:
        """Everything that was sent."""
        return "".join(self.app.sent)

    @property
    def drawn(self) -> list[str]:
        """The lines that are on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    async def press(self, *keys: str) -> None:
        """Press keys."""
        await press(self.pilot, *keys)

    async def show(self, screen: Screen[Any]) -> None:
        """Show a screen."""
        self.app.push_screen(screen)
        await settle(self.pilot)

    def newest(self, kind: ThingKind) -> int:
        """Return the number of the newest thing of a kind."""
        return max(thing.n for thing in self.workspace.shelf(kind).all())

    def oldest(self, kind: ThingKind) -> int:
        """Return the number of the first thing of a kind."""
        return min(thing.n for thing in self.workspace.shelf(kind).all())

    def telling(self, kind: ThingKind) -> int:
        """Return the number of the first thing of a kind that says something."""
        things = sorted(self.workspace.shelf(kind).all(), key=lambda thing: thing.n)
        return next((thing.n for thing in things if SIGN in repr(thing.value)), things[0].n)
