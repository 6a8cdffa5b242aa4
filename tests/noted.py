"""A journal told by its notes: what it holds, where one copy or another has taken its place."""

from integrate_tui.core.fragment import Fragment
from integrate_tui.paths import Paths
from integrate_tui.workspace import Workspace, open_workspace


def note(workspace: Workspace, words: str) -> None:
    """Keep a note now."""
    workspace.fragments.add(Fragment(words), workspace.moment())


def notes(paths: Paths) -> list[str]:
    """Return what the notes of a closed journal say."""
    workspace = open_workspace(paths)
    try:
        return [thing.value.text for thing in workspace.fragments.all()]
    finally:
        workspace.close()
