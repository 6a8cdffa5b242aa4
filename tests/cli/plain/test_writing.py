"""Writing with a guide, as questions in lines of text."""

from pathlib import Path

import pytest

from integrate_tui.cli.plain.talk import Talk
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.experience import Experience
from integrate_tui.core.thing import Role
from integrate_tui.errors import BusyError, StoreError
from integrate_tui.workspace import Workspace
from tests.cli.conftest import Answer, Integrate

GUIDE = """\
# Three things
id: three
takes: 5 minutes

An introduction.

? What is here?
  Small is fine.
  name: here
  deeper: What else?

? Safe?
  name: safe
  choose: yes, no
  support if: no

? Why not?
  ask if: safe is no
  answer: line

? What will you do?
  list: 2
  keep as: step
"""


@pytest.fixture
def guide(home: Path) -> None:
    """A short guide with one question of each kind that matters."""
    packs = home / "integrate" / "packs"
    packs.mkdir(parents=True, exist_ok=True)
    (packs / "three.txt").write_text(GUIDE)


def write(integrate: Integrate, *typed: str, guide: str = "three") -> Answer:
    return integrate("--plain", "write", guide, typed=typed)


pytestmark = pytest.mark.usefixtures("guide")


def test_a_guide_is_asked_question_by_question_and_kept(
    integrate: Integrate, journal: Workspace
) -> None:
    answer = write(
        integrate,
        *("Rain on the roof.", "", "A heron.", "."),
        *("yes", "Walk", "", "The roof", "water, morning", "no"),
    )

    assert (answer.code, answer.err) == (0, "Kept as 1.\n")
    assert answer.out.startswith("Three things. 3 or 4 prompts, 5 minutes.\nAn introduction.\n")
    assert "Question 1 of 3. What is here?\nSmall is fine.\n" in answer.out
    assert "  1. yes\n  2. no\nOne of these, by its number or in words" in answer.out
    entry = journal.entries.get(1).value
    assert entry.title == "The roof"
    assert [a.reply.text for a in entry.answers] == ["Rain on the roof.\n\nA heron.", "yes", "Walk"]
    assert journal.tags.of(1) == ("morning", "water")
    assert journal.drafts.all() == []


def test_an_empty_title_takes_the_first_line(integrate: Integrate, journal: Workspace) -> None:
    answer = write(integrate, "Rain.", ".", "", "", "", "")

    assert "Empty takes \u201cRain.\u201d" in answer.out
    assert journal.entries.get(1).value.heading == "Rain."


def test_marked_lines_are_asked_about_one_by_one(integrate: Integrate, journal: Workspace) -> None:
    answer = write(integrate, "", "", "Walk", "Sleep", "", "", "", "no")

    assert "\u201cWalk\u201d as a step? Yes or no; empty is yes." in answer.out
    assert [step.value.title for step in journal.steps.all()] == ["Walk"]
    assert journal.links.targets(journal.steps.all()[0].n, Role.CAME_FROM) == [1]


def test_another_angle_asks_differently_and_keeps_what_is_there(
    integrate: Integrate, journal: Workspace
) -> None:
    answer = write(integrate, "Rain.", ":angle", "Wind.", ".", "", "", "", "")

    assert "Question 1 of 3. What else?" in answer.out
    assert "So far: Rain.\n" in answer.out
    assert journal.entries.get(1).value.answers[0].reply.text == "Rain.\n\nWind."


def test_a_question_without_another_angle_says_so(integrate: Integrate) -> None:
    assert "no other angle" in write(integrate, "", ":angle", ":leave").out


def test_what_is_asked_follows_the_answers(integrate: Integrate) -> None:
    answer = write(integrate, "", "2", "yes", ":leave")

    assert "Question 3 of 4. Why not?" in answer.out


def test_an_answer_that_calls_for_it_brings_up_support_once(integrate: Integrate) -> None:
    answer = write(integrate, "", "no", "yes", ":back", "", "", "", "", "")

    assert answer.out.count("findahelpline.com") == 1


def test_after_support_one_may_leave_it_for_today(integrate: Integrate, journal: Workspace) -> None:
    answer = write(integrate, "", "no", "no")

    assert "This can rest here for today, and stays as a draft. Go on now?" in answer.out
    assert "Why not?" not in answer.out
    assert "Kept as a draft." in answer.err
    assert len(journal.drafts.all()) == 1


def test_support_that_one_asks_for_is_followed_by_no_question(integrate: Integrate) -> None:
    answer = write(integrate, ":support", ":leave")

    assert "findahelpline.com" in answer.out
    assert "rest here for today" not in answer.out


def test_a_dot_or_a_command_may_be_written_as_words(
    integrate: Integrate, journal: Workspace
) -> None:
    write(integrate, "one", "\\.", "\\:leave", ":word", "\\\\ two", ".", "", "", "", "")

    text = journal.entries.get(1).value.answers[0].reply.text
    assert text == "one\n.\n:leave\n\\ two"


def test_leaving_in_the_middle_of_a_text_keeps_it(integrate: Integrate, journal: Workspace) -> None:
    answer = write(integrate, "Rain.", "More rain", ":leave")

    assert "Kept as a draft." in answer.err
    [draft] = journal.drafts.all()
    assert (draft.flow, draft.title) == (Flow.WRITING, "Three things")
    assert "More rain" in draft.data


def test_every_line_is_in_the_draft_as_soon_as_it_is_typed(
    integrate: Integrate, journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    lines = iter(["one", "two", None])

    def hear(_self: Talk) -> str | None:
        seen.append([draft.data for draft in journal.drafts.all()])
        return next(lines)

    monkeypatch.setattr(Talk, "hear", hear)
    write(integrate)

    assert seen[0] == []
    assert "one" in seen[1][0]
    assert "one\\ntwo" in seen[2][0]


def test_what_was_left_is_offered_again_with_or_without_its_name(
    integrate: Integrate, journal: Workspace
) -> None:
    write(integrate, "Rain.", ".", ":leave")
    integrate.clock.advance(days=2)

    offered = integrate("--plain", "write", typed=["yes", ":leave"])
    finished = write(integrate, "yes", "", "", "", "", "")

    assert "You left Three things unfinished 2 days ago. Go on with it?" in offered.out
    assert "Question 2 of 3" in offered.out
    assert finished.err == "Kept as 1.\n"
    assert journal.drafts.all() == []


def test_a_draft_of_another_guide_is_not_offered(integrate: Integrate) -> None:
    write(integrate, "Rain.", ":leave")

    assert "You left" not in write(integrate, ":leave", guide="evening").out


def test_without_a_name_the_guide_that_fits_is_first(integrate: Integrate) -> None:
    answer = integrate("--plain", "write", typed=["1", "bread", ":leave"])

    assert "  1. Evening, 6 or 7 prompts, 4 minutes\n" in answer.out
    assert "Evening. 6 or 7 prompts" in answer.out


def test_choosing_nothing_begins_nothing(integrate: Integrate, journal: Workspace) -> None:
    answer = integrate("--plain", "write", typed=[""])

    assert (answer.code, answer.err) == (0, "")
    assert journal.drafts.all() == []


@pytest.mark.parametrize("lines", range(9))
def test_the_end_of_the_input_anywhere_loses_nothing(
    integrate: Integrate, journal: Workspace, lines: int
) -> None:
    typed = ["Rain.", ".", "yes", "Walk", "", "Title", "tag", "yes"][:lines]

    answer = integrate("--plain", "write", "three", typed=typed)

    kept = [entry.value.words for entry in journal.entries.all()]
    kept += [draft.data for draft in journal.drafts.all()]
    assert answer.code == 0
    assert len(kept) == (lines > 0)
    assert all("Rain." in words for words in kept)


def test_writing_nothing_leaves_nothing_behind(integrate: Integrate, journal: Workspace) -> None:
    answer = write(integrate, "", "", "")

    assert "Nothing came, and nothing is kept." in answer.err
    assert (journal.entries.count(), journal.drafts.all()) == (0, [])


def test_an_exercise_in_the_middle_comes_back_to_the_question(
    integrate: Integrate, journal: Workspace
) -> None:
    answer = write(integrate, "Rain.", ":ground", "look", "5", "3", "Wind.", ".", ":leave")

    assert journal.sittings.count() == 1
    assert "Back to the question." in answer.out
    assert "Rain.\\nWind." in journal.drafts.all()[0].data


def test_ctrl_c_keeps_a_draft(
    integrate: Integrate, journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = iter(["Rain."])

    def hear(_self: Talk) -> str:
        for line in lines:
            return line
        raise KeyboardInterrupt

    monkeypatch.setattr(Talk, "hear", hear)

    answer = write(integrate)

    assert answer.code == 130
    assert "Kept as a draft." in answer.err
    assert "Rain." in journal.drafts.all()[0].data


def test_a_journal_that_is_busy_is_said_and_tried_again(
    integrate: Integrate, journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from integrate_tui.store.drafts import Drafts

    save, faults = Drafts.save, iter([BusyError("Another program is writing.")])

    def busy_once(self: Drafts, draft: Draft) -> bool:
        for fault in faults:
            raise fault
        return save(self, draft)

    monkeypatch.setattr(Drafts, "save", busy_once)

    answer = write(integrate, "Rain.", "Wind.", ":leave")

    assert "Another program is writing. It is tried again with your next line." in answer.out
    assert "Kept as a draft." in answer.err
    assert "Rain.\\nWind." in journal.drafts.all()[0].data


def test_words_that_can_be_kept_nowhere_are_said_to_be_on_the_screen(
    integrate: Integrate, monkeypatch: pytest.MonkeyPatch
) -> None:
    from integrate_tui.store.drafts import Drafts

    def fail(_self: Drafts, _draft: Draft) -> bool:
        raise StoreError("Neither the journal nor a rescue file beside it can be written.")

    monkeypatch.setattr(Drafts, "save", fail)

    answer = write(integrate, "Rain.", "Wind.", ":leave")

    assert answer.out.count("Neither the journal") == 1
    assert "still above, on this screen" in answer.err


def test_a_rescued_draft_is_said_once(
    integrate: Integrate, monkeypatch: pytest.MonkeyPatch
) -> None:
    from integrate_tui.store.drafts import Drafts

    monkeypatch.setattr(Drafts, "save", lambda _self, _draft: False)

    answer = write(integrate, "Rain.", "Wind.", ":leave")

    assert answer.out.count("a rescue file beside it keeps this") == 1


def test_a_fault_while_keeping_leaves_the_draft(
    integrate: Integrate, journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from integrate_tui.store.entries import Entries

    def fail(*_args: object, **_options: object) -> None:
        raise BusyError("Another program is writing.")

    monkeypatch.setattr(Entries, "add", fail)

    answer = write(integrate, "Rain.", ".", "", "", "", "")

    assert answer.code == 4
    assert "stays as a draft" in answer.err
    assert "Rain." in journal.drafts.all()[0].data


def test_lines_turned_into_fragments_are_added_to(integrate: Integrate, journal: Workspace) -> None:
    answer = write(integrate, "one", "two", ":fragments", "three", "", "", "", "", "")

    assert "So far: one, two\nEmpty leaves it so; what you write is added.\n" in answer.out
    assert journal.entries.get(1).value.answers[0].reply.words == ("one", "two", "three")


def test_fragments_that_were_left_are_added_to_another_day(
    integrate: Integrate, journal: Workspace
) -> None:
    write(integrate, ":fragments", "one", "two", ":leave")

    write(integrate, "yes", "three", "", "", "", "", "")

    assert journal.entries.get(1).value.answers[0].reply.words == ("one", "two", "three")


def test_fragments_are_a_page_again(integrate: Integrate, journal: Workspace) -> None:
    write(integrate, "one", ":fragments", "two", ":fragments", "three", ".", "", "", "", "")

    assert journal.entries.get(1).value.answers[0].reply.text == "one\ntwo\n\nthree"


CLOSING = ("Rain.", ".", "yes", "Walk", "Sleep")


@pytest.mark.parametrize(
    "typed", [[":leave"], ["Title", ":leave"], ["Title", "tag", ":leave"], ["", "", "no", ":leave"]]
)
def test_leaving_at_the_end_keeps_a_draft_and_no_half_of_it(
    integrate: Integrate, journal: Workspace, typed: list[str]
) -> None:
    answer = write(integrate, *CLOSING, *typed)

    assert "Kept as a draft." in answer.err
    assert (journal.entries.count(), journal.steps.all()) == (0, [])
    assert len(journal.drafts.all()) == 1


def test_what_was_said_at_the_end_is_there_again(integrate: Integrate, journal: Workspace) -> None:
    write(integrate, *CLOSING, "The roof", "water", "no", ":leave")

    answer = write(integrate, "yes", "", "", "", "")

    assert "So far: The roof\n" in answer.out
    assert "\u201cWalk\u201d as a step?" not in answer.out
    assert journal.entries.get(1).value.title == "The roof"
    assert journal.tags.of(1) == ("water",)
    assert [step.value.title for step in journal.steps.all()] == ["Sleep"]


@pytest.mark.parametrize("typed", [[], ["Title"], ["Title", "tag"], ["Title", "tag", "yes"]])
def test_where_the_input_ends_every_marked_line_is_kept(
    integrate: Integrate, journal: Workspace, typed: list[str]
) -> None:
    write(integrate, *CLOSING, *typed)

    assert [step.value.title for step in journal.steps.all()] == ["Walk", "Sleep"]
    assert journal.drafts.all() == []


def test_leaving_where_a_draft_is_offered_or_questions_are_listed_leaves(
    integrate: Integrate, journal: Workspace
) -> None:
    write(integrate, "Rain.", ":questions", ":leave")

    answer = write(integrate, ":leave")

    assert "Question 1" not in answer.out
    assert len(journal.drafts.all()) == 1


HEAVY = """\
# Heavy
id: heavy
rule: closes with: look around

? What was heavy?
"""


@pytest.fixture
def heavy(home: Path) -> None:
    """A guide that closes with an exercise."""
    packs = home / "integrate" / "packs"
    packs.mkdir(parents=True, exist_ok=True)
    (packs / "heavy.txt").write_text(HEAVY)


@pytest.mark.usefixtures("heavy")
@pytest.mark.parametrize(
    "typed", [["A lot.", ".", "", ""], ["", "yes"], ["", "no"], ["A lot.", ":leave"]]
)
def test_a_way_to_land_is_offered_however_a_guide_ends(
    integrate: Integrate, typed: list[str]
) -> None:
    answer = write(integrate, *typed, guide="heavy")

    assert "Before you go, a way to land?\n  1. Look around" in answer.out


@pytest.mark.usefixtures("heavy")
def test_stopping_while_landing_leaves_no_draft_of_what_is_kept(
    integrate: Integrate, journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = iter(["A lot.", ".", "", ""])

    def hear(_self: Talk) -> str:
        for line in lines:
            return line
        raise KeyboardInterrupt

    monkeypatch.setattr(Talk, "hear", hear)

    answer = write(integrate, guide="heavy")

    assert answer.code == 130
    assert journal.entries.count() == 1
    assert journal.drafts.all() == []


RESTING = """\
# Rests
id: rests
rule: not before day 14

? What is it?
"""


@pytest.mark.parametrize("named", [["rests"], []])
def test_a_guide_that_is_not_for_now_is_not_begun_in_any_way(
    integrate: Integrate, journal: Workspace, home: Path, named: list[str]
) -> None:
    (home / "integrate" / "packs" / "rests.txt").write_text(RESTING)
    integrate("--plain", "write", "rests", typed=["Words", ":leave"])
    journal.experiences.add(Experience("The lake"), journal.moment())

    answer = integrate("--plain", "write", *named, typed=["yes", "more", "."])

    assert "waits until day 14" in answer.out
    assert "Question 1" not in answer.out
    (draft,) = journal.drafts.all()
    assert "Words" in draft.data


def test_the_draft_of_a_guide_that_waits_is_read_out_and_can_be_kept(
    integrate: Integrate, journal: Workspace, home: Path
) -> None:
    (home / "integrate" / "packs" / "rests.txt").write_text(RESTING)
    integrate("--plain", "write", "rests", typed=["Warm hands", ":leave"])
    journal.experiences.add(Experience("The lake"), journal.moment())

    answer = integrate("--plain", "write", "rests", typed=["yes", "no"])

    assert "What is it?\nWarm hands\n" in answer.out
    assert "waits until day 14" in answer.out
    assert [thing.value.words for thing in journal.entries.all()] == ["Warm hands"]
    assert journal.drafts.all() == []


SITTINGS = """\
# Sittings
id: sittings
rule: at most 2 sittings in a row

? About what?
  name: topic
  answer: line

? Write
"""


def test_a_topic_that_rests_is_asked_for_again(
    integrate: Integrate, journal: Workspace, home: Path
) -> None:
    (home / "integrate" / "packs" / "sittings.txt").write_text(SITTINGS)
    for _ in range(2):
        integrate("--plain", "write", "sittings", typed=["the lake", "Words", ".", "", ""])
        integrate.clock.advance(9 * 24 * 3600)

    typed = ["the lake", "The Lake", "home", "Other words", ".", "", ""]
    answer = integrate("--plain", "write", "sittings", typed=typed)

    assert answer.out.count("Another topic") == 2
    assert answer.out.count("Question 1 of 2.") == 3
    latest = journal.entries.newest(1)[0].value
    assert [answer.reply.text for answer in latest.answers] == ["home", "Other words"]


@pytest.mark.parametrize("chosen", ["three", "fourth"])
def test_two_guides_with_one_title_are_told_apart_and_both_can_be_chosen(
    integrate: Integrate, journal: Workspace, home: Path, chosen: str
) -> None:
    other = GUIDE.replace("id: three", "id: fourth")
    (home / "integrate" / "packs" / "fourth.txt").write_text(other)

    integrate("--plain", "write", typed=[f"Three things ({chosen})", "A kettle.", ":leave"])

    (draft,) = journal.drafts.all()
    assert chosen in draft.data
