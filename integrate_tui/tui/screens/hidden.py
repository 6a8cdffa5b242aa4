"""An empty screen, for when somebody looks over one's shoulder."""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from integrate_tui.tui.host import Host
from integrate_tui.tui.once import Sheet


class HiddenScreen(Sheet[None]):
    """Nothing that tells what this is; any of its keys brings everything back."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space", "show", "Show", show=False, id="hidden.show"),
    ]

    app = getters.app(Host)

    def compose(self) -> ComposeResult:
        """Show next to nothing."""
        yield Static("F8", markup=False, id="hidden")

    def on_unmount(self) -> None:
        """Have said what came meanwhile."""
        self.app.show_again()

    def action_show(self) -> None:
        """Bring everything back."""
        self.dismiss(None)
