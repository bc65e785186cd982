# ---
# jupyter:
#   lab:
#     mutants: true
#     demo: [ada, blaise, carl, dora, emmy, felix]
# ---

# %% [markdown]
# # Lab 1 · The dot layer, and how to know that a gradient is right
#
# A convolutional network looks at an image through small windows. At each place it asks one
# question, "how much does this patch look like my filter?", and the answer is one number. In this
# lab you write the layer that gives this number, send gradients back through it, and then find
# out how anyone can be sure that a gradient is right.
#
# When you are done, you can
#
# - compute the **dot layer**, forwards and backwards, and say what it measures;
# - put the gradients on a **computational graph**, with their shapes;
# - measure a gradient from the forward pass alone, by **central differences**;
# - check a backward pass against such a measurement, and name what a check cannot see.
#
# Work from top to bottom. Under each of your cells stand its checks: run them at once, they say
# what is wrong. A check that finds nothing wrong prints nothing. When the lab is graded, further
# checks of the same kind run with other numbers.

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
    check_untouched,
    gradient_check,
    rng,
)

# %% [markdown]
# ## 1 · One number from two grids
#
# Here is a real handwritten 4. In the middle of the white frame is a patch of three by three
# pixels at the left edge of its long stroke: paper (0) on the left, pen (towards 1) on the right,
# but for one corner where the bar comes in. Beside it stands a **filter**: a grid of the same
# shape that says what counts in favour (orange) and what against (blue). Each pixel is multiplied
# by the filter's value at its own place: pen on the right adds, pen in the left column takes away.

# %%
from lib.mnist import load_mnist
from lib.plotting import show_row

(digits, labels), held_out = load_mnist()
four = digits[2] / 255  # a float image: 0 is paper, 1 is pen

patch = four[11:14, 17:20]
edge = np.array([[-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0]])

# %%
framed = four.copy()
framed[9:16, 15:22] = 1  # a white frame,
framed[10:15, 16:21] = 0  # black inside,
framed[11:14, 17:20] = patch  # around the patch
show_row(
    [framed, patch, edge, patch * edge],
    ["a 4, and a frame", "patch x", "filter w", "x times w"],
    ["image", "image", "filter", "map"],
)
print("The nine products add up to", round((patch * edge).sum(), 3))

# %% [markdown]
# That sum is the output of the **dot layer**. For two arrays $\mathbf{x}$ and $\mathbf{w}$ of one
# shape, $K_H \times K_W$,
#
# $$
# a = \mathrm{Dot}(\mathbf{x}, \mathbf{w})
#   = \sum_{i=1}^{K_H} \sum_{j=1}^{K_W} x_{ij} \, w_{ij} .
# $$
#
# It is the inner product that you know from vectors: write each grid's rows one behind the other,
# and you have two vectors. It is not the matrix product: no entry of $\mathbf{x}$ ever meets an
# entry of $\mathbf{w}$ at another place.
#
# An example to redo on paper:
#
# $$
# \mathbf{x} = \begin{bmatrix} 1 & 2 & 3 \\ 4 & 5 & 6 \end{bmatrix}, \quad
# \mathbf{w} = \begin{bmatrix} 0 & -1 & 2 \\ 1 & 0 & -2 \end{bmatrix}
# \quad\Rightarrow\quad
# a = 0 - 2 + 6 + 4 + 0 - 12 = -4 .
# $$

# %%
print(1 * 0 + 2 * (-1) + 3 * 2 + 4 * 1 + 5 * 0 + 6 * (-2))

# %% [markdown]
# ### Task 1 · `dot_forward`
#
# Write the forward pass. The fine print, which is graded too:
#
# - The grids have any 2-D shape, not only three by three and not only square.
# - They may hold `float64`, `float32` or `int64` numbers, also mixed, and they may be views (every
#   other column of an image, say). With two integer arrays the answer may be an integer. With one
#   it may not: nothing behind the point gets lost.
# - The answer is a number: a Python number, a NumPy number or an array of shape `()`. A 1×1 array
#   is not a number.
# - `x` and `w` belong to the caller and stay as they are.
#
# **Out of bounds** in this lab, in every task: scipy, torch, tensorflow, jax, cv2, skimage, and
# `np.convolve`, `np.correlate`, `np.fft`, `np.polymul`, `np.gradient`. They would do the exercise
# for you. Everything else of NumPy is welcome.
#
# <details><summary>Hint</summary>
#
# `*` multiplies two arrays place by place; one function more makes a number of the result.
# Two loops do it as well.
# </details>


# %% solution="dot_forward"
def dot_forward(x, w):
    """Add up the elementwise products of two arrays.

    Parameters
    ----------
    x : array (KH, KW)
        A patch of an image.
    w : array (KH, KW)
        A filter.

    Returns
    -------
    a number
    """
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    ### BEGIN SOLUTION
    return np.sum(x * w)
    ### END SOLUTION


# %% test="test_dot_forward" points=2
# Square arrays: is it the sum of the products?
# By hand: 1 + 0 + 0 + 0 + 3 + 0 - 8 + 0 + 6 = 2, and -2 with the filter's signs turned around.
_x = np.array([[1.0, 2.0, 0.0], [0.0, 3.0, 1.0], [4.0, 0.0, 2.0]])
_w = np.array([[1.0, 0.0, -1.0], [2.0, 1.0, 0.0], [-2.0, 0.0, 3.0]])
check_equal(dot_forward(_x.copy(), _w.copy()), 2.0, "dot_forward(x, w)")
check_equal(dot_forward(x=_x.copy(), w=-_w), -2.0, "dot_forward(x, -w)")

_x = np.array([[-1.0, 0.5, 2.0], [0.0, 1.5, -0.5], [1.0, -1.0, 0.5]])
_w = np.array([[-4.5, 0.5, 5.5], [-0.5, 4.5, -1.5], [3.5, -2.5, 2.5]])
check_equal(dot_forward(_x.copy(), _w.copy()), 30.5, "dot_forward of other 3 x 3 numbers")
check_bounds(dot_forward, _x, _w)
### BEGIN HIDDEN TESTS
_generator = rng()
for _scale in (1.0, 1e6, 1e-6):
    _x, _w = _generator.uniform(0.5, 1.5, size=(2, 3, 3))
    _w[1] *= -0.3
    _expected = np.einsum("ij,ij", _scale * _x, _w)
    check_equal(dot_forward(_scale * _x, _w.copy()), _expected, f"dot_forward, x about {_scale:g}")
    check_equal(dot_forward(-_scale * _x, _w.copy()), -_expected, "dot_forward(-x, w)")
check_equal(dot_forward(np.zeros((3, 3)), _w.copy()), 0, "dot_forward(zeros, w)")
### END HIDDEN TESTS

# %% test="test_dot_forward_shapes" points=2
# Arrays of any shape: one pixel, a row, a column, wide and tall.
check_equal(dot_forward(np.array([[3.0]]), np.array([[-2.0]])), -6.0, "dot_forward([[3]], [[-2]])")

_x = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
_w = np.array([[0.0, -1.0, 2.0], [1.0, 0.0, -2.0]])
check_equal(dot_forward(_x.copy(), _w.copy()), -4.0, "dot_forward of the example above")
check_bounds(dot_forward, _x, _w)

_sums = {(2, 2): 15.75, (3, 2): 23.25, (1, 4): 15.75, (5, 1): 22.5, (4, 6): 10.5}
for _shape, _expected in _sums.items():
    _places = np.arange(np.prod(_shape)).reshape(_shape)
    _x, _w = (3 * _places % 7 - 2) / 2, 5 * _places % 11 - 4.5
    check_equal(dot_forward(_x, _w), _expected, f"dot_forward of two {_shape} arrays")
### BEGIN HIDDEN TESTS
_generator = rng()
for _shape in [(2, 5), (7, 3), (5, 5), (1, 9), (8, 1), (11, 12)]:
    _x, _w = _generator.uniform(0.5, 1.5, size=(2, *_shape))
    _w[::2] *= -0.3
    _expected = np.einsum("ij,ij", _x, _w)
    check_equal(dot_forward(_x, _w), _expected, f"dot_forward of two {_shape} arrays")
# A filter with a single 1 picks one entry: each has its turn.
for _place in np.ndindex(3, 4):
    _x, _w = _generator.normal(size=(3, 4)), np.zeros((3, 4))
    _w[_place] = 1
    _expected = _x[_place]
    check_equal(dot_forward(_x, _w), _expected, f"dot_forward with a single 1 at {_place}")
### END HIDDEN TESTS

# %% test="test_dot_forward_kinds" points=0.5
# Integers, float32 and views give the same number as float64.
_generator = np.random.default_rng(6)
_x, _w = _generator.uniform(1.1, 4.4, size=(2, 3, 3))
check_kinds(dot_forward, _x, _w)
# The same numbers, one array by rows and one by columns in memory.
_expected = dot_forward(_x.copy(), _w.copy())
_mixed = dot_forward(_x.copy(), np.asfortranarray(_w))
check_equal(_mixed, _expected, "dot_forward with w in Fortran order")
### BEGIN HIDDEN TESTS
_generator = rng()
_x, _w = _generator.uniform(1.1, 4.4, size=(2, 3, 3))
check_kinds(dot_forward, _x, _w)
_expected = dot_forward(_x.copy(), _w.copy())
_mixed = dot_forward(np.asfortranarray(_x), _w.copy())
check_equal(_mixed, _expected, "dot_forward with x in Fortran order")
_mixed = dot_forward(_x.T.copy().T, _w[::-1].copy()[::-1])
check_equal(_mixed, _expected, "dot_forward with two views")
### END HIDDEN TESTS

# %% test="test_dot_forward_untouched" points=0.5
# x and w are the same afterwards as before.
_generator = np.random.default_rng(7)
_x, _w = _generator.uniform(1.1, 4.4, size=(2, 3, 3))
check_untouched(dot_forward, _x, _w)
### BEGIN HIDDEN TESTS
_x, _w = rng().normal(size=(2, 3, 3)) * 5
check_untouched(dot_forward, _x, _w)
### END HIDDEN TESTS

# %% [markdown]
# ### What the number says
#
# Slide the same filter from left to right across the lower part of the stroke, and watch your
# number. It is large where paper on the left meets pen on the right, low where it is the other
# way round, and 0 where nothing changes. That is all that a convolution is: one dot layer, at
# every place.

# %%
for left in (4, 15, 16, 17, 18, 20):
    here = four[19:22, left : left + 3]
    a = dot_forward(here, edge)
    print(f"columns {left:2} to {left + 2:2}, middle row {here[1].round(2)!s:17} a = {a:5.2f}")

# %% [markdown]
# Why did the image become floats first? The pixels come as `uint8`, whole numbers from 0 to 255,
# and arithmetic with `uint8` wraps around without a word:

# %%
print("200 times 2 in uint8:", (np.array([200], np.uint8) * np.array([2], np.uint8))[0])

# %% [markdown]
# ## 2 · The way back
#
# In a network, the number $a$ goes on into further layers, and at the end stands one number, the
# loss $L$. Training asks: how does $L$ change if I change this pixel, or that filter value, a
# little? The **backward pass** answers layer by layer. Ours is told how $L$ changes with its
# output, $\nabla_a = \partial L / \partial a$. This is the **upstream gradient**, called `da` in
# the code. It has to give back $\nabla_\mathbf{x} = \partial L / \partial \mathbf{x}$ and
# $\nabla_\mathbf{w} = \partial L / \partial \mathbf{w}$.
#
# Do it by hand once. Take the example from above, where $a = -4$, and nudge one pixel: add $0.5$
# to $x_{23} = 6$. Only the last product changes, from $-12$ to $6.5 \cdot (-2) = -13$, so $a$
# falls by $1$. Per unit of nudge that is $-2$, which is just the filter value that this pixel
# meets, $w_{23}$. And if $L$ rises three times as fast as $a$, so that $\nabla_a = 3$, the same
# nudge changes $L$ by $3 \cdot (-1)$: everything is multiplied by the upstream gradient.
#
# $$
# \frac{\partial L}{\partial x_{ij}}
#   = \frac{\partial L}{\partial a} \, \frac{\partial a}{\partial x_{ij}}
# $$

# %%
change = 6.5 * (-2) - 6 * (-2)
print("a changes by", change, "which is", change / 0.5, "per unit; L = 3 a changes by", 3 * change)

# %% [markdown]
# ### Task 2 · Annotate the graph
#
# The dot layer consists of two steps. It multiplies place by place, and it adds up the products
# $\mathbf{p}$. Here it is as a computational graph, with numbers:
#
# ![The arrays x = (1, −2, 3; 0, 4, −1) and w = (2, 1, 1; −3, 1, 2), both 2 × 3, flow into a dot
# layer. It multiplies them place by place, which gives (2, −2, 3; 0, 4, −2), and sums the
# products to one number: a = 5.](../../images/dot_layer_forward.png)
#
# Its four edges are $\mathbf{x}$, $\mathbf{w}$, $\mathbf{p}$ and $a$. Along each of them a gradient
# flows back. In the next cell, write down for any $\mathbf{x}$ and $\mathbf{w}$ what $\nabla_a$,
# $\nabla_\mathbf{p}$, $\nabla_\mathbf{x}$ and $\nabla_\mathbf{w}$ are. Give the shape of each, and
# one sentence why it is what it is. Begin at the right.

# %% [markdown] written="computational_graph" points=1.5
# Every gradient has the shape of what it belongs to. With the numbers of the
# picture and $\nabla_a = 2$:
#
# ![The dot layer with its gradients: the 2 that comes back to a is copied to every product, and
# each product passes it on times its other factor. So the gradient of x is 2 times w, (4, 2, 2;
# −6, 2, 4), and that of w is 2 times x, (2, −4, 6; 0, 8,
# −2).](../../images/dot_layer_backward.png)
#
# - $\nabla_a$ is the number `da`: it comes from further on and is given.
# - $\nabla_\mathbf{p}$ is $K_H \times K_W$ with `da` at every place: each product enters the sum
#   once, with factor 1, so an addition hands its gradient on to all of its terms.
# - $\nabla_\mathbf{x} = \nabla_\mathbf{p} * \mathbf{w}$, which is `da * w`: the slope of
#   $x_{ij} w_{ij}$ in $x_{ij}$ is $w_{ij}$. A multiplication hands on the gradient times the
#   *other* factor.
# - $\nabla_\mathbf{w} = \nabla_\mathbf{p} * \mathbf{x}$, which is `da * x`, for the same reason.

# %% [markdown]
# ### Task 3 · `dot_backward`
#
# Now in code. A backward pass takes the inputs of its forward pass and the upstream gradient, and
# returns a dictionary with one gradient for each input, under the input's name: `'x'` and `'w'`.
#
# The fine print:
#
# - `da` is any number: 2.5, an integer, negative, a NumPy number, an array of shape `()`. Left
#   out, it is 1. It may well be **0** (a unit further on may be switched off), and then both
#   gradients are zero.
# - Gradients are always `float64`, even for integer or `float32` inputs: an update of $0.01$ must
#   not be rounded away.
# - Gradients are new arrays. Whoever calls you may write `gradients['x'] += 1`, and this must
#   change neither `x` nor `w` nor a gradient that you returned before. Inputs stay as they are.
#
# <details><summary>Hint: 0 and "not given"</summary>
#
# For Python 0 counts as false, so `da or 1` makes a 1 of a given 0. `da is None` asks whether
# `da` was given.
# </details>
#
# <details><summary>Hint: new arrays</summary>
#
# `w.astype(np.float64)` is a copy; `np.asarray(w, dtype=np.float64)` is `w` itself when `w` is
# `float64` already. What `*` returns is always new.
# </details>


# %% solution="dot_backward"
def dot_backward(x, w, da=None):
    """Send the upstream gradient of `dot_forward` back to its inputs.

    Parameters
    ----------
    x, w : arrays (KH, KW)
        The inputs of `dot_forward`.
    da : number, optional
        Gradient of the loss with respect to the output of `dot_forward`; 1 if not given.

    Returns
    -------
    dict
        'x': gradient with respect to x, float64, (KH, KW);
        'w': gradient with respect to w, float64, (KH, KW).
    """
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    ### BEGIN SOLUTION
    da = 1.0 if da is None else da
    return {"x": da * w.astype(np.float64), "w": da * x.astype(np.float64)}
    ### END SOLUTION


# %% test="test_dot_backward" points=2
# Without an upstream gradient, which is then 1: do x and w get the right one?
# By hand: nudge each entry, one at a time.
_x = np.array([[1.0, 2.0, 0.0], [0.0, 3.0, 1.0], [4.0, 0.0, 2.0]])
_w = np.array([[1.0, 0.0, -1.0], [2.0, 1.0, 0.0], [-2.0, 0.0, 3.0]])
_got = dot_backward(_x.copy(), _w.copy())
_slopes = {"x": [[1, 0, -1], [2, 1, 0], [-2, 0, 3]], "w": [[1, 2, 0], [0, 3, 1], [4, 0, 2]]}
check_gradients(_got, _slopes, "dot_backward(x, w)")
_got = dot_backward(x=_w.copy(), w=_x - 0.5)
_slopes = {"x": [[0.5, 1.5, -0.5], [-0.5, 2.5, 0.5], [3.5, -0.5, 1.5]], "w": _slopes["x"]}
check_gradients(_got, _slopes, "dot_backward(w, x - 0.5)")
check_bounds(dot_backward, _x, _w)
### BEGIN HIDDEN TESTS
_generator = rng()
for _scale in (1.0, 1e6, 1e-6):
    _x, _w = _generator.normal(size=(2, 3, 3))
    _x *= _scale
    _got = dot_backward(_x.copy(), _w.copy())
    check_gradients(_got, {"x": _w, "w": _x}, f"dot_backward, x about {_scale:g}")
_got = dot_backward(_x.copy(), _w.copy(), None)
check_gradients(_got, {"x": _w, "w": _x}, "dot_backward(x, w, None)")
_got = dot_backward(np.zeros((3, 3)), _w.copy())
check_gradients(_got, {"x": _w, "w": np.zeros((3, 3))}, "dot_backward(zeros, w)")
### END HIDDEN TESTS

# %% test="test_dot_backward_shapes" points=1
# Arrays of any shape, without an upstream gradient.
_got = dot_backward(np.array([[3.0]]), np.array([[-2.0]]))
check_gradients(_got, {"x": [[-2.0]], "w": [[3.0]]}, "dot_backward([[3]], [[-2]])")
_x, _w = (
    np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),
    np.array([[0.0, -1.0, 2.0], [1.0, 0.0, -2.0]]),
)
_dx, _dw = [[0, -1, 2], [1, 0, -2]], [[1, 2, 3], [4, 5, 6]]
_got = dot_backward(_x.copy(), _w.copy())
check_gradients(_got, {"x": _dx, "w": _dw}, "dot_backward of the example above")
_got = dot_backward(_x.T.copy(), _w.T.copy())
check_gradients(_got, {"x": np.transpose(_dx), "w": np.transpose(_dw)}, "dot_backward, 3 x 2")
for _part in (np.s_[:, :2], np.s_[:1], np.s_[:, 1:2]):
    _got = dot_backward(_x[_part].copy(), _w[_part].copy())
    _name = f"dot_backward of two {_x[_part].shape} arrays"
    check_gradients(_got, {"x": np.array(_dx)[_part], "w": np.array(_dw)[_part]}, _name)
check_bounds(dot_backward, _x, _w)
### BEGIN HIDDEN TESTS
_generator = rng()
for _shape in [(2, 5), (7, 3), (5, 5), (1, 9), (8, 1), (11, 12)]:
    _x, _w = _generator.normal(size=(2, *_shape))
    _got = dot_backward(_x.copy(), _w.copy())
    check_gradients(_got, {"x": _w, "w": _x}, f"dot_backward of two {_shape} arrays")
### END HIDDEN TESTS

# %% test="test_dot_backward_upstream" points=3
# Upstream gradients other than 1, whole and negative ones, and 0.
_x = np.array([[1.0, 2.0, 0.0], [0.0, 3.0, 1.0], [4.0, 0.0, 2.0]])
_w = np.array([[1.0, 0.0, -1.0], [2.0, 1.0, 0.0], [-2.0, 0.0, 3.0]])
# By hand for da = 2; other upstream gradients scale the result.
_dx = np.array([[2.0, 0.0, -2.0], [4.0, 2.0, 0.0], [-4.0, 0.0, 6.0]])
_dw = np.array([[2.0, 4.0, 0.0], [0.0, 6.0, 2.0], [8.0, 0.0, 4.0]])
for _da in (2.0, 2.5, -1.5, 4, 1, 0):
    _got = dot_backward(_x.copy(), _w.copy(), _da)
    _slopes = {"x": _da / 2 * _dx, "w": _da / 2 * _dw}
    check_gradients(_got, _slopes, f"dot_backward(x, w, da={_da})")
check_bounds(dot_backward, _x, _w, 2.5)
### BEGIN HIDDEN TESTS
_generator = rng()
for _da in (*_generator.normal(size=3).tolist(), 1e6, -1e-6, 0.0, -7):
    _x, _w = _generator.normal(size=(2, 3, 3))
    _got = dot_backward(x=_x.copy(), w=_w.copy(), da=_da)
    check_gradients(_got, {"x": _da * _w, "w": _da * _x}, f"dot_backward(x, w, da={_da})")
### END HIDDEN TESTS

# %% test="test_dot_backward_kinds" points=1
# Gradients are float64, whatever numbers come in.
_x, _w = np.random.default_rng(10).uniform(1.1, 4.4, size=(2, 3, 3))
check_kinds(dot_backward, _x, _w, gradient=True)
check_kinds(dot_backward, _x, _w, 2.25, gradient=True)
# One upstream gradient, written as different kinds of numbers.
_expected = dot_backward(_x.copy(), _w.copy(), 2.0)
for _da in (2, np.int64(2), np.float32(2), np.array(2.0), np.array(2)):
    _got = dot_backward(_x.copy(), _w.copy(), _da)
    _rtol = 1e-5 if isinstance(_da, np.float32) else 1e-9
    check_gradients(_got, _expected, f"dot_backward(x, w, da={_da!r})", rtol=_rtol)
### BEGIN HIDDEN TESTS
_x, _w = rng().uniform(1.1, 4.4, size=(2, 3, 3))
check_kinds(dot_backward, _x, _w, gradient=True)
check_kinds(dot_backward, _x, _w, -1.75, gradient=True)
_expected = dot_backward(_x.copy(), _w.copy(), 0.0)
for _da in (np.int64(0), np.float32(0), np.array(0.0), np.array(0)):
    _got = dot_backward(_x.copy(), _w.copy(), _da)
    check_gradients(_got, _expected, f"dot_backward(x, w, da={_da!r})")
# Both arrays of one narrow kind, and the upstream gradient too.
_narrow = _x.astype(np.float32), _w.astype(np.float32), np.float32(0.5)
_expected = dot_backward(*(np.float64(_value) for _value in _narrow))
check_gradients(dot_backward(*_narrow), _expected, "dot_backward of float32", rtol=1e-5)
### END HIDDEN TESTS

# %% test="test_dot_backward_untouched" points=0.5
# The inputs stay as they are, and the gradients are new arrays.
_x, _w = np.random.default_rng(11).uniform(1.1, 4.4, size=(2, 3, 3))
check_untouched(dot_backward, _x, _w)
check_untouched(dot_backward, _x, _w, 2.5)
check_untouched(dot_backward, _x, _w, 1.0)
### BEGIN HIDDEN TESTS
_x, _w = rng().normal(size=(2, 3, 3)) * 5
check_untouched(dot_backward, _x, _w)
check_untouched(dot_backward, _x, _w, 0.0)
check_untouched(dot_backward, _x, _w, -3.5)
### END HIDDEN TESTS

# %% [markdown]
# ## 3 · How do you know that it is right?
#
# The checks above compared your gradients with formulas that somebody had derived. For the next
# layer that you invent there is nobody to ask. But there is something to measure: a gradient
# claims to be a *slope*, and a slope can be read off the forward pass. Go a small step to either
# side, and see how far the output rises in between. Comparing the two is called **gradient
# checking**, and every serious library tests its layers in this way.
#
# `gradient_check` does it for you. It wants a forward function, a backward function that returns
# a dictionary, and, by name, the inputs at which to compare. For $f(x) = x^2$ with
# $f'(x) = 2x$, at $x = 2$:


# %%
def square(x):
    """A number, or an array entry by entry, squared."""
    return x**2


def grad_square(x):
    """The slope of `square`."""
    return {"x": 2 * x}


x = np.array([2.0])
gradient_check(forward_f=square, backward_f=grad_square, x=x)

# %% [markdown]
# The norm in the message is the size of the difference between your gradient and the measured
# one. It is not exactly zero: a measurement has an error, and section 5 shows where it comes from.
#
# Now your own layer. Use any two arrays of one shape that you like, random ones best of all.

# %%
generator = np.random.default_rng(12)
patch_34, filter_34 = generator.normal(size=(2, 3, 4))
gradient_check(forward_f=dot_forward, backward_f=dot_backward, x=patch_34, w=filter_34)

# %% [markdown]
# A check that has never failed proves little. So break something on purpose: here is your layer
# with `x` and `w` mixed up on the way back.


# %%
def mixed_up_backward(x, w, da=None):
    """Your `dot_backward`, with its two answers swapped."""
    gradients = dot_backward(x, w, da)
    return {"x": gradients["w"], "w": gradients["x"]}


try:
    gradient_check(forward_f=dot_forward, backward_f=mixed_up_backward, x=patch_34, w=filter_34)
except AssertionError as error:
    print(error)

# %% [markdown]
# ## 4 · Open the box: measure the slope yourself
#
# `gradient_check` rests on one formula, the **central difference**. For a function $f$ of one
# number,
#
# $$
# f'(x) \approx \frac{f(x + h) - f(x - h)}{2h} .
# $$
#
# For a function of a whole array, do this once for every entry: move this entry up and down by
# $h$, leave all the others where they are, and put it back before you turn to the next.
#
# Try it with $f(x) = x^3$ at $x = 2$ and a coarse step, $h = 0.5$. The true slope is
# $3 x^2 = 12$. The central difference is $(15.625 - 3.375) / 1 = 12.25$, and in general
#
# $$
# \frac{(x+h)^3 - (x-h)^3}{2h} = 3x^2 + h^2 ,
# $$
#
# so a step half as large is wrong by a quarter as much.

# %%
for h in (0.5, 0.25):
    slope = ((2 + h) ** 3 - (2 - h) ** 3) / (2 * h)
    print(f"h = {h}: ({(2 + h) ** 3} - {(2 - h) ** 3}) / {2 * h} = {slope} = 12 + {h**2}")

# %% [markdown]
# ### Task 4 · `numerical_gradient`
#
# Write it for any function $f$ of one array that returns one number. The fine print is longer
# here, for this function will be called with whatever comes along:
#
# - **Any shape**: one axis, two, four, or none at all (an array of shape `()` holds one number).
#   The result has the shape of `x` and is `float64`. `f` always sees an array of the shape of
#   `x`.
# - **Any kind of number.** In an array of integers your step gets lost, and in `float32` it is
#   badly rounded (look at the cell below). Compute in `float64`.
# - **Any memory layout**: `x` may be a transpose or a slice of something larger. Then `x.ravel()`
#   and `x.reshape(-1)` may be *copies*, and `f` never sees a step that you take in a copy.
# - **Afterwards `x` is what it was**, to the last bit. You may change it on the way. But
#   `+ h`, `- 2 * h`, `+ h` does not always lead home, since each of them rounds.
# - The result is a new array. `f` may return a Python number, a NumPy number or an array of shape
#   `()`. The step is the `h` that you are given.

# %%
whole = np.array([1, 2, 3])
whole[0] += 1e-5
print("1 + h in an array of integers:", whole[0])
print("(3 + h) - 3 in float32, h = 1e-5:", np.float32(3) + np.float32(1e-5) - np.float32(3))
print("0.1 + h - 2h + h is 0.1:", 0.1 + 1e-5 - 2e-5 + 1e-5 == 0.1)
print("the ravel of a transpose is a copy:", not np.shares_memory(edge, edge.T.ravel()))

# %% [markdown]
# <details><summary>Hint: all places of an array of any shape</summary>
#
# `for index in np.ndindex(x.shape):` goes through all of them, as tuples. `x[index]` works for
# every shape, even for `()`, whose one index is the empty tuple.
# </details>
#
# <details><summary>Hint: kinds, layouts and the last bit, at one stroke</summary>
#
# Make a `float64` copy of `x` first, and take your steps there. In the copy, remember the old
# value of an entry and put just this value back.
# </details>


# %% solution="numerical_gradient"
def numerical_gradient(f, x, h=1e-5):
    """Measure the gradient of a function by central differences, entry by entry.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of `x`, returns a number.
    x : array
        Where to measure; any shape, `()` included. Afterwards it is what it was.
    h : float
        Step to either side.

    Returns
    -------
    array, float64, of the shape of `x`
    """
    ### BEGIN SOLUTION
    x = np.array(x, dtype=np.float64)  # a copy: the caller's x stays as it is
    slopes = np.empty(x.shape)
    for index in np.ndindex(x.shape):
        here = x[index]
        x[index] = here + h
        above = f(x)
        x[index] = here - h
        below = f(x)
        x[index] = here
        slopes[index] = (above - below) / (2 * h)
    return slopes
    ### END SOLUTION


# %% test="test_numerical_gradient" points=2
# Smooth functions, whose slopes are known.
# The slope of a sum of squares is 2x in every entry; here to four digits.
_x = np.array([[3.0, -1.0], [0.5, 2.0]])
_got = numerical_gradient(lambda x: np.sum(x**2), _x.copy())
check_equal(_got, [[6, -2], [1, 4]], "numerical_gradient of sum(x**2)", dtype=float, rtol=1e-4)

_x, _weights = np.random.default_rng(13).normal(size=(2, 2, 2))
_got = numerical_gradient(f=lambda x: np.sum(_weights * np.sin(x)), x=_x.copy())
_expected = _weights * np.cos(_x)
check_gradients(_got, _expected, "numerical_gradient of sum(weights * sin(x))", rtol=1e-4)
check_bounds(numerical_gradient, lambda x: np.sum(x**2), _x)
### BEGIN HIDDEN TESTS
_generator = rng()
for _n in (3, 4):
    _x, _weights = _generator.normal(size=(2, _n, _n))
    _got = numerical_gradient(lambda x, v=_weights: np.sum(v * np.exp(x)), _x.copy())
    _expected = _weights * np.exp(_x)
    check_gradients(_got, _expected, "numerical_gradient of sum(weights * exp(x))", rtol=1e-4)
# Where all slopes are negative, and all entries; and where all are tiny.
_x, _weights = -_generator.uniform(0.5, 2, size=(2, 2, 2))
_got = numerical_gradient(lambda x: np.sum(x**2), _x.copy())
check_gradients(_got, 2 * _x, "numerical_gradient of sum(x**2) below zero", rtol=1e-4)
_got = numerical_gradient(lambda x: np.sum(_weights * x) / 1e6, 1e-6 * _x)
check_gradients(_got, _weights / 1e6, "numerical_gradient of tiny numbers", rtol=1e-4)
### END HIDDEN TESTS

# %% test="test_numerical_gradient_formula" points=2
# Coarse steps, which show the formula: where did f look, and what was the difference
# divided by?
# For cubes the central difference is exactly 3 x**2 + h**2.
_x = np.array([[2.0, -1.0], [0.4, 3.1]])
for _h in (0.5, 0.25, 2.0):
    _got = numerical_gradient(lambda x: np.sum(x**3), _x.copy(), h=_h)
    check_gradients(_got, 3 * _x**2 + _h**2, f"numerical_gradient of sum(x**3) with h={_h}")
# The cube of a sum: other entries stay where they are while one of them moves.
_expected = np.full((2, 2), 3 * 4.5**2 + 0.25**2)
_got = numerical_gradient(lambda x: np.sum(x) ** 3, _x.copy(), 0.25)
check_gradients(_got, _expected, "numerical_gradient of sum(x)**3 with h=0.25")
# A quick oscillation shows which step is taken when none is given: it is 1e-5.
_expected = np.full((2, 2), np.sin(1000 * 1e-5) / 1e-5)
_got = numerical_gradient(lambda x: np.sum(np.sin(1000 * x)), np.zeros((2, 2)))
check_gradients(_got, _expected, "numerical_gradient of sum(sin(1000 x)) at 0")
check_bounds(numerical_gradient, lambda x: np.sum(x**3), _x)
### BEGIN HIDDEN TESTS
_generator = rng()
for _h in (0.125, 1.0, 4):
    _x = _generator.integers(-12, 13, size=(3, 3)) / 4
    _got = numerical_gradient(lambda x: np.sum(x**3), _x.copy(), h=_h)
    check_gradients(_got, 3 * _x**2 + _h**2, f"numerical_gradient of sum(x**3) with h={_h}")
    _expected = np.full((3, 3), 3 * _x.sum() ** 2 + _h**2)
    _got = numerical_gradient(lambda x: np.sum(x) ** 3, _x.copy(), _h)
    check_gradients(_got, _expected, f"numerical_gradient of sum(x)**3 with h={_h}")
_fractions = _generator.normal(size=(3, 3))
_got = numerical_gradient(lambda x: np.sum(x**3), _fractions.copy(), h=0.5)
check_gradients(_got, 3 * _fractions**2 + 0.25, "numerical_gradient of sum(x**3) with h=0.5")
_got = numerical_gradient(lambda x: np.sum(x**2), 1e6 + _x, h=0.5)
check_gradients(_got, 2e6 + 2 * _x, "numerical_gradient of sum(x**2) far out with h=0.5")
### END HIDDEN TESTS

# %% test="test_numerical_gradient_shapes" points=2
# Arrays of any shape, () included.
_got = numerical_gradient(lambda x: np.sum(x**2), np.array(3.0))
check_equal(_got, 6, "numerical_gradient of x**2 at an array of shape ()", dtype=float, rtol=1e-4)
_generator = np.random.default_rng(14)
for _shape in [(1,), (4,), (2, 3), (3, 2), (1, 4), (3, 1), (2, 1, 3), ()]:
    _x, _weights = _generator.uniform(0.5, 1.5, size=(2, *_shape))
    _got = numerical_gradient(lambda x, v=_weights: np.sum(v * x**2), np.array(_x))
    _name = f"numerical_gradient at an array of shape {_shape}"
    check_gradients(_got, 2 * _weights * _x, _name, rtol=1e-4)
check_bounds(numerical_gradient, lambda x: np.sum(x**2), np.ones((2, 3)))
### BEGIN HIDDEN TESTS
_generator = rng()
for _shape in [(7,), (1, 1), (2, 5), (5, 2), (3, 2, 2), (2, 1, 3, 2), (2, 1, 1, 2, 2), ()]:
    _x, _weights = _generator.uniform(0.5, 1.5, size=(2, *_shape))
    _got = numerical_gradient(lambda x, v=_weights: np.sum(-v * x**2), np.array(_x))
    _name = f"numerical_gradient at an array of shape {_shape}"
    check_gradients(_got, -2 * _weights * _x, _name, rtol=1e-4)
### END HIDDEN TESTS

# %% test="test_numerical_gradient_functions" points=2
# Functions that mix their entries, and that return all kinds of numbers.
_x = np.array([[2.0, -3.0], [5.0, 0.5]])
_slopes = [[0.5, 6], [3, 2]]


def _mixed(x):
    return x[0, 0] * x[1, 1] - x[0, 1] ** 2 + 3 * x[1, 0]


for _number in (np.float64, float, np.array):
    _got = numerical_gradient(lambda x, n=_number: n(_mixed(x)), _x.copy())
    _name = f"numerical_gradient of a function that returns {_number.__name__}"
    check_equal(_got, _slopes, _name, dtype=float, rtol=1e-4)
_got = numerical_gradient(lambda x: round(1e10 * x[0, 0] - 2e10 * x[1, 0]), _x.copy())
_name = "numerical_gradient of a function that returns int"
check_equal(_got, [[1e10, 0], [-2e10, 0]], _name, dtype=float, rtol=1e-4)
_got = numerical_gradient(lambda x: 7, _x.copy())
check_equal(_got, np.zeros((2, 2)), "numerical_gradient of a constant", dtype=float)
check_bounds(numerical_gradient, _mixed, _x)
### BEGIN HIDDEN TESTS
_generator = rng()
_x = _generator.uniform(0.5, 1.5, size=(3, 3)) * _generator.choice([-1, 1], size=(3, 3))
_got = numerical_gradient(lambda x: np.prod(x), _x.copy())
check_gradients(_got, np.prod(_x) / _x, "numerical_gradient of a product", rtol=1e-4)
_x = _generator.normal(size=(4, 4))
_got = numerical_gradient(lambda x: float(-np.sum(x @ x)), _x.copy())
_expected = -(_x.sum(axis=0)[:, None] + _x.sum(axis=1))
check_gradients(_got, _expected, "numerical_gradient of -sum(x @ x)", rtol=1e-4)
_got = numerical_gradient(lambda x: np.int64(round(-1e10 * x[3, 1])), _x.copy())
_expected = np.zeros((4, 4))
_expected[3, 1] = -1e10
check_gradients(_got, _expected, "numerical_gradient of a function that returns int64", rtol=1e-4)
### END HIDDEN TESTS

# %% test="test_numerical_gradient_kinds" points=1
# At integers and at float32: the slopes are as at the same numbers in float64.
_whole = np.array([[1, -2, 3], [4, 5, -6], [2, 7, -3]])
_weights = np.random.default_rng(15).uniform(0.5, 1.5, size=(3, 3))


def _f(x):
    return np.vdot(_weights, x**2)


_expected = numerical_gradient(_f, _whole.astype(np.float64))
assert np.any(_expected), "numerical_gradient gives zeros for float64: see the checks above"
for _kind in (np.int64, np.float32):
    _got = numerical_gradient(_f, _whole.astype(_kind))
    check_gradients(_got, _expected, f"numerical_gradient at {_kind.__name__}", rtol=1e-5)
### BEGIN HIDDEN TESTS
_generator = rng()
_whole = _generator.integers(2, 9, size=(3, 3)) * _generator.choice([-1, 1], size=(3, 3))
_weights = _generator.uniform(0.5, 1.5, size=(3, 3))
_expected = numerical_gradient(_f, _whole.astype(np.float64))
for _kind in (np.int64, np.float32):
    _got = numerical_gradient(_f, _whole.astype(_kind))
    check_gradients(_got, _expected, f"numerical_gradient at {_kind.__name__}", rtol=1e-5)
_narrow = (_whole / 3).astype(np.float32)
_expected = numerical_gradient(_f, _narrow.astype(np.float64))
_got = numerical_gradient(_f, _narrow)
check_gradients(_got, _expected, "numerical_gradient at fractional float32", rtol=1e-5)
### END HIDDEN TESTS

# %% test="test_numerical_gradient_layouts" points=0.5
# At views: every other entry, transposed, reversed.
_x = np.random.default_rng(16).uniform(0.5, 1.5, size=(3, 3))
_larger = np.zeros((6, 6))
_larger[::2, ::2] = _x
_layouts = {
    "in Fortran order": np.asfortranarray(_x),
    "transposed": _x.T.copy().T,
    "every other entry of a larger array": _larger[::2, ::2],
    "a reversed view": _x[::-1, ::-1].copy()[::-1, ::-1],
}
_weights = np.arange(1.0, 10.0).reshape(3, 3)
_expected = numerical_gradient(lambda x: np.vdot(_weights, x**2), _x.copy())
assert np.any(_expected), "numerical_gradient gives zeros for any array: see the checks above"
for _layout, _view in _layouts.items():
    _got = numerical_gradient(lambda x: np.vdot(_weights, x**2), _view)
    check_equal(_got, _expected, f"numerical_gradient, x {_layout}", rtol=1e-5)
### BEGIN HIDDEN TESTS
_x = rng().uniform(0.5, 1.5, size=(4, 4))
_weights = np.arange(1.0, 17.0).reshape(4, 4)
_expected = numerical_gradient(lambda x: np.vdot(_weights, x**2), _x.copy())
_larger = rng().normal(size=(6, 9, 3))
_larger[1:5, -2::-2, 1] = _x
for _view in (np.asfortranarray(_x), _x[:, ::-1].copy()[:, ::-1], _larger[1:5, -2::-2, 1]):
    _got = numerical_gradient(lambda x: np.vdot(_weights, x**2), _view)
    check_equal(_got, _expected, "numerical_gradient at a view", rtol=1e-5)
### END HIDDEN TESTS

# %% test="test_numerical_gradient_untouched" points=0.5
# x is the same afterwards as before, to the last bit, and the result is a new array.
_x = np.array([[1 / 3, 0.1, -2 / 7], [1e-3, 7.7, -0.9], [5 / 9, 3.3, 1e-6]])


def _numerical_gradient_of_f(x):
    return numerical_gradient(lambda x: np.sum(x) ** 2, x)


check_untouched(_numerical_gradient_of_f, _x)
### BEGIN HIDDEN TESTS
check_untouched(_numerical_gradient_of_f, rng().normal(size=(4, 4)))
_thirds = np.arange(1, 17).reshape(4, 4) / 3
for _x in (np.asfortranarray(_thirds), _thirds[::2, ::-2], _thirds[::-1]):
    _before = _x.copy()
    _numerical_gradient_of_f(_x)
    assert np.array_equal(_x, _before), "numerical_gradient changes its argument x"
### END HIDDEN TESTS

# %% [markdown]
# Your own measurement, your own layer: the slopes of `dot_forward` against `dot_backward`.

# %%
patch_23 = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
filter_23 = np.array([[0.0, -1.0, 2.0], [1.0, 0.0, -2.0]])
measured = numerical_gradient(lambda x: 3 * dot_forward(x, filter_23), patch_23)
with np.printoptions(precision=6, suppress=True):
    print("measured, with L = 3 a:", measured, "dot_backward with da = 3:", sep="\n")
    print(dot_backward(patch_23, filter_23, da=3)["x"])

# %% [markdown]
# ## 5 · What a check cannot see
#
# ### An upstream gradient of 1
#
# The easiest check takes the layer's output itself for the loss, so that `da` is 1. Here is a
# backward pass that never looks at `da`. The easy check finds nothing. As soon as the layer is
# part of something, here of $L = 2.5 \, a$, the same code returns 2 where 5 is right. This is why
# `gradient_check` draws the upstream gradient at random.


# %%
def forgetful_backward(x, w, da=None):
    """Your `dot_backward`, which is never told the upstream gradient."""
    return dot_backward(x, w)


slopes = numerical_gradient(lambda x: dot_forward(x, filter_23), patch_23)
error = np.abs(forgetful_backward(patch_23, filter_23)["x"] - slopes).max()
print(f"L = a:      largest error {error:.1g}, and nobody notices")

slopes = numerical_gradient(lambda x: 2.5 * dot_forward(x, filter_23), patch_23)
error = np.abs(forgetful_backward(patch_23, filter_23, da=2.5)["x"] - slopes).max()
print(f"L = 2.5 a:  largest error {error:.1f}, where the true gradient is {slopes[0, 2]:.1f}")

try:
    gradient_check(forward_f=dot_forward, backward_f=forgetful_backward, x=patch_23, w=filter_23)
except AssertionError as message:
    print("\ngradient_check says:", message, sep="\n")

# %% [markdown]
# ### Kinks
#
# $f(x) = |x|$ has slope $-1$ on the left, $1$ on the right, and none at all at $0$. The central
# difference reports one anyway, namely the mean of both, $0$. Even *close* to the kink, nearer
# than $h$, it steps across and reports something in between: at $x = h/4$ it says $0.25$ where
# the slope is $1$. Nothing is wrong with the gradient then, only with the place. You will meet
# kinks again in ReLU (at 0) and in max pooling (at ties): check beside them.
# (`gradient_check` below speaks of other slopes: its random upstream gradient is part of them.)

# %%
h = 1e-5
beside_a_kink = np.array([-1.0, 0.0, h / 4, 1.0])
slopes = numerical_gradient(lambda x: np.abs(x).sum(), beside_a_kink)
print("measured slopes of |x|:", slopes.round(4))

try:
    gradient_check(lambda x: np.abs(x), lambda x, da: {"x": da * np.sign(x)}, x=beside_a_kink)
except ValueError as message:
    print("\ngradient_check says:", message, sep="\n")

# %% [markdown]
# ### Why to both sides, and how far
#
# A step to one side only, $(f(x+h) - f(x)) / h$, looks simpler. Taylor's formula shows what it
# costs. The two-sided difference cancels the term with $f''$:
#
# $$
# \begin{aligned}
# \frac{f(x+h) - f(x)}{h} &= f'(x) + \frac{h}{2} f''(x) + \dots \\[1ex]
# \frac{f(x+h) - f(x-h)}{2h} &= f'(x) + \frac{h^2}{6} f'''(x) + \dots
# \end{aligned}
# $$
#
# So should $h$ be as small as possible? No: $f(x+h)$ and $f(x-h)$ become alike, their difference
# loses its digits, and dividing by $h$ blows up what rounding left over. In between lies a best
# step. Measure it for $\sin$ at $x = 1$:

# %%
import matplotlib.pyplot as plt

steps = np.logspace(-13, -0.5, 51)
true_slope = np.cos(1.0)
one_sided = np.abs((np.sin(1 + steps) - np.sin(1)) / steps - true_slope)
central = np.array([numerical_gradient(np.sin, np.array(1.0), h) for h in steps])
central = np.abs(central - true_slope)

figure, axes = plt.subplots(figsize=(7, 4))
axes.loglog(steps, one_sided, "o-", color="#d95f0e", markersize=3, label="one-sided difference")
axes.loglog(steps, central, "o-", color="#1f5fa8", markersize=3, label="central difference")
axes.axvline(1e-5, color="0.6", linestyle="--", label="h = 1e-5")
axes.set(xlabel="step h", ylabel="error of the slope", title="sin at x = 1: too far, too close")
axes.legend()
for name, errors in (("one-sided", one_sided), ("central", central)):
    coarse = (steps > 1e-4) & (steps < 1e-2)
    power, _ = np.polyfit(np.log(steps[coarse]), np.log(errors[coarse]), 1)
    at_1e5 = errors[np.argmin(np.abs(steps - 1e-5))]
    print(f"{name}: error grows like h to the power {power:.1f}; at h = 1e-5 it is {at_1e5:.0e}")

# %% [markdown]
# Read it from the right. While the step shrinks, both errors fall along a straight line: ten
# times smaller steps make the one-sided error ten times smaller, and the central one a hundred
# times. Then rounding takes over and both rise again. At $h = 10^{-5}$ the central difference is
# near its best, with about ten correct digits; the one-sided one has about five.
#
# ### Single precision
#
# `float32` carries seven digits where `float64` carries sixteen, so rounding takes over far
# earlier. Here is the slope of $x^2$ at $x = 3$, which is 6: with $h = 10^{-5}$ three digits are
# left. At $x = 1000$ the step is lost altogether.

# %%
for kind in (np.float64, np.float32):
    start, step = kind(3), kind(1e-5)
    slope = ((start + step) ** 2 - (start - step) ** 2) / (2 * step)
    print(f"{kind.__name__}: slope {slope:.6f}")
print("1000 + h equals 1000 in float32:", np.float32(1000) + np.float32(1e-5) == np.float32(1000))

# %% [markdown]
# Train in `float32` if you like. Check in `float64`.
#
# ### Task 5 · A blind check
#
# A fellow student tests `dot_backward` with `x = np.ones((3, 3))`, `w = np.ones((3, 3))` and no
# upstream gradient, finds full agreement, and moves on. Name **two** different wrong versions of
# `dot_backward` that pass this test. For each, say which change to the test would expose it.

# %% [markdown] written="blind_check" points=1
# Both gradients are a 3 x 3 array of ones here, so whatever gives ones passes. For example:
#
# - `{'x': da*x, 'w': da*w}`, the two mixed up: different random numbers in `x` and `w` show it.
# - `{'x': w, 'w': x}` without the factor `da`: an upstream gradient other than 1 shows it.
# - `w.T` for `w`: numbers that are not symmetric show it, or a shape that is not square.
# - `np.ones(x.shape)` always: any other numbers show it.
#
# Hence random inputs, a random upstream gradient, and height different from width.

# %% [markdown]
# ## Summary
#
# - The dot layer multiplies a patch and a filter place by place and adds up: one number that says
#   how well they match.
# - Backwards, an addition copies its gradient to all its terms, and a multiplication hands on the
#   gradient times the other factor. Everything carries the upstream gradient.
# - A gradient is a claim about slopes, and slopes can be measured: central differences,
#   `float64`, a step near $10^{-5}$.
# - Check with random inputs and a random upstream gradient, where everything is asymmetric, away
#   from kinks. And make sure that your check can fail.
#
# ## Go further
#
# - `numerical_gradient` calls `f` twice for each entry. How often would that be for a network
#   with a million weights? `gradient_check` first compares the slope along just three random
#   *directions* with the gradient's product with them. Why does a wrong entry show even so? Read
#   `lib/checking.py`: you now know all that is in it.
# - With a complex step, the imaginary part of $f(x + ih)$ divided by $h$, there is no difference
#   of two nearly equal numbers. Try $h = 10^{-20}$ on `np.sin`. Which functions does it not work
#   for?
# - In lab 3 your dot layer visits every place of an image, and becomes a convolution.
