"""What the student's process does beside answering: cells mean what IPython makes of them."""

import ast
import os
import subprocess
import sys

import hypothesis.strategies as st
import nbformat
import pytest
from hypothesis import example, given
from IPython.core.async_helpers import _should_be_async
from IPython.core.compilerop import CachingCompiler
from IPython.core.inputtransformer2 import TransformerManager

from grading.engine.outputs import LEFT_OUT, MAX_TEXT, Outputs
from grading.engine.student_process import _may_wait, _Parsed
from grading.paths import NOTEBOOKS, ROOT, lab_names

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
        manager.do_token_transforms = lambda lines: _Parsed(None).as_it_is(transform, lines)
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
    assert _Parsed(None).as_it_is(read_each_token, chain) == chain


def read(source):
    """What IPython makes of a cell, and what `_Parsed` does, with how often it has let IPython."""
    asked = []
    parsed = _Parsed(lambda *args: asked.append(args) or CachingCompiler().ast_parse(*args))
    try:
        parsed.as_it_is(lambda lines: lines, source.splitlines(keepends=True))
        trees = [compiler.ast_parse(source) for compiler in (CachingCompiler(),)]
    except SyntaxError:
        return [], [], asked
    return trees, [parsed.tree_of(source)], asked


@pytest.mark.filterwarnings("ignore")
@given(st.lists(st.sampled_from(LINES), max_size=7).map("\n".join))
@example("async def f():\n    await x")
@example("lambda: (yield)")
def test_a_cell_is_read_as_ipython_reads_it(source):
    theirs, ours, _ = read(source)
    assert [ast.dump(t, include_attributes=True) for t in theirs] == [
        ast.dump(t, include_attributes=True) for t in ours
    ]


def test_a_tree_is_used_once_and_warnings_are_left_to_the_run():
    assert not read("x = 1")[2]
    with pytest.warns((SyntaxWarning, DeprecationWarning)):
        assert read("x = '\\d'")[2]
    parsed = _Parsed(lambda source: "read anew")
    parsed.as_it_is(None, ["x = 1"])
    assert parsed.tree_of("x = 2") == "read anew"
    assert isinstance(parsed.tree_of("x = 1"), ast.Module)
    assert parsed.tree_of("x = 1") == "read anew"


@pytest.mark.parametrize(
    ("source", "waits"),
    [
        ("await f()", True),
        ("[x async for x in y]", True),
        ("async with f() as x:\n    pass", True),
        ("async def f():\n    await g()", False),
        ("awaited = 'async'", False),
        ("x = 1", False),
        ("return", False),
    ],
)
def test_a_cell_that_waits_at_its_top_is_known(source, waits):
    def asked(source, **_):
        return _should_be_async(source)

    assert bool(_may_wait(asked, source)) == asked(source) == waits


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


def test_matplotlib_draws_the_same_and_says_of_itself_all_but_its_tables():
    code = """
import sys
with _short_documentation():
    import matplotlib.pyplot as plt
import matplotlib.artist as artist
print(plt.plot.__doc__.split()[0], len(artist.kwdoc(plt.Line2D)) > 1000)
print(len(plt.Line2D.set.__doc__) < 1000)
line, = plt.plot([1, 2], color="red", linewidth=3)
line.set(alpha=0.5)
print(line.get_color(), line.get_linewidth(), line.get_alpha())
"""
    start = f"import sys; sys.path[:0] = [{str(ROOT)!r}]\n"
    start += "from grading.engine.student_process import _short_documentation"
    run = subprocess.run(
        [sys.executable, "-c", start + code],
        text=True,
        capture_output=True,
        env=os.environ | {"MPLBACKEND": "agg"},
    )
    assert run.stdout.split() == ["Plot", "True", "True", "red", "3.0", "0.5"], run.stderr
