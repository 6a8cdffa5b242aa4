"""`integrate encrypt`, `decrypt`, `passphrase`, `recovery` and `recover`."""

import sys
from typing import Annotated

import typer

from integrate_tui import ending
from integrate_tui.cli import output
from integrate_tui.cli.here import Here, is_interactive, read_input
from integrate_tui.core.text import counted
from integrate_tui.errors import StoreError, UsageError
from integrate_tui.safekeeping import locking, passphrases, sealing

Words = Annotated[
    bool, typer.Option("--words", help="Have six random words offered, and type those.")
]
Weak = Annotated[bool, typer.Option("--weak", help="Take one that is easy to guess, unasked.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do it without asking.")]

_MEANS = (
    "Your journal, its copies and its drafts will open with this passphrase only. There is no other"
    " way in: whoever forgets it, and has no recovery sheet, has lost the journal."
)
_ON_A_DISK = (
    "The plain file was overwritten. A flash drive may keep old pages of it for a while, and"
    " snapshots of the disk keep theirs: only an encrypted disk helps there. Exports you made, and"
    " what an editor keeps, are as they were."
)


def encrypt(ctx: typer.Context, words: Words = False, weak: Weak = False) -> None:
    """Give the journal a passphrase, and encrypt it.

    The copies of the journal and its drafts go with it. The new file is opened with what you typed
    and compared with the old one, row by row, before the old one is overwritten. Close other
    windows of integrate before. The passphrase is asked for on the terminal, or read from
    --passphrase-fd. On a journal that is encrypted it brings along copies that are not.
    """
    here: Here = ctx.obj
    if locking.is_encrypted(here.paths.journal):
        here.passphrases.may_use_keyring = False
        here.look()
        here.close()
        output.say("The journal is encrypted already. `integrate passphrase` changes it.")
        _bring_along(here)
        _offer_to_unlock(here)
        return
    if here.look() is None:
        raise StoreError("There is no journal yet, so there is nothing to encrypt.")
    _must_be_writable(here)
    give_passphrase(here, words=words, weak=weak)


def give_passphrase(here: Here, *, words: bool = False, weak: bool = False) -> None:
    """Ask for a passphrase, encrypt a plain journal with it, and offer the recovery sheet.

    Raises:
        UsageError: The passphrase is weak, and nobody wants it all the same.
        StoreError: It could not be done, and the journal is as it was.
    """
    output.say(_MEANS)
    chosen = _chosen(here, words=words, weak=weak)
    _seal(here, chosen, "The journal is encrypted. integrate asks for its passphrase from now on.")
    output.say(_ON_A_DISK)
    _offer_sheet(here)


def decrypt(ctx: typer.Context, yes: Yes = False) -> None:
    """Make an encrypted journal plain again.

    Its copies become plain too. Whoever can copy the files can read them then. On a journal that is
    plain it brings along copies that are encrypted.
    """
    here: Here = ctx.obj
    if not locking.is_encrypted(here.paths.journal):
        _make_copies_plain(here, yes=yes)
        return
    _open_encrypted(here)
    _must_be_writable(here)
    if not _may_be_plain(yes=yes):
        return
    here.close()
    progress = _progress()
    with ending.in_order():
        sealed = sealing.decrypt(here.paths, progress.tell)
    progress.end()
    output.say("The journal is a plain file now.")
    _tell(sealed)


def _may_be_plain(*, yes: bool) -> bool:
    """Ask whether words may be read by whoever has the file, unless that was said before.

    Raises:
        UsageError: There is nobody to ask.
    """
    if yes:
        return True
    if not is_interactive():
        raise UsageError("Nothing was changed.", "", "Add --yes to decrypt it unasked.")
    if output.is_confirmed("Whoever can copy the file can read it then. Decrypt it? (yes)"):
        return True
    output.say("Nothing was changed.")
    return False


def _make_copies_plain(here: Here, *, yes: bool) -> None:
    """Decrypt what is left encrypted of a plain journal, as after a crash while it was decrypted.

    Raises:
        StoreError: Nothing of it is encrypted.
    """
    locked = sealing.locked_copies(here.paths) if here.look() is not None else []
    if not locked:
        raise sealing.not_encrypted()
    many = counted(len(locked), "copy", "copies")
    are = "is" if len(locked) == 1 else "are"
    output.say(f"The journal is a plain file already. {many} of it {are} encrypted.")
    if not _may_be_plain(yes=yes):
        return
    here.close()
    here.passphrases.unlock(locked[0], sealing.unlock_copy)
    _bring_along(here)


def _offer_to_unlock(here: Here) -> None:
    """Bring copies along that another passphrase opens, if somebody knows it."""
    locked = sealing.locked_copies(here.paths)
    if not locked:
        return
    many = counted(len(locked), "of them opens", "of them open")
    output.say(f"{many} with another passphrase, that of their day.")
    if here.passphrases.are_given or not is_interactive():
        return
    if output.is_confirmed("Type that passphrase, to bring them along? (yes)"):
        here.passphrases.unlock(locked[0], sealing.unlock_copy)
        _bring_along(here)


def _bring_along(here: Here) -> None:
    """Make the copies what the journal is, as far as they can be opened, and say how many are."""
    progress = _progress()
    with ending.in_order():
        sealed = sealing.bring_copies_along(here.paths, progress.tell)
    progress.end()
    _tell(sealed)


def passphrase(ctx: typer.Context, words: Words = False, weak: Weak = False) -> None:
    """Give an encrypted journal another passphrase.

    The one there is now is asked for first; from --passphrase-fd it is the first line, and the new
    one the second. A recovery sheet you wrote down before opens nothing any more.
    """
    here: Here = ctx.obj
    _open_encrypted(here)
    _must_be_writable(here)
    chosen = _chosen(here, words=words, weak=weak)
    _seal(
        here,
        chosen,
        "The journal opens with the new passphrase. An earlier recovery sheet is void.",
    )
    _offer_sheet(here)


def recovery(
    ctx: typer.Context,
    page: Annotated[
        bool, typer.Option("--page", help="Print how to open the journal without this program.")
    ] = False,
) -> None:
    """Show 24 words for paper that open the journal.

    They do it without the passphrase, and are kept where nobody else looks. `integrate recover`
    reads them back. They hold until the passphrase is changed. The page of --page has a short
    script that needs nothing of integrate, and is worth being kept with them.
    """
    here: Here = ctx.obj
    if page:
        output.show(sealing.opening_page())
        return
    _open_encrypted(here)
    _show_sheet(here)


def recover(ctx: typer.Context, words: Words = False, weak: Weak = False) -> None:
    """Open the journal with its 24 words.

    They are those of the recovery sheet, and the journal is given a new passphrase. They are typed
    on the terminal, or come in on the standard input; of each its first four letters will do. The
    new passphrase is asked for, or read from --passphrase-fd.
    """
    here: Here = ctx.obj
    if not locking.is_encrypted(here.paths.journal):
        raise sealing.not_encrypted()
    output.say("Type the 24 words of the sheet, in their order, and end with an empty line.")
    sealing.recover(here.paths, _read_sheet())
    output.say("The words are right.")
    _must_be_writable(here)
    chosen = _chosen(here, words=words, weak=weak)
    _seal(here, chosen, "The journal opens with the new passphrase. The sheet you used is void.")
    _offer_sheet(here)


def _open_encrypted(here: Here) -> None:
    """Open an encrypted journal, so that only who knows its passphrase goes on.

    Raises:
        StoreError: It is plain.
        WrongPassphraseError: It was not the right one.
    """
    if not locking.is_encrypted(here.paths.journal):
        raise sealing.not_encrypted()
    here.passphrases.may_use_keyring = False
    here.look()


def _must_be_writable(here: Here) -> None:
    """See that the journal can be written, before anything is asked.

    Raises:
        ReadOnlyError: It cannot.
    """
    workspace = here.look()
    if workspace is not None:
        sealing.must_be_writable(workspace)


def _seal(here: Here, chosen: str, done: str) -> None:
    """Close the journal, have it opened by another passphrase from now on, and say so."""
    here.close()
    progress = _progress()
    with ending.in_order():
        sealed = sealing.encrypt(here.paths, chosen, progress.tell)
    progress.end()
    output.say(done)
    _tell(sealed)


def _tell(sealed: sealing.Sealed) -> None:
    if sealed.was_in_keyring:
        output.say("The keyring does not open it any more.")
    if sealed.copies:
        output.say(f"{counted(sealed.copies, 'copy', 'copies')} of it went along.")
    if sealed.left:
        output.say("These did not, and are as they were:")
        for path in sealed.left:
            output.say(f"  {path}")


def _chosen(here: Here, *, words: bool, weak: bool) -> str:
    """Return a new passphrase that is strong, or that the person wants all the same.

    Raises:
        UsageError: It is weak, and nobody wants it all the same.
    """
    if words:
        if here.passphrases.are_given or not is_interactive():
            raise UsageError(
                "Six words are offered on a terminal only.",
                "Nothing was changed.",
                "Leave --words.",
            )
        offered = passphrases.six_words()
        output.say("Write these down before you type them:")
        output.say()
        output.say(f"  {offered}")
        output.say()
    chosen = here.passphrases.new()
    strength = passphrases.strength_of(chosen)
    if not strength.is_weak or weak:
        return chosen
    said = (
        "That one is weak: somebody with a copy of the file and a strong computer could find it in"
        f" {strength.words}. {strength.hint}".strip()
    )
    if here.passphrases.are_given or not is_interactive():
        raise UsageError(said, "Nothing was changed.", "--weak takes it all the same.")
    output.say(said)
    output.say("--words offers six random words, which nobody can guess.")
    if not output.is_confirmed("Take it all the same? (yes)"):
        raise UsageError("Nothing was changed.")
    return chosen


def _offer_sheet(here: Here) -> None:
    """Offer the recovery sheet where somebody is there to write it down."""
    if not is_interactive() or here.passphrases.are_given:
        output.say("`integrate recovery` shows a sheet that opens it without the passphrase.")
        return
    if output.is_confirmed(
        "A recovery sheet opens the journal if the passphrase is forgotten. Show it now? (yes)"
    ):
        _show_sheet(here)
    else:
        output.say("`integrate recovery` shows it at any time.")


def _show_sheet(here: Here) -> None:
    words = sealing.sheet(here.paths)
    rows = [words[i : i + 4] for i in range(0, len(words), 4)]
    width = max(map(len, words))
    for i, row in enumerate(rows):
        cells = (f"{4 * i + j + 1:>2} {word:<{width}}" for j, word in enumerate(row))
        output.show("   ".join(cells).rstrip())
    output.say("Write them down by hand, in this order, and keep the paper where nobody looks.")
    output.say("Whoever has them and the file reads everything. Clear the terminal afterwards.")
    output.say("`integrate recovery --page` prints how to open it without this program.")


def _read_sheet() -> str:
    """Read the words of a sheet, up to an empty line or as many as there are."""
    if not is_interactive():
        return read_input("-")
    typed: list[str] = []
    while len(" ".join(typed).split()) < passphrases.SHEET_WORDS:
        line = sys.stdin.readline()
        if not line.strip():
            break
        typed.append(" ".join(word for word in line.split() if not word.isdecimal()))
    return " ".join(typed)


def _progress() -> output.Progress:
    return output.Progress("Looking after the copies")
