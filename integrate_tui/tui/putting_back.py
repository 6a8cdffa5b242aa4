"""What is seen while a copy takes the journal's place."""

from pathlib import Path
from typing import Any

from integrate_tui.paths import Paths
from integrate_tui.safekeeping import restoring
from integrate_tui.tui.carrying import CarryingApp
from integrate_tui.tui.errands import Place, PutBack

_DOING = "Putting the copy back. The journal that is there is kept aside first."


class PutBackApp(CarryingApp[Path | None]):
    """Put one copy back, and say what came of it."""

    def __init__(self, paths: Paths, errand: PutBack, **looks: Any) -> None:
        """Begin.

        Args:
            paths: Where things are; the journal is closed.
            errand: What is put back.
            looks: As `SmallApp` has them.
        """
        super().__init__(_DOING, **looks)
        self._paths = paths
        self._source = errand.source
        self.said = ""
        """What is to be said of it afterwards; empty as long as it is not done."""

    def carry_out(self) -> Path | None:
        """Put the copy in the journal's place; return where what was there lies now."""
        return restoring.restore(self._paths, self._source)

    def say_done(self, aside: Path | None) -> None:
        """Say what the journal is now, and where the other one lies."""
        self.said, *more = restoring.result(self._source, aside)
        self.question.update(self.said)
        self.say("\n".join(more))


def carry_out(paths: Paths, errand: PutBack, then: Place, **looks: Any) -> Place | None:
    """Put a copy back on the screen, and return where to go on; None if the program is to end.

    Args:
        paths: As `PutBackApp` has them.
        errand: What is put back.
        then: Where to go on if it could not be done.
        looks: As `SmallApp` has them.
    """
    app = PutBackApp(paths, errand, **looks)
    if app.outcome() is None:
        return None
    return Place(then.mode, said=app.said) if app.said else then
