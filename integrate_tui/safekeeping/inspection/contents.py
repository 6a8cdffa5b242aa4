"""What is inside a journal: its pages, references, index, checksums, settings and drafts.

Nobody's words are read out here: what is found is said in numbers and in names of tables.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

from integrate_tui.core.finding import Finding, amiss, grave, note, well
from integrate_tui.core.settings import NAMES, is_readable
from integrate_tui.core.text import counted
from integrate_tui.errors import ReadOnlyError, StoreError
from integrate_tui.packs.rows import Origin
from integrate_tui.workspace import Workspace

_MOST_NAMED = 5
_WAITED = 30
"""Days after which an unfinished draft is spoken of."""

Told = Callable[[int, int], None]


def of(workspace: Workspace, told: Told) -> Iterator[Finding]:
    """Yield what there is to say about the inside of a journal.

    A fault in one place keeps nobody from looking at the next, but for a file that is damaged: what
    else would be found in it comes of that.

    Args:
        workspace: The journal.
        told: Told how many things' checksums were looked at, of how many.
    """
    yield (pages := _pages(workspace))
    if not pages.is_well:
        return
    looks: list[tuple[str, Callable[[], Finding]]] = [
        ("schema", lambda: _schema(workspace)),
        ("references", lambda: _references(workspace)),
        ("versions", lambda: _versions(workspace)),
        ("search", lambda: _index(workspace)),
    ]
    if not workspace.checks.is_of_another_version:
        looks += [
            ("checksums", lambda: _seals(workspace, told)),
            ("settings", lambda: _settings(workspace)),
            ("drafts", lambda: _drafts(workspace)),
        ]
    for name, look in looks:
        try:
            yield look()
        except StoreError:
            yield grave(
                name,
                "A part of the journal could not be looked at.",
                "Export what can be read, then `integrate restore` lists the copies there are.",
            )


def texts(workspace: Workspace) -> Iterator[Finding]:
    """Yield what there is to say about a person's own text packs."""
    rows = workspace.packs.listing()
    broken = {row.path for row in rows if row.own and row.origin is Origin.BROKEN}
    hidden = [row for row in rows if row.origin is Origin.REPLACED]
    if broken:
        yield amiss(
            "texts",
            f"{counted(len(broken), 'text pack')} of your own cannot be used.",
            "`integrate packs check` says where.",
        )
    else:
        yield well("texts", "Every text pack of your own can be used.")
    if hidden:
        are = "is" if len(hidden) == 1 else "are"
        titles = ", ".join(row.title for row in hidden[:_MOST_NAMED])
        yield note(
            "hidden",
            f"{counted(len(hidden), 'built-in text')} {are} hidden by one of your own: {titles}.",
            "`integrate packs` says which file. Put that away to have the built-in one again.",
        )
    else:
        yield well("hidden", "No built-in text is hidden by one of your own.")


def _pages(workspace: Workspace) -> Finding:
    wrong = workspace.checks.pages()
    if not wrong:
        return well("file", "The file is whole.")
    return grave(
        "file",
        f"The file is damaged in {counted(wrong, 'place')} at least.",
        "Export what can be read, then `integrate restore` puts a copy back.",
    )


def _schema(workspace: Workspace) -> Finding:
    checks = workspace.checks
    if checks.is_newer:
        return amiss(
            "schema",
            "The journal was made by a newer version of integrate, and can only be read here.",
            "Update integrate to write in it.",
        )
    if checks.is_of_another_version:
        return note(
            "schema",
            "The journal is of an earlier version of integrate.",
            "It is brought up to date when you next open it, after a copy was made.",
        )
    return well("schema", "The journal is of this version.")


def _references(workspace: Workspace) -> Finding:
    lost = workspace.checks.lost_ends()
    if not lost:
        return well("references", "Everything that hangs together does.")
    count = sum(lost.values())
    said = f"{counted(count, 'reference')} {'leads' if count == 1 else 'lead'} to nothing."
    if set(lost) == {"links"}:
        return amiss(
            "references",
            said,
            "Nothing you wrote is lost by it; `integrate doctor --repair` takes them away.",
            can_repair=True,
        )
    return grave(
        "references",
        said,
        "Something may be missing. `integrate restore` lists copies from before.",
    )


def _versions(workspace: Workspace) -> Finding:
    lost = workspace.checks.headless()
    if not lost:
        return well("versions", "Everything has its current version.")
    return grave(
        "versions",
        f"{counted(lost, 'thing')} {'has' if lost == 1 else 'have'} no current version, and"
        f" {'is' if lost == 1 else 'are'} shown nowhere.",
        "Nothing was removed. `integrate restore` lists copies from before.",
    )


def _index(workspace: Workspace) -> Finding:
    try:
        is_right = workspace.checks.index_is_right()
    except ReadOnlyError:
        return note(
            "search", "The index that search looks in is left alone: the journal can only be read."
        )
    if is_right:
        return well("search", "Search knows everything that can be found.")
    return amiss(
        "search",
        "The index that search looks in does not fit the journal.",
        "`integrate doctor --repair` makes it anew.",
        can_repair=True,
    )


def _seals(workspace: Workspace, told: Told) -> Finding:
    broken = workspace.checks.broken_seals(told)
    if not broken:
        return well("checksums", "Every version of everything fits its checksum.")
    numbers = ", ".join(map(str, broken[:_MOST_NAMED])) + (", …" * (len(broken) > _MOST_NAMED))
    return grave(
        "checksums",
        f"Damaged, or changed by hand: {counted(len(broken), 'thing')} ({numbers}).",
        f"`integrate show {broken[0]}` shows it; an older copy may have it whole.",
    )


def _settings(workspace: Workspace) -> Finding:
    stray = stray_settings(workspace)
    if not stray:
        return well("settings", "Every setting is one that the program knows.")
    return amiss(
        "settings",
        f"The program takes no notice of {counted(len(stray), 'setting')}: of another version, or"
        " put there by hand.",
        "`integrate doctor --repair` takes them out.",
        can_repair=True,
    )


def stray_settings(workspace: Workspace) -> list[str]:
    """Return the names of settings that nobody knows, or that are nothing they can be."""
    stored = workspace.settings.stored()
    return [
        name for name, value in stored.items() if name not in NAMES or not is_readable(name, value)
    ]


def _drafts(workspace: Workspace) -> Finding:
    since = workspace.now - timedelta(days=_WAITED)
    old = [draft for draft in workspace.drafts.all() if draft.changed < since]
    if not old:
        return well("drafts", "No draft has waited for long.")
    have = "has" if len(old) == 1 else "have"
    return note(
        "drafts",
        f"{counted(len(old), 'draft')} {have} waited for more than {_WAITED} days.",
        "Writing (`w`) lists them: go on, keep one as it is, or let it go.",
    )
