"""When support comes up by itself, and which contacts are shown first."""

from collections.abc import Iterable
from datetime import date, timedelta

from integrate_tui.core.answers import Reply
from integrate_tui.core.pieces import Contact, Country, Prompt, Question, Support

PLAINLY = (
    "Nobody else sees what you write here, and this program cannot call anyone. A person can be"
    " called."
)
"""What is said where no pack has words of its own."""
STALE_AFTER = timedelta(days=183)
"""How old a contact's last check may be before that is said."""


def calls_for_support(asked: Prompt | Question, reply: Reply) -> bool:
    """Tell whether an answer is one that brings up support at once."""
    wanted = asked.support_if
    if wanted is None:
        return False
    if wanted.at_least is not None and reply.number is not None:
        return reply.number >= wanted.at_least
    words = {word.casefold() for word in wanted.words}
    given = reply.words or (reply.text,)
    return any(word.strip().casefold() in words for word in given)


ANOTHER = "Another country"
"""What is chosen by who lives in none of those that are named."""


def opening_words(pieces: Iterable[Support]) -> str:
    """Return what is said before the contacts: the packs' own words, or the plainest there are."""
    return "\n\n".join(piece.intro for piece in pieces if piece.intro) or PLAINLY


def countries_to_show(countries: Iterable[Country], chosen: str) -> list[Country]:
    """Return the chosen country's contacts first, then those that are always shown.

    With no country chosen, or one that no pack has any more, every country is shown.
    """
    everything = list(countries)
    own = [country for country in everything if country.title.casefold() == chosen.casefold()]
    always = [country for country in everything if country.always and country not in own]
    if own:
        return own + always
    return always + [country for country in everything if not country.always]


def countries_to_choose(countries: Iterable[Country]) -> tuple[tuple[str, str], ...]:
    """Return the countries there are to choose from, as what is shown and what is set for it.

    The last is for everybody else: the contacts that are shown everywhere.
    """
    everything = list(countries)
    named = [(country.title, country.title) for country in everything if not country.always]
    elsewhere = [(ANOTHER, country.title) for country in everything if country.always]
    return (*named, *elsewhere[:1])


def standing_of(contact: Contact, today: date) -> str:
    """Say how far a contact's details can be relied on; nothing if they were checked lately."""
    if contact.checked is None:
        return "not confirmed yet"
    if today - contact.checked > STALE_AFTER:
        return f"last checked {contact.checked.isoformat()}"
    return ""
