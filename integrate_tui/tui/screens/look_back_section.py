"""What the sections of Look back share: a range of days, and where the keys go."""

from typing import ClassVar

from textual import getters
from textual.containers import Vertical
from textual.message import Message

from integrate_tui.core.spans import Span
from integrate_tui.core.thing import ThingKind
from integrate_tui.core.value import value
from integrate_tui.tui.host import Host
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.rows import Look, Rows
from integrate_tui.workspace import Workspace


@value()
class Item:
    """A row of a section, and what it leads to."""

    key: str
    """What makes it the same after everything was read anew."""
    parts: tuple[Part, ...]
    right: tuple[Part, ...] = ()
    under: tuple[Part, ...] = ()
    n: int | None = None
    """The thing it leads to."""
    kind: ThingKind | None = None


def draw_item(item: Item, above: Item | None, width: int) -> Look:
    """Draw a row as it is."""
    return Look(item.parts, item.right, item.under)


def key_of(item: Item) -> str:
    """Return what makes a row the same row."""
    return item.key


class Section(Vertical):
    """One way of looking back."""

    NAME: ClassVar[str]
    HAS_SPAN: ClassVar[bool] = True
    """Whether it goes by the range that is chosen."""

    app = getters.app(Host)

    class Wanted(Message):
        """Something is to be looked for in the journal."""

        def __init__(self, typed: str) -> None:
            """Look for it.

            Args:
                typed: What one would type in the search.
            """
            super().__init__()
            self.typed = typed

    def __init__(self) -> None:
        super().__init__(id=f"section-{self.NAME.lower()}", classes="section")

    @property
    def workspace(self) -> Workspace:
        """The journal and everything around it."""
        return self.app.workspace

    def show(self, span: Span) -> None:
        """Show what a range of days comes to."""
        raise NotImplementedError

    def take_keys(self) -> None:
        """Give the keys to what is moved through with them."""
        self.query(Rows).first().focus()

    def open_item(self, item: Item | None) -> None:
        """Open what a row leads to, if it leads anywhere."""
        if item is not None and item.n is not None and item.kind is not None:
            self.app.open_thing(item.n, item.kind)
