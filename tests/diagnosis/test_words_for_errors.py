"""What stands under an exception of a student's own code: it adds to what Python says itself."""

import linecache

import numpy as np
import pytest
from claims import graded

from grading.diagnosis.diagnose import own_names
from grading.quality.bank import slips
from lib.diagnosis_errors import said_of_error
from lib.diagnosis_notebook import _add_note, said_of


def said_of_call(source, *args):
    """Idea and hint for what a function raises that is written in a cell."""
    names = {"np": np}
    exec(source, names)
    return said_of_error(raised_by(names["f"], *args))[1:]


def raised_by(function, *args):
    """The exception that a call raises."""
    try:
        function(*args)
    except Exception as error:
        return error
    raise AssertionError("nothing was raised")


@pytest.mark.parametrize(
    ("body", "args", "idea", "hint"),
    [
        ("return x.shape[1]", [np.ones(3)], "entry of a tuple", "shape of a vector"),
        ("return {x: 1}", [np.ones(3)], "the key of a dict", "in quotes"),
        ("return {x, 1}", [[3]], "in a set", "in quotes"),
        ("a += x", [1], "`a` is used before it has a value", "before the loop"),
        ("return np.concatenate(x, x, x)", [np.ones(2)], "one whole number", "one list of arrays"),
        ("return len(x)", [3.5], "as if it had entries", "() is a number"),
        ("return x[-4]", [np.ones(3)], "before the beginning", "-1 is the last"),
        ("x[0] = 300", [np.ones(3, np.uint8)], "does not fit into its dtype", "0 to 255"),
        (
            "x = x.append(1)\n    x.append(2)",
            [[]],
            "None is asked for .append",
            "no `y =` in front",
        ),
        ("return x ^ 2", [np.ones(3)], "no power", "x**2"),
        ("return x ^ 2", [0.5], "no power", "x**2"),
        ("x /= 2", [np.array([3])], "its dtype cannot hold", "keep the dtype"),
    ],
)
def test_a_beginners_error_gets_words_that_fit_it(body, args, idea, hint):
    said = said_of_call(f"def f(x):\n    {body}", *args)
    assert idea in said[0]
    assert hint in said[1]


@pytest.mark.parametrize(
    ("line", "shapes", "hint"),
    [
        ("np.sum(x[0:2, 1:4] * w)", ((3, 4), (3, 3)), "slice that runs past the end"),
        ("np.sum(x[0:3, 0:2] * w)", ((4, 4), (2, 3)), "Which length belongs to which axis?"),
        ("x.reshape(2, -1) * w + b[:, None]", ((2, 2, 2), (4, 4)), "matrix product, which is `@`"),
        ("x * w", ((2, 3), (3, 5)), "matrix product, which is `@`"),
        ("x @ w", ((2, 3), (2, 3)), "`*` multiplies entry by entry"),
        ("np.convolve(x, w)", ((4, 4), (3, 3)), "out of bounds"),
    ],
)
def test_only_what_may_be_a_matrix_product_is_taken_for_one(line, shapes, hint):
    source = f"def f(x, w, b=0):\n    return {line}"
    linecache.cache["cell"] = len(source), None, source.splitlines(keepends=True), "cell"
    names = {"np": np}
    exec(compile(source, "cell", "exec"), names)
    try:
        error = raised_by(names["f"], *map(np.ones, shapes))
        assert hint in said_of_error(error)[2]
    finally:
        del linecache.cache["cell"]


def test_an_index_past_the_end_of_an_array_is_not_taken_for_one_of_a_tuple():
    idea, hint = said_of_call("def f(x):\n    return x[3]", np.ones(3))
    assert "runs past the end" in idea
    assert "which index comes last" in hint


@pytest.mark.parametrize("kind", ["ValueError", "TypeError", "Exception"])
def test_the_hint_to_an_unknown_error_does_not_say_its_message_again(kind):
    idea, hint = said_of_call(f"def f(x):\n    raise {kind}('a and b are both odd')", 1)
    assert kind in idea
    assert "both odd" not in hint


def test_an_error_of_a_given_check_names_the_line_that_calls_it():
    source = "def g(x):\n    raise ValueError('x is odd')\ndef f(x):\n    return g(x + 1)"
    names = {}
    exec(compile(source, "cell", "exec"), names)
    linecache.cache["cell"] = len(source), None, source.splitlines(keepends=True), "cell"
    try:
        with pytest.raises(ValueError, match="odd") as error:
            names["f"](1)
        assert "in the line `return g(x + 1)`" in said_of_error(error.value)[1]
    finally:
        del linecache.cache["cell"]


POOL = """
class AvgPool2D:
    def __init__(self, size, stride=None):
        self.k, self.s = size, size if stride is None else stride

    def forward(self, X):
        self.X, k, s = X, self.k, self.s
        rows, columns = ((n - k) // s + 1 for n in X.shape[2:])
        Z = np.zeros((*X.shape[:2], rows, columns))
        for i, j in np.ndindex(rows, columns):
            Z[:, :, i, j] = X[:, :, i * s : i * s + k, j * s : j * s + k].mean(axis=(2, 3))
        return Z

    def backward(self, dZ):
        dX, k, s = np.zeros(self.X.shape), self.k, self.s
        for i, j in np.ndindex(dZ.shape[2:]):
            window = np.s_[:, :, i * s : i * s + k, j * s : j * s + k]
            dX[window] += dZ[PLACE] / k**2
        return dX
"""


@pytest.mark.parametrize(
    ("old", "new", "about"),
    [
        ("dZ[PLACE]", "dZ[:, :, i : i + 1, j : j + 1]", ""),
        ("dZ[PLACE]", "dZ[:1, :, i : i + 1, j : j + 1]", "batch"),
        ("dZ[PLACE]", "dZ[:, :, i, j]", "several images or channels"),
        (".mean(axis=(2, 3))", ".mean()", "several images or channels"),
    ],
)
def test_a_layer_without_weights_hears_of_images_and_channels_and_not_of_filters(old, new, about):
    names = {"np": np}
    exec(POOL.replace(old, new).replace("PLACE", ":, :, i : i + 1, j : j + 1"), names)
    text = said_of("AvgPool2D", names["AvgPool2D"])
    assert about in text
    assert bool(text) == bool(about)
    assert "filter" not in text


# --- a loop, or the same in slices -------------------------------------------------------------

IN_SLICES = """
def conv_1d_channels(x, w, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2], axis=2)[:, :, ::stride]
    return np.einsum("nctk,ock->not", windows[..., :-1], w[..., :-1])
"""
IN_A_LOOP = """
def conv_1d_channels(x, w, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2], axis=2)[:, :, ::stride]
    out = np.zeros((len(x), len(w), windows.shape[2]))
    for k in range(w.shape[2] - 1):
        out += np.einsum("nct,oc->not", windows[..., k], w[..., k])
    return out
"""


@pytest.mark.parametrize("source", [IN_SLICES, IN_A_LOOP])
def test_what_ends_too_early_is_called_a_loop_or_slice(source):
    names = {"np": np}
    exec(source, names)
    text = said_of("conv_1d_channels", names["conv_1d_channels"])
    assert "a loop or slice ends one step too early" in text
    assert "Where does each loop or slice begin and end?" in text


# --- what is called, imported, joined, or not there yet -----------------------------------------


@pytest.mark.parametrize(
    ("body", "args", "idea", "hint"),
    [
        ("import torch_of_nobody", [], "no module torch_of_nobody here", "need NumPy alone"),
        ("from solution_of_nobody import conv", [], "no module solution_of", "needs no import"),
        ("from numpy import conv", [], "the module numpy has no conv", "spelt right"),
        ("class Pool: pass\n    return Pool()(1)", [], "of the class Pool is called", ".forward("),
        ("return x(0)", [np.ones(2)], "an array is called like a function", "square brackets"),
        ("return x.shape()", [np.ones(2)], "a tuple is called", "x.shape has no brackets"),
        ("return x.n", [3], "an int is asked for .n", "at this point"),
        ("return x.sum * 2", [np.ones(2)], "a function stands where its result", "x.sum()"),
        ("return f.forward(x)", [1], "a function is asked for .forward", "says `class`"),
        ("return 0.1 * x", [{"w": 1}], "a dict is used as if it were one array", "d[name]"),
        ("return -x", [[1]], "a list or tuple is used", "np.array"),
        ("r, c = np.argmax(x)", [np.eye(2)], "a number is taken apart", "np.unravel_index"),
        ("class C: pass\n    return C(1)", [], "C has no __init__ that takes", "two underscores"),
        ("self.a = x", [1], "`self` is used where no argument", "begins with self"),
        ("return len(v for v in x)", [[1]], "a generator is used as if its values", "at once"),
        ("return x / x.sum(axis=1)", [np.ones((2, 3))], "(2,3) (2,)", "keepdims=True"),
        ("return x * np.ones((3, 4))", [np.ones((2, 3))], "(2,3) (3,4)", "which is `@`"),
        ("z = np.zeros((3, 2))\n    z[0] = x", [np.ones((4, 2))], "(4,2) is written", "more axes"),
        ("z = np.zeros(2)\n    z += x", [np.ones((3, 2))], "(3,2) is added into one", "more axes"),
        ("np.pad(x, ((1, 1),) * 3)", [np.eye(2)], "is stretched to shape", "np.pad wants a pair"),
        (
            "np.einsum('ij,jk->ik', x[:, :2], np.ones((3, 1)))",
            [np.eye(3)],
            "one letter stands for axes of different",
            "which letter meets two lengths",
        ),
        (
            "return np.array(v for v in x).reshape(3, 1)",
            [np.ones(3)],
            "another number of entries",
            "np.array of a generator has one",
        ),
        ("x[:] = x[1:]", [np.ones(4)], "(3,) is written into a place", "cut off at the border"),
        ("return [0] * (3 - 1) + x", [np.ones(5)], "(2,) (5,)", "joins lists alone"),
        ("z = np.zeros(2)\n    return z + x + z", [np.ones(5)], "(2,) (5,)", "np.concatenate"),
        ("return x[2:] * x[1:]", [np.ones(5)], "(3,) (4,)", "past the end comes out shorter"),
        ("return x[2:] * x[1 + 1 - 1 :]", [np.ones(5)], "(3,) (4,)", "past the end comes out"),
    ],
)
def test_a_slip_of_the_pen_is_named(body, args, idea, hint, monkeypatch):
    source = f"def f({'x' if args else ''}):\n    {body}\n"
    lines = len(source), None, source.splitlines(keepends=True), "<a cell>"
    monkeypatch.setitem(linecache.cache, "<a cell>", lines)
    names = {"np": np}
    exec(compile(source, "<a cell>", "exec"), names)
    _, said, help_ = said_of_error(raised_by(names["f"], *args))
    assert idea in said
    assert hint in help_


@pytest.mark.parametrize(
    ("source", "idea", "hint"),
    [
        ("def conv_1d(x, w):\n    yield x", "A generator is returned, and no values.", "at once"),
        ("def conv_1d(x, w):\n    return (v for v in x)", "A generator is returned", "at once"),
        ("def conv_1d(x, w):\n    return map(float, x)", "A map is returned", "at once"),
        ("async def conv_1d(x, w):\n    return x", "A coroutine is returned", "`def` alone"),
        ("def conv_1d(x, w):\n    return np.array(v for v in x)", "Python's objects", "a list of"),
    ],
)
def test_what_gives_its_values_later_is_called_so_and_the_page_says_the_same(source, idea, hint):
    names = {"np": np}
    exec(source, names)
    shown = said_of("conv_1d", names["conv_1d"])
    assert idea in shown
    assert hint in shown
    assert shown in graded("lab2_conv1d", conv_1d=source).tests["test_conv_1d"].why


MISSING_MODULE = "import torch_of_nobody\n\ndef conv_1d(x, w):\n    return x\n"


def test_a_module_that_a_cell_asks_for_is_told_though_no_task_has_begun():
    names = {}
    with pytest.raises(ModuleNotFoundError) as caught:
        exec(MISSING_MODULE, names)
    _add_note(caught.value, names)
    assert "The tasks need NumPy alone" in caught.value.__notes__[0]


def test_a_call_of_the_check_s_own_cell_that_does_not_fit_is_told_too(monkeypatch):
    names = {}
    exec("class SGD:\n    def step(params, grads):\n        return params", names)
    source = "# @title Check\nSGD().step({}, {})\n"
    lines = len(source), None, source.splitlines(keepends=True), "<a check>"
    monkeypatch.setitem(linecache.cache, "<a check>", lines)
    with pytest.raises(TypeError) as caught:
        exec(compile(source, "<a check>", "exec"), names)
    _add_note(caught.value, names)
    said = " ".join(caught.value.__notes__[0].split())
    assert "begins with self" in said
    assert "SGD().step" not in said


# --- what is built otherwise than the task says --------------------------------------------------


@pytest.mark.parametrize(
    ("lab", "name", "source", "idea", "hint"),
    [
        (
            "lab5_conv_block",
            "ReLU",
            "def ReLU(a):\n    return np.maximum(a, 0)",
            "ReLU is a function, where a class is asked for.",
            "It holds forward and backward, with self first.",
        ),
        (
            "lab4_max_pool",
            "MaxPool1D",
            "def MaxPool1D(x, size=2, stride=None):\n    return x[:size]",
            "MaxPool1D is a function, where a class is asked for.",
            "class MaxPool1D",
        ),
        (
            "lab2_conv1d",
            "pad_1d",
            "def pad_1d(self, x, padding):\n    return np.pad(x, padding)",
            "pad_1d begins with self, and stands in no class.",
            "Leave self out",
        ),
        (
            "lab2_conv1d",
            "conv_1d",
            "class conv_1d:\n    def __init__(self, x, w):\n        self.x = x",
            "conv_1d is a class, where a function is asked for.",
            "def conv_1d",
        ),
        (
            "lab5_conv_block",
            "ReLU",
            "class ReLU(Layer):\n    def forwards(self, a):\n        return a",
            "ReLU has no `forward`, and has `forwards`.",
            "found by its name",
        ),
        (
            "lab5_conv_block",
            "ReLU",
            "class ReLU:\n    def forward(self, a):\n        return np.maximum(a, 0)\n"
            "    def back_prop(self, dh):\n        return dh",
            "ReLU has no `backward`, and has `back_prop`.",
            "found by its name",
        ),
        (
            "lab7_train_cnn",
            "SGD",
            "class SGD:\n    def __init__(self, lr, momentum=0.0):\n        self.lr = lr\n"
            "    def update(self, params, grads):\n        return params",
            "SGD has no `step`, and has `update`.",
            "found by its name",
        ),
    ],
)
def test_what_is_built_otherwise_is_called_so_and_nothing_else(lab, name, source, idea, hint):
    names = dict(own_names(lab))
    exec(source, names)
    shown = said_of(name, names[name])
    assert shown.startswith(idea)
    assert hint in shown
    assert shown.count("A hint") == 1
    told = [given.why for given in graded(lab, **{name: source}).tests.values() if given.why]
    assert sum(shown in why for why in told) == 1


def test_a_layer_is_not_blamed_for_what_another_one_lacks():
    source = """
class ConvBlock(Layer):
    def __init__(self):
        self.relu = Rectifier()

    def forward(self, x, w):
        return self.relu.forward(x * w)

    def backward(self, dz):
        return self.relu.backward(dz), dz
"""
    rectifier = """
class Rectifier(Layer):
    def forward(self, a):
        return np.max(np.maximum(a, 0))

"""
    why = graded("lab5_conv_block", ConvBlock=rectifier + source).tests["test_ConvBlock_backward_x"]
    assert "Something is used that is not written yet, in the line" in why.why
    assert "ConvBlock.backward is not written yet" not in why.why


# --- the cause of what is seen comes first -------------------------------------------------------

NO_DEFAULT = """
def dot_backward(x, w, da=None):
    dx = np.zeros(x.shape)
    for i in range(x.shape[0]):
        for j in range(x.shape[0]):
            dx[i, j] = w[i, j] * da
    return {"x": dx, "w": x * da}
"""
NO_KEEPDIMS = """
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        e = np.exp(logits)
        self.p, self.labels = e / e.sum(axis=1), labels
        return -np.mean(np.log(self.p[np.arange(len(labels)), labels]))

    def backward(self, dloss=1.0):
        d = self.p.copy()
        d[np.arange(len(d)), self.labels] -= 1
        return d / len(d) * dloss
"""


def test_of_several_causes_the_one_that_is_seen_is_said_first_here_and_on_the_page():
    result = graded("lab1_dot", dot_backward=NO_DEFAULT)
    assert result.diagnoses["dot_backward"].idea.startswith("Something that is None is used")
    names = {"np": np}
    exec(NO_DEFAULT, names)
    for args, idea in (
        ((np.ones((2, 2)), np.ones((2, 2))), "1. Something that is None is used"),
        ((np.ones((3, 2)), np.ones((3, 2)), 2.0), "1. An index runs past the end"),
    ):
        error = raised_by(names["dot_backward"], *args)
        _add_note(error, names)
        assert error.__notes__[0].startswith(idea)


def test_an_error_that_is_seen_is_not_told_of_another_line_too():
    source = """
def numerical_gradient(f, x, h=1e-5):
    slopes, x = np.zeros(x.shape), x.astype(float)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            up, down = x.copy(), x.copy()
            up[i, j] += h
            down[i, j] -= h
            slopes[i, j] = (f(up) - f(down)) / (2 * h)
    return slopes
"""
    tests = graded("lab1_dot", numerical_gradient=source).tests
    said = tests["test_numerical_gradient_shapes"].why
    assert "in the line `for i in range(x.shape[0]):`" in " ".join(said.split())
    assert said.count("entry of a tuple") == 1


def test_the_shapes_that_are_told_are_those_that_are_seen():
    names = dict(own_names("lab7_train_cnn"))
    exec(NO_KEEPDIMS, names)
    error = raised_by(names["SoftmaxCrossEntropy"]().forward, np.ones((5, 3)), np.zeros(5, int))
    _add_note(error, names)
    assert "rrays of the shapes (5,3) (5,)" in " ".join(error.__notes__[0].split())


def test_a_name_that_explains_the_exception_stays_before_it():
    source = next(s.source for s in slips("lab3_conv2d") if s.slip == "bias_along_the_columns")
    result = graded("lab3_conv2d", conv2d_forward=source)
    why = next(t.why for t in result.tests.values() if "NumPy adds the bias where it fits" in t.why)
    assert why.index("NumPy adds the bias") < why.index("are combined entry by entry")


# --- where numbers are seen, and other inputs raise -----------------------------------------------

FROM_ZERO = """
class MaxPool(Layer):
    def forward(self, h):
        self.n, best = len(h), 0
        for i, v in enumerate(h):
            if v > best:
                best, self.i = v, i
        return best

    def backward(self, dz):
        dh = np.zeros(self.n)
        dh[self.i] = dz
        return dh
"""
COMMA_THREE = """
def conv_1d(x, w):
    p = np.pad(x, 1)
    return np.array([np.sum(w * p[t : t + 3]) for t in range(len(x))])
"""


def test_where_numbers_are_wrong_an_exception_of_other_inputs_is_said_last_and_to_be_theirs():
    result = graded("lab4_max_pool", MaxPool=FROM_ZERO)
    why = " ".join(result.tests["test_MaxPool_negative"].why.split())
    assert why.index("returns 0, which is none of its entries") < why.index("there is no .i")
    assert "Not explained by that" not in why
    result = graded("lab2_conv1d", conv_1d=COMMA_THREE)
    why = " ".join(result.tests["test_conv_1d_lengths"].why.split())
    assert "got 4" in why
    assert "For some inputs arrays of the shapes (5,) (3,) are combined" in why


def test_an_exception_that_is_seen_is_not_said_to_be_of_some_inputs():
    names = {"np": np}
    exec(COMMA_THREE, names)
    error = raised_by(names["conv_1d"], np.ones(4), np.ones(5))
    _add_note(error, names)
    assert error.__notes__[0].startswith("Arrays of the shapes (5,) (3,)")


def test_a_name_that_only_forward_knew_is_told_so_where_the_exception_is_seen(monkeypatch):
    source = """
class Conv1D:
    def forward(self, x, w):
        self.x = x
        return x * w

    def backward(self, da):
        return da * w, np.sum(da * self.x)
"""
    names = {"np": np}
    exec(compile(source, "cell", "exec"), names)
    lines = source.splitlines(keepends=True)
    monkeypatch.setitem(linecache.cache, "cell", (len(source), None, lines, "cell"))
    layer = names["Conv1D"]()
    layer.forward(np.ones(3), 2.0)
    error = raised_by(layer.backward, np.ones(3))
    _add_note(error, names)
    assert error.__notes__[0].startswith("Backward uses `w`, which has no value there")


def test_the_key_that_is_told_is_the_one_that_is_missing_there(monkeypatch):
    source = """
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum, self.v = lr, momentum, {}

    def step(self, params, grads):
        for k in params:
            self.v[k] = self.momentum * self.v[k] + grads[k]
        return {k: params[k] - self.lr * self.v[k] for k in params}
"""
    names = {"np": np}
    exec(compile(source, "cell", "exec"), names)
    lines = source.splitlines(keepends=True)
    monkeypatch.setitem(linecache.cache, "cell", (len(source), None, lines, "cell"))
    one = {"filters": np.ones(2)}
    error = raised_by(names["SGD"](0.1).step, one, one)
    _add_note(error, names)
    assert error.__notes__[0].startswith("There is no key 'filters', in the line")


def test_an_error_that_no_probe_meets_is_told_and_no_gradient_is_blamed_for_it():
    source = """
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    (N, C, H, W), (O, _, KH, KW), p, s = X.shape, w.shape, padding, stride
    P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
    if dA is None:
        dA = np.ones(conv2d_forward(X, w, b).shape)
    dP, dw = np.zeros(P.shape), np.zeros(w.shape)
    for n, o, i, j in np.ndindex(N, O, (H - KH + 2 * p) // s + 1, (W - KW + 2 * p) // s + 1):
        window = np.s_[n, :, i * s : i * s + KH, j * s : j * s + KW]
        dP[window] += dA[n, o, i, j] * w[o]
        dw[o] += dA[n, o, i, j] * P[window]
    dX = dP[:, :, p : p + H, p : p + W]
    return {"X": dX, "w": dw, "b": 1.0 * dA.sum(axis=(0, 2, 3))}
"""
    result = graded("lab3_conv2d", conv2d_backward=source)
    why = " ".join(result.tests["test_conv2d_backward_padding_X"].why.split())
    assert "Only db is wrong" not in why
    assert "in the line `dA = np.ones(conv2d_forward(X, w, b).shape)`" in why


def test_an_error_that_students_raise_themselves_leads_to_their_own_condition():
    idea, hint = said_of_call("def f(x):\n    raise ValueError", 1)
    assert idea.startswith("it raises ValueError")
    assert hint.startswith("Which `if` leads there")


def test_what_returns_nothing_at_all_does_not_do_so_for_some_inputs():
    source = "def numerical_gradient(f, x, h=1e-5):\n    slopes = np.zeros(x.shape)"
    names = {"np": np}
    exec(source, names)
    said = said_of("numerical_gradient", names["numerical_gradient"])
    assert said.startswith("It returns nothing")


def test_a_layer_that_init_left_empty_is_asked_about_init():
    names = dict(own_names("lab5_conv_block"))
    exec(
        "class ConvBlock:\n    def forward(self, x, w):\n        return self.pool.forward(x * w)\n",
        names,
    )
    error = raised_by(names["ConvBlock"]().forward, np.ones(3), 1.0)
    assert "in __init__" in said_of_error(error, "forward")[2]


def test_a_text_that_is_raised_is_told_how_to_become_an_error():
    source = """
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0 or k > n + 2 * padding or (n - k + 2 * padding) % stride:
        raise "not whole"
    return (n - k + 2 * padding) // stride + 1
"""
    why = graded("lab2_conv1d", output_size=source).tests["test_output_size_whole"].why
    assert 'raised what is no error (write `raise ValueError("...")`)' in " ".join(why.split())


def test_a_mean_that_is_too_large_is_asked_how_many_entries_a_window_has():
    source = """
class AvgPool2D:
    def __init__(self, size, stride=None):
        self.k, self.s = size, size if stride is None else stride

    def forward(self, X):
        self.X, k, s = X, self.k, self.s
        Z = np.zeros((*X.shape[:2], *((n - k) // s + 1 for n in X.shape[2:])))
        for i, j in np.ndindex(Z.shape[2:]):
            Z[:, :, i, j] = X[:, :, i * s : i * s + k, j * s : j * s + k].sum(axis=(2, 3)) / k
        return Z

    def backward(self, dZ):
        dX, k, s = np.zeros(self.X.shape), self.k, self.s
        for i, j in np.ndindex(dZ.shape[2:]):
            window = np.s_[:, :, i * s : i * s + k, j * s : j * s + k]
            dX[window] += dZ[:, :, i : i + 1, j : j + 1] / k
        return dX
"""
    names = {"np": np}
    exec(source, names)
    said = said_of("AvgPool2D", names["AvgPool2D"])
    assert "a factor is missing.\nA hint: How many entries has a window of size 2" in said


def test_where_a_number_comes_in_an_array_is_not_to_be_added_up():
    names = dict(own_names("lab5_conv_block"))
    exec(
        "class ReLU:\n    def forward(self, a):\n        self.on = np.atleast_1d(a > 0)\n"
        "        return np.atleast_1d(a * (a > 0))\n"
        "    def backward(self, dh):\n        return np.atleast_1d(dh * 1.0)[self.on[::-1]]\n",
        names,
    )
    said = said_of("ReLU", names["ReLU"])
    assert "an array is returned where the input is a number" in said
    assert "Add it up" not in said


def test_of_two_mistakes_that_of_forward_is_said_before_that_of_backward():
    source = """
class SoftmaxCrossEntropy:
    def forward(self, logits, labels):
        z, rows = logits - logits.max(axis=1, keepdims=True), np.arange(len(labels))
        self.p, self.at = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True), (rows, labels)
        return np.sum(np.log(np.exp(z).sum(axis=1)) - z[self.at])

    def backward(self, dloss=1.0):
        d = self.p.copy()
        d[self.at] -= 1
        return d * dloss
"""
    names = {"np": np}
    exec(source, names)
    said = said_of("SoftmaxCrossEntropy", names["SoftmaxCrossEntropy"])
    assert said.index("the sum of its rows' losses") < said.index("p minus 1 at the right answer")
