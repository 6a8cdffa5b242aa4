"""What is asked on the way when something that came up is sorted out."""

from integrate_tui.core.coming_up import Way, in_a_line
from integrate_tui.core.dates import long_day
from integrate_tui.core.insight import KeptLine
from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.shelved import TALK_ROLE_WORDS, pause_until
from integrate_tui.core.thing import ThingKind
from integrate_tui.triage import Answer, Triage, came_up, words_of
from integrate_tui.tui.host import Host
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.feelings import NameFeelings
from integrate_tui.tui.modals.form import Values
from integrate_tui.tui.screens.acting_on import make_something
from integrate_tui.tui.screens.shelf_forms import container_form, parked
from integrate_tui.tui.widgets.lettered import Letter
from integrate_tui.workspace import Workspace

WAYS = {
    "i": Way.INSIGHT,
    "f": Way.FEELING,
    "o": Way.QUESTION,
    "m": Way.TALK,
    "p": Way.CONTAINER,
    "d": Way.PAUSE,
    "l": Way.GO,
}
"""The key of each way."""
ACT, LATER = "a", "y"
LETTERS = (
    *(Letter(key, way.called, way.about) for key, way in WAYS.items()),
    Letter(ACT, "Something to do", "a goal, a step, a practice, a boundary"),
    Letter(LATER, "Not yet", "another day"),
)
_WHOEVER = "Whoever fits"


class SortingOut:
    """One sitting, with what it remembers of its answers."""

    def __init__(self, app: Host) -> None:
        self.app = app
        self.workspace: Workspace = app.workspace
        self.sitting = Triage(self.workspace)
        self._role: str | None = None
        """Whom the talk list was for; asked once in a sitting."""

    async def take(self, n: int, key: str) -> bool:
        """Do what a key says with a piece, and tell whether anything became of it.

        It is called from a worker.
        """
        if key == LATER:
            self.sitting.later(n)
            return True
        if key == ACT:
            return await self._act(n)
        way = WAYS[key]
        if way is Way.CONTAINER:
            return await self._park(n)
        answer = await self._answer(n, way)
        if answer is None:
            return False
        made = self.app.attempt(lambda: (self.sitting.sort_out(n, way, answer), True))
        if made is None:
            return False
        self.app.say(self._words(way, answer))
        return True

    async def _answer(self, n: int, way: Way) -> Answer | None:
        """Ask what a way asks for; None where it was left."""
        if way is Way.TALK:
            if self._role is None:
                names = (*(f"Your {role}" for role in TALK_ROLE_WORDS), _WHOEVER)
                chosen = await self.app.push_screen_wait(Choose("With whom?", names))
                if chosen is None:
                    return None
                self._role = (*TALK_ROLE_WORDS, "")[chosen]
            return Answer(role=self._role)
        if way is Way.FEELING:
            found = self.app.attempt(lambda: came_up(self.workspace, n))
            if found is None:
                return None
            families = self.workspace.packs.feelings().families
            line = in_a_line(words_of(found))[0]
            felt = await self.app.push_screen_wait(NameFeelings(line, families))
            return None if felt is None else Answer(feelings=felt)
        return Answer()

    def _words(self, way: Way, answer: Answer) -> str:
        """Say what became of it, and how to have it back."""
        words = way.done
        if way is Way.TALK and answer.role:
            words = f"On the list for your {answer.role}."
        if way is Way.PAUSE:
            words = f"It waits until {long_day(pause_until(self.workspace.today))}."
        return f"{words} u has it back."

    async def _park(self, n: int) -> bool:
        """Ask for a title, a day and with whom, and park it."""
        form = container_form(self.workspace, "Only a title, and when it may be opened")

        def save(values: Values) -> None:
            line = parked(self.workspace, values)
            answer = Answer(role=line.role, title=line.line, until=line.until)
            self.sitting.sort_out(n, Way.CONTAINER, answer)

        if not await self.app.fill_in(form, save):
            return False
        self.app.say("Parked, by its title only. u has it back.")
        return True

    async def _act(self, n: int) -> bool:
        """Make something to do of it."""
        found = self.app.attempt(lambda: came_up(self.workspace, n))
        if found is None:
            return False
        kept_as = found.value.keep_as if isinstance(found.value, KeptLine) else ""
        marked = {
            str(KeepAs.BOUNDARY): ThingKind.BOUNDARY,
            str(KeepAs.PATTERN): ThingKind.PATTERN,
        }.get(kept_as, ThingKind.GOAL)
        line = in_a_line(words_of(found))[0]
        before = self.sitting.count
        await make_something(
            self.app, line, lambda kind, made: self.sitting.act(n, kind, made), marked=marked
        )
        return self.sitting.count > before

    def come_back(self) -> None:
        """Take note of what was undone meanwhile."""
        while self.sitting.notice_undo():
            pass

    def end(self) -> None:
        """Make the sitting one undo, and say so."""
        count = self.sitting.end()
        if count > 1:
            self.app.say(f"{count} sorted out. u takes the whole sitting back.", long=True)
