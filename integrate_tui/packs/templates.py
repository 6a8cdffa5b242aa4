"""A first pack of each kind, to be changed into one's own: what `integrate packs new` writes."""

from integrate_tui.core.pieces import Kind

_GUIDE = """\
// A guide asks one thing at a time. Lines that begin with // are for you and are not shown.

# My guide
about: One sentence about it.
takes: 10 minutes
when: any time

A line or two before it starts. A blank line begins a new paragraph.

## Arriving

? What is here right now?
  A word is enough, and so is nothing.

? How heavy is it?
  name: weight
  scale: 0 heavy .. 10 light

## Going on

? Would you like to look at it from another side?
  name: another-side
  choose: yes, no, not today
  deeper: What would a friend ask you here?

? And how does it look from there?
  ask if: another-side is yes

? One thing you would like to keep
  answer: line
  keep as: insight
"""

_CHECK_IN = """\
// A check-in is on one screen and takes less than a minute. A scale with a name becomes a trend.

# My check-in
kind: check-in
about: One sentence about it.
takes: 1 minute

? Mood
  name: mood
  scale: 0 heavy .. 10 light

? Feelings
  feelings: 3

? One line
  answer: line
"""

_EXERCISE = """\
// Each step has a verb, a time and a cue. The verbs: in sip out hold rest tense release
// notice name say move touch listen look. 'own pace' in place of a time waits for a key.

# My exercise
kind: exercise
about: One sentence about it.
takes: 3 minutes
lengths: 1, 3, 5 minutes
level: gentle
caution: Stop whenever it does not feel right.

## Arrive
- notice 10s Feel what you are sitting on.

## Breathe
repeat: until time
- in 4s In, easy.
- out 6s Out, a little longer.

## Close
- look own pace Look around once.
"""

_MEASURE = """\
// A measure has to say where it is from and what allows it to be used.

# My measure
kind: measure
about: One sentence about it.
source: Written by myself, not validated.
licence: My own words.
period: Over the last week
answers: 0 Never | 1 Sometimes | 2 Often
repeat: every 14 days
notice: A gauge of my own, not a test.

? I had time for myself.

? Somebody listened to me.
"""

_FEELINGS = """\
// Energy and pleasantness run from -2 to 2 and say where a family lies on the plane.

# My feelings
kind: feelings
about: Words of my own.

## Settled
energy: -1
pleasant: 2
unhurried, at home, mild
"""

_SUPPORT = """\
// Write a name, a colon, and how to reach it. Write the day on which you made sure of it.

# My contacts
kind: support
about: Places I can turn to.

## Near me
show: always
- The practice: 000 000000, Monday to Friday
  hours: 9 to 17
  web: https://example.org
  checked:
  Ask for an appointment the same day.
"""

_TEMPLATES = {
    Kind.GUIDE: _GUIDE,
    Kind.CHECK_IN: _CHECK_IN,
    Kind.EXERCISE: _EXERCISE,
    Kind.MEASURE: _MEASURE,
    Kind.FEELINGS: _FEELINGS,
    Kind.SUPPORT: _SUPPORT,
}


def template(kind: Kind) -> str:
    """Return a small pack of this kind, with comments that say how it is written."""
    return _TEMPLATES[kind]
