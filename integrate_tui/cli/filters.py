"""What narrows a listing down: the same as options and, among the words, as chips.

While one types in a search, a chip that cannot be understood is passed over; a script must not get
a wrong answer without a word, so here it is refused.
"""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from integrate_tui.cli.here import Here
from integrate_tui.core.search import Query
from integrate_tui.core.thing import Stage, ThingKind
from integrate_tui.errors import UsageError

if TYPE_CHECKING:
    from integrate_tui.core.narrowing import Reader
    from integrate_tui.workspace import Workspace

KIND_WORDS = ", ".join(kind.word for kind in ThingKind if kind.is_findable)
STAGE_WORDS = ", ".join(Stage)

WithTags = Annotated[
    list[str] | None,
    typer.Option("--tag", metavar="NAME", help="Only what has this tag; may be repeated."),
]
WithFeelings = Annotated[
    list[str] | None,
    typer.Option("--feeling", metavar="WORD", help="Only where this was felt; may be repeated."),
]
WithGuide = Annotated[
    str | None,
    typer.Option("--guide", metavar="NAME", help="Only what was written with this guide."),
]
InStage = Annotated[
    str | None,
    typer.Option("--stage", metavar="WORD", help=f"Only what is in it: {STAGE_WORDS}."),
]
AboutExperience = Annotated[
    str | None,
    typer.Option(
        "--experience", metavar="NAME", help="Only what is about this one; 'last' for the latest."
    ),
]
OfKinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="WORD",
        help=f"Only what is one: {KIND_WORDS}; may be repeated.",
    ),
]
Starred = Annotated[bool, typer.Option("--starred", help="Only what has a star.")]


def read_query(
    here: Here,
    words: Sequence[str] | None = None,
    *,
    tags: Sequence[str] | None = None,
    feelings: Sequence[str] | None = None,
    guide: str | None = None,
    stage: str | None = None,
    experience: str | None = None,
    kinds: Sequence[str] | None = None,
    starred: bool = False,
    since: str | None = None,
    until: str | None = None,
) -> Query:
    """Return what is asked for by words with chips among them, and by options.

    Raises:
        UsageError: A chip or an option cannot be understood, or they go against each other.
    """
    given = [
        *(("tag", tag) for tag in tags or ()),
        *(("feeling", word) for word in feelings or ()),
        *(("kind", kind) for kind in kinds or ()),
        ("guide", guide),
        ("stage", stage),
        ("experience", experience),
        ("is", "starred" if starred else None),
        ("since", since),
        ("until", until),
    ]
    said = " ".join(words or ())
    if all(asked is None for _, asked in given) and ":" not in said and "#" not in said:
        return Query(said)  # plain words, or nothing at all, are quickest
    read = reader_of(here.reading())
    return with_options(with_words(words or (), read), given, read)[0]


def reader_of(workspace: "Workspace") -> "Reader":
    """Return what options and chips may name."""
    from integrate_tui.looking import reader  # noqa: PLC0415 - it brings the driver

    return reader(workspace)


def with_words(words: Sequence[str], read: "Reader") -> Query:
    """Return the query of words with chips among them.

    Raises:
        UsageError: A chip cannot be understood.
    """
    from integrate_tui.core.chips import query_of  # noqa: PLC0415 - plain words do without

    typed = query_of(" ".join(_as_typed(word, read) for word in words), read)
    for chip in typed.chips:
        if chip.problem:
            raise UsageError(chip.problem)
    return typed.query


def with_options(
    query: Query, given: Iterable[tuple[str, str | None]], read: "Reader"
) -> tuple[Query, list[str]]:
    """Return a query narrowed down by options, and what each of them says in words.

    Args:
        query: The query.
        given: What each option asks for, None for those that were left out, by the name that a chip
            for the same has.
        read: What the options may name.

    Raises:
        UsageError: One of them cannot be understood.
    """
    from integrate_tui.core.narrowing import ChipName, narrowed  # noqa: PLC0415 - as above

    labels = []
    for name, asked in given:
        if asked is not None:
            query, label = narrowed(query, ChipName(name), asked, read)
            labels.append(label)
    return query, labels


def _as_typed(word: str, read: "Reader") -> str:
    """Put back the quotes around what a chip asks for, which a shell has taken off."""
    from integrate_tui.core.chips import chip_text  # noqa: PLC0415 - as above
    from integrate_tui.core.narrowing import ChipName, narrowed  # noqa: PLC0415 - as above

    start, colon, asked = word.partition(":")
    name = next((each for each in ChipName if each == start.casefold()), None)
    if name is None or not colon or not re.search(r"\s", asked):
        return word
    try:
        narrowed(Query(), name, asked, read)
    except UsageError:  # several words in one argument, of which the first is a chip
        return word
    return chip_text(name, asked)
