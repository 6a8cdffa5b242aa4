"""Commands that change a thing while another window does."""

from dataclasses import replace

import pytest

from integrate_tui.core.experience import Experience
from integrate_tui.core.person import Person, PersonRole
from integrate_tui.workspace import Workspace
from tests.cli.conftest import Integrate
from tests.meanwhile import before_the_next_write


def test_a_person_keeps_what_another_window_said_meanwhile(
    integrate: Integrate, journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    integrate("care", "add", "Ana", "--role", "therapist", "--contact", "010")
    before_the_next_write(
        monkeypatch,
        lambda: journal.people.change(1, Person("Ana", PersonRole.THERAPIST, "020")),
    )

    integrate("care", "change", "1", "--hours", "mornings")

    kept = journal.people.get(1).value
    assert (kept.contact, kept.hours) == ("020", "mornings")


def test_an_experience_keeps_what_another_window_said_meanwhile(
    integrate: Integrate, journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    integrate("experiences", "add", "The lake", "--when", "2026-11-20 14:00")
    there = journal.experiences.get(1)
    moved = journal.moment(there.moment.at.replace(hour=9))
    value = replace(there.value, setting="by the water")
    before_the_next_write(
        monkeypatch, lambda: journal.experiences.change_with_moment(1, value, moved)
    )

    integrate("experiences", "edit", "1", "--people", "Ana")

    kept = journal.experiences.get(1)
    assert kept.value == Experience("The lake", timed=True, setting="by the water", people="Ana")
    assert kept.moment == moved
