"""`integrate mark`: tags, a stage, a star, and what something is about."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from integrate_tui.cli import output
from integrate_tui.cli.filters import STAGE_WORDS, reader_of
from integrate_tui.cli.here import Here
from integrate_tui.cli.params import AsJson
from integrate_tui.core.naming import choose
from integrate_tui.core.narrowing import STAGES, ChipName, Reader, narrowed
from integrate_tui.core.search import Query
from integrate_tui.core.text import did_you_mean, normal_tag
from integrate_tui.core.thing import Role, Stage, Thing, ThingKind
from integrate_tui.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from integrate_tui.workspace import Workspace

_NO_STAGE = "none"


def mark(
    ctx: typer.Context,
    numbers: Annotated[
        list[str], typer.Argument(metavar="N...", help="The numbers of what to mark.")
    ],
    tag: Annotated[
        list[str] | None,
        typer.Option("--tag", metavar="NAME", help="A tag to give it; may be repeated."),
    ] = None,
    untag: Annotated[
        list[str] | None,
        typer.Option("--untag", metavar="NAME", help="A tag to take off; may be repeated."),
    ] = None,
    stage: Annotated[
        str | None,
        typer.Option(
            "--stage",
            metavar="WORD",
            help=f"{STAGE_WORDS}; or {_NO_STAGE}.",
        ),
    ] = None,
    star: Annotated[
        bool | None, typer.Option("--star/--no-star", help="Put a star on it, or take it off.")
    ] = None,
    about: Annotated[
        list[str] | None,
        typer.Option("--about", metavar="NAME", help="An experience it is about; may be repeated."),
    ] = None,
    not_about: Annotated[
        list[str] | None,
        typer.Option("--not-about", metavar="NAME", help="An experience it is not about."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Put tags, a stage or a star on something.

    It can also be said to be about an experience. Without an option it shows what is put on it.
    With several numbers, all of them are marked or none is. As JSON: a list of {n, tags, stage,
    starred, about}.
    """
    here: Here = ctx.obj
    wanted = None if stage is None else _read_stage(stage)
    workspace = here.reading()
    from integrate_tui.cli import things  # noqa: PLC0415 - it brings the driver

    found = [things.get(workspace, number) for number in numbers]
    read = reader_of(workspace)
    tied = [(_experience(name, read), True) for name in about or ()]
    tied += [(_experience(name, read), False) for name in not_about or ()]
    with workspace.write("Mark"):
        for thing in found:
            _tag(workspace, thing.n, tag or (), untag or ())
            if stage is not None:
                workspace.labels.set_stage(thing.n, wanted)
            if star is not None:
                workspace.labels.set_starred(thing.n, starred=star)
            for experience, linked in tied:
                _tie(workspace, thing, experience, linked=linked)
    if as_json:
        from integrate_tui.cli import shapes  # noqa: PLC0415 - words do without

        output.show_json([shapes.marks(workspace, thing.n) for thing in found])
        return
    for thing in found:
        output.show(_in_words(workspace, thing.n))


def _read_stage(typed: str) -> Stage | None:
    """Return the stage that was named, None for none.

    Raises:
        NotFoundError: There is no such stage.
    """
    return None if typed.strip().casefold() == _NO_STAGE else choose(typed, STAGES, "stage")


def _experience(typed: str, read: Reader) -> int:
    """Return the number of the experience that was named.

    Raises:
        NotFoundError: There is none of that name, or several.
    """
    query, _ = narrowed(Query(), ChipName.EXPERIENCE, typed, read)
    return query.experience or 0


def _tag(workspace: "Workspace", n: int, given: Sequence[str], taken: Sequence[str]) -> None:
    """Give a thing tags and take some off.

    Raises:
        UsageError: A tag has no name.
        NotFoundError: The thing does not have a tag that is to be taken off.
    """
    if not all(map(normal_tag, given)):
        raise UsageError("A tag needs a name.", "Nothing was changed.")
    present = workspace.tags.of(n)
    for tag in map(normal_tag, taken):
        if tag not in present:
            hint = did_you_mean(tag, list(present))
            raise NotFoundError(f"{n} does not have the tag '{tag}'.", "Nothing was changed.", hint)
    gone = set(map(normal_tag, taken))
    workspace.tags.set(n, [*(tag for tag in present if tag not in gone), *given])


def _tie(workspace: "Workspace", thing: Thing[Any], experience: int, *, linked: bool) -> None:
    """Say that a thing is about an experience, or is not.

    Raises:
        UsageError: It is an experience itself, or was not about that one.
    """
    if thing.kind is ThingKind.EXPERIENCE:
        raise UsageError(f"{thing.n} is an experience itself.", "Nothing was changed.")
    if not linked and experience not in workspace.links.targets(thing.n, Role.ABOUT):
        raise UsageError(f"{thing.n} was not about {experience}.", "Nothing was changed.")
    workspace.links.set(thing.n, experience, Role.ABOUT, linked=linked)


def _in_words(workspace: "Workspace", n: int) -> str:
    """Return what is put on a thing, on a line."""
    from integrate_tui.cli.telling import marks  # noqa: PLC0415 - it brings the driver

    lived = workspace.experiences.behind(n)
    said = [*marks(workspace, n), *(f"about {one.value.heading}" for one in lived)]
    return f"{n}  " + (" \u00b7 ".join(said) or "no marks")
