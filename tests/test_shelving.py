"""Pause cards, the container, the talk list, the agenda and themes."""

from datetime import date

import pytest

from integrate_tui import gathering, shelving
from integrate_tui.agenda import agenda, agenda_text
from integrate_tui.core.coming_up import Way
from integrate_tui.core.entry import Entry
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal
from integrate_tui.core.insight import Insight, KeptLine, LineState
from integrate_tui.core.person import Person, PersonRole, in_care_order, next_words
from integrate_tui.core.shelved import CONTAINER, PAUSE_CARDS, TALK_LIST, is_ready, until_words
from integrate_tui.core.theme import Theme
from integrate_tui.core.thing import Role
from integrate_tui.errors import NotFoundError, UsageError
from integrate_tui.triage import Answer, sort_out
from integrate_tui.workspace import Workspace
from tests.builders import a_moment
from tests.fakes import FakeClock


def card(workspace: Workspace, line: str = "Leave the job", until: date | None = None) -> int:
    """Keep a pause card, and return its number."""
    return shelving.shelve(workspace, KeptLine(line, "pause card", until=until)).n


def talk(workspace: Workspace, line: str, role: str = "") -> int:
    """Keep a line of the talk list, and return its number."""
    return shelving.shelve(workspace, KeptLine(line, "talk list", role=role)).n


def test_a_pause_card_waits_two_weeks_and_says_until_when(workspace: Workspace, clock: FakeClock):
    value = workspace.lines.get(card(workspace)).value
    assert until_words(value, workspace.today) == "until Sunday 6 December"
    assert not is_ready(value, workspace.today)
    assert shelving.ready_count(workspace, PAUSE_CARDS) == 0
    clock.advance(days=14)
    assert until_words(value, workspace.today) == "its day is today"
    assert shelving.ready_count(workspace, PAUSE_CARDS) == 1
    clock.advance(days=30)
    assert until_words(value, workspace.today) == "its day was 4 weeks ago"


def test_a_card_is_decided_waited_for_longer_or_let_go(workspace: Workspace):
    decided, longer, gone = (card(workspace, name) for name in ("a", "b", "c"))
    shelving.decide(workspace, decided, "stay, for now")
    shelving.wait_longer(workspace, longer, date(2027, 1, 1))
    shelving.let_go(workspace, gone)

    assert [line.n for line in shelving.waiting(workspace, PAUSE_CARDS)] == [longer]
    value = workspace.lines.get(decided).value
    assert (value.state, value.more) == (LineState.DONE, "stay, for now")
    assert workspace.lines.get(gone).value.state is LineState.LET_GO
    for _ in range(3):
        workspace.undo()
    assert len(shelving.waiting(workspace, PAUSE_CARDS)) == 3


def test_what_is_ready_stands_first(workspace: Workspace):
    later = card(workspace, until=date(2027, 1, 1))
    ready = card(workspace, until=date(2026, 11, 20))
    assert [line.n for line in shelving.waiting(workspace, PAUSE_CARDS)] == [ready, later]


def test_a_line_is_found_only_in_its_own_place(workspace: Workspace):
    n = card(workspace)
    assert shelving.line_of(workspace, n, PAUSE_CARDS).n == n
    for wrong in (n, 999):
        with pytest.raises(NotFoundError, match="in the container"):
            shelving.line_of(workspace, wrong, CONTAINER)


def test_the_container_asks_once_before_its_day_and_not_after(
    workspace: Workspace, clock: FakeClock
):
    line = KeptLine("The fall", "container", until=date(2026, 12, 6), role="therapist")
    words = shelving.stays_closed_words(line, workspace.today)
    assert words == (
        "It was to stay closed until Sunday 6 December, with your therapist. Open it now?"
    )
    clock.advance(days=14)
    assert shelving.stays_closed_words(line, workspace.today) == ""
    assert shelving.stays_closed_words(KeptLine("a", "container"), workspace.today) == ""


def test_behind_a_title_is_the_piece_it_was_made_of(workspace: Workspace):
    n = workspace.fragments.add(Fragment("I fell and fell"), workspace.moment()).n
    parked = sort_out(workspace, n, Way.CONTAINER, Answer(title="The fall", role="coach"))
    assert parked is not None
    assert shelving.words_behind(workspace, parked) == "I fell and fell"

    told = shelving.talk_about(workspace, parked.n)
    assert told.value == KeptLine("The fall", "talk list", role="coach")
    assert workspace.links.targets(told.n, Role.CAME_FROM) == [parked.n]


def test_only_a_title_is_behind_what_was_parked_by_hand(workspace: Workspace):
    parked = shelving.shelve(workspace, KeptLine("The fall", "container"))
    assert shelving.words_behind(workspace, parked) == "There is only the title."
    assert workspace.undoable == "Park something"


def test_the_talk_list_stands_by_whom_it_is_for(workspace: Workspace):
    friend, whoever, coach = (
        talk(workspace, "c", "friend"),
        talk(workspace, "d"),
        talk(workspace, "b", "coach"),
    )
    said, therapist = talk(workspace, "s", "therapist"), talk(workspace, "a", "therapist")
    shelving.say(workspace, said)
    found = shelving.waiting(workspace, TALK_LIST, open_only=False)
    assert [line.n for line in shelving.in_talk_order(found)] == [
        therapist,
        said,
        coach,
        friend,
        whoever,
    ]
    shelving.say(workspace, said)
    assert workspace.lines.get(said).value.state is LineState.OPEN


def test_an_agenda_is_for_one_person_and_holds_nothing_parked(workspace: Workspace):
    talk(workspace, "The dream of the stairs", "therapist")
    talk(workspace, "For anybody")
    talk(workspace, "A plan", "coach")
    shelving.say(workspace, talk(workspace, "Said before", "therapist"))
    shelving.shelve(workspace, KeptLine("The fall", "container", role="therapist"))
    workspace.people.add(
        Person("Ana", PersonRole.THERAPIST, next=date(2026, 11, 24)), workspace.moment()
    )

    page = agenda_text(workspace, "therapist")
    assert page.splitlines()[0] == "For Ana, my therapist, Tuesday 24 November 2026"
    assert "1. The dream of the stairs\n2. For anybody\n" in page
    for absent in ("A plan", "Said before", "The fall"):
        assert absent not in page
    assert len(agenda(workspace, "therapist").said) == 1


def test_an_agenda_without_lines_is_a_page_too(workspace: Workspace):
    assert "Coming without a list is fine." in agenda_text(workspace, "coach")


def test_whom_one_meets_next_stands_first_on_the_care_page(workspace: Workspace):
    people = [
        workspace.people.add(person, workspace.moment())
        for person in (
            Person("Old", PersonRole.THERAPIST, next=date(2026, 11, 1)),
            Person("Soon", PersonRole.FRIEND, next=date(2026, 11, 24)),
            Person("Clinic", PersonRole.CLINIC),
        )
    ]
    ordered = in_care_order(people, workspace.today)
    assert [one.value.name for one in ordered] == ["Soon", "Old", "Clinic"]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (None, ""),
        (date(1900, 1, 1), "last met 126 years ago"),
        (date(2026, 11, 21), "last met yesterday"),
        (date(2026, 11, 22), "next Sunday 22 November, today"),
        (date(2027, 1, 3), "next Sunday 3 January 2027"),
    ],
)
def test_a_meeting_that_has_been_is_not_the_next(
    workspace: Workspace, day: date | None, words: str
):
    assert next_words(Person("Ana", next=day), workspace.today) == words


def test_a_theme_gathers_things_in_the_order_of_their_days(workspace: Workspace):
    theme = gathering.new_theme(workspace, "Water")
    goal = workspace.goals.add(Goal("Swim"), a_moment(days=1)).n
    entry = workspace.entries.add(Entry(text="the lake"), a_moment(days=9)).n
    insight = workspace.insights.add(Insight("It holds me"), a_moment(days=4)).n
    for n in (goal, entry, insight):
        gathering.gather(workspace, theme.n, n)

    assert [brief.n for brief in gathering.gathered(workspace, theme.n)] == [entry, insight, goal]
    assert gathering.themes_of(workspace, goal) == [theme.n]
    gathering.gather(workspace, theme.n, goal, gathered=False)
    assert gathering.themes_of(workspace, goal) == []
    workspace.trash.put(entry, "Delete")
    assert [brief.n for brief in gathering.gathered(workspace, theme.n)] == [insight]


def test_what_was_parked_is_not_read_in_a_theme(workspace: Workspace):
    theme = gathering.new_theme(workspace, "Water")
    n = workspace.fragments.add(Fragment("I fell"), workspace.moment()).n
    gathering.gather(workspace, theme.n, n)
    sort_out(workspace, n, Way.CONTAINER, Answer(title="The fall"))
    assert gathering.gathered(workspace, theme.n) == []


def test_a_theme_needs_a_name_of_its_own(workspace: Workspace):
    theme = gathering.new_theme(workspace, " Water ")
    for name in ("", "water"):
        with pytest.raises(UsageError):
            gathering.new_theme(workspace, name)
    with pytest.raises(UsageError, match="theme"):
        gathering.gather(workspace, theme.n, theme.n)
    with pytest.raises(NotFoundError):
        gathering.gather(workspace, theme.n, 999)
    assert gathering.find_theme(workspace, "wat").n == theme.n


def test_a_theme_begun_with_a_thing_is_one_undo(workspace: Workspace):
    goal = workspace.goals.add(Goal("Swim"), workspace.moment()).n
    gathering.begin_with(workspace, "Water", "", goal)
    workspace.undo()
    assert workspace.themes.count() == 0
    assert gathering.themes_of(workspace, goal) == []


def test_a_theme_is_not_given_the_name_of_another(workspace: Workspace):
    water = gathering.new_theme(workspace, "Water", "what holds")
    home = gathering.new_theme(workspace, "Home")

    for name in ("water", " "):
        with pytest.raises(UsageError):
            gathering.change_theme(workspace, home.n, name, "")
    assert gathering.find_theme(workspace, "Water").n == water.n

    renamed = gathering.change_theme(workspace, water.n, "WATER", "what holds me")
    assert renamed.value == Theme("WATER", "what holds me")
    assert workspace.undo() == "Change a theme"


def test_of_two_themes_with_one_name_each_can_be_changed(workspace: Workspace):
    one, other = (workspace.themes.add(Theme("Water"), workspace.moment()).n for _ in range(2))

    gathering.change_theme(workspace, one, "Water", "the lake")
    gathering.change_theme(workspace, other, "The sea", "")

    assert gathering.find_theme(workspace, "Water").n == one
