"""What else can be done with one thing of the Goals place, offered as a short list."""

from collections.abc import Awaitable, Callable
from typing import Any

from integrate_tui import changing, minding, tending
from integrate_tui.ahead import read_coming_day
from integrate_tui.core.goal import GoalState, StepState
from integrate_tui.core.occasion import OF_BOUNDARY, OF_PATTERN, How
from integrate_tui.core.practice import PracticeState, TickState
from integrate_tui.core.resting import is_to_rest
from integrate_tui.core.schedule import rests_on
from integrate_tui.core.text import counted
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.tui.host import Host
from integrate_tui.tui.modals.ask import Ask
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.screens import goal_flows
from integrate_tui.tui.screens.goal_forms import rest_form, tick_form, went
from integrate_tui.tui.screens.goal_looks import name_of
from integrate_tui.tui.screens.sorting_values import SortingValues
from integrate_tui.when import Prefer, read_day

Doing = Callable[[Host, Thing[Any]], Awaitable[None]]


async def more(app: Host, thing: Thing[Any]) -> None:
    """Offer what else can be done with a thing, and do what is chosen."""
    offered = _offered(app, thing)
    question = Choose(name_of(thing), tuple(words for words, _ in offered))
    chosen = await app.push_screen_wait(question)
    if chosen is not None:
        await offered[chosen][1](app, thing)


async def say_how(app: Host, thing: Thing[Any]) -> None:
    """Say how a practice went, with a line, an amount and a day."""
    workspace = app.workspace
    practice = thing.value

    def save(values: Any) -> None:
        state, note, amount, day = went(workspace, values)
        tending.tick(workspace, thing.n, state, note, amount=amount, day=day)

    await app.fill_in(tick_form(practice), save)


async def say_occasion(app: Host, thing: Thing[Any]) -> None:
    """Ask how it went with a boundary or a pattern; support where that is not safe."""
    if thing.kind is ThingKind.BOUNDARY and thing.value.not_safe:
        app.open_support()
        return
    hows = OF_BOUNDARY if thing.kind is ThingKind.BOUNDARY else OF_PATTERN
    question = Choose(name_of(thing), tuple(str(how).capitalize() for how in hows))
    chosen = await app.push_screen_wait(question)
    if chosen is not None:
        await _said(app, thing, hows[chosen])


async def not_safe(app: Host, thing: Thing[Any]) -> None:
    """Say that a boundary is not safe to hold now, and show people to turn to."""
    workspace, now = app.workspace, not thing.value.not_safe
    kept = app.attempt(lambda: minding.set_not_safe(workspace, thing.n, not_safe=now))
    if kept is not None and now:
        app.say("Kept. Nothing here asks after it now.", long=True)
        app.open_support()


async def rate(app: Host, thing: Thing[Any]) -> None:
    """Look at a value again: how important, and how far it was lived."""
    await goal_flows.change(app, thing.n, thing.kind)


async def _said(app: Host, thing: Thing[Any], how: How) -> None:
    workspace = app.workspace
    note = await app.push_screen_wait(Ask("A line about it, if you like"))
    if note is None:
        return
    kept = app.attempt(lambda: minding.say_occasion(workspace, thing.n, thing.kind, how, note))
    if kept is not None and how is How.RAN:
        app.say("Kept. g has something short, if you would like to come back to the room.")


async def _partly(app: Host, thing: Thing[Any]) -> None:
    workspace = app.workspace
    app.attempt(lambda: tending.tick(workspace, thing.n, TickState.PARTLY))


async def _rested(app: Host, thing: Thing[Any]) -> None:
    workspace = app.workspace
    app.attempt(lambda: tending.tick(workspace, thing.n, TickState.RESTED))


async def _rest_days(app: Host, thing: Thing[Any]) -> None:
    """Ask for days of rest."""
    workspace = app.workspace

    def save(values: Any) -> None:
        days = [
            read_day(typed, workspace.now, workspace.day_starts, Prefer.FUTURE, last=place == 1)
            if typed
            else None
            for place, typed in enumerate((values["first"], values["last"]))
        ]
        tending.pause_between(workspace, thing.n, days[0] or workspace.today, days[1])

    await app.fill_in(rest_form(), save)


async def _pause_all(app: Host, thing: Thing[Any]) -> None:
    workspace = app.workspace
    rested = app.attempt(lambda: tending.pause_all(workspace))
    if rested is not None:
        app.say(f"{counted(len(rested), 'practice')} resting. u takes them up again.", long=True)


async def _shrink(app: Host, thing: Thing[Any]) -> None:
    """Make a practice its two-minute version, asked for where it has none."""
    workspace = app.workspace
    small = thing.value.small
    if not small:
        question = "What would two minutes of it be?"
        small = await app.push_screen_wait(Ask(question, hint="shoes on, to the gate and back"))
    if small is None:
        return
    if app.attempt(lambda: tending.shrink(workspace, thing.n, small)):
        app.say("Small enough for a bad day. What it was stays in its history.", long=True)


async def _retire(app: Host, thing: Thing[Any]) -> None:
    workspace = app.workspace
    line = await app.push_screen_wait(Ask("A line to close it with, or nothing"))
    if line is not None:
        app.attempt(lambda: tending.retire(workspace, thing.n, line))


async def _take_up(app: Host, thing: Thing[Any]) -> None:
    await goal_flows.ask_for_room(app, thing.n)


async def _call_off(app: Host, thing: Thing[Any]) -> None:
    workspace = app.workspace
    app.attempt(
        lambda: tending.pause_or_resume(workspace, thing.n, ThingKind.PRACTICE, active=True)
    )


def _in_state(state: GoalState) -> Doing:
    async def put(app: Host, thing: Thing[Any]) -> None:
        app.attempt(lambda: changing.put_in_state(app.workspace, thing.n, state))

    return put


async def _behind(app: Host, thing: Thing[Any]) -> None:
    await goal_flows.ask_behind(app, thing.n)


async def _card(app: Host, thing: Thing[Any]) -> None:
    workspace = app.workspace
    if app.attempt(lambda: minding.rest_on_card(workspace, thing.n)):
        app.say("On a pause card for fourteen days.")


async def _look_again(app: Host, thing: Thing[Any]) -> None:
    """Ask for the day to look at a goal again."""
    workspace = app.workspace
    typed = await app.push_screen_wait(Ask("Look at it again", hint="in 3 weeks"))
    if not typed:
        return

    def save() -> None:
        day = read_coming_day(typed, workspace.now, workspace.day_starts)
        changing.look_again_on(workspace, thing.n, day)

    app.attempt(save)


async def _split(app: Host, thing: Thing[Any]) -> None:
    await goal_flows.split(app, thing.n)


async def _drop(app: Host, thing: Thing[Any]) -> None:
    is_dropped = thing.value.state is StepState.DROPPED
    state = StepState.OPEN if is_dropped else StepState.DROPPED
    app.attempt(lambda: tending.set_step_state(app.workspace, thing.n, state))


async def _rest_or_take_up(app: Host, thing: Thing[Any]) -> None:
    workspace = app.workspace
    app.attempt(lambda: minding.rest_or_take_up(workspace, thing.n, thing.kind))


async def _let_go(app: Host, thing: Thing[Any]) -> None:
    workspace = app.workspace
    app.attempt(lambda: minding.let_go(workspace, thing.n, thing.kind))


async def _sort(app: Host, thing: Thing[Any]) -> None:
    await app.push_screen_wait(SortingValues())


def _offered(app: Host, thing: Thing[Any]) -> list[tuple[str, Doing]]:
    """Return what can be done with a thing, in words, with what does it."""
    match thing.kind:
        case ThingKind.PRACTICE:
            return _of_practice(app, thing)
        case ThingKind.GOAL:
            return [
                ("Say what it is for", _behind),
                ("Set a day to look at it again", _look_again),
                ("Put the decision on a pause card", _card),
                ("It is reached", _in_state(GoalState.REACHED)),
                ("Let it go", _in_state(GoalState.LET_GO)),
                ("Take it up again", _in_state(GoalState.ACTIVE)),
            ]
        case ThingKind.STEP:
            is_dropped = thing.value.state is StepState.DROPPED
            return [
                ("Make two steps of it", _split),
                ("Take it up again" if is_dropped else "Drop it", _drop),
            ]
        case ThingKind.BOUNDARY:
            return _of_boundary(thing)
        case ThingKind.PATTERN:
            goes_on = str(thing.value.state) == "active"
            return [
                ("It ran, or ran differently", say_occasion),
                ("Let it rest" if goes_on else "Take it up again", _rest_or_take_up),
                ("Let it go", _let_go),
            ]
    return [("Say how it stands", rate), (goal_flows.SORT, _sort)]


def _of_practice(app: Host, thing: Thing[Any]) -> list[tuple[str, Doing]]:
    practice = thing.value
    offered: list[tuple[str, Doing]] = [
        ("Say how it went, with a line", say_how),
        ("Partly: the two-minute version", _partly),
        ("A day of rest, today", _rested),
        ("Days of rest\u2026", _rest_days),
    ]
    today = app.workspace.today
    if practice.state is not PracticeState.ACTIVE or rests_on(practice, today):
        offered = [("Take it up again", _take_up), *offered]
    elif is_to_rest(practice, today):
        offered = [("Call off the rest to come", _call_off), *offered]
    shrink = f"Shrink it to: {practice.small}" if practice.small else "Shrink it to two minutes"
    return [
        *offered,
        (shrink, _shrink),
        ("Retire it, with a line", _retire),
        ("Let every practice rest", _pause_all),
    ]


def _of_boundary(thing: Thing[Any]) -> list[tuple[str, Doing]]:
    boundary = thing.value
    if boundary.not_safe:
        return [("It is safe to hold again", not_safe), ("Let it go", _let_go)]
    goes_on = str(boundary.state) == "active"
    return [
        ("It held, bent or was not tested", say_occasion),
        ("It is not safe to hold now", not_safe),
        ("Let it rest" if goes_on else "Take it up again", _rest_or_take_up),
        ("Let it go", _let_go),
    ]
