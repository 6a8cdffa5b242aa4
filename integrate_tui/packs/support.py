"""People and helplines by country.

Nothing here hides a contact: whatever is wrong with one is said, and what can be read of it is
shown.
"""

import re
from dataclasses import replace

from integrate_tui.core.pieces import Contact, Country, Kind, Support
from integrate_tui.packs.blocks import Block, Item, Section
from integrate_tui.packs.forms import FORMS
from integrate_tui.packs.notes import Notes
from integrate_tui.packs.page import Page, joined
from integrate_tui.packs.settings import Settings, read_common
from integrate_tui.packs.values import flow, read_date
from integrate_tui.packs.words import loose

# The colon of a web address parts nothing.
_COLON = r":(?!//)"


def read_support(block: Block) -> Support:
    """Read helplines and other contacts; a list may wait for its first one."""
    notes = block.notes
    common = read_common(block, Settings(block.settings, notes, FORMS[Kind.SUPPORT].harmless))
    countries: list[Country] = []
    for section in block.sections:
        country = _read_country(section, notes)
        if section.after_items:
            country = _joined(countries.pop(), country)
        countries.append(country)
    kept = tuple(country for country in countries if country.contacts)
    if not kept and (block.text or block.sections):
        notes.unusable(
            block.title, "this has no contacts", "write each as '- Name: how to reach it'"
        )
    return Support(**common, countries=kept)


def _read_country(section: Section, notes: Notes) -> Country:
    settings = Settings(section.settings, notes)
    title = section.title.text
    contacts = tuple(contact for item in section.items if (contact := _read_contact(item, notes)))
    if not title and not section.after_items and "show" not in settings:
        notes.odd(
            section.title,
            "these contacts stand under no country, so they are shown everywhere",
            "put a line with '## ' and the country above them",
        )
    if not contacts and not section.after_items:
        notes.odd(section.title, "no contact is given here", "write one under it, or take it out")
    if "show" in settings and loose(settings.text("show")) != "always":
        notes.odd(
            settings.where("show"), "the only thing to set here is 'always'", "write 'show: always'"
        )
    return Country(
        title=title,
        intro=flow(section.text),
        always="show" in settings or not title,
        contacts=contacts,
    )


def _joined(country: Country, rest: Country) -> Country:
    """Put what follows text after the contacts of a country back under that country."""
    intro = "\n\n".join(text for text in (country.intro, rest.intro) if text)
    return replace(country, intro=intro, contacts=country.contacts + rest.contacts)


def _read_contact(item: Item, notes: Notes) -> Contact | None:
    words = item.words.cut(len(item.words.text) - len(item.words.text.lstrip(": ")))
    if not words.text:
        notes.odd(item.words, "this contact is empty", "write it as '- Name: how to reach it'")
        return None
    colon = re.search(_COLON, words.text)
    end = colon.start() if colon else len(words.text)
    reach = words.cut(end + 1).text
    if not reach:
        notes.odd(
            words,
            "no colon parts this name from how to reach it",
            "write it as '- Name: how to reach it'",
        )
    settings = Settings(item.settings, notes)
    return Contact(
        name=words.cut(0, end).text,
        reach=reach,
        hours=settings.text("hours"),
        web=settings.text("web"),
        checked=settings.read("checked", read_date, None) if settings.text("checked") else None,
        note=flow(item.guidance),
    )


def write_support(support: Support, page: Page) -> None:
    """Write the contacts of each country."""
    page.intro(support.intro)
    for country in support.countries:
        page.section(country.title)
        if country.always:
            page.setting("show", "always")
        page.intro(country.intro)
        for contact in country.contacts:
            mark = f"{contact.name}:" if contact.reach else contact.name
            page.item("-", joined(mark, contact.reach), close=True)
            page.under("hours", contact.hours)
            page.under("web", contact.web)
            page.under("checked", contact.checked.isoformat() if contact.checked else "")
            page.under_text(contact.note)
