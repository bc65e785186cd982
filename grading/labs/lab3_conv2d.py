# ---
# jupyter:
#   lab:
#     mutants: true
#     demo: [ada, blaise, carl, dora]
# ---

# %% [markdown]
# # Lab 3 · Convolution in two dimensions
#
# A small window slides over a picture and answers one question at every place: how much does what I
# see here look like my filter? In this lab you build that layer, first for one grey picture, then
# for batches of pictures with many channels and many filters, and at the end you turn it into a
# single matrix product.
#
# When you are done, you can
#
# - write the forward pass of a 2-D convolution, with stride and padding, and get every size right;
# - derive its backward pass from one rule: *the chain rule sums over all uses*;
# - say why the gradient of the image is a *full* convolution;
# - rearrange windows into columns (`im2col`), and tell what that gains and what it costs.
#
# Run the checks under a task as soon as you have solved it. A check that finds nothing wrong prints
# nothing. When the lab is graded, further checks of the same kind run with other numbers.
#
# **Out of bounds in your solutions:** scipy, torch, tensorflow, jax, cv2, skimage, and
# `np.convolve`, `np.correlate`, `np.fft`, `np.polymul`, `np.gradient`: they would do for you what
# this lab is about. All else in NumPy is welcome. The text itself uses scipy, to look up right
# answers.

# %% locked="setup"
import sys
from pathlib import Path

# The folder `lib` stands beside `notebooks`; this finds it from wherever the notebook is.
sys.path[:0] = [
    str(p) for p in Path.cwd().resolve().parents if (p / "lib" / "checking.py").exists()
]

import numpy as np

from lib.checking import (
    check_bounds,
    check_equal,
    check_gradients,
    check_kinds,
    check_own_steps,
    check_untouched,
    gradient_check,
    rng,
)

# %% [markdown]
# **The fine print, once for all tasks.** A few points are for being a good neighbour to the code
# that calls yours:
#
# - *Any number type.* Inputs are `float64`, `float32` or `int64`, in any memory layout (a
#   transposed or reversed view is an array too). Gradients are always `float64`: a buffer of
#   integers would cut off everything behind the point.
# - *Hands off the inputs.* No function changes its arguments, the upstream gradient included: they
#   are the caller's.
# - *Your result is yours.* It shares no memory with an argument or with an earlier result.
#   Otherwise the caller's `result += 1` would change something else as well.
# - *No favourite shapes.* Images need not be square, filters neither; a filter may be 1×1, even, or
#   as large as the image.

# %% [markdown]
# ## 1 · One picture, one filter
#
# In lab 1 you wrote a dot layer: multiply two arrays entry by entry, add everything up. Here it is
# again.


# %%
def dot_forward(x, w):
    """Sum of the elementwise products of two arrays of one shape."""
    return np.sum(x * w)


# %% [markdown]
# A convolution is that dot layer, applied again and again. Put the filter $w$ of shape
# $K_H \times K_W$ on the image $X$ of shape $H \times W$, so that their top left corners meet.
# Multiply what lies on top of each other, add up, write the sum down. Move the filter one step to
# the right and do it again; at the right edge go one row down. The place where a window's top left
# corner stands is called its *anchor*, and the result at the anchor $(i, j)$ is
#
# $$A_{i,j} = \sum_{u=0}^{K_H-1} \sum_{v=0}^{K_W-1} X_{i+u,\,j+v}\; w_{u,v}$$
#
# The last anchor that still fits is $H - K_H$ rows down, and counting starts at 0. So $A$ has
# $H - K_H + 1$ rows and, by the same argument, $W - K_W + 1$ columns. This is a *valid*
# convolution: only windows that lie inside the image count.
#
# ![Animation: a 3 × 3 filter on a 4 × 5 image with no padding and stride 1 gives a 2 × 3 output,
# one sum of products at a time. The output is smaller than the image: one number for each place of
# the window.](../../figures/no_padding_no_strides.gif)
#
# An example that you can redo on paper:
#
# $$X = \begin{bmatrix} 1 & 0 & 2 \\ 3 & 1 & 0 \\ 0 & 2 & 1 \end{bmatrix} \qquad
# w = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix} \qquad
# A = \begin{bmatrix} 14 & 7 \\ 13 & 11 \end{bmatrix}$$
#
# The top left window holds 1, 0, 3, 1, and $1 \cdot 1 + 0 \cdot 2 + 3 \cdot 3 + 1 \cdot 4 = 14$.

# %%
X = np.array([[1.0, 0, 2], [3, 1, 0], [0, 2, 1]])
w = np.array([[1.0, 2], [3, 4]])

for i in range(2):
    for j in range(2):
        window = X[i : i + 2, j : j + 2]
        print(f"window at ({i}, {j}): {window.ravel()}   A[{i}, {j}] = {dot_forward(window, w):g}")

# %% [markdown]
# As in lab 2 nobody turns the filter, so of scipy's two functions `correlate2d` is our reference:

# %%
from scipy import signal

print("correlate2d, which is ours:", signal.correlate2d(X, w, mode="valid"), sep="\n")
print("convolve2d, which turns w first:", signal.convolve2d(X, w, mode="valid"), sep="\n")

# %% [markdown]
# With a filter of ones, or any other that looks the same after half a turn, you would see no
# difference. That is why the filters in our checks are not symmetric, and why yours should not be
# when you test something.
#
# ### Task 1 · `conv_forward`
#
# Build it from dots. It must work for every image and every filter that fits into it, not just for
# 3×3. A filter that is larger than its image has no window at all: then the check at the top, which
# is given, says so, where a loop would hand back an empty map without a word.
#
# <details><summary>Hint</summary>
#
# Two loops over the anchors, `i` and `j`. The window is a slice of `X`: rows `i` to `i + KH`, and
# Python leaves the end out. Read the sizes of rows and columns separately; `H, W = X.shape` does
# both.
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


# %% test="test_conv_forward" points=2
# Square images, filters of 3×3.
from scipy.signal import correlate2d as _correlate2d

# By hand. The window at (0, 0): 1·1 + 0·2 + 2·0 + 0·0 + 3·1 + 1·0 + 2·3 + 1·0 - 0·1 = 10.
_X = np.array([[1.0, 0, 2, 1], [0, 3, 1, 0], [2, 1, 0, 1], [1, 0, 1, 2]])
_w = np.array([[1.0, 2, 0], [0, 1, 0], [3, 0, -1]])
check_equal(conv_forward(_X, _w), [[10.0, 7], [9, 3]], "conv_forward(X, w)")


def _check_case(X, w, name):
    A = _correlate2d(X, w, mode="valid")
    check_bounds(conv_forward, X.copy(), w.copy())
    check_equal(conv_forward(X=X.copy(), w=w.copy()), A, name)


_random = np.random.default_rng(1)
_check_case(_random.normal(size=(6, 6)), _random.normal(size=(3, 3)), "conv_forward of a 6×6 image")
### BEGIN HIDDEN TESTS
for _scale in (1e-6, 1, 1e6):
    _X, _w = _scale * rng().normal(size=(7, 7)), rng().normal(size=(3, 3))
    _check_case(_X, _w, f"conv_forward of a 7×7 image of values around {_scale:g}")
_check_case(
    -rng().uniform(1, 2, (5, 5)), rng().uniform(1, 2, (3, 3)), "conv_forward of a negative image"
)
### END HIDDEN TESTS

# %% test="test_conv_forward_filters" points=1
# Filters of any shape: one pixel, a row, a column, as large as the image.
from scipy.signal import correlate2d as _correlate2d

# By hand: a filter of one row, and one of one column.
_X = np.array([[1.0, 2, 4], [8, 16, 32], [64, 128, 256]])
_A = [[-3.0, -6], [-24, -48], [-192, -384]]
check_equal(conv_forward(_X.copy(), np.array([[1.0, -2]])), _A, "conv_forward of a 1×2 filter")
_w = np.array([[1.0], [1], [-1]])
check_equal(conv_forward(_X.copy(), _w), [[-55.0, -110, -220]], "conv_forward of a 3×1 filter")


def _check_case(shape, random):
    X, w = random.normal(size=(6, 6)), random.normal(size=shape) + 1
    A = _correlate2d(X, w, mode="valid")
    check_bounds(conv_forward, X.copy(), w.copy())
    check_equal(conv_forward(X.copy(), w.copy()), A, f"conv_forward of 6×6, w {shape}")


for _shape in [(1, 1), (2, 2), (3, 2), (4, 4), (6, 6)]:
    _check_case(_shape, np.random.default_rng(2))
### BEGIN HIDDEN TESTS
for _shape in [(1, 3), (2, 4), (4, 1), (5, 5), (6, 2)]:
    _check_case(_shape, rng())
### END HIDDEN TESTS

# %% test="test_conv_forward_images" points=1
# Images of any shape: wide and tall.
from scipy.signal import correlate2d as _correlate2d


def _check_case(shape, k, random):
    X, w = random.normal(size=shape), random.normal(size=(k, k)) + 1
    A = _correlate2d(X, w, mode="valid")
    check_bounds(conv_forward, X.copy(), w.copy())
    check_equal(conv_forward(X.copy(), w.copy()), A, f"conv_forward of X {shape}, w {k}×{k}")


for _shape in [(3, 5), (7, 4), (4, 7), (3, 3)]:
    _check_case(_shape, 3, np.random.default_rng(3))
### BEGIN HIDDEN TESTS
for _shape in [(3, 9), (9, 3), (5, 6), (8, 6)]:
    _check_case(_shape, 3, rng())
_check_case((1, 7), 1, rng())
_check_case((7, 1), 1, rng())
### END HIDDEN TESTS

# %% test="test_conv_forward_kinds" points=0.5
# Integers, float32 and views give the same as float64.
_random = np.random.default_rng(4)
check_kinds(conv_forward, 3 * _random.normal(size=(5, 5)), 3 * _random.normal(size=(3, 3)))

# %% test="test_conv_forward_untouched" points=0.5
# X and w stay as they are, and the map is a new array.
_random = np.random.default_rng(5)
check_untouched(conv_forward, 3 * _random.normal(size=(5, 5)), 3 * _random.normal(size=(3, 3)))

# %% [markdown]
# ### A real picture
#
# Our test image, in this lab and in lab 6, is a handwritten 4 from MNIST. Its pixels are bytes
# (`uint8`), and bytes wrap around: the byte 200 times 2 is 144. So the first thing to do with an
# image is to make it float.
#
# Below, your map stands beside scipy's answer. Where the image goes from bright above to dark
# below, this filter sees a lot, and the map is white.

# %%
from lib.mnist import load_mnist
from lib.plotting import show_row

(x_train, _), _ = load_mnist()
digit = x_train[2].astype(np.float64)

wrapped = np.array([200], dtype=np.uint8) * np.array([2], dtype=np.uint8)
print("the byte 200 times 2:", wrapped[0])

# %%
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
# Somewhere further on stands a loss $L$. The layers after ours tell us the *upstream gradient*
# $dA$, of the shape of $A$: $dA_{i,j}$ says how much $L$ changes when $A_{i,j}$ does. We owe the
# same for our inputs: $dX$ and $dw$.
#
# Here is the layer as one node of a computational graph:
#
# ![The image X = (1, 2, 0, −1; 3, −2, 1, 2; 0, 1, 3, −3), 3 × 4, and the filter w = (2, 1, 1; −3,
# 1, 2), 2 × 3, flow into a convolution, and the map A = (−5, 14; 12, −7), 2 × 2, comes out. One
# window of X is lit, and the number that its dot with w gives,
# 14.](../../images/conv_layer_forward.png)
#
# There is no need for a big derivative of $A$ by $X$. One rule is enough:
#
# > **When something is used in several places, its gradient is the sum over all its uses.**
#
# A convolution is many dots, and each dot is simple. The dot at anchor $(i, j)$ multiplies its
# window by $w$, so backwards it sends $dA_{i,j}\, w$ to its window and
# $dA_{i,j} \cdot \text{window}$ to the filter. Now sum over the uses:
#
# - The filter is used by *every* dot: $dw$ is the sum of $dA_{i,j}$ times the window at $(i, j)$,
#   over all anchors.
# - A pixel is used by every dot *whose window covers it*: each dot adds $dA_{i,j}\, w$ to its part
#   of $dX$.
#
# With the numbers from above and $dA = \begin{bmatrix} 1 & 2 \\ -1 & 3 \end{bmatrix}$: the pixel in
# the centre lies in all four windows, and meets another entry of $w$ in each. So
# $dX_{1,1} = 1 \cdot 4 + 2 \cdot 3 + (-1) \cdot 2 + 3 \cdot 1 = 11$. And $w_{0,0}$ meets the pixels
# 1, 0, 3, 1 in turn, so $dw_{0,0} = 1 \cdot 1 + 2 \cdot 0 + (-1) \cdot 3 + 3 \cdot 1 = 1$.
#
# You can see it without any theory: raise one pixel by 1 and watch $\sum_{i,j} A_{i,j}\, dA_{i,j}$.

# %%
upstream = np.array([[1.0, 2], [-1, 3]])  # dA


def loss(X, w):
    return np.sum(signal.correlate2d(X, w, mode="valid") * upstream)


bumped = X.copy()
bumped[1, 1] += 1
print("raise X[1, 1] by 1:", loss(bumped, w) - loss(X, w))

bumped = w.copy()
bumped[0, 0] += 1
print("raise w[0, 0] by 1:", loss(X, bumped) - loss(X, w))

# %% [markdown]
# **Why the gradient of $X$ is a full convolution.** Ask not where a window sends its gradient, but
# where a pixel gets its own from. Pixel $(p, q)$ lies in the windows anchored at $(p-u, q-v)$, at
# most $K_H - 1$ rows above and $K_W - 1$ columns to the left of it, and in the window at
# $(p-u, q-v)$ it meets $w_{u,v}$:
#
# $$dX_{p,q} = \sum_{u,v} dA_{p-u,\,q-v}\; w_{u,v}$$
#
# where $dA$ counts as 0 outside of its shape.
#
# The signs have changed: where the forward pass looked down and to the right of its anchor, this
# looks up and to the left. That is a filter reversed, bottom to top and right to left, and anchored
# at its bottom right corner: a convolution in the mathematicians' sense. And every overlap counts,
# down to a single corner, for a corner pixel has its one window too: that is what *full* means. The
# sizes agree: $(H - K_H + 1) + (K_H - 1) = H$.
#
# For the filter nothing is reversed: $dw$ is the valid cross-correlation of $X$ with $dA$.

# %%
into_image = signal.convolve2d(upstream, w, mode="full")
into_filter = signal.correlate2d(X, upstream, mode="valid")
print("dX, a full convolution of dA with w:", into_image, sep="\n")
print("dw, a valid correlation of X with dA:", into_filter, sep="\n")

# %% [markdown]
# ### Task 2 · Annotate the example
#
# In lab 1 you annotated the graph of one dot. Now there are four dots, and they share $w$. Write
# $dX_{0,0}$, $dX_{0,1}$ and $dw_{0,1}$ as sums of products of the letters $dA_{i,j}$, $w_{u,v}$ and
# $X_{p,q}$ for the 3×3 image and the 2×2 filter. Then: of how many windows is a corner pixel part
# if the image is 5×5 and the filter 3×3, and the pixel in the centre? What does that mean for their
# gradients?
#
# <details><summary>Hint: one node, taken apart</summary>
#
# ![A convolution drawn as four dot layers: each takes its own window of the 3 × 4 image X, and
# all four share the filter w. Their results, −5, 14, 12, −7, are the four numbers of the 2 × 2
# map A.](../../images/conv_hint.png)
# </details>
#
# <details><summary>Hint: what happens where a value splits</summary>
#
# ![One value, x = 3, splits into three ways, and each carries the same 3. Backward, the gradients
# 2, −1, 4 come back along the three ways, and where these meet they add: the gradient of x is
# 5.](../../images/split.png)
# </details>

# %% [markdown] written="conv_gradients" points=1
# $dX_{0,0} = dA_{0,0} w_{0,0}$, $\ dX_{0,1} = dA_{0,0} w_{0,1} + dA_{0,1} w_{0,0}$, and
# $dw_{0,1} = dA_{0,0} X_{0,1} + dA_{0,1} X_{0,2} + dA_{1,0} X_{1,1} + dA_{1,1} X_{1,2}$.
#
# A corner pixel of the 5×5 image is part of one window, the centre of all nine. Its gradient is the
# sum over these uses: one product at the corner, nine in the centre. Pixels at the border have less
# influence on the output, unless we pad.
#
# With the numbers of the graph above:
#
# ![The convolution with its gradients: each dot hands its own number of dA = (1, 3; −1, 2), times
# w, back to its window of X, and times that window back to w. What arrives at one place adds: dX
# = (2, 7, 4, 3; −5, −5, 6, 8; 3, −7, 0, 4), dw = (0, 6, 0; −1, 6,
# −2).](../../images/conv_layer_backward.png)
#
# ![dX and dw as sums over the four dots: w times 1, 3, −1, 2, each laid on the window of its dot,
# add to dX = (2, 7, 4, 3; −5, −5, 6, 8; 3, −7, 0, 4). The four windows of X, times the same
# numbers, add to dw = (0, 6, 0; −1, 6, −2).](../../images/conv_backward_sums.png)

# %% [markdown]
# ### Task 3 · `conv_backward`
#
# The upstream gradient defaults to ones when nobody gives it. It may be zero, in part or as a
# whole, and then so are the gradients: ask `dA is None`, not whether it is zero.
#
# <details><summary>Hint</summary>
#
# Start from two arrays of zeros, of the shapes of `X` and `w` (what dtype?), and go through the
# same two loops as in the forward pass. Each window adds to both. If you write `=` where `+=`
# should be, only the last use counts.
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
# Without an upstream gradient: ones.
from scipy.signal import convolve2d as _convolve2d
from scipy.signal import correlate2d as _correlate2d

# By hand, with the upstream gradient that nobody gave: ones.
# The pixel in the centre has four uses: 1 + 2 + 3 + 4 = 10.
_X, _w = np.array([[1.0, 0, 2], [3, 1, 0], [0, 2, 1]]), np.array([[1.0, 2], [3, 4]])
_expected = {"X": [[1.0, 3, 2], [4, 10, 6], [3, 7, 4]], "w": [[5.0, 3], [6, 4]]}
check_gradients(conv_backward(_X, _w), _expected, "conv_backward(X, w)")


def _check_case(X, w, name):
    ones = np.ones((X.shape[0] - w.shape[0] + 1, X.shape[1] - w.shape[1] + 1))
    expected = {"X": _convolve2d(ones, w), "w": _correlate2d(X, ones, mode="valid")}
    check_bounds(conv_backward, X.copy(), w.copy())
    check_gradients(conv_backward(X=X.copy(), w=w.copy()), expected, name)


_random = np.random.default_rng(11)
_check_case(
    _random.normal(size=(5, 5)), _random.normal(size=(3, 3)), "conv_backward of a 5×5 image"
)
### BEGIN HIDDEN TESTS
for _scale in (1e-6, 1, 1e6):
    _X, _w = _scale * rng().normal(size=(7, 7)), rng().normal(size=(4, 4))
    _check_case(_X, _w, f"conv_backward of a 7×7 image of values around {_scale:g}")
### END HIDDEN TESTS

# %% test="test_conv_backward_upstream_X" points=2
# The gradient of X, with an upstream gradient.
from scipy.signal import convolve2d as _convolve2d

# The example of the page.
_X, _w = np.array([[1.0, 0, 2], [3, 1, 0], [0, 2, 1]]), np.array([[1.0, 2], [3, 4]])
_got = conv_backward(_X, _w, np.array([[1.0, 2], [-1, 3]]))
check_gradients(_got["X"], [[1.0, 4, 4], [2, 11, 14], [-3, 5, 12]], "conv_backward(...)['X']")


def _check_case(n, k, random):
    X, w = random.normal(size=(n, n)), random.normal(size=(k, k))
    dA = random.normal(size=(n - k + 1, n - k + 1))
    expected = _convolve2d(dA, w)
    check_bounds(conv_backward, X.copy(), w.copy(), dA.copy())
    got = conv_backward(X=X.copy(), w=w.copy(), dA=dA.copy())
    check_gradients(got["X"], expected, f"conv_backward(...)['X'], X {n}×{n}, w {k}×{k}")
    # An upstream gradient that is zero is not one that is missing.
    got = conv_backward(X.copy(), w.copy(), 0 * dA)
    check_gradients(got["X"], np.zeros(X.shape), "conv_backward(...)['X'] with dA = 0")


_check_case(5, 3, np.random.default_rng(12))
### BEGIN HIDDEN TESTS
for _k in (2, 4, 6):
    _check_case(6, _k, rng())
### END HIDDEN TESTS

# %% test="test_conv_backward_upstream_w" points=2
# The gradient of w, with an upstream gradient.
from scipy.signal import correlate2d as _correlate2d

# The example of the page.
_X, _w = np.array([[1.0, 0, 2], [3, 1, 0], [0, 2, 1]]), np.array([[1.0, 2], [3, 4]])
_got = conv_backward(_X, _w, np.array([[1.0, 2], [-1, 3]]))
check_gradients(_got["w"], [[1.0, 3], [11, 2]], "conv_backward(...)['w']")


def _check_case(n, k, random):
    X, w = random.normal(size=(n, n)), random.normal(size=(k, k))
    dA = random.normal(size=(n - k + 1, n - k + 1))
    expected = _correlate2d(X, dA, mode="valid")
    check_bounds(conv_backward, X.copy(), w.copy(), dA.copy())
    got = conv_backward(X=X.copy(), w=w.copy(), dA=dA.copy())
    check_gradients(got["w"], expected, f"conv_backward(...)['w'], X {n}×{n}, w {k}×{k}")
    # An upstream gradient that is zero is not one that is missing.
    got = conv_backward(X.copy(), w.copy(), 0 * dA)
    check_gradients(got["w"], np.zeros(w.shape), "conv_backward(...)['w'] with dA = 0")


_check_case(5, 3, np.random.default_rng(13))
### BEGIN HIDDEN TESTS
for _k in (2, 4, 6):
    _check_case(6, _k, rng())
### END HIDDEN TESTS

# %% test="test_conv_backward_sizes" points=2
# Images and filters that are not square.
from scipy.signal import convolve2d as _convolve2d
from scipy.signal import correlate2d as _correlate2d

# By hand: one row of four pixels, a filter of two.
_got = conv_backward(np.array([[1.0, 2, 4, 8]]), np.array([[1.0, -2]]), np.array([[1.0, 10, 100]]))
check_gradients(_got, {"X": [[1.0, 8, 80, -200]], "w": [[421.0, 842]]}, "conv_backward of 1×4")


def _check_case(image, filter_, random):
    X, w = random.normal(size=image), random.normal(size=filter_) + 1
    dA = random.normal(size=(image[0] - filter_[0] + 1, image[1] - filter_[1] + 1)) - 1
    expected = {"X": _convolve2d(dA, w), "w": _correlate2d(X, dA, mode="valid")}
    check_bounds(conv_backward, X.copy(), w.copy(), dA.copy())
    got = conv_backward(X.copy(), w.copy(), dA.copy())
    check_gradients(got, expected, f"conv_backward of X {image}, w {filter_}")


for _image, _filter in [((5, 4), (3, 2)), ((4, 6), (2, 3)), ((3, 5), (1, 1)), ((4, 3), (4, 3))]:
    _check_case(_image, _filter, np.random.default_rng(14))
### BEGIN HIDDEN TESTS
for _image, _filter in [((7, 5), (2, 4)), ((3, 8), (3, 3)), ((8, 3), (3, 3)), ((6, 1), (4, 1))]:
    _check_case(_image, _filter, rng())
for _image, _filter, _map in [((5, 6), (3, 2), (3, 5)), ((7, 4), (2, 3), (6, 2))]:
    _X, _w, _ones = rng().normal(size=_image), rng().normal(size=_filter) + 1, np.ones(_map)
    _expected = {"X": _convolve2d(_ones, _w), "w": _correlate2d(_X, _ones, "valid")}
    _got = conv_backward(_X.copy(), _w.copy())
    check_gradients(_got, _expected, f"conv_backward of X {_image}, w {_filter}, no dA")
### END HIDDEN TESTS

# %% test="test_conv_backward_kinds" points=1
# Gradients are float64, whatever numbers come in.
_random = np.random.default_rng(15)
_X, _w = 3 * _random.normal(size=(4, 4)), 3 * _random.normal(size=(2, 2))
check_kinds(conv_backward, _X, _w, gradient=True)
check_kinds(conv_backward, _X, _w, 3 * _random.normal(size=(3, 3)), gradient=True)

# %% test="test_conv_backward_untouched" points=1
# The inputs stay as they are, and the gradients are new arrays.
_random = np.random.default_rng(16)
_X, _w = 3 * _random.normal(size=(4, 4)), 3 * _random.normal(size=(2, 2))
check_untouched(conv_backward, _X, _w)
check_untouched(conv_backward, _X, _w, 3 * _random.normal(size=(3, 3)))
# A filter as large as the image, and one of one pixel: it is tempting to hand an argument back.
check_untouched(conv_backward, _X, 3 * _random.normal(size=(4, 4)))
check_untouched(conv_backward, _X, 3 * _random.normal(size=(1, 1)))

# %% [markdown]
# ### Check it yourself, on the whole digit
#
# Your two functions now have to agree with each other: `gradient_check` moves the inputs of your
# forward pass a little, measures how much the output changes, and compares that with what your
# backward pass says, under a random upstream gradient. All 784 pixels and 9 weights are checked.

# %%
gradient_check(forward_f=conv_forward, backward_f=conv_backward, X=digit, w=edges)

# %% [markdown]
# A gradient check compares your two functions with each other. If both are wrong in the same way,
# say zero everywhere, it passes. That is why your forward pass had to agree with scipy first.
#
# ## 3 · Batches, channels, filters, strides, padding
#
# A layer in a network sees more than one grey picture.
#
# | array | shape | what it holds |
# |---|---|---|
# | `X` | $N \times C \times H \times W$ | $N$ images of $C$ channels: colours, or earlier maps |
# | `w` | $O \times C \times K_H \times K_W$ | $O$ filters; each one looks at *all* channels |
# | `b` | $O$ | one bias for each filter |
# | `A` | $N \times O \times H_\text{out} \times W_\text{out}$ | a map for each image and filter |
#
# Each filter is a box that reaches through all channels. It slides over height and width only, sums
# over everything in the box, and adds its bias:
#
# $$A_{n,o,i,j} = b_o + \sum_{c} \sum_{u} \sum_{v} P_{n,c,\,s i + u,\,s j + v}\; w_{o,c,u,v}$$
#
# ![Animation, filter by filter: 2 channels under each other and 3 filters side by side, each with
# 2 slices; each channel meets the slice beside it, and the sums of all channels and the bias make
# one number of the filter's map. The shapes: X (N, C, H, W) = (1, 2, 3, 3); w (O, C, KH, KW) = (3,
# 2, 2, 2); A (N, O, H_out, W_out) = (1, 3, 2, 2).](../../figures/channels.gif)
#
# Here $P$ is the *padded* image, $X$ with $p$ rows and columns of zeros on each side, and $s$ is
# the *stride*: windows are anchored at every $s$-th row and column. Images and channels are not
# padded, and the stride skips none of them. In each direction, what does not fill a whole window at
# the far end is dropped:
#
# $$H_\text{out} = \left\lfloor \frac{H - K_H + 2p}{s} \right\rfloor + 1 \qquad
# W_\text{out} = \left\lfloor \frac{W - K_W + 2p}{s} \right\rfloor + 1$$
#
# For example, a second layer gets 1000 images of 24×24 with 4 channels: edges, corners, horizontal
# and vertical lines. It has 2 filters of 3×3, no padding, stride 1. As $(24 - 3 + 0)/1 + 1 = 22$,
# its output is $1000 \times 2 \times 22 \times 22$. Padding by 1 would keep 24×24. And how little
# there is to learn: $2 \cdot 4 \cdot 3 \cdot 3 + 2 = 74$ numbers, where a dense layer from
# $4 \cdot 24 \cdot 24$ to $2 \cdot 22 \cdot 22$ values has more than two million.

# %%
for p in (0, 1):
    n = (24 - 3 + 2 * p) // 1 + 1
    print(f"24×24, filter 3×3, stride 1, padding {p}: {n}×{n}")
print("to learn, convolution:", 2 * 4 * 3 * 3 + 2)
print("to learn, dense layer:", (4 * 24 * 24) * (2 * 22 * 22) + 2 * 22 * 22)

# %% [markdown]
# Here a window is dropped, and the last column of the image is never used:
#
# ![Animation: a 3 × 3 filter on a 5 × 6 image with no padding and stride 2 gives a 2 × 2 output,
# one sum of products at a time. A window that does not fit is dropped: here the last column is
# never used.](../../figures/no_padding_strides_odd.gif)
#
# Another such case: a 5×6 image, a 2×3 filter, stride 2. Then
# $\lfloor (5-2)/2 \rfloor + 1 = 2$ and $\lfloor (6-3)/2 \rfloor + 1 = 2$. Count how many windows
# use each pixel:

# %%
down, across = (5 - 2) // 2 + 1, (6 - 3) // 2 + 1
print(down, "windows down and", across, "across")

used = np.zeros((5, 6), dtype=int)
for i in range(down):
    for j in range(across):
        used[2 * i : 2 * i + 2, 2 * j : 2 * j + 3] += 1
print(used)

# %% [markdown]
# The third column is used twice; the last row and the last column are never used. Keep this picture
# in mind for the way back.
#
# And one for padding. With $p = 1$ a 3×3 filter fits even a 2×2 image:
#
# $$X = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix} \qquad
# w = \begin{bmatrix} 1 & 0 & 2 \\ 0 & 3 & 0 \\ 4 & 0 & 5 \end{bmatrix} \qquad
# A = \begin{bmatrix} 23 & 18 \\ 13 & 13 \end{bmatrix}$$
#
# In the first window the pixel 1 lies under the 3 and the pixel 4 under the 5, and
# $1 \cdot 3 + 4 \cdot 5 = 23$.

# %%
padded = np.pad(np.array([[1.0, 2], [3, 4]]), 1)
print(padded)
A = signal.correlate2d(padded, np.array([[1.0, 0, 2], [0, 3, 0], [4, 0, 5]]), mode="valid")
print(A)

# %% [markdown]
# ### Task 4 · `conv2d_forward`
#
# Any number of images, channels and filters, one included. Height and width have lives of their
# own. The stride may be larger than the filter, and it need not divide anything.
#
# <details><summary>Hint</summary>
#
# Pad first: `np.pad` takes a pair for each axis, and the first two axes get `(0, 0)`. Then loop
# over `i` and `j`, and let NumPy do all images and filters at once: the window has the shape
# `(N, C, KH, KW)`, the filters `(O, C, KH, KW)`, and
# `np.tensordot(window, w, axes=([1, 2, 3], [1, 2, 3]))` has the shape `(N, O)`. Four loops around a
# `dot` are right as well.
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


# %% test="test_conv2d_forward" points=2
# One image, one channel, one filter, and its bias.
from scipy.signal import correlate2d as _correlate2d

# The first example of the lab: one image, one channel, one filter, and a bias of 0.5.
_X, _w = np.array([[[[1.0, 0, 2], [3, 1, 0], [0, 2, 1]]]]), np.array([[[[1.0, 2], [3, 4]]]])
_got = conv2d_forward(_X, _w, np.array([0.5]))
check_equal(_got, [[[[14.5, 7.5], [13.5, 11.5]]]], "conv2d_forward(X, w, b)")


def _check_case(X, w, b, name):
    A = _correlate2d(X[0, 0], w[0, 0], mode="valid")[None, None] + b
    check_bounds(conv2d_forward, X.copy(), w.copy(), b.copy())
    check_equal(conv2d_forward(X=X.copy(), w=w.copy(), b=b.copy()), A, name)


_random = np.random.default_rng(21)
_X, _w = _random.normal(size=(1, 1, 5, 5)), _random.normal(size=(1, 1, 3, 3))
_check_case(_X, _w, np.array([-1.5]), "conv2d_forward of a 5×5 image")
### BEGIN HIDDEN TESTS
for _scale in (1e-6, 1, 1e6):
    _X, _w = _scale * rng().normal(size=(1, 1, 6, 6)), rng().normal(size=(1, 1, 4, 4))
    _check_case(
        _X,
        _w,
        _scale * rng().normal(size=1),
        f"conv2d_forward of a 6×6 image of values around {_scale:g}",
    )
### END HIDDEN TESTS

# %% test="test_conv2d_forward_channels" points=2
# Several images, channels and filters.
from scipy.signal import correlate as _correlate

# By hand: filters of 1×1 mix the two channels at each pixel, and each has its own bias.
_X = np.array([[[[1.0, 2], [3, 4]], [[10, 20], [30, 40]]]])
_w = np.array([[1.0, 1], [2, 0], [0, -1]])[:, :, None, None]
_A = [[[[11.0, 22], [33, 44]], [[102, 104], [106, 108]], [[-5, -15], [-25, -35]]]]
_got = conv2d_forward(_X, _w, np.array([0.0, 100, 5]))
check_equal(_got, _A, "conv2d_forward of two channels, three 1×1 filters")


def _check_case(X_shape, w_shape, random):
    """Compare with scipy, which does one image and one filter at a time."""
    X, w, b = (random.normal(size=shape) + 0.5 for shape in (X_shape, w_shape, w_shape[:1]))
    A = np.array([[_correlate(x, f, "valid", "direct")[0] for f in w] for x in X])
    A += b[:, None, None]
    check_bounds(conv2d_forward, X.copy(), w.copy(), b.copy())
    got = conv2d_forward(X.copy(), w.copy(), b.copy())
    check_equal(got, A, f"conv2d_forward of X {X_shape}, w {w_shape}")


_check_case((2, 2, 5, 5), (3, 2, 3, 3), np.random.default_rng(22))
_check_case((3, 1, 4, 4), (1, 1, 3, 3), np.random.default_rng(22))
_check_case((1, 3, 4, 4), (1, 3, 3, 3), np.random.default_rng(22))
_check_case((1, 1, 4, 4), (2, 1, 3, 3), np.random.default_rng(22))
### BEGIN HIDDEN TESTS
_check_case((3, 2, 4, 4), (2, 2, 2, 2), rng())
_check_case((2, 3, 4, 4), (1, 3, 2, 2), rng())
_check_case((2, 1, 5, 5), (4, 1, 2, 2), rng())
_check_case((4, 4, 4, 4), (4, 4, 4, 4), rng())
### END HIDDEN TESTS

# %% test="test_conv2d_forward_padding" points=1
# Padding, at stride 1.
from scipy.signal import correlate2d as _correlate2d

# The example of the page: the filter is larger than the image, and fits once that is padded.
_X, _w = np.array([[[[1.0, 2], [3, 4]]]]), np.array([[[[1.0, 0, 2], [0, 3, 0], [4, 0, 5]]]])
_got = conv2d_forward(_X, _w, np.zeros(1), padding=1)
check_equal(_got, [[[[23.0, 18], [13, 13]]]], "conv2d_forward with padding=1")


def _check_case(k, padding, random):
    X, w, b = random.normal(size=(1, 1, 5, 5)) + 1, random.normal(size=(1, 1, k, k)), np.zeros(1)
    A = _correlate2d(np.pad(X[0, 0], padding), w[0, 0], mode="valid")[None, None]
    check_bounds(conv2d_forward, X.copy(), w.copy(), b.copy(), padding=padding)
    got = conv2d_forward(X.copy(), w.copy(), b.copy(), 1, padding)
    check_equal(got, A, f"conv2d_forward of 5×5, w {k}×{k}, padding={padding}")


_check_case(3, 1, np.random.default_rng(23))
_check_case(3, 2, np.random.default_rng(23))
### BEGIN HIDDEN TESTS
for _k, _padding in [(2, 1), (5, 2), (3, 3), (1, 1), (7, 1)]:
    _check_case(_k, _padding, rng())
### END HIDDEN TESTS

# %% test="test_conv2d_forward_stride" points=1
# Strides, without padding.
from scipy.signal import correlate2d as _correlate2d

# By hand: a 5×5 image with 0, 1, 2, ... in it. The last row and the last column fill no window.
_X, _w = np.arange(25.0).reshape(1, 1, 5, 5), np.array([[[[1.0, 0], [0, 2]]]])
_got = conv2d_forward(_X, _w, np.zeros(1), stride=2)
check_equal(_got, [[[[12.0, 18], [42, 48]]]], "conv2d_forward with stride=2")


def _check_case(n, k, stride, random):
    X, w, b = random.normal(size=(1, 1, n, n)), random.normal(size=(1, 1, k, k)) + 1, np.zeros(1)
    A = _correlate2d(X[0, 0], w[0, 0], mode="valid")[None, None, ::stride, ::stride]
    check_bounds(conv2d_forward, X.copy(), w.copy(), b.copy(), stride=stride)
    got = conv2d_forward(X.copy(), w.copy(), b.copy(), stride)
    check_equal(got, A, f"conv2d_forward of X {n}×{n}, w {k}×{k}, stride={stride}")


for _k, _stride in [(3, 2), (2, 2), (2, 3)]:
    _check_case(6, _k, _stride, np.random.default_rng(24))
### BEGIN HIDDEN TESTS
for _k, _stride in [(1, 2), (1, 3), (2, 4), (3, 3), (2, 9), (4, 2)]:
    _check_case(8, _k, _stride, rng())
### END HIDDEN TESTS

# %% test="test_conv2d_forward_together" points=2
# Everything at once, and neither images nor filters are square.
from scipy.signal import correlate as _correlate


def _check_case(X_shape, w_shape, stride, padding, random):
    """Compare with scipy, which does one image and one filter at a time."""
    X, w, b = (random.normal(size=shape) + 0.5 for shape in (X_shape, w_shape, w_shape[:1]))
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    A = np.array([[_correlate(x, f, "valid", "direct")[0] for f in w] for x in P])
    A = A[:, :, ::stride, ::stride] + b[:, None, None]
    check_bounds(conv2d_forward, X.copy(), w.copy(), b.copy(), stride=stride, padding=padding)
    got = conv2d_forward(X.copy(), w.copy(), b.copy(), stride=stride, padding=padding)
    check_equal(
        got, A, f"conv2d_forward of X {X_shape}, w {w_shape}, stride={stride}, padding={padding}"
    )


_check_case((2, 2, 7, 5), (3, 2, 3, 2), 2, 1, np.random.default_rng(25))
_check_case((2, 1, 4, 7), (2, 1, 1, 3), 3, 0, np.random.default_rng(25))
_check_case((1, 1, 3, 5), (1, 1, 2, 4), 1, 1, np.random.default_rng(25))
### BEGIN HIDDEN TESTS
_check_case((3, 2, 5, 6), (2, 2, 2, 3), 2, 1, rng())
_check_case((1, 3, 7, 4), (2, 3, 3, 2), 3, 2, rng())
_check_case((2, 2, 1, 8), (2, 2, 1, 3), 2, 0, rng())
_check_case((2, 1, 8, 1), (1, 1, 3, 1), 2, 0, rng())
_check_case((2, 2, 5, 3), (2, 2, 5, 3), 1, 0, rng())
_check_case((1, 2, 6, 4), (3, 2, 2, 1), 3, 0, rng())
_check_case((2, 2, 3, 2), (2, 2, 4, 3), 2, 2, rng())
### END HIDDEN TESTS

# %% test="test_conv2d_forward_kinds" points=1
# Integers, float32 and views give the same as float64.
_random = np.random.default_rng(26)
_X, _w = 3 * _random.normal(size=(2, 2, 4, 4)), 3 * _random.normal(size=(2, 2, 3, 3))
_b = np.array([1.4, -2.7])
check_kinds(conv2d_forward, _X, _w, _b)
check_kinds(conv2d_forward, _X, _w, _b, padding=1)
# All whole but the biases: their fractions must survive.
_X, _w = np.rint(_X), np.rint(_w)
_got, _expected = conv2d_forward(_X.astype(int), _w.astype(int), _b), conv2d_forward(_X, _w, _b)
check_equal(1.0 * _got, _expected, "conv2d_forward with int64 X and w")

# %% test="test_conv2d_forward_untouched" points=1
# X, w and b stay as they are, and the maps are a new array.
_random = np.random.default_rng(27)
_X, _w = 3 * _random.normal(size=(2, 2, 4, 4)), 3 * _random.normal(size=(2, 2, 3, 3))
_b = np.array([1.4, -2.7])
check_untouched(conv2d_forward, _X, _w, _b)
check_untouched(conv2d_forward, _X, _w, _b, padding=1)

# %% [markdown]
# Three digits under two filters, in one call. With padding 1, the maps are as large as the images.

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
# Nothing new is needed: sum over the uses. Each filter has used the pixels of each window, each
# window of each image has used the weights, and each output has added a bias:
#
# $$\begin{aligned}
# dP_{n,c,\,si+u,\,sj+v} &\mathrel{+}= \textstyle\sum_o dA_{n,o,i,j}\; w_{o,c,u,v} \\
# dw_{o,c,u,v} &= \textstyle\sum_{n,i,j} dA_{n,o,i,j}\; P_{n,c,\,si+u,\,sj+v} \\
# db_o &= \textstyle\sum_{n,i,j} dA_{n,o,i,j}
# \end{aligned}$$
#
# Four things to watch:
#
# - These are sums over the batch, not means. Whoever wants a mean divides the loss.
# - $P$ is the padded image, in $dw$ too. $dX$ is $dP$ with the padding cut off again.
#   (`dP[:, :, p:-p]` is empty when `p` is 0.)
# - $dX$ always has the shape of $X$. Pixels that no window covers have gradient 0.
# - Windows of stride 1 overlap, so they add to each other.
#
# Take the 5×5 image and the 2×2 filter of the stride check, and an upstream gradient of ones. Raise
# each pixel by 1, and see by how much the sum of the outputs grows:

# %%
image, small = np.arange(25.0).reshape(5, 5), np.array([[1.0, 0], [0, 2]])


def loss(image, small):
    return np.sum(signal.correlate2d(image, small, mode="valid")[::2, ::2])


slopes = np.zeros((5, 5))
for p in range(5):
    for q in range(5):
        bumped = image.copy()
        bumped[p, q] += 1
        slopes[p, q] = loss(bumped, small) - loss(image, small)
print(slopes)

# %% [markdown]
# ### Task 5 · `conv2d_backward`
#
# Return all three gradients, under the names of the inputs. As before, `dA` is ones if nobody gives
# it, and it may be zero.
#
# <details><summary>Hint</summary>
#
# Take your forward loops, with arrays of zeros for `dP` and `dw`. At each `(i, j)` the gradient
# `g = dA[:, :, i, j]` has the shape `(N, O)`. Which axis of `g` and of the window do you sum over
# for `dw` of shape `(O, C, KH, KW)`? And for the window of `dP`, of shape `(N, C, KH, KW)`? The
# bias needs no loop.
#
# To keep what belongs to the image: rows `p` to `p + H`.
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


# %% test="test_conv2d_backward" points=2
# One image, one channel, one filter, without an upstream gradient: ones.
from scipy.signal import convolve2d as _convolve2d
from scipy.signal import correlate2d as _correlate2d

# By hand: one image, one channel, one filter; the upstream gradient that nobody gave is ones.
_X, _w = np.array([[[[1.0, 0, 2], [3, 1, 0], [0, 2, 1]]]]), np.array([[[[1.0, 2], [3, 4]]]])
_expected = {
    "X": [[[[1.0, 3, 2], [4, 10, 6], [3, 7, 4]]]],
    "w": [[[[5.0, 3], [6, 4]]]],
    "b": [4.0],
}
check_gradients(conv2d_backward(_X, _w, np.array([0.5])), _expected, "conv2d_backward(X, w, b)")


def _check_case(X, w, name):
    ones = np.ones((X.shape[2] - w.shape[2] + 1, X.shape[3] - w.shape[3] + 1))
    expected = {
        "X": _convolve2d(ones, w[0, 0])[None, None],
        "w": _correlate2d(X[0, 0], ones, mode="valid")[None, None],
        "b": [float(ones.size)],
    }
    check_bounds(conv2d_backward, X.copy(), w.copy(), np.ones(1))
    got = conv2d_backward(X=X.copy(), w=w.copy(), b=np.ones(1))
    check_gradients(got, expected, name)


_random = np.random.default_rng(31)
_X, _w = _random.normal(size=(1, 1, 5, 5)), _random.normal(size=(1, 1, 3, 3))
_check_case(_X, _w, "conv2d_backward of a 5×5 image")
### BEGIN HIDDEN TESTS
for _scale in (1e-6, 1, 1e6):
    _X, _w = _scale * rng().normal(size=(1, 1, 6, 6)), rng().normal(size=(1, 1, 2, 2))
    _check_case(_X, _w, f"conv2d_backward of a 6×6 image of values around {_scale:g}")
### END HIDDEN TESTS

# %% test="test_conv2d_backward_X" points=2
# The gradient of X: several images, channels and filters.
from scipy.signal import convolve as _convolve

# By hand: filters of 1×1, so a pixel of channel c gets dA · w[o, c] from each filter o.
_w = np.array([[1.0, 2], [3, 4], [5, 6]])[:, :, None, None]
_upstream = np.array([[[[1.0]], [[10]], [[100]]]])
_got = conv2d_backward(np.ones((1, 2, 1, 1)), _w, np.zeros(3), _upstream)
check_gradients(_got["X"], [[[[531.0]], [[642]]]], "conv2d_backward(...)['X'], three 1×1 filters")


def _check_case(X_shape, w_shape, random):
    """Compare with the sum, over the filters, of full convolutions with dA."""
    X, w, b = (random.normal(size=shape) for shape in (X_shape, w_shape, w_shape[:1]))
    n, k = X_shape[-1], w_shape[-1]
    dA = random.normal(size=(len(X), len(w), n - k + 1, n - k + 1)) + 0.5
    pairs = [list(zip(maps[:, None], w, strict=True)) for maps in dA]
    expected = np.array([sum(_convolve(g, f, "full", "direct") for g, f in one) for one in pairs])
    check_bounds(conv2d_backward, X.copy(), w.copy(), b.copy(), dA.copy())
    got = conv2d_backward(X=X.copy(), w=w.copy(), b=b.copy(), dA=dA.copy())
    check_gradients(got["X"], expected, f"conv2d_backward(...)['X'], X {X_shape}, w {w_shape}")


_check_case((2, 2, 5, 5), (3, 2, 3, 3), np.random.default_rng(32))
_check_case((2, 1, 4, 4), (1, 1, 2, 2), np.random.default_rng(32))
### BEGIN HIDDEN TESTS
_check_case((3, 2, 4, 4), (2, 2, 2, 2), rng())
_check_case((1, 3, 4, 4), (1, 3, 3, 3), rng())
_check_case((2, 1, 4, 4), (4, 1, 2, 2), rng())
_check_case((1, 2, 3, 3), (2, 2, 3, 3), rng())
### END HIDDEN TESTS

# %% test="test_conv2d_backward_w" points=2
# The gradient of w: several images, channels and filters.
from scipy.signal import correlate2d as _correlate2d

# By hand: two images of one pixel, whose uses of the one weight add up: 2·10 + 3·100.
_X, _upstream = np.array([[[[2.0]]], [[[3.0]]]]), np.array([[[[10.0]]], [[[100.0]]]])
_got = conv2d_backward(_X, np.ones((1, 1, 1, 1)), np.zeros(1), _upstream)
check_gradients(_got["w"], [[[[320.0]]]], "conv2d_backward(...)['w'] of two images of one pixel")


def _check_case(X_shape, w_shape, random):
    """Compare with the sum, over the images, of valid correlations of X with dA."""
    X, w, b = (random.normal(size=shape) for shape in (X_shape, w_shape, w_shape[:1]))
    n, k = X_shape[-1], w_shape[-1]
    dA = random.normal(size=(len(X), len(w), n - k + 1, n - k + 1)) + 0.5
    expected = np.zeros(w_shape)
    for image, maps in zip(X, dA, strict=True):
        expected += [[_correlate2d(x, g, mode="valid") for x in image] for g in maps]
    check_bounds(conv2d_backward, X.copy(), w.copy(), b.copy(), dA.copy())
    got = conv2d_backward(X=X.copy(), w=w.copy(), b=b.copy(), dA=dA.copy())
    check_gradients(got["w"], expected, f"conv2d_backward(...)['w'], X {X_shape}, w {w_shape}")


_check_case((2, 2, 5, 5), (3, 2, 3, 3), np.random.default_rng(33))
_check_case((3, 1, 4, 4), (1, 1, 2, 2), np.random.default_rng(33))
### BEGIN HIDDEN TESTS
_check_case((3, 2, 4, 4), (2, 2, 2, 2), rng())
_check_case((1, 3, 4, 4), (1, 3, 3, 3), rng())
_check_case((2, 1, 4, 4), (4, 1, 2, 2), rng())
_check_case((4, 2, 3, 3), (2, 2, 3, 3), rng())
### END HIDDEN TESTS

# %% test="test_conv2d_backward_b" points=1
# The gradient of b.
# By hand: two images, two filters, maps of 2×2. In dA are 0, 1, 2, 3; 4, 5, 6, 7; 8, ...
# The first filter has made the first map of each image: 0 + 1 + 2 + 3 + 8 + 9 + 10 + 11 = 44.
_X, _w, _upstream = np.ones((2, 1, 2, 2)), np.ones((2, 1, 1, 1)), np.arange(16.0)
_got = conv2d_backward(_X, _w, np.zeros(2), _upstream.reshape(2, 2, 2, 2))
check_gradients(_got["b"], [44.0, 76], "conv2d_backward(...)['b']")


def _check_case(X_shape, w_shape, A_shape, random, **options):
    X, w, b = (random.normal(size=shape) for shape in (X_shape, w_shape, w_shape[:1]))
    dA = random.normal(size=A_shape) + 1
    expected = np.einsum("noij->o", dA)
    got = conv2d_backward(X.copy(), w.copy(), b.copy(), dA.copy(), **options)
    check_gradients(got["b"], expected, f"conv2d_backward(...)['b'], X {X_shape}, w {w_shape}")
    got = conv2d_backward(X.copy(), w.copy(), b.copy(), **options)
    expected = np.full(len(b), dA[:, 0].size, dtype=float)
    check_gradients(
        got["b"], expected, f"conv2d_backward(...)['b'], X {X_shape}, w {w_shape}, no dA"
    )
    # An upstream gradient that is zero is not one that is missing.
    got = conv2d_backward(X.copy(), w.copy(), b.copy(), 0 * dA, **options)
    check_gradients(got["b"], np.zeros(len(b)), "conv2d_backward(...)['b'] with dA = 0")


_check_case((2, 2, 4, 4), (3, 2, 3, 3), (2, 3, 2, 2), np.random.default_rng(34))
### BEGIN HIDDEN TESTS
_check_case((1, 2, 4, 4), (1, 2, 2, 2), (1, 1, 3, 3), rng())
_check_case((3, 2, 5, 5), (2, 2, 2, 2), (3, 2, 3, 3), rng(), stride=2, padding=1)
_check_case((2, 1, 6, 5), (4, 1, 2, 3), (2, 4, 4, 3), rng(), stride=2, padding=1)
### END HIDDEN TESTS

# %% test="test_conv2d_backward_padding" points=1
# Padding: dw has seen the zeros, dX has the shape of X.
from scipy.signal import convolve2d as _convolve2d
from scipy.signal import correlate2d as _correlate2d

# By hand: the 2×2 image under the 3×3 filter, dA of ones. The pixel 1 lies under 1, 0, 0 and 3.
_X, _w = np.array([[[[1.0, 2], [3, 4]]]]), np.array([[[[1.0, 0, 2], [0, 3, 0], [4, 0, 5]]]])
_got = conv2d_backward(_X, _w, np.zeros(1), padding=1)
_expected = {"X": [[[[4.0, 5], [7, 8]]]], "w": [[[[1.0, 3, 2], [4, 10, 6], [3, 7, 4]]]]}
_got = {"X": _got["X"], "w": _got["w"]}
check_gradients(_got, _expected, "conv2d_backward(X, w, b, padding=1)")


def _check_case(n, k, p, random):
    X, w, b = random.normal(size=(1, 1, n, n)) + 1, random.normal(size=(1, 1, k, k)), np.ones(1)
    ones = np.ones((n - k + 2 * p + 1, n - k + 2 * p + 1))
    into_image = _convolve2d(ones, w[0, 0])[None, None, p : p + n, p : p + n]
    into_filter = _correlate2d(np.pad(X[0, 0], p), ones, mode="valid")[None, None]
    check_bounds(conv2d_backward, X.copy(), w.copy(), b.copy(), padding=p)
    got = conv2d_backward(X.copy(), w.copy(), b.copy(), None, 1, p)
    got, expected = {"X": got["X"], "w": got["w"]}, {"X": into_image, "w": into_filter}
    check_gradients(got, expected, f"conv2d_backward(X {n}×{n}, w {k}×{k}, padding={p})")


_check_case(4, 3, 1, np.random.default_rng(35))
_check_case(4, 2, 1, np.random.default_rng(35))
_check_case(4, 3, 2, np.random.default_rng(35))
### BEGIN HIDDEN TESTS
for _k, _p in [(1, 1), (5, 2), (4, 3), (7, 1)]:
    _check_case(5, _k, _p, rng())
### END HIDDEN TESTS

# %% test="test_conv2d_backward_stride" points=1
# Strides: pixels that no window covers have gradient 0.
from scipy.signal import convolve2d as _convolve2d
from scipy.signal import correlate2d as _correlate2d

# By hand: the 5×5 image of the page, dA of ones. The last row and column are in no window.
_X, _w = np.arange(25.0).reshape(1, 1, 5, 5), np.array([[[[1.0, 0], [0, 2]]]])
_got = conv2d_backward(_X, _w, np.zeros(1), stride=2)
_expected = [[1.0, 0, 1, 0, 0], [0, 2, 0, 2, 0], [1, 0, 1, 0, 0], [0, 2, 0, 2, 0], [0, 0, 0, 0, 0]]
check_gradients(_got["X"], [[_expected]], "conv2d_backward(...)['X'] with stride=2")
check_gradients(_got["w"], [[[[24.0, 28], [44, 48]]]], "conv2d_backward(...)['w'] with stride=2")


def _check_case(n, k, stride, random):
    """As if all windows were there, and those between the strides had gradient 0."""
    X, w, b = random.normal(size=(1, 1, n, n)), random.normal(size=(1, 1, k, k)), np.ones(1)
    every = np.zeros((n - k + 1, n - k + 1))
    every[::stride, ::stride] = 1
    into_image = _convolve2d(every, w[0, 0])[None, None]
    into_filter = _correlate2d(X[0, 0], every, mode="valid")[None, None]
    check_bounds(conv2d_backward, X.copy(), w.copy(), b.copy(), stride=stride)
    got = conv2d_backward(X.copy(), w.copy(), b.copy(), None, stride)
    got, expected = {"X": got["X"], "w": got["w"]}, {"X": into_image, "w": into_filter}
    check_gradients(got, expected, f"conv2d_backward(X {n}×{n}, w {k}×{k}, stride={stride})")


for _k, _stride in [(3, 2), (2, 3), (2, 2)]:
    _check_case(6, _k, _stride, np.random.default_rng(36))
### BEGIN HIDDEN TESTS
for _k, _stride in [(1, 2), (4, 3), (3, 3), (2, 5), (3, 9)]:
    _check_case(8, _k, _stride, rng())
### END HIDDEN TESTS

# %% test="test_conv2d_backward_together" points=2
# Everything at once, and neither images nor filters are square.
from scipy.signal import correlate as _correlate


def _maps(X, w, stride, padding):
    """The maps (N, O, H_out, W_out) of images X, by scipy."""
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    A = [_correlate(P, one[None], "valid", "direct") for one in w]
    return np.concatenate(A, axis=1)[:, :, ::stride, ::stride]


def _check_case(X_shape, w_shape, A_shape, stride, padding, random):
    """A is linear in X: the slope at a pixel is what an image gives that is 1 there, else 0."""
    X, w, b = (random.normal(size=shape) for shape in (X_shape, w_shape, w_shape[:1]))
    dA = random.uniform(0.5, 1.5, A_shape) * random.choice([-1, 1], A_shape)
    options = {"stride": stride, "padding": padding}
    images, filters = (np.eye(a[0].size).reshape(-1, *a.shape[1:]) for a in (X, w))
    into_X = np.einsum("koij,noij->nk", _maps(images, w, **options), dA).reshape(X_shape)
    into_w = np.einsum("nkij,noij->ok", _maps(X, filters, **options), dA).reshape(w_shape)
    check_bounds(conv2d_backward, X.copy(), w.copy(), b.copy(), dA.copy(), **options)
    got = conv2d_backward(X.copy(), w.copy(), b.copy(), dA.copy(), **options)
    got, expected = {"X": got["X"], "w": got["w"]}, {"X": into_X, "w": into_w}
    check_gradients(got, expected, f"conv2d_backward(X {X_shape}, w {w_shape}, {options})")
    got = conv2d_backward(X.copy(), w.copy(), b.copy(), 0 * dA, **options)
    check_gradients(got["X"], np.zeros(X_shape), "conv2d_backward(...)['X'] with dA = 0")
    check_gradients(got["w"], np.zeros(w_shape), "conv2d_backward(...)['w'] with dA = 0")


_check_case((2, 2, 5, 7), (3, 2, 3, 2), (2, 3, 3, 4), 2, 1, np.random.default_rng(37))
_check_case((2, 1, 6, 4), (2, 1, 1, 3), (2, 2, 3, 1), 2, 0, np.random.default_rng(38))
### BEGIN HIDDEN TESTS
_check_case((2, 1, 5, 6), (2, 1, 2, 3), (2, 2, 3, 3), 2, 1, rng())
_check_case((1, 2, 7, 4), (1, 2, 2, 1), (1, 1, 4, 3), 3, 2, rng())
_check_case((2, 2, 1, 7), (2, 2, 1, 3), (2, 2, 1, 3), 2, 0, rng())
_check_case((3, 1, 4, 3), (1, 1, 4, 3), (3, 1, 1, 1), 1, 0, rng())
_check_case((2, 2, 3, 4), (2, 2, 2, 2), (2, 2, 6, 7), 1, 2, rng())
_inputs = rng().normal(size=(2, 1, 4, 6)), rng().normal(size=(2, 1, 3, 2)), np.zeros(2)
_got = conv2d_backward(*_inputs, stride=2, padding=1)
_expected = conv2d_backward(*_inputs, np.ones((2, 2, 2, 4)), stride=2, padding=1)
check_gradients(_got["X"], _expected["X"], "conv2d_backward(...)['X'] without dA and with ones")
check_gradients(_got["w"], _expected["w"], "conv2d_backward(...)['w'] without dA and with ones")
### END HIDDEN TESTS

# %% test="test_conv2d_backward_kinds" points=1
# Gradients are float64, whatever numbers come in.
_random = np.random.default_rng(39)
_X, _w = 3 * _random.normal(size=(2, 2, 4, 4)), 3 * _random.normal(size=(2, 2, 3, 3))
_b = np.array([1.4, -2.7])
check_kinds(conv2d_backward, _X, _w, _b, gradient=True)
_upstream = 3 * _random.normal(size=(2, 2, 2, 2))
check_kinds(conv2d_backward, _X, _w, _b, _upstream, gradient=True)
_upstream = 3 * _random.normal(size=(2, 2, 4, 4))
check_kinds(conv2d_backward, _X, _w, _b, _upstream, gradient=True, padding=1)

# %% test="test_conv2d_backward_untouched" points=1
# The inputs stay as they are, and the gradients are new arrays.
_random = np.random.default_rng(40)
_X, _w = 3 * _random.normal(size=(2, 2, 4, 4)), 3 * _random.normal(size=(2, 2, 3, 3))
_b = np.array([1.4, -2.7])
check_untouched(conv2d_backward, _X, _w, _b)
check_untouched(conv2d_backward, _X, _w, _b, padding=1)
check_untouched(conv2d_backward, _X, _w, _b, 3 * _random.normal(size=(2, 2, 2, 2)))
check_untouched(conv2d_backward, _X, _w, _b, 3 * _random.normal(size=(2, 2, 4, 4)), padding=1)
# One image, maps of one pixel: here db is dA itself, and must still be a new array.
_upstream = 3 * _random.normal(size=(1, 2, 1, 1))
check_untouched(conv2d_backward, _X[:1, :, :3, :3], _w, _b, _upstream)

# %% [markdown]
# Once more the check that needs no reference: your forward pass against your backward pass. The
# settings are picked so that errors have nowhere to hide: a random upstream gradient, more than one
# image, nothing square, stride 2 with padding 1. With an upstream gradient of ones, with one image,
# or with a stride of 1, well-known wrong answers pass.

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
# A dot is a row times a column. So write every window down as a *column*, one window beside the
# other, and every filter as a *row*, one below the other. Then all dots of all windows with all
# filters are one matrix product, and matrix products are what computers do best.
#
# The matrix of windows is called `im2col`, images to columns. Its order is fixed:
#
# - **rows**: by channel, then kernel row, then kernel column, which is the order of
#   `w.reshape(O, -1)`;
# - **columns**: by image, then output row, then output column.
#
# Its shape is $(C\, K_H K_W) \times (N\, H_\text{out} W_\text{out})$. One image, one channel,
# windows of 2×2:
#
# $$\begin{bmatrix} 1 & 2 & 3 & 4 \\ 5 & 6 & 7 & 8 \\ 9 & 10 & 11 & 12 \end{bmatrix}
# \quad\longrightarrow\quad
# \begin{bmatrix} 1 & 2 & 3 & 5 & 6 & 7 \\ 2 & 3 & 4 & 6 & 7 & 8 \\
# 5 & 6 & 7 & 9 & 10 & 11 \\ 6 & 7 & 8 & 10 & 11 & 12 \end{bmatrix}$$
#
# The first column is the window 1, 2, 5, 6. Now read the *rows*: the first one holds, for all
# windows, the pixel under the filter's top left weight. It is the image without its last row and
# last column. So you may fill the matrix column by column, a loop over windows, or row by row, a
# loop over the few taps of the filter.
#
# With two channels, and with the product that all this is for:
#
# ![Animation: each of 4 windows of 2 × 2 on 2 channels, read channel by channel and row by row, is
# one column of the 8 × 4 matrix. 3 filters as the rows of a 3 × 8 matrix, times the columns, give
# all 12 outputs at once.](../../figures/im2col.gif)

# %%
image = np.arange(1, 13).reshape(3, 4)
by_columns = np.array([image[i : i + 2, j : j + 2].ravel() for i in range(2) for j in range(3)]).T
by_rows = np.array([image[u : u + 2, v : v + 3].ravel() for u in range(2) for v in range(2)])
print(by_columns)
print("filled row by row it is the same:", np.array_equal(by_rows, by_columns))

# %% [markdown]
# ### Task 6 · `im2col`
#
# Mind the fine print: with a 1×1 window, or one as large as the image, a clever `reshape` hands
# back the image's own memory. Return a copy then too. And an array may lie in memory in any order:
# if you reach for `as_strided`, take the strides of the array that you hold.
#
# <details><summary>Hint</summary>
#
# An array of six axes, `(C, kh, kw, N, H_out, W_out)`, has rows and columns in the right order
# before you flatten it with one `reshape`. Fill it tap by tap: `columns[:, u, v]` are all pixels
# that lie under the tap `(u, v)`, a slice of the padded images with a step of `stride`, with its
# first two axes exchanged. `reshape` never reorders; only `transpose` does.
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
        Rows ordered by channel, kernel row, kernel column; columns by image, output row, output
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
# One image, one channel, square windows.
# By hand: a 4×4 image with 0, 1, 2, ... in it. Each column is a window of 2×2.
_expected = [
    [0.0, 1, 2, 4, 5, 6, 8, 9, 10],
    [1, 2, 3, 5, 6, 7, 9, 10, 11],
    [4, 5, 6, 8, 9, 10, 12, 13, 14],
    [5, 6, 7, 9, 10, 11, 13, 14, 15],
]
check_equal(im2col(np.arange(16.0).reshape(1, 1, 4, 4), 2, 2), _expected, "im2col(X, 2, 2)")


def _check_case(X, k, name):
    places = range(X.shape[2] - k + 1)
    windows = [X[0, 0, i : i + k, j : j + k].ravel() for i in places for j in places]
    check_bounds(im2col, X.copy(), k, k)
    check_equal(im2col(X=X.copy(), kh=k, kw=k), np.transpose(windows), name)


_check_case(np.random.default_rng(51).normal(size=(1, 1, 5, 5)), 3, "im2col of 5×5, windows 3×3")
### BEGIN HIDDEN TESTS
_check_case(rng().normal(size=(1, 1, 6, 6)), 2, "im2col of a 6×6 image, 2×2 windows")
_check_case(1e-6 * rng().normal(size=(1, 1, 6, 6)), 4, "im2col of a 6×6 image, 4×4 windows")
### END HIDDEN TESTS

# %% test="test_im2col_channels" points=1
# Several images and channels: are rows and columns in order?
# By hand: two images of two channels, one pixel each. Channels are rows, images are columns.
_X = np.array([1.0, 2, 3, 4]).reshape(2, 2, 1, 1)
check_equal(im2col(_X, 1, 1), [[1.0, 3], [2, 4]], "im2col of two images of one pixel")


def _check_case(shape, k, random):
    X, places = random.normal(size=shape), range(shape[3] - k + 1)
    windows = [x[:, i : i + k, j : j + k].ravel() for x in X for i in places for j in places]
    check_bounds(im2col, X.copy(), k, k)
    name = f"im2col of X of shape {shape}, {k}×{k} windows"
    check_equal(im2col(X.copy(), k, k), np.transpose(windows), name)


_check_case((2, 3, 4, 4), 2, np.random.default_rng(52))
_check_case((3, 1, 4, 4), 2, np.random.default_rng(52))
_check_case((1, 2, 4, 4), 2, np.random.default_rng(52))
### BEGIN HIDDEN TESTS
for _shape in [(3, 2, 5, 5), (2, 2, 4, 4), (4, 1, 3, 3), (1, 4, 4, 4)]:
    _check_case(_shape, 3, rng())
### END HIDDEN TESTS


# %% test="test_im2col_sizes" points=1
# Nothing is square, and a window may be a pixel, a line or the whole image.
def _check_case(H, W, kh, kw, random):
    X = random.normal(size=(1, 1, H, W))
    places = [(i, j) for i in range(H - kh + 1) for j in range(W - kw + 1)]
    windows = [X[0, 0, i : i + kh, j : j + kw].ravel() for i, j in places]
    check_bounds(im2col, X.copy(), kh, kw)
    name = f"im2col of a {H}×{W} image, {kh}×{kw} windows"
    check_equal(im2col(X.copy(), kh, kw), np.transpose(windows), name)


for _sizes in [(4, 5, 2, 3), (6, 4, 3, 1), (3, 4, 1, 1), (4, 3, 4, 3)]:
    _check_case(*_sizes, np.random.default_rng(53))
### BEGIN HIDDEN TESTS
for _sizes in [(7, 3, 2, 3), (3, 7, 3, 2), (1, 6, 1, 2), (6, 1, 2, 1), (5, 4, 1, 4)]:
    _check_case(*_sizes, rng())
### END HIDDEN TESTS

# %% test="test_im2col_stride_and_padding" points=1
# Strides and padding.
# By hand: four windows around an image of one pixel, 7. Each sees it at another tap.
_expected = [[0.0, 0, 0, 7], [0, 0, 7, 0], [0, 7, 0, 0], [7, 0, 0, 0]]
_got = im2col(np.full((1, 1, 1, 1), 7.0), 2, 2, padding=1)
check_equal(_got, _expected, "im2col of one pixel, padding=1")


def _check_case(shape, kh, kw, stride, padding, random):
    """Compare with the windows, cut out one by one."""
    X = random.normal(size=shape)
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = range(0, P.shape[2] - kh + 1, stride)
    columns = range(0, P.shape[3] - kw + 1, stride)
    windows = [x[:, i : i + kh, j : j + kw].ravel() for x in P for i in rows for j in columns]
    check_bounds(im2col, X.copy(), kh, kw, stride=stride, padding=padding)
    name = f"im2col of X {shape}, {kh}×{kw} windows, stride={stride}, padding={padding}"
    check_equal(im2col(X.copy(), kh, kw, stride, padding), np.transpose(windows), name)


_check_case((1, 1, 6, 6), 2, 2, 2, 0, np.random.default_rng(54))
_check_case((1, 1, 5, 5), 3, 3, 1, 2, np.random.default_rng(54))
_check_case((1, 1, 6, 5), 3, 2, 2, 1, np.random.default_rng(54))
_check_case((1, 1, 6, 5), 2, 1, 3, 0, np.random.default_rng(54))
### BEGIN HIDDEN TESTS
_check_case((1, 1, 5, 6), 2, 3, 2, 1, rng())
_check_case((2, 3, 4, 7), 2, 3, 2, 1, rng())
_check_case((2, 2, 4, 7), 1, 1, 2, 0, rng())
_check_case((2, 2, 4, 7), 1, 2, 4, 1, rng())
_check_case((1, 2, 4, 7), 4, 5, 3, 2, rng())
_check_case((2, 1, 3, 4), 1, 1, 1, 2, rng())
### END HIDDEN TESTS

# %% test="test_im2col_kinds" points=0.5
# Numbers of every type and layout come through as they are.
_X = 3 * np.random.default_rng(55).normal(size=(2, 2, 4, 4))
check_kinds(im2col, _X, kh=2, kw=2)
check_kinds(im2col, _X, kh=3, kw=3, stride=2, padding=1)

# %% test="test_im2col_untouched" points=0.5
# X stays as it is, and the matrix is new.
_X = 3 * np.random.default_rng(56).normal(size=(2, 2, 4, 4))
check_untouched(im2col, _X, kh=2, kw=2)
check_untouched(im2col, _X, kh=2, kw=2, padding=1)
# Windows of one pixel, and one window as large as the image: here a view of X would do.
check_untouched(im2col, _X[:1], kh=1, kw=1)
check_untouched(im2col, _X[:1], kh=4, kw=4)

# %% [markdown]
# ### Task 7 · `conv2d_im2col`
#
# The filters as rows, the windows as columns:
#
# $$\underbrace{\text{rows}}_{O \,\times\, C K_H K_W} \quad
# \underbrace{\text{columns}}_{C K_H K_W \,\times\, N H_\text{out} W_\text{out}}
# \quad=\quad \underbrace{\text{all maps}}_{O \,\times\, N H_\text{out} W_\text{out}}$$
#
# Add the biases, and bring the result into the shape
# $N \times O \times H_\text{out} \times W_\text{out}$. Look at the order of the axes in the product
# before you do: it is filter, image, row, column.
#
# **One matrix product, and no loop over pixels or images** in this function. Use your `im2col`;
# loops over the taps of a filter are fine. Your `conv2d_forward` is out of bounds here: it would do
# it for you.
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


# %% test="test_conv2d_im2col" points=2
# One image, one channel, several filters.
from scipy.signal import correlate2d as _correlate2d

# By hand: the first example of the lab under two filters. The second filter picks the bottom right
# pixel of each window.
_X = np.array([[[[1.0, 0, 2], [3, 1, 0], [0, 2, 1]]]])
_w = np.array([[[[1.0, 2], [3, 4]]], [[[0, 0], [0, 1]]]])
_A = [[[[14.5, 7.5], [13.5, 11.5]], [[11, 10], [12, 11]]]]
check_equal(conv2d_im2col(_X, _w, np.array([0.5, 10])), _A, "conv2d_im2col(X, w, b)")


def _check_case(X, w, b, name):
    A = np.array([_correlate2d(X[0, 0], f[0], mode="valid") for f in w]) + b[:, None, None]
    check_bounds(conv2d_im2col, X.copy(), w.copy(), b.copy())
    check_equal(conv2d_im2col(X=X.copy(), w=w.copy(), b=b.copy()), A[None], name)


_random = np.random.default_rng(61)
_X, _w = _random.normal(size=(1, 1, 5, 5)), _random.normal(size=(3, 1, 3, 3))
_check_case(_X, _w, np.array([0.5, 0, -1]), "conv2d_im2col of a 5×5 image, three filters")
### BEGIN HIDDEN TESTS
for _n, _scale in [(1, 1e-6), (2, 1), (4, 1e6)]:
    _X, _w = _scale * rng().normal(size=(1, 1, 6, 6)), rng().normal(size=(_n, 1, 2, 2))
    _check_case(
        _X,
        _w,
        _scale * rng().normal(size=_n),
        f"conv2d_im2col of a 6×6 image of values around {_scale:g}",
    )
### END HIDDEN TESTS

# %% test="test_conv2d_im2col_channels" points=1
# More than one image and more than one filter: are the maps where they belong?
from scipy.signal import correlate as _correlate


def _check_case(X_shape, w_shape, random):
    """Compare with scipy, which does one image and one filter at a time."""
    X, w, b = (random.normal(size=shape) + 0.5 for shape in (X_shape, w_shape, w_shape[:1]))
    A = np.array([[_correlate(x, f, "valid", "direct")[0] for f in w] for x in X])
    A += b[:, None, None]
    check_bounds(conv2d_im2col, X.copy(), w.copy(), b.copy())
    got = conv2d_im2col(X.copy(), w.copy(), b.copy())
    check_equal(got, A, f"conv2d_im2col of X {X_shape}, w {w_shape}")


_check_case((2, 1, 4, 4), (2, 1, 3, 3), np.random.default_rng(62))
_check_case((2, 2, 4, 4), (3, 2, 3, 3), np.random.default_rng(62))
_check_case((3, 2, 4, 4), (1, 2, 3, 3), np.random.default_rng(62))
### BEGIN HIDDEN TESTS
_check_case((3, 2, 5, 5), (2, 2, 2, 2), rng())
_check_case((2, 3, 5, 5), (1, 3, 2, 2), rng())
_check_case((1, 2, 4, 4), (2, 2, 4, 4), rng())
_check_case((4, 4, 4, 4), (4, 4, 3, 3), rng())
### END HIDDEN TESTS

# %% test="test_conv2d_im2col_stride_and_padding" points=1
# Strides and padding, and nothing is square.
from scipy.signal import correlate as _correlate


def _check_case(X_shape, w_shape, stride, padding, random):
    """Compare with scipy, which does one image and one filter at a time."""
    X, w, b = (random.normal(size=shape) + 0.5 for shape in (X_shape, w_shape, w_shape[:1]))
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    A = np.array([[_correlate(x, f, "valid", "direct")[0] for f in w] for x in P])
    A = A[:, :, ::stride, ::stride] + b[:, None, None]
    check_bounds(conv2d_im2col, X.copy(), w.copy(), b.copy(), stride=stride, padding=padding)
    got = conv2d_im2col(X.copy(), w.copy(), b.copy(), stride, padding)
    check_equal(
        got, A, f"conv2d_im2col of X {X_shape}, w {w_shape}, stride={stride}, padding={padding}"
    )


_check_case((1, 1, 7, 5), (2, 1, 3, 2), 2, 1, np.random.default_rng(63))
_check_case((1, 1, 4, 7), (2, 1, 1, 3), 3, 0, np.random.default_rng(63))
_check_case((1, 1, 3, 5), (1, 1, 2, 4), 1, 1, np.random.default_rng(63))
### BEGIN HIDDEN TESTS
_check_case((1, 1, 5, 6), (2, 1, 2, 3), 2, 1, rng())
_check_case((2, 2, 7, 4), (3, 2, 3, 2), 3, 2, rng())
_check_case((2, 2, 1, 8), (2, 2, 1, 3), 2, 0, rng())
_check_case((1, 2, 5, 3), (2, 2, 5, 3), 1, 0, rng())
### END HIDDEN TESTS

# %% test="test_conv2d_im2col_one_product" points=1
# More images, larger images: your function must not take more steps for them.
_random = np.random.default_rng(64)
_w, _b = _random.normal(size=(2, 2, 2, 2)), _random.normal(size=2)
_few = (_random.normal(size=(1, 2, 3, 3)), _w, _b)
check_own_steps(conv2d_im2col, _few, (_random.normal(size=(40, 2, 3, 3)), _w, _b))
check_own_steps(conv2d_im2col, _few, (_random.normal(size=(1, 2, 7, 7)), _w, _b))
check_bounds(conv2d_im2col, *_few, also=("conv2d_forward",))

# %% test="test_conv2d_im2col_kinds" points=0.5
# Integers, float32 and views give the same as float64.
_random = np.random.default_rng(65)
_X, _w = 3 * _random.normal(size=(2, 2, 4, 4)), 3 * _random.normal(size=(2, 2, 3, 3))
_b = np.array([1.4, -2.7])
check_kinds(conv2d_im2col, _X, _w, _b)
check_kinds(conv2d_im2col, _X, _w, _b, padding=1)
# All whole but the biases: their fractions must survive.
_X, _w = np.rint(_X), np.rint(_w)
_got, _expected = conv2d_im2col(_X.astype(int), _w.astype(int), _b), conv2d_im2col(_X, _w, _b)
check_equal(1.0 * _got, _expected, "conv2d_im2col with int64 X and w")

# %% test="test_conv2d_im2col_untouched" points=0.5
# X, w and b stay as they are, and the maps are a new array.
_random = np.random.default_rng(66)
_X, _w = 3 * _random.normal(size=(2, 2, 4, 4)), 3 * _random.normal(size=(2, 2, 3, 3))
_b = np.array([1.4, -2.7])
check_untouched(conv2d_im2col, _X, _w, _b)
check_untouched(conv2d_im2col, _X, _w, _b, padding=1)

# %% [markdown]
# ### What it gains
#
# Four images, four filters of 3×3, and three ways to the same maps: your `conv_forward` once for
# each image and filter, your `conv2d_forward`, and your `conv2d_im2col`. Mind the scale: each line
# on the vertical axis is a factor of ten.

# %%
import time

import matplotlib.pyplot as plt


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

figure, axes = plt.subplots(figsize=(6.5, 3.6), layout="constrained")
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

print("At 28×28, in multiples of conv2d_im2col:")
for name in ways:
    print(f"{name:25s} {times[name][-1] / times['conv2d_im2col'][-1]:6.1f}")

# %% [markdown]
# ### Task 8 · What it costs
#
# What does `im2col` pay for its speed? Compare the number of values in the columns with the number
# of values in one 28×28 image, for 3×3 filters and stride 1. Where does the factor come from, and
# how large can it get?

# %% [markdown] written="im2col_cost" points=1
# Memory. The columns hold $9 \cdot 26 \cdot 26 = 6084$ values where the image has 784, almost eight
# times as many: each pixel is written once for each window that covers it, up to $K_H K_W$ times.
# With larger strides windows overlap less and the factor shrinks by the square of the stride.

# %% [markdown]
# ## Summary
#
# - A convolution is one dot at every place: $A_{i,j} = \sum_{u,v} X_{i+u,j+v}\, w_{u,v}$. We do not
#   turn the filter.
# - $H_\text{out} = \lfloor (H - K_H + 2p)/s \rfloor + 1$. What does not fill a window is dropped,
#   and its gradient is 0.
# - Backward, the chain rule sums over uses: over all windows for a weight, over all windows that
#   cover it for a pixel, over images, rows and columns for a bias.
# - Hence $dX$ is a full convolution of $dA$ with $w$ (here, filters do turn), and $dw$ a valid
#   correlation of $X$ with $dA$.
# - `im2col` makes it one matrix product, and pays with memory.
#
# ## Go further
#
# - Write `conv2d_backward` with `im2col`: $dw$ is one matrix product of $dA$ with the columns. What
#   is the transpose of `im2col`, which adds columns back into images? Lab 7 makes good use of it.
# - With stride 1, $dX$ is itself a `conv2d_forward`: of what, with which padding and which filters?
#   Which two axes of `w` change places?
# - A filter that is an outer product, such as `np.outer([1, 2, 1], [1, 0, -1])`, is two 1-D
#   convolutions, one after the other. How many multiplications does that save for a 7×7 filter?
