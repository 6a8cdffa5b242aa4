"""Results in an export."""

from integrate_tui.core.result import Result
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.exchange.days import Ties, day_page, days_of
from tests.builders import a_counted, a_moment, a_result

OPEN = a_result(answers=(a_counted("First", 3), a_counted("Second", 0)), note="A hard week.")


def page(result: Result) -> str:
    thing = Thing(7, "id", ThingKind.RESULT, a_moment(), 1, result)
    (day,) = days_of(written=[thing], steps={}, experiences={}, ties=Ties())
    return day_page(day)


def test_a_result_stands_in_its_day_with_its_score_parts_answers_and_notice():
    assert page(OPEN) == (
        "# Sunday 22 November 2026\n\n"
        "## 20:00 \u00b7 PHQ-4\n"
        "<!-- result 7 -->\n"
        "Over the last 2 weeks \u00b7 5 of 12, mild as used in screening\n\n"
        "- anxiety: 3 of 6\n"
        "- depression: 2 of 6\n\n"
        "### Answers\n\n"
        "- First: 3 Nearly every day\n"
        "- Second: 0 Not at all\n\n"
        "This is not a diagnosis.\n\n"
        "A hard week.\n\n"
    )


def test_with_a_private_answer_no_single_one_leaves():
    text = page(a_result())
    assert "The single answers are left out: one of them is private." in text
    assert "Thoughts" not in text
    assert "Feeling nervous" not in text
    assert "5 of 12" in text


def test_one_without_a_total_says_so():
    assert "no total" in page(a_result(total=None, band="", subscores=()))
