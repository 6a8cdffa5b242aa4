"""A signal ends a program by way of what has to be done first."""

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from integrate_tui import ending

ENDS = (signal.SIGTERM, signal.SIGHUP)


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """Give every signal back to whoever had it."""
    before = {number: signal.getsignal(number) for number in ENDS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", ENDS)
def test_what_has_to_be_done_is_done_before_the_end(number: signal.Signals):
    done = []
    with pytest.raises(SystemExit) as ended, ending.in_order():
        try:
            signal.raise_signal(number)
        finally:
            done.append("tidied up")
    assert ended.value.code == 128 + number
    assert done == ["tidied up"]


def test_a_second_signal_breaks_off_nothing_of_it():
    done = []
    with pytest.raises(SystemExit) as ended, ending.in_order():
        try:
            signal.raise_signal(signal.SIGHUP)
        finally:
            signal.raise_signal(signal.SIGTERM)
            done.append("tidied up")
    assert ended.value.code == 128 + signal.SIGHUP
    assert done == ["tidied up"]


def test_afterwards_a_signal_does_what_it_did_before():
    with ending.in_order():
        pass
    assert [signal.getsignal(number) for number in ENDS] == [signal.SIG_DFL, signal.SIG_DFL]


def test_a_signal_that_somebody_looks_after_is_left_to_them():
    said: list[int] = []
    signal.signal(signal.SIGHUP, lambda number, _frame: said.append(number))
    with ending.in_order():
        signal.raise_signal(signal.SIGHUP)
    assert said == [signal.SIGHUP]


def test_a_signal_that_is_not_wanted_stays_unwanted():
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as `nohup` has it
    with ending.in_order():
        signal.raise_signal(signal.SIGHUP)


def test_in_a_thread_signals_are_left_alone():
    said = []

    def work() -> None:
        with ending.in_order():
            said.append(signal.getsignal(signal.SIGTERM))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert said == [signal.SIG_DFL]


def test_undisturbed_a_signal_waits_until_it_is_done():
    done = []
    with pytest.raises(SystemExit), ending.in_order(), ending.undisturbed():
        os.kill(os.getpid(), signal.SIGTERM)
        done.append("all of it")
    assert done == ["all of it"]
