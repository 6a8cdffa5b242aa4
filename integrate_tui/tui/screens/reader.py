"""Reading one thing, with its Markdown drawn, and what was put on it at its head."""

from collections.abc import Iterable
from typing import ClassVar

from markdown_it import MarkdownIt
from textual import getters, work
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Markdown, Static

from integrate_tui.core import dates
from integrate_tui.core.entry import Entry
from integrate_tui.core.text import counted
from integrate_tui.core.thing import Brief, Role, Stage, Thing, ThingKind
from integrate_tui.errors import IntegrateError
from integrate_tui.tui.host import Turn
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.tags import EditTags
from integrate_tui.tui.modals.tick import Tick
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.reading import preview, thing_of, to_markdown
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.screens.goal_lines import TENDED
from integrate_tui.tui.screens.goal_looks import page_of
from integrate_tui.tui.screens.history import HistoryScreen
from integrate_tui.tui.screens.journal_list import EDITED
from integrate_tui.tui.screens.themes import choose_themes
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.lines import Lines

_ABOUT = (ThingKind.ENTRY, ThingKind.FRAGMENT, ThingKind.CHECK_IN, ThingKind.SITTING)
"""What can be about an experience."""
_NO_STAGE = "Leave it unsaid"


def _parser() -> MarkdownIt:
    """Return a parser that leaves HTML as the text it is, and makes no links of its own."""
    return MarkdownIt("gfm-like", {"html": False, "linkify": False})


def drawn_entry(entry: Entry) -> Widget:
    """Return an entry with its Markdown drawn."""
    return Markdown(to_markdown(entry), parser_factory=_parser, open_links=False)


class ReaderScreen(Trip[None]):
    """One thing, to be read."""

    AUTO_FOCUS = "#page"
    HELP = "Reading. e changes it; the version before stays in its history, which h shows."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "Edit", id="reader.edit"),
        Binding("number_sign,T", "tags", "Tags", id="reader.tags", tooltip="Change its tags."),
        Binding("s,asterisk", "star", "Star", id="reader.star", tooltip="Star it, or not."),
        Binding("h", "history", "History", id="reader.history", tooltip="Its earlier versions."),
        Binding(
            "t",
            "thread",
            "Thread",
            id="reader.thread",
            tooltip="What it came from, and what came of it.",
        ),
        Binding(
            "p",
            "stage",
            "Stage",
            show=False,
            id="reader.stage",
            tooltip="Understand, process, apply, or none.",
        ),
        Binding(
            "l",
            "link",
            "About",
            show=False,
            id="reader.link",
            tooltip="Which experiences it is about.",
        ),
        Binding(
            "m",
            "themes",
            "Themes",
            show=False,
            id="reader.themes",
            tooltip="Which themes of yours it is in.",
        ),
        Binding("x", "delete", "Delete", show=False, id="reader.delete", tooltip="Into the trash."),
        Binding("X", "erase", "Erase", show=False, id="reader.erase", tooltip="Gone for good."),
        Binding("left_square_bracket", "turn(1)", "Earlier", show=False, id="reader.earlier"),
        Binding("right_square_bracket", "turn(-1)", "Later", show=False, id="reader.later"),
        Binding("j", "page_by(1)", "Down", show=False, id="reader.down"),
        Binding("k", "page_by(-1)", "Up", show=False, id="reader.up"),
        Binding("q", "back", "Back", show=False, id="reader.back"),
    ]

    heading = getters.query_one("#heading", Lines)
    page = getters.query_one("#page", VerticalScroll)

    def __init__(self, n: int, kind: ThingKind, turn: Turn | None = None) -> None:
        """Begin.

        Args:
            n: The number of what is read.
            kind: Its kind.
            turn: Goes to its neighbours in the list it was opened from; those in the journal
                where there is none.
        """
        super().__init__()
        self.n = n
        self.kind = kind
        self._turn = turn

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the page."""
        yield Lines(id="heading", classes="trip-heading")
        yield VerticalScroll(id="page")

    def offers(self, action: str) -> bool:
        """Offer what can be done with a thing of this kind."""
        if action == "edit":
            return self.kind in EDITED or self.kind in TENDED
        if action == "link":
            return self.kind in _ABOUT
        return super().offers(action)

    def come_back(self) -> None:
        """Show it as it is after a change.

        Whoever asks, it is done by the screen itself, one time after the other: two at once would
        both lay a page out.
        """
        self.call_next(self._show)

    async def _show(self) -> None:
        try:
            thing: Thing[Entry] | None = None
            if self.kind is ThingKind.ENTRY:
                thing = self.workspace.entries.get(self.n)
                title, content = thing.value.heading, drawn_entry(thing.value)
            else:
                title = self.kind.word.capitalize()
                content = Static(self._plain(), markup=False, id="plain")
            self.heading.show(self._head(title), [[(str(self.n), "muted")]])
        except IntegrateError as error:
            self.heading.show([])
            content = Static(str(error), markup=False)
        await self.page.remove_children()
        await self.page.mount(content)
        self.refresh_bindings()

    def _plain(self) -> Content:
        """Return what is not Markdown in words; of what is looked after, how it stands as well."""
        workspace = self.workspace
        if self.kind in TENDED:
            return page_of(workspace, thing_of(workspace, self.n, self.kind))
        return preview(workspace, self.n, self.kind, is_dated=False)

    def _head(self, title: str) -> list[list[Part]]:
        """Return the lines at the top: what it is, when, and what was put on it."""
        workspace = self.workspace
        brief = workspace.journal.brief(self.n)
        if brief is None:
            return []
        moment = brief.moment
        facts = [f"{dates.long_day(moment.day)} {moment.day.year}", f"{moment.local:%H:%M}"]
        if brief.detail and self.kind is ThingKind.ENTRY:
            facts.append(brief.detail)
        versions = workspace.journal.history(self.n)
        if len(versions) > 1:
            facts.append(counted(len(versions), "version"))
        lines: list[list[Part]] = [[(title, "primary")], [(" \u00b7 ".join(facts), "muted")]]
        lines += [line for line in self._labels(brief) if line]
        if brief.trashed:
            lines.append([("It lies in the trash.", "sand")])
        if not workspace.journal.is_intact(self.n):
            lines.append([("This does not fit its checksum: it may be damaged.", "sand")])
        return lines

    def _labels(self, brief: Brief) -> list[list[Part]]:
        """Return the star, the stage and the tags on a line, and the experiences on another."""
        workspace = self.workspace
        parts: list[Part] = [("* starred   ", "sand")] if brief.starred else []
        if brief.stage:
            parts.append((f"{brief.stage}   ", "sage"))
        tags = " ".join(f"#{tag}" for tag in workspace.tags.of(self.n))
        if tags:
            parts.append((tags, "sky"))
        about = [lived.value.heading for lived in workspace.experiences.behind(self.n)]
        return [parts, [(f"about {', '.join(about)}", "muted")] if about else []]

    def action_page_by(self, by: int) -> None:
        """Scroll a line."""
        self.page.scroll_relative(y=by, animate=False)

    def action_turn(self, by: int) -> None:
        """Go to the thing before or after, in the list one came from or in the journal."""
        brief = self.app.attempt(lambda: self._turn(by) if self._turn else self._in_journal(by))
        if brief is not None:
            self.n, self.kind = brief.n, brief.kind
            self.come_back()
            self.page.scroll_home(animate=False)

    def _in_journal(self, by: int) -> Brief | None:
        journal = self.workspace.journal
        offset = journal.offset_of(self.n) + by
        found = journal.page(1, offset) if offset >= 0 else []
        return found[0] if found else None

    def action_edit(self) -> None:
        """Change it."""
        self.app.edit_thing(self.n, self.kind)

    def action_history(self) -> None:
        """Show its earlier versions."""
        self.app.push_screen(HistoryScreen(self.n, self.kind))

    def action_star(self) -> None:
        """Put a star on it, or take it off."""
        labels = self.workspace.labels
        starred = not labels.is_starred(self.n)
        self.app.attempt(lambda: labels.set_starred(self.n, starred=starred))
        self.come_back()

    @work
    @one_at_a_time
    async def action_stage(self) -> None:
        """Say what it does with an experience, or take that back."""
        labels, stages = self.workspace.labels, tuple(Stage)
        present = labels.stage_of(self.n)
        marked = stages.index(present) if present else len(stages)
        question = Choose("What does this do?", (*map(str, stages), _NO_STAGE), marked)
        chosen = await self.app.push_screen_wait(question)
        if chosen is not None:
            stage = stages[chosen] if chosen < len(stages) else None
            self.app.attempt(lambda: labels.set_stage(self.n, stage))
            self.come_back()

    @work
    @one_at_a_time
    async def action_tags(self) -> None:
        """Change its tags."""
        tags = self.workspace.tags
        sheet = EditTags(tags.of(self.n), tuple(tags.in_use()))
        typed = await self.app.push_screen_wait(sheet)
        if typed is not None:
            self.app.attempt(lambda: tags.set(self.n, typed))
            self.come_back()

    @work
    @one_at_a_time
    async def action_themes(self) -> None:
        """Say which themes it is in."""
        await choose_themes(self.app, self.n)
        self.come_back()

    @work
    @one_at_a_time
    async def action_link(self) -> None:
        """Say which experiences it is about."""
        links, today = self.workspace.links, self.workspace.today
        lived = self.workspace.experiences.all()[::-1]
        if not lived:
            self.app.say("There is no experience yet. 6 and then a adds one.")
            return
        present = set(links.targets(self.n, Role.ABOUT))
        names = tuple(
            f"{each.value.heading}, {dates.short_day(each.moment.day, today)}" for each in lived
        )
        before = frozenset(i for i, each in enumerate(lived) if each.n in present)
        ticked = await self.app.push_screen_wait(Tick("What is this about?", names, before))
        if ticked is None:
            return

        def link() -> None:
            with self.workspace.write("Say what it is about"):
                for i in ticked ^ before:
                    links.set(self.n, lived[i].n, Role.ABOUT, linked=i in ticked)

        self.app.attempt(link)
        self.come_back()

    @work
    @one_at_a_time
    async def action_delete(self) -> None:
        """Put it into the trash, and go back."""
        if await self.app.put_in_trash(self.n, f"Delete the {self.kind.word}"):
            self.dismiss(None)

    @work
    @one_at_a_time
    async def action_erase(self) -> None:
        """Erase it for good, once its word is typed, and go back."""
        from integrate_tui.tui.screens.erasing import erase_thing  # noqa: PLC0415 - rarely needed

        if await erase_thing(self.app, self.n, self.kind):
            self.dismiss(None)
