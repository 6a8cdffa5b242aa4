"""The driver on a terminal of its own: what is typed arrives, and leaving waits for nothing.

It replaces a method of `LinuxDriver` whole, so what that method is called by and calls is held here
to the Textual it was written for.
"""

import asyncio
import inspect
import os
import pty
import signal
import sys
import threading
import tty
from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any, cast

import pytest
from textual import constants, events
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.message import Message

from integrate_tui.tui import driver as ours
from integrate_tui.tui.driver import PromptDriver
from tests.patience import FAR_TOO_LONG

_SIGNALS = (signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH, signal.SIGTTOU, signal.SIGTTIN)


class Listener:
    """What the driver takes for the app: it keeps every message."""

    def __init__(self) -> None:
        self.messages: asyncio.Queue[Message] = asyncio.Queue()

    async def _post_message(self, message: Message) -> None:
        await self.messages.put(message)

    def refresh(self, *, layout: bool) -> None:
        """Draw everything again: it has nothing to draw."""

    async def resize(self) -> Size:
        """Return the next size that is told."""
        async with asyncio.timeout(FAR_TOO_LONG):
            while True:
                message = await self.messages.get()
                if isinstance(message, events.Resize):
                    return message.size

    async def key(self) -> events.Key:
        """Return the next key."""
        async with asyncio.timeout(FAR_TOO_LONG):
            while True:
                message = await self.messages.get()
                if isinstance(message, events.Key):
                    return message


class Terminal:
    """A terminal with the driver on it."""

    def __init__(self, driver: PromptDriver, app: Listener, keyboard: int) -> None:
        self.driver = driver
        self.app = app
        self._keyboard = keyboard

    def type(self, data: bytes) -> None:
        """Type what a terminal would send."""
        os.write(self._keyboard, data)

    @property
    def input_thread(self) -> threading.Thread:
        """The thread that reads what is typed."""
        thread = self.driver._key_thread
        assert thread is not None
        return thread


@pytest.fixture
async def terminal(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Terminal]:
    """A terminal in memory, with the driver in application mode."""
    handlers = {number: signal.getsignal(number) for number in _SIGNALS}
    keyboard, screen = pty.openpty()
    tty.setraw(screen)
    with os.fdopen(screen, "r+b", buffering=0) as stdin, os.fdopen(os.dup(screen), "w") as stderr:
        monkeypatch.setattr(sys, "__stdin__", stdin)
        monkeypatch.setattr(sys, "__stderr__", stderr)
        app = Listener()
        driver: Any = PromptDriver(cast("Any", app), mouse=False)  # Textual's part has no types
        driver.start_application_mode()
        try:
            yield Terminal(driver, app, keyboard)
        finally:
            driver.stop_application_mode()
            driver.close()
            os.close(keyboard)
            for number, handler in handlers.items():
                signal.signal(number, handler)


@pytest.fixture
def read_by_the_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the driver get what is typed one byte at a time."""
    by_the_byte = SimpleNamespace(
        read=lambda fd, most: os.read(fd, min(most, 1)),
        write=os.write,
        pipe=os.pipe,
        close=os.close,
    )
    monkeypatch.setattr(ours, "os", by_the_byte)


async def test_a_letter_arrives(terminal: Terminal):
    terminal.type(b"a")
    assert (await terminal.app.key()).character == "a"


async def test_a_lone_escape_arrives_as_a_key(terminal: Terminal):
    terminal.type(b"\x1b")
    assert (await terminal.app.key()).key == "escape"


async def test_a_key_after_a_lone_escape_is_itself(terminal: Terminal):
    terminal.type(b"\x1b")
    assert (await terminal.app.key()).key == "escape"
    terminal.type(b"q")
    assert (await terminal.app.key()).key == "q"


@pytest.mark.usefixtures("read_by_the_byte")
async def test_the_parts_of_a_key_arrive_as_one(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(constants, "ESCAPE_DELAY", FAR_TOO_LONG)
    terminal.type(b"\x1b[A\x1b[6~x")
    assert [(await terminal.app.key()).key for _ in range(3)] == ["up", "pagedown", "x"]


@pytest.mark.usefixtures("read_by_the_byte")
async def test_the_bytes_of_a_character_arrive_as_one(terminal: Terminal):
    typed = "\u00e4\u9759\U0001f33f."
    terminal.type(typed.encode())
    assert [(await terminal.app.key()).character for _ in typed] == list(typed)


async def test_bytes_that_are_no_character_do_not_stop_the_keys(terminal: Terminal):
    terminal.type(b"\xff\xfea")
    characters = [(await terminal.app.key()).character for _ in range(3)]
    assert characters == ["\ufffd", "\ufffd", "a"]


async def test_a_paste_arrives_whole(terminal: Terminal):
    pasted = "\u9759\u304b " * 3000  # more than is read at once, and cut within a character
    threading.Thread(target=terminal.type, args=(f"\x1b[200~{pasted}\x1b[201~".encode(),)).start()
    async with asyncio.timeout(FAR_TOO_LONG):
        while not isinstance(message := await terminal.app.messages.get(), events.Paste):
            pass
    assert message.text == pasted


async def test_leaving_ends_the_thread_at_once(terminal: Terminal, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ours, "_IDLE", 3600)
    terminal.type(b"a")
    await terminal.app.key()  # it looks at the terminal again now, for an hour
    thread = terminal.input_thread
    monkeypatch.setattr(thread, "join", lambda: threading.Thread.join(thread, FAR_TOO_LONG))
    terminal.driver.disable_input()
    assert not thread.is_alive()


async def test_a_program_that_was_suspended_takes_keys_again_and_ends_at_once(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
):
    terminal.driver.suspend_application_mode()
    monkeypatch.setattr(ours, "_IDLE", 3600)
    terminal.driver.resume_application_mode()
    terminal.type(b"a")
    assert (await terminal.app.key()).character == "a"
    thread = terminal.input_thread
    monkeypatch.setattr(thread, "join", lambda: threading.Thread.join(thread, FAR_TOO_LONG))
    terminal.driver.disable_input()
    assert not thread.is_alive()


async def come_back(terminal: Terminal) -> None:
    """Have the driver go on after it was stopped with a signal that cannot be caught."""
    thread = terminal.input_thread
    os.kill(os.getpid(), signal.SIGCONT)
    async with asyncio.timeout(FAR_TOO_LONG):
        while terminal.input_thread is thread:
            await terminal.app.messages.get()  # the size of the terminal, which it tells anew


async def test_a_program_that_was_stopped_without_warning_has_one_thread_for_keys(
    terminal: Terminal,
):
    await come_back(terminal)
    names = [thread.name for thread in threading.enumerate()]
    assert names.count("textual-input") == names.count("textual-output") == 1
    terminal.type(b"a")
    assert (await terminal.app.key()).character == "a"


async def test_a_program_that_was_stopped_without_warning_gives_the_terminal_back_as_it_was(
    terminal: Terminal,
):
    before = terminal.driver.attrs_before
    await come_back(terminal)
    assert terminal.driver.attrs_before == before


async def test_a_size_that_changes_while_an_earlier_one_is_told_is_told_last(terminal: Terminal):
    sizes = iter([(20, 5), (80, 24), (80, 24)])
    handler = cast("Any", signal.getsignal(signal.SIGWINCH))

    def in_between() -> tuple[int, int]:
        size = next(sizes)
        if size == (20, 5):  # another signal, before this one is told
            handler(signal.SIGWINCH, None)
        return size

    cast("Any", terminal.driver)._get_terminal_size = in_between
    handler(signal.SIGWINCH, None)
    told = [await terminal.app.resize() for _ in range(3)]  # the first of them at the start
    assert {tuple(size) for size in told[1:]} == {(20, 5), (80, 24)}
    assert tuple(told[-1]) == (80, 24)


async def test_nothing_of_it_stays_open(terminal: Terminal):
    pipe = (terminal.driver._wake_reader, terminal.driver._wake_writer)
    terminal.driver.suspend_application_mode()
    for end in pipe:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(end)
    terminal.driver.resume_application_mode()


def test_what_is_replaced_is_there_and_is_asked_for_in_the_same_way():
    replaced = [name for name, found in vars(PromptDriver).items() if inspect.isfunction(found)]
    assert "run_input_thread" in replaced
    for name in replaced:
        if name not in ("__init__", "_begin_anew", "_look_at_size"):
            parameters = [
                list(inspect.signature(getattr(kind, name)).parameters)
                for kind in (PromptDriver, LinuxDriver)
            ]
            assert parameters[0] == parameters[1], name


def test_the_input_thread_runs_what_is_replaced():
    assert "_run_input_thread" in LinuxDriver.start_application_mode.__code__.co_names
    assert "run_input_thread" in LinuxDriver._run_input_thread.__code__.co_names
