"""Themes: words of one's own for what runs through entries, insights and goals.

What is gathered in one hangs on it and is told in the order of its days; nothing is gathered by
itself, and nothing is said about what it means.
"""

from integrate_tui.core.naming import Named, choose
from integrate_tui.core.text import clean_line, shorten
from integrate_tui.core.theme import Theme
from integrate_tui.core.thing import Brief, Role, Thing, ThingKind
from integrate_tui.errors import NotFoundError, UsageError
from integrate_tui.workspace import Workspace


def themes_of(workspace: Workspace, n: int) -> list[int]:
    """Return the numbers of the themes that a thing is in."""
    return workspace.links.targets(n, Role.IN)


def gathered(workspace: Workspace, theme: int) -> list[Brief]:
    """Return what is in a theme, in the order of its days, but for what is parked out of sight."""
    numbers = workspace.links.sources(theme, Role.IN)
    parked = workspace.threads.parked(numbers)
    briefs = (workspace.journal.brief(n) for n in numbers if n not in parked)
    return sorted(
        (brief for brief in briefs if brief is not None),
        key=lambda brief: (brief.moment.day, brief.moment.at, brief.n),
    )


def theme_named(workspace: Workspace, name: str) -> Thing[Theme] | None:
    """Return the theme of this very name, however it is written; None where there is none."""
    wanted = clean_line(name).casefold()
    return next((t for t in workspace.themes.all() if t.value.name.casefold() == wanted), None)


def find_theme(workspace: Workspace, typed: str) -> Thing[Theme]:
    """Return the theme that was meant by its name or a part of it.

    Raises:
        NotFoundError: There is none, or several fit.
    """
    named = [Named(theme.value.name, theme, str(theme.n)) for theme in workspace.themes.all()]
    return choose(typed, named, "theme", "integrate themes")


def new_theme(workspace: Workspace, name: str, about: str = "") -> Thing[Theme]:
    """Make a theme.

    Raises:
        UsageError: It has no name, or there is one of that name.
    """
    with workspace.write(f"Begin the theme \u201c{shorten(clean_line(name), 40)}\u201d"):
        theme = Theme(_own_name(workspace, name), about)
        return workspace.themes.add(theme, workspace.moment())


def change_theme(
    workspace: Workspace, n: int, name: str, about: str, *, seen: int | None = None
) -> Thing[Theme]:
    """Call a theme something else, or say something else about it.

    Args:
        workspace: Where it is kept.
        n: Its number.
        name: What it is to be called.
        about: The line about it.
        seen: The head it had when it was read, as in `Shelf.change`.

    Raises:
        NotFoundError: There is no such theme.
        UsageError: It has no name, or another one has it.
        ConflictError: It was changed elsewhere since it was read.
    """
    with workspace.write("Change a theme"):
        present = workspace.themes.get(n).value.name
        theme = Theme(_own_name(workspace, name, present), about)
        return workspace.themes.change(n, theme, seen=seen)


def _own_name(workspace: Workspace, name: str, present: str = "") -> str:
    """Return the name for a theme; of two that have the same, neither is found by it.

    Args:
        workspace: Where it is kept.
        name: What it is to be called.
        present: What it is called now, which it may go on being called.

    Raises:
        UsageError: It has no words, or another theme has it.
    """
    title = clean_line(name)
    if not title:
        raise UsageError("A theme needs a name.", "Nothing was changed.", "One word is enough.")
    if title.casefold() != present.casefold() and theme_named(workspace, title):
        raise UsageError("There is a theme of that name.", "Nothing was changed.")
    return title


def gather(workspace: Workspace, theme: int, n: int, *, gathered: bool = True) -> None:
    """Put a thing into a theme, or take it out.

    Raises:
        NotFoundError: There is no such theme, or nothing has the number.
        UsageError: It is a theme itself.
    """
    name = shorten(workspace.themes.get(theme).value.name, 40)
    brief = workspace.journal.brief(n)
    if brief is None:
        raise NotFoundError(f"Nothing has the number {n}.", "Nothing was changed.")
    if brief.kind is ThingKind.THEME:
        raise UsageError("A theme does not go into a theme.", "Nothing was changed.")
    words = f"Put it into \u201c{name}\u201d" if gathered else f"Take it out of \u201c{name}\u201d"
    with workspace.write(words):
        workspace.links.set(n, theme, Role.IN, linked=gathered)


def begin_with(workspace: Workspace, name: str, about: str, n: int) -> Thing[Theme]:
    """Make a theme and put a thing into it, as one change.

    Raises:
        UsageError: It has no name, or there is one of that name.
    """
    with workspace.write(f"Begin the theme \u201c{shorten(clean_line(name), 40)}\u201d"):
        theme = new_theme(workspace, name, about)
        gather(workspace, theme.n, n)
    return theme
