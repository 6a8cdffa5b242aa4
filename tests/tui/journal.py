"""What the tests of the journal look at."""

from textual.pilot import Pilot

from integrate_tui.tui.screens.journal import JournalPlace
from integrate_tui.tui.widgets.chips import ChipLine
from integrate_tui.tui.widgets.key_bar import KeyBar
from tests.tui.conftest import shown


def titles(pilot) -> list[str]:
    rows = shown(pilot, JournalPlace).rows
    hits = [rows.row_at(index) for index in range(rows.count)]
    return [hit.brief.title for hit in hits if hit is not None]


def chips(pilot: Pilot[int]) -> list[str]:
    line = pilot.app.screen.query_one(ChipLine).render_line(0).text
    return [each.strip() for each in line.split("\u00d7")]


def help_line(pilot: Pilot[int]) -> str:
    return pilot.app.screen.query_one(ChipLine).render_line(1).text.strip()


def hints(pilot: Pilot[int]) -> list[str]:
    return [hint.words for hint in pilot.app.screen.query_one(KeyBar).hints]
