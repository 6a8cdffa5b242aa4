"""How a line of the Goals place is drawn, and what is known of a thing, in a panel or as a page."""

from datetime import date
from typing import Any

from textual.content import Content

from integrate_tui.core import dates
from integrate_tui.core.goal import GoalSort, GoalState, StepState
from integrate_tui.core.occasion import tally, tally_words
from integrate_tui.core.own_value import gap_words
from integrate_tui.core.practice import (
    PracticeState,
    TickState,
    ever_words,
    strip,
    strip_words,
    today_words,
)
from integrate_tui.core.schedule import due_words
from integrate_tui.core.text import beginning, clean, counted
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.core.told import told
from integrate_tui.practising import how_it_stands, schedule_words
from integrate_tui.tui.screens.goal_lines import Gathered, Line
from integrate_tui.tui.widgets.drawing import TICK_MARKS, Part
from integrate_tui.tui.widgets.rows import Look
from integrate_tui.workspace import Workspace

_NARROW = 50
_WIDE = 64
_NOTED = 3
"""How many notes, of ticks or of occasions, are shown."""
NOT_SAFE = "not safe to hold now"


def look_of(line: Line, gathered: Gathered, width: int) -> Look:
    """Return how a line is drawn."""
    thing = line.thing
    if thing is None:
        return Look([(line.heading, "muted")])
    match thing.kind:
        case ThingKind.GOAL:
            return _goal(thing, line, gathered.today, width)
        case ThingKind.STEP:
            return _step(thing.value, line.depth, gathered.today)
        case ThingKind.PRACTICE:
            return _practice(thing, line.depth, gathered, width)
        case ThingKind.BOUNDARY:
            return _boundary(thing, gathered)
        case ThingKind.PATTERN:
            said = tally_words(dict(gathered.week.get(thing.n, {})))
            instead: list[Part] = [(f"   {thing.value.instead}", "muted")]
            more = instead if thing.value.instead and width > _WIDE else []
            return Look([("\u25e6 ", "muted"), (thing.value.title, "text"), *more], [_muted(said)])
    return _value(thing.value, width)


def _goal(thing: Thing[Any], line: Line, today: date, width: int) -> Look:
    goal = thing.value
    sign = "\u25b8 " if line.folded else "  " if line.is_among_folded else ""
    parts: list[Part] = [(sign, "muted"), (goal.title, "strong")]
    if goal.sort is GoalSort.TREATMENT:
        parts.append(("   treatment", "muted"))
    why = goal.outcome or goal.why
    if why and width > _NARROW:
        parts.append((f"   {why}", "muted"))
    if line.folded:
        return Look(parts, [_muted(counted(line.folded, "part"))])
    if goal.state is not GoalState.ACTIVE:
        return Look(parts, [_muted(str(goal.state))])
    again = f"look again {dates.ahead(goal.review, today)}" if goal.review else ""
    return Look(parts, [_muted(again)])


def _step(step: Any, depth: int, today: date) -> Look:
    is_open = step.state is StepState.OPEN
    is_done = step.state is StepState.DONE
    mark: Part = ("\u25cf " if is_done else "\u25cb ", "sage" if is_done else "muted")
    right = ""
    if is_done and step.done:
        right = f"done {dates.short_day(step.done, today)}"
    elif step.due and is_open:
        right = dates.ago(step.due, today)
    return Look(
        [_indent(depth), mark, (step.title, "text" if is_open else "muted")], [_muted(right)]
    )


def _practice(thing: Thing[Any], depth: int, gathered: Gathered, width: int) -> Look:
    practice, today = thing.value, gathered.today
    ticks = gathered.ticks.get(thing.n, {})
    state = ticks.get(today, TickState.CLEARED)
    is_done = state in (TickState.DONE, TickState.PARTLY)
    mark: Part = ("\u25cf " if is_done else "\u25cb ", "sage" if is_done else "muted")
    why_not = due_words(practice, ticks, today)
    is_quiet = bool(why_not) or practice.state is not PracticeState.ACTIVE
    parts: list[Part] = [_indent(depth), mark, (practice.title, "muted" if is_quiet else "text")]
    if practice.cue and width > _NARROW:
        parts.append((f"   {practice.cue}", "muted"))
    if practice.state is not PracticeState.ACTIVE:
        return Look(parts, [_muted(str(practice.state))])
    days = "".join(TICK_MARKS[each] for each in strip(ticks, today, thing.moment.day))
    said = why_not if width > _NARROW and why_not else ""
    return Look(parts, [_muted(f"{said}  " if said else ""), (days, "sage")])


def _boundary(thing: Thing[Any], gathered: Gathered) -> Look:
    boundary = thing.value
    mark: Part = ("\u2502 ", "muted")
    if boundary.not_safe:
        return Look([mark, (boundary.line, "muted")], [_muted(NOT_SAFE)])
    said = tally_words(dict(gathered.week.get(thing.n, {})))
    return Look([mark, (boundary.line, "text")], [_muted(said)])


def _value(value: Any, width: int) -> Look:
    words = gap_words(value)
    if width <= _NARROW and value.gap:
        words = f"a gap of {value.gap}"
    parts: list[Part] = [(value.name, "text")]
    if value.meaning and width > _WIDE:
        parts.append((f"   {value.meaning}", "muted"))
    return Look(parts, [_muted(words)])


def _indent(depth: int) -> Part:
    return ("  " * depth, "text")


def _muted(words: str) -> Part:
    return (words, "muted")


def name_of(thing: Thing[Any]) -> str:
    """Return what a thing goes by."""
    said = told(thing.value)
    return said.line if said else ""


def panel_of(workspace: Workspace, thing: Thing[Any]) -> Content:
    """Return what is known of a thing for the panel beside the list, each label above its words."""
    parts: list[Content | str] = [Content.styled(clean(name_of(thing)), "bold"), "\n"]
    for word, words in known_of(workspace, thing):
        label = Content.styled(f"\n{clean(word)}\n", "$muted") if word else "\n"
        parts += [label, clean(words), "\n"]
    return Content.assemble(*parts)


def page_of(workspace: Workspace, thing: Thing[Any]) -> Content:
    """Return what is known of a thing as a page, each label before its words."""
    parts: list[Content | str] = [Content.styled(clean(name_of(thing)), "bold")]
    before: str | None = None
    for word, words in known_of(workspace, thing):
        is_apart = before is None or (before and not word)
        parts.append("\n\n" if is_apart else "\n")
        parts += [Content.styled(f"{clean(word)}: ", "$muted")] if word else []
        parts.append(beginning(clean(words)))
        before = word
    return Content.assemble(*parts)


def known_of(workspace: Workspace, thing: Thing[Any]) -> list[tuple[str, str]]:
    """Return what is known of a thing: its facts, how it stands, and whatever is longer."""
    said = told(thing.value)
    facts = list(said.facts) if said else []
    known = [*_known(workspace, thing, facts), ("", said.text if said else "")]
    return [fact for fact in known if fact[1]]


def _known(
    workspace: Workspace, thing: Thing[Any], facts: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    match thing.kind:
        case ThingKind.PRACTICE:
            return _practice_facts(workspace, thing, facts)
        case ThingKind.GOAL:
            bare = [fact for fact in facts if not fact[0]]
            return [*bare, *_behind(workspace, thing.n), *facts[len(bare) :]]
        case ThingKind.BOUNDARY if thing.value.not_safe:
            named = [fact for fact in facts if fact[0]]
            return [("", "Not safe to hold now. Nothing here asks after it."), *named]
        case ThingKind.BOUNDARY | ThingKind.PATTERN:
            return facts + _occasions(workspace, thing.n)
        case ThingKind.VALUE:
            served = workspace.threads.briefs(workspace.links.sources(thing.n, Role.FOR)).values()
            goals = [("Goal", one.title) for one in served if one.kind is ThingKind.GOAL]
            return [*facts, ("", gap_words(thing.value)), *goals]
    return facts


def _practice_facts(
    workspace: Workspace, thing: Thing[Any], facts: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    practice, today = thing.value, workspace.today
    facts = [fact for fact in facts if fact[0] != "When"]
    facts.insert(1, ("When", schedule_words(practice) or "every day"))
    ticks = workspace.ticks.by_day(thing.n)
    states = {day: tick.state for day, tick in ticks.items()}
    if practice.state is PracticeState.ACTIVE:
        days = strip(states, today, thing.moment.day)
        facts.append(("", f"{today_words(days[-1], '; ')}{strip_words(days)}"))
        facts.append(("Standing", how_it_stands(workspace, thing, ticks).words))
    facts.append(("So far", ever_words([*states.values()])))
    for tick in workspace.ticks.noted(thing.n, _NOTED):
        facts.append((dates.short_day(tick.moment.day, today), tick.value.note))
    return facts


def _behind(workspace: Workspace, n: int) -> list[tuple[str, str]]:
    found = [workspace.journal.brief(target) for target in workspace.links.targets(n, Role.FOR)]
    return [("For", brief.title) for brief in found if brief is not None]


def _occasions(workspace: Workspace, n: int) -> list[tuple[str, str]]:
    occasions = workspace.occasions.of(n)
    if not occasions:
        return []
    today = workspace.today
    ever = tally_words(tally(each.value for each in occasions))
    noted = [
        (dates.short_day(each.moment.day, today), f"{each.value.how}: {each.value.note}")
        for each in reversed(occasions)
        if each.value.note
    ]
    return [("So far", ever), *noted[:_NOTED]]
