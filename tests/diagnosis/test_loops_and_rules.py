"""Slips that many write in a loop, or with a function that is nearly the right one, have names."""

import pytest
from claims import ideas_of


def said(lab, name, source):
    """The ideas that are named for an answer, without their lead."""
    ideas = ideas_of(lab, name, source)
    return [idea.removeprefix("This is what you get when ") for idea in ideas]


LINES = (
    "def conv_1d_channels(x, w, stride=1, padding=0):\n"
    "    x = np.pad(x, ((0, 0), (0, 0), (padding, padding)))\n    K = w.shape[2]\n"
    "    y = np.zeros((len(x), len(w), (x.shape[2] - K) // stride + 1))\n{}"
    "    for n in range(y.shape[0]):\n{}        for o in range(y.shape[1]):\n{}"
    "            for t in range(y.shape[2]):\n{}                i = t * stride\n"
    "                total {} np.sum(x[n, :, i : i + K] * w[o])\n"
    "                y[n, o, t] = total\n    return y\n"
)
IMAGE = (
    "def conv_forward(X, w):\n    k, l = w.shape\n"
    "    A = np.zeros((len(X) - k + 1, len(X[0]) - l + 1))\n{}"
    "    for i in range(len(A)):\n{}        for j in range(len(A[0])):\n{}"
    "            total {} np.sum(X[i : i + k, j : j + l] * w)\n            A[i, j] = total\n"
    "    return A\n"
)
ZERO = "total = 0.0\n"
RUNNING = "each place of the result begins with the total of the one before it."


@pytest.mark.parametrize(
    ("lab", "name", "source"),
    [
        ("lab2_conv1d", "conv_1d_channels", LINES.format("    " + ZERO, "", "", "", "+=")),
        ("lab2_conv1d", "conv_1d_channels", LINES.format("", "", " " * 12 + ZERO, "", "+=")),
        ("lab3_conv2d", "conv_forward", IMAGE.format("    " + ZERO, "", "", "+=")),
        ("lab3_conv2d", "conv_forward", IMAGE.format("", " " * 8 + ZERO, "", "+=")),
    ],
)
def test_a_total_that_is_not_set_back_is_told(lab, name, source):
    assert RUNNING in said(lab, name, source)


def test_a_total_that_is_set_back_is_none():
    assert not said("lab3_conv2d", "conv_forward", IMAGE.format("", "", " " * 12 + ZERO, "+="))
    twice = IMAGE.format("", "", "", "=").replace("w)\n", "w) + A[i - 1, j]\n", 1)
    assert RUNNING not in said("lab3_conv2d", "conv_forward", twice)


ROWS = "def unroll(x, k):\n    T = len(x)\n    rows = {}\n    for t in range(T):\n"
ROWS += "        for j in range(min(k, T - t)):\n            rows[t][j] = x[t + j]\n{}"


@pytest.mark.parametrize(
    ("rows", "end"),
    [
        ("[[0] * k] * T", "        for j in range(T - t, k):\n            rows[t][j] = 0\n"),
        ("[np.zeros(k)] * T", "        rows[t][T - t :] = 0\n"),
    ],
)
def test_rows_that_are_one_list_are_told(rows, end):
    told = said("lab2_conv1d", "unroll", ROWS.format(rows, end + "    return np.array(rows)\n"))
    assert "each row of the result is the last one." in told


def test_rows_of_their_own_are_not():
    source = ROWS.format("[[0.0] * k for _ in x]", "    return np.array(rows)\n")
    assert not [idea for idea in said("lab2_conv1d", "unroll", source) if "last one" in idea]


RELU = "class ReLU(Layer):\n    def forward(self, a):\n        self.on = np.asarray(a) > 0\n"
RELU += "        return {}\n    def backward(self, dh):\n        d = np.array(dh, dtype=float)\n"
RELU += "        return {}\n"


@pytest.mark.parametrize(
    ("ahead", "back", "idea"),
    [
        (
            "np.max(a, 0)",
            "d * self.on",
            "np.max(a, 0) compares each entry with 0.",
        ),
        (
            "np.asarray(a).max(axis=0)",
            "d * self.on",
            "np.max(a, 0) compares each entry with 0.",
        ),
        (
            "np.maximum(a, 0)",
            "d[self.on]",
            "What is not positive is left out.",
        ),
        (
            "np.maximum(a, 0)",
            "np.array([g for g, on in zip(d.flat, self.on.flat) if on])",
            "What is not positive is left out.",
        ),
    ],
)
def test_what_is_nearly_a_relu_is_told(ahead, back, idea):
    assert idea in said("lab5_conv_block", "ReLU", RELU.format(ahead, back))


def test_another_relu_is_not_told_so():
    for ahead, back in (("np.abs(a)", "d * self.on"), ("np.maximum(a, 0)", "d.ravel()")):
        told = said("lab5_conv_block", "ReLU", RELU.format(ahead, back))
        assert not [idea for idea in told if "np.max" in idea or "left out" in idea]


POOL = (
    "class MaxPool1D(Layer):\n    def __init__(self, size, stride=None):\n"
    "        self.size, self.stride = size, stride or size\n    def forward(self, x):\n"
    "        self.x, k, s = np.array(x, dtype=float), self.size, self.stride\n"
    "        self.z = [max(x[t : t + k]) for t in range(0, len(x) - k + 1, s)]\n"
    "        return np.array(self.z)\n    def backward(self, dz):\n"
    "        dx = np.zeros(len(self.x))\n        for t, (z, d) in enumerate(zip(self.z, dz)):\n"
    "            {}\n        return dx\n"
)


@pytest.mark.parametrize(
    "line",
    ["dx[self.x.tolist().index(z)] += d", "dx[np.where(self.x == z)[0][0]] += d"],
)
def test_a_winner_that_is_looked_for_everywhere_is_told(line):
    told = said("lab4_max_pool", "MaxPool1D", POOL.format(line))
    assert [idea for idea in told if idea.startswith("the winner is looked for by its value")]


def test_a_winner_of_its_own_window_is_not():
    line = "dx[t * self.stride + list(self.x[t * self.stride :]).index(z)] += d"
    assert not said("lab4_max_pool", "MaxPool1D", POOL.format(line))


MEAN_POOL = (
    "class AvgPool2D(Layer):\n    def __init__(self, size, stride=None):\n"
    "        self.size, self.stride = size, stride or size\n    def forward(self, X):\n"
    "        self.shape, k, s = X.shape, self.size, self.stride\n"
    "        v = np.lib.stride_tricks.sliding_window_view(X, (k, k), axis=(2, 3))\n"
    "        return v[:, :, ::s, ::s, {}].sum(axis=(4, 5)) / k**2\n"
    "    def backward(self, dZ):\n        dX, k, s = np.zeros(self.shape), self.size, self.stride\n"
    "        for i, j in np.ndindex(dZ.shape[2:]):\n"
    "            part = dZ[:, :, i, j, None, None] / k**2\n"
    "            dX[:, :, i * s : i * s + k, j * s : j * s + k] += part\n        return dX\n"
)


@pytest.mark.parametrize(
    "kept", ["1:, 1:", "k // 2 :, k // 2 :", "min(1, k - 1) :, min(1, k - 1) :"]
)
def test_a_window_without_its_first_row_is_not_called_overwritten(kept):
    """Of four entries the last alone counts then, as with `=` for `+=`; of nine, four do."""
    told = said("lab4_max_pool", "AvgPool2D", MEAN_POOL.format(kept))
    assert not [idea for idea in told if "overwritten" in idea]


LEARN = "def learn_filter(X, A, steps, lr):\n    X, w = X.astype(float), np.zeros((3, 3))\n"
LEARN += "    for i in range(steps):\n        R = signal.correlate2d(X, w, 'valid') - A\n"
LEARN += "        w = w - 2 * lr * {} / R.size\n    return w\n"


@pytest.mark.parametrize(
    "gradient", ["signal.convolve2d(X, R, 'valid')", "activation_map(X, R[::-1, ::-1])"]
)
def test_an_error_that_convolve2d_turns_round_is_told(gradient):
    told = said("lab6_mnist_filters", "learn_filter", LEARN.format(gradient))
    assert told == ["the error is turned round before it meets the image."]


def test_a_gradient_that_is_turned_round_is_no_error_that_is():
    told = said(
        "lab6_mnist_filters", "learn_filter", LEARN.format("activation_map(X, R)[::-1, ::-1]")
    )
    assert not [idea for idea in told if "error" in idea]


LOSS = (
    "class SoftmaxCrossEntropy(Layer):\n    def forward(self, logits, labels):\n"
    "        z = np.array(logits, dtype=float)\n        e = np.exp(z - {})\n"
    "        self.p = e / e.sum(axis=1, keepdims=True)\n        self.y = np.array(labels)\n"
    "        return {}\n    def backward(self, dloss=1.0):\n"
    "        return dloss * (self.p - np.eye(self.p.shape[1])[self.y]) / len(self.y)\n"
)


@pytest.mark.parametrize(
    "loss",
    [
        "-np.log(self.p[np.arange(len(z)), self.y]).mean()",
        "np.mean([-np.log(p[y]) for p, y in zip(self.p, self.y)])",
    ],
)
def test_the_largest_logit_of_all_rows_is_told(loss):
    told = said("lab7_train_cnn", "SoftmaxCrossEntropy", LOSS.format("z.max()", loss))
    assert "the largest logit of the whole batch is taken from each row." in told


BANK = (
    "class Conv1DBank(Layer):\n    def forward(self, x, w):\n        self.x, self.w = x, w\n"
    "        n = w.shape[1]\n"
    "        return np.array([[x[i : i + n] @ v for i in range(len(x) - n + 1)] for v in w])\n"
    "    def backward(self, da):\n        dx, dw = np.zeros(len(self.x)), np.zeros(self.w.shape)\n"
    "        n = dw.shape[1]\n        for i in range(da.shape[1]):\n"
    "            dx[i : i + n] += {}\n            dw += np.outer(da[:, i], self.x[i : i + n])\n"
    "        return dx, dw\n"
)


@pytest.mark.parametrize(
    "line",
    ["da[:, i].sum() * self.w.sum(axis=0)", "np.sum(np.outer(da[:, i], sum(self.w)), axis=0)"],
)
def test_filters_that_are_added_up_first_are_told(line):
    told = said("lab5_conv_block", "Conv1DBank", BANK.format(line))
    assert told == ["the sum of all filters stands for each of them, in dx."]


def test_filters_that_are_averaged_are_not():
    told = said(
        "lab5_conv_block", "Conv1DBank", BANK.format("da[:, i].mean() * self.w.sum(axis=0)")
    )
    assert not [idea for idea in told if "sum of all filters" in idea]


TEXT = (
    "class TextConv(Layer):\n    def forward(self, x, w, b):\n        self.x, self.w = x, w\n"
    "        O, C, K = w.shape\n        P, n = x.shape[2] - K + 1, len(x)\n"
    "        v = np.lib.stride_tricks.sliding_window_view(x, K, axis=2)\n"
    "        cols = v.transpose(0, 2, 1, 3).reshape(n * P, C * K)\n"
    "        return {} + b[:, None]\n"
    "    def backward(self, da):\n        K, dx = self.w.shape[2], np.zeros(self.x.shape)\n"
    "        dw = np.zeros(self.w.shape)\n        for t in range(da.shape[2]):\n"
    "            dx[:, :, t : t + K] += np.einsum('no,ock->nck', da[:, :, t], self.w)\n"
    "            dw += np.einsum('no,nck->ock', da[:, :, t], self.x[:, :, t : t + K])\n"
    "        return dx, dw, 1.0 * da.sum(axis=(0, 2))\n"
)


@pytest.mark.parametrize(
    "product",
    [
        "(w.reshape(O, -1) @ cols.T).reshape(n, O, P)",
        "np.reshape(np.dot(cols, w.reshape(O, -1).T).T, (n, O, P))",
    ],
)
def test_a_product_that_is_reshaped_and_not_swapped_is_told(product):
    told = said("lab8_text_conv", "TextConv", TEXT.format(product))
    assert "the result is reshaped where its first two axes should be swapped." in told


def test_a_product_that_is_swapped_is_right():
    product = "(w.reshape(O, -1) @ cols.T).reshape(O, n, P).swapaxes(0, 1)"
    assert not said("lab8_text_conv", "TextConv", TEXT.format(product))
