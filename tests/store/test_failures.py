import pytest

from integrate_tui.errors import (
    BusyError,
    DamagedError,
    DiskFullError,
    ReadOnlyError,
    StoreError,
    UnconfirmedError,
)
from integrate_tui.store import driver, failures
from tests.store.desk import Desk


class _FaultError(driver.Error):  # type: ignore[misc]  # the driver publishes no types
    def __init__(self, code: int) -> None:
        super().__init__("what a person wrote")
        self.sqlite_errorcode = code


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (5, BusyError),
        (5 | 2 << 8, BusyError),  # SQLITE_BUSY_SNAPSHOT
        (8, ReadOnlyError),
        (8 | 4 << 8, ReadOnlyError),
        (10, UnconfirmedError),
        (10 | 4 << 8, UnconfirmedError),
        (11, DamagedError),
        (13, DiskFullError),
        (14, StoreError),
        (19, StoreError),
        (0, StoreError),
    ],
)
def test_each_fault_of_a_save_has_its_own_sentence(code: int, error: type[StoreError]):
    found = failures.translated(_FaultError(code), writing=True)

    assert type(found) is error
    assert found.happened
    assert found.safe
    assert found.do
    assert "what a person wrote" not in str(found)


def test_a_fault_while_reading_is_no_unconfirmed_save():
    assert type(failures.translated(_FaultError(10), writing=False)) is StoreError


def test_an_error_of_the_driver_shows_nothing_of_what_was_written(desk: Desk):
    with pytest.raises(StoreError) as caught:
        desk.db.rows("SELECT json('secret words')")
    assert "secret" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
