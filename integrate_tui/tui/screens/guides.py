"""What to write with: what was left unfinished, then every guide, those of this day first."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events, getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static

from integrate_tui import overview, unfinished
from integrate_tui.core import dates
from integrate_tui.core.browse import Offered
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.laid import Laid, Role
from integrate_tui.core.pieces import Kind
from integrate_tui.core.preview import preview
from integrate_tui.core.suggest import free_page
from integrate_tui.core.text import counted
from integrate_tui.core.value import value
from integrate_tui.packs.rows import left_out_words
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.screens.looking_over import LookingOver
from integrate_tui.tui.widgets.drawing import Part, fit
from integrate_tui.tui.widgets.laid_page import LaidPage
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.one_line import OneLine
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

_GROUP_WIDTH = 12
_DOT = " \u00b7 "


@value()
class _Offer:
    """One thing to write with: a draft or a guide."""

    title: str
    group: str
    facts: tuple[str, ...]
    """What there is to say of it on one line, what matters least at its end."""
    about: str
    key: str
    """What makes it the same after everything was read anew."""
    draft: Draft | None = None
    offered: Offered | None = None

    @property
    def minutes(self) -> str:
        """How long it is meant to take."""
        takes = self.offered.guide.takes if self.offered else None
        return f"{max(1, round(takes / 60))} min" if takes else ""


class GuidesScreen(Trip[None]):
    """Choose what to write with."""

    AUTO_FOCUS = "#rows"
    HELP = "Guides are text files you can edit. Nothing here has to be finished."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "look", "Look", id="guides.look", tooltip="See all of its questions."),
        Binding("slash", "narrow", "Find", id="guides.narrow", tooltip="Type a part of a name."),
        Binding("f", "free", "A free page", id="guides.free"),
        Binding("x", "drop", "Drop it", id="guides.drop", tooltip="Put the draft away."),
        Binding("p", "packs", "Text packs", show=False, id="guides.packs"),
    ]

    heading = getters.query_one("#heading", Lines)
    narrow = getters.query_one("#narrow", Input)
    rows: getters.query_one[Rows[_Offer]] = getters.query_one("#rows", Rows)
    page = getters.query_one(LaidPage)
    view = getters.query_one("#preview", VerticalScroll)
    detail = getters.query_one("#detail", Static)

    def __init__(self) -> None:
        super().__init__()
        self._everything: list[_Offer] = []
        self._left_out = ""

    def body(self) -> Iterable[Widget]:
        """Lay out the heading, the list, and what is marked beside it or under it."""
        yield Lines(id="heading", classes="trip-heading")
        yield OneLine(placeholder="A part of its name, or what it is for", id="narrow")
        with Horizontal(id="browse"):
            yield Rows[_Offer](
                self._draw,
                key=lambda offer: offer.key,
                row_height=2,
                indent=4,
                opens="Begin",
                empty="Nothing goes by that.",
                id="rows",
            )
            with VerticalScroll(id="preview", can_focus=False):
                yield LaidPage()
        yield Static(id="detail", markup=False)

    def on_mount(self) -> None:
        """Begin with everything."""
        self.narrow.display = False

    def come_back(self) -> None:
        """Show the drafts and guides as they are now."""
        self._left_out = left_out_words(self.workspace.packs.left_out(Kind.GUIDE), "p shows where")
        self._everything = [*self._drafts(), *map(self._offer, overview.offered(self.workspace))]
        self._show()

    def offers(self, action: str) -> bool:
        """Offer what leads somewhere with what is marked."""
        offer = self.rows.row
        if action == "drop":
            return offer is not None and offer.draft is not None
        if action == "look":
            return offer is not None and offer.offered is not None
        return super().offers(action)

    def _show(self, *, anew: bool = False) -> None:
        """Show what answers to what is typed, with the same row marked unless it is a new list."""
        words = self.narrow.value
        found = [offer for offer in self._everything if _answers_to(offer, words)]
        guides = sum(offer.offered is not None for offer in found)
        lines: list[list[Part]] = [[("Write", "primary")]]
        if self._left_out:
            lines.append([(self._left_out, "sand")])
        self.heading.show(lines, [[(counted(guides, "guide"), "muted")]])
        if anew:
            self.rows.show(Listed(found))
        else:
            self.rows.show_anew(Listed(found))

    def _drafts(self) -> Iterable[_Offer]:
        today = self.workspace.today
        for draft in self.workspace.drafts.all():
            if draft.flow is Flow.MEASURE:  # never brought up by itself
                continue
            left = dates.ago(self.workspace.moment(draft.changed).day, today)
            facts = (f"left {left}",)
            about = "Everything is kept. It goes on where it was left."
            title = f"Go on with {draft.title}"
            yield _Offer(title, "unfinished", facts, about, draft.id, draft=draft)

    def _offer(self, offered: Offered) -> _Offer:
        facts = [offered.when]
        if offered.last_used is not None:
            facts.append(f"written {dates.ago(offered.last_used, self.workspace.today)}")
        facts.append(offered.size)
        return _Offer(
            offered.guide.title,
            offered.group,
            tuple(fact for fact in facts if fact),
            offered.guide.about,
            f"guide/{offered.guide.id}",
            offered=offered,
        )

    def _draw(self, offer: _Offer, above: _Offer | None, width: int) -> Look:
        is_first = above is None or above.group != offer.group
        group = fit(offer.group, _GROUP_WIDTH - 1) if is_first else ""
        margin: Part = (f"{group:<{_GROUP_WIDTH}}", "muted")
        role = "primary" if offer.draft is not None else "strong"
        refused = offer.offered is not None and offer.offered.refusal
        room = width - _GROUP_WIDTH
        facts, minutes = offer.facts, offer.minutes
        if minutes and cell_len(offer.title) + 1 + len(minutes) > room:
            facts, minutes = (minutes, *facts), ""
        return Look(
            [margin, (offer.title, "muted" if refused else role)],
            [(minutes, "muted")] if minutes else (),
            [(" " * _GROUP_WIDTH, "muted"), (_fitting(facts, room), "muted")],
        )

    @on(Rows.Marked)
    def show_marked(self) -> None:
        """Show what is marked, and offer the keys that fit it."""
        self.refresh_bindings()
        offer = self.rows.row
        self.detail.update(_in_short(offer) if offer else "")
        if self.has_class("-wide"):
            self.page.show(self._laid(offer) if offer else ())
            self.view.scroll_home(animate=False)

    def on_resize(self, event: events.Resize) -> None:
        """Show what is marked in the room there is now."""
        self.call_after_refresh(self.show_marked)

    def _laid(self, offer: _Offer) -> Sequence[Laid]:
        if offer.offered is None:
            return (Laid(offer.title, Role.TITLE), Laid(), Laid(offer.about))
        titles = {each.id: each.title for each in self.workspace.packs.exercises()}
        lines = preview(offer.offered.guide, self.workspace.today, titles)
        if not offer.offered.refusal:
            return lines
        return (lines[0], Laid(offer.offered.refusal, Role.CAUTION), Laid(), *lines[1:])

    @on(Rows.Chosen)
    def open(self) -> None:
        """Open what was chosen."""
        offer = self.rows.row
        if offer is None or self.is_left:
            return
        self.dismiss(None)
        if offer.draft is not None:
            self.app.go_on_with(offer.draft)
        elif offer.offered is not None:
            self.app.write_with(offer.offered.guide)

    @work
    @one_at_a_time
    async def action_look(self) -> None:
        """Look through the marked guide, and begin it from there."""
        offer = self.rows.row
        if offer is None or offer.offered is None:
            return
        if await self.app.push_screen_wait(LookingOver(self._laid(offer))):
            self.open()

    def action_narrow(self) -> None:
        """Look for a guide by what is typed."""
        self.narrow.display = True
        self.narrow.focus()

    @on(Input.Changed, "#narrow")
    def narrow_as_typed(self) -> None:
        """Show what is left at every key."""
        self._show(anew=True)

    @on(Input.Submitted, "#narrow")
    def go_to_found(self) -> None:
        """Go from the words to what was found."""
        self.rows.focus()

    def action_back(self) -> None:
        """Show everything again, or go back."""
        if self.narrow.display:
            self.narrow.display = False
            self.narrow.value = ""
            self.rows.focus()
        else:
            super().action_back()

    def action_free(self) -> None:
        """Write on a free page: the guide that asks for one page and nothing else."""
        page = free_page(self.workspace.packs.guides())
        if page is not None and not self.is_left:
            self.dismiss(None)
            self.app.write_with(page)

    def action_packs(self) -> None:
        """Show the files that guides and all else are read from."""
        self.app.open_packs()

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
        self.come_back_safely()


def _fitting(facts: Sequence[str], room: int) -> str:
    """Return as many facts on one line as there is room for; none of them is cut, but the first."""
    kept = list(facts)
    while len(kept) > 1 and cell_len(_DOT.join(kept)) > room:
        kept.pop()
    return _DOT.join(kept)


def _answers_to(offer: _Offer, words: str) -> bool:
    if offer.offered is not None:
        return offer.offered.answers_to(words)
    return all(word in offer.title.casefold() for word in words.casefold().split())


def _in_short(offer: _Offer) -> str:
    """Return what is said of the marked row under the list."""
    refusal = offer.offered.refusal if offer.offered else ""
    return f"{offer.about} {refusal}".strip()
