"""What stands before and after the run of an exercise, each on a page of its own."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui.core.answers import EMPTY, Scale
from integrate_tui.core.dates import clock_words
from integrate_tui.core.exercise import Beat
from integrate_tui.core.known import Known
from integrate_tui.core.pieces import Verb
from integrate_tui.core.runner import Frame, RunState
from integrate_tui.core.sitting import SittingFlow, change_words
from integrate_tui.tui.widgets.cycle import Cycle
from integrate_tui.tui.widgets.editor import Editor
from integrate_tui.tui.widgets.fields.make import field_for
from integrate_tui.tui.widgets.fields.scale import ScaleField
from integrate_tui.tui.widgets.fields.sketch import SketchField


class Distress(ScaleField):
    """The number before or after, which Enter goes on from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "finish", "Go on", id="distress.go-on"),
    ]


class Opening(Vertical):
    """What an exercise is, whom it is not for, how long it lasts, and the number before it."""

    def __init__(self, flow: SittingFlow, distress: Scale) -> None:
        """Begin.

        Args:
            flow: The sitting that has not begun.
            distress: The scale of the number.
        """
        super().__init__(id="opening")
        self._flow = flow
        self._distress = distress
        own = {flow.seconds} if flow.seconds else set()
        self._lengths = sorted({float(seconds) for seconds in flow.lengths} | own)

    def compose(self) -> ComposeResult:
        """Lay it out from the top."""
        exercise = self._flow.exercise
        yield Static(exercise.about, markup=False, classes="question")
        yield Static(exercise.intro, markup=False, classes="paragraph muted")
        if exercise.caution:
            yield Static(exercise.caution, markup=False, classes="caution")
        if self._flow.lengths:
            yield Static("How long", markup=False, classes="label")
            present = clock_words(self._flow.seconds or exercise.takes or 0)
            yield Cycle(tuple(map(clock_words, self._lengths)), present, id="length")
        yield Static("Distress now, or leave it", markup=False, classes="label")
        yield Distress(self._distress, EMPTY, id="before")

    @property
    def length(self) -> float | None:
        """The length that was chosen, in seconds; None where there is nothing to choose."""
        if not self._flow.lengths:
            return None
        return self._lengths[self.query_one("#length", Cycle).index]


class Afterwards(Vertical):
    """How long it was, and the number after it."""

    def __init__(self, distress: Scale) -> None:
        super().__init__(id="closing")
        self._distress = distress

    def compose(self) -> ComposeResult:
        """Lay it out from the top."""
        yield Static(id="closing-words", markup=False, classes="question")
        yield Static("Distress now, or leave it", markup=False, classes="label")
        yield Distress(self._distress, EMPTY, id="after")


class StepAnswer(Vertical):
    """Where something may be typed during a step; the time waits as long as something is there."""

    def __init__(self) -> None:
        super().__init__(id="said")
        self.beat: Beat | None = None
        """The step that is asked at."""
        self.field: Widget | None = None
        self.is_held = False
        """Whether the time waits because something is being typed."""

    def ask_at(self, beat: Beat, known: Known) -> None:
        """Offer a field at a step that may be answered, and none at another."""
        self.beat, self.field = beat, None
        self.remove_children()
        self.display = beat.answer is not None
        if beat.answer is None:
            self.screen.set_focus(None)
        else:
            self.field = field_for(beat.answer, EMPTY, known)
            self.mount(self.field)
            self.field.focus()

    @property
    def guidance(self) -> str:
        """How to go on while the time waits; empty while it does not."""
        if not self.is_held:
            return ""
        key = "^n" if isinstance(self.field, Editor | SketchField) else "Enter"
        return f"The time waits for you. {key} goes on."


def update_words(widget: Static, words: str) -> None:
    """Change what a widget says, only if it says something else."""
    if widget.content != words:
        widget.update(words)


def word_of(frame: Frame) -> str:
    """Return the word in the middle of a breath: `in`, `hold`, or what the run is doing instead."""
    if frame.state is RunState.PAUSED:
        return "paused"
    if frame.state is RunState.LEAD_IN:
        return "soon"
    return str(frame.beat.verb) if frame.beat else ""


def guidance_of(frame: Frame) -> str:
    """Return what is said under the cue: how to go on, or what the step itself says."""
    beat = frame.beat
    if frame.state is RunState.PAUSED:
        return "Space goes on, with an in-breath." if beat and beat.is_breath else "Space goes on."
    if frame.state is RunState.WAITING:
        return "Enter, when you are ready."
    if beat and beat.guidance:
        return beat.guidance
    if beat and beat.verb is Verb.TENSE:
        return "Three-quarters of your strength. s leaves this place out."
    return ""


def left_words(frame: Frame) -> str:
    """Say how much is left: `2:14 \u00b7 8 left`."""
    left = [clock_words(frame.left)]
    if frame.beat is not None and frame.beat.is_breath and frame.breaths_left:
        left.append(f"{frame.breaths_left} left")
    return " \u00b7 ".join(left)


def closing_words(flow: SittingFlow) -> str:
    """Say what the two numbers say, and what else there is where distress rose."""
    words = change_words(flow.before, flow.after)
    if flow.rose:
        words = f"{words} Looking around the room may suit better now, or a person: F2."
    return words
