"""One line of keys at the bottom: those of what has the focus, read from the real bindings.

It is Textual's footer in one line that draws itself, which is 40 ms earlier on the screen. Where
there is no room, words are shortened first, and the ways on, out and to people are kept to the end.
"""

from collections.abc import Sequence
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
_GAPS = (3, 2)
"""Cells between two keys, fewer where that lets more of them stay."""
_OWN = 4
"""Keys of a screen that stay as long as the way to all keys does."""
_DEAR = frozenset({"next", "finish", "keep", "ground", "support"})
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
        """How many cells it takes."""
        return len(self.key) + 1 + len(self.words)

    @property
    def is_support(self) -> bool:
        """Whether it leads to people and helplines."""
        return self.action == "support"

    @property
    def is_help(self) -> bool:
        """Whether it leads to the list of all keys."""
        return self.action == "help"

    @property
    def shortened(self) -> "Hint":
        """The same with fewer words: `Leave` for `Leave, it's kept`."""
        first = self.words.partition(",")[0]
        return self if first == self.words else replace(self, words=first)


def _is_dear(hint: Hint, in_flow: bool) -> bool:
    return hint.key == "esc" or (in_flow and hint.action in _DEAR)


def _width_of(hints: Sequence[Hint], gap: int) -> int:
    """Return the cells from the left edge to the end of the last word."""
    return 1 + sum(hint.width for hint in hints) + gap * max(0, len(hints) - 1)


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
            say = getattr(node, "hint", None)
            words = say(binding) if say else binding.description
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
        hints = self.fitting(width)
        between = " " * self._gap(hints, width)
        for hint in hints:
            gap = between if parts else ""
            key, words = ("key", "text") if hint.leads else ("rule", "rule")
            parts += [(f"{gap}{hint.key}", key), (f" {hint.words}", words)]
        return self.line(parts, width, indent=1)

    def fitting(self, width: int) -> list[Hint]:
        """Return the hints there is room for.

        First each says what it does in fewer words, and they stand closer. Then what the app offers
        everywhere goes, from the last on; then what is left, from the last on too, the way out
        after all others. The way to all keys goes when few of the screen's own are left. Where
        something is filled in, it goes before those, and the ways on, to the end and to ground stay
        as long as the way out. The way to people and helplines goes last of all.
        """
        if _width_of(self.hints, _GAPS[0]) <= width:
            return list(self.hints)
        kept = [hint.shortened for hint in self.hints]
        gap = _GAPS[0] if self._in_flow else _GAPS[-1]
        while kept and _width_of(kept, gap) > width:
            others = [hint for hint in kept if not hint.is_support] or kept
            others = [hint for hint in others if not _is_dear(hint, self._in_flow)] or others
            everywhere = [hint for hint in others if hint.node is self.app]
            own = [hint for hint in others if hint.node is not self.app]
            spare = [hint for hint in everywhere if not hint.is_help]
            has_many = len(own) > _OWN and not self._in_flow
            spare = spare or (own if has_many else everywhere) or own
            del kept[kept.index(spare[-1])]
        # What went after the way to all keys may have left room for it.
        actions = {hint.action for hint in kept} | {"help"}
        with_help = [hint.shortened for hint in self.hints if hint.action in actions]
        return with_help if kept and _width_of(with_help, gap) <= width else kept

    def _gap(self, hints: Sequence[Hint], width: int) -> int:
        return next((gap for gap in _GAPS if _width_of(hints, gap) <= width), _GAPS[-1])

    async def on_click(self, event: events.Click) -> None:
        """Do what the hint under the pointer says."""
        x = 1
        hints = self.fitting(self.size.width)
        gap = self._gap(hints, self.size.width)
        for hint in hints:
            if x <= event.x < x + hint.width:
                if hint.leads:
                    await self.app.run_action(hint.action, hint.node)
                return
            x += hint.width + gap
