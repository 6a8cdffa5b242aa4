"""What is seen while a copy takes the journal's place.

It is a small app of its own: meanwhile nothing else may have the journal open.
"""

import asyncio
from typing import Any, ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from integrate_tui import restoring
from integrate_tui.errors import IntegrateError
from integrate_tui.paths import Paths
from integrate_tui.tui.errands import Place, PutBack
from integrate_tui.tui.small import SmallApp
from integrate_tui.tui.widgets.sheet_keys import SheetKeys

_DOING = "Putting the copy back. The journal that is there is kept aside first."
_NOT_DONE = "It could not be done."


class PutBackApp(SmallApp):
    """Put one copy back, and say what came of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Go on", id="put-back.go-on"),
        Binding("ctrl+q", "go_on", "Go on", show=False, priority=True, id="put-back.leave"),
    ]

    question = getters.query_one("#question", Static)

    def __init__(self, paths: Paths, errand: PutBack, **looks: Any) -> None:
        """Begin.

        Args:
            paths: Where things are; the journal is closed.
            errand: What is put back.
            looks: As `SmallApp` has them.
        """
        super().__init__(**looks)
        self._paths = paths
        self._source = errand.source
        self.said = ""
        """What is to be said of it afterwards; empty as long as it is not done."""

    def compose(self) -> ComposeResult:
        """Lay what happens over the keys."""
        with Vertical(id="unlock"), Vertical(id="box"):
            yield Static(_DOING, markup=False, id="question")
            yield Static("One moment.", markup=False, id="said", classes="-calm")
            yield SheetKeys(("enter", "Go on", "app.go_on"))

    def on_mount(self) -> None:
        """Begin with nothing to go on to."""
        self.query_one(SheetKeys).visible = False

    def on_ready(self) -> None:
        """Do it."""
        super().on_ready()
        self._carry_out()

    @work
    async def _carry_out(self) -> None:
        try:
            aside = await asyncio.to_thread(restoring.restore, self._paths, self._source)
        except IntegrateError as error:
            self.query_one("#said", Static).add_class("-trouble")
            self.question.update(_NOT_DONE)
            self.say(str(error))
        else:
            self.said, *more = restoring.result(self._source, aside)
            self.question.update(self.said)
            self.say("\n".join(more))
        self.query_one(SheetKeys).visible = True

    def action_go_on(self) -> None:
        """Go on to the screens."""
        if self.query_one(SheetKeys).visible:
            self.exit(bool(self.said))


def carry_out(paths: Paths, errand: PutBack, then: Place, **looks: Any) -> Place | None:
    """Put a copy back on the screen, and return where to go on; None if the program is to end.

    Args:
        paths: As `PutBackApp` has them.
        errand: What is put back.
        then: Where to go on if it could not be done.
        looks: As `SmallApp` has them.
    """
    app = PutBackApp(paths, errand, **looks)
    if app.run() is None:
        return None
    return Place(then.mode, said=app.said) if app.said else then
