"""`integrate export --for`: one page for a coach or a therapist, looked at before it is written."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from integrate_tui.cli import output
from integrate_tui.cli.here import Here
from integrate_tui.cli.names import read_number
from integrate_tui.core.search import Query
from integrate_tui.core.share import PROFILES, Part, parts_of, profile_of
from integrate_tui.core.text import counted
from integrate_tui.errors import UsageError
from integrate_tui.paths import expanded

if TYPE_CHECKING:
    from integrate_tui.sharing import Sharing

_ROLES = " or ".join(PROFILES)
_PARTS = ", ".join(Part)

ForWhom = Annotated[
    str | None,
    typer.Option("--for", metavar="ROLE", help=f"One page for your {_ROLES}, and nothing else."),
]
WithParts = Annotated[
    list[str] | None,
    typer.Option("--with", metavar="PART", help=f"What it holds besides: {_PARTS}."),
]
Without = Annotated[
    list[str] | None,
    typer.Option("--without", metavar="N", help="Leave this one out; may be repeated."),
]
Preview = Annotated[
    bool, typer.Option("--preview", help="Show what would be in it, and write nothing.")
]


def share(
    here: Here,
    role: str,
    target: Path | None,
    parts: Sequence[str],
    without: Sequence[str],
    query: Query,
    *,
    preview: bool,
    force: bool,
    as_json: bool,
) -> None:
    """Write a page for somebody, or show what would be on it.

    Raises:
        UsageError: There is no such role or part, or no place to write to.
    """
    profile = profile_of(role)
    chosen = parts_of(profile, parts)
    left_out = [read_number(n, "--without") for n in without]
    from integrate_tui.sharing import Sharing  # noqa: PLC0415 - if all was understood

    sharing = Sharing(here.reading(), profile, chosen, query, left_out)
    if preview or as_json:
        show_preview(sharing, as_json=as_json)
        return
    if target is None:
        raise UsageError(
            "There is no file to write to.",
            "Nothing was written.",
            f"Name one, as for-my-{profile.role}.md, or add --preview.",
        )
    if not sharing.handed:
        output.say("There is nothing to hand on yet.")
        return
    if str(target) == "-":
        output.show_page(sharing.page)
        return
    place = expanded(target)
    from integrate_tui.leaving import CAUTION  # noqa: PLC0415 - as above

    words = ", ".join(handed.words for handed in sharing.handed)
    output.say(f"{CAUTION.partition('. ')[0]}. {profile.note} It holds {words}.{_stays(sharing)}")
    is_new = sharing.write(place, force=force)
    output.say("Written." if is_new else "It says the same as before.")


def show_preview(sharing: "Sharing", *, as_json: bool) -> None:
    """Show the parts of a page with their counts and titles."""
    profile = sharing.profile
    if as_json:
        output.show_json(_shape(sharing))
        return
    output.show(f"For your {profile.role}")
    for handed in sharing.handed:
        output.show()
        output.show(handed.words)
        output.show_rows([[str(piece.n or ""), piece.title] for piece in handed.pieces])
    if not sharing.handed:
        output.say("There is nothing to hand on yet.")
    others = [part for part in profile.may_have if part not in sharing.parts]
    never = [part for part in Part if part not in profile.may_have]
    said = [
        profile.note,
        _stays(sharing).strip(),
        f"--with adds: {', '.join(others)}." if others else "",
        f"Never in it: {', '.join(never)}." if never else "",
    ]
    output.say("\n" + " ".join(filter(None, said)))


def _stays(sharing: "Sharing") -> str:
    """Say how much stays by rule; empty where nothing does."""
    if not sharing.withheld:
        return ""
    stays = counted(sharing.withheld, "thing")
    verb = "stays" if sharing.withheld == 1 else "stay"
    why = "private" if sharing.profile.is_clinical else "private, difficult, parked or clinical"
    return f" {stays} {verb} here: {why}."


def _shape(sharing: "Sharing") -> dict[str, Any]:
    return {
        "for": sharing.profile.role,
        "parts": [
            {
                "part": str(handed.part),
                "pieces": [{"n": piece.n, "title": piece.title} for piece in handed.pieces],
            }
            for handed in sharing.handed
        ],
        "withheld": sharing.withheld,
    }
