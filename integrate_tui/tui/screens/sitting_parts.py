"""What stands before and after the run of an exercise, each on a page of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui.core.answers import EMPTY, Lines, Scale, Sketch, Text, reply_with_number
from integrate_tui.core.dates import span_words
from integrate_tui.core.exercise import Beat
from integrate_tui.core.free import BELL_MINUTES
from integrate_tui.core.grounding import LONG, LONG_WORDS
from integrate_tui.core.known import Known
from integrate_tui.core.sitting import SittingFlow
from integrate_tui.tui.widgets.cycle import Cycle
from integrate_tui.tui.widgets.fields.scale import ScaleField


class Distress(ScaleField):
    """The number before or after, which Enter goes on from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "finish", "Go on", id="distress.go-on"),
    ]


class Opening(Vertical):
    """What an exercise is, whom it is not for, how it may be done, and the number before it."""

    @dataclass
    class Chosen(Message):
        """Something was chosen about how it is to be done."""

        flow: SittingFlow

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "i",
            "caution",
            "What to heed",
            id="opening.caution",
            tooltip="Show once more what is to be heeded.",
        ),
    ]

    def __init__(self, flow: SittingFlow, distress: Scale, *, shows_caution: bool = True) -> None:
        """Begin.

        Args:
            flow: The sitting that has not begun.
            distress: The scale of the number.
            shows_caution: Whether what is to be heeded is shown at once, or when it is asked for.
        """
        super().__init__()
        self._flow = flow
        self._distress = distress
        self._shows_caution = shows_caution
        self._spans = flow.spans

    def compose(self) -> ComposeResult:
        """Lay it out from the top."""
        flow, exercise = self._flow, self._flow.exercise
        yield Static(exercise.about, markup=False, classes="question")
        yield Static(exercise.intro, markup=False, classes="paragraph muted")
        if exercise.caution:
            caution = Static(exercise.caution, markup=False, id="caution", classes="caution")
            caution.display = self._shows_caution
            yield caution
        if self._spans:
            words = tuple(span.words for span in self._spans)
            yield _choice("How long", Cycle(words, flow.span.words, id="length"))
        if flow.has_holds:
            present = _WITH if flow.holds else _WITHOUT
            yield _choice("Holds", Cycle((_WITH, _WITHOUT), present, id="holds"))
        if flow.is_free:
            bells = Cycle(tuple(_BELLS), _bell_words(flow.bell_every), id="bells")
            yield _choice("A bell", bells)
        yield Static("Distress now, or leave it", markup=False, classes="label")
        said = EMPTY if flow.before is None else reply_with_number(flow.before)
        yield Distress(self._distress, said, id="before")
        yield Static(LONG_WORDS, markup=False, id="long", classes="caution")

    def on_mount(self) -> None:
        """Tell of every choice."""
        self._show_whether_long()
        for field in self.query(Cycle):
            self.watch(field, "index", self._tell, init=False)

    @on(Cycle.Entered)
    def go_on(self) -> None:
        """Go to what is asked next."""
        self.screen.focus_next()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what is to be heeded where it is not shown."""
        if action != "caution":
            return True
        return any(not caution.display for caution in self.query("#caution"))

    def action_caution(self) -> None:
        """Show what is to be heeded."""
        self.query_one("#caution").display = True
        self.screen.refresh_bindings()

    def _show_whether_long(self) -> None:
        """Say of a long sitting that it is one."""
        self.query_one("#long").display = self._flow.length >= LONG

    def _tell(self) -> None:
        flow = self._flow
        if self._spans:
            flow = flow.choose_span(self._spans[self.query_one("#length", Cycle).index])
        if flow.has_holds:
            flow = flow.choose_holds(self.query_one("#holds", Cycle).value == _WITH)
        if flow.is_free:
            flow = flow.ring_every(_BELLS[self.query_one("#bells", Cycle).value])
        self._flow = flow
        self._show_whether_long()
        self.post_message(self.Chosen(flow))


_WITH, _WITHOUT = "as written", "left out"
_BELLS: dict[str, float | None] = {
    "none": None,
    **{f"every {minutes} min": minutes * 60.0 for minutes in BELL_MINUTES},
}


def _choice(label: str, field: Cycle) -> Horizontal:
    return Horizontal(Static(label, markup=False, classes="choice-label"), field, classes="choice")


def _bell_words(every: float | None) -> str:
    return next((words for words, seconds in _BELLS.items() if seconds == every), "none")


class Afterwards(Vertical):
    """How long it was, what becomes of the words that were typed, and the number after it."""

    words = getters.query_one("#closing-words", Static)
    said = getters.query_one("#closing-said", Static)

    def __init__(self, distress: Scale) -> None:
        super().__init__()
        self._distress = distress

    def compose(self) -> ComposeResult:
        """Lay it out from the top."""
        yield Static(id="closing-words", markup=False, classes="question")
        yield Static(id="closing-said", markup=False, classes="paragraph muted")
        yield Static("Distress now, or leave it", markup=False, classes="label")
        yield Distress(self._distress, EMPTY, id="after")

    def show(self, flow: SittingFlow, sat: float) -> None:
        """Say how long it was, and what is kept of it."""
        self.words.update(f"That was {span_words(sat)}." if sat else "")
        self.said.display = bool(flow.said)
        lines = [words for _, words in flow.said]
        becomes = (
            "These words are kept with the sitting. l lets them go."
            if flow.keeps_said
            else "These words are let go. l keeps them with the sitting."
        )
        self.said.update("\n".join([*lines, "", becomes]))


class StepAnswer(Vertical):
    """Where something may be typed during a step; the time waits as long as something is there."""

    def __init__(self) -> None:
        super().__init__()
        self.beat: Beat | None = None
        """The step that is asked at."""
        self.field: Widget | None = None
        self.is_held = False
        """Whether the time waits because something is being typed."""

    def ask_at(self, beat: Beat, known: Callable[[], Known]) -> None:
        """Offer a field at a step that may be answered, and none at another.

        Args:
            beat: The step.
            known: Returns what is known around a question.
        """
        if self.field is not None:
            self.remove_children()
        self.beat, self.field = beat, None
        self.display = beat.answer is not None
        if beat.answer is None:
            self.screen.set_focus(None)
            return
        # The first frame does without the fields, and so do most exercises.
        from integrate_tui.tui.widgets.fields.make import field_for  # noqa: PLC0415 - as above

        self.field = field_for(beat.answer, EMPTY, known())
        self.mount(self.field)
        self.field.focus()

    @property
    def guidance(self) -> str:
        """How to go on while the time waits; empty while it does not."""
        if not self.is_held:
            return ""
        takes_enter = self.beat is not None and isinstance(self.beat.answer, Text | Lines | Sketch)
        key = "^n" if takes_enter else "Enter"
        return f"The time waits for you. {key} goes on."
