"""What is said when the program breaks: where in the code, and never a value.

Textual's own screen prints the local variables of every frame, which are what somebody wrote.
"""

import sys
import traceback
from pathlib import Path

_FRAMES = 6


def words(safe: str) -> str:
    """Say what kind of fault is being handled and where it was.

    Args:
        safe: What became of the words that were being written, as a sentence.
    """
    kind, _, trace = sys.exc_info()
    name = kind.__name__ if kind else "an unknown fault"
    frames = traceback.extract_tb(trace)[-_FRAMES:]
    where = "\n".join(f"  {Path(f.filename).name}:{f.lineno} in {f.name}" for f in frames)
    return (
        f"integrate stopped because of a fault in the program ({name}).\n"
        f"Your saved work is safe. {safe}\n"
        f"{where}\n"
    )
