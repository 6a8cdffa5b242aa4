"""Keeps a sitting, whichever way it ends: left, finished, or broken off with the program."""

from collections.abc import Callable

from integrate_tui.core import paces
from integrate_tui.core.sitting import SittingFlow
from integrate_tui.errors import BusyError
from integrate_tui.tui.host import Host
from integrate_tui.workspace import Workspace


class SittingKeeper:
    """Knows the sitting as it is, and keeps it once."""

    def __init__(self, app: Host, flow: Callable[[], SittingFlow]) -> None:
        """Be asked from now on when the program ends.

        Args:
            app: The app.
            flow: Gives the sitting as it would be if it ended now.
        """
        self._app = app
        self._workspace: Workspace = app.workspace
        self._flow = flow
        self._id = self._workspace.new_id()
        app.keepers.add(self)

    def keep_draft(self, *, at_last: bool = False) -> None:
        """Keep what was sat so far.

        Raises:
            StoreError: It could not be kept.
        """
        workspace, flow = self._workspace, self._flow()
        self._keep_pace(flow)
        result = flow.result(workspace.clock.monotonic())
        if result is not None:
            from integrate_tui import keeping  # noqa: PLC0415 - not before there is something

            keeping.keep_sitting(workspace, result, id=self._id)

    def keep(self) -> None:
        """Keep it for good, now, or behind the screens as soon as another program lets it.

        Raises:
            StoreError: It could not be kept.
        """
        try:
            self.keep_draft()
        except BusyError:
            self._app.run_worker(self._keep_later())
        else:
            self.forget()

    def forget(self) -> None:
        """Have nothing more to keep."""
        self._app.keepers.discard(self)

    async def _keep_later(self) -> None:
        await self._app.keep(self.keep_draft)
        self.forget()

    def _keep_pace(self, flow: SittingFlow) -> None:
        """Remember the pace for the next time, if it was changed."""
        settings = self._workspace.settings
        if flow.runner is None:
            return
        present = settings.get("paces")
        changed = paces.with_pace(present, flow.exercise.id, flow.runner.pace)
        if changed != present:
            settings.set("paces", changed)
