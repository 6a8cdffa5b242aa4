"""Making something to do of an insight or of what came up: which kind, then what that needs."""

from collections.abc import Callable
from typing import Any

from integrate_tui.acting import MAKES
from integrate_tui.core.practice import PracticeState
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.tui.host import Host
from integrate_tui.tui.modals.choose import Choose

_KINDS = {
    ThingKind.GOAL: "A goal: something you want to change",
    ThingKind.STEP: "A step: one small thing to do once",
    ThingKind.PRACTICE: "A practice: a small thing repeated",
    ThingKind.BOUNDARY: "A boundary: a line you keep",
    ThingKind.PATTERN: "A pattern: a loop you look at",
}


async def make_something(
    app: Host,
    line: str,
    keep: Callable[[ThingKind, Any], Thing[Any]],
    *,
    marked: ThingKind = ThingKind.GOAL,
    besides: tuple[str, ...] = (),
) -> int | None:
    """Ask what is to be made of a line, and keep it.

    Args:
        app: The app.
        line: The words it begins with.
        keep: Keeps what is made, by its kind.
        marked: The kind that is marked first.
        besides: What else is offered after the kinds.

    Returns:
        None where it was left or kept, else which of what was offered besides was chosen.
    """
    options = (*(_KINDS[kind] for kind in MAKES), *besides)
    question = Choose("What would you make of it?", options, MAKES.index(marked))
    chosen = await app.push_screen_wait(question)
    if chosen is None:
        return None
    if chosen >= len(MAKES):
        return chosen - len(MAKES)
    from integrate_tui.tui.screens.goal_flows import add_one  # noqa: PLC0415 - Today has no need

    kind = MAKES[chosen]
    made = await add_one(app, kind, line=line, keep=lambda value: keep(kind, value))
    if made is not None:
        state = getattr(made.value, "state", None)
        rests = " It begins paused, beside those you keep." * (state is PracticeState.PAUSED)
        app.say(f"It stands among your goals.{rests} u takes it back.", long=True)
    return None
