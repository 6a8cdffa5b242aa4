"""`integrate packs`: the text files that hold every prompt, exercise, feeling and contact."""

import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from integrate_tui.cli import output
from integrate_tui.cli.editor import must_have_terminal, run_editor
from integrate_tui.cli.group import new_group
from integrate_tui.cli.here import Here
from integrate_tui.cli.names import Named, choose
from integrate_tui.cli.params import AsJson, said
from integrate_tui.core.pieces import Kind, Problem
from integrate_tui.core.text import clean_line, counted
from integrate_tui.errors import UsageError
from integrate_tui.packs.copies import drop_if_same
from integrate_tui.packs.counts import Counts, count
from integrate_tui.packs.files import load, not_read
from integrate_tui.packs.help import PAGE
from integrate_tui.packs.rows import Row, copied_words, in_place_words
from integrate_tui.packs.writer import write_piece

if TYPE_CHECKING:
    from integrate_tui.core.laid import Laid

FOUND_PROBLEMS = 1

Name = Annotated[
    list[str], typer.Argument(metavar="NAME", help="An id or a title, or how it begins.")
]

group = new_group()


@group.callback()
def packs(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Look after the text packs.

    Every prompt, exercise, feelings word and contact is in a plain text file that can be changed.
    Without a command it lists the pieces. As JSON: {pieces, counts}; pieces is a list of {title,
    kind, id, file, origin, problems}, and counts says how many {guides, prompts, exercises, steps,
    measures, questions, feelings, values, contacts, countries, problems} there are in use.
    """
    if ctx.invoked_subcommand is None:
        _list(ctx.obj, as_json=as_json)


@group.command("list")
def list_pieces(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List every piece, with where it comes from."""
    _list(ctx.obj, as_json=as_json)


@group.command()
def show(
    ctx: typer.Context,
    name: Name,
    as_text: Annotated[
        bool, typer.Option("--text", help="Show the text it is read from instead.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show a piece as it will be asked or run.

    As JSON: what `packs --json` says of it, with `text`, and `preview` as a list of lines.
    """
    here: Here = ctx.obj
    row = here.packs.find(said(name))
    text = write_piece(row.piece) if row.piece is not None else ""
    lines = _preview(here, row)
    if as_json:
        output.show_json({**_shape(row), "text": text, "preview": [line.plain for line in lines]})
    elif as_text:
        output.show(text.rstrip("\n"))
    else:
        _show_preview(lines)


@group.command()
def check(
    ctx: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE...", help="Files to look at; all packs if left out."),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Look for mistakes, each with its place and how to mend it.

    It ends with 1 where there are any. As JSON: a list of {file, line, column, message, mend}.
    """
    here: Here = ctx.obj
    if files:
        problems, pieces = _check_files(files)
    else:
        problems, pieces = list(here.packs.problems()), len(here.packs.listing())
    if as_json:
        output.show_json([_problem(problem) for problem in problems])
    told = [] if as_json else problems
    if not (as_json or files):
        _say_in_place(here)
        for name in not_read(here.paths.packs):
            output.say(f"{name} is not read: the name of a text pack ends in .txt.")
    return _tell(told, len(problems), f"{counted(pieces, 'piece')}, and nothing is wrong.")


@group.command()
def eject(ctx: typer.Context, name: Name) -> None:
    """Copy the file of a bundled piece into your own folder, to be changed there."""
    here: Here = ctx.obj
    target = here.packs.eject(said(name))
    output.show(str(target))
    output.say("This copy is yours now, and takes the place of the bundled one.")


@group.command()
def new(
    ctx: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help=f"What it is for: {', '.join(Kind)}.")
    ],
    title: Annotated[
        list[str] | None, typer.Argument(metavar="TITLE...", help="What it is called.")
    ] = None,
) -> None:
    """Begin a pack of your own, with comments that say how it is written."""
    here: Here = ctx.obj
    kinds = [Named(str(each), each) for each in Kind]
    chosen = choose(kind, kinds, "kind of piece")
    target = here.packs.create(chosen, clean_line(said(title or [])))
    output.show(str(target))
    works = "No contact is in it yet." if chosen is Kind.SUPPORT else "It works as it is."
    output.say(f"{works} Change it in any editor, or with `integrate packs edit`.")
    _say_in_place(here, target)


@group.command()
def add(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A text pack from anywhere.")],
) -> None:
    """Copy a file into your own folder, if nothing is wrong with it."""
    here: Here = ctx.obj
    if not os.path.isfile(file):
        raise UsageError(f"There is no file {file}.")
    target = here.packs.add(file)
    output.show(str(target))
    output.say("It is among your packs now.")
    _say_in_place(here, target)


@group.command()
def edit(ctx: typer.Context, name: Name) -> int:
    """Open a piece in your editor, and say afterwards what it cannot understand.

    One with a mistake in it is opened too, and the name of its file will do as well. A bundled
    piece is copied to your own folder first, and the copy is used once you change it. The editor
    is $VISUAL or $EDITOR.
    """
    here: Here = ctx.obj
    row = here.packs.to_edit(said(name))
    must_have_terminal(row.path)
    target = row.path if row.own else _copied(here, row)
    try:
        run_editor(target)
    finally:
        is_dropped = not row.own and drop_if_same(target, row.path)
    if is_dropped:
        output.say("Nothing was changed, so no copy was kept. The bundled one stays in use.")
        return 0
    _say_in_place(here, target)
    problems, pieces = _check_files([target])
    fine = f"{counted(pieces, 'piece')} in {target}, and nothing is wrong."
    return _tell(problems, len(problems), fine, "What cannot be used gives way until it is mended.")


@group.command()
def path(ctx: typer.Context) -> None:
    """Say where your own packs lie."""
    here: Here = ctx.obj
    output.show(str(here.paths.packs))


@group.command("help")
def grammar() -> None:
    """Show how a text pack is written, on one page."""
    output.show(PAGE.rstrip("\n"))


def _copied(here: Here, row: Row) -> Path:
    """Copy the file of a bundled piece, and say what comes of it."""
    output.say(copied_words(row))
    return here.packs.eject(row.full_name)


def _say_in_place(here: Here, file: Path | None = None) -> None:
    """Say which of one's own pieces, of one file or of all, take the place of bundled ones."""
    here.packs.refresh()
    rows = [row for row in here.packs.listing() if file is None or row.path == file]
    for words in in_place_words(rows):
        output.say(words)


def _preview(here: Here, row: Row) -> "tuple[Laid, ...]":
    from integrate_tui.core.preview import preview  # noqa: PLC0415 - only `show` lays a piece out

    if row.piece is None:
        return ()
    titles = {exercise.id: exercise.title for exercise in here.packs.exercises()}
    return preview(row.piece, here.now.date(), titles)


def _show_preview(lines: "tuple[Laid, ...]") -> None:
    """Print a preview, each line broken under its own words on a terminal."""
    if not output.is_terminal(sys.stdout):
        for line in lines:
            output.show(line.plain)
        return
    from textwrap import wrap  # noqa: PLC0415 - as above

    width = max(40, min(output.columns() - 1, output.MEASURE))
    for line in lines:
        lead, under = f"{line.lead:<{line.indent}}", " " * line.indent
        broken = wrap(line.text, width, initial_indent=lead, subsequent_indent=under)
        for part in broken or [""]:
            output.show(part)


def _list(here: Here, *, as_json: bool) -> None:
    rows = here.packs.listing()
    counts = count(here.packs)
    if as_json:
        output.show_json({"pieces": [_shape(row) for row in rows], "counts": asdict(counts)})
        return
    output.show_rows(
        [[str(row.kind or ""), row.id, str(row.origin), row.title] for row in rows], right=()
    )
    output.say(_in_a_sentence(counts))
    if counts.problems:
        output.say(f"{counted(counts.problems, 'problem')}; `integrate packs check` says where.")


def _in_a_sentence(counts: Counts) -> str:
    return (
        f"{counted(counts.guides, 'guide')} with {counted(counts.prompts, 'prompt')}, "
        f"{counted(counts.exercises, 'exercise')} with {counted(counts.steps, 'step')}, "
        f"{counted(counts.measures, 'measure')} with {counted(counts.questions, 'question')}, "
        f"{counted(counts.feelings, 'feeling')}, {counted(counts.values, 'value')}, and "
        f"{counted(counts.contacts, 'contact')} "
        f"in {counted(counts.countries, 'country', 'countries')}."
    )


def _tell(problems: list[Problem], count: int, fine: str, until: str = "") -> int:
    """Show what was found in looking for mistakes, and return what the command ends with.

    Args:
        problems: Those to be shown.
        count: How many there are.
        fine: What is said where there are none.
        until: What is said after their number.
    """
    for problem in problems:
        output.show(str(problem))
    output.say(f"{counted(count, 'problem')}. {until}".rstrip() if count else fine)
    return FOUND_PROBLEMS if count else 0


def _check_files(files: list[Path]) -> tuple[list[Problem], int]:
    """Return the problems of some files, and how many pieces they hold.

    Raises:
        UsageError: One of them is not there.
    """
    problems: list[Problem] = []
    pieces = 0
    for file in files:
        if not os.path.exists(file):
            raise UsageError(f"There is no file {file}.")
        pack = load(file, str(file))
        problems += pack.problems
        pieces += len(pack.found)
    return problems, pieces


def _shape(row: Row) -> dict[str, object]:
    return {
        "title": row.title,
        "kind": str(row.kind) if row.kind else None,
        "id": row.id,
        "file": str(row.path),
        "origin": str(row.origin),
        "problems": [str(problem) for problem in row.problems],
    }


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "mend": problem.mend,
    }
