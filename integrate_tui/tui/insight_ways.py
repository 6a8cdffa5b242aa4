"""The ways to the places behind Insights from anywhere, by the names of their commands."""

from integrate_tui.tui.host import Host


class InsightWays(Host):
    """The part of the app that leads to what waits."""

    def action_inbox(self) -> None:
        """Sort out what came up."""
        self._lead("inbox")

    def action_look_again(self) -> None:
        """Look at what is due."""
        self._lead("look_again")

    def action_talk_list(self) -> None:
        """Show the talk list."""
        self._lead("talk_list")

    def action_pause_cards(self) -> None:
        """Show the pause cards."""
        self._lead("pause_cards")

    def action_container(self) -> None:
        """Show the titles in the container."""
        self._lead("container")

    def action_care(self) -> None:
        """Show the people who help."""
        self._lead("care")

    def action_hand_on(self) -> None:
        """Show what one page for a coach or a therapist would hold."""
        self._lead("hand_on")

    def action_themes(self) -> None:
        """Show the themes."""
        self._lead("themes")

    def _lead(self, action: str) -> None:
        # Not before it is gone to: the first frame pays for Today alone.
        from integrate_tui.tui.screens.insight_ways import WAYS  # noqa: PLC0415

        WAYS[action](self)


COMMANDS = (
    ("What came up", "Sort out what you noted and marked", "inbox", ""),
    ("Look again", "Insights that come back, one by one", "look_again", ""),
    ("Talk list", "What to say to a therapist, a coach, a friend", "talk_list", ""),
    ("Pause cards", "Big moves that wait for their day", "pause_cards", ""),
    ("Container", "What is parked, by its titles", "container", ""),
    ("Care page", "People who help, with when and how", "care", ""),
    ("Hand on", "One page for a coach or a therapist, seen first", "hand_on", ""),
    ("Themes", "What runs through it, in your words", "themes", ""),
)
"""What the palette offers: a title, what it is, the action and its argument."""
FROM_REST = frozenset(action for _, _, action, _ in COMMANDS)
"""None of it is offered while something is being filled in."""
