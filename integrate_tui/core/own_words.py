"""Words that come back in one's own writing, as counts of the texts they stand in.

What they mean is nobody's to say but their writer's. Words that every text has are left out, and
so are those that stand in fewer than three.
"""

import re
from collections import Counter
from collections.abc import Iterable

from integrate_tui.core.looking_back import WordCount

LEAST_TEXTS = 3
"""Texts a word has to stand in to be listed."""
MOST_WORDS = 40
_LEAST_LETTERS = 3
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_STOP_WORDS = """
    about above across actually after again against ago all almost along already also although
    always am among an and another any anybody anyone anything anyway anywhere are aren't around as
    ask asked at away back be became because become been before began behind being below beside
    between bit both but by came can can't cannot come comes could couldn't did didn't do does
    doesn't doing don't done down during each either else enough even ever every everybody everyone
    everything everywhere far felt few for from get gets getting give given go goes going gone good
    got had hadn't half has hasn't have haven't having he he's hello her here hers herself him
    himself his how however i i'd i'll i'm i've if in instead into is isn't it it's its itself just
    keep kept kind knew know known knows last later least less let let's like liked little long
    look looked lot made make makes making many may maybe me mean might mine more most much must my
    myself near need needed never next no nobody none nor not nothing now nowhere of off often oh
    ok okay on once one ones only onto or other others otherwise ought our ours ourselves out over
    own per perhaps please put quite rather really right said same saw say saying says see seem
    seemed seems seen several shall she she's should shouldn't since small so some somebody somehow
    someone something sometimes somewhere soon still such sure take taken than thank that that's
    the their theirs them themselves then there there's therefore these they they'd they'll they're
    they've thing things think this those though thought through till to today together told
    tomorrow tonight too took toward towards tried try two under until unless up upon us use used
    usual usually very want wanted was wasn't way we we'd we'll we're we've well went were weren't
    what what's whatever when where whether which while who who's whoever whole whom whose why will
    with within without won't would wouldn't yes yesterday yet you you'd you'll you're you've your
    yours yourself yourselves
"""
_STOPS = frozenset(_STOP_WORDS.split())


def recurring(
    texts: Iterable[str], *, leave_out: Iterable[str] = (), most: int = MOST_WORDS
) -> tuple[tuple[WordCount, ...], int]:
    """Return the words that stand in several texts, most often first, and how many were read.

    Args:
        texts: What was written, one text at a time.
        leave_out: Words that are counted elsewhere, such as names of scales.
        most: How many words at the most.
    """
    passed = {word.casefold() for word in leave_out} | _STOPS
    counts: Counter[str] = Counter()
    read = 0
    for text in texts:
        read += 1
        counts.update(words_of(text) - passed)
    found = [(word, count) for word, count in counts.items() if count >= LEAST_TEXTS]
    found.sort(key=lambda each: (-each[1], each[0]))
    return tuple(WordCount(word, count) for word, count in found[:most]), read


def words_of(text: str) -> set[str]:
    """Return the different words of a text, in lower case; very short ones are left out."""
    found = _WORD.findall(text.casefold().replace("\u2019", "'"))
    return {word for word in map(_bare, found) if len(word) >= _LEAST_LETTERS}


def _bare(word: str) -> str:
    return word.removesuffix("'s")
