"""Lived-in journals of any size, the same on every machine.

A life here is what the program would hold after some time of use: six sessions, a check-in on most
days, pages and guided writing, practices with their ticks, goals, insights, sittings. The texts are
drawn from a small vocabulary with a fixed seed; `needle00000042` stands in entry 42 only.
"""

import random
from datetime import datetime, timedelta
from pathlib import Path

from integrate_tui.core.answers import reply_with_number, reply_with_text, reply_with_words
from integrate_tui.core.checkin import Report
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.exercise import Sitting
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalState, GoalStep, StepState
from integrate_tui.core.insight import Insight, InsightSort, Standing
from integrate_tui.core.practice import Practice, PracticeState, Tick, TickState
from integrate_tui.core.thing import Role
from integrate_tui.paths import Paths
from integrate_tui.workspace import Workspace, open_workspace
from tests.fakes import EVENING, FakeClock

PROMPTS = Path(__file__).parents[2] / "prompts"

_COMMON = [
    "the",
    "and",
    "to",
    "of",
    "a",
    "in",
    "I",
    "it",
    "was",
    "that",
    "my",
    "for",
    "on",
    "we",
    "with",
    "at",
    "but",
    "had",
    "so",
    "not",
    "this",
    "me",
    "as",
    "is",
    "all",
    "be",
    "out",
    "have",
    "he",
    "she",
    "they",
    "up",
    "from",
    "one",
    "what",
    "about",
    "when",
    "there",
    "then",
    "just",
    "time",
    "day",
    "went",
    "got",
    "some",
    "more",
    "like",
    "by",
    "were",
    "if",
    "an",
    "or",
    "no",
    "been",
    "back",
    "after",
    "into",
    "her",
    "him",
    "over",
    "think",
    "home",
    "down",
    "can",
    "work",
    "which",
    "too",
    "now",
    "how",
    "still",
    "see",
    "today",
    "know",
    "little",
    "even",
    "before",
    "first",
    "last",
    "only",
    "again",
    "way",
    "here",
    "two",
    "night",
    "morning",
    "need",
    "things",
    "felt",
    "where",
    "came",
    "people",
    "because",
    "around",
    "said",
    "always",
    "feel",
    "through",
    "while",
    "find",
    "place",
    "river",
    "kitchen",
    "window",
    "street",
    "garden",
    "tea",
    "bread",
    "rain",
    "light",
    "wind",
    "walk",
    "sleep",
    "quiet",
    "slow",
    "warm",
    "water",
    "stone",
    "hill",
    "forest",
    "bridge",
    "cloud",
    "leaf",
    "tree",
    "bird",
    "mother",
    "father",
    "sister",
    "friend",
    "dream",
    "music",
    "letter",
]
_RARE = [
    begins + middle + ends
    for begins in ("ver", "lor", "mis", "tan", "bel", "cor", "san", "thim", "quil", "dor")
    for middle in ("a", "e", "i", "o", "un", "ar", "el", "im", "os", "ad")
    for ends in ("den", "low", "mer", "ric", "sel", "ton", "ver", "wick", "yan", "zel")
]
_FEELINGS = (
    ("calm", "Settled"),
    ("rested", "Settled"),
    ("hopeful", "Bright"),
    ("tender", "Close"),
    ("open", "Wonder"),
    ("heavy", "Low"),
    ("on edge", "Alarmed"),
    ("raw", "In between"),
    ("foggy", "Far off"),
)
_LINES = (
    "The water wasn't cold, it was honest.",
    "I can rest before I am tired.",
    "Nobody asked me to carry the piano.",
    "The kettle takes as long as it takes.",
    "Saying no kept the friendship.",
    "Grief has a room, and the house is large.",
    "My hands know how to make bread.",
)


def words(source: random.Random, count: int) -> str:
    """Return some sentences."""
    said = []
    while count > 0:
        length = min(count, source.randint(5, 16))
        sentence = [
            source.choice(_COMMON) if source.random() < 0.9 else source.choice(_RARE)
            for _ in range(length)
        ]
        said.append(" ".join(sentence).capitalize() + ".")
        count -= length
    return " ".join(said)


def open_life(
    folder: Path, *, entries: int = 60, days: int = 120, now: datetime = EVENING
) -> Workspace:
    """Return a workspace over a lived-in journal, made in a folder unless it is there already.

    Args:
        folder: Where the journal is or will be.
        entries: How many entries it holds.
        days: How many days of check-ins, ticks and sittings lie behind.
        now: The evening it is.
    """
    clock = FakeClock(now)
    paths = Paths(folder / "journal.db", folder / "packs", PROMPTS)
    is_new = not paths.journal.exists()
    workspace = open_workspace(paths, clock)
    if is_new:
        live(workspace, clock, entries=entries, days=days)
    return workspace


def live(workspace: Workspace, clock: FakeClock, *, entries: int, days: int) -> None:
    """Fill an empty journal, oldest first, ending now."""
    now = clock.now()
    source = random.Random(20261122)
    workspace.settings.set("welcome", "seen")
    workspace.settings.set("country", "Germany")
    _intentions(workspace, clock, now, days)
    _pages(workspace, clock, now, source, entries, days)
    _days(workspace, clock, now, source, days)
    clock.set(now)


def _intentions(workspace: Workspace, clock: FakeClock, now: datetime, days: int) -> None:
    """Keep the experiences, goals, practices, steps and insights."""

    def ago(count: float) -> datetime:
        at = now - timedelta(days=count)
        clock.set(at)
        return at

    names = ("The lake", "Second session", "The third one")
    for name, back in zip(names, (33, 19, 5), strict=True):
        experience = Experience(
            name, "ketamine", True, "clinic", "Dr. Ames, Jo", "Let it be slow", ""
        )
        workspace.experiences.add(experience, workspace.moment(ago(min(back, days))))
    goal = workspace.goals.add(
        Goal("Get up before nine", "Mornings are when I can hear myself"), workspace.moment(ago(30))
    )
    workspace.goals.add(
        Goal("Say no without a speech", "I come home less empty"), workspace.moment(ago(20))
    )
    workspace.goals.add(
        Goal("Finish the big painting", "", GoalState.PAUSED), workspace.moment(ago(18))
    )
    for practice, back in (
        (Practice("Walk after coffee", "after the first cup"), 29),
        (Practice("Three slow breaths", "before opening email"), 25),
        (Practice("Phone out of the bedroom", "when I brush my teeth", PracticeState.PAUSED), 24),
    ):
        n = workspace.practices.add(practice, workspace.moment(ago(back))).n
        if practice.title.startswith("Walk"):
            workspace.links.set(n, goal.n, Role.PART_OF)
    steps = (
        GoalStep("Call Ana", due=(now + timedelta(days=2)).date()),
        GoalStep("Buy an alarm clock", StepState.DONE, None, (now - timedelta(days=9)).date()),
        GoalStep("Write the email, send it tomorrow"),
    )
    for i, step in enumerate(steps):
        n = workspace.steps.add(step, workspace.moment(ago(12 - i))).n
        if i < 2:
            workspace.links.set(n, goal.n, Role.PART_OF)
    standings = (Standing.HOLD, Standing.NOT_YET, Standing.REVISE, Standing.NOT_YET)
    for i, line in enumerate(_LINES):
        value = Insight(line, list(InsightSort)[i % 5], standings[i % 4])
        workspace.insights.add(value, workspace.moment(ago(30 - 4 * i)), tags=("insight",))
    workspace.fragments.add(
        Fragment("A staircase made of breath"), workspace.moment(ago(32.8)), tags=("fragment",)
    )


def _pages(
    workspace: Workspace,
    clock: FakeClock,
    now: datetime,
    source: random.Random,
    entries: int,
    days: int,
) -> None:
    """Keep the entries, spread evenly over the days, in large transactions."""
    step = timedelta(days=days) / max(1, entries)
    made = 0
    while made < entries:
        with workspace.write():
            for _ in range(min(1000, entries - made)):
                at = now - step * (entries - made)
                clock.set(at)
                _page(workspace, source, made, at)
                made += 1


def _page(workspace: Workspace, source: random.Random, number: int, at: datetime) -> None:
    text = words(source, source.randint(20, 220))
    if number % 10 == 3:
        text += " A heron stood there."
    text += f" needle{number:08}"
    tags = source.sample(("water", "sleep", "family", "work", "body"), source.randint(0, 2))
    if number % 4 == 0:
        answers = (
            Answered("An ordinary moment this week that felt unlike usual", reply_with_text(text)),
            Answered(
                "What are you taking to be insights?",
                reply_with_words((source.choice(_LINES), source.choice(_LINES))),
                "list",
            ),
        )
        entry = Entry("", "", "week-one", "Week one", answers)
    else:
        title = words(source, 4).rstrip(".") if number % 3 else ""
        entry = Entry(title, text)
    workspace.entries.add(entry, workspace.moment(at), tags=tags)


def _days(
    workspace: Workspace, clock: FakeClock, now: datetime, source: random.Random, days: int
) -> None:
    """Keep the check-ins, ticks and sittings of every day."""
    practices = workspace.practices.all()
    for back in range(days, 0, -1):
        with workspace.write():
            morning = (now - timedelta(days=back)).replace(hour=9, minute=source.randint(0, 59))
            clock.set(morning)
            if source.random() < 0.85:
                _check_in(workspace, source, 1 - back / days)
            for practice in practices[:2]:
                if source.random() < 0.7 and back < 28:
                    state = TickState.DONE if source.random() < 0.9 else TickState.SKIPPED
                    workspace.ticks.set(Tick(practice.n, state), workspace.moment(), "")
            if back % 3 == 0:
                before = source.randint(3, 7)
                after = max(0, before - source.randint(0, 3))
                workspace.sittings.add(
                    Sitting(
                        "longer-out-breath", "Longer out-breath", 200, 200, 18, True, before, after
                    ),
                    workspace.moment(),
                )
            if back % 9 == 0:
                workspace.fragments.add(Fragment(words(source, 7)), workspace.moment())


def _check_in(workspace: Workspace, source: random.Random, progress: float) -> None:
    mood = max(0, min(10, round(3 + 4 * progress + source.uniform(-1.6, 1.6))))
    distress = max(0, min(10, round(6 - 4 * progress + source.uniform(-1.6, 1.6))))
    chosen = source.sample(_FEELINGS, 2)
    scales = (("Mood", "mood", mood), ("Distress", "distress", distress), ("Clarity", "clarity", 5))
    answers = [
        Answered(prompt, reply_with_number(number), "scale", "", name, 0, 10, "0 low .. 10 high")
        for prompt, name, number in scales
    ]
    answers.append(
        Answered(
            "Feelings",
            reply_with_words(tuple(word for word, _ in chosen)),
            "feelings",
            name="feelings",
            families=tuple(family for _, family in chosen),
        )
    )
    report = Report("daily-check-in", "Daily check-in", tuple(answers))
    workspace.checkins.add(report, workspace.moment())
