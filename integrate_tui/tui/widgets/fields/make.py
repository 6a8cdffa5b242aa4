"""From a kind of answer to the field it is given in."""

from textual.widget import Widget

from integrate_tui.core.answers import (
    Answer,
    Body,
    Check,
    Choose,
    ChooseAny,
    Date,
    Feelings,
    Line,
    Lines,
    Link,
    Reply,
    Scale,
    Sketch,
    Text,
)
from integrate_tui.core.known import Known
from integrate_tui.tui.widgets.fields.body import BodyField
from integrate_tui.tui.widgets.fields.date import DateField
from integrate_tui.tui.widgets.fields.feelings import FeelingsField
from integrate_tui.tui.widgets.fields.link import LinkField
from integrate_tui.tui.widgets.fields.options import AnyField, ChoiceField
from integrate_tui.tui.widgets.fields.scale import ScaleField
from integrate_tui.tui.widgets.fields.sketch import SketchField
from integrate_tui.tui.widgets.fields.texts import LineField, LinesField, TextField


def fills_the_page(kind: Answer) -> bool:
    """Tell whether the field of a kind takes all the room there is."""
    return not isinstance(kind, Line | Lines | Scale)


def field_for(kind: Answer, reply: Reply, known: Known) -> Widget:
    """Return the field for a kind of answer.

    Args:
        kind: What is asked for.
        reply: What was answered before.
        known: What is known around the question.
    """
    match kind:
        case Text():
            return TextField(reply)
        case Line():
            return LineField(reply)
        case Date():
            return DateField(reply, known)
        case Sketch():
            return SketchField(reply)
        case Body():
            return BodyField(reply)
        case Scale():
            return ScaleField(kind, reply)
        case Choose():
            return ChoiceField(kind.options, reply)
        case ChooseAny():
            return AnyField(kind.options, reply, takes_letters=True)
        case Check():
            return AnyField(kind.items, reply)
        case Lines():
            return LinesField(kind, reply)
        case Feelings():
            return FeelingsField(known.families, kind.most, reply)
        case Link():
            return LinkField(kind, reply, known.own(kind.to))
