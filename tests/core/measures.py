"""Measures that several tests begin with, scored as they were published.

The words of the questions do not matter here, so they are not those of the forms.
"""

from integrate_tui.core.measure import Filling, begin, options_of, reply_with
from integrate_tui.core.pieces import Band, Measure, Option, Part, Question, SupportIf
from tests.builders import a_measure

HOW_OFTEN = tuple(
    Option(i, word)
    for i, word in enumerate(
        ("Not at all", "Several days", "More than half the days", "Nearly every day")
    )
)


def _asked(count: int) -> tuple[Question, ...]:
    return tuple(Question(text=f"Question {number}") for number in range(1, count + 1))


PHQ_4 = a_measure(
    *_asked(4),
    id="phq-4",
    title="PHQ-4",
    answers=HOW_OFTEN,
    bands=(Band(0, 2, "none"), Band(3, 5, "mild"), Band(6, 8, "moderate"), Band(9, 12, "severe")),
    parts=(Part("anxiety", (1, 2)), Part("depression", (3, 4))),
)
"""Kroenke and others, Psychosomatics 2009; 50: 613."""
GAD_7 = a_measure(
    *_asked(7),
    id="gad-7",
    title="GAD-7",
    answers=HOW_OFTEN,
    bands=(
        Band(0, 4, "minimal"),
        Band(5, 9, "mild"),
        Band(10, 14, "moderate"),
        Band(15, 21, "severe"),
    ),
    parts=(),
)
"""Spitzer and others, Arch Intern Med 2006; 166: 1092."""
PHQ_9 = a_measure(
    *_asked(8),
    Question(text="Thoughts", support_if=SupportIf(at_least=1), private=True),
    Question(text="How difficult", unscored=True),
    id="phq-9",
    title="PHQ-9",
    answers=HOW_OFTEN,
    bands=(
        Band(0, 4, "minimal"),
        Band(5, 9, "mild"),
        Band(10, 14, "moderate"),
        Band(15, 19, "moderately severe"),
        Band(20, 27, "severe"),
    ),
    parts=(),
)
"""Kroenke and others, J Gen Intern Med 2001; 16: 606."""
ONE_TO_FIVE = tuple(Option(i, "") for i in range(1, 6))
RESILIENCE = a_measure(
    *(Question(text=f"Question {number}", reverse=number % 2 == 0) for number in range(1, 7)),
    id="six",
    title="Six",
    answers=ONE_TO_FIVE,
    score="mean",
    bands=(Band(1, 2.99, "low"), Band(3, 4.3, "normal"), Band(4.31, 5, "high")),
    parts=(Part("odd", (1, 3, 5)),),
)
"""A mean of six with every other one reversed, and bands to two decimals."""


def filled(measure: Measure, *numbers: int | None) -> Filling:
    """Return a measure with these answers, None for what was left."""
    filling = begin(measure)
    for index, number in enumerate(numbers):
        filling = filling.go_to(index)
        for option in options_of(measure, filling.question):
            if option.value == number:
                filling = filling.answer(reply_with(option))
    return filling
