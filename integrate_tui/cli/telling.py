"""One thing told in words, as `integrate show` does."""

from collections.abc import Iterable
from typing import Any

from integrate_tui import threads
from integrate_tui.cli import output
from integrate_tui.cli.listing import is_veiled
from integrate_tui.core.boundary import Boundary
from integrate_tui.core.checkin import Report
from integrate_tui.core.dates import long_day, short_day, span_words
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.exercise import Sitting
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalStep
from integrate_tui.core.insight import Insight, KeptLine
from integrate_tui.core.loop import Pattern
from integrate_tui.core.pieces import Measure
from integrate_tui.core.practice import STRIP_DAYS, Practice, strip, strip_words
from integrate_tui.core.result import Result, earlier_words, person_first
from integrate_tui.core.thing import Thing
from integrate_tui.core.thread import drawn as draw_branches
from integrate_tui.core.told import told
from integrate_tui.workspace import Workspace

_EARLIER = 12
"""Earlier results that are told."""
_STRANDS = 60
"""Lines of a thread that are shown at the end of something else."""
_NO_TOTAL = "A question was left, so there is no total. What was answered is kept."


def tell(workspace: Workspace, found: Thing[Any]) -> None:
    """Print a thing: what it is and when, what it says, and what it hangs together with."""
    output.show_prose(_heading(workspace, found))
    output.show(head(workspace, found))
    body(workspace, found)
    tell_thread(workspace, found.n, ascii=workspace.settings.get("symbols") == "ascii")
    if found.trashed:
        output.say(f"It lies in the trash. `integrate trash restore {found.n}` takes it out.")


def _heading(workspace: Workspace, found: Thing[Any]) -> str:
    """Return what stands above all the rest: whole, where that is all there is of the thing."""
    match found.value:
        case Entry() as entry:
            return entry.heading
        case Fragment(text=text) if _is_a_line(text):
            return text
    line = workspace.journal.brief(found.n)
    return line.title if line else ""


def _is_a_line(text: str) -> bool:
    return text.strip() == text and "\n" not in text


def head(workspace: Workspace, found: Thing[Any]) -> str:
    """Return the line under the title: number, kind, moment, marks, and how often it changed."""
    moment, value = found.moment, found.value
    when = f"{long_day(moment.day)} {moment.day.year}"
    if not isinstance(value, Experience) or value.timed:
        when += f", {moment.local:%H:%M}"
    parts = [f"{found.n}", _called(found) or str(found.kind), when]
    parts += marks(workspace, found.n)
    versions = workspace.journal.versions(found.n)
    if versions > 1:
        parts.append(f"{versions} versions")
    return " \u00b7 ".join(parts)


def marks(workspace: Workspace, n: int) -> list[str]:
    """Return what is put on a thing, in words: its tags, its stage and its star."""
    stage = workspace.labels.stage_of(n)
    said = [f"#{tag}" for tag in workspace.tags.of(n)]
    if stage:
        said.append(str(stage))
    return [*said, "starred"] if workspace.labels.is_starred(n) else said


def _called(found: Thing[Any]) -> str:
    """Return what a thing is, where its kind alone does not say enough."""
    match found.value:
        case Entry(guide_title=title) if title:
            return title
        case Fragment(sense=sense):
            return sense or "note"
        case Insight(sort=sort, standing=standing):
            return f"{sort}, {standing}"
        case KeptLine(keep_as=keep_as):
            return keep_as
        case Experience(sort=sort) if sort:
            return sort
        case (
            Goal(state=state)
            | GoalStep(state=state)
            | Practice(state=state)
            | Boundary(state=state)
            | Pattern(state=state)
        ):
            return f"{found.kind}, {state}"
    return ""


def body(workspace: Workspace, found: Thing[Any]) -> None:
    """Print what a thing says beside its title."""
    match found.value:
        case Entry(text=text, answers=answers):
            if text:
                output.show()
                output.show_markdown(text)
            _answers(answers)
        case Report(answers=answers, note=note):
            _answers(answers)
            _lines([("", note)])
        case Fragment(text=text, breakthrough=breakthrough):
            if not _is_a_line(text):
                _lines([("", text)])
            _lines([("", "A breakthrough." if breakthrough else "")])
        case Sitting() as sitting:
            _sitting(sitting)
        case Practice():
            first = workspace.today.toordinal() - STRIP_DAYS + 1
            ticks = workspace.ticks.states(workspace.today.fromordinal(first), workspace.today).get(
                found.n, {}
            )
            week = strip_words(strip(ticks, workspace.today, found.moment.day))
            _told(found)
            _lines([("", f"{week}.".capitalize())])
        case Result() as result:
            _result(workspace, found)
            _answers(result.open_answers)
            if result.has_private:
                output.say(
                    "The single answers are left out: one of them is for you alone."
                    f" `integrate measure {result.measure} --history --all` shows them."
                )
        case _:
            _told(found)


def tell_result(workspace: Workspace, found: Thing[Result]) -> None:
    """Print what a measure came to, in its own words, with its notice and where it is from."""
    line = workspace.journal.brief(found.n)
    _lines([("", person_first(found.value))])
    output.show_prose(line.title if line else found.value.title)
    _result(workspace, found)


def _result(workspace: Workspace, found: Thing[Result]) -> None:
    value = found.value
    earlier = earlier_words(value, workspace.results.before(found, _EARLIER), workspace.today)
    asked = workspace.packs.by_id(Measure, value.measure)
    _lines([("", value.period), ("", _NO_TOTAL if value.total is None else "")])
    _lines([(part.name, part.words) for part in value.subscores])
    _lines([("Earlier", earlier), ("", value.note)])
    for words in (value.notice, asked.source if asked else "", asked.licence if asked else ""):
        _lines([("", words)])


def tell_answers(found: Thing[Result]) -> None:
    """Print every answer of a result, private ones too."""
    moment = found.moment
    output.show_prose(f"{found.n} \u00b7 {long_day(moment.day)} {moment.day.year}")
    _answers(found.value.answers)
    output.show()


def _answers(answers: Iterable[Answered]) -> None:
    for answer in answers:
        output.show()
        output.show_prose(answer.prompt)
        if answer.kind == "sketch":  # broken at words it would be no drawing
            output.show("\n".join(f"  {line}" for line in answer.reply.text.split("\n")))
            continue
        text = ", ".join(answer.reply.words) if answer.kind == "feelings" else answer.said
        if answer.reply.number is not None and answer.reply.text != str(answer.reply.number):
            text = f"{answer.reply.number} {text}"
        elif answer.reply.number is not None and answer.scale_words:
            text = f"{text} ({answer.scale_words})"
        output.show_prose(text, indent="  ")


def _sitting(sitting: Sitting) -> None:
    sat = f"{span_words(sitting.sat)} of {span_words(sitting.planned)}"
    if sitting.finished:
        sat = span_words(sitting.sat)
    distress = [
        f"{when} {value}"
        for when, value in (("before", sitting.before), ("after", sitting.after))
        if value is not None
    ]
    _lines([("Sat", sat), ("Distress", ", ".join(distress)), ("", sitting.note)])


def _told(found: Thing[Any]) -> None:
    """Print what is known of a thing, and its text; its line is its title already."""
    said = told(found.value)
    if said is None:
        return
    known = _called(found)
    facts = [(word, words) for word, words in said.facts if word or words not in known]
    _lines([(word, words if word else f"{words}.".capitalize()) for word, words in facts])
    _lines([("", said.text)])


def _lines(lines: Iterable[tuple[str, str]]) -> None:
    """Print what there is of some lines, each with a word before it."""
    present = [(word, text) for word, text in lines if text.strip()]
    if present:
        output.show()
    for word, text in present:
        output.show_prose(f"{word}: {text}" if word else text)


def tell_thread(
    workspace: Workspace, n: int, *, ascii: bool = False, drawn: bool = True, is_all: bool = False
) -> None:
    """Print the thread of a thing as a tree.

    Args:
        workspace: Whose it is.
        n: The thing.
        ascii: Whether to draw with ASCII alone.
        drawn: Whether to draw branches; without, each line says what it stands under.
        is_all: Whether it is what was asked for, and not the end of something longer.

    Raises:
        NotFoundError: Nothing has the number.
    """
    whole = threads.thread_of(workspace, n)
    if len(whole.strands) == 1 and not is_all:
        return
    if not is_all:
        output.show()
        output.show("The thread")
    today, is_dates_only = workspace.today, is_veiled(workspace)
    limit = len(whole.strands) if is_all else _STRANDS
    for place, told_of in enumerate(threads.told(workspace, whole, limit=limit)):
        strand, brief = told_of.strand, told_of.brief
        branches = draw_branches(whole.strands, place, ascii=ascii) if drawn else ""
        sign = "> " if strand.n == n and not strand.is_again else ""
        said = [f"{brief.kind.word} {strand.n}" if brief else "", told_of.how]
        if not drawn and strand.parent is not None and told_of.how:
            said[1] = told_of.how.removesuffix("it") + str(whole.strands[strand.parent].n)
        said += [short_day(brief.moment.day, today) if brief else "", *told_of.facts]
        facts = ", ".join(fact for fact in said if fact)
        hides = is_dates_only and brief is not None and strand.n != n
        title = "\u2026" if hides else told_of.title
        output.show(f"{branches}{sign}{title}" + (f"  ({facts})" if facts else ""))
    if whole.left_out:
        output.show(f"and {whole.left_out} more")
    elif len(whole.strands) > limit:
        output.say(f"There is more of it. `integrate thread {n}` shows all.")
    if is_all and len(whole.strands) == 1:
        output.say(f"Nothing hangs together with it yet. `integrate link {n} OTHER` links it.")
