"""Pieces back to text: reading what is written here gives the same pieces."""

from integrate_tui.core.pieces import (
    AnyPiece,
    Exercise,
    Feelings,
    Guide,
    Kind,
    Measure,
    Support,
    Values,
    kind_of,
)
from integrate_tui.packs.exercises import write_exercise
from integrate_tui.packs.feelings import write_feelings
from integrate_tui.packs.forms import FORMS
from integrate_tui.packs.guides import write_guide
from integrate_tui.packs.measures import write_measure
from integrate_tui.packs.page import Page
from integrate_tui.packs.rules import rule_text, when_text
from integrate_tui.packs.support import write_support
from integrate_tui.packs.value_words import write_values
from integrate_tui.packs.values import identify, seconds_text


def write_piece(piece: AnyPiece) -> str:
    """Return a piece as it stands in a file."""
    kind = kind_of(piece)
    page = Page(FORMS[kind])
    _write_head(piece, kind, page)
    match piece:
        case Guide():
            write_guide(piece, page)
        case Exercise():
            write_exercise(piece, page)
        case Measure():
            write_measure(piece, page)
        case Feelings():
            write_feelings(piece, page)
        case Values():
            write_values(piece, page)
        case Support():
            write_support(piece, page)
    return page.text


def _write_head(piece: AnyPiece, kind: Kind, page: Page) -> None:
    page.title(piece.title)
    if piece.id != identify(piece.title):
        page.setting("id", piece.id)
    if kind is not Kind.GUIDE:
        page.setting("kind", kind)
    page.setting("about", piece.about)
    page.setting("takes", "" if piece.takes is None else seconds_text(piece.takes))
    page.settings("when", map(when_text, piece.when))
    page.settings("for", piece.meant_for)
    page.settings("tags", piece.tags)
    page.setting("source", piece.source)
    page.setting("caution", piece.caution)
    page.setting("language", "" if piece.language == "en" else piece.language)
    for rule in piece.rules:
        page.setting("rule", rule_text(rule))
