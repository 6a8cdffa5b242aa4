"""What every field has in common: its reply, and the two things it says."""

from dataclasses import dataclass

from textual.message import Message
from textual.widget import Widget

from integrate_tui.core.answers import Reply


@dataclass
class Replied(Message):
    """The answer in a field changed."""

    field: Widget
    reply: Reply

    @property
    def control(self) -> Widget:
        """The field it happened in."""
        return self.field


@dataclass
class Finished(Message):
    """The answer in a field is given, and it is time for the next."""

    field: Widget

    @property
    def control(self) -> Widget:
        """The field it happened in."""
        return self.field
