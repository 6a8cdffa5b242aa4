"""One line of keys at the bottom: those of what has the focus, read from the real bindings.

It is Textual's footer in one line that draws itself, which is 40 ms earlier on the screen and
drops the longest hints first where there is no room.
"""

from dataclasses import field

from textual import events
from textual.binding import Binding
from textual.dom import DOMNode
from textual.reactive import reactive
from textual.screen import Screen
from textual.strip import Strip

from integrate_tui.core.value import value
from integrate_tui.tui.keys import IN_FLOWS, character_of, shown_key
from integrate_tui.tui.widgets.drawing import Drawn, Part


@value()
class Hint:
    """One key and what it does."""

    key: str
    words: str
    action: str
    node: DOMNode = field(compare=False)
    """Whose action it is."""

    @property
    def width(self) -> int:
        """How many cells it takes with the space after it."""
        return len(self.key) + 1 + len(self.words) + 3

    @property
    def is_support(self) -> bool:
        """Whether it leads to people and helplines."""
        return self.action == "support"


def _width(hint: Hint) -> int:
    return hint.width


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
        hints: dict[str, tuple[tuple[int, bool], Hint]] = {}
        nodes: list[DOMNode] = []
        for active in screen.active_bindings.values():
            binding, node = active.binding, active.node
            if node not in nodes:
                nodes.append(node)
            if not active.enabled or not self._is_shown(binding) or self._is_typed(screen, binding):
                continue
            words = node.hint(binding) if isinstance(node, Drawn) else binding.description
            hint = Hint(shown_key(binding), words, binding.action, node)
            # The way back stands after what one came for.
            order = (nodes.index(node), binding.key == "escape")
            present = hints.get(binding.action)
            if present is None or present[0] == (order[0], True):  # a letter says more than esc
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
            parts += [(f"{gap}{hint.key}", "key"), (f" {hint.words}", "text")]
        return self.line(parts, width, indent=1)

    def fitting(self, width: int) -> list[Hint]:
        """Return the hints there is room for.

        What the app offers everywhere goes first, from the last on; then the longest of what is
        left. The way to people and helplines goes last of all.
        """
        kept = list(self.hints)
        while kept and sum(hint.width for hint in kept) - 2 > width - 1:
            others = [hint for hint in kept if not hint.is_support] or kept
            everywhere = [hint for hint in others if hint.node is self.app]
            del kept[kept.index(everywhere[-1] if everywhere else max(others, key=_width))]
        return kept

    async def on_click(self, event: events.Click) -> None:
        """Do what the hint under the pointer says."""
        x = 1
        for hint in self.fitting(self.size.width):
            if x <= event.x < x + hint.width - 3:
                await self.app.run_action(hint.action, hint.node)
                return
            x += hint.width
