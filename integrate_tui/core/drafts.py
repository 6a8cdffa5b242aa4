"""What is being written and not kept yet."""

from datetime import datetime
from enum import StrEnum

from integrate_tui.core.value import value


class Flow(StrEnum):
    """What a draft is a draft of."""

    WRITING = "writing"
    """A guide being written through; the subject is the guide's id."""
    EDIT = "edit"
    """An entry being changed; the subject is its number."""
    NOTE = "note"
    """A quick note."""
    CHECK_IN = "check-in"
    """A check-in being filled in; the subject is its piece's id."""
    MEASURE = "measure"
    """A measure being filled in; the subject is its id."""
    WORKSHEET = "worksheet"
    """A belief being looked at from several sides; the subject is its number."""


@value()
class Draft:
    """One unfinished piece of writing."""

    id: str
    flow: Flow
    subject: str
    title: str
    """What it is offered again as."""
    data: str
    """Its content, as JSON."""
    made: datetime
    changed: datetime
    window: str = ""
    """The running program it is open in, so that two never write to one draft."""
