"""A line to type a passphrase in."""

from textual.widgets import Input


class Secret(Input):
    """A line that shows dots, and of which nothing can be copied."""

    def __init__(self, *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(password=True, select_on_focus=False, placeholder=placeholder, id=id)

    def action_copy(self) -> None:
        """Copy nothing."""

    def action_cut(self) -> None:
        """Cut nothing out."""

    def forget(self) -> None:
        """Hold nothing of what was typed."""
        self.value = ""
