"""How a practice stands: what it is to today, its score, and what it is to the days around it."""

from collections.abc import Iterable

from integrate_tui.core.practice import Practice, PracticeState
from integrate_tui.core.schedule import Due, due, due_words, eras, read, words_of
from integrate_tui.core.score import DayTick, score, score_words, streak
from integrate_tui.core.text import counted
from integrate_tui.core.thing import Thing
from integrate_tui.core.value import value
from integrate_tui.workspace import Workspace

STREAKS_SETTING = "streaks"


@value()
class HowItStands:
    """How a practice stands today."""

    due: Due
    why_not: str = ""
    """Why it is not in today's list; empty where it is."""
    score: float | None = None
    """The forgiving score, 0 to 1; None while no day counts."""
    in_a_row: int = 0
    """Days in a row, where a person has asked for them to be counted."""

    @property
    def words(self) -> str:
        """The score and what else is counted, in words; empty where there is nothing."""
        row = f"{counted(self.in_a_row, 'day')} in a row" if self.in_a_row else ""
        return ", ".join(filter(None, [score_words(self.score), row]))


def how_it_stands(workspace: Workspace, practice: Thing[Practice]) -> HowItStands:
    """Return how a practice stands, from everything that was ever said of it."""
    ticks = {day: DayTick(*said) for day, said in workspace.ticks.by_day(practice.n).items()}
    states = {day: tick.state for day, tick in ticks.items()}
    today = workspace.today
    value = practice.value
    held = eras(workspace.practices.states_of(practice.n))
    counts_rows = workspace.settings.get(STREAKS_SETTING) == "on"
    given = (value, held, ticks, practice.moment.day, today)
    return HowItStands(
        due=due(value, states, today),
        why_not=due_words(value, states, today),
        score=score(*given),
        in_a_row=streak(*given) if counts_rows else 0,
    )


def how_they_stand(
    workspace: Workspace, practices: Iterable[Thing[Practice]]
) -> dict[int, HowItStands]:
    """Return how each active practice stands, by its number."""
    return {
        practice.n: how_it_stands(workspace, practice)
        for practice in practices
        if practice.value.state is PracticeState.ACTIVE
    }


def schedule_words(practice: Practice) -> str:
    """Say when a practice is meant for; empty for every day, which needs no words."""
    return words_of(read(practice.schedule)) if practice.schedule else ""
