"""One line of keys at the bottom: those of what has the focus, read from the real bindings.

It is Textual's footer in one line that draws itself, which is 40 ms earlier on the screen. Where
there is no room, words are shortened first, and the ways on, out and to people are kept to the end.
"""

from collections.abc import Iterable
from dataclasses import field, replace

from textual import events
from textual.binding import Binding
from textual.dom import DOMNode
from textual.reactive import reactive
from textual.screen import Screen
from textual.strip import Strip

from integrate_tui.core.value import value
from integrate_tui.tui.keys import IN_FLOWS, character_of, shown_key
from integrate_tui.tui.widgets.drawing import Drawn, Part

PINNED = ("next", "previous")
"""What leads through something that is filled in: it stands first, and in the same place always,
or a second click would do something else than the first."""
_DEAR = frozenset({"next", "ground", "support"})
"""What is kept to the end beside the way out where something is filled in."""


@value()
class Hint:
    """One key and what it does."""

    key: str
    words: str
    action: str
    node: DOMNode = field(compare=False)
    """Whose action it is."""
    leads: bool = True
    """Whether it leads anywhere now; what does not is drawn only to keep its place."""

    @property
    def width(self) -> int:
        """How many cells it takes with the space after it."""
        return len(self.key) + 1 + len(self.words) + 3

    @property
    def is_support(self) -> bool:
        """Whether it leads to people and helplines."""
        return self.action == "support"

    @property
    def shortened(self) -> "Hint":
        """The same with fewer words: `Leave` for `Leave, it's kept`."""
        first = self.words.partition(",")[0]
        return self if first == self.words else replace(self, words=first)


def _width(hint: Hint) -> int:
    return hint.width


def _is_dear(hint: Hint, in_flow: bool) -> bool:
    return hint.key == "esc" or (in_flow and hint.action in _DEAR)


def _width_of(hints: Iterable[Hint]) -> int:
    """Return the cells from the left edge to the end of the last word."""
    return sum(hint.width for hint in hints) - 2


class KeyBar(Drawn):
    """The keys that work now; a click on one presses it."""

    DEFAULT_CSS = """
    KeyBar { height: 2; dock: bottom; background: $background; color: $muted; }
    """

    hints: reactive[tuple[Hint, ...]] = reactive(())
    """What is shown, in order."""

    def __init__(self, *, in_flow: bool = False) -> None:
        """Begin empty.

        Args:
            in_flow: Whether something is being filled in on the screen: the letters of the app
                give way to its keys that work in text too.
        """
        super().__init__()
        self._in_flow = in_flow

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._read)
        self._read(self.screen)

    def _read(self, screen: Screen[object]) -> None:
        if not self.is_attached or screen is not self.screen:
            return
        hints: dict[str, tuple[tuple[int, int, bool], Hint]] = {}
        nodes: list[DOMNode] = []
        for active in screen.active_bindings.values():
            binding, node = active.binding, active.node
            if node not in nodes:
                nodes.append(node)
            is_pinned = self._in_flow and binding.action in PINNED
            if not (active.enabled or is_pinned):
                continue
            if not self._is_shown(binding) or self._is_typed(screen, binding):
                continue
            words = node.hint(binding) if isinstance(node, Drawn) else binding.description
            hint = Hint(shown_key(binding), words, binding.action, node, active.enabled)
            pin = PINNED.index(binding.action) if is_pinned else len(PINNED)
            # The way back stands after what one came for.
            order = (pin, nodes.index(node), binding.key == "escape")
            present = hints.get(binding.action)
            if present is None or present[0] == (*order[:2], True):  # a letter says more than esc
                hints[binding.action] = (order, hint)
        ordered = sorted(hints.values(), key=lambda found: found[0])
        self.hints = tuple(hint for _, hint in ordered)

    def _is_shown(self, binding: Binding) -> bool:
        if not self._in_flow:
            return binding.show
        if binding.id in IN_FLOWS:
            return True
        return binding.show and not (binding.id or "").startswith("app.")

    def _is_typed(self, screen: Screen[object], binding: Binding) -> bool:
        """Tell whether the focused field would take a key as text."""
        if screen.focused is None or binding.priority:
            return False
        character = character_of(binding.key)
        return screen.focused.check_consume_key(binding.key, character)

    def render_line(self, y: int) -> Strip:
        """Draw the rule, then the hints."""
        width = self.size.width
        if y == 0:
            return self.line([("\u2500" * width, "rule")], width)
        parts: list[Part] = []
        for hint in self.fitting(width):
            gap = "   " if parts else ""
            key, words = ("key", "text") if hint.leads else ("rule", "rule")
            parts += [(f"{gap}{hint.key}", key), (f" {hint.words}", words)]
        return self.line(parts, width, indent=1)

    def fitting(self, width: int) -> list[Hint]:
        """Return the hints there is room for.

        First each says what it does in fewer words. Then what the app offers everywhere goes, from
        the last on; then the longest of what is left, the way out after all others. Where something
        is filled in, the ways on and to ground stay as long as that. The way to people and
        helplines goes last of all.
        """
        if _width_of(self.hints) <= width:
            return list(self.hints)
        kept = [hint.shortened for hint in self.hints]
        while kept and _width_of(kept) > width:
            others = [hint for hint in kept if not hint.is_support] or kept
            others = [hint for hint in others if not _is_dear(hint, self._in_flow)] or others
            everywhere = [hint for hint in others if hint.node is self.app]
            del kept[kept.index(everywhere[-1] if everywhere else max(others, key=_width))]
        return kept

    async def on_click(self, event: events.Click) -> None:
        """Do what the hint under the pointer says."""
        x = 1
        for hint in self.fitting(self.size.width):
            if x <= event.x < x + hint.width - 3:
                if hint.leads:
                    await self.app.run_action(hint.action, hint.node)
                return
            x += hint.width
