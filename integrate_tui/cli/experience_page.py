"""One experience told in words: its hours and marks, what was written, and what came of it."""

from integrate_tui import afterwards, sessions
from integrate_tui.cli import output, shapes
from integrate_tui.cli.telling import body, head, tell_thread
from integrate_tui.core import around
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.marks import MarkState, hours_words
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.workspace import Workspace

_WIDTH = 24


def tell(workspace: Workspace, found: Thing[Experience], *, drawn: bool) -> None:
    """Print the page of an experience.

    Args:
        workspace: Whose it is.
        found: The experience.
        drawn: Whether to draw numbers as blocks beside saying them.
    """
    output.show_prose(found.value.heading)
    output.show(head(workspace, found))
    inside = sessions.in_series(workspace, found.n)
    if inside is not None:
        output.show_prose(
            f"{inside.words[:1].upper()}{inside.words[1:]}: {inside.series.value.name}"
        )
        along = sessions.brought_along(workspace, found.n)
        if along:
            output.show_prose(f"Brought along: \u201c{along}\u201d")
    body(workspace, found)
    _numbers(workspace, found, drawn=drawn)
    _marks(workspace, found)
    _fragments(workspace, found)
    _hopes(workspace, found)
    tell_thread(workspace, found.n, ascii=workspace.settings.get("symbols") == "ascii")


def shape(workspace: Workspace, found: Thing[Experience]) -> shapes.Shape:
    """Return the page of an experience: as any thing, with its hours, marks and fragments."""
    inside = sessions.in_series(workspace, found.n)
    return {
        **shapes.thing(workspace, found),
        "session": inside.words if inside else None,
        "series": inside.series.n if inside else None,
        "carried": sessions.brought_along(workspace, found.n),
        "around": [
            {
                "name": line.name,
                "words": around.in_words(line),
                "readings": [
                    {
                        "at": workspace.moment(one.at).local.isoformat(),
                        "hours": round((one.at - line.began).total_seconds() / 3600, 1),
                        "number": one.number,
                        "low": one.low,
                        "high": one.high,
                    }
                    for one in line.readings
                ],
            }
            for line in sessions.readings(workspace, found)
        ],
        "marks": [
            {"guide": mark.guide.id, "after": hours_words(mark.guide), "state": str(mark.state)}
            for mark in sessions.marks(workspace, found)
        ],
        "fragments": [
            {
                "n": one.n,
                "since": around.since(one.moment.at, found, one.moment.day),
                "text": one.value.text,
                "breakthrough": one.value.breakthrough,
            }
            for one in _fragments_of(workspace, found.n)
        ],
        "hoped_for": [shapes.goal(goal) for goal in afterwards.hopes(workspace, found.n)],
    }


def _numbers(workspace: Workspace, found: Thing[Experience], *, drawn: bool) -> None:
    """Print when something lifted and when it faded, drawn too unless lines are read aloud."""
    lines = sessions.readings(workspace, found)
    if not lines:
        return
    is_ascii = workspace.settings.get("symbols") == "ascii"
    output.show()
    output.show("The day before, and the week after")
    for line in lines:
        if drawn:
            before, after = around.sparkline(line, ascii=is_ascii)
            now = "|" if is_ascii else "\u250a"
            output.show(f"{line.label:<{_WIDTH}}{before}{now}{after}")
        output.show_prose(f"{line.label}: {around.in_words(line)}", indent="  " if drawn else "")
    if drawn:
        before, after = around.axis()
        output.show(f"{'':<{_WIDTH}}{before} {after}")


def _marks(workspace: Workspace, found: Thing[Experience]) -> None:
    marks = sessions.marks(workspace, found)
    if not marks:
        return
    output.show()
    output.show("Marks")
    output.show_rows(
        [
            [
                f"  {hours_words(mark.guide)} after",
                "blank" if mark.state is MarkState.LEFT else str(mark.state),
                mark.guide.title,
            ]
            for mark in marks
        ],
        right=(),
    )


def _fragments_of(workspace: Workspace, n: int) -> list[Thing[Fragment]]:
    about = workspace.threads.briefs(workspace.links.sources(n, Role.ABOUT))
    numbers = [one for one, brief in about.items() if brief.kind is ThingKind.FRAGMENT]
    parked = workspace.threads.parked(numbers)
    found = [workspace.fragments.get(one) for one in numbers if one not in parked]
    return sorted(found, key=lambda one: (one.moment.at, one.n))


def _fragments(workspace: Workspace, found: Thing[Experience]) -> None:
    fragments = _fragments_of(workspace, found.n)
    if not fragments:
        return
    output.show()
    output.show("Fragments and notes")
    output.show_rows(
        [
            [
                f"  {around.since(one.moment.at, found, one.moment.day)}",
                str(one.n),
                ("a breakthrough: " if one.value.breakthrough else "")
                + " ".join(one.value.text.split()),
            ]
            for one in fragments
        ],
        right=(1,),
    )


def _hopes(workspace: Workspace, found: Thing[Experience]) -> None:
    """Print what the treatment is hoped to change, and what was written of it after this one."""
    lived = workspace.experiences.all()
    for goal in afterwards.hopes(workspace, found.n):
        spoken = afterwards.spoken_of(workspace, goal, lived).get(found.n, ())
        if not spoken:
            continue
        output.show()
        sign = f" One would see: {goal.value.sign}." if goal.value.sign else ""
        output.show_prose(f"Hoped for: {goal.value.title}.{sign}")
        for entry in spoken:
            when = around.since(entry.moment.at, found, entry.moment.day)
            said = " ".join(entry.value.words.split()) or entry.value.heading
            output.show_prose(f"{when}: {said}", indent="  ")
