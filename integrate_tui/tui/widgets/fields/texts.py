"""Fields for words: a page, a line, a few lines."""

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from integrate_tui.core.answers import (
    Lines,
    Reply,
    reply_with_text,
    reply_with_words,
)
from integrate_tui.core.text import clean, clean_line
from integrate_tui.tui.widgets.editor import Editor
from integrate_tui.tui.widgets.fields.base import Finished, Replied
from integrate_tui.tui.widgets.one_line import FULL, ROOM, as_one_line


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

    @property
    def reply(self) -> Reply:
        """The lines so far, those beyond the number asked for too."""
        return reply_with_words(tuple(line.strip() for line in clean(self.text).split("\n")))

    @on(TextArea.Changed)
    def say_so(self, event: TextArea.Changed) -> None:
        """Tell of every change."""
        event.stop()
        self.post_message(Replied(self, self.reply))


class LineField(Editor):
    """One line, as high as its words: it is wrapped, and Enter goes on instead of breaking it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # The text area would take the key for a new line.
        Binding("enter", "finish", "Next", show=False, priority=True, id="line.finish"),
    ]
    DEFAULT_CSS = """
    LineField { height: auto; max-height: 8; padding: 0 2; }
    """

    def __init__(self, reply: Reply) -> None:
        self._told = reply_with_text(clean_line(reply.text))
        hint = "One line."
        super().__init__(clean_line(reply.text), placeholder=hint, classes="line-field")

    @property
    def reply(self) -> Reply:
        """The line so far."""
        return reply_with_text(clean_line(self.text))

    def on_paste(self, event: events.Paste) -> None:
        """Make one line of what is pasted, unless there is no room for it."""
        if len(event.text) + len(self.text) > ROOM:
            event.stop()
            event.prevent_default()
            self.notify(FULL, markup=False)
        else:
            event.text = as_one_line(event.text)

    @on(TextArea.Changed)
    def say_so(self, event: TextArea.Changed) -> None:
        """Tell of every change."""
        event.stop()
        if self.reply != self._told:
            self._told = self.reply
            self.post_message(Replied(self, self.reply))

    def action_finish(self) -> None:
        """Go on."""
        self.post_message(Finished(self))
