"""The terminal is lent to the person's own editor, and comes back as it was."""

from pathlib import Path

import pytest

from integrate_tui.paths import Paths
from tests.terminal.conftest import Start

ASKS_FOR_A_LINE = """\
#!/bin/sh
printf 'A line for %s: ' "${1##*/}"
IFS= read -r LINE
printf '%s\\n' "$LINE" >> "$1"
"""


@pytest.fixture
def editor(tmp_path: Path) -> dict[str, str]:
    """An editor that asks for a line, and puts it at the end of what it opens."""
    script = tmp_path / "an-editor"
    script.write_text(ASKS_FOR_A_LINE)
    script.chmod(0o700)
    return {"EDITOR": str(script)}


def test_a_text_pack_is_changed_in_the_editor_and_checked_at_once(
    journal: Paths, start: Start, editor: dict[str, str]
):
    journal.packs.mkdir()
    mine = journal.packs / "mine.txt"
    mine.write_text("# Mine\n\n? What?\n")
    with start(environment=editor) as window:
        window.wait_for("Check in")
        window.send("w")
        window.wait_for("A free page")
        window.send("p")
        window.wait_for("mine.txt")
        window.send("e")
        window.wait_for("A line for mine.txt:")
        window.send("  scale: ten .. one", "enter")
        window.wait_for("1 thing to mend", "mine.txt:4")
        window.send("e")
        window.wait_for("A line for mine.txt:")
        window.send("// seen", "enter")
        window.wait_for("Text packs")
        window.send("escape")
        window.wait_for("Write")
        window.send("ctrl+q")
        assert window.end() == 0
    assert mine.read_text() == "# Mine\n\n? What?\n  scale: ten .. one\n// seen\n"
