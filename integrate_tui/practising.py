"""How a practice stands: what it is to today, its score, and what it is to the days around it."""

from collections.abc import Iterable, Mapping
from datetime import date

from integrate_tui.core.practice import Practice, PracticeState, TickState
from integrate_tui.core.schedule import Due, Era, due, due_words, eras, read, words_of
from integrate_tui.core.score import DayTick, felt_since, score, score_words, streak
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


def how_it_stands(
    workspace: Workspace, practice: Thing[Practice], ticks: Mapping[date, DayTick] | None = None
) -> HowItStands:
    """Return how a practice stands.

    Args:
        workspace: Where it is kept.
        practice: The practice.
        ticks: Everything that was ever said of it, where that is known already.
    """
    known = workspace.ticks.by_day(practice.n) if ticks is None else ticks
    return _stands(workspace, practice, _eras(workspace, practice), known)


def how_they_stand(
    workspace: Workspace, practices: Iterable[Thing[Practice]]
) -> dict[int, HowItStands]:
    """Return how each active practice stands, by its number.

    Of a life of ticks only those days are read that are still felt in the score of any of them.
    """
    active = [each for each in practices if each.value.state is PracticeState.ACTIVE]
    held = {each.n: _eras(workspace, each) for each in active}
    since = date.min
    if not _counts_rows(workspace):
        felt = (felt_since(each.value, held[each.n], workspace.today) for each in active)
        since = min(felt, default=workspace.today)
    lately = workspace.ticks.since(since)
    stand = {}
    for each in active:
        ticks: Mapping[date, DayTick] = lately.get(each.n, {})
        if any(tick.state is TickState.RESTED for tick in ticks.values()):
            ticks = workspace.ticks.by_day(each.n)  # days of rest are walked past, further back
        stand[each.n] = _stands(workspace, each, held[each.n], ticks)
    return stand


def _eras(workspace: Workspace, practice: Thing[Practice]) -> tuple[Era, ...]:
    return eras(workspace.practices.states_of(practice.n))


def _counts_rows(workspace: Workspace) -> bool:
    return bool(workspace.settings.get(STREAKS_SETTING) == "on")


def _stands(
    workspace: Workspace,
    practice: Thing[Practice],
    held: tuple[Era, ...],
    ticks: Mapping[date, DayTick],
) -> HowItStands:
    states = {day: tick.state for day, tick in ticks.items()}
    today, value = workspace.today, practice.value
    given = (value, held, ticks, practice.moment.day, today)
    return HowItStands(
        due=due(value, states, today),
        why_not=due_words(value, states, today),
        score=score(*given),
        in_a_row=streak(*given) if _counts_rows(workspace) else 0,
    )


def schedule_words(practice: Practice) -> str:
    """Say when a practice is meant for; empty for every day, which needs no words."""
    return words_of(read(practice.schedule)) if practice.schedule else ""
