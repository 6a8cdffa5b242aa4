"""One experience: its intention, its hours, what was written, and what came of it."""

from collections.abc import Iterable
from datetime import timedelta
from typing import ClassVar

from textual import events, getters, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui import afterwards, sessions
from integrate_tui.core import around, dates
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import SENSES, Fragment
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.errors import NotFoundError, UsageError
from integrate_tui.tui.modals.ask import Ask
from integrate_tui.tui.modals.form import Form, FormField, Values
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.screens.experience_forms import (
    change_experience,
    goal_form,
    put_in_series,
    write_mark,
)
from integrate_tui.tui.screens.experience_rows import PageRow, page
from integrate_tui.tui.screens.then_and_now import ask_now
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.plot import Curve, Picture, Plot, Sign
from integrate_tui.tui.widgets.rows import Listed, Look, Rows
from integrate_tui.when import read_moment

_MARGINS = 8
_DRAWN_FROM = 3
"""Numbers from which there is something to draw."""
_UNSAID = "unsaid"
_TICKS = ((-24, "\u221224 h"), (0, ""), (24, "+24 h"), (48, "+48 h"), (96, "day 4"), (168, "day 7"))


class ExperienceScreen(Trip[None]):
    """The page of an experience."""

    AUTO_FOCUS = "#rows"
    HELP = "An experience: its hours, what you wrote about it, and what came of it."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "Edit", id="experience.edit"),
        Binding("a", "add", "Fragment", id="experience.add", tooltip="A fragment, or a note."),
        Binding(
            "b",
            "breakthrough",
            "Breakthrough",
            id="experience.breakthrough",
            tooltip="Mark the fragment as a breakthrough, or take that back.",
        ),
        Binding(
            "f",
            "followed",
            "What followed",
            id="experience.followed",
            tooltip="Say what followed from this breakthrough.",
        ),
        Binding("m", "mark", "Mark", id="experience.mark", tooltip="One of its short guides."),
        Binding(
            "o",
            "then_and_now",
            "Then and now",
            id="experience.then-and-now",
            tooltip="One question today, and then your first notes beside the answer.",
        ),
        Binding("s", "series", "Series", id="experience.series", tooltip="Which series it is in."),
        Binding(
            "h",
            "hope",
            "Hoped for",
            show=False,
            id="experience.hope",
            tooltip="Add what the treatment is hoped to change.",
        ),
        Binding("left_square_bracket", "turn(-1)", "Earlier", show=False, id="experience.earlier"),
        Binding("right_square_bracket", "turn(1)", "Later", show=False, id="experience.later"),
        Binding("X", "erase", "Erase", show=False, id="experience.erase", tooltip="Gone for good."),
        Binding("q", "back", "Back", show=False, id="experience.back"),
    ]

    heading = getters.query_one("#heading", Lines)
    plot = getters.query_one("#plot", Plot)
    rows: getters.query_one[Rows[PageRow]] = getters.query_one("#rows", Rows)

    def __init__(self, n: int) -> None:
        """Begin.

        Args:
            n: The number of the experience.
        """
        super().__init__()
        self.n = n
        self._width = 0

    def body(self) -> Iterable[Widget]:
        """Lay out the heading, the plot and the page."""
        yield Lines(id="heading", classes="trip-heading")
        yield Plot(id="plot")
        yield Rows[PageRow](
            _draw,
            key=_key,
            stands=_stands,
            id="rows",
            indent=4,
            empty="Nothing is said of it yet. e edits it, a adds a fragment.",
        )

    def come_back(self) -> None:
        """Read everything anew."""
        try:
            thing = self.workspace.experiences.get(self.n)
        except NotFoundError:
            self.dismiss(None)  # it was erased under the screen
            raise
        day = dates.days_between(thing.moment.day, self.workspace.today)
        when = f"{dates.long_day(thing.moment.day)} {thing.moment.day.year}"
        if thing.value.timed:
            when += f", {thing.moment.local:%H:%M}"
        away = f"day {day}" if day >= 0 else dates.ahead(thing.moment.day, self.workspace.today)
        lines: list[list[tuple[str, str]]] = [
            [(thing.value.heading, "primary")],
            [(when, "muted")],
        ]
        if thing.trashed:
            lines.append([("It lies in the trash.", "sand")])
        self.heading.show(lines, [[(away, "muted")]])
        self._show_plot(thing)
        self._width = self.size.width
        self.rows.show_anew(Listed(page(self.workspace, thing, self._width - _MARGINS)))
        self.refresh_bindings()

    def _show_plot(self, thing: Thing[Experience]) -> None:
        """Draw the numbers around it, where there are enough of them."""
        lines = [
            one for one in sessions.readings(self.workspace, thing) if one.name != around.SHIFT
        ]
        has_enough = sum(len(line.readings) for line in lines) >= _DRAWN_FROM
        self.plot.set_class(not has_enough, "-away")
        if not has_enough:
            return
        start = around.began(thing)
        curves = tuple(
            Curve(
                line.label,
                tuple((one.at, one.number) for one in line.readings),
                min(one.low for one in line.readings),
                max(one.high for one in line.readings),
                around.NAMES.index(line.name),
            )
            for line in lines
        )
        ticks = tuple((start + timedelta(hours=hours), words) for hours, words in _TICKS if words)
        self.plot.show(
            Picture(
                curves,
                start - around.BEFORE,
                start + around.AFTER,
                (Sign(start, thing.value.heading),),
                ticks,
                is_ascii=self.app.is_ascii,
            )
        )

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the words anew."""
        if event.size.width != self._width:
            self.call_after_refresh(self.come_back_safely)

    def offers(self, action: str) -> bool:
        """Offer what can be done with the marked row."""
        fragment = self.rows.row.fragment if self.rows.row else None
        match action:
            case "breakthrough":
                return fragment is not None
            case "followed":
                return fragment is not None and fragment.value.breakthrough
            case "mark":
                return bool(sessions.mark_guides(self.workspace, self._experience.value.sort))
            case "then_and_now":
                return self._experience.moment.day <= self.workspace.today
        return super().offers(action)

    @property
    def _experience(self) -> Thing[Experience]:
        return self.workspace.experiences.get(self.n)

    @on(Rows.Marked)
    def offer_keys(self) -> None:
        """Offer the keys that fit what is marked."""
        self.refresh_bindings()

    @on(Rows.Chosen)
    def open(self) -> None:
        """Open what was chosen, or write its mark."""
        row = self.rows.row
        if row is not None and row.mark is not None:
            self.app.write_with(row.mark.guide, self.n)
        elif row is not None and row.brief is not None:
            self.app.open_thing(row.brief.n, row.brief.kind)

    def action_turn(self, by: int) -> None:
        """Go to the experience before or after."""
        numbers = [each.n for each in self.workspace.experiences.all()]
        place = numbers.index(self.n) + by if self.n in numbers else -1
        if 0 <= place < len(numbers):
            self.n = numbers[place]
            self.come_back_safely()

    @work
    @one_at_a_time
    async def action_edit(self) -> None:
        """Change what is known of it."""
        await change_experience(self.app, self.n)
        self.come_back_safely()

    @work
    @one_at_a_time
    async def action_add(self) -> None:
        """Keep a fragment or a note about it, with its moment."""
        workspace, thing = self.workspace, self._experience
        here = workspace.now.tzinfo  # what is typed is read by the clock of where one is
        now_there = thing.moment.at.astimezone(here) if thing.value.timed else workspace.now

        def keep(values: Values) -> None:
            typed = values["when"]
            at = read_moment(typed, workspace.now, workspace.day_starts).at if typed else None
            sense = "" if values["sense"] == _UNSAID else values["sense"]
            afterwards.add_fragment(workspace, self.n, Fragment(values["text"], sense), at)

        def check(values: Values) -> None:
            if not values["text"]:
                raise UsageError("There are no words in it yet.")
            if values["when"]:
                read_moment(values["when"], workspace.now, workspace.day_starts)

        form = Form(
            "A fragment, or a note with its time",
            (
                FormField("text", "In a line"),
                FormField("when", "When", hint=f"now, or {now_there:%Y-%m-%d %H:%M}"),
                FormField("sense", "It was a", _UNSAID, options=(_UNSAID, *SENSES)),
            ),
            check=check,
        )
        await self.app.fill_in(form, keep)
        self.come_back_safely()

    def action_breakthrough(self) -> None:
        """Mark the fragment as a breakthrough, or take that back."""
        row = self.rows.row
        fragment = row.fragment if row else None
        if fragment is not None:
            self.app.attempt(lambda: afterwards.set_breakthrough(self.workspace, fragment.n))
            self.come_back_safely()

    @work
    @one_at_a_time
    async def action_followed(self) -> None:
        """Keep what followed from a breakthrough."""
        row = self.rows.row
        fragment = row.fragment if row else None
        if fragment is None:
            return
        said = await self.app.push_screen_wait(Ask("What followed from it?", hint="not yet"))
        if said and said.strip():
            n = fragment.n
            await self.app.keep(
                lambda: afterwards.keep_what_followed(self.workspace, n, self.n, said)
            )
        self.come_back_safely()

    @work
    @one_at_a_time
    async def action_mark(self) -> None:
        """Choose one of its marks, and write it."""
        await write_mark(self.app, self._experience)

    @work
    @one_at_a_time
    async def action_then_and_now(self) -> None:
        """Ask one question, and show the first notes beside the answer."""
        await ask_now(self.app, self.n)

    @work
    @one_at_a_time
    async def action_series(self) -> None:
        """Show the series it is in, or put it into one."""
        found = self.workspace.series.of(self.n)
        if found is not None:
            self.app.open_thing(found.n, found.kind)
            return
        await put_in_series(self.app, self.n)
        self.come_back_safely()

    @work
    @one_at_a_time
    async def action_erase(self) -> None:
        """Erase it for good, with its things if that is wanted, and go back."""
        from integrate_tui.tui.screens.erasing import erase_thing  # noqa: PLC0415 - rarely needed

        if await erase_thing(self.app, self.n, ThingKind.EXPERIENCE):
            self.dismiss(None)

    @work
    @one_at_a_time
    async def action_hope(self) -> None:
        """Add what the treatment is hoped to change."""
        await self.app.fill_in(
            goal_form(),
            lambda values: afterwards.add_hope(
                self.workspace, self.n, values["title"], values["sign"]
            ),
        )
        self.come_back_safely()


def _draw(row: PageRow, above: PageRow | None, width: int) -> Look:
    return Look(row.parts, row.right)


def _key(row: PageRow) -> object:
    return row.key


def _stands(row: PageRow) -> bool:
    return row.stands
