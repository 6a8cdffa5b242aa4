"""Things as they are read: as plain content for a side panel, as Markdown for the reader."""

from collections.abc import Sequence

from textual.content import Content

from integrate_tui.core import dates
from integrate_tui.core.checkin import Report
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.text import clean
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.workspace import Workspace


def preview(workspace: Workspace, n: int, kind: ThingKind) -> Content:
    """Return a thing as plain content, with nothing in it read as markup."""
    match kind:
        case ThingKind.ENTRY:
            return _entry(workspace.entries.get(n))
        case ThingKind.CHECK_IN:
            return _report(workspace.checkins.get(n))
        case ThingKind.FRAGMENT:
            return Content(clean(workspace.fragments.get(n).value.text))
    brief = workspace.journal.brief(n)
    if brief is None:
        return Content("")
    return Content("\n".join(part for part in (brief.title, brief.detail) if part))


def _entry(thing: Thing[Entry]) -> Content:
    entry = thing.value
    parts: list[Content | str] = [Content.styled(clean(entry.heading), "bold $primary"), "\n"]
    when = f"{dates.long_day(thing.moment.day)}, {thing.moment.local:%H:%M}"
    parts += [Content.styled(when, "$muted"), "\n\n"]
    if entry.text:
        parts.append(clean(entry.text))
    parts += _answers(entry.answers, entry.guide_title)
    return Content.assemble(*parts)


def _report(thing: Thing[Report]) -> Content:
    when = f"{dates.long_day(thing.moment.day)}, {thing.moment.local:%H:%M}"
    parts: list[Content | str] = [Content.styled(when, "$muted"), "\n\n"]
    for answer in thing.value.answers:
        name = answer.prompt
        parts += [Content.styled(f"{clean(name)}  ", "$muted"), clean(answer.line), "\n"]
    if thing.value.note:
        parts.append(clean(thing.value.note))
    return Content.assemble(*parts)


def _answers(answers: Sequence[Answered], guide_title: str) -> list[Content | str]:
    parts: list[Content | str] = []
    for answer in answers:
        if answer.prompt.casefold() != guide_title.casefold():
            parts += [Content.styled(clean(answer.prompt), "bold"), "\n"]
        parts += [clean(answer.reply.text), "\n\n"]
    return parts


def to_markdown(entry: Entry) -> str:
    """Return an entry as the Markdown its reader draws, each prompt a heading."""
    parts = [entry.text] if entry.text else []
    for answer in entry.answers:
        if answer.prompt.casefold() != entry.guide_title.casefold():
            parts.append(f"### {_literal(answer.prompt)}")
        parts.append(_lines(answer))
    return "\n\n".join(clean(part) for part in parts)


def _lines(answer: Answered) -> str:
    if answer.kind == "scale" and answer.scale_words:
        return f"**{answer.reply.number}**  ({_literal(answer.scale_words)})"
    if answer.reply.words and answer.kind != "feelings":
        return "\n".join(f"- {word}" for word in answer.reply.words)
    return answer.line if answer.kind == "feelings" else answer.reply.text


def _literal(words: str) -> str:
    """Return words with whatever Markdown would read in them taken literally."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]()#+!|<>~" else char for char in words)
