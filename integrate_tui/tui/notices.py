"""Which notices say the same: of these, only the last one is to be up."""

import re
from collections.abc import Iterable

from textual.notifications import Notification

_VARYING = re.compile("[0-9]+|\u201c[^\u201d]*\u201d")


def alike(notice: Notification, others: Iterable[Notification]) -> list[Notification]:
    """Return those of the others that say the same, whatever number or name they say it of."""
    return [other for other in others if _kind(other) == _kind(notice)]


def _kind(notice: Notification) -> tuple[str, str]:
    return notice.severity, _VARYING.sub("", notice.message)
