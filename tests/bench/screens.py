"""The figures of the screens, each beside the smallest program that does the same."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from integrate_tui.paths import Paths
from integrate_tui.workspace import open_workspace
from tests.bench import sealed
from tests.bench.figures import Figure, Series, in_turns, milliseconds
from tests.bench.life import PROMPTS
from tests.bench.references import PAGE, READY
from tests.bench.window import Window

_PLACES = ("Today", "Look back", "Check in", "Help")
"""What stands in the first and the last line of Today."""
_DEAR = "what is drawn besides a line of text: our own modules, the packs and the day's overview"


def reference(name: str) -> list[str]:
    """Return the command of one of the smallest programs."""
    return [sys.executable, "-m", "tests.bench.references", name]


class Screens:
    """Measures the screens over a small and a large journal."""

    def __init__(self, small: Path, large: Path, rounds: int) -> None:
        """Begin.

        Args:
            small: The folder of a journal of a thousand entries.
            large: That of the large one.
            rounds: How often each thing is measured.
        """
        self._homes = {"small": small, "large": large}
        self._rounds = rounds
        self._integrate = str(Path(sys.executable).with_name("integrate"))

    def open(self, home: str = "large", *words: str, size: tuple[int, int] = (120, 40)) -> Window:
        """Start the program on one of the journals."""
        environment = {**os.environ, "INTEGRATE_HOME": str(self._homes[home])}
        words_given, given = sealed.words_for(self._homes[home], words)
        return Window([self._integrate, *words_given], environment, size, given)

    def beside(self, name: str) -> Window:
        """Start one of the smallest programs, drawn and at rest."""
        window = Window(reference(name), dict(os.environ))
        window.wait_for(READY)
        window.settle()
        return window

    def at_rest(
        self,
        *keys: str,
        words: Sequence[str] = (),
        mark: str = "Help",
        size: tuple[int, int] = (120, 40),
    ) -> Window:
        """Start the program on the large journal, press keys, and let it come to rest."""
        window = self.open("large", *words, size=size)
        window.wait_for(mark)
        window.settle()
        for key in keys:
            window.press(key, silence=0.3)
        return window

    def starting(self) -> list[Figure]:
        """The first frame, memory at rest, leaving."""
        taken, memory, left = Series(), Series(), Series()

        def one(name: str, window: Window, marks: Sequence[str], key: str) -> None:
            window.wait_for(*marks)
            taken.add(name, _since(window))
            window.settle()
            memory.add(name, window.memory)
            left.add(name, window.leave(key))

        def hello() -> None:
            one("hello", Window(reference("hello"), dict(os.environ)), (READY,), "\x11")

        in_turns(
            self._rounds,
            hello,
            lambda: one("large", self.open(), _PLACES, "q"),
            lambda: one("small", self.open("small"), _PLACES, "q"),
            lambda: one("named", self.open("large", "ground", "box-breathing"), ("Box",), "\x11"),
            lambda: one("ground", self.open("large", "ground"), ("Five senses",), "\x11"),
        )

        def beside(name: str, other: str = "hello") -> str:
            return milliseconds(taken.middle(name), taken.middle(other))

        return [
            Figure(
                "first frame, large journal",
                "hello",
                taken.ratio("large", "hello"),
                1.25,
                beside("large"),
                _DEAR,
            ),
            Figure(
                "first frame, large journal",
                "small journal",
                taken.ratio("large", "small"),
                1.1,
                beside("large", "small"),
            ),
            Figure(
                "`ground` to what fits",
                "hello",
                taken.ratio("ground", "hello"),
                1.2,
                beside("ground"),
                "all exercises are read, to know which fits",
            ),
            Figure(
                "`ground box-breathing` to its page",
                "hello",
                taken.ratio("named", "hello"),
                1.2,
                beside("named"),
                "the name is looked for in all exercises, and the runner's own modules",
            ),
            Figure(
                "memory, large journal",
                "hello",
                memory.ratio("large", "hello"),
                1.3,
                f"{memory.middle('large'):.0f} / {memory.middle('hello'):.0f} MiB",
                "the cipher's library is 5 MiB, the packs and the store the rest",
            ),
            Figure(
                "leaving",
                "hello, stock driver",
                left.ratio("large", "hello"),
                0.4,
                milliseconds(left.middle("large"), left.middle("hello")),
            ),
        ]

    def typing(self) -> list[Figure]:
        """Keys in a page of ten thousand characters."""
        keys = "the light went out over the water and we "
        stock = self.beside("page")
        own = self.at_rest(words=("write", "free-page"), mark="Leave")
        for part in PAGE.split("\n\n"):
            own.press(f"\x1b[200~{part}\n\n\x1b[201~")
        own.settle(1.0)
        taken, sizes = Series(), Series()
        for _ in range(max(1, self._rounds // 3)):
            for name, window in (("stock", stock), ("own", own)):
                for key in keys:
                    shown, size = window.press(key)
                    taken.add(name, shown)
                    sizes.add(name, size)
        stock.close()
        own.close()
        return [
            Figure(
                "a key in a long page, median",
                "stock text area",
                taken.ratio("own", "stock"),
                0.6,
                milliseconds(taken.middle("own"), taken.middle("stock")),
            ),
            Figure(
                "a key in a long page, 95th percentile",
                "16 ms",
                taken.late("own") / 0.016,
                1.0,
                milliseconds(taken.late("own"), taken.late("stock")),
                "a draft is saved in the same thread, once in 0.6 s",
            ),
            Figure(
                "bytes a key",
                "2 KB",
                sizes.middle("own") / 2048,
                1.0,
                f"{sizes.middle('own'):.0f} / {sizes.middle('stock'):.0f} B",
            ),
        ]

    def moving(self) -> list[Figure]:
        """Lists, places, a way back."""
        taken = Series()
        small = self.open("small")
        small.wait_for("Help")
        small.settle()
        small.press("2", 0.3)
        large = self.at_rest("2")
        modes = self.beside("modes")
        for window in (small, large):
            window.press("j", 0.3)
        for _ in range(self._rounds * 2):
            taken.add("small down", small.press("j")[0])
            taken.add("large down", large.press("j")[0])
        for key, name in (("4", "first"), ("5", "first"), ("6", "first")):
            taken.add(name, large.press(key, 0.3)[0])
        taken.add("first reference", modes.press("2", 0.3)[0])
        for _ in range(self._rounds):
            for key in ("4", "5"):
                taken.add("own place", large.press(key, 0.2)[0])
            for key in ("1", "2"):
                taken.add("place", modes.press(key, 0.2)[0])
        for _ in range(self._rounds):
            large.press("?", 0.2)
            taken.add("own back", large.press("\x1b", 0.3)[0])
            modes.press("?", 0.2)
            taken.add("back", modes.press("\x1b", 0.3)[0])
        for window in (small, large, modes):
            window.close()
        return [
            Figure(
                "a row down, large journal",
                "small journal",
                taken.ratio("large down", "small down"),
                1.4,
                milliseconds(taken.middle("large down"), taken.middle("small down")),
            ),
            Figure(
                "another place, 95th percentile",
                "two empty places",
                taken.late("own place") / taken.late("place"),
                1.3,
                milliseconds(taken.late("own place"), taken.late("place")),
                "a place reads its rows anew whenever it is come back to",
            ),
            Figure(
                "another place, the first time",
                "two empty places",
                taken.middle("first") / taken.middle("first reference"),
                2.0,
                milliseconds(taken.middle("first"), taken.middle("first reference")),
                "its module is imported, its stylesheet applied and its rows read",
            ),
            Figure(
                "Escape",
                "stock driver",
                taken.ratio("own back", "back"),
                0.5,
                milliseconds(taken.middle("own back"), taken.middle("back")),
            ),
        ]

    def searching(self) -> list[Figure]:
        """Search as one types, over the large journal."""
        taken = Series()
        field = self.beside("field")
        window = self.at_rest("/")
        for _ in range(max(3, self._rounds // 2)):
            for key in "river":
                taken.add("own", window.press(key, 0.2)[0])
                taken.add("field", field.press(key, 0.2)[0])
            for _ in "river":
                window.press("\x7f", 0.2)
        window.close()
        field.close()
        return [
            Figure(
                "a letter of a search, 95th percentile",
                "33 ms",
                taken.late("own") / 0.033,
                1.0,
                milliseconds(taken.late("own"), taken.late("field")),
                "one letter finds nearly every entry, and all of them are counted",
            )
        ]

    def _breathing_as(self, picture: str, used_by_disc: float) -> list[Figure]:
        """Two breaths that never stand still, and a pause."""
        home = self._homes["large"]
        workspace = open_workspace(Paths(home / "journal.db", home / "packs", PROMPTS))
        workspace.settings.set("picture", picture)
        workspace.close()
        window = self.at_rest(words=("ground", "longer-out-breath"), mark="Distress", size=(80, 24))
        window.send("\r")
        window.watch(14)  # the words before it begins
        used, sent = window.watch(20)
        window.send(" ")
        window.watch(2)
        paused, _ = window.watch(5)
        window.close()
        told = f"{100 * used:.1f} / {100 * used_by_disc:.1f} %"
        disc = "a disc in a stock Static"
        return [
            Figure(f"{picture}, share of a core", disc, used / used_by_disc, 0.5, told),
            Figure(f"{picture}, 7 % of a core", "7 %", used / 0.07, 1.0, f"{100 * used:.1f} %"),
            Figure(f"{picture}, bytes", "20 KB/s", sent / 20_000, 1.0, f"{sent / 1000:.1f} KB/s"),
            Figure(f"{picture}, paused", "1.5 %", paused / 0.015, 1.0, f"{100 * paused:.2f} %"),
        ]

    def breathing(self) -> list[Figure]:
        """Each picture of the breath, a pause, and nothing at all."""
        disc = self.beside("disc")
        used_by_disc, _ = disc.watch(8)
        disc.close()
        found = [
            figure
            for picture in ("ring", "wave", "bar")
            for figure in self._breathing_as(picture, used_by_disc)
        ]
        hello = self.beside("hello")
        hello.watch(2)
        idle_hello, _ = hello.watch(10)
        hello.close()
        still = self.at_rest()
        still.watch(2)
        idle, _ = still.watch(10)
        still.close()
        return [
            *found,
            Figure(
                "at rest, share of a core",
                "1.5 %",
                idle / 0.015,
                1.0,
                f"{100 * idle:.2f} / {100 * idle_hello:.2f} %",
            ),
        ]


def _since(window: Window) -> float:
    from time import perf_counter

    return perf_counter() - window.began
