"""An exercise in lines of text."""

from pathlib import Path

import pytest

from integrate_tui.workspace import Workspace
from tests.cli.conftest import Answer, Integrate

SHORT = """\
# Short
kind: exercise
takes: 20s
about: A short one.
caution: Sit down.

## Arrive
- notice 5s Feet on the floor

## Breathe
repeat: 3
- in 4s In, easy.
- out 1s

## Close
- look own pace Look up.
  answer: line
"""


@pytest.fixture(autouse=True)
def short(home: Path) -> None:
    """An exercise with a breath, a step at one's own pace and a heading."""
    packs = home / "integrate" / "packs"
    packs.mkdir(parents=True)
    (packs / "short.txt").write_text(SHORT)


def sit(integrate: Integrate, *typed: str, name: str = "short") -> Answer:
    return integrate("--plain", "ground", name, typed=typed)


def test_each_phase_is_a_line_and_cues_are_told_twice(integrate: Integrate) -> None:
    lines = sit(integrate, "", "", "").lines

    begin = lines.index("Arrive.")
    assert lines[begin : begin + 13] == [
        "Arrive.",
        "Feet on the floor. 5 seconds.",
        "",
        "Breathe.",
        "In, easy. 4 seconds.",
        "Out. 1 second.",
        "In, easy. 4 seconds.",
        "Out. 1 second.",
        "In. 4 seconds.",
        "Out. 1 second.",
        "",
        "Close.",
        "Look up.",
    ]


def test_time_passes_as_the_exercise_says(integrate: Integrate, journal: Workspace) -> None:
    before = integrate.clock.monotonic()

    answer = sit(integrate, "6", "", "4")

    sitting = journal.sittings.get(1).value
    assert integrate.clock.monotonic() - before == pytest.approx(20, abs=0.1)
    assert (sitting.sat, sitting.breaths, sitting.finished) == (20.0, 3, True)
    assert (sitting.before, sitting.after) == (6, 4)
    assert answer.lines[-1] == "Distress 6 before, 4 after."
    assert answer.err == "Kept as 1, 20 seconds.\n"


def test_both_numbers_may_be_left(integrate: Integrate, journal: Workspace) -> None:
    sit(integrate, "", "", "")

    sitting = journal.sittings.get(1).value
    assert (sitting.before, sitting.after) == (None, None)


def test_a_rise_offers_something_else(integrate: Integrate) -> None:
    assert "Look around or Five senses may suit better now" in sit(integrate, "3", "", "6").out


def test_high_distress_brings_up_support_before_it_begins(integrate: Integrate) -> None:
    before, _, after = sit(integrate, "9", "", "").out.partition("findahelpline.com")

    assert "Distress now?" in before
    assert "Feet on the floor" in after


def test_without_any_input_it_is_told_to_its_end(integrate: Integrate, journal: Workspace) -> None:
    answer = sit(integrate)

    assert answer.code == 0
    assert journal.sittings.get(1).value.finished


def test_leaving_before_it_begins_keeps_nothing(integrate: Integrate, journal: Workspace) -> None:
    answer = sit(integrate, ":leave")

    assert (answer.code, answer.err, journal.sittings.count()) == (0, "", 0)


def test_leaving_at_ones_own_pace_keeps_what_was_sat(
    integrate: Integrate, journal: Workspace
) -> None:
    sit(integrate, "", ":leave")

    sitting = journal.sittings.get(1).value
    assert (sitting.sat, sitting.finished) == (20.0, False)


def test_a_length_may_be_chosen(integrate: Integrate, journal: Workspace) -> None:
    integrate("--plain", "ground", "box", "--minutes", "0.5", typed=[""])

    assert journal.sittings.get(1).value.sat == pytest.approx(36)


def test_without_a_name_one_is_chosen_from_a_list(integrate: Integrate, journal: Workspace) -> None:
    answer = integrate("--plain", "ground", typed=["short", "", "", ""])

    assert "Which one?\n  1. " in answer.out
    assert journal.sittings.get(1).value.title == "Short"


def test_choosing_none_begins_none(integrate: Integrate, journal: Workspace) -> None:
    assert integrate("--plain", "ground", typed=[""]).code == 0
    assert journal.sittings.count() == 0


def test_no_exercise_is_opened_inside_another(integrate: Integrate) -> None:
    answer = sit(integrate, "", ":ground", "", "")

    assert "This is one." in answer.out


def test_a_gated_exercise_asks_first(integrate: Integrate, journal: Workspace, home: Path) -> None:
    gated = SHORT.replace("takes: 20s", "level: gated\navoid with: heart, lungs")
    (home / "integrate" / "packs" / "short.txt").write_text(gated)

    refused = sit(integrate, ":skip", "yes")
    assert "“Short” comes after those questions." in refused.out
    assert "Feet on the floor" not in refused.out
    assert journal.sittings.count() == 0

    sit(integrate, "", "", "", "")
    assert journal.sittings.count() == 1


def test_ctrl_c_keeps_what_was_really_sat(integrate: Integrate, journal: Workspace) -> None:
    def sleep(seconds: float) -> None:
        integrate.clock.advance(seconds)
        if integrate.clock.monotonic() >= 1007:
            raise KeyboardInterrupt

    integrate.sleep = sleep

    answer = sit(integrate)

    assert (answer.code, answer.err) == (130, "Kept as 1, 7 seconds.\n")
    assert journal.sittings.get(1).value.sat == pytest.approx(7, abs=0.1)


def test_a_machine_that_slept_is_no_time_sat(integrate: Integrate, journal: Workspace) -> None:
    naps = iter([600.0])
    integrate.sleep = lambda seconds: integrate.clock.advance(seconds + next(naps, 0))

    assert sit(integrate).code == 0
    assert journal.sittings.get(1).value.sat == pytest.approx(20, abs=1.5)


ASKING = """\
# Asking
kind: exercise

- look 20s Three sounds.
  list: 2
- name 10s One word.
  answer: line
"""


@pytest.fixture
def asking(home: Path) -> str:
    """An exercise whose steps ask for something."""
    (home / "integrate" / "packs" / "asking.txt").write_text(ASKING)
    return "asking"


def test_what_is_typed_at_a_step_is_kept_and_the_step_is_as_long(
    integrate: Integrate, journal: Workspace, asking: str
) -> None:
    sit(integrate, "6", "rain", "a clock", "quiet", "yes", "4", name=asking)

    sitting = journal.sittings.get(1).value
    assert sitting.note == "Three sounds.\nrain\na clock\n\nOne word.\nquiet"
    assert (sitting.sat, sitting.finished, sitting.after) == (30.0, True, 4)


def test_what_was_typed_may_be_let_go(
    integrate: Integrate, journal: Workspace, asking: str
) -> None:
    answer = sit(integrate, "6", "rain", "", "quiet", "no", "4", name=asking)

    assert "Keep what you said with it? Yes or no; empty is yes." in answer.out
    assert journal.sittings.get(1).value.note == ""


def test_a_step_that_asks_is_told_once_and_may_be_skipped_or_left(
    integrate: Integrate, journal: Workspace, asking: str
) -> None:
    skipped = sit(integrate, "6", ":skip", "", "", name=asking)
    sit(integrate, "6", "rain", "", ":leave", name=asking)

    assert skipped.out.count("Three sounds.") == 1
    assert journal.sittings.get(1).value.sat == 10.0
    left = journal.sittings.get(2).value
    assert (left.sat, left.finished, left.note) == (20.0, False, "Three sounds.\nrain")


def test_without_any_input_what_asks_is_told_to_its_end(
    integrate: Integrate, journal: Workspace, asking: str
) -> None:
    assert sit(integrate, name=asking).code == 0
    assert journal.sittings.get(1).value.sat == 30.0


def test_the_pace_is_that_of_the_last_time(integrate: Integrate, journal: Workspace) -> None:
    journal.settings.set("paces", "short 1.5")

    lines = sit(integrate, "", "", "").lines

    assert "Feet on the floor. 7.5 seconds." in lines
    assert journal.sittings.get(1).value.sat == 30.0


def test_a_free_sit_ends_with_its_minutes_or_with_enter(
    integrate: Integrate, journal: Workspace
) -> None:
    timed = integrate("--plain", "ground", "--free", "--minutes", "2", typed=[""])
    assert "Sit as you like. 2 minutes." in timed.lines
    open_ended = integrate("--plain", "ground", "--free", typed=["", ""])
    assert "Enter ends it. Twenty minutes is long." in open_ended.out

    (kept,) = (thing.value for thing in journal.sittings.all())  # no time passed in the other
    assert (kept.exercise, kept.sat, kept.finished) == ("free-sit", 120.0, True)


@pytest.mark.parametrize(("name", "kept"), [("Short (short)", "short"), ("Short (other)", "other")])
def test_two_with_one_title_are_told_apart_and_both_can_be_chosen(
    integrate: Integrate, journal: Workspace, home: Path, name: str, kept: str
) -> None:
    other = SHORT.replace("kind: exercise", "id: other\nkind: exercise")
    (home / "integrate" / "packs" / "other.txt").write_text(other)

    answer = integrate("--plain", "ground", typed=[name, "", "", ""])

    assert answer.out.count(". Short (") == 2
    assert journal.sittings.get(1).value.exercise == kept


def test_one_that_is_called_like_somebody_to_talk_to_is_no_person(
    integrate: Integrate, journal: Workspace, home: Path
) -> None:
    other = SHORT.replace("# Short", "# Someone to talk to")
    (home / "integrate" / "packs" / "other.txt").write_text(other)

    integrate("--plain", "ground", "--distress", "9", typed=["Someone to talk to (", "", "", ""])

    assert journal.sittings.get(1).value.exercise == "someone-to-talk-to"
