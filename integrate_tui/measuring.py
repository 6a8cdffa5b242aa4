"""Measures as both front ends offer them: what stands before each, its last result, keeping one."""

from datetime import datetime

from integrate_tui.core import dates, gates
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.gates import Hold
from integrate_tui.core.measure import Filling
from integrate_tui.core.pieces import Measure, RuleName
from integrate_tui.core.result import Result
from integrate_tui.core.thing import Role, Thing
from integrate_tui.core.value import value
from integrate_tui.noting import keep_once
from integrate_tui.workspace import Workspace

_SWITCHED_ON = "measures"
"""The setting that names those switched on."""


@value()
class Offer:
    """A measure as it stands for a person now."""

    measure: Measure
    hold: Hold | None = None
    """What stands before it."""
    why: str = ""
    """The same in a sentence or two."""
    last: Thing[Result] | None = None
    """Its latest result."""
    drafts: tuple[Draft, ...] = ()
    """What was left of it unfinished, latest first."""

    @property
    def state(self) -> str:
        """Where it stands, in a word or three."""
        return str(self.hold) if self.hold else "on"

    @property
    def has_switch(self) -> bool:
        """Whether it is one that is off until it is switched on."""
        return any(rule.name is RuleName.OPT_IN for rule in self.measure.rules)


def offers(workspace: Workspace) -> list[Offer]:
    """Return every measure as it stands."""
    drafts = [draft for draft in workspace.drafts.all() if draft.flow is Flow.MEASURE]
    day = workspace.phase().since
    return [_offer(workspace, each, drafts, day) for each in workspace.packs.measures()]


def offer(workspace: Workspace, measure: Measure) -> Offer:
    """Return one measure as it stands."""
    drafts = [draft for draft in workspace.drafts.all() if draft.flow is Flow.MEASURE]
    return _offer(workspace, measure, drafts, workspace.phase().since)


def last_words(offered: Offer, workspace: Workspace) -> str:
    """Say what the latest result was and when, empty where there is none."""
    if offered.last is None:
        return ""
    day = dates.plain_day(offered.last.moment.day, workspace.today)
    return f"{offered.last.value.score} on {day}"


def switch(workspace: Workspace, measure: Measure, *, on: bool) -> None:
    """Switch a measure on, or off again; its results stay."""
    with workspace.write(f"Switch \u201c{measure.title}\u201d {'on' if on else 'off'}"):
        ids = _switched_on(workspace)
        wanted = ids | {measure.id} if on else ids - {measure.id}
        workspace.settings.set(_SWITCHED_ON, ",".join(wanted))


def keep_result(
    workspace: Workspace,
    filling: Filling,
    *,
    note: str = "",
    at: datetime | None = None,
    id: str = "",
) -> Thing[Result]:
    """Keep a measure as it was filled in, about the experience one is integrating if there is one.

    With the id of its draft it takes the place of that, and keeping it twice is once. A note or a
    moment given here goes before what the filling has.
    """
    with workspace.write(f"Keep \u201c{filling.measure.title}\u201d"):
        moment = workspace.moment(at or filling.at)
        kept = keep_once(workspace, workspace.results, filling.result(note), moment, id)
        experience = workspace.phase().n
        if experience is not None:
            workspace.links.set(kept.n, experience, Role.ABOUT)
        if id:
            workspace.drafts.forget(id)
    return kept


def _offer(workspace: Workspace, measure: Measure, drafts: list[Draft], day: int | None) -> Offer:
    held = gates.hold(
        measure,
        is_on=measure.id in _switched_on(workspace),
        country=workspace.settings.get("country"),
        day=day,
    )
    return Offer(
        measure=measure,
        hold=held,
        why=gates.hold_words(measure, held, day) if held else "",
        last=next(iter(workspace.results.of(measure.id, 1)), None),
        drafts=tuple(draft for draft in drafts if draft.subject == measure.id),
    )


def _switched_on(workspace: Workspace) -> set[str]:
    return {id for id in workspace.settings.get(_SWITCHED_ON).split(", ") if id}
