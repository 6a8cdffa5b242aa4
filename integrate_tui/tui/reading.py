"""Things as they are read: as plain content for a side panel, as Markdown for the reader."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from integrate_tui.core import dates
from integrate_tui.core.checkin import Report
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.pieces import Measure
from integrate_tui.core.plain import plain_text
from integrate_tui.core.result import Result, earlier_words, person_first
from integrate_tui.core.text import beginning, clean
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.workspace import Workspace


def preview(workspace: Workspace, n: int, kind: ThingKind, *, is_dated: bool = True) -> Content:
    """Return a thing as plain content, with nothing in it read as markup.

    Args:
        workspace: Where it is kept.
        n: Its number.
        kind: Its kind.
        is_dated: Whether a check-in says when it was; where a heading does, it need not.
    """
    match kind:
        case ThingKind.ENTRY:
            return _entry(workspace.entries.get(n))
        case ThingKind.CHECK_IN:
            return _report(workspace.checkins.get(n), is_dated=is_dated)
        case ThingKind.FRAGMENT:
            return Content(beginning(clean(workspace.fragments.get(n).value.text)))
        case ThingKind.RESULT:
            return result_page(workspace.results.get(n).value, (), workspace.today)
    brief = workspace.journal.brief(n)
    if brief is None:
        return Content("")
    words = plain_text(thing_of(workspace, n, kind).value)
    return Content(beginning(clean(words or "\n".join(filter(None, (brief.title, brief.detail))))))


def thing_of(workspace: Workspace, n: int, kind: ThingKind) -> Thing[Any]:
    """Return a thing of any kind as it is now.

    Raises:
        NotFoundError: There is no such thing.
    """
    return workspace.shelf(kind).get(n)


def _entry(thing: Thing[Entry]) -> Content:
    entry = thing.value
    parts: list[Content | str] = [Content.styled(clean(entry.heading), "bold $primary"), "\n"]
    when = f"{dates.long_day(thing.moment.day)}, {thing.moment.local:%H:%M}"
    parts += [Content.styled(when, "$muted"), "\n\n"]
    if entry.text:
        parts.append(beginning(clean(entry.text)))
    parts += _answers(entry.answers, entry.guide_title)
    return Content.assemble(*parts)


def _report(thing: Thing[Report], *, is_dated: bool) -> Content:
    when = f"{dates.long_day(thing.moment.day)}, {thing.moment.local:%H:%M}"
    parts: list[Content | str] = [Content.styled(when, "$muted"), "\n\n"] if is_dated else []
    for answer in thing.value.answers:
        name = answer.prompt
        parts += [Content.styled(f"{clean(name)}  ", "$muted"), clean(answer.line), "\n"]
    if thing.value.note:
        parts.append(clean(thing.value.note))
    return Content.assemble(*parts)


def result_page(
    result: Result,
    earlier: Sequence[Thing[Result]],
    today: date,
    measure: Measure | None = None,
) -> Content:
    """Return what a measure came to, in its own words, with its notice and no word of praise.

    Args:
        result: The result.
        earlier: Those of the same measure before it, newest first.
        today: The local day, to say when they were.
        measure: The measure as the text packs have it now, for its source and its licence.
    """
    quiet = partial(Content.styled, style="$muted")
    pages = [quiet(clean(result.period)), Content(person_first(result))]
    if result.total is None:
        pages.append(
            Content("A question was left, so there is no total. What was answered is kept.")
        )
    else:
        number = Content.styled(result.score, "bold")
        band = f"   {clean(result.band_words)}" if result.band else ""
        pages.append(Content.assemble(number, band))
    width = max((cell_len(part.name) for part in result.subscores), default=0) + 3
    lines = [f"{set_cell_size(clean(p.name), width)}{p.words}" for p in result.subscores]
    before = earlier_words(result, earlier, today)
    # What a number may mean stands with the numbers, and not among who made the form.
    notice = clean(result.notice)
    own = ["\n".join(lines), notice, f"Earlier: {before}" if before else "", clean(result.note)]
    pages += [Content(words) for words in own]
    known = [measure.source, measure.licence] if measure else []
    pages += [quiet(clean(words)) for words in known]
    return Content("\n\n").join(page for page in pages if page.plain)


def answers_of_result(result: Result) -> Content:
    """Return every answer of a result, private ones too: they were asked for."""
    parts: list[Content | str] = []
    for answer in result.answers:
        number = "" if answer.reply.number is None else f"{answer.reply.number}  "
        is_word = answer.reply.text != str(answer.reply.number)
        parts += [
            Content.styled(clean(answer.prompt), "$muted"),
            f"\n{number}{clean(answer.reply.text) if is_word else ''}\n\n",
        ]
    return Content.assemble(*parts)


def _answers(answers: Sequence[Answered], guide_title: str) -> list[Content | str]:
    parts: list[Content | str] = []
    for answer in answers:
        if answer.prompt.casefold() != guide_title.casefold():
            parts += [Content.styled(clean(answer.prompt), "bold"), "\n"]
        parts += [beginning(clean(answer.said)), "\n\n"]
    return parts


def to_markdown(entry: Entry) -> str:
    """Return an entry as the Markdown its reader draws, each prompt a heading."""
    parts = [entry.text] if entry.text else []
    for answer in entry.answers:
        if answer.prompt.casefold() != entry.guide_title.casefold():
            parts.append(f"### {_literal(answer.prompt)}")
        parts.append(_lines(answer))
    return beginning("\n\n".join(clean(part) for part in parts))


def _lines(answer: Answered) -> str:
    if answer.kind == "scale" and answer.scale_words:
        return f"**{answer.reply.number}**  ({_literal(answer.scale_words)})"
    if answer.reply.words and answer.kind != "feelings":
        return "\n".join(f"- {word}" for word in answer.reply.words)
    if answer.kind == "sketch":
        return _as_drawn(answer.reply.text)
    return answer.line if answer.kind == "feelings" else answer.said


def _as_drawn(text: str) -> str:
    """Return a drawing in a fence, which keeps every character in its column."""
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}\n{text}\n{fence}"


def _literal(words: str) -> str:
    """Return words with whatever Markdown would read in them taken literally."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]()#+!|<>~" else char for char in words)
