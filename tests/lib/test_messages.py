"""What stands in a notebook in the place of a traceback."""

import re
import sys

import numpy as np
import pytest
from IPython.core.interactiveshell import InteractiveShell

from lib import folding, messages
from lib.checking import case, check_forward
from lib.diagnosis_notebook import is_package


@pytest.fixture
def shown(monkeypatch):
    """A shell of its own, and what it shows of errors, as lists of lines."""
    InteractiveShell.clear_instance()
    shell, lines = InteractiveShell.instance(), []
    monkeypatch.setattr(shell, "_showtraceback", lambda kind, error, text: lines.append(text))
    messages.say_shortly_what_is_not_written()
    yield shell, lines
    InteractiveShell.clear_instance()


def test_a_stub_that_is_called_is_one_line_with_its_name_and_still_an_error(shown):
    shell, lines = shown
    stub = f"def f(x):\n    raise NotImplementedError({messages.MISSING!r})\nf(1)"
    assert not shell.run_cell(stub).success
    assert lines == [["f is not written yet."]]


def test_a_method_is_named_with_its_class(shown):
    shell, lines = shown
    stub = (
        "class A:\n    def g(self):\n"
        f"        raise NotImplementedError({messages.MISSING!r})\nA().g()"
    )
    shell.run_cell(stub)
    assert lines == [["A.g is not written yet."]]


@pytest.mark.parametrize(
    "body", ["{mark}a = x\n    {stub}\n    return a", "{mark}{stub}\n    return x"]
)
def test_a_stubs_line_that_has_stayed_beside_code_is_told(shown, body):
    shell, lines = shown
    stub = f"raise NotImplementedError({messages.MISSING!r})"
    body = body.format(mark="# YOUR CODE HERE\n    ", stub=stub)
    source = f"def f(x):\n    {body}\n\n\nf(1)"
    number = source.split("\n").index(f"    {stub}") + 1
    shell.run_cell(source)
    assert lines == [
        [f"f still has the line `raise NotImplementedError`, line {number}: take it out."]
    ]


def test_a_stub_with_nothing_but_comments_around_it_is_not_written(shown):
    shell, lines = shown
    stub = f"# YOUR CODE HERE\n    # TODO\n    raise NotImplementedError({messages.MISSING!r})"
    shell.run_cell(f"def f(x):\n    if x is None:\n        x = 1\n    {stub}\n\n\na = 2\nf(1)")
    assert lines == [["f is not written yet."]]


def test_a_stub_keeps_its_name_where_something_else_is_said_too(shown):
    shell, lines = shown
    shell.run_cell(
        f"def f(x):\n    raise NotImplementedError({messages.MISSING!r})\n"
        "try:\n    f(1)\nexcept Exception as error:\n    error.add_note('More.')\n    raise"
    )
    assert lines == [["f is not written yet.", "More."]]


@pytest.mark.parametrize(
    ("check", "with_source"),
    [
        ("check_one_of(lambda: check_cases(max_of, case([[1, 2]], gives=2)))", False),
        ("lib.bounds.case(gives=2, raises=ValueError)", True),  # `case` is in view: it is no check
    ],
)
def test_the_checks_own_lines_are_out_of_a_traceback(shown, check, with_source):
    shell, lines = shown
    shell.run_cell(
        "import lib.bounds\nfrom lib.checking import *\n"
        "def max_of(a):\n    return max(a, 0)\n" + check
    )
    text = re.sub(r"\x1b\[[\d;]*m", "", "\n".join(lines[-1]))
    assert ("cases.py" in text) == with_source


def test_what_a_student_leaves_out_on_purpose_keeps_its_traceback(shown):
    shell, lines = shown
    shell.run_cell("raise NotImplementedError('only for 2-D')")
    (text,) = lines
    assert "only for 2-D" in "\n".join(text)
    assert "Traceback" in "\n".join(text)


def test_the_stub_says_what_the_release_writes():
    from pathlib import Path

    config = Path(__file__).resolve().parents[2] / "nbgrader_config.py"
    assert f'raise NotImplementedError("{messages.MISSING}")' in config.read_text()


def test_without_ipython_nothing_happens(monkeypatch):
    monkeypatch.delitem(sys.modules, "IPython")
    messages.say_shortly_what_is_not_written()


CHECKED = """
import numpy as np
from lib.checking import case, check_cases, check_one_of

def square(x):
    return helper(x)

def helper(x):
    return x @ x

cases = [case(np.ones((2, 3)), gives=np.ones((2, 3)))]
"""


@pytest.mark.parametrize(
    "check",
    ["check_cases(square, *cases)", "check_one_of(lambda: check_cases(square, *cases))"],
)
def test_an_exception_in_a_check_shows_the_students_lines_and_no_others(shown, check):
    shell, lines = shown
    assert shell.run_cell(CHECKED).success
    assert not shell.run_cell(check).success
    text = re.sub(r"\x1b\[[\d;]*m", "", "\n".join(lines[0]))
    assert "return helper(x)" in text  # and how it came there
    assert "return x @ x" in text
    assert "ValueError: matmul" in text
    assert "raised by square(" in text
    assert "check_cases" not in text
    assert "cases.py" not in text


def name_cells_as_ipykernel(shell, monkeypatch):
    name = lambda *args: f"/nowhere/ipykernel/{args[-1]}-{hash(args[0])}.py"  # noqa: E731
    monkeypatch.setattr(shell.compile, "get_code_name", name)


EXPLAINED = """
import numpy as np
from lib.checking import *
from lib.diagnosis_notebook import explain_errors
explain_errors()
"""


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("# @title Check · two\ncheck_cases(dot_forward, case([[1]], [[2]], gives=2))", True),
        ("print(four[2:4])", True),
        ("def f():\n    a += 1\nf()", False),  # of which no cell is missing
    ],
)
def test_a_name_that_no_cell_has_defined_yet_comes_with_the_menu_that_helps(shown, cell, told):
    shell, lines = shown
    shell.run_cell(EXPLAINED)
    shell.run_cell(cell)
    text = " ".join("\n".join(lines[-1]).split())
    assert (
        "has its cell been run? (Run All Above Selected Cell, in the menu Run.)" in text
    ) == told


@pytest.mark.parametrize("call", ["total(x)", "check_cases(total, case([1, 2], gives=3))"])
def test_a_traceback_ends_at_the_students_last_line(shown, call):
    shell, lines = shown
    shell.run_cell(EXPLAINED)
    shell.run_cell("x = np.ones(2)\ndef total(x):\n    return np.sum(x, x)")
    shell.run_cell(call)
    text = re.sub(r"\x1b\[[\d;]*m", "", "\n".join(lines[-1]))
    assert "return np.sum(x, x)" in text
    assert "TypeError" in text
    assert "fromnumeric.py" not in text


def test_where_a_product_may_be_meant_both_ways_out_are_named(shown):
    shell, lines = shown
    shell.run_cell(EXPLAINED)
    shell.run_cell("def dot_forward(x, w):\n    return x * w")
    shell.run_cell("dot_forward(np.ones((2, 3)), np.ones((3, 2)))")
    text = " ".join("\n".join(lines[-1]).split())
    assert "they fit a matrix product, which is `@`" in text
    assert "Or is it that rows and columns have changed places in one of them?" in text
    assert "entry by entry: rows and columns have changed places" not in text


@pytest.mark.parametrize("call", ["total(x)", "check_cases(total, case([1, 2], gives=3))"])
def test_of_an_endless_recursion_a_few_calls_are_shown(shown, call, monkeypatch):
    shell, lines = shown
    name_cells_as_ipykernel(shell, monkeypatch)  # of these IPython does not fold what repeats
    shell.run_cell(EXPLAINED)
    shell.run_cell("x = np.ones(2)\ndef total(x):\n    return total(x)")
    shell.run_cell(call)
    text = re.sub(r"\x1b\[[\d;]*m", "", "\n".join(lines[-1]))
    assert 2 <= text.count("return total(x)") <= 8  # the note quotes it, too
    assert "RecursionError" in text


@pytest.mark.parametrize("call", ["sums(x)", "check_cases(sums, case([1, 2], gives=[3, 2]))"])
@pytest.mark.parametrize("inner", ["[sum(x @ [1, t]) for t in x]", "list(x @ [t] for t in x)"])
def test_the_arrow_points_at_a_line_with_a_comprehension_in_it(shown, inner, call, monkeypatch):
    """IPython shows the function's first lines for it, with the number of the line in question."""
    shell, lines = shown
    name_cells_as_ipykernel(shell, monkeypatch)
    shell.run_cell(EXPLAINED)
    shell.run_cell(
        f'x = np.ones(2)\ndef sums(x):\n    """What x adds up to."""\n    return {inner}'
    )
    shell.run_cell(call)
    text = re.sub(r"\x1b\[[\d;]*m", "", "\n".join(lines[-1]))
    arrows = re.findall(r"-+> \d+ +(.*)", text)
    assert arrows in ([f"return {inner}"], ["sums(x)", f"return {inner}"])


def test_what_an_own_function_does_inside_of_a_package_is_shown(shown):
    shell, lines = shown
    shell.run_cell(EXPLAINED)
    shell.run_cell("def third(row):\n    return row[2]\nnp.apply_along_axis(third, 0, np.ones(2))")
    assert "return row[2]" in re.sub(r"\x1b\[[\d;]*m", "", "\n".join(lines[-1]))


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (np.__file__, True),
        (re.__file__, True),
        ("/usr/local/lib/python3.12/dist-packages/numpy/__init__.py", True),
        (messages.__file__, False),
        ("<ipython-input-1>", False),
    ],
)
def test_packages_are_told_from_a_students_own_files(file, expected):
    assert is_package(file) == expected


def test_an_exception_outside_of_checks_shows_the_line_that_called(shown):
    shell, lines = shown
    assert shell.run_cell(CHECKED).success
    assert not shell.run_cell("square(np.ones((2, 3)))  # called here").success
    assert "called here" in "\n".join(lines[0])


@pytest.mark.parametrize(
    ("check", "call"),
    [
        ("check_kinds(square, np.ones((1, 2)))", "square([[1, 1]])"),
        ("check_untouched(square, np.ones((1, 2)))", "square([[1, 1]])"),
        ("check_kinds(Square, np.ones((1, 2)), dout=1.5)", "Square().forward([[1, 1]]), backwa"),
        ("check_layer(Square, np.ones((1, 2)), dout=1.5)", "Square().forward([[1, 1]])"),
    ],
)
def test_an_exception_is_told_with_the_call_whatever_the_check(shown, check, call):
    shell, lines = shown
    shell.run_cell(CHECKED)
    shell.run_cell("class Square:\n    def forward(self, x):\n        return square(x)")
    assert not shell.run_cell(f"from lib.checking import *\n{check}").success
    assert f"raised by {call}" in "\n".join(lines[0])


def test_a_line_with_a_lambda_in_it_is_shown_once(shown):
    shell, lines = shown
    shell.run_cell(f"{CHECKED}\ndef square(x):\n    return 2.0")
    shell.run_cell("check_one_of(lambda: check_cases(square, *cases))")
    assert [line for line in lines[0] if line.startswith("  line ")] == [
        "  line 1: check_one_of(lambda: check_cases(square, *cases))"
    ]


def test_an_exception_of_the_call_itself_is_its_message_alone(shown):
    shell, lines = shown
    assert shell.run_cell(f"{CHECKED}\ndef square():\n    pass").success
    assert not shell.run_cell("check_cases(square, *cases)").success
    text = "\n".join(lines[0])
    assert "square() takes 0 positional arguments but 1 was given" in text
    assert "cases.py" not in text
    assert "\n\n" not in text  # no empty lines between


@pytest.mark.parametrize(
    ("line", "check", "told"),
    [
        ("f = f(np.ones(3))", "check_cases(f, case([1], gives=2))", "f is an array of shape (3,)"),
        ("f = 4", "check_one_of(lambda: check_kinds(f, np.ones(3)))", "f is the int 4 and not"),
        ("f = None", "check_bounds(f, 1)", "f is None and not a function"),
        ("A = 0", "check_forward(A, case(1, gives=2))", "A is the int 0 and not a class"),
        ("f = {}", "gradient_check(forward_f=np.sum, backward_f=f, x=1.0)", "f is a dict and not"),
    ],
)
def test_a_function_whose_name_something_else_has_taken_is_told_so(shown, line, check, told):
    shell, lines = shown
    shell.run_cell("import numpy as np\nfrom lib.checking import *\ndef f(x):\n    return x")
    assert shell.run_cell(line).success
    assert not shell.run_cell(check).success
    assert lines[0][0].startswith(told)
    assert "Give that another name, and run the cell with the" in " ".join(lines[0])


def test_a_value_that_is_no_function_may_be_compared(shown):
    shell, _ = shown
    assert shell.run_cell("from lib.checking import *\ncheck_equal(4, 4)").success


GIVEN = """# @title Given · helpers
def _is_small(x):
    assert x < 3, f"expected less than 3, got {x}"
"""


@pytest.mark.parametrize(
    "line", ["_is_small(f(7))", "assert f(7) < 3, 'expected less than 3, got 7'"]
)
def test_what_a_checks_cell_asserts_stands_first_and_without_the_helpers_lines(shown, line):
    shell, lines = shown
    shell.run_cell(f"{GIVEN}\n\n\ndef f(x):\n    return x")
    shell.run_cell(f"# @title Check · small\n{line}")
    assert lines == [["expected less than 3, got 7", "", "Checked by", f"  line 2: {line}"]]


def test_a_mistake_that_a_checks_cell_asserts_about_is_named(shown):
    shell, lines = shown
    shell.run_cell("import numpy as np\ndef box_filter(k):\n    return np.ones((k, k)) / k")
    shell.run_cell("# @title Check · sum\nassert box_filter(2).sum() == 1, 'the sum is not 1'")
    assert lines[0][0] == "the sum is not 1"
    assert "one k-th each" in "\n".join(lines[0])


@pytest.mark.parametrize(
    ("cell", "check"),
    [
        ("def f(x):\n    assert x < 3, 'of my own'", "# @title Check · small\nf(7)"),
        ("def f(x):\n    return x", "assert f(7) < 3, 'of my own'"),
        ("def f(x):\n    return x", "# @title Check · small\nassert f(7) < 3"),
    ],
    ids=["in the student's function", "in the student's cell", "without a word"],
)
def test_another_assertion_keeps_its_traceback(shown, cell, check):
    shell, lines = shown
    shell.run_cell(cell)
    shell.run_cell(check)
    assert "Traceback" in "\n".join(lines[0])


@pytest.mark.parametrize(("words", "whole"), [("word " * 60, False), ("[" + "1 " * 60, True)])
def test_a_long_line_of_a_message_is_folded_between_words_and_an_array_is_not(shown, words, whole):
    shell, lines = shown
    shell.run_cell(
        "from lib.messages import check_function\n@check_function\ndef check():\n"
        f"    raise AssertionError({words.strip()!r})\ncheck()"
    )
    assert " ".join(lines[0]).startswith(words.strip())
    assert (lines[0][0] == words.strip()) == whole
    said = lines[0][: lines[0].index("Checked by")]
    assert whole or all(len(line) <= folding.WIDTH for line in said)


@pytest.mark.parametrize("before", range(90))
def test_code_in_a_message_stays_in_one_line(before):
    text = f"{'x' * before} in the line `y[padding:-padding] = x`. A hint: print it."
    lines = folding.folded(text).split("\n")
    assert any("`y[padding:-padding] = x`" in line for line in lines)
    assert all(len(line) <= folding.WIDTH for line in lines)
    assert " ".join(lines) == text


@pytest.mark.parametrize("kind", ["Given", "of my own"])
def test_a_given_helper_is_out_of_a_traceback_and_a_students_own_is_not(shown, kind):
    shell, lines = shown
    shell.run_cell(
        f"# @title {kind} · helpers\ndef as_numbers(f):\n    def helper_of_the_checks(*args):\n"
        "        return f(*args)\n    return helper_of_the_checks"
    )
    shell.run_cell(
        "from lib.checking import *\ndef third(w):\n    return w[2]\n"
        "check_cases(as_numbers(third), case([1, 2], gives=3))"
    )
    text = re.sub(r"\x1b\[[\d;]*m", "", "\n".join(lines[-1]))
    assert "return w[2]" in text
    assert ("return f(*args)" in text) == (kind != "Given")


HELPER = "def each(f):\n    for number in (1, 2):\n        f(number)"


@pytest.mark.parametrize(
    ("helper", "call", "seen"),
    [
        (f"# @title Given · helpers\n{HELPER}", "# @title Check · both\neach(half)", False),
        (HELPER, "each(half)", True),  # of the student's own
    ],
)
def test_lines_of_given_cells_are_not_above_the_students(shown, helper, call, seen):
    shell, lines = shown
    for cell in (EXPLAINED, helper, "def half(x):\n    return missing / 2", call):
        shell.run_cell(cell)
    text = re.sub(r"\x1b\[[\d;]*m", "", "\n".join(lines[-1]))
    assert "return missing / 2" in text
    assert ("f(number)" in text) == ("each(half)" in text) == seen


def test_a_check_of_what_is_not_there_shows_the_line_that_asks(shown):
    shell, lines = shown
    for cell in (EXPLAINED, "# @title Check · both\neach(half)"):
        shell.run_cell(cell)
    assert "each(half)" in re.sub(r"\x1b\[[\d;]*m", "", "\n".join(lines[-1]))


@pytest.mark.parametrize(
    ("call", "own"),
    [("show_row([np.ones((2, 2)), 7.0])", False), ("show_row([np.ones((2, 2)), 1 / 0])", True)],
)
def test_what_lib_refuses_is_shown_without_its_own_lines(shown, call, own):
    shell, lines = shown
    shell.run_cell("from lib.diagnosis_notebook import explain_errors\nexplain_errors()")
    shell.run_cell(f"import numpy as np\nfrom lib.plotting import show_row\n{call}")
    text = re.sub(r"\x1b\[[\d;]*m", "", "\n".join(lines[-1]))
    assert f"----> 3 {call}" in text
    assert "plotting.py" not in text
    assert ("division by zero" in text) == own
    assert own or "array 1: expected" in text


def test_an_exception_is_told_by_its_own_cause_though_other_mistakes_are_there_too():
    def of_forward(slip):
        class TextConv:
            def forward(self, x, w, b):
                windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2], axis=2)
                return np.einsum("nctk,ock->not", windows, w) + (b if slip else b[:, None])

            def backward(self, da):
                return 0, 0, da.sum()

        return TextConv

    given = np.ones((1, 3, 5)), np.ones((2, 3, 2)), np.zeros(2)
    with pytest.raises(ValueError, match="broadcast") as caught:
        check_forward(of_forward(True), case(*given, gives=np.full((1, 2, 4), 6.0)))
    (note,) = (n for n in caught.value.__notes__ if "A hint" in n)
    first = note.split("\n")[0]
    assert first.startswith("1. Arrays of the shapes (1,2,4) (2,) are combined entry by entry")
    check_forward(of_forward(False), case(*given, gives=np.full((1, 2, 4), 6.0)))


def test_an_exception_that_no_probe_meets_is_told_by_its_cause(shown):
    shell, lines = shown
    shell.run_cell(
        "import numpy as np\nfrom lib.checking import *\nclass MaxOverTime:\n"
        "    def forward(self, a, lengths=None):\n        best = np.full(a.shape[:2], -10**9)\n"
        "        best[:] = -np.inf\n"
    )
    shell.run_cell("check_forward(MaxOverTime, case([[[1, 4, 2]]], gives=[[4.0]]))")
    text = " ".join("\n".join(lines[-1]).split())
    assert "An infinite number or nan is written into an array of whole numbers" in text
    shell.run_cell("check_forward(np.sqrt, case(-np.inf, gives=0 / 0))")  # not of the lab
    assert "A hint" not in "\n".join(lines[-1])


def test_a_name_that_begins_what_is_said_is_not_put_before_it(shown):
    shell, lines = shown
    shell.run_cell(EXPLAINED)
    shell.run_cell(
        "class Dense:\n    def forward(self, X, W, b):\n        self.X, self.W = X, W\n"
        "    def backward(self, dA):\n        return dA @ self.W.T, self.X.T @ dA, dA.sum(axis=0)"
    )
    shell.run_cell("dense = Dense()\nX, W, b = np.ones((2, 3)), np.ones((3, 2)), np.ones(2)")
    shell.run_cell("gradient_check(dense.forward, dense.backward, X, W, b)")
    text = "\n".join(lines[-1])
    assert "\nDense.forward returns nothing." in text


def test_a_check_that_is_stopped_shows_where_the_students_code_was_and_no_line_of_lib(shown):
    shell, lines = shown
    shell.run_cell(EXPLAINED)
    shell.run_cell("def count(n):\n    while n:\n        raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        shell.run_cell("check_cases(count, case(3, gives=3))").raise_error()
    text = re.sub(r"\x1b\[[\d;]*m", "", "\n".join(lines[-1]))
    assert re.findall(r"-+> \d+ +(.*)", text) == ["raise KeyboardInterrupt"]
    assert "cases.py" not in text
    assert "You stopped it in the line `" in text


def test_an_endless_recursion_is_told_once(shown, monkeypatch):
    shell, lines = shown
    name_cells_as_ipykernel(shell, monkeypatch)
    shell.run_cell(EXPLAINED)
    shell.run_cell("def output_size(n, k):\n    return output_size(n, k)")
    shell.run_cell("check_cases(output_size, case(5, 3, gives=3))")
    text = " ".join("\n".join(lines[-1]).split())
    assert text.count("A function calls itself without an end") == 1
    assert "in the line `return output_size(n, k)`" in text
