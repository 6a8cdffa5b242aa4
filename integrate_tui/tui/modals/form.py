"""A few named fields on one sheet, given back together."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Static

from integrate_tui.core.text import clean_line
from integrate_tui.core.value import value
from integrate_tui.errors import IntegrateError
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.once import Sheet, one_at_a_time
from integrate_tui.tui.widgets.cycle import Cycle
from integrate_tui.tui.widgets.drawing import Drawn
from integrate_tui.tui.widgets.one_line import OneLine
from integrate_tui.tui.widgets.sheet_keys import SheetKeys

Values = Mapping[str, str]
_MANY = 7
"""Fields from which on there is no room for lines between them on a usual terminal."""


@value()
class FormField:
    """One field."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    """What is shown while nothing is typed."""
    options: tuple[str, ...] = ()
    """What there is to choose from; empty for a line of text."""
    is_proposed: bool = False
    """Whether the value is a proposal, which what is typed takes the place of."""


class _Fields(Drawn):
    """The fields one under the other, each with its label on the line where it begins.

    The labels are drawn on what lies under the fields, and are no widgets: each would take its time
    to be styled.
    """

    DEFAULT_CSS = """
    _Fields { layout: vertical; height: auto; color: $muted; }
    """

    def __init__(self, labelled: Sequence[tuple[str, Widget]]) -> None:
        super().__init__(*(field for _, field in labelled), classes="form-fields")
        self._labelled = labelled

    def on_resize(self) -> None:
        """Draw the labels where the fields are now."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the label of the field that begins on this line."""
        label = next((label for label, field in self._labelled if field.virtual_region.y == y), "")
        return self.line([(label, "muted")], self.size.width)


def _made(field: FormField) -> Widget:
    if field.options:
        return Cycle(field.options, field.value, id=field.name)
    selects = field.is_proposed
    return OneLine(field.value, placeholder=field.hint, select_on_focus=selects, id=field.name)


class Form(Sheet[dict[str, str] | None]):
    """Ask for several things at once; Escape gives None."""

    AUTO_FOCUS = "Input, Cycle"
    HELP = "A few fields on one sheet. Escape leaves everything as it is."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave it", id="form.leave"),
        Binding("ctrl+n,ctrl+s", "keep", "Keep", id="form.keep"),
    ]

    def __init__(
        self,
        title: str,
        fields: tuple[FormField, ...],
        check: Callable[[Values], object] = lambda _values: None,
    ) -> None:
        """Ask for several things.

        Args:
            title: What it is about.
            fields: What is asked for, in order.
            check: Raises `IntegrateError` for values that cannot be kept; its sentence is shown
                and the form stays open.
        """
        super().__init__()
        self._title = title
        self._fields = fields
        self._check = check
        self.save: Callable[[Values], Awaitable[bool]] | None = None
        """Keeps what is filled in and tells whether it could; the form stays open until it can."""

    def compose(self) -> ComposeResult:
        """Lay the fields one under the other."""
        with Vertical(classes=f"sheet form{' -long' * (len(self._fields) > _MANY)}"):
            yield Static(self._title, markup=False, classes="question")
            with VerticalScroll(can_focus=False):
                yield _Fields([(field.label, _made(field)) for field in self._fields])
            yield Static(id="fault", markup=False)
            yield SheetKeys(
                ("enter", "Next", "go_on"),
                ("^n", "Keep", "keep"),
                ("esc", "Leave it", "leave"),
            )

    def proposing(self) -> "Form":
        """Take what the first field begins with for a proposal, and return the form."""
        first, *others = self._fields
        self._fields = (replace(first, is_proposed=True), *others)
        return self

    @property
    def values(self) -> dict[str, str]:
        """What is filled in."""
        return {
            field.name: self.query_one(f"#{field.name}", Cycle).value
            if field.options
            else clean_line(self.query_one(f"#{field.name}", Input).value)
            for field in self._fields
        }

    def on_resize(self) -> None:
        """Have the fields scroll where there is no room for all of them and the keys."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        sheet, fields = self.query_one(".form"), self.query_one(VerticalScroll)
        others = [child for child in sheet.children if child is not fields]
        around = sum(child.outer_size.height + child.styles.margin.height for child in others)
        most = self.size.height * 9 // 10 - sheet.styles.padding.height
        fields.styles.max_height = max(1, most - around)

    @on(Input.Submitted)
    @on(Cycle.Entered)
    def action_go_on(self) -> None:
        """Go to the next field, and keep from the last, of whichever kind it is."""
        chain = self.focus_chain
        if self.focused is not None and chain and self.focused is chain[-1]:
            self.action_keep()
        else:
            self.focus_next()

    @property
    def is_changed(self) -> bool:
        """Whether anything was filled in that would be lost by leaving."""
        if self.is_left or not self.is_mounted:
            return False
        return self.values != {
            field.name: field.value if field.options else clean_line(field.value)
            for field in self._fields
        }

    def as_text(self) -> str:
        """Return what is filled in as a few lines of text."""
        filled = self.values
        lines = [f"{f.label}: {filled[f.name]}" for f in self._fields if filled[f.name]]
        return "\n".join([self._title, *lines])

    @work
    @one_at_a_time
    async def action_keep(self) -> None:
        """Keep the values, if they can be kept, and give them back."""
        values = self.values
        try:
            self._check(values)
        except IntegrateError as error:
            self.query_one("#fault", Static).update(str(error))
            self.call_after_refresh(self._fit)
            return
        if self.save is None or await self.save(values):
            self.dismiss(values)

    @work
    @one_at_a_time
    async def action_leave(self) -> None:
        """Leave it; ask first if something was filled in."""
        if self.is_changed:
            question = Confirm(
                "What you filled in here is not kept yet. Leave it?", yes="Leave it", no="Stay"
            )
            if not await self.app.push_screen_wait(question):
                return
        self.dismiss(None)
