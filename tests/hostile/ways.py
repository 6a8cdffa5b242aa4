"""A way to every screen there is, each with something hostile to show where it can show any."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

from integrate_tui import purposes
from integrate_tui.core import editing, measure
from integrate_tui.core.drafts import Flow
from integrate_tui.core.insight import InsightSort
from integrate_tui.core.pieces import CheckIn, Exercise, Guide, Measure
from integrate_tui.core.share import THERAPIST
from integrate_tui.core.thing import ThingKind
from integrate_tui.core.writing import begin
from integrate_tui.paths import backups_of, make_private_folder
from integrate_tui.tui.modals.ask import Ask
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.modals.erase import ErasedSheet, EraseSheet, Erasing
from integrate_tui.tui.modals.feelings import NameFeelings
from integrate_tui.tui.modals.form import Form, FormField
from integrate_tui.tui.modals.month import MonthSheet
from integrate_tui.tui.modals.outline import Outline
from integrate_tui.tui.modals.passphrase import AskPassphrase, NewPassphrase, RecoverySheet
from integrate_tui.tui.modals.pick import Pick
from integrate_tui.tui.modals.put_back import PutBackSheet
from integrate_tui.tui.modals.tags import EditTags
from integrate_tui.tui.modals.tick import Tick
from integrate_tui.tui.screens.care import CareScreen
from integrate_tui.tui.screens.check_in import CheckInScreen
from integrate_tui.tui.screens.closing import ClosingScreen
from integrate_tui.tui.screens.experience_page import ExperienceScreen
from integrate_tui.tui.screens.filling import FillingScreen
from integrate_tui.tui.screens.handing_on import HandingOnScreen
from integrate_tui.tui.screens.health import HealthScreen
from integrate_tui.tui.screens.history import HistoryScreen
from integrate_tui.tui.screens.inbox import InboxScreen
from integrate_tui.tui.screens.insight_page import InsightScreen
from integrate_tui.tui.screens.journal_list import JournalDays
from integrate_tui.tui.screens.look_again import LookAgainScreen
from integrate_tui.tui.screens.measure import MeasureScreen, MeasuresScreen
from integrate_tui.tui.screens.on_this_day import OnThisDayScreen
from integrate_tui.tui.screens.own_pattern import PatternForm
from integrate_tui.tui.screens.passphrase import PassphraseScreen
from integrate_tui.tui.screens.reader import ReaderScreen
from integrate_tui.tui.screens.result import ResultScreen
from integrate_tui.tui.screens.review import ReviewScreen
from integrate_tui.tui.screens.series_page import SeriesScreen
from integrate_tui.tui.screens.shelf_pages import AgendaScreen, OpenedScreen
from integrate_tui.tui.screens.shelves import CardsScreen, ContainerScreen, TalkScreen
from integrate_tui.tui.screens.sitting import SittingScreen
from integrate_tui.tui.screens.sorting_values import SortingValues
from integrate_tui.tui.screens.tags import TagsScreen
from integrate_tui.tui.screens.taking_up import DraftPage
from integrate_tui.tui.screens.themes import ThemeScreen, ThemesScreen
from integrate_tui.tui.screens.then_and_now import ThenAndNowScreen
from integrate_tui.tui.screens.thread import ThreadScreen
from integrate_tui.tui.screens.welcome import WelcomeScreen
from integrate_tui.tui.screens.worksheet import WorksheetScreen
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.unfinished import go_on
from tests.hostile.journal import PAYLOAD, SHORT
from tests.hostile.watching import Watching
from tests.tui.conftest import settle

Way = Callable[[Watching], Awaitable[object]]
TODAY = date(2026, 11, 22)


def keys(*pressed: str) -> Way:
    """Go somewhere with keys."""
    return lambda at: at.press(*pressed)


def shown(make: Callable[[Watching], Any]) -> Way:
    """Show a screen that is made over what there is."""
    return lambda at: at.show(make(at))


def on(screen: Callable[[int], Any], kind: ThingKind) -> Way:
    """Show the page of the first thing of a kind."""
    return lambda at: at.show(screen(at.oldest(kind)))


async def draft(at: Watching, flow: Flow) -> None:
    """Go on with what was left unfinished."""
    found = next(each for each in at.workspace.drafts.all() if each.id == f"d-{flow}")
    at.app.go_on_with(found)
    await settle(at.pilot)


def unfinished(flow: Flow) -> Way:
    """Go on with what was left unfinished in a flow."""
    return lambda at: draft(at, flow)


def draft_page(at: Watching) -> DraftPage:
    """Return what was written so far, to be read."""
    found = next(each for each in at.workspace.drafts.all() if each.flow is Flow.NOTE)
    return DraftPage(go_on(at.workspace, found))


def closing(at: Watching) -> ClosingScreen:
    """Return the end of a guide whose lines are marked to be kept."""
    written, _ = purposes.for_change(at.workspace, at.newest(ThingKind.ENTRY))
    return ClosingScreen(written, None)


def belief(at: Watching) -> WorksheetScreen:
    """Return the sheet of a belief."""
    found = [each for each in at.workspace.insights.all() if each.value.sort is InsightSort.BELIEF]
    return WorksheetScreen(found[0])


def writing(at: Watching) -> WritingScreen:
    """Return the guide of the packs, at its beginning."""
    guide = at.workspace.packs.get(Guide, "odd")
    return WritingScreen(begin(guide), purposes.for_guide(guide))


def note(at: Watching) -> WritingScreen:
    """Return a page with words on it."""
    return WritingScreen(editing.writing_of_text(PAYLOAD, PAYLOAD), purposes.for_note())


def parked(at: Watching) -> OpenedScreen:
    """Return what is behind a title in the container."""
    lines = [each for each in at.workspace.lines.all() if each.value.keep_as == "container"]
    return OpenedScreen(lines[0].n)


def briefs(at: Watching) -> Any:
    """Return the newest things of the journal in one line each."""
    return at.workspace.journal.page(20)


def outline(at: Watching) -> Outline:
    """Return the prompts of a guide as a list."""
    return Outline(PAYLOAD, begin(at.workspace.packs.get(Guide, "odd")).outline)


def feelings(at: Watching) -> NameFeelings:
    """Return the words for a feeling."""
    return NameFeelings(PAYLOAD, at.workspace.packs.feelings().families)


def month(at: Watching) -> MonthSheet:
    """Return the calendar."""
    return MonthSheet(JournalDays(at.workspace), TODAY, TODAY)


def form(_: Watching) -> Form:
    """Return a form whose every word is hostile."""
    lines = (
        FormField("line", PAYLOAD, PAYLOAD, PAYLOAD),
        FormField("hint", PAYLOAD, "", PAYLOAD),
        FormField("one", PAYLOAD, PAYLOAD, options=(PAYLOAD, f"{PAYLOAD}2")),
    )
    return Form(PAYLOAD, lines)


async def copies(at: Watching) -> None:
    """List what lies among the copies under a hostile name."""
    folder = backups_of(at.workspace.paths.journal)
    make_private_folder(folder)
    (folder / f"{SHORT.replace('/', '')}\udcff.db").touch()
    at.app.open_copies()
    await settle(at.pilot)


async def notices(at: Watching) -> None:
    """Say something in the corner, and show everything that may be done."""
    at.app.say(PAYLOAD)
    at.app.notify(PAYLOAD, markup=False, title="")
    await settle(at.pilot)


WAYS: dict[str, tuple[str, Way]] = {
    "today": ("TodayPlace", keys("1")),
    "journal": ("JournalPlace", keys("2")),
    "journal, searched": ("JournalPlace", keys("/", "z", "q")),
    "the month": ("MonthSheet", shown(month)),
    "ground": ("GroundPlace", keys("3", "end")),
    "insights": ("InsightsPlace", keys("4")),
    "goals": ("GoalsPlace", keys("5")),
    "experiences": ("ExperiencesPlace", keys("6")),
    "look back": ("LookBackPlace", keys("7")),
    "the commands": ("Commands", keys("ctrl+p", "z")),
    "help": ("HelpModal", keys("2", "question_mark")),
    "people to turn to": ("SupportModal", keys("f2")),
    "hidden": ("HiddenScreen", keys("f8")),
    "the trash": ("TrashScreen", lambda at: _do(at, at.app.open_trash)),
    "settings": ("SettingsScreen", lambda at: _do(at, at.app.open_settings, "down")),
    "packs": ("PacksScreen", lambda at: _do(at, at.app.open_packs)),
    "guides": ("GuidesScreen", keys("w")),
    "what fits now": ("GroundNow", keys("g")),
    "the health card": ("HealthScreen", shown(lambda _: HealthScreen(PAYLOAD))),
    "what helped": ("HelpedScreen", lambda at: _do(at, at.app.open_helped)),
    "the first start": ("WelcomeScreen", shown(lambda _: WelcomeScreen())),
    "measures": ("MeasuresScreen", shown(lambda _: MeasuresScreen())),
    "a measure": ("MeasureScreen", shown(lambda _: MeasureScreen("odd-measure"))),
    "filling in": (
        "FillingScreen",
        shown(
            lambda at: FillingScreen(measure.begin(at.workspace.packs.get(Measure, "odd-measure")))
        ),
    ),
    "filling in, gone on with": ("FillingScreen", unfinished(Flow.MEASURE)),
    "a result": ("ResultScreen", on(ResultScreen, ThingKind.RESULT)),
    "a guide": ("WritingScreen", shown(writing)),
    "a guide, gone on with": ("WritingScreen", unfinished(Flow.WRITING)),
    "an entry, changed": ("WritingScreen", unfinished(Flow.EDIT)),
    "a note, gone on with": ("WritingScreen", unfinished(Flow.NOTE)),
    "a page": ("WritingScreen", shown(note)),
    "a draft, read": ("DraftPage", shown(draft_page)),
    "a check-in": (
        "CheckInScreen",
        shown(lambda at: CheckInScreen(at.workspace.packs.get(CheckIn, "odd-check-in"))),
    ),
    "a check-in, gone on with": ("CheckInScreen", unfinished(Flow.CHECK_IN)),
    "a belief, looked at": ("WorksheetScreen", shown(belief)),
    "a belief, gone on with": ("WorksheetScreen", unfinished(Flow.WORKSHEET)),
    "the end of a guide": ("ClosingScreen", shown(closing)),
    "an exercise": (
        "SittingScreen",
        shown(lambda at: SittingScreen(at.workspace.packs.get(Exercise, "odd-exercise"))),
    ),
    "what came up": ("InboxScreen", shown(lambda _: InboxScreen())),
    "one that came up": ("TriageScreen", lambda at: _then(at, InboxScreen(), "enter")),
    "an insight": ("InsightScreen", on(InsightScreen, ThingKind.INSIGHT)),
    "looking again": ("LookAgainScreen", shown(lambda _: LookAgainScreen())),
    "the talk list": ("TalkScreen", shown(lambda _: TalkScreen())),
    "one page for a meeting": ("AgendaScreen", shown(lambda _: AgendaScreen("therapist"))),
    "pause cards": ("CardsScreen", shown(lambda _: CardsScreen())),
    "the container": ("ContainerScreen", shown(lambda _: ContainerScreen())),
    "what is parked": ("OpenedScreen", shown(parked)),
    "care": ("CareScreen", shown(lambda _: CareScreen())),
    "themes": ("ThemesScreen", shown(lambda _: ThemesScreen())),
    "a theme": ("ThemeScreen", on(ThemeScreen, ThingKind.THEME)),
    "tags": ("TagsScreen", shown(lambda _: TagsScreen())),
    "an experience": ("ExperienceScreen", on(ExperienceScreen, ThingKind.EXPERIENCE)),
    "a series": ("SeriesScreen", on(SeriesScreen, ThingKind.SERIES)),
    "then and now": (
        "ThenAndNowScreen",
        shown(lambda at: ThenAndNowScreen(at.oldest(ThingKind.EXPERIENCE), [PAYLOAD], PAYLOAD)),
    ),
    "on this day": ("OnThisDayScreen", shown(lambda at: OnThisDayScreen(briefs(at)))),
    "a review": ("ReviewScreen", shown(lambda _: ReviewScreen())),
    "the values, sorted": ("SortingValues", shown(lambda _: SortingValues())),
    "an own breath": ("PatternForm", shown(lambda _: PatternForm())),
    "earlier versions": (
        "HistoryScreen",
        shown(lambda at: HistoryScreen(at.oldest(ThingKind.INSIGHT), ThingKind.INSIGHT)),
    ),
    "an earlier version": (
        "VersionScreen",
        lambda at: _then(
            at, HistoryScreen(at.oldest(ThingKind.INSIGHT), ThingKind.INSIGHT), "enter"
        ),
    ),
    "a form": ("Form", shown(form)),
    "a line asked for": ("Ask", shown(lambda _: Ask(PAYLOAD, PAYLOAD, PAYLOAD))),
    "a choice": ("Choose", shown(lambda _: Choose(PAYLOAD, (PAYLOAD, PAYLOAD)))),
    "a yes or no": ("Confirm", shown(lambda _: Confirm(PAYLOAD, yes=PAYLOAD, no=PAYLOAD))),
    "ticks": ("Tick", shown(lambda _: Tick(PAYLOAD, (PAYLOAD, PAYLOAD), {0}))),
    "tags, changed": ("EditTags", shown(lambda _: EditTags([PAYLOAD], [PAYLOAD, "zq"]))),
    "one thing, picked": ("Pick", shown(lambda at: Pick(PAYLOAD, lambda _: briefs(at), TODAY))),
    "an outline": ("Outline", shown(outline)),
    "feelings, named": ("NameFeelings", shown(feelings)),
    "what would be erased": (
        "EraseSheet",
        shown(lambda _: EraseSheet(PAYLOAD, [(PAYLOAD, (PAYLOAD, PAYLOAD))], PAYLOAD)),
    ),
    "what was not reached": ("ErasedSheet", shown(lambda _: ErasedSheet([(PAYLOAD, (PAYLOAD,))]))),
    "erasing": ("Erasing", shown(lambda _: Erasing())),
    "handing on": ("HandingOnScreen", shown(lambda _: HandingOnScreen(THERAPIST))),
    "the passphrase": ("PassphraseScreen", shown(lambda _: PassphraseScreen())),
    "the copies": ("CopiesScreen", copies),
    "a copy, looked at": (
        "PutBackSheet",
        shown(lambda _: PutBackSheet(PAYLOAD, [PAYLOAD, PAYLOAD], PAYLOAD)),
    ),
    "a new passphrase": ("NewPassphrase", shown(lambda _: NewPassphrase(PAYLOAD))),
    "the passphrase, asked": ("AskPassphrase", shown(lambda _: AskPassphrase(PAYLOAD, _nothing))),
    "the recovery sheet": ("RecoverySheet", shown(lambda _: RecoverySheet([SHORT] * 24))),
    "a notice": ("TodayPlace", notices),
}
"""What is gone to, the screen that is then shown, and how."""


async def _nothing(_: str) -> None:
    """Take whatever is typed."""


async def _do(at: Watching, action: Callable[[], object], *pressed: str) -> None:
    action()
    await settle(at.pilot)
    await at.press(*pressed)


async def _then(at: Watching, screen: Any, *pressed: str) -> None:
    await at.show(screen)
    await at.press(*pressed)


PAGES: dict[str, Callable[[int, ThingKind], Any]] = {
    "read": ReaderScreen,
    "its thread": lambda n, _: ThreadScreen(n),
    "its versions": HistoryScreen,
}
"""What shows a thing of any kind."""
