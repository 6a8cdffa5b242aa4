"""Every command there is on a terminal: over a hostile journal, and with hostile words typed.

No command may end in a fault of the program, whatever it reads or is given, and nothing but
characters may reach the terminal. A command that is added is held to it by itself.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from integrate_tui.core.thing import ThingKind
from integrate_tui.workspace import Workspace
from tests.cli.conftest import Answer, Integrate
from tests.cli.test_help import EVERY, _parameters
from tests.fakes import FakeClock
from tests.hostile.journal import PAYLOAD, SIGN

_OURS = re.compile("\x1b\\[[0-9;]*m|[\n\t]|\r[^\r\n]*%|\r +\r")
"""What the program itself sends: the styles of drawn Markdown, and how far something is."""
_HARM = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
TYPED = PAYLOAD.replace("\x00", "")
"""No argument of a program holds a NUL."""
HALF = "zq\udcff\udc9b31m"
"""What bytes that are no text become as an argument."""
NUMBERS = ("number", "numbers", "other", "name")
"""The parameters that take the number of a thing."""
OF: dict[str, ThingKind] = {
    "experiences": ThingKind.EXPERIENCE,
    "inbox": ThingKind.FRAGMENT,
    "insights": ThingKind.INSIGHT,
    "themes": ThingKind.THEME,
    "goals": ThingKind.PRACTICE,
    "goals edit": ThingKind.GOAL,
    "boundary": ThingKind.BOUNDARY,
    "pattern": ThingKind.PATTERN,
    "values": ThingKind.VALUE,
    "care": ThingKind.PERSON,
    "talk": ThingKind.LINE,
    "cards": ThingKind.LINE,
    "container": ThingKind.LINE,
}
"""Of what kind the thing is that a command is about; an entry where nothing is said."""
LEFT_ALONE = {"keyring": ("switch",)}
"""What would change something outside of the journal."""


def harm(answer: Answer) -> list[str]:
    """Return what there is in an answer beside characters and what the program itself sends."""
    sent = f"{answer.out}{answer.err}"
    found = [ascii(sign) for sign in sorted(set(_HARM.findall(_OURS.sub("", sent))))]
    return found + ["style"] * ("\x1b[5m" in sent)


@pytest.fixture
def integrate(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, clock: FakeClock, tmp_path: Path
) -> Integrate:
    """The command line on the hostile journal, in a folder in which nothing is lost."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("EDITOR", shutil.which("true") or "true")
    return Integrate(monkeypatch, clock)


def held(integrate: Integrate, *words: str) -> Answer:
    """Run a command on a terminal, where somebody types hostile words, and hold it to the bar."""
    answer = integrate("--plain", *words, typed=[TYPED, "", "1", TYPED, *[""] * 30], terminal=True)
    assert harm(answer) == [], words
    assert "inside integrate" not in answer.err, (words, answer.err)
    assert answer.code in (0, 1, 2, 3, 5), words
    assert answer.code == 0 or answer.err.strip(), words
    return answer


def subject(workspace: Workspace, words: list[str]) -> str:
    """Return the number of a thing that a command may be about."""
    kind = OF.get(" ".join(words), OF.get(words[0], ThingKind.ENTRY))
    wanted = {"cards": "pause card", "container": "container", "talk": "talk list"}.get(words[0])
    things = workspace.shelf(kind).all()
    return str(next(t.n for t in things if not wanted or t.value.keep_as == wanted))


def lines(words: list[str], number: str) -> Iterator[list[str]]:
    """Yield lines for a command, each with something hostile at one of its places."""
    required = [p for p in _parameters(words) if p.param_type_name == "argument" and p.required]
    plain = [number if p.name in NUMBERS else "zq" for p in required]
    yield [*words, *plain]
    for hostile in (TYPED, HALF):
        for place in range(len(plain)):
            yield [*words, *plain[:place], hostile, *plain[place + 1 :]]
        for parameter in _parameters(words):
            if parameter.name in LEFT_ALONE.get(words[0], ()):
                continue
            if parameter.param_type_name == "argument" and not parameter.required:
                yield [*words, *plain, hostile]
            elif parameter.param_type_name == "option" and not parameter.is_flag:
                yield [*words, *plain, parameter.opts[-1], hostile]


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_whatever_is_typed_after_a_command_gets_a_sentence(
    integrate: Integrate, workspace: Workspace, words: list[str]
) -> None:
    for line in lines(words, subject(workspace, words)):
        held(integrate, *line)


READ: dict[str, list[tuple[str, ...]]] = {
    "today": [("today",)],
    "lists": [
        *((name,) for name in ("list", "find", "on-this-day", "trash", "tags", "inbox")),
        *((name,) for name in ("insights", "themes", "goals", "boundary", "pattern", "values")),
        *((name,) for name in ("talk", "care", "cards", "container", "experiences", "measure")),
        ("goals", "changes"),
        ("experiences", "series"),
        ("values", "--words"),
        ("talk", "--all"),
        ("cards", "--all"),
        ("container", "--all"),
        ("find", SIGN),
        ("list", SIGN),
        ("insights", "--due"),
        ("measure", "--history"),
        ("measure", "--all"),
        ("measure", "odd-measure", "--history"),
    ],
    "looking back": [("trends",), ("review",), ("review", "month"), ("review", "since")],
    "program": [("paths",), ("settings",), ("doctor", "--all"), ("privacy", "--all"), ("restore",)],
    "packs": [
        ("packs",),
        ("packs", "list"),
        ("packs", "check"),
        ("packs", "show", "odd"),
        ("packs", "show", "odd", "--text"),
        ("packs", "show", "odd-exercise"),
        ("packs", "show", "odd-measure"),
        ("packs", "show", "odd-values"),
        ("packs", "show", "odd-feelings"),
        ("packs", "show", "odd-support"),
        ("support", "--all"),
        ("ground", "--list"),
        ("ground", "--helped"),
    ],
    "flows": [
        ("checkin",),
        ("write", "odd"),
        ("write", "week-one"),
        ("ground", "odd-exercise"),
        ("measure", "odd-measure"),
    ],
    "export": [("export", "-"), ("export", "out")],
}
"""What shows what is in the journal, beside what shows one thing."""


@pytest.mark.parametrize("what", READ)
@pytest.mark.parametrize("program", [False, True], ids=["people", "programs"])
def test_what_a_command_shows_is_characters(integrate: Integrate, what: str, program: bool) -> None:
    shown = ""
    for words in READ[what]:
        takes_json = any(p.name == "json" for p in _parameters(list(words[:1])))
        if not program or (takes_json and what not in ("flows", "export")):
            shown += held(integrate, *words, *["--json"] * program).out
    assert SIGN in shown or program or what == "looking back"


@pytest.mark.parametrize(
    "command", ["show", "history", "thread", "experiences show", "insights belief", "themes show"]
)
def test_one_thing_of_any_kind_is_shown_as_characters(
    integrate: Integrate, workspace: Workspace, command: str
) -> None:
    shown = ""
    for kind in ThingKind:
        for n in [thing.n for thing in workspace.shelf(kind).all()][:3]:
            shown += held(integrate, *command.split(), str(n)).out
    assert SIGN in shown


def test_what_is_piped_leaves_as_it_is_stored(integrate: Integrate) -> None:
    assert "\x1b]0;owned" in integrate("list").out
    assert integrate("list", "--json").json


def test_without_the_cleaning_it_would_be_sent(
    integrate: Integrate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("integrate_tui.cli.output.cleaned", lambda text: text)
    assert harm(integrate("show", "2", terminal=True)) != []
