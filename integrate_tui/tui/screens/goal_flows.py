"""Adding and changing what the Goals place tends, with the one question that some of it asks.

What was filled in is kept before anything else is asked, and every question can be left.
"""

from collections.abc import Callable
from typing import Any

from integrate_tui import minding, tending
from integrate_tui.acting import made_of
from integrate_tui.core.change import BIG_MOVES, PLAIN, TEMPLATES, Template, is_big_move
from integrate_tui.core.goal import LONGEST_STEP, Goal, GoalSort, GoalState, GoalStep
from integrate_tui.core.own_value import OwnValue, in_order
from integrate_tui.core.practice import PracticeState
from integrate_tui.core.text import clean_line, counted, shorten
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.core.undo import Change
from integrate_tui.tui.host import Host
from integrate_tui.tui.modals.ask import Ask
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.modals.form import Values
from integrate_tui.tui.screens.goal_forms import goal_form, split_form
from integrate_tui.tui.screens.goal_kinds import form_of, meant_by
from integrate_tui.tui.screens.sorting_values import SortingValues

Keep = Callable[[Any], Thing[Any]]
"""Keeps a new thing."""
_SHOWN = 48

ADDED = (
    (ThingKind.GOAL, "A goal: something you want to change"),
    (ThingKind.STEP, "A step: one small thing to do once"),
    (ThingKind.PRACTICE, "A practice: a small thing repeated, tied to a cue"),
    (ThingKind.BOUNDARY, "A boundary: a line you keep"),
    (ThingKind.PATTERN, "A pattern: a loop that runs by itself"),
    (ThingKind.VALUE, "A value: something that matters to you"),
)
"""What can be added, as it is offered."""
SORT = "Sort what matters: to ten, then to five"


async def add(app: Host, marked: ThingKind | None, goal: int | None) -> ThingKind | None:
    """Ask what is to be added, and keep it; return what kind it was, None where it was left.

    Args:
        app: The app.
        marked: The kind that is marked first.
        goal: The goal that a step or a practice belongs to.
    """
    kinds = [kind for kind, _ in ADDED]
    options = (*(words for _, words in ADDED), SORT)
    first = kinds.index(marked) if marked in kinds else 0
    chosen = await app.push_screen_wait(Choose("What would you like to add?", options, first))
    if chosen is None:
        return None
    if chosen == len(kinds):
        await app.push_screen_wait(SortingValues())
        return ThingKind.VALUE
    await add_one(app, kinds[chosen], goal=goal)
    return kinds[chosen]


async def add_one(
    app: Host, kind: ThingKind, *, goal: int | None = None, line: str = "", keep: Keep | None = None
) -> Thing[Any] | None:
    """Ask for what a kind needs, keep it, and ask what follows from it.

    Args:
        app: The app.
        kind: What is added.
        goal: The goal that a step or a practice belongs to.
        line: The words it begins with.
        keep: Keeps it, where that is more than to add it.

    Returns:
        What was kept, None where it was left.
    """
    if kind is ThingKind.GOAL:
        return await _add_goal(app, line, keep)
    return await _add(app, kind, goal, line, keep)


async def _add_goal(app: Host, line: str, keep: Keep | None) -> Thing[Goal] | None:
    """Add a goal: of which kind, in which words, and then what stands behind it."""
    workspace = app.workspace
    kinds = (PLAIN, *TEMPLATES)
    question = Choose("What kind of change is it?", tuple(each.about for each in kinds))
    chosen = await app.push_screen_wait(question)
    if chosen is None:
        return None
    template = kinds[chosen]
    kept: list[Thing[Goal]] = []

    def save(values: Values) -> None:
        goal = meant_by(workspace, ThingKind.GOAL, values)
        kept.append(keep(goal) if keep else tending.add_goal(workspace, goal))

    form = goal_form(workspace, None, template, line)
    if not await app.fill_in(form.proposing() if line else form, save):
        return None
    await _after_goal(app, kept[-1], template)
    return kept[-1]


async def _after_goal(app: Host, goal: Thing[Goal], template: Template) -> None:
    """Ask what a new goal is for, and offer a big move a shelf and a small first step.

    Each answer is kept as soon as it is given; one undo takes them back with the goal.
    """
    workspace, begun = app.workspace, app.workspace.latest
    if goal.value.sort is GoalSort.GOAL:
        await ask_behind(app, goal.n, begun)
    if not is_big_move(goal.value):
        return
    words = (
        "A big change in work or love can rest for a while first. A pause card keeps it for"
        " fourteen days; nothing is decided by it."
    )
    if await app.push_screen_wait(Confirm(words, yes="Put it on a card", no="Not this one")):
        _do(app, lambda: minding.rest_on_card(workspace, goal.n), begun)
    question = "A first step that can be taken back, if you like"
    hint = template.experiment if template.area in BIG_MOVES else "ten minutes, and nothing decided"
    step = await app.push_screen_wait(Ask(question, hint=hint))
    title = clean_line(step or "")
    if title:
        small = GoalStep(title, area=goal.value.area)
        _do(app, lambda: tending.add_step(workspace, small, goal=goal.n), begun)


def _do(app: Host, action: Callable[[], object], part_of: Change | None) -> None:
    """Do something small with the journal, as a part of an earlier change where one is given."""
    workspace = app.workspace
    before = workspace.latest
    app.attempt(action)
    latest = workspace.latest
    if part_of is not None and latest is not None and latest is not before:
        workspace.gather([part_of, latest], part_of.label)


async def ask_behind(app: Host, n: int, part_of: Change | None = None) -> None:
    """Ask once which value or treatment goal a goal is for; leaving it unsaid is an answer.

    One of a treatment may be for a series too.

    Args:
        app: The app.
        n: The number of the goal.
        part_of: The change that the answer belongs to; None for one of its own.
    """
    workspace = app.workspace
    values = in_order(workspace.values.all())
    treatments = [
        thing
        for thing in workspace.goals.all()
        if thing.value.sort is GoalSort.TREATMENT
        and thing.value.state is GoalState.ACTIVE
        and thing.n != n
    ]
    offered = [(thing.n, thing.value.name) for thing in values]
    offered += [(thing.n, f"{thing.value.title} (treatment)") for thing in treatments]
    if workspace.goals.get(n).value.sort is GoalSort.TREATMENT:
        offered += [(thing.n, f"{thing.value.name} (series)") for thing in workspace.series.all()]
    options = (*(words for _, words in offered), "Something else, in a word", "Leave it unsaid")
    present = workspace.links.targets(n, Role.FOR)
    numbers = [number for number, _ in offered]
    marked = numbers.index(present[0]) if present and present[0] in numbers else 0
    chosen = await app.push_screen_wait(Choose("What is it for?", options, marked))
    if chosen is None or chosen == len(options) - 1:
        return
    if chosen < len(offered):
        _do(app, lambda: tending.put_behind(workspace, n, offered[chosen][0]), part_of)
        return
    said = await app.push_screen_wait(Ask("What is it for, in a word?"))
    name = clean_line(said or "")
    if name:
        _do(app, lambda: _behind_new(app, n, name), part_of)


def _behind_new(app: Host, goal: int, name: str) -> None:
    workspace = app.workspace
    with workspace.write("Say what a goal is for"):
        present = workspace.values.named(name)
        value = present or workspace.values.add(OwnValue(name), workspace.moment())
        tending.put_behind(workspace, goal, value.n)


async def _add(
    app: Host, kind: ThingKind, goal: int | None, line: str, keep: Keep | None
) -> Thing[Any] | None:
    """Add anything but a goal, and ask what follows from it."""
    workspace = app.workspace
    kept: list[Thing[Any]] = []

    def save(values: Values) -> None:
        value = meant_by(workspace, kind, values)
        if keep is not None:
            kept.append(keep(value))
        elif kind is ThingKind.STEP:
            kept.append(tending.add_step(workspace, value, goal=goal))
        elif kind is ThingKind.PRACTICE:
            kept.append(tending.add_practice(workspace, value, goal=goal))
        elif kind is ThingKind.VALUE:
            kept.append(minding.add_value(workspace, value))
        else:
            kept.append(workspace.shelf(kind).add(value, workspace.moment()))

    begun = made_of(kind, line) if line else None
    form = form_of(workspace, kind, begun)
    if not await app.fill_in(form.proposing() if line else form, save):
        return None
    if kind is ThingKind.PRACTICE and kept[-1].value.state is PracticeState.PAUSED:
        await ask_for_room(app, kept[-1].n)
    elif kind is ThingKind.STEP:
        await offer_to_split(app, kept[-1].n)
    return kept[-1]


async def change(app: Host, n: int, kind: ThingKind) -> None:
    """Change a thing; what it was stays in its history."""
    workspace = app.workspace
    shelf: Any = workspace.shelf(kind)
    thing: Thing[Any] | None = app.attempt(lambda: shelf.get(n))
    if thing is None:
        return
    seen, present = thing.head, thing.value

    def save(values: Values) -> None:
        value = meant_by(workspace, kind, values, present)
        if kind is ThingKind.PRACTICE:
            tending.change_practice(workspace, n, value, seen=seen)
        else:
            shelf.change(n, value, seen=seen)

    if await app.fill_in(form_of(workspace, kind, present), save) and kind is ThingKind.STEP:
        await offer_to_split(app, n)


async def offer_to_split(app: Host, n: int) -> None:
    """Offer to make two of a step that takes longer than ten minutes."""
    step = app.workspace.steps.get(n).value
    if (step.minutes or 0) <= LONGEST_STEP:
        return
    words = (
        f"{counted(step.minutes or 0, 'minute')} is long for a step. Two may be easier to begin."
    )
    if await app.push_screen_wait(Confirm(words, yes="Make two of it", no="Keep it as it is")):
        await split(app, n)


async def split(app: Host, n: int) -> None:
    """Make two steps of one."""
    workspace = app.workspace
    step = workspace.steps.get(n).value
    await app.fill_in(
        split_form(step),
        lambda values: tending.split_step(workspace, n, values["first"], values["second"]),
    )


async def ask_for_room(app: Host, n: int) -> None:
    """Ask which practice may rest so that another one can begin; none is an answer."""
    workspace = app.workspace
    others = [thing for thing in tending.active(workspace) if thing.n != n]
    if len(others) < tending.at_once(workspace):
        app.attempt(lambda: tending.pause_or_resume(workspace, n, ThingKind.PRACTICE, active=True))
        return
    words = f"{counted(len(others), 'practice')} are active. Which one may rest?"
    titles = (*(shorten(each.value.title, _SHOWN) for each in others), "None: the new one rests")
    options = (*titles, "None: keep them all")
    chosen = await app.push_screen_wait(Choose(words, options, len(others)))
    if chosen is None or chosen == len(others):
        app.say("It begins paused. p takes it up.")
    elif chosen > len(others):
        app.attempt(lambda: tending.pause_or_resume(workspace, n, ThingKind.PRACTICE, active=True))
    else:
        app.attempt(lambda: tending.make_room(workspace, n, others[chosen].n))
