"""The settings, one a line, changed in place."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui.core.settings import SHOWN, Setting
from integrate_tui.core.support import countries_to_choose
from integrate_tui.safekeeping import other_disk
from integrate_tui.tui.modals.ask import Ask
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

_PLAIN = "The journal is a plain file. `o` gives it a passphrase."

_COPIES = Setting("put-a-copy-back", "The journal as it was, once you saw what differs.", "")
_ERASE = Setting("erase-everything", "The journal with its copies and drafts, for good.", "")
_DOORS = {_COPIES.name: "r", _ERASE.name: "X"}
"""The keys of what is no setting, but has a line below them."""


class SettingsScreen(Trip[None]):
    """How the program is set."""

    AUTO_FOCUS = "Rows"
    HELP = "Everything is kept in the journal file itself."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "change", "Change", show=False, id="settings.change"),
        Binding(
            "b",
            "health",
            "Health card",
            id="settings.health",
            tooltip="What is hidden or gentler in Ground.",
        ),
        Binding(
            "o",
            "passphrase",
            "Passphrase",
            id="settings.passphrase",
            tooltip="Encrypt the journal, and who can open it.",
        ),
        Binding("p", "packs", "Text packs", id="settings.packs", tooltip="Words you can change."),
        Binding(
            "r",
            "copies",
            "Put a copy back",
            id="settings.copies",
            tooltip="The journal as it was, once you saw what differs.",
        ),
        Binding(
            "X",
            "erase",
            "Erase everything",
            id="settings.erase",
            tooltip="The journal with its copies, for good.",
        ),
    ]

    rows: getters.query_one[Rows[Setting]] = getters.query_one("#rows", Rows)

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the list."""
        yield Lines(id="heading", classes="trip-heading")
        listed = Listed((*SHOWN, _COPIES, _ERASE))
        yield Rows[Setting](self._draw, listed, row_height=3, indent=4, opens="Change", id="rows")

    def on_mount(self) -> None:
        """Show the heading."""
        state = "The journal is encrypted." if self.workspace.is_encrypted else _PLAIN
        self.query_one("#heading", Lines).show([[("Settings", "primary")], [(state, "muted")]])

    def _draw(self, setting: Setting, above: Setting | None, width: int) -> Look:
        key = _DOORS.get(setting.name)
        value = key or self.workspace.settings.get(setting.name) or "not set"
        name = setting.name.replace("-", " ").capitalize()
        return Look([(name, "strong")], [(f"{value}", "primary")], [(setting.about, "muted")])

    @on(Rows.Chosen)
    def change_chosen(self) -> None:
        """Change what was chosen."""
        self.action_change()

    @work
    async def action_change(self) -> None:
        """Change the marked setting: the next of its choices, or what is typed."""
        setting = self.rows.row
        if setting is None:
            return
        if setting is _ERASE:
            self.action_erase()
            return
        if setting is _COPIES:
            self.action_copies()
            return
        present = self.workspace.settings.get(setting.name)
        value: str | None
        if setting.choices:
            after = setting.choices.index(present) + 1
            value = setting.choices[after % len(setting.choices)]
        elif setting.name == "country":
            offered = countries_to_choose(self.workspace.packs.support())
            shown = tuple(words for words, _ in offered)
            chosen = await self.app.push_screen_wait(Choose("Whose helplines come first?", shown))
            value = None if chosen is None else offered[chosen][1]
        else:
            value = await self.app.push_screen_wait(Ask(setting.about, present))
        if value is not None:
            self.app.attempt(lambda: other_disk.set_to(self.workspace, setting, value))
            self.app.apply_settings()
            self.rows.reload()

    def action_health(self) -> None:
        """Show the health card."""
        self.app.open_health()

    def action_passphrase(self) -> None:
        """Show what opens the journal."""
        self.app.open_passphrase()

    def action_copies(self) -> None:
        """Show the copies of the journal."""
        self.app.open_copies()

    @work
    @one_at_a_time
    async def action_erase(self) -> None:
        """Erase everything, once its word is typed, and leave."""
        from integrate_tui.tui.screens.erasing import erase_everything  # noqa: PLC0415 - once

        await erase_everything(self.app)

    def action_packs(self) -> None:
        """Show the text packs."""
        self.app.open_packs()
