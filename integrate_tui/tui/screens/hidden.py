"""An empty screen, for when somebody looks over one's shoulder."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static


class HiddenScreen(ModalScreen[None]):
    """Nothing that tells what this is; any of its keys brings everything back."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space", "show", "Show", show=False, id="hidden.show"),
    ]

    def compose(self) -> ComposeResult:
        """Show next to nothing."""
        yield Static("F8", markup=False, id="hidden")

    def action_show(self) -> None:
        """Bring everything back."""
        self.dismiss(None)
