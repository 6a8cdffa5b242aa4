"""`integrate list`, `show` and `find`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from integrate_tui.core.boundary import Boundary
from integrate_tui.core.entry import Entry
from integrate_tui.core.insight import KeptLine
from integrate_tui.core.loop import Pattern
from integrate_tui.core.occasion import How, Occasion
from integrate_tui.core.own_value import OwnValue
from integrate_tui.core.person import Person
from integrate_tui.core.series import Series
from integrate_tui.core.theme import Theme
from integrate_tui.core.thing import ThingKind
from integrate_tui.core.worksheet import Worksheet
from integrate_tui.workspace import Workspace
from tests.cli.conftest import Answer, Integrate

_LINE = ["n", "kind", "at", "day", "title", "detail", "stage", "starred"]


@pytest.fixture
def lived(integrate: Integrate) -> Integrate:
    """A few days of a journal, with one of every kind in it."""
    integrate("experiences", "add", "The lake", "--kind", "ketamine", "--when", "2026-11-20")
    integrate("write", "--text", "Mist over the water.\nA heron.", "--tag", "morning")
    integrate("note", "cold hands", "--at", "2026-11-03 21:30")
    integrate("checkin", "mood=6", "--note", "slow")
    integrate("insights", "add", "I can ask")
    integrate("goals", "add", "Sleep", "--why", "mornings")
    integrate("goals", "step", "Call Ana", "--goal", "6", "--due", "tuesday")
    integrate("goals", "practice", "Walk", "--cue", "after coffee", "--goal", "6")
    integrate("--plain", "ground", "five-senses")
    return integrate


def test_the_newest_come_first_with_their_numbers(lived: Integrate) -> None:
    answer = lived("list")

    assert (answer.code, answer.err) == (0, "")
    assert [line.split()[0] for line in answer.lines] == ["9", "4", "2", "3"]
    assert answer.lines[2:] == [
        "2  today      20:00  entry     Mist over the water.",
        "3  Tue 3 Nov  21:30  note      cold hands",
    ]


def test_a_range_a_tag_and_a_limit_narrow_it_down(lived: Integrate) -> None:
    def numbers(*words: str) -> list[str]:
        return [line.split()[0] for line in lived("list", *words).lines]

    assert numbers("--since", "2026-11-03", "--until", "2026-11-03") == ["3"]
    assert numbers("--since", "last week", "--limit", "1") == ["9"]
    assert numbers("--tag", "#Morning") == ["2"]


def test_a_list_as_json_has_stable_keys(lived: Integrate) -> None:
    found = lived("list", "--limit", "2", "--json").json

    assert [list(one) for one in found] == [_LINE] * 2
    assert found[1]["at"] == "2026-11-22T20:00:00+01:00"


def test_an_empty_journal_is_one_kind_sentence_and_no_file(
    integrate: Integrate, home: Path
) -> None:
    answer = integrate("list")

    assert (answer.code, answer.out) == (0, "")
    assert "Nothing is written yet" in answer.err
    assert integrate("list", "--json").json == []
    assert not (home / "integrate").exists()


def test_an_empty_range_is_said(lived: Integrate) -> None:
    answer = lived("list", "--since", "2025-01-01", "--until", "2025-12-31")

    assert (answer.code, answer.out, answer.err) == (0, "", "There is nothing in that range.\n")


@pytest.mark.parametrize("command", ["list", "find"])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--limit", "0"], "--limit is a whole number from 1"),
        (["--limit", "many"], "not 'many'"),
        (["--limit", "-1"], "not '-1'"),
        (["--since", "3/11/2026"], "2026-11-03 or 2026-03-11"),
        (["--until", "soonish"], "no date"),
        (["--since", "2026-11-04", "--until", "2026-11-03"], "is the earlier day"),
        (["--tag", "mornin"], "Did you mean 'morning'"),
        (["--tag", "zzz"], "There is no tag 'zzz'"),
    ],
)
def test_a_wrong_option_gets_a_sentence(
    lived: Integrate, command: str, words: list[str], said: str
) -> None:
    answer = lived(command, *words)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_find_looks_through_everything_that_was_written(lived: Integrate) -> None:
    assert [line.split()[0] for line in lived("find", "heron").lines] == ["2"]
    assert [line.split()[0] for line in lived("find", "ana").lines] == ["7"]
    assert [line.split()[0] for line in lived("find", "slow").lines] == ["4"]


def test_find_shows_the_words_around_what_is_not_in_the_title(lived: Integrate) -> None:
    [line] = lived("find", "her").lines

    assert line.endswith("Mist over the water.: Mist over the water. A heron.")
    assert lived("find", "mist").lines[0].endswith("  Mist over the water.")


def test_find_knows_tags_among_the_words(lived: Integrate) -> None:
    assert [one["n"] for one in lived("find", "#morning", "--json").json] == [2]
    assert lived("find", "#mornin").code == 2


def test_find_as_json_has_the_words_around(lived: Integrate) -> None:
    [found] = lived("find", "heron", "--json").json

    assert found["snippet"] == "Mist over the water. A heron."
    assert list(found) == [*_LINE, "snippet"]


@pytest.fixture
def marked(lived: Integrate) -> Integrate:
    """The same days, with marks put on some of them."""
    lived("mark", "2", "--star", "--stage", "process")
    lived("mark", "3", "--tag", "cold hands", "--about", "lake")
    lived("checkin", "mood=4", "--feeling", "calm")
    lived("--plain", "write", "evening", typed=["the bread", *[""] * 6, "", "Bread", "", "n", "n"])
    return lived


FILTERS = [
    (["--tag", "cold hands"], [3]),
    (["tag:cold hands"], [3]),
    (['tag:"cold hands"'], [3]),
    (["--tag", "morning", "--tag", "cold hands"], []),
    (["--feeling", "calm"], [10]),
    (["feeling:Calm"], [10]),
    (["--guide", "evening"], [11]),
    (["guide:eve"], [11]),
    (["--stage", "process"], [2]),
    (["stage:process"], [2]),
    (["--starred"], [2]),
    (["is:starred"], [2]),
    (["--kind", "note"], [3]),
    (["kind:note", "cold"], [3]),
    (["--since", "2026-11-01", "--until", "2026-11-03"], [3]),
    (["since:2026-11-01", "until:2026-11-03"], [3]),
    (["on:2026-11-03"], [3]),
    (["--starred", "heron"], [2]),
    (["--starred", "cold"], []),
]


@pytest.mark.parametrize("command", ["list", "find"])
@pytest.mark.parametrize(("words", "numbers"), FILTERS, ids=lambda value: str(value))
def test_filters_are_options_and_chips(
    marked: Integrate, command: str, words: list[str], numbers: list[int]
) -> None:
    answer = marked(command, *words, "--json")

    assert (answer.code, answer.err) == (0, "")
    assert [one["n"] for one in answer.json] == numbers


@pytest.mark.parametrize("words", [["--experience", "lake"], ["experience:3"], ["experience:last"]])
def test_an_experience_is_found_with_what_is_about_it(
    integrate: Integrate, words: list[str]
) -> None:
    for line in ("about it", "about nothing"):
        integrate("note", line, "--at", "2026-10-01 12:00")
    integrate("experiences", "add", "The lake", "--when", "2026-11-20")
    integrate("mark", "1", "--about", "lake")

    assert [one["n"] for one in integrate("find", *words, "--json").json] == [3, 1]
    assert [one["n"] for one in integrate("list", *words, "--json").json] == [1]


def test_other_kinds_are_listed_when_they_are_asked_for(lived: Integrate) -> None:
    kinds = ["--kind", "insight", "--kind", "goal"]

    assert [one["n"] for one in lived("list", *kinds, "--json").json] == [6, 5]


@pytest.mark.parametrize("command", ["list", "find"])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--feeling", "calmm"], "never among your feelings"),
        (["--guide", "evning"], "Did you mean 'Evening'?"),
        (["--stage", "aply"], "Did you mean 'apply'?"),
        (["--experience", "9"], "There is no experience '9'"),
        (["--kind", "pages"], "There is no kind 'pages'"),
        (["tag:mornin"], "Did you mean 'morning'?"),
        (["heron", "stage:aply"], "Did you mean 'apply'?"),
        (["since:soonish"], "no date"),
        (["is:blue"], "is:starred"),
        (["tag:"], "nothing after `tag:`"),
        (["#"], "nothing after `tag:`"),
        (["--guide", "evening", "guide:week-one"], "one guide at a time"),
        (["--since", "2026-11-04", "until:2026-11-03"], "is after"),
    ],
)
def test_a_filter_that_names_nothing_is_an_error_and_never_a_wrong_answer(
    lived: Integrate, command: str, words: list[str], said: str
) -> None:
    answer = lived(command, *words)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_a_list_with_filters_that_leave_nothing_says_so(marked: Integrate) -> None:
    assert marked("list", "--starred", "cold").err == "Nothing was found.\n"
    assert marked("list", "--stage", "apply").err == "Nothing was found.\n"


def test_a_star_is_shown_in_a_list(marked: Integrate) -> None:
    assert marked("list", "--starred").lines[0].endswith("entry  * Mist over the water.")


def test_a_parked_line_is_not_found(lived: Integrate, journal: Workspace) -> None:
    journal.lines.add(KeptLine("the xylophone", "container"), journal.moment())

    assert lived("find", "xylophone").err == "Nothing was found.\n"
    assert lived("find", "--kind", "line").err == "Nothing was found.\n"
    assert lived("list", "--kind", "line").err == "Nothing was found.\n"


def test_what_was_written_on_days_like_today_comes_back(lived: Integrate) -> None:
    assert "nothing from days like this one" in lived("on-this-day").err
    lived("note", "a year ago", "--at", "2025-11-22 21:00")
    lived("note", "a month ago", "--at", "2026-10-22 21:00")

    found = lived("on-this-day")
    assert (found.code, found.err) == (0, "")
    assert [line.split("note")[1].strip() for line in found.lines] == ["a month ago", "a year ago"]
    assert list(lived("on-this-day", "--limit", "1", "--json").json[0]) == _LINE


def test_show_tells_the_marks_and_how_often_it_changed(
    marked: Integrate, journal: Workspace
) -> None:
    assert "20:00 \u00b7 #morning \u00b7 process \u00b7 starred\n" in marked("show", "2").out
    assert "The lake  (experience 1, Fri 20 Nov)\n" in marked("show", "3").out
    journal.entries.change(2, Entry(text="Clear."))
    assert " \u00b7 starred \u00b7 2 versions\n" in marked("show", "2").out

    shape = marked("show", "2", "--json").json
    assert (shape["stage"], shape["starred"], shape["versions"]) == ("process", True, 2)


def test_nothing_found_is_no_fault(lived: Integrate) -> None:
    answer = lived("find", "xylophone")

    assert (answer.code, answer.out, answer.err) == (0, "", "Nothing was found.\n")


def test_a_limit_that_was_reached_is_said(lived: Integrate) -> None:
    assert "newest 1" in lived("find", "--since", "2026-01-01", "--limit", "1").err


@pytest.mark.parametrize("words", [[], [""], ["  "]])
def test_find_wants_something_to_look_for(lived: Integrate, words: list[str]) -> None:
    answer = lived("find", *words)

    assert answer.code == 2
    assert "nothing to look for" in answer.err


@pytest.mark.parametrize("words", ['"', "a\x00b", "*", "AND OR NOT", "(", "^", "'; DROP"])
def test_find_takes_any_words_for_words(lived: Integrate, words: str) -> None:
    assert lived("find", words).code == 0


@pytest.mark.parametrize("n", range(1, 10))
def test_show_works_for_every_kind(lived: Integrate, n: int) -> None:
    answer = lived("show", str(n))

    assert (answer.code, answer.err) == (0, "")
    assert answer.lines[1].startswith(f"{n} \u00b7 ")


def test_show_tells_all_of_a_long_note_that_is_one_line(integrate: Integrate) -> None:
    written = " ".join(["kettle"] * 60) + " the last words"
    integrate("note", written)

    assert integrate("show", "1").lines[0] == written


def test_show_tells_an_entry_with_its_text_and_threads(lived: Integrate) -> None:
    said = lived("show", "#2").out

    assert "2 \u00b7 entry \u00b7 Sunday 22 November 2026, 20:00 \u00b7 #morning" in said
    assert "Mist over the water.\nA heron.\n" in said
    assert "The lake  (experience 1, Fri 20 Nov)\n\u2514\u2500 > Mist over the water." in said


def test_show_tells_a_guided_entry_with_its_questions(integrate: Integrate) -> None:
    integrate(
        *("--plain", "write", "evening"),
        typed=["the bread", "", "", "calm, raw", "rain", "tea", "", "", "Bread", "", "n", "n"],
    )

    said = integrate("show", "1").out

    assert said.startswith("Bread\n1 \u00b7 Evening \u00b7 Sunday 22 November 2026, 20:00\n")
    assert "What happened today that you would like to keep?\n  the bread\n" in said
    assert "The strongest feeling today\n  calm, raw\n" in said


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (3, "cold hands"),
        (4, "Mood\n  6 (0 heavy .. 10 light)"),
        (6, "Why: mornings"),
        (7, "For: Tuesday 24 November"),
        (8, "Cue: after coffee"),
        (8, "Its first day."),
        (8, "Sleep  (goal 6, today)\n\u2514\u2500 > "),
        (9, "Sat: 3 minutes"),
    ],
)
def test_show_says_what_each_kind_has(lived: Integrate, n: int, said: str) -> None:
    assert said in lived("show", str(n)).out


_HEAD = ["n", "id", "kind", "at", "zone", "day", "title"]
_TAIL = ["tags", "stage", "starred", "links", "linked", "versions", "trashed"]


@pytest.mark.parametrize(
    ("n", "kind", "keys"),
    [
        (1, "experience", ["sort", "timed", "setting", "people", "intention", "notes", "carry"]),
        (2, "entry", ["text", "guide", "guide_title", "answers", "private_answers"]),
        (3, "fragment", ["text", "sense", "breakthrough"]),
        (4, "check-in", ["answers", "private_answers", "note"]),
        (5, "insight", ["sort", "standing", "more", "looks", "looked", "left_open"]),
        (
            6,
            "goal",
            [
                "why",
                "state",
                "sort",
                "outcome",
                "obstacle",
                "plan",
                "sign",
                "review",
                "confidence",
                "area",
            ],
        ),
        (7, "step", ["state", "due", "done", "minutes", "area"]),
        (
            8,
            "practice",
            ["cue", "state", "why", "schedule", "since", "small", "unit", "rests", "closing"],
        ),
        (
            9,
            "sitting",
            ["exercise", "planned", "sat", "breaths", "finished", "before", "after", "note"],
        ),
    ],
)
def test_the_json_of_each_kind_has_stable_keys(
    lived: Integrate, n: int, kind: str, keys: list[str]
) -> None:
    shape = lived("show", str(n), "--json").json

    assert shape["kind"] == kind
    assert list(shape) == [*_HEAD, *keys, *_TAIL]


def test_json_says_what_hangs_together(lived: Integrate) -> None:
    goal = lived("show", "6", "--json").json

    assert goal["linked"] == [
        {"role": "part of", "n": 7, "kind": "step", "title": "Call Ana"},
        {"role": "part of", "n": 8, "kind": "practice", "title": "Walk"},
    ]


def test_what_lies_in_the_trash_is_shown_with_the_way_out(
    lived: Integrate, journal: Workspace
) -> None:
    journal.trash.put(2, "Delete")

    answer = lived("show", "2")

    assert "Mist over the water." in answer.out
    assert "`integrate trash restore 2`" in answer.err


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("99", "Nothing has the number 99"),
        ("x", "N is a whole number from 1 on, not 'x'"),
        ("0", "not '0'"),
        ("9" * 40, "whole number"),
        ("\u0663", "whole number"),
    ],
)
def test_a_number_of_nothing_gets_a_sentence(lived: Integrate, number: str, said: str) -> None:
    answer = lived("show", number)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_escapes_in_stored_text_never_reach_a_terminal(
    lived: Integrate, journal: Workspace
) -> None:
    hostile = "\x1b]0;owned\x07\x9b31m \u202ereversed"
    with journal.write("Set a trap"):
        db = journal._db
        db.execute("UPDATE revisions SET title = ?, text = ? WHERE n = 2", (hostile, hostile))
    ask: dict[str, Callable[[], Answer]] = {
        "list": lambda: lived("list", terminal=True),
        "show": lambda: lived("show", "2", terminal=True),
        "find": lambda: lived("find", "--since", "2026-01-01", terminal=True),
        "json": lambda: lived("show", "2", "--json", terminal=True),
    }

    for name, command in ask.items():
        said = command().out
        assert "owned" in said, name
        assert not set(said) & set("\x07\x9b\u202e"), name
        assert "\x1b]" not in said, name
    assert "\x1b]0;owned" in lived("list").out


def test_markdown_is_drawn_only_on_a_terminal_that_can(
    lived: Integrate, monkeypatch: pytest.MonkeyPatch
) -> None:
    lived("write", "--text", "# A title\n\nSome *words*\nand a [link](https://x.example)")

    monkeypatch.setenv("TERM", "xterm-256color")
    drawn = lived("show", "10", terminal=True).out
    monkeypatch.setenv("TERM", "dumb")
    plain = lived("show", "10", terminal=True).out

    assert "*words*" not in drawn
    assert "\x1b]8" not in drawn
    assert "Some *words*\nand a" in plain
    assert "\x1b" not in plain
    assert "Some *words*\nand a" in lived("show", "10").out


def test_kinds_are_all_shown(lived: Integrate, journal: Workspace) -> None:
    kinds = {journal.journal.brief(n).kind for n in range(1, 10)}  # type: ignore[union-attr]  # each is there
    with_tests_below = {ThingKind.LINE, ThingKind.TICK, ThingKind.RESULT, *GROWN}

    assert kinds == set(ThingKind) - with_tests_below


GROWN: dict[ThingKind, tuple[Any, str]] = {
    ThingKind.SERIES: (Series("Three evenings", 3), "Planned: 3 sessions"),
    ThingKind.VALUE: (OwnValue("Quiet", important=9, lived=4), "Lived: 4 of 10"),
    ThingKind.BOUNDARY: (Boundary("No calls", need="Sleep."), "What it protects: Sleep."),
    ThingKind.PATTERN: (Pattern("Scrolling", instead="A page."), "Instead: A page."),
    ThingKind.OCCASION: (Occasion(1, How.HELD, "It was easy."), "Held."),
    ThingKind.WORKSHEET: (Worksheet(1, now=8, test="A week."), "A small test: A week."),
    ThingKind.PERSON: (Person("Dr. Sea", contact="by letter"), "Contact: by letter"),
    ThingKind.THEME: (Theme("Water", "All of it."), "All of it."),
}


@pytest.mark.parametrize("kind", GROWN, ids=str)
def test_what_grows_from_an_experience_is_shown(
    lived: Integrate, journal: Workspace, kind: ThingKind
) -> None:
    value, said = GROWN[kind]
    n = journal.shelf(kind).add(value, journal.moment()).n

    assert said in lived("show", str(n)).out
    assert lived("show", str(n), "--json").json["kind"] == kind


def test_lines_and_ticks_can_be_shown_too(lived: Integrate, journal: Workspace) -> None:
    line = journal.lines.add(KeptLine("ask about sleep", "talk list"), journal.moment())
    lived("goals", "tick", "walk")
    [tick] = journal.ticks.all()

    assert f"{line.n} \u00b7 talk list \u00b7" in lived("show", str(line.n)).out
    assert "Done." in lived("show", str(tick.n)).out
    assert lived("show", str(line.n), "--json").json["keep_as"] == "talk list"
    assert lived("show", str(tick.n), "--json").json["practice"] == 8
