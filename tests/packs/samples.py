"""Small packs that tests read, change and break, and the lines a random pack is made of."""

GUIDE = """\
// reworded after talking to Sam
# First days
about: Catch what fades.
takes: 10 minutes
when: days 0-3, evening
for: ketamine
tags: landing
caution: Not while driving.
rule: short answers only
rule: closes with: look around

Once the effects have worn off.
A word is enough.

Nothing is enough, too.

## Arriving
A breath first.

? What is still with you?
  Small is fine.
  name: story
  deeper: What was at the edge of it?
  deeper: And in the middle?
? How heavy is it?
  name: weight
  scale: 0 heavy .. 10 light
  support if: 0 and above

## Going on
? Is there worry?
  name: worry
  choose: yes, a little, no
  support if: yes, a little
? What would help?
  ask if: worry is not no or weight below 3 or story not answered
  write for: 5 minutes
  list: 3
  keep as: step
"""

CHECK_IN = """\
# Daily check-in
kind: check-in
takes: 1 minute

? Mood
  name: mood
  scale: 0 heavy .. 10 light
? Feelings
  feelings: 3
"""

EXERCISE = """\
# Longer out-breath
kind: exercise
takes: 3m20s
lengths: 1, 2, 5 minutes
at most: 20 rounds
level: standard
avoid with: pregnancy, heart
best at: 3-7
evidence: B-

## Arrive
- notice 10s Rest a hand on the chair.
  Any chair.

## Breathe
repeat: until time
- in 4s In, easy.
- out 5.5s Out, as if cooling tea.

## Close
- name own pace One word for how it is.
  answer: line
"""

MEASURE = """\
# Pulse
kind: measure
period: Over the last week
source: Written for this test.
licence: Public domain.
rule: opt in
rule: country first
answers: 0 Never | 1 Sometimes | 2 Often
bands: 0-2 low | 3-4 high
parts: first 1 | second 2
repeat: every 14 days
notice: No test.

? I had time.
? I felt alone.
  reverse: yes
  private: yes
  support if: 2 and above
? How much did it matter?
  answers: 0 A little | 1 Much
  unscored: yes
"""

FEELINGS = """\
# Feelings
kind: feelings

## Settled
energy: -1
pleasant: 2
calm, at ease
peaceful

## Far off
energy: -2
pleasant: -1
numb, empty
"""

VALUES = """\
# Values
kind: values
source: Written for this test.

## Near
love, friendship
family: being there for my own
## Far
freedom
- truth: to say what is so
"""

SUPPORT = """\
# Helplines
kind: support

## Germany
- TelefonSeelsorge: 0800 111 0 111
  hours: 24/7
  web: https://www.telefonseelsorge.de
  checked: 2026-11-01
  Also by chat.

## Anywhere
show: always
- Directory: findahelpline.com
  checked:
"""

EVERY = (GUIDE, CHECK_IN, EXERCISE, MEASURE, FEELINGS, VALUES, SUPPORT)

LINES = [
    *dict.fromkeys(line for sample in EVERY for line in sample.split("\n")),
    "",
    "---",
    "#",
    "##",
    "?",
    "-",
    "// note",
    "\\? a line of text",
    "  \\scale: text",
    "  - a bullet",
    "  ? a question",
    "   # a title",
    "### deep",
    "\u2022 out 5s Slowly",
    "\u2014 somebody said",
    "* in 2s Up",
    "**bold** words",
    "?What now",
    "-in 3s",
    "#Title",
    "##Section",
    "kind: guide",
    "kind: exersise",
    "kind: check in",
    "kind: support",
    "kind: feelings",
    "kind: measure",
    "kind: values",
    "takse: 5 minutes",
    "id: Something Else",
    "when: weekly, days 30 and later, day 4",
    "rule: not before day 4",
    "rule: grounding first at 7",
    "rule: closes with: box, tea",
    "language: de",
    "repeat: 10",
    "  repeat: 10",
    "  choose: a, b, | c",
    "  choose any: feelings",
    "  choose any: values",
    "  choose any: feelings |",
    "  choose any: tender, awe, grief",
    "  support if: ,",
    "  support if: \u201ca\u201d, c",
    "tags: \"\", \u201c\u201d, '', \u201ca\u201d b",
    "  check: water, food |",
    "  scale: \u20135 heavier \u2026 0 same \u2026 5 lighter",
    "  scale: 0-10",
    "  answer: date",
    "  answer: sketch",
    "  link: value",
    "  show: Mood chart",
    "  ask if: story answered",
    "  ask if: story not answered or weight is 3",
    "  ask if: worry is no or never",
    "  write for: 15 minutes",
    "  unscored: yes",
    "  private: yes",
    "rule: opt in",
    "  ask if: weight above 6",
    "  ask if: worry is a little",
    "  keep as: pause card",
    "  answers: 3 Yes, always | 1 No",
    "  web: example.org",
    "Note: this is text",
    "When: it is text?",
    "Water, tea | milk, honey",
    "- hold 2m 30 birds",
    "- rest 1h Quiet",
    "- listen 1m30s 5 sounds",
    "- No colon here",
    "- https://example.org: write",
    "\ttab: and words\tin it",
    "\u00a0\u00a0indented by no-break spaces",
    "bands: 0 none | 1.5-2 some, or more |",
    "score: mean",
    "multiply: 4",
    "show: always",
]
"""What random packs are made of: good lines, near misses and curiosities."""
