"""What an answer lacks to be right, or what alone makes it wrong, where no known mistake fits."""

import pytest

from grading.diagnosis import diagnose as grader
from grading.quality.fingerprints import solution
from lib.diagnosis import diagnose


def said(lab, name, source):
    """The ideas that are named for an answer."""
    with grader.quiet():
        found = diagnose(name, solution(lab, name, source))
    return [n.idea for n in found.named] if found else []


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
