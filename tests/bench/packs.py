"""The figures of reading text packs: those that are bundled, and files made to be slow."""

from time import perf_counter

from markdown_it import MarkdownIt

from integrate_tui.packs.pack import MOST_BYTES, read_pack
from tests.bench.figures import Figure, Series, in_turns, milliseconds
from tests.bench.life import PROMPTS
from tests.packs.test_pack import HOSTILE

_BUNDLED = "all bundled packs"
_MARKDOWN = "markdown-it, same text"
_HEADS = {"": "", "an exercise": "# T\nkind: exercise\n", "a guide": "# T\n"}


def reading(rounds: int) -> list[Figure]:
    """Read every bundled pack, and the slowest of the hostile files of the largest size."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(PROMPTS.rglob("*.txt"))]
    taken = Series()

    def bundled() -> None:
        began = perf_counter()
        for text in texts:
            read_pack(text, "pack.txt")
        taken.add(_BUNDLED, perf_counter() - began)

    def markdown() -> None:
        parser = MarkdownIt()
        began = perf_counter()
        for text in texts:
            parser.parse(text)
        taken.add(_MARKDOWN, perf_counter() - began)

    def hostile() -> None:
        for name, unit in HOSTILE.items():
            for head in _HEADS.values():
                text = (head + unit * (MOST_BYTES // len(unit)))[:MOST_BYTES]
                began = perf_counter()
                read_pack(text, "pack.txt")
                taken.add(name, perf_counter() - began)

    in_turns(max(2, rounds // 3), bundled, markdown, hostile)
    slowest = max(HOSTILE, key=taken.late)
    return [
        Figure(
            _BUNDLED,
            _MARKDOWN,
            taken.ratio(_BUNDLED, _MARKDOWN),
            1.0,
            milliseconds(taken.middle(_BUNDLED), taken.middle(_MARKDOWN)),
        ),
        Figure(
            f"slowest 1 MiB: {slowest}",
            _BUNDLED,
            taken.late(slowest) / taken.middle(_BUNDLED),
            3.0,
            milliseconds(taken.late(slowest), taken.middle(_BUNDLED)),
        ),
    ]
