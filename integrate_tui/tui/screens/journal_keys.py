"""The keys of the Journal."""

from textual.binding import Binding, BindingType

KEYS: list[BindingType] = [
    Binding("e", "edit", "Edit", id="journal.edit"),
    Binding("f", "filter", "Filter", id="journal.filter", tooltip="Narrow the list down."),
    Binding("m", "month", "Month", id="journal.month", tooltip="Go to a day by the calendar."),
    Binding("x", "delete", "Delete", id="journal.delete", tooltip="Into the trash."),
    Binding("left_square_bracket", "day(-1)", "Day before", show=False, id="journal.before"),
    Binding("right_square_bracket", "day(1)", "Day after", show=False, id="journal.after"),
    Binding(
        "number_sign",
        "tags",
        "Tags",
        show=False,
        id="journal.tags",
        tooltip="All tags, to filter by one, rename it or drop it.",
    ),
    Binding(
        "o",
        "on_this_day",
        "On this day",
        show=False,
        id="journal.on-this-day",
        tooltip="What was written on days like today.",
    ),
    Binding("T", "trash", "Trash", show=False, id="journal.trash", tooltip="What was deleted."),
    Binding("escape", "clear", "End the search", id="journal.clear"),
]
