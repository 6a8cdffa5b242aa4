"""The same journal and clock as the tests of the screens."""

from tests.tui.conftest import (  # noqa: F401 - fixtures, found by name
    lived_in,
    nothing_waits,
    paths,
    workspace,
)
