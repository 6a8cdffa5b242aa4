"""One's own pieces in front of the bundled ones, looked up by name, read again when they change."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from integrate_tui.core.answers import ChooseAny, Lines
from integrate_tui.core.pieces import CheckIn, Exercise, Guide, Kind
from integrate_tui.errors import NotFoundError, PackError
from integrate_tui.packs import files
from integrate_tui.packs.catalog import Catalogue
from integrate_tui.packs.files import PackFile
from integrate_tui.packs.pack import Pack
from integrate_tui.packs.rows import Origin
from integrate_tui.packs.writer import write_piece
from tests.bench.life import PROMPTS
from tests.packs.samples import CHECK_IN, EXERCISE, FEELINGS, GUIDE, MEASURE, SUPPORT, VALUES

BUNDLED = {
    "guides/first-days.txt": GUIDE.replace("rule: closes with: look around\n", ""),
    "guides/page.txt": "# A free page\n? Write\n",
    "check-in/daily.txt": CHECK_IN,
    "exercises/out-breath.txt": EXERCISE,
    "exercises/box.txt": "# Box breathing\nid: box\nkind: exercise\n- in 4s\n- hold 4s\n",
    "measures/pulse.txt": MEASURE,
    "words/feelings.txt": FEELINGS,
    "words/values.txt": VALUES,
    "support/helplines.txt": SUPPORT,
}
OWN_GUIDE = "# My first days\nid: first-days\n? Mine\n"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    folder = tmp_path / "bundled"
    for name, text in BUNDLED.items():
        write(folder, name, text)
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own"


@pytest.fixture
def catalogue(bundled: Path, own: Path) -> Catalogue:
    return Catalogue(bundled, own)


def origins(catalogue: Catalogue) -> dict[str, Origin]:
    """Where each listed piece comes from, by file and id."""
    return {f"{row.file} {row.id}": row.origin for row in catalogue.listing()}


def test_the_pieces_of_each_kind_are_found(catalogue: Catalogue) -> None:
    assert [guide.title for guide in catalogue.guides()] == ["First days", "A free page"]
    assert [check_in.id for check_in in catalogue.check_ins()] == ["daily-check-in"]
    assert {exercise.id for exercise in catalogue.exercises()} == {"longer-out-breath", "box"}
    assert [measure.id for measure in catalogue.measures()] == ["pulse"]
    assert [family.title for family in catalogue.feelings().families] == ["Settled", "Far off"]
    assert catalogue.values().words == ("love", "friendship", "family", "freedom", "truth")
    assert [country.title for country in catalogue.support()] == ["Germany", "Anywhere"]


def test_a_catalogue_needs_no_folder_of_ones_own(bundled: Path) -> None:
    assert len(Catalogue(bundled, None).guides()) == 2


def test_the_listing_is_sorted_by_kind_and_title(catalogue: Catalogue) -> None:
    assert [(row.kind, row.title) for row in catalogue.listing()][:4] == [
        (Kind.GUIDE, "A free page"),
        (Kind.GUIDE, "First days"),
        (Kind.CHECK_IN, "Daily check-in"),
        (Kind.EXERCISE, "Box breathing"),
    ]


def test_a_missing_bundled_folder_is_a_problem_and_no_error(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "none", None)
    assert catalogue.guides() == ()
    assert "this folder cannot be read" in str(catalogue.problems()[0])


def test_ones_own_piece_takes_the_place_of_the_bundled_one(catalogue: Catalogue, own: Path) -> None:
    write(own, "mine.txt", OWN_GUIDE)
    assert [guide.title for guide in catalogue.guides()] == ["A free page", "My first days"]
    assert origins(catalogue)["mine.txt first-days"] is Origin.IN_PLACE
    assert origins(catalogue)["guides/first-days.txt first-days"] is Origin.REPLACED


def test_the_same_id_in_another_kind_takes_nobodys_place(catalogue: Catalogue, own: Path) -> None:
    write(own, "mine.txt", "# First days\nkind: exercise\n- in 4s\n")
    assert catalogue.get(Guide, "first-days").title == "First days"
    assert catalogue.get(Exercise, "first-days").title == "First days"


def test_a_piece_with_an_id_of_its_own_stands_beside_the_bundled_ones(
    catalogue: Catalogue, own: Path
) -> None:
    write(own, "mine.txt", "# Mine\n? a\n")
    assert len(catalogue.guides()) == 3
    assert origins(catalogue)["mine.txt mine"] is Origin.OWN


def test_a_broken_piece_of_ones_own_gives_way_to_the_bundled_one_and_that_is_said(
    catalogue: Catalogue, own: Path
) -> None:
    write(own, "mine.txt", OWN_GUIDE + "  scale: high\n")
    assert catalogue.refresh() == (
        "Your own 'My first days' has a mistake in it. The bundled one is used until it is mended. "
        "`integrate packs check` says where.",
    )
    assert catalogue.get(Guide, "first-days").title == "First days"
    (row,) = [row for row in catalogue.listing() if row.own]
    assert (row.origin, row.note) == (
        Origin.BROKEN,
        "The bundled one is used until it is mended.",
    )
    assert [problem.line for problem in row.problems] == [4]


def test_a_broken_piece_is_told_of_even_if_something_was_looked_up_first(
    catalogue: Catalogue, own: Path
) -> None:
    write(own, "mine.txt", OWN_GUIDE + "  scale: high\n")
    assert catalogue.guides()
    assert len(catalogue.refresh()) == 1
    assert catalogue.refresh() == ()


def test_a_good_piece_beside_a_broken_one_of_the_same_file_is_used(
    catalogue: Catalogue, own: Path
) -> None:
    write(own, "mine.txt", f"# Broken\n?\n\n{OWN_GUIDE}")
    assert catalogue.get(Guide, "first-days").title == "My first days"
    assert origins(catalogue)["mine.txt broken"] is Origin.BROKEN


def test_a_piece_that_is_gone_gives_way_to_the_bundled_one_and_that_is_said(
    catalogue: Catalogue, own: Path
) -> None:
    path = write(own, "mine.txt", OWN_GUIDE)
    assert catalogue.refresh() == ()
    path.unlink()
    assert catalogue.refresh() == (
        "Your own 'My first days' is not there any more, and the bundled one is used again.",
    )
    assert catalogue.get(Guide, "first-days").title == "First days"


def test_the_second_file_with_an_id_is_told_and_left_out(catalogue: Catalogue, own: Path) -> None:
    write(own, "a.txt", "# Mine\n? a\n")
    write(own, "b.txt", "# Mine\n? b\n")
    assert catalogue.get(Guide, "mine").prompts[0].text == "a"
    assert [str(problem) for problem in catalogue.problems()] == [
        "b.txt:1:1: another guide has the id 'mine', in a.txt \u2014 "
        "give one of them another title, or an 'id:' of its own"
    ]


def test_an_edit_shows_without_a_restart(catalogue: Catalogue, own: Path) -> None:
    path = write(own, "mine.txt", "# Mine\n? before\n")
    assert catalogue.get(Guide, "mine").prompts[0].text == "before"
    path.write_text("# Mine\n? after it\n")
    catalogue.refresh()
    assert catalogue.get(Guide, "mine").prompts[0].text == "after it"


def test_a_new_file_and_a_new_folder_show_without_a_restart(
    catalogue: Catalogue, own: Path
) -> None:
    assert len(catalogue.guides()) == 2
    write(own, "deep/mine.txt", "# Mine\n? a\n")
    catalogue.refresh()
    assert len(catalogue.guides()) == 3


def test_only_files_that_have_changed_are_read_again(
    catalogue: Catalogue, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(own, "a.txt", "# Mine\n? a\n")
    path = write(own, "b.txt", "# Other\n? b\n")
    catalogue.listing()
    read: list[str] = []
    read_text = files.read_text

    def noted(path: Path, name: str) -> str | Pack:
        read.append(name)
        return read_text(path, name)

    monkeypatch.setattr(files, "read_text", noted)
    catalogue.refresh()
    assert read == []
    path.write_text("# Other\n? changed\n")
    catalogue.refresh()
    assert read == ["b.txt"]


def test_a_change_that_keeps_size_and_time_is_seen_by_the_inode(
    catalogue: Catalogue, own: Path
) -> None:
    path = write(own, "mine.txt", "# Mine\n? one\n")
    assert catalogue.get(Guide, "mine").prompts[0].text == "one"
    times = path.stat()
    other = write(own, "mine.new", "# Mine\n? two\n")
    os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
    other.replace(path)
    catalogue.refresh()
    assert catalogue.get(Guide, "mine").prompts[0].text == "two"


def test_looking_for_one_kind_leaves_bundled_files_of_other_kinds_for_later(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []
    parse = PackFile.parse

    def noted(self: PackFile) -> Pack:
        parsed.append(self.entry.name)
        return parse(self)

    monkeypatch.setattr(PackFile, "parse", noted)
    catalogue.check_ins()
    assert "check-in/daily.txt" in parsed
    assert not {"measures/pulse.txt", "exercises/box.txt", "words/feelings.txt"} & set(parsed)


def test_a_piece_by_its_id_leaves_the_other_bundled_files_for_later(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []
    parse = PackFile.parse

    def noted(self: PackFile) -> Pack:
        parsed.append(self.entry.name)
        return parse(self)

    monkeypatch.setattr(PackFile, "parse", noted)
    assert catalogue.by_id(Exercise, "box") is not None
    assert set(parsed) == {"exercises/box.txt"}


def test_leads_say_of_each_guide_all_but_its_prompts_without_parsing_it(bundled: Path) -> None:
    leads = Catalogue(bundled, None).leads()
    whole = Catalogue(bundled, None).guides()
    assert [replace(lead, sections=()) for lead in leads] == [
        replace(guide, sections=()) for guide in whole
    ]
    assert leads != whole


def test_the_shipped_guides_have_the_leads_of_the_whole_ones() -> None:
    leads, whole = Catalogue(PROMPTS, None).leads(), Catalogue(PROMPTS, None).guides()
    assert [replace(lead, sections=()) for lead in leads] == [
        replace(guide, sections=()) for guide in whole
    ]


def test_leads_are_whole_guides_with_one_of_ones_own_among_them(
    catalogue: Catalogue, own: Path
) -> None:
    write(own, "mine.txt", OWN_GUIDE)
    assert catalogue.leads() == catalogue.guides()


def test_leads_are_whole_guides_where_one_file_has_two(catalogue: Catalogue, bundled: Path) -> None:
    write(bundled, "guides/two.txt", "# One\n? A\n\n# Two\n? B\n")
    assert {"one", "two"} <= {lead.id for lead in catalogue.leads()}
    assert catalogue.leads() == catalogue.guides()


def test_a_piece_of_ones_own_comes_before_the_bundled_one_with_its_id(
    catalogue: Catalogue, own: Path
) -> None:
    write(own, "mine.txt", "# Mine\nid: box\nkind: exercise\n- in 5s\n")
    found = catalogue.by_id(Exercise, "box")
    assert found is not None
    assert found.title == "Mine"


def test_a_piece_in_a_file_of_another_name_is_found_by_its_id(catalogue: Catalogue) -> None:
    found = catalogue.by_id(Exercise, "longer-out-breath")
    assert found is not None
    assert catalogue.by_id(Exercise, "nothing") is None


def test_what_was_left_for_later_is_there_when_it_is_asked_for(catalogue: Catalogue) -> None:
    assert len(catalogue.check_ins()) == 1
    assert len(catalogue.exercises()) == 2
    assert len(catalogue.listing()) == len(BUNDLED)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("first-days", "guide/first-days"),
        ("First Days", "guide/first-days"),
        ("  FIRST  ".strip(), "guide/first-days"),
        ("box", "exercise/box"),
        ("Box b", "exercise/box"),
        ("exercise/box", "exercise/box"),
        ("long", "exercise/longer-out-breath"),
        ("a free", "guide/a-free-page"),
        ("check-in/daily", "check-in/daily-check-in"),
    ],
)
def test_a_piece_goes_by_its_id_its_title_or_their_beginning(
    catalogue: Catalogue, name: str, found: str
) -> None:
    assert catalogue.find(name).full_name == found


def test_an_exact_name_goes_before_one_that_begins_with_it(catalogue: Catalogue, own: Path) -> None:
    write(own, "mine.txt", "# Box\nid: other\nkind: exercise\n- in 4s\n")
    assert catalogue.find("box").id == "box"


def test_a_beginning_that_several_pieces_share_is_told(catalogue: Catalogue, own: Path) -> None:
    write(own, "mine.txt", "# First thing\n? a\n")
    with pytest.raises(NotFoundError) as caught:
        catalogue.find("first")
    assert str(caught.value) == (
        "'first' may be one of several: guide/first-days, guide/first-thing. "
        "Name one of them in full."
    )


def test_a_name_nothing_goes_by_is_told_the_nearest(catalogue: Catalogue) -> None:
    with pytest.raises(NotFoundError) as caught:
        catalogue.get(Guide, "frist days")
    assert str(caught.value) == (
        "Nothing in the packs goes by 'frist days'. Did you mean 'first days'?"
    )


@pytest.mark.parametrize("name", ["", "zzzzzz", "/", "guide/"])
def test_a_name_nothing_comes_near_is_told_where_to_look(catalogue: Catalogue, name: str) -> None:
    with pytest.raises(NotFoundError, match="`integrate packs` lists what there is"):
        catalogue.find(name)


def test_a_broken_piece_that_is_asked_for_is_told_from_one_that_is_not_there(
    catalogue: Catalogue, own: Path
) -> None:
    write(own, "mine.txt", "# Mine\n?\n")
    with pytest.raises(NotFoundError, match="'mine' has a mistake in it and cannot be used"):
        catalogue.find("mine")


def test_a_check_in_is_not_found_among_the_guides(catalogue: Catalogue) -> None:
    assert catalogue.get(CheckIn, "daily").id == "daily-check-in"
    with pytest.raises(NotFoundError):
        catalogue.get(Guide, "daily")


def test_history_finds_a_piece_by_its_id_alone(catalogue: Catalogue) -> None:
    found = catalogue.by_id(Guide, "first-days")
    assert found is not None
    assert found.title == "First days"
    assert catalogue.by_id(Guide, "first") is None


def test_what_is_wrong_with_a_file_is_listed_with_its_name(catalogue: Catalogue, own: Path) -> None:
    own.mkdir()
    (own / "latin.txt").write_bytes(b"# caf\xe9")
    os.mkfifo(own / "pipe.txt")
    broken = [row for row in catalogue.listing() if row.origin is Origin.BROKEN]
    assert [(row.title, row.kind, len(row.problems)) for row in broken] == [
        ("latin.txt", None, 1),
        ("pipe.txt", None, 1),
    ]
    assert [row.full_name for row in broken] == ["latin.txt", "pipe.txt"]


def test_a_piece_that_closes_with_an_exercise_there_is_not_is_told(
    catalogue: Catalogue, own: Path
) -> None:
    write(own, "a.txt", "# Mine\nrule: closes with: box\nrule: closes with: boks\n? a\n")
    assert [str(problem) for problem in catalogue.problems()] == [
        "a.txt:1:1: this closes with 'boks', and no exercise has this id \u2014 "
        "`integrate packs` lists the exercises"
    ]
    assert catalogue.find("guide/mine").in_use


def test_own_words_and_contacts_stand_beside_the_bundled_ones(
    catalogue: Catalogue, own: Path
) -> None:
    write(own, "a.txt", "# My words\nkind: feelings\n## settled\ncalm, mild\n## New\nodd\n")
    write(own, "b.txt", "# My lines\nkind: support\n## Germany\n- Anna: 1\n## Italy\n- B: 2\n")
    families = {family.title: family.words for family in catalogue.feelings().families}
    assert families["Settled"] == ("calm", "at ease", "peaceful", "mild")
    assert families["New"] == ("odd",)
    names = {c.title: [contact.name for contact in c.contacts] for c in catalogue.support()}
    assert names["Germany"] == ["TelefonSeelsorge", "Anna"]
    assert names["Italy"] == ["B"]


def test_a_guide_that_asks_for_values_has_those_of_every_pack(
    catalogue: Catalogue, own: Path
) -> None:
    write(own, "a.txt", "# Mine\n? Which?\n  choose any: values\n")
    write(own, "b.txt", "# My values\nkind: values\n## near\nlove, bread\n")
    words = ("love", "friendship", "family", "bread", "freedom", "truth")
    assert catalogue.values().words == words
    (prompt,) = catalogue.get(Guide, "mine").prompts
    assert prompt.answer == ChooseAny(words)
    assert [guide.prompts[0].answer for guide in catalogue.guides() if guide.id == "mine"] == [
        ChooseAny(words)
    ]


def test_the_text_of_such_a_guide_stays_as_it_is(catalogue: Catalogue, own: Path) -> None:
    write(own, "a.txt", "# Mine\n? Which?\n  choose any: values\n")
    piece = catalogue.find("mine").piece
    assert isinstance(piece, Guide)
    assert "choose any: values" in write_piece(piece)


def test_where_there_are_no_values_they_are_written(bundled: Path, own: Path) -> None:
    (bundled / "words" / "values.txt").unlink()
    write(own, "a.txt", "# Mine\n? Which?\n  choose any: Values\n")
    (prompt,) = Catalogue(bundled, own).get(Guide, "mine").prompts
    assert isinstance(prompt.answer, Lines)


def test_ejecting_copies_the_file_byte_for_byte(
    catalogue: Catalogue, bundled: Path, own: Path
) -> None:
    source = bundled / "guides" / "first-days.txt"
    source.write_bytes(b"\xef\xbb\xbf// a comment\r\n" + source.read_bytes())
    target = catalogue.eject("guide/first-days")
    assert target == own / "guides" / "first-days.txt"
    assert target.read_bytes() == source.read_bytes()
    assert target.stat().st_mode & 0o777 == 0o600
    assert own.stat().st_mode & 0o777 == 0o700


def test_what_was_ejected_takes_the_place_of_the_bundled_one(catalogue: Catalogue) -> None:
    catalogue.eject("first days")
    assert catalogue.refresh() == ()
    assert catalogue.find("first days").origin is Origin.IN_PLACE


def test_ejecting_twice_is_refused_and_changes_nothing(catalogue: Catalogue) -> None:
    target = catalogue.eject("first-days")
    target.write_text(OWN_GUIDE)
    catalogue.refresh()
    with pytest.raises(PackError, match="is one of your own already"):
        catalogue.eject("first-days")
    assert target.read_text() == OWN_GUIDE


def test_ejecting_beside_a_broken_piece_of_ones_own_is_refused(
    catalogue: Catalogue, own: Path
) -> None:
    write(own, "mine.txt", OWN_GUIDE + "  scale: high\n")
    with pytest.raises(PackError, match=r"in .*mine\.txt\. Edit it there\."):
        catalogue.eject("first-days")


def test_ejecting_never_overwrites_another_file(catalogue: Catalogue, own: Path) -> None:
    path = write(own, "guides/first-days.txt", "# Something else\n? a\n")
    with pytest.raises(PackError, match="There is already something at"):
        catalogue.eject("first-days")
    assert path.read_text() == "# Something else\n? a\n"


def test_ejecting_what_there_is_not_is_told(catalogue: Catalogue) -> None:
    with pytest.raises(NotFoundError):
        catalogue.eject("guide/nothing")


def test_ejecting_needs_a_folder(bundled: Path) -> None:
    with pytest.raises(PackError, match="no folder for packs of your own"):
        Catalogue(bundled, None).eject("first-days")


def test_a_good_file_is_added(catalogue: Catalogue, own: Path, tmp_path: Path) -> None:
    source = write(tmp_path, "from-sam", "# Sam's guide\n? a\n")
    assert catalogue.add(source) == own / "from-sam.txt"
    catalogue.refresh()
    assert catalogue.find("guide/sams-guide").in_use


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("# A\n? good\n# B\n?\n", "bad.txt:4:2: this prompt has no words"),
        ("// nothing\n", "There is no piece in it."),
        ("", "bad.txt: this file is empty"),
    ],
)
def test_a_file_with_a_mistake_is_not_added(
    catalogue: Catalogue, own: Path, tmp_path: Path, text: str, why: str
) -> None:
    source = write(tmp_path, "bad.txt", text)
    with pytest.raises(PackError) as caught:
        catalogue.add(source)
    assert why in str(caught.value)
    assert not own.exists()


def test_a_file_that_is_not_there_is_not_added(catalogue: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"cannot be read \(no such file or directory\)"):
        catalogue.add(tmp_path / "none.txt")


def test_a_file_of_ones_own_is_put_away_under_another_name(catalogue: Catalogue, own: Path) -> None:
    mine = write(own, "mine.txt", OWN_GUIDE)

    target = catalogue.put_away(catalogue.find("guide/first-days"))

    assert (target, target.read_text()) == (own / "mine.txt.put-away", OWN_GUIDE)
    assert not mine.exists()
    assert catalogue.refresh() == (
        "Your own 'My first days' is not there any more, and the bundled one is used again.",
    )
    assert catalogue.get(Guide, "first-days").title == "First days"


def test_its_old_name_brings_a_file_back(catalogue: Catalogue, own: Path) -> None:
    mine = write(own, "mine.txt", OWN_GUIDE)

    catalogue.put_away(catalogue.find("guide/first-days")).rename(mine)
    catalogue.refresh()

    assert catalogue.get(Guide, "first-days").title == "My first days"


def test_what_was_put_away_before_is_not_overwritten(catalogue: Catalogue, own: Path) -> None:
    write(own, "mine.txt.put-away", "before")
    write(own, "mine.txt.put-away-2", "before")
    write(own, "mine.txt", OWN_GUIDE)

    target = catalogue.put_away(catalogue.find("guide/first-days"))

    assert target.name == "mine.txt.put-away-3"
    assert (own / "mine.txt.put-away").read_text() == "before"


def test_a_broken_file_of_ones_own_is_put_away_too(catalogue: Catalogue, own: Path) -> None:
    write(own, "mine.txt", "nothing of a piece")
    [row] = [row for row in catalogue.listing() if row.own]

    assert catalogue.put_away(row).name == "mine.txt.put-away"


def test_a_bundled_file_is_not_put_away(catalogue: Catalogue, bundled: Path) -> None:
    with pytest.raises(PackError, match="no file of your own"):
        catalogue.put_away(catalogue.find("guide/first-days"))

    assert (bundled / "guides/first-days.txt").exists()


def test_a_file_that_is_gone_already_is_said(catalogue: Catalogue, own: Path) -> None:
    mine = write(own, "mine.txt", OWN_GUIDE)
    row = catalogue.find("guide/first-days")
    mine.unlink()

    with pytest.raises(PackError, match="could not be renamed"):
        catalogue.put_away(row)


def test_a_file_with_an_id_of_ones_own_is_not_added(
    catalogue: Catalogue, own: Path, tmp_path: Path
) -> None:
    mine = write(own, "mine.txt", OWN_GUIDE)
    source = write(tmp_path, "copy.txt", OWN_GUIDE)
    with pytest.raises(PackError) as caught:
        catalogue.add(source)
    assert f"your own guide in {mine} has the id 'first-days' already" in str(caught.value)
    assert [path.name for path in own.iterdir()] == ["mine.txt"]


def test_a_file_with_the_id_of_a_bundled_piece_is_added(
    catalogue: Catalogue, own: Path, tmp_path: Path
) -> None:
    source = write(tmp_path, "mine.txt", OWN_GUIDE)
    assert catalogue.add(source) == own / "mine.txt"


@pytest.mark.parametrize("name", ["my slow", "my-slow-day", "odd.txt", "odd", "guide/my-slow-day"])
def test_a_broken_piece_is_found_to_be_edited(catalogue: Catalogue, own: Path, name: str) -> None:
    path = write(own, "odd.txt", "# My slow day\n?\n")
    assert catalogue.to_edit(name).path == path


def test_a_broken_piece_is_edited_before_the_bundled_one_it_stands_for(
    catalogue: Catalogue, own: Path
) -> None:
    path = write(own, "mine.txt", "# First days\n?\n")
    assert catalogue.to_edit("first-days").path == path


def test_one_of_several_files_is_to_be_named_for_editing(catalogue: Catalogue, own: Path) -> None:
    write(own, "a.txt", OWN_GUIDE)
    path = write(own, "b.txt", OWN_GUIDE)
    with pytest.raises(NotFoundError, match=r"one of several files: a\.txt, b\.txt"):
        catalogue.to_edit("first-days")
    assert catalogue.to_edit("b.txt").path == path


def test_a_bundled_piece_is_found_to_be_edited(catalogue: Catalogue) -> None:
    assert not catalogue.to_edit("first-days").own


def test_a_name_of_nothing_is_not_found_to_be_edited(catalogue: Catalogue, own: Path) -> None:
    write(own, "odd.txt", "# My slow day\n?\n")
    with pytest.raises(NotFoundError, match="Nothing in the packs goes by"):
        catalogue.to_edit("zzz")
