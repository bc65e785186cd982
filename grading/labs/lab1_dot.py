# ---
# jupyter:
#   lab:
#     mutants: true
#     demo: [ada, blaise, carl, dora, emmy, felix]
# ---

# %% [markdown]
# # Lab 1 · The dot layer, and how to know that a gradient is right
#
# A convolutional network looks at an image through small windows and asks at each place: how much
# does this look like my filter? You write the layer that answers, send gradients back through it,
# and find out how anyone can be sure that a gradient is right.
#
# |part|minutes|points|
# |---|--:|--:|
# |1 One number from two grids|15|5|
# |2 The way back|30|9|
# |3 How do you know that it is right?|10|0|
# |4 Measure the slope yourself|30|10|
# |5 What a check cannot see|25|1|
# |in all|110|**25**|
#
# Parts 1 to 3 make a good first evening. Under each task stand its checks, each folded into one
# line. Run them when you have written your answer: a check that passes prints nothing, one that
# fails says what is wrong (open it to see the numbers). When the lab is graded, further checks of
# the same kind run with other numbers.
#
# Another day, or after a restart, Python has forgotten what you ran (`NameError`): choose *Run All
# Above Selected Cell* in the menu *Run*.

# %% locked="setup"
import numpy as np

from lib.checking import (
    case,
    check_bounds,
    check_cases,
    check_kinds,
    check_one_of,
    check_untouched,
    folded,
    gradient_check,
)


# %% [markdown]
# ## The fine print
#
# Worth up to a fifth of each task's points.
#
# - **Numbers of every kind.** Arrays hold `float64`, `float32` or `int64`, and may be views: a
#   transpose, every other column. No digits after the decimal point may get lost. Gradients are
#   always `float64`.
# - **What is the caller's stays as it is.** Change no argument, and return new arrays: whoever
#   changes them later must not change `x` or an earlier answer.
# - **Any shape**, not only square.
# - **Out of bounds**, for they would do the exercise: scipy, torch, tensorflow, jax, cv2, skimage;
#   `np.convolve`, `np.correlate`, `np.fft`, `np.polymul`, `np.gradient`. The rest of NumPy is
#   welcome.
#
# ## 1 · One number from two grids
#
# Here is a handwritten 4. The white frame marks nine pixels at the left edge of its long stroke:
# paper (0) on the left, pen (towards 1) on the right. Beside them stands a **filter** of the same
# shape: it says what counts in favour (orange) and what against (blue). Each pixel is multiplied by
# the filter's value at its own place.

# %%
from lib.mnist import load_mnist
from lib.plotting import show_row

(digits, _), _ = load_mnist()
four = digits[2] / 255  # a float image: 0 is paper, 1 is pen

patch = four[11:14, 17:20]
edge = np.array([[-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0]])

framed = four.copy()
framed[9:16, 15:22] = 1  # a white frame,
framed[10:15, 16:21] = 0  # black inside,
framed[11:14, 17:20] = patch  # around the patch
show_row(
    [framed, patch, edge, patch * edge],
    ["a 4, and a frame", "patch x", "filter w", "x times w"],
    ["image", "image", "filter", "products"],
)
print("The nine products add up to", round((patch * edge).sum(), 3))

# %% [markdown]
# That sum is the output of the **dot layer**. For $\mathbf{x}$ and $\mathbf{w}$ of one shape, $K_H
# \times K_W$,
#
# $$
# a = \mathrm{Dot}(\mathbf{x}, \mathbf{w})
#   = \sum_{i=1}^{K_H} \sum_{j=1}^{K_W} x_{ij} \, w_{ij} .
# $$
#
# It is the inner product of two vectors: read each grid row by row. It is not the matrix product:
# entries at different places never meet. On paper:
#
# $$
# \mathbf{x} = \begin{bmatrix} 1&-2&3\\0&4&-1 \end{bmatrix}, \quad
# \mathbf{w} = \begin{bmatrix} 2&1&1\\-3&1&2 \end{bmatrix}
# \quad\Rightarrow\quad
# a = 2-2+3+0+4-2 = 5 .
# $$
#
# ### Task 1 · `dot_forward` · 5 points
#
# Write the forward pass. The answer is a number: a Python number, a NumPy number or an array of
# shape `()`, not a 1×1 array. With two integer arrays it may be an integer, with one it may not.
#
# <details><summary>Hint</summary>
#
# `*` multiplies two arrays place by place; one more function makes a number of the result. Two
# loops do it as well.
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


# %% test="test_dot_forward" points=2.5
# Two grids of 3×3: is it the sum of the products?
# By hand: 1 + 0 + 0 + 0 + 3 + 0 - 8 + 0 + 6 = 2.
_x, _w = [[1, 2, 0], [0, 3, 1], [4, 0, 2]], [[1, 0, -1], [2, 1, 0], [-2, 0, 3]]
check_cases(
    dot_forward,
    case(_x, _w, gives=2.0),
    case(_x, [[-1, 0, 1], [-2, -1, 0], [2, 0, -3]], gives=-2.0),
    case(
        [[-1, 0.5, 2], [0, 1.5, -0.5], [1, -1, 0.5]], [[-4, 1, 5], [0, 4, -1], [3, -2, 2]], gives=27
    ),
)
check_bounds(dot_forward, np.array(_x, float), np.array(_w, float))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_generator, _cases = rng(), []
for _scale in (1.0, -1.0, 1e6, -1e-6):
    _x, _w = _generator.uniform(0.5, 1.5, size=(2, 3, 3))
    _w[1] *= -0.3
    _expected = np.einsum("ij,ij", _scale * _x, _w)
    _cases.append(case(_scale * _x, _w, gives=_expected))
check_cases(dot_forward, *_cases, case(np.zeros((3, 3)), _w, gives=0.0))
### END HIDDEN TESTS

# %% test="test_dot_forward_shapes" points=1.5
# Grids of any shape: one pixel, a row, a column, wide and tall
check_cases(
    dot_forward,
    case([[1, -2, 3], [0, 4, -1]], [[2, 1, 1], [-3, 1, 2]], gives=5.0),  # the example of the page
    case([[3]], [[-2]], gives=-6.0),
    case([[3, 1, -2, 5]], [[-2, 0.5, 1, 1]], gives=-2.5),
    case([[3], [1], [-2]], [[-2], [0.5], [1]], gives=-7.5),
    case([[3, 1], [-2, 5], [4, 0.5]], [[-2, 0.5], [1, 1], [2, -4]], gives=3.5),
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_generator, _cases = rng(), []
for _shape in [(2, 5), (7, 3), (5, 5), (1, 9), (8, 1), (11, 12)]:
    _x, _w = _generator.uniform(0.5, 1.5, size=(2, *_shape))
    _w[::2] *= -0.3
    _cases.append(case(x=_x, w=_w, gives=np.einsum("ij,ij", _x, _w)))
# A filter with a single 1 picks one entry: each has its turn.
for _place in np.ndindex(2, 3):
    _x, _w = _generator.normal(size=(2, 3)), np.zeros((2, 3))
    _w[_place] = 1
    _cases.append(case(_x, _w, gives=_x[_place]))
check_cases(dot_forward, *_cases)
### END HIDDEN TESTS

# %% test="test_dot_forward_kinds" points=0.5
# Integers, float32 and views give the same number as float64
_x = np.arange(1.25, 10).reshape(3, 3)
_w = np.array([[2.5, -1.25, 0.75], [1.75, 3.5, -2.25], [-0.5, 1.5, 2.75]])
check_kinds(dot_forward, _x, _w, gives=48.6875)
# One array by rows and one by columns in memory.
check_cases(dot_forward, case(_x, np.asfortranarray(_w), gives=48.6875))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_x, _w = rng().integers(2, 9, size=(2, 3, 3)) / 2 + 0.25
_expected = np.einsum("ij,ij", _x, _w)
check_kinds(dot_forward, _x, _w, gives=_expected)
# Whole numbers of float32 that fit into seven digits, and whose products and sums do not.
_large, _one = np.float32([[4097, 1], [1, 3]]), np.float32([[4097, 2], [-1, 1]])
check_cases(
    dot_forward,
    case(np.asfortranarray(_x), _w, gives=_expected),
    case(_x.T.copy().T, _w[::-1].copy()[::-1], gives=_expected),
    case(_large.astype(np.float64), _one.astype(np.float64), gives=16785413.0),
)
### END HIDDEN TESTS

# %% test="test_dot_forward_untouched" points=0.5
# x and w are the same afterwards as before
_x = np.arange(1.25, 10).reshape(3, 3)
_w = np.array([[2.5, -1.25, 0.75], [1.75, 3.5, -2.25], [-0.5, 1.5, 2.75]])
check_untouched(dot_forward, _x, _w, gives=48.6875)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_x, _w = rng().integers(2, 9, size=(2, 3, 3)) / 2 + 0.25
check_untouched(dot_forward, _x, _w, gives=np.einsum("ij,ij", _x, _w))
### END HIDDEN TESTS

# %% [markdown]
# **What the number says.** Slide the filter across the lower part of the stroke. The number is
# large where paper on the left meets pen on the right, low where it is the other way round, 0 where
# nothing changes. That is all that a convolution is: one dot layer, at every place.

# %%
for left in (4, 15, 16, 17, 18, 20):
    here = four[19:22, left : left + 3]
    a = dot_forward(here, edge)
    print(f"columns {left:2} to {left + 2:2}, middle row {here[1].round(2)!s:17} a = {a:5.2f}")

# %% [markdown]
# ## 2 · The way back
#
# In a network, $a$ goes on into further layers, and at the end stands one number, the loss $L$.
# Training asks: how does $L$ change if I change this pixel, or that filter value, a little? The
# **backward pass** answers layer by layer. Ours is told the **upstream gradient** $\nabla_a =
# \partial L / \partial a$ and gives back $\nabla_\mathbf{x} = \partial L / \partial \mathbf{x}$ and
# $\nabla_\mathbf{w}$. (In all labs $\nabla_\mathbf{x}$ in a formula is `dx` in code.)
#
# Do it by hand once. In the example, where $a = 5$, add $0.5$ to the last pixel, $-1$. Only the
# last product changes, from $-2$ to $-0.5 \cdot 2 = -1$, so $a$ rises by $1$. Per unit that is $2$:
# the filter value that this pixel meets. If $L$ rises three times as fast as $a$, that is $\nabla_a
# = 3$, it rises by $3 \cdot 2 = 6$ per unit:
#
# $$
# \frac{\partial L}{\partial x_{ij}}
#   = \frac{\partial L}{\partial a} \, \frac{\partial a}{\partial x_{ij}}
# $$
#
# The layer multiplies, then adds. Each step has a rule. **A sum copies**: raise one term, and the
# sum rises by as much, so each term gets the gradient of the sum. **A product swaps**: raise one
# factor, and the product rises by that much times the *other*, so each factor gets the gradient
# times the other one.
#
# ### Task 2 · Annotate the graph · 1.5 points
#
# ![The arrays x = (1, −2, 3; 0, 4, −1) and w = (2, 1, 1; −3, 1, 2), both 2 × 3, flow into a dot
# layer. It multiplies them place by place, which gives p = (2, −2, 3; 0, 4, −2), and sums these
# products to one number: a = 5.](../../images/dot_layer_forward.png)
#
# Along each edge a gradient flows back. Write down for any $\mathbf{x}$ and $\mathbf{w}$ what
# $\nabla_a$, $\nabla_\mathbf{p}$, $\nabla_\mathbf{x}$ and $\nabla_\mathbf{w}$ are: formula, shape,
# and one sentence why. Begin at the right.

# %% [markdown] written="computational_graph" points=1.5
# Every gradient has the shape of what it belongs to. With the numbers of the picture and $\nabla_a
# = 2$:
#
# ![The dot layer with its gradients: the 2 that comes back to a is copied to every product, and
# each product passes it on times its other factor. So the gradient of x is 2 times w, (4, 2, 2; −6,
# 2, 4), and that of w is 2 times x, (2, −4, 6; 0, 8, −2).](../../images/dot_layer_backward.png)
#
# - $\nabla_a$ is the number `da`: it comes from further on and is given.
# - $\nabla_\mathbf{p}$ is $K_H \times K_W$ with `da` at every place: each product enters the sum
#   once, with factor 1, so an addition hands its gradient on to all of its terms.
# - $\nabla_\mathbf{x} = \nabla_\mathbf{p} * \mathbf{w}$, which is `da * w`: the slope of $x_{ij}
#   w_{ij}$ in $x_{ij}$ is $w_{ij}$. A multiplication hands on the gradient times the *other*
#   factor.
# - $\nabla_\mathbf{w} = \nabla_\mathbf{p} * \mathbf{x}$, which is `da * x`, for the same reason.

# %% [markdown]
# ### Task 3 · `dot_backward` · 7.5 points
#
# A backward pass takes the inputs of its forward pass and the upstream gradient, and returns a
# dictionary with one gradient for each input, under the input's name: `'x'` and `'w'`.
#
# `da` is any number. Left out, it is 1. It may well be **0** (a unit further on may be switched
# off), and then both gradients are zero.
#
# <details><summary>Hint: 0 and "not given"</summary>
#
# For Python 0 counts as false, so `da or 1` makes a 1 of a given 0. `da is None` asks whether `da`
# was given.
# </details>
# <details><summary>Hint: new arrays, of float64</summary>
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
# A start: without da, which is then 1, one of the two gradients is right
# By hand: nudge each entry, one at a time.
_x, _w = [[1, 2, 0], [0, 3, 1], [4, 0, 2]], [[1, 0, -1], [2, 1, 0], [-2, 0, 3]]
check_one_of(
    lambda: check_cases(dot_backward, case(_x, _w, gives=_w), of="x"),
    lambda: check_cases(dot_backward, case(_x, _w, gives=_x), of="w"),
)
check_bounds(dot_backward, np.array(_x, float), np.array(_w, float))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_pairs = [rng().normal(size=(2, 3, 3)) * _scale for _scale in (1.0, 1e6, 1e-6)]
check_one_of(
    lambda: check_cases(dot_backward, *[case(x, w, gives=w) for x, w in _pairs], of="x"),
    lambda: check_cases(dot_backward, *[case(x, w, None, gives=x) for x, w in _pairs], of="w"),
)
### END HIDDEN TESTS

# %% test="test_dot_backward_x" points=1
# The gradient of x, with upstream gradients of every size, and 0
_x = np.array([[1.0, 2, 0], [0, 3, 1], [4, 0, 2]])
_w = np.array([[1.0, 0, -1], [2, 1, 0], [-2, 0, 3]])
check_cases(
    dot_backward,
    case(_x, _w, 2.0, gives=[[2, 0, -2], [4, 2, 0], [-4, 0, 6]]),
    *[case(_x, _w, da, gives=da * _w) for da in (2.5, -1.5, 1.0, 0.0)],
    of="x",
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_generator, _cases = rng(), []
for _da in (_generator.normal(), 1e6, -1e-6, 0.0):
    _x, _w = _generator.normal(size=(2, 3, 3))
    _cases.append(case(_x, _w, _da, gives=_da * _w))
check_cases(dot_backward, *_cases, of="x")
### END HIDDEN TESTS

# %% test="test_dot_backward_w" points=1
# The gradient of w, with upstream gradients of every size, and 0
_x = np.array([[1.0, 2, 0], [0, 3, 1], [4, 0, 2]])
_w = np.array([[1.0, 0, -1], [2, 1, 0], [-2, 0, 3]])
check_cases(
    dot_backward,
    case(_x, _w, 2.0, gives=[[2, 4, 0], [0, 6, 2], [8, 0, 4]]),
    *[case(_x, _w, da, gives=da * _x) for da in (2.5, -1.5, 1.0, 0.0)],
    of="w",
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_generator, _cases = rng(), []
for _da in (_generator.normal(), 1e6, -1e-6, 0.0):
    _x, _w = _generator.normal(size=(2, 3, 3))
    _cases.append(case(_x, _w, _da, gives=_da * _x))
check_cases(dot_backward, *_cases, of="w")
### END HIDDEN TESTS

# %% test="test_dot_backward_shapes_x" points=1
# The gradient of x, for grids of any shape
_x, _w = np.array([[1.0, -2, 3], [0, 4, -1]]), np.array([[2.0, 1, 1], [-3, 1, 2]])
_parts = [np.s_[:], np.s_[:1], np.s_[:, 1:2], np.s_[:1, :1]]
check_cases(dot_backward, *[case(_x[p], _w[p], gives=_w[p]) for p in _parts], of="x")
### BEGIN HIDDEN TESTS
from lib.checking import rng

_shapes = [(2, 5), (5, 5), (1, 9), (8, 1)]
_pairs = [rng().normal(size=(2, *shape)) for shape in _shapes]
check_cases(dot_backward, *[case(x, w, gives=w) for x, w in _pairs], of="x")
### END HIDDEN TESTS

# %% test="test_dot_backward_shapes_w" points=1
# The gradient of w, for grids of any shape
_x, _w = np.array([[1.0, -2, 3], [0, 4, -1]]), np.array([[2.0, 1, 1], [-3, 1, 2]])
_parts = [np.s_[:], np.s_[:1], np.s_[:, 1:2], np.s_[:1, :1]]
check_cases(dot_backward, *[case(_x[p], _w[p], gives=_x[p]) for p in _parts], of="w")
### BEGIN HIDDEN TESTS
from lib.checking import rng

_shapes = [(2, 5), (5, 5), (1, 9), (8, 1)]
_pairs = [rng().normal(size=(2, *shape)) for shape in _shapes]
check_cases(dot_backward, *[case(x, w, gives=x) for x, w in _pairs], of="w")
### END HIDDEN TESTS

# %% test="test_dot_backward_kinds" points=1
# A dict of two float64 gradients, whatever numbers come in
_x = np.arange(1.25, 10).reshape(3, 3)
_w = np.array([[2.5, -1.25, 0.75], [1.75, 3.5, -2.25], [-0.5, 1.5, 2.75]])
check_kinds(dot_backward, _x, _w, gives={"x": _w, "w": _x}, gradient=True)
check_kinds(dot_backward, _x, _w, 2.25, gives={"x": 2.25 * _w, "w": 2.25 * _x}, gradient=True)
# One upstream gradient, written as different kinds of numbers.
_kinds = (2, np.int64(2), np.float32(2), np.array(2.0), np.array(2))
_right = {"x": 2 * _w, "w": 2 * _x}
check_cases(dot_backward, *[case(_x, _w, da, gives=_right) for da in _kinds], gradient=True)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_x, _w = rng().uniform(1.1, 4.4, size=(2, 3, 3))
check_kinds(dot_backward, _x, _w, -1.75, gives={"x": -1.75 * _w, "w": -1.75 * _x}, gradient=True)
_right = {"x": np.zeros((3, 3)), "w": np.zeros((3, 3))}
_zeros = (np.int64(0), np.float32(0), np.array(0.0), np.array(0))
_x32, _w32 = _x.astype(np.float32), _w.astype(np.float32)
check_cases(
    dot_backward,
    case(x=_x, w=_w, da=1.5, gives={"x": 1.5 * _w, "w": 1.5 * _x}),
    case(_x, _w, -7, gives={"x": -7 * _w, "w": -7 * _x}),
    *[case(_x, _w, da, gives=_right) for da in _zeros],
    case(_x32, _w32, np.float32(0.5), gives={"x": 0.5 * _w, "w": 0.5 * _x}),
    gradient=True,
)
### END HIDDEN TESTS

# %% test="test_dot_backward_untouched" points=0.5
# The inputs stay as they are, and the gradients are new arrays
_x = np.arange(1.25, 10).reshape(3, 3)
_w = np.array([[2.5, -1.25, 0.75], [1.75, 3.5, -2.25], [-0.5, 1.5, 2.75]])
check_untouched(dot_backward, _x, _w, gives={"x": _w, "w": _x})
check_untouched(dot_backward, _x, _w, 2.5, gives={"x": 2.5 * _w, "w": 2.5 * _x})
check_untouched(dot_backward, _x, _w, 1.0, gives={"x": _w, "w": _x})
### BEGIN HIDDEN TESTS
check_untouched(dot_backward, _x, _w, -3.5, gives={"x": -3.5 * _w, "w": -3.5 * _x})
### END HIDDEN TESTS

# %% [markdown]
# ## 3 · How do you know that it is right?
#
# The checks above knew the formulas. For the next layer that you invent, nobody does. But a
# gradient claims to be a *slope*: go a small step to either side, and see how far the output rises.
# Comparing the two is called **gradient checking**.
#
# `gradient_check` wants a forward function, a backward function that returns a dictionary, and, by
# name, the inputs at which to compare. For $f(x) = x^2$ with $f'(x) = 2x$, at $x = 2$:


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
# The norm in the message is the size of the difference between your gradient and the measured one
# (the root of the sum of its squares, called Frobenius norm). A measurement has an error, so it is
# not zero. Now your own layer, at random arrays:

# %%
generator = np.random.default_rng(12)
patch_34, filter_34 = generator.normal(size=(2, 3, 4))
gradient_check(forward_f=dot_forward, backward_f=dot_backward, x=patch_34, w=filter_34)

# %% [markdown]
# A check that has never failed proves little. Break something on purpose:


# %%
def mixed_up_backward(x, w, da=None):
    """Your `dot_backward`, with its two answers swapped."""
    gradients = dot_backward(x, w, da)
    return {"x": gradients["w"], "w": gradients["x"]}


try:
    gradient_check(forward_f=dot_forward, backward_f=mixed_up_backward, x=patch_34, w=filter_34)
except AssertionError as error:
    print(folded(error))

# %% [markdown]
# ## 4 · Measure the slope yourself
#
# `gradient_check` rests on one formula, the **central difference**:
#
# $$
# f'(x) \approx \frac{f(x + h) - f(x - h)}{2h} .
# $$
#
# For a function of a whole array, do this once for every entry: move it up and down by $h$, leave
# all others alone, and put it back before you turn to the next.
#
# Try $f(x) = x^3$ at $x = 2$ with a coarse step, $h = 0.5$. The true slope is $3 x^2 = 12$. The
# central difference is $(15.625 - 3.375) / 1 = 12.25$, and in general
#
# $$
# \frac{(x+h)^3 - (x-h)^3}{2h} = 3x^2 + h^2 ,
# $$
#
# so half the step makes a quarter of the error.
#
# ### Task 4 · `numerical_gradient` · 10 points
#
# Write it for any function $f$ of one array that returns one number (of any kind, as in task 1).
#
# - **Any shape**, also `()`. The result has it too, and so has what `f` gets to see.
# - **Any kind of number.** In integers your step gets lost, in `float32` it is badly rounded (run
#   the next cell).
# - **Any memory layout.** Of a transpose, `x.ravel()` is a *copy*, and `f` never sees a step that
#   you take in a copy.
# - **Afterwards `x` is what it was**, to the last bit. `+ h`, `- 2 * h`, `+ h` may not lead home.

# %%
whole = np.array([1, 2, 3])
whole[0] += 1e-5
print("1 + h in an array of integers:", whole[0])
print("(3 + h) - 3 in float32, h = 1e-5:", np.float32(3) + np.float32(1e-5) - np.float32(3))
print("0.1 + h - 2h + h is 0.1:", 0.1 + 1e-5 - 2e-5 + 1e-5 == 0.1)
print("the ravel of a transpose is a copy:", not np.may_share_memory(edge, edge.T.ravel()))

# %% [markdown]
# <details><summary>Hint: all places of an array of any shape</summary>
#
# `for index in np.ndindex(x.shape):` goes through all of them, as tuples. `x[index]` works for
# every shape, even for `()`, whose one index is the empty tuple.
# </details>
# <details><summary>Hint: kinds, layouts and the last bit, at one stroke</summary>
#
# Make a `float64` copy of `x` first, and take your steps there. In the copy, remember the old value
# of an entry and put just this value back.
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
# Smooth functions, whose slopes are known
# The slope of a sum of squares is 2x in every entry; here to four digits.
check_cases(
    numerical_gradient,
    case(lambda x: np.sum(x**2), [[3, -1], [0.5, 2]], gives=[[6, -2], [1, 4]], title="f: sum x²"),
    case(lambda x: np.sum(x**3), [[1, -2], [3, -1]], gives=[[3, 12], [27, 3]], title="f: sum x³"),
    gradient=True,
    rtol=1e-4,
)
check_bounds(numerical_gradient, lambda x: np.sum(x**2), np.ones((2, 2)))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_x, _low = rng().normal(size=(2, 2)), -rng().uniform(0.5, 2, size=(2, 2))
check_cases(
    numerical_gradient,
    case(f=lambda x: np.sum(np.exp(x)), x=_x, gives=np.exp(_x), title="f = sum(exp(x))"),
    case(lambda x: np.sum(x**2), _low, gives=2 * _low, title="f = sum(x**2) below zero"),
    case(lambda x: np.sum(x) / 1e6, 1e-6 * _low[:1, :1], gives=[[1e-6]], title="tiny numbers"),
    gradient=True,
    rtol=1e-4,
)
### END HIDDEN TESTS

# %% test="test_numerical_gradient_formula" points=2
# Coarse steps: where did f look, and what was the difference divided by?
# For cubes the central difference is exactly 3 x**2 + h**2. The quick wave shows which step is
# taken when none is given: it is 1e-5.
_x = np.array([[2.0, -1.0], [0.5, 3.0]])
_sum, _wave = np.full((2, 2), 3 * 4.5**2 + 0.25**2), [[np.sin(0.01) * 1e5]]
check_cases(
    numerical_gradient,
    case(lambda x: np.sum(x**3), _x, h=0.5, gives=3 * _x**2 + 0.25, title="f = sum(x**3), h=0.5"),
    case(lambda x: np.sum(x**3), [[2]], h=2.0, gives=[[16]], title="f = x**3, h=2"),
    case(lambda x: np.sum(x) ** 3, _x, 0.25, gives=_sum, title="f = sum(x)**3, h=0.25"),
    case(lambda x: np.sum(np.sin(1000 * x)), [[0]], gives=_wave, title="f = sin(1000 x)"),
    gradient=True,
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_generator, _cases = rng(), []
for _h in (0.125, 4):
    _x = _generator.integers(-12, 13, size=(2, 2)) / 4
    _right = 3 * _x**2 + _h**2
    _cases.append(
        case(lambda x: np.sum(x**3), _x, h=_h, gives=_right, title=f"f = sum(x**3), h={_h}")
    )
    _right = np.full((2, 2), 3 * _x.sum() ** 2 + _h**2)
    _cases.append(
        case(lambda x: np.sum(x) ** 3, _x, _h, gives=_right, title=f"f = sum(x)**3, h={_h}")
    )
_fractions = np.array([[1, -1], [1, 1]]) * _generator.uniform(0.3, 1.7, size=(2, 2))
_products = np.prod(_fractions) / _fractions
_far = 1e6 + _generator.integers(-12, 13, size=(1, 1)) / 4
check_cases(
    numerical_gradient,
    *_cases,
    case(lambda x: np.sum(x**2), _far, h=0.5, gives=2 * _far, title="f = sum(x**2) far out, h=0.5"),
    case(lambda x: np.prod(x), _fractions, h=0.5, gives=_products, title="f = prod(x), h=0.5"),
    gradient=True,
)
### END HIDDEN TESTS

# %% test="test_numerical_gradient_shapes" points=2
# Arrays of any shape, () included
_shapes = [(), (3,), (2, 3), (1, 2), (2, 1, 2)]
_cases = []
for _shape in _shapes:
    _x = np.arange(1.0, 1 + np.prod(_shape)).reshape(_shape)
    _title = f"f = sum(v * x**2), v and x of shape {_shape}"
    _cases.append(case(lambda x, v=_x: np.sum(v * x**2), _x, gives=2 * _x**2, title=_title))
check_cases(numerical_gradient, *_cases, gradient=True, rtol=1e-4)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_generator, _cases = rng(), []
for _shape in [(), (1, 1), (3, 1), (3, 2), (2, 1, 1, 2)]:
    _x, _v = _generator.uniform(0.5, 1.5, size=(2, *_shape))
    _cases.append(
        case(
            lambda x, v=_v: np.sum(-v * x**2),
            np.array(_x),
            gives=-2 * _v * _x,
            title=f"x of shape {_shape}",
        )
    )
check_cases(numerical_gradient, *_cases, gradient=True, rtol=1e-4)
### END HIDDEN TESTS

# %% test="test_numerical_gradient_functions" points=2
# Functions that return all kinds of numbers
_x, _right = np.array([[-2.5]]), [[-5]]
check_cases(
    numerical_gradient,
    case(lambda x: np.sum(x**2), _x, gives=_right, title="f returns np.float64"),
    case(lambda x: float(np.sum(x**2)), _x, gives=_right, title="f returns float"),
    case(lambda x: np.array(np.sum(x**2)), _x, gives=_right, title="f returns a 0-d array"),
    case(lambda x: round(1e10 * x.item()), _x, gives=[[1e10]], title="f returns int"),
    case(lambda x: 7, _x, gives=[[0]], title="f returns always 7"),
    gradient=True,
    rtol=1e-4,
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_x = rng().uniform(0.5, 1.5, size=(1, 1))
check_cases(
    numerical_gradient,
    case(lambda x: float(-np.sum(x**3)), _x, gives=-3 * _x**2, title="f returns float"),
    case(lambda x: np.array(-np.sum(x**3)), _x, gives=-3 * _x**2, title="f returns a 0-d array"),
    case(lambda x: np.int64(round(-1e10 * x.item())), _x, gives=[[-1e10]], title="f returns int64"),
    gradient=True,
    rtol=1e-4,
)
### END HIDDEN TESTS

# %% test="test_numerical_gradient_kinds" points=1
# At integers and at float32 the slopes are as at the same numbers in float64
_whole = np.array([[4]])
check_cases(
    numerical_gradient,
    case(lambda x: np.sum(x**2), _whole.astype(float), gives=2.0 * _whole, title="x of float64"),
    case(lambda x: np.sum(x**2), _whole, gives=2.0 * _whole, title="x of int64"),
    case(lambda x: np.sum(x**2), np.float32(_whole), gives=2.0 * _whole, title="x of float32"),
    gradient=True,
    rtol=1e-5,
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_generator, _cases = rng(), []
_whole = _generator.integers(2, 9, size=(1, 1))
for _x in (_whole.astype(float), _whole, np.float32(_whole), np.float32(_whole / 4)):
    _right = 2 * _x.astype(float)
    _cases.append(case(lambda x: np.sum(x**2), _x, gives=_right, title=f"x of {_x.dtype}"))
check_cases(numerical_gradient, *_cases, gradient=True, rtol=1e-5)
### END HIDDEN TESTS

# %% test="test_numerical_gradient_layouts" points=0.5
# At views: every other entry, transposed, reversed
_x = np.array([[1.0, 2], [3, 4]])
_layouts = {
    "in Fortran order": np.asfortranarray(_x),
    "every other entry of a larger array": np.repeat(np.repeat(_x, 2, axis=0), 2, axis=1)[::2, ::2],
    "a reversed view": _x[::-1, ::-1].copy()[::-1, ::-1],
}
check_cases(
    numerical_gradient,
    *[case(lambda x: np.sum(x**2), v, gives=2 * _x, title=f"x {k}") for k, v in _layouts.items()],
    gradient=True,
    rtol=1e-5,
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_x = rng().uniform(0.5, 1.5, size=(2, 2))
_larger = rng().normal(size=(4, 6, 3))
_larger[1:3, -2:0:-2, 1] = _x
_views = np.asfortranarray(_x), _larger[1:3, -2:0:-2, 1]
check_cases(
    numerical_gradient,
    *[case(lambda x: np.sum(x**2), view, gives=2 * _x, title="at a view") for view in _views],
    gradient=True,
    rtol=1e-5,
)
### END HIDDEN TESTS

# %% test="test_numerical_gradient_untouched" points=0.5
# x is the same afterwards as before, to the last bit, and the result is new
_x = np.array([[1 / 3, 0.1]])
_given, _square = _x.copy(), lambda x: np.sum(x) ** 2
_case = case(_square, _x, gives=np.full(_x.shape, 2 * _x.sum()), title="f = sum(x)**2")
check_cases(numerical_gradient, _case, gradient=True, rtol=1e-4)
_got, _again = [numerical_gradient(_square, _given) for _ in range(2)]
assert np.array_equal(_given, _x), "numerical_gradient changes its argument x."
for _other, _what in ((_given, "memory of x"), (_again, "one array twice")):
    _shared = np.shares_memory(_got, _other, max_work=10_000)
    assert not _shared, f"numerical_gradient returns {_what}."
### BEGIN HIDDEN TESTS
_thirds = np.arange(1, 17).reshape(4, 4) / 3
for _x in (_thirds[:2, :1].T, _thirds[::2, ::-2]):
    _before = _x.copy()
    numerical_gradient(lambda x: np.sum(x) ** 2, _x)
    assert np.array_equal(_x, _before), "numerical_gradient changes its argument x."
### END HIDDEN TESTS

# %% [markdown]
# Your own measurement, your own layer, and $L = 3a$:

# %%
example_x = np.array([[1.0, -2.0, 3.0], [0.0, 4.0, -1.0]])
example_w = np.array([[2.0, 1.0, 1.0], [-3.0, 1.0, 2.0]])
measured = numerical_gradient(lambda x: 3 * dot_forward(x, example_w), example_x)
with np.printoptions(precision=6, suppress=True):
    print("measured:", measured, "dot_backward with da = 3:", sep="\n")
    print(dot_backward(example_x, example_w, da=3)["x"])

# %% [markdown]
# ## 5 · What a check cannot see
#
# **An upstream gradient of 1.** The easiest check takes the output itself for the loss, so that
# `da` is 1. A backward pass that never looks at `da` gets by. With $L=2.5\,a$ the same code returns
# 2 where 5 is right. So `gradient_check` draws `da` at random.


# %%
def forgetful_backward(x, w, da=None):
    """Your `dot_backward`, which is never told the upstream gradient."""
    return dot_backward(x, w)


slopes = numerical_gradient(lambda x: dot_forward(x, example_w), example_x)
error = np.abs(forgetful_backward(example_x, example_w)["x"] - slopes).max()
print(f"L = a:      largest error {error:.1g}, and nobody notices")

slopes = numerical_gradient(lambda x: 2.5 * dot_forward(x, example_w), example_x)
got = forgetful_backward(example_x, example_w, da=2.5)["x"]
print(f"L = 2.5 a:  in the first corner {got[0, 0]:.0f}, where {slopes[0, 0]:.0f} is right")

try:
    gradient_check(forward_f=dot_forward, backward_f=forgetful_backward, x=example_x, w=example_w)
except AssertionError as message:
    print("\ngradient_check says:", folded(message), sep="\n")

# %% [markdown]
# **Kinks.** $|x|$ has slope $-1$ on the left, $1$ on the right, and none at $0$. The central
# difference reports the mean of both, $0$. Even at $x = h/4$ it steps across, and says $0.25$ where
# the slope is $1$. Then the place is wrong, not the gradient: check beside the kinks of ReLU (at 0)
# and of max pooling (at ties).

# %%
h = 1e-5
beside_a_kink = np.array([-1.0, 0.0, h / 4, 1.0])
slopes = numerical_gradient(lambda x: np.abs(x).sum(), beside_a_kink)
print("measured slopes of |x|:", slopes.round(4))

try:
    gradient_check(np.abs, lambda x: {"x": np.sign(x)}, x=beside_a_kink)
except ValueError as message:
    print("\ngradient_check says:", folded(message), sep="\n")

# %% [markdown]
# **Why to both sides, and how far?** Taylor's formula shows what a step to one side costs:
#
# $$
# \begin{aligned}
# \frac{f(x+h) - f(x)}{h} &= f'(x) + \frac{h}{2} f''(x) + \dots \\[1ex]
# \frac{f(x+h) - f(x-h)}{2h} &= f'(x) + \frac{h^2}{6} f'''(x) + \dots
# \end{aligned}
# $$
#
# But $h$ cannot be as small as you like: $f(x+h)$ and $f(x-h)$ become alike, and dividing by $h$
# blows up the rounding of their difference. Here is $\sin$ at $x = 1$:

# %%
from matplotlib.figure import Figure

from lib.plotting import show_figure

steps = np.logspace(-13, -0.5, 51)
true_slope = np.cos(1.0)
one_sided = np.abs((np.sin(1 + steps) - np.sin(1)) / steps - true_slope)
central = np.array([numerical_gradient(np.sin, np.array(1.0), h) for h in steps])
central = np.abs(central - true_slope)

figure, words = Figure(figsize=(7, 4)), []
axes = figure.subplots()
axes.loglog(steps, one_sided, "o-", color="#d95f0e", markersize=3, label="one-sided difference")
axes.loglog(steps, central, "o-", color="#1f5fa8", markersize=3, label="central difference")
axes.axvline(1e-5, color="0.6", linestyle="--", label="h = 1e-5")
axes.set(xlabel="step h", ylabel="error of the slope", title="sin at x = 1: too far, too close")
axes.legend()
for name, errors in (("one-sided", one_sided), ("central", central)):
    coarse = (steps > 1e-4) & (steps < 1e-2)
    power, _ = np.polyfit(np.log(steps[coarse]), np.log(errors[coarse]), 1)
    at_1e5 = errors[np.argmin(np.abs(steps - 1e-5))]
    words += [f"{name}: error grows like h to the power {power:.1f}; at h = 1e-5: {at_1e5:.0e}"]
print(*words, sep="\n")
show_figure(figure, "; ".join(words))

# %% [markdown]
# Read it from the right. A tenth of the step makes a tenth of the one-sided error, and a hundredth
# of the central one. Then rounding takes over and both rise again. At $h = 10^{-5}$ the central
# difference has about ten correct digits, the one-sided one about five.
#
# `float32` carries seven digits, not sixteen. Here is the slope of $x^2$ at $x = 3$, which is 6:

# %%
for kind in (np.float64, np.float32):
    start, step = kind(3), kind(1e-5)
    slope = ((start + step) ** 2 - (start - step) ** 2) / (2 * step)
    print(f"{kind.__name__}: slope {slope:.6f}")
print("1000 + h equals 1000 in float32:", np.float32(1000) + np.float32(1e-5) == np.float32(1000))

# %% [markdown]
# Train in `float32` if you like. Check in `float64`.
#
# ### Task 5 · A blind check · 1 point
#
# A fellow student tests `dot_backward` with two arrays `np.ones((3, 3))` and no upstream gradient,
# and is content. Name **two** different wrong versions that pass this test. For each, say which
# change to the test would expose it.

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
# - The dot layer says in one number how well a patch and a filter match.
# - Backward, a sum copies, a product swaps, and everything carries the upstream gradient.
# - A gradient is a claim about slopes. Measure them: central differences, `float64`, a step near
#   $10^{-5}$, away from kinks, random inputs. And make sure that your check can fail.
#
# **Go further.** With a complex step, the imaginary part of $f(x + ih)$ divided by $h$, nothing
# cancels. Try $h = 10^{-20}$ on `np.sin`. For which functions does it fail?
