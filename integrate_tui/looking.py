"""What a search may name in one journal: its tags, feelings, guides, experiences and days."""

from collections.abc import Callable
from datetime import date
from functools import cache

from integrate_tui.core.narrowing import Lived, Reader
from integrate_tui.workspace import Workspace


def reader(workspace: Workspace) -> Reader:
    """Return what the chips of a search may name.

    Each part is looked up once, when it is first asked for: a reader is good for as long as nothing
    is written, and is made anew after that.
    """
    used = cache(lambda: tuple(workspace.entries.guides().items()))
    return Reader(
        today=workspace.today,
        tags=cache(lambda: tuple(workspace.tags.in_use())),
        feelings=cache(lambda: tuple(workspace.journal.feelings())),
        guides=used,
        other_guides=cache(lambda: _others(workspace, used())),
        experiences=cache(lambda: _experiences(workspace)),
        day=_day_reader(workspace),
    )


def _others(workspace: Workspace, used: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return the guides there are that were not written with."""
    known = {id for id, _ in used}
    return tuple((each.id, each.title) for each in workspace.packs.guides() if each.id not in known)


def _experiences(workspace: Workspace) -> tuple[Lived, ...]:
    return tuple(
        Lived(thing.n, thing.value.heading, thing.moment.day)
        for thing in workspace.experiences.all()[::-1]
    )


def _day_reader(workspace: Workspace) -> Callable[[str, bool], date]:
    @cache
    def read(typed: str, last: bool) -> date:
        from integrate_tui.when import read_day  # noqa: PLC0415 - if a date is given

        return read_day(typed, workspace.now, workspace.day_starts, last=last)

    return read
