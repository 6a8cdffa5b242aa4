from dataclasses import replace
from datetime import date

from integrate_tui.core.looking_back import (
    Domain,
    DomainCount,
    FeelingCount,
    Numbers,
    StepCounts,
    Strand,
    Tally,
)
from integrate_tui.core.review import Counted, brief_lines, page
from integrate_tui.core.spans import Span, SpanName
from integrate_tui.core.thing import ThingKind

FIRST, LAST = date(2026, 11, 16), date(2026, 11, 22)
NOTHING = Counted(
    span=Span(SpanName.WEEK, FIRST, LAST),
    strands=(Strand("mood", None),),
    before=(),
    feelings=(),
    with_feelings=0,
    domains=tuple(DomainCount(domain, 0) for domain in Domain),
    practices=(),
    occasions=(),
    not_safe=0,
    exercises=(),
    steps=StepCounts(),
    measures=(),
    days_written=0,
    entries=0,
    check_ins=0,
    other=0,
)
MOOD = Strand("mood", Numbers("mood", 6, 6, 5, 3, 7, 5, LAST, 0, 10))
FULL = replace(
    NOTHING,
    strands=(MOOD, Strand("clarity", None)),
    feelings=tuple(FeelingCount(f"word {i}", "", 10 - i) for i in range(10)),
    with_feelings=6,
    domains=(DomainCount(Domain.BODY, 3, 1), DomainCount(Domain.MIND, 0)),
    practices=(Tally(1, ThingKind.PRACTICE, "Walk", (("done", 5),)),),
    occasions=(
        Tally(2, ThingKind.BOUNDARY, "No calls after nine", (("held", 2), ("bent", 1))),
        Tally(3, ThingKind.PATTERN, "Scrolling", (("ran differently", 1),)),
    ),
    steps=StepCounts(1, 0, 2),
    days_written=5,
    entries=2,
    check_ins=6,
    other=1,
)


def test_a_range_with_nothing_says_so_and_nothing_else():
    (only,) = page(NOTHING)
    assert only.lines == ("Nothing was kept in these days. That is an answer too.",)


def test_the_page_has_every_number_with_what_it_rests_on():
    found = {paragraph.title: paragraph.lines for paragraph in page(FULL)}
    assert found["Kept"] == ("6 check-ins, 2 pages, 1 note or sitting, on 5 of 7 days",)
    assert found["Numbers"] == ("mood  6 check-ins, between 3 and 7, latest 5",)
    assert found["Feelings"][0].endswith("word 7 3, and 2 other words, in 6 records")
    assert found["Balance"] == ("body 3, mind 0", "You said: body fed 1")
    assert found["Practices"] == ("Walk: done 5",)
    assert found["Boundaries"] == ("No calls after nine: held 2, bent 1",)
    assert found["Patterns"] == ("Scrolling: ran differently 1",)
    assert found["Steps"] == ("1 done, 0 new, 2 open now",)
    assert "The week before it" not in found
    assert "Measures" not in found


def test_since_an_experience_the_week_before_stands_beside():
    since = replace(FULL, before=(MOOD,))
    assert "The week before it" in [paragraph.title for paragraph in page(since)]
    lines = brief_lines(since, LAST)
    assert "the week before it:" in lines
    assert len(lines) <= 6


def test_beside_a_question_there_are_a_few_lines():
    lines = brief_lines(FULL, LAST)
    assert lines[0].startswith("16 November to 22 November: 6 check-ins")
    assert len(lines) == 3
