"""Values, boundaries, patterns, series, people and themes as pages of Markdown.

Each thing stands under its own heading with its comment, the facts that are known of it, and what
was said of it on which day.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from integrate_tui.core.experience import Experience
from integrate_tui.core.insight import KeptLine, LineState
from integrate_tui.core.occasion import Occasion, tally, tally_words
from integrate_tui.core.own_value import OwnValue, gap_words
from integrate_tui.core.person import Person
from integrate_tui.core.series import Series
from integrate_tui.core.text import counted
from integrate_tui.core.theme import Theme
from integrate_tui.core.thing import Brief, Thing
from integrate_tui.core.told import told
from integrate_tui.core.value import value
from integrate_tui.exchange.days import Ties
from integrate_tui.exchange.markdown import (
    block,
    cleaned,
    facts,
    full_day,
    heading,
    labelled,
    marker,
    section,
)


@value()
class Minded:
    """A boundary or a pattern, with the occasions on which it came up."""

    name: str
    thing: Thing[Any] | None
    """None where only occasions of it leave, which name it."""
    occasions: Sequence[Thing[Occasion]] = ()


def known_of(value: Any, leave_out: Sequence[str] = ()) -> tuple[str, str]:
    """Return what is known of a thing: the words on its first line, and labelled blocks.

    Args:
        value: The thing.
        leave_out: The labels of facts that are told in another way.
    """
    said = told(value)
    if said is None:
        return "", ""
    bare = facts(*(words for label, words in said.facts if not label)).rstrip("\n")
    blocks = [
        block(labelled(label.lower(), words))
        for label, words in said.facts
        if label and label not in leave_out
    ]
    return bare, "".join(blocks)


def values_page(values: Sequence[Thing[OwnValue]], ties: Ties) -> str:
    """Return what matters, the five first, as a page of Markdown."""
    parts = [heading(1, "Values"), "\n"]
    for thing in values:
        bare, _ = known_of(thing.value)
        parts.append(
            f"{heading(2, thing.value.name)}{marker(thing.kind, thing.n)}\n"
            f"{facts(bare, gap_words(thing.value), _tags(thing.n, ties))}\n"
            f"{block(thing.value.meaning)}"
        )
    return cleaned("".join(parts))


def boundaries_page(boundaries: Sequence[Minded], patterns: Sequence[Minded], ties: Ties) -> str:
    """Return boundaries and patterns, with how each went on which day, as a page of Markdown."""
    parts = []
    for title, minded in (("Boundaries", boundaries), ("Patterns", patterns)):
        if minded:
            parts.append(f"{heading(1, title)}\n")
            parts += [_minded(each, ties) for each in minded]
    return cleaned("".join(parts))


def series_page(
    series: Sequence[Thing[Series]],
    sessions: Mapping[int, Sequence[Thing[Experience]]],
    ties: Ties,
) -> str:
    """Return series, each with the sessions of it that leave, as a page of Markdown."""
    parts = [heading(1, "Series"), "\n"]
    for thing in series:
        planned = thing.value.planned
        known = counted(planned, "session") + " planned" if planned else ""
        parts.append(
            f"{heading(2, thing.value.name or 'A series')}{marker(thing.kind, thing.n)}\n"
            f"{facts(known, _tags(thing.n, ties))}\n{block(thing.value.notes)}"
        )
        parts.append(section("Sessions", map(_session, sessions.get(thing.n, ())), level=3))
    return cleaned("".join(parts))


def care_page(people: Sequence[Thing[Person]], lines: Sequence[Thing[KeptLine]], ties: Ties) -> str:
    """Return people and the lines to talk about with them as a page of Markdown."""
    parts = [heading(1, "Care"), "\n"]
    for thing in people:
        bare, blocks = known_of(thing.value)
        parts.append(
            f"{heading(2, thing.value.name)}{marker(thing.kind, thing.n)}\n"
            f"{facts(bare, _tags(thing.n, ties))}\n{blocks}{block(thing.value.notes)}"
        )
    parts.append(section("To talk about", [_line(thing) for thing in lines]))
    return cleaned("".join(parts))


def themes_page(
    themes: Sequence[Thing[Theme]], gathered: Mapping[int, Sequence[Brief]], ties: Ties
) -> str:
    """Return themes, each with what it gathers by date, as a page of Markdown."""
    parts = [heading(1, "Themes"), "\n"]
    for thing in themes:
        parts.append(
            f"{heading(2, thing.value.name)}{marker(thing.kind, thing.n)}\n"
            f"{facts(_tags(thing.n, ties))}\n{block(thing.value.about)}"
        )
        parts.append(section("In it", map(_gathered, gathered.get(thing.n, ())), level=3))
    return cleaned("".join(parts))


def _minded(minded: Minded, ties: Ties) -> str:
    thing = minded.thing
    so_far = tally_words(tally(each.value for each in minded.occasions))
    if thing is None:
        head = f"{heading(2, minded.name)}{facts(so_far)}\n"
    else:
        bare, blocks = known_of(thing.value)
        head = (
            f"{heading(2, minded.name)}{marker(thing.kind, thing.n)}\n"
            f"{facts(bare, so_far, _tags(thing.n, ties))}\n{blocks}{block(thing.value.notes)}"
        )
    return head + section("What was said of it", map(_occasion, minded.occasions), level=3)


def _occasion(thing: Thing[Occasion]) -> str:
    said = facts(f"{full_day(thing.moment.day)}: {thing.value.how}", thing.value.note)
    return f"{said.rstrip()} {marker(thing.kind, thing.n)}"


def _session(thing: Thing[Experience]) -> str:
    return f"{full_day(thing.moment.day)}: {thing.value.heading} {marker(thing.kind, thing.n)}"


def _line(thing: Thing[KeptLine]) -> str:
    value = thing.value
    state = "" if value.state is LineState.OPEN else str(value.state)
    said = facts(labelled(value.role, value.line) if value.role else value.line, state)
    return f"{said.rstrip()} {marker(thing.kind, thing.n)}"


def _gathered(brief: Brief) -> str:
    return f"{full_day(brief.moment.day)}: {brief.title} {marker(brief.kind, brief.n)}"


def _tags(n: int, ties: Ties) -> str:
    return labelled("tags", ", ".join(ties.tags.get(n, ())))
