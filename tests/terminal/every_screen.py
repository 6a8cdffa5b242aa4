"""Goes through the screens by their own keys, with its ears open for whatever leads out.

    python -m tests.terminal.every_screen DEEPEST

Every place is gone to, and everything that the palette offers is done. With a DEEPEST of one or
more, every key that a place says is bound is pressed too, and so on from there. What was seen goes
to the standard output as JSON.
"""

import asyncio
import json
import os
import sys
from contextlib import suppress

from tests.terminal.every_command import Ears

ENDS = frozenset(
    {"leave", "quit", "quit_from_top", "help_quit", "lock", "suspend_process", "hide", "undo"}
)
"""What would end the walk, or go back in it."""
LAST = ("Leave", "Lock", "Hide")
"""What the palette offers that ends the walk."""
ANYWHERE_FIRST = "a place"
"""Stands for the places, whose keys need not be pressed again further on."""
SIZE = (110, 34)
_STEPS_BACK = 12


class Walk:
    """A walk through the screens of one app."""

    def __init__(self, app: "IntegrateApp", pilot: "Pilot[int]", deepest: int) -> None:
        self.app = app
        self.pilot = pilot
        self.deepest = deepest
        """How many keys lie between a place and what is looked at."""
        self.explored: set[str] = set()
        """The kinds of screen whose keys were pressed."""
        self.tried: set[tuple[str, str]] = set()
        """The keys that were pressed, each with the kind of screen it was pressed on."""
        self.seen: dict[str, list[str]] = {}
        """The screens that were come to, and the keys that led there."""

    async def visit(self, mode: str, keys: tuple[str, ...] = ()) -> None:
        """Go to a screen by its keys, and from there to all that its own keys lead to."""
        if not await self._go(mode, keys):
            return
        name = type(self.app.screen).__name__
        self.seen.setdefault(name, [mode, *keys])
        if name in self.explored or len(keys) == self.deepest:
            return
        self.explored.add(name)
        for key in self._keys():
            if (name, key) not in self.tried and not (keys and (ANYWHERE_FIRST, key) in self.tried):
                self.tried |= {(name, key), (name if keys else ANYWHERE_FIRST, key)}
                await self.visit(mode, (*keys, key))

    async def order(self, title: str) -> None:
        """Do one thing that the palette offers."""
        await self._go("today", ())
        offered = {each.title: each for each in self.app.get_system_commands(self.app.screen)}
        done = offered[title].callback()
        if asyncio.iscoroutine(done):
            await done
        await self.pilot.pause()
        self.seen.setdefault(type(self.app.screen).__name__, ["palette", title])

    def _keys(self) -> list[str]:
        found: dict[str, str] = {}
        for active in self.app.screen.active_bindings.values():
            binding = active.binding
            name = binding.action.partition("(")[0].rpartition(".")[2]
            if active.enabled and name not in ENDS:
                found.setdefault(binding.action, binding.key)
        return list(found.values())

    async def _go(self, mode: str, keys: tuple[str, ...]) -> bool:
        """Begin at a place and press keys; tell whether the app is still there."""
        await self._go_back()
        self.app.switch_mode(mode)
        await self.pilot.pause()
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.pause()
        return not self.app._exit

    async def _go_back(self) -> None:
        for _ in range(_STEPS_BACK):
            if len(self.app.screen_stack) == 1:
                return
            before = self.app.screen
            await self.pilot.press("escape")
            await self.pilot.pause()
            if self.app.screen is before:
                self.app.pop_screen()
                await self.pilot.pause()


async def walk(deepest: int) -> dict[str, list[str]]:
    """Go through everything, and return what was seen."""
    folder, clock = find(), FakeClock()
    workspace = open_workspace(Paths(folder.journal, folder.packs, PROMPTS), clock)
    live(workspace, clock, entries=30, days=42)
    workspace.settings.set("welcome", "seen")
    workspace.settings.set("health", "none")
    app = IntegrateApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot, deepest)
        for place in PLACES:
            await walk.visit(place.mode)
        await walk.visit(PLACES[0].mode)
        for title in [each.title for each in app.get_system_commands(app.screen)]:
            if title not in LAST:
                await walk.order(title)
        app.exit(0)
    workspace.close()
    return walk.seen


if __name__ == "__main__":
    ears = Ears()
    sys.addaudithook(ears.heard)
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    os.environ["EDITOR"] = "true"

    # After the ears are open: what is imported is heard too.
    from textual.pilot import Pilot

    from integrate_tui.paths import Paths, find
    from integrate_tui.tui.app import IntegrateApp
    from integrate_tui.tui.places import PLACES
    from integrate_tui.workspace import open_workspace
    from tests.bench.life import PROMPTS, live
    from tests.fakes import FakeClock

    with suppress(KeyboardInterrupt):
        seen = asyncio.run(walk(int(sys.argv[1])))
        json.dump({"seen": seen, "out": ears.led_out, "started": ears.started}, sys.stdout)
