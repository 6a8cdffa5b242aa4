"""Erasing one thing, or an experience with its things: from the journal, and from its copies.

First it goes from the journal in one change, which also notes that an erase is under way; then the
pages are made anew, and then each copy that holds any of it. Broken off anywhere, the journal is
the old one or the new one, and `finish` goes on: what was ever erased is known by its id, so a copy
that was out of reach is found when it is back.

An experience has as *its things* what is about it and about nothing else (entries, notes,
fragments, marks, check-ins, sittings, measures), and the insights and lines that came from those
alone. Series, values, people and themes are never among them; goals, boundaries and what else was
taken up only if they are asked for.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from integrate_tui import paths as places
from integrate_tui.core.text import shorten
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.errors import (
    BusyError,
    DamagedError,
    LockedError,
    NewerFileError,
    NotAJournalError,
    NotFoundError,
    ReadOnlyError,
    StoreError,
)
from integrate_tui.safekeeping import taken_out, windows
from integrate_tui.safekeeping.erasure import (
    BEING_BUILT,
    Erased,
    Plan,
    Reach,
    Unreached,
    cannot_be_removed,
)
from integrate_tui.safekeeping.whereabouts import Places, where
from integrate_tui.store import erasing, rewriting, wiping
from integrate_tui.store.times import to_datetime
from integrate_tui.workspace import Workspace

EVERYTHING = "everything"
"""What `pending` says where all of the journal was to go."""
Told = Callable[[int, int], object]

_TOLD_OF_IT = frozenset(
    {
        ThingKind.ENTRY,
        ThingKind.FRAGMENT,
        ThingKind.CHECK_IN,
        ThingKind.SITTING,
        ThingKind.RESULT,
        ThingKind.INSIGHT,
        ThingKind.LINE,
    }
)
_FOLLOWED = _TOLD_OF_IT | {
    ThingKind.GOAL,
    ThingKind.STEP,
    ThingKind.PRACTICE,
    ThingKind.BOUNDARY,
    ThingKind.PATTERN,
}
_WAYS = (Role.ABOUT, Role.CAME_FROM, Role.PART_OF)
"""How what belongs to an experience hangs on it."""
_CHAIN = tuple(role for role in Role if role is not Role.WITH)
_TITLE = 40
"""How much of a title names what goes."""
_HALF_DONE = "It is out of the journal itself; its log and its copies may still hold it."
_GO_ON = "`integrate erase --finish` does the rest."
_ROUNDS = 3
"""How often copies that appear meanwhile are looked for."""


def _nobody(done: int, total: int) -> None:
    """Tell nobody."""


def plan_of(workspace: Workspace, numbers: Sequence[int]) -> Plan:
    """Return what goes if some things are erased.

    Raises:
        NotFoundError: Nothing has one of the numbers.
        BusyError: One of them is being changed in a window.
    """
    return _plan(workspace, numbers, (), _title(workspace, numbers))


def plan_of_experience(workspace: Workspace, n: int, *, followed: bool = False) -> Plan:
    """Return what goes if an experience is erased with its things.

    Args:
        workspace: Where it is.
        n: Its number.
        followed: Whether what was taken up from it goes too, as far as it came from it alone.

    Raises:
        NotFoundError: No experience has the number.
        BusyError: Something of it is being changed in a window.
    """
    known = workspace.belongings.known([n])
    if n not in known or known[n][1] != ThingKind.EXPERIENCE:
        raise NotFoundError(f"There is no experience with the number {n}.", "Nothing was erased.")
    numbers = _with_its_things(workspace, n, _FOLLOWED if followed else _TOLD_OF_IT)
    drafts = workspace.belongings.drafts_about(n)
    plan = _plan(workspace, numbers, drafts, _title(workspace, [n]))
    return replace(plan, of_experience=True, followed=followed)


def _title(workspace: Workspace, numbers: Sequence[int]) -> str:
    brief = workspace.journal.brief(numbers[0]) if len(numbers) == 1 else None
    return shorten(" ".join(brief.title.split()), _TITLE) if brief else ""


def must_be_writable(workspace: Workspace) -> None:
    """See that a journal can be written at all.

    Raises:
        ReadOnlyError: It cannot.
    """
    if workspace.refusal:
        raise ReadOnlyError(workspace.refusal, "Nothing was erased.")


def _with_its_things(workspace: Workspace, n: int, kinds: frozenset[ThingKind]) -> list[int]:
    """Return an experience and what hangs on it and on nothing that stays."""
    belongings = workspace.belongings
    found, waiting = {n}, set[int]()
    speaking = belongings.hanging_on([n], [Role.SPEAKS_OF])
    new = [n]
    while new:
        hanging = [*belongings.hanging_on(new, _WAYS), *(speaking if new == [n] else ())]
        waiting |= {one for one, _, kind in hanging if kind in kinds} - found
        above: dict[int, set[int]] = {one: set() for one in waiting}
        for one, target, _ in belongings.hung_on(sorted(waiting), _WAYS):
            above[one].add(target)
        new = sorted(one for one, targets in above.items() if targets <= found)
        found |= set(new)
        waiting -= found
    return sorted(found)


def _plan(
    workspace: Workspace,
    numbers: Sequence[int],
    more_drafts: Sequence[tuple[str, str]],
    title: str,
) -> Plan:
    must_be_writable(workspace)
    belongings = workspace.belongings
    lost = set(numbers) - belongings.known(numbers).keys()
    if lost:
        raise NotFoundError(f"Nothing has the number {min(lost)}.", "Nothing was erased.")
    going = sorted({*numbers, *belongings.said_of(numbers)})
    known = belongings.known(going)
    drafts = dict([*belongings.drafts_of(going), *more_drafts])
    if any(windows.is_another_running(window) for window in drafts.values()):
        raise BusyError(
            "It is being changed in another window.",
            "Nothing was erased.",
            "Keep it or leave it there first.",
        )
    hanging = {n: kind for n, _, kind in belongings.hanging_on(going, _CHAIN) if n not in known}
    return Plan(
        numbers=tuple(going),
        ids=(*(id for id, _ in known.values()), *drafts),
        counts=_counted(kind for _, kind in known.values()),
        versions=belongings.versions(going),
        drafts=len(drafts),
        stays=_counted(iter(hanging.values())),
        title=title,
    )


def _counted(kinds: Iterator[str]) -> dict[ThingKind, int]:
    known = frozenset(ThingKind)
    return {ThingKind(kind): count for kind, count in Counter(kinds).items() if kind in known}


Found = tuple[list[Path], list[Unreached]]
"""The copies that hold some of it, and those that cannot be looked into."""


def reach(workspace: Workspace, plan: Plan, found: Found | None = None) -> Reach:
    """Return where else it is: in which copies, and what is out of reach.

    Args:
        workspace: The journal.
        plan: What goes.
        found: What `look` found, where that was asked for in a thread.
    """
    oldest = workspace.belongings.oldest_state(plan.numbers)
    since = to_datetime(oldest) if oldest else None
    holding, unreached = found or look(where(workspace), plan.ids)
    return Reach(tuple(holding), tuple(unreached), tuple(taken_out.exports(workspace, since)))


def erase(at: Places, plan: Plan, now: datetime, told: Told = _nobody) -> Erased:
    """Erase what is planned, from the journal and from every copy that can be reached.

    It has connections of its own, so that it may run in a thread beside the screens. Whoever has a
    workspace lets it forget the changes that touched what is gone.

    Args:
        at: Where it is.
        plan: What goes.
        now: The moment.
        told: Told how many copies are looked after, of how many.

    Raises:
        BusyError: Another window is in the way; it says whether the journal was changed already.
        StoreError: The journal cannot be written; nothing was changed.
    """
    count = erasing.from_journal(at.paths.journal, plan.ids, now)
    try:
        erasing.clean_rescue(at.paths.rescue, plan.ids, plan.numbers)
        erasing.make_pages_anew(at.paths.journal)
        done = _bring_along(at, now, told)
    except StoreError as error:
        error.safe, error.do = _HALF_DONE, _GO_ON
        raise
    return Erased(count, done.copies, done.unreached)


def finish(at: Places, now: datetime, told: Told = _nobody) -> Erased:
    """Go on with an erase that was broken off; copies that are back are rid of what was erased.

    Raises:
        BusyError: Another window is in the way.
        StoreError: The journal cannot be read or written.
    """
    if pending(at.paths):
        erasing.make_pages_anew(at.paths.journal)
    return _bring_along(at, now, told)


def pending(paths: places.Paths) -> str:
    """Return since when an erase is not at its end, or `everything`; empty where none is."""
    return erasing.begun(paths.journal)


def keep_what_is_left(paths: places.Paths) -> None:
    """Let an erase of everything that was broken off be over, with what it left.

    Raises:
        StoreError: The journal cannot be written.
    """
    erasing.note_end(paths.journal)


def still_holding(at: Places) -> list[Path]:
    """Return the copies that hold something which was erased, and can be reached."""
    ids = erasing.erased_ids(at.paths.journal)
    return look(at, ids)[0] if ids else []


def _bring_along(at: Places, now: datetime, told: Told) -> Erased:
    """Take everything that was ever erased out of the copies."""
    ids = erasing.erased_ids(at.paths.journal)
    seen: set[Path] = set()
    anew, failed = 0, list[Unreached]()
    for _ in range(_ROUNDS):  # one may be finished meanwhile that was begun before
        copies = [copy for copy in at.copies() if copy not in seen]
        for done, copy in enumerate(copies, 1):
            seen.add(copy)
            rewriting.wipe_remains(copy)
            try:
                if rewriting.held_in(copy, ids):
                    rewriting.rewrite_copy(copy, ids, now)
                    anew += 1
            except NotAJournalError:
                pass  # somebody else's file, which is left alone
            except StoreError as error:
                failed.append(Unreached(copy, _why(error)))
            told(done, len(copies))
    failed += _wipe_half_built(at, now)
    erasing.note_end(at.paths.journal)
    return Erased(0, anew, (*failed, *at.away(), *at.lent()))


def _wipe_half_built(at: Places, now: datetime) -> list[Unreached]:
    """Wipe what programs that were killed had begun to build, and return what stays."""
    stays = []
    for file in at.being_made():
        if not wiping.is_nobodys(file, now):
            stays.append(Unreached(file, BEING_BUILT))
            continue
        try:
            wiping.wipe(file)
        except OSError as error:
            stays.append(Unreached(file, cannot_be_removed(error)))
    return stays


def look(at: Places, ids: Sequence[str]) -> Found:
    """Return which copies hold any of some things, and which cannot be looked into."""
    holding, unreached = list[Path](), list[Unreached]()
    for copy in at.copies():
        try:
            if rewriting.held_in(copy, ids):
                holding.append(copy)
        except NotAJournalError:
            pass  # as above
        except StoreError as error:
            unreached.append(Unreached(copy, _why(error)))
    with suppress(OSError):
        unreached += [*at.away(), *at.lent()]
    return holding, unreached


def _why(error: StoreError) -> str:
    """Say in a few words why a copy is out of reach."""
    match error:
        case LockedError():
            return "it opens with another passphrase"
        case NewerFileError():
            return "it was made by a newer version"
        case DamagedError():
            return "it is not whole"
        case BusyError():
            return "another program has it open"
    return error.happened.rstrip(".")
