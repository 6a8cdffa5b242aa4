"""An empty screen, for when somebody looks over one's shoulder."""

from textual import getters
from textual.app import ComposeResult
from textual.widgets import Static

from integrate_tui.tui.host import Host
from integrate_tui.tui.once import Sheet


class HiddenScreen(Sheet[None]):
    """Nothing that tells what this is; only the key that hid everything brings it back."""

    AUTO_FOCUS = ""

    app = getters.app(Host)

    def compose(self) -> ComposeResult:
        """Show next to nothing."""
        yield Static("F8", markup=False, id="hidden")

    def on_unmount(self) -> None:
        """Have said what came meanwhile."""
        self.app.show_again()
