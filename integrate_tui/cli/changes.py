"""`integrate goals changes`: kinds of change, and how a goal of each may be begun."""

from typing import Annotated, Any

import typer

from integrate_tui.cli import output
from integrate_tui.cli.names import Named, choose
from integrate_tui.cli.params import AsJson
from integrate_tui.core.change import PLAIN, TEMPLATES, Template, is_big_move
from integrate_tui.core.goal import Goal

_NAMES = ", ".join(template.name for template in TEMPLATES)
_ASKED = ("wish", "outcome", "obstacle", "plan", "sign")

Kind = Annotated[
    str | None, typer.Option("--change", metavar="KIND", help=f"What kind of change: {_NAMES}.")
]
OnCard = Annotated[
    bool, typer.Option("--card", help="Put it on a pause card for fourteen days as well.")
]
First = Annotated[
    str | None,
    typer.Option("--first", metavar="TITLE", help="A first step that can be taken back."),
]


def changes(as_json: AsJson = False) -> None:
    """List kinds of change, with words that a goal of each may have.

    They are there to borrow from; your own are as good. `goals add --change KIND` sets the area.

    As JSON: a list of {name, about, area, wish, outcome, obstacle, plan, sign, experiment}.
    """
    if as_json:
        output.show_json([_shape(template) for template in TEMPLATES])
        return
    for number, template in enumerate(TEMPLATES):
        if number:
            output.show()
        output.show(f"{template.name}: {template.about.lower()}")
        rows = [["", f"--{field}", getattr(template, field)] for field in _ASKED[1:]]
        rows.append(["", "--first", template.experiment])
        output.show_rows([["", "TITLE", template.wish], *rows], right=())


def of_kind(typed: str | None) -> Template:
    """Return the kind of change that was typed; the plain one where none was.

    Raises:
        UsageError: There is none of that name.
    """
    if not (typed or "").strip():
        return PLAIN
    return choose(typed or "", [Named(each.name, each) for each in TEMPLATES], "kind of change")


def big_words(goal: Goal, template: Template, *, on_card: bool, has_first: bool) -> str:
    """Say what a big move may begin with, as far as that was not asked for; empty for others."""
    if not is_big_move(goal):
        return ""
    words = []
    if not on_card:
        words.append(
            "A big change in work or love can rest for a while first: `integrate cards add` keeps"
            " it for fourteen days; nothing is decided by it."
        )
    if not has_first:
        hint = template.experiment or "ten minutes, and nothing decided"
        words.append(f"A first step that can be taken back may be: {hint}.")
    return " ".join(words)


def _shape(template: Template) -> dict[str, Any]:
    names = ("name", "about", "area", *_ASKED, "experiment")
    return {name: getattr(template, name) for name in names}
