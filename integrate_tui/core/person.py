"""Somebody who helps: a therapist, a coach, a friend, a clinic, with how and when to reach them."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from integrate_tui.core.dates import ago, said_day, short_day
from integrate_tui.core.thing import Thing
from integrate_tui.core.value import value


class PersonRole(StrEnum):
    """What somebody is to one; the talk list has a part for each of the first three."""

    THERAPIST = "therapist"
    COACH = "coach"
    FRIEND = "friend"
    CLINIC = "clinic"
    OTHER = "other"


TALK_ROLES = (PersonRole.THERAPIST, PersonRole.COACH, PersonRole.FRIEND)


@value()
class Person:
    """Somebody on the care page."""

    name: str
    role: PersonRole = PersonRole.OTHER
    contact: str = ""
    """How to reach them, in one's own words."""
    hours: str = ""
    """When they can be reached."""
    next: date | None = None
    """The next time one meets."""
    notes: str = ""


def next_words(person: Person, today: date) -> str:
    """Say when one meets somebody, or when one last did; empty where no day is known."""
    if person.next is None:
        return ""
    if person.next < today:
        return f"last met {ago(person.next, today)}"
    return f"next {said_day(person.next, today)}"


def next_briefly(person: Person, today: date) -> str:
    """Say the same where there is little room: `next Thu 26 Nov`."""
    if person.next is None or person.next < today:
        return next_words(person, today)
    return f"next {short_day(person.next, today)}"


def in_care_order(people: Iterable[Thing[Person]], today: date) -> list[Thing[Person]]:
    """Return people as the care page has them: whom one meets next first, then by their role."""
    roles = list(PersonRole)

    def order(one: Thing[Person]) -> tuple[date, int, int]:
        ahead = one.value.next if one.value.next and one.value.next >= today else date.max
        return ahead, roles.index(one.value.role), one.n

    return sorted(people, key=order)
