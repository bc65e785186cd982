"""Draw the graphs of the dot layer and of the convolution made of dots, forward and backward."""

from pathlib import Path

import numpy as np
from graph import GRADIENT, GREY, VALUE, WIDTH, Graph, listed, shape
from scipy.signal import convolve2d, correlate2d

from lib.plotting import number

# The dot layer. The arrays are not square, and the upstream gradient is not 1.
x = np.array([[1, -2, 3], [0, 4, -1]])
w = np.array([[2, 1, 1], [-3, 1, 2]])
a, da = np.sum(x * w), np.array(2)
dx, dw = da * w, da * x

# The convolution, with the same filter.
X = np.array([[1, 2, 0, -1], [3, -2, 1, 2], [0, 1, 3, -3]])
A = correlate2d(X, w, mode="valid")
dA = np.array([[1, 3], [-1, 2]])
dX, dw_conv = convolve2d(dA, w, mode="full"), correlate2d(X, dA, mode="valid")

# The same upstream gradient where the windows jump: zeros between its numbers and at the far end.
STRIDE, IMAGE = 2, (5, 6)
spread = np.zeros([n - k + 1 for n, k in zip(IMAGE, w.shape, strict=True)], dtype=int)
spread[::STRIDE, ::STRIDE] = dA
dX_stride = convolve2d(spread, w, mode="full")

# The split: a value that three operations use, and what each of them sends back.
shared, sent_back = np.array(3), np.array([2, -1, 4])

PICTURES = {
    "dot_layer_forward.png": (
        f"The arrays x = ({listed(x)}) and w = ({listed(w)}), both 2 × 3, flow into a dot layer. "
        f"It multiplies them place by place, which gives p = ({listed(x * w)}), and sums these "
        f"products to one number: a = {a}."
    ),
    "dot_layer_backward.png": (
        f"The dot layer with its gradients: the {da} that comes back to a is copied to every "
        f"product, and each product passes it on times its other factor. So the gradient of x is "
        f"{da} times w, ({listed(dx)}), and that of w is {da} times x, ({listed(dw)})."
    ),
    "conv_layer_forward.png": (
        f"The image X = ({listed(X)}), 3 × 4, and the filter w = ({listed(w)}), 2 × 3, flow into "
        f"a convolution, and the map A = ({listed(A)}), 2 × 2, comes out. One window of X is lit, "
        f"and the number that its dot with w gives, {A[0, 1]}."
    ),
    "conv_hint.png": (
        "A convolution drawn as four dot layers: each takes its own window of the 3 × 4 image X, "
        f"and all four share the filter w. Their results, {listed(A.ravel())}, are the four "
        "numbers of the 2 × 2 map A."
    ),
    "split.png": (
        f"One value, x = {shared}, splits into three ways, and each carries the same {shared}. "
        f"Backward, the gradients {listed(sent_back)} come back along the three ways, and where "
        f"these meet they add: the gradient of x is {sent_back.sum()}."
    ),
    "conv_layer_backward.png": (
        f"The convolution with its gradients: each dot hands its own number of dA = ({listed(dA)}),"
        " times w, back to its window of X, and times that window back to w. What arrives at one "
        f"place adds: dX = ({listed(dX)}), dw = ({listed(dw_conv)})."
    ),
    "conv_backward_sums.png": (
        f"dX and dw as sums over the four dots: w times {listed(dA.ravel())}, each laid on the "
        f"window of its dot, add to dX = ({listed(dX)}). The four windows of X, times the same "
        f"numbers, add to dw = ({listed(dw_conv)})."
    ),
    "stride_zeros.png": (
        f"Stride {STRIDE} backward: the upstream gradient dA = ({listed(dA)}) gets zeros between "
        f"its numbers and at the far end, and is {shape(spread)}. Its full convolution with "
        f"w = ({listed(w)}) is dX, {shape(dX_stride)}, whose last row and last column are zeros."
    ),
}


def window(i, j):
    """Where in `X` the window of dot (i, j) lies."""
    return slice(i, i + w.shape[0]), slice(j, j + w.shape[1])


def lit(array, place):
    """A mask over `array` that is true at `place`."""
    mask = np.zeros(array.shape, dtype=bool)
    mask[place] = True
    return mask


def dot_layer_forward():
    graph = Graph(290)
    graph.frame(196, 14, 404, 230, "dot")
    graph.cells(96, 80, x, r"$\mathbf{x}$")
    graph.value((150, 80), (216, 80))
    graph.cells(96, 196, w, r"$\mathbf{w}$")
    graph.value((150, 196), (216, 196))
    graph.node(240, 138, "×", 48, 190, 22)
    graph.cells(392, 96, x * w, r"$\mathbf{p}$")
    graph.value((264, 138), (520, 138))
    graph.text(392, 196, r"$a = \sum_i\,\sum_j\ x_{ij}\ w_{ij}$", size=18)
    graph.node(552, 138, r"$\Sigma$", 64, 84, 22)
    graph.value((584, 138), (756, 138))
    graph.cells(678, 112, a, "$a$")
    graph.key(268, gradients=False)
    return graph


def dot_layer_backward():
    graph = Graph(466)
    graph.frame(196, 14, 404, 406, "dot")
    for y, name, other, value, slope in (
        (74, r"\mathbf{x}", r"\mathbf{w}", x, dx),
        (272, r"\mathbf{w}", r"\mathbf{x}", w, dw),
    ):
        graph.cells(96, y, value, f"${name}$")
        graph.value((150, y), (216, y))
        words = rf"$\nabla_{{{name}}} = \nabla_a\, {other}$ "
        graph.cells(96, y + 98, slope, words, GRADIENT)
        graph.gradient((216, y + 98), (150, y + 98))
    graph.node(240, 223, "×", 48, 360, 22)
    graph.cells(392, 164, x * w, r"$\mathbf{p}$")
    graph.value((264, 210), (520, 210))
    graph.gradient((520, 236), (264, 236))
    graph.cells(392, 306, np.full(x.shape, da), r"$\nabla_{\mathbf{p}}$ ", GRADIENT)
    graph.text(432, 362, r"$\Sigma$ copies what comes back to every product,", GREY, 13)
    graph.text(432, 384, "× passes it on, times the other factor", GREY, 13)
    graph.node(552, 223, r"$\Sigma$", 64, 84, 22)
    graph.cells(678, 182, a, "$a$")
    graph.value((584, 210), (756, 210))
    graph.gradient((756, 236), (584, 236))
    graph.cells(678, 282, da, r"$\nabla_a$", GRADIENT)
    graph.key(444)
    return graph


def conv_layer_forward():
    graph = Graph(326)
    i, j = 0, 1
    graph.cells(110, 82, X, r"$\mathbf{X}$", lit=lit(X, window(i, j)))
    graph.value((180, 82), (330, 82))
    graph.cells(110, 200, w, r"$\mathbf{w}$")
    graph.value((180, 200), (330, 200))
    graph.node(385, 141, "conv", 110, 190)
    graph.cells(610, 102, A, r"$\mathbf{A}$", lit=lit(A, (i, j)))
    graph.value((440, 141), (756, 141))
    terms = zip(X[window(i, j)].ravel(), w.ravel(), strict=True)
    products = " + ".join("·".join(f"({number(n)})" if n < 0 else f"{n}" for n in t) for t in terms)
    words = f"A[{i}, {j}] = dot(window, w) = {products} = {number(A[i, j])}"
    graph.text(WIDTH / 2, 264, words, VALUE, 15)
    graph.key(304, gradients=False)
    return graph


def conv_hint():
    graph = Graph(478)
    middle = 230
    graph.cells(64, middle, w, r"$\mathbf{w}$")
    for row, (i, j) in enumerate(np.ndindex(A.shape)):
        y = 80 + 100 * row
        graph.value((116, middle), (146, middle), (146, y + 42), (430, y + 42))
        graph.cells(270, y, X, lit=lit(X, window(i, j)), cell=24)
        graph.value((324, y), (430, y))
        graph.node(468, y + 21, "dot", 76, 68)
        graph.cells(570, y, A[i, j], f"A[{i}, {j}]")
        graph.value((506, y + 21), (630, y + 21), (630, middle), (670, middle))
    graph.text(270, 28, rf"$\mathbf{{X}}$  {shape(X)}, a window of it lit", VALUE, 15)
    graph.fork(146, middle)
    graph.cells(716, middle, A, r"$\mathbf{A}$")
    graph.key(456, gradients=False)
    return graph


def split():
    graph = Graph(386)
    middle = 168
    graph.cells(150, middle - 40, shared, "$x$")
    graph.value((30, middle - 11), (290, middle - 11))
    graph.gradient((290, middle + 11), (30, middle + 11))
    words = " + ".join(f"({number(n)})" if n < 0 else f"{n}" for n in sent_back)
    words = rf"$\nabla_x$ = {words} = {number(sent_back.sum())}"
    graph.text(150, middle + 34, words, GRADIENT, 16)
    graph.node(350, middle, "split", 120, 308)
    graph.text(350, middle - 70, "forward:\ncopies", VALUE)
    graph.text(350, middle + 70, "backward:\nadds", GRADIENT)
    for i, slope in enumerate(sent_back):
        y = middle + 106 * (i - 1)
        graph.value((410, y - 11), (640, y - 11))
        graph.gradient((640, y + 11), (410, y + 11))
        graph.cells(525, y - 31, shared, cell=28)
        graph.cells(525, y + 31, slope, colour=GRADIENT, cell=28)
        graph.node(692, y, f"use {i + 1}", 104, 70)
    graph.key(364)
    return graph


def conv_layer_backward():
    graph = Graph(540)
    rows = (
        (82, 128, r"\mathbf{X}", X, dX, "w  on its window", "where windows overlap, these add"),
        (332, 104, r"\mathbf{w}", w, dw_conv, "its window", "all dots use w: these add"),
    )
    for y, apart, name, value, slope, sent, note in rows:
        graph.cells(94, y, value, f"${name}$")
        graph.value((164, y), (470, y))
        y += apart
        graph.cells(94, y, slope, rf"$\nabla_{{{name}}}$ ", GRADIENT)
        graph.gradient((470, y), (164, y))
        graph.text(322, y - 18, f"each dot:  dA[i, j] · {sent}", GRADIENT)
        graph.text(322, y + 18, note, GREY)
    graph.node(520, 253, "conv", 100, 450)
    graph.cells(675, 192, A, r"$\mathbf{A}$")
    graph.value((570, 241), (756, 241))
    graph.gradient((756, 265), (570, 265))
    graph.cells(675, 330, dA, r"$\nabla_{\mathbf{A}}$ ", GRADIENT)
    graph.key(518)
    return graph


def conv_backward_sums():
    graph = Graph(366)
    for term, (i, j) in enumerate(np.ndindex(dA.shape)):
        middle = 76 + 156 * term
        place, scale = window(i, j), number(dA[i, j])
        graph.text(middle, 24, f"dA[{i}, {j}] = {scale}", size=15)
        laid = np.zeros_like(X)
        laid[place] = dA[i, j] * w
        graph.text(middle, 66, f"{scale} · w", GRADIENT)
        graph.cells(middle, 124, laid, colour=GRADIENT, shown=lit(X, place))
        graph.text(middle, 238, f"{scale} · window", GRADIENT)
        graph.cells(middle, 281, dA[i, j] * X[place], colour=GRADIENT)
        for y in (124, 281):
            graph.text(middle + 78, y, "=" if (i, j) == (1, 1) else "+", size=17)
    graph.cells(700, 124, dX, "dX", GRADIENT)
    graph.cells(700, 281, dw_conv, "dw", GRADIENT)
    graph.text(
        388,
        190,
        "Each dot lays dA[i, j] · w on its own window of X; where windows overlap, these add.",
        GREY,
    )
    graph.text(388, 334, "Each dot hands dA[i, j] · its window to w; all four add.", GREY)
    return graph


def stride_zeros():
    graph = Graph(278)
    y = 118
    graph.cells(64, y, dA, r"$\nabla_{\mathbf{A}}$ ", GRADIENT)
    graph.text(136, y, "→", size=22)
    given = lit(spread, np.s_[::STRIDE, ::STRIDE])
    graph.cells(230, y, spread, "with zeros", GRADIENT, lit=given)
    graph.text(320, y, "∗", size=22)
    graph.cells(396, y, w, r"$\mathbf{w}$")
    graph.text(472, y, "=", size=22)
    graph.cells(610, y, dX_stride, r"$\nabla_{\mathbf{X}}$ ", GRADIENT)
    words = "The places that a stride leaves out are zeros in between. Then go on as with stride 1:"
    graph.text(WIDTH / 2, 238, words, GREY)
    graph.text(WIDTH / 2, 259, "a full convolution. What no window covers has gradient 0.", GREY)
    return graph


def draw(folder):
    """Write every picture into `folder`."""
    for picture in (
        dot_layer_forward,
        dot_layer_backward,
        conv_layer_forward,
        conv_hint,
        split,
        conv_layer_backward,
        conv_backward_sums,
        stride_zeros,
    ):
        picture().save(folder / f"{picture.__name__}.png")


if __name__ == "__main__":
    draw(Path(__file__).parent)
