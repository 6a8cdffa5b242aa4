"""Whatever is typed, stored or lies in a folder is understood or refused in a sentence.

The examples are drawn anew from a fixed seed, so that a run on one machine is a run on any other.
"""

import json
import random
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from integrate_tui import believing, looking, paths, sessions, unfinished
from integrate_tui.ahead import read_near_day
from integrate_tui.cli.names import read_number
from integrate_tui.core import dates, health, paces, pattern, schedule
from integrate_tui.core.chips import chip_text, completions, query_of
from integrate_tui.core.drafts import Flow
from integrate_tui.core.narrowing import ChipName
from integrate_tui.core.settings import SETTINGS
from integrate_tui.core.text import clean_line
from integrate_tui.core.trends import number
from integrate_tui.errors import IntegrateError
from integrate_tui.packs.catalog import Catalogue
from integrate_tui.paths import Paths
from integrate_tui.safekeeping import passphrases
from integrate_tui.when import Prefer, read_day, read_moment
from integrate_tui.workspace import Workspace, open_workspace
from tests.bench.life import PROMPTS, live
from tests.builders import a_draft
from tests.cli.conftest import Integrate
from tests.fakes import EVENING, FakeClock

FEW = settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
MANY = settings(FEW, max_examples=400)

anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
"""Any text, with halves of surrogate pairs and control characters."""
odd = st.sampled_from(
    [
        *(
            "",
            " ",
            "-",
            "--",
            "\x00",
            "\udcff",
            "\u202e",
            "\ufeff",
            "[/]",
            "'",
            '"',
            "\\",
            "%s",
            "{}",
        ),
        *(
            "0",
            "-0",
            "-1",
            "1e999",
            "1e308",
            "NaN",
            "inf",
            "0x10",
            "1_000",
            "\u0663",
            "\u00bd",
            "\u2460",
        ),
        *("9" * 19, "9" * 20, "9" * 400, "9" * 5000, "1." + "0" * 400, "00", "1,5", "1.5.5", "+1"),
        *(
            "../../etc/passwd",
            "CON",
            "a" * 300,
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
            "日記",
        ),
    ]
)
_DAYS = (
    "today yesterday tomorrow now last next this in on at ago day days week weeks month months"
    " year years monday tuesday sun noon midnight morning evening night am pm utc z the of and"
    " - / . : , 2026-11-03 2026-02-30 0000-01-01 0001-01-01 9999-12-31 10000-01-01 1970-01-01"
    " 2038-01-19 2026-10-25 2026-03-29 02:30 24:00 25:61 03:14:07 +14:00 -23:59 +99:99 1 3 31"
    " 999999999 11/12/26 march nov second T Z 1e3"
)
days = st.sampled_from(_DAYS.split())
dated = st.lists(days | odd, max_size=6).map(" ".join) | anything
nows = st.sampled_from(
    [
        EVENING,
        datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin")),
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, tzinfo=ZoneInfo("Pacific/Kiritimati")),
        datetime(1, 1, 2, tzinfo=ZoneInfo("America/Los_Angeles")),
    ]
)


def refused(read: Callable[[], object]) -> None:
    """Read something; where it is refused, in a sentence that can be shown."""
    try:
        read()
    except IntegrateError as error:
        assert str(error).strip()
        assert not [c for c in str(error) if unicodedata.category(c) in ("Cc", "Cs")]


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A journal of some weeks, which no example changes for the next."""
    folder = tmp_path_factory.mktemp("lived")
    clock = FakeClock()
    workspace = open_workspace(Paths(folder / "journal.db", folder / "packs", PROMPTS), clock)
    live(workspace, clock, entries=30, days=42)
    yield workspace
    workspace.close()


@MANY
@given(typed=dated, now=nows, prefer=st.sampled_from(list(Prefer)), last=st.booleans())
@example(
    typed="WE",
    now=datetime(9999, 12, 31, 23, 59, tzinfo=ZoneInfo("Pacific/Kiritimati")),
    prefer=Prefer.PAST,
    last=False,
)
def test_any_words_are_a_day_or_a_sentence(typed: str, now: datetime, prefer: Prefer, last: bool):
    refused(lambda: read_moment(typed, now, time(4), prefer))
    refused(lambda: read_day(typed, now, time(4), prefer, last=last))
    refused(lambda: read_near_day(typed, now, time(4)))


NUMBERS: tuple[Callable[[str], object], ...] = (
    lambda words: read_number(words, "--limit", 1000),
    sessions.read_planned,
    schedule.parse,
    lambda words: pattern.read_pattern("own", words, words),
    pattern.read_length,
    health.read_card,
    passphrases.read_words,
)
"""What reads a number, or several, out of what was typed."""


@MANY
@given(typed=anything | odd, digits=st.integers(0, 6000))
def test_any_words_are_a_number_or_a_sentence(typed: str, digits: int):
    for words in (typed, f"{typed}{'7' * digits}", "7" * digits):
        for read in NUMBERS:
            refused(partial(read, words))
        assert isinstance(paces.read(words), dict)


@MANY
@given(amount=st.floats(allow_nan=False, allow_infinity=False))
def test_any_amount_is_said(amount: float):
    assert number(amount).strip()


_CHIPS = (
    "tag: feeling: guide: stage: experience: kind: is: since: until: # #sea is:starred kind:goal "
    "since:2026-02-30 until:9999-12-31 since:0001-01-01 tag:#### experience:99999999999999999999 "
    "NEAR( AND OR NOT * ^ ( ) \" ' -- title:x {a} a:b:c"
)
chips = st.sampled_from(_CHIPS.split())


@MANY
@given(typed=st.lists(chips | odd | anything, max_size=5).map(" ".join))
def test_any_search_finds_something_or_nothing(lived: Workspace, typed: str):
    read = looking.reader(lived)
    query = query_of(typed, read).query
    found = lived.journal.find(query, limit=5)
    assert len(found) <= lived.journal.found(query)
    assert len(lived.journal.page(5, 0, query)) <= lived.journal.count(query)
    assert len(completions(typed, read)) <= 8


@pytest.fixture
def integrate(monkeypatch: pytest.MonkeyPatch, clock: FakeClock) -> Integrate:
    """The command line."""
    return Integrate(monkeypatch, clock)


LINES: tuple[tuple[str, ...], ...] = (
    ("find",),
    ("list",),
    ("find", "--since"),
    ("list", "--until"),
    ("list", "--limit"),
    ("list", "--tag"),
    ("list", "--kind"),
    ("trends", "--span"),
    ("trends", "--since"),
    ("review",),
    ("show",),
    ("history", "1", "--show"),
    ("checkin", "--at"),
    ("note", "words", "--at"),
    ("note", "words", "--tag"),
    ("goals", "tick", "Walk", "--amount"),
    ("goals", "tick", "Walk", "--on"),
    ("goals", "practice", "Sit", "--schedule"),
    ("goals", "pause", "Walk", "--to"),
    ("goals", "add", "A goal", "--confidence"),
    ("goals", "add", "A goal", "--review"),
    ("goals", "step", "A step", "--minutes"),
    ("boundary", "add", "A line", "--confidence"),
    ("values", "add", "Quiet", "--important"),
    ("experiences", "add", "The sea", "--when"),
    ("ground", "--minutes"),
    ("ground", "--distress"),
    ("measure", "phq-4", "--answers"),
    ("settings", "day-starts"),
    ("settings", "lock-after"),
    ("settings", "practices"),
    ("export", "-", "--only"),
    ("export", "-", "--since"),
    ("mark", "1", "--tag"),
    ("mark", "1", "--about"),
    ("thread",),
    ("cards", "add", "A move", "--until"),
    ("care", "add", "Sea", "--next"),
)


@pytest.mark.parametrize("words", LINES, ids=" ".join)
def test_any_word_after_an_option_is_kept_or_refused(integrate: Integrate, words: tuple[str, ...]):
    drawn = random.Random(" ".join(words))
    integrate("note", "A line.")
    integrate("goals", "practice", "Walk", "--unit", "km")
    texts = [drawn.choice(_WORDS) for _ in range(8)]
    texts += ["mood=5", "mood=99999999999999999999", "0 1 2 3", "9" * 5000, "\udcff", "-- -3"]
    for typed in texts:
        answer = integrate("--plain", *words, typed.replace("\x00", ""), typed=[""] * 30)
        assert answer.code in (0, 2, 5), (typed, answer.err)
        assert "inside integrate" not in answer.err
        assert answer.code == 0 or answer.err.strip()
    assert integrate("today").code == 0
    assert integrate("list").code == 0
    assert integrate("goals").code == 0


_WORDS = [
    *("", " ", "-", "\udcff", "\u202e", "[/]", "'", '"', "%s", "0", "-0", "-1", "1e999", "1e308"),
    *("NaN", "inf", "0x10", "1_000", "\u0663", "\u00bd", "9" * 19, "9" * 20, "00", "1,5", "1.5.5"),
    *("9999-12-31", "0001-01-01", "2026-02-30", "tomorrow", "in 999999999 years", "3 days ago"),
    *("99999999999 weeks ago", "25:61", "1970-01-01", "2026-03-29 02:30", "10000-01-01", "now"),
    *("mon wed fri", "3 a week", "every 0 days", "every 99999999999 days", "daily", "日記"),
    *("a" * 3000, "\U0001f468\u200d\U0001f469\u200d\U0001f467", "a\x1b[2Jb", "#", "##", "tag:"),
]


@pytest.mark.parametrize("name", [each.name for each in SETTINGS])
def test_whatever_is_stored_as_a_setting_everything_opens(
    integrate: Integrate, clock: FakeClock, name: str
):
    workspace = open_workspace(paths.find(), clock)
    drawn = random.Random(name)
    texts = [drawn.choice(_WORDS) for _ in range(2)]
    texts += ["25:99", '{"a": [1', "\x1b[2J\x00", "[]", '{"a": 1e999}']
    for stored in texts:
        with workspace.write():
            workspace._db.execute(
                "INSERT INTO settings (name, value) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, stored.encode("utf-8", "replace").decode()),
            )
        for words in (("today",), ("ground", "--list"), ("measure",), ("settings",)):
            answer = integrate(*words)
            assert answer.code == 0, (name, stored, answer.err)
    workspace.close()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | anything,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(anything, inner, max_size=3),
    max_leaves=8,
)
KEYS = ["answers", "replies", "orphans", "at", "angle", "pages", "boxes", "fragments", "moment"]
shaped = st.dictionaries(st.sampled_from(KEYS), json_values, max_size=5)
stored_drafts = st.one_of(
    shaped.map(json.dumps),
    json_values.map(json.dumps),
    anything,
    st.sampled_from(['{"answers": [{}]}', "[" * 5000, '{"replies": {"a": []}}', "NaN"]),
)


TAKEN_UP: dict[Flow, Callable[..., object]] = {
    Flow.CHECK_IN: unfinished.take_up_check_in,
    Flow.MEASURE: unfinished.take_up_measure,
    Flow.WORKSHEET: believing.take_up_worksheet,
}


@FEW
@given(data=stored_drafts, flow=st.sampled_from(list(Flow)), subject=anything | st.just("week-one"))
def test_whatever_a_draft_holds_it_is_taken_up_or_stays_and_can_be_dropped(
    lived: Workspace, data: str, flow: Flow, subject: str
):
    draft = a_draft(lived.new_id(), data, flow=flow, subject=subject)
    lived.drafts.save(draft)
    (stored,) = [each for each in lived.drafts.all() if each.id == draft.id]
    refused(lambda: TAKEN_UP.get(flow, unfinished.take_up)(lived, stored))
    unfinished.drop(lived, stored)
    assert draft.id not in [each.id for each in lived.drafts.all()]


@FEW
@given(tags=st.lists(anything | odd, max_size=4))
def test_any_tag_is_found_under_what_it_is_kept_as(lived: Workspace, tags: list[str]):
    n = lived.entries.newest(1)[0].n
    lived.tags.set(n, tags)
    for kept in lived.tags.of(n):
        assert kept == clean_line(kept)
        read = looking.reader(lived)
        typed = query_of(chip_text(ChipName.TAG, kept), read)
        assert n in [hit.brief.n for hit in lived.journal.find(typed.query)], kept
    lived.tags.set(n, [])


@FEW
@given(data=st.binary(max_size=400), end=st.sampled_from([".txt", ".TXT", ""]))
def test_whatever_lies_in_the_packs_folder_the_others_are_read(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, end: str
):
    own = tmp_path_factory.mktemp("packs")
    (own / f"odd{end}").write_bytes(data)
    (own / "good.txt").write_text("# Good\nid: good\n\n? What?\n", encoding="utf-8")
    packs = Catalogue(own, None)
    assert packs.listing()
    assert "good" in [guide.id for guide in packs.guides()]
    for problem in packs.problems():
        assert str(problem).isprintable()


SHIPPED = sorted(PROMPTS.rglob("*.txt"))


@FEW
@given(source=st.randoms(use_true_random=False))
def test_a_text_pack_with_any_bytes_changed_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, source: random.Random
):
    file = source.choice(SHIPPED)
    data = bytearray(file.read_bytes())
    for _ in range(source.randint(1, 8)):
        data[source.randrange(len(data))] = source.randrange(256)
    own = tmp_path_factory.mktemp("packs")
    (own / file.name).write_bytes(bytes(data[: source.randint(1, len(data))]))
    packs = Catalogue(own, None)
    for kind in (packs.listing, packs.guides, packs.exercises, packs.measures, packs.support):
        assert len(kind()) <= len(packs.listing())
    for problem in packs.problems():
        assert str(problem).isprintable()


@MANY
@given(day=st.dates(), today=st.dates())
def test_any_day_is_said_from_any_other(day: date, today: date):
    for said in (dates.short_day, dates.plain_day, dates.said_day, dates.ago, dates.ahead):
        assert said(day, today).isprintable()
