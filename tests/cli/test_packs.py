"""`integrate packs`."""

from pathlib import Path

import pytest

from integrate_tui.core.pieces import Kind
from integrate_tui.paths import find
from tests.cli.conftest import Integrate

BROKEN = "# Mine\nkind: guide\n\n? What?\n  scale: ten .. one\n"


@pytest.fixture
def own(home: Path) -> Path:
    """The folder of packs of one's own."""
    folder = home / "integrate" / "packs"
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize("words", [["packs"], ["packs", "list"]])
def test_every_piece_is_listed_with_its_origin(integrate: Integrate, words: list[str]) -> None:
    rows = [line.split() for line in integrate(*words).lines]

    assert ["guide", "week-one", "bundled", "Week", "one"] in rows


def test_the_listing_as_json(integrate: Integrate, own: Path) -> None:
    (own / "mine.txt").write_text(BROKEN)

    listed = integrate("packs", "--json").json

    found = listed["pieces"]
    assert list(listed) == ["pieces", "counts"]
    assert list(found[0]) == ["title", "kind", "id", "file", "origin", "problems"]
    [mine] = [one for one in found if one["id"] == "mine"]
    assert (mine["origin"], mine["file"]) == ("broken", str(own / "mine.txt"))
    assert mine["problems"][0].startswith("mine.txt:5:")


def test_the_listing_counts_what_is_there(integrate: Integrate) -> None:
    listed = integrate("packs", "list", "--json").json

    counts = listed["counts"]
    assert list(counts) == [
        *("guides", "prompts", "exercises", "steps", "measures", "questions"),
        *("feelings", "values", "contacts", "countries", "problems"),
    ]
    assert counts["guides"] == sum(row["kind"] == "guide" for row in listed["pieces"])
    assert counts["problems"] == 0


def test_the_listing_ends_with_its_figures_in_a_sentence(integrate: Integrate) -> None:
    counts = integrate("packs", "--json").json["counts"]

    said = integrate("packs").err

    assert f"{counts['guides']} guides with {counts['prompts']} prompts" in said
    assert f"{counts['values']} values" in said
    assert "problem" not in said


def test_a_broken_piece_is_listed_with_a_word_about_it(integrate: Integrate, own: Path) -> None:
    (own / "mine.txt").write_text(BROKEN)

    answer = integrate("packs")

    assert any("mine" in line and "broken" in line for line in answer.lines)
    assert "`integrate packs check` says where" in answer.err


def test_a_piece_is_shown_as_it_will_be_asked(integrate: Integrate) -> None:
    answer = integrate("packs", "show", "week", "one")

    assert answer.lines[0] == "Week one"
    assert any(line.endswith("Would another pair of eyes help?") for line in answer.lines)
    assert "    Offered at the end to be kept as a practice." in answer.lines


def test_an_exercise_is_shown_as_it_will_run(integrate: Integrate) -> None:
    answer = integrate("packs", "show", "longer-out-breath")

    assert "Breathe, 18 times" in answer.lines
    assert " 0:14  out           6 s  Out, as if cooling tea." in answer.lines


def test_what_a_guide_closes_with_is_named_by_its_title(integrate: Integrate) -> None:
    lines = integrate("packs", "show", "difficult-experience").lines

    assert "It closes with Look around, The container or Steady place." in lines


def test_a_piece_is_shown_as_the_text_it_is_read_from(integrate: Integrate) -> None:
    answer = integrate("packs", "show", "week", "one", "--text")

    assert answer.lines[0] == "# Week one"
    assert "? Would another pair of eyes help?" in answer.lines


def test_a_piece_as_json_has_its_text_and_its_preview(integrate: Integrate) -> None:
    found = integrate("packs", "show", "week-one", "--json").json

    assert found["id"] == "week-one"
    assert found["text"].startswith("# Week one\n")
    assert found["preview"] == integrate("packs", "show", "week-one").lines


@pytest.mark.parametrize("kind", Kind)
def test_a_first_piece_of_each_kind_can_be_shown(
    integrate: Integrate, own: Path, kind: Kind
) -> None:
    integrate("packs", "new", str(kind), "A", "pack", "of", "mine")

    assert integrate("packs", "show", f"{kind}/a-pack-of-mine").lines[0] == "A pack of mine"


def test_on_a_terminal_a_preview_is_broken_under_its_own_words(
    integrate: Integrate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("integrate_tui.cli.output.is_terminal", lambda stream: True)
    monkeypatch.setenv("COLUMNS", "60")

    lines = integrate("packs", "show", "five-senses").lines

    assert max(map(len, lines)) < 60
    at = lines.index(" 0:00  notice       15 s  Eyes open. Say today's date and")
    assert lines[at + 1] == "                          where you are, aloud if you can."


def test_a_wrong_name_gets_a_sentence(integrate: Integrate) -> None:
    answer = integrate("packs", "show", "weak-one")

    assert (answer.code, answer.out) == (2, "")
    assert "week-one" in answer.err


def test_bundled_packs_have_nothing_wrong(integrate: Integrate) -> None:
    answer = integrate("packs", "check")

    assert (answer.code, answer.out) == (0, "")
    assert "nothing is wrong" in answer.err


def test_a_mistake_is_said_with_its_place_and_ends_with_1(
    integrate: Integrate, tmp_path: Path
) -> None:
    file = tmp_path / "mine.txt"
    file.write_text(BROKEN)

    answer = integrate("packs", "check", str(file))

    assert answer.code == 1
    assert answer.lines[0].startswith(f"{file}:5:")
    [problem] = integrate("packs", "check", str(file), "--json").json
    assert (problem["line"], list(problem)) == (5, ["file", "line", "column", "message", "mend"])


def test_a_file_that_is_not_there_is_said(integrate: Integrate, tmp_path: Path) -> None:
    answer = integrate("packs", "check", str(tmp_path / "none.txt"))

    assert (answer.code, answer.out) == (2, "")
    assert "There is no file" in answer.err


def test_a_bundled_file_is_copied_once(integrate: Integrate, home: Path) -> None:
    answer = integrate("packs", "eject", "evening")

    copy = Path(answer.out.strip())
    assert answer.code == 0
    assert copy.read_bytes() == (find().bundled / "guides" / "evening.txt").read_bytes()
    assert integrate("packs", "eject", "evening").code == 1


def test_the_folder_is_said(integrate: Integrate, home: Path) -> None:
    assert integrate("packs", "path").out == f"{home / 'integrate' / 'packs'}\n"


def test_help_shows_how_a_pack_is_written(integrate: Integrate) -> None:
    said = integrate("packs", "help").out

    assert "? What is with you?" in said
    assert "scale: 0 heavy .. 10 light" in said


@pytest.mark.parametrize(
    "kind", ["guide", "check-in", "exercise", "measure", "feelings", "values", "support"]
)
def test_a_new_pack_of_each_kind_is_right_as_it_is(
    integrate: Integrate, own: Path, kind: str
) -> None:
    answer = integrate("packs", "new", kind, "A", "pack", "of", "mine")

    assert answer.lines == [str(own / "a-pack-of-mine.txt")]
    assert integrate("packs", "check", answer.lines[0]).code == 0


def test_a_new_guide_has_its_title_and_can_be_written_with(integrate: Integrate, own: Path) -> None:
    integrate("packs", "new", "guide", "Slow mornings")

    assert "# Slow mornings\n" in (own / "slow-mornings.txt").read_text()
    assert "slow-mornings" in {row["id"] for row in integrate("packs", "--json").json["pieces"]}


def test_a_new_pack_overwrites_nothing(integrate: Integrate, own: Path) -> None:
    integrate("packs", "new", "guide", "Mine")
    (own / "mine.txt").write_text("# Mine\n\n? What?\n")

    answer = integrate("packs", "new", "guide", "Mine")

    assert answer.code == 1
    assert (own / "mine.txt").read_text() == "# Mine\n\n? What?\n"


def test_a_kind_that_is_none_gets_a_near_miss(integrate: Integrate) -> None:
    answer = integrate("packs", "new", "excercise")

    assert (answer.code, answer.out) == (2, "")
    assert "Did you mean 'exercise'?" in answer.err


def test_a_file_from_elsewhere_is_added(integrate: Integrate, own: Path, home: Path) -> None:
    (home / "theirs.txt").write_text(
        "\ufeff# Theirs\r\n\r\n? What \u201cnow\u201d?\r\n\tA hint.\r\n"
    )

    answer = integrate("packs", "add", str(home / "theirs.txt"))

    assert answer.lines == [str(own / "theirs.txt")]
    assert "theirs" in {row["id"] for row in integrate("packs", "--json").json["pieces"]}


def test_a_broken_file_is_not_added(integrate: Integrate, own: Path, home: Path) -> None:
    (home / "theirs.txt").write_text(BROKEN)

    answer = integrate("packs", "add", str(home / "theirs.txt"))

    assert answer.code == 1
    assert "theirs.txt:5" in answer.err
    assert list(own.iterdir()) == []


@pytest.fixture
def editor(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor that writes the broken pack over whatever it opens, and a terminal for it."""
    script = home / "editor"
    script.write_text(f"#!/bin/sh\nprintf '%s' '{BROKEN}' > \"$2\"\n")
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", f"{script} -w")
    monkeypatch.setattr("integrate_tui.cli.editor.is_interactive", lambda: True)
    return script


def test_a_bundled_piece_is_edited_as_a_copy_and_looked_at_afterwards(
    integrate: Integrate, own: Path, editor: Path
) -> None:
    answer = integrate("packs", "edit", "evening")

    assert answer.code == 1
    assert "evening.txt:5" in answer.out
    assert [path.name for path in own.rglob("*.txt")] == ["evening.txt"]


def test_before_a_bundled_piece_is_copied_it_is_said(
    integrate: Integrate, own: Path, editor: Path
) -> None:
    answer = integrate("packs", "edit", "evening")

    assert "\u201cEvening\u201d is bundled. Its file, guides/evening.txt, is copied" in answer.err


@pytest.mark.parametrize(("line", "code"), [("exit 0", 0), ("exit 3", 1)])
def test_a_copy_in_which_nothing_was_changed_is_not_kept(
    integrate: Integrate, own: Path, editor: Path, line: str, code: int
) -> None:
    editor.write_text(f"#!/bin/sh\n{line}\n")

    answer = integrate("packs", "edit", "evening")

    assert answer.code == code
    assert ("no copy was kept" in answer.err) is (code == 0)
    assert list(own.rglob("*.txt")) == []


def test_without_a_terminal_nothing_is_copied(
    integrate: Integrate, own: Path, editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("integrate_tui.cli.editor.is_interactive", lambda: False)

    answer = integrate("packs", "edit", "evening")

    assert (answer.code, list(own.rglob("*.txt"))) == (2, [])


def test_a_piece_that_takes_the_place_of_a_bundled_one_is_announced(
    integrate: Integrate, own: Path, editor: Path
) -> None:
    words = "'Evening' in evening.txt takes the place of the bundled guide.\n"

    begun = integrate("packs", "new", "guide", "Evening")
    checked = integrate("packs", "check")
    editor.write_text("#!/bin/sh\nprintf '# Evening\\n? What?\\n' > \"$2\"\n")
    edited = integrate("packs", "edit", "evening")

    assert (words in begun.err, words in checked.err, words in edited.err) == (True, True, True)
    assert checked.code == 0
    assert "takes the place" not in integrate("packs", "new", "guide", "Mine").err


def test_a_file_that_only_looks_like_a_pack_is_named_by_the_check(
    integrate: Integrate, own: Path
) -> None:
    (own / "mine.md").write_text("# Mine\n\n? What?\n")

    answer = integrate("packs", "check")

    assert answer.code == 0
    assert "mine.md is not read: the name of a text pack ends in .txt.\n" in answer.err


def test_a_file_that_cannot_be_read_is_not_said_to_be_missing(
    integrate: Integrate, own: Path
) -> None:
    (own / "mine.txt").write_text("# Mine\n\n? What?\n", encoding="utf-16")

    answer = integrate("packs", "show", "mine")

    assert "'mine' has a mistake in it and cannot be used." in answer.err


def test_an_editor_that_cannot_be_started_gets_a_sentence(
    integrate: Integrate, own: Path, editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor")

    answer = integrate("packs", "edit", "evening")

    assert answer.code == 2
    assert "'no-such-editor' could not be started" in answer.err


def test_an_editor_that_fails_gets_a_sentence(
    integrate: Integrate, own: Path, editor: Path
) -> None:
    editor.write_text("#!/bin/sh\nexit 3\n")

    answer = integrate("packs", "edit", "evening")

    assert answer.code == 1
    assert "ended with a fault" in answer.err
    assert "evening.txt is as it was" in answer.err


@pytest.mark.parametrize("name", ["mine", "odd.txt"])
def test_a_piece_with_a_mistake_is_opened_to_be_mended(
    integrate: Integrate, own: Path, editor: Path, name: str
) -> None:
    (own / "odd.txt").write_text(BROKEN)
    editor.write_text("#!/bin/sh\nprintf '# Mine\\n? What?\\n' > \"$2\"\n")

    answer = integrate("packs", "edit", name)

    assert answer.code == 0
    assert (own / "odd.txt").read_text() == "# Mine\n? What?\n"


def test_a_new_list_of_contacts_puts_nothing_on_the_support_pages(integrate: Integrate) -> None:
    before = integrate("support").out

    answer = integrate("packs", "new", "support", "My people")

    assert "No contact is in it yet." in answer.err
    assert integrate("support").out == before


def test_the_help_of_new_names_every_kind(integrate: Integrate) -> None:
    said = integrate("packs", "new", "--help").out

    assert all(str(kind) in said for kind in Kind)
