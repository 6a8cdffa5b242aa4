"""The grammar on one page: what `integrate packs help` prints, and the README too.

`GRAMMAR` is half a screen and enough to begin with; `SETTINGS` is every word there is. Tests
compare both with what the parser knows, in both directions.
"""

GRAMMAR = """\
  # First days            a title: here a piece begins
  takes: 10 minutes       a setting, above the first prompt or step
  Some running text.      an introduction; a blank line begins a new paragraph
  ## Arriving             a section
  ? What is with you?     a prompt or a question: one line, however long
    Small is fine.        two spaces in front: shown with the line above
    answer: line          two spaces and a known word: a setting of it
  - in 4s Breathe in      a step of an exercise, or a contact
  // Sam's wording        a comment, for whoever edits this
  \\# is no title here     a line that begins with \\ is only text
"""

SETTINGS = """\
Any piece
  id:  about:  takes: 10 minutes  for: ketamine  tags:  source:  language: en
  kind: guide (when left out), check-in, exercise, measure, feelings, values,
        support
  when: any time, morning, evening, weekly, monthly, difficult,
        before an experience, days 0-3, day 4, days 30 and later
  caution: shown before it starts
  rule: short answers only \u00b7 not before day 4 \u00b7 at most 4 sittings in a row
        not at distress 7 or more \u00b7 grounding first at 7 \u00b7 support first at 9
        closes with: look around
Guides and check-ins: ? prompts. A guide may have  mark: 2-6 hours, or 7 days
  (where after an experience it belongs). Free text is asked for, or one of
  answer: line, date, sketch, body, text      scale: 0 heavy .. 10 light
  choose: yes, no, not sure   choose any: tender, awe   check: water, food
  list: 3   feelings: 3   choose any: feelings   choose any: values
  link: value, insight, belief, goal, intention, experience
and with each of them
  name: story   ask if: story is no (is not, below 4, above 6, answered,
                not answered; several with 'or': story is no or mood below 4)
  support if: yes (or 9 and above)  deeper: another question  show: mood chart
  write for: 15 minutes   private: yes (in no list, search, chart or export)
  keep as: insight, belief, question, gratitude, step, practice, goal, value,
    intention, fragment, boundary, pattern, talk list, container, pause card
Exercises: - steps, each a verb, a time (4s, 1m30s, own pace) and a cue
  in sip out hold rest tense release notice name say move touch listen look
  level: gentle, standard, gated  lengths: 2, 5, 10 minutes  at most: 8 rounds
  avoid with: pregnancy, heart   best at: 6-7   evidence: A-
  under ## a section: repeat: 10, or until time   avoid with: (leaves it out)
  under a step: what is asked, as in a guide
Measures: ? questions. source: and licence: have to be there
  answers: 0 Not at all | 1 Several days   period: Over the last 2 weeks
  score: sum, mean   multiply: 4   bands: 0-4 minimal | 5-9 mild
  parts: anxiety 1-2 | depression 3-4   repeat: every 14 days   notice:
  rule: opt in \u00b7 country first
  under a question: answers:   reverse: yes   support if: 1 and above
                    unscored: yes   private: yes
Feelings: ## a family, and under it words with commas between them
  energy: -2 to 2   pleasant: -2 to 2
Values: ## a group, and under it words with commas between them, or one a line
  with what it means after a colon - honesty: say what is so
Support: ## a country, and under it - Name: how to reach it
  under a country: show: always
  under a contact: hours:   web:   checked: 2026-11-01
"""

PAGE = f"""\
A pack is a plain text file (UTF-8, its name ends in .txt) with pieces in it.

{GRAMMAR}
{SETTINGS}"""
