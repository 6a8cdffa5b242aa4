"""Then and now: one question today, and the first notes beside the answer once it is written."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui import afterwards
from integrate_tui.core import dates, editing
from integrate_tui.core.closing import Closing
from integrate_tui.core.drafts import Flow
from integrate_tui.core.text import clean
from integrate_tui.core.writing import Writing
from integrate_tui.purposes import Purpose
from integrate_tui.tui.host import Host
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.workspace import Workspace

_SUBJECT = "then-and-now"
_NOTHING_THEN = "Nothing was written down then."


async def ask_now(app: Host, experience: int) -> None:
    """Ask what an experience is today, and show the first notes beside what was answered."""
    first = afterwards.first_notes(app.workspace, experience)  # before the answer is among them
    kept: list[str] = []

    def finish(workspace: Workspace, written: Writing, closing: Closing, id: str) -> str:
        text = written.replies[0].text
        with workspace.write("Keep then and now"):
            n = afterwards.keep_now(workspace, experience, text, id=id).n
            workspace.drafts.forget(id)
        kept.append(text)
        return f"Kept as {n}."

    purpose = Purpose(
        Flow.WRITING,
        _SUBJECT,
        afterwards.THEN_AND_NOW,
        has_closing=False,
        finish=finish,
        about=experience,
    )
    begun = editing.writing_of_text(afterwards.THEN_AND_NOW, "")
    await app.push_screen_wait(WritingScreen(begun, purpose))
    if kept:
        await app.push_screen_wait(ThenAndNowScreen(experience, first, kept[-1]))


class ThenAndNowScreen(Trip[None]):
    """The first notes of an experience beside today's answer."""

    AUTO_FOCUS = "#then"
    HELP = "Your first notes, and your answer of today. Nothing has to be made of it."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "back", "Back", show=False, id="then.back"),
    ]

    def __init__(self, experience: int, first: list[str], now: str) -> None:
        """Begin.

        Args:
            experience: The number of the experience.
            first: The first notes, oldest first.
            now: What was answered today.
        """
        super().__init__()
        self.n = experience
        self._first = first
        self._now = now

    def body(self) -> Iterable[Widget]:
        """Lay the two beside each other, or one under the other where it is narrow."""
        thing = self.workspace.experiences.get(self.n)
        when = dates.plain_day(thing.moment.day, self.workspace.today)
        yield Lines(
            [[(thing.value.heading, "primary")]], [[(when, "muted")]], classes="trip-heading"
        )
        first = "\n\n".join(self._first) or _NOTHING_THEN
        with Horizontal(id="both"):
            for id, head, words in (("then", "Then", first), ("now", "Today", self._now)):
                with VerticalScroll(id=id, can_focus=True):
                    yield Static(head, markup=False, classes="then-head")
                    yield Static(clean(words), markup=False)
