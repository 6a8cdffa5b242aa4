"""Measures of the tests as a text pack, put beside the bundled ones; their words are our own."""

from pathlib import Path

PACK = """\
# Short four
id: short-4
kind: measure
about: Four small questions.
takes: 1 minute
rule: not before day 2
source: The tests.
licence: As the tests.
period: Over the last 2 weeks
answers: 0 Not at all | 1 Several days | 2 More than half the days | 3 Nearly every day
bands: 0-2 none | 3-5 mild | 6-8 moderate | 9-12 severe
parts: worry 1-2 | mood 3-4
repeat: every 14 days
notice: This is not a diagnosis.

Over the last 2 weeks, how often?

? First
? Second
? Third
? Fourth

# Heavy two
id: heavy-2
kind: measure
about: Two questions, one of them heavy.
rule: opt in
rule: country first
source: The tests.
licence: As the tests.
caution: It asks about what is heavy.
period: Lately
answers: 0 No | 1 Some | 2 Much

? Something light
? Something heavy
  support if: 1 and above
  private: yes

# Ache
id: ache
kind: measure
source: The tests.
licence: As the tests.
period: Now
answers: 0 none | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 the most

? How much does it ache now?
"""


def add_measures(packs: Path) -> None:
    """Put them into the person's own packs folder."""
    packs.mkdir(parents=True, exist_ok=True)
    (packs / "measures.txt").write_text(PACK, encoding="utf-8")
