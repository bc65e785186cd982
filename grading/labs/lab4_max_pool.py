# ---
# jupyter:
#   lab:
#     mutants: true
# ---

# %% [markdown]
# # Lab 4 · Pooling: the winner takes it all
#
# A convolution leaves a map: for every place, how much the image looks like the filter *there*.
# Often less is needed: "Is there such an edge somewhere around here?" **Pooling** replaces each
# small window of the map by one number, its largest or its mean. When the loss complains about that
# number, who gets the blame, that is, the gradient? And what is lost with the rest?
#
# |part|minutes|points|
# |---|--:|--:|
# |1 Layers|5|0|
# |2 One winner, and ties|35|7|
# |3 Windows|35|9|
# |4 Images|35|11|
# |5 The mean (can wait)|25|7|
# |6 What it costs|15|1|
# |in all|150|**35**|
#
# Parts 1 and 2 make a first evening. Under each task stand its checks, each folded into one line.
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
    check_equal,
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
# - **Any numbers.** Inputs and upstream gradients are `float64`, `float32` or `int64`, also views
#   such as `x[::2]`. Gradients are always `float64`. (`np.zeros_like(x)` has integers where `x`
#   has.)
# - **Hands off.** Change no argument. Return new arrays, sharing no memory with an argument or an
#   earlier result. (`reshape` and `ravel` often give a view.)
# - **Memory.** The last forward counts; two `backward` calls agree; layers share nothing. What a
#   layer keeps belongs in `self`.
# - **Out of bounds:** scipy, torch, tensorflow, jax, cv2, skimage, `np.convolve`, `np.correlate`,
#   `np.fft`, `np.polymul`, `np.gradient`. All else in NumPy is welcome.

# %% [markdown]
# ## 1 · A layer remembers
#
# So far a backward pass was a function that got the inputs of its forward pass again. In a network
# these went by long ago. So each step becomes an object, a **layer**:
#
# - `forward(...)` computes the output and keeps in `self` what the way back will need;
# - `backward(dz)` takes the upstream gradient alone and returns the gradient of the input.
#
# (`dz` in code is $\nabla_z$ in formulas: $\partial L / \partial z$, the gradient of the loss.)


# %% locked="layer"
class Layer:
    """What all layers have in common. Yours may be built on it, or stand alone."""

    def forward(self, x):
        """Compute the output, and keep what `backward` will need."""
        raise NotImplementedError("forward is still to be written")

    def backward(self, dz):
        """Turn the gradient of the output into the gradient of the input."""
        raise NotImplementedError("backward is still to be written")


# %% [markdown]
# For example, $z=x^2$ has slope $2x$, so the way back needs $x$:


# %%
class Square(Layer):
    """Squares every entry."""

    def forward(self, x):
        self.x = x
        return x**2

    def backward(self, dz):
        return 2 * self.x * dz


square = Square()
gradient_check(square.forward, square.backward, np.array([3.0, -1.0, 0.5]))

# %% [markdown]
# ## 2 · One winner
#
# The smallest pooling layer takes a whole vector and gives back its largest entry:
#
# $$
# z = \max(\mathbf{h}) = \max_i h_i .
# $$
#
# ![The vector h = (2, −1, 5, 3, 0) flows into a max layer, and its largest number comes out: z =
# 5. Backward, the gradient of z comes in, and that of h is asked
#    for.](../../images/max_pool_layer.png)
#
# Who is to blame for $z = 5$? Nudge one entry at a time. If the 5 becomes 5.25, so does $z$. If
# the 3 becomes 3.25, nothing happens: it still is not the largest. Only the winner matters, and it
# passes everything on:
#
# $$
# \nabla_{\mathbf{h}} = \nabla_z \cdot (0, 0, 1, 0, 0) .
# $$
#
# The others learn nothing.

# %%
h = [2.0, -1.0, 5.0, 3.0, 0.0]
for i in range(5):
    nudged = h.copy()
    nudged[i] += 0.25
    print(f"nudge h[{i}] to {nudged[i]:5}: z changes by {max(nudged) - max(h)}")

# %% [markdown]
# ### A tie
#
# Now let $\mathbf{h} = (1, 3, 3)$. Raise the last entry, and $z$ rises as much. Lower it, and $z$
# stays: the other three stands in. Slope 1 on one side, 0 on the other: a kink, and **there is no
# gradient**.
#
# A network wants an answer all the same. A vector $\mathbf{g}$ is a **subgradient** of the maximum
# if the plane with these slopes never rises above it:
#
# $$
# \max(\mathbf{h} + \boldsymbol{\delta}) \ge \max(\mathbf{h}) + \mathbf{g} \cdot \boldsymbol{\delta}
# \quad\text{for every nudge } \boldsymbol{\delta} .
# $$
#
# Which vectors qualify at $(1, 3, 3)$?
#
# - Move *both* threes by 0.5, up or down: $z$ moves just as far. So their slopes sum to 1. $(0, 1,
#   1)$ promises a rise of 1.
# - Lower one three, and $z$ stays. A negative slope would promise a rise.
# - Move the 1 a little, and $z$ stays. Its slope is 0.
#
# > The winners divide 1 among them into **shares**, none negative, and nobody else gets anything.
#
# All to the first, half and half: each is right. The gradient is these shares times $\nabla_z$.

# %%
tied = np.array([1.0, 3.0, 3.0])
nudges = np.random.default_rng(40).normal(size=(1000, 3))
for shares in ([0, 1, 0], [0, 0.5, 0.5], [0, 1, 1], [0, 1.5, -0.5], [0.2, 0.4, 0.4]):
    broken = (tied + nudges).max(axis=1) < 3 + nudges @ shares - 1e-12
    print(f"g = {shares!s:16} promises too much for {broken.sum():3} of 1000 nudges")

# %% [markdown]
# **A trap: the mask.** `h == h.max()` marks *all* winners. Giving each of them the full
# $\nabla_z$, as much published code does, makes $(0, 2, 2)$ of $\nabla_z = 2$: 4 goes out where 2
# came in.
#
# **Another: the numerical gradient.** At a tie a central difference reports the mean of both
# sides, 0.5 for each winner. With two this happens to be a subgradient; with three, $(0.5, 0.5,
# 0.5)$ is not. So check beside a tie, not at one.
#
# Only exact equality is a tie: $3$ and $3 + 10^{-9}$ are not tied. And ties are not rare. After a
# ReLU (negative numbers become 0) much of a map is exactly zero, as in these edges of a
# handwritten 4:

# %%
from scipy import signal

from lib.mnist import load_mnist

(digits, labels), _ = load_mnist()
edge = np.array([[-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0]])
edges = np.array([signal.correlate2d(x / 255, edge, mode="valid") for x in digits[:200]])
rectified = np.maximum(edges[2], 0)
windows = [rectified[i : i + 2, j : j + 2] for i in range(0, 26, 2) for j in range(0, 26, 2)]
tied_windows = [window for window in windows if np.sum(window == window.max()) > 1]
print(f"after the ReLU, {len(tied_windows)} of {len(windows)} windows of 2 × 2 are tied")

step = 1e-5
slope = (max(3 + step, 3, 3) - max(3 - step, 3, 3)) / (2 * step)
print(f"central difference at (3, 3, 3): {slope:.6g}, three times")

# %% [markdown]
# ### Task 1 · On paper first · 1 point
#
# 1. $\mathbf{h}$ has five entries. How many entries of $\nabla_{\mathbf{h}}$ can be non-zero if
#    one is the largest? If two are tied for it?
# 2. $\mathbf{h} = (1, 3, 3)$ and $\nabla_z = 2$. Which are valid, and what is wrong with the
#    others?<br>
#    (a) $(0, 2, 0)$, (b) $(0, 1, 1)$, (c) $(0, 2, 2)$, (d) $(0, 3, -1)$, (e) $(1, 0.5, 0.5)$.

# %% [markdown] written="winners" points=1
# 1. One: the largest entry's, and it is $\nabla_z$ (so none at all if $\nabla_z = 0$). With two
#    tied, one or both of them may be non-zero, depending on how they share.
# 2. (a) and (b) are valid: shares $(1, 0)$ and $(\frac12, \frac12)$ of the two winners, times 2.
#    (c) sums to 4, twice what came in. (d) sums to 2, but one share is negative. (e) sums to 2,
#    but blames the first entry, which could rise a little without any effect.

# %% [markdown]
# ### Task 2 · `MaxPool` · 6 points
#
# All of $\mathbf{h}$ may be negative: if your search starts at 0, nobody below zero can win. The
# output is a number (Python's, NumPy's or an array of shape `()`), and so is `dz`. At a tie any
# valid shares will do. The rest is the [fine print](#The-fine-print).
#
# <details><summary>Hint</summary>
#
# `np.argmax` tells *where* the largest entry is. This place, and the length of the vector, is all
# that the way back needs.
# </details>


# %% solution="MaxPool"
class MaxPool(Layer):
    """The largest entry of a vector."""

    def forward(self, h):
        """Find the largest entry.

        Parameters
        ----------
        h : array (T,), T at least 1

        Returns
        -------
        a number
        """
        if h.ndim != 1 or len(h) == 0:
            raise ValueError(f"h must be a vector with at least one entry, got shape {h.shape}")
        ### BEGIN SOLUTION
        self.length = len(h)
        self.winner = np.argmax(h)
        return h[self.winner]
        ### END SOLUTION

    def backward(self, dz):
        """Send the upstream gradient back to the winner.

        Parameters
        ----------
        dz : number
            Gradient of the loss with respect to the output.

        Returns
        -------
        array (T,), float64
            Gradient with respect to h.
        """
        ### BEGIN SOLUTION
        dh = np.zeros(self.length)
        dh[self.winner] = dz
        return dh
        ### END SOLUTION


# %% test="test_MaxPool" points=2
# A start: the largest entry, wherever it stands; or where its gradient goes
_cases = [case([2, -1, 5, 3, 0], gives=5.0), case([4, 1, 2], gives=4.0)]
_cases += [case([1, 2, 4], gives=4.0), case([7.5], gives=7.5)]
_back = [
    case([2, -1, 5, 3, 0], dout=2.5, gives=[0, 0, 2.5, 0, 0]),
    case([4, 1, 2], dout=-3.0, gives=[-3, 0, 0]),
    case([1, 2, 4], dout=1.0, gives=[0, 0, 1]),
]
### BEGIN HIDDEN TESTS
for _length, _scale in ((1, 1e6), (2, 1e-6), (5, 1.0), (12, 1e6)):
    _h = _scale * rng().permutation(np.arange(1.5, _length + 1))
    _cases.append(case(_h, gives=sorted(_h.tolist())[-1]))
    _dz = float(rng().normal())
    _back.append(case(_h, dout=_dz, gives=_dz * (_h == max(_h))))
### END HIDDEN TESTS
check_one_of(lambda: check_forward(MaxPool, *_cases), lambda: check_backward(MaxPool, *_back))
check_bounds(MaxPool, *_cases[0].args)


# %% test="test_MaxPool_negative" points=1
# The largest entry where all are negative
_cases = [
    case([-3, -0.5, -2], gives=-0.5),
    case([-7.5], gives=-7.5),
    case([-3e300, -1e300, -2e300], gives=-1e300),
]
### BEGIN HIDDEN TESTS
for _scale in (1.0, 1e6, 1e-6):
    _h = -_scale * rng().permutation(np.arange(1.5, 7))
    _cases.append(case(_h, gives=sorted(_h.tolist())[-1]))
### END HIDDEN TESTS
check_forward(MaxPool, *_cases)


# %% test="test_MaxPool_backward" points=0.5
# The gradient for dz = 1: the winner gets 1
_cases = [
    case([2, -1, 5, 3, 0], dout=1.0, gives=[0, 0, 1, 0, 0]),
    case([4, 1, 2], dout=1.0, gives=[1, 0, 0]),
    case([-3, -0.5, -2], dout=1.0, gives=[0, 1, 0]),
    case([7.5], dout=1.0, gives=[1]),
]
### BEGIN HIDDEN TESTS
for _length, _scale in ((1, 1e6), (2, 1.0), (5, -1e-6), (12, 1e6)):
    _h = _scale * rng().permutation(np.arange(1.5, _length + 1))
    _cases.append(case(_h, dout=1.0, gives=(_h == max(_h)).astype(float)))
### END HIDDEN TESTS
check_backward(MaxPool, *_cases)
check_bounds(MaxPool, *_cases[0].args, **_cases[0].options)


# %% test="test_MaxPool_upstream" points=0.5
# The gradient for other dz: negative, large, zero
_cases = [
    case([2, -1, 5, 3, 0], dout=-2.0, gives=[0, 0, -2, 0, 0]),
    case([2, -1, 5, 3, 0], dout=2.5, gives=[0, 0, 2.5, 0, 0]),
    case([4, 1, 2], dout=1e6, gives=[1e6, 0, 0]),
    case([4, 1, 2], dout=0.0, gives=[0, 0, 0]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _dz in (*_generator.normal(size=2).tolist(), -1e-6, -0.0):
    _h = np.exp(_generator.normal(size=7))
    _cases.append(case(_h, dout=_dz, gives=_dz * (_h == max(_h))))
### END HIDDEN TESTS
check_backward(MaxPool, *_cases)


# %% test="test_MaxPool_ties" points=1
# Ties: any valid shares will do; nearly tied is not tied
_cases = [
    case([1, 3, 3], dout=1.0, gives=Shares((3,), [([1, 2], 1)])),
    case([3, 1, 3, 2], dout=1.0, gives=Shares((4,), [([0, 2], 1)])),
    case([0, 0, 0], dout=1.0, gives=Shares((3,), [([0, 1, 2], 1)])),
    case([1, 3, 3 + 1e-9], dout=1.0, gives=[0, 0, 1]),
    case([0, 1e-12], dout=1.0, gives=[0, 1]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _count, _scale in ((4, 2, 1.0), (9, 4, 1e6), (6, 3, 1e-6), (4, 4, 1e-6)):
    _h = _scale * _generator.permutation(np.arange(1.0, _size + 1))
    _places = np.sort(_generator.choice(_size, _count, replace=False))
    _h[_places] = _h.max() + abs(_scale) / 3
    _cases.append(case(_h, dout=1.0, gives=Shares((_size,), [(_places, 1.0)])))
    _near, _dh = _h.copy(), np.zeros(_size)
    _near[_places[-1]] = np.nextafter(_h[_places[-1]], np.inf)
    _dh[_places[-1]] = 1
    _cases.append(case(_near, dout=1.0, gives=_dh, title="winners nearly tied"))
### END HIDDEN TESTS
check_backward(MaxPool, *_cases)


# %% test="test_MaxPool_kinds" points=0.5
# Fine print: ints, float32, views; dz as any kind of number
_h = np.array([1.3, -2.4, 4.4, 3.1, -0.2, 2.2])
check_kinds(MaxPool, _h, dout=2.25, gives=(4.4, [0, 0, 2.25, 0, 0, 0]))
_numbers = (2, np.int64(2), np.float32(2), np.array(2.0), np.array(2))
check_backward(MaxPool, *[case(_h, dout=_dz, gives=[0, 0, 2, 0, 0, 0]) for _dz in _numbers])
### BEGIN HIDDEN TESTS
_generator = rng()
_h = _generator.permutation(np.arange(-3.0, 5.0)) + _generator.uniform(-0.4, 0.4, size=8)
_won = (_h == max(_h)).astype(float)
check_kinds(MaxPool, _h, dout=-3.25, gives=(max(_h), -3.25 * _won))
_numbers = (0, np.array(-1), np.float64(-1.5))
check_backward(MaxPool, *[case(_h, dout=_dz, gives=float(_dz) * _won) for _dz in _numbers])
### END HIDDEN TESTS


# %% test="test_MaxPool_layer" points=0.5
# Fine print: hands off, the last forward counts, layers share nothing
_right = 5.0, [0, 0, -2.5, 0, 0]
check_layer(MaxPool, np.array([2.0, -1, 5, 3, 0]), dout=-2.5, gives=_right)
_longer, _right = np.array([6.0, 7, 1, 9, 4, 8, 2]), (4.5, [0, 2.0, 0])
check_layer(MaxPool, np.array([1.5, 4.5, 3.5]), dout=2.0, gives=_right, other=(_longer,))
### BEGIN HIDDEN TESTS
_generator = rng()
_h, _dz = _generator.uniform(1, 9, size=6), _generator.uniform(1, 2)
_won = (_h == max(_h)).astype(float)
_other = (_generator.normal(size=3),)
check_layer(MaxPool, _h, dout=-_dz, gives=(max(_h), -_dz * _won), other=_other)
check_layer(MaxPool, np.array([2.5]), dout=_dz, gives=(2.5, [_dz]), other=(_h,))
### END HIDDEN TESTS

# %% [markdown]
# Now measure: where there is one winner, and at a tie, where `gradient_check` refuses to judge.

# %%
layer = MaxPool()
gradient_check(layer.forward, layer.backward, np.array([2.0, -1.0, 5.0, 3.0, 0.0]))
try:
    gradient_check(layer.forward, layer.backward, np.array([1.0, 3.0, 3.0]))
except ValueError as message:
    print("\nAt a tie:", folded(message), sep="\n")

# %% [markdown]
# ## 3 · Windows
#
# Now pool a window at a time. Windows have length $k$, the **size**; each starts $s$ entries after
# the one before, the **stride**. With $s=k$ they tile the vector, with $s<k$ they overlap, with
# $s>k$ there are gaps.
#
# $$
# z_t = \max(x_{ts}, \dots, x_{ts+k-1})
# \qquad
# T_{\text{out}} = \left\lfloor \frac{T - k}{s} \right\rfloor + 1
# $$
#
# A window that does not fit at the end is **dropped**, neither padded nor cut short.
#
# **The way back.** Each window hands its entry of the upstream gradient to its own winner. One
# entry can win several windows that overlap. It was *used* several times, and gradients **add up
# over all uses**:
#
# $$
# \nabla_{x_i} = \sum_{t:\,i\text{ wins window }t} \nabla_{z_t}
# $$
#
# ![Five windows of size 3 and stride 1 over x = (1, 4, 2, 8, 5, 7, 0), one below the other, each
# with its winner lit and its upstream gradient, 1, 2, 3, 4, 5, beside it. What an entry has won
# adds up down its column: dx = (0, 1, 0, 9, 0, 5, 0).](../../figures/pooling_line.png)
#
# Entries in no window get zero: those left over at the end (stride 3 below: the 0) and those in a
# gap (stride 4: the 8, the largest of all). Ties are settled window by window. In $(3, 2, 2, 1)$
# with size and stride 2 there are none: the first 2 has lost to the 3.

# %%
x = np.array([1.0, 4.0, 2.0, 8.0, 5.0, 7.0, 0.0])
for stride in (1, 2, 3, 4):
    windows = [x[t : t + 3].astype(int).tolist() for t in range(0, 5, stride)]
    print(f"size 3, stride {stride}:", *windows)


def loss_of_stride_1(x):
    """The five windows of size 3, weighted by (1, 2, 3, 4, 5)."""
    return sum((t + 1) * max(x[t : t + 3]) for t in range(5))


slopes = [(loss_of_stride_1(x + nudge) - loss_of_stride_1(x)) / 0.25 for nudge in 0.25 * np.eye(7)]
print("stride 1, measured slopes:", np.round(slopes, 6).tolist())

# %% [markdown]
# ### Task 3 · `MaxPool1D` · 9 points
#
# The constructor is given. The stride defaults to the size, and the vector is at least one window
# long.
#
# <details><summary>Hint: the windows</summary>
#
# They start at `range(0, len(x) - size + 1, stride)`. Or see
# `np.lib.stride_tricks.sliding_window_view`.
# </details>
#
# <details><summary>Hint: adding up</summary>
#
# `dx[places] += dz` forgets all but the last where a place occurs twice. `np.add.at(dx, places,
# dz)` adds up. So does a loop.
# </details>


# %% solution="MaxPool1D"
class MaxPool1D(Layer):
    """The largest entry of each window of a vector.

    Parameters
    ----------
    size : int
        Length of a window.
    stride : int, optional
        From the start of a window to the start of the next; `size` if not given.
    """

    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, x):
        """Find the largest entry of each window.

        Parameters
        ----------
        x : array (T,)
            At least one window long.

        Returns
        -------
        array (T_out,), where T_out = (T - size) // stride + 1
        """
        if x.ndim != 1 or len(x) < self.size:
            raise ValueError(f"x must be a vector of at least {self.size}, got shape {x.shape}")
        ### BEGIN SOLUTION
        windows = np.lib.stride_tricks.sliding_window_view(x, self.size)[:: self.stride]
        starts = self.stride * np.arange(len(windows))
        self.length = len(x)
        self.winners = starts + windows.argmax(axis=1)
        return x[self.winners]
        ### END SOLUTION

    def backward(self, dz):
        """Send the upstream gradient back to the winners.

        Parameters
        ----------
        dz : array (T_out,)
            Gradient of the loss with respect to the output.

        Returns
        -------
        array (T,), float64
            Gradient with respect to x.
        """
        ### BEGIN SOLUTION
        dx = np.zeros(self.length)
        np.add.at(dx, self.winners, dz)
        return dx
        ### END SOLUTION


# %% test="test_MaxPool1D" points=2.5
# A start: windows that tile the line, also all negative; or their gradients
_x = np.array([1.0, 4, 2, 8, 5, 7])
_tiles = {3: [4.0, 8], 2: [4.0, 8, 7], 6: [8.0], 1: _x}
_cases = [case(_x, size=k, stride=k, gives=z) for k, z in _tiles.items()]
_cases += [case(-_x, size=2, stride=2, gives=[-1.0, -2, -5])]
_cases += [case(_x, size=2, gives=_tiles[2], title="the stride is the size if not given")]
_back = [
    case(_x, size=3, stride=3, dout=[10.0, -20], gives=[0, 10, 0, -20, 0, 0]),
    case(_x, size=2, stride=2, dout=[10.0, -20, 5], gives=[0, 10, 0, -20, 0, 5]),
    case(-_x, size=2, stride=2, dout=[1.0, 2, 3], gives=[1, 0, 2, 0, 3, 0]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _count, _scale in (
    (1, 5, -1e-6),
    (2, 4, 1e6),
    (3, 3, -1e-6),
    (5, 2, 1.0),
    (7, 1, 1e6),
):
    _x = _scale * _generator.permutation(np.arange(1.5, _size * _count + 1))
    _z = _x.reshape(_count, _size).max(axis=1)
    _cases.append(case(_x, size=_size, stride=_size, gives=_z))
_cases.append(case(_x, size=7, stride=None, gives=_cases[-1].gives))
for _size, _count in ((2, 4), (3, 3), (5, 2)):
    _x = _generator.permutation(np.arange(1.5, _size * _count + 1)).reshape(_count, _size)
    _dz = _generator.normal(size=_count)
    _dx = (_x == _x.max(axis=1, keepdims=True)) * _dz[:, None]
    _back.append(case(_x.ravel(), size=_size, stride=_size, dout=_dz, gives=_dx.ravel()))
### END HIDDEN TESTS
check_one_of(lambda: check_forward(MaxPool1D, *_cases), lambda: check_backward(MaxPool1D, *_back))
check_bounds(MaxPool1D, *_cases[0].args, size=2, stride=2)


# %% test="test_MaxPool1D_stride" points=1
# Windows that overlap, or leave gaps
_x = np.array([1.0, 4, 2, 8, 5, 7, 0])
_cases = [
    case(_x[:6].copy(), size=2, gives=[4.0, 8, 7], title="the stride is the size if not given"),
    case(_x, size=3, stride=2, gives=[4.0, 8, 7]),
    case(_x, size=3, stride=1, gives=[4.0, 8, 8, 8, 7]),
    case(_x, size=3, stride=4, gives=[4.0, 7]),
    case(-1e300 * _x, size=3, stride=2, gives=[-1e300, -2e300, 0]),
    case(_x, size=2, stride=1, gives=[4.0, 4, 8, 8, 7, 7]),
    case(_x, size=5, stride=1, gives=[8.0, 8, 8]),
    case(_x, size=1, stride=3, gives=[1.0, 8, 0]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _count, _scale in (
    (3, 2, 4, 1e6),
    (2, 1, 7, 1e-6),
    (5, 3, 3, 1.0),
    (2, 3, 4, 1e6),
    (1, 2, 4, 1e-6),
    (4, 6, 2, 1.0),
):
    _length = _stride * (_count - 1) + _size
    _starts = range(0, _length, _stride)
    _x = _scale * _generator.permutation(np.arange(1.5, _length + 1))
    _z = np.array([max(_x[_i : _i + _size]) for _i in _starts if _i + _size <= _length])
    _cases.append(case(_x, size=_size, stride=_stride, gives=_z))
### END HIDDEN TESTS
check_forward(MaxPool1D, *_cases)


# %% test="test_MaxPool1D_leftover" points=1
# What does not fill a window at the end is dropped
_x = np.array([1.0, 4, 2, 8, 5, 7, 0])
_cases = [
    case(_x, size=3, stride=3, gives=[4.0, 8]),
    case(_x, size=2, stride=2, gives=[4.0, 8, 7]),
    case([1, 4, 2, 8, 5, 7, 9], size=3, stride=3, gives=[4.0, 8]),
    case(_x, size=4, stride=4, gives=[8.0]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _length, _scale in (
    (3, 8, 1e6),
    (4, 11, 1e-6),
    (2, 9, 1.0),
    (5, 9, 1e6),
    (6, 11, 1e-6),
    (7, 8, 1.0),
):
    _x = _scale * _generator.permutation(np.arange(1.5, _length + 1))
    _z = _x[: _length // _size * _size].reshape(-1, _size).max(axis=1)
    _cases.append(case(_x, size=_size, stride=_size, gives=_z))
### END HIDDEN TESTS
check_forward(MaxPool1D, *_cases)


# %% test="test_MaxPool1D_backward" points=0.5
# The gradient for ones: each window's winner gets 1
_x = np.array([1.0, 4, 2, 8, 5, 7])
_cases = [
    case(_x, size=3, stride=3, dout=[1, 1], gives=[0, 1, 0, 1, 0, 0]),
    case(_x, size=2, stride=2, dout=[1, 1, 1], gives=[0, 1, 0, 1, 0, 1]),
    case(_x, size=1, stride=1, dout=np.ones(6), gives=np.ones(6)),
    case(_x, size=6, stride=6, dout=[1], gives=[0, 0, 0, 1, 0, 0]),
    case(-_x, size=2, stride=2, dout=[1, 1, 1], gives=[1, 0, 1, 0, 1, 0]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _count, _scale in (
    (1, 5, 1e6),
    (2, 4, -1e-6),
    (3, 3, 1.0),
    (5, 2, 1e6),
    (7, 1, -1e-6),
):
    _x = _scale * _generator.permutation(np.arange(1.5, _size * _count + 1))
    _x = _x.reshape(_count, _size)
    _dx = (_x == _x.max(axis=1, keepdims=True)).astype(float).ravel()
    _cases.append(case(_x.ravel(), size=_size, stride=_size, dout=np.ones(_count), gives=_dx))
### END HIDDEN TESTS
check_backward(MaxPool1D, *_cases)
check_bounds(MaxPool1D, *_cases[0].args, **_cases[0].options)


# %% test="test_MaxPool1D_upstream" points=0.5
# The gradient for other upstream gradients
_x = np.array([1.0, 4, 2, 8, 5, 7])
_cases = [
    case(_x, size=3, stride=3, dout=[-5, 2.5], gives=[0, -5, 0, 2.5, 0, 0]),
    case(_x, size=2, stride=2, dout=[10, -20, 0.5], gives=[0, 10, 0, -20, 0, 0.5]),
    case(_x, size=2, stride=2, dout=[0, 3, -1], gives=[0, 0, 0, 3, 0, -1]),
    case(_x, size=2, stride=2, dout=[0, 0, 0], gives=np.zeros(6)),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _count, _scale in (
    (1, 5, 1e6),
    (2, 4, -1e-6),
    (3, 3, 1.0),
    (5, 2, 1e6),
    (7, 1, -1e-6),
):
    _x = np.exp(_generator.normal(size=(_count, _size)))
    _dz = _scale * _generator.normal(size=_count)
    _dx = ((_x == _x.max(axis=1, keepdims=True)) * _dz[:, None]).ravel()
    _cases.append(case(_x.ravel(), size=_size, stride=_size, dout=_dz, gives=_dx))
### END HIDDEN TESTS
check_backward(MaxPool1D, *_cases)


# %% test="test_MaxPool1D_overlap" points=0.5
# The gradient where windows overlap: it adds up
_x = np.array([1.0, 4, 2, 8, 5, 7, 0])
_cases = [
    case(_x, size=3, stride=1, dout=np.ones(5), gives=[0, 1, 0, 3, 0, 1, 0]),
    case(_x, size=3, stride=2, dout=np.ones(3), gives=[0, 1, 0, 1, 0, 1, 0]),
    case(_x, size=2, stride=1, dout=np.ones(6), gives=[0, 2, 0, 2, 0, 2, 0]),
    case(_x, size=5, stride=1, dout=np.ones(3), gives=[0, 0, 0, 3, 0, 0, 0]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _count in ((3, 2, 4), (2, 1, 7), (5, 3, 3), (6, 1, 8), (5, 2, 1)):
    _x = np.exp(_generator.normal(size=_stride * (_count - 1) + _size))
    _dx = np.zeros(len(_x))
    for _t in range(_count):
        _dx[_stride * _t + np.argmax(_x[_stride * _t :][:_size])] += 1
    _cases.append(case(_x, size=_size, stride=_stride, dout=np.ones(_count), gives=_dx))
### END HIDDEN TESTS
check_backward(MaxPool1D, *_cases)


# %% test="test_MaxPool1D_gaps" points=0.5
# The gradient of what is in no window: zero
_x = np.array([1.0, 4, 2, 8, 5, 7, 9])
_cases = [
    case(_x, size=3, stride=3, dout=[1, 1], gives=[0, 1, 0, 1, 0, 0, 0]),
    case(_x, size=2, stride=2, dout=[1, 1, 1], gives=[0, 1, 0, 1, 0, 1, 0]),
    case(_x, size=4, stride=4, dout=[1], gives=[0, 0, 0, 1, 0, 0, 0]),
    case(_x, size=2, stride=3, dout=[1, 1], gives=[0, 1, 0, 1, 0, 0, 0]),
    case(_x, size=1, stride=4, dout=[1, 1], gives=[1, 0, 0, 0, 1, 0, 0]),
    case(_x, size=2, stride=5, dout=[1, 1], gives=[0, 1, 0, 0, 0, 0, 1]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _length in ((2, 3, 12), (3, 5, 14), (2, 2, 9), (1, 3, 9), (6, 7, 11)):
    _x, _dx = np.exp(_generator.normal(size=_length)), np.zeros(_length)
    _starts = range(0, _length - _size + 1, _stride)
    for _start in _starts:
        _dx[_start + np.argmax(_x[_start : _start + _size])] = 1
    _ones = np.ones(len(_starts))
    _cases.append(case(_x, size=_size, stride=_stride, dout=_ones, gives=_dx))
### END HIDDEN TESTS
check_backward(MaxPool1D, *_cases)


# %% test="test_MaxPool1D_ties" points=0.5
# Ties, settled window by window; nearly tied is not tied
_shared = Shares((6,), [([1, 2], 1), ([3, 4], 1)])
_cases = [
    case([1, 3, 3, 2, 2, 0], size=3, stride=3, dout=[1, 1], gives=_shared),
    case([0, 0, 0, 0], size=4, stride=4, dout=[1], gives=Shares((4,), [([0, 1, 2, 3], 1)])),
    case([3, 1, 3, 3], size=2, stride=2, dout=[1, 1], gives=Shares((4,), [([0], 1), ([2, 3], 1)])),
    case([3, 2, 2, 1], size=2, stride=2, dout=[1, 1], gives=[1, 0, 1, 0], title="no tie here"),
    case([3, 3 + 1e-9, 5 + 1e-9, 5], size=2, stride=2, dout=[1, 1], gives=[0, 1, 1, 0]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
_no_tie = case([3, 1, 0, 3], size=2, stride=2, dout=[1, 1], gives=[1, 0, 0, 1])
_cases.append(_no_tie)
for _size, _count, _scale in (
    (2, 5, 1e6),
    (4, 4, 1e-6),
    (5, 2, 1.0),
    (3, 5, 1e-6),
    (6, 1, 1e6),
):
    _x = _scale * _generator.permutation(np.arange(1.0, _size * _count + 1))
    _ties, _dx = [], np.zeros(_size * _count)
    for _start in range(0, _size * _count, _size):
        _many = _generator.integers(2, _size + 1)
        _places = _start + _generator.choice(_size, _many, replace=False)
        _x[_places] = max(_x[_start : _start + _size]) + abs(_scale) / 3
        _ties.append((_places, 1.0))
    _window, _ones = {"size": _size, "stride": _size}, np.ones(_count)
    _cases.append(case(_x, **_window, dout=_ones, gives=Shares(_x.shape, _ties)))
    _near = _x.copy()
    for _places, _ in _ties:
        _near[_places[-1]] = np.nextafter(_near[_places[-1]], np.inf)
        _dx[_places[-1]] = 1
    _cases.append(case(_near, **_window, dout=_ones, gives=_dx, title="winners nearly tied"))
### END HIDDEN TESTS
check_backward(MaxPool1D, *_cases)


# %% test="test_MaxPool1D_together" points=0.5
# All at once: windows that overlap, leftovers, other upstream gradients
_x = np.array([1.0, 4, 2, 8, 5, 7, 0, 3])
check_forward(MaxPool1D, case(_x, size=3, stride=2, gives=[4.0, 8, 7]))
check_backward(
    MaxPool1D,
    case(_x, size=3, stride=2, dout=[10, -20, 30], gives=[0, 10, 0, -20, 0, 30, 0, 0]),
    case(_x, size=5, stride=2, dout=[10, -30], gives=[0, 0, 0, -20, 0, 0, 0, 0]),
)
### BEGIN HIDDEN TESTS
_generator, _forward, _backward = rng(), [], []
for _size, _stride, _length, _scale in (
    (3, 2, 8, -1e-6),
    (4, 3, 12, 1e6),
    (3, 5, 10, 1.0),
    (1, 4, 8, 1e6),
    (6, 1, 13, 1.0),
    (2, 3, 7, -1e-6),
):
    _x = _scale * (_generator.permutation(_length) + _generator.uniform(0.2, 0.6, size=_length))
    _x, _window = _x - 3 * _scale, {"size": _size, "stride": _stride}
    _starts = range(0, _length - _size + 1, _stride)
    _winners = np.array([_i + np.argmax(_x[_i : _i + _size]) for _i in _starts])
    _dz = _generator.normal(size=len(_starts))
    _dx = np.bincount(_winners, _dz, _length)
    _forward.append(case(_x, **_window, gives=_x[_winners]))
    _backward.append(case(_x, **_window, dout=_dz, gives=_dx))
check_forward(MaxPool1D, *_forward)
check_backward(MaxPool1D, *_backward)
### END HIDDEN TESTS


# %% test="test_MaxPool1D_kinds" points=0.75
# Fine print: ints, float32, views
_x, _dz = np.array([1.3, -2.4, 4.4, 3.1, -0.2, 2.2]), np.array([2.7, -1.6])
_right = [4.4, 3.1], [0, 0, 2.7, -1.6, 0, 0]
check_kinds(MaxPool1D, _x, dout=_dz, size=3, stride=3, gives=_right)
### BEGIN HIDDEN TESTS


def _right(x, dz, size):
    blocks = x.reshape(-1, size)
    won = blocks == blocks.max(axis=1, keepdims=True)
    return blocks.max(axis=1), (won * dz[:, None]).ravel()


_generator = rng()
_x = _generator.permutation(np.arange(-4.0, 4.0)) + _generator.uniform(-0.4, 0.4, size=8)
_dz = _generator.choice([-1, 1], 8) * _generator.uniform(1.6, 4.4, size=8)
_dzs = {_size: _dz[: 8 // _size] for _size in (1, 2, 8)}
_right_of_two = _right(_x + 8, _dzs[2], 2)
check_kinds(MaxPool1D, _x + 8, dout=_dzs[2], size=2, stride=2, gives=_right_of_two)
_forward, _backward = [], []
for _size in (1, 8):
    _ints, _upstream = np.rint(_x + 8).astype(int), np.rint(_dzs[_size]).astype(int)
    _z, _dx = _right(_ints, _upstream, _size)
    _forward.append(case(_ints, size=_size, stride=_size, gives=_z))
    _backward.append(case(_ints, size=_size, stride=_size, dout=_upstream, gives=_dx))
check_forward(MaxPool1D, *_forward)
check_backward(MaxPool1D, *_backward)
### END HIDDEN TESTS


# %% test="test_MaxPool1D_layer" points=0.75
# Fine print: hands off, the last forward counts, layers share nothing
_x, _dz = np.array([1.3, -2.4, 4.4, 3.1, -0.2, 2.2]), np.array([2.7, -1.6])
_right = [4.4, 3.1], [0, 0, 2.7, -1.6, 0, 0]
_longer = np.array([6.0, 7, 1, 9, 4, 8, 2, 3, 0.5])
check_layer(MaxPool1D, _x, dout=_dz, size=3, stride=3, gives=_right, other=(_longer,))
check_layer(MaxPool1D, _x[2:4], dout=_dz, size=1, stride=1, gives=(_x[2:4], _dz))
_first, _second = MaxPool1D(3, 3), MaxPool1D(2, 2)
check_equal(_first.forward(_x.copy()), [4.4, 3.1], "MaxPool1D(3, 3).forward beside MaxPool1D(2, 2)")
### BEGIN HIDDEN TESTS


def _right(x, dz, size):
    blocks = x.reshape(-1, size)
    won = blocks == blocks.max(axis=1, keepdims=True)
    return blocks.max(axis=1), (won * dz[:, None]).ravel()


_generator = rng()
for _size in (2, 8):
    _x, _longer = _generator.uniform(1, 9, size=8), _generator.uniform(1, 9, size=16)
    _dz = _generator.uniform(1, 2, size=8 // _size)
    _window = {"size": _size, "stride": _size}
    check_layer(MaxPool1D, _x, dout=_dz, gives=_right(_x, _dz, _size), other=(_longer,), **_window)
### END HIDDEN TESTS

# %%
layer = MaxPool1D(3, stride=2)
gradient_check(layer.forward, layer.backward, x)

# %% [markdown]
# ## 4 · Images
#
# In a network maps come in batches: `X` has shape $(N, C, H, W)$, $N$ images of $C$ channels.
# Every channel of every image is pooled by itself, in windows of $k \times k$, $s$ apart in both
# directions, and $H_{\text{out}}$ and $W_{\text{out}}$ follow the formula of section 3:
#
# $$
# Z_{ncij} = \max_{0\le a,b<k} X_{n,c,is+a,js+b}
# $$
#
# ![One step in numbers: pooling a 4 × 6 image, window 2 × 2, stride 2, gives 2 × 3 numbers: the
# largest of each window, or its mean. The image shrinks to half its height and
# width.](../../figures/pooling.png)
#
# Back, each window's upstream gradient goes to its winner. (The mean comes in section 5.)
#
# ![The upstream gradient dZ = (10, 20, 30; 40, 50, 60) flows back to the 4 × 6 image. With max
# pooling each number goes to the winner of its window and all else is 0; with average pooling
# each of the four cells gets a quarter.](../../figures/pooling_backward.png)
#
# The checks use this image as well:


# %% locked="example"
EXAMPLE = np.array(
    [
        [3.0, 17.0, 8.0, 21.0, 1.0, 11.0],
        [14.0, 6.0, 19.0, 2.0, 23.0, 9.0],
        [10.0, 24.0, 5.0, 13.0, 7.0, 16.0],
        [20.0, 4.0, 12.0, 18.0, 15.0, 22.0],
    ]
)
SQUARE = EXAMPLE[:, :4].copy()

# %% [markdown]
# ### Task 4 · `MaxPool2D` · 11 points
#
# Images need not be square. Rows and columns that do not fit at the bottom and at the right are
# dropped, and get zero on the way back.
#
# <details><summary>Hint: loops that do not hurt</summary>
#
# Loop over output rows and columns only. `X[:, :, i*s:i*s+k, j*s:j*s+k]` is one window of every
# image and channel; `.reshape(N, C, -1)` makes a vector of each.
# </details>
#
# <details><summary>Hint: from a place in the window to a place in the image</summary>
#
# Read row by row, entry $p$ of a window stands in row `p // k` and column `p % k`.
# </details>


# %% solution="MaxPool2D"
class MaxPool2D(Layer):
    """The largest entry of each square window of each channel.

    Parameters
    ----------
    size : int
        Rows and columns of a window.
    stride : int, optional
        From a window to the next, in both directions; `size` if not given.
    """

    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, X):
        """Find the largest entry of each window.

        Parameters
        ----------
        X : array (N, C, H, W)
            H and W are at least `size`.

        Returns
        -------
        array (N, C, H_out, W_out), where H_out = (H - size) // stride + 1, and W_out alike
        """
        if X.ndim != 4 or min(X.shape[2:]) < self.size:
            raise ValueError(f"X must be (N, C, H, W), H, W >= {self.size}; got shape {X.shape}")
        ### BEGIN SOLUTION
        size, stride = self.size, self.stride
        windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(2, 3))
        windows = windows[:, :, ::stride, ::stride]
        N, C, H_out, W_out = windows.shape[:4]
        places = windows.reshape(N, C, H_out, W_out, size * size).argmax(axis=4)
        row, column = np.divmod(places, size)  # inside the window
        n, c, i, j = np.ogrid[:N, :C, :H_out, :W_out]
        self.shape = X.shape
        self.winners = n, c, stride * i + row, stride * j + column
        return X[self.winners]
        ### END SOLUTION

    def backward(self, dZ):
        """Send the upstream gradient back to the winners.

        Parameters
        ----------
        dZ : array (N, C, H_out, W_out)
            Gradient of the loss with respect to the output.

        Returns
        -------
        array (N, C, H, W), float64
            Gradient with respect to X.
        """
        ### BEGIN SOLUTION
        dX = np.zeros(self.shape)
        np.add.at(dX, self.winners, dZ)
        return dX
        ### END SOLUTION


# %% test="test_MaxPool2D" points=2.5
# A start: one square image, also where all is negative; or its gradient
_X, _dZ = SQUARE[None, None].copy(), np.array([[[[10.0, -20], [5, 40]]]])
_two, _Z = {"size": 2, "stride": 2}, [[[[17.0, 21], [24, 18]]]]
_tiles = _dZ.repeat(2, 2).repeat(2, 3)  # each number four times, as its window has places
_cases = [case(_X, **_two, gives=_Z), case(-_X, **_two, gives=[[[[-3.0, -2], [-4, -5]]]])]
_cases += [case(_X, size=4, stride=4, gives=[[[[24.0]]]]), case(_X, size=1, stride=1, gives=_X)]
_cases += [case(_X, size=2, gives=_Z, title="the stride is the size if not given")]
_back = [
    case(_X, **_two, dout=_dZ, gives=np.isin(_X, [17, 21, 24, 18]) * _tiles),
    case(-_X, **_two, dout=_dZ, gives=np.isin(_X, [3, 2, 4, 5]) * _tiles),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _count, _scale in (
    (1, 3, 1e6),
    (2, 3, -1e-6),
    (3, 2, 1.0),
    (4, 2, -1e-6),
    (5, 1, 1e6),
):
    _X = _scale * _generator.permutation(np.arange(1.5, (_count * _size) ** 2 + 1))
    _blocks = _X.reshape(1, 1, _count, _size, _count, _size)
    _X = _X.reshape(1, 1, _count * _size, _count * _size)
    _cases.append(case(_X, size=_size, stride=_size, gives=_blocks.max(axis=(3, 5))))
_cases.append(case(_X, size=5, stride=None, gives=_cases[-1].gives))
for _size, _count in ((2, 3), (3, 2), (4, 2)):
    _X = _generator.permutation(np.arange(1.5, (_count * _size) ** 2 + 1))
    _blocks = _X.reshape(1, 1, _count, _size, _count, _size)
    _dZ = _generator.normal(size=(1, 1, _count, 1, _count, 1))
    _dX = (_blocks == _blocks.max(axis=(3, 5), keepdims=True)) * _dZ
    _shape = (1, 1, _count * _size, _count * _size)
    _window = {"size": _size, "stride": _size, "dout": _dZ[:, :, :, 0, :, 0]}
    _back.append(case(_X.reshape(_shape), **_window, gives=_dX.reshape(_shape)))
### END HIDDEN TESTS
check_one_of(lambda: check_forward(MaxPool2D, *_cases), lambda: check_backward(MaxPool2D, *_back))
check_bounds(MaxPool2D, *_cases[0].args, size=2, stride=2)


# %% test="test_MaxPool2D_batch" points=1
# Several images, several channels
_X = SQUARE
_high, _low = np.array([[17.0, 21], [24, 18]]), np.array([[3.0, 2], [4, 5]])
_batch = np.array([[_X, 50 - _X, _X + 100], [_X[::-1], 50 - _X[:, ::-1], 2 * _X]])
_Z = np.array([[_high, 50 - _low, _high + 100], [_high[::-1], 50 - _low[:, ::-1], 2 * _high]])
_cases = [
    case(_batch, size=2, stride=2, gives=_Z),
    case(_batch[:, :1].copy(), size=2, stride=2, gives=_Z[:, :1]),
    case(_batch[:1], size=2, stride=2, gives=_Z[:1]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _c, _size, _count in ((3, 2, 2, 3), (4, 1, 3, 2), (1, 5, 1, 4), (2, 3, 4, 1)):
    _far_apart = np.linspace(-2, 2, _n * _c * (_count * _size) ** 2)
    _blocks = np.exp(_generator.permutation(_far_apart))
    _blocks = _blocks.reshape(_n, _c, _count, _size, _count, _size)
    _X = _blocks.reshape(_n, _c, _count * _size, _count * _size)
    _cases.append(case(_X, size=_size, stride=_size, gives=_blocks.max(axis=(3, 5))))
### END HIDDEN TESTS
check_forward(MaxPool2D, *_cases)


# %% test="test_MaxPool2D_wide" points=0.5
# Images that are wider than high, or higher than wide
_X = EXAMPLE[None, None]
_Z = np.array([[[[17.0, 21, 23], [24, 18, 22]]]])
_cases = [
    case(_X, size=2, stride=2, gives=_Z),
    case(_X.swapaxes(2, 3).copy(), size=2, stride=2, gives=_Z.swapaxes(2, 3)),
    case(_X[:, :, :3].copy(), size=3, stride=3, gives=[[[[24.0, 23]]]]),
    case(_X, size=1, stride=1, gives=_X),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _rows, _columns, _scale in (
    (1, 3, 2, 1e6),
    (2, 1, 4, 1e-6),
    (2, 3, 2, 1.0),
    (3, 2, 1, 1e6),
    (4, 1, 2, 1e-6),
):
    _blocks = _scale * _generator.permutation(np.arange(1.5, _rows * _columns * _size**2 + 1))
    _blocks = _blocks.reshape(1, 1, _rows, _size, _columns, _size)
    _X = _blocks.reshape(1, 1, _rows * _size, _columns * _size)
    _cases.append(case(_X, size=_size, stride=_size, gives=_blocks.max(axis=(3, 5))))
### END HIDDEN TESTS
check_forward(MaxPool2D, *_cases)


# %% test="test_MaxPool2D_stride" points=1
# Windows that overlap, or leave gaps
_X, _Z = SQUARE[None, None], [[[[17.0, 21], [24, 18]]]]
_cases = [
    case(_X, size=2, gives=_Z, title="the stride is the size if not given"),
    case(_X, size=2, stride=1, gives=[[[[17.0, 19, 21], [24, 24, 19], [24, 24, 18]]]]),
    case(-1e300 * _X, size=3, stride=1, gives=[[[[-3e300, -2e300], [-4e300, -2e300]]]]),
    case(_X, size=1, stride=3, gives=[[[[3.0, 21], [20, 18]]]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _count in ((3, 2, 3), (2, 3, 2), (4, 1, 3), (1, 2, 4), (2, 1, 4), (3, 4, 2)):
    _side = _stride * (_count - 1) + _size
    _X = np.exp(_generator.normal(size=(1, 1, _side, _side)))
    _windows = np.lib.stride_tricks.sliding_window_view(_X, (_size, _size), axis=(2, 3))
    _Z = _windows[:, :, ::_stride, ::_stride].max(axis=(4, 5))
    _cases.append(case(_X, size=_size, stride=_stride, gives=_Z))
### END HIDDEN TESTS
check_forward(MaxPool2D, *_cases)


# %% test="test_MaxPool2D_leftover" points=0.5
# Rows and columns that do not fill a window are dropped
_X = SQUARE[None, None]
_cases = [
    case(_X[..., :3, :3].copy(), size=2, stride=2, gives=[[[[17.0]]]]),
    case(_X[..., 1:, 1:].copy(), size=2, stride=2, gives=[[[[24.0]]]]),
    case(_X, size=3, stride=3, gives=[[[[24.0]]]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _side in ((2, 7), (3, 8), (4, 11), (5, 9), (3, 4)):
    _X, _count = np.exp(_generator.normal(size=(1, 1, _side, _side))), _side // _size
    _fits = _X[..., : _count * _size, : _count * _size]
    _Z = _fits.reshape(1, 1, _count, _size, _count, _size).max(axis=(3, 5))
    _cases.append(case(_X, size=_size, stride=_size, gives=_Z))
### END HIDDEN TESTS
check_forward(MaxPool2D, *_cases)


# %% test="test_MaxPool2D_backward" points=0.5
# The gradient for ones: each window's winner gets 1
_X = SQUARE[None, None].copy()
_ones = np.ones((1, 1, 2, 2))
_lost = np.isin(_X, [3, 2, 4, 5]) * 1.0
_cases = [
    case(_X, size=2, stride=2, dout=_ones, gives=np.isin(_X, [17, 21, 24, 18]) * 1.0),
    case(-_X, size=2, stride=2, dout=_ones, gives=_lost),
    case(_X, size=4, stride=4, dout=_ones[:, :, :1, :1], gives=(_X == 24) * 1.0),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _count, _scale in (
    (1, 3, 1e6),
    (2, 3, -1e-6),
    (3, 2, 1.0),
    (4, 2, -1e-6),
    (5, 1, 1e6),
):
    _X = _scale * _generator.permutation(np.arange(1.5, (_count * _size) ** 2 + 1))
    _blocks = _X.reshape(1, 1, _count, _size, _count, _size)
    _X = _X.reshape(1, 1, _count * _size, _count * _size)
    _dX = (_blocks == _blocks.max(axis=(3, 5), keepdims=True)).astype(float)
    _ones, _dX = np.ones((1, 1, _count, _count)), _dX.reshape(_X.shape)
    _cases.append(case(_X, size=_size, stride=_size, dout=_ones, gives=_dX))
### END HIDDEN TESTS
check_backward(MaxPool2D, *_cases)
check_bounds(MaxPool2D, *_cases[0].args, **_cases[0].options)


# %% test="test_MaxPool2D_backward_wide" points=0.5
# The gradient of images that are not square
_X, _ones = EXAMPLE[None, None], np.ones((1, 1, 2, 3))
_dX = np.isin(_X, [17, 21, 23, 24, 18, 22]) * 1.0
_X_tall, _dX_tall, _ones_tall = (_a.swapaxes(2, 3).copy() for _a in (_X, _dX, _ones))
_cases = [
    case(_X, size=2, stride=2, dout=_ones, gives=_dX),
    case(_X_tall, size=2, stride=2, dout=_ones_tall, gives=_dX_tall),
    case(_X, size=1, stride=1, dout=np.ones(_X.shape), gives=np.ones(_X.shape)),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _rows, _columns, _scale in (
    (2, 1, 4, 1e6),
    (2, 3, 2, -1e-6),
    (3, 2, 1, 1.0),
    (4, 1, 2, 1e6),
    (1, 2, 5, -1e-6),
):
    _blocks = _scale * _generator.permutation(np.arange(1.5, _rows * _columns * _size**2 + 1))
    _blocks = _blocks.reshape(1, 1, _rows, _size, _columns, _size)
    _X = _blocks.reshape(1, 1, _rows * _size, _columns * _size)
    _dX = (_blocks == _blocks.max(axis=(3, 5), keepdims=True)).astype(float)
    _ones, _dX = np.ones((1, 1, _rows, _columns)), _dX.reshape(_X.shape)
    _cases.append(case(_X, size=_size, stride=_size, dout=_ones, gives=_dX))
### END HIDDEN TESTS
check_backward(MaxPool2D, *_cases)


# %% test="test_MaxPool2D_upstream" points=0.5
# The gradient of a batch, for other upstream gradients
_X, _dZ = SQUARE, np.array([[10.0, -20], [0, 40]])
_dX = np.select([_X == 17, _X == 21, _X == 18], [10.0, -20, 40], 0)
_batch = np.array([[_X, _X[::-1], 2 * _X], [_X[:, ::-1], 3 * _X, _X]])
_dZs = np.array([[_dZ, 2.5 * _dZ[::-1], 4 * _dZ], [-_dZ[:, ::-1], 0 * _dZ, _dZ]])
_dXs = np.array([[_dX, 2.5 * _dX[::-1], 4 * _dX], [-_dX[:, ::-1], 0 * _dX, _dX]])
_cases = [
    case(_batch[:1, :1], size=2, stride=2, dout=_dZs[:1, :1], gives=_dXs[:1, :1]),
    case(_batch, size=2, stride=2, dout=_dZs, gives=_dXs),
    case(_batch[:, :1].copy(), size=2, stride=2, dout=_dZs[:, :1].copy(), gives=_dXs[:, :1]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _c, _size, _count, _scale in (
    (3, 2, 2, 3, 1e6),
    (1, 4, 3, 2, -1e-6),
    (2, 1, 1, 4, 1.0),
    (2, 3, 4, 1, 1e6),
):
    _far_apart = np.linspace(-2, 2, _n * _c * (_count * _size) ** 2)
    _blocks = np.exp(_generator.permutation(_far_apart))
    _blocks = _blocks.reshape(_n, _c, _count, _size, _count, _size)
    _dZ = _scale * _generator.normal(size=(_n, _c, _count, _count))
    _dX = (_blocks == _blocks.max(axis=(3, 5), keepdims=True)) * _dZ[:, :, :, None, :, None]
    _shape = _n, _c, _count * _size, _count * _size
    _window = {"size": _size, "stride": _size}
    _cases.append(case(_blocks.reshape(_shape), **_window, dout=_dZ, gives=_dX.reshape(_shape)))
### END HIDDEN TESTS
check_backward(MaxPool2D, *_cases)


# %% test="test_MaxPool2D_overlap" points=0.5
# The gradient where windows overlap: it adds up
_X = SQUARE[None, None]
_dX = [[0, 1, 0, 1], [0, 0, 2, 0], [0, 4, 0, 0], [0, 0, 0, 1]]
_cases = [
    case(_X, size=2, stride=1, dout=np.ones((1, 1, 3, 3)), gives=[[_dX]]),
    case(_X, size=3, stride=1, dout=np.ones((1, 1, 2, 2)), gives=4.0 * (_X == 24)),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _count in ((3, 2, 3), (2, 1, 4), (4, 3, 2), (5, 2, 2), (3, 1, 3)):
    _side = _stride * (_count - 1) + _size
    _X, _dX = np.exp(_generator.normal(size=(_side, _side))), np.zeros((_side, _side))
    for _i, _j in np.ndindex(_count, _count):
        _rows = slice(_i * _stride, _i * _stride + _size)
        _columns = slice(_j * _stride, _j * _stride + _size)
        _dX[_rows, _columns] += _X[_rows, _columns] == _X[_rows, _columns].max()
    _window, _ones = {"size": _size, "stride": _stride}, np.ones((1, 1, _count, _count))
    _cases.append(case(_X[None, None], **_window, dout=_ones, gives=_dX[None, None]))
### END HIDDEN TESTS
check_backward(MaxPool2D, *_cases)


# %% test="test_MaxPool2D_gaps" points=0.5
# The gradient of what is in no window: zero
_X = SQUARE[None, None]
_one, _four = np.ones((1, 1, 1, 1)), np.ones((1, 1, 2, 2))
_cases = [
    case(_X[..., :3, :3].copy(), size=2, stride=2, dout=_one, gives=(_X[..., :3, :3] == 17) * 1.0),
    case(_X, size=3, stride=3, dout=_one, gives=(_X == 24) * 1.0),
    case(_X, size=1, stride=3, dout=_four, gives=np.isin(_X, [3, 21, 20, 18]) * 1.0),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _side in ((2, 3, 9), (2, 2, 7), (3, 4, 9), (1, 3, 6), (4, 4, 11)):
    _X, _dX = np.exp(_generator.normal(size=(_side, _side))), np.zeros((_side, _side))
    for _i in range(0, _side - _size + 1, _stride):
        for _j in range(0, _side - _size + 1, _stride):
            _window = _X[_i : _i + _size, _j : _j + _size]
            _dX[_i : _i + _size, _j : _j + _size] += _window == _window.max()
    _count = (_side - _size) // _stride + 1
    _window, _ones = {"size": _size, "stride": _stride}, np.ones((1, 1, _count, _count))
    _cases.append(case(_X[None, None], **_window, dout=_ones, gives=_dX[None, None]))
### END HIDDEN TESTS
check_backward(MaxPool2D, *_cases)


# %% test="test_MaxPool2D_ties" points=0.5
# Ties, settled window by window, image by image; nearly tied is not tied
_X = [[4, 4, 2, 5], [1, 4, 5, 5], [7, 1, 2, 2], [1, 7, 0, 1]]
_ties = [([0, 1, 5], 1), ([3, 6, 7], 1), ([8, 13], 1), ([10, 11], 1)]
_three = [[[[3, 3], [1, 2]]], [[[5, 0], [1, 2]]], [[[3, 1], [0, 3 + 1e-9]]]]
_shares = Shares((3, 1, 2, 2), [([0, 1], 1), ([4], 1), ([11], 1)])
_apart = [[[[3, 2, 2, 1], [0, 1, 0, 1], [5, 0, 1, 2], [1, 2, 0, 5]]]]
_dX = [[[[1, 0, 1, 0], [0, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1]]]]
_cases = [
    case([[_X]], size=2, stride=2, dout=np.ones((1, 1, 2, 2)), gives=Shares((1, 1, 4, 4), _ties)),
    case(_three, size=2, stride=2, dout=np.ones((3, 1, 1, 1)), gives=_shares),
    case(_apart, size=2, stride=2, dout=np.ones((1, 1, 2, 2)), gives=_dX, title="no ties here"),
]
### BEGIN HIDDEN TESTS
_generator = rng()
# N, C, size, windows in each direction, scale; ties in every second image of the batch alone.
for _n, _c, _size, _count, _scale in (
    (1, 1, 2, 3, 1.0),
    (2, 2, 3, 2, 1e6),
    (3, 1, 2, 2, 1e-6),
    (1, 3, 4, 1, 1e6),
):
    _shape = _n, _c, _count * _size, _count * _size
    _numbers = np.arange(np.prod(_shape)).reshape(_shape)
    _X = _scale * _generator.permutation(np.arange(1.0, _numbers.size + 1)).reshape(_shape)
    _ties = []
    for _b, _k, _i, _j in np.ndindex(_n, _c, _count, _count):
        _rows = slice(_i * _size, (_i + 1) * _size)
        _columns = slice(_j * _size, (_j + 1) * _size)
        _window = _b, _k, _rows, _columns
        _many = 1 if (_b + _k) % 2 else _generator.integers(2, _size**2 + 1)
        _places = _generator.choice(_numbers[_window].ravel(), _many, replace=False)
        _X.ravel()[_places] = _X[_window].max() + abs(_scale) / 3
        _ties.append((_places, 1.0))
    _ones, _window = np.ones((_n, _c, _count, _count)), {"size": _size, "stride": _size}
    _cases.append(case(_X, **_window, dout=_ones, gives=Shares(_shape, _ties)))
    _near, _dX = _X.copy(), np.zeros(_shape)
    for _places, _ in _ties:
        _near.ravel()[_places[-1]] = np.nextafter(_near.ravel()[_places[-1]], np.inf)
        _dX.ravel()[_places[-1]] = 1
    _cases.append(case(_near, **_window, dout=_ones, gives=_dX, title="winners nearly tied"))
### END HIDDEN TESTS
check_backward(MaxPool2D, *_cases)


# %% test="test_MaxPool2D_together" points=0.5
# All at once: a batch of wide images, windows that overlap, leftovers
_X = np.array([[EXAMPLE, 50 - EXAMPLE]])
_dX = np.zeros(_X.shape)
_dX[0, 0] += 10 * (EXAMPLE == 24) - 20 * (EXAMPLE == 23)
_dX[0, 1] += 30 * (EXAMPLE == 3) + 40 * (EXAMPLE == 1)
check_forward(MaxPool2D, case(_X, size=3, stride=2, gives=[[[[24.0, 23]], [[47, 49]]]]))
_dZ = [[[[10, -20]], [[30, 40]]]]
check_backward(MaxPool2D, case(_X, size=3, stride=2, dout=_dZ, gives=_dX))
### BEGIN HIDDEN TESTS
_generator, _forward, _backward = rng(), [], []
for _size, _stride, _shape in (
    (3, 2, (2, 3, 6, 9)),
    (2, 1, (3, 2, 5, 3)),
    (4, 3, (1, 2, 4, 12)),
    (2, 3, (2, 2, 9, 5)),
    (5, 2, (2, 1, 8, 5)),
):
    # No two nearly tied: those are the question of another test
    _X = _generator.permutation(np.linspace(-2, 2.1, int(np.prod(_shape)))).reshape(_shape)
    _window = {"size": _size, "stride": _stride}
    _Z = np.zeros((*_shape[:2], *((_n - _size) // _stride + 1 for _n in _shape[2:])))
    _dZ, _dX = _generator.normal(size=_Z.shape), np.zeros(_shape)
    for _n, _c, _i, _j in np.ndindex(_Z.shape):
        _rows = slice(_i * _stride, _i * _stride + _size)
        _columns = slice(_j * _stride, _j * _stride + _size)
        _part = _X[_n, _c, _rows, _columns]
        _Z[_n, _c, _i, _j] = _part.max()
        _dX[_n, _c, _rows, _columns] += (_part == _part.max()) * _dZ[_n, _c, _i, _j]
    _forward.append(case(_X, **_window, gives=_Z))
    _backward.append(case(_X, **_window, dout=_dZ, gives=_dX))
check_forward(MaxPool2D, *_forward)
check_backward(MaxPool2D, *_backward)
### END HIDDEN TESTS


# %% test="test_MaxPool2D_kinds" points=1
# Fine print: ints, float32, views
_X, _dZ = SQUARE[None, None] + 0.25, np.array([[[[2.7, -1.6], [3.4, 1.8]]]])
_dX = np.select([_X == 17.25, _X == 21.25, _X == 24.25, _X == 18.25], [2.7, -1.6, 3.4, 1.8], 0)
_right = [[[[17.25, 21.25], [24.25, 18.25]]]], _dX
check_kinds(MaxPool2D, _X, dout=_dZ, size=2, stride=2, gives=_right)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _shape in ((3, (1, 2, 6, 6)), (1, (2, 1, 3, 3)), (2, (2, 2, 4, 4))):
    _X = _generator.permutation(np.arange(np.prod(_shape))).reshape(_shape) + 3.0
    _X += _generator.uniform(-0.4, 0.4, size=_shape) if _size == 2 else 0
    _n, _c, _count = *_shape[:2], _shape[2] // _size
    _dZ = _generator.uniform(1.6, 4.4, size=(_n, _c, _count, _count))
    _dZ *= _generator.choice([-1, 1], _dZ.shape)
    _dZ = _dZ if _size == 2 else np.rint(_dZ)
    _blocks = _X.reshape(_n, _c, _count, _size, _count, _size)
    _dX = (_blocks == _blocks.max(axis=(3, 5), keepdims=True)) * _dZ[:, :, :, None, :, None]
    _right = _blocks.max(axis=(3, 5)), _dX.reshape(_shape)
    _window = {"size": _size, "stride": _size}
    if _size == 2:
        check_kinds(MaxPool2D, _X, dout=_dZ, **_window, gives=_right)
    else:
        _X, _dZ = _X.astype(int), _dZ.astype(int)
        check_forward(MaxPool2D, case(_X, **_window, gives=_right[0].astype(int)))
        check_backward(MaxPool2D, case(_X, **_window, dout=_dZ, gives=_right[1]))
### END HIDDEN TESTS


# %% test="test_MaxPool2D_layer" points=1
# Fine print: hands off, the last forward counts, layers share nothing
_X, _dZ = SQUARE[None, None], np.array([[[[2.7, -1.6], [3.4, 1.8]]]])
_dX = np.select([_X == 17, _X == 21, _X == 24, _X == 18], [2.7, -1.6, 3.4, 1.8], 0)
_right = [[[[17.0, 21], [24, 18]]]], _dX
_other = np.concatenate([50 - _X, 2 * _X, _X + 0.5])
check_layer(MaxPool2D, _X, dout=_dZ, size=2, stride=2, gives=_right, other=(_other,))
check_layer(MaxPool2D, _X[..., :2, :2], dout=_dZ, size=1, stride=1, gives=(_X[..., :2, :2], _dZ))
_first, _second = MaxPool2D(4, 4), MaxPool2D(2, 2)
check_equal(
    _first.forward(_X.copy()), [[[[24.0]]]], "MaxPool2D(4, 4).forward beside MaxPool2D(2, 2)"
)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _shape in ((2, (2, 3, 4, 4)), (3, (2, 2, 3, 3))):
    _X, _other = (
        _generator.uniform(1, 9, size=_shape),
        _generator.uniform(1, 9, size=(2, 3, 6, 6)),
    )
    _n, _c, _count = *_shape[:2], _shape[2] // _size
    _dZ = _generator.uniform(1, 2, size=(_n, _c, _count, _count))
    _blocks = _X.reshape(_n, _c, _count, _size, _count, _size)
    _dX = (_blocks == _blocks.max(axis=(3, 5), keepdims=True)) * _dZ[:, :, :, None, :, None]
    _right, _window = (
        (_blocks.max(axis=(3, 5)), _dX.reshape(_shape)),
        {"size": _size, "stride": _size},
    )
    check_layer(MaxPool2D, _X, dout=_dZ, gives=_right, other=(_other,), **_window)
### END HIDDEN TESTS

# %% [markdown]
# Now measure, with windows that overlap. Then look at the edges of the 4. The last picture is the
# blame for size 4, upstream gradient ones: of 676 places the winners are bright, and together they
# got 36. (Around the digit everyone is tied: your picture may differ from your neighbour's.)

# %%
layer = MaxPool2D(3, stride=2)
gradient_check(layer.forward, layer.backward, np.random.default_rng(43).normal(size=(2, 2, 4, 8)))

# %%
from lib.plotting import show_row

four = edges[None, None, 2]
by_two, by_four = MaxPool2D(2), MaxPool2D(4)
halves, quarters = by_two.forward(four), by_four.forward(four)
blame = by_four.backward(np.ones(quarters.shape))
show_row(
    [four[0, 0], halves[0, 0], quarters[0, 0]],
    ["edges of a 4", "size 2", "size 4"],
)
show_row([blame[0, 0]], ["who gets the blame: 0 is black"], "image")
print(f"{blame.size} places, blame for {blame.sum():.0f} in all")

# %% [markdown]
# ## 5 · Everyone a little
#
# The other common way is the mean. Nobody wins; everyone's vote weighs the same:
#
# $$
# Z_{ncij} = \frac{1}{k^2} \sum_{0\le a,b<k} X_{n,c,is+a,js+b}
# $$
#
# So everyone gets the same share of the blame, $1/k^2$ of the upstream gradient of each window
# that they are in (the pictures above, on the right). Where windows overlap, shares add up.
#
# The mean is linear: no kinks, no ties, and the same gradient whatever the image shows. You have
# met it before: it is a convolution with a filter that is $1/k^2$ everywhere, taken at every
# $s$-th place.

# %%
mean_filter = np.full((2, 2), 1 / 4)
print("the example's means, as a convolution, at every second place:")
print(signal.correlate2d(EXAMPLE, mean_filter, mode="valid")[::2, ::2])

# %% [markdown]
# ### Task 5 · `AvgPool2D` · can wait · 7 points
#
# You can skip this tonight: only comparisons at the end use it. All is as in `MaxPool2D`, but the
# result is always a float: the mean of integers is seldom an integer.
#
# <details><summary>Hint: the way back without a loop over windows</summary>
#
# Fix one place $(a, b)$ inside the window. In all windows together it covers `dX[:, :,
# a:a+s*H_out:s, b:b+s*W_out:s]`, each entry once, so a plain `+=` adds up.
# </details>


# %% solution="AvgPool2D"
class AvgPool2D(Layer):
    """The mean of each square window of each channel.

    Parameters
    ----------
    size : int
        Rows and columns of a window.
    stride : int, optional
        From a window to the next, in both directions; `size` if not given.
    """

    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, X):
        """Compute the mean of each window.

        Parameters
        ----------
        X : array (N, C, H, W)
            H and W are at least `size`.

        Returns
        -------
        array (N, C, H_out, W_out), where H_out = (H - size) // stride + 1, and W_out alike
        """
        if X.ndim != 4 or min(X.shape[2:]) < self.size:
            raise ValueError(f"X must be (N, C, H, W), H, W >= {self.size}; got shape {X.shape}")
        ### BEGIN SOLUTION
        self.shape = X.shape
        window = (self.size, self.size)
        windows = np.lib.stride_tricks.sliding_window_view(X, window, axis=(2, 3))
        return windows[:, :, :: self.stride, :: self.stride].mean(axis=(4, 5))
        ### END SOLUTION

    def backward(self, dZ):
        """Divide the upstream gradient evenly.

        Parameters
        ----------
        dZ : array (N, C, H_out, W_out)
            Gradient of the loss with respect to the output.

        Returns
        -------
        array (N, C, H, W), float64
            Gradient with respect to X.
        """
        ### BEGIN SOLUTION
        dX = np.zeros(self.shape)
        share = dZ.astype(np.float64) / self.size**2
        reach = np.multiply(self.stride, dZ.shape[2:])
        for a in range(self.size):
            for b in range(self.size):
                dX[:, :, a : a + reach[0] : self.stride, b : b + reach[1] : self.stride] += share
        return dX
        ### END SOLUTION


# %% test="test_AvgPool2D" points=1.5
# A start: one square image, or its gradient
_X, _Z = SQUARE[None, None].copy(), [[[[10, 12.5], [14.5, 12]]]]
_cases = [case(_X, size=2, stride=2, gives=_Z), case(_X, size=1, stride=1, gives=_X)]
_cases += [case(_X, size=4, stride=4, gives=[[[[196 / 16]]]])]
_cases += [case(_X, size=2, gives=_Z, title="the stride is the size if not given")]
_dZ = np.array([[[[10.0, -20], [5, 40]]]])
_back = [
    case(_X, size=2, stride=2, dout=_dZ, gives=_dZ.repeat(2, 2).repeat(2, 3) / 4),
    case(_X, size=4, stride=4, dout=[[[[32.0]]]], gives=np.full(_X.shape, 2)),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _count, _scale in (
    (1, 3, 1e6),
    (2, 3, -1e-6),
    (3, 2, 1.0),
    (4, 2, -1e-6),
    (5, 1, 1e6),
):
    _blocks = _scale * _generator.uniform(0.5, 1.5, size=(1, 1, _count, _size, _count, _size))
    _X = _blocks.reshape(1, 1, _count * _size, _count * _size)
    _cases.append(case(_X, size=_size, stride=_size, gives=_blocks.mean(axis=(3, 5))))
_cases.append(case(_X, size=5, stride=None, gives=_cases[-1].gives))
for _size, _count in ((2, 3), (3, 2), (4, 2)):
    _dZ = _generator.normal(size=(1, 1, _count, _count))
    _dX = np.kron(_dZ, np.full((_size, _size), 1 / _size**2))
    _back.append(
        case(_generator.normal(size=_dX.shape), size=_size, stride=_size, dout=_dZ, gives=_dX)
    )
### END HIDDEN TESTS
check_one_of(lambda: check_forward(AvgPool2D, *_cases), lambda: check_backward(AvgPool2D, *_back))
check_bounds(AvgPool2D, *_cases[0].args, size=2, stride=2)


# %% test="test_AvgPool2D_batch" points=0.5
# Several images, several channels
_X, _mean = SQUARE, np.array([[10, 12.5], [14.5, 12]])
_batch = np.array([[_X, -_X, _X + 100], [_X[::-1], -_X[:, ::-1], 2 * _X]])
_Z = np.array([[_mean, -_mean, _mean + 100], [_mean[::-1], -_mean[:, ::-1], 2 * _mean]])
_cases = [
    case(_batch, size=2, stride=2, gives=_Z),
    case(_batch[:, :1].copy(), size=2, stride=2, gives=_Z[:, :1]),
    case(_batch[:1], size=2, stride=2, gives=_Z[:1]),
    case([[[[0, 3], [0, 1]]]], size=2, stride=2, gives=[[[[1.0]]]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _c, _size, _count in ((3, 2, 2, 3), (4, 1, 3, 2), (1, 5, 1, 4), (2, 3, 4, 1)):
    _blocks = _generator.normal(size=(_n, _c, _count, _size, _count, _size))
    _X = _blocks.reshape(_n, _c, _count * _size, _count * _size)
    _cases.append(case(_X, size=_size, stride=_size, gives=_blocks.mean(axis=(3, 5))))
### END HIDDEN TESTS
check_forward(AvgPool2D, *_cases)


# %% test="test_AvgPool2D_wide" points=0.5
# Images that are wider than high, or higher than wide
_X = EXAMPLE[None, None]
_Z = np.array([[[[10, 12.5, 11], [14.5, 12, 15]]]])
_cases = [
    case(_X, size=2, stride=2, gives=_Z),
    case(_X.swapaxes(2, 3).copy(), size=2, stride=2, gives=_Z.swapaxes(2, 3)),
    case(_X[:, :, :3].copy(), size=3, stride=3, gives=[[[[106 / 9, 103 / 9]]]]),
    case(_X, size=1, stride=1, gives=_X),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _rows, _columns, _scale in (
    (1, 3, 2, 1e6),
    (2, 1, 4, -1e-6),
    (2, 3, 2, 1.0),
    (3, 2, 1, 1e6),
    (4, 1, 2, -1e-6),
):
    _blocks = _scale * _generator.uniform(0.5, 1.5, size=(1, 1, _rows, _size, _columns, _size))
    _X = _blocks.reshape(1, 1, _rows * _size, _columns * _size)
    _cases.append(case(_X, size=_size, stride=_size, gives=_blocks.mean(axis=(3, 5))))
### END HIDDEN TESTS
check_forward(AvgPool2D, *_cases)


# %% test="test_AvgPool2D_stride" points=0.5
# Windows that overlap, or leave gaps
_X, _Z = SQUARE[None, None], [[[[10, 12.5], [14.5, 12]]]]
_sums = np.array([[[[40, 50, 50], [54, 54, 39], [58, 45, 48]]]])
_cases = [
    case(_X, size=2, gives=_Z, title="the stride is the size if not given"),
    case(_X, size=2, stride=1, gives=_sums / 4),
    case(_X, size=3, stride=1, gives=np.array([[[[106, 115], [114, 103]]]]) / 9),
    case(_X, size=1, stride=3, gives=[[[[3.0, 21], [20, 18]]]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _count in ((3, 2, 3), (2, 3, 2), (4, 1, 3), (1, 2, 4), (2, 1, 4), (3, 4, 2)):
    _side = _stride * (_count - 1) + _size
    _X = _generator.normal(size=(1, 1, _side, _side))
    _windows = np.lib.stride_tricks.sliding_window_view(_X, (_size, _size), axis=(2, 3))
    _Z = _windows[:, :, ::_stride, ::_stride].mean(axis=(4, 5))
    _cases.append(case(_X, size=_size, stride=_stride, gives=_Z))
### END HIDDEN TESTS
check_forward(AvgPool2D, *_cases)


# %% test="test_AvgPool2D_leftover" points=0.5
# Rows and columns that do not fill a window are dropped
_X = SQUARE[None, None]
_cases = [
    case(_X[..., :3, :3].copy(), size=2, stride=2, gives=[[[[10.0]]]]),
    case(_X[..., 1:, 1:].copy(), size=2, stride=2, gives=[[[[13.5]]]]),
    case(_X, size=3, stride=3, gives=[[[[106 / 9]]]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _side in ((2, 7), (3, 8), (4, 11), (5, 9), (3, 4)):
    _X, _count = np.exp(_generator.normal(size=(1, 1, _side, _side))), _side // _size
    _fits = _X[..., : _count * _size, : _count * _size]
    _Z = _fits.reshape(1, 1, _count, _size, _count, _size).mean(axis=(3, 5))
    _cases.append(case(_X, size=_size, stride=_size, gives=_Z))
### END HIDDEN TESTS
check_forward(AvgPool2D, *_cases)


# %% test="test_AvgPool2D_backward" points=0.5
# The gradient for ones: everyone gets the same share
_X = SQUARE[None, None].copy()
_cases = [
    case(_X, size=2, stride=2, dout=np.ones((1, 1, 2, 2)), gives=np.full(_X.shape, 1 / 4)),
    case(_X, size=4, stride=4, dout=np.ones((1, 1, 1, 1)), gives=np.full(_X.shape, 1 / 16)),
    case(_X, size=1, stride=1, dout=np.ones(_X.shape), gives=np.ones(_X.shape)),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _count in ((1, 3), (2, 3), (3, 2), (4, 2), (5, 1)):
    _X = -np.exp(_generator.normal(size=(1, 1, _count * _size, _count * _size)))
    _window, _ones = {"size": _size, "stride": _size}, np.ones((1, 1, _count, _count))
    _cases.append(case(_X, **_window, dout=_ones, gives=np.full(_X.shape, 1 / _size**2)))
### END HIDDEN TESTS
check_backward(AvgPool2D, *_cases)
check_bounds(AvgPool2D, *_cases[0].args, **_cases[0].options)


# %% test="test_AvgPool2D_backward_wide" points=0.25
# The gradient of images that are not square
_X, _dZ = EXAMPLE[None, None], np.ones((1, 1, 2, 3))
_quarter = np.full(_X.shape, 1 / 4)
_X_tall, _quarter_tall, _dZ_tall = (_a.swapaxes(2, 3).copy() for _a in (_X, _quarter, _dZ))
_cases = [
    case(_X, size=2, stride=2, dout=_dZ, gives=_quarter),
    case(_X_tall, size=2, stride=2, dout=_dZ_tall, gives=_quarter_tall),
    case(_X, size=1, stride=1, dout=np.ones(_X.shape), gives=np.ones(_X.shape)),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _rows, _columns in ((2, 1, 4), (2, 3, 2), (3, 2, 1), (4, 1, 2), (1, 2, 5)):
    _X = -np.exp(_generator.normal(size=(1, 1, _rows * _size, _columns * _size)))
    _window, _ones = {"size": _size, "stride": _size}, np.ones((1, 1, _rows, _columns))
    _cases.append(case(_X, **_window, dout=_ones, gives=np.full(_X.shape, 1 / _size**2)))
### END HIDDEN TESTS
check_backward(AvgPool2D, *_cases)


# %% test="test_AvgPool2D_upstream" points=0.5
# The gradient of a batch, for other upstream gradients
_X, _dZ = SQUARE, np.array([[10.0, -20], [0, 40]])
_dX = np.array([[2.5, 2.5, -5, -5], [2.5, 2.5, -5, -5], [0, 0, 10, 10], [0, 0, 10, 10]])
_batch = np.array([[_X, _X[::-1], 2 * _X], [_X[:, ::-1], 3 * _X, _X]])
_dZs = np.array([[_dZ, 2.5 * _dZ[::-1], 4 * _dZ], [-_dZ[:, ::-1], 0 * _dZ, _dZ]])
_dXs = np.array([[_dX, 2.5 * _dX[::-1], 4 * _dX], [-_dX[:, ::-1], 0 * _dX, _dX]])
_cases = [
    case(_batch[:1, :1], size=2, stride=2, dout=_dZs[:1, :1], gives=_dXs[:1, :1]),
    case(_batch, size=2, stride=2, dout=_dZs, gives=_dXs),
    case(_batch[:, :1].copy(), size=2, stride=2, dout=_dZs[:, :1].copy(), gives=_dXs[:, :1]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _c, _size, _count, _scale in (
    (3, 2, 2, 3, 1e6),
    (1, 4, 3, 2, -1e-6),
    (2, 1, 1, 4, 1.0),
    (2, 3, 4, 1, 1e6),
):
    _X = _generator.normal(size=(_n, _c, _count * _size, _count * _size))
    _dZ = _scale * _generator.normal(size=(_n, _c, _count, _count))
    _dX = np.kron(_dZ, np.full((_size, _size), 1 / _size**2))
    _cases.append(case(_X, size=_size, stride=_size, dout=_dZ, gives=_dX))
### END HIDDEN TESTS
check_backward(AvgPool2D, *_cases)


# %% test="test_AvgPool2D_overlap" points=0.5
# The gradient where windows overlap: it adds up
_X = SQUARE[None, None]
_inside = np.multiply.outer([1, 2, 2, 1], [1, 2, 2, 1])[None, None]  # in so many windows
_cases = [
    case(_X, size=2, stride=1, dout=np.ones((1, 1, 3, 3)), gives=_inside / 4),
    case(_X, size=3, stride=1, dout=np.ones((1, 1, 2, 2)), gives=_inside / 9),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _count in ((3, 2, 3), (2, 1, 4), (4, 3, 2), (5, 2, 2), (3, 1, 3)):
    _side = _stride * (_count - 1) + _size
    _inside = sum(np.eye(_size, _side, _stride * _t).sum(axis=0) for _t in range(_count))
    _X, _ones = _generator.normal(size=(1, 1, _side, _side)), np.ones((1, 1, _count, _count))
    _dX = np.multiply.outer(_inside, _inside)[None, None] / _size**2
    _cases.append(case(_X, size=_size, stride=_stride, dout=_ones, gives=_dX))
### END HIDDEN TESTS
check_backward(AvgPool2D, *_cases)


# %% test="test_AvgPool2D_gaps" points=0.25
# The gradient of what is in no window: zero
_X = SQUARE[None, None]
_one, _four = np.ones((1, 1, 1, 1)), np.ones((1, 1, 2, 2))
_two, _three = np.zeros((1, 1, 3, 3)), np.zeros(_X.shape)
_two[..., :2, :2], _three[..., :3, :3] = 1 / 4, 1 / 9
_cases = [
    case(_X[..., :3, :3].copy(), size=2, stride=2, dout=_one, gives=_two),
    case(_X, size=3, stride=3, dout=_one, gives=_three),
    case(_X, size=1, stride=3, dout=_four, gives=np.isin(_X, [3, 21, 20, 18]) * 1.0),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _side in ((2, 3, 9), (2, 2, 7), (3, 4, 9), (1, 3, 6), (4, 4, 11), (3, 2, 8)):
    _count, _inside = (_side - _size) // _stride + 1, np.zeros(_side)
    for _t in range(_count):
        _inside[_t * _stride : _t * _stride + _size] += 1
    _X, _ones = _generator.normal(size=(1, 1, _side, _side)), np.ones((1, 1, _count, _count))
    _dX = np.multiply.outer(_inside, _inside)[None, None] / _size**2
    _cases.append(case(_X, size=_size, stride=_stride, dout=_ones, gives=_dX))
### END HIDDEN TESTS
check_backward(AvgPool2D, *_cases)


# %% test="test_AvgPool2D_together" points=0.25
# All at once: a batch of wide images, windows that overlap, leftovers
_X, _dZ = np.array([[EXAMPLE, -EXAMPLE]]), np.array([[[[9.0, -18]], [[27, 36]]]])
_dX = np.zeros(_X.shape)
_dX[0, 0, :3, :5] = [1, 1, -1, -2, -2]
_dX[0, 1, :3, :5] = [3, 3, 7, 4, 4]
_Z = np.array([[[[106.0, 99]], [[-106, -99]]]]) / 9
check_forward(AvgPool2D, case(_X, size=3, stride=2, gives=_Z))
check_backward(AvgPool2D, case(_X, size=3, stride=2, dout=_dZ, gives=_dX))
### BEGIN HIDDEN TESTS
_generator, _forward, _backward = rng(), [], []
for _size, _stride, _shape in (
    (3, 2, (2, 3, 6, 9)),
    (2, 1, (3, 2, 5, 3)),
    (4, 3, (1, 2, 4, 12)),
    (2, 3, (2, 2, 9, 5)),
    (5, 2, (2, 1, 8, 5)),
):
    _X, _window = _generator.normal(size=_shape), {"size": _size, "stride": _stride}
    _Z = np.zeros((*_shape[:2], *((_n - _size) // _stride + 1 for _n in _shape[2:])))
    _dZ, _dX = _generator.normal(size=_Z.shape), np.zeros(_shape)
    for _n, _c, _i, _j in np.ndindex(_Z.shape):
        _rows = slice(_i * _stride, _i * _stride + _size)
        _columns = slice(_j * _stride, _j * _stride + _size)
        _Z[_n, _c, _i, _j] = _X[_n, _c, _rows, _columns].mean()
        _dX[_n, _c, _rows, _columns] += _dZ[_n, _c, _i, _j] / _size**2
    _forward.append(case(_X, **_window, gives=_Z))
    _backward.append(case(_X, **_window, dout=_dZ, gives=_dX))
check_forward(AvgPool2D, *_forward)
check_backward(AvgPool2D, *_backward)
### END HIDDEN TESTS


# %% test="test_AvgPool2D_kinds" points=0.5
# Fine print: ints, float32, views
_X, _dZ = SQUARE[None, None] + 0.25, np.array([[[[2.7, -1.6], [3.4, 1.8]]]])
_dX = [[[[0.675] * 2 + [-0.4] * 2] * 2 + [[0.85] * 2 + [0.45] * 2] * 2]]
_right = [[[[10.25, 12.75], [14.75, 12.25]]]], _dX
check_kinds(AvgPool2D, _X, dout=_dZ, size=2, stride=2, gives=_right)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _shape in ((3, (1, 2, 6, 6)), (1, (2, 1, 3, 3)), (2, (2, 2, 4, 4))):
    _X = -_generator.uniform(1.1, 4.4, size=_shape)
    _X = _X if _size == 2 else np.rint(_X)
    _n, _c, _count = *_shape[:2], _shape[2] // _size
    _dZ = _generator.uniform(1.6, 4.4, size=(_n, _c, _count, _count))
    _dZ *= _generator.choice([-1, 1], _dZ.shape)
    _dZ = _dZ if _size == 2 else np.rint(_dZ)
    _Z = _X.reshape(_n, _c, _count, _size, _count, _size).mean(axis=(3, 5))
    _right = _Z, np.kron(_dZ, np.full((_size, _size), 1 / _size**2))
    _window = {"size": _size, "stride": _size}
    if _size == 2:
        check_kinds(AvgPool2D, _X, dout=_dZ, **_window, gives=_right)
    else:
        _X, _dZ = _X.astype(int), _dZ.astype(int)
        check_forward(AvgPool2D, case(_X, **_window, gives=_X if _size == 1 else _right[0]))
        check_backward(AvgPool2D, case(_X, **_window, dout=_dZ, gives=_right[1]))
### END HIDDEN TESTS


# %% test="test_AvgPool2D_layer" points=0.75
# Fine print: hands off, the last forward counts, layers share nothing
_X, _dZ = SQUARE[None, None], np.array([[[[4.0, -8], [12, 2]]]])
_dX = np.array([[[[1.0, 1, -2, -2]] * 2 + [[3, 3, 0.5, 0.5]] * 2]])
_right = [[[[10, 12.5], [14.5, 12]]]], _dX
_other = np.concatenate([50 - _X, 2 * _X, _X + 0.5])
check_layer(AvgPool2D, _X, dout=_dZ, size=2, stride=2, gives=_right, other=(_other,))
check_layer(AvgPool2D, _X[..., :2, :2], dout=_dZ, size=1, stride=1, gives=(_X[..., :2, :2], _dZ))
_first, _second = AvgPool2D(4, 4), AvgPool2D(2, 2)
check_equal(
    _first.forward(_X.copy()), [[[[12.25]]]], "AvgPool2D(4, 4).forward beside AvgPool2D(2, 2)"
)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _shape in ((2, (2, 3, 4, 4)), (3, (2, 2, 3, 3))):
    _X, _other = (
        _generator.uniform(1, 9, size=_shape),
        _generator.uniform(1, 9, size=(2, 3, 6, 6)),
    )
    _n, _c, _count = *_shape[:2], _shape[2] // _size
    _dZ = _generator.uniform(1, 2, size=(_n, _c, _count, _count))
    _Z = _X.reshape(_n, _c, _count, _size, _count, _size).mean(axis=(3, 5))
    _right = _Z, np.kron(_dZ, np.full((_size, _size), 1 / _size**2))
    check_layer(AvgPool2D, _X, dout=_dZ, size=_size, stride=_size, gives=_right, other=(_other,))
### END HIDDEN TESTS

# %% [markdown]
# Both pools hand on exactly the blame that they got, overlaps, gaps and leftovers or not:

# %%
generator = np.random.default_rng(46)
images, upstream = generator.normal(size=(2, 2, 5, 8)), generator.normal(size=(2, 2, 2, 3))
for layer in (MaxPool2D(3, stride=2), AvgPool2D(3, stride=2)):
    layer.forward(images)
    name, blame = type(layer).__name__, layer.backward(upstream).sum()
    print(f"{name}: {upstream.sum():.6f} came in, {blame:.6f} went out")
    gradient_check(layer.forward, layer.backward, images)

# %% [markdown]
# ## 6 · What it costs
#
# What was in the three quarters that are gone? Take the edges of the 4 and **shuffle the four
# places inside every window**. You can hardly read the second picture. Now pool both.

# %%
blocks = edges[2].reshape(13, 2, 13, 2).swapaxes(1, 2).reshape(13, 13, 4)
shuffled = np.random.default_rng(47).permuted(blocks, axis=2)
shuffled = shuffled.reshape(13, 13, 2, 2).swapaxes(1, 2).reshape(26, 26)
both = np.array([[edges[2]], [shuffled]])
largest = MaxPool2D(2).forward(both)
show_row(
    [edges[2], shuffled, largest[0, 0], largest[1, 0]],
    ["edges", "shuffled edges", "edges, pooled", "shuffled, pooled"],
)
every_second = both[:, :, ::2, ::2]
ways = {"max": largest, "every second": every_second, "mean": AvgPool2D(2).forward(both)}
for name, (one, other) in ways.items():
    print(f"{name:12} largest difference between the two: {np.abs(one - other).max():.2f}")

# %% [markdown]
# Not a trace of the shuffling is left. Inside a window *where* is gone for good, and only *how
# much* stays; with the mean, too. A stride of 2 alone, which keeps every second place, throws away
# as much, but it notices.
#
# Forgetting is also what pooling is for: a stroke one pixel to the right is the same stroke. How
# much does a pooled map change when its digit moves by one pixel, as a fraction of the map?

# %%
here = np.maximum(edges, 0)[:, None]
there = np.roll(here, 1, axis=3)  # the last column is zero: nothing comes round
for size in (1, 2, 4):
    line = f"size {size}:"
    for layer in (MaxPool2D(size), AvgPool2D(size)):
        before, after = layer.forward(here), layer.forward(there)
        change = np.linalg.norm(after - before, axis=(2, 3)) / np.linalg.norm(before, axis=(2, 3))
        line += f"  {type(layer).__name__} {change.mean():.0%}"
    print(line)

# %% [markdown]
# So pooling softens the shift and does not undo it.
#
# Is that a good bargain? Geoffrey Hinton (reddit, 2014): "The pooling operation used in
# convolutional neural networks is a big mistake and the fact that it works so well is a disaster."
# Think of the shuffled picture: two eyes, a nose and a mouth are a face only at the right places.
# Early networks such as AlexNet pool several times. A ResNet pools once near its entrance; then
# convolutions with stride 2 do the shrinking and may *learn* what to keep. An average over each
# whole map ends it.
#
# ### Task 6 · The bill · 1 point
#
# Three ways to make $14 \times 14$ out of $28 \times 28$ pixels without ties: (a) max pooling,
# size 2; (b) average pooling, size 2; (c) every second pixel: size 1, stride 2.
#
# 1. For each: how many of the 784 pixels could change the output? How many get a gradient other
#    than zero, if no upstream gradient is zero?
# 2. Name a task where it helps that (a) forgets where its winners were, and one where it hurts.

# %% [markdown] written="what_is_lost" points=1
# 1. (a) All 784, for each of them could win if it were larger; 196 get a gradient, one winner in
#    each window. (b) All 784, and all 784 get one. (c) 196, and the same 196 get one; the others
#    are never looked at.
# 2. It helps where things are the same wherever they are: which digit is this, is there a cat in
#    the picture. It hurts where places are the answer or where their relation matters: where
#    exactly is the tumour's edge, is this a face or are the eyes below the mouth, which of two
#    lines is longer by a pixel.

# %% [markdown]
# ## Summary
#
# - A layer remembers in `self` what it needs on the way back.
# - Max pooling blames the winner of each window; at a tie any shares are right that are not
#   negative and sum to what came in. Average pooling blames everyone alike.
# - Where windows overlap, gradients add up. What is in no window gets zero.
# - Pooling keeps how much and forgets where, for good.
#
# ## Go further
#
# - AlexNet pooled with size 3 and stride 2. Inside which groups of places can you now shuffle
#   unnoticed?
# - Between mean and largest lies $\frac{1}{\beta} \log \frac{1}{k^2} \sum e^{\beta x}$. What is
#   its gradient, and what becomes of ties?
# - PyTorch's max pooling gives everything to one winner, its `amax` shares evenly. What does a
#   ReLU in front do to the blame in windows that are all zero?
