"""What every field has in common: its reply, and the two things it says."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from textual.message import Message
from textual.widget import Widget

from integrate_tui.core.answers import Reply


@runtime_checkable
class Answering(Protocol):
    """A field: what is in it now, whether or not it has been told of yet."""

    @property
    def reply(self) -> Reply:
        """The answer as it stands."""
        ...


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
    beyond: int | None = None
    """A digit that was pressed too soon after, and is meant for the next field."""

    @property
    def control(self) -> Widget:
        """The field it happened in."""
        return self.field
