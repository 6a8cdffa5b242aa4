"""The trash: everything that was deleted, to be had back."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui.core import dates
from integrate_tui.core.text import counted
from integrate_tui.core.thing import Brief
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.screens.erasing import erase_thing, erase_things
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows


class TrashScreen(Trip[int | None]):
    """What lies in the trash; gives what was taken out of it last."""

    AUTO_FOCUS = "Rows"
    HELP = "What you deleted. It stays here until you erase it, one thing or all of them."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "restore", "Have it back", show=False, id="trash.restore"),
        Binding(
            "x", "erase", "Erase", id="trash.erase", tooltip="Erase the marked thing for good."
        ),
        Binding(
            "X", "empty", "Empty for good", id="trash.empty", tooltip="Erase all of the trash."
        ),
    ]

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[Brief]] = getters.query_one("#rows", Rows)

    _restored: int | None = None

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the list."""
        yield Lines(id="heading", classes="trip-heading")
        yield Rows[Brief](
            self._draw,
            key=_number,
            id="rows",
            indent=4,
            opens="Have it back",
            empty="The trash is empty.",
            classes="list",
        )

    def offers(self, action: str) -> bool:
        """Offer to empty only what is not."""
        needs_some = action in ("restore", "erase", "empty")
        return self.rows.count > 0 if needs_some else super().offers(action)

    def on_mount(self) -> None:
        """Show what there is."""
        self._reload()

    def _reload(self) -> None:
        contents = self.workspace.trash.contents()
        self.heading.show([[("Trash", "primary")]], [[(counted(len(contents), "thing"), "muted")]])
        self.rows.show_anew(Listed(contents))

    def _draw(self, brief: Brief, above: Brief | None, width: int) -> Look:
        today = self.workspace.today
        right: list[Part] = [(dates.short_day(brief.moment.day, today), "muted")]
        title = " ".join(brief.title.split()) or "Untitled"
        return Look([(f"{brief.kind.word:<12}", "muted"), (title, "text")], right)

    @on(Rows.Chosen)
    def restore_chosen(self) -> None:
        """Have the chosen thing back."""
        self.action_restore()

    def action_restore(self) -> None:
        """Have the marked thing back."""
        brief = self.rows.row
        if brief is not None:
            self.app.attempt(lambda: self._restore(brief.n))
            self._reload()

    def _restore(self, n: int) -> None:
        self.workspace.trash.restore(n)
        self._restored = n

    def action_back(self) -> None:
        """Go back, and tell what was taken out."""
        self.dismiss(self._restored)

    @work
    @one_at_a_time
    async def action_erase(self) -> None:
        """Erase the marked thing, once its word is typed."""
        brief = self.rows.row
        if brief is not None:
            await erase_thing(self.app, brief.n, brief.kind)
            self._reload()

    @work
    @one_at_a_time
    async def action_empty(self) -> None:
        """Erase what is shown in the trash, once the word is typed, and nothing that came since."""
        shown = [brief.n for brief in self.workspace.trash.contents()]
        self._reload()
        if shown:
            await erase_things(self.app, shown)
            self._reload()


def _number(brief: Brief) -> int:
    return brief.n
