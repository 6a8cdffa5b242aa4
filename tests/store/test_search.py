from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from integrate_tui.core.answers import Reply
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.insight import Insight
from integrate_tui.core.practice import Practice, Tick
from integrate_tui.core.search import CLOSES, OPENS, Query
from integrate_tui.store import search
from integrate_tui.store.search_parts import match_of
from tests.builders import a_guided_entry, a_moment, a_rating, a_report, a_sitting
from tests.store.desk import Desk, open_desk


def found(desk: Desk, words: str, **narrowed: object) -> list[str]:
    """Return the titles of what a search finds."""
    query = Query(words, **narrowed)  # type: ignore[arg-type]  # whatever a test narrows it by
    hits = desk.journal.find(query)
    assert desk.journal.found(query) == len(hits)
    return [hit.brief.title for hit in hits]


def write(desk: Desk, *texts: str) -> list[int]:
    """Keep entries of these texts; return their numbers."""
    return [desk.entries.add(Entry(text=text), a_moment()).n for text in texts]


@pytest.mark.parametrize(
    "words",
    [
        "lake",
        "LAKE",
        "lak",
        "la",
        "l",
        "the lake",
        "lake the",
        " lake ",
        "lake.",
        "(lake",
        "the  l",
    ],
)
def test_words_are_found_in_any_case_and_order_and_as_one_types(desk: Desk, words: str):
    write(desk, "The lake was cold.", "Fire")
    assert found(desk, words) == ["The lake was cold."]


def test_only_the_last_word_is_taken_as_a_beginning(desk: Desk):
    write(desk, "walking home")

    assert found(desk, "hom") == ["walking home"]
    assert found(desk, "walk hom") == []
    assert found(desk, "walk ") == []
    assert found(desk, "walk") == ["walking home"]


def test_every_word_has_to_be_there(desk: Desk):
    write(desk, "The lake was cold.", "The lake was warm.")
    assert found(desk, "lake cold") == ["The lake was cold."]


def test_accents_make_no_difference(desk: Desk):
    write(desk, "Über den See, déjà vu", "Uber")
    assert found(desk, "uber") == ["Uber", "Über den See, déjà vu"]
    assert found(desk, "DEJA") == ["Über den See, déjà vu"]
    assert found(desk, "de\u0301ja\u0300") == ["Über den See, déjà vu"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("今日は日記を書いた。", "日記"),
        ("今日は日記を書いた。", "書いた"),
        ("วันนี้ฉันเขียนบันทึก", "บันทึก"),
        ("Heute 日記 geschrieben", "heute 日記"),
        ("Сегодня у озера", "озер"),
        ("호수에서 걸었다", "호수"),
    ],
)
def test_scripts_with_and_without_spaces_are_found(desk: Desk, text: str, words: str):
    write(desk, text, "Other")
    assert found(desk, words) == [text]


@pytest.mark.parametrize(
    "words", ["", " ", '"', '""', "NEAR(", "...", "\U0001f30a", "\0", "\ud800", "_", "()"]
)
def test_signs_that_stand_in_no_word_find_nothing_or_everything(desk: Desk, words: str):
    write(desk, "The lake", "Fire")
    assert found(desk, words) == ([] if words.strip() else ["Fire", "The lake"])


@pytest.mark.parametrize(
    "words",
    [
        '"lake"',
        'lake"',
        "lake AND fire",
        "lake OR",
        "NOT lake",
        "title:lake",
        "^lake",
        "lake*",
        "-lake",
    ],
)
def test_the_signs_of_a_query_language_are_only_signs(desk: Desk, words: str):
    write(desk, "lake and fire or not a title: lake near")
    assert found(desk, words) == ["lake and fire or not a title: lake near"]


def test_a_closing_quote_ends_a_word(desk: Desk):
    write(desk, "walking")
    assert found(desk, '"walk"') == []
    assert found(desk, '"walking"') == ["walking"]


def test_a_quote_inside_a_word_parts_it(desk: Desk):
    write(desk, 'say "hello" now', "sayhello")
    assert found(desk, 'say"hello') == ['say "hello" now']


def test_the_index_forgets_securely(desk: Desk):
    assert desk.db.value("SELECT v FROM search_config WHERE k = 'secure-delete'") == 1


def test_a_word_with_an_apostrophe_is_found(desk: Desk):
    write(desk, "I don't know")
    assert found(desk, "don't") == ["I don't know"]


def test_newly_written_things_come_first(desk: Desk):
    write(desk, "lake one", "lake two", "lake three")
    assert found(desk, "lake") == ["lake three", "lake two", "lake one"]


def test_what_was_dated_back_stands_at_its_day(desk: Desk):
    for text, days in (("new lake", 0), ("old lake", 9), ("lake between", 4)):
        desk.entries.add(Entry(text=text), a_moment(days=days))
    assert found(desk, "lake") == ["new lake", "lake between", "old lake"]


def test_a_search_that_finds_thousands_shows_the_newest_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(search, "_FEW", 2)
    write(desk, "lake one", "lake two", "lake three")
    hits = desk.journal.find(Query("lake"), limit=2)
    assert [hit.brief.title for hit in hits] == ["lake three", "lake two"]
    assert [hit.snippet for hit in hits] == [
        f"{OPENS}lake{CLOSES} three",
        f"{OPENS}lake{CLOSES} two",
    ]
    rest = desk.journal.find(Query("lake"), limit=2, offset=2)
    assert [hit.brief.title for hit in rest] == ["lake one"]


def test_a_window_of_what_is_found(desk: Desk):
    write(desk, *(f"lake {i}" for i in range(9)))
    hits = desk.journal.find(Query("lake"), limit=2, offset=3)
    assert [hit.brief.title for hit in hits] == ["lake 5", "lake 4"]


# What is looked through.

WRITTEN = [
    "entrytitle", "entrytext", "answertext", "notetext", "fragmenttext", "insightline",
    "insightmore", "expname", "expsetting", "exppeople", "expintention", "expnotes",
    "practicetitle", "practicecue", "practicewhy", "sittingnote",
]  # fmt: skip
SAID = [
    "promptword", "guidanceword", "nameword", "guideword", "guidetitleword", "ratingword", "6",
    "scaleword", "exerciseword", "low", "light",
]  # fmt: skip


def test_every_word_a_person_wrote_is_found_wherever_it_was_written(desk: Desk):
    moment = a_moment()
    desk.entries.add(Entry("entrytitle", "entrytext"), moment)
    desk.entries.add(a_guided_entry(Answered("?", Reply("answertext"))), moment)
    desk.checkins.add(a_report(a_rating(), note="notetext"), moment)
    desk.fragments.add(Fragment("fragmenttext", "image"), moment)
    desk.insights.add(Insight("insightline", more="insightmore"), moment)
    desk.experiences.add(
        Experience("expname", "", False, "expsetting", "exppeople", "expintention", "expnotes"),
        moment,
    )
    desk.practices.add(Practice("practicetitle", "practicecue", why="practicewhy"), moment)
    desk.sittings.add(a_sitting(note="sittingnote"), moment)

    for word in WRITTEN:
        assert desk.journal.found(Query(word)) == 1, word


def test_what_the_program_said_is_not_found(desk: Desk):
    answer = Answered("promptword?", Reply("said"), guidance="guidanceword", name="nameword")
    entry = Entry("", "", "guideword", "guidetitleword", (answer, a_rating("ratingword", 6)))
    desk.entries.add(entry, a_moment())
    desk.checkins.add(a_report(a_rating("scaleword", 7)), a_moment())
    desk.sittings.add(a_sitting(title="exerciseword"), a_moment())

    for word in SAID:
        assert desk.journal.found(Query(word)) == 0, word


def test_a_tick_is_no_result(desk: Desk):
    walk = desk.practices.add(Practice("Walk"), a_moment()).n
    desk.ticks.set(Tick(walk, note="rainy"), a_moment(), "Tick")
    assert found(desk, "rainy") == []


def test_an_edit_is_found_and_what_it_took_out_is_not(desk: Desk):
    (n,) = write(desk, "old words")
    desk.entries.change(n, Entry(text="new words"))

    assert found(desk, "old") == []
    assert found(desk, "new") == ["new words"]
    desk.undo()
    assert found(desk, "old") == ["old words"]
    assert found(desk, "new") == []


def test_an_edit_in_the_trash_is_found_once_it_is_back(desk: Desk):
    (n,) = write(desk, "old words")
    desk.trash.put(n, "Delete")
    desk.entries.change(n, Entry(text="new words"))
    assert found(desk, "new") == found(desk, "old") == []

    desk.trash.restore(n)
    assert found(desk, "new") == ["new words"]
    assert desk.broken() == []


# Snippets.


def test_a_snippet_marks_the_word_where_it_was_found(desk: Desk):
    write(desk, "far " * 50 + "the lake\nwas cold " + "away " * 50)
    (hit,) = desk.journal.find(Query("lak"))

    assert f"the {OPENS}lake{CLOSES} was cold" in hit.snippet
    assert "the lake was cold" in hit.plain_snippet
    assert len(hit.plain_snippet.split()) < 20


def test_a_search_without_words_has_no_snippets(desk: Desk):
    write(desk, "The lake")
    (hit,) = desk.journal.find(Query(since=date.min))
    assert hit.snippet == ""


# Whatever is typed.

typed = st.text(st.characters(codec=None, exclude_categories=()), max_size=40) | st.text(
    "ab\"'*()^:-+ \0\ud800_{}[]\\\u0301日ก~|&<>#%,;NEARORNOTAND", max_size=40
)


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A journal that is searched and never written in again."""
    path: Path = tmp_path_factory.mktemp("fuzzed") / "journal.db"
    desk = open_desk(path)
    write(desk, "The lake was cold.", "日記 a b", "'ab' (NEAR) \"AND\"")
    yield desk
    desk.db.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=250)
@given(words=typed, tags=st.lists(typed, max_size=2), feeling=typed, guide=typed)
@example(words="a" * 100_000, tags=[], feeling="", guide="")
@example(words="a " * 5_000, tags=[], feeling="", guide="")
@example(words='"' * 5_000 + "a", tags=[], feeling="", guide="")
@example(words="", tags=["\ud800"], feeling="\ud800", guide="\ud800")
def test_no_search_raises(fuzzed: Desk, words: str, tags: list[str], feeling: str, guide: str):
    for query in (Query(words), Query(words, (), tuple(tags), (feeling,), guide)):
        assert fuzzed.journal.found(query) == len(fuzzed.journal.find(query))
        assert fuzzed.journal.count(query) == len(fuzzed.journal.page(50, 0, query))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=st.text(st.characters(categories=["L", "N"], max_codepoint=0x24F), min_size=1))
def test_whatever_was_written_is_found_by_its_own_words(desk: Desk, text: str):
    (n,) = write(desk, text)
    assert n in [hit.brief.n for hit in desk.journal.find(Query(text))]


@given(words=typed)
def test_every_word_of_a_match_is_quoted(words: str):
    match = match_of(words).removesuffix("*")
    assert match == "" or (match.startswith('"') and match.endswith('"'))
    assert match.replace('""', "").count('"') % 2 == 0


@pytest.mark.parametrize("word", ["\u6c34", "lake"])
def test_a_whole_page_of_words_is_looked_for_without_a_fault(desk: Desk, word: str):
    desk.entries.add(Entry(text=f"{word} " * 60), a_moment())
    query = Query(f"{word} " * 5_000)

    assert desk.journal.found(query) == 1
    assert len(desk.journal.find(query)) == 1
