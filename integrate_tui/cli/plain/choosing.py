"""Choosing a guide or an exercise in lines of text, and the health card before what needs it."""

from collections import Counter
from collections.abc import Sequence

from integrate_tui import grounding
from integrate_tui.cli.plain.asking import ask
from integrate_tui.cli.plain.talk import Said, Talk
from integrate_tui.core.answers import Choose, ChooseAny
from integrate_tui.core.clearance import Verdict
from integrate_tui.core.grounding import Feels
from integrate_tui.core.health import LEFT, QUESTIONS, answered
from integrate_tui.core.pieces import Exercise, Guide, Kind
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
    titles = _told_apart([(guide.title, guide.id) for guide in guides])
    named = {
        f"{title}, {size_words(guide)}": guide for title, guide in zip(titles, guides, strict=True)
    }
    heard = ask(talk, Choose(tuple(named)))
    return named.get(heard.reply.text)


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
    exercises = [offer.exercise for offer in offers]
    titles = _told_apart([(each.title, each.id) if each else (_PERSON, "") for each in exercises])
    named = dict(zip(titles, exercises, strict=True))
    talk.say("Feet on the floor. Which one?")
    heard = ask(talk, Choose(tuple(named)))
    found = named.get(heard.reply.text)
    if found is None and heard.reply.text in named:
        talk.support()
    return found


def _told_apart(pieces: Sequence[tuple[str, str]]) -> list[str]:
    """Return what pieces go by: their titles, with the id behind one that several have.

    Args:
        pieces: The title and the id of each; the id is empty for what is no piece of a pack.
    """
    known = Counter(title.casefold() for title, _ in pieces)
    return [
        f"{title} ({id})" if id and known[title.casefold()] > 1 else title for title, id in pieces
    ]


def cleared(talk: Talk, exercise: Exercise) -> Exercise | None:
    """Return an exercise as it is done here, after the health card where that comes first.

    None where it is hidden, or is not to be begun after all.
    """
    workspace = talk.workspace
    clearance = grounding.cleared(workspace, exercise)
    if clearance.verdict is Verdict.ASK:
        if not _ask_card(talk):
            return None
        clearance = grounding.cleared(workspace, exercise, has_asked=True)
    if clearance.why:
        talk.say(clearance.why)
    if clearance.verdict is Verdict.WITHHELD:
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
