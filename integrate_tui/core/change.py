"""Kinds of change that people come back with, and how each is begun gently.

A big move in work or love rests on a pause card first and begins with something that can be taken
back. None of it decides anything for anybody.
"""

from integrate_tui.core.goal import Goal
from integrate_tui.core.value import value

BIG_MOVES = ("work", "love")
"""Areas in which a decision made soon after an experience is offered a shelf first."""


@value()
class Template:
    """How a kind of change is asked about."""

    name: str
    about: str
    area: str
    wish: str
    """What a wish of this kind may sound like."""
    outcome: str
    obstacle: str
    plan: str
    sign: str
    experiment: str
    """A first step that can be taken back."""


CAREER = Template(
    "career",
    "Work, study, what you do with your days",
    "work",
    "work that leaves my evenings to me",
    "I come home with something left",
    "I say yes before I have thought",
    "if I am asked for more, then I say I will answer tomorrow",
    "two evenings a week without the laptop",
    "talk for ten minutes with someone who does it already",
)
RELATIONSHIP = Template(
    "relationship",
    "Somebody close to you",
    "love",
    "to be more honest with the people I love",
    "we talk before it gets tight",
    "I go quiet when I am hurt",
    "if I go quiet, then I say that I need a moment",
    "we eat together twice a week without telephones",
    "say one small true thing, and see how it is",
)
WELLNESS = Template(
    "wellness",
    "Sleep, movement, food, rest",
    "health",
    "to wake up rested",
    "I get up before the alarm is loud",
    "the telephone is the last thing I see",
    "if I brush my teeth, then the telephone goes into the kitchen",
    "lights out before eleven on most days",
    "tonight only: the telephone sleeps in another room",
)
TEMPLATES = (CAREER, RELATIONSHIP, WELLNESS)
PLAIN = Template(
    "",
    "Something else, in your own words",
    "",
    "what you would like to be different",
    "what would be different, and how it would feel",
    "what in you stands in the way",
    "if that happens, then I \u2026",
    "something anybody could see",
    "",
)


def is_big_move(goal: Goal) -> bool:
    """Tell whether a goal is of a kind that is offered a pause card first."""
    return goal.area in BIG_MOVES


def with_name(name: str) -> Template:
    """Return a template by its name; the plain one where there is none by it."""
    return next((each for each in TEMPLATES if each.name == name), PLAIN)
