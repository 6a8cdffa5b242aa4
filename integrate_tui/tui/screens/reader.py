"""Reading one thing, with its Markdown drawn."""

from collections.abc import Iterable
from typing import ClassVar

from markdown_it import MarkdownIt
from textual import getters, work
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Markdown, Static

from integrate_tui.core import dates
from integrate_tui.core.entry import Entry
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.errors import IntegrateError
from integrate_tui.tui.modals.ask import Ask
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.reading import preview, to_markdown
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.lines import Lines


def _parser() -> MarkdownIt:
    """Return a parser that leaves HTML as the text it is, and makes no links of its own."""
    return MarkdownIt("gfm-like", {"html": False, "linkify": False})


class ReaderScreen(Trip[None]):
    """One thing, to be read."""

    AUTO_FOCUS = "#page"
    HELP = "Reading. e changes it; the version before stays in its history."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "Edit", id="reader.edit"),
        Binding("T", "tags", "Tags", id="reader.tags"),
        Binding("x", "delete", "Delete", id="reader.delete", tooltip="Into the trash."),
        Binding("left_square_bracket", "turn(1)", "Earlier", show=False, id="reader.earlier"),
        Binding("right_square_bracket", "turn(-1)", "Later", show=False, id="reader.later"),
        Binding("j", "page_by(1)", "Down", show=False, id="reader.down"),
        Binding("k", "page_by(-1)", "Up", show=False, id="reader.up"),
        Binding("q", "back", "Back", show=False, id="reader.back"),
    ]

    heading = getters.query_one("#heading", Lines)
    page = getters.query_one("#page", VerticalScroll)

    def __init__(self, n: int, kind: ThingKind) -> None:
        super().__init__()
        self.n = n
        self.kind = kind

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the page."""
        yield Lines(id="heading", classes="trip-heading")
        yield VerticalScroll(id="page")

    def come_back(self) -> None:
        """Show it as it is after a change."""
        self.call_next(self._show)

    async def _show(self) -> None:
        try:
            if self.kind is ThingKind.ENTRY:
                thing = self.workspace.entries.get(self.n)
                title, content = thing.value.heading, self._drawn(thing)
            else:
                brief = self.workspace.journal.brief(self.n)
                title = str(self.kind).capitalize() if brief else ""
                content = Static(
                    preview(self.workspace, self.n, self.kind), markup=False, id="plain"
                )
        except IntegrateError as error:
            title, content = "", Static(str(error), markup=False)
        self._show_heading(title)
        await self.page.remove_children()
        await self.page.mount(content)

    def _drawn(self, thing: Thing[Entry]) -> Widget:
        return Markdown(to_markdown(thing.value), parser_factory=_parser, open_links=False)

    def _show_heading(self, title: str) -> None:
        brief = self.workspace.journal.brief(self.n)
        if brief is None:
            return
        moment = brief.moment
        facts = [f"{dates.long_day(moment.day)} {moment.day.year}", f"{moment.local:%H:%M}"]
        experiences = self.workspace.links.targets(self.n, Role.ABOUT)
        if experiences:
            facts.append(self.workspace.experiences.get(experiences[-1]).value.heading)
        second: list[Part] = [(" \u00b7 ".join(facts), "muted")]
        tags = " ".join(f"#{tag}" for tag in self.workspace.tags.of(self.n))
        if tags:
            second.append((f"   {tags}", "sky"))
        number: list[Part] = [(str(self.n), "muted")]
        lines: list[list[Part]] = [[(title, "primary")], second]
        if not self.workspace.journal.is_intact(self.n):
            lines.append([("This does not fit its checksum: it may be damaged.", "sand")])
        self.heading.show(lines, [number])

    def action_page_by(self, by: int) -> None:
        """Scroll a line."""
        self.page.scroll_relative(y=by, animate=False)

    async def action_turn(self, by: int) -> None:
        """Go to the thing before or after in the journal."""
        offset = self.workspace.journal.offset_of(self.n) + by
        found = self.workspace.journal.page(1, offset) if offset >= 0 else []
        if found:
            self.n, self.kind = found[0].n, found[0].kind
            await self._show()
            self.page.scroll_home(animate=False)

    def action_edit(self) -> None:
        """Change it."""
        self.app.edit_thing(self.n, self.kind)

    @work
    async def action_tags(self) -> None:
        """Change its tags."""
        present = " ".join(self.workspace.tags.of(self.n))
        typed = await self.app.push_screen_wait(
            Ask("Tags, with spaces between", present, "sleep water family")
        )
        if typed is not None:
            tags = typed.replace(",", " ").split()
            self.app.attempt(lambda: self.workspace.tags.set(self.n, tags))

    @work
    @one_at_a_time
    async def action_delete(self) -> None:
        """Put it into the trash, and go back."""
        if await self.app.put_in_trash(self.n, f"Delete the {self.kind}"):
            self.dismiss(None)
