"""Every piece there is: the bundled ones, and a person's own in front of them.

A piece of one's own takes the place of the bundled one with its id; where it is broken or gone, the
bundled one is back, and that is said. Files are read when something is first asked for, and again
when they have changed.
"""

import re
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from integrate_tui.core.pieces import (
    CheckIn,
    Country,
    Exercise,
    Feelings,
    Guide,
    Kind,
    Measure,
    Piece,
    Problem,
    Support,
    Values,
    kind_of,
)
from integrate_tui.core.text import slug
from integrate_tui.errors import NotFoundError, PackError
from integrate_tui.packs.copies import copy_in, set_aside
from integrate_tui.packs.files import SUFFIX, PackFile, load, scan
from integrate_tui.packs.merge import (
    asks_for_values,
    merge_countries,
    merge_feelings,
    merge_values,
    with_values,
)
from integrate_tui.packs.naming import (
    MOST_NAMED,
    ambiguous,
    begins,
    by_kind_and_title,
    file_names,
    not_found,
    parted,
)
from integrate_tui.packs.pack import Pack
from integrate_tui.packs.rows import Row, fallen_back, index, with_links
from integrate_tui.packs.templates import template

P = TypeVar("P", bound=Piece)

_KIND_OF: dict[type[Piece], Kind] = {
    Guide: Kind.GUIDE,
    CheckIn: Kind.CHECK_IN,
    Exercise: Kind.EXERCISE,
    Measure: Kind.MEASURE,
    Feelings: Kind.FEELINGS,
    Values: Kind.VALUES,
    Support: Kind.SUPPORT,
}
_KINDS = list(Kind)


class Catalogue:
    """The pieces of two folders, one in front of the other."""

    def __init__(self, bundled: Path, own: Path | None) -> None:
        self._bundled = bundled
        self._own = own
        self._files: dict[Path, PackFile] | None = None
        self._rows: list[Row] = []
        """The pieces of the files that are parsed."""
        self._untold: tuple[str, ...] = ()

    def refresh(self) -> tuple[str, ...]:
        """Read again what has changed, and return what a person should be told about it.

        Cheap where nothing has changed: the folders are listed, and each file's time and size are
        compared.
        """
        told = self._untold + self._read_again()
        self._untold = ()
        return told

    def listing(self) -> tuple[Row, ...]:
        """Return every piece of every file, in use or not, sorted by kind and title."""
        return tuple(sorted(with_links(self._every_row()), key=by_kind_and_title))

    def problems(self) -> tuple[Problem, ...]:
        """Return every problem of every file."""
        rows = with_links(self._every_row())
        return tuple(problem for row in rows for problem in row.problems)

    def every(self, of: type[P]) -> tuple[P, ...]:
        """Return the pieces of one kind that are in use, the bundled ones first."""
        rows = (row for row in self._rows_of(_KIND_OF[of]) if row.in_use)
        return tuple(self._filled(row.piece) for row in rows if isinstance(row.piece, of))

    def guides(self) -> tuple[Guide, ...]:
        """Return the guides in use."""
        return self.every(Guide)

    def leads(self) -> tuple[Guide, ...]:
        """Return the guides in use to choose from: bundled ones need not have all their prompts.

        With a guide of one's own among them, or once they are parsed, they are whole.
        """
        files = [file for file in self._known_files() if file.may_hold(Kind.GUIDE)]
        if all(file.is_parsed for file in files) or any(file.own for file in files):
            return self.guides()
        leads = tuple(lead for file in files if isinstance(lead := file.lead(), Guide))
        return leads if len(leads) == len(files) else self.guides()

    def check_ins(self) -> tuple[CheckIn, ...]:
        """Return the check-ins in use."""
        return self.every(CheckIn)

    def exercises(self) -> tuple[Exercise, ...]:
        """Return the exercises in use."""
        return self.every(Exercise)

    def measures(self) -> tuple[Measure, ...]:
        """Return the measures in use."""
        return self.every(Measure)

    def feelings(self) -> Feelings:
        """Return all vocabularies in use as one."""
        return merge_feelings(self.every(Feelings))

    def values(self) -> Values:
        """Return all lists of values in use as one."""
        return merge_values(self.every(Values))

    def support(self) -> tuple[Country, ...]:
        """Return the contacts of all packs in use, each country once."""
        return merge_countries(self.every(Support))

    def by_id(self, of: type[P], name: str) -> P | None:
        """Return the piece in use with exactly this id, if there is one.

        Where it lies in the file that is called so, no other bundled file is parsed.
        """
        kind = _KIND_OF[of]
        self._parse([f for f in self._known_files() if f.may_hold(kind) and f.may_be(name)])
        for row in self._rows:
            if row.in_use and row.id == name and isinstance(row.piece, of):
                return self._filled(row.piece)
        return next((piece for piece in self.every(of) if piece.id == name), None)

    def get(self, of: type[P], name: str) -> P:
        """Return the piece in use that goes by a name, as `find` does.

        Raises:
            NotFoundError: No piece of this kind goes by it, or several do.
        """
        piece = self.find(name, _KIND_OF[of]).piece
        if not isinstance(piece, of):
            raise not_found(name, [])
        return self._filled(piece)

    def find(self, name: str, kind: Kind | None = None) -> Row:
        """Return the piece in use with this id, this title, or one that begins like this.

        Args:
            name: An id or a title, whole or its beginning, in any case; `guide/first-days` too.
            kind: Where only one kind is wanted.

        Raises:
            NotFoundError: Nothing goes by it, or several pieces do.
        """
        kind, wanted = parted(name, kind)
        rows = self._every_row() if kind is None else self._rows_of(kind)
        used = [row for row in rows if row.in_use]
        matches = (
            [row for row in used if row.id == wanted]
            or [row for row in used if row.title.casefold() == wanted]
            or [row for row in used if begins(row, wanted)]
        )
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise ambiguous(name, matches)
        broken = [row for row in rows if not row.in_use]
        if any(wanted in {row.id, row.title.casefold(), *file_names(row)} for row in broken):
            raise NotFoundError(
                f"'{name}' has a mistake in it and cannot be used.",
                do="`integrate packs check` says where.",
            )
        raise not_found(name, used)

    def left_out(self, kind: Kind) -> tuple[Row, ...]:
        """Return the pieces of one's own that are not used for a mistake in them."""
        return tuple(row for row in self._rows_of(kind) if row.own and row.piece is None)

    def to_edit(self, name: str) -> Row:
        """Return the piece to be changed that goes by a name: one with a mistake in it too.

        It may be named by its file as well, and what is one's own comes first.

        Raises:
            NotFoundError: Nothing goes by it, or pieces of several files do.
        """
        kind, wanted = parted(name, None)
        rows = [row for row in self._every_row() if row.own and kind in {None, row.kind}]
        mine = (
            [row for row in rows if wanted in {row.id, row.title.casefold()}]
            or [row for row in rows if wanted in file_names(row)]
            or [row for row in rows if not row.in_use and begins(row, wanted)]
        )
        if not wanted or not mine:
            return self.find(name)
        if len({row.path for row in mine}) > 1:
            files = ", ".join(sorted({row.file for row in mine})[:MOST_NAMED])
            raise NotFoundError(
                f"'{name}' may be in one of several files: {files}.", do="Name one of them."
            )
        return mine[0]

    def eject(self, name: str) -> Path:
        """Copy the file a bundled piece lies in to the person's own folder, byte for byte.

        Raises:
            NotFoundError: Nothing goes by this name.
            PackError: It is one's own already, or cannot be copied.
        """
        row = self.find(name)
        same = [other for other in self._every_row() if other.key == row.key]
        if mine := next((other for other in same if other.own), None):
            raise PackError(
                f"'{row.title}' is one of your own already, in {mine.path}.", do="Edit it there."
            )
        try:
            data = row.path.read_bytes()
        except OSError:
            raise PackError(f"{row.path} could not be read.", "Nothing was changed.") from None
        return self._copy(data, row.path.relative_to(self._bundled))

    def add(self, source: Path) -> Path:
        """Copy a file from anywhere into the person's own folder, if all of its pieces are good.

        Raises:
            PackError: There is a mistake in it, one's own packs have a piece with an id of its, or
                it cannot be copied.
        """
        pack = load(source, source.name)
        broken = [problem for found in pack.found if not found.piece for problem in found.problems]
        if broken or not pack.pieces:
            why = next(iter(broken or pack.problems), "There is no piece in it.")
            raise PackError(
                f"{source.name} was not copied.",
                "Nothing was changed.",
                f"Mend this first: {why}",
            )
        self._refuse_taken(source, pack)
        name = source.name if source.suffix.lower() == SUFFIX else source.name + SUFFIX
        try:
            return self._copy(source.read_bytes(), Path(name))
        except OSError:
            raise PackError(f"{source} could not be read.", "Nothing was changed.") from None

    def create(self, kind: Kind, title: str) -> Path:
        """Write a first pack of a kind into the person's own folder, to be changed there.

        Args:
            kind: What it is for.
            title: What it is called; the file takes its name from it.

        Raises:
            PackError: There is such a file already, or it cannot be written.
        """
        text = template(kind)
        if title:
            text = re.sub(r"(?m)^# .*$", lambda _: f"# {title}", text, count=1)
        name = Path(f"{slug(title) or f'my-{kind}'}{SUFFIX}")
        return self._copy(text.encode(), name)

    def _filled(self, piece: P) -> P:
        """Return a piece with what it takes from other packs."""
        if isinstance(piece, Guide) and any(map(asks_for_values, piece.prompts)):
            return replace(piece, sections=with_values(piece.sections, self.values().words))
        return piece

    def put_away(self, row: Row) -> Path:
        """Rename a file of one's own so that it is read no more, and return its new name.

        What it stood in place of is used again; its old name brings it back.

        Raises:
            PackError: It is a bundled one, or cannot be renamed.
        """
        if not row.own:
            raise PackError(f"{row.file} is no file of your own.", "Nothing was changed.")
        return set_aside(row.path)

    def _refuse_taken(self, source: Path, pack: Pack) -> None:
        """Refuse a file with an id that a piece of one's own has already."""
        mine = {row.key: row for row in self._every_row() if row.own}
        for piece in pack.pieces:
            if row := mine.get((kind_of(piece), piece.id)):
                raise PackError(
                    f"{source.name} was not copied: your own {row.kind} in {row.path} has the id "
                    f"'{row.id}' already.",
                    "Nothing was changed.",
                    "Give one of them another title, or an 'id:' of its own, or move yours away.",
                )

    def _copy(self, data: bytes, name: Path) -> Path:
        if self._own is None:
            raise PackError("There is no folder for packs of your own.", "Nothing was changed.")
        copy_in(data, self._own / name)
        return self._own / name

    def _every_row(self) -> list[Row]:
        files = self._known_files()
        self._parse(files)
        return self._rows

    def _rows_of(self, kind: Kind) -> list[Row]:
        self._parse([file for file in self._known_files() if file.may_hold(kind)])
        return [row for row in self._rows if row.kind is kind]

    def _known_files(self) -> list[PackFile]:
        if self._files is None:
            self._untold = self._read_again()
        return list((self._files or {}).values())

    def _read_again(self) -> tuple[str, ...]:
        """Take in what has changed, and return which of one's own pieces have given way."""
        before, known = self._rows, self._files or {}
        files: dict[Path, PackFile] = {}
        for folder, own in ((self._bundled, False), (self._own, True)):
            for entry in scan(folder, own=own) if folder else ():
                file = known.get(entry.path)
                unchanged = file is not None and file.entry == entry
                files[entry.path] = file if file and unchanged else PackFile(entry, own=own)
        if files == self._files:
            return ()
        self._files, self._rows = files, []
        # What gives way to what is only known once the pieces in question are.
        kinds = {found.kind for file in files.values() if file.own for found in file.parse().found}
        kinds |= {row.kind for row in before if row.own}
        wanted = [kind for kind in kinds if kind is not None]
        self._parse([file for file in files.values() if any(map(file.may_hold, wanted))])
        return fallen_back(before, self._rows)

    def _parse(self, wanted: list[PackFile]) -> None:
        """Parse these files and decide anew which piece counts, unless all of it is known."""
        late = [file for file in wanted if not file.is_parsed]
        if late or not self._rows:
            for file in late:
                file.parse()
            self._rows = index(file for file in self._known_files() if file.is_parsed)
