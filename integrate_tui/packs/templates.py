"""A first pack of each kind, to be changed into one's own: what `integrate packs new` writes."""

from integrate_tui.core.pieces import Kind

_GUIDE = """\
// A guide asks one thing at a time. Lines that begin with // are for you and are never shown.
// Change what you like. `integrate packs check` tells what it cannot read, and where.
// Every word that means something is on one page: `integrate packs help`.

# My guide
about: One sentence about it.
takes: 10 minutes
// Other times: evening, weekly, days 0-3 (days after an experience). The help has them all.
when: any time
tags: my own

// What stands here is read before the first question.
A line or two before it starts. A blank line begins a new paragraph.

## Arriving
// A section has a name, and a line of its own if you like.

// A question is one line, however long. What belongs to it stands below, two spaces in.
? What is here right now?
  A word is enough, and so is nothing.

// Nothing said about the answer: free text. A name lets a later question go by the answer.
? How heavy is it?
  name: weight
  scale: 0 heavy .. 10 light

## Going on

? Would you like to look at it from another side?
  name: another-side
  choose: yes, no, not today
  deeper: What would a friend ask you here?

// Asked only if the answer above was yes, or the weight below 4.
? And how does it look from there?
  ask if: another-side is yes or weight below 4

// What is kept can be found again among your insights, practices, steps and so on.
? One thing you would like to keep
  answer: line
  keep as: insight
"""

_CHECK_IN = """\
// A check-in is on one screen and takes less than a minute. Any of it may be left.
// Lines that begin with // are for you and are never shown.

# My check-in
kind: check-in
about: One sentence about it.
takes: 1 minute

// A scale with a name becomes a trend: the same name, the same line over the days.
? Mood
  name: mood
  scale: 0 heavy .. 10 light

// At 9 and above, people to turn to come up at once.
? Distress
  name: distress
  scale: 0 none .. 10 the most I can imagine
  support if: 9 and above

? Feelings
  feelings: 3

? One line
  answer: line
"""

_EXERCISE = """\
// Each step has a verb, a time and a cue. The verbs: in sip out hold rest tense release
// notice name say move touch listen look. 'own pace' in place of a time waits for a key.
// Lines that begin with // are for you and are never shown.

# My exercise
kind: exercise
about: One sentence about it.
takes: 3 minutes
// The times that are offered, besides the one above.
lengths: 1, 3, 5 minutes
// gentle is always offered, standard by distress, gated only after the health questions.
level: gentle
caution: Stop whenever it does not feel right.

## Arrive
- notice 10s Feel what you are sitting on.

// These steps come round until the time above is up. A number of times will do as well.
## Breathe
repeat: until time
- in 4s In, easy.
- out 6s Out, a little longer.

## Close
- look own pace Look around once.
  Text under a step is shown with it, and a step may take an answer.
  answer: line
"""

_MEASURE = """\
// A measure has to say where it is from and what allows it to be used.
// Lines that begin with // are for you and are never shown.

# My measure
kind: measure
about: One sentence about it.
source: Written by myself, not validated.
licence: My own words.
period: Over the last week
// The number is what an answer counts; the words are what is shown.
answers: 0 Never | 1 Sometimes | 2 Often
repeat: every 14 days
// Shown with every result.
notice: A gauge of my own, not a test.

? I had time for myself.

// Counted the other way round: Never is 2 here.
? I felt alone.
  reverse: yes

// Asked, kept out of charts and of what is made for others, and never counted.
? Anything that made this week unlike others?
  answers: 0 No | 1 Yes
  unscored: yes
  private: yes
"""

_FEELINGS = """\
// Energy and pleasantness run from -2 to 2 and say where a family lies on the plane.
// Your words stand beside the bundled ones; a family with the same name takes them in.

# My feelings
kind: feelings
about: Words of my own.

## Settled
energy: -1
pleasant: 2
unhurried, at home, mild

## Stirred
energy: 1
pleasant: 0
wide awake
touched
"""

_VALUES = """\
// Words for what may matter. A prompt with 'choose any: values' lets one choose from them.
// Your words stand beside the bundled ones.

# My values
kind: values
about: Words of my own.
source: Written by myself.

// Several in a line with commas, or one a line, with what it means after a colon if you like.
## Near me
neighbourliness, good bread
promises: what I said, done

## Further out
the sea, quiet work
"""

_SUPPORT = """\
// Write a name, a colon, and how to reach it. Write the day on which you made sure of it.
// Lines that begin with // are for you and are never shown.

# My contacts
kind: support
about: Places I can turn to.

// What follows is an example and is not shown. Take away the // and the space after it in front
// of the lines you want, and put what is yours in place of the words.

// The name of a country, or any other. 'show: always' shows it whatever country is set.
// ## Near me
// show: always
// - The practice: its telephone number, Monday to Friday
//   hours: 9 to 17
//   web: https://example.org
//   checked:
//   Ask for an appointment the same day.
"""

_TEMPLATES = {
    Kind.GUIDE: _GUIDE,
    Kind.CHECK_IN: _CHECK_IN,
    Kind.EXERCISE: _EXERCISE,
    Kind.MEASURE: _MEASURE,
    Kind.FEELINGS: _FEELINGS,
    Kind.VALUES: _VALUES,
    Kind.SUPPORT: _SUPPORT,
}


def template(kind: Kind) -> str:
    """Return a small pack of this kind, with comments that say how it is written."""
    return _TEMPLATES[kind]
