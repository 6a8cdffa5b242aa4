"""A field by itself, on a screen of a given size, and what it tells."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual import events, on
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widget import Widget

from integrate_tui import tui
from integrate_tui.core.answers import EMPTY, Answer, Reply
from integrate_tui.core.known import Known
from integrate_tui.tui.palette import PALETTES
from integrate_tui.tui.themes import variables
from integrate_tui.tui.widgets.fields.base import Answering, Finished, Replied
from integrate_tui.tui.widgets.fields.make import field_for
from tests.builders import what_is_known
from tests.tui.conftest import settle


class Host(App[int]):
    """One field, and nothing else."""

    CSS_PATH = Path(tui.__file__).parent / "styles" / "later.tcss"
    CSS = "FeelingsField { height: 1fr; }"

    def __init__(self, kind: Answer, reply: Reply, known: Known) -> None:
        super().__init__()
        self._asked = kind, reply, known
        self.told: list[Reply] = []
        self.times_finished = 0

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variables(PALETTES["dusk"])

    def compose(self) -> ComposeResult:
        self.field: Widget = field_for(*self._asked)
        yield self.field

    def on_mount(self) -> None:
        self.field.focus()

    @on(Replied)
    def hear(self, event: Replied) -> None:
        self.told.append(event.reply)

    @on(Finished)
    def end(self) -> None:
        self.times_finished += 1


class Answers:
    """A field under way."""

    def __init__(self, pilot: Pilot[int], host: Host) -> None:
        self.pilot = pilot
        self.host = host

    @property
    def field(self) -> Widget:
        return self.host.field

    @property
    def reply(self) -> Reply:
        """What the field holds, which is also what it told last."""
        assert isinstance(self.field, Answering)
        reply = self.field.reply
        if self.host.told:
            assert self.host.told[-1] == reply
        return reply

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await settle(self.pilot)

    async def type(self, text: str) -> None:
        for character in text:
            await self.pilot.press("space" if character == " " else character)
        await settle(self.pilot)

    async def paste(self, text: str) -> None:
        self.host.post_message(events.Paste(text))
        await settle(self.pilot)

    async def click(self, x: int, y: int) -> None:
        await self.pilot.click(self.field, offset=(x, y))
        await settle(self.pilot)

    def drawn(self) -> list[str]:
        strips = self.pilot.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


InField = Callable[..., AbstractAsyncContextManager[Answers]]


@pytest.fixture
def answering() -> InField:
    """Answer in a field: `async with answering(Date()) as field:`."""

    @asynccontextmanager
    async def answer(
        kind: Answer,
        reply: Reply = EMPTY,
        *,
        known: Known | None = None,
        size: tuple[int, int] = (72, 12),
    ) -> AsyncIterator[Answers]:
        host = Host(kind, reply, known or what_is_known())
        async with host.run_test(size=size) as pilot:
            await settle(pilot)
            yield Answers(pilot, host)

    return answer
