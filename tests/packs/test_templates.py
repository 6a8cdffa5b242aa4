"""Every template is a good pack, and says with comments how it is written."""

import pytest

from integrate_tui.core.pieces import Kind, kind_of
from integrate_tui.packs.templates import template
from tests.packs.helpers import pack


@pytest.mark.parametrize("kind", Kind)
def test_a_template_is_a_good_pack_of_its_kind(kind: Kind) -> None:
    read = pack(template(kind))
    assert not read.problems
    assert [kind_of(piece) for piece in read.pieces] == [kind]


@pytest.mark.parametrize("kind", Kind)
def test_a_template_begins_with_a_comment(kind: Kind) -> None:
    assert template(kind).startswith("// ")
