"""The one place that prints: data on stdout, words for people on stderr.

Whatever goes to a terminal is cleaned once more on its way, so that no stored text, file name or
argument can move the cursor or change a title; data that is piped leaves as it is stored.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
"""Not taken from `typing`, whose import is a quarter of the time that `--version` has."""
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any, TextIO

MEASURE = 76
"""Columns that running text takes at the most."""
_GAP = "  "
_KEPT = "\x1f"
"""Stands for a blank at which a line is not broken; text that is cleaned has none of it."""


class OutputError(Exception):
    """What was to be printed could not be; it says why."""


class ReaderGoneError(OutputError):
    """Whoever read the output has gone, as `head` does; nobody is left to be told."""


def show(text: str = "") -> None:
    """Print a line of data."""
    _write(sys.stdout, f"{text}\n")


def say(text: str = "") -> None:
    """Tell a person something, as far as anybody is there to be told."""
    words = _wrapped(text) if is_terminal(sys.stderr) else text
    try:  # noqa: SIM105 - `contextlib` takes as long to import as `--version` has
        _write_raw(sys.stderr, cleaned(f"{words}\n"))
    except OutputError:
        pass  # data still goes its way, and the exit code says the rest


def show_prose(text: str = "", indent: str = "") -> None:
    """Print running text, broken at words to a comfortable measure on a terminal."""
    if is_terminal(sys.stdout):
        text = _wrapped(text, indent)
    elif indent:
        text = "\n".join(f"{indent}{line}" if line else "" for line in text.split("\n"))
    show(text)


def show_page(text: str) -> None:
    """Print text that has its own line ends."""
    _write(sys.stdout, text)


class Progress:
    """How far something long is, told on one line of a terminal that is wiped at the end."""

    def __init__(self, doing: str) -> None:
        """Begin.

        Args:
            doing: What is being done, as the beginning of the line.
        """
        self._doing = doing
        self._told = -1

    def tell(self, done: int, total: int) -> None:
        """Say how many of how many things are done."""
        share = 100 * done // total if total else 100
        if share != self._told and is_terminal(sys.stderr):
            self._told = share
            _write_raw(sys.stderr, f"\r{self._doing} {share} %")
            _attempt(sys.stderr.flush)

    def end(self) -> None:
        """Wipe the line."""
        if self._told >= 0:
            _write_raw(sys.stderr, f"\r{' ' * (len(self._doing) + 6)}\r")


def is_confirmed(question: str, word: str = "yes") -> bool:
    """Ask for a word in full, before something that cannot be undone."""
    say(question)
    return bool(sys.stdin) and sys.stdin.readline().strip().casefold() == word


def show_json(value: Any) -> None:
    """Print a value as JSON, with keys in the order they were put in."""
    import json  # noqa: PLC0415 - two milliseconds, and only for those who ask for it

    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    plain = encoding.lower().replace("-", "") != "utf8"
    show(json.dumps(value, ensure_ascii=plain, indent=2))


def show_rows(rows: Sequence[Sequence[str]], *, right: Iterable[int] = (0,)) -> None:
    """Print rows in columns that line up, the last cut to the width of a terminal.

    Args:
        rows: The cells, each one line.
        right: The columns that are set to the right, as numbers are.
    """
    if not rows:
        return
    measure = _measure()
    most = is_terminal(sys.stdout) and columns()
    widths = [max(map(measure, cells)) for cells in zip(*rows, strict=True)][:-1]
    set_right = frozenset(right)
    for row in rows:
        line = ""
        for i, width in enumerate(widths):
            space = " " * (width - measure(row[i]))
            line += (space + row[i] if i in set_right else row[i] + space) + _GAP
        line += row[-1]
        show(_cut(line, most, measure) if most else line.rstrip())


def show_markdown(text: str) -> None:
    """Print what was written, with its Markdown drawn where this is a terminal.

    Line ends stay line ends, as the person set them.
    """
    if not is_terminal(sys.stdout) or os.environ.get("TERM", "dumb") == "dumb":
        show_prose(text)
        return
    # A tenth of a second, and only reading on a terminal needs it.
    from rich.console import Console  # noqa: PLC0415
    from rich.markdown import Markdown  # noqa: PLC0415

    drawn = Markdown(cleaned(text).replace("\n", "  \n"), hyperlinks=False)
    # Drawn into a string that is not cleaned again: the escapes in it are ours.
    console = Console(width=min(columns(), MEASURE), highlight=False, force_terminal=True)
    with console.capture() as capture:
        console.print(drawn)
    lines = (line.rstrip() for line in capture.get().rstrip("\n").split("\n"))
    _write_raw(sys.stdout, "".join(f"{line}\n" for line in lines))


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether a stream is a terminal; one that is closed is none."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def columns() -> int:
    """Return the width of the terminal."""
    try:
        return int(os.environ.get("COLUMNS", "")) or 80
    except ValueError:
        pass
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (OSError, ValueError, AttributeError):
        return 80


def cleaned(text: str) -> str:
    """Return text without what a terminal would take for a command."""
    # Not needed by `--version`, which has no milliseconds to spare.
    from integrate_tui.core.text import clean  # noqa: PLC0415

    return clean(text)


def finish() -> None:
    """Send everything on its way.

    Raises:
        ReaderGoneError: Nobody reads any more.
        OutputError: It could not be written.
    """
    if sys.stdout is not None and not sys.stdout.closed:
        _attempt(sys.stdout.flush)


def _write(stream: TextIO | None, text: str) -> None:
    """Write data, cleaned if it goes to a terminal."""
    _write_raw(stream, cleaned(text) if is_terminal(stream) else text)


def _write_raw(stream: TextIO | None, text: str) -> None:
    if stream is None or stream.closed:
        return
    out = stream
    try:
        _attempt(lambda: out.write(text))
    except UnicodeEncodeError:
        encoding = stream.encoding or "utf-8"
        try:
            data = text.encode(encoding, "surrogateescape")  # a file name that is no text
        except UnicodeEncodeError:
            data = text.encode(encoding, "replace")
        _attempt(stream.flush)
        _attempt(lambda: out.buffer.write(data))


def _attempt(action: Callable[[], object]) -> None:
    try:
        action()
    except BrokenPipeError:
        raise ReaderGoneError from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise OutputError(
            f"The answer could not be written out ({reason}). What was to be kept is kept."
        ) from None


def _wrapped(text: str, indent: str = "") -> str:
    import textwrap  # noqa: PLC0415 - only for terminals

    width = max(20, min(columns() - 1, MEASURE))
    # What is to be typed stays in one piece, to be copied from the screen.
    parts = text.split("`")
    parts[1::2] = [part.replace(" ", _KEPT) for part in parts[1::2]]
    text = "`".join(parts) if len(parts) % 2 else text
    lines = (
        textwrap.wrap(
            line,
            width,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
            drop_whitespace=True,
        )
        for line in text.split("\n")
    )
    return "\n".join("\n".join(line) for line in lines).replace(_KEPT, " ")


def _measure() -> Callable[[str], int]:
    """Return what measures a cell: its length, or its width where it has wide characters."""

    def measure(text: str) -> int:
        if text.isascii():
            return len(text)
        from rich.cells import cell_len  # noqa: PLC0415 - ASCII is measured without it

        return cell_len(text)

    return measure


def _cut(line: str, most: int, measure: Callable[[str], int]) -> str:
    """Return a line that fits a terminal, ending in an ellipsis where it was cut."""
    line = cleaned(line).rstrip()
    if measure(line) <= most:
        return line
    if line.isascii():
        return f"{line[: most - 1].rstrip()}\u2026"
    from rich.cells import set_cell_size  # noqa: PLC0415 - as in `_measure`

    return f"{set_cell_size(line, most - 1).rstrip()}\u2026"
