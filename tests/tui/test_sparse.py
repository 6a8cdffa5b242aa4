"""What is sent of a change: the cells that changed, at their places, whatever lies over them."""

import inspect

import pyte
import pytest
from textual._compositor import ChopsUpdate, Compositor
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from integrate_tui.tui.sparse import SparseCompositor, SparseUpdate
from integrate_tui.tui.widgets.breath import BreathPicture, Scene
from integrate_tui.tui.widgets.breath_cells import Breath

SIZE = (60, 24)


class Over(Static):
    DEFAULT_CSS = "Over { layer: above; width: 12; height: 3; offset: 20 6; background: red; }"


class Page(Screen[None]):
    CSS = "Page { layers: below above; align: center middle; }"

    def __init__(self) -> None:
        super().__init__()
        self._compositor = SparseCompositor()

    def compose(self) -> ComposeResult:
        yield Static("a heading", id="heading", markup=False)
        with Vertical():
            yield BreathPicture()
        yield Over("on top", markup=False)


class Room(App[None]):
    def get_default_screen(self) -> Screen[None]:
        return Page()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"muted": "#999999", "sky": "#88aacc"}


class Mirror:
    """A terminal in memory that is sent what a real one would be."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self._app = pilot.app
        self.screen = pyte.Screen(*SIZE)
        self._stream = pyte.Stream(self.screen)
        strips = pilot.app.screen._compositor.render_strips()
        for y, strip in enumerate(strips):
            self._stream.feed(f"\x1b[{y + 1};1H{strip.render(pilot.app.console)}")

    def take(self) -> int:
        """Take what changed, and return how many characters it took."""
        update = self._app.screen._compositor.render_partial_update()
        if update is None:
            return 0
        assert isinstance(update, SparseUpdate)
        sent = update.render_segments(self._app.console)
        self._stream.feed(sent)
        return len(sent)

    @property
    def cells(self) -> list[list[tuple[str, str, str]]]:
        """What is on it."""
        columns, lines = SIZE
        buffer = self.screen.buffer
        return [
            [(buffer[y][x].data, buffer[y][x].fg, buffer[y][x].bg) for x in range(columns)]
            for y in range(lines)
        ]


async def test_what_is_sent_adds_up_to_what_is_drawn_under_what_lies_over_it():
    app = Room()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        mirror = Mirror(pilot)
        picture = app.screen.query_one(BreathPicture)
        for beat in range(30):
            picture.show(Scene(Breath(abs(15 - beat) / 15), "in", beat // 10))
            app.screen.query_one("#heading", Static).update(f"beat {beat // 5}")
            await settle(mirror, app)
        assert mirror.cells == Mirror(pilot).cells
        assert any("on top" in line for line in mirror.screen.display)


async def settle(mirror: Mirror, app: App[None]) -> None:
    """Let the screen find out what changed, and send that."""
    compositor = app.screen._compositor
    compositor.update_widgets(
        {app.screen.query_one(BreathPicture), app.screen.query_one("#heading")}
    )
    mirror.take()


async def test_a_few_cells_cost_a_few_bytes():
    app = Room()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        mirror = Mirror(pilot)
        picture = app.screen.query_one(BreathPicture)
        picture.show(Scene(Breath(0.5)))
        await settle(mirror, app)
        picture.show(Scene(Breath(0.51)))
        app.screen._compositor.update_widgets({picture})
        assert 0 < mirror.take() < 1000


async def test_nothing_is_sent_where_nothing_changed():
    app = Room()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        mirror = Mirror(pilot)
        mirror.take()
        assert mirror.take() == 0


@pytest.mark.parametrize(
    ("method", "names"),
    [
        (Compositor.render_partial_update, ("_dirty_regions", "_regions_to_spans", "ChopsUpdate")),
        (Compositor._regions_to_spans, ("Yields tuples of (Y, X1, X2)",)),
        (ChopsUpdate.render_segments, ("console",)),
    ],
)
def test_it_stands_in_for_the_textual_it_was_written_for(method: object, names: tuple[str, ...]):
    source = inspect.getsource(method)  # type: ignore[arg-type]  # a function of a class
    assert all(name in source for name in names)
