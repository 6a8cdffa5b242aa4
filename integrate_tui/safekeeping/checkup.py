"""The health of a journal: what is looked at, what was found, and what can be mended safely.

Looking changes nothing. Nothing here changes a word that anybody wrote: what `repair` does is to
take permissions back and, once there is a whole copy, to make the index anew, to take out links to
nothing and settings that nobody knows, and to wipe what a crash left half built.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from integrate_tui import paths as places
from integrate_tui.core.finding import Finding, amiss, grave
from integrate_tui.core.text import counted
from integrate_tui.errors import DamagedError, IntegrateError, NotAJournalError, StoreError
from integrate_tui.safekeeping import backups
from integrate_tui.safekeeping.inspection import contents, copies, erased, files, leftovers
from integrate_tui.store import backup, failures, wiping
from integrate_tui.workspace import Workspace

Told = Callable[[int, int], None]
_WIPED = "Wiped: {}."


def look_over(workspace: Workspace, told: Told) -> Iterator[Finding]:
    """Yield what there is to say about a journal, one thing looked at after the other."""
    inside = list(contents.of(workspace, told))
    yield from inside
    yield from look_around(workspace.paths, workspace.now, _second(workspace))
    try:
        if inside[0].is_well:
            yield from copies.of(workspace)
            if not failures.has_no_room(workspace.paths.journal):  # nobody else can read it then
                yield from erased.of(workspace)
        else:  # it cannot be asked where they are, and they matter all the more
            yield copies.usable(workspace.paths)
    except (IntegrateError, OSError):
        yield amiss(
            "copies",
            "It is not known which copies there are.",
            "Look at the folder of copies: `integrate paths` names it.",
        )
    yield from contents.texts(workspace)


def look_around(paths: places.Paths, now: datetime, second: str = "") -> Iterator[Finding]:
    """Yield what there is to say about the files of a journal, which need not open for it.

    Args:
        paths: Where things are.
        now: This moment.
        second: The second folder for copies; empty for none.
    """
    yield from files.who_can_read(paths, second)
    yield from leftovers.what_was_left(paths, now, second)
    yield leftovers.waiting_drafts(paths.rescue)
    yield files.room(paths)


def without_journal(paths: places.Paths) -> list[Finding]:
    """Return what there is to say where there is no journal; nothing, where there never was one."""
    hidden = leftovers.without_journal(paths)
    if any(file.name.endswith(wiping.OLD) for file in hidden):
        return [
            grave(
                "erased",
                f"An erase of everything was broken off, and left {files.named(hidden)}.",
                "`integrate erase --everything` goes on with it.",
            )
        ]
    half_built = grave(
        "leftovers",
        "There is no journal here, and a program that was killed left part of one:"
        f" {files.named(hidden)}.",
        "`integrate erase --everything` wipes it.",
    )
    found = backups.listing(paths)
    if not found:
        return [half_built] if hidden else []
    return [
        *([half_built] if hidden else []),
        grave(
            "file",
            f"The journal is not there, and {counted(len(found), 'copy', 'copies')} of it"
            f" {'is' if len(found) == 1 else 'are'}.",
            "`integrate restore` lists them, and puts one back.",
        ),
    ]


def from_outside(error: StoreError, paths: places.Paths, now: datetime) -> list[Finding]:
    """Return what there is to say about a journal that cannot be opened.

    Args:
        error: Why it cannot.
        paths: Where things are.
        now: This moment.
    """
    return [_cannot_open(error, paths), *look_around(paths, now), copies.usable(paths)]


def _cannot_open(error: StoreError, paths: places.Paths) -> Finding:
    is_spoilt = isinstance(error, DamagedError | NotAJournalError)
    if is_spoilt and backups.listing(paths):
        words = (
            "The journal file is not whole: what is there cannot be read."
            if isinstance(error, NotAJournalError)
            else error.happened
        )
        return grave(
            "file", words, "`integrate restore` lists the copies there are, and puts one back."
        )
    return grave("file", error.happened, error.do or "`integrate paths` says where it is.")


def wiped_of(left: list[Path]) -> list[str]:
    """Say which of the files that were left half built are there no more, as after an opening."""
    gone = [file for file in left if not os.path.lexists(file)]
    return [_WIPED.format(files.named(gone))] if gone else []


def repair(workspace: Workspace) -> list[str]:
    """Mend what can be mended without a question, and return what was done, in sentences.

    Nothing but permissions is changed before there is a whole copy of the journal. Done again, it
    finds nothing to do.
    """
    said = take_permissions_back(workspace.paths, _second(workspace))
    wanted = [mend for mend in _mends(workspace) if mend is not None]
    if not wanted:
        return said
    try:
        copy = backup.before_repair(workspace.paths.journal)
    except StoreError as error:
        return [*said, f"Nothing else was mended. {error}"]
    said.append(f"A whole copy from before lies in {copy}.")
    for mend in wanted:
        try:
            said.append(mend())
        except StoreError as error:
            said.append(str(error))
    return said


def take_permissions_back(paths: places.Paths, second: str = "") -> list[str]:
    """Leave a journal and what lies with it to its owner alone, and say what was done."""
    found = [*files.open_to_others(paths, second), *files.open_packs(paths.packs)]
    done, left = _for_each(files.take_back, found)
    said = [f"Only you can read {files.named(done)} now."] if done else []
    return [*said, f"{files.named(left)} could not be taken back."] if left else said


def _mends(workspace: Workspace) -> Iterator[Callable[[], str] | None]:
    """Yield what is to be done inside a journal and beside it."""
    checks = workspace.checks
    yield (
        None
        if checks.index_is_right()
        else lambda: _done(checks.mend_index, "The index that search looks in was made anew.")
    )
    if set(checks.lost_ends()) == {"links"}:
        yield lambda: _done(checks.mend_links, "Links to nothing were taken away.")
    if stray := contents.stray_settings(workspace):
        yield lambda: _done(
            lambda: checks.mend_settings(stray),
            f"Taken out: {counted(len(stray), 'setting')} that nobody knows.",
        )
    if left := leftovers.half_built(workspace.paths, workspace.now, _second(workspace)):
        yield lambda: " ".join(_wiped(left))


def _done(act: Callable[[], object], said: str) -> str:
    act()
    return said


def _wiped(found: list[Path]) -> list[str]:
    done, left = _for_each(wiping.wipe, found)
    said = [_WIPED.format(files.named(done))] if done else []
    return [*said, f"{files.named(left)} could not be wiped."] if left else said


def _for_each(act: Callable[[Path], None], paths: list[Path]) -> tuple[list[Path], list[Path]]:
    """Do something with every path; return those with which it was done, and those left."""
    done: list[Path] = []
    left: list[Path] = []
    for path in paths:
        try:
            act(path)
            done.append(path)
        except OSError:
            left.append(path)
    return done, left


def _second(workspace: Workspace) -> str:
    with suppress(IntegrateError):
        return backups.second_folder(workspace)
    return ""
