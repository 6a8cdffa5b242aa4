"""A driver that leaves at once and knows a lone Escape sooner.

Textual's own input thread sleeps in `select` for a tenth of a second at a time, twice when the
program ends, so leaving takes 300 ms and Escape 117. This one is woken through a pipe, and looks
again soon after what it read held an escape character, which may have been the key or the start of
another's code; the parser itself waits `ESCDELAY` milliseconds. It replaces a method of
`LinuxDriver`, and a test holds it to the Textual it was written for.

A program that was stopped with SIGSTOP had no chance to put its terminal away. Textual's driver
would then begin a second time beside itself: two threads that wait for the same keys, of which one
waits for ever, and a terminal that is taken for raw as the state to go back to.
"""

import asyncio
import os
import selectors
import signal
from codecs import getincrementaldecoder
from threading import Thread
from typing import Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

_IDLE = 0.5
_SOON = 0.015
"""Seconds between looks while an escape character may still turn out to be a key."""
_LOOKS = 10
_LAST_KEYS = 0.02
"""Seconds to swallow what the terminal still sends while the program ends."""


class PromptDriver(LinuxDriver):
    """`LinuxDriver` with an input thread that can be woken."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._wake_reader, self._wake_writer = os.pipe()

    @property
    def is_behind(self) -> bool:
        """Whether the terminal has still to take what was written last, as over a slow line."""
        writer = self._writer_thread
        return writer is not None and writer._queue.qsize() > 0

    def start_application_mode(self) -> None:
        """Have changes of size looked at one after the other.

        Textual's handler reads the size and tells it. A second signal runs it within the first one,
        between the two, so that the older size was told last and stayed.
        """
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's has no types
        loop = asyncio.get_running_loop()

        def look_soon(*_: Any) -> None:
            loop.call_soon_threadsafe(self._look_at_size)

        signal.signal(signal.SIGWINCH, look_soon)

    def _look_at_size(self) -> None:
        if self.is_taking_keys and not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self.send_message(events.Resize(size, size))

    def disable_input(self) -> None:
        """Wake the input thread, so that it ends now."""
        if isinstance(self._key_thread, Thread) and self._key_thread.is_alive():
            os.write(self._wake_writer, b".")
        super().disable_input()

    def resume_application_mode(self) -> None:
        """Open the pipe anew: to be suspended is to be closed."""
        self._wake_reader, self._wake_writer = os.pipe()
        super().resume_application_mode()

    def close(self) -> None:
        """Close the pipe with the rest."""
        super().close()
        os.close(self._wake_reader)
        os.close(self._wake_writer)

    @property
    def is_taking_keys(self) -> bool:
        """Whether the terminal is ours: it was not put away for somebody else."""
        return self._key_thread is not None and self._key_thread.is_alive()

    def _sigtstp_application(self, *_: Any) -> None:
        """Let an app that locks something do so before it is stopped."""
        sleep = super()._sigtstp_application
        lock_before_sleep = getattr(self._app, "lock_before_sleep", None)
        if lock_before_sleep is None:
            sleep()
        else:
            lock_before_sleep(sleep)

    def _sigcont_application(self, *_: Any) -> None:
        """Go on after having been stopped, with or without a chance to put the terminal away."""
        if self._auto_restart and self.is_taking_keys:
            # Not from within the handler: what it interrupts may be in the middle of writing.
            asyncio.get_running_loop().call_soon_threadsafe(self._begin_anew)
        else:
            super()._sigcont_application()

    def _begin_anew(self) -> None:
        lock_if_idle = getattr(self._app, "lock_if_idle", None)
        if lock_if_idle is not None and lock_if_idle():
            return  # before anything is drawn again
        if self.is_taking_keys:
            self.suspend_application_mode()
            self.resume_application_mode()
            self._app.refresh(layout=True)

    def run_input_thread(self) -> None:
        """Read keys until the program ends."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        looks = 0
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._wake_reader, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = selector.select(_SOON if looks else _IDLE)
                looks = max(0, looks - 1)
                for key, _ in ready:
                    if key.fd == self._wake_reader:
                        os.read(self._wake_reader, 64)
                        self.exit_event.wait(_LAST_KEYS)
                        break
                    data = os.read(self.fileno, 4096)
                    if not data:
                        return
                    text = decode(data)
                    if not text:  # a part of a character, whose rest is on its way
                        continue
                    looks = _LOOKS if "\x1b" in text else looks
                    for message in parser.feed(text):
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)
