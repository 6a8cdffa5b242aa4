"""Things as plain text."""

from typing import Any

import pytest

from integrate_tui.core.answers import Reply
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalStep
from integrate_tui.core.insight import Insight, KeptLine
from integrate_tui.core.plain import plain_text
from integrate_tui.core.practice import Practice
from tests.builders import a_guided_entry, a_rating, a_report, a_sitting


def test_an_entry_is_its_title_its_words_and_every_prompt_over_its_answer():
    entry = Entry("The lake", "Cold.", answers=(Answered("And then?", Reply("A heron.")),))
    assert plain_text(entry) == "The lake\n\nCold.\n\nAnd then?\nA heron."


def test_feelings_stand_on_one_line():
    assert "calm, tired" in plain_text(a_guided_entry())


def test_a_check_in_is_a_line_for_each_answer_and_its_note():
    assert plain_text(a_report(a_rating(), note="Slept.")) == "How is your mood?  6\n\nSlept."


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fragment("a light"), "a light"),
        (
            Insight("It may rest.", more="Since then."),
            "It may rest.\n\ninsight, not yet\n\nSince then.",
        ),
        (KeptLine("Call Ana.", "step"), "Call Ana.\n\nstep"),
        (Experience("The lake", intention="To look."), "The lake\n\nIntention: To look."),
        (Goal("Sleep", why="To be awake."), "Sleep\n\nactive\nWhy: To be awake."),
        (GoalStep("Lights out"), "Lights out\n\nopen"),
        (Practice("Walk", cue="after coffee"), "Walk\n\nactive\nCue: after coffee"),
        (a_sitting(), ""),
    ],
)
def test_every_kind_says_what_it_has(value: Any, text: str):
    assert plain_text(value) == text
