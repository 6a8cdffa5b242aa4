"""What is done with an insight wherever it is met, and the ways to the places behind Insights."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rich.cells import cell_len

from integrate_tui import believing, shelving
from integrate_tui.acting import keep_from
from integrate_tui.core.insight import Insight, InsightSort, Standing
from integrate_tui.core.narrowed import Narrowed
from integrate_tui.core.shelved import CONTAINER, PAUSE_CARDS, TALK_LIST
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.errors import NotNowError, UsageError
from integrate_tui.tui.host import Host
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.modals.form import Form, FormField, Values
from integrate_tui.tui.screens.acting_on import make_something
from integrate_tui.tui.screens.insight_rows import ORDER
from integrate_tui.tui.widgets.drawing import BETWEEN, Part, fitting, width_of
from integrate_tui.workspace import Workspace

_BESIDE = (
    "What came up",
    "To look at again",
    TALK_LIST.title,
    PAUSE_CARDS.title,
    CONTAINER.title,
    "The care page",
    "Themes",
)
_WAITING_AT = {"i": "inbox", "d": "due", "m": "more"}
"""The actions of the keys that what waits is said with."""


def waiting_parts(workspace: Workspace, width: int, beside: Sequence[Part] = ()) -> list[Part]:
    """Say what waits in and behind this place, each with its key; nothing where nothing does.

    Args:
        workspace: What waits is in it.
        width: Cells that its line has; with fewer, less is said of each.
        beside: What stands at the end of the line.
    """
    came_up = workspace.journal.inbox_count()
    due = workspace.insights.count_due(workspace.today)
    cards = shelving.ready_count(workspace, PAUSE_CARDS)
    parked = shelving.ready_count(workspace, CONTAINER)
    inbox = _said(came_up, "came up")
    again = _said(due, "to look at again")
    on_cards = _said(cards, "card to decide" if cards == 1 else "cards to decide")
    some = _both(on_cards, _said(parked, "may be opened"))
    fewer = _both(_said(cards, "to decide"), _said(parked, "to open"))
    waiting = _said(cards + parked, "waiting")
    wordings = (
        (inbox, again, some),
        (inbox, again, fewer),
        (inbox, again, waiting),
        (inbox, _said(due, "to look at"), waiting),
        (_said(came_up), _said(due), _said(cards + parked)),
    )
    room = width - (width_of(beside) + BETWEEN if beside else 0)
    return list(fitting(map(_with_keys, wordings), room))


def _said(count: int, words: str = "") -> str:
    return f"{count} {words}".rstrip() if count else ""


def _both(*words: str) -> str:
    return ", ".join(filter(None, words))


def _with_keys(waits: Sequence[str]) -> list[Part]:
    """Return what waits, each with the key that leads there, in the order of `_WAITING_AT`."""
    parts: list[Part] = []
    for key, words in zip(_WAITING_AT, waits, strict=True):
        if words:
            parts += [(f"{'   ' if parts else ''}{key} ", "key"), (words, "text")]
    return parts


def action_at(waits: list[Part], x: int) -> str:
    """Return the action whose key or words stand at a cell of what waits; empty for none."""
    begins = 0
    for (key, _), (words, _) in zip(waits[::2], waits[1::2], strict=True):
        ends = begins + cell_len(key) + cell_len(words)
        if begins <= x < ends:
            return _WAITING_AT[key.strip()]
        begins = ends
    return ""


def narrowings(workspace: Workspace) -> list[tuple[str, Narrowed, int]]:
    """Return what the insights can be narrowed to: its words, itself, and how many there are."""
    ways = (
        ("to look at again", Narrowed(due=workspace.today)),
        ("left open", Narrowed(left_open=True)),
        ("questions", Narrowed(sort=InsightSort.QUESTION)),
        ("beliefs", Narrowed(sort=InsightSort.BELIEF)),
        ("perspectives", Narrowed(sort=InsightSort.PERSPECTIVE)),
        ("gratitude", Narrowed(sort=InsightSort.GRATITUDE)),
    )
    counts = workspace.insights.count_standing
    return [(words, only, counts(*ORDER, only=only)) for words, only in ways]


def view(app: Host, n: int) -> None:
    """Show an insight with what it came from and what came of it."""
    from integrate_tui.tui.screens.insight_page import InsightScreen  # noqa: PLC0415 - it uses this

    app.push_screen(InsightScreen(n))


def inbox(app: Host) -> None:
    """Sort out what came up."""
    from integrate_tui.tui.screens.inbox import InboxScreen  # noqa: PLC0415 - once gone to

    app.push_screen(InboxScreen())


def look_again(app: Host) -> None:
    """Look at what is due, one by one, if anything is."""
    from integrate_tui.tui.screens.look_again import LookAgainScreen  # noqa: PLC0415 - as in `view`

    if app.attempt(lambda: app.workspace.insights.count_due(app.workspace.today)):
        app.push_screen(LookAgainScreen())
    else:
        app.say("Nothing is to be looked at again today.")


def talk_list(app: Host) -> None:
    """Show the talk list."""
    from integrate_tui.tui.screens.shelves import TalkScreen  # noqa: PLC0415 - once gone to

    app.push_screen(TalkScreen())


def pause_cards(app: Host) -> None:
    """Show the pause cards."""
    from integrate_tui.tui.screens.shelves import CardsScreen  # noqa: PLC0415 - once gone to

    app.push_screen(CardsScreen())


def container(app: Host) -> None:
    """Show the titles in the container."""
    from integrate_tui.tui.screens.shelves import ContainerScreen  # noqa: PLC0415 - once gone to

    app.push_screen(ContainerScreen())


def care(app: Host) -> None:
    """Show the people who help."""
    from integrate_tui.tui.screens.care import CareScreen  # noqa: PLC0415 - once gone to

    app.push_screen(CareScreen())


def begin_handing_on(app: Host) -> None:
    """Show what one page for a coach or a therapist would hold."""
    from integrate_tui.tui.screens.handing_on import hand_on  # noqa: PLC0415 - once gone to

    app.run_worker(hand_on(app))


def themes(app: Host) -> None:
    """Show the themes."""
    from integrate_tui.tui.screens.themes import ThemesScreen  # noqa: PLC0415 - once gone to

    app.push_screen(ThemesScreen())


WAYS: Mapping[str, Callable[[Host], None]] = {
    "inbox": inbox,
    "look_again": look_again,
    "talk_list": talk_list,
    "pause_cards": pause_cards,
    "container": container,
    "care": care,
    "hand_on": begin_handing_on,
    "themes": themes,
}
"""Where the commands of `tui.insight_ways` lead, by the names of their actions."""
_PLACES: tuple[Callable[[Host], None], ...] = (
    inbox,
    look_again,
    talk_list,
    pause_cards,
    container,
    care,
    themes,
)


async def choose_place(app: Host) -> None:
    """Go to one of the places behind Insights. It is called from a worker."""
    workspace = app.workspace
    counts = (
        workspace.journal.inbox_count(),
        workspace.insights.count_due(workspace.today),
        workspace.lines.count_of([TALK_LIST.keep_as]),
        workspace.lines.count_of([PAUSE_CARDS.keep_as]),
        workspace.lines.count_of([CONTAINER.keep_as]),
        workspace.people.count(),
        workspace.themes.count(),
    )
    wide = max(map(len, _BESIDE)) + 3
    names = tuple(
        f"{name:<{wide}}{count or ''}" for name, count in zip(_BESIDE, counts, strict=True)
    )
    chosen = await app.push_screen_wait(Choose("Where to?", names))
    if chosen is not None:
        _PLACES[chosen](app)


async def worksheet(app: Host, belief: Thing[Insight]) -> None:
    """Look at a belief from several sides, or say from when on. It is called from a worker."""
    from integrate_tui.tui.screens.worksheet import WorksheetScreen  # noqa: PLC0415 - once gone to

    workspace = app.workspace
    try:
        believing.must_be_open(workspace, belief.n)
    except NotNowError as held:
        words = f"{held.happened} Until then it is enough to note it."
        if await app.push_screen_wait(Confirm(words, yes="Note something", no="Another time")):
            await reword(app, belief)
        return
    draft = believing.draft_for(workspace, belief.n)
    begun = app.attempt(lambda: believing.take_up_worksheet(workspace, draft)) if draft else None
    screen = (
        WorksheetScreen(begun.belief, begun.flow, begun.draft_id)
        if begun
        else WorksheetScreen(belief)
    )
    await app.push_screen_wait(screen)


async def act(app: Host, insight: Thing[Insight], *besides: str) -> bool:
    """Make something to do of an insight; tell whether what is offered besides was chosen."""

    def keep(kind: ThingKind, value: Any) -> Thing[Any]:
        return keep_from(app.workspace, value, kind, insight.n)

    chosen = await make_something(app, insight.value.line, keep, besides=besides)
    return chosen is not None


async def add(app: Host) -> None:
    """Add a line. It is called from a worker."""
    workspace = app.workspace
    form = insight_form("Something you took from it", Insight(""))
    await app.fill_in(
        form, lambda values: workspace.insights.add(insight_of(values), workspace.moment())
    )


def still_so(app: Host, n: int) -> None:
    """Take note that an insight was looked at again and is still so, and say when it comes back."""
    seen = app.attempt(lambda: believing.look(app.workspace, n))
    if seen is not None:
        app.say(f"Still so. {believing.back_words(app.workspace, seen)}")


async def reword(app: Host, found: Thing[Insight]) -> bool:
    """Reword an insight; the words before stay in its history. It is called from a worker."""
    n, seen, value = found.n, found.head, found.value
    form = insight_form("In other words", value)
    return await app.fill_in(
        form,
        lambda values: app.workspace.insights.change(n, insight_of(values, value), seen=seen),
    )


def insight_form(title: str, insight: Insight) -> Form:
    """Return the form for an insight."""
    return Form(
        title,
        (
            FormField("line", "In one line", insight.line),
            FormField("sort", "It is", insight.sort, options=tuple(map(str, InsightSort))),
            FormField("standing", "For now", insight.standing, options=tuple(map(str, ORDER))),
            FormField("more", "More", insight.more),
        ),
        check=insight_of,
    )


def insight_of(values: Values, before: Insight | None = None) -> Insight:
    """Return the insight that a form means, with the looks at what it was before.

    Raises:
        UsageError: It has no line.
    """
    if not values["line"]:
        raise UsageError("A line is needed.", "", "A few words are enough.")
    before = before or Insight("")
    return Insight(
        values["line"],
        InsightSort(values["sort"]),
        Standing(values["standing"]),
        values["more"],
        before.looks,
        before.looked,
        before.left_open,
    )
