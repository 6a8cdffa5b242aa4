"""The insights that are due to be looked at again, one at a time."""

from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from integrate_tui import believing
from integrate_tui.core import looking_again
from integrate_tui.core.insight import Insight, InsightSort
from integrate_tui.core.text import clean, counted
from integrate_tui.core.thing import Thing
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens import insight_ways
from integrate_tui.tui.screens.one_at_a_time import OneAtATime
from integrate_tui.tui.widgets.lettered import Letter, Lettered


class LookAgainScreen(OneAtATime):
    """What is to be looked at again, one at a time."""

    HELP = "What comes back to be looked at. Still so, in other words, or another day."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "app.undo", "Undo", id="again.undo", tooltip="Take the last one back."),
        Binding("q", "back", "Back", show=False, id="again.back"),
    ]

    LETTERS: ClassVar[tuple[Letter, ...]] = (
        Letter("s", "Still so"),
        Letter("e", "In other words"),
        Letter("b", "From several sides", "for a belief"),
        Letter("a", "Something to do", "a goal, a step, a practice, a boundary"),
        Letter("o", "Leave it open", "nothing asks after it"),
        Letter("y", "Not yet", "another day"),
    )

    def __init__(self) -> None:
        super().__init__()
        self._later: list[int] = []
        """What was left for another day."""
        self._found: Thing[Insight] | None = None

    @property
    def marked_thing(self) -> int | None:
        """The number of the insight that is looked at."""
        return self._found.n if self._found else None

    def come_back(self) -> None:
        """Show the next one."""
        workspace, today = self.workspace, self.workspace.today
        due = workspace.insights.due(today, len(self._later) + 1)
        found = self._found = next((one for one in due if one.n not in self._later), None)
        if found is None:
            self.app.say("That was everything for today.")
            self.dismiss(None)
            return
        left = workspace.insights.count_due(today) - len(self._later)
        self.heading.show(
            [[("To look at again", "primary")]], [[(counted(max(1, left), "insight"), "muted")]]
        )
        insight = found.value
        touched = looking_again.touched_words(insight, found.moment.day, today)
        self.when.show([[(f"{insight.sort}, {insight.standing} \u00b7 {touched}", "muted")]])
        self.words.update(clean("\n\n".join(part for part in (insight.line, insight.more) if part)))
        self.ways.cursor = 0

    @on(Lettered.Taken)
    def take(self, event: Lettered.Taken) -> None:
        """Do what a letter says."""
        self._take(event.key)

    @work
    @one_at_a_time
    async def _take(self, key: str) -> None:
        found = self._found
        if found is None:
            return
        workspace, n = self.workspace, found.n
        match key:
            case "s":
                insight_ways.still_so(self.app, n)
            case "e":
                if await insight_ways.reword(self.app, found):
                    self.app.attempt(lambda: believing.look(workspace, n))
            case "b" if found.value.sort is InsightSort.BELIEF:
                await insight_ways.worksheet(self.app, found)
            case "b":
                self.app.say("That is for beliefs. e changes what kind it is.")
            case "a":
                await insight_ways.act(self.app, found)
            case "o":
                self.app.attempt(lambda: believing.leave_open(workspace, n, left_open=True))
            case _:
                self._later.append(n)
        self.come_back_safely()
