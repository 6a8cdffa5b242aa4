"""A breathing pattern of one's own: what is asked for it, and what it comes to as it is typed."""

from textual import on
from textual.widgets import Input, Static

from integrate_tui.core.pattern import Pattern, length_text, phases_text, read_pattern, summary
from integrate_tui.errors import IntegrateError
from integrate_tui.tui.modals.form import Form, FormField, Values


class PatternForm(Form):
    """A name, the phases of a breath, and how long; what it comes to is said as one types."""

    HELP = "Phases as in 5.5 Slowly, out 5.5, or as 4-2-6. It becomes a text file of your own."

    def __init__(self, pattern: Pattern | None = None) -> None:
        """Ask for a pattern, with what it is now."""
        super().__init__(
            "A breath of your own",
            (
                FormField("title", "Called", pattern.title if pattern else ""),
                FormField(
                    "phases",
                    "One breath",
                    phases_text(pattern) if pattern else "",
                    hint="in 5.5 Slowly, out 5.5   or   4-2-6",
                ),
                FormField(
                    "length",
                    "How long",
                    length_text(pattern) if pattern else "",
                    hint="5 minutes, or 12 rounds",
                ),
            ),
            check=pattern_of_values,
        )

    @on(Input.Changed)
    def say_what_it_comes_to(self) -> None:
        """Say how slow it is and how long it lasts, as soon as that can be said."""
        values = self.values
        words, is_fine = "", False
        if values["phases"]:
            try:
                pattern = pattern_of_values({**values, "title": values["title"] or "x"})
                words, is_fine = summary(pattern), True
            except IntegrateError as error:
                words = str(error)
        fault = self.query_one("#fault", Static)
        fault.set_class(is_fine, "-fine")
        fault.update(words)


def pattern_of_values(values: Values) -> Pattern:
    """Return the pattern that a form means.

    Raises:
        UsageError: Something in it cannot be understood.
    """
    return read_pattern(values["title"], values["phases"], values["length"])
