"""What an answer lacks to be right, or what alone makes it wrong, where no known mistake fits."""

import pytest
from claims import ideas_of as said


def learn(loop):
    return (
        "def learn_filter(X, A, steps, lr):\n    w = np.zeros((3, 3))\n    for i in range(steps):\n"
        "        R = activation_map(X, w) - A\n        G = 2 * activation_map(X, R) / R.size\n"
        f"        {loop}\n    return w\n"
    )


MAP = (
    "def conv_forward(X, w):\n    k, l = w.shape\n    windows = sliding_window_view(X{}, (k, l))\n"
)
MAP = "from numpy.lib.stride_tricks import sliding_window_view\n" + MAP
CONV1D = "class Conv1DVector(Layer):\n    def forward(self, x, w):\n        self.x, self.w = x, w\n"
CONV1D += "        return np.array([x[i : i + len(w)] @ w for i in range(len(x) - len(w) + 1)])\n"
CONV1D += "    def backward(self, da):\n        dx, dw = 0.0 * self.x, 0.0 * self.w\n"
CONV1D += "        for i, d in enumerate(da):\n            dx[i : i + len(dw)] += d * self.w\n"
CONV1D += "            dw += {} * d * self.x[i : i + len(dw)]\n        return dx, dw\n"


@pytest.mark.parametrize(
    ("lab", "name", "source", "idea"),
    [
        (
            "lab3_conv2d",
            "conv_forward",
            MAP.format(" / 255") + "    return np.einsum('hwkl,kl->hw', windows, w)\n",
            "Multiplied by 255, the result would be right.",
        ),
        ("lab5_conv_block", "Conv1DVector", CONV1D.format(3), "Divided by 3, dw would be right."),
        (
            "lab6_mnist_filters",
            "learn_filter",
            learn("w = w - lr * G").replace("A\n", "A / 255\n", 1),
            "Multiplied by 255, the result would be right.",
        ),
    ],
)
def test_a_factor_that_the_task_does_not_name_is_told(lab, name, source, idea):
    """Of an input or of an output: where nothing else is wrong, it comes to the same."""
    assert said(lab, name, source) == [idea]


@pytest.mark.parametrize("factor", ["1 + i", "w.size", "X[0, 0]", "1 if n > 1 else 2"])
def test_no_factor_is_told_where_one_would_not_do(factor):
    source = "def conv_forward(X, w):\n    (k, l), X = w.shape, np.asarray(X, dtype=float)\n"
    source += "    n, m = len(X) - k + 1, len(X[0]) - l + 1\n    A = np.zeros((n, m))\n"
    source += "    for i, j in np.ndindex(n, m):\n"
    source += "        A[i, j] = np.sum(X[i : i + k, j : j + l] * w) * ({})\n    return A\n"
    told = said("lab3_conv2d", "conv_forward", source.format(factor))
    assert not [i for i in told if "would be" in i]


@pytest.mark.parametrize(
    ("lab", "name", "source"),
    [
        (
            "lab3_conv2d",
            "conv_forward",
            MAP.format("") + "    return np.einsum('hwkl,kl->hw', windows, w).squeeze()\n",
        ),
        (
            "lab5_conv_block",
            "Conv1DBank",
            "class Conv1DBank(Layer):\n"
            "    def forward(self, x, w):\n        self.x, self.w = x, w\n        n = w.shape[1]\n"
            "        a = [x[i : i + n] @ w.T for i in range(len(x) - n + 1)]\n"
            "        return np.squeeze(np.transpose(a))\n"
            "    def backward(self, da):\n        dx, dw = 0.0 * self.x, 0.0 * self.w\n"
            "        n = dw.shape[1]\n        for i in range(da.shape[1]):\n"
            "            dx[i : i + n] += da[:, i] @ self.w\n"
            "            dw += np.outer(da[:, i], self.x[i : i + n])\n        return dx, dw\n",
        ),
    ],
)
def test_an_axis_that_squeeze_has_taken_is_told(lab, name, source):
    assert "The result has lost an axis of length 1." in said(lab, name, source)


def test_an_axis_that_is_added_up_is_not_lost():
    source = MAP.format("") + "    return np.einsum('hwkl,kl->h', windows, w)\n"
    assert not [i for i in said("lab3_conv2d", "conv_forward", source) if "lost" in i]


@pytest.mark.parametrize(
    "loop",
    [
        "if np.mean(R**2) < 1e-2: break\n        w = w - lr * G",
        "if np.linalg.norm(G) < 1: return w\n        w = w - lr * G",
    ],
)
def test_a_descent_that_stops_where_the_error_is_small_is_told(loop):
    told = said("lab6_mnist_filters", "learn_filter", learn(loop))
    assert [i for i in told if i.startswith("For a map of small numbers")]


@pytest.mark.parametrize("loop", ["w = w - lr * G / (1 + i)", "w = w - lr * G[::-1]", "w = lr * G"])
def test_a_descent_of_other_steps_that_all_are_taken_does_not_stop(loop):
    told = said("lab6_mnist_filters", "learn_filter", learn(loop))
    assert not [i for i in told if "small numbers" in i]


@pytest.mark.parametrize(
    ("rows", "ideas"),
    [
        ([[1, 0, -1], [2, 0, -2], [1, 0, 1]], ["The filter's weights do not sum to 0."]),
        ([[3, 0, -3], [10, 0, -10], [3, 1, -3]], ["The filter's weights do not sum to 0."]),
        (
            [[1, -2, 1]] * 3,
            ["Where two columns of the window are bright, the filter's answer is below 0."],
        ),
        (
            [[0, 1, -1], [0, 2, -2], [0, 1, -1]],
            ["Where one column of the window is bright, the filter's answer is 0."],
        ),
    ],
)
def test_what_a_filter_of_edges_answers_wrongly_is_told(rows, ideas):
    source = f"def vertical_edge_filter():\n    return np.array({rows})\n"
    assert set(ideas) <= set(said("lab6_mnist_filters", "vertical_edge_filter", source))


PAD = "    x = np.pad(x, padding)\n    K = w.shape[2]\n"
IN_LOOPS = (
    "    out = np.zeros((len(x), len(w), (x.shape[2] - K) // stride + 1))\n"
    "    for n, o, t in np.ndindex(out.shape):\n        i = t * stride\n"
    "        out[n, o, t] = np.sum(x[n, {}, i : i + K] * w[o])\n    return out\n"
)


@pytest.mark.parametrize(
    "rest",
    [
        "    v = np.lib.stride_tricks.sliding_window_view(x, K, axis=2)[:, :, ::stride]\n"
        "    return np.einsum('nctk,ock->not', v, w)\n",
        IN_LOOPS.format(":"),
    ],
)
def test_a_batch_that_is_padded_too_is_told(rest):
    source = "def conv_1d_channels(x, w, stride=1, padding=0):\n" + PAD + rest
    told = said("lab2_conv1d", "conv_1d_channels", source)
    assert "With padding=2 a batch of 1 becomes one of 5." in told


CACHED = (
    "def conv_forward(X, w, {}):\n    if X.shape not in seen:\n        seen[X.shape] = X\n"
    "    X, (k, l) = seen[X.shape], w.shape\n    n, m = len(X) - k + 1, len(X[0]) - l + 1\n"
    "    return np.array([[np.sum(X[i : i + k, j : j + l] * w) for j in range(m)]\n"
    "                     for i in range(n)])\n"
)


@pytest.mark.parametrize(
    "source", [CACHED.format("seen={}"), "seen = {}\n" + CACHED.replace(", {}", "")]
)
def test_images_that_are_kept_by_their_shape_are_told(source):
    told = said("lab3_conv2d", "conv_forward", source)
    assert "The result stays the same when other numbers of the same shape go in." in told


def test_a_matrix_product_is_not_said_to_keep_images():
    source = MAP.format("") + "    return np.einsum('hwkl,lm->hw', windows, w.T)\n"
    assert not [i for i in said("lab3_conv2d", "conv_forward", source) if "stays the same" in i]


FLAT_LINES = (
    "def numerical_gradient(f, x, h=1e-5):\n    x = np.array(x, dtype=float)\n    g = 0 * x\n"
    "    for {}:\n        for s in (1, -1):\n            y = x.copy()\n            y[{}] += s * h\n"
    "            g[{}] += s * f(y) / (2 * h)\n    return g\n"
)


@pytest.mark.parametrize(
    ("loop", "at", "what"),
    [
        ("i, j in np.ndindex(len(x), len(x[0]))", "i, j", "no matrix"),
        (
            "i, j in [(a, b) for a in range(x.shape[0]) for b in range(x.shape[1])]",
            "i, j",
            "no matrix",
        ),
    ],
)
def test_loops_over_rows_and_columns_alone_are_told(loop, at, what):
    told = said("lab1_dot", "numerical_gradient", FLAT_LINES.format(loop, at, at))
    assert [i for i in told if what in i]


def test_a_number_that_is_indexed_is_told_as_one():
    source = "def dot_backward(x, w, da=None):\n    da = np.ones(x.shape) if da is None else da\n"
    source += "    g = {'x': 0.0 * x, 'w': 0.0 * x}\n    for i, j in np.ndindex(x.shape):\n"
    source += (
        "        g['x'][i, j] = da[i, j] * w[i, j]\n        g['w'][i, j] = da[i, j] * x[i, j]\n"
    )
    source += "    return g\n"
    told = " ".join(said("lab1_dot", "dot_backward", source)).lower()
    assert "a number is used as if it had entries" in told


BY_HAND = (
    "def conv_forward(X, w):\n    X, (k, l) = {}, w.shape\n"
    "    shape, n = (len(X) - k + 1, len(X[0]) - l + 1, k, l), 8 * len(X[0])\n"
    "    v = np.lib.stride_tricks.as_strided(X, shape, (n, 8, n, 8))\n"
    "    return np.einsum('hwkl,kl->hw', v, w)\n"
)


def test_strides_that_are_written_by_hand_are_told_by_the_views_that_they_do_not_fit():
    told = said("lab3_conv2d", "conv_forward", BY_HAND.format("np.asarray(X, dtype=float)"))
    assert [i for i in told if "with views and other layouts in memory go wrong" in i]
    assert not said("lab3_conv2d", "conv_forward", BY_HAND.format("np.array(X, float, order='C')"))
