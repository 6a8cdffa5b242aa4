"""A journal, and packs beside it, in which every text holds what no terminal should be sent.

It is what a file could be that came from elsewhere, or from a program that did not clean at the
door: every state in it fits its checksum, and no word in it was cleaned.
"""

import json
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock

from integrate_tui.core.answers import reply_with_text
from integrate_tui.core.drafts import Flow
from integrate_tui.core.editing import writing_of_text
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalStep
from integrate_tui.core.insight import Insight, InsightSort, KeptLine
from integrate_tui.core.practice import Practice
from integrate_tui.core.saved import to_saved
from integrate_tui.core.series import Series
from integrate_tui.core.thing import Role
from integrate_tui.core.writing_drafts import to_draft
from integrate_tui.store import answers, drafts, things
from integrate_tui.store.things import Content
from tests.builders import a_draft, a_guided_entry, a_moment, a_rating, a_report
from tests.fakes import FakeClock
from tests.store.desk import Desk, open_desk
from tests.store.lived_in import live

SIGN = "zq"
"""What every text begins with, so that it can be seen whether it is shown at all."""
MARKUP = "[/] [@click=app.quit]x[/] [red]y[/nope] [b +$x"
CONTROLS = {
    "title": "\x1b]0;owned\x07",
    "clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "link": "\x1b]8;;http://example.invalid\x07x\x1b]8;;\x07",
    "clear": "\x1b[2J\x1b[H",
    "style": "\x1b[5m",
    "report": '\x1b[6n\x1bP$q"p\x1b\\',
    "c1": "\x9b5m\x9d0;owned\x9c",
    "c0": "\x00\x07\x08\x0b\x0c\r\x7f\x85",
    "bidi": "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff",
    "marks": "\u061c\u200e\u200f",
    "ends": "\u2028\u2029",
    "zero width": "\u200b\u2060",
}
PAYLOAD = f"{SIGN}{MARKUP}{''.join(CONTROLS.values())}"
SHORT = f"{SIGN}{CONTROLS['title']}{CONTROLS['bidi']}[/]x"
"""The same for where there is little room."""

WORDS = {
    "answers": {"kind", "name"},
    "ratings": {"name"},
    "checkins": {"piece"},
    "entries": {"guide"},
    "sittings": {"exercise"},
    "results": {"measure"},
    "insights": {"sort", "standing", "looked"},
    "lines": {"keep_as", "role", "state", "until"},
    "goals": {"state", "sort", "area", "review"},
    "steps": {"state", "area", "due", "done"},
    "practices": {"state", "schedule", "since"},
    "ticks": {"state"},
    "rests": {"first", "last"},
    "own_values": {"place"},
    "boundaries": {"state", "sort"},
    "patterns": {"state"},
    "occasions": {"how"},
    "worksheets": {"decision"},
    "people": {"role", "next"},
    "subscores": set(),
    "feelings": set(),
}
"""The columns in which the program looks for a word of its own, a day or a name of a piece."""


def fill(path: Path, clock: FakeClock | None = None, payload: str = PAYLOAD) -> None:
    """Make a journal at a path that has everything to show, with a payload in every text of it."""
    add, tag = things._add_revision, things.set_tags

    def add_hostile(db: Any, n: int, kind: Any, parent: Any, content: Content, now: Any) -> int:
        return add(db, n, kind, parent, _hostile(content, payload), now)

    def tag_hostile(db: Any, n: int, tags: list[str]) -> None:
        tag(db, n, [f"{payload}{each}" for each in tags])

    with ExitStack() as stack:
        for module in (things, drafts, answers):
            for name in ("clean", "clean_line", "normal_tag"):
                if hasattr(module, name):
                    stack.enter_context(mock.patch.object(module, name, str))
        stack.enter_context(mock.patch.object(things, "_add_revision", add_hostile))
        stack.enter_context(mock.patch.object(things, "set_tags", tag_hostile))
        desk = open_desk(path, clock)
        live(desk)
        _bring_up(desk, payload)
        _begin(desk, payload)
        with desk.db.write():
            for name in ("country", "backup-folder", "backup-fault"):
                row = (name, SHORT if name == "country" else payload)
                desk.db.execute("INSERT INTO settings (name, value) VALUES (?, ?)", row)
        desk.db.close()


def _hostile(content: Content, payload: str) -> Content:
    rows = {
        table: [
            {
                column: f"{payload}{cell}"
                if isinstance(cell, str) and cell and column not in WORDS.get(table, ())
                else cell
                for column, cell in row.items()
            }
            for row in each
        ]
        for table, each in content.rows.items()
    }
    title, text = (f"{payload}{words}" if words else "" for words in (content.title, content.text))
    return replace(content, title=title, text=text, rows=rows)


def _bring_up(desk: Desk, payload: str) -> None:
    """Add what the places show only where something waits, is due, or was a year ago."""
    for back in (1, 40, 90):
        desk.insights.add(Insight("Seen.", InsightSort.QUESTION, more="More."), a_moment(days=back))
        desk.insights.add(Insight("Held.", InsightSort.BELIEF), a_moment(days=back))
    for keep_as in ("talk list", "pause card", "container", "insight", "step"):
        for until in (None, date(2026, 11, 20), date(2027, 1, 5)):
            line = KeptLine("Said.", keep_as, "More.", until=until, role="therapist")
            desk.lines.add(line, a_moment(days=4))
    desk.fragments.add(Fragment("Something came.", "sound"), a_moment())
    desk.practices.add(Practice("Sit", "tea", why="Legs.", small="One.", unit="km"), a_moment())
    goal = desk.goals.add(Goal("Be out", "Air.", review=date(2026, 11, 22)), a_moment(days=9)).n
    step = desk.steps.add(GoalStep("Go", due=date(2026, 11, 22)), a_moment()).n
    desk.links.set(step, goal, Role.PART_OF)
    first = desk.experiences.add(Experience("A year", "mdma", True), a_moment(days=365)).n
    for back in (365, 31, 7):
        about = desk.entries.add(a_guided_entry(), a_moment(days=back)).n
        desk.links.set(about, first, Role.ABOUT)
    desk.links.set(first, desk.series.add(Series("Six"), a_moment()).n, Role.PART_OF)
    odd = a_guided_entry(a_rating(f"{payload}mood"))
    desk.entries.add(odd, a_moment())
    desk.checkins.add(a_report(a_rating(f"{payload}ease", 3), note="So."), a_moment())


def _begin(desk: Desk, payload: str) -> None:
    """Begin one of each flow."""
    belief = next(each.n for each in desk.insights.all() if each.value.sort == InsightSort.BELIEF)
    said = reply_with_text(payload)
    page = to_draft(writing_of_text("", payload))
    orphan = {"prompt": payload, "text": payload}
    filled = {"replies": {"line": to_saved(said), "cost": to_saved(said)}, "orphans": [orphan]}
    begun: dict[Flow, tuple[str, dict[str, Any]]] = {
        Flow.WRITING: ("odd", {"answers": [{"key": "first", **to_saved(said)}]}),
        Flow.EDIT: (str(desk.entries.newest(1)[0].n), page),
        Flow.NOTE: ("", page),
        Flow.CHECK_IN: ("odd-check-in", filled),
        Flow.MEASURE: ("odd-measure", {}),
        Flow.WORKSHEET: (str(belief), filled),
    }
    for flow, (subject, data) in begun.items():
        draft = a_draft(f"d-{flow}", json.dumps(data), flow=flow, subject=subject, title=payload)
        desk.drafts.save(draft)


def add_packs(folder: Path) -> None:
    """Put packs of every kind in a folder, and broken ones, under names that are no better."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "odd.txt").write_text(PACK, encoding="utf-8")
    (folder / "broken.txt").write_text(BROKEN, encoding="utf-8")
    name = PAYLOAD.translate({0: None, ord("/"): None})
    (folder / f"{name}.txt").write_text(f"# {PACKED} One\n\n? {PACKED}\n", encoding="utf-8")


_LINE_ENDS = "\r\n\x0b\x0c\x85\u2028\u2029"
PACKED = PAYLOAD.translate({ord(end): None for end in _LINE_ENDS})
"""What a pack may hold in one line: what ends a line would make another of it."""

PACK = """\
# {0} Odd guide
id: odd
about: {0} about
for: {0}
tags: {0}
caution: {0}

{0} opening

## {0} section
{0} words

? {0} first
  {0} guidance
  name: first
  deeper: {0}
? {0} scale
  scale: 0 {0} .. 10 {0}
? {0} choose
  choose: {0}, other
? {0} any
  choose any: {0}, other
? {0} check
  check: {0}, other
? {0} feelings
  feelings: 3
? {0} link
  link: goal

# {0} Odd exercise
id: odd-exercise
kind: exercise
about: {0}
level: standard
evidence: B

## {0} Arrive
- notice 10s {0} cue
  {0} guidance
- name own pace {0}
  answer: line

# {0} Odd measure
id: odd-measure
kind: measure
about: {0}
source: {0}
licence: {0}
period: {0}
caution: {0}
notice: {0}
answers: 0 {0} | 1 {0} two
bands: 0-1 {0} | 2-3 {0} two
parts: {0} 1

{0} stem

? {0} first
? {0} second
? {0} third

# {0} Odd feelings
id: odd-feelings
kind: feelings

## {0} Odd family
energy: 1
pleasant: 1
{1}, other

# {0} Odd values
id: odd-values
kind: values
source: {0}

## {0} Near
{1}
- {1} truth: {1} meaning

# {0} Odd helplines
id: odd-support
kind: support

{0} opening

## {0} Country
show: always
- {0} line: {0} 0800
  hours: {0}
  web: {0}
  checked: 2026-11-01
  {0} more

# {0} Odd check-in
id: odd-check-in
kind: check-in

? {0} mood
  name: mood
  scale: 0 {0} .. 10 {0}
? {0} line
  name: line
""".replace("{0}", PACKED).replace("{1}", SHORT)

BROKEN = """\
# {0} Broken
kind: {0}
takes: {0}
when: {0}
{0}: {0}

? {0}
  scale: {0}
  ask if: {0}
- {0}

# {0} Broken exercise
kind: exercise
- {0} {0} {0}
""".replace("{0}", PACKED)
