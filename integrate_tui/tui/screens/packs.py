"""The text packs: every file behind what is asked, what is wrong with it, and ways to change it."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui.core.laid import Laid, lay_problems
from integrate_tui.core.pieces import Kind
from integrate_tui.core.preview import preview
from integrate_tui.core.text import clean_line, counted
from integrate_tui.editor import edit_file
from integrate_tui.errors import UsageError
from integrate_tui.packs.copies import drop_if_same, set_back
from integrate_tui.packs.rows import Origin, Row, copied_words, in_place_words
from integrate_tui.paths import expanded
from integrate_tui.tui.modals.ask import Ask
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.modals.form import Form, FormField, Values
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.screens.looking_over import LookingOver
from integrate_tui.tui.widgets.laid_page import LaidPage
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

_ORIGIN_WIDTH = 10
_CALLED = {
    Origin.BROKEN: "to mend",
    Origin.OWN: "yours",
    Origin.IN_PLACE: "yours",
    Origin.REPLACED: "replaced",
    Origin.BUNDLED: "bundled",
}
_ORDER = list(_CALLED)


class PacksScreen(Trip[None]):
    """Every piece of every text pack."""

    AUTO_FOCUS = "#rows"
    HELP = "Everything that is asked here is in text files. Yours stand before the bundled ones."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "Edit", id="packs.edit", tooltip="Open its file in your editor."),
        Binding("b", "begin", "New", id="packs.begin", tooltip="A new file of your own."),
        Binding("a", "add", "Add", id="packs.add", tooltip="Copy one from anywhere."),
        Binding("x", "put_away", "Put away", id="packs.put-away", tooltip="Rename your own file."),
        Binding("r", "check", "Read again", show=False, id="packs.check"),
        Binding("s", "path", "Where it is", show=False, id="packs.path"),
        Binding("v", "look", "Look", show=False, id="packs.look"),
    ]

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[Row]] = getters.query_one("#rows", Rows)
    page = getters.query_one(LaidPage)
    view = getters.query_one("#preview", VerticalScroll)
    detail = getters.query_one("#detail", Static)

    def body(self) -> Iterable[Widget]:
        """Lay out the heading, the list, and what is marked beside it or under it."""
        yield Lines(id="heading", classes="trip-heading")
        with Horizontal(id="browse"):
            yield Rows[Row](
                self._draw,
                key=lambda row: (row.path, row.line),
                row_height=2,
                indent=4,
                opens="Look",
                empty="There are no text packs here.",
                id="rows",
            )
            with VerticalScroll(id="preview", can_focus=False):
                yield LaidPage()
        yield Static(id="detail", markup=False)

    def come_back(self) -> None:
        """Show the packs as they are now."""
        listed = sorted(self.workspace.packs.listing(), key=_place_of)
        own = len({row.path for row in listed if row.own})
        problems = sum(len(row.problems) for row in listed)
        facts = [f"{counted(own, 'file')} of your own" if own else "all bundled"]
        if problems:
            facts.append(f"{counted(problems, 'thing')} to mend")
        words = " \u00b7 ".join(facts)
        self.heading.show([[("Text packs", "primary")]], [[(words, "muted")]])
        self.rows.show_anew(Listed(listed))

    def offers(self, action: str) -> bool:
        """Offer what can be done with what is marked."""
        row = self.rows.row
        if action == "put_away":
            return row is not None and row.own
        if action in ("edit", "path", "look"):
            return row is not None
        return super().offers(action)

    def _draw(self, row: Row, above: Row | None, width: int) -> Look:
        called = _called(row)
        is_first = above is None or _called(above) != called
        file = row.file
        if row.problems:
            file += f" \u00b7 {counted(len(row.problems), 'thing')} to mend"
        elif row.origin is Origin.IN_PLACE:
            file += " \u00b7 in place of the bundled one"
        return Look(
            [
                (f"{called if is_first else '':<{_ORIGIN_WIDTH}}", "muted"),
                (row.title, "strong" if row.in_use else "muted"),
            ],
            [(str(row.kind or "not known"), "muted")],
            [(" " * _ORIGIN_WIDTH, "muted"), (file, "sand" if row.problems else "muted")],
        )

    @on(Rows.Marked)
    def show_marked(self) -> None:
        """Show what is marked, and offer the keys that fit it."""
        self.refresh_bindings()
        row = self.rows.row
        self.detail.update(_in_short(row) if row else "")
        if self.has_class("-wide"):
            self.page.show(self._laid(row) if row else ())
            self.view.scroll_home(animate=False)

    def on_resize(self, event: events.Resize) -> None:
        """Show what is marked in the room there is now."""
        self.call_after_refresh(self.show_marked)

    def _laid(self, row: Row) -> Sequence[Laid]:
        packs = self.workspace.packs
        titles = {each.id: each.title for each in packs.exercises()}
        lines: list[Laid] = []
        if row.problems:
            lines += lay_problems(row.title, row.problems, row.note)
        if row.piece is not None:
            lines += [Laid()] if lines else []
            lines += preview(row.piece, self.workspace.today, titles)
        return lines

    @on(Rows.Chosen)
    def look_at_chosen(self) -> None:
        """Look through what was chosen."""
        self.action_look()

    def action_look(self) -> None:
        """Look through the marked piece, or at what is wrong with it."""
        row = self.rows.row
        if row is not None:
            self.app.push_screen(LookingOver(self._laid(row), has_use=False))

    @work
    @one_at_a_time
    async def action_edit(self) -> None:
        """Open the file of the marked piece in the editor; of a bundled one a copy, made first."""
        row = self.rows.row
        if row is None:
            return
        path = row.path if row.own else self._own_path(row)
        if path is None:
            question = Confirm(copied_words(row), yes="Copy and open", no="Leave it")
            if not await self.app.push_screen_wait(question):
                return
            path = self.app.attempt(lambda: self.workspace.packs.eject(row.full_name))
        if path is not None:
            self._edit(path, None if row.own else row.path)

    def _own_path(self, row: Row) -> Path | None:
        """Return the file of one's own that a bundled piece has given way to, if there is one."""
        for other in self.workspace.packs.listing():
            if other.own and other.key == row.key:
                return other.path
        return None

    def _edit(self, path: Path, original: Path | None = None) -> None:
        """Open a file of one's own in the editor, and look at it as it is afterwards.

        Args:
            path: The file.
            original: What it was copied from; a copy in which nothing was changed is not kept.
        """
        was_lent = False

        def edit() -> bool:
            nonlocal was_lent
            was_lent = True
            edit_file(path)
            return True

        is_well = self.app.lend_terminal(edit) is not None
        if not was_lent:
            self.app.say(f"The file is {path}.", long=True)
        is_dropped = was_lent and original is not None and drop_if_same(path, original)
        self._look_again(original if is_dropped else path)
        if is_dropped:
            self.app.say("Nothing was changed, so no copy was kept.")
        elif is_well:
            self._tell_of([row for row in self._listed if row.path == path])

    @property
    def _listed(self) -> list[Row]:
        """Everything that is listed, as it is shown."""
        return [row for i in range(self.rows.count) if (row := self.rows.row_at(i)) is not None]

    def _look_again(self, path: Path | None = None) -> None:
        """Read what has changed, and mark what is first to be mended in a file, or its first."""
        for words in self.workspace.packs.refresh():
            self.app.say(words, long=True)
        self.come_back_safely()
        listed = self._listed
        places = [i for i, row in enumerate(listed) if row.path == path]
        if places:
            self.rows.move_to(min(places, key=lambda place: not listed[place].problems))
        self.show_marked()

    def _tell_of(self, rows: Sequence[Row]) -> None:
        """Say how much there is to mend."""
        problems = sum(len(row.problems) for row in rows)
        if problems:
            self.app.say(f"{counted(problems, 'thing')} to mend. Enter shows where.")
        elif rows:
            self.app.say(" ".join(["Nothing is wrong.", *in_place_words(rows)[:1]]))

    def action_check(self) -> None:
        """Read every file again that has changed."""
        self._look_again()
        self._tell_of(self._listed)

    @work
    @one_at_a_time
    async def action_begin(self) -> None:
        """Begin a file of one's own from a first text of its kind, and open it."""
        kinds = tuple(Kind)
        chosen = await self.app.push_screen_wait(
            Choose("What is it for?", tuple(str(kind) for kind in kinds))
        )
        if chosen is None:
            return
        title = await self.app.push_screen_wait(Ask("What is it called?"))
        if title is None:
            return
        kind, name = kinds[chosen], clean_line(title)
        path = self.app.attempt(lambda: self.workspace.packs.create(kind, name))
        if path is not None:
            self._edit(path)

    @work
    @one_at_a_time
    async def action_add(self) -> None:
        """Copy a file from anywhere into one's own folder, if nothing is wrong with it."""
        added: list[Path] = []
        field = FormField("file", "Which file?", hint="~/Downloads/their-guide.txt")

        def add(values: Values) -> None:
            added.append(self._add(values["file"]))

        if await self.app.push_screen_wait(Form("Add a text pack", (field,), check=add)):
            self._look_again(added[-1])
            words = in_place_words(row for row in self._listed if row.path == added[-1])
            self.app.say(" ".join(["It is among your packs now.", *words]), long=bool(words))

    def _add(self, typed: str) -> Path:
        """Copy the file that was typed.

        Raises:
            UsageError: There is no such file, or no such home.
            PackError: It cannot be taken.
        """
        source = expanded(typed.strip().strip("'\""))  # as it is dropped into a terminal
        if not source.is_file():
            raise UsageError(f"There is no file {source}." if typed else "No file was named yet.")
        return self.workspace.packs.add(source)

    @work
    @one_at_a_time
    async def action_put_away(self) -> None:
        """Rename the marked file of one's own, so that it is read no more."""
        row = self.rows.row
        if row is None or not row.own:
            return
        pieces = [other for other in self.workspace.packs.listing() if other.path == row.path]
        several = f", with all of its {counted(len(pieces), 'piece')}" if len(pieces) > 1 else ""
        is_in_place = any(piece.origin is Origin.IN_PLACE for piece in pieces)
        then = ", and what is bundled is used again" if is_in_place else ""
        question = Confirm(
            f"Put {row.file} away{several}? It stays in your folder under another name{then}.",
            yes="Put it away",
            no="Keep it",
        )
        if not await self.app.push_screen_wait(question):
            return
        target = self.app.attempt(lambda: self.workspace.packs.put_away(row))
        if target is not None:
            self.workspace.did(f"Put {row.file} away", lambda: self._bring_back(target, row.path))
            self._look_again()
            self.app.say(f"Put away, as {target.name}. u has it back.", long=True)

    def _bring_back(self, aside: Path, path: Path) -> None:
        set_back(aside, path)
        self.workspace.packs.refresh()

    def action_path(self) -> None:
        """Say where the file of the marked piece lies."""
        row = self.rows.row
        if row is not None:
            self.app.say(str(row.path), long=True)


def _place_of(row: Row) -> tuple[bool, int]:
    """Return what pieces are sorted by: one's own and what is to be mended before all others."""
    return not (row.own or row.problems), _ORDER.index(row.origin)


def _called(row: Row) -> str:
    return _CALLED[Origin.BROKEN if row.problems else row.origin]


def _in_short(row: Row) -> str:
    """Return what is said of the marked row under the list."""
    if row.problems:
        return f"{row.problems[0]}. {row.note}".strip()
    return row.piece.about if row.piece is not None else ""
