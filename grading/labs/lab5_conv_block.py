# ---
# jupyter:
#   lab:
#     mutants: true
# ---

# %% [markdown]
# # Lab 5 · Layers, and a block made of them
#
# "Is it anywhere in here?" A convolution says for every place how much it looks like the filter, a
# ReLU drops what is below zero, and a max pool asks for the best place of all. Convolutional
# networks are made of such blocks. You write the three layers, stack them, and learn where to
# check a block so that the check means something.
#
# |part|minutes|points|
# |---|--:|--:|
# |1 Layers|5|0|
# |2 ReLU|20|7|
# |3 One number as filter|20|7|
# |4, 5 The block|25|9|
# |6 One draw|15|1|
# |7 Bonus (can wait)|90|16.5|
# |in all|175|**40.5**|
#
# Parts 1 to 3 make a first evening. Under each task stand its checks, each folded into one line.
# Run them when you have written your answer: a check that passes prints nothing, one that fails
# says what is wrong (open it to see the numbers). When the lab is graded, further checks of the
# same kind run with other numbers.

# %% locked="setup"
import numpy as np

from lib.checking import (
    Shares,
    case,
    check_backward,
    check_bounds,
    check_forward,
    check_kinds,
    check_layer,
    check_one_of,
    folded,
    gradient_check,
    rng,
)


# %% [markdown]
# ## The fine print
#
# Worth up to a fifth of each task's points.
#
# - **Any numbers.** Inputs are `float64`, `float32` or `int64`, also mixed, also views such as
#   `x[::2]`. "A number" is Python's, NumPy's or an array of shape `()`. Gradients are `float64`.
# - **Hands off.** Change no argument, upstream gradients included. Return new arrays, sharing no
#   memory with an argument or an earlier result. (`reshape` and `ravel` often give a view.)
# - **Memory.** The last forward counts; two `backward` calls agree; layers share nothing. What a
#   layer keeps belongs in `self`.
# - **Out of bounds:** scipy, torch, tensorflow, jax, cv2, skimage, `np.convolve`, `np.correlate`,
#   `np.fft`, `np.polymul`, `np.gradient`. All else in NumPy is welcome.

# %% [markdown]
# ## 1 · What a layer is
#
# You know layers from lab 4. The pools there had one input; a convolution has two, so its
# `backward` returns two gradients: **a tuple, in the order of forward's arguments**. (`dx` in code
# is $\nabla_\mathbf{x}$ in formulas, the gradient of the loss.)


# %% locked="layer"
class Layer:
    """A step of a network, forwards and backwards."""

    def forward(self, *inputs):
        """Compute the output, and keep what `backward` needs."""
        raise NotImplementedError("forward is not written yet")

    def backward(self, dout):
        """Return the gradients of forward's inputs, given that of its output.

        One gradient if forward takes one input, otherwise a tuple in the order of the inputs.
        """
        raise NotImplementedError("backward is not written yet")


# %% [markdown]
# For example, $q=x/y$ has the slopes $1/y$ in $x$ and $-x/y^2$ in $y$, so it remembers both:


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
# And this happens if you keep things in the class, where all layers meet:


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
# The *rectified linear unit* keeps what is positive and replaces the rest by zero:
#
# $$
# h_i = \begin{cases} a_i & \text{if } a_i>0 \\ 0 & \text{if } a_i\le0 . \end{cases}
# $$
#
# ![The vector a = (2, −3, 0, 4, −1) flows into a ReLU layer, and what is below zero comes out as
# zero: h = (2, 0, 0, 4, 0). Backward, the gradient of h comes in, and that of a is asked
# for.](../../images/relu_layer.png)
#
# **The way back.** Where $a_i>0$, $h_i$ rises as fast as $a_i$: the upstream gradient passes
# unchanged. Where $a_i<0$, nothing passes. With $\nabla_\mathbf{h}=(1,2,-3,-1,5)$ and the
# picture's $\mathbf{a}$, $\nabla_\mathbf{a}=(1,0,0,-1,0)$. Note who decides: $\mathbf{a}$, from
# the way forward. The sign of the upstream gradient has no say.
#
# **At exactly 0** there is a kink, slope 0 on the left and 1 on the right. We agree on **gradient
# 0 wherever $a_i\le0$**, as the large libraries do. It matters: zero padding and empty paper are
# full of exact zeros.
#
# ### Task 1 · `ReLU` · 6 points
#
# Arrays come in any shape, even `()`. The rest is the [fine print](#The-fine-print).
#
# <details><summary>Hint: forward</summary>
#
# `h = a` is a second name for the same array, and `h[a < 0] = 0` writes into the caller's.
# `np.maximum` returns a new one.
# </details>
#
# <details><summary>Hint: backward</summary>
#
# `a > 0` is an array of True and False, a *mask*, and all that you need to remember.
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


# %% test="test_ReLU" points=2
# A start: the picture's vector, and others by hand; or their gradients
_a = np.array([2.0, -3, 0, 4, -1])
_cases = [case(_a, gives=[2.0, 0, 0, 4, 0]), case(-_a, gives=[0.0, 3, 0, 0, 1])]
_cases += [case(_a / 8, gives=[0.25, 0, 0, 0.5, 0]), case([-0.5, 70], gives=[0.0, 70])]
_back = [case([2.0, -3, 0.5, 4, -1], dout=[1.0, 10, -100, 0, 5], gives=[1, 0, -100, 0, 0])]
_back += [case([-0.5, 70], dout=[-3.0, -4], gives=[0, -4])]
### BEGIN HIDDEN TESTS
_generator = rng()
_cases += [case([0.0, -0.0], gives=[0.0, 0]), case([-0.5, -7], gives=[0.0, 0])]
for _scale in (1, 1e6, 1e-12):
    _a = _scale * _generator.normal(size=12)
    _cases.append(case(_a, gives=np.array([max(_value, 0.0) for _value in _a])))
    _dh = _generator.normal(size=12)
    _back.append(case(_a, dout=_dh, gives=np.where(_a > 0, _dh, 0)))
### END HIDDEN TESTS
check_one_of(lambda: check_forward(ReLU, *_cases), lambda: check_backward(ReLU, *_back))
check_bounds(ReLU, *_cases[0].args)


# %% test="test_ReLU_shapes" points=1
# Arrays of any shape
_cases = [
    case([[2, -3, 1], [-1, 4, -2]], gives=[[2.0, 0, 1], [0, 4, 0]]),
    case([[[2], [-3]]], gives=[[[2.0], [0]]]),
    case([2.5], gives=[2.5]),
    case(np.array(2.5), gives=2.5),
    case(np.array(-2.5), gives=0.0),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _shape in [(1, 5), (3, 2, 5), (2, 1, 2, 1, 2)]:
    _a = _generator.normal(size=_shape)
    _cases.append(case(_a, gives=np.where(_a > 0, _a, 0)))
_a = -np.abs(_generator.normal(size=(2, 1, 2, 1, 2)))
_cases.append(case(_a, gives=np.zeros(_a.shape)))
### END HIDDEN TESTS
check_forward(ReLU, *_cases)


# %% test="test_ReLU_backward" points=0.5
# The gradient for ones: 1 where a is above zero, 0 where it is below
_ones = np.ones(5)
_cases = [
    case([2, -3, 0.5, 4, -1], dout=_ones, gives=[1, 0, 1, 1, 0]),
    case([-2, 3, -0.5, -4, 1], dout=_ones, gives=[0, 1, 0, 0, 1]),
    case([1, 2], dout=[1, 1], gives=[1, 1]),
    case([-1, -2], dout=[1, 1], gives=[0, 0]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _scale in (1e6, 1e-3):
    _on, _size = _generator.permutation(12) < 6, _scale * _generator.uniform(0.1, 2, size=12)
    _cases.append(case(np.where(_on, _size, -_size), dout=np.ones(12), gives=_on * 1.0))
### END HIDDEN TESTS
check_backward(ReLU, *_cases)
check_bounds(ReLU, *_cases[0].args, **_cases[0].options)


# %% test="test_ReLU_upstream" points=0.5
# The gradient for other dh: a decides, and not the sign of dh
_cases = [
    case([2, -3, 0.5, 4, -1], dout=[1, 2, -3, -1, -5], gives=[1, 0, -3, -1, 0]),
    case([-2, 3, -0.5, -4, 1], dout=[1, 2, -3, -1, -5], gives=[0, 2, 0, 0, -5]),
    case([2, -3, 0.5], dout=[0, 0, 0], gives=[0, 0, 0]),
    case([1, -2], dout=[-0.1, 4], gives=[-0.1, 0]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _scale in (1e6, 1e-3):
    _on, _size = _generator.permutation(12) < 6, _generator.uniform(0.1, 2, size=12)
    _dh = _scale * _generator.normal(size=12)
    _cases.append(case(np.where(_on, _size, -_size), dout=_dh, gives=np.where(_on, _dh, 0)))
### END HIDDEN TESTS
check_backward(ReLU, *_cases)


# %% test="test_ReLU_at_zero" points=0.5
# The gradient where a is exactly 0, and where it is close to 0
_cases = [
    case([2, -3, 0, 4, -1], dout=[1, 1, 1, 1, 1], gives=[1, 0, 0, 1, 0]),
    case([0.0, -0.0, 3], dout=[1, 1, 1], gives=[0, 0, 1]),
    case([1e-12, -1e-12], dout=[1, 1], gives=[1, 0]),
]
### BEGIN HIDDEN TESTS
_ones = np.ones(6)
_cases += [
    case([0, 3, 0, -2, 1, 0], dout=_ones, gives=[0, 1, 0, 0, 1, 0]),
    case(np.zeros(6), dout=_ones, gives=np.zeros(6)),
    case(np.full(6, 1e-200), dout=_ones, gives=_ones),
]
### END HIDDEN TESTS
check_backward(ReLU, *_cases)


# %% test="test_ReLU_backward_shapes" points=0.5
# The gradient of arrays of any shape
_one = np.array(1.0)
_cases = [
    case([[2, -3, 1], [-1, 4, -2]], dout=np.ones((2, 3)), gives=[[1, 0, 1], [0, 1, 0]]),
    case([[[2], [-3]]], dout=np.ones((1, 2, 1)), gives=[[[1], [0]]]),
    case([2.5], dout=[1], gives=[1]),
    case(np.array(2.5), dout=_one, gives=1.0),
    case(np.array(-2.5), dout=_one, gives=0.0),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _shape in [(1, 5), (3, 2, 5), (2, 1, 2, 1, 2)]:
    _a = _generator.normal(size=_shape)
    _cases.append(case(_a, dout=np.ones(_shape), gives=(_a > 0) * 1.0))
### END HIDDEN TESTS
check_backward(ReLU, *_cases)


# %% test="test_ReLU_kinds" points=0.5
# Fine print: ints, float32, views
_a, _dh = np.array([1.5, -2.25, 3.25, -1.75, 2.5]), np.array([2.5, 3.25, -1.75, -2.25, 1.5])
_right = [1.5, 0, 3.25, 0, 2.5], [2.5, 0, -1.75, 0, 1.5]
check_kinds(ReLU, _a, dout=_dh, gives=_right)
### BEGIN HIDDEN TESTS
_a, _dh = rng().permutation(_a), rng().permutation(_dh)
check_forward(ReLU, case(_a, gives=np.where(_a > 0, _a, 0)))
check_backward(ReLU, case(_a, dout=_dh, gives=np.where(_a > 0, _dh, 0)))
### END HIDDEN TESTS


# %% test="test_ReLU_layer" points=0.5
# Fine print: hands off, the last forward counts, layers share nothing
_a, _dh = np.array([1.5, -2.25, 3.25, -1.75, 2.5]), np.array([2.5, 3.25, -1.75, -2.25, 1.5])
_right = [1.5, 0, 3.25, 0, 2.5], [2.5, 0, -1.75, 0, 1.5]
check_layer(ReLU, _a, dout=_dh, gives=_right, other=(np.array([-1.0, 2, 3]),))
check_layer(ReLU, _a[::2], dout=_dh[::2], gives=(_a[::2], _dh[::2]))  # nothing to cut off
### BEGIN HIDDEN TESTS
_a, _dh = rng().normal(size=(2, 2, 3, 4))
check_forward(ReLU, case(_a, gives=np.where(_a > 0, _a, 0)))
check_backward(ReLU, case(_a, dout=_dh, gives=np.where(_a > 0, _dh, 0)))
### END HIDDEN TESTS

# %% [markdown]
# Now measure. At the picture's $\mathbf{a}$ the third place is a kink, where `gradient_check`
# refuses to judge.

# %%
relu = ReLU()
try:
    gradient_check(relu.forward, relu.backward, np.array([2.0, -3.0, 0.0, 4.0, -1.0]))
except ValueError as message:
    print(folded(message), end="\n\n")

gradient_check(relu.forward, relu.backward, np.array([2.0, -3.0, 0.1, 4.0, -1.0]))

# %% [markdown]
# ### Task 2 · Switched on, switched off · 1 point
#
# What is $\nabla_\mathbf{a}$ if $a_i < 0$ for all $i$? If $a_i > 0$ for all $i$? The $a_i$ come
# from a layer with weights: what does a step of gradient descent do to these weights in either
# case?

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
# The smallest convolution has a filter with a single entry $w$ and looks at one $x_i$ at a time:
# $a_i = w\,x_i$ (a "1×1 convolution" with stride 1).
#
# ![The vector x = (1, −2, 3, −1) and one number, the filter w = −2, flow into a convolution, and
# each element comes out times the same w: a = (−2, 4, −6, 2). Backward, the gradient of a comes
# in, and those of x and of w are asked for.](../../images/conv1d_layer.png)
#
# It is a convolution because all places **share** one $w$. Remember lab 3: *when something is used
# in several places, its gradient is the sum over all its uses*. Each $x_i$ is used once. How often
# is $w$ used? Take $\nabla_\mathbf{a} = (1, 0, 2, -1)$ and raise $w$ from $-2$ to $-1$:
# $\mathbf{a}$ changes by $(1, -2, 3, -1)$, and the loss by $1\cdot1 + 0\cdot(-2) + 2\cdot3 +
# (-1)(-1) = 8$.

# %%
x, upstream = np.array([1.0, -2.0, 3.0, -1.0]), np.array([1.0, 0.0, 2.0, -1.0])
before, after = np.sum(-2 * x * upstream), np.sum(-1 * x * upstream)
print("a =", -2 * x, " raising w by 1 changes the loss by", after - before)

# %% [markdown]
# ### Task 3 · Who influences whom? · 1 point
#
# How many elements of $\mathbf{a}$ does one $x_i$ influence? How many does $w$? So what shape have
# $\nabla_\mathbf{x}$ and $\nabla_w$, and how many terms has each of their entries? What are the
# answers if $\mathbf{w}$ is a vector of $K$ entries, as in lab 2, without padding?

# %% [markdown] written="influence" points=1
# One $x_i$ influences one element, $a_i$. The filter $w$ influences all $N$ of them. So
# $\nabla_\mathbf{x}$ has the shape of $\mathbf{x}$ with a single term in each entry, $w
# \nabla_{a_i}$. And $\nabla_w$ is one number, like $w$ itself: a sum of $N$ terms, $\sum_i x_i
# \nabla_{a_i}$.
#
# With $K$ entries, $x_i$ lies in up to $K$ windows and influences up to $K$ elements (fewer near
# both ends). Each $w_k$ influences all $N - K + 1$ elements.

# %% [markdown]
# ### Task 4 · `Conv1D` · 6 points
#
# `backward` returns `(dx, dw)`, an array and a number: $\nabla_w$ has the shape of $w$.
#
# <details><summary>Hint</summary>
#
# $\nabla_w$ is a dot product: of which two vectors? And products of integers are integers:
# `np.asarray(da, dtype=np.float64)` is a cure.
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
        dw : number
        """
        ### BEGIN SOLUTION
        da = np.asarray(da, dtype=np.float64)
        return self.w * da, np.sum(self.x * da)
        ### END SOLUTION


# %% test="test_Conv1D" points=2
# The picture's x and w, and others by hand
_x = np.array([1.0, -2, 3, -1])
_cases = [
    case(_x, np.float64(-2), gives=[-2.0, 4, -6, 2]),
    case(_x, np.float64(0.5), gives=[0.5, -1, 1.5, -0.5]),
    case(_x, np.float64(0), gives=[0.0, 0, 0, 0]),
    case([1], np.float64(3), gives=[3.0]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _scale in ((1, 1e-6), (2, 1), (9, 1e6)):
    _x, _w = _scale * _generator.normal(size=_n), _generator.normal()
    _cases.append(case(_x, np.float64(_w), gives=np.array([_value * _w for _value in _x])))
### END HIDDEN TESTS
check_forward(Conv1D, *_cases)
check_bounds(Conv1D, *_cases[0].args)


# %% test="test_Conv1D_start" points=1
# A start: the forward pass is right, or one of the two gradients for da of ones
_x, _ones = np.array([1.0, -2, 3, -1]), np.ones(4)
_forward = [case(_x, np.float64(-2), gives=[-2.0, 4, -6, 2])]
_into_x = [case(_x, np.float64(-2), dout=_ones, gives=[-2, -2, -2, -2])]
_into_w = [case(_x, np.float64(-2), dout=_ones, gives=1.0)]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n in (2, 9):
    _x, _w = _generator.normal(size=_n), _generator.normal()
    _forward.append(case(_x, np.float64(_w), gives=np.array([_value * _w for _value in _x])))
    _into_x.append(case(_x, np.float64(_w), dout=np.ones(_n), gives=np.full(_n, _w)))
    _into_w.append(case(_x, np.float64(_w), dout=np.ones(_n), gives=sum(_x.tolist())))
### END HIDDEN TESTS
check_one_of(
    lambda: check_forward(Conv1D, *_forward),
    lambda: check_backward(Conv1D, *_into_x, of="dx"),
    lambda: check_backward(Conv1D, *_into_w, of="dw"),
)


# %% test="test_Conv1D_backward_x" points=0.5
# dx for da of ones
_x, _ones = [1, -2, 3, -1], np.ones(4)
_cases = [
    case(_x, np.float64(-2), dout=_ones, gives=[-2, -2, -2, -2]),
    case(_x, np.float64(0.5), dout=_ones, gives=[0.5, 0.5, 0.5, 0.5]),
    case(_x, np.float64(0), dout=_ones, gives=[0, 0, 0, 0]),
    case([4], np.float64(3), dout=[1], gives=[3]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n in (2, 9):
    _x, _w = _generator.normal(size=_n), _generator.normal()
    _cases.append(case(_x, np.float64(_w), dout=np.ones(_n), gives=np.full(_n, _w)))
### END HIDDEN TESTS
check_backward(Conv1D, *_cases, of="dx")
check_bounds(Conv1D, *_cases[0].args, **_cases[0].options)


# %% test="test_Conv1D_backward_w" points=0.5
# dw for da of ones: a number
_x, _ones = [1, -2, 3, -1], np.ones(4)
_cases = [
    case(_x, np.float64(-2), dout=_ones, gives=1.0),
    case(_x, np.float64(0.5), dout=_ones, gives=1.0),
    case([1, -2, 3, 2.5], np.float64(0), dout=_ones, gives=4.5),
    case([4], np.float64(3), dout=[1], gives=4.0),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _scale in ((1, 1e-6), (5, -1e6), (9, 1)):
    _x, _w = _scale * _generator.uniform(0.5, 1.5, size=_n), _generator.normal()
    _cases.append(case(_x, np.float64(_w), dout=np.ones(_n), gives=sum(_x.tolist())))
### END HIDDEN TESTS
check_backward(Conv1D, *_cases, of="dw")


# %% test="test_Conv1D_upstream_x" points=0.5
# dx for other da
_x, _da = [1, -2, 3, -1], [1, 0, 2, -1]
_cases = [
    case(_x, np.float64(-2), dout=_da, gives=[-2, 0, -4, 2]),
    case(_da, np.float64(3), dout=_x, gives=[3, -6, 9, -3]),
    case([4], np.float64(3), dout=[-2], gives=[-6]),
    case(_x, np.float64(-2), dout=np.zeros(4), gives=np.zeros(4)),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _scale in ((1, 1e-6), (2, 1), (9, 1e6)):
    _x, _da, _w = _generator.normal(size=_n), _generator.normal(size=_n), _generator.normal()
    _cases.append(case(_x, np.float64(_w), dout=_scale * _da, gives=_w * _scale * _da))
### END HIDDEN TESTS
check_backward(Conv1D, *_cases, of="dx")


# %% test="test_Conv1D_upstream_w" points=0.5
# dw for other da: on the page it is 8
_x, _da = [1, -2, 3, -1], [1, 0, 2, -1]
_cases = [
    case(_x, np.float64(-2), dout=_da, gives=8.0),
    case(_x, np.float64(0.5), dout=_da, gives=8.0, title="dw does not depend on w"),
    case(_x, np.float64(-2), dout=[-1.5, 1, 0, 1], gives=-4.5),
    case([4], np.float64(3), dout=[-2], gives=-8.0),
    case(_x, np.float64(-2), dout=np.zeros(4), gives=0.0),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _scale in ((1, 1e-6), (5, -1e6), (9, 1)):
    _x, _da = _generator.uniform(0.5, 1.5, size=(2, _n))
    _dw = _scale * sum(_value * _share for _value, _share in zip(_x, _da, strict=True))
    _cases.append(case(_x, np.float64(_generator.normal()), dout=_scale * _da, gives=_dw))
### END HIDDEN TESTS
check_backward(Conv1D, *_cases, of="dw")


# %% test="test_Conv1D_kinds" points=0.5
# Fine print: ints, float32, views; w as any kind of number
_x, _da, _w = np.array([1.5, -2.5, 3.5]), np.array([2.5, -1.5, 3.25]), np.float64(2.25)
_right = [3.375, -5.625, 7.875], ([5.625, -3.375, 7.3125], 18.875)
check_kinds(Conv1D, _x, _w, dout=_da, gives=_right)
_numbers, _right = (
    (2.0, 2, np.array(2.0), np.array(2)),
    (2 * _da, 18.875),
)
check_backward(Conv1D, *[case(_x, _w, dout=_da, gives=_right) for _w in _numbers])
### BEGIN HIDDEN TESTS
_x, _da = rng().uniform(1.1, 4.4, size=(2, 6))
check_forward(Conv1D, case(_x, np.float64(-1.75), gives=-1.75 * _x))
_right = 1.75 * _da, -np.vdot(_x, _da)
check_backward(Conv1D, case(_x, np.float64(-1.75), dout=-_da, gives=_right))
# All of one narrow kind, the filter a Python number.
_x, _da, _right = np.array([1, -2, 3]), np.array([2, 5, -1]), ([4, 10, -2], -11.0)
_kinds = np.int64, np.float32
check_backward(
    Conv1D, *[case(_x.astype(_k), 2, dout=_da.astype(_k), gives=_right) for _k in _kinds]
)
### END HIDDEN TESTS


# %% test="test_Conv1D_layer" points=0.5
# Fine print: hands off, the last forward counts, layers share nothing
_x, _da = np.array([1.5, -2.5, 3.5]), np.array([2.5, -1.5, 3.25])
_right = [3.0, -5, 7], ([5, -3, 6.5], 18.875)
check_layer(Conv1D, _x, np.float64(2), dout=_da, gives=_right)
_right = _x, (_da, 18.875)
check_layer(Conv1D, _x, np.float64(1), dout=_da, gives=_right)  # times one: still a new array?
### BEGIN HIDDEN TESTS
_x, _da = rng().integers(1, 40, size=(2, 3)) / 4
check_forward(Conv1D, case(_x, np.float64(2), gives=2 * _x))
check_backward(Conv1D, case(_x, np.float64(2), dout=_da, gives=(2 * _da, np.vdot(_x, _da))))
### END HIDDEN TESTS

# %%
conv = Conv1D()
print("a =", conv.forward(x, -2.0))
dx, dw = conv.backward(upstream)
print("dx =", dx + 0.0, " dw =", dw)  # + 0.0 makes 0 of -0
gradient_check(conv.forward, conv.backward, x, -2.0)

# %% [markdown]
# ## 4 · Your max pool
#
# Max pooling over one vector, $z = \max(\mathbf{h})$, is yours already: copy `MaxPool` from lab 4.
# There are no points for it, but your block may need it.


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
# Your MaxPool from lab 4, once more
check_forward(MaxPool, case([1, 5, -2], gives=5.0), case([-3, -1, -2], gives=-1.0))
check_backward(
    MaxPool,
    case([1, 5, -2, 3], dout=-1.5, gives=[0, -1.5, 0, 0]),
    case([0, 0, 0], dout=1.0, gives=Shares((3,), [([0, 1, 2], 1)])),
)

# %% [markdown]
# ## 5 · The block
#
# Now stack the three, $z=\max(\mathrm{ReLU}(\mathrm{conv}(\mathbf{x},w)))$ with
# $\mathbf{x}\in\mathbb{R}^N$ and $w,z\in\mathbb{R}$:
#
# ![Three layers in a row: x = (1, −2, 3, −1) and w = −2 give a = (−2, 4, −6, 2) after conv, h =
# (0, 4, 0, 2) after ReLU and z = 4 after max. The gradients pass the same layers the other way:
# from z to h, to a, to x and w.](../../images/conv_block.png)
#
# A block is itself a layer. On the way back each layer's answer is the next one's upstream
# gradient. Follow $\nabla_z=-1.5$ through the picture. The pool sends it to the winner:
# $\nabla_\mathbf{h}=(0,-1.5,0,0)$. The ReLU lets it pass, since $a_2=4$ is positive. The
# convolution multiplies it by $w=-2$ on the way to $\mathbf{x}$, and by $x_2=-2$ on the way to
# $w$: $\nabla_\mathbf{x}=(0,3,0,0)$ and $\nabla_w=3$.
#
# **Live and dead.** As long as one $a_i$ is above zero, the block is *live*. If none is, as for
# $\mathbf{x}=(1,2,3)$ and $w=-1$, then $z=0$. Whichever of the three zeros the pool picks, the
# ReLU lets nothing through: both gradients are zero everywhere.
#
# ### Task 5 · `ConvBlock` · 9 points
#
# Build it from your layers (a mistake in one of them shows here as well: repair that first), or
# from scratch. Every block needs layers of its own: `__init__` runs once for each block, but what
# stands directly under `class ConvBlock:` is made once for all.
#
# <details><summary>Hint: two gradients</summary>
#
# The pool and the ReLU return one gradient each, the convolution a tuple of two, which is the
# block's own answer.
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
        dw : number
        """
        ### BEGIN SOLUTION
        return self.conv.backward(self.relu.backward(self.pool.backward(dz)))
        ### END SOLUTION


# %% test="test_ConvBlock" points=2.5
# z of live blocks
_x = np.array([1.0, -2, 3, -1])
_cases = [
    case(_x, np.float64(-2), gives=4.0),
    case(_x, np.float64(2), gives=6.0),
    case(_x, np.float64(0.25), gives=0.75),
    case([0.5, 1, 0.25], np.float64(3), gives=3.0),
    case([-0.5, -1, -0.25], np.float64(-3), gives=3.0),
    case([5], np.float64(0.5), gives=2.5),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _scale, _sign in ((1, 1, -1), (2, 1e6, -1), (5, 1e-6, -1), (9, 1e-6, 1), (6, 1e6, 1)):
    _x, _w = _generator.uniform(-1.5, 1.5, size=_n), _generator.uniform(0.25, 1)
    _x[_n // 2] = 2  # live, and no tie
    _z = float(2 * _scale * _w)
    _cases.append(case(_sign * _scale * _x, np.float64(_sign * _w), gives=_z))
### END HIDDEN TESTS
check_forward(ConvBlock, *_cases)
check_bounds(ConvBlock, *_cases[0].args)


# %% test="test_ConvBlock_dead" points=0.5
# z of dead blocks, beside a live one
_x = np.array([1.0, 2, 3])
_cases = [
    case(_x, np.float64(0.5), gives=1.5),
    case(_x, np.float64(-1), gives=0.0),
    case(-_x, np.float64(2.5), gives=0.0),
    case(_x / 10, np.float64(-0.5), gives=0.0),
    case(_x, np.float64(0), gives=0.0),
    case([-4], np.float64(1), gives=0.0),
]
### BEGIN HIDDEN TESTS
_generator = rng()
_cases += [
    case([0, 0, 2, 0], np.float64(1.5), gives=3.0),
    case(np.zeros(4), np.float64(2), gives=0.0),
]
for _n, _scale in ((1, 1), (2, -1e-6), (7, -1e6)):
    _x, _w = _scale * _generator.uniform(0.5, 1.5, size=_n), _generator.uniform(0.5, 1.5)
    _cases.append(case(_x, np.float64(-_w * np.sign(_scale)), gives=0.0))
### END HIDDEN TESTS
check_forward(ConvBlock, *_cases)


# %% test="test_ConvBlock_start" points=1.5
# A start: of a live block the output, or one of the two gradients for dz = 1
_x, _w = np.array([1.0, -2, 3, -1]), np.float64(-2)
_forward = [case(_x, _w, gives=4.0)]
_into_x = [case(_x, _w, dout=1.0, gives=[0, -2, 0, 0])]
_into_w = [case(_x, _w, dout=1.0, gives=-2.0)]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n in (2, 9):
    _x, _w = _generator.uniform(1, 3, size=_n), _generator.uniform(2, 3)
    _best = _x == max(_x)
    _forward.append(case(_x, np.float64(_w), gives=float(max(_x) * _w)))
    _into_x.append(case(_x, np.float64(_w), dout=1.0, gives=_w * _best))
    _into_w.append(case(_x, np.float64(_w), dout=1.0, gives=float(max(_x))))
### END HIDDEN TESTS
check_one_of(
    lambda: check_forward(ConvBlock, *_forward),
    lambda: check_backward(ConvBlock, *_into_x, of="dx"),
    lambda: check_backward(ConvBlock, *_into_w, of="dw"),
)


# %% test="test_ConvBlock_backward_x" points=0.25
# dx of live blocks for dz = 1: only the best place counts
_x = [1, -2, 3, -1]
_cases = [
    case(_x, np.float64(-2), dout=1.0, gives=[0, -2, 0, 0]),
    case(_x, np.float64(2), dout=1.0, gives=[0, 0, 2, 0]),
    case([-4, -1, -3], np.float64(-3), dout=1.0, gives=[-3, 0, 0]),
    case([5], np.float64(0.5), dout=1.0, gives=[0.5]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _scale, _sign in ((1, 1, -1), (2, 1e6, -1), (5, 1e-6, -1), (9, 1e-6, 1), (6, 1e6, 1)):
    _x, _w = _generator.uniform(-1.5, 1.5, size=_n), _sign * _generator.uniform(0.25, 1)
    _x[_n // 3] = 2
    _dx = _w * np.eye(_n)[_n // 3]
    _cases.append(case(_sign * _scale * _x, np.float64(_w), dout=1.0, gives=_dx))
### END HIDDEN TESTS
check_backward(ConvBlock, *_cases, of="dx")
check_bounds(ConvBlock, *_cases[0].args, **_cases[0].options)


# %% test="test_ConvBlock_backward_w" points=0.25
# dw of live blocks for dz = 1
_x = [1, -2, 3, -1]
_cases = [
    case(_x, np.float64(-2), dout=1.0, gives=-2.0),
    case(_x, np.float64(2), dout=1.0, gives=3.0),
    case([-4, -1, -3], np.float64(-3), dout=1.0, gives=-4.0),
    case([5], np.float64(0.5), dout=1.0, gives=5.0),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _scale, _sign in ((1, 1, -1), (2, 1e6, -1), (5, 1e-6, -1), (9, 1e-6, 1), (6, 1e6, 1)):
    _x, _w = _generator.uniform(-1.5, 1.5, size=_n), _sign * _generator.uniform(0.25, 1)
    _x[_n // 3] = 2
    _x = _sign * _scale * _x
    _cases.append(case(_x, np.float64(_w), dout=1.0, gives=2.0 * _sign * _scale))
### END HIDDEN TESTS
check_backward(ConvBlock, *_cases, of="dw")


# %% test="test_ConvBlock_dead_x" points=0.5
# dx of dead blocks, also exactly at the kink, beside a live one
_x = np.array([1.0, 2, 3])
_cases = [
    case(_x, np.float64(0.5), dout=1.0, gives=[0, 0, 0.5]),
    case(_x, np.float64(-1), dout=1.0, gives=[0, 0, 0]),
    case(-_x, np.float64(2.5), dout=-2.5, gives=[0, 0, 0]),
    case([0, 2, 3], np.float64(-1.5), dout=1.0, gives=[0, 0, 0], title="the best a is exactly 0"),
    case(_x, np.float64(0), dout=1.0, gives=[0, 0, 0]),
    case([-1, 1e-12, -2], np.float64(2), dout=1.0, gives=[0, 2, 0], title="the best a is tiny"),
]
### BEGIN HIDDEN TESTS
_generator = rng()
_cases += [case([0, 1, 0], np.float64(2), dout=1.0, gives=[0, 2, 0])]
for _n, _sign, _dz in ((1, 1, -1e6), (7, -1, -1e6), (2, 1, 1.0)):
    _x, _w = _generator.uniform(0.5, 1.5, size=_n), _generator.uniform(0.5, 1.5)
    _cases.append(case(_sign * _x, np.float64(-_sign * _w), dout=_dz, gives=np.zeros(_n)))
_cases.append(case(np.zeros(3), np.float64(2), dout=3.5, gives=np.zeros(3)))
_cases.append(case([-_x[0], 0, -_x[1]], np.float64(2), dout=1.0, gives=np.zeros(3)))
### END HIDDEN TESTS
check_backward(ConvBlock, *_cases, of="dx")


# %% test="test_ConvBlock_dead_w" points=0.5
# dw of dead blocks, also exactly at the kink, beside a live one
_x = np.array([1.0, 2, 3])
_cases = [
    case(_x, np.float64(0.5), dout=1.0, gives=3.0),
    case(_x, np.float64(-1), dout=1.0, gives=0.0),
    case(-_x, np.float64(2.5), dout=-2.5, gives=0.0),
    case([0, 2, 3], np.float64(-1.5), dout=1.0, gives=0.0, title="the best a is exactly 0"),
    case(_x, np.float64(0), dout=1.0, gives=0.0),
    case([-1, 1e-12, -2], np.float64(2), dout=1.0, gives=1e-12, title="the best a is just above 0"),
]
### BEGIN HIDDEN TESTS
_generator = rng()
_cases += [case([0, 1, 0], np.float64(2), dout=1.0, gives=1.0)]
for _n, _sign, _dz in ((1, 1, -1e6), (7, -1, -1e6), (2, 1, 1.0)):
    _x, _w = _generator.uniform(0.5, 1.5, size=_n), _generator.uniform(0.5, 1.5)
    _cases.append(case(_sign * _x, np.float64(-_sign * _w), dout=_dz, gives=0.0))
_cases.append(case(np.zeros(3), np.float64(2), dout=3.5, gives=0.0))
_cases.append(case([-_x[0], 0, -_x[1]], np.float64(2), dout=1.0, gives=0.0))
### END HIDDEN TESTS
check_backward(ConvBlock, *_cases, of="dw")


# %% test="test_ConvBlock_upstream_x" points=0.5
# dx of live blocks for other dz; on the page dz = -1.5
_x = [1, -2, 3, -1]
_cases = [
    case(_x, np.float64(-2), dout=-1.5, gives=[0, 3, 0, 0]),
    case(_x, np.float64(-2), dout=2.5, gives=[0, -5, 0, 0]),
    case(_x, np.float64(2), dout=-0.5, gives=[0, 0, -1, 0]),
    case([5, 1], np.float64(0.5), dout=3.0, gives=[1.5, 0]),
    case(_x, np.float64(-2), dout=0.0, gives=[0, 0, 0, 0]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _dz in (_generator.normal(), 1e6, -1e-6):
    _x, _w = _generator.uniform(-1.5, 1.5, size=6), _generator.uniform(0.5, 1.5)
    _x[4] = 2
    _cases.append(case(_x, np.float64(_w), dout=_dz, gives=_dz * _w * np.eye(6)[4]))
### END HIDDEN TESTS
check_backward(ConvBlock, *_cases, of="dx")


# %% test="test_ConvBlock_upstream_w" points=0.5
# dw of live blocks for other dz; on the page dz = -1.5
_x = [1, -2, 3, -1]
_cases = [
    case(_x, np.float64(-2), dout=-1.5, gives=3.0),
    case(_x, np.float64(-2), dout=2.5, gives=-5.0),
    case(_x, np.float64(2), dout=-0.5, gives=-1.5),
    case([5, 1], np.float64(0.5), dout=3.0, gives=15.0),
    case(_x, np.float64(-2), dout=0.0, gives=0.0),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _dz in (_generator.normal(), 1e6, -1e-6):
    _x, _w = _generator.uniform(-1.5, 1.5, size=6), _generator.uniform(0.5, 1.5)
    _x[4] = 2
    _cases.append(case(_x, np.float64(_w), dout=_dz, gives=2.0 * _dz))
### END HIDDEN TESTS
check_backward(ConvBlock, *_cases, of="dw")


# %% test="test_ConvBlock_ties" points=0.5
# Two entries win together and share, in any way
check_backward(
    ConvBlock,
    case([2, 1, 2], np.float64(1.5), dout=1.0, gives=Shares((3,), [([0, 2], 1.5)])),
    case([1, 1, -3, 1], np.float64(0.5), dout=1.0, gives=Shares((4,), [([0, 1, 3], 0.5)])),
    of="dx",
)
check_backward(ConvBlock, case([2, 1, 2], np.float64(1.5), dout=1.0, gives=2.0), of="dw")
### BEGIN HIDDEN TESTS
_high = rng().integers(3, 40) * 1.0
_shares = Shares((3,), [([0, 2], 1.5)])
_case = case([_high, 1, _high], np.float64(1.5), dout=1.0, gives=_shares)
check_backward(ConvBlock, _case, of="dx")
### END HIDDEN TESTS


# %% test="test_ConvBlock_kinds" points=0.5
# Fine print: ints, float32, views; w and dz as any kind of number
_x, _w, _dz = np.array([1.5, -2.5, 3.5]), np.float64(2.25), np.float64(1.75)
check_kinds(ConvBlock, _x, _w, dout=_dz, gives=(7.875, ([0, 0, 3.9375], 6.125)))
_numbers = 2.0, 2, np.array(2.0), np.array(2)
_right = [0, 0, 4], 7.0
check_backward(ConvBlock, *[case(_x, _n, dout=_n, gives=_right) for _n in _numbers])
### BEGIN HIDDEN TESTS
_x = np.append(rng().permutation([1.4, -2.3, 3.2, 4.4]), 1.7) + rng().uniform(-0.05, 0.05)
_best = (_x == max(_x)) * 1.0
check_forward(ConvBlock, case(_x, np.float64(3.3), gives=3.3 * max(_x)))
_right = 2.75 * 3.3 * _best, 2.75 * max(_x)
check_backward(ConvBlock, case(_x, np.float64(3.3), dout=np.float64(2.75), gives=_right))
# All of one narrow kind, the numbers Python's.
_cases = [case(np.array([1, -2, 3], k), 2, dout=3, gives=([0, 0, 6], 9.0)) for k in (int, "f4")]
check_backward(ConvBlock, *_cases)
### END HIDDEN TESTS


# %% test="test_ConvBlock_layer" points=1
# Fine print: hands off, the last forward counts, blocks share nothing
_x, _w = np.array([1.5, -2.5, 3.5]), np.float64(2.25)
check_layer(ConvBlock, _x, _w, dout=2.0, gives=(7.875, ([0, 0, 4.5], 7)))
_right, _other = (7.0, ([0, 0, 2], 3.5)), (np.array([-2.0, -1]), np.float64(3))
check_layer(ConvBlock, _x, np.float64(2), dout=1.0, gives=_right, other=_other)
### BEGIN HIDDEN TESTS
_x = rng().uniform(-1.5, 1.5, size=6)
_x[4] = 2
_right = 1.5 * (_x == 2), 4.0
check_forward(ConvBlock, case(_x, np.float64(0.75), gives=1.5))
check_backward(ConvBlock, case(_x, np.float64(0.75), dout=2.0, gives=_right))
### END HIDDEN TESTS

# %% [markdown]
# Your block against measured slopes, at random numbers:

# %%
generator = np.random.default_rng(52)
params = [generator.normal(size=5), generator.normal()]

conv_block = ConvBlock()
gradient_check(conv_block.forward, conv_block.backward, *params)

# %% [markdown]
# Hold $\mathbf{x}$ fixed, turn the knob $w$, and watch $z$. For $\mathbf{x}=(1,-2,3,-1)$ both
# sides are live, each with its own winner; at $w=-2$ the slope is $-2$ (times $-1.5$: the
# $\nabla_w=3$ from above). For $\mathbf{x}=(1,2,3)$ the left side is dead: flat, and no gradient
# step will ever lead out of it.

# %%
from matplotlib.figure import Figure

from lib.plotting import show_figure

block = ConvBlock()
knob = np.linspace(-3, 3, 121)
figure = Figure(figsize=(7, 3.6))
axes = figure.subplots()
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
axes.set(xlabel="filter w", ylabel="z", title="The block, and its slope at w = -2")
axes.legend()
show_figure(figure, "z over w: a valley at 0 for the first x; for the second flat left of 0")

# %% [markdown]
# ## 6 · One draw proves nothing
#
# The check above was one draw of random numbers. How much is that worth? Let us break your block
# on purpose, in two ways, and draw two thousand times, five normally distributed $x_i$ and one $w$
# each, with the upstream gradient 1. In one block the ReLU's `backward` is `return dh`: nothing is
# masked. In the other the pool never listens to `dz` and sends back 1. In how many draws will the
# check notice something? Guess first.


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
# Three places, chosen with some thought, find both. So our checks of your block look at a live
# one, a dead one, and upstream gradients other than 1.
#
# ### Task 6 · Why 97 percent? · 1 point
#
# Why does the unmasked ReLU do no harm as long as the block is live? Work out the exact chance
# that a block with five random $x_i$ and a random $w$ is dead, if each number is positive or
# negative with equal chances. What would it be for a hundred $x_i$, and what does that say about
# tests on large random inputs?

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
# From here on everything is extra. Each `backward` returns `(dx, dw)`. Do the one that you like
# best.
#
# ### Bonus 1 · `Conv1DFilters`: several numbers · can wait · 3.75 points
#
# $M$ filters of one number each give $M$ rows, $a_{mi}=w_m\,x_i$. For $\mathbf{x}=(1,-2,3)$ and
# $\mathbf{w}=(2,-1)$
#
# $$
# \mathbf{a} = \begin{bmatrix} 2&-4&6\\-1&2&-3 \end{bmatrix} \quad
# \nabla_\mathbf{a} = \begin{bmatrix} 1&0&2\\0&1&-1 \end{bmatrix}
# \Rightarrow
# \nabla_\mathbf{x}=(2,-1,5), \; \nabla_\mathbf{w}=(7,-5) .
# $$
#
# Every filter uses $x_i$, so its gradient has $M$ terms: $\nabla_{x_3}=2\cdot2+(-1)(-1)=5$.


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
# The page's example, and others by hand
_x, _w = np.array([1.0, -2, 3]), np.array([2.0, -1])
_cases = [
    case(_x, _w, gives=[[2.0, -4, 6], [-1, 2, -3]]),
    case(_w, _x, gives=[[2.0, -1], [-4, 2], [6, -3]]),
    case(_x, [0.25], gives=[[0.25, -0.5, 0.75]]),
    case([1], _w, gives=[[2.0], [-1]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _m in [(3, 5), (7, 1), (1, 6)]:
    _x, _w = 1e3 * _generator.normal(size=_n), _generator.normal(size=_m)
    _a = np.array([[_filter * _value for _value in _x] for _filter in _w])
    _cases.append(case(_x, _w, gives=_a))
### END HIDDEN TESTS
check_forward(Conv1DFilters, *_cases)
check_bounds(Conv1DFilters, *_cases[0].args)


# %% test="test_Conv1DFilters_backward_x" points=0.5
# dx for da of ones
_x, _w = [1, -2, 3], [2, -1]
_cases = [
    case(_x, _w, dout=np.ones((2, 3)), gives=[1, 1, 1]),
    case(_w, _x, dout=np.ones((3, 2)), gives=[2, 2]),
    case(_x, [0.5], dout=np.ones((1, 3)), gives=[0.5, 0.5, 0.5]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _m in [(3, 5), (7, 1), (1, 6)]:
    _x, _w = _generator.normal(size=_n), _generator.normal(size=_m)
    _cases.append(case(_x, _w, dout=np.ones((_m, _n)), gives=np.full(_n, sum(_w))))
### END HIDDEN TESTS
check_backward(Conv1DFilters, *_cases, of="dx")
check_bounds(Conv1DFilters, *_cases[0].args, **_cases[0].options)


# %% test="test_Conv1DFilters_backward_w" points=0.5
# dw for da of ones
_x, _w = [1, -2, 3], [2, -1]
_cases = [
    case(_x, _w, dout=np.ones((2, 3)), gives=[2, 2]),
    case(_w, _x, dout=np.ones((3, 2)), gives=[1, 1, 1]),
    case(_x, [0.5], dout=np.ones((1, 3)), gives=[2]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _m in [(3, 5), (7, 1), (1, 6)]:
    _x, _w = _generator.normal(size=_n), _generator.normal(size=_m)
    _cases.append(case(_x, _w, dout=np.ones((_m, _n)), gives=np.full(_m, sum(_x))))
### END HIDDEN TESTS
check_backward(Conv1DFilters, *_cases, of="dw")


# %% test="test_Conv1DFilters_upstream_x" points=0.5
# dx for other da
_x, _w, _da = [1, -2, 3], [2, -1], np.array([[1.0, 0, 2], [0, 1, -1]])
_cases = [
    case(_x, _w, dout=_da, gives=[2, -1, 5]),
    case(_w, _x, dout=_da.T.copy(), gives=[7, -5]),
    case(_x, [0.5], dout=[[1, 0, -2]], gives=[0.5, 0, -1]),
    case(_x, _w, dout=0 * _da, gives=[0, 0, 0]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _m in [(3, 5), (7, 1), (1, 6)]:
    _x, _w, _da = (_generator.normal(size=_size) for _size in (_n, _m, (_m, _n)))
    _cases.append(case(_x, _w, dout=_da, gives=np.einsum("m,mn->n", _w, _da)))
### END HIDDEN TESTS
check_backward(Conv1DFilters, *_cases, of="dx")


# %% test="test_Conv1DFilters_upstream_w" points=0.5
# dw for other da
_x, _w, _da = [1, -2, 3], [2, -1], np.array([[1.0, 0, 2], [0, 1, -1]])
_cases = [
    case(_x, _w, dout=_da, gives=[7, -5]),
    case(_w, _x, dout=_da.T.copy(), gives=[2, -1, 5]),
    case(_x, [0.5], dout=[[1, 0, -2]], gives=[-5]),
    case(_x, _w, dout=0 * _da, gives=[0, 0]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _m in [(3, 5), (7, 1), (1, 6)]:
    _x, _w, _da = (_generator.normal(size=_size) for _size in (_n, _m, (_m, _n)))
    _cases.append(case(_x, _w, dout=_da, gives=np.einsum("n,mn->m", _x, _da)))
### END HIDDEN TESTS
check_backward(Conv1DFilters, *_cases, of="dw")


# %% test="test_Conv1DFilters_kinds" points=0.25
# Fine print: ints, float32, views
_x, _w = np.array([1.5, -2.5, 3.5]), np.array([2.25, -1.25])
_a, _da = [[3.375, -5.625, 7.875], [-1.875, 3.125, -4.375]], [[2.5, -1.5, 3.25], [1.5, 2.75, -2.25]]
_right = _a, ([3.75, -6.8125, 10.125], [18.875, -12.5])
check_kinds(Conv1DFilters, _x, _w, dout=np.array(_da), gives=_right)
### BEGIN HIDDEN TESTS
_x, _w, _da = (rng().integers(1, 40, size=_s) / 4 for _s in [3, 2, (2, 3)])
check_forward(Conv1DFilters, case(_x, _w, gives=np.outer(_w, _x)))
check_backward(Conv1DFilters, case(_x, _w, dout=_da, gives=(_w @ _da, _da @ _x)))
### END HIDDEN TESTS


# %% test="test_Conv1DFilters_layer" points=0.5
# Fine print: hands off, the last forward counts, layers share nothing
_x, _w = np.array([1.0, -2, 3]), np.array([2.0, -1])
_right = [[2.0, -4, 6], [-1, 2, -3]], ([2, -1, 5], [7, -5])
check_layer(Conv1DFilters, _x, _w, dout=np.array([[1.0, 0, 2], [0, 1, -1]]), gives=_right)
_da, _right = np.array([[1.0, 0, 2]]), ([[1.0, -2, 3]], ([1, 0, 2], [7]))
check_layer(Conv1DFilters, _x, np.ones(1), dout=_da, gives=_right, other=(_x[:2], _w))
### BEGIN HIDDEN TESTS
_x, _w, _da = (rng().integers(1, 40, size=_s) * 1.0 for _s in [3, 2, (2, 3)])
check_forward(Conv1DFilters, case(_x, _w, gives=np.outer(_w, _x)))
check_backward(Conv1DFilters, case(_x, _w, dout=_da, gives=(_w @ _da, _da @ _x)))
### END HIDDEN TESTS

# %% [markdown]
# ### Bonus 2 · `Conv1DVector`: one filter that is a vector · can wait · 4 points
#
# The filter slides: $a_i=\sum_{k=0}^{K-1}w_k\,x_{i+k}$. Only the $N-K+1$ windows that fit count.
# For $\mathbf{x}=(2,0,-1,3,1,-2)$ and $\mathbf{w}=(1,2,-1)$
#
# $$
# \mathbf{a}=(3,-5,4,7) \quad \nabla_\mathbf{a}=(1,-1,2,1) \Rightarrow
# \nabla_\mathbf{x}=(1,1,-1,6,0,-1), \; \nabla_\mathbf{w}=(3,8,-4) .
# $$
#
# Follow one of each (counting from 0). $x_1$ lies in window 0 under $w_1$ and in window 1 under
# $w_0$: $1\cdot2+(-1)\cdot1=1$. And $w_2$ met $-1$, $3$, $1$ and $-2$:
# $1\cdot(-1)+(-1)\cdot3+2\cdot1+1\cdot(-2)=-4$.
#
# <details><summary>Hint</summary>
#
# Let every window add its share: `dx[i : i + K] += ...`. A plain `=` keeps only the last.
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
# The page's example; filters of three entries
_x, _w = np.array([2.0, 0, -1, 3, 1, -2]), np.array([1.0, 2, -1])
_cases = [
    case(_x, _w, gives=[3.0, -5, 4, 7]),
    case(_x, [0, 0, 1], gives=[-1.0, 3, 1, -2]),
    case(_x[:4], [1, 0, 0], gives=[2.0, 0]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _scale in ((7, -1e6), (12, 1e-6)):
    _x, _w = _scale * _generator.uniform(1, 2, size=_n), _generator.normal(size=3)
    _a = np.array([np.vdot(_x[_i : _i + 3], _w) for _i in range(_n - 2)])
    _cases.append(case(_x, _w, gives=_a))
### END HIDDEN TESTS
check_forward(Conv1DVector, *_cases)
check_bounds(Conv1DVector, *_cases[0].args)


# %% test="test_Conv1DVector_sizes" points=0.25
# Filters of one entry, of two, and as long as x
_x = np.array([2.0, 0, -1, 3])
_forward = [
    case(_x, [-2], gives=[-4.0, 0, 2, -6]),
    case(_x, [1, -1], gives=[2.0, 1, -4]),
    case(_x, [1, 4, 5, 3], gives=[6.0]),
]
_backward = [case(_x, [1, -1], dout=[1, 1, 1], gives=([1, 0, 0, -1], [1, 2]))]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _k in [(1, 1), (9, 1), (9, 8), (6, 6)]:
    _x, _w, _da = (_generator.normal(size=_size) for _size in (_n, _k, _n - _k + 1))
    _windows = np.lib.stride_tricks.sliding_window_view(_x, _k)
    _dx = sum(_da[_i] * np.pad(_w, (_i, _n - _k - _i)) for _i in range(len(_da)))
    _forward.append(case(_x, _w, gives=_windows @ _w))
    _backward.append(case(_x, _w, dout=_da, gives=(_dx, _da @ _windows)))
### END HIDDEN TESTS
check_forward(Conv1DVector, *_forward)
check_backward(Conv1DVector, *_backward)

# %% test="test_Conv1DVector_backward_x" points=0.5
# dx for da of ones
_x, _w = [2, 0, -1, 3, 1, -2], [1, 2, -1]
_cases = [
    case(_x, _w, dout=np.ones(4), gives=[1, 3, 2, 2, 1, -1]),
    case(_x[:5], [0, 5, 0], dout=np.ones(3), gives=[0, 5, 5, 5, 0]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n in (3, 4, 9):
    _x, _w = _generator.normal(size=_n), _generator.normal(size=3)
    _dx = sum(np.pad(_w, (_i, _n - 3 - _i)) for _i in range(_n - 2))
    _cases.append(case(_x, _w, dout=np.ones(_n - 2), gives=_dx))
### END HIDDEN TESTS
check_backward(Conv1DVector, *_cases, of="dx")
check_bounds(Conv1DVector, *_cases[0].args, **_cases[0].options)


# %% test="test_Conv1DVector_backward_w" points=0.5
# dw for da of ones
_x, _w = [2, 0, -1, 3, 1, -2], [1, 2, -1]
_cases = [
    case(_x, _w, dout=np.ones(4), gives=[4, 3, 1]),
    case(_x[:5], _w, dout=np.ones(3), gives=[1, 2, 3]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n in (3, 4, 9):
    _x, _w = _generator.normal(size=_n), _generator.normal(size=3)
    _dw = np.array([sum(_x[_k : _k + _n - 2]) for _k in range(3)])
    _cases.append(case(_x, _w, dout=np.ones(_n - 2), gives=_dw))
### END HIDDEN TESTS
check_backward(Conv1DVector, *_cases, of="dw")


# %% test="test_Conv1DVector_upstream_x" points=0.5
# dx for other da
_x, _w = [2, 0, -1, 3, 1, -2], [1, 2, -1]
_cases = [
    case(_x, _w, dout=[1, -1, 2, 1], gives=[1, 1, -1, 6, 0, -1]),
    case(_x, _w, dout=[0, 3, 0, 0], gives=[0, 3, 6, -3, 0, 0]),
    case(_x, _w, dout=np.zeros(4), gives=np.zeros(6)),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n in (3, 4, 9):
    _x, _w, _da = (_generator.normal(size=_size) for _size in (_n, 3, _n - 2))
    _dx = sum(_da[_i] * np.pad(_w, (_i, _n - 3 - _i)) for _i in range(_n - 2))
    _cases.append(case(_x, _w, dout=_da, gives=_dx))
### END HIDDEN TESTS
check_backward(Conv1DVector, *_cases, of="dx")


# %% test="test_Conv1DVector_upstream_w" points=0.5
# dw for other da
_x, _w = [2, 0, -1, 3, 1, -2], [1, 2, -1]
_cases = [
    case(_x, _w, dout=[1, -1, 2, 1], gives=[3, 8, -4]),
    case(_x, _w, dout=[0, 3, 0, 0], gives=[0, -3, 9]),
    case(_x, _w, dout=np.zeros(4), gives=[0, 0, 0]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n in (3, 4, 9):
    _x, _w, _da = (_generator.normal(size=_size) for _size in (_n, 3, _n - 2))
    _dw = np.array([np.vdot(_da, _x[_k : _k + _n - 2]) for _k in range(3)])
    _cases.append(case(_x, _w, dout=_da, gives=_dw))
### END HIDDEN TESTS
check_backward(Conv1DVector, *_cases, of="dw")


# %% test="test_Conv1DVector_kinds" points=0.25
# Fine print: ints, float32, views
_x, _w = np.array([1.5, -2.5, 3.5, 4.5, -1.75]), np.array([2.25, -1.25, 1.5])
_a, _dx = [11.75, -3.25, -0.375], [5.625, -6.5, 12.9375, -6.3125, 4.875]
_right = _a, (_dx, [18.875, 3.125, -3.6875])
check_kinds(Conv1DVector, _x, _w, dout=np.array([2.5, -1.5, 3.25]), gives=_right)
### BEGIN HIDDEN TESTS
_x, _w, _da = (rng().integers(1, 40, size=_n) / 4 for _n in (5, 3, 3))
_right = np.convolve(_da, _w), np.correlate(_x, _da, "valid")
check_forward(Conv1DVector, case(_x, _w, gives=np.correlate(_x, _w, "valid")))
check_backward(Conv1DVector, case(_x, _w, dout=_da, gives=_right))
### END HIDDEN TESTS


# %% test="test_Conv1DVector_layer" points=0.5
# Fine print: hands off, the last forward counts, layers share nothing
_x, _w = np.array([2.0, 0, -1, 3, 1, -2]), np.array([1.0, 2, -1])
_right = [3.0, -5, 4, 7], ([1, 1, -1, 6, 0, -1], [3, 8, -4])
check_layer(Conv1DVector, _x, _w, dout=np.array([1.0, -1, 2, 1]), gives=_right)
_x, _dout = np.array([2.0, 0, -1, 3]), np.array([1.0, -1, 2, 4])
check_layer(Conv1DVector, _x, np.ones(1), dout=_dout, gives=(_x, (_dout, [12.0])))
### BEGIN HIDDEN TESTS
_x, _w, _da = (rng().integers(1, 40, size=_n) * 1.0 for _n in (5, 3, 3))
_right = np.convolve(_da, _w), np.correlate(_x, _da, "valid")
check_forward(Conv1DVector, case(_x, _w, gives=np.correlate(_x, _w, "valid")))
check_backward(Conv1DVector, case(_x, _w, dout=_da, gives=_right))
### END HIDDEN TESTS

# %% [markdown]
# ### Bonus 3 · `Conv1DBank`: a bank of vector filters · can wait · 3.75 points
#
# <details><summary>If you want more: many filters, each with several entries</summary>
#
# $M$ filters of length $K$ give a row each, $a_{mi}=\sum_k w_{mk}\,x_{i+k}$. For
# $\mathbf{x}=(1,2,0,-1,3)$
#
# $$
# \mathbf{w} = \begin{bmatrix} 1&-1\\2&1\\0&3 \end{bmatrix} \Rightarrow
# \mathbf{a} = \begin{bmatrix} -1&2&1&-4\\4&4&-1&1\\6&0&-3&9 \end{bmatrix}
# $$
#
# $$
# \nabla_\mathbf{a} = \begin{bmatrix} 1&0&-1&2\\0&2&1&0\\1&-1&0&1 \end{bmatrix} \Rightarrow
# \nabla_\mathbf{x}=(1,6,0,4,1), \;
# \nabla_\mathbf{w} = \begin{bmatrix} -1&9\\4&-1\\-2&5 \end{bmatrix}
# $$
#
# Row $m$ of $\nabla_\mathbf{w}$ comes from row $m$ of $\nabla_\mathbf{a}$ alone;
# $\nabla_\mathbf{x}$ is the sum of what all filters send.
# </details>


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
# The page's example, and others by hand
_x, _w = np.array([1.0, 2, 0, -1, 3]), np.array([[1.0, -1], [2, 1], [0, 3]])
_cases = [
    case(_x, _w, gives=[[-1.0, 2, 1, -4], [4, 4, -1, 1], [6, 0, -3, 9]]),
    case(_x, [[1, 2, -1]], gives=[[5.0, 3, -5]]),
    case(_x[:2], _w, gives=[[-1.0], [4], [6]]),
    case(_x, [[2], [-1]], gives=[[2.0, 4, 0, -2, 6], [-1, -2, 0, 1, -3]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _m, _k in [(9, 3, 4), (6, 2, 6), (6, 5, 1)]:
    _x, _w = _generator.normal(size=_n), _generator.normal(size=(_m, _k))
    _a = [[np.vdot(_x[_i : _i + _k], _row) for _i in range(_n - _k + 1)] for _row in _w]
    _cases.append(case(_x, _w, gives=np.array(_a)))
### END HIDDEN TESTS
check_forward(Conv1DBank, *_cases)
check_bounds(Conv1DBank, *_cases[0].args)


# %% test="test_Conv1DBank_backward_x" points=0.5
# dx for da of ones
_x, _w = [1, 2, 0, -1, 3], [[1, -1], [2, 1], [0, 3]]
_cases = [
    case(_x, _w, dout=np.ones((3, 4)), gives=[3, 6, 6, 6, 3]),
    case(_x, [[1, 2, -1]], dout=np.ones((1, 3)), gives=[1, 3, 2, 1, -1]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _m, _k in [(9, 3, 4), (6, 2, 6), (6, 5, 1)]:
    _x, _w = _generator.normal(size=_n), _generator.normal(size=(_m, _k))
    _dx = sum(np.pad(_row, (_i, _n - _k - _i)) for _row in _w for _i in range(_n - _k + 1))
    _cases.append(case(_x, _w, dout=np.ones((_m, _n - _k + 1)), gives=_dx))
### END HIDDEN TESTS
check_backward(Conv1DBank, *_cases, of="dx")
check_bounds(Conv1DBank, *_cases[0].args, **_cases[0].options)


# %% test="test_Conv1DBank_backward_w" points=0.5
# dw for da of ones
_x, _w = [1, 2, 0, -1, 3], [[1, -1], [2, 1], [0, 3]]
_cases = [
    case(_x, _w, dout=np.ones((3, 4)), gives=[[2, 4], [2, 4], [2, 4]]),
    case(_x, [[1, 2, -1]], dout=np.ones((1, 3)), gives=[[3, 1, 2]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _m, _k in [(9, 3, 4), (6, 2, 6), (6, 5, 1)]:
    _x, _w = _generator.normal(size=_n), _generator.normal(size=(_m, _k))
    _row = [sum(_x[_i : _i + _n - _k + 1]) for _i in range(_k)]
    _cases.append(case(_x, _w, dout=np.ones((_m, _n - _k + 1)), gives=np.array([_row] * _m)))
### END HIDDEN TESTS
check_backward(Conv1DBank, *_cases, of="dw")


# %% test="test_Conv1DBank_upstream_x" points=0.5
# dx for other da
_x, _w = [1, 2, 0, -1, 3], [[1, -1], [2, 1], [0, 3]]
_da = np.array([[1.0, 0, -1, 2], [0, 2, 1, 0], [1, -1, 0, 1]])
_cases = [
    case(_x, _w, dout=_da, gives=[1, 6, 0, 4, 1]),
    case(_x, _w, dout=0 * _da, gives=np.zeros(5)),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _m, _k in [(9, 3, 4), (6, 2, 6), (6, 5, 1)]:
    _x, _w, _da = (_generator.normal(size=_s) for _s in (_n, (_m, _k), (_m, _n - _k + 1)))
    _dx = np.zeros(_n)
    for _i, _j in np.ndindex(_da.shape):
        _dx[_j : _j + _k] += _da[_i, _j] * _w[_i]
    _cases.append(case(_x, _w, dout=_da, gives=_dx))
### END HIDDEN TESTS
check_backward(Conv1DBank, *_cases, of="dx")


# %% test="test_Conv1DBank_upstream_w" points=0.5
# dw for other da
_x, _w = [1, 2, 0, -1, 3], [[1, -1], [2, 1], [0, 3]]
_da = np.array([[1.0, 0, -1, 2], [0, 2, 1, 0], [1, -1, 0, 1]])
_cases = [
    case(_x, _w, dout=_da, gives=[[-1, 9], [4, -1], [-2, 5]]),
    case(_x, _w, dout=0 * _da, gives=np.zeros((3, 2))),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _m, _k in [(9, 3, 4), (6, 2, 6), (6, 5, 1)]:
    _x, _w, _da = (_generator.normal(size=_s) for _s in (_n, (_m, _k), (_m, _n - _k + 1)))
    _dw = np.zeros((_m, _k))
    for _i, _j in np.ndindex(_da.shape):
        _dw[_i] += _da[_i, _j] * _x[_j : _j + _k]
    _cases.append(case(_x, _w, dout=_da, gives=_dw))
### END HIDDEN TESTS
check_backward(Conv1DBank, *_cases, of="dw")


# %% test="test_Conv1DBank_kinds" points=0.25
# Fine print: ints, float32, views
_x, _w = np.array([1.5, -2.5, 3.5, 4.5]), np.array([[2.25, -1.25], [1.5, 2.5]])
_a, _da = [[6.5, -10, 2.25], [-4, 5, 16.5]], np.array([[2.5, -1.5, 3.25], [1.25, -2.5, 2.25]])
_right = _a, ([7.5, -7.125, 6.3125, 1.5625], [[18.875, 3.125], [16, -1.75]])
check_kinds(Conv1DBank, _x, _w, dout=_da, gives=_right)
### BEGIN HIDDEN TESTS
_x, _w, _da = (rng().integers(1, 40, size=_s) / 4 for _s in [4, (2, 2), (2, 3)])
_dx = sum(np.convolve(_d, _f) for _d, _f in zip(_da, _w, strict=True))
_dw = [np.correlate(_x, _d, "valid") for _d in _da]
check_forward(Conv1DBank, case(_x, _w, gives=[np.correlate(_x, _f, "valid") for _f in _w]))
check_backward(Conv1DBank, case(_x, _w, dout=_da, gives=(_dx, _dw)))
### END HIDDEN TESTS


# %% test="test_Conv1DBank_layer" points=0.5
# Fine print: hands off, the last forward counts, layers share nothing
_x, _w = np.array([1.0, 2, 0, -1, 3]), np.array([[1.0, -1], [2, 1], [0, 3]])
_da = np.array([[1.0, 0, -1, 2], [0, 2, 1, 0], [1, -1, 0, 1]])
_a = [[-1.0, 2, 1, -4], [4, 4, -1, 1], [6, 0, -3, 9]]
_right = _a, ([1, 6, 0, 4, 1], [[-1, 9], [4, -1], [-2, 5]])
check_layer(Conv1DBank, _x, _w, dout=_da, gives=_right)
_right = [_x], (_x[::-1], [[2.0]])
check_layer(Conv1DBank, _x, np.ones((1, 1)), dout=_x[None, ::-1], gives=_right)
### BEGIN HIDDEN TESTS
_x, _w, _da = (rng().integers(1, 40, size=_s) * 1.0 for _s in [5, (2, 3), (2, 3)])
_dx = sum(np.convolve(_d, _f) for _d, _f in zip(_da, _w, strict=True))
_dw = [np.correlate(_x, _d, "valid") for _d in _da]
check_forward(Conv1DBank, case(_x, _w, gives=[np.correlate(_x, _f, "valid") for _f in _w]))
check_backward(Conv1DBank, case(_x, _w, dout=_da, gives=(_dx, _dw)))
### END HIDDEN TESTS

# %% [markdown]
# What a bank sees in one line of pixels, cut through a handwritten 4: one filter answers where the
# line gets brighter, the other where it gets darker. Each stroke is entered once and left once.

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
# ### Bonus 4 · `ConvBlockBatch`: the block, for a minibatch · can wait · 5 points
#
# <details><summary>If you want more: the whole block, as networks use it</summary>
#
# $B$ vectors and $M$ filters go through bank, ReLU and a max over all positions: how much of each
# pattern is in each vector, *wherever it may be*?
#
# $$
# z_{bm} = \max_i \mathrm{ReLU}\Big(\sum_k w_{mk}\,x_{b,i+k}\Big)
# $$
#
# $$
# \mathbf{x} = \begin{bmatrix} 1&2&0&-1&3\\0&-3&1&2&-2 \end{bmatrix} \;
# \mathbf{w} = \begin{bmatrix} 1&-1\\-2&-1\\3&1 \end{bmatrix} \Rightarrow
# \mathbf{z} = \begin{bmatrix} 2&1&6\\4&5&5 \end{bmatrix}
# $$
#
# Back, every $z_{bm}$ above zero sends its upstream gradient to the window that won it and to the
# filter $m$; these collect what they get:
#
# $$
# \nabla_\mathbf{z} = \begin{bmatrix} 1&2&-1\\-1&0.5&2 \end{bmatrix} \Rightarrow
# \nabla_\mathbf{x} = \begin{bmatrix} 0&-2&-6&-2&0\\0&-1&5.5&1&1 \end{bmatrix} \;
# \nabla_\mathbf{w} = \begin{bmatrix} 0&2\\-1.5&-1.5\\0&4 \end{bmatrix}
# $$
#
# Some pairs may be dead while others are live. If two windows win together, any shares that add up
# are fine. Hint: remember `argmax` over the positions, and which `z` are above zero; two plain
# loops over `b` and `m` are a good first version.
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
# The page's example: every filter finds something in every vector
_x = np.array([[1.0, 2, 0, -1, 3], [0, -3, 1, 2, -2]])
_w = np.array([[1.0, -1], [-2, -1], [3, 1]])
_cases = [
    case(_x, _w, gives=[[2.0, 1, 6], [4, 5, 5]]),
    case(_x[:1], _w, gives=[[2.0, 1, 6]]),
    case(_x, _w[2:], gives=[[6.0], [5]]),
    case(_x, [[0.5]], gives=[[1.5], [1]]),
    case([[3]], [[2]], gives=[[6.0]]),
]
### BEGIN HIDDEN TESTS


def _live(b, n, m, k, generator):
    """Draw vectors and filters until each filter finds something in each vector."""
    while True:
        x, w = generator.normal(size=(b, n)), generator.normal(size=(m, k))
        if k == n:
            x, w = np.abs(x), np.abs(w)
        a = np.lib.stride_tricks.sliding_window_view(x, k, axis=1) @ w.T
        if np.all(a.max(axis=1) > 0):
            return x, w, a.max(axis=1)


_generator = rng()
for _sizes in [(5, 9, 2, 4), (3, 6, 3, 6), (1, 6, 5, 1)]:
    _x, _w, _z = _live(*_sizes, _generator)
    _cases.append(case(_x, _w, gives=_z))
_x, _w, _z = _live(1, 6, 5, 1, _generator)
_cases.append(case(1e6 * _x, 1e-3 * _w, gives=1e3 * _z))
### END HIDDEN TESTS
check_forward(ConvBlockBatch, *_cases)
check_bounds(ConvBlockBatch, *_cases[0].args)


# %% test="test_ConvBlockBatch_dead" points=0.75
# Some filters find nothing in some vectors
_x = np.array([[1.0, 2, 4, 5], [-2, -1, -4, -3]])
_w = np.array([[1.0, 1], [-1, -1], [2, -1]])
_cases = [
    case(_x, _w, gives=[[9.0, 0, 3], [0, 7, 2]]),
    case(_x[:1], _w[1:2], gives=[[0.0]]),
]
### BEGIN HIDDEN TESTS
_x, _w = rng().uniform(0.5, 1.5, size=(3, 6)), rng().uniform(0.5, 1.5, size=(2, 3))
_windows = np.lib.stride_tricks.sliding_window_view(_x, 3, axis=1)
_z = (_windows @ _w.T).max(axis=1)
_z[1], _none = 0, np.zeros((3, 2))
_cases += [
    case(_x * [[1], [-1], [1]], _w, gives=_z),
    case(-_x, _w / 100, gives=_none),
    case(_x, 0 * _w, gives=_none),
]
### END HIDDEN TESTS
check_forward(ConvBlockBatch, *_cases)


# %% test="test_ConvBlockBatch_start" points=1
# A start: of live pairs the table, or one of the two gradients for dz of ones
_x, _w = np.array([[1, 2, 0, -1, 3], [0, -3, 1, 2, -2]]), np.array([[1, -1], [-2, -1], [3, 1]])
_x, _w, _ones = 1.0 * _x, 1.0 * _w, np.ones((2, 3))
_forward = [case(_x, _w, gives=[[2.0, 1, 6], [4, 5, 5]])]
_into_x = [case(_x, _w, dout=_ones, gives=[[0, 4, -2, -1, 0], [0, -2, 2, 2, -1]])]
_into_w = [case(_x, _w, dout=_ones, gives=[[4, -2], [-3, 0], [3, 2]])]
### BEGIN HIDDEN TESTS
_generator = rng()
for _b, _n, _m in [(3, 6, 2), (2, 5, 4)]:  # one weight: the largest entry wins
    _x, _w = _generator.uniform(1, 3, size=(_b, _n)), _generator.uniform(2, 3, size=(_m, 1))
    _top, _d = _x.max(axis=1), np.ones((_b, _m))
    _forward.append(case(_x, _w, gives=np.outer(_top, _w)))
    _into_x.append(case(_x, _w, dout=_d, gives=(_x == _top[:, None]) * _w.sum()))
    _into_w.append(case(_x, _w, dout=_d, gives=np.full((_m, 1), _top.sum())))
### END HIDDEN TESTS
check_one_of(
    lambda: check_forward(ConvBlockBatch, *_forward),
    lambda: check_backward(ConvBlockBatch, *_into_x, of="dx"),
    lambda: check_backward(ConvBlockBatch, *_into_w, of="dw"),
)


# %% test="test_ConvBlockBatch_backward_x" points=0.25
# dx for dz of ones, all live
_x, _w = [[1, 2, 0, -1, 3], [0, -3, 1, 2, -2]], [[1, -1], [-2, -1], [3, 1]]
_cases = [
    case(_x, _w, dout=np.ones((2, 3)), gives=[[0, 4, -2, -1, 0], [0, -2, 2, 2, -1]]),
    case([[3]], [[0.5]], dout=[[1]], gives=[[0.5]]),
]
### BEGIN HIDDEN TESTS


def _live(b, n, m, k, generator):
    """Draw vectors and filters until each filter finds something in each vector."""
    while True:
        x, w = generator.normal(size=(b, n)), generator.normal(size=(m, k))
        if k == n:
            x, w = np.abs(x), np.abs(w)
        a = np.lib.stride_tricks.sliding_window_view(x, k, axis=1) @ w.T
        if np.all(a.max(axis=1) > 0):
            return x, w, a.argmax(axis=1)


_generator = rng()
for _sizes in [(5, 9, 2, 4), (3, 6, 3, 6), (1, 6, 5, 1)]:
    _x, _w, _best = _live(*_sizes, _generator)
    _dx = np.zeros(_x.shape)
    for _b, _m in np.ndindex(_best.shape):
        _dx[_b, _best[_b, _m] : _best[_b, _m] + _w.shape[1]] += _w[_m]
    _cases.append(case(_x, _w, dout=np.ones(_best.shape), gives=_dx))
### END HIDDEN TESTS
check_backward(ConvBlockBatch, *_cases, of="dx")
check_bounds(ConvBlockBatch, *_cases[0].args, **_cases[0].options)


# %% test="test_ConvBlockBatch_backward_w" points=0.25
# dw for dz of ones, all live
_x, _w = [[1, 2, 0, -1, 3], [0, -3, 1, 2, -2]], [[1, -1], [-2, -1], [3, 1]]
_cases = [
    case(_x, _w, dout=np.ones((2, 3)), gives=[[4, -2], [-3, 0], [3, 2]]),
    case([[3]], [[0.5]], dout=[[1]], gives=[[3]]),
]
### BEGIN HIDDEN TESTS


def _live(b, n, m, k, generator):
    """Draw vectors and filters until each filter finds something in each vector."""
    while True:
        x, w = generator.normal(size=(b, n)), generator.normal(size=(m, k))
        if k == n:
            x, w = np.abs(x), np.abs(w)
        a = np.lib.stride_tricks.sliding_window_view(x, k, axis=1) @ w.T
        if np.all(a.max(axis=1) > 0):
            return x, w, a.argmax(axis=1)


_generator = rng()
for _sizes in [(5, 9, 2, 4), (3, 6, 3, 6), (1, 6, 5, 1)]:
    _x, _w, _best = _live(*_sizes, _generator)
    _dw = np.zeros(_w.shape)
    for _b, _m in np.ndindex(_best.shape):
        _dw[_m] += _x[_b, _best[_b, _m] : _best[_b, _m] + _w.shape[1]]
    _cases.append(case(_x, _w, dout=np.ones(_best.shape), gives=_dw))
### END HIDDEN TESTS
check_backward(ConvBlockBatch, *_cases, of="dw")


# %% test="test_ConvBlockBatch_upstream_x" points=0.25
# dx for other dz, all live
_x, _w = [[1, 2, 0, -1, 3], [0, -3, 1, 2, -2]], [[1, -1], [-2, -1], [3, 1]]
_dx = [[0, -2, -6, -2, 0], [0, -1, 5.5, 1, 1]]
_cases = [
    case(_x, _w, dout=[[1, 2, -1], [-1, 0.5, 2]], gives=_dx),
    case([[3]], [[0.5]], dout=[[-0.2]], gives=[[-0.1]]),
    case(_x, _w, dout=np.zeros((2, 3)), gives=np.zeros((2, 5))),
]
### BEGIN HIDDEN TESTS


def _live(b, n, m, k, generator):
    """Draw vectors and filters until each filter finds something in each vector."""
    while True:
        x, w = generator.normal(size=(b, n)), generator.normal(size=(m, k))
        if k == n:
            x, w = np.abs(x), np.abs(w)
        a = np.lib.stride_tricks.sliding_window_view(x, k, axis=1) @ w.T
        if np.all(a.max(axis=1) > 0):
            return x, w, a.argmax(axis=1)


_generator = rng()
for _sizes in [(5, 9, 2, 4), (3, 6, 3, 6), (1, 6, 5, 1)]:
    _x, _w, _best = _live(*_sizes, _generator)
    _dz, _dx = _generator.normal(size=_best.shape), np.zeros(_x.shape)
    for _b, _m in np.ndindex(_best.shape):
        _dx[_b, _best[_b, _m] : _best[_b, _m] + _w.shape[1]] += _dz[_b, _m] * _w[_m]
    _cases.append(case(_x, _w, dout=_dz, gives=_dx))
### END HIDDEN TESTS
check_backward(ConvBlockBatch, *_cases, of="dx")


# %% test="test_ConvBlockBatch_upstream_w" points=0.25
# dw for other dz, all live
_x, _w = [[1, 2, 0, -1, 3], [0, -3, 1, 2, -2]], [[1, -1], [-2, -1], [3, 1]]
_dw = [[0, 2], [-1.5, -1.5], [0, 4]]
_cases = [
    case(_x, _w, dout=[[1, 2, -1], [-1, 0.5, 2]], gives=_dw),
    case([[3]], [[0.5]], dout=[[-0.2]], gives=[[-0.6]]),
    case(_x, _w, dout=np.zeros((2, 3)), gives=np.zeros((3, 2))),
]
### BEGIN HIDDEN TESTS


def _live(b, n, m, k, generator):
    """Draw vectors and filters until each filter finds something in each vector."""
    while True:
        x, w = generator.normal(size=(b, n)), generator.normal(size=(m, k))
        if k == n:
            x, w = np.abs(x), np.abs(w)
        a = np.lib.stride_tricks.sliding_window_view(x, k, axis=1) @ w.T
        if np.all(a.max(axis=1) > 0):
            return x, w, a.argmax(axis=1)


_generator = rng()
for _sizes in [(5, 9, 2, 4), (3, 6, 3, 6), (1, 6, 5, 1)]:
    _x, _w, _best = _live(*_sizes, _generator)
    _dz, _dw = _generator.normal(size=_best.shape), np.zeros(_w.shape)
    for _b, _m in np.ndindex(_best.shape):
        _dw[_m] += _dz[_b, _m] * _x[_b, _best[_b, _m] : _best[_b, _m] + _w.shape[1]]
    _cases.append(case(_x, _w, dout=_dz, gives=_dw))
### END HIDDEN TESTS
check_backward(ConvBlockBatch, *_cases, of="dw")


# %% test="test_ConvBlockBatch_dead_x" points=0.25
# dx where some pairs are dead
_x, _w = [[1, 2, 4, 5], [-2, -1, -4, -3]], [[1, 1], [-1, -1]]
_cases = [
    case(_x, _w, dout=np.ones((2, 2)), gives=[[0, 0, 1, 1], [0, 0, -1, -1]]),
    case([[-1, -2, -4]], [[2, 1]], dout=[[100]], gives=[[0, 0, 0]]),
]
### BEGIN HIDDEN TESTS
_x, _w = rng().uniform(0.5, 1.5, size=(3, 6)), rng().uniform(0.5, 1.5, size=(2, 3))
_dz, _none = rng().normal(size=(3, 2)), np.zeros((3, 6))
_cases += [
    case([[0, 0, 2, 0]], [[1.5]], dout=[[1]], gives=[[0, 0, 1.5, 0]]),
    case(-_x, _w, dout=_dz, gives=_none),
    case(0 * _x, _w, dout=_dz, gives=_none),
    case(_x, 0 * _w, dout=_dz, gives=_none),
]
### END HIDDEN TESTS
check_backward(ConvBlockBatch, *_cases, of="dx")


# %% test="test_ConvBlockBatch_dead_w" points=0.25
# dw where some pairs are dead
_x, _w = [[1, 2, 4, 5], [-2, -1, -4, -3]], [[1, 1], [-1, -1]]
_cases = [
    case(_x, _w, dout=np.ones((2, 2)), gives=[[4, 5], [-4, -3]]),
    case([[-1, -2, -4]], [[2, 1]], dout=[[100]], gives=[[0, 0]]),
]
### BEGIN HIDDEN TESTS
_x, _w = rng().uniform(0.5, 1.5, size=(3, 6)), rng().uniform(0.5, 1.5, size=(2, 3))
_dz, _none = rng().normal(size=(3, 2)), np.zeros((2, 3))
_cases += [
    case([[0, 0, 2, 0]], [[1.5]], dout=[[1]], gives=[[2]]),
    case(-_x, _w, dout=_dz, gives=_none),
    case(0 * _x, _w, dout=_dz, gives=_none),
    case(_x, 0 * _w, dout=_dz, gives=_none),
]
### END HIDDEN TESTS
check_backward(ConvBlockBatch, *_cases, of="dw")


# %% test="test_ConvBlockBatch_ties" points=0.25
# Two windows win together and share, in any way
_x, _w, _shares = [[1, 3, 0, 1, 3]], [[0.5, 4]], [([0, 3], 0.5), ([1, 4], 4)]
check_backward(ConvBlockBatch, case(_x, _w, dout=[[1]], gives=Shares((1, 5), _shares)), of="dx")
_cases = [case(_x, _w, dout=[[1]], gives=[[1, 3]])]
### BEGIN HIDDEN TESTS
_pattern = rng().integers(1, 9, size=3) / 4  # nothing matches it better than itself
_x = np.concatenate([_pattern, np.zeros(4), _pattern, np.zeros(4), _pattern])[None]
_cases.append(case(_x, 2 * _pattern[None], dout=[[1]], gives=[_pattern]))
### END HIDDEN TESTS
check_backward(ConvBlockBatch, *_cases, of="dw")

# %% test="test_ConvBlockBatch_kinds" points=0.25
# Fine print: ints, float32, views
_x = np.array([[1.25, 9.5, -3.25, 27.25], [-9.25, 3.5, 27.25, 1.25]])
_w, _dz = (
    np.array([[1.25, 2.25], [-2.25, 1.25], [3.25, -1.25]]),
    [[2.25, 1.25, -1.75], [3.25, -2.5, 1.75]],
)
_z = [[57.25, 41.375, 34.9375], [65.6875, 26.1875, 87]]
_dx = [[0, -5.6875, 2.1875, 6.625], [0, 9.6875, 9.875, -2.1875]]
_dw = [[4.0625, 149.875], [-12.8125, -34.0625], [31.0625, 7.875]]
check_kinds(ConvBlockBatch, _x, _w, dout=np.array(_dz), gives=(_z, (_dx, _dw)))
### BEGIN HIDDEN TESTS
_s = rng().integers(5, 9) / 4
check_forward(ConvBlockBatch, case(_s * _x, _w, gives=_s * np.array(_z)))
_right = _dx, _s * np.array(_dw)
check_backward(ConvBlockBatch, case(_s * _x, _w, dout=np.array(_dz), gives=_right))
### END HIDDEN TESTS


# %% test="test_ConvBlockBatch_layer" points=0.25
# Fine print: hands off, the last forward counts, blocks share nothing
_x = np.array([[1.0, 2, 4, 5], [-2, -1, -4, -3]])
_w, _dz = np.array([[1.0, 1], [-1, -1]]), np.array([[2.0, 100], [-100, 3]])
_right = [[9.0, 0], [0, 7]], ([[0, 0, 2, 2], [0, 0, -3, -3]], [[8, 10], [-12, -9]])
check_layer(ConvBlockBatch, _x, _w, dout=_dz, gives=_right)
_dz, _right = np.array([[2.0], [3]]), ([[5.0], [4]], ([[0, 0, 0, 2], [0, 0, 3, 0]], [[22]]))
_other = -_x[:1], _w  # of other shapes
check_layer(ConvBlockBatch, np.abs(_x), np.ones((1, 1)), dout=_dz, gives=_right, other=_other)
### BEGIN HIDDEN TESTS
_x, _w, _dz = (rng().normal(size=_s) for _s in [(3, 7), (2, 3), (3, 2)])
_x[0, 2:5], _dz[0] = 2 * _w[0], 1.5  # at least this pair is live
_a = np.lib.stride_tricks.sliding_window_view(_x, 3, axis=1) @ _w.T
_dx, _dw, _z = np.zeros(_x.shape), np.zeros(_w.shape), np.maximum(_a.max(axis=1), 0)
for _b, _m in np.argwhere(_z > 0):
    _i = _a[_b, :, _m].argmax()
    _dx[_b, _i : _i + 3] += _dz[_b, _m] * _w[_m]
    _dw[_m] += _dz[_b, _m] * _x[_b, _i : _i + 3]
check_forward(ConvBlockBatch, case(_x, _w, gives=_z))
check_backward(ConvBlockBatch, case(_x, _w, dout=_dz, gives=(_dx, _dw)))
### END HIDDEN TESTS

# %% [markdown]
# All 28 lines of the 4 at once, as a minibatch. For each line the table says how much "gets
# brighter" and "gets darker" there is *anywhere* in it. Move the digit three pixels to the right,
# and nothing changes.

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
# - A layer's memory is its own; what it was given belongs to others.
# - ReLU decides on the way forward what may pass on the way back. At zero it says no.
# - A shared weight collects a gradient from every place that has used it.
# - A block of layers is a layer.
# - A gradient check sees only what its inputs bring to light: look at live and dead, at upstream
#   gradients other than 1, and beside the kinks.
#
# ## Go further
#
# - Give the block a bias: $a_i=w\,x_i+b$. What is $\nabla_b$? Can a dead block come back to life
#   now?
# - A *leaky* ReLU returns $0.01\,a_i$ for negative $a_i$. Which sentences here are no longer true?
# - Make layers of lab 3's convolution, add lab 4's pools, and you have what lab 7 trains on MNIST.
