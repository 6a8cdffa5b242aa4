"""`integrate packs`: the text files that hold every prompt, exercise, feeling and contact."""

import os
from pathlib import Path
from typing import Annotated

import typer

from integrate_tui.cli import output
from integrate_tui.cli.editor import run_editor
from integrate_tui.cli.group import new_group
from integrate_tui.cli.here import Here
from integrate_tui.cli.names import Named, choose
from integrate_tui.cli.params import AsJson, said
from integrate_tui.core.pieces import Kind, Problem
from integrate_tui.core.text import clean_line, counted
from integrate_tui.errors import UsageError
from integrate_tui.packs.files import load
from integrate_tui.packs.help import PAGE
from integrate_tui.packs.rows import Row
from integrate_tui.packs.writer import write_piece

FOUND_PROBLEMS = 1

Name = Annotated[
    list[str], typer.Argument(metavar="NAME", help="An id or a title, or how it begins.")
]

group = new_group()


@group.callback()
def packs(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Look after the text packs.

    Every prompt, exercise, feelings word and contact is in a plain text file that can be changed.
    Without a command it lists the pieces. As JSON: a list of {title, kind, id, file, origin,
    problems}.
    """
    if ctx.invoked_subcommand is None:
        _list(ctx.obj, as_json=as_json)


@group.command("list")
def list_pieces(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List every piece, with where it comes from."""
    _list(ctx.obj, as_json=as_json)


@group.command()
def show(ctx: typer.Context, name: Name, as_json: AsJson = False) -> None:
    """Show a piece as the text it is read from.

    As JSON: what `packs --json` says of it, with `text`.
    """
    here: Here = ctx.obj
    row = here.packs.find(said(name))
    text = write_piece(row.piece) if row.piece is not None else ""
    if as_json:
        output.show_json({**_shape(row), "text": text})
    else:
        output.show(text.rstrip("\n"))


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
        problems, count = _check_files(files)
    else:
        problems, count = list(here.packs.problems()), len(here.packs.listing())
    if as_json:
        output.show_json([_problem(problem) for problem in problems])
    for problem in () if as_json else problems:
        output.show(str(problem))
    if problems:
        output.say(f"{counted(len(problems), 'problem')}.")
        return FOUND_PROBLEMS
    output.say(f"{counted(count, 'piece')}, and nothing is wrong with them.")
    return 0


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
        str, typer.Argument(metavar="KIND", help="What it is for: guide, exercise, check-in.")
    ],
    title: Annotated[
        list[str] | None, typer.Argument(metavar="TITLE...", help="What it is called.")
    ] = None,
) -> None:
    """Begin a pack of your own, with comments that say how it is written."""
    here: Here = ctx.obj
    kinds = [Named(str(each), each) for each in Kind]
    target = here.packs.create(choose(kind, kinds, "kind of piece"), clean_line(said(title or [])))
    output.show(str(target))
    output.say("It works as it is. Change it in any editor, or with `integrate packs edit`.")


@group.command()
def add(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A text pack from anywhere.")],
) -> None:
    """Copy a file into your own folder, if nothing is wrong with it."""
    here: Here = ctx.obj
    if not os.path.isfile(file):
        raise UsageError(f"There is no file {file}.")
    output.show(str(here.packs.add(file)))
    output.say("It is among your packs now.")


@group.command()
def edit(ctx: typer.Context, name: Name) -> int:
    """Open a piece in your editor, and say afterwards what it cannot understand.

    A bundled piece is copied to your own folder first. The editor is $VISUAL or $EDITOR.
    """
    here: Here = ctx.obj
    row = here.packs.find(said(name))
    target = row.path if row.own else here.packs.eject(row.id)
    run_editor(target)
    problems, count = _check_files([target])
    for problem in problems:
        output.show(str(problem))
    if problems:
        output.say(f"{counted(len(problems), 'problem')}. Until then the piece before is used.")
        return FOUND_PROBLEMS
    output.say(f"{counted(count, 'piece')} in {target}, and nothing is wrong.")
    return 0


@group.command()
def path(ctx: typer.Context) -> None:
    """Say where your own packs lie."""
    here: Here = ctx.obj
    output.show(str(here.paths.packs))


@group.command("help")
def grammar() -> None:
    """Show how a text pack is written, on one page."""
    output.show(PAGE.rstrip("\n"))


def _list(here: Here, *, as_json: bool) -> None:
    rows = here.packs.listing()
    if as_json:
        output.show_json([_shape(row) for row in rows])
        return
    output.show_rows(
        [[str(row.kind or ""), row.id, str(row.origin), row.title] for row in rows], right=()
    )
    broken = sum(len(row.problems) for row in rows)
    if broken:
        output.say(f"{counted(broken, 'problem')}; `integrate packs check` says where.")


def _check_files(files: list[Path]) -> tuple[list[Problem], int]:
    """Return the problems of some files, and how many pieces they hold.

    Raises:
        UsageError: One of them is not there.
    """
    problems: list[Problem] = []
    count = 0
    for file in files:
        if not os.path.exists(file):
            raise UsageError(f"There is no file {file}.")
        pack = load(file, str(file))
        problems += pack.problems
        count += len(pack.found)
    return problems, count


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
