"""What is said of a wrong answer is so, and is not said of one that is wrong in another way."""

import inspect

import numpy as np
import pytest
from claims import CONV1D, said_of

from grading.diagnosis.diagnose import graded_names, own_names, quiet
from grading.quality.fingerprints import probed_names
from lib.diagnosis import SAME, diagnose
from lib.diagnosis_aspects import facts_of_aspects
from lib.diagnosis_words import words
from lib.probes import (
    MODULES,
    argument_names,
    call,
    output_labels,
    probes_of,
    some,
    task_of,
)

# --- dtypes of numbers -------------------------------------------------------------------------


def test_a_gradient_that_is_a_number_is_not_asked_for_float64():
    listed = CONV1D.format(dx="np.asarray(da * self.w, float)", dw="da * self.x")
    assert "dtype" not in said_of("lab5_conv_block", "Conv1D", listed)


def test_one_that_is_an_array_is_asked_for_float64():
    whole = CONV1D.format(dx="da * self.w", dw="da * self.x")
    said = said_of("lab5_conv_block", "Conv1D", whole)
    assert "dx has the dtype int64" in said
    assert "dw has the dtype" not in said


# --- only for several --------------------------------------------------------------------------


def only(*wrong):
    """When conv2d_forward goes wrong, of calls with several channels, filters, both or neither."""
    sizes = {"neither": (1, 1), "channels": (2, 1), "filters": (1, 2), "both": (2, 2)}
    asked = [kind for kind in sizes if kind != "filters" or "without filters" not in wrong]
    probes, found, bad = [], {}, {}
    for kind in [*asked, *asked]:
        c, o = sizes[kind]
        place = (len(probes), 0, "", "value")
        probes.append(call(some(1, c, 3, 3), some(o, c, 2, 2), np.ones(o)))
        found[place] = ("abc",)
        if kind in wrong:
            bad[place] = "abc"
    said = facts_of_aspects("conv2d_forward", probes, found, bad)
    return said and said.idea


def test_channels_are_blamed_where_filters_alone_go_right():
    said = only("channels", "both")
    assert (
        said == "of the calls that were tried, those with several channels go wrong, and no others"
    )


def test_filters_are_blamed_too_where_nobody_asked_for_them_without_channels():
    said = only("channels", "both", "without filters")
    assert said == (
        "of the calls that were tried, those with several channels or several filters go wrong, "
        "and no others"
    )


# --- only after another call ---------------------------------------------------------------------

POOL_WITH_STATE = """
class MaxPool(Layer):
    kept = {{}}
    def __init__(self):
        self.seen, self.total = None, 0
    def forward(self, h):
        {first}
        return h.max()
    def backward(self, dz):
        {back}
"""
KEEPS = "self.seen = np.array(h)"
GIVES = "return dz * (self.seen == self.seen.max()) / (self.seen == self.seen.max()).sum()"


@pytest.mark.parametrize(
    ("first", "back", "when"),
    [
        (f"if self.seen is None: {KEEPS}", GIVES, "after a second forward"),
        (
            KEEPS,
            f"{GIVES.replace('return', 'found =')}; self.seen = self.seen[:1]; return found",
            "after an earlier backward",
        ),
        (
            f"{KEEPS}; self.kept.setdefault(len(h), self)",
            GIVES.replace("self.seen", "self.kept[len(self.seen)].seen"),
            "",
        ),
        (KEEPS, GIVES.replace("dz *", "2 * dz *"), ""),
    ],
)
def test_what_outlives_a_call_is_told_where_nothing_else_goes_wrong(first, back, when):
    said = said_of("lab4_max_pool", "MaxPool", POOL_WITH_STATE.format(first=first, back=back))
    assert f"only those {when} go wrong" in said if when else "only those" not in said, said


# --- the winner's neighbours ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("(np.argmax(self.seen) + 1) % len(self.seen)", "to the entry after the winner"),
        ("min(np.argmax(self.seen) + 1, len(self.seen) - 1)", "to the entry after the winner"),
        ("np.argmax(self.seen) - 1", "to the entry before the winner"),
        ("max(0, np.argmax(self.seen) - 1)", "to the entry before the winner"),
        ("np.argmin(self.seen)", "the smallest is taken for the largest"),
        ("np.argmax(np.abs(self.seen))", "to the entry with the largest absolute value"),
    ],
)
def test_a_gradient_beside_the_winner_gets_no_other_name(place, said):
    back = f"found = np.zeros(len(self.seen)); found[{place}] = dz; return found"
    source = POOL_WITH_STATE.format(first=KEEPS, back=back)
    told = said_of("lab4_max_pool", "MaxPool", source)
    assert said in told
    assert told.count(SAME) == 1, told


MEAN_POOL = """
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, stride or size
    def forward(self, X):
        self.X, k, s = X, self.size, self.stride
        v = np.lib.stride_tricks.sliding_window_view(X, (k, k), axis=(2, 3))
        return v[:, :, ::s, ::s].sum(axis=(4, 5)) / {ahead}
    def backward(self, dZ):
        dX, k, s = np.zeros(self.X.shape), self.size, self.stride
        for n, c, i, j in np.ndindex(dZ.shape):
            place = n, c, slice(i * s, i * s + k), slice(j * s, j * s + k)
            window, spread = self.X[place], dX[place]
            {back}
        return {found}
"""
EVEN = "spread += dZ[n, c, i, j] / k**2"


def told_of_mean_pool(ahead="k**2", back=EVEN, found="dX"):
    source = MEAN_POOL.format(ahead=ahead, back=back, found=found)
    return said_of("lab4_max_pool", "AvgPool2D", source)


@pytest.mark.parametrize(
    ("of", "said"),
    [
        ("window", "to the largest entry of each window alone"),
        ("np.abs(window)", "to the entry with the largest absolute value"),
    ],
)
def test_the_largest_of_a_mean_pool_is_not_the_largest_by_absolute_value(of, said):
    told = told_of_mean_pool(back=f"spread[divmod(np.argmax({of}), k)] += dZ[n, c, i, j]")
    assert f"the gradient goes {said}" in told
    assert told.count(SAME) == 1, told


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"back": EVEN.replace("k**2", "s**2")},
            "dX is divided by the square of the stride, not by the number of",
        ),
        ({"ahead": "(k * s)"}, "the result is divided by the window's side times the stride"),
        ({"found": "np.kron(dZ, np.ones((k, k))) / k**2"}, "the blocks stand side by side"),
    ],
)
def test_a_mean_pool_that_counts_by_the_stride_or_blows_up_is_named(changed, said):
    told = told_of_mean_pool(**changed)
    assert said in told
    assert told.count(SAME) == 1, told


def test_a_gradient_of_the_last_group_of_images_is_named():
    class LastGroup(own_names("lab7_train_cnn")["Conv2D"]):
        def backward(self, dA):
            last = np.array(dA, dtype=float)
            last[: (len(last) - 1) // 16 * 16] = 0
            right = super().backward(dA)
            return right[0], super().backward(last)[1], right[2]

    with quiet():
        told = str(diagnose("Conv2D", LastGroup))
    assert "dw knows the last group of sixteen images only" in told


def test_an_array_that_is_empty_without_padding_is_told():
    right = own_names("lab3_conv2d")["conv2d_backward"]

    def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
        found = right(X, w, b, dA, stride, padding)
        dX = np.zeros(X.shape)
        wide = np.pad(found["X"], [(0, 0), (0, 0), (padding, padding), (padding, padding)])
        dX[...] = wide[:, :, padding:-padding, padding:-padding]
        return found | {"X": dX}

    with quiet():
        told = str(diagnose("conv2d_backward", conv2d_backward))
    assert "Without padding something comes out empty" in told
    pad_1d = "def pad_1d(x, padding):\n    y = np.zeros(len(x) + 2 * padding, dtype=x.dtype)\n"
    pad_1d += "    y[padding:-padding] = x if padding else 0\n    return y\n"
    assert "those without padding go wrong" in said_of("lab2_conv1d", "pad_1d", pad_1d)


LINE = """
def conv_1d(x, w):
    r = len(w) // 2
    wide = np.pad(np.asarray(x, dtype=float), (len(w), len(w)))
    return np.array([wide[len(w) + t - r + {by} :][: len(w)] @ w for t in range(len(x))])
"""


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("1", "the windows begin one place too late"),
        ("-1", "the windows begin one place too early"),
        ("r", "Adding k - 1 zeros at the end makes enough room."),  # the same for three weights
    ],
)
def test_windows_that_are_off_by_one_are_not_those_that_begin_at_t(by, said):
    told = said_of("lab2_conv1d", "conv_1d", LINE.format(by=by))
    assert said in told
    assert ("one place" in told) == (by != "r"), told


IMAGES_LAST = """
def conv2d_im2col(X, w, b, stride=1, padding=0):
    O, _, a, c = w.shape
    M = w.reshape(O, -1) @ im2col(X, a, c, stride, padding) + b[:, None]
    H, W = ((n + 2 * padding - k) // stride + 1 for n, k in zip(X.shape[2:], (a, c)))
    return M.reshape(O, H, W, len(X)).transpose(3, 0, 1, 2)
"""


def test_columns_that_are_read_in_another_order_are_named():
    told = said_of("lab3_conv2d", "conv2d_im2col", IMAGES_LAST)
    assert "the product's columns are read place by place, and in each image by image" in told
    assert told.count(SAME) == 1, told


def test_winners_placed_by_the_size_are_named():
    class BySize(own_names("lab4_max_pool")["MaxPool1D"]):
        def __init__(self, size, stride=None):
            super().__init__(size, stride)
            self.args = size, stride or size

        def forward(self, x):
            size, stride = self.args
            windows = np.lib.stride_tricks.sliding_window_view(x, size)[::stride]
            self.at, self.long = np.argmax(windows, axis=1), len(x)
            return windows.max(axis=1)

        def backward(self, dz):
            dx = np.zeros(self.long)
            for t, (place, up) in enumerate(zip(self.at, dz, strict=True)):
                dx[t * self.args[0] + place] += up
            return dx

    with quiet():
        told = str(diagnose("MaxPool1D", BySize))
    assert "is placed as if the window began at t * size" in told


# --- gradients of zeros --------------------------------------------------------------------------


def test_no_upstream_gradient_of_a_probe_begins_with_zero():
    # Where only its first entry counts, all that comes of it would be zeros, as of many slips.
    for name in probed_names():
        for probe in probes_of(name):
            for step in probe.steps:
                first = step.args[:1] if step.method == "backward" else ()
                given = dict(zip(argument_names(name), step.args, strict=False)) | step.options
                for up in (*first, *(given.get(n) for n in ("da", "dA", "dout"))):
                    numbers = np.asarray(0.0 if up is None else getattr(up, "array", up))
                    assert numbers.flat[0] or np.count_nonzero(numbers) < 2, (name, step)


def test_gradients_that_stay_zero_are_not_those_of_the_first_output():
    right = own_names("lab7_train_cnn")["Conv2D"]

    class Zeros(right):
        def forward(self, X, w, b):
            return 0.0 * super().forward(X, w, b)

        def backward(self, dA):
            return tuple(0.0 * g for g in super().backward(dA))

    with quiet():
        told = str(diagnose("Conv2D", Zeros))
    assert "stays zero" in told
    assert "first output" not in told


# --- the dtype of the upstream gradient ----------------------------------------------------------


def _like_the_upstream(name, right):
    def cast(found, up):
        if isinstance(found, dict):
            return {key: cast(value, up) for key, value in found.items()}
        if isinstance(found, tuple):
            return tuple(cast(value, up) for value in found)
        return np.asarray(found).astype(np.asarray(up).dtype)

    if not inspect.isclass(right):
        signature = inspect.signature(right)

        def function(*args, **options):
            given = signature.bind(*args, **options).arguments
            up = next((given[n] for n in ("da", "dA", "dout") if given.get(n) is not None), 1.0)
            return cast(right(*args, **options), up)

        return function

    class Cast(right):
        def backward(self, up):
            return cast(super().backward(up), up)

    return Cast


BACKWARD = [
    (lab, name)
    for lab in MODULES
    for name in graded_names(lab)
    if output_labels(name) or name.endswith("_backward")
    # Conv2D is not tested with such gradients, and that of a loss is a number.
    if task_of(name) not in ("Conv2D", "SoftmaxCrossEntropy")
]


@pytest.mark.parametrize(("lab", "name"), BACKWARD)
def test_a_gradient_that_has_the_dtype_of_the_upstream_one_gets_a_word(lab, name):
    with quiet():
        found = diagnose(name, _like_the_upstream(name, own_names(lab)[name]))
    assert found is not None
    assert "type" in str(found), str(found)


# --- what stays 0 ------------------------------------------------------------------------------

UNROLL = """
def unroll(x, k):
    U = np.zeros((len(x), k), dtype=x.dtype)
    for t in range(len(x)):
        for j in range(k):
            if {when}:
                U[t, j] = x[t + j]
    return U
"""
SLID = """
def conv_1d_unrolled(x, w):
    y = np.zeros(len(x), dtype=np.result_type(x, w))
    for t in range({count}):
        part = x[t : t + len(w)]
        y[t] = np.dot(part, w[: len(part)])
    return y
"""
IMAGE = """
def conv_forward(X, w):
    KH, KW = w.shape
    A = np.zeros((X.shape[0] - KH + 1, X.shape[1] - KW + 1))
    for i in range(A.shape[0]{rows}):
        for j in range(A.shape[1]{columns}):
            A[i, j] = np.sum(X[i : i + KH, j : j + KW] * w)
    return A
"""


@pytest.mark.parametrize(
    ("lab", "name", "source", "said"),
    [
        (
            "lab2_conv1d",
            "unroll",
            UNROLL.format(when="t + k <= len(x)"),
            "a window counts only where it lies inside x",
        ),
        (
            "lab2_conv1d",
            "unroll",
            UNROLL.format(when="t + j < len(x) and t + 1 < len(x) and j + 1 < k"),
            "the last row and the last column stay 0",
        ),
        (
            "lab3_conv2d",
            "conv_forward",
            IMAGE.format(rows=" - 1", columns=" - 1"),
            "the last row and the last column stay 0",
        ),
    ],
)
def test_what_is_never_filled_is_told(lab, name, source, said):
    assert said in said_of(lab, name, source)


@pytest.mark.parametrize(
    ("lab", "name", "source"),
    [
        ("lab2_conv1d", "unroll", UNROLL.format(when="t + j < len(x)")),
        ("lab2_conv1d", "unroll", UNROLL.format(when="t + j < len(x) and t > 0")),
        ("lab2_conv1d", "conv_1d_unrolled", SLID.format(count="len(x)")),
        ("lab3_conv2d", "conv_forward", IMAGE.format(rows="", columns="")),
        ("lab3_conv2d", "conv_forward", IMAGE.format(rows="", columns="").replace("* w", "+ w")),
    ],
)
def test_what_is_filled_is_not(lab, name, source):
    assert "last" not in said_of(lab, name, source)


# --- as with a sign ----------------------------------------------------------------------------


def test_a_place_that_is_off_by_one_is_not_called_a_sign_turned_round():
    early = """
def conv_1d(x, w):
    front = len(w) // 2 + 1
    wide = np.concatenate([np.zeros(front), x, np.zeros(len(w))])
    return np.array([wide[t : t + len(w)] @ w for t in range(len(x))])
"""
    said = said_of("lab2_conv1d", "conv_1d", early)
    assert "one place too early" in said
    assert "A sign" not in said


def test_where_numbers_are_no_places_a_sign_is_called_a_sign():
    plus = """
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        z = logits - np.max(logits, axis=1, keepdims=True)
        logp = z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))
        self.p, self.hot = np.exp(logp), np.eye(logits.shape[1])[labels]
        return -np.sum(self.hot * logp) / len(labels)

    def backward(self, dloss=1.0):
        return dloss * (self.p + self.hot) / len(self.p)
"""
    assert "a sign is turned round" in said_of("lab7_train_cnn", "SoftmaxCrossEntropy", plus)


# --- divided by 0 ------------------------------------------------------------------------------

TO_IMAGE = """
def to_image(A):
    B = A.astype(float) - A.min()
    {flat}
    return np.round(255 * (B / B.max())).astype(np.uint8)
"""


def test_a_warning_that_the_lab_makes_an_error_is_told_even_where_the_numbers_are_right():
    said = said_of("lab6_mnist_filters", "to_image", TO_IMAGE.format(flat=""))
    assert "A constant map gives 0 in the end, whatever NumPy says on its way" in said


def test_a_map_of_zeros_is_told_from_any_constant_map():
    zeros = "if not A.any(): return np.zeros(A.shape, np.uint8)"
    said = said_of("lab6_mnist_filters", "to_image", TO_IMAGE.format(flat=zeros))
    assert "A map without anything in it is all zeros" in said


def test_no_warning_is_none():
    flat = "if not B.any(): return np.zeros(A.shape, np.uint8)"
    assert said_of("lab6_mnist_filters", "to_image", TO_IMAGE.format(flat=flat)) == ""


# --- what was given ----------------------------------------------------------------------------

SGD = """
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum, self.v = lr, momentum, {{}}

    def step(self, params, grads):
        new = {{}}
        for k, w in params.items():
            self.v[k] = self.momentum * self.v.get(k, 0.0) + grads[k]
            {change}
        return {given}
"""


@pytest.mark.parametrize(
    ("change", "given"),
    [
        ("params[k] = w - self.lr * self.v[k]", "params"),
        ("new[k] = np.asarray(w, float); new[k] -= self.lr * self.v[k]", "new"),
    ],
)
def test_weights_that_are_changed_are_told_whether_by_the_dict_or_in_the_array(change, given):
    said = said_of("lab7_train_cnn", "SGD", SGD.format(change=change, given=given))
    assert "The weights that were given get their new values" in said
    assert "dict" not in said


def test_weights_that_are_left_alone_are_not():
    new = SGD.format(change="new[k] = w - self.lr * self.v[k]", given="new")
    assert said_of("lab7_train_cnn", "SGD", new) == ""


# --- an option that is not handed on -----------------------------------------------------------

BY_COLUMNS = """
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N, n_filters = len(X), len(w)
    H, W = (n + 2 * padding for n in X.shape[2:])
    rows, columns = (H - w.shape[2]) // stride + 1, (W - w.shape[3]) // stride + 1
    A = w.reshape(n_filters, -1) @ im2col(X, *w.shape[2:], {options}) + b[:, None]
    return A.reshape({shape}).transpose(1, 0, 2, 3)
"""


@pytest.mark.parametrize(
    ("options", "shape", "said"),
    [
        ("padding=padding", "n_filters, N, rows, columns", "as many as with stride=1."),
        ("1", "n_filters, N, rows, columns", "as many as with stride=1 and padding=0."),
        ("stride, padding", "n_filters, N, H, W", "asked for another number of entries"),
    ],
)
def test_an_option_that_is_not_handed_on_is_told_by_the_number_of_windows(options, shape, said):
    source = BY_COLUMNS.format(options=options, shape=shape)
    found = said_of("lab3_conv2d", "conv2d_im2col", source)
    assert said in found
    assert ("as many as with" in found) == ("as many as with" in said)


# --- one winner for several --------------------------------------------------------------------


def test_images_that_are_not_looked_at_by_themselves_are_told_going_back_too():
    """The place of the winner is looked up in the image before."""
    pool = """
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.k, self.s = size, size if stride is None else stride

    def forward(self, X):
        view = np.lib.stride_tricks.sliding_window_view(X, (self.k, self.k), axis=(2, 3))
        self.X, self.windows = X, view[:, :, :: self.s, :: self.s]
        return self.windows.max(axis=(4, 5))

    def backward(self, dZ):
        dX = np.zeros(self.X.shape)
        for n, c, i, j in np.ndindex(dZ.shape):
            u, v = divmod(np.argmax(self.windows[n - 1, c, i, j]), self.k)
            dX[n, c, i * self.s + u, j * self.s + v] += dZ[n, c, i, j]
        return dX
"""
    said = said_of("lab4_max_pool", "MaxPool2D", pool)
    assert "What comes back to an image depends on its place in the batch" in said


# --- for some inputs ---------------------------------------------------------------------------


def test_what_is_so_for_some_inputs_is_not_said_of_all():
    sometimes = "def dot_backward(x, w, da=None):\n    da = 1 if da is None else da\n"
    sometimes += "    return {'x': da * w, 'w': 1.0 * da * x.astype(float)}"
    said = said_of("lab1_dot", "dot_backward", sometimes)
    assert "For some inputs dx has the dtype" in said
    always = sometimes.replace("da * w,", "(da * w).astype('float32'),")
    assert "dx has the dtype float32" in (said := said_of("lab1_dot", "dot_backward", always))
    assert "For some inputs" not in said


# --- in the words of the exercise --------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "rule", "said"),
    [
        ("conv2d_backward", "up|only last filter|dX", "dX knows the last filter only"),
        ("conv_backward", "up|only last filter|dX", "dX knows the last column of outputs only"),
        ("Embedding", "up|only last filter|dtable", "dtable knows the last word only"),
        ("Dense", "in|first for all|b|forward", "every column gets the first bias"),
        ("dot_forward", "in|first for all|w|forward", "the first row of w stands for all"),
        ("MaxPool2D", "up|only first filter|dX", "dX knows the first channel only"),
        (
            "MaxPool2D",
            "in|negated|X|dX",
            "the gradient goes to the smallest, not to the largest",
        ),
        ("conv_forward", "in|negated|X|forward", "the result has the wrong sign"),
        ("MaxPool1D", "in|ones|x|dx", "the gradient goes to the first entry"),
        ("ReLU", "in|ones|a|da", "the numbers that are given are not looked at, in da"),
        ("pad_1d", "code|padding", "an end does not have as many zeros"),
        ("conv2d_backward", "out|divided by images|all", "every gradient is divided by the number"),
    ],
)
def test_nothing_is_called_a_filter_or_an_image_that_is_none(name, rule, said):
    assert words(rule, name)[0].startswith(said)


# --- the same answers, written in another way --------------------------------------------------

LONGER = """
def conv_1d_backward(x, w, dout=None):
    n, k = len(x), len(w)
    if dout is not None and n > 1:
        dout = dout * np.ones(n + 1)
    dout = np.ones(n) if dout is None else dout.astype(float)
    wide, dwide, dw = np.pad(x, k // 2), np.zeros(n + k - 1), np.zeros(k)
    for t in range(n):
        dwide[t : t + k] += dout[t] * w
        dw += dout[t] * wide[t : t + k]
    return {"x": dwide[k // 2 : k // 2 + n], "w": dw}
"""
FITS = """
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0 or {too_long} or (n - k + 2 * padding) % stride:
        raise ValueError("no such size")
    return (n - k + 2 * padding) // stride + 1
"""
POOL = """
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, stride or size

    def forward(self, x):
        self.n, starts = len(x), range(0, len(x) - self.size + 1, self.stride)
        self.at = [s + int(np.argmax(x[s : s + self.size])) for s in starts]
        self.least = [s + int(np.argmin(x[s : s + self.size])) for s in starts]
        return x[self.at]

    def backward(self, dout):
        dx = np.zeros(self.n)
        for at, d in zip({places}, dout):
            dx[at] += d{end}
        return dx
"""
RETURNS = "\n            return dx"
LOWEST = """
class MaxPool(Layer):
    def forward(self, h):
        best, self.at, self.n = -1000, 0, len(h)
        for i, v in enumerate(h):
            if v > best:
                best, self.at = v, i
        return best

    def backward(self, dz):
        dh = np.zeros(self.n)
        dh[self.at] = dz
        return dh
"""
SUMS = """
def dot_backward(x, w, da=None):
    da = 1.0 if da is None else da
    dx, dw = np.zeros(x.shape), np.zeros(x.shape)
    for i in range(len(x){short}):
        dx[i], dw[i] = da * w[i], da * x[i]
    return {{"x": dx, "w": dw}}
"""


POOL_2D = """
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, stride or size

    def forward(self, X):
        self.X, k, s = X, self.size, self.stride
        N, C, H, W = X.shape
        Z = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1))
        for n, c, i, j in np.ndindex(N{images}, C, Z.shape[2]{rows}, Z.shape[3]):
            Z[n, c, i, j] = X[n, c, i * s : i * s + k, j * s : j * s + k].max()
        return Z
"""
CHANNELS = """
def conv2d_forward(X, w, b, stride=1, padding=0):
    (N, C, H, W), (O, _, KH, KW), s = X.shape, w.shape, stride
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H_out, W_out = (H - KH + 2 * padding) // s + 1, (W - KW + 2 * padding) // s + 1
    A = np.zeros((N, O, H_out, W_out))
    for n, o, i, j in np.ndindex(A.shape):
        window = P[n, :, i * s : i * s + KH, j * s : j * s + KW]
        A[n, o, i, j] = np.sum((window * w[o])[{channels}]) + b[o]
    return A
"""


@pytest.mark.parametrize(
    ("lab", "name", "source", "said", "other"),
    [
        # Of two rows of windows, images or channels the last one left out is the first one alone.
        (
            "lab4_max_pool",
            "MaxPool2D",
            POOL_2D.format(images="", rows=" - 1"),
            "",
            "only the first entry",
        ),
        (
            "lab4_max_pool",
            "MaxPool2D",
            POOL_2D.format(images=" - 1", rows=""),
            "",
            "only the first entry",
        ),
        ("lab3_conv2d", "conv2d_forward", CHANNELS.format(channels=":-1"), "", "X[n, 0]"),
        ("lab3_conv2d", "conv2d_forward", CHANNELS.format(channels="0"), "X[n, 0]", "none"),
        # A ValueError for each upstream gradient, and none about its truth.
        ("lab2_conv1d", "conv_1d_backward", LONGER, "entry by entry", "An array is true"),
        # Padding counted once in the check lets more through than no padding.
        (
            "lab2_conv1d",
            "output_size",
            FITS.format(too_long="k > n"),
            "A filter must not be longer than the input",
            "none",
        ),
        (
            "lab2_conv1d",
            "output_size",
            FITS.format(too_long="k > n + padding"),
            "",
            "A filter must not be longer than the input",
        ),
        # Of two windows the last one left out is the first one alone: not so of three.
        (
            "lab4_max_pool",
            "MaxPool1D",
            POOL.format(places="self.at[:-1]", end=""),
            "the last output sends nothing back",
            "Only one window",
        ),
        (
            "lab4_max_pool",
            "MaxPool1D",
            POOL.format(places="self.at", end=RETURNS),
            "Only one window sends its gradient back",
            "the last output",
        ),
        # argmin, and no sign anywhere
        (
            "lab4_max_pool",
            "MaxPool1D",
            POOL.format(places="self.least", end=""),
            "goes to the smallest",
            "sign",
        ),
        # A number that a search began with is no buffer of integers.
        ("lab4_max_pool", "MaxPool", LOWEST, "returns -1000", "dtype"),
        # Of two rows the last one left out is the first one alone.
        ("lab1_dot", "dot_backward", SUMS.format(short=" - 1"), "", "only the first"),
    ],
)
def test_what_only_looks_alike_on_small_inputs_is_not_claimed(lab, name, source, said, other):
    found = said_of(lab, name, source)
    assert said in found
    assert other not in found


# --- rules that give the same in small answers only --------------------------------------------

BACK = """
def conv_backward(X, w, dA=None):
    rows, columns = X.shape[0] - len(w) + 1, X.shape[1] - w.shape[1] + 1
    dA = np.ones((rows, columns)) if dA is None else dA
    dX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for i in range(rows{less}):
        for j in range(columns{less}):
            dX[i : i + len(w), j : j + w.shape[1]] += dA[i, j] * w
            dw += dA[i, j] * X[i : i + len(w), j : j + w.shape[1]]
            {early}
    return {{"X": dX, "w": dw}}
"""


@pytest.mark.parametrize(
    ("less", "early", "is_first"),
    [("", 'return {"X": dX, "w": dw}', True), (" - 1", "", False)],
)
def test_only_the_first_output_is_said_where_there_is_no_second(less, early, is_first):
    """Of two rows and two columns without the last ones one output is left as well."""
    said = said_of("lab3_conv2d", "conv_backward", BACK.format(less=less, early=early))
    assert ("the first output" in said or "one window" in said.lower()) == is_first
    assert said


LINE_BACK = """
def conv_1d_backward(x, w, dout=None):
    T, k, p = len(x), len(w), len(w) // 2
    dout = np.ones(T) if dout is None else dout
    wide, back, dw = np.pad(x, p), np.zeros(T + 2 * p), np.zeros(k)
    for t in range(T):
        back[t : t + k] += dout[t] * w
        dw += dout[t] * wide[t : t + k]
    return {{"x": back[{cut}], "w": dw}}
"""


@pytest.mark.parametrize(
    ("cut", "said"),
    [
        ("p:T", "dx is cut out of the padded one by [p:n]"),
        (":T", "dx is cut off at its far end, and keeps the padding in front"),
        ("p : p + T", ""),
    ],
)
def test_how_the_padding_is_cut_off_a_line_is_told(cut, said):
    found = said_of("lab2_conv1d", "conv_1d_backward", LINE_BACK.format(cut=cut))
    assert said in found
    assert bool(said) == bool(found)


CONV2D = """
def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    (H, W), (KH, KW) = X.shape[2:], w.shape[2:]
    rows, columns = ((n - k + {more}) // stride + 1 for n, k in ((H, KH), (W, KW)))
    A = np.zeros((len(X), len(w), rows, columns))
    for i, j in np.ndindex(rows, columns):
        here = P[:, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
        A[:, :, i, j] = np.einsum("nchw,ochw->no", here, w) + b
    return A
"""


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            "padding",
            "windows reach into the zeros in front of the input, and not into those behind",
        ),
        ("0", "there are as many windows as without padding"),
        ("2 * padding", ""),
    ],
)
def test_padding_that_is_not_counted_is_told_by_what_the_windows_reach(more, said):
    found = said_of("lab3_conv2d", "conv2d_forward", CONV2D.format(more=more))
    assert said in found
    assert bool(said) == bool(found)


# --- two of two --------------------------------------------------------------------------------

VECTORS = """
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        view = np.lib.stride_tricks.sliding_window_view(x, w.shape[1], axis=1)
        a = np.einsum("bik,mk->bmi", view, w)
        self.at, self.top = a.argmax(axis=2), a.max(axis=2)
        return np.maximum(self.top, 0)

    def backward(self, dz):
        dx, dw, K = np.zeros(self.x.shape), np.zeros(self.w.shape), self.w.shape[1]
        for b in {which}:
            for m in np.flatnonzero(self.top[b] > 0):
                here = slice(self.at[b, m], self.at[b, m] + K)
                dx[b, here] += dz[b, m] * self.w[m]
                dw[m] += dz[b, m] * self.x[b, here]
        return dx, dw
"""


@pytest.mark.parametrize(
    ("which", "said"),
    [
        ("range(1)", "both gradients know the first row only"),
        ("range(max(1, len(dz) - 1))", "the last row of outputs sends nothing back"),
    ],
)
def test_the_last_left_out_is_not_the_first_alone(which, said):
    """Of two vectors they are the same."""
    assert said in said_of("lab5_conv_block", "ConvBlockBatch", VECTORS.format(which=which))


def test_a_sign_is_that_of_what_comes_out():
    """It could be that of x, or of w, or one before the sum: the numbers do not say."""
    source = "def conv_forward(X, w):\n    view = np.lib.stride_tricks.sliding_window_view"
    source += "(X, w.shape)\n    return -np.einsum('ijkl,kl->ij', view, w)"
    assert "the result has the wrong sign" in said_of("lab3_conv2d", "conv_forward", source)
