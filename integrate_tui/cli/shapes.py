"""The JSON of every kind of thing, key by key.

Dates are ISO; times carry the offset they were lived in. Every thing has

    n           the number it is called by
    id          the id it keeps on every device
    kind        "entry", "check-in", "fragment", "insight", …
    at, day     its moment, and the local day it belongs to
    title       what it is called, on one line

and where it is shown by itself also `zone`, `tags`, `links`, `trashed` and what its kind has. Keys
may be added one day; none changes its meaning.
"""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any

from integrate_tui.core.boundary import Boundary
from integrate_tui.core.checkin import Report
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.exercise import Sitting
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalStep
from integrate_tui.core.insight import Insight, KeptLine
from integrate_tui.core.loop import Pattern
from integrate_tui.core.occasion import Occasion
from integrate_tui.core.own_value import OwnValue
from integrate_tui.core.person import Person
from integrate_tui.core.practice import Practice, Tick, TickState
from integrate_tui.core.result import Result
from integrate_tui.core.search import Hit
from integrate_tui.core.series import Series
from integrate_tui.core.theme import Theme
from integrate_tui.core.thing import Brief, Revision, Role, Thing
from integrate_tui.core.worksheet import Worksheet
from integrate_tui.measuring import Offer
from integrate_tui.parking import PARKED
from integrate_tui.workspace import Workspace

Shape = dict[str, Any]


def brief(found: Brief) -> Shape:
    """Return a thing of any kind in a line: `n, kind, at, day, title, detail, stage, starred`."""
    return {
        "n": found.n,
        "kind": str(found.kind),
        "at": found.moment.local.isoformat(),
        "day": found.moment.day.isoformat(),
        "title": found.title,
        "detail": found.detail,
        "stage": str(found.stage) if found.stage else None,
        "starred": found.starred,
    }


def trashed(found: Brief) -> Shape:
    """Return a thing in the trash: as `brief`, with `trashed`, when it was put there."""
    return {**brief(found), "trashed": found.trashed.isoformat() if found.trashed else None}


def hit(found: Hit) -> Shape:
    """Return what a search found: as `brief`, with `snippet`, the words around the first hit."""
    return {**brief(found.brief), "snippet": found.plain_snippet}


def thing(workspace: Workspace, found: Thing[Any]) -> Shape:
    """Return a thing with everything that is known of it.

    `links` is what it hangs on and `linked` what hangs on it, each as `role, n, kind, title`.
    """
    line = workspace.journal.brief(found.n)
    return {
        "n": found.n,
        "id": found.id,
        "kind": str(found.kind),
        "at": found.moment.local.isoformat(),
        "zone": found.moment.zone,
        "day": found.moment.day.isoformat(),
        "title": line.title if line else "",
        **_value(found.value),
        "tags": list(workspace.tags.of(found.n)),
        "stage": str(line.stage) if line and line.stage else None,
        "starred": bool(line and line.starred),
        "links": [
            _link(workspace, role, n)
            for role in Role
            for n in workspace.links.targets(found.n, role)
        ],
        "linked": [
            _link(workspace, role, n)
            for role in Role
            for n in workspace.links.sources(found.n, role)
        ],
        "versions": workspace.journal.versions(found.n),
        "trashed": found.trashed.isoformat() if found.trashed else None,
    }


def marks(workspace: Workspace, n: int) -> Shape:
    """Return what is put on a thing: `n, tags, stage, starred, about`, the last as numbers."""
    stage = workspace.labels.stage_of(n)
    return {
        "n": n,
        "tags": list(workspace.tags.of(n)),
        "stage": str(stage) if stage else None,
        "starred": workspace.labels.is_starred(n),
        "about": workspace.links.targets(n, Role.ABOUT),
    }


def state(found: Revision, version: int, *, is_current: bool) -> Shape:
    """Return a state of a thing: `version, made, title, text, current, intact`."""
    return {
        "version": version,
        "made": found.made.isoformat(),
        "title": found.title,
        "text": found.text,
        "current": is_current,
        "intact": found.intact,
    }


def version(found: Thing[Any], state: Shape) -> Shape:
    """Return a thing as it was in one state: as `state`, with its number and what its kind has."""
    return {"n": found.n, "kind": str(found.kind), **state, **_value(found.value)}


def result(found: Thing[Result], *, everything: bool = False) -> Shape:
    """Return a result for a list; private answers are in it only where everything is wanted."""
    answers = _answers(found.value.answers, found.value.answers) if everything else {}
    return {**_head(found, found.value.title), **_value(found.value), **answers}


def offer(found: Offer) -> Shape:
    """Return a measure as it stands; `state` is `on`, or what stands before it."""
    asked = found.measure
    return {
        "id": asked.id,
        "title": asked.title,
        "about": asked.about,
        "takes": asked.takes,
        "questions": len(asked.questions),
        "repeat_days": asked.repeat_days,
        "state": found.state,
        "last": result(found.last) if found.last else None,
    }


def experience(found: Thing[Experience]) -> Shape:
    """Return an experience for a list."""
    return {**_head(found, found.value.heading), **_value(found.value)}


def series(found: Thing[Series]) -> Shape:
    """Return a series for a list."""
    return {**_head(found, found.value.name), **_value(found.value)}


def insight(found: Thing[Insight]) -> Shape:
    """Return an insight for a list."""
    return {**_head(found, found.value.line), **_value(found.value)}


def listed(found: Thing[Any], title: str) -> Shape:
    """Return a kept line, a person or a theme for a list."""
    return {**_head(found, title), **_value(found.value)}


def goal(found: Thing[Goal]) -> Shape:
    """Return a goal for a list."""
    return {**_head(found, found.value.title), **_value(found.value)}


def step(found: Thing[GoalStep], part_of: int | None) -> Shape:
    """Return a step for a list, with the number of its goal."""
    return {**_head(found, found.value.title), **_value(found.value), "goal": part_of}


def practice(found: Thing[Practice], part_of: int | None, days: Sequence[TickState]) -> Shape:
    """Return a practice for a list: its goal, and its last days, oldest first."""
    return {
        **_head(found, found.value.title),
        **_value(found.value),
        "goal": part_of,
        "last_days": [str(day) for day in days],
    }


def _head(found: Thing[Any], title: str) -> Shape:
    return {
        "n": found.n,
        "kind": str(found.kind),
        "at": found.moment.local.isoformat(),
        "day": found.moment.day.isoformat(),
        "title": title,
    }


def _link(workspace: Workspace, role: Role, n: int) -> Shape:
    found = workspace.journal.brief(n)
    title = PARKED if workspace.threads.parked([n]) else found.title if found else ""
    return {
        "role": str(role),
        "n": n,
        "kind": str(found.kind) if found else None,
        "title": title,
    }


def _value(value: Any) -> Shape:
    """Return what each kind has of its own."""
    match value:
        case Entry():
            return {
                "text": value.text,
                "guide": value.guide or None,
                "guide_title": value.guide_title or None,
                **_answers(value.answers),
            }
        case Report():
            return {
                **_answers(value.answers),
                "note": value.note,
            }
        case Fragment():
            return {
                "text": value.text,
                "sense": value.sense or None,
                "breakthrough": value.breakthrough,
            }
        case Insight():
            return {
                "sort": str(value.sort),
                "standing": str(value.standing),
                "more": value.more,
                "looks": value.looks,
                "looked": _day(value.looked),
                "left_open": value.left_open,
            }
        case KeptLine():
            return {
                "keep_as": value.keep_as,
                "more": value.more,
                "state": str(value.state),
                "until": _day(value.until),
                "role": value.role or None,
            }
        case Experience():
            return {
                "sort": value.sort or None,
                "timed": value.timed,
                "setting": value.setting,
                "people": value.people,
                "intention": value.intention,
                "notes": value.notes,
                "carry": value.carry,
            }
    return _tended(value)


def _tended(value: Any) -> Shape:
    """Return what the kinds have that are looked after from day to day."""
    match value:
        case Goal():
            return _plainly(value, "title")
        case GoalStep():
            return _plainly(value, "title")
        case Practice():
            rests = [{"first": _day(rest.first), "last": _day(rest.last)} for rest in value.rests]
            return {**_plainly(value, "title"), "rests": rests}
        case Tick():
            return _plainly(value)
        case Sitting():
            return {
                "exercise": value.exercise,
                "planned": value.planned,
                "sat": value.sat,
                "breaths": value.breaths,
                "finished": value.finished,
                "before": value.before,
                "after": value.after,
                "note": value.note,
            }
        case Result():
            return _result(value)
        case Series() | OwnValue() | Person() | Theme():
            return _plainly(value, "name")
        case Boundary():
            return _plainly(value, "line")
        case Pattern():
            return _plainly(value, "title")
        case Occasion() | Worksheet():
            return _plainly(value)
    raise TypeError(f"{type(value).__name__} has no shape")


def _plainly(value: Any, but: str = "") -> Shape:
    """Return the fields of a value by their names, but for the one that is its title."""
    return {
        each.name: _cell(getattr(value, each.name)) for each in fields(value) if each.name != but
    }


def _cell(cell: Any) -> Any:
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell) if isinstance(cell, StrEnum) else cell


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _result(value: Result) -> Shape:
    return {
        "measure": value.measure,
        "period": value.period,
        "total": value.total,
        "low": value.low,
        "high": value.high,
        "band": value.band or None,
        "parts": [
            {"name": part.name, "total": part.total, "low": part.low, "high": part.high}
            for part in value.subscores
        ],
        "notice": value.notice,
        **_answers(value.answers, value.open_answers),
        "note": value.note,
    }


def _answers(answers: Sequence[Answered], listed: Sequence[Answered] | None = None) -> Shape:
    """Return the answers that may be listed, and how many are for the person alone."""
    if listed is None:
        listed = [answer for answer in answers if not answer.private]
    return {
        "answers": [_answer(answer) for answer in listed],
        "private_answers": sum(answer.private for answer in answers),
    }


def _answer(answer: Answered) -> Shape:
    """Return an answer: `prompt, name, answer, text`, and `number` or `words` where it has them."""
    return {
        "prompt": answer.prompt,
        "name": answer.name or None,
        "answer": answer.kind,
        "text": answer.reply.text,
        "number": answer.reply.number,
        "words": list(answer.reply.words),
    }
