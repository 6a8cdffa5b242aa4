"""Fields for words: a page, a line, a few lines."""

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.widgets import Input, TextArea

from integrate_tui.core.answers import (
    Lines,
    Reply,
    lines_within,
    reply_with_text,
    reply_with_words,
)
from integrate_tui.core.text import clean, clean_line
from integrate_tui.tui.widgets.editor import Editor
from integrate_tui.tui.widgets.fields.base import Finished, Replied


class TextField(Editor):
    """Free writing."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.text, classes="page")

    @property
    def reply(self) -> Reply:
        """What is written so far."""
        return reply_with_text(clean(self.text))

    @on(TextArea.Changed)
    def say_so(self, event: TextArea.Changed) -> None:
        """Tell of every change."""
        event.stop()
        self.post_message(Replied(self, self.reply))


class LinesField(Editor):
    """A few short lines, one under the other."""

    def __init__(self, kind: Lines, reply: Reply) -> None:
        hint = f"One a line, up to {kind.most}." if kind.most < 20 else "One a line."
        super().__init__("\n".join(reply.words), placeholder=hint, classes="few-lines")
        self._most = kind.most

    @property
    def reply(self) -> Reply:
        """The lines so far; what is beyond the number asked for is kept with the last."""
        lines = [line.strip() for line in clean(self.text).split("\n") if line.strip()]
        return reply_with_words(lines_within(lines, self._most))

    @on(TextArea.Changed)
    def say_so(self, event: TextArea.Changed) -> None:
        """Tell of every change."""
        event.stop()
        self.post_message(Replied(self, self.reply))


class OneLine(Input):
    """A line to type in, into which several can be pasted: they become one."""

    def on_paste(self, event: events.Paste) -> None:
        """Make one line of what is pasted; Textual would take the first and lose the others."""
        event.text = clean_line(event.text)


class LineField(OneLine):
    """One line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "finish", "Next", show=False, id="line.finish"),
    ]

    def __init__(self, reply: Reply, hint: str = "") -> None:
        self._told = reply_with_text(clean_line(reply.text))
        super().__init__(
            clean_line(reply.text),
            placeholder=hint,
            select_on_focus=False,
            classes="line-field",
        )

    @property
    def reply(self) -> Reply:
        """The line so far."""
        return reply_with_text(clean_line(self.value))

    @on(Input.Changed)
    def say_so(self, event: Input.Changed) -> None:
        """Tell of every change; Textual speaks of one when the field first comes up, too."""
        event.stop()
        if self.reply != self._told:
            self._told = self.reply
            self.post_message(Replied(self, self.reply))

    def action_finish(self) -> None:
        """Go on."""
        self.post_message(Finished(self))
