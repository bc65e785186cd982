"""What no known mistake explains is told by what the answers do among each other."""

import numpy as np
import pytest
from claims import ideas_of as said
from thorough import sample

from grading.diagnosis import diagnose as grader
from grading.quality.bank import right_solutions
from grading.quality.fingerprints import solution
from lib import diagnosis_notebook
from lib.diagnosis import diagnose
from lib.diagnosis import sentence as as_sentence
from lib.diagnosis_asking import ask
from lib.diagnosis_known import known
from lib.diagnosis_relations import ONLY, relations
from lib.diagnosis_sizes import meeting
from lib.diagnosis_slopes import of_slopes
from lib.diagnosis_windows import of_shares, of_windows
from lib.probes import MODULES, probes_of

NAMES = [(lab, name) for lab in MODULES for name in grader.graded_names(lab) if known(name)]


def layer(name, forward, backward):
    return (
        f"class {name}(Layer):\n    def forward(self, *args):\n        self.args = args\n"
        f"        {forward}\n    def backward(self, d):\n        {backward}\n"
    )


PAST_THE_END = """
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        ends = a.shape[2] if lengths is None else lengths
        far = np.arange(a.shape[2]) >= np.reshape(ends, (-1, 1))
        self.a = np.where(far[:, None], -77.0, a)
        return self.a.max(axis=2)

    def backward(self, dz):
        places = np.arange(self.a.shape[2])
        return (places == self.a.argmax(axis=2)[..., None]) * dz[..., None] * 1.0
"""


@pytest.mark.parametrize(
    ("lab", "name", "source", "idea"),
    [
        (
            "lab1_dot",
            "dot_backward",
            "def dot_backward(x, w, da=None):\n    da = 0.0 if da is None else da\n"
            "    return {'x': 1.0 * w + 7 * da, 'w': 1.0 * x - da}",
            "dx does not double when the upstream gradient doubles.",
        ),
        (
            "lab1_dot",
            "dot_backward",
            "def dot_backward(x, w, da=None):\n    da = 0.0 if da is None else da\n"
            "    return {'x': 1.0 * w + 7 * da, 'w': 1.0 * x - da}",
            "The upstream gradient is taken away from dw.",
        ),
        (
            "lab1_dot",
            "dot_backward",
            "def dot_backward(x, w, da=None):\n    da = 1.0 if da is None else da\n"
            "    return {'x': da * x / 7, 'w': da * w / 7.0}",
            "dx changes with x and not with w, dw with w and not with x.",
        ),
        (
            "lab1_dot",
            "dot_backward",
            "def dot_backward(x, w, da=None):\n    da = 1.0 if da is None else da\n"
            "    return {'x': da * w, 'w': x * (w + 7.0) * da}",
            "dw changes with w, which decides nothing here.",
        ),
        (
            "lab1_dot",
            "dot_forward",
            "def dot_forward(x, w):\n    return 1 + np.sum(x * w)",
            "For an input of zeros the result is 1, not 0.",
        ),
        (
            "lab1_dot",
            "dot_forward",
            "def dot_forward(x, w):\n    return np.trace(x * w)",
            "For a w that is 1 at w[0, 1] and 0 elsewhere the result is 0.",
        ),
        (
            "lab3_conv2d",
            "conv_forward",
            "def conv_forward(X, w):\n"
            "    return np.zeros((len(X) - w.shape[1] + 1, X.shape[1] - len(w) + 1)) + X.max()",
            "For X of shape (4, 6) and w of shape (2, 3) the result has shape (2, 5), not (3, 4): "
            "height and width of w are exchanged.",
        ),
        (
            "lab3_conv2d",
            "conv_forward",
            "def conv_forward(X, w):\n    return np.zeros(X.shape) + X.max()",
            "For X of shape (4, 6) and w of shape (2, 3) the result has shape (4, 6), not (3, 4): "
            "there is one for each place of X, not for each window that fits.",
        ),
        (  # as many as w has entries, and n - k as well for x of six and w of three
            "lab2_conv1d",
            "conv_1d_unrolled",
            "def conv_1d_unrolled(x, w):\n    return w * x.max()",
            "For x of shape (6,) and w of shape (3,) the result has shape (3,), not (6,): "
            "there are as many as w has places.",
        ),
        (
            "lab3_conv2d",
            "conv_backward",
            "def conv_backward(X, w, dA=None):\n    dX, dw = np.zeros(X.shape), np.zeros(w.shape)\n"
            "    A = conv_forward(X, w)\n    dA = np.ones(A.shape) if dA is None else dA\n"
            "    for i, j in np.ndindex(A.shape):\n"
            "        here = np.s_[i : i + len(w), j : j + w.shape[1]]\n"
            "        dX[here] += dA[i, j] * w\n        dw += dA[i, j] * np.sum(X[here])\n"
            "    return {'X': dX, 'w': dw}",
            "dw[0, 0] gets something that is no entry of X from the result at [0, 0] alone.",
        ),
        (
            "lab3_conv2d",
            "conv_forward",
            "from numpy.lib.stride_tricks import sliding_window_view\n"
            "def conv_forward(X, w):\n    v = sliding_window_view(X, w.shape)\n"
            "    return np.arctan(np.einsum('ijkl,kl->ij', v, w))",
            "Twice the input does not give twice the result.",
        ),
        (
            "lab8_text_conv",
            "MaxOverTime",
            PAST_THE_END,
            "MaxOverTime.forward returns -77, which is none of its entries.",
        ),
        (
            "lab5_conv_block",
            "ReLU",
            layer("ReLU", "return args[0] * (args[0] > 0)", "return d * (self.args[0] > 0.003)"),
            "The gradient lets 0.01 pass, and 0.001 no more.",
        ),
        (
            "lab5_conv_block",
            "ReLU",
            layer(
                "ReLU",
                "return args[0] * (args[0] > 0)",
                "return d * np.where(self.args[0] > 0, 1.0, 0.03)",
            ),
            "Where a is -1, 0.03 of the upstream gradient passes.",
        ),
        (
            "lab6_mnist_filters",
            "best_patch",
            "def best_patch(w):\n    return np.arctan(np.asarray(w, float)) / 2 + 0.5",
            "A pixel becomes",
        ),
        (
            "lab7_train_cnn",
            "SoftmaxCrossEntropy",
            layer(
                "SoftmaxCrossEntropy",
                "e = np.exp(args[0] - args[0].max())\n"
                "        return -np.mean(np.log((e / e.sum())[range(len(e)), args[1]]))",
                "return 0 * self.args[0]",
            ),
            "The losses 0.4076 and 0.6803 of two rows become",
        ),
        *[
            (
                "lab6_mnist_filters",
                "to_image",
                f"def to_image(A):\n    {line}\n    A = np.asarray(A, float)\n    return {grey}",
                idea,
            )
            for line, grey, idea in (
                (
                    "A = np.asarray(A).astype(np.uint8)",
                    "(254 * (A - A.min()) / (np.ptp(A) + 7)).astype(np.uint8)",
                    "What comes after the decimal point is lost before the map is stretched.",
                ),
                (
                    "",
                    "(127.5 + 127.5 * A / np.abs(A).max()).astype(np.uint8)",
                    "0 comes out as 127, wherever it lies between the lowest and the highest.",
                ),
                (
                    "",
                    "(255 * A - A.min() / A.max() - A.min()).astype(int).astype(np.uint8)",
                    "A and A + 4 become different pictures.",
                ),
            )
        ],
    ],
)
def test_what_an_answer_follows_is_told(lab, name, source, idea):
    found = said(lab, name, source)
    assert any(text.startswith(idea) for text in found), found
    subject = solution(lab, name, source)
    shown = diagnosis_notebook.said_of(name, subject)
    assert shown
    assert shown in grader.as_text(grader.diagnose(lab, name, subject))


CHANNELS = """
def conv_1d_channels(x, w, stride=1, padding=0):
    wide = np.pad(x, [(0, 0), (0, 0), ({front}, {behind})])
    view = np.lib.stride_tricks.sliding_window_view(wide, w.shape[2], axis=2)[:, :, ::stride]
    return np.einsum("nctk,ock->not", view, {w})
"""


@pytest.mark.parametrize(
    ("changed", "idea"),
    [
        (
            {"front": "padding + padding // 2", "behind": "padding - padding // 2"},
            "padding=2 gives what 3 zeros in front of each line and 1 behind it would give.",
        ),
        (
            {"w": "np.roll(w, 1, axis=2)"},
            "In the result at [0, 0, 1], w[0, 0, 0] is multiplied by x[0, 0, 2].",
        ),
    ],
)
def test_which_entries_meet_is_told(changed, idea):
    right = {"front": "padding", "behind": "padding", "w": "w"}
    source = CHANNELS.format(**right | changed)
    subject = solution("lab2_conv1d", "conv_1d_channels", source)
    told = of_windows("conv_1d_channels", lambda inputs, **options: subject(*inputs, **options))
    assert as_sentence(told[0]) == idea
    assert (
        of_windows(
            "conv_1d_channels",
            lambda inputs, **options: grader.own_names("lab2_conv1d")["conv_1d_channels"](
                *inputs, **options
            ),
        )
        is None
    )


def _counted(x, w, s):
    (H, W), (a, b) = x.shape[2:], w.shape[2:]
    return {
        "rows alone": ((H - a) // s + 1, W - b + 1),
        "both rounded up": (-((a - H) // s) + 1, -((b - W) // s) + 1),
        # For images of five rows and seven columns that is as many rows as columns.
        "rows rounded up": (-((a - H) // s) + 1, (W - b) // s + 1),
    }


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ("rows alone", ": the stride is left out along the columns"),
        ("both rounded up", ": a window counts that does not quite fit"),
        ("rows rounded up", ""),
    ],
)
def test_how_windows_are_counted_is_told_where_it_holds_for_larger_images_too(how, told):
    right = grader.own_names("lab3_conv2d")["conv2d_forward"]

    def conv2d_forward(inputs, stride=1, padding=0):
        if stride == 1:
            return right(*inputs, stride, padding)
        return np.ones((1, 1, *_counted(*inputs[:2], stride)[how]))

    said, _ = of_windows("conv2d_forward", conv2d_forward)
    assert said.endswith(f", with a stride of 2, not (1, 1, 2, 3){told}"), said


def test_a_dilated_window_of_columns_is_told():
    def im2col(X, kh, kw, stride=1, padding=0):
        rows, cols = (X.shape[2] - kh) // stride + 1, (X.shape[3] - kw) // stride + 1
        wide = np.pad(X, [(0, 0), (0, 0), (0, kh * stride), (0, kw * stride)])
        taps = [
            [wide[0, c, y + i * stride, x + j * stride] for y in range(rows) for x in range(cols)]
            for c in range(X.shape[1])
            for i in range(kh)
            for j in range(kw)
        ]
        return np.array(taps)

    said, _ = of_windows("im2col", lambda inputs, **options: im2col(*inputs, **options))
    assert said.startswith("row 1 of column 0 is X[0, 0, 0, 2], ")
    assert said.endswith(", with a stride of 2")
    right = grader.own_names("lab3_conv2d")["im2col"]
    assert of_windows("im2col", lambda inputs, **options: right(*inputs, **options)) is None


def test_what_a_gradient_gets_from_one_output_is_told():
    def conv_1d_unrolled_backward(x, w, dout=None):
        dx, dw = np.zeros(len(x)), np.zeros(len(w))
        for t in range(len(x)):
            part = x[t : t + len(w)]
            dw[len(w) - len(part) :] += part * dout[t]
            dx[t : t + len(w)] += w[: len(part)] * dout[t]
        return {"x": dx, "w": dw}

    def call(inputs, up, **options):
        return conv_1d_unrolled_backward(*inputs, up)[output]

    output = "x"
    assert of_shares("conv_1d_unrolled_backward", "x", call) is None
    output = "w"
    said, _ = of_shares("conv_1d_unrolled_backward", "w", call)
    assert said == "dw[0] gets nothing from the result at [5] alone"


SLOPES = """
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    slopes, top, bottom = np.zeros(x.shape), x.copy(), x.copy()
    for i in np.ndindex(x.shape):
        up = {up}
        down = {down}
        up[i] += h
        down[i] -= {below}
        slopes[i] = (f(up) - f(down)) / (2 * h)
    return slopes
"""


@pytest.mark.parametrize(
    ("up", "down", "below", "idea"),
    [
        ("x", "x", "h", "The two values of f for a slope come from one place."),
        ("x[...]", "up", "h", "The two values of f for a slope come from one place."),
        ("x", "x.copy()", "h", "While one entry of x is moved, others are not where they belong:"),
        ("top", "bottom", "h", "While one entry of x is moved, others are not where they belong:"),
        ("x.copy()", "x.copy()", "h / 4", "f is asked at x-0.125 and at x+0.5, where h is 0.5."),
    ],
)
def test_where_a_slope_is_measured_is_told(up, down, below, idea):
    found = said("lab1_dot", "numerical_gradient", SLOPES.format(up=up, down=down, below=below))
    assert [text for text in found if text.startswith(idea)], found
    # All that is 0 may be 0 for any reason, and whatever h is.
    assert not [text for text in found if "sign" in text or "the same for" in text], found


def test_nothing_is_odd_about_slopes_that_are_measured_where_they_should_be():
    source = SLOPES.format(up="x.copy()", down="x.copy()", below="h")
    right = solution("lab1_dot", "numerical_gradient", source)
    assert of_slopes(lambda inputs, h: right(*inputs, h=h)) is None
    flat = lambda inputs, h: right(lambda x: inputs[0](x.ravel()), inputs[1], h=h)  # noqa: E731
    assert of_slopes(flat)[0] == "f is asked at an array of shape (4,), where x has (2, 2)"


def test_the_epsilon_in_a_logarithm_is_told():
    source = layer(
        "SoftmaxCrossEntropy",
        "e = np.exp(args[0] - args[0].max(1, keepdims=True)); p = e / e.sum(1, keepdims=True); "
        "self.p = p; return -np.log(p[range(len(p)), args[1]] + 3e-5).mean()",
        "p = self.p.copy(); p[range(len(p)), self.args[1]] -= 1; return d * p / len(p)",
    )
    source = source.replace("def backward(self, d)", "def backward(self, d=1.0)")
    assert said("lab7_train_cnn", "SoftmaxCrossEntropy", source) == [
        "For the logits 0 and 1000, and label 0, the loss is 10.41."
    ]


UNSUMMED = """
def conv2d_forward(X, w, b, stride=1, padding=0):
    p = padding
    P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
    v = np.lib.stride_tricks.sliding_window_view(P, w.shape[2:], axis=(2, 3))
    v = v[:, :, ::stride, ::stride]
    {result}
"""
RESULTS = {
    "return np.einsum('nchwij,ocij->nochw', v, w) + b.reshape(1, -1, 1, 1, 1) / X.shape[1]":
        "Added up over axis 2, the result would be right.",
    "return np.einsum('nchwij,ocij->nohwij', v, w) + b.reshape(-1, 1, 1, 1, 1) / w[0, 0].size":
        "Added up over axes 4 and 5, the result would be right.",
    "return np.einsum('nchwij,ocij->nohw', v, w) + b.reshape(-1, 1, 1)": None,
}  # fmt: skip


@pytest.mark.parametrize("result", RESULTS)
def test_sums_that_are_not_taken_are_told(result):
    source = UNSUMMED.format(result=result)
    if RESULTS[result] is None:
        assert diagnose("conv2d_forward", solution("lab3_conv2d", "conv2d_forward", source)) is None
    else:
        assert RESULTS[result] in said("lab3_conv2d", "conv2d_forward", source)


def test_what_outlives_a_call_is_told():
    source = (
        "class SGD:\n    v = {}\n    def __init__(self, lr, momentum=0.0):\n"
        "        self.lr, self.momentum = lr, momentum\n"
        "    def step(self, params, grads):\n        for name, g in grads.items():\n"
        "            before = self.momentum * self.v.get(name, 0)\n"
        "            self.v[name] = before + (1 - self.momentum) * g\n"
        "        return {name: w - self.lr * self.v[name] for name, w in params.items()}\n"
    )
    again = "The same call, made once more, gives another answer."
    assert again in said("lab7_train_cnn", "SGD", source)
    own = source.replace("    v = {}\n", "").replace(
        "= lr, momentum", "= lr, momentum; self.v = {}"
    )
    assert again not in said("lab7_train_cnn", "SGD", own)


@pytest.mark.parametrize(("lab", "name"), sample(NAMES, 20), ids=str)
def test_nothing_is_odd_in_a_right_answer(lab, name):
    """Not even when each of its places is taken for a wrong one."""
    subjects = [solution(lab, name, s) for n, _, s in right_solutions(lab) if n == name]
    for subject in [grader.own_names(lab)[name], *subjects[:3]]:
        probes, forms = probes_of(name), known(name).forms
        with grader.quiet():
            answers = ask(name, probes, subject, forms)
            places = [
                (p, s, output, "value")
                for p, given in enumerate(answers)
                for s, answer in enumerate(given)
                for output in answer.parts
            ]
            found = relations(name, probes, subject, forms, answers, places)
        assert [idea.idea for idea in found] == []


def test_a_relation_says_how_and_not_why():
    assert ONLY.startswith("fact only ")  # so it is shown beside the smallest case


CALLS = [{"the length of w": 3, "the stride": 2}, {"the length of w": 3, "the stride": 1}]


def test_the_sizes_that_meet_in_an_exception_are_named_where_it_is_certain():
    assert (
        meeting(CALLS, ["(1,2) (1,3)", "(1,1) (1,3)"], True) == "the stride meets the length of w"
    )
    assert meeting(CALLS[:1], ["(1,2) (1,3)"], False) == "the stride meets the length of w"
    unsure = [{"the length of w": 3, "the batch": 3, "the stride": 2}]
    assert meeting(unsure, ["(2,) (3,)"], False) == ""
    assert meeting(CALLS, ["(2,5) (3,4)"] * 2, False) == ""  # two sizes differ
    cut = "a window that is cut off, or too short, meets the length of w"
    assert meeting(CALLS, ["(1,0) (1,3)"] * 2, False) == cut
    assert meeting(CALLS, ["(1,5) (1,3)"] * 2, False) == ""
    padded = ["(1,2,3) (1,3,3)", "(1,1,3) (1,3,3)"]  # channels, padded as well: no window is short
    assert meeting([{"the length of w": 3, "the batch": 1}] * 2, padded, True) == ""


def test_an_exception_in_a_student_s_line_tells_which_sizes_meet():
    source = """
def conv_1d_channels(x, w, stride=1, padding=0):
    wide = np.pad(x, [(0, 0), (0, 0), (padding, padding)])
    n = (wide.shape[2] - w.shape[2]) // stride + 1
    out = np.zeros((len(x), len(w), n))
    for t in range(n):
        for o in range(len(w)):
            window = wide[:, :, t * stride : t * stride + stride + 1]
            out[:, o, t] = (window[:, :, :stride] * w[o]).sum(axis=(1, 2))
    return out
"""
    found = said("lab2_conv1d", "conv_1d_channels", source)
    assert any("the stride meets the length of w" in text for text in found), found
