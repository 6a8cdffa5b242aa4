"""A belief while it is looked at from several sides: what is asked, and what the answers make.

The questions are a check-in's, one screen of them and any of them left, so that the screens and the
text front end ask them as they ask everything else.
"""

from collections.abc import Mapping

from integrate_tui.core.answers import Choose, Line, Reply, Scale, Text
from integrate_tui.core.checkin import CheckInFlow
from integrate_tui.core.insight import Standing
from integrate_tui.core.pieces import CheckIn, Prompt, Section
from integrate_tui.core.worksheet import VIVID, Worksheet

ARRIVED = ("certain at once", "slowly", "somebody said it", "as an image", "by thinking afterwards")
"""How a belief may have arrived."""
DECISIONS = (Standing.HOLD, Standing.REVISE, Standing.RELEASE, Standing.NOT_YET)
REWORDED = "reworded"
"""The name of the question for the words one can stand behind; they go to the belief itself."""
_SURE = Scale(0, 10, ((0, "not at all"), (10, "entirely")))
_PROMPTS = (
    Prompt(text="How sure of it were you before?", answer=_SURE, name="before"),
    Prompt(text="How sure of it are you now?", answer=_SURE, name="now"),
    Prompt(text="How did it arrive?", guidance=VIVID, answer=Choose(ARRIVED), name="arrived"),
    Prompt(text="What speaks for it, that others could see too?", answer=Text(), name="for"),
    Prompt(text="What speaks against it, or sits badly with it?", answer=Text(), name="against"),
    Prompt(text="If it is wrong, what would it cost?", answer=Line(), name="cost"),
    Prompt(text="A small, safe test of it in ordinary life?", answer=Line(), name="test"),
    Prompt(text="For now", answer=Choose(tuple(map(str, DECISIONS))), name="decision"),
    Prompt(text="If you revise it: words to stand behind?", answer=Line(), name=REWORDED),
)
QUESTIONS = CheckIn(
    id="belief-worksheet",
    title="A belief, from several sides",
    intro="Any of it may be left. Holding it, changing it and letting it go are equally good.",
    sections=(Section(prompts=_PROMPTS),),
)
"""What a worksheet asks, each question by its name."""


def filled_in(belief: int, flow: CheckInFlow) -> tuple[Worksheet, str]:
    """Return the worksheet that some answers make, and the belief in other words where given.

    Args:
        belief: The number of the belief.
        flow: The questions as they are answered.
    """
    replies = {prompt.name: reply for prompt, reply in zip(flow.prompts, flow.replies, strict=True)}
    decision = _text(replies, "decision")
    sheet = Worksheet(
        of=belief,
        before=replies["before"].number,
        now=replies["now"].number,
        arrived=_text(replies, "arrived"),
        speaks_for=_text(replies, "for"),
        speaks_against=_text(replies, "against"),
        cost=_text(replies, "cost"),
        test=_text(replies, "test"),
        decision=Standing(decision) if decision in DECISIONS else None,
    )
    return sheet, _text(replies, REWORDED)


def _text(replies: Mapping[str, Reply], name: str) -> str:
    return replies[name].text.strip()
