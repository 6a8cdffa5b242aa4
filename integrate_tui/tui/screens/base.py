"""What every screen shares: its app, the strips around it, and a word where there is no room."""

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui.errors import IntegrateError
from integrate_tui.tui.forgetting import forget_drawn
from integrate_tui.tui.host import Host
from integrate_tui.tui.once import LeftOnce
from integrate_tui.tui.places import PLACES
from integrate_tui.tui.widgets.key_bar import KeyBar
from integrate_tui.tui.widgets.place_strip import PlaceStrip
from integrate_tui.workspace import Workspace

ResultT = TypeVar("ResultT")

_TOO_SMALL = (
    "A little more room, please: 60 columns and 16 lines are enough. Support (F2) opens in any."
)


class IntegrateScreen(LeftOnce[ResultT]):
    """A screen of this program."""

    AUTO_FOCUS = ""
    IS_FLOW: ClassVar[bool] = False
    """Whether something is being filled in, so that letters do not lead elsewhere."""
    IS_GROUNDING: ClassVar[bool] = False
    """Whether an exercise is under way here, or is being chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "t",
            "thread",
            "Thread",
            show=False,
            id="screen.thread",
            tooltip="What the marked thing came from, and what came of it.",
        ),
    ]

    app = getters.app(Host)

    def __init__(self) -> None:
        super().__init__()
        # It is styled as it is mounted; Textual would read every style again when it is first gone
        # to. Where Textual has no such count any more, that is all that happens.
        self._css_update_count = getattr(self.app, "_css_update_count", 0)

    @property
    def workspace(self) -> Workspace:
        """The journal and everything around it."""
        return self.app.workspace

    def on_screen_resume(self) -> None:
        """Take up what was changed in the text packs, and offer the keys that fit."""
        if self.is_left:
            return
        for words in self.workspace.packs.refresh():
            self.app.say(words, long=True)
        self.come_back_safely()

    def on_unmount(self) -> None:
        """Leave nothing of what was drawn behind, in memory or for collections to look through."""
        forget_drawn()

    def come_back_safely(self) -> None:
        """Show the present state of things, or say what stands in the way.

        A screen whose parts are still on their way shows it when it is gone to.
        """
        if not self.is_mounted:
            return
        try:
            self.come_back()
        except IntegrateError as error:
            self.app.say_fault(error)
        self.refresh_bindings()

    def come_back(self) -> None:
        """Show the present state of things, whenever the screen is gone to or come back to."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Ask `offers`, once there is anything on the screen to go by."""
        if self.is_left:
            return False
        return self.offers(action) if self.is_mounted else True

    def offers(self, action: str) -> bool:
        """Tell whether an action leads anywhere now; its key is shown only then."""
        return action != "thread" or (not self.IS_FLOW and self.marked_thing is not None)

    @property
    def marked_thing(self) -> int | None:
        """The number of the thing that is marked or read here, None where there is none."""
        from integrate_tui.tui.marked import thing_on  # noqa: PLC0415 - the first frame has no need

        return thing_on(self)

    def action_thread(self) -> None:
        """Show the thread of what is marked."""
        n = self.marked_thing
        if n is not None:
            self.app.open_thread(n)


class Place(IntegrateScreen[None]):
    """One of the seven places."""

    MODE: ClassVar[str]

    def compose(self) -> ComposeResult:
        """Put the strips around what the place shows."""
        yield PlaceStrip(PLACES, self.MODE)
        yield from self.body()
        yield KeyBar()
        yield Static(_TOO_SMALL, classes="too-small", markup=False)

    def body(self) -> Iterable[Widget]:
        """Return what the place shows."""
        return ()

    def come_back(self) -> None:
        """Show the present state of things."""
        self.reload()

    def reload(self) -> None:
        """Read everything anew."""

    @on(PlaceStrip.Chosen)
    def go_to_place(self, event: PlaceStrip.Chosen) -> None:
        """Go to the place that was clicked."""
        self.app.switch_mode(event.mode)


class Trip(IntegrateScreen[ResultT]):
    """A screen that one goes to from a place and comes back from with Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="trip.back", tooltip="Go back to where you were."),
    ]

    def compose(self) -> ComposeResult:
        """Put the key bar under what the trip shows."""
        yield from self.body()
        yield KeyBar(in_flow=self.IS_FLOW)
        yield Static(_TOO_SMALL, classes="too-small", markup=False)

    def body(self) -> Iterable[Widget]:
        """Return what the trip shows."""
        return ()

    def action_back(self) -> None:
        """Go back, with nothing to tell."""
        self.dismiss(None)
