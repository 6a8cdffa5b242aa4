"""Tags: all there are, to filter by one, give it another name, or take it off everything."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui.core.narrowing import ChipName
from integrate_tui.core.text import counted, normal_tag
from integrate_tui.tui.modals.ask import Ask
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

TagCount = tuple[str, int]


class TagsScreen(Trip[tuple[ChipName, str] | None]):
    """Every tag, with how much carries it; gives the one to filter by."""

    AUTO_FOCUS = "Rows"
    HELP = "The words you gathered things under. Renaming or dropping one changes no writing."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "rename", "Rename", id="all-tags.rename"),
        Binding(
            "x",
            "drop",
            "Drop",
            id="all-tags.drop",
            tooltip="Take it off everything; what you wrote stays.",
        ),
    ]

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[TagCount]] = getters.query_one("#rows", Rows)

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the list."""
        yield Lines(id="heading", classes="trip-heading")
        yield Rows[TagCount](
            _draw,
            key=_tag,
            id="rows",
            indent=4,
            opens="Filter by it",
            empty="No tags yet. # while reading a page gives it some.",
            classes="list",
        )

    def offers(self, action: str) -> bool:
        """Offer to change only what is there."""
        return self.rows.count > 0 if action in ("rename", "drop") else super().offers(action)

    def come_back(self) -> None:
        """Show the tags as they are now."""
        self._reload()

    def _reload(self) -> None:
        tags = list(self.workspace.tags.in_use().items())
        words = counted(len(tags), "tag") if tags else ""
        self.heading.show([[("Tags", "primary")]], [[(words, "muted")]])
        self.rows.show_anew(Listed(tags))
        self.refresh_bindings()

    @on(Rows.Chosen)
    def filter(self) -> None:
        """Go back and filter by what was chosen."""
        if self.rows.row is not None:
            self.dismiss((ChipName.TAG, self.rows.row[0]))

    @work
    @one_at_a_time
    async def action_rename(self) -> None:
        """Give the marked tag another name; where that is a tag already, ask first."""
        if self.rows.row is None:
            return
        tag, count = self.rows.row
        typed = await self.app.push_screen_wait(Ask(f"Another name for #{tag}", tag))
        new = normal_tag(typed or "")
        if not new or new == tag:
            return
        others = self.workspace.tags.in_use().get(new, 0)
        if others:
            question = Confirm(
                f"#{new} is a tag already, on {counted(others, 'thing')}. The "
                f"{counted(count, 'thing')} of #{tag} would join them. u takes it back.",
                yes="Make them one",
                no="Leave both",
            )
            if not await self.app.push_screen_wait(question):
                return
        if await self.app.keep(lambda: self.workspace.tags.rename(tag, new)) is not None:
            self.app.say(f"It is #{new} now. u takes it back.")
        self._reload()

    @work
    @one_at_a_time
    async def action_drop(self) -> None:
        """Take the marked tag off everything, after a question."""
        if self.rows.row is None:
            return
        tag, count = self.rows.row
        question = Confirm(
            f"Take #{tag} off {counted(count, 'thing')}? What you wrote stays; u takes it back.",
            yes="Take it off",
            no="Leave it",
        )
        if await self.app.push_screen_wait(question):
            if await self.app.keep(lambda: self.workspace.tags.drop(tag)) is not None:
                self.app.say(f"#{tag} is off everything. u takes it back.")
            self._reload()


def _draw(row: TagCount, above: TagCount | None, width: int) -> Look:
    return Look([(f"#{row[0]}", "text")], [(f"{row[1]}", "muted")])


def _tag(row: TagCount) -> str:
    return row[0]
