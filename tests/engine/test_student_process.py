"""What the student's process does beside answering: cells mean what IPython makes of them."""

import hypothesis.strategies as st
import nbformat
import pytest
from hypothesis import example, given
from IPython.core.inputtransformer2 import TransformerManager

from grading.engine.outputs import LEFT_OUT, MAX_TEXT, Outputs
from grading.engine.student_process import _as_it_is
from grading.paths import NOTEBOOKS, lab_names

LINES = [
    "x = 1",
    "y = [",
    "    2,",
    "]",
    "%matplotlib inline",
    "files = !ls",
    "time = %time x",
    "x?",
    "??x",
    "!pip list",
    "z = x % 3",
    "s = '''",
    "%not magic in here",
    "'''",
    "w = x \\",
    "    % 2",
    "if x:",
    "    %time y",
    "    print('?')",
    "    !ls",
    "await f()",
    "d = '\\d'",
    "...",
    "# what?",
    ", f a b",
]


def transformed(source, plain):
    """What IPython runs for a cell, with our shortcut or without."""
    manager = TransformerManager()
    if plain:
        transform = manager.do_token_transforms
        manager.do_token_transforms = lambda lines: _as_it_is(transform, lines)
    try:
        return manager.transform_cell(source)
    except SyntaxError as error:
        return type(error)


@given(st.lists(st.sampled_from(LINES), max_size=7).map("\n".join))
@example("\n\n  x = 1\n  y = 2")
@example(">>> x = 1\n... # prompt")
@example("In [1]: x")
def test_plain_python_is_left_alone_and_magic_is_not(source):
    assert transformed(source, True) == transformed(source, False)


def test_the_cells_of_all_labs_run_as_ipython_would_run_them():
    for lab in lab_names():
        for cell in nbformat.read(NOTEBOOKS / lab / f"{lab}.ipynb", as_version=4).cells:
            if cell.cell_type == "code":
                assert transformed(cell.source, True) == transformed(cell.source, False)


def test_what_is_nested_too_deeply_is_left_to_python():
    def read_each_token(lines):
        pytest.fail("every token comes with its line: gigabytes, since Python 3.12")

    chain = ["+".join(["1"] * 100_000)]
    assert _as_it_is(read_each_token, chain) == chain


def test_a_shortcut_for_every_cell_would_be_seen():
    manager = TransformerManager()
    manager.do_token_transforms = lambda lines: lines
    assert manager.transform_cell("x?") != transformed("x?", False)


def test_what_is_cut_of_an_output_is_told():
    outputs = Outputs()
    short, long = (
        outputs.clean([{"output_type": "stream", "text": text}])[0]["text"]
        for text in ("spam " * 9, "spam " * 9_999)
    )
    assert short == "spam " * 9
    assert long == ("spam " * 9_999)[:MAX_TEXT] + LEFT_OUT
