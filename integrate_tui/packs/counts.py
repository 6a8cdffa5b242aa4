"""How much there is in the packs that are in use, in figures."""

from integrate_tui.core.value import value
from integrate_tui.packs.catalog import Catalogue


@value(kw_only=True)
class Counts:
    """How many of each thing are in use, and how many problems there are in all files."""

    guides: int
    prompts: int
    """Those of the guides."""
    exercises: int
    steps: int
    measures: int
    questions: int
    feelings: int
    """Words, and so for the values."""
    values: int
    contacts: int
    countries: int
    """Those with contacts of their own, beside what is shown everywhere."""
    problems: int


def count(catalogue: Catalogue) -> Counts:
    """Count what is in the packs of a catalogue."""
    guides, exercises, measures = catalogue.guides(), catalogue.exercises(), catalogue.measures()
    countries = catalogue.support()
    return Counts(
        guides=len(guides),
        prompts=sum(len(guide.prompts) for guide in guides),
        exercises=len(exercises),
        steps=sum(len(part.steps) for exercise in exercises for part in exercise.sections),
        measures=len(measures),
        questions=sum(len(measure.questions) for measure in measures),
        feelings=sum(len(family.words) for family in catalogue.feelings().families),
        values=len(catalogue.values().words),
        contacts=sum(len(country.contacts) for country in countries),
        countries=sum(not country.always for country in countries),
        problems=len(catalogue.problems()),
    )
