"""What is seen while something is done that needs the journal to be closed.

It is a small app of its own: meanwhile nothing else may have the journal open.
"""

import asyncio
from abc import abstractmethod
from collections.abc import Iterator
from typing import Any, ClassVar, Generic, TypeVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui.errors import IntegrateError
from integrate_tui.tui.small import SmallApp
from integrate_tui.tui.widgets.sheet_keys import SheetKeys

T = TypeVar("T")


class CarryingApp(SmallApp, Generic[T]):
    """Do one thing, say what came of it, and go on by a key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Go on", id="carrying.go-on"),
        Binding("ctrl+q", "go_on", "Go on", show=False, priority=True, id="carrying.leave"),
    ]

    question = getters.query_one("#question", Static)

    def __init__(self, doing: str, **looks: Any) -> None:
        """Begin.

        Args:
            doing: What is said meanwhile.
            looks: As `SmallApp` has them.
        """
        super().__init__(**looks)
        self._doing = doing
        self.is_done: bool | None = None
        """Whether it was done; None while it is under way."""
        self._screens_loop: asyncio.AbstractEventLoop | None = None

    def compose(self) -> ComposeResult:
        """Lay what happens over the keys."""
        with Vertical(id="unlock"), Vertical(id="box"):
            yield Static(self._doing, markup=False, id="question")
            yield from self.before_said()
            yield Static("One moment.", markup=False, id="said", classes="-calm")
            yield from self.after_said()
            yield SheetKeys(("enter", "Go on", "app.go_on"))

    def before_said(self) -> Iterator[Widget]:
        """Yield what stands between the heading and what is said under it."""
        yield from ()

    def after_said(self) -> Iterator[Widget]:
        """Yield what stands between what is said and the keys."""
        yield from ()

    def on_mount(self) -> None:
        """Begin with nothing to go on to."""
        self.query_one(SheetKeys).visible = False

    def on_ready(self) -> None:
        """Do it."""
        super().on_ready()
        self._screens_loop = asyncio.get_running_loop()
        self.begin()

    @work
    async def begin(self) -> None:
        """Do it in a thread, and say what came of it."""
        try:
            result = await asyncio.to_thread(self.carry_out)
        except IntegrateError as error:
            self.query_one("#said", Static).add_class("-trouble")
            self.question.update("It could not be done.")
            self.say(str(error))
            self.is_done = False
        else:
            self.say_done(result)
            self.is_done = True
        self.query_one(SheetKeys).visible = True

    @abstractmethod
    def carry_out(self) -> T:
        """Do it, outside the screen's thread.

        Raises:
            IntegrateError: It could not be done.
        """

    @abstractmethod
    def say_done(self, result: T) -> None:
        """Say what came of it."""

    def say_meanwhile(self, words: str) -> None:
        """Say something under the heading, from within `carry_out`."""
        if self._screens_loop is not None:
            self._screens_loop.call_soon_threadsafe(self.say, words)

    def action_go_on(self) -> None:
        """Go on to the screens, once there is something to go on from."""
        if self.is_done is not None:
            self.exit(self.is_done)
