"""What a change did, so that it can be taken back.

A change is a label and the small steps it took, each with the state before and after. Taking it
back sets every step to its state before, in reverse order, and only if nothing has touched it
since: another window's work is never undone by this one.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from enum import StrEnum

from integrate_tui.core.value import value

State = str | int | None


class StepKind(StrEnum):
    """What a step of a change touched."""

    MADE = "made"
    """A thing came to be; taking it back puts it in the trash."""
    HEAD = "head"
    """Another revision became current."""
    TRASHED = "trashed"
    MOMENT = "moment"
    """A thing was dated anew; the state is its moment, its zone and its day."""
    TAG = "tag"
    STAGE = "stage"
    STAR = "star"
    SETTLED = "settled"
    LINK = "link"
    SETTING = "setting"


@value()
class ChangeStep:
    """One step of a change."""

    kind: StepKind
    key: tuple[State, ...]
    """What it touched: a thing's number, or the parts of a link, a tag or a setting."""
    before: tuple[State, ...] = ()
    after: tuple[State, ...] = ()


@dataclass(slots=True)
class Change:
    """One logical change, as one entry in the undo history."""

    label: str
    """What was done, as a person would say it: `Tick “Walk after coffee”`."""
    steps: list[ChangeStep] = field(default_factory=list)
    take_back: Callable[[], object] | None = None
    """Takes back what was done outside the journal; None where the steps are all there is."""

    def record(
        self,
        kind: StepKind,
        key: tuple[State, ...],
        before: tuple[State, ...] = (),
        after: tuple[State, ...] = (),
    ) -> None:
        """Add a step."""
        self.steps.append(ChangeStep(kind, key, before, after))

    def touches(self, numbers: Collection[int]) -> bool:
        """Tell whether any of its steps is about one of these things."""
        return any(
            number in numbers
            for step in self.steps
            if step.kind is not StepKind.SETTING
            for number in step.key
        )
