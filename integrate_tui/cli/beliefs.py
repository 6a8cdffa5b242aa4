"""A belief looked at from several sides on the command line: by answers, or as questions."""

from collections.abc import Sequence

from integrate_tui import believing
from integrate_tui.cli import output, replies
from integrate_tui.cli.here import Here
from integrate_tui.cli.plain.asking import ask
from integrate_tui.cli.plain.drafting import Drafting, ask_and_keep, offer_drafts
from integrate_tui.cli.plain.exercise import ground
from integrate_tui.cli.plain.talk import Said, Talk
from integrate_tui.cli.things import say_kept
from integrate_tui.core import checkin
from integrate_tui.core.belief import QUESTIONS
from integrate_tui.core.checkin import CheckInFlow
from integrate_tui.core.conviction import convictions, drawn, when_words
from integrate_tui.core.drafts import Draft
from integrate_tui.core.insight import Insight
from integrate_tui.core.known import Known
from integrate_tui.core.text import clean_line, did_you_mean
from integrate_tui.core.thing import Thing
from integrate_tui.core.worksheet import VIVID
from integrate_tui.errors import NotFoundError, UsageError
from integrate_tui.workspace import Workspace

_NAMES = [prompt.name for prompt in QUESTIONS.prompts]


def show_history(workspace: Workspace, belief: Thing[Insight], *, as_json: bool) -> None:
    """Print how sure one was of a belief, look by look: in words, and as a plain line."""
    sure = convictions(workspace.worksheets.of(belief.n))
    if as_json:
        output.show_json(
            [{"day": each.day and each.day.isoformat(), "sure": each.sure} for each in sure]
        )
        return
    if not sure:
        output.say("There is no worksheet of it yet.")
        return
    output.show_rows(
        [[when_words(each, workspace.today), f"{each.sure} of 10"] for each in sure], right=()
    )
    for line in drawn(sure, output.MEASURE):
        output.show(line)
    output.say(VIVID)


def keep_answers(
    here: Here, belief: Thing[Insight], answers: Sequence[str], *, as_json: bool
) -> None:
    """Keep the answers that were typed as a worksheet.

    Raises:
        UsageError: One of them is not understood, or is given twice.
    """
    known = Known(
        families=here.packs.feelings().families,
        today=here.reading().today,
        read_day=here.read_day,
        own=lambda _kind: (),
    )
    flow = checkin.begin(QUESTIONS)
    for typed in answers:
        name, equals, given = typed.partition("=")
        index = _asked(name, has_answer=bool(equals))
        if not flow.replies[index].is_empty:
            raise UsageError(f"{_NAMES[index]} is given twice.")
        reply = replies.read(flow.prompts[index].answer, given, known, _NAMES[index])
        flow = flow.answer(index, reply)
    if flow.is_empty:
        raise UsageError("There is nothing in it to keep.")
    workspace = here.writing()
    kept = believing.keep_worksheet(workspace, belief.n, flow)
    say_kept(workspace, kept, as_json=as_json)


def _asked(name: str, *, has_answer: bool) -> int:
    """Return which question a name means.

    Raises:
        UsageError: It has no answer.
        NotFoundError: There is none of that name.
    """
    wanted = clean_line(name).casefold()
    if wanted in _NAMES:
        if not has_answer:
            raise UsageError(f"{wanted} needs its answer behind a '=', as in {wanted}=5.")
        return _NAMES.index(wanted)
    hint = did_you_mean(wanted, _NAMES) or f"It has {', '.join(_NAMES)}."
    raise NotFoundError(f"A worksheet has no '{wanted}'.", do=hint)


def ask_belief(here: Here, belief: Thing[Insight], *, as_json: bool) -> None:
    """Ask a worksheet and keep it."""
    workspace = here.writing()
    talk = Talk(here, workspace, is_aside=as_json)
    talk.ground = lambda: ground(talk)
    asked = _Asked(talk, belief)
    ask_and_keep(
        asked,
        lambda: believing.keep_worksheet(workspace, belief.n, asked.flow, id=asked.drafting.id),
        as_json=as_json,
    )


class _Asked:
    """A worksheet while it is asked."""

    def __init__(self, talk: Talk, belief: Thing[Insight]) -> None:
        self.talk = talk
        self.belief = belief
        self.flow: CheckInFlow = checkin.begin(QUESTIONS)
        command = f"integrate insights belief {belief.n}"
        self.drafting = Drafting(talk, talk.workspace.new_id(), command)

    def run(self) -> bool:
        """Ask everything, and tell whether it came to its end."""
        talk = self.talk
        if self._offer_draft() is Said.LEAVE:
            return False
        talk.say(f"{QUESTIONS.title}. {QUESTIONS.intro}")
        talk.say(self.belief.value.line)
        talk.say(
            ":back, :skip, :ground, :support and :leave work at each question; :help says more."
        )
        prompts = QUESTIONS.prompts
        index = next((i for i, reply in enumerate(self.flow.replies) if reply.is_empty), 0)
        while index < len(prompts):
            prompt = prompts[index]
            talk.say()
            talk.say(f"Question {index + 1} of {len(prompts)}. {prompt.text}")
            if prompt.guidance:
                talk.say(prompt.guidance)
            heard = ask(talk, prompt.answer, self.flow.replies[index])
            if heard.reply != self.flow.replies[index]:
                self.flow = self.flow.answer(index, heard.reply)
                self.drafting.keep(self._draft())
            if heard.is_over or heard.said is Said.LEAVE:
                return heard.is_over and index + 1 == len(prompts)
            if heard.said is Said.BACK:
                index = max(0, index - 1)
            elif heard.said is Said.ANGLE:
                talk.say("There is no other angle to this one.")
            else:
                index += 1
        return True

    def leave(self) -> None:
        """Leave with what there is kept as a draft, and say so."""
        self.drafting.leave(None if self.flow.is_empty else self._draft())

    def _offer_draft(self) -> Said | None:
        """Offer what was left unfinished, and return what was said in place of an answer."""
        draft = believing.draft_for(self.talk.workspace, self.belief.n)
        begun = offer_drafts(self.talk, [draft] if draft else [], believing.take_up_worksheet)
        if isinstance(begun, Said):
            return begun
        if begun is not None:
            self.flow, self.drafting.id = begun.flow, begun.draft_id
        return None

    def _draft(self) -> Draft:
        return believing.draft_of_worksheet(
            self.talk.workspace, self.belief.n, self.flow, self.drafting.id
        )
