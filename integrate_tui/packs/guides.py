"""Guides and check-ins: prompts with what they ask for, in both directions."""

from integrate_tui.core.answers import FREE_TEXT, Answer
from integrate_tui.core.pieces import CheckIn, Condition, Guide, KeepAs, Kind, Prompt
from integrate_tui.core.pieces import Section as Prompts
from integrate_tui.packs.answers import answer_setting, read_answer
from integrate_tui.packs.blocks import Block, Item, Section, numbered
from integrate_tui.packs.conditions import (
    condition_text,
    read_condition,
    read_support_if,
    support_if_text,
)
from integrate_tui.packs.forms import FORMS
from integrate_tui.packs.notes import Notes
from integrate_tui.packs.page import Page
from integrate_tui.packs.rules import mark_text, read_mark
from integrate_tui.packs.settings import Settings, read_common
from integrate_tui.packs.values import (
    flow,
    identify,
    read_choice,
    read_name,
    read_seconds,
    read_word,
    read_yes_no,
    seconds_text,
)
from integrate_tui.packs.words import Words

_KEPT = read_word(KeepAs, "an answer cannot be kept as")


def read_guide(block: Block, kind: Kind) -> Guide:
    """Read a guide or a check-in."""
    notes = block.notes
    settings = Settings(block.settings, notes, FORMS[kind].harmless)
    common = read_common(block, settings)
    named: dict[str, Answer | None] = {}
    sections = [_read_section(section, named, notes) for section in block.sections]
    kept = tuple(section for section in sections if section.prompts or section.intro)
    if not any(section.prompts for section in kept):
        notes.unusable(
            numbered(block) or block.title, "this asks nothing", "begin each prompt with '? '"
        )
    if kind is Kind.CHECK_IN:
        return CheckIn(**common, sections=kept)
    mark = settings.read("mark", read_mark, None)
    return Guide(**common, mark=mark, sections=kept)


def _read_section(section: Section, named: dict[str, Answer | None], notes: Notes) -> Prompts:
    prompts = tuple(_read_prompt(item, named, notes) for item in notes.within(section.items))
    intro = flow(section.text)
    if not prompts and not intro:
        notes.odd(section.title, "this section is empty", "write a prompt under it, or take it out")
    return Prompts(title=section.title.text, intro=intro, prompts=prompts)


def _read_prompt(item: Item, named: dict[str, Answer | None], notes: Notes) -> Prompt:
    if not item.words.text:
        notes.wrong(item.words, "this prompt has no words", "write what is asked after the '?'")
    settings = Settings(item.settings, notes)
    answer = read_answer(settings, FREE_TEXT)
    ask_if: Condition | None = settings.read(
        "ask if", lambda words: read_condition(words, named), None
    )
    name = settings.read("name", read_name, identify(settings.text("name")))
    prompt = Prompt(
        text=item.words.text,
        guidance=flow(item.guidance),
        answer=answer or FREE_TEXT,
        name=name,
        keep_as=settings.read("keep as", _read_keep_as, None),
        ask_if=ask_if,
        support_if=settings.read("support if", lambda words: read_support_if(words, answer), None)
        if answer
        else None,
        deeper=settings.texts("deeper"),
        show=settings.read("show", _read_shown, ""),
        write_for=settings.read("write for", read_seconds, None),
        private=settings.read("private", read_yes_no, default=False),
    )
    if prompt.name in named:
        notes.wrong(
            settings.where("name"),
            f"another prompt above has the name '{prompt.name}'",
            "give each prompt a name of its own",
        )
    if prompt.name:
        named[prompt.name] = answer
    return prompt


def _read_keep_as(words: Words) -> KeepAs:
    return KeepAs(_KEPT(words))


def _read_shown(words: Words) -> str:
    return read_choice(words).lower()


def write_guide(guide: Guide, page: Page) -> None:
    """Write the sections of a guide or a check-in, and before them what is a guide's alone."""
    page.setting("mark", mark_text(guide.mark) if guide.mark else "")
    page.intro(guide.intro)
    for number, section in enumerate(guide.sections):
        if section.title or section.intro or number:
            page.section(section.title)
            page.intro(section.intro)
        for prompt in section.prompts:
            _write_prompt(prompt, page)


def _write_prompt(prompt: Prompt, page: Page) -> None:
    page.item("?", prompt.text)
    page.under_text(prompt.guidance)
    page.under("name", prompt.name)
    if prompt.ask_if:
        page.under("ask if", condition_text(prompt.ask_if))
    if prompt.answer != FREE_TEXT:
        page.under(*answer_setting(prompt.answer))
    page.under("show", prompt.show)
    if prompt.support_if:
        page.under("support if", support_if_text(prompt.support_if))
    page.under("private", "yes" if prompt.private else "")
    page.under("keep as", prompt.keep_as or "")
    page.under("write for", "" if prompt.write_for is None else seconds_text(prompt.write_for))
    for question in prompt.deeper:
        page.under("deeper", question)
