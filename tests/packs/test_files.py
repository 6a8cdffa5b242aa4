"""Whatever lies in a packs folder is read, or refused with its reason; nothing is waited for."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from integrate_tui.core.answers import Scale
from integrate_tui.core.pieces import Guide
from integrate_tui.errors import PackError
from integrate_tui.packs import files
from integrate_tui.packs.copies import copy_in
from integrate_tui.packs.files import DEEPEST, MOST_FILES, PackFile, load, scan
from integrate_tui.packs.pack import MOST_BYTES, Pack
from tests.packs.samples import EXERCISE, GUIDE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "packs"
    made.mkdir()
    return made


def names(folder: Path) -> list[str]:
    return [entry.name for entry in scan(folder, own=True)]


def refusals(folder: Path) -> list[str]:
    """The problems of everything in a folder, whether found by looking or by reading."""
    found = [PackFile(entry, own=True).parse() for entry in scan(folder, own=True)]
    return [str(problem) for pack in found for problem in pack.problems]


def test_packs_are_found_in_folders_and_sorted(folder: Path) -> None:
    (folder / "b").mkdir()
    (folder / "b" / "two.txt").write_text(GUIDE)
    (folder / "one.TXT").write_text(GUIDE)
    (folder / "notes.md").write_text("# not a pack")
    (folder / ".hidden.txt").write_text("# not a pack")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.txt").write_text("# not a pack")
    assert names(folder) == ["b/two.txt", "one.TXT"]


def test_a_person_need_not_have_a_folder(tmp_path: Path) -> None:
    assert scan(tmp_path / "none", own=True) == []


def test_the_folder_of_the_program_has_to_be_there(tmp_path: Path) -> None:
    (entry,) = scan(tmp_path / "none", own=False)
    assert entry.refusal is not None
    assert "this folder cannot be read (no such file or directory)" in str(
        entry.refusal.problems[0]
    )


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "packs").write_text("")
    assert "this folder cannot be read (not a directory)" in refusals(tmp_path / "packs")[0]


def test_a_pipe_is_refused_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert refusals(folder) == [
        "pipe.txt: this is not a plain file \u2014 put a text file in its place"
    ]


def test_a_socket_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)  # the name of a socket may not be longer than a hundred characters
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket.txt")
    assert refusals(folder) == [
        "socket.txt: this is not a plain file \u2014 put a text file in its place"
    ]


def test_a_folder_with_the_name_of_a_pack_is_refused(folder: Path) -> None:
    (folder / "pack.txt").mkdir()
    (folder / "pack.txt" / "inside.txt").write_text(GUIDE)
    assert refusals(folder) == [
        "pack.txt: this is not a plain file \u2014 put a text file in its place"
    ]


def test_a_device_is_refused(folder: Path) -> None:
    assert load(Path(os.devnull), "null.txt").problems[0].message == "this is not a plain file"


def test_a_link_inside_the_folder_is_followed(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "real.txt").write_text(GUIDE)
    (folder / "link.txt").symlink_to(folder / "sub" / "real.txt")
    assert refusals(folder) == []
    assert names(folder) == ["link.txt", "sub/real.txt"]


def test_a_link_out_of_the_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(GUIDE)
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert refusals(folder) == [
        "link.txt: this is a link that leads out of the packs folder \u2014 "
        "put a copy of the file itself here"
    ]


def test_a_folder_that_is_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "else").mkdir()
    (tmp_path / "else" / "x.txt").write_text(GUIDE)
    (folder / "link").symlink_to(tmp_path / "else")
    assert names(folder) == []


def test_the_packs_folder_itself_may_be_a_link(folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text(GUIDE)
    (tmp_path / "link").symlink_to(folder)
    assert refusals(tmp_path / "link") == []
    assert names(tmp_path / "link") == ["a.txt"]


@pytest.mark.parametrize("target", ["missing.txt", "link.txt"])
def test_a_link_that_leads_nowhere_is_refused(folder: Path, target: str) -> None:
    (folder / "link.txt").symlink_to(folder / target)
    assert refusals(folder)[0].startswith("link.txt: this cannot be read (")


def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (folder / "large.txt").open("wb") as file:
        file.truncate(2 * MOST_BYTES)
    monkeypatch.setattr(files, "decode", None)
    assert refusals(folder) == [
        "large.txt: this file is larger than 1 MiB \u2014 put its pieces into several files"
    ]


def test_a_file_that_grows_while_it_is_read_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "large.txt").write_bytes(b"a" * (MOST_BYTES + 5))
    small = os.stat_result((0o100600, 1, 1, 1, 0, 0, 10, 0, 0, 0))
    monkeypatch.setattr(os, "fstat", lambda _: small)
    assert (
        load(folder / "large.txt", "large.txt").problems[0].message
        == "this file is larger than 1 MiB"
    )


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"# T\n? caf\xe9\n", "latin.txt:2:6: byte 10 is not UTF-8"),
        (b"\xff", "latin.txt:1:1: byte 1 is not UTF-8"),
        (b"\xef\xbb\xbf# T\r\n\xc3\xa9\xe9", "latin.txt:2:2: byte 11 is not UTF-8"),
        (b"# T\r? \xe9", "latin.txt:2:3: byte 7 is not UTF-8"),
        (b"a\x00\x80", "latin.txt:1:3: byte 3 is not UTF-8"),
        (b"\xed\xa0\x80", "latin.txt:1:1: byte 1 is not UTF-8"),
    ],
)
def test_what_is_not_utf_8_is_told_with_the_byte_and_its_place(
    folder: Path, data: bytes, place: str
) -> None:
    (folder / "latin.txt").write_bytes(data)
    assert refusals(folder) == [f"{place} \u2014 save it again with the encoding UTF-8"]


def test_a_file_saved_as_utf_16_is_told_so(folder: Path) -> None:
    (folder / "notepad.txt").write_bytes(GUIDE.encode("utf-16"))
    assert refusals(folder) == [
        "notepad.txt: this is saved as UTF-16 \u2014 save it again with the encoding UTF-8"
    ]


def test_a_byte_order_mark_is_accepted(folder: Path) -> None:
    (folder / "a.txt").write_text(GUIDE, encoding="utf-8-sig")
    assert refusals(folder) == []


def test_a_file_nobody_may_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.txt").write_text(GUIDE)

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert refusals(folder) == ["a.txt: this cannot be read (permission denied)"]


def test_a_folder_nobody_may_read_is_told_and_the_others_are_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "closed").mkdir()
    (folder / "z.txt").write_text(GUIDE)
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert refusals(folder) == ["closed: this folder cannot be read (permission denied)"]
    assert names(folder) == ["closed", "z.txt"]


def test_a_file_that_goes_while_the_folder_is_read_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text(GUIDE)
    (entry,) = scan(folder, own=True)
    (folder / "a.txt").unlink()
    assert "no such file" in str(PackFile(entry, own=True).parse().problems[0])


def test_folders_are_not_followed_forever(folder: Path) -> None:
    deep = folder.joinpath(*["d"] * (DEEPEST + 1))
    deep.mkdir(parents=True)
    (deep / "x.txt").write_text(GUIDE)
    assert refusals(folder) == [
        f"{'/'.join(['d'] * (DEEPEST + 1))}: too many folders lie inside each other here"
    ]


def test_no_more_files_are_read_than_is_reasonable(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_FILES", 3)
    for number in range(6):
        (folder / f"{number}.txt").write_text("// nothing")
    assert MOST_FILES == 1_000
    assert refusals(folder) == [
        "3.txt: there is too much in this folder: this file and the rest is not read"
    ]


def test_no_more_bytes_are_read_than_is_reasonable(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_TOTAL", 25)
    for number in range(4):
        (folder / f"{number}.txt").write_text("// nothing")
    assert [problem.split(":")[0] for problem in refusals(folder)] == ["2.txt"]


def test_the_name_of_a_file_is_no_safer_than_what_is_in_it(folder: Path) -> None:
    (folder / "a\x1b[2J\u202eb\n.txt").write_text("hello")
    (problem,) = refusals(folder)
    assert problem.startswith("a[2Jb .txt:1:1:")


def test_a_name_that_is_not_utf_8_does_no_harm(folder: Path) -> None:
    name = os.fsdecode(b"\xff.txt")
    (folder / name).write_text("hello")
    assert refusals(folder)[0].startswith("\ufffd.txt:1:1:")


def test_a_file_is_parsed_only_when_one_of_its_pieces_may_be_wanted(folder: Path) -> None:
    (folder / "e.txt").write_text(EXERCISE)
    file = PackFile(scan(folder, own=False)[0], own=False)
    assert not file.is_parsed
    assert file.parse() is file.parse()
    assert file.is_parsed


def test_a_new_file_is_private_and_so_is_its_folder(tmp_path: Path) -> None:
    target = tmp_path / "config" / "packs" / "a.txt"
    copy_in(b"\xef\xbb\xbf# T\r\n", target)
    assert target.read_bytes() == b"\xef\xbb\xbf# T\r\n"
    assert target.stat().st_mode & 0o777 == 0o600
    assert target.parent.stat().st_mode & 0o777 == 0o700
    assert [item.name for item in target.parent.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("links", [True, False])
def test_no_file_is_ever_overwritten(
    folder: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", _no_links)
    (folder / "a.txt").write_text("mine")
    with pytest.raises(PackError, match="There is already something at"):
        copy_in(b"theirs", folder / "a.txt")
    assert (folder / "a.txt").read_text() == "mine"
    assert [item.name for item in folder.iterdir()] == ["a.txt"]


def test_a_link_is_not_written_through(folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").symlink_to(tmp_path / "elsewhere.txt")
    with pytest.raises(PackError):
        copy_in(b"theirs", folder / "a.txt")
    assert not (tmp_path / "elsewhere.txt").exists()


def test_a_file_system_without_links_will_do(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "hardlink_to", _no_links)
    copy_in(b"# T", folder / "a.txt")
    assert (folder / "a.txt").read_bytes() == b"# T"
    assert [item.name for item in folder.iterdir()] == ["a.txt"]


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(PackError, match=r"could not be written \(no space left on device\)"):
        copy_in(b"# T", folder / "a.txt")
    assert list(folder.iterdir()) == []


def _no_links(*_: object) -> None:
    raise PermissionError(1, "Operation not permitted")


def read(folder: Path, data: bytes, name: str = "from-notepad.txt") -> Pack:
    (folder / name).write_bytes(data)
    return load(folder / name, name)


PLAIN = """\
# A slow morning
about: It's slow - really
takes: 10 minutes
rule: not before day 4

? How was it?
  "Fine" is an answer too.
  name: was
  scale: -5 heavier .. 0 same .. 5 lighter

? And now?
  ask if: was below 0
  keep as: insight
"""


@pytest.mark.parametrize(
    "typed_otherwise",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text.replace("\n", "\r\n"),
        lambda text: text.replace("  ", "\t"),
        lambda text: text.replace("  ", "\u00a0\u00a0"),
        lambda text: text.replace(" minutes", "\u00a0minutes").replace("keep as", "keep\u00a0as"),
        lambda text: text.replace("..", "\u2026"),
        lambda text: text.replace("-5", "\u20115").replace("-5", "\u22125"),
        lambda text: text.replace(": ", ":\u2003"),
        lambda text: text.replace("# ", "#").replace("? ", "?", 1),
        lambda text: text.replace("about:", "About :").replace("takes:", "TAKES:"),
        lambda text: text + "\n\n\n   \n",
    ],
    ids=[
        "crlf",
        "bom",
        "tabs",
        "nbsp",
        "nbsp-words",
        "dots",
        "minus",
        "em-space",
        "marks",
        "case",
        "end",
    ],
)
def test_what_an_editor_makes_of_a_file_changes_nothing(
    folder: Path, typed_otherwise: Callable[[str], str]
) -> None:
    plain = read(folder, PLAIN.encode())
    other = read(folder, typed_otherwise(PLAIN).encode())
    assert [str(problem) for problem in plain.problems + other.problems] == []
    assert other.pieces == plain.pieces


def test_smart_quotes_and_dashes_stay_in_what_is_read_aloud_and_count_for_nothing_else(
    folder: Path,
) -> None:
    smart = PLAIN.replace("It's slow - really", "It\u2019s slow \u2013 really")
    smart = smart.replace('"Fine"', "\u201cFine\u201d").replace("-5", "\u20135")
    (guide,) = read(folder, smart.encode()).pieces
    assert isinstance(guide, Guide)
    assert guide.about == "It\u2019s slow \u2013 really"
    assert guide.prompts[0].guidance == "\u201cFine\u201d is an answer too."
    assert guide.prompts[0].answer == Scale(-5, 5, ((-5, "heavier"), (0, "same"), (5, "lighter")))


def test_a_name_with_its_ending_twice_is_a_name(folder: Path) -> None:
    (folder / "mine.txt.txt").write_text(GUIDE)
    assert names(folder) == ["mine.txt.txt"]
    assert refusals(folder) == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_what_notepad_calls_unicode_is_told_so(folder: Path, encoding: str) -> None:
    mark = b"\xfe\xff" if encoding.endswith("be") else b""
    (problem,) = read(folder, mark + PLAIN.encode(encoding)).problems
    assert str(problem) == (
        "from-notepad.txt: this is saved as UTF-16 \u2014 save it again with the encoding UTF-8"
    )


def test_what_notepad_calls_ansi_is_told_with_its_place(folder: Path) -> None:
    smart = PLAIN.replace('"Fine"', "\u201cFine\u201d")
    (problem,) = read(folder, smart.encode("cp1252")).problems
    assert str(problem) == (
        "from-notepad.txt:7:3: byte 102 is not UTF-8 \u2014 save it again with the encoding UTF-8"
    )


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04\x14\x00", "a document of a word processor, or an archive,"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a document of a word processor"),
        (b"{\\rtf1\\ansi What is here?}", "a rich-text document"),
        (b"%PDF-1.7", "a PDF"),
    ],
)
def test_a_document_with_the_name_of_a_text_is_told_for_what_it_is(
    folder: Path, data: bytes, what: str
) -> None:
    (problem,) = read(folder, data).problems
    assert str(problem) == (
        f"from-notepad.txt: this is {what} and no plain text \u2014 "
        "save it as plain text, with the encoding UTF-8"
    )


def test_a_numbered_list_of_a_word_processor_is_told_what_to_write(folder: Path) -> None:
    (problem,) = read(folder, b"# Mine\r\n1.\tWhat is here?\r\n2.\tAnd now?\r\n").problems
    assert str(problem) == (
        "from-notepad.txt:2:1: this asks nothing \u2014 begin each prompt with '? '"
    )


def test_a_file_of_exactly_the_largest_size_is_read_and_one_byte_more_is_not(folder: Path) -> None:
    head = b"# T\n? a\n"
    line = b"// " + b"x" * 996 + b"\n"
    full = head + line * (MOST_BYTES // len(line))
    full += b" " * (MOST_BYTES - len(full))
    assert [piece.id for piece in read(folder, full).pieces] == ["t"]
    (problem,) = read(folder, full + b" ").problems
    assert problem.message == "this file is larger than 1 MiB"
