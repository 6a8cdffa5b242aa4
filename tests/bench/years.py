"""Five years of a life with everything in it, to look at every place with: `-m tests.bench.years`.

What `life` makes is what most journals hold. This adds the rest in the amounts that a list, a page
or a line has to bear: long titles and those of other scripts, a series of forty, hundreds of
insights, a chain of links that ends where it began.
"""

import argparse
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from integrate_tui import measuring
from integrate_tui.core.boundary import Boundary, BoundaryState
from integrate_tui.core.dates import Moment
from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalSort, GoalState, GoalStep, StepState
from integrate_tui.core.insight import Insight, InsightSort, KeptLine, LineState, Standing
from integrate_tui.core.loop import Pattern, PatternState
from integrate_tui.core.measure import begin, reply_with
from integrate_tui.core.occasion import OF_BOUNDARY, OF_PATTERN, Occasion
from integrate_tui.core.own_value import OwnValue, ValuePlace
from integrate_tui.core.person import Person, PersonRole
from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.practice import Practice, PracticeState, Tick, TickState
from integrate_tui.core.series import Series
from integrate_tui.core.theme import Theme
from integrate_tui.core.thing import Role, Thing
from integrate_tui.core.worksheet import Worksheet
from integrate_tui.paths import Paths
from integrate_tui.workspace import Workspace, open_workspace
from tests.bench.life import PROMPTS, live, words
from tests.fakes import FakeClock

DAYS = 1_825
LONG = (
    "A very long title that somebody wrote in one go on a train, with commas, and thoughts, and "
    "then more of them until it would fill two lines of any window"
)
ELSEWHERE = "\u6e56\u306e\u307b\u3068\u308a\u3067\u3001\u9759\u304b\u306a\u671d\u306e\u5149"
PICTURES = "\U0001f30a wave after wave \u2764\ufe0f"
_HARD = {3: LONG, 7: ELSEWHERE, 11: PICTURES}
"""Of seventeen titles, those that are hard to draw."""
_SORTS = ("ketamine", "psilocybin", "MDMA", "breathwork", "meditation", "")
_COURSES = (("The first course", 6), ("Boosters", 40), (LONG, 3), ("MDMA", 3), (ELSEWHERE, None))
_SCHEDULES = ("", "mon wed fri", "3 a week", "every 3 days", "at most 2 a week", "2 a month")
_VALUES = (
    *("Kindness", "Honesty", "Courage", "Play", "Nature", "Family", "Health", "Learning"),
    *("Solitude", LONG, ELSEWHERE, "Order", "Craft", "Rest"),
)
_SAID = ("the evening", "I need the evening to myself.", "I leave the room.")
_LOOP = ("A late message", "I answer at once", "It is over with", "I lie awake", "Then I wait")
V = TypeVar("V")


class Years:
    """Fills a journal, one noun after the other."""

    def __init__(self, workspace: Workspace, clock: FakeClock) -> None:
        self._workspace = workspace
        self._clock = clock
        self._now = clock.now()
        self._source = random.Random(7)
        self._entries: list[Thing[Entry]] = []
        self._series: list[Thing[Series]] = []
        self._experiences: list[Thing[Experience]] = []
        self._insights: list[Thing[Insight]] = []
        self._goals: list[Thing[Goal]] = []

    def fill(self) -> None:
        """Keep everything."""
        live(self._workspace, self._clock, entries=900, days=DAYS)
        self._workspace.settings.set("health", "none")
        self._entries = self._workspace.entries.newest(300)
        for part in (
            self._lived,
            self._seen,
            self._believed,
            self._wanted,
            self._practised,
            self._minded,
            self._shelved,
            self._gathered,
            self._chained,
        ):
            with self._workspace.write():
                part()
        self._measured()
        for entry in self._workspace.entries.newest(12)[5:]:
            self._workspace.trash.put(entry.n, "Delete the page")

    def _ago(self, days: float) -> Moment:
        self._clock.set(self._now - timedelta(days=days))
        return self._workspace.moment()

    def _day(self, days: float) -> date:
        return (self._now + timedelta(days=days)).date()

    def _title(self, place: int, length: int = 6) -> str:
        return _HARD.get(place % 17) or self._words(length).split(".")[0]

    def _words(self, length: int) -> str:
        return words(self._source, length)

    def _link(self, one: Thing[Any], other: Thing[Any], role: Role) -> None:
        self._workspace.links.set(one.n, other.n, role)

    def _lived(self) -> None:
        """Forty experiences in five series, one of which has thirty-two to come."""
        workspace = self._workspace
        known = workspace.experiences.all()
        for name, planned in _COURSES:
            back = 1_800 - 300 * len(self._series)
            self._series.append(workspace.series.add(Series(name, planned), self._ago(back)))
        boosters = self._series[1]
        for one in known:
            self._link(one, boosters, Role.PART_OF)
        for place in range(40):
            value = Experience(
                self._title(place, 4) if place % 4 else "",
                _cycled(_SORTS, place),
                bool(place % 2),
                "clinic" if place % 2 else "a cabin in the hills, far from any sound at night",
                "Dr. Ames, Jo",
                self._title(place, 12),
                self._words(30),
                self._words(6) if place % 3 == 0 else "",
            )
            back = 1_800 - place * 45
            kept = workspace.experiences.add(value, self._ago(back))
            self._experiences.append(kept)
            self._link(kept, _cycled(self._series, place), Role.PART_OF)
            for hour, sense in enumerate(("image", "word", "sensation", "sound", "colour", "")):
                piece = Fragment(self._words(8), sense, breakthrough=hour == 2)
                found = workspace.fragments.add(piece, self._ago(back - 0.1 * hour))
                self._link(found, kept, Role.ABOUT)
        for week in range(1, 33):
            at = workspace.moment(self._now + timedelta(days=7 * week - 3))
            planned_one = Experience("", "ketamine", True, "clinic")
            self._link(workspace.experiences.add(planned_one, at), boosters, Role.PART_OF)

    def _seen(self) -> None:
        """Four hundred insights, some of them reworded four times."""
        shelf = self._workspace.insights
        for place in range(400):
            value = Insight(
                self._title(place, 9),
                _cycled(list(InsightSort), place),
                _cycled(list(Standing), place // 5),
                self._words(20) if place % 3 == 0 else "",
                left_open=place % 23 == 0,
            )
            kept = shelf.add(value, self._ago(1_800 - place * 4.4), tags=("insight",))
            self._insights.append(kept)
            if place % 2:
                self._link(kept, _cycled(self._entries, place), Role.CAME_FROM)
            else:
                self._link(kept, self._experiences[place // 10], Role.ABOUT)
        for kept in self._insights[::20]:
            for look in range(1, 5):
                looked = self._day(20 * look - 120)
                line = self._words(9)
                shelf.change(kept.n, replace(kept.value, line=line, looks=look, looked=looked))

    def _believed(self) -> None:
        """Five worksheets for each of twenty beliefs."""
        beliefs = [one for one in self._insights if one.value.sort is InsightSort.BELIEF]
        for belief in beliefs[:20]:
            for look in range(5):
                now = 8 - look if look % 2 else None
                speaks_for, speaks_against = self._words(40), self._words(60)
                decided = _cycled(list(Standing), look)
                sheet = Worksheet(
                    belief.n, 9 - look, now, "slowly", speaks_for, speaks_against, decision=decided
                )
                self._workspace.worksheets.add(sheet, self._ago(300 - 40 * look))

    def _wanted(self) -> None:
        """Fourteen values, fifty goals and sixty steps."""
        workspace = self._workspace
        values = [
            workspace.values.add(
                OwnValue(
                    name,
                    self._words(8),
                    (ValuePlace.FIVE, ValuePlace.TEN, ValuePlace.KEPT)[place // 5],
                    9 - place % 4 if place < 10 else None,
                    place % 7 if place < 9 else None,
                ),
                self._ago(900 - place),
            )
            for place, name in enumerate(_VALUES)
        ]
        for place in range(50):
            goal = Goal(
                self._title(place),
                self._words(12),
                _cycled([GoalState.ACTIVE, *GoalState], place),
                GoalSort.TREATMENT if place % 7 == 0 else GoalSort.GOAL,
                self._words(8),
                self._words(8),
                "If it rains then I walk in the hall",
                "The lamp is out at ten",
                self._day(place - 10) if place % 2 else None,
                place % 11,
            )
            kept = workspace.goals.add(goal, self._ago(1_700 - place * 30))
            self._goals.append(kept)
            self._link(kept, self._insights[place * 5], Role.CAME_FROM)
            if place < 10:
                self._link(kept, values[place], Role.FOR)
        for place in range(60):
            is_done = place % 3 == 0
            step = GoalStep(
                self._title(place),
                StepState.DONE if is_done else StepState.OPEN,
                self._day(place - 5) if place % 2 else None,
                self._day(-place) if is_done else None,
                10,
            )
            done = workspace.steps.add(step, self._ago(120 - place))
            self._link(done, _cycled(self._goals, place), Role.PART_OF)

    def _practised(self) -> None:
        """Twenty practices with their ticks, eight of them for two years."""
        workspace = self._workspace
        states = [PracticeState.ACTIVE] * 4 + [PracticeState.PAUSED, PracticeState.RETIRED] * 8
        for place, state in enumerate(states):
            since = 1_700 - place * 60
            practice = Practice(
                self._title(place, 5),
                "after the first coffee of the day" if place % 2 else "",
                state,
                self._words(10),
                _cycled(_SCHEDULES, place),
                self._day(-since),
                "two minutes of it",
                "minutes" if place % 3 == 0 else "",
            )
            kept = workspace.practices.add(practice, self._ago(since))
            self._link(kept, self._goals[place], Role.PART_OF)
            for day in range(700 if place < 8 else 60):
                if self._source.random() < 0.6:
                    back = day if place < 8 else since - day
                    at = self._ago(back + 0.3)
                    (how,) = self._source.choices(list(TickState)[:4], (6, 2, 1, 1))
                    tick = Tick(kept.n, how, "a note" if day % 30 == 0 else "")
                    workspace.ticks.set(tick, at, "Tick")

    def _minded(self) -> None:
        """Fifteen boundaries and ten patterns with what was said of them."""
        workspace = self._workspace
        for place in range(15):
            state = _cycled([BoundaryState.ACTIVE, *BoundaryState], place)
            line = Boundary(self._title(place), "time", *_SAID, place % 11, state, place == 4)
            kept = workspace.boundaries.add(line, self._ago(700 - 30 * place))
            self._link(kept, self._insights[place * 7], Role.CAME_FROM)
            for time in range(20):
                said = Occasion(kept.n, OF_BOUNDARY[time % 3], self._words(6) if time % 3 else "")
                workspace.occasions.add(said, self._ago(time * 3 + place / 10))
        for place in range(10):
            state_of_it = (PatternState.ACTIVE, PatternState.RESTED)[place % 3 == 2]
            loop = Pattern(self._title(place, 5), *_LOOP, state_of_it)
            pattern = workspace.patterns.add(loop, self._ago(600 - 20 * place))
            for time in range(15):
                ran = Occasion(pattern.n, OF_PATTERN[time % 2])
                workspace.occasions.add(ran, self._ago(time * 2 + place / 10))

    def _shelved(self) -> None:
        """Thirty pause cards, parked titles and lines for a talk each, and five people."""
        for place in range(30):
            self._keep_line(place, KeepAs.PAUSE_CARD, 20, place - 6, done=place % 3 == 0)
            whom = _cycled(("therapist", "alone", ""), place)
            self._keep_line(place, KeepAs.CONTAINER, 40, 5 * place - 10, whom)
            whom = _cycled(("therapist", "coach", "friend", ""), place)
            self._keep_line(place, KeepAs.TALK_LIST, 60, None, whom, done=place % 4 == 0)
        names = ("Dr. Ames", "Jo", LONG, ELSEWHERE, "Mum")
        for place, (name, person) in enumerate(zip(names, PersonRole, strict=True)):
            met = self._day(3 + place) if place < 3 else None
            value = Person(name, person, "+49 30 123456", "weekdays 9 to 17", met, self._words(12))
            self._workspace.people.add(value, self._ago(500))

    def _keep_line(
        self,
        place: int,
        keep_as: KeepAs,
        back: int,
        until: int | None,
        role: str = "",
        *,
        done: bool = False,
    ) -> None:
        state = LineState.DONE if done else LineState.OPEN
        day = None if until is None else self._day(until)
        line = KeptLine(self._title(place, 7), keep_as, self._words(10), state, day, role)
        self._workspace.lines.add(line, self._ago(back + place))

    def _gathered(self) -> None:
        """Eight themes of thirty things each."""
        names = ("Water", "Mother", LONG, ELSEWHERE, PICTURES, "Silence", "Work", "Body")
        for place, name in enumerate(names):
            theme = self._workspace.themes.add(Theme(name, self._words(14)), self._ago(400))
            for other in range(30):
                shelf: Sequence[Thing[Any]] = self._insights if other % 2 else self._entries
                self._link(_cycled(shelf, place * 31 + other * 3), theme, Role.IN)

    def _chained(self) -> None:
        """Pages with hard titles, and a chain of six that ends where it began."""
        tags = ("a-rather-long-tag-name", "\u6c34")
        for place, title in enumerate((LONG, ELSEWHERE, PICTURES)):
            text = f"{self._words(120)}\n\n## A heading\n\n- one\n- two\n\n{ELSEWHERE * 8}"
            page = self._workspace.entries.add(
                Entry(title, text), self._ago(place + 0.2), tags=tags
            )
            self._entries.insert(0, page)
        first, second, *_ = self._entries
        seen, goal = self._insights, self._goals[0]
        chain: list[Thing[Any]] = [self._experiences[-1], first, seen[-1], goal, seen[-2], second]
        for above, below in pairwise(chain):
            self._link(below, above, Role.CAME_FROM)
        self._link(chain[0], chain[-1], Role.WITH)

    def _measured(self) -> None:
        """Twenty results of every questionnaire."""
        self._clock.set(self._now)
        for measure in self._workspace.packs.measures():
            for time in range(20):
                filling = begin(measure)
                for question in range(len(measure.questions)):
                    filling = filling.go_to(question)
                    filling = filling.answer(reply_with(self._source.choice(filling.options)))
                at = self._now - timedelta(days=20 * time + 1)
                measuring.keep_result(self._workspace, filling, at=at)
            measuring.switch(self._workspace, measure, on=True)


def _cycled(values: Sequence[V], place: int) -> V:
    return values[place % len(values)]


def main() -> None:
    """Make such a journal in a folder, to be used as `INTEGRATE_HOME`."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.years", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the journal is to be")
    folder: Path = parser.parse_args().folder
    clock = FakeClock(datetime.now(UTC).astimezone())
    paths = Paths(folder / "journal.db", folder / "packs", PROMPTS)
    workspace = open_workspace(paths, clock)
    Years(workspace, clock).fill()
    workspace.close()


if __name__ == "__main__":
    main()
