"""What an erase takes, leaves and cannot reach, and how that is said before and after it."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from integrate_tui.core.text import counted
from integrate_tui.core.thing import ThingKind
from integrate_tui.core.value import value
from integrate_tui.exchange.summary import Contents
from integrate_tui.safekeeping.taken_out import TakenOut

WORD = "erase"
"""What is typed to erase something."""
ALL_WORD = "everything"
"""What is typed to erase everything."""
_MOST_NAMED = 8

Section = tuple[str, tuple[str, ...]]
"""A heading, and what stands under it, each in a sentence or two."""

ON_A_DISK = (
    "What is overwritten is gone from a disk with platters. A flash drive keeps old pages for a"
    " while, and so does a file system that never writes in place (btrfs, ZFS, APFS); snapshots"
    " and copies of the whole disk keep theirs. Only an encrypted disk helps there."
)
NO_WAY_BACK = (
    "There is no way back: undo does not know it afterwards, and no copy is made before, because"
    " that would keep it."
)
ITS_THINGS = (
    "Its things are what you wrote about it and about nothing else, and the insights and lines"
    " that came from those alone."
)
FOLLOWED = "With them goes what you took up from them alone."
ANOTHERS = "What is about another experience too, or came from elsewhere too."
TAKEN_UP = "What you took up from it: goals, steps, practices, boundaries and patterns."
BEING_BUILT = "it is half built, perhaps by a program that still runs"
"""Why what another program may be making stays, as the end of a sentence."""
MARK = "A mark without words: its kind, and when it was made and erased."


@value()
class Unreached:
    """A file or a folder that an erase does not reach."""

    path: Path
    why: str
    """As the end of a sentence: `it opens with another passphrase`."""


def cannot_be_removed(error: OSError) -> str:
    """Say why a file stays that was to go, as the end of a sentence."""
    return f"it cannot be removed ({error.strerror or type(error).__name__})"


@value()
class Plan:
    """What is to be erased."""

    numbers: tuple[int, ...]
    """The numbers of all things that go."""
    ids: tuple[str, ...]
    """Their ids, and those of the drafts that go."""
    counts: Mapping[ThingKind, int]
    """How many things of each kind go."""
    versions: int
    """How many states they had together."""
    drafts: int
    """How many drafts go."""
    stays: Mapping[ThingKind, int]
    """How many things of each kind hang on what goes, and stay."""
    title: str = ""
    """What it is called, where one thing was named."""
    of_experience: bool = False
    """Whether it is an experience with its things."""
    followed: bool = False
    """Whether what was taken up from it goes too."""

    @property
    def words(self) -> str:
        """What goes, in words: `1 entry`."""
        return Contents(self.counts).words

    @property
    def heading(self) -> str:
        """What is done, over all there is to say before."""
        named = f" \u201c{self.title}\u201d" if self.title else f" {self.words}"
        return f"Erase{named}{', with its things' if self.of_experience else ''}"


@value()
class Reach:
    """Where else it is, as far as the program knows."""

    copies: tuple[Path, ...] = ()
    """Copies that hold some of it, and are made anew without it."""
    unreached: tuple[Unreached, ...] = ()
    exports: tuple[TakenOut, ...] = ()
    """Exports since it was written, which are nobody's to change but a person's."""


@value()
class Erased:
    """What an erase did."""

    things: int
    copies: int
    """How many copies were made anew, or removed."""
    unreached: tuple[Unreached, ...]

    @property
    def words(self) -> list[str]:
        """What was done, in sentences."""
        said = [f"Erased {counted(self.things, 'thing')} for good."] if self.things else []
        if self.copies:
            said.append(f"{counted(self.copies, 'copy', 'copies')} made anew without it.")
        return [*said, *unreached_words(self.unreached)]


def preview(plan: Plan, reach: Reach) -> list[Section]:
    """Return all there is to say before things are erased."""
    versions = "its only version" if plan.versions == 1 else f"all {plan.versions} versions"
    goes = [f"{plan.words}, with {versions}, tags and place in search."]
    if plan.drafts:
        goes.append(f"{counted(plan.drafts, 'unfinished draft')} of it.")
    stays = []
    if plan.of_experience:
        goes += [ITS_THINGS, *([FOLLOWED] if plan.followed else [])]
        stays += [ANOTHERS, *([] if plan.followed else [TAKEN_UP])]
    if plan.stays:
        stays.append(
            f"{Contents(plan.stays).words} hanging on it. Their thread will say that something was"
            " erased, and on which day, and no more."
        )
    stays += ["What you wrote elsewhere in the same words.", MARK]
    return _said(
        ("What goes", goes),
        ("What stays", stays),
        ("Copies of the journal", _copies(reach.copies, "made anew without it")),
        ("Out of reach", _beyond(reach)),
        ("Before you do it", [NO_WAY_BACK, ON_A_DISK]),
    )


def preview_of_all(
    counts: Mapping[ThingKind, int], reach: Reach, packs: int, *, with_packs: bool
) -> list[Section]:
    """Return all there is to say before everything is erased."""
    held = Contents(counts).words or "Nothing yet"
    own = counted(packs, "text pack")
    stays = ["The program itself."]
    if packs and not with_packs:
        stays.insert(0, f"{own} of your own. They can be erased too.")
    goes = [
        f"{held}; every version, draft and setting, with the journal file itself.",
        *([f"{own} of your own."] if packs and with_packs else []),
    ]
    return _said(
        ("What goes", goes),
        ("Copies of the journal", _copies(reach.copies, "overwritten and removed")),
        ("What stays", stays),
        ("Out of reach", _beyond(reach)),
        ("Before you do it", [NO_WAY_BACK, ON_A_DISK]),
    )


def unreached_words(unreached: Iterable[Unreached]) -> list[str]:
    """Return what is not reached, a line each."""
    return [f"Not reached: {one.path}. {one.why[:1].upper()}{one.why[1:]}." for one in unreached]


def _said(*sections: tuple[str, Sequence[str]]) -> list[Section]:
    return [(title, tuple(lines)) for title, lines in sections if lines]


def _copies(copies: Sequence[Path], done: str) -> list[str]:
    if not copies:
        return ["None that can be reached holds any of it."]
    names = [
        copy.name if copy.parent.suffix == ".backups" else str(copy)
        for copy in copies[:_MOST_NAMED]
    ]
    more = len(copies) - len(names)
    listed = ", ".join(names) + (f" and {more} more" if more else "")
    are = "is" if len(copies) == 1 else "are"
    return [f"{counted(len(copies), 'copy', 'copies')} {are} {done}: {listed}."]


def _beyond(reach: Reach) -> list[str]:
    said = unreached_words(reach.unreached)
    for one in reach.exports:
        said.append(
            f"An export of {one.at:%Y-%m-%d}: {one.path}. Remove it there if it is not wanted."
        )
    yours = "Whatever you copied, printed, piped or sent yourself, and what your shell remembers."
    return [*said, yours]
