"""What to write with: what was left unfinished, then the guides."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui import unfinished
from integrate_tui.core import dates
from integrate_tui.core.drafts import Draft
from integrate_tui.core.pieces import Guide
from integrate_tui.core.suggest import free_page, size_words, when_words
from integrate_tui.core.value import value
from integrate_tui.overview import suggestion
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows


@value()
class _Offer:
    """One thing to write with."""

    title: str
    about: str
    size: str = ""
    when: str = ""
    guide: Guide | None = None
    draft: Draft | None = None


class GuidesScreen(Trip[None]):
    """Choose what to write with."""

    AUTO_FOCUS = "Rows"
    HELP = "Guides are text files you can edit. Nothing here has to be finished."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "free", "A free page", id="guides.free"),
        Binding("x", "drop", "Drop the draft", id="guides.drop"),
    ]

    rows: getters.query_one[Rows[_Offer]] = getters.query_one("#rows", Rows)

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the list."""
        yield Lines(id="heading", classes="trip-heading")
        yield Rows[_Offer](self._draw, row_height=3, indent=4, opens="Begin", id="rows")

    def on_mount(self) -> None:
        """Say what this is."""
        self.query_one("#heading", Lines).show([[("Write", "primary")]])

    def come_back(self) -> None:
        """Show the drafts as they are now."""
        self._reload()

    def offers(self, action: str) -> bool:
        """Offer to drop only what is a draft."""
        if action == "drop":
            offer = self.rows.row
            return offer is not None and offer.draft is not None
        return super().offers(action)

    def _reload(self) -> None:
        self.rows.show(Listed([*self._drafts(), *self._guides()]), self.rows.cursor)

    def _drafts(self) -> list[_Offer]:
        today = self.workspace.today
        offers = []
        for draft in self.workspace.drafts.all():
            left = dates.ago(self.workspace.moment(draft.changed).day, today)
            title = f"Go on with {draft.title}"
            offers.append(_Offer(title, f"Left {left}. Everything is kept.", draft=draft))
        return offers

    def _guides(self) -> list[_Offer]:
        fitting = suggestion(self.workspace)
        last_used = self.workspace.entries.last_used()
        today = self.workspace.today
        guides = sorted(
            self.workspace.packs.guides(),
            key=lambda guide: fitting is None or guide.id != fitting.guide.id,
        )
        offers = []
        for guide in guides:
            when = when_words(guide.when)
            if fitting is not None and guide.id == fitting.guide.id:
                when = f"fits now: {fitting.why}"
            about = guide.about
            if guide.id in last_used:
                about += f"  Last written {dates.ago(last_used[guide.id], today)}."
            size = size_words(guide) if guide.takes else ""
            offers.append(_Offer(guide.title, about, size, when, guide))
        return offers

    def _draw(self, offer: _Offer, above: _Offer | None, width: int) -> Look:
        role = "primary" if offer.draft is not None else "strong"
        parts: list[Part] = [(offer.title, role)]
        if offer.size:
            parts.append((f"   {offer.size}", "muted"))
        return Look(parts, [(offer.when, "muted")], [(offer.about, "muted")])

    @on(Rows.Chosen)
    def open(self) -> None:
        """Open what was chosen."""
        offer = self.rows.row
        if offer is None or self.is_left:
            return
        self.dismiss(None)
        if offer.draft is not None:
            self.app.go_on_with(offer.draft)
        elif offer.guide is not None:
            self.app.write_with(offer.guide)

    @on(Rows.Marked)
    def offer_keys(self) -> None:
        """Offer the keys that fit what is marked."""
        self.refresh_bindings()

    def action_free(self) -> None:
        """Write on a free page: the guide that asks for one page and nothing else."""
        page = free_page(self.workspace.packs.guides())
        if page is not None and not self.is_left:
            self.dismiss(None)
            self.app.write_with(page)

    def action_drop(self) -> None:
        """Drop the marked draft: into the trash as an entry, to be had back."""
        offer = self.rows.row
        if offer is None or offer.draft is None:
            return
        draft = offer.draft

        def drop() -> bool:
            unfinished.drop(self.workspace, draft)
            return True

        if self.app.attempt(drop):
            self.app.say("Put away. u has it back, as a page of the journal.")
        self._reload()
