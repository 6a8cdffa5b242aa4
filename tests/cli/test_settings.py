"""`integrate settings` and `integrate paths`."""

from pathlib import Path

import pytest

from integrate_tui.core.settings import SHOWN
from integrate_tui.paths import find
from integrate_tui.workspace import Workspace, open_workspace
from tests.cli.conftest import Integrate


def test_all_settings_are_listed_with_what_they_are_for(integrate: Integrate, home: Path) -> None:
    said = integrate("settings").out

    assert all(f"{known.name} " in said and known.about in said for known in SHOWN)
    assert not (home / "integrate").exists()


def test_one_setting_is_its_bare_value(integrate: Integrate) -> None:
    assert integrate("settings", "day-starts").out == "04:00\n"
    assert integrate("settings", "day_starts", "--json").json == {"day-starts": "04:00"}


def test_a_setting_is_changed_and_said(integrate: Integrate, journal: Workspace) -> None:
    answer = integrate("settings", "day-starts", "5:30")

    assert (answer.code, answer.out, answer.err) == (0, "", "day-starts is 05:30 now.\n")
    assert journal.settings.get("day-starts") == "05:30"


def test_a_country_may_be_several_words_and_in_any_case(
    integrate: Integrate, journal: Workspace
) -> None:
    assert integrate("settings", "country", "another").code == 0
    assert journal.settings.get("country") == "Anywhere"
    assert integrate("settings", "country", "united", "kingdom").code == 0
    assert journal.settings.get("country") == "United Kingdom"
    assert integrate("settings", "country", "").err == "country is not set now.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["thmee"], "Did you mean 'theme'"),
        (["zzz"], "There are day-starts"),
        (["theme", "dwan"], "Did you mean 'dawn'"),
        (["day-starts", "noon"], "no time of day"),
        (["day-starts", "13:00"], "between 00:00 and 11:59"),
        (["country", "Germny"], "Did you mean 'Germany'"),
        (["country", "united"], "more than one country"),
        (["country", "Poland"], "`integrate settings country Anywhere` is for every country"),
    ],
)
def test_anything_wrong_gets_a_sentence_and_changes_nothing(
    integrate: Integrate, home: Path, words: list[str], said: str
) -> None:
    answer = integrate("settings", *words)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert not (home / "integrate").exists()


@pytest.mark.parametrize("name", ["erasing", "taken-out", "backup-tried", "backup-mark", "welcome"])
def test_what_the_program_keeps_in_mind_is_no_setting(
    integrate: Integrate, journal: Workspace, name: str
) -> None:
    before = journal.settings.all()
    for words in ([name], [name, "everything"], [f"{name}s"]):
        answer = integrate("settings", *words)
        assert (answer.code, answer.out) == (2, "")
        assert "There is no setting" in answer.err
        assert "erasing," not in answer.err
    assert name not in integrate("settings", "zzz").err
    assert journal.settings.all() == before


def test_the_health_card_is_seen_by_its_name(integrate: Integrate) -> None:
    assert integrate("settings", "health").code == 0


def test_a_file_is_refused_as_a_second_folder(integrate: Integrate, home: Path) -> None:
    (home / "letter.txt").write_text("Dear you")
    answer = integrate("settings", "backup-folder", str(home / "letter.txt"))
    assert (answer.code, answer.out) == (2, "")
    assert "There is no folder at" in answer.err
    assert not (home / "integrate").exists()


def test_a_second_folder_is_made_when_it_is_named(integrate: Integrate, home: Path) -> None:
    assert integrate("settings", "backup-folder", str(home / "disk")).code == 0
    assert (home / "disk").is_dir()


def test_paths_are_said_without_making_them(integrate: Integrate, home: Path) -> None:
    here = home / "integrate"
    found = integrate("paths", "--json").json

    assert list(found) == ["journal", "packs", "bundled", "rescue", "backups"]
    assert (found["journal"], found["packs"]) == (str(here / "journal.db"), str(here / "packs"))
    assert [line.split()[0] for line in integrate("paths").lines] == list(found)
    assert not here.exists()


def test_a_path_that_is_no_text_is_written_as_it_is(integrate: Integrate) -> None:
    answer = integrate("--db", "caf\udce9.db", "paths", encoding="ascii")

    assert answer.code == 0


def test_listings_can_show_dates_and_kinds_only(integrate: Integrate):
    integrate("note", "zqxj kettle")
    integrate("insights", "add", "zqxj kettle")
    integrate("experiences", "add", "zqxj kettle", "--when", "yesterday")
    integrate("goals", "add", "zqxj kettle")
    integrate("talk", "add", "zqxj kettle")
    integrate("values", "add", "zqxj kettle")
    integrate("boundary", "add", "zqxj kettle")
    integrate("care", "add", "zqxj kettle", "--role", "friend")
    integrate("themes", "add", "zqxj kettle")
    integrate("settings", "lists", "dates")
    listings = (
        ["list"],
        ["find", "kettle"],
        ["insights"],
        ["inbox"],
        ["experiences"],
        ["goals"],
        ["talk"],
        ["values"],
        ["boundary"],
        ["care"],
        ["themes"],
        ["today"],
        ["trash"],
    )
    for words in listings:
        answer = integrate(*words)
        assert answer.code == 0
        assert "zqxj" not in answer.out + answer.err, words
    assert "note" in integrate("list").out
    assert "today" in integrate("list").out


def test_opening_a_thing_shows_it_all_the_same(integrate: Integrate):
    integrate("note", "zqxj kettle")
    integrate("settings", "lists", "dates")
    assert "zqxj kettle" in integrate("show", "1").out
    assert "zqxj kettle" in integrate("list", "--json").out


@pytest.mark.parametrize("is_there", [False, True])
def test_the_home_of_nobody_is_refused_as_a_second_folder(
    integrate: Integrate, home: Path, is_there: bool
) -> None:
    if is_there:
        integrate("note", "The kettle sang.")

    answer = integrate("settings", "backup-folder", "~nobody-at-all/copies")

    assert (answer.code, answer.out) == (2, "")
    assert "There is no home here for ~nobody-at-all." in answer.err
    assert (home / "integrate").exists() == is_there
    assert integrate("settings", "backup-folder").out == "\n"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["today"], 0),
        (["list"], 0),
        (["note", "Cold."], 0),
        (["restore"], 0),
        (["doctor"], 1),
        (["privacy"], 1),
        (["backup"], 3),
        (["settings", "backup-folder", ""], 0),
    ],
)
def test_a_second_folder_in_nobodys_home_stands_in_the_way_of_nothing_else(
    integrate: Integrate, words: list[str], code: int
) -> None:
    integrate("note", "The kettle sang.")
    workspace = open_workspace(find(), integrate.clock)
    workspace.settings.remember("backup-folder", "~nobody-at-all/copies")
    workspace.close()
    integrate.clock.advance(hours=24)

    answer = integrate(*words)

    assert (answer.code, "Something went wrong" in answer.err) == (code, False)
