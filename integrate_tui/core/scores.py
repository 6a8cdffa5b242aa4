"""How the scores of measures are said: the number, its range, the word of screening.

Apart from the results themselves, because lists of many kinds say them too, and have no time for
what an answer is made of.
"""

NO_TOTAL = "no total"
"""What is said where a question that counts was left: nothing is made up."""


def result_line(
    title: str, total: float | None, low: float, high: float, band: str | None = ""
) -> str:
    """Return a result in a line: `PHQ-4 · 5 of 12, mild as used in screening`."""
    said = [score_words(total, low, high), band_words(band or "")]
    return f"{title} \u00b7 {', '.join(part for part in said if part)}"


def score_words(total: float | None, low: float, high: float) -> str:
    """Return a score in its range: `5 of 12`, or `3.67, from 1 to 5` where the least is no 0."""
    if total is None:
        return NO_TOTAL
    if low == 0:
        return f"{figure(total)} of {figure(high)}"
    return f"{figure(total)}, from {figure(low)} to {figure(high)}"


def band_words(band: str) -> str:
    """Return a word of screening, said to be one: `mild as used in screening`."""
    return f"{band} as used in screening" if band else ""


def figure(number: float) -> str:
    """Return a score as people write it: `7`, `3.67`."""
    return f"{round(number, 2) + 0.0:.2f}".rstrip("0").rstrip(".")  # + 0.0: no sign on a nought
