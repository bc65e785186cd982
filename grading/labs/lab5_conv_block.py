# ---
# jupyter:
#   lab:
#     mutants: true
# ---

# %% [markdown]
# # Lab 5 · Layers, and a block made of them
#
# "Is it anywhere in here?" A convolution answers for every place how much it looks like the filter,
# a ReLU keeps what speaks for it, and a max pool asks for the best place of all. These three, one
# behind the other, are the block that convolutional networks are made of. In this lab you write
# each of them as a **layer** that remembers what it did, and stack them.
#
# When you are done, you can
#
# - write layers with two inputs, one of them a weight that all places share;
# - say what ReLU lets through on the way back, and what it decides at zero;
# - add up a gradient over all the places that have used a weight;
# - build a block out of layers that you trust, and check it where it is **live**, where it is
#   **dead**, and with an upstream gradient other than 1.
#
# Sections 1 to 6 are the lab. Section 7 is a **bonus**: four larger layers, for extra points. Fill
# in the cells that say `YOUR CODE HERE` and run the checks below them at once. When the lab is
# graded, further checks of the same kind run with other numbers.
#
# **Out of bounds in your solutions:** scipy, torch, tensorflow, jax, cv2, skimage, and
# `np.convolve`, `np.correlate`, `np.fft`, `np.polymul`, `np.gradient`. They would do for you what
# this lab is about. All else in NumPy is welcome.

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
    check_layer,
    gradient_check,
    rng,
)

# %% [markdown]
# ## 1 · What a layer is
#
# You have met layers in lab 4: `forward` computes, and puts into `self` what the way back will
# need; `backward` gets nothing but the upstream gradient. The pools there had one input. A
# convolution has two, $\mathbf{x}$ and $w$, and so its `backward` has two gradients to return. Here
# is the interface once more:


# %% locked="layer"
class Layer:
    """A step of a network, forwards and backwards."""

    def forward(self, *inputs):
        """Compute the output, and keep what `backward` needs."""
        raise NotImplementedError("forward is not written yet")

    def backward(self, dout):
        """Gradients of the loss by forward's inputs, from that by its output, `dout`.

        One gradient if forward takes one input, otherwise a tuple in the order of the inputs.
        """
        raise NotImplementedError("backward is not written yet")


# %% [markdown]
# A small example with two inputs divides one by the other, entry by entry: $q = x / y$. The slopes
# are $1/y$ in $x$ and $-x/y^2$ in $y$, so the layer has to remember both.


# %%
class Quotient(Layer):
    def forward(self, x, y):
        self.x, self.y = x, y
        return x / y

    def backward(self, dq):
        dq = np.asarray(dq, dtype=np.float64)
        return dq / self.y, -dq * self.x / self.y**2


quotient = Quotient()
x, y = np.array([3.0, -1.0]), np.array([2.0, 4.0])
print("forward: ", quotient.forward(x, y))
print("backward:", quotient.backward(np.array([1.0, 8.0])))
gradient_check(quotient.forward, quotient.backward, x, y)

# %% [markdown]
# **The fine print** is that of lab 4, and a part of the points is for it:
#
# - *The last `forward` counts.* `backward` answers for it, and answers the same when asked twice.
# - *Every layer has a memory of its own.* A network holds many ReLUs. What you keep belongs into
#   `self`: not into the class, and not into a global variable.
# - *Hands off other people's arrays.* Neither method changes an array that it is given, and this
#   includes the upstream gradient. What a method returns is a new array: not one that it was given,
#   and not one that it has returned before.
# - *Any real numbers.* Inputs are `float64`, `float32` or `int64`, also mixed, and arrays may be
#   views. "A number" is a Python or NumPy number or an array of shape `()`. Gradients are always
#   `float64`: an update of $0.01$ must not be rounded away.
#
# Here is what happens to those who keep things in the class:


# %%
class SharedQuotient(Layer):
    def forward(self, x, y):
        SharedQuotient.y = y  # should have been self.y
        return x / y

    def backward(self, dq):
        return dq / self.y, None  # half of the answer will do here


first, second = SharedQuotient(), SharedQuotient()
first.forward(3.0, 2.0)
second.forward(3.0, 10.0)
print("the slope of x / 2, says the first layer:", first.backward(1.0)[0])

# %% [markdown]
# ## 2 · ReLU
#
# The *rectified linear unit* keeps what is positive and replaces the rest by zero, entry by entry:
#
# $$
# h_i = \begin{cases} a_i & \text{if } a_i > 0 \\ 0 & \text{if } a_i \le 0 . \end{cases}
# $$
#
# ![The vector a = (2, −3, 0, 4, −1) flows into a ReLU layer, and what is below zero comes out as
# zero: h = (2, 0, 0, 4, 0). Backward, the gradient of h comes in, and that of a is asked
# for.](../../images/relu_layer.png)
#
# **The way back.** Where $a_i > 0$ the layer does nothing at all: $h_i$ rises as fast as $a_i$, so
# the upstream gradient walks through as it is. Where $a_i < 0$ the output stays 0 whatever $a_i$
# does nearby: nothing walks through. With $\nabla_\mathbf{h} = (1, 2, -3, -1, 5)$ and the
# $\mathbf{a}$ of the picture, $\nabla_\mathbf{a} = (1, 0, 0, -1, 0)$.
#
# Note who decides: it is $\mathbf{a}$, from the way forward. The sign of the upstream gradient has
# no say. The 2 at the second place is cut off although it is positive, and the $-1$ at the fourth
# comes through.
#
# **And at exactly 0?** There the curve has a kink: slope 0 on the left, slope 1 on the right. A
# central difference sees the mean of both.

# %%
h = 1e-5
print("measured slope at 0:", (max(0 + h, 0) - max(0 - h, 0)) / (2 * h))

# %% [markdown]
# Every value from 0 to 1 could be defended. The formula above counts 0 among the switched-off
# entries, and so we agree on **gradient 0 wherever $a_i \le 0$**, as the large libraries do.
# The choice matters more often than it seems. Exact zeros are everywhere: in zero padding, in an
# image's empty paper, behind another ReLU.
#
# ### Task 1 · `ReLU`
#
# Arrays come in any shape here: a vector, a batch of images, even an array of shape `()`.
#
# <details><summary>Hint: forward</summary>
#
# `h = a` makes a second name for the same array, and `h[a < 0] = 0` then writes into the caller's.
# Which NumPy function returns a new array with the larger of two values at each place?
# </details>
#
# <details><summary>Hint: backward</summary>
#
# `a > 0` is an array of True and False, a *mask*. It is all that you need to remember. Keep an eye
# on the dtype of the result: the upstream gradient may come as `float32` or as integers.
# </details>


# %% solution="ReLU"
class ReLU(Layer):
    """Keep what is positive, replace the rest by zero."""

    def forward(self, a):
        """Rectify every entry.

        Parameters
        ----------
        a : array, any shape

        Returns
        -------
        array of the shape of `a`
        """
        ### BEGIN SOLUTION
        self.positive = a > 0
        return np.maximum(a, 0)
        ### END SOLUTION

    def backward(self, dh):
        """Send the upstream gradient back where the input was above zero.

        Parameters
        ----------
        dh : array of the shape of `a`

        Returns
        -------
        array, float64, of the shape of `a`
            0 wherever `a <= 0`.
        """
        ### BEGIN SOLUTION
        return np.where(self.positive, dh, 0).astype(np.float64)
        ### END SOLUTION


# %% test="test_ReLU" points=1
# The example of the picture, and others by hand.
_a = np.array([2.0, -3.0, 0.0, 4.0, -1.0])
check_equal(ReLU().forward(_a.copy()), [2.0, 0, 0, 4, 0], "ReLU().forward(a)")
check_equal(ReLU().forward(-_a), [0.0, 3, 0, 0, 1], "ReLU().forward(-a)")
check_equal(ReLU().forward(_a / 8), [0.25, 0, 0, 0.5, 0], "ReLU().forward(a / 8)")
check_equal(ReLU().forward(np.array([-0.5, -7.0])), [0.0, 0], "ReLU().forward of negatives")
check_equal(ReLU().forward(np.array([0.5, 70.0])), [0.5, 70], "ReLU().forward of positives")
check_bounds(ReLU().forward, _a.copy())
### BEGIN HIDDEN TESTS
for _scale in (1, 1e6, 1e-6, 1e-12):
    _a = _scale * rng().normal(size=12)
    _expected = np.array([max(_value, 0.0) for _value in _a])
    check_equal(ReLU().forward(_a.copy()), _expected, f"ReLU().forward, a about {_scale:g}")
    check_equal(ReLU().forward(-np.abs(_a)), np.zeros(12), "ReLU().forward of negatives")
    check_equal(ReLU().forward(np.abs(_a)), np.abs(_a), "ReLU().forward of positives")
check_equal(ReLU().forward(np.array([0.0, -0.0])), [0.0, 0], "ReLU().forward of zeros")
### END HIDDEN TESTS

# %% test="test_ReLU_backward" points=1.5


def _relu_backward(a, dh):
    layer = ReLU()
    layer.forward(np.array(a, dtype=float))
    return layer.backward(np.array(dh, dtype=float))


# By hand, both signs of dh where a is positive, and both where it is negative.
_a = [2.0, -3.0, 0.5, 4.0, -1.0]
_got = _relu_backward(_a, [1.0, 2.0, -3.0, -1.0, -5.0])
check_gradients(_got, [1.0, 0, -3, -1, 0], "the gradient of a")
_got = _relu_backward([-2.0, 3.0, -0.5, -4.0, 1.0], [1.0, 2.0, -3.0, -1.0, -5.0])
check_gradients(_got, [0.0, 2, 0, 0, -5], "the gradient of -a")
check_gradients(_relu_backward(_a, np.zeros(5)), np.zeros(5), "the gradient of a, dh zeros")
_got = _relu_backward([-1.0, -2.0], [3.0, -4.0])
check_gradients(_got, [0.0, 0], "the gradient where all entries are negative")
_got = _relu_backward([1.0, 2.0], [3.0, -4.0])
check_gradients(_got, [3.0, -4], "the gradient where all entries are positive")
_layer = ReLU()
_layer.forward(np.array(_a))
check_bounds(_layer.backward, np.array(_a))
### BEGIN HIDDEN TESTS
_generator = rng()
for _scale in (1, 1e6, 1e-3):
    _on, (_size, _dh) = _generator.permutation(12) < 6, _generator.normal(size=(2, 12))
    _size = _scale * (0.1 + np.abs(_size))
    _expected = np.where(_on, _dh, 0)
    _got = _relu_backward(np.where(_on, _size, -_size), _dh)
    check_gradients(_got, _expected, f"the gradient, a about {_scale:g}")
    _got = _relu_backward(np.where(_on, _size, -_size), _scale * _dh)
    check_gradients(_got, _scale * _expected, f"the gradient, dh about {_scale:g}")
### END HIDDEN TESTS

# %% test="test_ReLU_at_zero" points=1


def _relu_backward(a, dh):
    layer = ReLU()
    layer.forward(np.array(a, dtype=float))
    return layer.backward(np.array(dh, dtype=float))


# The example of the page: the third entry is exactly 0. And -0.0 is 0 as well.
_got = _relu_backward([2.0, -3.0, 0.0, 4.0, -1.0], [1.0, 2.0, -3.0, -1.0, 5.0])
check_gradients(_got, [1.0, 0, 0, -1, 0], "the gradient of the page's example")
_got = _relu_backward([0.0, -0.0, 3.0], [1.5, 2.5, -2.0])
check_gradients(_got, [0.0, 0, -2], "the gradient at a = 0, -0, 3")
# Close to zero is not zero.
_got = _relu_backward([1e-12, -1e-12], [1.5, 2.5])
check_gradients(_got, [1.5, 0], "the gradient at a = 1e-12, -1e-12")
### BEGIN HIDDEN TESTS
_dh = rng().normal(size=6)
check_gradients(_relu_backward(np.zeros(6), _dh), np.zeros(6), "the gradient at zeros")
check_gradients(_relu_backward(-np.zeros(6), _dh), np.zeros(6), "the gradient at minus zeros")
_got = _relu_backward([0, 3, 0, -2, 1, 0], _dh)
check_gradients(_got, [0, _dh[1], 0, 0, _dh[4], 0], "the gradient at whole numbers")
check_gradients(_relu_backward(np.full(6, 1e-200), _dh), _dh, "the gradient at a = 1e-200")
### END HIDDEN TESTS

# %% test="test_ReLU_shapes" points=1


def _check_shape(shape, generator):
    on = generator.permutation(np.arange(np.prod(shape, dtype=int)) % 2 == 0).reshape(shape)
    size = generator.uniform(0.5, 1.5, size=shape)
    for a, h in ((np.where(on, size, -size), np.where(on, size, 0)), (-size, 0 * size)):
        check_equal(ReLU().forward(np.array(a)), h, f"ReLU().forward of an array {shape}")


check_equal(ReLU().forward(np.array([[2.0, -3], [-1, 4]])), [[2.0, 0], [0, 4]], "a 2 x 2 array")
check_equal(ReLU().forward(np.array(2.5)), 2.5, "an array of shape ()")
for _shape in [(1,), (2, 3), (3, 1), (2, 1, 3), (2, 3, 2, 4), ()]:
    _check_shape(_shape, np.random.default_rng(50))
### BEGIN HIDDEN TESTS
for _shape in [(7,), (1, 5), (4, 4), (3, 2, 5), (1, 1, 1, 1), (2, 1, 2, 1, 2), ()]:
    _check_shape(_shape, rng())
_on, _size = rng().permutation(12) < 6, rng().uniform(0.5, 1.5, size=12)
_a, _h = np.where(_on, _size, -_size).reshape(3, 4), np.where(_on, _size, 0).reshape(3, 4)
for _view in (
    np.asfortranarray(_a),
    _a[::-1, ::-1].copy()[::-1, ::-1],
    np.repeat(_a, 2, 1)[:, ::2],
):
    check_equal(ReLU().forward(_view), _h, "ReLU().forward of a view")
### END HIDDEN TESTS

# %% test="test_ReLU_backward_shapes" points=1


def _check_shape(shape, generator):
    on = generator.permutation(np.arange(np.prod(shape, dtype=int)) % 2 == 0).reshape(shape)
    size, dh = generator.uniform(0.5, 1.5, size=(2, *shape))
    dh = -dh
    for a, da in ((np.where(on, size, -size), np.where(on, dh, 0)), (-size, np.zeros(shape))):
        layer = ReLU()
        layer.forward(np.array(a))
        check_gradients(layer.backward(np.array(dh)), da, f"the gradient of an array {shape}")


for _shape in [(1,), (2, 3), (3, 1), (2, 1, 3), (2, 3, 2, 4), ()]:
    _check_shape(_shape, np.random.default_rng(51))
### BEGIN HIDDEN TESTS
for _shape in [(7,), (1, 5), (4, 4), (3, 2, 5), (1, 1, 1, 1), (2, 1, 2, 1, 2), ()]:
    _check_shape(_shape, rng())
# The two arrays need not lie in memory alike.
_a, _dh = rng().normal(size=(2, 3, 4))
_da = np.where(_a > 0, _dh, 0)
for _view, _upstream in [
    (np.asfortranarray(_a), _dh.copy()),
    (_a.copy(), np.asfortranarray(_dh)),
    (_a[::-1].copy()[::-1], np.repeat(_dh, 2, 1)[:, ::2]),
]:
    _layer = ReLU()
    _layer.forward(_view)
    check_gradients(_layer.backward(_upstream), _da, "the gradient of a view")
### END HIDDEN TESTS

# %% test="test_ReLU_kinds" points=0.5


def _forward(a):
    return ReLU().forward(a)


def _backward(a, dh):
    layer = ReLU()
    layer.forward(a)
    return layer.backward(dh)


_a, _dh = np.array([1.4, -2.3, 3.2, -1.7, 2.6]), np.array([2.4, 3.3, -1.8, -2.2, 1.6])
check_kinds(_forward, _a)
check_kinds(_backward, _a, _dh, gradient=True)
### BEGIN HIDDEN TESTS
_a, _dh = rng().uniform(1.1, 4.4, size=(2, 6))
_a *= rng().permutation([1, 1, 1, -1, -1, -1])
check_kinds(_forward, _a)
check_kinds(_backward, _a, _dh, gradient=True)
### END HIDDEN TESTS

# %% test="test_ReLU_layer" points=0.5
_a, _dh = np.array([1.4, -2.3, 3.2, -1.7, 2.6]), np.array([2.4, 3.3, -1.8, -2.2, 1.6])
check_layer(ReLU, _a, dout=_dh)
check_layer(ReLU, np.abs(_a), dout=_dh)  # nothing to cut off: is it still a new array?
check_layer(ReLU, _a, dout=_dh, other=(np.array([-1.0, 2.0, 3.0]),))
### BEGIN HIDDEN TESTS
_a, _dh = rng().normal(size=(2, 12))
_a[0], _dh[0] = 1.5, 2.5  # this gets through
check_layer(ReLU, _a, dout=_dh, other=(np.abs(_a[:7]),))
check_layer(ReLU, np.abs(_a), dout=np.abs(_dh), other=(-np.abs(_a),))
### END HIDDEN TESTS

# %% [markdown]
# Now measure instead of believing. At the picture's $\mathbf{a}$ there is nothing to compare with
# at the third place, and `gradient_check` says so. Beside the kink, all is well.

# %%
relu = ReLU()
try:
    gradient_check(relu.forward, relu.backward, np.array([2.0, -3.0, 0.0, 4.0, -1.0]))
except ValueError as message:
    print(message, end="\n\n")

gradient_check(relu.forward, relu.backward, np.array([2.0, -3.0, 0.1, 4.0, -1.0]))

# %% [markdown]
# ### Task 2 · Switched on, switched off
#
# What is $\nabla_\mathbf{a}$ if $a_i < 0$ for all $i$? What if $a_i > 0$ for all $i$? The numbers
# $a_i$ come from a layer with weights in front of the ReLU: what does one step of gradient descent
# do to these weights, in either case?

# %% [markdown] written="switched_off" points=1
# If all $a_i$ are negative, $\nabla_\mathbf{a}$ is zero at every place, whatever the upstream
# gradient is. The layers in front are told that nothing depends on them, and the step leaves their
# weights where they are: a *dead* unit does not come back by itself, only when its inputs change.
#
# If all $a_i$ are positive, $\nabla_\mathbf{a} = \nabla_\mathbf{h}$: the ReLU is as good as not
# there, and the weights in front learn as if it were the identity.

# %% [markdown]
# ## 3 · One filter that is one number
#
# The smallest convolution there is has a filter with a single entry $w$. It looks at one $x_i$ at a
# time: $a_i = w \, x_i$. (A "1×1 convolution", with stride 1. As in all our labs, convolution means
# cross-correlation, and with one entry there is nothing to turn round anyway.)
#
# ![The vector x = (1, −2, 3, −1) and one number, the filter w = −2, flow into a convolution, and
# each element comes out times the same w: a = (−2, 4, −6, 2). Backward, the gradient of a comes
# in, and those of x and of w are asked for.](../../images/conv1d_layer.png)
#
# What makes it a convolution, and not just a product, is that all places **share** one $w$. On the
# way back remember the rule of lab 3: *when something is used in several places, its gradient is
# the sum over all its uses*. Each $x_i$ is used once. How often is $w$ used?
#
# Take $\nabla_\mathbf{a} = (1, 0, 2, -1)$ and do it by hand: raise $w$ by 1, from $-2$ to $-1$.
# Then $\mathbf{a}$ changes by $(1, -2, 3, -1)$, and the loss by
# $1 \cdot 1 + 0 \cdot (-2) + 2 \cdot 3 + (-1)(-1) = 8$.

# %%
x, upstream = np.array([1.0, -2.0, 3.0, -1.0]), np.array([1.0, 0.0, 2.0, -1.0])
before, after = np.sum(-2 * x * upstream), np.sum(-1 * x * upstream)
print("a =", -2 * x, " raising w by 1 changes the loss by", after - before)

# %% [markdown]
# ### Task 3 · Who influences whom?
#
# How many elements of $\mathbf{a}$ does one $x_i$ influence? How many does $w$? What does this mean
# for the shapes of $\nabla_\mathbf{x}$ and $\nabla_w$, and for the number of terms in each of their
# entries? Then replace the number $w$ by a vector of $K$ entries, as in lab 2, without padding:
# what are the two answers now?

# %% [markdown] written="influence" points=1
# One $x_i$ influences one element, $a_i$. The filter $w$ influences all $N$ of them. So
# $\nabla_\mathbf{x}$ has the shape of $\mathbf{x}$ with a single term in each entry,
# $w \nabla_{a_i}$. And $\nabla_w$ is one number, like $w$ itself: a sum of $N$ terms,
# $\sum_i x_i \nabla_{a_i}$.
#
# With $K$ entries, $x_i$ lies in up to $K$ windows and influences up to $K$ elements (fewer near
# both ends). Each $w_k$ influences all $N - K + 1$ elements.

# %% [markdown]
# ### Task 4 · `Conv1D`
#
# `forward` takes `x` of shape `(N,)` and one number `w`, a Python number, a NumPy number or an
# array of shape `()`. `backward` returns **a tuple, in the order of forward's arguments**: first
# the gradient of `x`, an array, then that of `w`, a number.
#
# <details><summary>Hint</summary>
#
# $\nabla_w$ is a dot product: of which two vectors? And if `w`, `x` and `da` are all integers, so
# are their products. `np.asarray(da, dtype=np.float64)` is a cure for that.
# </details>


# %% solution="Conv1D"
class Conv1D(Layer):
    """Convolve a vector with a filter that is one number."""

    def forward(self, x, w):
        """Multiply every entry by the filter.

        Parameters
        ----------
        x : array (N,)
        w : number

        Returns
        -------
        array (N,)
        """
        if np.ndim(x) != 1 or np.ndim(w) != 0:
            raise ValueError(f"Expected (N,) and a number, got {np.shape(x)} and {np.shape(w)}.")
        ### BEGIN SOLUTION
        self.x, self.w = x, w
        return x * w
        ### END SOLUTION

    def backward(self, da):
        """Send the upstream gradient back to both inputs.

        Parameters
        ----------
        da : array (N,)

        Returns
        -------
        dx : array (N,), float64
        dw : number, float64
        """
        ### BEGIN SOLUTION
        da = np.asarray(da, dtype=np.float64)
        return self.w * da, np.sum(self.x * da)
        ### END SOLUTION


# %% test="test_Conv1D" points=1
# The example of the picture, and others by hand.
_x = np.array([1.0, -2.0, 3.0, -1.0])
check_equal(Conv1D().forward(_x.copy(), np.float64(-2)), [-2.0, 4, -6, 2], "forward(x, -2)")
check_equal(Conv1D().forward(_x.copy(), np.float64(0.5)), [0.5, -1, 1.5, -0.5], "forward(x, 0.5)")
check_equal(Conv1D().forward(_x[:1].copy(), np.float64(3)), [3.0], "forward([1], 3)")
check_equal(Conv1D().forward(_x.copy(), np.float64(0)), np.zeros(4), "forward(x, 0)")
check_bounds(Conv1D().forward, _x.copy(), np.float64(-2))
### BEGIN HIDDEN TESTS
for _n in (1, 2, 5, 30):
    for _scale in (1, 1e6, 1e-6):
        _x, _w = _scale * rng().normal(size=_n), rng().normal()
        _expected = np.array([_value * _w for _value in _x])
        check_equal(Conv1D().forward(_x.copy(), np.float64(_w)), _expected, f"{_n} entries")
### END HIDDEN TESTS

# %% test="test_Conv1D_backward_x" points=1


def _gradients(x, w, da):
    layer = Conv1D()
    layer.forward(np.array(x, dtype=float), np.float64(w))
    got = layer.backward(np.array(da, dtype=float))
    assert isinstance(got, tuple | list), "backward must return a tuple (dx, dw)"
    dx, dw = got
    return dx, dw


_x, _da = [1.0, -2.0, 3.0, -1.0], [1.0, 0.0, 2.0, -1.0]
check_gradients(_gradients(_x, -2, _da)[0], [-2.0, 0, -4, 2], "dx at w = -2")
check_gradients(_gradients(_x, 0.5, _da)[0], [0.5, 0, 1, -0.5], "dx at w = 0.5")
check_gradients(_gradients(_da, 3, _x)[0], [3.0, -6, 9, -3], "dx at w = 3")
check_gradients(_gradients([4.0], 3, [-2.0])[0], [-6.0], "dx of one entry")
check_gradients(_gradients(_x, -2, np.zeros(4))[0], np.zeros(4), "dx, da zeros")
check_gradients(_gradients(_x, 0, _da)[0], np.zeros(4), "dx at w = 0")
_layer = Conv1D()
_layer.forward(np.array(_x), np.float64(-2))
check_bounds(_layer.backward, np.array(_da))
### BEGIN HIDDEN TESTS
for _n in (1, 2, 5, 30):
    for _scale in (1, 1e6, 1e-6):
        _x, _da, _w = rng().normal(size=_n), _scale * rng().normal(size=_n), rng().normal()
        _expected = np.array([_w * _value for _value in _da])
        check_gradients(_gradients(_x, _w, _da)[0], _expected, f"dx of {_n} entries")
### END HIDDEN TESTS

# %% test="test_Conv1D_backward_w" points=2


def _gradients(x, w, da):
    layer = Conv1D()
    layer.forward(np.array(x, dtype=float), np.float64(w))
    got = layer.backward(np.array(da, dtype=float))
    assert isinstance(got, tuple | list), "backward must return a tuple (dx, dw)"
    dx, dw = got
    return dx, dw


# By hand: 1 - 0 + 6 + 1 = 8. What w is does not matter.
_x, _da = [1.0, -2.0, 3.0, -1.0], [1.0, 0.0, 2.0, -1.0]
for _w in (-2, 0.5, 0):
    check_gradients(_gradients(_x, _w, _da)[1], 8.0, f"dw at w = {_w}")
check_gradients(_gradients(_x, -2, np.ones(4))[1], 1.0, "dw, da ones")
check_gradients(_gradients(_x, -2, [-1.5, 1, 0, 1])[1], -4.5, "dw for another da")
check_gradients(_gradients([4.0], 3, [-2.0])[1], -8.0, "dw of one entry")
check_gradients(_gradients(_x, -2, np.zeros(4))[1], 0.0, "dw, da zeros")
_layer = Conv1D()
_layer.forward(np.array(_x), np.float64(-2))
check_bounds(_layer.backward, np.array(_da))
### BEGIN HIDDEN TESTS
for _n in (1, 2, 5, 30):
    for _scale in (1, 1e6, 1e-6):
        _x, _da = rng().uniform(0.5, 1.5, size=(2, _n))
        _expected = _scale * sum(
            _value * _upstream for _value, _upstream in zip(_x, _da, strict=True)
        )
        _got = _gradients(_x, rng().normal(), _scale * _da)[1]
        check_gradients(_got, _expected, f"dw of {_n} entries")
        check_gradients(_gradients(-_scale * _x, 2, _da)[1], -_expected, f"dw of {_n} entries")
### END HIDDEN TESTS

# %% test="test_Conv1D_kinds" points=0.5


def _forward(x, w):
    return Conv1D().forward(x, w)


def _backward(x, w, da):
    layer = Conv1D()
    layer.forward(x, w)
    return layer.backward(da)


_x, _da, _w = np.array([1.4, -2.3, 3.2, 1.7]), np.array([2.4, 3.3, -1.8, 2.2]), np.float64(2.25)
check_kinds(_forward, _x, _w)
check_kinds(_backward, _x, _w, _da, gradient=True)
# One filter, written as different kinds of numbers.
_output = _forward(_x.copy(), np.float64(2))
_slopes = _backward(_x.copy(), np.float64(2), _da.copy())
for _w in (2.0, 2, np.int64(2), np.float32(2), np.array(2.0), np.array(2)):
    _rtol = 1e-5 if isinstance(_w, np.float32) else 1e-9
    check_equal(_forward(_x.copy(), _w), _output, f"forward(x, w={_w!r})", rtol=_rtol)
    _got = _backward(_x.copy(), _w, _da.copy())
    check_gradients(_got, tuple(_slopes), f"gradients, w={_w!r}", rtol=_rtol)
### BEGIN HIDDEN TESTS
_x, _da = rng().uniform(1.1, 4.4, size=(2, 6))
check_kinds(_forward, _x, np.float64(-1.75))
check_kinds(_backward, _x, np.float64(-1.75), -_da, gradient=True)
# All of one narrow kind, the filter a Python number.
_slopes = _backward(np.array([1.0, -2.0, 3.0]), np.float64(2), np.array([2.0, 5.0, -1.0]))
for _kind in (np.int64, np.float32):
    _got = _backward(np.array([1, -2, 3], dtype=_kind), 2, np.array([2, 5, -1], dtype=_kind))
    check_gradients(_got, tuple(_slopes), f"gradients of {_kind.__name__}", rtol=1e-5)
### END HIDDEN TESTS

# %% test="test_Conv1D_layer" points=0.5
_x, _da = np.array([1.4, -2.3, 3.2, 1.7]), np.array([2.4, 3.3, -1.8, 2.2])
check_layer(Conv1D, _x, np.float64(-2.25), dout=_da)
check_layer(Conv1D, _x, np.float64(1), dout=_da)  # times one: is it still a new array?
### BEGIN HIDDEN TESTS
_x, _da = rng().normal(size=(2, 5))
check_layer(Conv1D, _x, np.float64(0.5), dout=_da, other=(_da[:3], np.float64(-3)))
check_layer(Conv1D, _x, np.float64(1), dout=np.ones(5), other=(np.ones(2), np.float64(1)))
### END HIDDEN TESTS

# %%
conv = Conv1D()
print("a =", conv.forward(x, -2.0))
print("dx, dw =", conv.backward(upstream))
gradient_check(conv.forward, conv.backward, x, -2.0)

# %% [markdown]
# ## 4 · Your max pool
#
# Max pooling over one vector, $z = \max(\mathbf{h})$, is yours already. Copy `MaxPool` from lab 4
# into the next cell. No points are at stake here, but your block may need it.


# %% solution="MaxPool"
class MaxPool(Layer):
    """The largest entry of a vector."""

    def forward(self, h):
        """Find the largest entry.

        Parameters
        ----------
        h : array (N,)

        Returns
        -------
        number
        """
        ### BEGIN SOLUTION
        self.n, self.winner = len(h), np.argmax(h)
        return h[self.winner]
        ### END SOLUTION

    def backward(self, dz):
        """Send the upstream gradient back to where the largest entry came from.

        Parameters
        ----------
        dz : number

        Returns
        -------
        array (N,), float64
        """
        ### BEGIN SOLUTION
        dh = np.zeros(self.n)
        dh[self.winner] = dz
        return dh
        ### END SOLUTION


# %% test="test_MaxPool" points=0
_layer = MaxPool()
check_equal(_layer.forward(np.array([1.0, 5.0, -2.0])), 5.0, "MaxPool().forward([1, 5, -2])")
check_gradients(_layer.backward(-1.5), [0, -1.5, 0], "MaxPool().backward(-1.5)")

# %% [markdown]
# ## 5 · The block
#
# Now stack the three:
#
# $$
# \underset{w \in \mathbb{R}}{\overset{\mathbf{x} \in \mathbb{R}^N}{\longrightarrow}}
# \ \text{conv} \ \overset{\mathbf{a}}{\longrightarrow}
# \ \text{ReLU} \ \overset{\mathbf{h}}{\longrightarrow}
# \ \text{max pool} \ \overset{z \in \mathbb{R}}{\longrightarrow}
# $$
#
# ![Three layers in a row: x = (1, −2, 3, −1) and w = −2 give a = (−2, 4, −6, 2) after conv, h =
# (0, 4, 0, 2) after ReLU and z = 4 after max. The gradients pass the same layers the other way:
# from z to h, to a, to x and w.](../../images/conv_block.png)
#
# A block is itself a layer: it has a `forward` and a `backward`, and whoever uses it need not know
# what is inside. On the way back, the gradients take the same road in the other direction. Each
# layer's answer is the next one's upstream gradient.
#
# Follow $\nabla_z = -1.5$ through the picture. The pool sends it to the winner, the second place:
# $\nabla_\mathbf{h} = (0, -1.5, 0, 0)$. The ReLU lets it pass, since $a_2 = 4$ is positive. The
# convolution multiplies by $w = -2$ on the way to $\mathbf{x}$, and by $x_2 = -2$ on the way to
# $w$: $\nabla_\mathbf{x} = (0, 3, 0, 0)$ and $\nabla_w = 3$.
#
# **Live and dead.** As long as one $a_i$ is above zero, the block is *live*. If all of them are
# zero or less, as for $\mathbf{x} = (1, 2, 3)$ and $w = -1$, the ReLU has switched off everything,
# and $z = 0$. The pool now sees three zeros and picks whichever it likes. It makes no difference:
# the ReLU lets nothing through, and both gradients are zero at every place.

# %%
print("z of the picture, by hand:", max(0, *(-2 * x)), " and with w = -1:", max(0, *(-1 * x)))
print("z of x = (1, 2, 3) and w = -1, by hand:", max(0, -1, -2, -3))

# %% [markdown]
# ### Task 5 · `ConvBlock`
#
# Build it from your layers, or from scratch if you prefer. If you build it from layers, a mistake
# in one of them shows in the block as well: repair that one first.
#
# Every block needs layers of its own. `__init__` runs once for each block that is made; what stands
# directly under `class ConvBlock:` is made once, for all blocks together.
#
# <details><summary>Hint: two gradients</summary>
#
# The pool and the ReLU hand back one gradient each, the convolution a tuple of two. The last of
# them is the block's own answer.
# </details>


# %% solution="ConvBlock"
class ConvBlock(Layer):
    """Convolution with one number, ReLU, max pool."""

    def __init__(self):
        """Make the layers of this block (or `pass`, if it needs none)."""
        ### BEGIN SOLUTION
        self.conv, self.relu, self.pool = Conv1D(), ReLU(), MaxPool()
        ### END SOLUTION

    def forward(self, x, w):
        """Find out how strongly the filter answers at its best place.

        Parameters
        ----------
        x : array (N,)
        w : number

        Returns
        -------
        number
        """
        ### BEGIN SOLUTION
        return self.pool.forward(self.relu.forward(self.conv.forward(x, w)))
        ### END SOLUTION

    def backward(self, dz):
        """Send the upstream gradient back through all three layers.

        Parameters
        ----------
        dz : number

        Returns
        -------
        dx : array (N,), float64
        dw : number, float64
        """
        ### BEGIN SOLUTION
        return self.conv.backward(self.relu.backward(self.pool.backward(dz)))
        ### END SOLUTION


# %% test="test_ConvBlock" points=1.5
# A live block by hand: the best place is the largest x for w > 0, and the smallest for w < 0.
_x = np.array([1.0, -2.0, 3.0, -1.0])
check_equal(ConvBlock().forward(_x.copy(), np.float64(-2)), 4.0, "z at w = -2")
check_equal(ConvBlock().forward(_x.copy(), np.float64(2)), 6.0, "z at w = 2")
check_equal(ConvBlock().forward(_x.copy(), np.float64(0.25)), 0.75, "z at w = 0.25")
check_equal(ConvBlock().forward(_x.copy(), np.float64(-0.25)), 0.5, "z at w = -0.25")
check_equal(ConvBlock().forward(np.array([5.0]), np.float64(0.5)), 2.5, "z of one entry")
_x = np.array([0.5, 1.0, 0.25])
check_equal(ConvBlock().forward(_x.copy(), np.float64(3)), 3.0, "z where all entries are positive")
check_equal(ConvBlock().forward(-_x, np.float64(-3)), 3.0, "z where all are negative, and w too")
check_bounds(ConvBlock().forward, _x.copy(), np.float64(-2))
### BEGIN HIDDEN TESTS
for _n in (1, 2, 5, 30):
    for _scale in (1, 1e6, 1e-6):
        _x, _w = rng().uniform(-1.5, 1.5, size=_n), rng().uniform(0.5, 1.5)
        _x[_n // 2] = 2  # live, and no tie
        _x, _expected = _scale * _x, float(2 * _scale * _w)
        check_equal(ConvBlock().forward(_x.copy(), np.float64(_w)), _expected, f"z of {_n} entries")
        check_equal(ConvBlock().forward(-_x, np.float64(-_w)), _expected, f"z of {_n} entries")
### END HIDDEN TESTS

# %% test="test_ConvBlock_dead" points=1
# No place speaks for it: the answer is 0.
_x = np.array([1.0, 2.0, 3.0])
check_equal(ConvBlock().forward(_x.copy(), np.float64(-1)), 0, "z of a dead block")
check_equal(ConvBlock().forward(-_x, np.float64(2.5)), 0, "z of a dead block")
check_equal(ConvBlock().forward(np.array([-4.0]), np.float64(1)), 0, "z of one entry below zero")
check_equal(ConvBlock().forward(_x / 10, np.float64(-0.5)), 0, "z of a block that is just dead")
check_equal(ConvBlock().forward(_x.copy(), np.float64(0)), 0, "z at w = 0")
### BEGIN HIDDEN TESTS
for _n in (1, 2, 7):
    _x, _w = rng().uniform(0.5, 1.5, size=_n), rng().uniform(0.5, 1.5)
    check_equal(ConvBlock().forward(_x.copy(), np.float64(-_w)), 0, "z of a dead block")
    for _scale in (1e6, 1e-6):
        check_equal(ConvBlock().forward(-_scale * _x, np.float64(_w)), 0, "z of a dead block")
check_equal(ConvBlock().forward(np.zeros(4), np.float64(2)), 0, "z of zeros")
### END HIDDEN TESTS

# %% test="test_ConvBlock_backward_x" points=1.5


def _gradients(x, w, dz=1.0):
    layer = ConvBlock()
    layer.forward(np.array(x, dtype=float), np.float64(w))
    got = layer.backward(dz)
    assert isinstance(got, tuple | list), "backward must return a tuple (dx, dw)"
    dx, dw = got
    return dx, dw


# A live block, and the upstream gradient 1: only the best place counts.
_x = [1.0, -2.0, 3.0, -1.0]
check_gradients(_gradients(_x, -2)[0], [0.0, -2, 0, 0], "dx at w = -2")
check_gradients(_gradients(_x, 2)[0], [0.0, 0, 2, 0], "dx at w = 2")
check_gradients(_gradients([0.5, 1.0, 2.0], 0.25)[0], [0.0, 0, 0.25], "dx, best at the end")
check_gradients(_gradients([-4.0, -1.0, -3.0], -3)[0], [-3.0, 0, 0], "dx, best at the beginning")
check_gradients(_gradients([5.0], 0.5)[0], [0.5], "dx of one entry")
# Two entries win together: they share the gradient, in any way.
_dx = _gradients([2.0, 1.0, 2.0], 1.5)[0]
_share = min(max(float(_dx[0]), 0.0), 1.5)
check_gradients(_dx, [_share, 0.0, 1.5 - _share], "dx where two entries win together")
_layer = ConvBlock()
_layer.forward(np.array(_x), np.float64(-2))
check_bounds(_layer.backward, 1.0)
### BEGIN HIDDEN TESTS
for _n in (1, 2, 5, 30):
    for _scale in (1, 1e6, 1e-6):
        _x, _w = rng().uniform(-1.5, 1.5, size=_n), rng().uniform(0.5, 1.5)
        _x[_n // 3] = 2
        _expected = np.zeros(_n)
        _expected[_n // 3] = _w
        check_gradients(_gradients(_scale * _x, _w)[0], _expected, f"dx of {_n} entries")
        check_gradients(_gradients(-_scale * _x, -_w)[0], -_expected, f"dx of {_n} entries")
### END HIDDEN TESTS

# %% test="test_ConvBlock_backward_w" points=1.5


def _gradients(x, w, dz=1.0):
    layer = ConvBlock()
    layer.forward(np.array(x, dtype=float), np.float64(w))
    got = layer.backward(dz)
    assert isinstance(got, tuple | list), "backward must return a tuple (dx, dw)"
    dx, dw = got
    return dx, dw


# A live block, and the upstream gradient 1.
_x = [1.0, -2.0, 3.0, -1.0]
check_gradients(_gradients(_x, -2)[1], -2.0, "dw at w = -2")
check_gradients(_gradients(_x, 2)[1], 3.0, "dw at w = 2")
check_gradients(_gradients([0.5, 1.0, 2.0], 0.25)[1], 2.0, "dw, best at the end")
check_gradients(_gradients([-4.0, -1.0, -3.0], -3)[1], -4.0, "dw, best at the beginning")
check_gradients(_gradients([5.0], 0.5)[1], 5.0, "dw of one entry")
check_gradients(_gradients([2.0, 1.0, 2.0], 1.5)[1], 2.0, "dw where two entries win together")
_layer = ConvBlock()
_layer.forward(np.array(_x), np.float64(-2))
check_bounds(_layer.backward, 1.0)
### BEGIN HIDDEN TESTS
for _n in (1, 2, 5, 30):
    for _scale in (1, 1e6, 1e-6):
        _x, _w = rng().uniform(-1.5, 1.5, size=_n), rng().uniform(0.5, 1.5)
        _x[_n // 3] = 2
        check_gradients(_gradients(_scale * _x, _w)[1], 2.0 * _scale, f"dw of {_n} entries")
        check_gradients(_gradients(-_scale * _x, -_w)[1], -2.0 * _scale, f"dw of {_n} entries")
### END HIDDEN TESTS

# %% test="test_ConvBlock_backward_dead" points=1.5


def _gradients(x, w, dz=1.0):
    layer = ConvBlock()
    layer.forward(np.array(x, dtype=float), np.float64(w))
    return layer.backward(dz)


# No entry above zero: nothing gets through, neither to x nor to w.
_zeros = (np.zeros(3), 0.0)
check_gradients(_gradients([1.0, 2.0, 3.0], -1), _zeros, "the gradients of a dead block")
check_gradients(_gradients([-1.0, -2.0, -3.0], 2.5), _zeros, "the gradients of a dead block")
check_gradients(_gradients([1.0, 2.0, 3.0], -1, -2.5), _zeros, "a dead block with dz = -2.5")
check_gradients(_gradients([-4.0], 1), (np.zeros(1), 0.0), "the gradients of one entry below zero")
### BEGIN HIDDEN TESTS
for _n in (1, 2, 7):
    _x, _w = rng().uniform(0.5, 1.5, size=_n), rng().uniform(0.5, 1.5)
    _zeros = (np.zeros(_n), 0.0)
    for _dz in (1.0, -1e6):
        check_gradients(_gradients(_x, -_w, _dz), _zeros, f"a dead block, {_n} entries")
        check_gradients(_gradients(-_x, _w, _dz), _zeros, f"a dead block, {_n} entries")
### END HIDDEN TESTS

# %% test="test_ConvBlock_at_zero" points=0.5


def _gradients(x, w, dz=1.0):
    layer = ConvBlock()
    layer.forward(np.array(x, dtype=float), np.float64(w))
    return layer.backward(dz)


# Exactly at the kink: what comes out of the convolution is 0 at best.
_zeros = (np.zeros(3), 0.0)
check_gradients(_gradients([1.0, 2.0, 3.0], 0), _zeros, "the gradients at w = 0")
check_gradients(_gradients([0.0, 2.0, 3.0], -1.5), _zeros, "the gradients where the best a is 0")
# Close to the kink is not at the kink.
_slopes = ([0.0, 2.0, 0.0], 1e-12)
check_gradients(
    _gradients([-1.0, 1e-12, -2.0], 2), _slopes, "the gradients where the best a is tiny"
)
### BEGIN HIDDEN TESTS
_x = rng().uniform(0.5, 1.5, size=3)
check_gradients(_gradients(_x, 0, -2.5), _zeros, "the gradients at w = 0")
check_gradients(_gradients(np.zeros(3), 2, 3.5), _zeros, "the gradients at x = 0")
check_gradients(_gradients([-_x[0], 0, -_x[1]], 2), _zeros, "the gradients where the best a is 0")
### END HIDDEN TESTS

# %% test="test_ConvBlock_upstream" points=2


def _gradients(x, w, dz):
    layer = ConvBlock()
    layer.forward(np.array(x, dtype=float), np.float64(w))
    return layer.backward(dz)


# By hand for dz = -1.5, as on the page; other upstream gradients scale the result.
_x = [1.0, -2.0, 3.0, -1.0]
check_gradients(_gradients(_x, -2, -1.5), ([0.0, 3, 0, 0], 3.0), "dz = -1.5")
for _dz in (2.5, -0.5, 4, 0, 0.0):
    _slopes = (np.array([0, -2, 0, 0]) * float(_dz), -2.0 * _dz)
    check_gradients(_gradients(_x, -2, _dz), _slopes, f"dz = {_dz}")
check_gradients(_gradients([5.0, 1.0], 0.5, 3.0), ([1.5, 0], 15.0), "dz = 3")
### BEGIN HIDDEN TESTS
for _dz in (*rng().normal(size=3).tolist(), 1e6, -1e-6, 0, 0.0, -7):
    _x, _w = rng().uniform(-1.5, 1.5, size=6), rng().uniform(0.5, 1.5)
    _x[4] = 2
    _dx = np.array([0, 0, 0, 0, _dz * _w, 0])
    check_gradients(_gradients(_x, _w, _dz), (_dx, 2.0 * _dz), f"dz = {_dz}")
### END HIDDEN TESTS

# %% test="test_ConvBlock_kinds" points=0.5


def _forward(x, w):
    return ConvBlock().forward(x, w)


def _backward(x, w, dz):
    layer = ConvBlock()
    layer.forward(x, w)
    return layer.backward(dz)


_x, _w, _dz = np.array([1.4, -2.3, 3.2, 1.7]), np.float64(2.25), np.float64(1.75)
check_kinds(_forward, _x, _w)
check_kinds(_backward, _x, _w, _dz, gradient=True)
# One filter and one upstream gradient, written as different kinds of numbers.
_z = _forward(_x.copy(), np.float64(2))
_slopes = _backward(_x.copy(), np.float64(2), np.float64(2))
for _number in (2.0, 2, np.int64(2), np.float32(2), np.array(2.0), np.array(2)):
    _rtol = 1e-5 if isinstance(_number, np.float32) else 1e-9
    check_equal(_forward(_x.copy(), _number), _z, f"forward(x, w={_number!r})", rtol=_rtol)
    _got = _backward(_x.copy(), _number, _number)
    _name = f"the gradients for w = dz = {_number!r}"
    check_gradients(_got, tuple(_slopes), _name, rtol=_rtol)
### BEGIN HIDDEN TESTS
_x = rng().permutation([1.4, -2.3, 3.2, 1.7, 4.4]) + rng().uniform(-0.05, 0.05)
check_kinds(_forward, _x, np.float64(1.6))
check_kinds(_backward, _x, np.float64(3.3), np.float64(2.75), gradient=True)
# All of one narrow kind, the numbers Python's.
_slopes = _backward(np.array([1.0, -2.0, 3.0]), np.float64(2), np.float64(3))
for _kind in (np.int64, np.float32):
    _got = _backward(np.array([1, -2, 3], dtype=_kind), 2, 3)
    check_gradients(_got, tuple(_slopes), f"the gradients of {_kind.__name__}", rtol=1e-5)
### END HIDDEN TESTS

# %% test="test_ConvBlock_layer" points=1
_x = np.array([1.4, -2.3, 3.2, 1.7])
check_layer(ConvBlock, _x, np.float64(2.25), dout=1.5)
check_layer(ConvBlock, _x, np.float64(2), dout=1.0, other=(-np.abs(_x[:2]), np.float64(3)))
### BEGIN HIDDEN TESTS
_x = rng().uniform(-1.5, 1.5, size=6)
_x[4] = 2
check_layer(ConvBlock, _x, np.float64(0.75), dout=2.0, other=(_x[::-1], np.float64(1.5)))
check_layer(ConvBlock, _x, np.float64(1), dout=1.0, other=(np.array([3.0]), np.float64(1)))
### END HIDDEN TESTS

# %% [markdown]
# Your block against measured slopes, at random numbers:

# %%
generator = np.random.default_rng(52)
params = [generator.normal(size=5), generator.normal()]

conv_block = ConvBlock()
gradient_check(conv_block.forward, conv_block.backward, *params)

# %% [markdown]
# And here is what it computes, as a picture. Hold $\mathbf{x}$ fixed, turn the knob $w$, and watch
# $z$. The curve for $\mathbf{x} = (1, -2, 3, -1)$ is live on both sides, with another winner on
# each; its slope at $w = -2$ is the $\nabla_w = -2$ that you worked out. For
# $\mathbf{x} = (1, 2, 3)$ the left side is dead: flat, gradient zero, and no gradient step will
# ever lead out of it.

# %%
import matplotlib.pyplot as plt

block = ConvBlock()
knob = np.linspace(-3, 3, 121)
figure, axes = plt.subplots(figsize=(7, 3.6))
for values, colour, width in (
    ([1.0, -2.0, 3.0, -1.0], "#1f5fa8", 5),
    ([1.0, 2.0, 3.0], "#d95f0e", 2),
):
    curve = [block.forward(np.array(values), w) for w in knob]
    axes.plot(knob, curve, color=colour, linewidth=width, label=f"x = {tuple(map(int, values))}")
    z = block.forward(np.array(values), -2.0)
    _, slope = block.backward(1.0)
    near = np.array([-2.7, -1.3])
    axes.plot(near, z + slope * (near + 2), "k--")
    axes.plot(-2, z, "ko")
    print(f"x = {values}, w = -2: z = {z:g}, dw = {slope:g}")
axes.set(xlabel="filter w", ylabel="z", title="The block, and its gradient at w = -2")
axes.legend()
plt.show()

# %% [markdown]
# ## 6 · One draw proves nothing
#
# The check above was one draw of random numbers. How much is that worth? Let us break your block on
# purpose, in two ways, and draw two thousand times.
#
# - In one block, the ReLU's `backward` is `return dh`: nothing is masked.
# - In the other, the pool never listens to `dz`: it sends back 1.
#
# Each draw takes five normally distributed $x_i$ and one $w$, measures the slopes of $z$ and
# compares, with the upstream gradient 1. In how many draws do you expect the check to notice
# something?


# %%
class UnmaskedReLU(ReLU):
    def backward(self, dh):
        return dh


class DeafPool(MaxPool):
    def backward(self, dz):
        return MaxPool.backward(self, 1.0)


def looks_right(relu, pool, x, w, dz):
    """Compare the gradients of a block with measured slopes, at one place."""
    conv = Conv1D()

    def z(x, w):
        return pool.forward(relu.forward(conv.forward(x, w)))

    h = 1e-6
    slopes = [(z(x + h * unit, w) - z(x - h * unit, w)) / (2 * h) for unit in np.eye(len(x))]
    slopes.append((z(x, w + h) - z(x, w - h)) / (2 * h))
    z(x, w)
    gradients = conv.backward(relu.backward(pool.backward(dz)))
    return np.allclose(np.append(*gradients), dz * np.array(slopes), atol=1e-6)


suspects = {
    "nothing masked": (UnmaskedReLU(), MaxPool()),
    "dz ignored": (ReLU(), DeafPool()),
}
generator = np.random.default_rng(62)
draws = [(generator.normal(size=5), generator.normal()) for _ in range(2000)]
dead = sum(np.all(x * w <= 0) for x, w in draws)
print(f"{dead} of {len(draws)} blocks are dead")
for name, layers in suspects.items():
    passed = sum(looks_right(*layers, x, w, dz=1.0) for x, w in draws)
    print(f"{name}: passes {passed} of {len(draws)} draws ({passed / len(draws):.1%})")

three_places = {
    "a live block": ([1.0, -2.0, 3.0, -1.0], -2.0, 1.0),
    "a dead block": ([1.0, 2.0, 3.0], -1.0, 1.0),
    "dz = -1.5": ([1.0, -2.0, 3.0, -1.0], -2.0, -1.5),
}
for name, layers in suspects.items():
    for place, (x_there, w_there, dz_there) in three_places.items():
        right = looks_right(*layers, np.array(x_there), w_there, dz_there)
        print(f"{name}, checked at {place}: {'passes' if right else 'FOUND OUT'}")

# %% [markdown]
# A check with one random draw misses the unmasked ReLU 97 times in 100, and the deaf pool always.
# Three places, chosen with some thought, find both. That is why our checks of your block look at a
# live one, a dead one, and upstream gradients other than 1.
#
# ### Task 6 · Why 97 percent?
#
# Explain why the unmasked ReLU does no harm as long as the block is live. Then work out the exact
# chance that a block with five random $x_i$ and a random $w$ is dead, if each number is positive or
# negative with equal chances. What would the chance be for a hundred $x_i$, and what does that say
# about tests on large random inputs?

# %% [markdown] written="one_draw" points=1
# The pool sends the whole gradient to the winner. In a live block the winner has $a_i > 0$, where
# the mask is 1 anyway. At all other places the gradient that arrives at the ReLU is 0 already, and
# masking a zero changes nothing. Only when the winner itself is not above zero, in a dead block,
# does the mask have something to do.
#
# The block is dead if all five products $w x_i$ are negative. Whatever the sign of $w$ is, each
# $x_i$ must have the other one, so the chance is $(1/2)^5 = 1/32$, about 3 %. The unmasked ReLU
# passes $31/32$ of the draws, 97 %. With a hundred $x_i$ it is $2^{-100}$: larger random tests are
# *blinder* here, not sharper. The rare case has to be built on purpose.

# %% [markdown]
# ## 7 · Bonus: filters that see more than one place
#
# Everything from here on is extra. The same three steps, made useful: several filters, filters that
# look at several neighbours at once, and batches. The same fine print holds. Each layer's
# `backward` returns a tuple `(dx, dw)`, each with the shape of its input. If you are short of time,
# read on and do the one that you like best.
#
# ### Bonus 1 · `Conv1DFilters`: several numbers
#
# $M$ filters of one number each, all over the same $\mathbf{x}$, give $M$ rows:
# $a_{mi} = w_m \, x_i$. For $\mathbf{x} = (1, -2, 3)$ and $\mathbf{w} = (2, -1)$
#
# $$
# \mathbf{a} = \begin{bmatrix} 2 & -4 & 6 \\ -1 & 2 & -3 \end{bmatrix}, \qquad
# \nabla_\mathbf{a} = \begin{bmatrix} 1 & 0 & 2 \\ 0 & 1 & -1 \end{bmatrix}
# \quad\Rightarrow\quad
# \nabla_\mathbf{x} = (2, -1, 5), \quad \nabla_\mathbf{w} = (7, -5) .
# $$
#
# Now $x_i$ is used by every filter, too. Its gradient has $M$ terms:
# $\nabla_{x_3} = 2 \cdot 2 + (-1)(-1) = 5$.


# %% solution="Conv1DFilters"
class Conv1DFilters(Layer):
    """Convolve a vector with several filters of one number each."""

    def forward(self, x, w):
        """Apply every filter to every entry.

        Parameters
        ----------
        x : array (N,)
        w : array (M,)

        Returns
        -------
        array (M, N)
        """
        if np.ndim(x) != 1 or np.ndim(w) != 1:
            raise ValueError(f"Expected (N,) and (M,), got {np.shape(x)} and {np.shape(w)}.")
        ### BEGIN SOLUTION
        self.x, self.w = x, w
        return np.outer(w, x)
        ### END SOLUTION

    def backward(self, da):
        """Send the upstream gradient back to both inputs.

        Parameters
        ----------
        da : array (M, N)

        Returns
        -------
        dx : array (N,), float64
        dw : array (M,), float64
        """
        ### BEGIN SOLUTION
        da = np.asarray(da, dtype=np.float64)
        return self.w @ da, da @ self.x
        ### END SOLUTION


# %% test="test_Conv1DFilters" points=1
# The example of the page, and another with more filters than entries.
_x, _w = np.array([1.0, -2.0, 3.0]), np.array([2.0, -1.0])
check_equal(Conv1DFilters().forward(_x.copy(), _w.copy()), [[2.0, -4, 6], [-1, 2, -3]], "a")
check_equal(Conv1DFilters().forward(_w.copy(), _x.copy()), [[2.0, -1], [-4, 2], [6, -3]], "a")
check_equal(Conv1DFilters().forward(_x.copy(), _w[:1] / 8), [[0.25, -0.5, 0.75]], "one filter")
check_equal(Conv1DFilters().forward(_x[:1].copy(), _w.copy()), [[2.0], [-1]], "one entry")
check_bounds(Conv1DFilters().forward, _x.copy(), _w.copy())
### BEGIN HIDDEN TESTS
for _n, _m in [(5, 3), (3, 5), (4, 4), (1, 1), (7, 1), (1, 6)]:
    _x, _w = 1e3 * rng().normal(size=_n), rng().normal(size=_m)
    _expected = np.array([[_filter * _value for _value in _x] for _filter in _w])
    _name = f"{_m} filters, {_n} entries"
    check_equal(Conv1DFilters().forward(_x.copy(), _w.copy()), _expected, _name)
### END HIDDEN TESTS

# %% test="test_Conv1DFilters_backward_x" points=1


def _gradients(x, w, da):
    layer = Conv1DFilters()
    layer.forward(np.array(x, dtype=float), np.array(w, dtype=float))
    got = layer.backward(np.array(da, dtype=float))
    assert isinstance(got, tuple | list), "backward must return a tuple (dx, dw)"
    dx, dw = got
    return dx, dw


_x, _w, _da = [1.0, -2.0, 3.0], [2.0, -1.0], [[1.0, 0, 2], [0, 1, -1]]
check_gradients(_gradients(_x, _w, _da)[0], [2.0, -1, 5], "dx of the page's example")
check_gradients(_gradients(_x, _w, np.ones((2, 3)))[0], [1.0, 1, 1], "dx, da ones")
check_gradients(_gradients(_w, _x, np.transpose(_da))[0], [7.0, -5], "dx of three filters")
check_gradients(_gradients(_x, [0.5], [[1.0, 0, -2]])[0], [0.5, 0, -1], "dx of one filter")
check_gradients(_gradients(_x, _w, np.zeros((2, 3)))[0], np.zeros(3), "dx, da zeros")
_layer = Conv1DFilters()
_layer.forward(np.array(_x), np.array(_w))
check_bounds(_layer.backward, np.array(_da))
### BEGIN HIDDEN TESTS
for _n, _m in [(5, 3), (3, 5), (4, 4), (1, 1), (7, 1), (1, 6)]:
    _x, _w, _da = rng().normal(size=_n), rng().normal(size=_m), rng().normal(size=(_m, _n))
    _expected = np.einsum("m,mn->n", _w, _da)
    check_gradients(_gradients(_x, _w, _da)[0], _expected, f"dx, {_m} filters, {_n} entries")
### END HIDDEN TESTS

# %% test="test_Conv1DFilters_backward_w" points=1


def _gradients(x, w, da):
    layer = Conv1DFilters()
    layer.forward(np.array(x, dtype=float), np.array(w, dtype=float))
    got = layer.backward(np.array(da, dtype=float))
    assert isinstance(got, tuple | list), "backward must return a tuple (dx, dw)"
    dx, dw = got
    return dx, dw


_x, _w, _da = [1.0, -2.0, 3.0], [2.0, -1.0], [[1.0, 0, 2], [0, 1, -1]]
check_gradients(_gradients(_x, _w, _da)[1], [7.0, -5], "dw of the page's example")
check_gradients(_gradients(_x, _w, np.ones((2, 3)))[1], [2.0, 2], "dw, da ones")
check_gradients(_gradients(_w, _x, np.transpose(_da))[1], [2.0, -1, 5], "dw of three filters")
check_gradients(_gradients(_x, [0.5], [[1.0, 0, -2]])[1], [-5.0], "dw of one filter")
check_gradients(_gradients(_x, _w, np.zeros((2, 3)))[1], np.zeros(2), "dw, da zeros")
_layer = Conv1DFilters()
_layer.forward(np.array(_x), np.array(_w))
check_bounds(_layer.backward, np.array(_da))
### BEGIN HIDDEN TESTS
for _n, _m in [(5, 3), (3, 5), (4, 4), (1, 1), (7, 1), (1, 6)]:
    _x, _w, _da = rng().normal(size=_n), rng().normal(size=_m), rng().normal(size=(_m, _n))
    _expected = np.einsum("n,mn->m", _x, _da)
    check_gradients(_gradients(_x, _w, _da)[1], _expected, f"dw, {_m} filters, {_n} entries")
### END HIDDEN TESTS

# %% test="test_Conv1DFilters_kinds" points=0.25


def _forward(x, w):
    return Conv1DFilters().forward(x, w)


def _backward(x, w, da):
    layer = Conv1DFilters()
    layer.forward(x, w)
    return layer.backward(da)


_generator = np.random.default_rng(54)
_x, _w, _da = (_generator.uniform(1.1, 4.4, size=_s) for _s in [4, 3, (3, 4)])
check_kinds(_forward, _x, _w)
check_kinds(_backward, _x, _w, _da, gradient=True)
### BEGIN HIDDEN TESTS
_x, _w, _da = (rng().uniform(1.1, 4.4, size=_s) for _s in [3, 5, (5, 3)])
check_kinds(_forward, -_x, _w)
check_kinds(_backward, -_x, _w, _da, gradient=True)
### END HIDDEN TESTS

# %% test="test_Conv1DFilters_layer" points=0.5
_generator = np.random.default_rng(55)
_x, _w, _da = (_generator.normal(size=_s) for _s in [4, 3, (3, 4)])
check_layer(Conv1DFilters, _x, _w, dout=_da)
check_layer(Conv1DFilters, _x, np.ones(1), dout=_da[:1], other=(_x[:2], _w))
### BEGIN HIDDEN TESTS
_x, _w, _da = (rng().normal(size=_s) for _s in [5, 2, (2, 5)])
check_layer(Conv1DFilters, _x, _w, dout=_da, other=(_w, _x))
check_layer(Conv1DFilters, np.ones(1), _w, dout=_da[:, :1])
### END HIDDEN TESTS

# %% [markdown]
# ### Bonus 2 · `Conv1DVector`: one filter that is a vector
#
# The filter slides: $a_i = \sum_{k=0}^{K-1} w_k \, x_{i+k}$, and only windows that fit count, so
# there are $N - K + 1$ of them. (Counting starts at 0 here, as in code. No padding, no turning.)
#
# $$
# \mathbf{x} = (2, 0, -1, 3, 1), \quad \mathbf{w} = (1, 2, -1) \quad\Rightarrow\quad
# \mathbf{a} = (3, -5, 4)
# $$
#
# For $\nabla_\mathbf{a} = (1, -1, 2)$ the way back gives
# $\nabla_\mathbf{x} = (1, 1, -1, 5, -2)$ and $\nabla_\mathbf{w} = (0, 7, -2)$. Follow one of
# each. The entry $x_1 = 0$ lies in the window at 0 under $w_1$, and in the window at 1 under $w_0$:
# $1 \cdot 2 + (-1) \cdot 1 = 1$. And $w_2$ met $-1$, $3$ and $1$:
# $1 \cdot (-1) + (-1) \cdot 3 + 2 \cdot 1 = -2$.
#
# <details><summary>Hint: the gradient of x</summary>
#
# Let every window add its share: `dx[i : i + K] += ...`. Or let every filter entry do it, for all
# windows at once. `=` in place of `+=` forgets all windows but the last.
# </details>
#
# <details><summary>Hint: all windows as the rows of a matrix</summary>
#
# `np.lib.stride_tricks.sliding_window_view(x, K)` has shape `(N - K + 1, K)`. It is a view, so it
# costs nothing.
# </details>


# %% solution="Conv1DVector"
class Conv1DVector(Layer):
    """Convolve a vector with one filter that is a vector, without padding."""

    def forward(self, x, w):
        """Slide the filter along `x`.

        Parameters
        ----------
        x : array (N,)
        w : array (K,), no longer than `x`

        Returns
        -------
        array (N - K + 1,)
        """
        if np.ndim(x) != 1 or np.ndim(w) != 1 or len(w) > len(x):
            raise ValueError(
                f"Expected (N,) and (K,) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        ### BEGIN SOLUTION
        self.w = w
        self.windows = np.lib.stride_tricks.sliding_window_view(x, len(w))
        return self.windows @ w
        ### END SOLUTION

    def backward(self, da):
        """Send the upstream gradient back to both inputs.

        Parameters
        ----------
        da : array (N - K + 1,)

        Returns
        -------
        dx : array (N,), float64
        dw : array (K,), float64
        """
        ### BEGIN SOLUTION
        da = np.asarray(da, dtype=np.float64)
        T, K = self.windows.shape
        dx = np.zeros(T + K - 1)
        for k in range(K):
            dx[k : k + T] += self.w[k] * da
        return dx, da @ self.windows
        ### END SOLUTION


# %% test="test_Conv1DVector" points=1
from scipy.signal import correlate as _correlate

# The example of the page; then random numbers, which scipy correlates for comparison.
_x, _w = np.array([2.0, 0.0, -1.0, 3.0, 1.0]), np.array([1.0, 2.0, -1.0])
check_equal(Conv1DVector().forward(_x.copy(), _w.copy()), [3.0, -5, 4], "the page's example")


def _check_case(n, k, generator):
    x, w = generator.normal(size=n), generator.normal(size=k)
    a = _correlate(x, w, mode="valid", method="direct")
    check_bounds(Conv1DVector().forward, x.copy(), w.copy())
    check_equal(Conv1DVector().forward(x.copy(), w.copy()), a, f"N = {n}, K = {k}")


_check_case(6, 3, np.random.default_rng(56))
_check_case(9, 3, np.random.default_rng(56))
### BEGIN HIDDEN TESTS
for _n in (7, 12, 40):
    _check_case(_n, 3, rng())
_x, _w = -1e6 * rng().uniform(1, 2, size=8), rng().uniform(1, 2, size=3)
_expected = np.array([np.vdot(_x[_i : _i + 3], _w) for _i in range(6)])
check_equal(Conv1DVector().forward(_x.copy(), _w.copy()), _expected, "all negative")
### END HIDDEN TESTS

# %% test="test_Conv1DVector_sizes" points=0.5
from scipy.signal import correlate as _correlate

# By hand: a filter with one entry, with two, and one as long as x.
_x = np.array([2.0, 0.0, -1.0, 3.0])
check_equal(Conv1DVector().forward(_x.copy(), np.array([-2.0])), [-4.0, 0, 2, -6], "K = 1")
check_equal(Conv1DVector().forward(_x.copy(), np.array([1.0, -1])), [2.0, 1, -4], "K = 2")
check_equal(Conv1DVector().forward(_x.copy(), np.array([1.0, 4, 5, 3])), [6.0], "K = N")
check_equal(Conv1DVector().forward(_x[:1].copy(), np.array([4.0])), [8.0], "K = N = 1")


def _check_case(n, k, generator):
    x, w = generator.normal(size=n), generator.normal(size=k)
    a = _correlate(x, w, mode="valid", method="direct")
    check_bounds(Conv1DVector().forward, x.copy(), w.copy())
    check_equal(Conv1DVector().forward(x.copy(), w.copy()), a, f"N = {n}, K = {k}")


_check_case(5, 4, np.random.default_rng(57))
### BEGIN HIDDEN TESTS
for _n, _k in [(1, 1), (2, 2), (9, 1), (9, 2), (9, 8), (9, 9), (20, 5)]:
    _check_case(_n, _k, rng())
### END HIDDEN TESTS

# %% test="test_Conv1DVector_backward_x" points=1
from scipy.signal import correlate as _correlate


def _gradients(x, w, da):
    layer = Conv1DVector()
    layer.forward(np.array(x, dtype=float), np.array(w, dtype=float))
    got = layer.backward(np.array(da, dtype=float))
    assert isinstance(got, tuple | list), "backward must return a tuple (dx, dw)"
    dx, dw = got
    return dx, dw


_x, _w, _da = [2.0, 0, -1, 3, 1], [1.0, 2, -1], [1.0, -1, 2]
check_gradients(_gradients(_x, _w, _da)[0], [1.0, 1, -1, 5, -2], "dx of the page's example")
check_gradients(_gradients(_x, _w, np.ones(3))[0], [1.0, 3, 2, 1, -1], "dx, da ones")
check_gradients(_gradients(_x, _w, np.zeros(3))[0], np.zeros(5), "dx, da zeros")


def _check_case(n, k, generator):
    x, w, da = (generator.normal(size=size) for size in (n, k, n - k + 1))
    # The layer is linear in x: a slope is what comes out for a single 1, times da.
    outputs = [_correlate(unit, w, mode="valid", method="direct") for unit in np.eye(n)]
    dx = np.array([np.vdot(output, da) for output in outputs])
    check_gradients(_gradients(x, w, da)[0], dx, f"dx, N = {n}, K = {k}")


for _n, _k in [(6, 3), (5, 2), (4, 4), (5, 1)]:
    _check_case(_n, _k, np.random.default_rng(58))
_layer = Conv1DVector()
_layer.forward(np.array(_x), np.array(_w))
check_bounds(_layer.backward, np.array(_da))
### BEGIN HIDDEN TESTS
for _n, _k in [(1, 1), (2, 2), (9, 1), (9, 2), (9, 5), (9, 8), (20, 3)]:
    _check_case(_n, _k, rng())
### END HIDDEN TESTS

# %% test="test_Conv1DVector_backward_w" points=1
from scipy.signal import correlate as _correlate


def _gradients(x, w, da):
    layer = Conv1DVector()
    layer.forward(np.array(x, dtype=float), np.array(w, dtype=float))
    got = layer.backward(np.array(da, dtype=float))
    assert isinstance(got, tuple | list), "backward must return a tuple (dx, dw)"
    dx, dw = got
    return dx, dw


_x, _w, _da = [2.0, 0, -1, 3, 1], [1.0, 2, -1], [1.0, -1, 2]
check_gradients(_gradients(_x, _w, _da)[1], [0.0, 7, -2], "dw of the page's example")
check_gradients(_gradients(_x, _w, np.ones(3))[1], [1.0, 2, 3], "dw, da ones")
check_gradients(_gradients(_x, _w, np.zeros(3))[1], np.zeros(3), "dw, da zeros")


def _check_case(n, k, generator):
    x, w, da = (generator.normal(size=size) for size in (n, k, n - k + 1))
    # The layer is linear in w: a slope is what comes out for a single 1, times da.
    outputs = [_correlate(x, unit, mode="valid", method="direct") for unit in np.eye(k)]
    dw = np.array([np.vdot(output, da) for output in outputs])
    check_gradients(_gradients(x, w, da)[1], dw, f"dw, N = {n}, K = {k}")


for _n, _k in [(6, 3), (5, 2), (4, 4), (5, 1)]:
    _check_case(_n, _k, np.random.default_rng(59))
_layer = Conv1DVector()
_layer.forward(np.array(_x), np.array(_w))
check_bounds(_layer.backward, np.array(_da))
### BEGIN HIDDEN TESTS
for _n, _k in [(1, 1), (2, 2), (9, 1), (9, 2), (9, 5), (9, 8), (20, 3)]:
    _check_case(_n, _k, rng())
### END HIDDEN TESTS

# %% test="test_Conv1DVector_kinds" points=0.25


def _forward(x, w):
    return Conv1DVector().forward(x, w)


def _backward(x, w, da):
    layer = Conv1DVector()
    layer.forward(x, w)
    return layer.backward(da)


_generator = np.random.default_rng(60)
_x, _w, _da = (_generator.uniform(1.1, 4.4, size=_s) for _s in (5, 3, 3))
check_kinds(_forward, _x, _w)
check_kinds(_backward, _x, _w, _da, gradient=True)
### BEGIN HIDDEN TESTS
_x, _w, _da = (rng().uniform(1.1, 4.4, size=_s) for _s in (7, 3, 5))
check_kinds(_forward, -_x, _w)
check_kinds(_backward, -_x, _w, _da, gradient=True)
### END HIDDEN TESTS

# %% test="test_Conv1DVector_layer" points=0.5
_generator = np.random.default_rng(61)
_x, _w, _da = (_generator.normal(size=_s) for _s in (5, 3, 3))
check_layer(Conv1DVector, _x, _w, dout=_da)
check_layer(Conv1DVector, _x, np.array([1.0, 0, 0]), dout=_da, other=(_x[:4], _w))
### BEGIN HIDDEN TESTS
_x, _w, _da = (rng().normal(size=_s) for _s in (7, 3, 5))
check_layer(Conv1DVector, _x, _w, dout=_da, other=(-_x[:6], _da[:3]))
### END HIDDEN TESTS

# %% [markdown]
# ### Bonus 3 · `Conv1DBank`: a bank of vector filters
#
# $M$ filters of length $K$ over one $\mathbf{x}$: each gives a row,
# $a_{mi} = \sum_k w_{mk} x_{i+k}$.
#
# $$
# \mathbf{x} = (1, 2, 0, -1), \quad
# \mathbf{w} = \begin{bmatrix} 1 & -1 \\ 2 & 1 \\ 0 & 3 \end{bmatrix}
# \quad\Rightarrow\quad
# \mathbf{a} = \begin{bmatrix} -1 & 2 & 1 \\ 4 & 4 & -1 \\ 6 & 0 & -3 \end{bmatrix}
# $$
#
# On the way back the filters do not know of each other: row $m$ of $\nabla_\mathbf{w}$ comes from
# row $m$ of $\nabla_\mathbf{a}$ alone. But all of them have used $\mathbf{x}$, and its gradient is
# the sum of what they send. With
#
# $$
# \nabla_\mathbf{a} = \begin{bmatrix} 1 & 0 & -1 \\ 0 & 2 & 1 \\ 1 & -1 & 0 \end{bmatrix}
# \quad\Rightarrow\quad
# \nabla_\mathbf{x} = (1, 6, 0, 2), \quad
# \nabla_\mathbf{w} = \begin{bmatrix} 1 & 3 \\ 4 & -1 \\ -1 & 2 \end{bmatrix} .
# $$


# %% solution="Conv1DBank"
class Conv1DBank(Layer):
    """Convolve a vector with several vector filters, without padding."""

    def forward(self, x, w):
        """Slide every filter along `x`.

        Parameters
        ----------
        x : array (N,)
        w : array (M, K), K no larger than N

        Returns
        -------
        array (M, N - K + 1)
        """
        if np.ndim(x) != 1 or np.ndim(w) != 2 or w.shape[1] > len(x):
            raise ValueError(
                f"Expected (N,) and (M, K) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        ### BEGIN SOLUTION
        self.w = w
        self.windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[1])
        return w @ self.windows.T
        ### END SOLUTION

    def backward(self, da):
        """Send the upstream gradient back to both inputs.

        Parameters
        ----------
        da : array (M, N - K + 1)

        Returns
        -------
        dx : array (N,), float64
        dw : array (M, K), float64
        """
        ### BEGIN SOLUTION
        da = np.asarray(da, dtype=np.float64)
        T, K = self.windows.shape
        dx = np.zeros(T + K - 1)
        for k in range(K):
            dx[k : k + T] += self.w[:, k] @ da
        return dx, da @ self.windows
        ### END SOLUTION


# %% test="test_Conv1DBank" points=1
from scipy.signal import correlate as _correlate

_x, _w = np.array([1.0, 2, 0, -1]), np.array([[1.0, -1], [2, 1], [0, 3]])
_a = [[-1.0, 2, 1], [4, 4, -1], [6, 0, -3]]
check_equal(Conv1DBank().forward(_x.copy(), _w.copy()), _a, "the page's example")


def _check_case(n, m, k, generator):
    x, w = generator.normal(size=n), generator.normal(size=(m, k))
    a = np.array([_correlate(x, row, mode="valid", method="direct") for row in w])
    check_bounds(Conv1DBank().forward, x.copy(), w.copy())
    check_equal(Conv1DBank().forward(x.copy(), w.copy()), a, f"N = {n}, M = {m}, K = {k}")


for _sizes in [(7, 2, 3), (5, 4, 2), (4, 1, 3), (4, 3, 1), (3, 2, 3)]:
    _check_case(*_sizes, np.random.default_rng(62))
### BEGIN HIDDEN TESTS
for _sizes in [(9, 3, 4), (6, 6, 6), (6, 5, 1), (1, 1, 1), (1, 3, 1), (20, 2, 7), (8, 4, 4)]:
    _check_case(*_sizes, rng())
### END HIDDEN TESTS

# %% test="test_Conv1DBank_backward_x" points=1
from scipy.signal import correlate as _correlate


def _gradients(x, w, da):
    layer = Conv1DBank()
    layer.forward(np.array(x, dtype=float), np.array(w, dtype=float))
    got = layer.backward(np.array(da, dtype=float))
    assert isinstance(got, tuple | list), "backward must return a tuple (dx, dw)"
    dx, dw = got
    return dx, dw


_x, _w = [1.0, 2, 0, -1], [[1.0, -1], [2, 1], [0, 3]]
_da = [[1.0, 0, -1], [0, 2, 1], [1, -1, 0]]
check_gradients(_gradients(_x, _w, _da)[0], [1.0, 6, 0, 2], "dx of the page's example")
check_gradients(_gradients(_x, _w, np.ones((3, 3)))[0], [3.0, 6, 6, 3], "dx, da ones")
check_gradients(_gradients(_x, _w, np.zeros((3, 3)))[0], np.zeros(4), "dx, da zeros")


def _check_case(n, m, k, generator):
    x, w, da = (generator.normal(size=size) for size in [n, (m, k), (m, n - k + 1)])
    # The layer is linear in x: a slope is what comes out for a single 1, times da.
    dx = np.zeros(n)
    for i, unit in enumerate(np.eye(n)):
        outputs = [_correlate(unit, row, mode="valid", method="direct") for row in w]
        dx[i] = np.vdot(outputs, da)
    check_gradients(_gradients(x, w, da)[0], dx, f"dx, N = {n}, M = {m}, K = {k}")


for _sizes in [(7, 2, 3), (5, 4, 2), (4, 1, 3), (4, 3, 1), (3, 2, 3)]:
    _check_case(*_sizes, np.random.default_rng(63))
_layer = Conv1DBank()
_layer.forward(np.array(_x), np.array(_w))
check_bounds(_layer.backward, np.array(_da))
### BEGIN HIDDEN TESTS
for _sizes in [(9, 3, 4), (6, 6, 6), (6, 5, 1), (1, 1, 1), (1, 3, 1), (15, 2, 7), (8, 4, 4)]:
    _check_case(*_sizes, rng())
### END HIDDEN TESTS

# %% test="test_Conv1DBank_backward_w" points=1
from scipy.signal import correlate as _correlate


def _gradients(x, w, da):
    layer = Conv1DBank()
    layer.forward(np.array(x, dtype=float), np.array(w, dtype=float))
    got = layer.backward(np.array(da, dtype=float))
    assert isinstance(got, tuple | list), "backward must return a tuple (dx, dw)"
    dx, dw = got
    return dx, dw


_x, _w = [1.0, 2, 0, -1], [[1.0, -1], [2, 1], [0, 3]]
_da = [[1.0, 0, -1], [0, 2, 1], [1, -1, 0]]
check_gradients(_gradients(_x, _w, _da)[1], [[1.0, 3], [4, -1], [-1, 2]], "dw of the example")
check_gradients(_gradients(_x, _w, np.ones((3, 3)))[1], [[3.0, 1]] * 3, "dw, da ones")
check_gradients(_gradients(_x, _w, np.zeros((3, 3)))[1], np.zeros((3, 2)), "dw, da zeros")


def _check_case(n, m, k, generator):
    x, w, da = (generator.normal(size=size) for size in [n, (m, k), (m, n - k + 1)])
    # The layer is linear in w: a slope is what comes out for a single 1, times da.
    outputs = [_correlate(x, unit, mode="valid", method="direct") for unit in np.eye(k)]
    dw = np.array([[np.vdot(output, row) for output in outputs] for row in da])
    check_gradients(_gradients(x, w, da)[1], dw, f"dw, N = {n}, M = {m}, K = {k}")


for _sizes in [(7, 2, 3), (5, 4, 2), (4, 1, 3), (4, 3, 1), (3, 2, 3)]:
    _check_case(*_sizes, np.random.default_rng(64))
_layer = Conv1DBank()
_layer.forward(np.array(_x), np.array(_w))
check_bounds(_layer.backward, np.array(_da))
### BEGIN HIDDEN TESTS
for _sizes in [(9, 3, 4), (6, 6, 6), (6, 5, 1), (1, 1, 1), (1, 3, 1), (15, 2, 7), (8, 4, 4)]:
    _check_case(*_sizes, rng())
### END HIDDEN TESTS

# %% test="test_Conv1DBank_kinds" points=0.25


def _forward(x, w):
    return Conv1DBank().forward(x, w)


def _backward(x, w, da):
    layer = Conv1DBank()
    layer.forward(x, w)
    return layer.backward(da)


_generator = np.random.default_rng(65)
_x, _w, _da = (_generator.uniform(1.1, 4.4, size=_s) for _s in [5, (2, 3), (2, 3)])
check_kinds(_forward, _x, _w)
check_kinds(_backward, _x, _w, _da, gradient=True)
### BEGIN HIDDEN TESTS
_x, _w, _da = (rng().uniform(1.1, 4.4, size=_s) for _s in [7, (3, 3), (3, 5)])
check_kinds(_forward, -_x, _w)
check_kinds(_backward, -_x, _w, _da, gradient=True)
### END HIDDEN TESTS

# %% test="test_Conv1DBank_layer" points=0.5
_generator = np.random.default_rng(66)
_x, _w, _da = (_generator.normal(size=_s) for _s in [5, (2, 3), (2, 3)])
check_layer(Conv1DBank, _x, _w, dout=_da)
check_layer(Conv1DBank, _x, np.ones((1, 1)), dout=_x[None, ::-1], other=(_x[:4], _w))
### BEGIN HIDDEN TESTS
_x, _w, _da = (rng().normal(size=_s) for _s in [6, (3, 2), (3, 5)])
check_layer(Conv1DBank, _x, _w, dout=_da, other=(-_x[:5], _da))
### END HIDDEN TESTS

# %% [markdown]
# What a bank sees, on something real: one line of pixels, cut through a handwritten 4. One filter
# answers where the line gets brighter, the other where it gets darker. Each stroke is entered once
# and left once.

# %%
from lib.mnist import load_mnist
from lib.plotting import show_row

(digits, labels), _ = load_mnist()
four = digits[2] / 255
line = four[12]
edges = np.array([[-1.0, -1, 1, 1], [1, 1, -1, -1]])
brighter, darker = Conv1DBank().forward(line, edges)
show_row(
    [line, brighter, darker],
    ["row 12 of a 4", "gets brighter", "gets darker"],
    "signal",
)

# %% [markdown]
# ### Bonus 4 · `ConvBlockBatch`: the whole block, for a minibatch
#
# Put it all together. A minibatch of $B$ vectors and $M$ filters go through the bank, the ReLU and
# a max over all positions. What comes out is a table: for each vector and each filter one number
# that says how much of this pattern there is, *wherever it may be*.
#
# $$
# z_{bm} = \max_i \; \mathrm{ReLU}\Big( \sum_k w_{mk} \, x_{b,\,i+k} \Big)
# $$
#
# An example, with two vectors and three filters:
#
# $$
# \mathbf{x} = \begin{bmatrix} 1 & 2 & 0 & -1 \\ 0 & -3 & 1 & 2 \end{bmatrix}, \quad
# \mathbf{w} = \begin{bmatrix} 1 & -1 \\ -2 & -1 \\ 3 & 1 \end{bmatrix}
# \quad\Rightarrow\quad
# \mathbf{z} = \begin{bmatrix} 2 & 1 & 6 \\ 3 & 5 & 5 \end{bmatrix}
# $$
#
# On the way back every $z_{bm}$ sends its upstream gradient to the one window where it was won, if
# it is above zero, and to the filter $m$ that looked through it. A filter collects from all
# vectors, a vector from all filters. With
#
# $$
# \nabla_\mathbf{z} = \begin{bmatrix} 1 & 2 & -1 \\ -1 & 0.5 & 2 \end{bmatrix}
# \quad\Rightarrow\quad
# \nabla_\mathbf{x} = \begin{bmatrix} 0 & -2 & -6 & -2 \\ -1 & 0 & 5.5 & 2 \end{bmatrix}, \quad
# \nabla_\mathbf{w} = \begin{bmatrix} 2 & 3 \\ -1.5 & -1.5 \\ 0 & 4 \end{bmatrix} .
# $$
#
# Some pairs of vector and filter may be dead while others are live. If two windows win together,
# any share of the gradient that adds up is fine, as in lab 4.
#
# <details><summary>Hint</summary>
#
# Remember `argmax` over the positions, an array of shape `(B, M)`, and which `z` are above zero.
# Two plain loops over `b` and `m` are a good first version. Then each pair is the small case of
# Bonus 2, with a single window.
# </details>


# %% solution="ConvBlockBatch"
class ConvBlockBatch(Layer):
    """A bank of vector filters, ReLU, and the max over all positions, for a minibatch."""

    def forward(self, x, w):
        """Find out how strongly each filter answers at its best place in each vector.

        Parameters
        ----------
        x : array (B, N)
        w : array (M, K), K no larger than N

        Returns
        -------
        array (B, M)
        """
        if np.ndim(x) != 2 or np.ndim(w) != 2 or w.shape[1] > x.shape[1]:
            raise ValueError(
                f"Expected (B, N) and (M, K) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        ### BEGIN SOLUTION
        self.x, self.w = x, w
        windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[1], axis=1)
        a = np.einsum("bik,mk->bmi", windows, w)
        self.best = np.argmax(a, axis=2)
        self.live = np.max(a, axis=2) > 0
        return np.maximum(np.max(a, axis=2), 0)
        ### END SOLUTION

    def backward(self, dz):
        """Send the upstream gradient back to both inputs.

        Parameters
        ----------
        dz : array (B, M)

        Returns
        -------
        dx : array (B, N), float64
        dw : array (M, K), float64
        """
        ### BEGIN SOLUTION
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for b, m in np.argwhere(self.live):
            window = slice(self.best[b, m], self.best[b, m] + self.w.shape[1])
            dx[b, window] += dz[b, m] * self.w[m].astype(np.float64)
            dw[m] += dz[b, m] * self.x[b, window].astype(np.float64)
        return dx, dw
        ### END SOLUTION


# %% test="test_ConvBlockBatch" points=1
from scipy.signal import correlate as _correlate

_x = np.array([[1.0, 2, 0, -1], [0, -3, 1, 2]])
_w = np.array([[1.0, -1], [-2, -1], [3, 1]])
check_equal(ConvBlockBatch().forward(_x.copy(), _w.copy()), [[2.0, 1, 6], [3, 5, 5]], "the example")


def _live_pairs(b, n, m, k, generator):
    """Draw vectors and filters until each filter finds something in each vector."""
    while True:
        x, w = generator.normal(size=(b, n)), generator.normal(size=(m, k))
        if k == n:
            x, w = np.abs(x), np.abs(w)
        a = [[_correlate(row, f, mode="valid", method="direct") for f in w] for row in x]
        if np.all(np.max(a, axis=2) > 0):
            return x, w, np.max(a, axis=2)


def _check_case(sizes, generator):
    x, w, z = _live_pairs(*sizes, generator)
    check_bounds(ConvBlockBatch().forward, x.copy(), w.copy())
    got = ConvBlockBatch().forward(x.copy(), w.copy())
    check_equal(got, z, f"x of shape {x.shape}, w of shape {w.shape}")


for _sizes in [(2, 7, 3, 2), (3, 5, 1, 3), (1, 4, 2, 3), (4, 5, 2, 1), (2, 3, 4, 3)]:
    _check_case(_sizes, np.random.default_rng(67))
### BEGIN HIDDEN TESTS
for _sizes in [(5, 9, 2, 4), (3, 6, 3, 6), (1, 6, 5, 1), (1, 1, 1, 1), (6, 20, 4, 7), (4, 4, 4, 4)]:
    _check_case(_sizes, rng())
_x, _w, _z = _live_pairs(3, 8, 2, 3, rng())
check_equal(ConvBlockBatch().forward(1e6 * _x, 1e-3 * _w), 1e3 * _z, "large numbers")
### END HIDDEN TESTS

# %% test="test_ConvBlockBatch_dead" points=0.5
# By hand: the second filter finds nothing in the first vector, the first nothing in the second.
_x = np.array([[1.0, 2, 4, 5], [-2, -1, -4, -3]])
_w = np.array([[1.0, 1], [-1, -1], [2, -1]])
_z = [[9.0, 0, 3], [0, 7, 2]]
check_equal(ConvBlockBatch().forward(_x.copy(), _w.copy()), _z, "z with dead pairs")
check_equal(ConvBlockBatch().forward(_x[:1].copy(), _w[1:2].copy()), [[0.0]], "a dead pair alone")
### BEGIN HIDDEN TESTS
_x, _w = rng().uniform(0.5, 1.5, size=(3, 6)), rng().uniform(0.5, 1.5, size=(2, 3))
check_equal(ConvBlockBatch().forward(-_x, _w.copy()), np.zeros((3, 2)), "all pairs dead")
check_equal(ConvBlockBatch().forward(-_x, _w / 100), np.zeros((3, 2)), "all pairs just dead")
_x[1] *= -1
_z = [[max(np.vdot(_x[_b, _i : _i + 3], _f) for _i in range(4)) for _f in _w] for _b in range(3)]
_z = np.array(_z)
_z[1] = 0
check_equal(ConvBlockBatch().forward(_x.copy(), _w.copy()), _z, "the second vector dead")
check_equal(ConvBlockBatch().forward(_x.copy(), 0 * _w), np.zeros((3, 2)), "filters of zeros")
### END HIDDEN TESTS

# %% test="test_ConvBlockBatch_backward_x" points=1
from scipy.signal import correlate as _correlate


def _gradients(x, w, dz):
    layer = ConvBlockBatch()
    layer.forward(np.array(x, dtype=float), np.array(w, dtype=float))
    got = layer.backward(np.array(dz, dtype=float))
    assert isinstance(got, tuple | list), "backward must return a tuple (dx, dw)"
    dx, dw = got
    return dx, dw


_x, _w = [[1.0, 2, 0, -1], [0, -3, 1, 2]], [[1.0, -1], [-2, -1], [3, 1]]
_dz = [[1.0, 2, -1], [-1, 0.5, 2]]
_dx = [[0.0, -2, -6, -2], [-1, 0, 5.5, 2]]
check_gradients(_gradients(_x, _w, _dz)[0], _dx, "dx of the page's example")
_dx = [[0.0, 4, -2, -1], [1, -3, 2, 1]]
check_gradients(_gradients(_x, _w, np.ones((2, 3)))[0], _dx, "dx, dz ones")
check_gradients(_gradients(_x, _w, np.zeros((2, 3)))[0], np.zeros((2, 4)), "dx, dz zeros")

_layer = ConvBlockBatch()
_layer.forward(np.array(_x), np.array(_w))
check_bounds(_layer.backward, np.array(_dz))

_generator = np.random.default_rng(68)
_x, _w, _dz = (_generator.normal(size=_size) for _size in [(2, 7), (3, 2), (2, 3)])


def _loss(x):
    a = [[_correlate(row, f, mode="valid", method="direct") for f in _w] for row in x]
    return np.sum(_dz * np.maximum(np.max(a, axis=2), 0))


gradient_check(_loss, lambda x: {"x": _gradients(x, _w, _dz)[0]}, x=_x)
### BEGIN HIDDEN TESTS


def _live_pairs(b, n, m, k, generator):
    """Draw vectors and filters until each filter finds something in each vector."""
    while True:
        x, w = generator.normal(size=(b, n)), generator.normal(size=(m, k))
        if k == n:
            x, w = np.abs(x), np.abs(w)
        a = [[_correlate(row, f, mode="valid", method="direct") for f in w] for row in x]
        if np.all(np.max(a, axis=2) > 0):
            return x, w, np.argmax(a, axis=2)


def _check_case(b, n, m, k, generator):
    x, w, best = _live_pairs(b, n, m, k, generator)
    dz, dx = generator.normal(size=(b, m)), np.zeros(x.shape)
    for b, m in np.ndindex(*dz.shape):
        dx[b, best[b, m] : best[b, m] + k] += dz[b, m] * w[m]
    got = _gradients(x, w, dz)[0]
    check_gradients(got, dx, f"dx, x {x.shape}, w {w.shape}")


for _sizes in [(5, 9, 2, 4), (3, 6, 3, 6), (1, 6, 5, 1), (6, 20, 4, 7), (4, 4, 4, 4)]:
    _check_case(*_sizes, rng())
check_gradients(_gradients([[3.0]], [[0.5]], [[-2.0]])[0], [[-1.0]], "dx of one entry")
### END HIDDEN TESTS

# %% test="test_ConvBlockBatch_backward_w" points=1
from scipy.signal import correlate as _correlate


def _gradients(x, w, dz):
    layer = ConvBlockBatch()
    layer.forward(np.array(x, dtype=float), np.array(w, dtype=float))
    got = layer.backward(np.array(dz, dtype=float))
    assert isinstance(got, tuple | list), "backward must return a tuple (dx, dw)"
    dx, dw = got
    return dx, dw


_x, _w = [[1.0, 2, 0, -1], [0, -3, 1, 2]], [[1.0, -1], [-2, -1], [3, 1]]
_dz = [[1.0, 2, -1], [-1, 0.5, 2]]
_dw = [[2.0, 3], [-1.5, -1.5], [0, 4]]
check_gradients(_gradients(_x, _w, _dz)[1], _dw, "dw of the page's example")
_dw = [[2.0, -3], [-3, 0], [3, 2]]
check_gradients(_gradients(_x, _w, np.ones((2, 3)))[1], _dw, "dw, dz ones")
check_gradients(_gradients(_x, _w, np.zeros((2, 3)))[1], np.zeros((3, 2)), "dw, dz zeros")

_layer = ConvBlockBatch()
_layer.forward(np.array(_x), np.array(_w))
check_bounds(_layer.backward, np.array(_dz))

_generator = np.random.default_rng(69)
_x, _w, _dz = (_generator.normal(size=_size) for _size in [(2, 7), (3, 2), (2, 3)])


def _loss(w):
    a = [[_correlate(row, f, mode="valid", method="direct") for f in w] for row in _x]
    return np.sum(_dz * np.maximum(np.max(a, axis=2), 0))


gradient_check(_loss, lambda w: {"w": _gradients(_x, w, _dz)[1]}, w=_w)
### BEGIN HIDDEN TESTS


def _live_pairs(b, n, m, k, generator):
    """Draw vectors and filters until each filter finds something in each vector."""
    while True:
        x, w = generator.normal(size=(b, n)), generator.normal(size=(m, k))
        if k == n:
            x, w = np.abs(x), np.abs(w)
        a = [[_correlate(row, f, mode="valid", method="direct") for f in w] for row in x]
        if np.all(np.max(a, axis=2) > 0):
            return x, w, np.argmax(a, axis=2)


def _check_case(b, n, m, k, generator):
    x, w, best = _live_pairs(b, n, m, k, generator)
    dz, dw = generator.normal(size=(b, m)), np.zeros(w.shape)
    for b, m in np.ndindex(*dz.shape):
        dw[m] += dz[b, m] * x[b, best[b, m] : best[b, m] + k]
    got = _gradients(x, w, dz)[1]
    check_gradients(got, dw, f"dw, x {x.shape}, w {w.shape}")


for _sizes in [(5, 9, 2, 4), (3, 6, 3, 6), (1, 6, 5, 1), (6, 20, 4, 7), (4, 4, 4, 4)]:
    _check_case(*_sizes, rng())
check_gradients(_gradients([[3.0]], [[0.5]], [[-2.0]])[1], [[-6.0]], "dw of one entry")
### END HIDDEN TESTS

# %% test="test_ConvBlockBatch_backward_dead" points=0.5


def _gradients(x, w, dz):
    layer = ConvBlockBatch()
    layer.forward(np.array(x, dtype=float), np.array(w, dtype=float))
    return layer.backward(np.array(dz, dtype=float))


# By hand: where z is 0, an upstream gradient of 100 gets nowhere.
_x = [[1.0, 2, 4, 5], [-2, -1, -4, -3]]
_zeros = (np.zeros((2, 4)), np.zeros((1, 2)))
check_gradients(_gradients(-np.abs(_x), [[2.0, 1]], [[100.0], [-100]]), _zeros, "all pairs dead")
# The second vector is dead, the first is not; then the same for two filters.
_dx, _ = _gradients(_x, [[1.0, 1]], [[2.0], [100]])
check_gradients(_dx, [[0.0, 0, 2, 2], [0, 0, 0, 0]], "dx, the second vector dead")
_, _dw = _gradients(_x[:1], [[1.0, 1], [-1, -1]], [[2.0, 100]])
check_gradients(_dw, [[8.0, 10], [0, 0]], "dw, the second filter dead")
### BEGIN HIDDEN TESTS
_x, _w = rng().uniform(0.5, 1.5, size=(3, 6)), rng().uniform(0.5, 1.5, size=(2, 3))
_dz, _zeros = rng().normal(size=(3, 2)), (np.zeros((3, 6)), np.zeros((2, 3)))
check_gradients(_gradients(-_x, _w, _dz), _zeros, "the gradients where all pairs are dead")
check_gradients(_gradients(_x, -_w, _dz), _zeros, "the gradients where all pairs are dead")
check_gradients(_gradients(0 * _x, _w, _dz), _zeros, "the gradients at x = 0")
check_gradients(_gradients(_x, 0 * _w, _dz), _zeros, "the gradients at w = 0")
### END HIDDEN TESTS

# %% test="test_ConvBlockBatch_backward_ties" points=0.5


def _gradients(x, w, dz):
    layer = ConvBlockBatch()
    layer.forward(np.array(x, dtype=float), np.array(w, dtype=float))
    return layer.backward(np.array(dz, dtype=float))


# The first two entries and the last two win together. However the gradient of 2 is shared between
# them, the shares add up to 2: to 2 * (1, 3) for w, and to 2 * (0.5, 4) for the two windows.
_dx, _dw = _gradients([[1.0, 3, 0, 1, 3]], [[0.5, 4]], [[2.0]])
check_gradients(_dw, [[2.0, 6]], "dw where two windows win together")
check_equal(_dx[0, :2] + _dx[0, 3:], [1.0, 8], "dx of the first window plus dx of the second")
assert np.all(_dx >= 0), f"no share may be negative here, got dx = {_dx}"
### BEGIN HIDDEN TESTS
_pattern = rng().integers(1, 9, size=3) / 4  # nothing matches it better than itself
_x = np.concatenate([_pattern, np.zeros(4), _pattern, np.zeros(4), _pattern])
_dx, _dw = _gradients([_x], [2 * _pattern], [[1.5]])
check_gradients(_dw, [1.5 * _pattern], "dw where three windows win together")
_dx = _dx[0, :3] + _dx[0, 7:10] + _dx[0, 14:]
check_equal(_dx, 3 * _pattern, "dx where three windows win together, summed")
### END HIDDEN TESTS

# %% test="test_ConvBlockBatch_kinds" points=0.25


def _forward(x, w):
    return ConvBlockBatch().forward(x, w)


def _backward(x, w, dz):
    layer = ConvBlockBatch()
    layer.forward(x, w)
    return layer.backward(dz)


# Powers of three times a little: no ties, rounded or not.
_x = np.array([[1.1, 9.3, -3.2, 27.4], [-9.1, 3.4, 27.3, 1.2]])
_w, _dz = (
    np.array([[1.2, 2.3], [-2.4, 1.3], [3.3, -1.4]]),
    np.array([[2.4, 1.3, -1.8], [3.2, -2.6, 1.7]]),
)
check_kinds(_forward, _x, _w)
check_kinds(_backward, _x, _w, _dz, gradient=True)
### BEGIN HIDDEN TESTS
_x = _x[::-1, ::-1] + rng().uniform(-0.05, 0.05)
_dz = rng().uniform(1.1, 4.4, size=(2, 3))
check_kinds(_forward, _x, _w)
check_kinds(_backward, _x, _w, -_dz, gradient=True)
### END HIDDEN TESTS

# %% test="test_ConvBlockBatch_layer" points=0.5
_generator = np.random.default_rng(70)
_x, _w, _dz = (_generator.normal(size=_s) for _s in [(2, 6), (3, 2), (2, 3)])
check_layer(ConvBlockBatch, _x, _w, dout=_dz)
check_layer(ConvBlockBatch, np.abs(_x[:, :1]), np.ones((1, 1)), dout=_dz[:, :1], other=(_x, _w))
# Some pairs are dead here.
_x = np.array([[1.0, 2, 4, 5], [-2, -1, -4, -3]])
check_layer(ConvBlockBatch, _x, np.array([[1.0, 1], [-1, -1], [2, -1]]), dout=_dz)
### BEGIN HIDDEN TESTS
_x, _w, _dz = (rng().normal(size=_s) for _s in [(3, 7), (2, 3), (3, 2)])
_x[0, 2:5], _dz[0] = 2 * _w[0], 1.5  # at least this pair is live
check_layer(ConvBlockBatch, _x, _w, dout=_dz, other=(-_x[:2], -_w))
### END HIDDEN TESTS

# %% [markdown]
# Here are all 28 lines of pixels of the 4 at once, as a minibatch. For each line the table says how
# much "gets brighter" and how much "gets darker" there is *anywhere* in it (each of its two columns
# is drawn 14 pixels wide, so that it stands beside the line). Lines without a stroke stay black.
# And because the max does not care where, moving the digit three pixels to the right changes
# nothing at all. That is what such a block is for.

# %%
found = ConvBlockBatch().forward(four, edges)
moved = np.roll(four, 3, axis=1)
found_moved = ConvBlockBatch().forward(moved, edges)
show_row(
    [four, np.repeat(found, 14, axis=1), moved, np.repeat(found_moved, 14, axis=1)],
    ["a 4", "brighter | darker", "moved", "brighter | darker"],
    ["image", "map", "image", "map"],
)
print("largest difference between the two tables:", np.abs(found - found_moved).max())

# %% [markdown]
# ## Summary
#
# - A layer computes and remembers in `forward`, and answers in `backward`. What it remembers is its
#   own, and what it was given belongs to others.
# - ReLU decides on the way forward what may pass on the way back. At zero it says no.
# - A shared weight collects a gradient from every place that has used it.
# - A block of layers is a layer. Backwards, each one's answer is the next one's upstream gradient.
# - A gradient check sees only what its inputs bring to light: look at live and dead, at upstream
#   gradients other than 1, and beside the kinks.
#
# ## Go further
#
# - Give the block a bias: $a_i = w x_i + b$. What is $\nabla_b$, and can a dead block come back to
#   life now?
# - A *leaky* ReLU returns $0.01 \, a_i$ for negative $a_i$. Which sentences of this notebook are no
#   longer true for it?
# - Two dimensions were lab 3, and pooling over windows, in one dimension and in two, was lab 4.
#   Make layers of them with what you know now, and you have all that lab 7 trains on MNIST.
