"""What is made of a cell is made once for a class; a long text, a stranger's, is not kept."""

import pytest

from grading.engine import free_names, kept, recognise
from grading.engine.kept import kept_if_short
from grading.pages import cells


def test_a_short_text_is_asked_once_and_a_long_one_each_time():
    asked = []
    length = kept_if_short(10)(lambda text: asked.append(text) or len(text))
    short, long = "x" * kept.SHORT, "x" * (kept.SHORT + 1)
    for text in (short, long, short, long):
        assert length(text) == len(text)
    assert asked == [short, long, long]


@pytest.mark.parametrize("function", [recognise._squeezed, free_names.names_in, cells.coloured])
def test_long_cells_do_not_stay_in_memory(function):
    function.cache_clear()
    function("pass")
    function("pass" + " " * kept.SHORT)
    assert function.cache_info().currsize == 1
