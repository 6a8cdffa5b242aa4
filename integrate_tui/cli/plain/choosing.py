"""Choosing a guide or an exercise in lines of text, and the health card before what needs it."""

from integrate_tui import grounding
from integrate_tui.cli.plain.asking import ask
from integrate_tui.cli.plain.talk import Said, Talk
from integrate_tui.core.answers import Choose, ChooseAny
from integrate_tui.core.grounding import Feels, Hindrance
from integrate_tui.core.health import LEFT, QUESTIONS, answered
from integrate_tui.core.pieces import Exercise, Guide, Kind, Level
from integrate_tui.core.suggest import size_words
from integrate_tui.overview import suggestion
from integrate_tui.packs.rows import left_out_words

_PERSON = "Someone to talk to"


def choose_guide(talk: Talk) -> Guide | None:
    """Let the person choose a guide, the one that fits the day first."""
    workspace = talk.workspace
    fitting = suggestion(workspace)
    guides = sorted(
        workspace.packs.guides(), key=lambda guide: fitting is None or guide != fitting.guide
    )
    if not guides:
        talk.say("There are no guides among the text packs.")
        return None
    where = "`integrate packs check` says where"
    if left_out := left_out_words(workspace.packs.left_out(Kind.GUIDE), where):
        talk.say(left_out)
    talk.say("What would you like to write with?")
    named = tuple(f"{guide.title}, {size_words(guide)}" for guide in guides)
    heard = ask(talk, Choose(named))
    return guides[named.index(heard.reply.text)] if heard.reply.text in named else None


def choose(talk: Talk, feels: Feels | None = None) -> Exercise | None:
    """Let the person choose an exercise; None where none was chosen.

    Args:
        talk: The conversation.
        feels: What was said of now; what was said last today where nothing is given.
    """
    workspace = talk.workspace
    offers = grounding.offers(workspace, feels or Feels(grounding.said_today(workspace)))
    if not offers:
        talk.say("There are no exercises here now. :support shows people to turn to.")
        return None
    by_title = {
        offer.exercise.title if offer.exercise else _PERSON: offer.exercise for offer in offers
    }
    talk.say("Feet on the floor. Which one?")
    heard = ask(talk, Choose(tuple(by_title)))
    if heard.reply.text == _PERSON:
        talk.support()
        return None
    return by_title.get(heard.reply.text)


def cleared(talk: Talk, exercise: Exercise) -> Exercise | None:
    """Return an exercise as it is done here, after the health card where that comes first.

    None where it is hidden, or is not to be begun after all.
    """
    workspace = talk.workspace
    if grounding.asks_card(workspace, exercise) and not _ask_card(talk):
        return None
    held = grounding.hindrance_of(workspace, exercise)
    if held is not None:
        talk.say(held.why)
        if held.hindrance is not Hindrance.RESTS:
            return None
    if exercise.level is Level.GATED and grounding.asks_card(workspace, exercise):
        reasons = ", ".join(exercise.avoid_with)
        if not talk.agrees(f"It is better left with any of these: {reasons}. Go on?"):
            return None
    return grounding.as_done(workspace, exercise)


def _ask_card(talk: Talk) -> bool:
    """Ask the health card; tell whether the person would go on."""
    talk.say(
        "A few things first, once. Which of these are true for you? Empty for none; :skip leaves"
        " it. What you say stays in this journal, and leaves in no export."
    )
    heard = ask(talk, ChooseAny(tuple(QUESTIONS.values())))
    if heard.said is Said.LEAVE:
        return False
    if heard.said is not None:
        grounding.keep_card(talk.workspace, LEFT)
    elif not heard.is_over:
        ticked = [word for word, asked in QUESTIONS.items() if asked in heard.reply.words]
        grounding.keep_card(talk.workspace, answered(ticked))
    return True
