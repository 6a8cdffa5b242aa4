"""Today: what now, at a glance, with at most one thing accented."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget

from integrate_tui.core import dates, suggest, trends
from integrate_tui.core.drafts import Draft
from integrate_tui.core.goal import GoalStep, StepState
from integrate_tui.core.practice import Practice, TickState, strip
from integrate_tui.core.text import shorten
from integrate_tui.core.thing import Thing
from integrate_tui.overview import TRACKED, Overview, overview, skip
from integrate_tui.tui.screens.base import Place
from integrate_tui.tui.widgets.card import Card
from integrate_tui.tui.widgets.drawing import TICK_MARKS, Part, fit
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows
from integrate_tui.waiting import Waits, Where

_STRIP_DAYS = 7
_TREND_ROLES = ("sage", "rose")
_PAST_LENGTH = 70
_MARK, _LEAST_TITLE = 2, 8
"""Cells of the sign before something to do, and of its title at least."""

Todo = Thing[Practice] | Thing[GoalStep]


class TodayPlace(Place):
    """What now."""

    MODE = "today"
    HELP = "What there is to do, and nothing that has to be done."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Tick", id="today.tick", tooltip="Tick what is marked."),
        Binding(
            "s",
            "skip",
            "Leave out",
            id="today.skip",
            tooltip="Say that the marked practice is left out today.",
        ),
        Binding("right", "beside", "What there is to do", show=False, id="today.right"),
        Binding("left", "back_over", "What waits", show=False, id="today.left"),
        Binding(
            "x",
            "put_off",
            "Another time",
            id="today.put-off",
            tooltip="Leave this guide for another time; it is not offered for some days.",
        ),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.heading = Lines(id="heading")
        self.check_in_card = Card(key="c", id="check-in")
        self.guide_card = Card(key="w", id="guide")
        self.waits_heading = Lines(id="waits-heading")
        self.waits = Rows[Waits](self._draw_waits, quiet_mark="background", id="waits")
        self.trend = Lines(id="trend")
        self.todo_heading = Lines(id="todo-heading")
        self.todos = Rows[Todo](self._draw_todo, quiet_mark="background", id="todos")
        self.past = Lines(id="past")
        self._overview: Overview | None = None
        self._is_new = True

    def body(self) -> Iterable[Widget]:
        """Lay out the greeting, the cards, the fortnight and what is to do.

        They are filled in first, so that the screen is laid out once.
        """
        self._read()
        with VerticalScroll(id="today", can_focus=False):
            yield self.heading
            with Vertical(id="columns"):
                with Vertical(id="cards"):
                    yield self.check_in_card
                    yield self.guide_card
                    yield self.waits_heading
                    yield self.waits
                with Vertical(id="aside"):
                    yield self.trend
                    yield self.todo_heading
                    yield self.todos
            yield self.past

    def reload(self) -> None:
        """Read everything that is shown, unless it was read a moment ago for the first frame."""
        if not self._is_new:
            self._read()
        self._is_new = False
        self.refresh_bindings()

    def _read(self) -> None:
        seen = self.app.attempt(lambda: overview(self.workspace))
        if seen is None:
            return
        self._overview = seen
        self._show_heading(seen)
        self._show_cards(seen)
        self._show_trend(seen)
        self._show_waits(seen)
        self._show_todos(seen)
        self._show_past(seen)

    def offers(self, action: str) -> bool:
        """Offer ticking only where there is something to tick."""
        if action == "tick":
            return self.todos.has_focus
        if action == "put_off":
            seen = self._overview
            is_offered = (
                seen is not None and seen.suggestion is not None and _draft_of(seen) is None
            )
            return is_offered and self.guide_card.has_focus
        if action == "skip":
            row = self.todos.row
            return self.todos.has_focus and row is not None and isinstance(row.value, Practice)
        return super().offers(action)

    def _show_heading(self, seen: Overview) -> None:
        name, _, rest = seen.phase.words.partition(" \u00b7 ")
        where: list[Part] = [(name, "primary")]
        if rest:
            where.append((f" \u00b7 {rest}", "muted"))
        lines: list[list[Part]] = [[(seen.greeting, "strong")], where]
        right: list[list[Part]] = [[(dates.long_day(seen.today), "muted")]]
        if seen.phase.session:
            from integrate_tui.tui.screens.series_line import series_line  # noqa: PLC0415 - for few

            line, ahead = series_line(self.workspace, seen.phase, self.app.size.width)
            lines, right = [*lines, line], [*right, [], ahead]
        self.heading.show(lines, right)

    def _show_cards(self, seen: Overview) -> None:
        card, guide = self.check_in_card, self.guide_card
        card.title = "Check in"
        card.words = "Nothing yet today. About a minute."
        if seen.check_ins:
            last = seen.check_ins[-1]
            said = "" if self.app.veiled_today else last.value.line
            card.words = f"{last.moment.local:%H:%M}  {said}".rstrip()
        guide.title, guide.words, guide.brief = self._guide_words(seen)
        is_unfinished = _draft_of(seen) is not None
        card.accented = not seen.check_ins and not is_unfinished
        guide.accented = is_unfinished or (not card.accented and seen.suggestion is not None)

    def _guide_words(self, seen: Overview) -> tuple[str, str, str]:
        """Return the two lines of the card for writing, and a shorter second one."""
        draft = _draft_of(seen)
        if draft is not None:
            left = dates.ago(self.workspace.moment(draft.changed).day, seen.today)
            title = "what you began" if self.app.veiled_today else draft.title
            return f"Go on with {title}", f"Left {left}. Everything is kept.", f"Left {left}."
        if seen.suggestion is None:
            return "Write", "A free page, or a guide.", ""
        guide = seen.suggestion.guide
        why = seen.suggestion.why[:1].upper() + seen.suggestion.why[1:]
        size = f"{suggest.size_words(guide)}."
        if self.app.is_veiled:  # it may name an experience
            return guide.title, size, ""
        return guide.title, f"{size} {why}.", size

    def _show_waits(self, seen: Overview) -> None:
        waits = list(seen.waits)
        is_settled = bool(seen.check_ins) and not (waits or seen.drafts or seen.steps)
        heading = "Waiting, in no hurry" if waits else "Nothing waits." * is_settled
        lines: list[list[Part]] = [[(heading, "muted")]] if heading else []
        if seen.notice:
            how = ("ctrl+p, Make a copy", "muted")
            lines = [[(seen.notice, "sand")], [how], [], *lines]
        self.waits_heading.show(lines)
        self.waits_heading.display = bool(lines)
        self.waits.display = bool(waits)
        self.waits.styles.height = len(waits)
        self.waits.show(Listed(waits), self.waits.cursor)

    def _draw_waits(self, waits: Waits, above: Waits | None, width: int) -> Look:
        return Look([("\u2023 ", "primary"), (waits.words, "text")])

    def _show_trend(self, seen: Overview) -> None:
        lines: list[list[Part]] = [[("Last 14 days", "muted")], []]
        for name, role in zip(TRACKED, _TREND_ROLES, strict=True):
            series = trends.series(seen.means, name, seen.first_day, seen.today)
            lines.append([(f"{name:<10}", "text"), (trends.sparkline(series), role)])
        self.trend.show([*lines, []])

    def _show_todos(self, seen: Overview) -> None:
        todos: list[Todo] = [*seen.practices, *seen.steps]
        heading = "Practices" if seen.practices else "Steps"
        self.todo_heading.show([[(heading, "muted")], []] if todos else [])
        self.todos.display = bool(todos)
        self.todos.styles.height = len(todos)
        self.todos.show(Listed(todos), self.todos.cursor)

    def _draw_todo(self, todo: Todo, above: Todo | None, width: int) -> Look:
        today = self.workspace.today
        if isinstance(todo.value, GoalStep):
            is_done = todo.value.state is StepState.DONE
            due = _due_words(todo.value.due, today) if not is_done else ""
            title = fit(todo.value.title, max(_LEAST_TITLE, width - _MARK - len(due)))
            return Look([_mark(is_done), (title + due, _role(is_done))])
        ticks = self._overview.ticks.get(todo.n, {}) if self._overview else {}
        is_done = ticks.get(today) is TickState.DONE
        days = strip(ticks, today, todo.moment.day, _STRIP_DAYS)
        week = "".join(TICK_MARKS[state] for state in days)
        return Look([_mark(is_done), (todo.value.title, _role(is_done))], [(week, "sage")])

    def _show_past(self, seen: Overview) -> None:
        if seen.past is None or self.app.veiled_today:
            self.past.show([])
            return
        line = shorten(" ".join(seen.past.words.split()), _PAST_LENGTH)
        when = dates.plain_day(seen.past.day, seen.today)
        self.past.show([[(f"\u201c{line}\u201d", "quote")], [(when, "muted")]])

    @on(Card.Chosen, "#check-in")
    def check_in(self) -> None:
        """Check in."""
        self.app.check_in()

    @on(Card.Chosen, "#guide")
    def write(self) -> None:
        """Go on with a draft, write with the guide that fits, or choose one."""
        seen = self._overview
        draft = _draft_of(seen) if seen is not None else None
        if draft is not None:
            self.app.go_on_with(draft)
        elif seen is not None and seen.suggestion is not None:
            self.app.write_with(seen.suggestion.guide, seen.suggestion.experience)
        else:
            self.app.choose_guide()

    @on(Rows.Chosen, "#waits")
    def see_to_it(self) -> None:
        """Go where what was chosen is seen to."""
        chosen = self.waits.row
        if chosen is None:
            return
        if chosen.where in (Where.GOALS, Where.INSIGHTS):
            self.app.switch_mode(str(chosen.where))
            return
        from integrate_tui.tui.screens import insight_ways  # noqa: PLC0415 - once gone to

        ways = {
            Where.LOOK_AGAIN: insight_ways.look_again,
            Where.INBOX: insight_ways.inbox,
            Where.CARDS: insight_ways.pause_cards,
            Where.CONTAINER: insight_ways.container,
            Where.CARE: insight_ways.care,
        }
        ways[chosen.where](self.app)

    @on(Rows.Chosen, "#todos")
    def tick_chosen(self) -> None:
        """Tick what was chosen."""
        self.action_tick()

    @on(Rows.Marked, "#todos")
    def offer_keys(self) -> None:
        """Offer the keys that fit what is marked."""
        self.refresh_bindings()

    def action_tick(self) -> None:
        """Tick the marked practice or step, or take its tick back."""
        self._set(TickState.DONE)

    def action_beside(self) -> None:
        """Go over to the practices and steps."""
        if self.todos.count:
            self.todos.focus()

    def action_back_over(self) -> None:
        """Go back over to the cards."""
        self.check_in_card.focus()

    def action_put_off(self) -> None:
        """Leave the guide that is offered for another time."""
        seen = self._overview
        if seen is None or seen.suggestion is None:
            return
        guide = seen.suggestion.guide

        def put_off() -> bool:
            skip(self.workspace, guide)
            return True

        if self.app.attempt(put_off):
            self.app.say("Another time, then. w has it whenever you like.")
        self.reload()

    def on_descendant_focus(self) -> None:
        """Offer the keys that fit where one is."""
        self.refresh_bindings()

    def action_skip(self) -> None:
        """Leave the marked practice out today, or take that back."""
        self._set(TickState.SKIPPED)

    def _set(self, state: TickState) -> None:
        from integrate_tui import keeping  # noqa: PLC0415 - the first frame does without it

        todo, workspace = self.todos.row, self.workspace
        if todo is None or self._overview is None:
            return
        if isinstance(todo.value, Practice):
            present = self._overview.ticks.get(todo.n, {}).get(workspace.today)
            wanted = TickState.CLEARED if present is state else state
            self.app.attempt(lambda: keeping.tick(workspace, todo.n, wanted))
        else:
            self.app.attempt(lambda: keeping.tick_step(workspace, todo.n))
        self.reload()


def _draft_of(seen: Overview) -> Draft | None:
    """Return what was left unfinished and is to be gone on with, if anything is.

    A mark after an experience closes, and a draft does not: it can wait in the list of guides.
    """
    draft = next(iter(seen.drafts), None)
    suggested = seen.suggestion
    is_mark = suggested is not None and suggested.experience is not None
    if draft is None or suggested is None or not is_mark:
        return draft
    return draft if draft.subject == suggested.guide.id else None


def _mark(is_done: bool) -> Part:
    return ("\u25cf " if is_done else "\u25cb ", "sage" if is_done else "muted")


def _role(is_done: bool) -> str:
    return "muted" if is_done else "text"


def _due_words(due: date | None, today: date) -> str:
    if due is None:
        return ""
    return f", {dates.ahead(due, today)}" if due >= today else f", {dates.short_day(due, today)}"
