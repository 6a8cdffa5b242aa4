"""Every width of a letter, every size of a terminal, and texts that are far too long."""

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyte
import pytest
from rich.cells import cell_len
from textual import events

from integrate_tui.core.entry import Entry
from integrate_tui.core.search import Query
from integrate_tui.core.text import AT_ONCE, LONG_LINE, ONLY_BEGINNING, SOFT_LIMIT
from integrate_tui.core.thing import ThingKind
from integrate_tui.paths import Paths
from integrate_tui.tui.places import PLACES
from integrate_tui.tui.screens.history import HistoryScreen
from integrate_tui.tui.screens.reader import ReaderScreen
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.workspace import Workspace, open_workspace
from tests.bench.life import PROMPTS
from tests.cli.conftest import Integrate
from tests.fakes import FakeClock
from tests.hostile import journal
from tests.hostile.conftest import Watch
from tests.hostile.ways import PAGES, WAYS
from tests.tui.conftest import settle, shown, type_text

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
SINGLE = "zq\u65e5\u8a18\u3092\u66f8\u304f e\u0301 o\u0308 \U0001f33f "
"""Letters that every terminal gives the same cells."""
JOINED = (
    f"{FAMILY} \U0001f44d\U0001f3fd \U0001f1e9\U0001f1ea \u2764\ufe0f"
    " \u0928\u092e\u0938\u094d\u0924\u0947 \u0639\u0631\u0628\u064a "
)
SIZES = [(80, 24), (61, 17)]


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with letters of every width in every text."""
    path = tmp_path_factory.mktemp("wide") / "journal.db"
    journal.fill(path, payload=f"{SINGLE}{JOINED}")
    return path


@pytest.fixture
def workspace(home: Path, wide: Path, clock: FakeClock, tmp_path: Path) -> Iterator[Workspace]:
    """That journal, opened."""
    folder = home / "integrate"
    folder.mkdir(mode=0o700)
    (folder / "journal.db").write_bytes(wide.read_bytes())
    paths = Paths(folder / "journal.db", folder / "packs", PROMPTS)
    workspace = open_workspace(paths, clock, busy_ms=50)
    workspace.settings.set("welcome", "seen")
    workspace.settings.set("health", "none")
    yield workspace
    workspace.close()


KEYED = ("today", "journal", "insights", "goals", "experiences", "look back", "the trash", "care")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_wide_letters_keep_every_line_its_width(watch: Watch, size: tuple[int, int]):
    async with watch(size) as at:
        for way in KEYED:
            await WAYS[way][1](at)
            assert {cell_len(line) for line in at.drawn} == {size[0]}, way
        for kind in ThingKind:
            await at.show(PAGES["read"](at.telling(kind), kind))
            assert {cell_len(line) for line in at.drawn} == {size[0]}, kind
            at.app.pop_screen()
            await settle(at.pilot)


def plain(lines: Sequence[str]) -> list[str]:
    """Return lines with their letters composed, as the terminal in memory has them."""
    return [unicodedata.normalize("NFC", line).rstrip() for line in lines]


async def test_a_terminal_shows_the_letters_where_they_were_meant(watch: Watch):
    async with watch((80, 24)) as at:
        at.workspace.entries.add(Entry("zq", SINGLE * 8), at.workspace.moment())
        await at.show(ReaderScreen(at.newest(ThingKind.ENTRY), ThingKind.ENTRY))
        screen = pyte.Screen(80, 24)
        stream = pyte.Stream(screen)
        for y, strip in enumerate(at.app.screen._compositor.render_strips()):
            stream.feed(f"\x1b[{y + 1};1H{strip.render(at.app.console)}")
        lines = [line for line in at.drawn if "\u65e5" in line]
        assert len(lines) > 2
        assert plain(screen.display) == plain(at.drawn)


async def test_a_name_is_cut_between_two_letters(watch: Watch):
    async with watch((80, 24)) as at:
        at.workspace.entries.add(Entry(FAMILY * 90, "Words."), at.workspace.moment())
        at.workspace.entries.add(Entry("\u65e5" * 200, "Words."), at.workspace.moment())
        await at.press("2")
        assert {cell_len(line) for line in at.drawn} == {80}
        assert all(not line.rstrip().endswith("\u200d") for line in at.drawn)


@pytest.mark.parametrize(
    "size",
    [
        (1, 1),
        (20, 5),
        pytest.param((1, 40), marks=pytest.mark.long),
        pytest.param((200, 1), marks=pytest.mark.long),
    ],
    ids=str,
)
async def test_a_terminal_of_any_size_stops_nothing(watch: Watch, size: tuple[int, int]):
    async with watch((80, 24)) as at:
        for way in ("journal", "look back", "care", "a page", "help"):
            await WAYS[way][1](at)
            await at.pilot.resize_terminal(*size)
            await settle(at.pilot)
            assert len(at.drawn) == size[1]
            await at.press("down", "tab")
            await at.pilot.resize_terminal(80, 24)
            await settle(at.pilot)
            assert {cell_len(line) for line in at.drawn} == {80}, way
        assert at.app.is_running


@pytest.mark.parametrize("way", ["journal", "goals", "a page", "a form", "the trash"])
async def test_the_keys_go_on_where_they_went_before_a_terminal_was_too_small(
    watch: Watch, way: str
):
    async with watch((80, 24)) as at:
        await WAYS[way][1](at)
        had = at.app.focused
        assert had is not None
        for size in ((1, 1), (20, 5), (80, 24)):
            await at.pilot.resize_terminal(*size)
            await settle(at.pilot)
        assert at.app.focused is had


async def test_a_storm_of_sizes_ends_with_the_screen_as_it_was(watch: Watch):
    async with watch((80, 24)) as at:
        for place in PLACES:
            at.app.action_go(place.mode)
            await settle(at.pilot)
            before = at.drawn
            for columns, lines in (
                (1, 1),
                (200, 60),
                (20, 5),
                (79, 23),
                (3, 90),
                (300, 2),
                (60, 16),
            ):
                await at.pilot.resize_terminal(columns, lines)
            await at.pilot.resize_terminal(80, 24)
            await settle(at.pilot)
            assert at.drawn == before, place.mode


# Far too much.


async def test_of_a_very_long_page_the_beginning_is_read_and_that_is_said(watch: Watch):
    async with watch((80, 24)) as at:
        long = "the light went out over the water\n" * 60_000
        n = at.workspace.entries.add(Entry("Long", long), at.workspace.moment()).n
        await at.show(ReaderScreen(n, ThingKind.ENTRY))
        await at.press("end")
        assert ONLY_BEGINNING.split(".")[0] in " ".join("".join(at.drawn).split())
        await at.show(HistoryScreen(n, ThingKind.ENTRY))
        assert ONLY_BEGINNING in str(shown(at.pilot, HistoryScreen).view.render())
        assert len(long) > 5 * AT_ONCE
        assert at.workspace.entries.get(n).value.text.strip() == long.strip()


def test_a_search_among_very_long_pages_comes_back(workspace: Workspace):
    long = "water " * (SOFT_LIMIT // 3)
    n = workspace.entries.add(Entry("Long", long), workspace.moment()).n
    hits = workspace.journal.find(Query("water"))
    assert [hit.snippet for hit in hits if hit.brief.n == n] == [""]
    assert any(hit.brief.n == n for hit in workspace.journal.find(Query("wat")))


def test_a_very_long_page_comes_and_goes_whole_by_commands(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, clock: FakeClock
):
    integrate = Integrate(monkeypatch, clock)
    workspace.close()
    line = "a" * SOFT_LIMIT
    assert integrate("write", "--text", "-", typed=line).code == 0
    assert line in integrate("export", "-").out
    assert integrate("list").code == 0
    assert integrate("find", "aaaa").code == 0


async def test_a_paste_of_five_million_letters_is_cleaned_wrapped_and_one_step(watch: Watch):
    async with watch((80, 24)) as at:
        at.app.action_note()
        await settle(at.pilot)
        screen = shown(at.pilot, WritingScreen)
        await type_text(at.pilot, "Before")
        pasted = f"\x1b[2J\x9b31m\u202e{'word ' * 400_000}\r\n{'a' * 3_000_000}\x00"
        at.app.post_message(events.Paste(pasted))
        await settle(at.pilot)
        text = screen.writing.reply.text
        assert len(text) > 4_900_000
        assert max(map(len, text.split("\n"))) <= LONG_LINE + len("Before")
        assert not set(text) & set("\x1b\x9b\x00\r\u202e")
        await at.press("ctrl+z")
        assert len(screen.writing.reply.text) < 10
