"""The one place that prints."""

import io
import sys
from collections.abc import Callable

import pytest

from integrate_tui.cli import output
from tests.cli.conftest import Stream

Printed = Callable[..., str]


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> Printed:
    """What an action prints to a stream of 30 columns."""

    def capture(
        action: Callable[[], object],
        *,
        name: str = "stdout",
        terminal: bool = False,
        encoding: str = "utf-8",
    ) -> str:
        stream = Stream(terminal=terminal, encoding=encoding)
        with monkeypatch.context() as patch:
            patch.setattr(sys, name, stream)
            patch.setenv("COLUMNS", "30")
            action()
        return stream.text()

    return capture


def test_columns_line_up_by_the_width_of_their_cells(printed: Printed) -> None:
    rows = [["1", "\u6771\u4eac", "x"], ["12", "abc", "y"], ["3", "e\u0301", "z"]]

    said = printed(lambda: output.show_rows(rows))

    assert said.splitlines() == [" 1  \u6771\u4eac  x", "12  abc   y", " 3  e\u0301     z"]


def test_the_last_column_is_cut_on_a_terminal_only(printed: Printed) -> None:
    rows = [["1", "a line that is much too long for it"], ["2", "\u6771" * 40]]

    first, second = printed(lambda: output.show_rows(rows), terminal=True).splitlines()

    assert first == "1  a line that is much too lo\u2026"
    assert second == "2  " + "\u6771" * 13 + "\u2026"
    assert rows[1][1] in printed(lambda: output.show_rows(rows))


def test_prose_is_broken_at_words_on_a_terminal_only(printed: Printed) -> None:
    text = "one two three four five six seven\n\neight"

    said = printed(lambda: output.show_prose(text, indent="  "), terminal=True)

    assert said == "  one two three four five six\n  seven\n\n  eight\n"
    assert printed(lambda: output.show_prose(text)) == f"{text}\n"


def test_what_cannot_be_encoded_is_replaced(printed: Printed) -> None:
    assert printed(lambda: output.show("caf\u00e9"), encoding="ascii") == "caf?\n"


def test_json_to_a_narrow_encoding_loses_nothing(printed: Printed) -> None:
    said = printed(lambda: output.show_json({"word": "caf\u00e9"}), encoding="ascii")

    assert said == '{\n  "word": "caf\\u00e9"\n}\n'


def test_a_file_name_that_is_no_text_leaves_as_the_bytes_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = Stream()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        output.show("caf\udce9")
        output.finish()

    assert isinstance(stream.buffer, io.BytesIO)
    assert stream.buffer.getvalue() == b"caf\xe9\n"


def test_json_keeps_letters_and_the_order_of_its_keys(printed: Printed) -> None:
    said = printed(lambda: output.show_json({"b": "\u6771", "a": None}))

    assert said == '{\n  "b": "\u6771",\n  "a": null\n}\n'


@pytest.mark.parametrize("terminal", [False, True])
def test_words_for_people_are_cleaned_wherever_they_go(printed: Printed, terminal: bool) -> None:
    said = printed(lambda: output.say("\x1b[31mred\x9b word"), name="stderr", terminal=terminal)

    assert said == "[31mred word\n"


def test_data_is_cleaned_on_its_way_to_a_terminal_only(printed: Printed) -> None:
    assert printed(lambda: output.show("a\x1b[2J"), terminal=True) == "a[2J\n"
    assert printed(lambda: output.show("a\x1b[2J")) == "a\x1b[2J\n"


def test_a_terminal_without_a_width_has_eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "wide")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", Stream())

        assert output.columns() == 80
