"""The end of a guide: a title, tags, the experience it is about, and what was marked to be kept."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Static

from integrate_tui.core.answers import EMPTY
from integrate_tui.core.closing import Closing
from integrate_tui.core.entry import offered_title
from integrate_tui.core.experience import Experience
from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.text import clean_line
from integrate_tui.core.thing import Thing
from integrate_tui.core.writing import KeptAnswer, Writing
from integrate_tui.tui.modals.ask import Ask
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.choices import Choices
from integrate_tui.tui.widgets.fields.base import Finished, Replied
from integrate_tui.tui.widgets.fields.options import AnyField
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.one_line import OneLine

_EXPERIENCES = 4


class ClosingScreen(Trip[bool]):
    """What is said of an entry when it is finished; all of it may be left."""

    AUTO_FOCUS = "#title"
    IS_FLOW = True
    HELP = "Everything here may be left as it is."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,ctrl+s", "keep", "Keep it", id="closing.keep"),
        Binding("enter", "on", "On", show=False, id="closing.on", priority=False),
        Binding(
            "e",
            "reword",
            "Reword",
            id="closing.reword",
            tooltip="Keep the marked line in other words.",
        ),
        Binding(
            "a",
            "keep_as",
            "Keep as",
            id="closing.keep-as",
            tooltip="Keep the marked line as something else.",
        ),
        Binding("escape", "back", "Back to the writing", id="closing.back"),
    ]

    heading = getters.query_one("#heading", Lines)
    title_field = getters.query_one("#title", Input)
    tags_field = getters.query_one("#tags", Input)

    def __init__(
        self,
        writing: Writing,
        before: Closing | None,
        about: int | None = None,
        changed: Callable[[], object] = lambda: None,
    ) -> None:
        """Begin with what was said before, if one comes back here.

        Args:
            writing: What is being closed.
            before: What was said of it so far.
            about: The number of the experience it was begun for, where it was for one.
            changed: Is told when something else is said, so that it gets into the draft.
        """
        super().__init__()
        self._before = before
        self._about = about
        self.said = before or Closing()
        self._writing = writing
        self._marked = writing.kept_answers()
        reworded = dict(before.changed) if before else {}
        self._kept = [reworded.get(answer, answer) for answer in self._marked]
        self._tell = changed
        self._experiences: list[Thing[Experience]] = []

    def body(self) -> Iterable[Widget]:
        """Lay out what may be said."""
        entry = self._writing.entry()
        newest = sorted(self.workspace.experiences.all(), key=lambda t: t.moment.at, reverse=True)
        others = [thing for thing in newest[_EXPERIENCES:] if thing.n == self._about]
        self._experiences = [*newest[:_EXPERIENCES], *others]
        tags = list(self.workspace.tags.in_use())
        with VerticalScroll(id="closing", can_focus=False):
            yield Lines(id="heading")
            yield Static("Title", markup=False, classes="label")
            yield OneLine(self.said.title, placeholder=offered_title(entry) or "None", id="title")
            yield Static("Tags, with spaces between", markup=False, classes="label")
            yield OneLine(" ".join(self.said.tags), id="tags", suggester=LastWord(tags))
            if self._experiences:
                yield Static("About", markup=False, classes="label")
                names = tuple(thing.value.heading for thing in self._experiences)
                yield About((*names, "none of these"), taken=self._present(), id="about")
            if self._kept:
                yield Static(
                    "Marked to be kept. Untick what may stay in the page alone; e rewords a line,"
                    " a keeps it as something else.",
                    markup=False,
                    classes="label",
                )
                field = AnyField(tuple(_words(answer) for answer in self._kept), EMPTY, id="kept")
                field.ticked = self._wanted()
                yield field

    def _wanted(self) -> frozenset[int]:
        """Return which marked lines are ticked at first: all that were not said no to before."""
        dropped = list(self._before.dropped) if self._before else []
        wanted = set()
        for i, answer in enumerate(self._marked):
            if answer in dropped:
                dropped.remove(answer)
            else:
                wanted.add(i)
        return frozenset(wanted)

    def _present(self) -> int:
        """Return which experience one is integrating now."""
        begun_for = self._about if self._about is not None else self.workspace.phase().n
        n = self._before.experience if self._before else begun_for
        numbers = [thing.n for thing in self._experiences]
        return numbers.index(n) if n in numbers else len(numbers)

    def on_mount(self) -> None:
        """Show what is being closed."""
        self.heading.show([[(self._writing.guide.title, "primary")]], [[("closing", "muted")]])

    def on_input_submitted(self) -> None:
        """Go from field to field, and keep from the last."""
        self.action_on()

    def on_finished(self) -> None:
        """Go on from a field that says it is done; from the last, keep everything."""
        self.action_on()

    def action_on(self) -> None:
        """Go to the next field; from the last, keep everything."""
        chain = self.focus_chain
        if self.focused is not None and chain and self.focused is chain[-1]:
            self.action_keep()
        else:
            self.focus_next()

    def offers(self, action: str) -> bool:
        """Offer what is done with a marked line only where one is."""
        if action in ("reword", "keep_as"):
            return isinstance(self.focused, AnyField)
        return super().offers(action)

    def on_descendant_focus(self) -> None:
        """Offer the keys that fit where one is."""
        self.refresh_bindings()

    @work
    @one_at_a_time
    async def action_reword(self) -> None:
        """Keep the marked line in other words; in the page it stays as it was written."""
        i = self.query_one("#kept", AnyField).cursor
        question = Ask("Keep it in which words?", " ".join(self._kept[i].line.split()))
        words = await self.app.push_screen_wait(question)
        if words is not None and clean_line(words):
            self._change(i, replace(self._kept[i], line=clean_line(words)))

    @work
    @one_at_a_time
    async def action_keep_as(self) -> None:
        """Keep the marked line as something else."""
        i = self.query_one("#kept", AnyField).cursor
        kinds = tuple(KeepAs)
        names = tuple(str(kind).capitalize() for kind in kinds)
        question = Choose("Keep it as?", names, marked=kinds.index(self._kept[i].keep_as))
        chosen = await self.app.push_screen_wait(question)
        if chosen is not None:
            self._change(i, replace(self._kept[i], keep_as=kinds[chosen]))

    def _change(self, i: int, answer: KeptAnswer) -> None:
        self._kept[i] = answer
        field = self.query_one("#kept", AnyField)
        field.show_options(tuple(_words(kept) for kept in self._kept))
        self._tell()

    def action_keep(self) -> None:
        """Finish."""
        self._take()
        self.dismiss(True)

    def action_back(self) -> None:
        """Go back to the writing; what was said here is there again."""
        self._take()
        self.dismiss(False)

    @on(Input.Changed)
    @on(Choices.Chosen)
    @on(Replied)
    def tell(self) -> None:
        """Tell that something else is said."""
        self._tell()

    def take(self) -> Closing:
        """Return what is said so far, as it stands in the fields."""
        if self.is_mounted and not self.is_left:
            self._take()
        return self.said

    def _take(self) -> None:
        ticked = sorted(self.query_one("#kept", AnyField).ticked) if self._kept else []
        self.said = Closing(
            title=clean_line(self.title_field.value),
            tags=tuple(self.tags_field.value.replace(",", " ").split()),
            experience=self._experience(),
            keep=tuple(self._kept[i] for i in ticked),
            dropped=tuple(a for i, a in enumerate(self._marked) if i not in ticked),
            changed=tuple(
                (marked, kept)
                for marked, kept in zip(self._marked, self._kept, strict=True)
                if marked != kept
            ),
        )

    def _experience(self) -> int | None:
        if not self._experiences:
            return None
        chosen = self.query_one("#about", Choices).taken
        if chosen is None or chosen >= len(self._experiences):
            return None
        return self._experiences[chosen].n


class About(Choices):
    """What it is about: a digit or a click chooses, and may be followed by another; Enter goes on.

    One that went on by itself would give the digit that corrects it to the next field.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Choose", id="closing.about"),
    ]

    def action_go_on(self) -> None:
        """Choose what is marked, and go to the next field."""
        self.action_choose()
        self.post_message(Finished(self))


class LastWord(SuggestFromList):
    """Completes the last word of several."""

    async def get_suggestion(self, value: str) -> str | None:
        """Return the value with its last word completed."""
        before, space, last = value.rpartition(" ")
        found = await super().get_suggestion(last) if last else None
        return None if found is None else f"{before}{space}{found}"


def _words(answer: KeptAnswer) -> str:
    return f"{answer.keep_as}: {answer.line}"
