# ---
# jupyter:
#   lab:
#     mutants: true
#     demo: [ada, blaise, carl, dora]
# ---

# %% [markdown]
# # Lab 3 · Convolution in two dimensions
#
# A small window slides over a picture and asks at every place: how much does this look like my
# filter? You build this layer for one grey picture, for batches with many channels and filters, and
# as a single matrix product. On the way it learns its first filter.
#
# |part|minutes|points|
# |---|--:|--:|
# |1 One picture, one filter|20|5|
# |2 The way back|35|11|
# |3 Batches, channels, filters, strides, padding|30|10|
# |4 The way back, with everything in it|40|14|
# |5 One matrix product|45|12|
# |in all|170|**52**|
#
# Parts 1 and 2 make a first evening, 3 and 4 a second. Under each task stand its checks, each
# folded into one line. Run them when you have written your answer: a check that passes prints
# nothing, one that fails says what is wrong (open it to see the numbers). When the lab is graded,
# further checks of the same kind run with other numbers.

# %% locked="setup"
import numpy as np

from lib.checking import (
    case,
    check_bounds,
    check_cases,
    check_kinds,
    check_one_of,
    check_own_steps,
    check_untouched,
    gradient_check,
)


# %% locked="helpers"
# What several checks use: right answers by scipy, and a choice of settings
def _with_or_without_padding(check):
    """Pass if a check passes at padding 0, or else at padding 1: padding has checks of its own."""
    check_one_of(lambda: check(0), lambda: check(1))


def _right(X, w, b, stride=1, padding=0):
    """What conv2d_forward returns, by scipy: one image and one filter at a time."""
    from scipy.signal import correlate

    P = np.pad(X * 1.0, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    A = np.array([[correlate(x, f, "valid", "direct")[0] for f in w * 1.0] for x in P])
    return A[:, :, ::stride, ::stride] + b[:, None, None]


def _right_gradients(X, w, b, dA=None, stride=1, padding=0):
    """What conv2d_backward returns: all windows are there, those between the strides have dA 0."""
    from scipy.signal import convolve, correlate

    dA = np.ones(_right(X, w, b, stride, padding).shape) if dA is None else dA * 1.0
    P = np.pad(X * 1.0, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    sizes = [n - k + 1 for n, k in zip(P.shape[2:], w.shape[2:], strict=True)]
    spread = np.zeros((len(X), len(w), *sizes))
    spread[:, :, ::stride, ::stride] = dA
    pairs = [list(zip(maps[:, None], w * 1.0, strict=True)) for maps in spread]
    dP = np.array([sum(convolve(g, f, "full", "direct") for g, f in each) for each in pairs])
    dw = sum(
        np.array([correlate(x, g[None], "valid", "direct") for g in maps])
        for x, maps in zip(P, spread, strict=True)
    )
    rows, columns = (slice(padding, padding + n) for n in X.shape[2:])
    return {"X": dP[:, :, rows, columns], "w": dw, "b": dA.sum(axis=(0, 2, 3))}


# %% [markdown]
# ## The fine print
#
# Worth up to a fifth of each task's points.
#
# - **Numbers of every kind.** Arrays hold `float64`, `float32` or `int64`, and may be views. No
#   digits after the decimal point may get lost. Gradients are always `float64`.
# - **What is the caller's stays as it is.** Change no argument, the upstream gradient included, and
#   return new arrays.
# - **Any shape.** Neither images nor filters need be square, a filter may be a single pixel or as
#   large as the image.
# - **Out of bounds**, for they would do the exercise: scipy, torch, tensorflow, jax, cv2, skimage;
#   `np.convolve`, `np.correlate`, `np.fft`, `np.polymul`, `np.gradient`. The text uses scipy to
#   look up right answers.
#
# ## 1 · One picture, one filter
#
# A convolution is the dot layer of lab 1, applied again and again. Put the filter $w$ of $K_H\times
# K_W$ weights on the image $X$ of $H\times W$ pixels, so that their top left corners meet. Multiply
# the numbers that lie on top of each other, and add up. Then move one step to the right; at the
# edge, start again one row down. The place of a window's top left corner is its *anchor* $(i,j)$:
#
# $$A_{i,j} = \sum_{u=0}^{K_H-1} \sum_{v=0}^{K_W-1} X_{i+u,\,j+v}\; w_{u,v}$$
#
# The last anchor that fits is $H-K_H$ rows down. So $A$ has $H-K_H+1$ rows and likewise $W-K_W+1$
# columns. This is a *valid* convolution: only windows inside the image count.
#
# ![One step in numbers: a 2 × 3 filter on a 3 × 4 image with no padding and stride 1 gives a 2 ×
# 2 output. Height and width are computed apart, each with its own
# size.](../../figures/rectangular_filter.png)
#
# [Play](../../figures/rectangular_filter.gif)


# %%
def dot_forward(x, w):
    """Sum of the elementwise products of two arrays of one shape, as in lab 1."""
    return np.sum(x * w)


X = np.array([[1.0, 2, 0, -1], [3, -2, 1, 2], [0, 1, 3, -3]])
w = np.array([[2.0, 1, 1], [-3, 1, 2]])
for i in range(2):
    for j in range(2):
        print(f"A[{i}, {j}] = {dot_forward(X[i : i + 2, j : j + 3], w):g}")

# %% [markdown]
# Nobody turns the filter, so scipy's `correlate2d` is our reference:

# %%
from scipy import signal

print("correlate2d, which is ours:", signal.correlate2d(X, w, mode="valid"), sep="\n")
print("convolve2d, which turns w first:", signal.convolve2d(X, w, mode="valid"), sep="\n")

# %% [markdown]
# ### Task 1 · `conv_forward` · 5 points
#
# Build it from dots, for every image and every filter that fits into it.
#
# <details><summary>Hint</summary>
#
# Two loops over the anchors, `i` and `j`. The window is a slice of `X`: rows `i` to `i + KH`, and
# Python leaves the end out. `H, W = X.shape` reads both sizes.
# </details>


# %% solution="conv_forward"
def conv_forward(X, w):
    """Slide one filter over one image.

    Parameters
    ----------
    X : array (H, W)
    w : array (KH, KW), no larger than X

    Returns
    -------
    array (H - KH + 1, W - KW + 1)
        Entry (i, j) is the dot product of `w` with the window of `X` anchored at (i, j).
    """
    if X.ndim != 2 or w.ndim != 2 or w.shape[0] > X.shape[0] or w.shape[1] > X.shape[1]:
        raise ValueError(
            f"Expected an image and a filter that fits in it, got {X.shape} and {w.shape}."
        )
    ### BEGIN SOLUTION
    H, W = X.shape
    KH, KW = w.shape
    A = np.zeros((H - KH + 1, W - KW + 1))
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            A[i, j] = np.sum(X[i : i + KH, j : j + KW] * w)
    return A
    ### END SOLUTION


# %% test="test_conv_forward" points=2.5
# Square images, filters of 3×3
# By hand. The window at (0, 0): 1·1 + 0·2 + 2·0 + 0·0 + 3·1 + 1·0 + 2·3 + 1·0 - 0·1 = 10.
_X = [[1, 0, 2, 1], [0, 3, 1, 0], [2, 1, 0, 1], [1, 0, 1, 2]]
_w = [[1, 2, 0], [0, 1, 0], [3, 0, -1]]
check_cases(conv_forward, case(_X, _w, gives=[[10, 7], [9, 3]]))
check_bounds(conv_forward, np.array(_X, float), np.array(_w, float))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases, _generator = [], rng()
for _scale in (1e-6, 1e6):
    _X, _w = _scale * _generator.normal(size=(5, 5)), _generator.normal(size=(3, 3))
    _A = _right(_X[None, None], _w[None, None], np.zeros(1))[0, 0]
    _cases.append(case(_X, _w, gives=_A, title=f"5×5, values about {_scale:g}"))
check_cases(conv_forward, *_cases)
### END HIDDEN TESTS

# %% test="test_conv_forward_filters" points=0.75
# Filters of any shape: one pixel, a row, a column, as large as the image
_X = [[1, 2, 4], [8, 16, 32], [64, 128, 256]]
check_cases(
    conv_forward,
    case(_X, [[1, -2]], gives=[[-3, -6], [-24, -48], [-192, -384]]),
    case(_X, [[1], [1], [-1]], gives=[[-55, -110, -220]]),
    case(_X, [[1, 2], [-1, 0]], gives=[[-3, -6], [-24, -48]]),
    case(_X, [[3]], gives=[[3, 6, 12], [24, 48, 96], [192, 384, 768]]),
    case(_X, [[1, 0, 0], [0, 0, -1], [0, 2, 0]], gives=[[225]]),
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases, _generator = [], rng()
for _image, _filter in [((6, 6), k) for k in [(2, 4), (4, 1), (6, 2), (6, 6)]]:
    _X, _w = _generator.normal(size=_image), _generator.normal(size=_filter) + 1
    _A = _right(_X[None, None], _w[None, None], np.zeros(1))[0, 0]
    _cases.append(case(X=_X, w=_w, gives=_A, title=f"X {_image}, w {_filter}"))
check_cases(conv_forward, *_cases)
### END HIDDEN TESTS

# %% test="test_conv_forward_images" points=0.75
# Images of any shape: wide and tall
# The filter looks at two of its corners.
_w = [[1, 0, 0], [0, 0, 0], [0, 0, -1]]
check_cases(
    conv_forward,
    case([[1, 2, 3, 4, 5], [0, 0, 0, 0, 0], [0, 0, 5, 7, 9]], _w, gives=[[-4, -5, -6]]),
    case([[1, 0, 0], [2, 0, 0], [3, 0, 5], [0, 0, 7], [0, 0, 9]], _w, gives=[[-4], [-5], [-6]]),
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases, _generator = [], rng()
for _image, _filter in [(n, (3, 3)) for n in [(3, 7), (7, 3), (5, 6)]]:
    _X, _w = _generator.normal(size=_image), _generator.normal(size=_filter) + 1
    _A = _right(_X[None, None], _w[None, None], np.zeros(1))[0, 0]
    _cases.append(case(X=_X, w=_w, gives=_A, title=f"X {_image}, w {_filter}"))
check_cases(conv_forward, *_cases)
### END HIDDEN TESTS

# %% test="test_conv_forward_kinds" points=0.5
# Integers, float32 and views give the same as float64
_X = np.arange(1.25, 26).reshape(5, 5) % 7
_w = np.array([[2.5, -1.25, 0.75], [1.75, 3.5, -2.25], [-0.5, 1.5, 2.75]])
check_kinds(conv_forward, _X, _w, gives=_right(_X[None, None], _w[None, None], np.zeros(1))[0, 0])
### BEGIN HIDDEN TESTS
from lib.checking import rng

_X = rng().integers(1, 40, size=(5, 5)) / 4
_A = _right(_X[None, None], _w[None, None], np.zeros(1))[0, 0]
check_cases(conv_forward, case(_X, _w, gives=_A))
### END HIDDEN TESTS

# %% test="test_conv_forward_untouched" points=0.5
# X and w stay as they are, and the map is a new array
_X = np.arange(1.25, 26).reshape(5, 5) % 7
_w = np.array([[2.5, -1.25, 0.75], [1.75, 3.5, -2.25], [-0.5, 1.5, 2.75]])
_A = _right(_X[None, None], _w[None, None], np.zeros(1))[0, 0]
check_untouched(conv_forward, _X, _w, gives=_A)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_X = rng().integers(1, 40, size=(5, 5)) / 4
_A = _right(_X[None, None], _w[None, None], np.zeros(1))[0, 0]
check_cases(conv_forward, case(_X, _w, gives=_A))
### END HIDDEN TESTS

# %% [markdown]
# **A real picture.** The pixels of this MNIST digit are bytes (`uint8`), and bytes wrap around: 200
# times 2 is 144. So first turn an image into floats. Where it goes from bright above to dark
# below, the map is white.

# %%
from lib.mnist import load_mnist
from lib.plotting import show_row

(x_train, _), _ = load_mnist()
digit = x_train[2] / 255  # from bytes to floats between 0 and 1
print("the byte 200 times 2:", (np.array([200], np.uint8) * np.array([2], np.uint8))[0])

edges = np.array([[1.0, 1, 1], [0, 0, 0], [-1, -1, -1]])
A = conv_forward(digit, edges)
reference = signal.correlate2d(digit, edges, mode="valid")
print("largest difference from scipy:", np.abs(A - reference).max())
show_row(
    [digit, edges, A, reference],
    ["a 4", "w", "yours", "scipy's"],
    ["image", "filter", "map", "map"],
)

# %% [markdown]
# ## 2 · The way back
#
# The layers after ours tell us the upstream gradient $\nabla_A$ (`dA` in code), of the shape of
# $A$: how much the loss $L$ changes when an entry of $A$ does. We owe the same for our inputs,
# $\nabla_X$ and $\nabla_w$.
#
# ![The image X = (1, 2, 0, −1; 3, −2, 1, 2; 0, 1, 3, −3), 3 × 4, and the filter w = (2, 1, 1; −3,
# 1, 2), 2 × 3, flow into a convolution, and the map A = (−5, 14; 12, −7), 2 × 2, comes out. One
# window of X is lit, and the number that its dot with w gives,
# 14.](../../images/conv_layer_forward.png)
#
# One rule is enough:
#
# > **When something is used in several places, its gradient is the sum over all its uses.**
#
# A convolution is many dots. The dot at $(i, j)$ multiplies its window by $w$, so by the rule of
# lab 1 (a product swaps) it sends `dA[i, j] * w` to its window and `dA[i, j]` times the window to
# the filter. Now sum over the uses:
#
# - The filter is used by *every* dot: $\nabla_w$ is the sum of `dA[i, j]` times the window at $(i,
#   j)$.
# - A pixel is used by every dot *whose window covers it*: each adds `dA[i, j] * w` to its part of
#   $\nabla_X$.
#
# With `dA = [[1, 3], [-1, 2]]`: the pixel `X[1, 1]` meets another entry of $w$ in each of the four
# windows: `dX[1, 1]` is $1 \cdot 1 + 3 \cdot (-3) + (-1) \cdot 1 + 2 \cdot 2 = -5$. And `w[0, 1]`
# meets the pixels 2, 0, −2, 1 in turn, so `dw[0, 1]` is $1 \cdot 2 + 3 \cdot 0 + (-1)(-2) + 2 \cdot
# 1 = 6$. Raise either by 1, and the sum of all `A * dA` grows by just that:

# %%
dA = np.array([[1.0, 3], [-1, 2]])


def loss(X, w):
    return np.sum(signal.correlate2d(X, w, mode="valid") * dA)


bumped = X.copy()
bumped[1, 1] += 1
print("raise X[1, 1] by 1:", loss(bumped, w) - loss(X, w))
bumped = w.copy()
bumped[0, 1] += 1
print("raise w[0, 1] by 1:", loss(X, bumped) - loss(X, w))

# %% [markdown]
# **Why $\nabla_X$ is a full convolution** (stride 1). Ask where a pixel gets its gradient from.
# Pixel $(p, q)$ meets $w_{u,v}$ in the window at $(p-u, q-v)$:
#
# $$(\nabla_X)_{p,q} = \sum_{u,v} (\nabla_A)_{p-u,\,q-v}\; w_{u,v}$$
#
# where $\nabla_A$ counts as 0 outside of its shape. Where the forward pass looked down and to the
# right of its anchor, this looks up and to the left. That is a filter reversed, bottom to top and
# right to left, and anchored at its bottom right corner: a convolution in the mathematicians'
# sense. Every overlap counts, down to a corner: that is what *full* means, and
# $(H-K_H+1)+(K_H-1)=H.$
#
# For the filter nothing is reversed: $\nabla_w$ is the valid cross-correlation of $X$ with
# $\nabla_A$.

# %%
print("dX, a full convolution of dA with w:", signal.convolve2d(dA, w), sep="\n")
print("dw, a valid correlation of X with dA:", signal.correlate2d(X, dA, "valid"), sep="\n")

# %% [markdown]
# ### Task 2 · Annotate the example · 1 point
#
# Write $(\nabla_X)_{0,0}$, $(\nabla_X)_{0,1}$ and $(\nabla_w)_{1,2}$ of the picture as sums of
# products of entries of $\nabla_A$, $w$ and $X$; the numbers above tell whether you are right.
# Then: with a 5×6 image and a 3×3 filter, in how many windows is a corner pixel, and one in the
# middle? What does that mean for their gradients?
#
# <details><summary>Hint: one node, taken apart</summary>
#
# ![A convolution drawn as four dot layers: each takes its own window of the 3 × 4 image X, and all
# four share the filter w. Their results, −5, 14, 12, −7, are the four numbers of the 2 × 2 map
# A.](../../images/conv_hint.png)
# </details>
# <details><summary>Hint: what happens where a value splits</summary>
#
# ![One value, x = 3, splits into three ways, and each carries the same 3. Backward, the gradients
# 2, −1, 4 come back along the three ways, and where these meet they add: the gradient of x is
# 5.](../../images/split.png)
# </details>

# %% [markdown] written="conv_gradients" points=1
# $(\nabla_X)_{0,0} = (\nabla_A)_{0,0} w_{0,0} = 2$, $\ (\nabla_X)_{0,1} = (\nabla_A)_{0,0} w_{0,1}
# + (\nabla_A)_{0,1} w_{0,0} = 7$, and $(\nabla_w)_{1,2} = (\nabla_A)_{0,0} X_{1,2} +
# (\nabla_A)_{0,1} X_{1,3} + (\nabla_A)_{1,0} X_{2,2} + (\nabla_A)_{1,1} X_{2,3} = -2$.
#
# A corner pixel of the 5×6 image is part of one window, a pixel in the middle of all nine that
# cover it. Its gradient is the sum over these uses: one product at the corner, nine in the middle.
# Pixels at the border have less influence on the output, unless we pad.
#
# ![The convolution with its gradients: each dot hands its own number of dA = (1, 3; −1, 2), times
# w, back to its window of X, and times that window back to w. What arrives at one place adds: dX =
# (2, 7, 4, 3; −5, −5, 6, 8; 3, −7, 0, 4), dw = (0, 6, 0; −1, 6,
# −2).](../../images/conv_layer_backward.png)
#
# ![dX and dw as sums over the four dots: w times 1, 3, −1, 2, each laid on the window of its dot,
# add to dX = (2, 7, 4, 3; −5, −5, 6, 8; 3, −7, 0, 4). The four windows of X, times the same
# numbers, add to dw = (0, 6, 0; −1, 6, −2).](../../images/conv_backward_sums.png)

# %% [markdown]
# ### Task 3 · `conv_backward` · 10 points
#
# The upstream gradient defaults to ones. It may be zero, in part or as a whole, and then so are the
# gradients: ask `dA is None`, not whether it is zero.
#
# <details><summary>Hint</summary>
#
# Start from zeros of the shapes of `X` and `w` (of which dtype?), and go through the same two loops
# as in the forward pass. Each window adds to both: with `=` for `+=` only the last use counts.
# </details>


# %% solution="conv_backward"
def conv_backward(X, w, dA=None):
    """Gradients of `conv_forward`.

    Parameters
    ----------
    X : array (H, W)
    w : array (KH, KW), no larger than X
    dA : array (H - KH + 1, W - KW + 1), optional
        Upstream gradient; ones if not given.

    Returns
    -------
    dict
        `{'X': dX, 'w': dw}`, float64, of the shapes of `X` and `w`.
    """
    if X.ndim != 2 or w.ndim != 2 or w.shape[0] > X.shape[0] or w.shape[1] > X.shape[1]:
        raise ValueError(
            f"Expected an image and a filter that fits in it, got {X.shape} and {w.shape}."
        )
    ### BEGIN SOLUTION
    H, W = X.shape
    KH, KW = w.shape
    if dA is None:
        dA = np.ones((H - KH + 1, W - KW + 1))
    dX, dw = np.zeros(X.shape), np.zeros(w.shape)
    for i in range(H - KH + 1):
        for j in range(W - KW + 1):
            dX[i : i + KH, j : j + KW] += dA[i, j] * w
            dw += dA[i, j] * X[i : i + KH, j : j + KW]
    return {"X": dX, "w": dw}
    ### END SOLUTION


# %% test="test_conv_backward" points=2
# A start: without dA, which is then ones, one of the two gradients is right
# By hand: a pixel in the middle has four uses, one in the corner has one.
_X = [[1, 0, 2, 1], [0, 3, 1, 0], [2, 1, 0, 1], [1, 0, 1, 2]]
_w = [[1, 2, 0], [0, 1, 0], [3, 0, -1]]
_dX, _dw = (
    [[1, 3, 2, 0], [1, 4, 3, 0], [3, 4, 0, -1], [3, 3, -1, -1]],
    [[4, 6, 4], [6, 5, 2], [4, 2, 4]],
)
check_one_of(
    lambda: check_cases(conv_backward, case(_X, _w, gives=_dX), of="X"),
    lambda: check_cases(conv_backward, case(_X, _w, gives=_dw), of="w"),
)
check_bounds(conv_backward, np.array(_X, float), np.array(_w, float))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_generator, _into = rng(), {"X": [], "w": []}
for _scale in (1e-6, 1e6):
    _X, _w = _scale * _generator.normal(size=(5, 5)), _generator.normal(size=(3, 3))
    _both = _right_gradients(_X[None, None], _w[None, None], np.zeros(1))
    for _name, _list in _into.items():
        _list.append(case(_X, _w, gives=_both[_name][0, 0], title=f"5×5, about {_scale:g}"))
check_one_of(
    lambda: check_cases(conv_backward, *_into["X"], of="X"),
    lambda: check_cases(conv_backward, *_into["w"], of="w"),
)
### END HIDDEN TESTS

# %% test="test_conv_backward_X" points=1.5
# The gradient of X, with an upstream gradient
_X = [[1, 0, 2, 1], [0, 3, 1, 0], [2, 1, 0, 1], [1, 0, 1, 2]]
_w = [[1, 2, 0], [0, 1, 0], [3, 0, -1]]
_dX = [[1, 5, 6, 0], [-1, 1, 7, 0], [3, 8, 1, -3], [-3, 6, 1, -2]]
check_cases(
    conv_backward,
    case(_X, _w, [[1, 3], [-1, 2]], gives=_dX),
    case(_X, _w, [[0, 0], [0, 0]], gives=np.zeros((4, 4))),  # zero is not the same as not given
    of="X",
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases, _generator = [], rng()
for _n in (3, 5):
    _X, _w = _generator.normal(size=(_n, _n)), _generator.normal(size=(3, 3))
    _dA = _generator.normal(size=(_n - 2, _n - 2))
    _both = _right_gradients(_X[None, None], _w[None, None], np.zeros(1), _dA[None, None])
    _cases.append(case(_X, _w, _dA, gives=_both["X"][0, 0], title=f"X {_n}×{_n}"))
check_cases(conv_backward, *_cases, of="X")
### END HIDDEN TESTS

# %% test="test_conv_backward_w" points=1.5
# The gradient of w, with an upstream gradient
_X = [[1, 0, 2, 1], [0, 3, 1, 0], [2, 1, 0, 1], [1, 0, 1, 2]]
_w = [[1, 2, 0], [0, 1, 0], [3, 0, -1]]
_dw = [[7, 5, 4], [9, 5, 3], [4, 3, 6]]
check_cases(
    conv_backward,
    case(_X, _w, [[1, 3], [-1, 2]], gives=_dw),
    case(_X, _w, [[0, 0], [0, 0]], gives=np.zeros((3, 3))),  # zero is not the same as not given
    of="w",
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases, _generator = [], rng()
for _n in (3, 5):
    _X, _w = _generator.normal(size=(_n, _n)), _generator.normal(size=(3, 3))
    _dA = _generator.normal(size=(_n - 2, _n - 2))
    _both = _right_gradients(_X[None, None], _w[None, None], np.zeros(1), _dA[None, None])
    _cases.append(case(_X, _w, _dA, gives=_both["w"][0, 0], title=f"X {_n}×{_n}"))
check_cases(conv_backward, *_cases, of="w")
### END HIDDEN TESTS

# %% test="test_conv_backward_sizes_X" points=1.5
# The gradient of X where images and filters are not square, dA of ones
_row, _column = np.array([[1.0, 2, 4, 8]]), np.array([[1.0], [2], [4], [8]])
check_cases(
    conv_backward,
    case(_row, [[1, -2]], gives=[[1, -1, -1, -2]]),
    case(_column, [[1], [-2]], gives=[[1], [-1], [-1], [-2]]),
    of="X",
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases, _generator = [], rng()
for _image, _filter in [
    ((5, 5), (2, 4)),
    ((3, 6), (3, 3)),
    ((4, 5), (1, 1)),
    ((6, 1), (4, 1)),
    ((4, 6), (3, 2)),
    ((4, 3), (4, 3)),
]:
    _X, _w = _generator.normal(size=_image), _generator.normal(size=_filter) + 1
    _both = _right_gradients(_X[None, None], _w[None, None], np.zeros(1))
    _cases.append(case(X=_X, w=_w, gives=_both["X"][0, 0], title=f"X {_image}, w {_filter}"))
check_cases(conv_backward, *_cases, of="X")
### END HIDDEN TESTS

# %% test="test_conv_backward_sizes_w" points=1.5
# The gradient of w where images and filters are not square, dA of ones
_row, _column = np.array([[1.0, 2, 4, 8]]), np.array([[1.0], [2], [4], [8]])
check_cases(
    conv_backward,
    case(_row, [[1, -2]], gives=[[7, 14]]),
    case(_column, [[1], [-2]], gives=[[7], [14]]),
    of="w",
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases, _generator = [], rng()
for _image, _filter in [
    ((5, 5), (2, 4)),
    ((3, 6), (3, 3)),
    ((4, 5), (1, 1)),
    ((6, 1), (4, 1)),
    ((4, 6), (3, 2)),
    ((4, 3), (4, 3)),
]:
    _X, _w = _generator.normal(size=_image), _generator.normal(size=_filter) + 1
    _both = _right_gradients(_X[None, None], _w[None, None], np.zeros(1))
    _cases.append(case(X=_X, w=_w, gives=_both["w"][0, 0], title=f"X {_image}, w {_filter}"))
check_cases(conv_backward, *_cases, of="w")
### END HIDDEN TESTS

# %% test="test_conv_backward_kinds" points=1
# A dict of two float64 gradients, whatever numbers come in
_X, _w = np.arange(1.25, 17).reshape(4, 4) % 7, np.array([[2.5, -1.25], [1.75, 3.5]])
_dA = np.array([[1.5, -2.25, 0.5], [3.75, 1.25, -1.5], [-0.75, 2.5, 1.75]])
_given = _right_gradients(_X[None, None], _w[None, None], np.zeros(1), _dA[None, None])
_given = {n: _given[n][0, 0] for n in "Xw"}
check_kinds(conv_backward, _X, _w, _dA, gives=_given, gradient=True)
### BEGIN HIDDEN TESTS
# Without dA too
_cases = []
for _image, _filter in [(_X, _w), (np.rint(_X).astype(int), np.rint(_w).astype(int))]:
    _ones = _right_gradients(_image[None, None], _filter[None, None], np.zeros(1))
    _ones = {n: _ones[n][0, 0] for n in "Xw"}
    _cases.append(case(_image, _filter, gives=_ones, title=f"{_image.dtype}"))
check_cases(conv_backward, *_cases, gradient=True)
### END HIDDEN TESTS

# %% test="test_conv_backward_untouched" points=1
# The inputs stay as they are, and the gradients are new arrays
_X, _w = np.arange(1.25, 17).reshape(4, 4) % 7, np.array([[2.5, -1.25], [1.75, 3.5]])
_dA = np.array([[1.5, -2.25, 0.5], [3.75, 1.25, -1.5], [-0.75, 2.5, 1.75]])
_given = _right_gradients(_X[None, None], _w[None, None], np.zeros(1), _dA[None, None])
check_untouched(conv_backward, _X, _w, _dA, gives={n: _given[n][0, 0] for n in "Xw"})
# A filter as large as the image, and one of one pixel: it is tempting to hand an argument back.
check_untouched(conv_backward, _X, 2 * _X, gives={"X": 2 * _X, "w": _X})
check_untouched(conv_backward, _X, _w[:1, :1], gives={"X": np.full((4, 4), 2.5), "w": [[_X.sum()]]})
### BEGIN HIDDEN TESTS
from lib.checking import rng

_X = rng().integers(1, 40, size=(4, 4)) / 4
_given = _right_gradients(_X[None, None], _w[None, None], np.zeros(1), _dA[None, None])
_given = {n: _given[n][0, 0] for n in "Xw"}
check_cases(conv_backward, case(_X, _w, _dA, gives=_given), gradient=True)
### END HIDDEN TESTS

# %% [markdown]
# **Your layer learns.** Somebody hands you the digit and its map, but not the filter. Start from
# zeros, compare maps, go downhill: five lines, and the filter comes out.

# %%
wanted = signal.correlate2d(digit, edges, mode="valid")  # pretend not to know `edges`
learned, seen = np.zeros((3, 3)), []
for step in range(51):
    if step in (0, 3, 10, 50):
        seen.append(learned)
    error = conv_forward(digit, learned) - wanted
    learned = learned - 2 * conv_backward(digit, learned, 2 * error / error.size)["w"]
show_row([*seen, edges], ["step 0", "step 3", "step 10", "step 50", "the one hidden"], "filter")

# %% [markdown]
# **Check it yourself, on the whole digit**, 784 pixels and 9 weights, under a random upstream
# gradient:

# %%
gradient_check(forward_f=conv_forward, backward_f=conv_backward, X=digit, w=edges)

# %% [markdown]
# This compares your two functions with each other. If both are wrong in the same way, say zero
# everywhere, it passes. So your forward pass had to agree with scipy first.
#
# ## 3 · Batches, channels, filters, strides, padding
#
# |array|shape|what it holds|
# |---|---|---|
# |`X`|$N \times C \times H \times W$|$N$ images of $C$ channels: colours, or earlier maps|
# |`w`|$O \times C \times K_H \times K_W$|$O$ filters; each one looks at *all* channels|
# |`b`|$O$|one bias for each filter|
# |`A`|$N \times O \times H_\text{out} \times W_\text{out}$|a map for each image and filter|
#
# Each filter is a box that reaches through all channels. It slides over height and width; all
# products in the box, added up, and the filter's bias make one number:
#
# $$A_{n,o,i,j} = b_o + \sum_{c} \sum_{u} \sum_{v} P_{n,c,\,s i + u,\,s j + v}\; w_{o,c,u,v}$$
#
# ![One step in numbers: 2 channels under each other and 3 filters side by side, each with 2
# slices; each channel meets the slice beside it, and the sums of all channels and the bias make
# one number of the filter's map. The shapes: X (N, C, H, W) = (1, 2, 3, 3); w (O, C, KH, KW) =
# (3, 2, 2, 2); A (N, O, H_out, W_out) = (1, 3, 2, 2).](../../figures/channels.png)
#
# [Play](../../figures/channels.gif)
#
# Here $P$ is the *padded* image, $X$ with $p$ rows and columns of zeros on each side, and $s$ is
# the *stride*: windows are anchored at every $s$-th row and column. What does not fill a window at
# the far end is dropped:
#
# $$H_\text{out} = \left\lfloor \frac{H - K_H + 2p}{s} \right\rfloor + 1 \qquad
# W_\text{out} = \left\lfloor \frac{W - K_W + 2p}{s} \right\rfloor + 1$$
#
# ![One step in numbers: a 2 × 3 filter on a 5 × 6 image with no padding and stride 2 gives a 2 ×
# 2 output. What fills no window is dropped: here the last row and the last column are never
# used.](../../figures/no_padding_strides_odd.png)
#
# [Play](../../figures/no_padding_strides_odd.gif)

# %%
used = np.zeros((5, 6), dtype=int)
for i in range((5 - 2) // 2 + 1):
    for j in range((6 - 3) // 2 + 1):
        used[2 * i : 2 * i + 2, 2 * j : 2 * j + 3] += 1
print("how many windows use each pixel:", used, sep="\n")

# %% [markdown]
# ### Task 4 · `conv2d_forward` · 10 points
#
# Any number of images, channels and filters. The stride may be larger than the filter, and it need
# not divide anything.
#
# <details><summary>Hint</summary>
#
# Pad first: `np.pad` takes a pair for each axis, and the first two axes get `(0, 0)`. Four loops,
# over `n`, `o`, `i`, `j`, around `np.sum(window * w[o]) + b[o]` are right; name the corners of a
# window (`top = i * stride`, `bottom = top + KH`) and you will not lose your way.
#
# NumPy can do all images and filters of one place at once. `np.einsum("ncuv,ocuv->no", window, w)`
# names the axes: those that are missing after the arrow are summed over.
# </details>


# %% solution="conv2d_forward"
def conv2d_forward(X, w, b, stride=1, padding=0):
    """Slide O filters over N images of C channels.

    Parameters
    ----------
    X : array (N, C, H, W)
    w : array (O, C, KH, KW)
    b : array (O,)
    stride : int
        Rows and columns from one window to the next, at least 1.
    padding : int
        Rows and columns of zeros on each side of each image.

    Returns
    -------
    array (N, O, H_out, W_out)
        with H_out = (H - KH + 2 * padding) // stride + 1, and W_out likewise.
    """
    if X.ndim != 4 or w.ndim != 4 or X.shape[1] != w.shape[1] or b.shape != w.shape[:1]:
        raise ValueError(
            f"Expected (N, C, H, W), (O, C, KH, KW), (O,), got {X.shape}, {w.shape}, {b.shape}."
        )
    if w.shape[2] > X.shape[2] + 2 * padding or w.shape[3] > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Filters {w.shape} are larger than images {X.shape} with padding {padding}."
        )
    ### BEGIN SOLUTION
    N, _, H, W = X.shape
    n_filters, _, KH, KW = w.shape
    H_out = (H - KH + 2 * padding) // stride + 1
    W_out = (W - KW + 2 * padding) // stride + 1
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    A = np.zeros((N, n_filters, H_out, W_out))
    for i in range(H_out):
        for j in range(W_out):
            row, column = i * stride, j * stride
            window = P[:, :, row : row + KH, column : column + KW]
            A[:, :, i, j] = np.tensordot(window, w, axes=([1, 2, 3], [1, 2, 3])) + b
    return A
    ### END SOLUTION


# %% test="test_conv2d_forward" points=2.5
# One image, one channel, one filter, a bias of 0
_X, _w = np.array([[[[1.0, 0, 2], [3, 1, 0], [0, 2, 1]]]]), np.array([[[[1.0, 2], [3, 4]]]])
_A = {0: [[14, 7], [13, 11]], 1: [[4, 3, 8, 6], [14, 14, 7, 2], [6, 13, 11, 3], [0, 4, 4, 1]]}
_with_or_without_padding(
    lambda p: check_cases(conv2d_forward, case(_X, _w, np.zeros(1), padding=p, gives=[[_A[p]]]))
)
check_bounds(conv2d_forward, _X, _w, np.zeros(1))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_inputs = [
    (s * rng().normal(size=(1, 1, 5, 5)), rng().normal(size=(1, 1, 4, 4))) for s in (1e-6, 1e6)
]
_with_or_without_padding(
    lambda p: check_cases(
        conv2d_forward, *[case(X, w, np.zeros(1), 1, p, gives=_right) for X, w in _inputs]
    )
)
### END HIDDEN TESTS

# %% test="test_conv2d_forward_channels" points=1.5
# Several images, channels and filters, biases of 0
# By hand: filters of 1×1 mix the two channels at each pixel.
_X = np.array([[[[1.0, 2], [3, 4]], [[10, 20], [30, 40]]]])
_w = np.array([[1.0, 1], [2, 0], [0, -1]])[:, :, None, None]
_A = np.array([[[[11.0, 22], [33, 44]], [[2, 4], [6, 8]], [[-10, -20], [-30, -40]]]])
_padded = np.pad(_A, ((0, 0), (0, 0), (1, 1), (1, 1)))
_with_or_without_padding(
    lambda p: check_cases(
        conv2d_forward, case(_X, _w, np.zeros(3), padding=p, gives=_padded if p else _A)
    )
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_shapes = [((2, 2, 4, 4), (3, 2, 3, 3)), ((2, 3, 4, 4), (1, 3, 2, 2))]
_shapes += [((2, 1, 3, 3), (4, 1, 2, 2)), ((1, 3, 4, 4), (1, 3, 3, 3))]
_inputs = [(rng().normal(size=X), rng().normal(size=w), np.zeros(w[0])) for X, w in _shapes]
_with_or_without_padding(
    lambda p: check_cases(conv2d_forward, *[case(*each, 1, p, gives=_right) for each in _inputs])
)
### END HIDDEN TESTS

# %% test="test_conv2d_forward_bias" points=0.75
# The biases: one for each filter, added once
_X, _w = np.array([[[[1.0, 0, 2], [3, 1, 0], [0, 2, 1]]]]), np.array([[[[1.0, 2], [3, 4]]]])
_A = np.array([[[[14.5, 7.5], [13.5, 11.5]]]])
_with_or_without_padding(
    lambda p: check_cases(
        conv2d_forward, case(_X, _w, np.array([0.5]), padding=p, gives=_right if p else _A)
    )
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_inputs = [
    rng().normal(size=(2, 2, 5, 5)),
    rng().normal(size=(3, 2, 3, 3)),
    rng().normal(size=3) + 2,
]
_with_or_without_padding(
    lambda p: check_cases(conv2d_forward, case(*_inputs, padding=p, gives=_right))
)
### END HIDDEN TESTS

# %% test="test_conv2d_forward_padding" points=1
# Padding, at stride 1
# By hand: the filter is larger than the image, and fits once that is padded.
_X, _w = np.array([[[[1.0, 2], [3, 4]]]]), np.array([[[[1.0, 0, 2], [0, 3, 0], [4, 0, 5]]]])
check_cases(conv2d_forward, case(_X, _w, np.zeros(1), padding=1, gives=[[[[23, 18], [13, 13]]]]))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_X, _cases = rng().normal(size=(1, 1, 4, 4)) + 1, []
for _k, _p in [(3, 2), (2, 1), (1, 1), (6, 1)]:
    _w = rng().normal(size=(1, 1, _k, _k))
    _cases.append(
        case(_X, _w, np.zeros(1), padding=_p, gives=_right, title=f"{_k}×{_k}, padding={_p}")
    )
check_cases(conv2d_forward, *_cases)
### END HIDDEN TESTS

# %% test="test_conv2d_forward_no_padding" points=0.5
# No padding, said and not said
_X, _w = np.array([[[[1.0, 0, 2], [3, 1, 0], [0, 2, 1]]]]), np.array([[[[1.0, 2], [3, 4]]]])
_A = [[[[14, 7], [13, 11]]]]
check_cases(
    conv2d_forward,
    case(_X, _w, np.zeros(1), gives=_A),
    case(_X, _w, np.zeros(1), padding=0, gives=_A),
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_X, _w = rng().normal(size=(1, 1, 8, 8)), rng().normal(size=(1, 1, 6, 6))
_all = _X[:, :, :6, :6]  # a filter as large as the image
check_cases(
    conv2d_forward,
    case(_X, _w, np.zeros(1), gives=_right),
    case(_all, _w, np.zeros(1), gives=_right),
)
### END HIDDEN TESTS

# %% test="test_conv2d_forward_stride" points=1
# Strides
# By hand: a 5×5 image with 0, 1, 2, ... in it. The last row and the last column fill no window.
_X, _w = np.arange(25.0).reshape(1, 1, 5, 5), np.array([[[[1.0, 0], [0, 2]]]])
_A = np.array([[[[12.0, 18], [42, 48]]]])
_with_or_without_padding(
    lambda p: check_cases(
        conv2d_forward, case(_X, _w, np.zeros(1), 2, p, gives=_right if p else _A)
    )
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_X, _inputs = rng().normal(size=(1, 1, 6, 6)), []
for _k, _s in [(1, 3), (3, 2), (4, 2), (2, 9)]:
    _inputs.append((_X, rng().normal(size=(1, 1, _k, _k)) + 1, np.zeros(1), _s))
_with_or_without_padding(
    lambda p: check_cases(conv2d_forward, *[case(*each, p, gives=_right) for each in _inputs])
)
### END HIDDEN TESTS

# %% test="test_conv2d_forward_together" points=0.75
# Everything at once, and neither images nor filters are square
# By hand: one row of six pixels under one row of three, stride 2 and padding 0.
_X, _w = np.array([[[[1.0, 2, 3, 4, 5, 6]]]]), np.array([[[[5.0, 2, 3]]], [[[1, 0, -1]]]])
_right_here = [[[[18.5, 38.5]], [[8, 8]]]]
check_cases(conv2d_forward, case(_X, _w, np.array([0.5, 10]), stride=2, gives=_right_here))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases = []
for _X, _w, _s, _p in [
    ((2, 2, 7, 5), (3, 2, 3, 2), 2, 1),
    ((1, 3, 7, 4), (2, 3, 3, 2), 3, 2),
    ((2, 2, 1, 8), (2, 2, 1, 3), 2, 0),
    ((2, 1, 8, 1), (1, 1, 3, 1), 2, 0),
    ((2, 2, 5, 3), (2, 2, 5, 3), 1, 0),
    ((2, 2, 3, 2), (2, 2, 4, 3), 2, 2),
]:
    _arrays = (rng().normal(size=shape) + 0.5 for shape in (_X, _w, _w[:1]))
    _title = f"X {_X}, w {_w}, stride={_s}, padding={_p}"
    _cases.append(case(*_arrays, stride=_s, padding=_p, gives=_right, title=_title))
check_cases(conv2d_forward, *_cases)
### END HIDDEN TESTS

# %% test="test_conv2d_forward_kinds" points=1
# Integers, float32 and views give the same as float64
_X = np.arange(1.25, 65).reshape(2, 2, 4, 4) % 7
_w = np.arange(2.5, 38).reshape(2, 2, 3, 3) % 5 - 1.75
_b = np.array([1.4, -2.7])
check_kinds(conv2d_forward, _X, _w, _b, gives=_right)
# All whole but the biases: their fractions must survive, with padding too.
_whole = np.rint(_X).astype(int), np.rint(_w).astype(int)
check_cases(
    conv2d_forward,
    case(*_whole, _b, gives=_right),
    case(*_whole, _b, padding=1, gives=_right),
    case(_X, _w, _b, padding=1, gives=_right),
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_X = rng().integers(1, 40, size=(2, 2, 4, 4)) / 4
check_cases(conv2d_forward, case(_X, _w, _b, gives=_right))
### END HIDDEN TESTS

# %% test="test_conv2d_forward_untouched" points=1
# X, w and b stay as they are, and the maps are a new array
_X = np.arange(1.25, 65).reshape(2, 2, 4, 4) % 7
_w = np.arange(2.5, 38).reshape(2, 2, 3, 3) % 5 - 1.75
_b = np.array([1.4, -2.7])
check_untouched(conv2d_forward, _X, _w, _b, gives=_right)
# Padded images are copies anyway: here the maps must be right.
check_cases(conv2d_forward, case(_X, _w, _b, padding=1, gives=_right))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_X = rng().integers(1, 40, size=(2, 2, 4, 4)) / 4
check_cases(conv2d_forward, case(_X, _w, _b, gives=_right))
### END HIDDEN TESTS

# %% [markdown]
# Three digits under two filters, with padding 1:

# %%
images = x_train[[2, 3, 4]][:, None] / 255
filters = np.array([edges, edges.T])[:, None]
maps = conv2d_forward(images, filters, np.zeros(2), padding=1)

print("images", images.shape, " filters", filters.shape, " maps", maps.shape)
show_row(
    [array for n in range(3) for array in (images[n, 0], *maps[n])],
    ["image", "first filter", "second filter", *[None] * 6],
    ["image", "map", "map"] * 3,
)

# %% [markdown]
# ## 4 · The way back, with everything in it
#
# Nothing new is needed: sum over the uses, now also over filters and images.
#
# $$\begin{aligned}
# (\nabla_P)_{n,c,si+u,sj+v} &\mathrel{+}= \textstyle\sum_o (\nabla_A)_{n,o,i,j}\,w_{o,c,u,v}\\
# (\nabla_w)_{o,c,u,v} &= \textstyle\sum_{n,i,j} (\nabla_A)_{n,o,i,j}\,P_{n,c,si+u,sj+v}\\
# (\nabla_b)_o &= \textstyle\sum_{n,i,j} (\nabla_A)_{n,o,i,j}
# \end{aligned}$$
#
# - These are sums over the batch, not means.
# - $P$ is the padded image, in $\nabla_w$ too. `dX` is `dP` with the padding cut off again, and
#   always has the shape of `X`. (`dP[:, :, p:-p]` is empty when `p` is 0.)
# - Pixels that no window covers have gradient 0. Windows that overlap add to each other.
#
# **A stride is zeros in between.** Stride 2 keeps every second output of stride 1. Backward, those
# thrown away have gradient 0. So write zeros between the numbers of $\nabla_A$ (and at the far
# end), and go on as with stride 1:
#
# ![Stride 2 backward: the upstream gradient dA = (1, 3; −1, 2) gets zeros between its numbers and
# at the far end, and is 4 × 4. Its full convolution with w = (2, 1, 1; −3, 1, 2) is dX, 5 × 6,
# whose last row and last column are zeros.](../../images/stride_zeros.png)

# %%
spread = np.zeros((4, 4))
spread[::2, ::2] = dA
print("dX of a 5×6 image, stride 2:", signal.convolve2d(spread, w), sep="\n")

# %% [markdown]
# ### Task 5 · `conv2d_backward` · 14 points
#
# Return all three gradients, under the names of the inputs. `dA` is ones if nobody gives it, and
# may be zero.
#
# <details><summary>Hint</summary>
#
# Take your forward loops, with zeros for `dP` and `dw`: each window adds to both, as in task 3.
# With all images and filters at once, `g = dA[:, :, i, j]` has the axes `no`: let `einsum` say
# which is summed over. Of `dP` keep the rows `p` to `p + H`.
# </details>


# %% solution="conv2d_backward"
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    """Gradients of `conv2d_forward`.

    Parameters
    ----------
    X : array (N, C, H, W)
    w : array (O, C, KH, KW)
    b : array (O,)
    dA : array (N, O, H_out, W_out), optional
        Upstream gradient; ones if not given.
    stride, padding : int
        As in the forward pass.

    Returns
    -------
    dict
        `{'X': dX, 'w': dw, 'b': db}`, float64, of the shapes of `X`, `w` and `b`.
    """
    if X.ndim != 4 or w.ndim != 4 or X.shape[1] != w.shape[1] or b.shape != w.shape[:1]:
        raise ValueError(
            f"Expected (N, C, H, W), (O, C, KH, KW), (O,), got {X.shape}, {w.shape}, {b.shape}."
        )
    if w.shape[2] > X.shape[2] + 2 * padding or w.shape[3] > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Filters {w.shape} are larger than images {X.shape} with padding {padding}."
        )
    ### BEGIN SOLUTION
    N, _, H, W = X.shape
    n_filters, _, KH, KW = w.shape
    H_out = (H - KH + 2 * padding) // stride + 1
    W_out = (W - KW + 2 * padding) // stride + 1
    dA = np.ones((N, n_filters, H_out, W_out)) if dA is None else np.asarray(dA, dtype=np.float64)
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dP, dw = np.zeros(P.shape), np.zeros(w.shape)
    for i in range(H_out):
        for j in range(W_out):
            rows = slice(i * stride, i * stride + KH)
            columns = slice(j * stride, j * stride + KW)
            g = dA[:, :, i, j]
            dP[:, :, rows, columns] += np.tensordot(g, w, axes=(1, 0))  # over the filters
            dw += np.tensordot(g, P[:, :, rows, columns], axes=(0, 0))  # over the images
    dX = dP[:, :, padding : padding + H, padding : padding + W]
    return {"X": dX, "w": dw, "b": dA.sum(axis=(0, 2, 3))}
    ### END SOLUTION


# %% test="test_conv2d_backward" points=2.75
# A start: one of everything, dA of ones; one of the gradients of X and w
_X, _w = np.array([[[[1.0, 0, 2], [3, 1, 0], [0, 2, 1]]]]), np.array([[[[1.0, 2], [3, 4]]]])
_dX, _dw = [[[[1, 3, 2], [4, 10, 6], [3, 7, 4]]]], [[[[5, 3], [6, 4]]]]
_f, _b = conv2d_backward, np.ones(1)
check_one_of(
    lambda: check_cases(_f, case(_X, _w, _b, gives=_dX), of="X"),
    lambda: check_cases(_f, case(_X, _w, _b, gives=_dw), of="w"),
    lambda: check_cases(_f, case(_X, _w, _b, padding=1, gives=np.full(_X.shape, 10.0)), of="X"),
    lambda: check_cases(_f, case(_X, _w, _b, padding=1, gives=np.full(_w.shape, 10.0)), of="w"),
)
check_bounds(_f, _X, _w, _b)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _start(of, p):
    cases = []
    for scale in (1e-6, 1e6):
        X, w = scale * rng().normal(size=(1, 1, 5, 5)), rng().normal(size=(1, 1, 2, 2))
        right = _right_gradients(X, w, np.ones(1), padding=p)[of]
        cases.append(case(X, w, np.ones(1), padding=p, gives=right, title="a 5×5 image"))
    check_cases(conv2d_backward, *cases, of=of)


check_one_of(*[lambda of=of, p=p: _start(of, p) for p in (0, 1) for of in ("X", "w")])
### END HIDDEN TESTS

# %% test="test_conv2d_backward_X" points=1.75
# The gradient of X, with dA: several images, channels and filters
# By hand: filters of 1×1, so a pixel of channel c gets dA · w[o, c] from each filter o.
_X, _w = np.ones((1, 2, 1, 1)), np.array([[1.0, 2], [3, 4], [5, 6]])[:, :, None, None]
_dA = np.array([1.0, 10, 100]).reshape(1, 3, 1, 1)
_dAs, _dX = [_dA, np.pad(_dA, [(0, 0)] * 2 + [(1, 1)] * 2)], [[[[531]], [[642]]]]
_with_or_without_padding(
    lambda p: check_cases(
        conv2d_backward, case(_X, _w, np.zeros(3), _dAs[p], padding=p, gives=_dX), of="X"
    )
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _upstream(p):
    cases = []
    for X, w in [
        ((2, 2, 4, 4), (3, 2, 3, 3)),
        ((1, 3, 4, 4), (1, 3, 3, 3)),
        ((2, 1, 3, 3), (4, 1, 2, 2)),
        ((1, 2, 3, 3), (2, 2, 3, 3)),
    ]:
        X, w, b = (rng().normal(size=shape) for shape in (X, w, w[:1]))
        dA = rng().normal(size=_right(X, w, b, 1, p).shape) + 0.5
        for g in (dA,) if cases else (dA, 0 * dA):  # zero is not the same as not given
            right = _right_gradients(X, w, b, g, 1, p)["X"]
            title = f"X {X.shape}, w {w.shape}, dA {'random' if g.any() else 'zero'}"
            cases.append(case(X, w, b, g, padding=p, gives=right, title=title))
    check_cases(conv2d_backward, *cases, of="X")


_with_or_without_padding(_upstream)
### END HIDDEN TESTS

# %% test="test_conv2d_backward_w" points=1.75
# The gradient of w, with dA: several images, channels and filters
# By hand: two images of one pixel, whose uses of the one weight add up: 2·10 + 3·100.
_X, _dA = np.array([[[[2.0]]], [[[3.0]]]]), np.array([[[[10.0]]], [[[100.0]]]])
_w, _dAs = np.ones((1, 1, 1, 1)), [_dA, np.pad(_dA, [(0, 0)] * 2 + [(1, 1)] * 2)]
_with_or_without_padding(
    lambda p: check_cases(
        conv2d_backward, case(_X, _w, np.zeros(1), _dAs[p], padding=p, gives=[[[[320]]]]), of="w"
    )
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _upstream(p):
    cases = []
    for X, w in [
        ((2, 2, 4, 4), (3, 2, 3, 3)),
        ((1, 3, 4, 4), (1, 3, 3, 3)),
        ((2, 1, 3, 3), (4, 1, 2, 2)),
        ((4, 2, 3, 3), (2, 2, 3, 3)),
    ]:
        X, w, b = (rng().normal(size=shape) for shape in (X, w, w[:1]))
        dA = rng().normal(size=_right(X, w, b, 1, p).shape) + 0.5
        for g in (dA,) if cases else (dA, 0 * dA):  # zero is not the same as not given
            right = _right_gradients(X, w, b, g, 1, p)["w"]
            title = f"X {X.shape}, w {w.shape}, dA {'random' if g.any() else 'zero'}"
            cases.append(case(X, w, b, g, padding=p, gives=right, title=title))
    check_cases(conv2d_backward, *cases, of="w")


_with_or_without_padding(_upstream)
### END HIDDEN TESTS

# %% test="test_conv2d_backward_b" points=0.75
# The gradient of b, with dA and without
# By hand: the first filter has made the first map of each image: 0 + 1 + 2 + 3 + 8 + ... = 44.
_X, _w, _dA = np.ones((2, 1, 2, 2)), np.ones((2, 1, 1, 1)), np.arange(16.0).reshape(2, 2, 2, 2)
_with_or_without_padding(
    lambda p: check_cases(
        conv2d_backward,
        case(
            _X, _w, np.zeros(2), np.pad(_dA, [(0, 0)] * 2 + [(p, p)] * 2), padding=p, gives=[44, 76]
        ),
        case(_X, _w, np.zeros(2), padding=p, gives=[32, 32] if p else [8, 8]),
        of="b",
    )
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _upstream(p):
    cases = []
    for X, w in [((2, 2, 4, 4), (3, 2, 3, 3)), ((1, 2, 3, 3), (1, 2, 2, 2))]:
        X, w, b = (rng().normal(size=shape) for shape in (X, w, w[:1]))
        dA = rng().normal(size=_right(X, w, b, 1, p).shape) + 0.5
        for g in (dA,) if cases else (dA, 0 * dA):  # zero is not the same as not given
            right = _right_gradients(X, w, b, g, 1, p)["b"]
            title = f"X {X.shape}, w {w.shape}, dA {'random' if g.any() else 'zero'}"
            cases.append(case(X, w, b, g, padding=p, gives=right, title=title))
    check_cases(conv2d_backward, *cases, of="b")


_with_or_without_padding(_upstream)
### END HIDDEN TESTS

# %% test="test_conv2d_backward_padding_X" points=1
# Padding: dX has the shape of X
# By hand: the 2×2 image under the 3×3 filter, dA of ones. The pixel 1 lies under 1, 0, 0 and 3.
_X, _w = np.array([[[[1.0, 2], [3, 4]]]]), np.array([[[[1.0, 0, 2], [0, 3, 0], [4, 0, 5]]]])
check_cases(
    conv2d_backward, case(_X, _w, np.zeros(1), padding=1, gives=[[[[4, 5], [7, 8]]]]), of="X"
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases = []
for _k, _p in [(2, 1), (3, 2), (1, 1), (6, 1)]:
    _X, _w = rng().normal(size=(1, 1, 4, 4)) + 1, rng().normal(size=(1, 1, _k, _k))
    _dX = _right_gradients(_X, _w, np.ones(1), padding=_p)["X"]
    _title = f"X 4×4, w {_k}×{_k}, padding={_p}"
    _cases.append(case(_X, _w, np.ones(1), padding=_p, gives=_dX, title=_title))
check_cases(conv2d_backward, *_cases, of="X")
### END HIDDEN TESTS

# %% test="test_conv2d_backward_padding_w" points=1
# Padding: dw has seen the zeros
# By hand: the 2×2 image under the 3×3 filter, dA of ones. The first weight meets the pixel 1 alone.
_X, _w = np.array([[[[1.0, 2], [3, 4]]]]), np.array([[[[1.0, 0, 2], [0, 3, 0], [4, 0, 5]]]])
_dw = [[[[1, 3, 2], [4, 10, 6], [3, 7, 4]]]]
check_cases(conv2d_backward, case(_X, _w, np.zeros(1), padding=1, gives=_dw), of="w")
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases = []
for _k, _p in [(2, 1), (3, 2), (1, 1), (6, 1)]:
    _X, _w = rng().normal(size=(1, 1, 4, 4)) + 1, rng().normal(size=(1, 1, _k, _k))
    _dw = _right_gradients(_X, _w, np.ones(1), padding=_p)["w"]
    _title = f"X 4×4, w {_k}×{_k}, padding={_p}"
    _cases.append(case(_X, _w, np.ones(1), padding=_p, gives=_dw, title=_title))
check_cases(conv2d_backward, *_cases, of="w")
### END HIDDEN TESTS

# %% test="test_conv2d_backward_stride_X" points=1
# Strides: pixels that no window covers have gradient 0
# By hand: a 5×5 image with 0, 1, 2, ... in it, dA of ones. No window sees the last row and column.
_X, _w = np.arange(25.0).reshape(1, 1, 5, 5), np.array([[[[1.0, 0], [0, 2]]]])
_dX = [[[[1, 0, 1, 0, 0], [0, 2, 0, 2, 0], [1, 0, 1, 0, 0], [0, 2, 0, 2, 0], [0] * 5]]]
_padded = _right_gradients(_X, _w, np.zeros(1), None, 2, 1)["X"]
_with_or_without_padding(
    lambda p: check_cases(
        conv2d_backward, case(_X, _w, np.zeros(1), None, 2, p, gives=_padded if p else _dX), of="X"
    )
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _strides(p):
    cases = []
    for k, s in [(3, 2), (2, 2), (1, 3), (3, 9)]:
        X, w = rng().normal(size=(1, 1, 6, 6)), rng().normal(size=(1, 1, k, k))
        right = _right_gradients(X, w, np.ones(1), None, s, p)["X"]
        title = f"X 6×6, w {k}×{k}, stride={s}"
        cases.append(case(X, w, np.ones(1), stride=s, padding=p, gives=right, title=title))
    check_cases(conv2d_backward, *cases, of="X")


_with_or_without_padding(_strides)
### END HIDDEN TESTS

# %% test="test_conv2d_backward_stride_w" points=1
# Strides: the gradient of w has seen every second window
# By hand: a 5×5 image with 0, 1, 2, ... in it, dA of ones. No window sees the last row and column.
_X, _w = np.arange(25.0).reshape(1, 1, 5, 5), np.array([[[[1.0, 0], [0, 2]]]])
_dw = [[[[24, 28], [44, 48]]]]
_padded = _right_gradients(_X, _w, np.zeros(1), None, 2, 1)["w"]
_with_or_without_padding(
    lambda p: check_cases(
        conv2d_backward, case(_X, _w, np.zeros(1), None, 2, p, gives=_padded if p else _dw), of="w"
    )
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _strides(p):
    cases = []
    for k, s in [(3, 2), (2, 2), (1, 3), (3, 9)]:
        X, w = rng().normal(size=(1, 1, 6, 6)), rng().normal(size=(1, 1, k, k))
        right = _right_gradients(X, w, np.ones(1), None, s, p)["w"]
        title = f"X 6×6, w {k}×{k}, stride={s}"
        cases.append(case(X, w, np.ones(1), stride=s, padding=p, gives=right, title=title))
    check_cases(conv2d_backward, *cases, of="w")


_with_or_without_padding(_strides)
### END HIDDEN TESTS

# %% test="test_conv2d_backward_no_padding" points=0.5
# No padding: dX is all of dP
_X, _w = np.array([[[[1.0, 0, 2], [3, 1, 0], [0, 2, 1]]]]), np.array([[[[1.0, 2], [3, 4]]]])
_dX = [[[[1, 3, 2], [4, 10, 6], [3, 7, 4]]]]
check_cases(conv2d_backward, case(_X, _w, np.ones(1), gives=_dX), of="X")
### BEGIN HIDDEN TESTS
from lib.checking import rng

_inputs = rng().normal(size=(1, 1, 5, 5)), rng().normal(size=(1, 1, 3, 3)), np.zeros(1)
check_cases(conv2d_backward, case(*_inputs, gives=_right_gradients(*_inputs)["X"]), of="X")
### END HIDDEN TESTS

# %% test="test_conv2d_backward_together" points=0.5
# All at once: a random dA, two images, nothing square, stride 2, padding 1
# By hand, of one image: a row of three pixels under a row of three weights lies in two windows.
_X, _w = np.array([[[[1.0, 2, 3]]], [[[0, 1, 0]]]]), np.array([[[[0.0] * 3, [5, 2, 3], [0] * 3]]])
_dA = np.array([[[[1.0, 10]]], [[[100, 1000]]]])
_dX = [[[[2, 3 + 5 * 10, 2 * 10]]], [[[200, 300 + 5000, 2000]]]]
_b, _both = np.zeros(1), np.array([[[[2, 8, 2]]], [[[2, 8, 2]]]])
check_cases(
    conv2d_backward,
    case(_X, _w, _b, _dA, 2, 1, gives=_dX),
    case(_X, _w, _b, 0 * _dA, 2, 1, gives=0 * _X, title="dA of zeros"),
    case(_X, _w, _b, None, 2, 1, gives=_both, title="no dA"),
    of="X",
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases = []
for _X, _w, _s, _p in [
    ((2, 2, 5, 7), (3, 2, 3, 2), 2, 1),
    ((2, 1, 6, 4), (2, 1, 1, 3), 2, 0),
    ((1, 2, 7, 4), (1, 2, 2, 1), 3, 2),
    ((2, 2, 1, 7), (2, 2, 1, 3), 2, 0),
    ((3, 1, 4, 3), (1, 1, 4, 3), 1, 0),
    ((2, 2, 3, 4), (2, 2, 2, 2), 1, 2),
]:
    _X, _w, _b = (rng().normal(size=shape) for shape in (_X, _w, _w[:1]))
    _shape = _right(_X, _w, _b, _s, _p).shape
    _dA = rng().uniform(0.5, 1.5, _shape) * rng().choice([-1, 1], _shape)
    _title = f"X {_X.shape}, w {_w.shape}, stride={_s}, padding={_p}"
    for _g in (_dA,) if _cases else (_dA, 0 * _dA, None):
        _all = _right_gradients(_X, _w, _b, _g, _s, _p)
        _cases.append(case(_X, _w, _b, _g, stride=_s, padding=_p, gives=_all, title=_title))
check_cases(conv2d_backward, *_cases, gradient=True)
### END HIDDEN TESTS

# %% test="test_conv2d_backward_kinds" points=1
# A dict of three float64 gradients, whatever numbers come in
_X = np.arange(1.25, 65).reshape(2, 2, 4, 4) % 7
_w = np.arange(2.5, 38).reshape(2, 2, 3, 3) % 5 - 1.75
_b = np.array([1.4, -2.7])
_dA = np.arange(1.5, 17).reshape(2, 2, 2, 2)
_padded = np.arange(1.5, 65).reshape(2, 2, 4, 4) % 9 - 4.25
check_kinds(conv2d_backward, _X, _w, _b, _dA, gives=_right_gradients, gradient=True)
check_cases(
    conv2d_backward,
    case(_X, _w, _b, gives=_right_gradients),  # without dA
    case(_X, _w, _b, _padded, padding=1, gives=_right_gradients),
    gradient=True,
)
### BEGIN HIDDEN TESTS
_whole = [np.rint(each).astype(int) for each in (_X, _w, _b, _padded)]
check_cases(
    conv2d_backward,
    case(*_whole[:3], gives=_right_gradients, title="X, w and b of ints"),
    case(*_whole, padding=1, gives=_right_gradients, title="all of ints"),
    gradient=True,
)
### END HIDDEN TESTS

# %% test="test_conv2d_backward_untouched" points=1
# The inputs stay as they are, and the gradients are new arrays
_X = np.arange(1.25, 65).reshape(2, 2, 4, 4) % 7
_w = np.arange(2.5, 38).reshape(2, 2, 3, 3) % 5 - 1.75
_b = np.array([1.4, -2.7])
_dA = np.arange(1.5, 17).reshape(2, 2, 2, 2)
check_untouched(conv2d_backward, _X, _w, _b, _dA, gives=_right_gradients)
# One image, maps of one pixel: here db is dA itself, and must still be a new array.
check_untouched(
    conv2d_backward, _X[:1, :, :3, :3], _w, _b, _dA[:1, :, :1, :1], gives=_right_gradients
)
### BEGIN HIDDEN TESTS
# Padded images are copies, ones in place of dA your own: here the gradients must be right.
_padded = np.arange(1.5, 65).reshape(2, 2, 4, 4) % 9
check_cases(
    conv2d_backward,
    case(_X, _w, _b, gives=_right_gradients),
    case(_X, _w, _b, _padded, padding=1, gives=_right_gradients),
    gradient=True,
)
### END HIDDEN TESTS

# %% [markdown]
# Errors have nowhere to hide here: several images, nothing square, stride 2 with padding 1. With an
# upstream gradient of ones, one image, or stride 1, well-known wrong answers pass.

# %%
generator = np.random.default_rng(0)
gradient_check(
    forward_f=conv2d_forward,
    backward_f=conv2d_backward,
    X=generator.normal(size=(2, 2, 5, 7)),
    w=generator.normal(size=(3, 2, 3, 2)),
    b=generator.normal(size=3),
    stride=2,
    padding=1,
)

# %% [markdown]
# ## 5 · One matrix product
#
# A dot is a row times a column. Write every window as a *column* and every filter as a *row*, and
# all dots are one matrix product, which computers do best. The matrix of windows is called
# `im2col`, images to columns. Its order is fixed:
#
# - **rows**: by channel, then filter row, then filter column, which is the order of `w.reshape(O,
#   -1)`;
# - **columns**: by image, then output row, then output column.
#
# Its shape is $(C\,K_H K_W) \times (N\,H_\text{out} W_\text{out})$. One image, one channel, windows
# of 2×3:
#
# $$\begin{bmatrix} 1&2&3&4\\5&6&7&8\\9&10&11&12 \end{bmatrix}
# \quad\longrightarrow\quad
# \begin{bmatrix} 1&2&5&6\\2&3&6&7\\3&4&7&8\\5&6&9&10\\6&7&10&11\\7&8&11&12 \end{bmatrix}$$
#
# The first column is the first window. Now read the *rows*: the first holds, for all windows, the
# pixel under the filter's top left weight (one of its *taps*), a piece of the image. So you may
# fill the matrix window by window, or tap by tap. With two channels, and with the product:
#
# ![One step in numbers: each of 4 windows of 2 × 2 on 2 channels, read channel by channel and row
# by row, is one column of the 8 × 4 matrix. 3 filters as the rows of a 3 × 8 matrix, times the
# columns, give all 12 outputs at once.](../../figures/im2col.png)
#
# [Play](../../figures/im2col.gif)

# %%
image = np.arange(1, 13).reshape(3, 4)
by_windows = np.array([image[i : i + 2, j : j + 3].ravel() for i in range(2) for j in range(2)]).T
by_taps = np.array([image[u : u + 2, v : v + 2].ravel() for u in range(2) for v in range(3)])
print(by_windows)
print("filled tap by tap it is the same:", np.array_equal(by_taps, by_windows))

# %% [markdown]
# ### Task 6 · `im2col` · 6 points
#
# With a 1×1 window, or one as large as the image, a clever `reshape` hands back the image's own
# memory. Return a copy then too.
#
# <details><summary>Hint</summary>
#
# An array of six axes, `(C, kh, kw, N, H_out, W_out)`, is in the right order for one `reshape`.
# Fill it tap by tap: `columns[:, u, v]` are all pixels under the tap `(u, v)`, a slice of the
# padded images with a step of `stride`, with its first two axes exchanged. `reshape` never
# reorders; only `transpose` does.
# </details>


# %% solution="im2col"
def im2col(X, kh, kw, stride=1, padding=0):
    """Write the windows of images as the columns of one matrix.

    Parameters
    ----------
    X : array (N, C, H, W)
    kh, kw : int
        Height and width of a window.
    stride, padding : int
        As in `conv2d_forward`.

    Returns
    -------
    array (C * kh * kw, N * H_out * W_out)
        Rows ordered by channel, filter row, filter column; columns by image, output row, output
        column.
    """
    if X.ndim != 4 or kh > X.shape[2] + 2 * padding or kw > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Expected (N, C, H, W) and windows that fit, got {X.shape}, {kh}×{kw}, {padding=}."
        )
    ### BEGIN SOLUTION
    N, C, H, W = X.shape
    H_out = (H - kh + 2 * padding) // stride + 1
    W_out = (W - kw + 2 * padding) // stride + 1
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    columns = np.empty((C, kh, kw, N, H_out, W_out), dtype=X.dtype)
    for u in range(kh):
        for v in range(kw):
            under = P[:, :, u : u + stride * H_out : stride, v : v + stride * W_out : stride]
            columns[:, u, v] = under.transpose(1, 0, 2, 3)
    return columns.reshape(C * kh * kw, N * H_out * W_out)
    ### END SOLUTION


# %% test="test_im2col" points=2
# One image, one channel, square windows
# By hand: a 4×4 image with 0, 1, 2, ... in it. Each column is a window of 2×2.
_columns = [
    [0, 1, 2, 4, 5, 6, 8, 9, 10],
    [1, 2, 3, 5, 6, 7, 9, 10, 11],
    [4, 5, 6, 8, 9, 10, 12, 13, 14],
    [5, 6, 7, 9, 10, 11, 13, 14, 15],
]
check_cases(im2col, case(np.arange(16.0).reshape(1, 1, 4, 4), 2, 2, gives=_columns))
check_bounds(im2col, np.ones((1, 1, 4, 4)), 2, 2)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _windows(X, kh, kw, stride=1, padding=0):
    """The windows, cut out one by one."""
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = range(0, P.shape[2] - kh + 1, stride)
    columns = range(0, P.shape[3] - kw + 1, stride)
    return np.transpose(
        [x[:, i : i + kh, j : j + kw].ravel() for x in P for i in rows for j in columns]
    )


_inputs = [(rng().normal(size=(1, 1, n, n)), k) for n, k in ((5, 3), (6, 4))]
check_cases(im2col, *[case(X, k, k, gives=_windows(X, k, k)) for X, k in _inputs])
### END HIDDEN TESTS

# %% test="test_im2col_channels" points=1
# Several images and channels: are rows and columns in order?
# By hand: two images of two channels, four pixels each. Channels are rows, and all pixels of the
# first image come first.
_X = np.arange(1.0, 17).reshape(2, 2, 2, 2)
check_cases(
    im2col, case(_X, 1, 1, gives=[[1, 2, 3, 4, 9, 10, 11, 12], [5, 6, 7, 8, 13, 14, 15, 16]])
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _windows(X, kh, kw, stride=1, padding=0):
    """The windows, cut out one by one."""
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = range(0, P.shape[2] - kh + 1, stride)
    columns = range(0, P.shape[3] - kw + 1, stride)
    return np.transpose(
        [x[:, i : i + kh, j : j + kw].ravel() for x in P for i in rows for j in columns]
    )


_inputs = [((2, 3, 4, 4), 2), ((3, 1, 3, 3), 2), ((1, 4, 4, 4), 3), ((3, 2, 4, 4), 3)]
_inputs = [(rng().normal(size=shape), k) for shape, k in _inputs]
check_cases(im2col, *[case(X=X, kh=k, kw=k, gives=_windows(X, k, k)) for X, k in _inputs])
### END HIDDEN TESTS

# %% test="test_im2col_sizes" points=1
# Nothing is square, and a window may be a pixel, a line or the whole image
_X = np.arange(1.0, 7).reshape(1, 1, 2, 3)
check_cases(
    im2col,
    case(_X, 1, 1, gives=[[1, 2, 3, 4, 5, 6]]),
    case(_X, 1, 2, gives=[[1, 2, 4, 5], [2, 3, 5, 6]]),
    case(_X, 2, 1, gives=[[1, 2, 3], [4, 5, 6]]),
    case(_X, 2, 3, gives=[[1], [2], [3], [4], [5], [6]]),
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _windows(X, kh, kw, stride=1, padding=0):
    """The windows, cut out one by one."""
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = range(0, P.shape[2] - kh + 1, stride)
    columns = range(0, P.shape[3] - kw + 1, stride)
    return np.transpose(
        [x[:, i : i + kh, j : j + kw].ravel() for x in P for i in rows for j in columns]
    )


_sizes = [(4, 5, 2, 3), (6, 4, 3, 1), (3, 7, 3, 2), (5, 4, 1, 4)]
_inputs = [(rng().normal(size=(1, 1, *size[:2])), *size[2:]) for size in _sizes]
check_cases(im2col, *[case(*each, gives=_windows(*each)) for each in _inputs])
### END HIDDEN TESTS

# %% test="test_im2col_padding" points=0.5
# Padding
# By hand: four windows around an image of one pixel, 7. Each sees it at another tap.
_columns = [[0, 0, 0, 7], [0, 0, 7, 0], [0, 7, 0, 0], [7, 0, 0, 0]]
check_cases(im2col, case(np.full((1, 1, 1, 1), 7.0), 2, 2, padding=1, gives=_columns))
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _windows(X, kh, kw, stride=1, padding=0):
    """The windows, cut out one by one."""
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = range(0, P.shape[2] - kh + 1, stride)
    columns = range(0, P.shape[3] - kw + 1, stride)
    return np.transpose(
        [x[:, i : i + kh, j : j + kw].ravel() for x in P for i in rows for j in columns]
    )


_inputs = [(rng().normal(size=(1, 1, 4, 4)), k, k, 1, p) for k, p in ((3, 2), (1, 2), (6, 1))]
check_cases(im2col, *[case(*each, gives=_windows(*each)) for each in _inputs])
### END HIDDEN TESTS

# %% test="test_im2col_stride" points=0.5
# Strides
# By hand: a 5×5 image with 1, 2, 3, ... in it. Windows begin at every third row and column.
_two = np.arange(1.0, 26).reshape(1, 1, 5, 5)
_columns = [[1, 4, 16, 19], [2, 5, 17, 20], [6, 9, 21, 24], [7, 10, 22, 25]]
check_cases(
    im2col,
    case(_two, 1, 1, stride=3, gives=_columns[:1]),
    case(_two, 2, 2, stride=3, gives=_columns),
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _windows(X, kh, kw, stride=1, padding=0):
    """The windows, cut out one by one."""
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = range(0, P.shape[2] - kh + 1, stride)
    columns = range(0, P.shape[3] - kw + 1, stride)
    return np.transpose(
        [x[:, i : i + kh, j : j + kw].ravel() for x in P for i in rows for j in columns]
    )


_inputs = [(rng().normal(size=(1, 1, 7, 7)), k, k, s) for k, s in ((2, 2), (1, 4))]
_nothing_square = [((2, 3, 4, 7), 2, 3, 2, 1), ((1, 2, 4, 7), 4, 5, 3, 2)]
_inputs += [(rng().normal(size=shape), *rest) for shape, *rest in _nothing_square]
check_cases(im2col, *[case(*each, gives=_windows(*each)) for each in _inputs])
### END HIDDEN TESTS

# %% test="test_im2col_kinds" points=0.5
# Numbers of every type and layout come through as they are
_X = np.arange(1.25, 65).reshape(2, 2, 4, 4) % 7
_columns = [x[:, i : i + 2, j : j + 2].ravel() for x in _X for i in range(3) for j in range(3)]
check_kinds(im2col, _X, gives=np.transpose(_columns), kh=2, kw=2)
_P = np.pad(_X, [(0, 0)] * 2 + [(1, 1)] * 2)
_columns = [x[:, i : i + 3, j : j + 3].ravel() for x in _P for i in (0, 2) for j in (0, 2)]
check_cases(im2col, case(_X, 3, 3, 2, 1, gives=np.transpose(_columns)))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_X = rng().integers(1, 40, size=(2, 2, 4, 4)) / 4
_columns = [x[:, i : i + 2, j : j + 2].ravel() for x in _X for i in range(3) for j in range(3)]
check_cases(im2col, case(_X, 2, 2, gives=np.transpose(_columns)))
### END HIDDEN TESTS

# %% test="test_im2col_untouched" points=0.5
# X stays as it is, and the matrix is new
_X = np.arange(1.25, 65).reshape(2, 2, 4, 4) % 7
_columns = [x[:, i : i + 2, j : j + 2].ravel() for x in _X for i in range(3) for j in range(3)]
check_cases(im2col, case(_X, 2, 2, gives=np.transpose(_columns)))
# Windows of one pixel, and one window as large as the image: here a view of X would do.
check_untouched(im2col, _X[:1], gives=_X[0].reshape(2, 16), kh=1, kw=1)
check_untouched(im2col, _X[:1], gives=_X[0].reshape(32, 1), kh=4, kw=4)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_X = rng().integers(1, 40, size=(2, 2, 4, 4)) / 4
_columns = [x[:, i : i + 2, j : j + 2].ravel() for x in _X for i in range(3) for j in range(3)]
check_cases(im2col, case(_X, 2, 2, gives=np.transpose(_columns)))
### END HIDDEN TESTS

# %% [markdown]
# ### Task 7 · `conv2d_im2col` · 5 points
#
# The filters as rows, $O \times (C\,K_H K_W)$, times the windows as columns give all maps, $O
# \times (N\,H_\text{out} W_\text{out})$. Add the biases, and bring the result into the shape $N
# \times O \times H_\text{out} \times W_\text{out}$; the product's order is filter, image, row,
# column. **One matrix product, and no loop over pixels or images** in this function. Use your
# `im2col`. Your `conv2d_forward` is out of bounds.
#
# <details><summary>Hint</summary>
#
# A reshape to `(N, O, H_out, W_out)` has the right shape and shuffled maps as soon as there are two
# images and two filters. Reshape to the order in which the numbers lie, then `transpose`.
# </details>


# %% solution="conv2d_im2col"
def conv2d_im2col(X, w, b, stride=1, padding=0):
    """The same as `conv2d_forward`, by one matrix product.

    Parameters
    ----------
    X : array (N, C, H, W)
    w : array (O, C, KH, KW)
    b : array (O,)
    stride, padding : int

    Returns
    -------
    array (N, O, H_out, W_out)
    """
    if X.ndim != 4 or w.ndim != 4 or X.shape[1] != w.shape[1] or b.shape != w.shape[:1]:
        raise ValueError(
            f"Expected (N, C, H, W), (O, C, KH, KW), (O,), got {X.shape}, {w.shape}, {b.shape}."
        )
    ### BEGIN SOLUTION
    N, _, H, W = X.shape
    n_filters, _, KH, KW = w.shape
    H_out = (H - KH + 2 * padding) // stride + 1
    W_out = (W - KW + 2 * padding) // stride + 1
    A = w.reshape(n_filters, -1) @ im2col(X, KH, KW, stride, padding) + b[:, None]
    return A.reshape(n_filters, N, H_out, W_out).transpose(1, 0, 2, 3)
    ### END SOLUTION


# %% test="test_conv2d_im2col" points=1
# One image, one channel, several filters
# By hand: the second filter picks the bottom right pixel of each window.
_X = np.array([[[[1.0, 0, 2], [3, 1, 0], [0, 2, 1]]]])
_w = np.array([[[[1.0, 2], [3, 4]]], [[[0, 0], [0, 1]]]])
_A = [[[[14.5, 7.5], [13.5, 11.5]], [[11, 10], [12, 11]]]]
check_cases(conv2d_im2col, case(_X, _w, np.array([0.5, 10]), gives=_A))
check_bounds(conv2d_im2col, _X, _w, np.ones(2), also=("conv2d_forward",))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases = []
for _n, _scale in [(1, 1e-6), (4, 1e6)]:
    _X, _w = _scale * rng().normal(size=(1, 1, 5, 5)), rng().normal(size=(_n, 1, 2, 2))
    _cases.append(case(_X, _w, _scale * rng().normal(size=_n), gives=_right))
check_cases(conv2d_im2col, *_cases)
### END HIDDEN TESTS

# %% test="test_conv2d_im2col_channels" points=0.5
# More than one image, more than one filter: are the maps where they belong?
_X, _w = np.array([1.0, 2, 3, 4]).reshape(2, 2, 1, 1), np.array([[1.0, 0], [10, 100]])
_A = [[[[1]], [[210]]], [[[3]], [[430]]]]
check_cases(conv2d_im2col, case(_X, _w.reshape(2, 2, 1, 1), np.zeros(2), gives=_A))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_shapes = [((2, 2, 4, 4), (3, 2, 3, 3)), ((2, 3, 4, 4), (1, 3, 2, 2)), ((1, 2, 3, 3), (2, 2, 3, 3))]
_inputs = [[rng().normal(size=shape) + 0.5 for shape in (X, w, w[:1])] for X, w in _shapes]
check_cases(conv2d_im2col, *[case(X=X, w=w, b=b, gives=_right) for X, w, b in _inputs])
### END HIDDEN TESTS

# %% test="test_conv2d_im2col_padding" points=0.75
# Padding
_X, _w = np.array([[[[1.0, 2], [3, 4]]]]), np.array([[[[1.0, 0, 2], [0, 3, 0], [4, 0, 5]]]])
check_cases(conv2d_im2col, case(_X, _w, np.zeros(1), padding=1, gives=[[[[23, 18], [13, 13]]]]))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_inputs = [
    (rng().normal(size=(1, 1, 4, 4)), rng().normal(size=(1, 1, k, k)), np.ones(1), 1, p)
    for k, p in ((3, 2), (6, 1))
]
_inputs.append((rng().normal(size=(1, 1, 3, 5)), rng().normal(size=(1, 1, 2, 4)), np.ones(1), 1, 1))
check_cases(conv2d_im2col, *[case(*each, gives=_right) for each in _inputs])
### END HIDDEN TESTS

# %% test="test_conv2d_im2col_stride" points=0.75
# Strides
_X, _w = np.arange(25.0).reshape(1, 1, 5, 5), np.array([[[[1.0, 0], [0, 2]]]])
check_cases(conv2d_im2col, case(_X, _w, np.zeros(1), stride=2, gives=[[[[12, 18], [42, 48]]]]))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases = []
for _X, _w, _s, _p in [
    ((1, 1, 6, 6), (1, 1, 2, 2), 3, 0),
    ((1, 1, 7, 5), (1, 1, 3, 2), 2, 0),
    ((1, 2, 1, 8), (1, 2, 1, 3), 2, 0),
    ((1, 1, 4, 7), (1, 1, 1, 3), 3, 0),
]:
    _X, _w, _b = (rng().normal(size=shape) + 0.5 for shape in (_X, _w, _w[:1]))
    _cases.append(case(_X, _w, _b, _s, _p, gives=_right))
check_cases(conv2d_im2col, *_cases)
### END HIDDEN TESTS

# %% test="test_conv2d_im2col_one_product" points=1
# More images, larger images: your function must not take more steps for them
_w, _b = np.arange(1.5, 9).reshape(1, 2, 2, 2) % 5, np.array([0.5])
_few = (np.arange(18.0).reshape(1, 2, 3, 3), _w, _b)
check_own_steps(conv2d_im2col, _few, (np.ones((40, 2, 3, 3)), _w, _b), gives=_right)
check_own_steps(conv2d_im2col, _few, (np.ones((1, 2, 7, 7)), _w, _b), gives=_right)
check_bounds(conv2d_im2col, *_few, also=("conv2d_forward",))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_X = rng().integers(1, 40, size=(1, 2, 3, 3)) * 1.0
check_cases(conv2d_im2col, case(_X, _w, _b, gives=_right))
### END HIDDEN TESTS

# %% test="test_conv2d_im2col_kinds" points=0.5
# Integers, float32 and views give the same as float64
_X = np.arange(1.25, 65).reshape(2, 2, 4, 4) % 7
_w = np.arange(2.5, 38).reshape(2, 2, 3, 3) % 5 - 1.75
_b = np.array([1.4, -2.7])
check_kinds(conv2d_im2col, _X, _w, _b, gives=_right)
# All whole but the biases: their fractions must survive, with padding too.
_whole = np.rint(_X).astype(int), np.rint(_w).astype(int)
check_cases(
    conv2d_im2col,
    case(*_whole, _b, gives=_right),
    case(*_whole, _b, padding=1, gives=_right),
    case(_X, _w, _b, padding=1, gives=_right),
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_X = rng().integers(1, 40, size=(2, 2, 4, 4)) / 4
check_cases(conv2d_im2col, case(_X, _w, _b, gives=_right))
### END HIDDEN TESTS

# %% test="test_conv2d_im2col_untouched" points=0.5
# X, w and b stay as they are, and the maps are a new array
_X = np.arange(1.25, 65).reshape(2, 2, 4, 4) % 7
_w = np.arange(2.5, 38).reshape(2, 2, 3, 3) % 5 - 1.75
_b = np.array([1.4, -2.7])
check_untouched(conv2d_im2col, _X, _w, _b, gives=_right)
# Padded images are copies anyway: here the maps must be right.
check_cases(conv2d_im2col, case(_X, _w, _b, padding=1, gives=_right))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_X = rng().integers(1, 40, size=(2, 2, 4, 4)) / 4
check_cases(conv2d_im2col, case(_X, _w, _b, gives=_right))
### END HIDDEN TESTS

# %% [markdown]
# **What it gains.** Three ways to the same maps. Each line on the vertical axis is a factor of ten.

# %%
import time

from matplotlib.figure import Figure

from lib.plotting import show_figure


def one_by_one(X, w, b):
    return np.array(
        [[conv_forward(x[0], f[0]) + bias for f, bias in zip(w, b, strict=True)] for x in X]
    )


def seconds(f, *args):
    """The best of three: what else the computer does can only add time."""
    best = np.inf
    for _ in range(3):
        start = time.perf_counter()
        f(*args)
        best = min(best, time.perf_counter() - start)
    return best


ways = {
    "conv_forward, one by one": one_by_one,
    "conv2d_forward": conv2d_forward,
    "conv2d_im2col": conv2d_im2col,
}
sizes = [7, 14, 21, 28]
w_many, b_many = generator.normal(size=(4, 1, 3, 3)), generator.normal(size=4)
times = {name: [] for name in ways}
for size in sizes:
    X_many = x_train[:4, None, :size, :size].astype(np.float64)
    for name, way in ways.items():
        times[name].append(1000 * seconds(way, X_many, w_many, b_many))

figure = Figure(figsize=(6.5, 3.6), layout="constrained")
axes = figure.subplots()
for name, marker in zip(ways, "o^s", strict=True):
    axes.semilogy(sizes, times[name], marker=marker, label=name)
axes.set(
    xlabel="height and width of the images",
    ylabel="milliseconds",
    xticks=sizes,
    title="Four images, four filters",
)
axes.grid(alpha=0.4)
figure.legend(loc="outside lower center", ncols=3)

fastest = times["conv2d_im2col"][-1]
words = [f"{name:25s} {times[name][-1] / fastest:6.1f}" for name in ways]
print("At 28×28, in multiples of conv2d_im2col:", *words, sep="\n")
show_figure(figure, "milliseconds at 28×28, in multiples of conv2d_im2col: " + "; ".join(words))

# %% [markdown]
# ### Task 8 · What it costs · 1 point
#
# What does `im2col` pay for its speed? Compare the number of values in the columns with the number
# in one 28×28 image, for 3×3 filters and stride 1. Where does the factor come from, and how large
# can it get?

# %% [markdown] written="im2col_cost" points=1
# Memory. The columns hold $9 \cdot 26 \cdot 26 = 6084$ values where the image has 784, almost eight
# times as many: each pixel is written once for each window that covers it, up to $K_H K_W$ times.
# With larger strides windows overlap less and the factor shrinks by the square of the stride.

# %% [markdown]
# ## Summary
#
# - A convolution is one dot at every place: $A_{i,j} = \sum_{u,v} X_{i+u,j+v}\, w_{u,v}$.
# - Backward, sum over uses. $\nabla_X$ is a full convolution (here, filters do turn), $\nabla_w$ a
#   valid correlation; a stride is zeros in between.
# - `im2col` makes it one matrix product, and pays with memory.
#
# **Go further.** Write `conv2d_backward` with `im2col`: $\nabla_w$ is one matrix product. What is
# the transpose of `im2col`, which adds columns back into images? (Lab 7 uses it.)
