"""Exercises of every shape, for the tests of the plan and of the runner.

All times are halves of seconds, which floating point holds exactly, so that a plan can be compared
with exact arithmetic.
"""

from hypothesis import strategies as st

from integrate_tui.core.pieces import Verb
from tests.builders import a_round, an_exercise

seconds = st.integers(1, 40).map(lambda halves: halves / 2)
paced = st.none() | seconds
breath_verbs = st.sampled_from([Verb.IN, Verb.SIP, Verb.OUT, Verb.HOLD, Verb.REST])
other_verbs = st.sampled_from([Verb.TENSE, Verb.RELEASE, Verb.NOTICE, Verb.SAY])
repeats = st.none() | st.integers(1, 4)

breathed = st.builds(
    lambda first, rest, repeat: a_round(*first, *rest, repeat=repeat),
    st.tuples(st.tuples(st.sampled_from([Verb.IN, Verb.OUT]), seconds)),
    st.lists(st.tuples(breath_verbs, seconds), max_size=4),
    repeats,
)
stepped = st.builds(
    lambda steps, repeat: a_round(*steps, repeat=repeat),
    st.lists(st.tuples(other_verbs | breath_verbs, paced), min_size=1, max_size=4),
    repeats,
)
exercises = st.builds(
    lambda sections, takes: an_exercise(*sections, takes=takes),
    st.lists(breathed | stepped, min_size=1, max_size=3),
    st.integers(1, 120),
)
"""Any exercise: breaths, steps of the body, steps at one's own pace."""

timed_exercises = st.builds(
    lambda section: an_exercise(section),
    st.builds(
        lambda steps: a_round(*steps),
        st.lists(st.tuples(breath_verbs | other_verbs, seconds), min_size=1, max_size=4),
    ),
)
"""Exercises that repeat until the time is up and never wait."""
