"""What becomes of a form when nobody is there any more to decide about it."""

from typing import TYPE_CHECKING

from integrate_tui.errors import NotKeptError
from integrate_tui.workspace import Workspace

if TYPE_CHECKING:  # the first frame does without forms
    from integrate_tui.tui.modals.form import Form


class FormKeeper:
    """Looks after a form: one has to be kept or left by a person, but not be lost by a signal."""

    def __init__(self, form: "Form", workspace: Workspace) -> None:
        self._form = form
        self._workspace = workspace
        self._id = workspace.new_id()
        self.kept_as = ""
        """The id of the draft that its words became."""

    def keep_draft(self, *, at_last: bool = False) -> None:
        """Say that the form is not kept; at last, keep its words as the draft of a note.

        Raises:
            NotKeptError: It holds something, and there is still somebody to decide.
        """
        if not self._form.is_changed:
            return
        if not at_last:
            raise NotKeptError("What you filled in is not kept yet.")
        from integrate_tui import purposes, unfinished  # noqa: PLC0415 - only at an end from outside
        from integrate_tui.core.editing import writing_of_text  # noqa: PLC0415 - as above

        written = writing_of_text("a note", self._form.as_text())
        draft = unfinished.draft_of(self._workspace, purposes.for_note(), written, self._id)
        self._workspace.drafts.save(draft, at_last=True)
        self.kept_as = self._id
