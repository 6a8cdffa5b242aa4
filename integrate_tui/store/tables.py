"""Which tables hold what of each kind of thing."""

from collections.abc import Mapping
from types import MappingProxyType

from integrate_tui.core.thing import ThingKind

TABLES_OF: Mapping[ThingKind, tuple[str, ...]] = MappingProxyType(
    {
        ThingKind.EXPERIENCE: ("experiences",),
        ThingKind.CHECK_IN: ("checkins", "answers", "ratings", "feelings"),
        ThingKind.ENTRY: ("entries", "answers", "ratings", "feelings"),
        ThingKind.FRAGMENT: ("fragments",),
        ThingKind.INSIGHT: ("insights",),
        ThingKind.LINE: ("lines",),
        ThingKind.GOAL: ("goals",),
        ThingKind.STEP: ("steps",),
        ThingKind.PRACTICE: ("practices", "rests"),
        ThingKind.TICK: ("ticks",),
        ThingKind.SITTING: ("sittings",),
        ThingKind.RESULT: ("results", "subscores", "answers", "ratings"),
        ThingKind.SERIES: ("series",),
        ThingKind.VALUE: ("own_values",),
        ThingKind.BOUNDARY: ("boundaries",),
        ThingKind.PATTERN: ("patterns",),
        ThingKind.OCCASION: ("occasions",),
        ThingKind.WORKSHEET: ("worksheets",),
        ThingKind.PERSON: ("people",),
        ThingKind.THEME: ("themes",),
    }
)
"""The tables that hold a revision of each kind, beside its words."""

SAID_OF: Mapping[ThingKind, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        ThingKind.PRACTICE: (("ticks", "practice"),),
        ThingKind.BOUNDARY: (("occasions", "subject"),),
        ThingKind.PATTERN: (("occasions", "subject"),),
        ThingKind.INSIGHT: (("worksheets", "subject"),),
    }
)
"""What is said of one thing and of nothing else: the tables, and the column that names it."""
