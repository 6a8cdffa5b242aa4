"""Taking everything along as Markdown: a whole life, a range of its days, or what a query leaves.

What belongs to a day of the range leaves, and nothing else: a goal, an experience or an insight
from another day stays, even where something that leaves refers to it by name. Steps and practices
stand beside their goal, or by themselves where it stays; a step also shows on the day it was done.
Ticks carry no marks, and leave with whole days only. What lies in the trash stays. A life is read a
month at a time, and as it was when the export began.

The same journal gives the same files, whenever it is exported: how practices went is told for the
days up to the last one that has anything, not up to today.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from integrate_tui.core.search import Query
from integrate_tui.errors import UsageError
from integrate_tui.excerpt import Excerpt, Progress
from integrate_tui.exchange import names
from integrate_tui.exchange.files import Folder, in_the_way, write_file
from integrate_tui.exchange.sealed import Found
from integrate_tui.exchange.summary import Contents, Exported
from integrate_tui.workspace import Workspace

CAUTION = (
    "An export is plain text, outside the protection of your journal: whoever can open it can read"
    " it. What you hand to a clinician may become part of a record."
)
"""What to say before anything leaves."""


EVERYTHING = Query()


def what_leaves(workspace: Workspace, query: Query = EVERYTHING) -> Contents:
    """Return what an export will hold, to be said before it is made."""
    return Excerpt(workspace, query).contents


def markdown_stream(
    workspace: Workspace, query: Query = EVERYTHING, *, progress: Progress | None = None
) -> Iterator[str]:
    """Yield what a query leaves of a journal as Markdown, page by page.

    Args:
        workspace: Whose journal to read; nothing can be kept in it until the last page is read.
        query: What leaves; everything where it is empty.
        progress: Told how far it is.
    """
    excerpt = Excerpt(workspace, query)
    with workspace.journal.steady():
        for page in excerpt.pages(progress or _silent, linked=False):
            yield page.text


def export_markdown(
    workspace: Workspace,
    target: Path,
    query: Query = EVERYTHING,
    *,
    with_front_matter: bool = False,
    force: bool = False,
    progress: Progress | None = None,
) -> Exported:
    """Write what a query leaves as Markdown: one file if the name ends in `.md`, else a folder.

    Where there is nothing to export, nothing is written.

    Args:
        workspace: Whose journal to read; nothing can be kept in it meanwhile.
        target: A folder, which need not be there yet, or a file.
        query: What leaves; everything where it is empty.
        with_front_matter: Whether each file of a folder begins with its day, tags and counts as
            YAML.
        force: Whether files are written over that are not as an export left them.
        progress: Told how far it is.

    Raises:
        UsageError: Front matter is asked for in one file.
        ExportError: It cannot be written there, or something else is in the way.
    """
    is_one = names.is_one_file(target)
    if is_one and with_front_matter:
        raise no_front_matter()
    excerpt = Excerpt(workspace, query, with_front_matter=with_front_matter)
    write = _write_one if is_one else _write_folder
    with workspace.journal.steady():
        return write(excerpt, target, progress or _silent, force=force)


def no_front_matter() -> UsageError:
    """Return the error for front matter where pages are no files."""
    return UsageError(
        "Front matter stands at the top of a file for one day.",
        "Nothing was written.",
        "Export into a folder to have it.",
    )


def _write_one(excerpt: Excerpt, target: Path, progress: Progress, *, force: bool) -> Exported:
    pages = (page.text for page in excerpt.pages(progress, linked=False))
    first = next(pages, None)
    if first is None:
        return Exported(excerpt.contents, 0, 0, 0)
    is_new = write_file(target, chain((first,), pages), force=force)
    return Exported(excerpt.contents, excerpt.days_read, int(is_new), int(not is_new))


def _write_folder(excerpt: Excerpt, target: Path, progress: Progress, *, force: bool) -> Exported:
    counts = {True: 0, False: 0}
    with Folder(target, force=force) as folder:
        lying = folder.contents()
        _check(excerpt, lying, force=force)
        for page in excerpt.pages(progress, linked=True):
            counts[folder.put(page)] += 1
            lying.pop(page.name, None)
        folder.finish()
    left = sum(found.is_sealed and excerpt.covers(name) for name, found in lying.items())
    return Exported(excerpt.contents, excerpt.days_read, counts[True], counts[False], left)


def _check(excerpt: Excerpt, lying: Mapping[str, Found], *, force: bool) -> None:
    """Refuse before anything is written, if anything is in the way of what will be."""
    blocking = {
        name: found
        for name, found in lying.items()
        if not found.gives_way(force=force) and excerpt.has(name)
    }
    if blocking:
        raise in_the_way(blocking)


def _silent(done: int, total: int) -> None:
    """Tell nobody."""
