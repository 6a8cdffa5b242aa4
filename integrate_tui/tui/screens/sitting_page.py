"""The run of an exercise as it is seen: a page for breath, and a page for any other step."""

from collections.abc import Callable, Iterable

from textual import getters
from textual.app import ComposeResult
from textual.containers import Center, Vertical
from textual.widgets import Static

from integrate_tui.core.known import Known
from integrate_tui.core.runner import Frame, RunState
from integrate_tui.tui.screens.sitting_parts import StepAnswer
from integrate_tui.tui.screens.sitting_words import (
    breath_of,
    cue_of,
    guidance_of,
    seconds_of,
    then_of,
    word_of,
)
from integrate_tui.tui.widgets.breath import BreathPicture, Scene, tint_at
from integrate_tui.tui.widgets.breath_cells import Detail
from integrate_tui.tui.widgets.progress import Progress


class BreathPage(Vertical):
    """The picture of the breath, or its word and seconds, and the cue under it."""

    picture = getters.query_one(BreathPicture)
    word = getters.query_one("#word", Static)
    cue = getters.query_one("#cue", Static)
    guidance = getters.query_one("#guidance", Static)
    whole = getters.query_one("#whole", Progress)

    def __init__(self, picture: str, detail: Detail, *, is_still: bool) -> None:
        """Begin.

        Args:
            picture: The name of the picture.
            detail: What the terminal can show.
            is_still: Whether movement is told in words and seconds.
        """
        super().__init__()
        self._is_still = is_still
        self._shown = BreathPicture(picture, detail=detail)

    def compose(self) -> ComposeResult:
        """Lay it out from the top."""
        with Center(id="stage"):
            if self._is_still:
                yield Static(id="word", markup=False)
            else:
                yield self._shown
        yield Static(id="cue", markup=False)
        yield Static(id="guidance", markup=False)
        with Center():
            yield Progress(id="whole")

    def move(self, frame: Frame) -> None:
        """Show a breath that has moved on, and nothing else."""
        beat = frame.beat
        tint = tint_at(beat.breath) if beat is not None else 0
        self._shown.show(Scene(breath_of(frame), word_of(frame), tint))

    def show(self, frame: Frame) -> None:
        """Show an instant of a breath."""
        if self._is_still:
            seconds = f"  {seconds_of(frame)}" if frame.state is not RunState.PAUSED else ""
            update_words(self.word, f"{word_of(frame)}{seconds}")
        else:
            self.move(frame)
        update_words(self.cue, cue_of(frame))
        update_words(self.guidance, "\n".join(filter(None, (guidance_of(frame), then_of(frame)))))
        self.whole.share = frame.elapsed_share


class StepPage(Vertical):
    """One step that is no breath: its words, a place to type, and its time as a thin line."""

    heading = getters.query_one("#step-heading", Static)
    cue = getters.query_one("#step-cue", Static)
    guidance = getters.query_one("#step-guidance", Static)
    time = getters.query_one("#step-time", Progress)
    then = getters.query_one("#step-then", Static)
    answer = getters.query_one(StepAnswer)

    def __init__(self) -> None:
        super().__init__()

    def compose(self) -> ComposeResult:
        """Lay it out from the top."""
        yield Static(id="step-heading", markup=False)
        yield Static(id="step-cue", markup=False)
        yield Static(id="step-guidance", markup=False)
        with Center():
            yield StepAnswer()
        with Center():
            yield Progress(id="step-time")
        yield Static(id="step-then", markup=False)

    def show(self, frame: Frame, *, is_free: bool) -> None:
        """Show an instant of a step."""
        beat = frame.beat
        if beat is None:
            return
        update_words(self.heading, beat.heading)
        update_words(self.cue, cue_of(frame))
        update_words(self.guidance, self.answer.guidance or guidance_of(frame, is_free=is_free))
        update_words(self.then, then_of(frame))
        self.time.display = beat.seconds is not None
        self.time.share = frame.fraction


class RunPage(Vertical):
    """The page that fits what is being done."""

    breath = getters.query_one(BreathPage)
    step = getters.query_one(StepPage)

    def __init__(self, picture: str, detail: Detail, *, is_still: bool) -> None:
        """Begin.

        Args:
            picture: The name of the picture.
            detail: What the terminal can show.
            is_still: Whether movement is told in words and seconds.
        """
        super().__init__()
        self._parts = (BreathPage(picture, detail, is_still=is_still), StepPage())

    def compose(self) -> Iterable[Vertical]:
        """Lay out both pages, of which one is shown at a time."""
        yield from self._parts

    def begin_beat(self, frame: Frame, known: Callable[[], Known]) -> None:
        """Turn to the page of a beat, with a place to type where it asks for words.

        Args:
            frame: What there is to show.
            known: Returns what is known around a question.
        """
        if frame.beat is not None:
            self.breath.display = frame.beat.is_breath
            self.step.display = not frame.beat.is_breath
            self.step.answer.ask_at(frame.beat, known)

    def show(self, frame: Frame, *, is_free: bool) -> None:
        """Show an instant."""
        if frame.beat is not None and frame.beat.is_breath:
            self.breath.show(frame)
        else:
            self.step.show(frame, is_free=is_free)


def update_words(widget: Static, words: str) -> None:
    """Change what a widget says, only if it says something else."""
    if widget.content != words:
        widget.update(words)
