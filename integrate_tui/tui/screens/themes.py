"""Themes: one's own words for what runs through it, and what is gathered under each."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui import gathering
from integrate_tui.core import dates
from integrate_tui.core.text import counted, shorten
from integrate_tui.core.theme import Theme
from integrate_tui.core.thing import Brief, Thing
from integrate_tui.core.value import value
from integrate_tui.errors import UsageError
from integrate_tui.tui.host import Host
from integrate_tui.tui.modals.form import Form, FormField, Values
from integrate_tui.tui.modals.tick import Tick
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.screens.journal_list import title_of
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

_NEW = "A new theme"
_DAY_WIDTH = 12


@value()
class _Row:
    """A theme, with how much is in it."""

    thing: Thing[Theme]
    count: int


class ThemesScreen(Trip[None]):
    """The themes."""

    AUTO_FOCUS = "#rows"
    HELP = "Your own words for what runs through it. m on anything you read puts it into one."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add", id="themes.add"),
        Binding("e", "edit", "Edit", id="themes.edit"),
        Binding("x", "delete", "Delete", show=False, id="themes.delete", tooltip="Into the trash."),
        Binding("q", "back", "Back", show=False, id="themes.back"),
    ]

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[_Row]] = getters.query_one("#rows", Rows)

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the list."""
        yield Lines(id="heading", classes="trip-heading")
        yield Rows[_Row](
            self._draw,
            key=lambda row: row.thing.n,
            id="rows",
            indent=4,
            empty="No themes yet. a begins one; m on anything you read puts it into one.",
        )

    def come_back(self) -> None:
        """Show them as they are now."""
        themes = self.workspace.themes.all()
        rows = [_Row(each, len(gathering.gathered(self.workspace, each.n))) for each in themes]
        self.rows.show_anew(Listed(rows))
        words = counted(len(rows), "theme") if rows else ""
        self.heading.show([[("Themes", "primary")]], [[(words, "muted")]])

    def _draw(self, row: _Row, above: _Row | None, width: int) -> Look:
        theme = row.thing.value
        about = f"   {theme.about}" if theme.about else ""
        return Look(
            [(theme.name, "text"), (about, "muted")],
            [(f"  {counted(row.count, 'thing')}", "muted")],
        )

    def offers(self, action: str) -> bool:
        """Offer what fits what is marked."""
        if action in ("edit", "delete"):
            return self.rows.row is not None
        return super().offers(action)

    @on(Rows.Marked)
    def offer_keys(self) -> None:
        """Offer the keys that fit what is marked."""
        self.refresh_bindings()

    @on(Rows.Chosen)
    def open(self) -> None:
        """Show what is in the chosen theme."""
        if self.rows.row is not None:
            self.app.push_screen(ThemeScreen(self.rows.row.thing.n))

    @work
    @one_at_a_time
    async def action_add(self) -> None:
        """Begin a theme."""
        await self.app.fill_in(
            theme_form(),
            lambda values: gathering.new_theme(self.workspace, values["name"], values["about"]),
        )
        self.come_back_safely()

    @work
    @one_at_a_time
    async def action_edit(self) -> None:
        """Call a theme something else."""
        if self.rows.row is not None:
            await edit_theme(self.app, self.rows.row.thing)
            self.come_back_safely()

    @work
    @one_at_a_time
    async def action_delete(self) -> None:
        """Put a theme into the trash; what was in it stays."""
        if self.rows.row is not None:
            n = self.rows.row.thing.n
            await self.app.put_in_trash(n, "Delete a theme", "What was in it stays. ")
            self.come_back_safely()


class ThemeScreen(Trip[None]):
    """What is in one theme, in the order of its days."""

    AUTO_FOCUS = "#rows"
    HELP = "What you gathered here, in the order of its days."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "Edit", id="theme.edit", tooltip="Call it something else."),
        Binding("o", "take_out", "Take out", id="theme.take-out", tooltip="It stays elsewhere."),
        Binding("q", "back", "Back", show=False, id="theme.back"),
    ]

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[Brief]] = getters.query_one("#rows", Rows)

    def __init__(self, n: int) -> None:
        """Begin.

        Args:
            n: The number of the theme.
        """
        super().__init__()
        self.n = n

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the list."""
        yield Lines(id="heading", classes="trip-heading")
        yield Rows[Brief](
            self._draw,
            key=lambda brief: brief.n,
            id="rows",
            indent=4,
            empty="Nothing is in it yet. m on anything you read puts it here.",
        )

    def come_back(self) -> None:
        """Show it as it is now."""
        theme = self.workspace.themes.get(self.n).value
        found = gathering.gathered(self.workspace, self.n)
        self.rows.show_anew(Listed(found))
        words = counted(len(found), "thing") if found else ""
        lines = [[(theme.name, "primary")]]
        if theme.about:
            lines.append([(theme.about, "muted")])
        self.heading.show(lines, [[(words, "muted")]])

    def _draw(self, brief: Brief, above: Brief | None, width: int) -> Look:
        is_new = above is None or above.moment.day != brief.moment.day
        day = dates.short_day(brief.moment.day, self.workspace.today) if is_new else ""
        return Look(
            [(f"{day:<{_DAY_WIDTH}}  ", "muted"), (title_of(brief), "text")],
            [(f"  {brief.kind.word}", "muted")],
        )

    def offers(self, action: str) -> bool:
        """Take out only what is there."""
        return self.rows.row is not None if action == "take_out" else super().offers(action)

    @on(Rows.Marked)
    def offer_keys(self) -> None:
        """Offer the keys that fit what is marked."""
        self.refresh_bindings()

    @on(Rows.Chosen)
    def open(self) -> None:
        """Open what was chosen."""
        if self.rows.row is not None:
            self.app.open_thing(self.rows.row.n, self.rows.row.kind)

    @work
    @one_at_a_time
    async def action_edit(self) -> None:
        """Call the theme something else."""
        theme = self.app.attempt(lambda: self.workspace.themes.get(self.n))
        if theme is not None:
            await edit_theme(self.app, theme)
            self.come_back_safely()

    def action_take_out(self) -> None:
        """Take what is marked out of the theme; it stays where it was kept."""
        brief = self.rows.row
        if brief is not None:
            self.app.attempt(
                lambda: gathering.gather(self.workspace, self.n, brief.n, gathered=False)
            )
            self.app.say("Taken out. u has it back here.")
            self.come_back_safely()


async def choose_themes(app: Host, n: int) -> None:
    """Let a person say which themes a thing is in, a new one too. It is called from a worker."""
    workspace = app.workspace
    themes = workspace.themes.all()
    present = set(gathering.themes_of(workspace, n))
    before = frozenset(i for i, theme in enumerate(themes) if theme.n in present)
    names = (*(theme.value.name for theme in themes), _NEW)
    ticked = await app.push_screen_wait(Tick("Which themes is this in?", names, before))
    if ticked is None:
        return
    is_new = len(themes) in ticked

    def put() -> None:
        with workspace.write("Put it into themes"):
            for i in (ticked ^ before) - {len(themes)}:
                gathering.gather(workspace, themes[i].n, n, gathered=i in ticked)

    app.attempt(put)
    if is_new:
        await app.fill_in(
            theme_form(),
            lambda values: gathering.begin_with(workspace, values["name"], values["about"], n),
        )


async def edit_theme(app: Host, theme: Thing[Theme]) -> None:
    """Call a theme something else. It is called from a worker."""
    workspace, n, seen = app.workspace, theme.n, theme.head
    await app.fill_in(
        theme_form(theme.value),
        lambda values: gathering.change_theme(
            workspace, n, values["name"], values["about"], seen=seen
        ),
    )


def theme_form(theme: Theme | None = None) -> Form:
    """Return the form for a theme, with what it is now."""
    return Form(
        "A theme" if theme is None else shorten(theme.name, 60),
        (
            FormField("name", "Name", theme.name if theme else "", hint="water, my father, home"),
            FormField("about", "About it", theme.about if theme else ""),
        ),
        check=_must_have_name,
    )


def _must_have_name(values: Values) -> None:
    if not values["name"]:
        raise UsageError("A theme needs a name.", "", "One word is enough.")
