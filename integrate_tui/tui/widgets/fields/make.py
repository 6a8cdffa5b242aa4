"""From a kind of answer to the field it is given in."""

from collections.abc import Sequence

from textual.widget import Widget

from integrate_tui.core.answers import (
    Answer,
    Check,
    Choose,
    ChooseAny,
    Feelings,
    Lines,
    Reply,
    Scale,
    Sketch,
    Text,
)
from integrate_tui.core.pieces import Family
from integrate_tui.tui.widgets.fields.feelings import FeelingsField
from integrate_tui.tui.widgets.fields.options import AnyField, ChoiceField
from integrate_tui.tui.widgets.fields.scale import ScaleField
from integrate_tui.tui.widgets.fields.texts import LineField, LinesField, TextField


def field_for(kind: Answer, reply: Reply, families: Sequence[Family]) -> Widget:
    """Return the field for a kind of answer, with what was answered before.

    Kinds that have no field of their own yet are answered in one line of text.
    """
    match kind:
        case Text() | Sketch():
            return TextField(reply)
        case Scale():
            return ScaleField(kind, reply)
        case Choose():
            return ChoiceField(kind.options, reply)
        case ChooseAny():
            return AnyField(kind.options, reply)
        case Check():
            return AnyField(kind.items, reply)
        case Lines():
            return LinesField(kind, reply)
        case Feelings():
            return FeelingsField(families, kind.most, reply)
    return LineField(reply)
