"""The page that says how to open an encrypted journal without the program, and its script."""

import re
import shutil
import sqlite3
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

import integrate_tui.store
from integrate_tui.paths import Paths, backups_of
from integrate_tui.safekeeping import passphrases
from integrate_tui.store import backup, convert, keys
from integrate_tui.store.drafts import Rescue
from tests.bench.life import PROMPTS
from tests.builders import a_draft
from tests.store.desk import open_desk
from tests.store.lived_in import live

PAGE = (Path(integrate_tui.store.__path__[0]) / "OPENING.md").read_text(encoding="utf-8")
SCRIPT = re.findall(r"^```python\n(.+?)^```", PAGE, re.MULTILINE | re.DOTALL)
PASSPHRASE = "K\u00e4lte, and a lamp"


@pytest.fixture(scope="module")
def lived_in(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal somebody has lived with, closed."""
    path = Path(shutil.copy(blank, tmp_path_factory.mktemp("lived") / "journal.db"))
    desk = open_desk(path)
    live(desk)
    desk.db.close()
    return path


@pytest.fixture
def sealed(lived_in: Path, tmp_path: Path) -> Paths:
    """A lived-in journal, encrypted, with a copy and a rescued draft."""
    journal = Path(shutil.copy(lived_in, tmp_path / "journal.db"))
    convert.convert(journal, PASSPHRASE)
    return Paths(journal, tmp_path / "packs", PROMPTS)


def opened(encrypted: Path, typed: str) -> str:
    """Run the script of the page on a file, where nothing of the program can be imported."""
    (script,) = SCRIPT
    plain = encrypted.with_name(f"{encrypted.stem}-plain.db")
    run = subprocess.run(
        [sys.executable, "-I", "-c", script, str(encrypted), str(plain)],
        input=f"{typed}\n",
        capture_output=True,
        text=True,
        check=True,
        cwd=encrypted.parent,
    )
    assert typed not in run.stdout + run.stderr
    other = sqlite3.connect(plain)
    tables = {name for (name,) in other.execute("SELECT name FROM sqlite_schema")}
    table = "things" if "things" in tables else "drafts"
    count = other.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    other.close()
    return f"{count} {table}"


def test_the_script_is_no_longer_than_the_page_says():
    (script,) = SCRIPT
    assert len(script.splitlines()) <= 15
    assert "integrate" not in script


def test_the_passphrase_opens_it(sealed: Paths):
    keys.drop()
    count, table = opened(sealed.journal, unicodedata.normalize("NFD", PASSPHRASE)).split()
    assert table == "things"
    assert int(count) > 5


def test_the_words_of_the_sheet_open_it_and_their_first_letters_do(sealed: Paths):
    key = keys.key_of(sealed.journal)
    assert key is not None
    words = passphrases.words_of(key.raw)
    keys.drop()
    whole = opened(sealed.journal, " ".join(words))
    sealed.journal.with_name("journal-plain.db").unlink()
    assert opened(sealed.journal, " ".join(word[:4] for word in words)) == whole


def test_a_copy_and_a_rescued_draft_are_opened_alike(sealed: Paths):
    folder = backups_of(sealed.journal)
    folder.mkdir(exist_ok=True)
    copy = backup.of_day(sealed.journal, folder / "copy.db")
    Rescue(sealed.rescue, keys.key_of(sealed.journal)).save(a_draft())
    keys.drop()
    assert opened(copy, PASSPHRASE).endswith("things")
    assert opened(sealed.rescue, PASSPHRASE) == "1 drafts"


def test_another_passphrase_opens_nothing(sealed: Paths):
    keys.drop()
    with pytest.raises(subprocess.CalledProcessError):
        opened(sealed.journal, "another one")


def test_the_page_says_how_the_key_is_made():
    assert f"{keys.ROUNDS:,} rounds" in " ".join(PAGE.split())
