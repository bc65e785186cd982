# %% [markdown]
# # Lab 4 · Pooling: the winner takes it all
#
# A convolution leaves a map behind: at every place one number, how much the image looks like the
# filter *there*. What comes next often needs less than that. "Is there such an edge somewhere
# around here?" will do, and with a quarter of the numbers it is a quarter of the work. **Pooling**
# replaces each small window of the map by a single number: its largest, or its mean.
#
# To compute that is easy. Two questions behind it are what this lab is about. What does it cost to
# throw the rest away? And when the loss complains about a pooled number, who gets the blame, that
# is, the gradient?
#
# When you are done, you can
#
# - write max pooling and average pooling as **layers**, for vectors and for batches of images;
# - say where a maximum sends its gradient, and what is right at a **tie**, where it has none;
# - let gradients add up where windows overlap, and be zero where no window looks;
# - tell what pooling loses, and show it in an image.
#
# Work from top to bottom. Under each of your cells stand its checks: run them at once, they say
# what is wrong. When the lab is graded, further checks of the same kind run with other numbers.
#
# **Out of bounds** in your solutions: scipy, torch, tensorflow, jax, cv2, skimage, and
# `np.convolve`, `np.correlate`, `np.fft`, `np.polymul`, `np.gradient`. They would do the exercise
# for you. Everything else of NumPy is welcome.

# %% locked="setup"
import sys
from pathlib import Path

# The folder `lib` stands beside `notebooks`; this finds it from wherever the notebook is.
sys.path[:0] = [
    str(p) for p in Path.cwd().resolve().parents if (p / "lib" / "checking.py").exists()
]

import numpy as np

from lib.checking import (
    Shares,
    case,
    check_backward,
    check_bounds,
    check_equal,
    check_forward,
    check_gradients,
    check_kinds,
    check_layer,
    gradient_check,
    rng,
)

# %% [markdown]
# ## 1 · A layer remembers
#
# So far a backward pass was a function, and it was handed the inputs of its forward pass once
# more. In a network that gets tiresome: the way back begins at the loss, long after the inputs
# went by. So each step becomes an object, a **layer**, with two methods:
#
# - `forward(...)` computes the output, and keeps in `self` what the way back will need;
# - `backward(dout)` takes the upstream gradient alone, and returns the gradient of the input.


# %% locked="layer"
class Layer:
    """What all layers have in common. Yours may be built on it, or stand alone."""

    def forward(self, x):
        """Compute the output, and keep what `backward` will need."""
        raise NotImplementedError("forward is still to be written")

    def backward(self, dout):
        """Turn the gradient of the output into the gradient of the input."""
        raise NotImplementedError("backward is still to be written")


# %% [markdown]
# Here is one. $y = x^2$ has slope $2x$, so the way back needs $x$. `gradient_check` takes the two
# methods of a layer, and the inputs at which to check.


# %%
class Square(Layer):
    """Squares every entry."""

    def forward(self, x):
        self.x = x
        return x**2

    def backward(self, dout):
        return 2 * self.x * dout


square = Square()
gradient_check(square.forward, square.backward, np.array([3.0, -1.0, 0.5]))

# %% [markdown]
# What every layer of this lab promises, and what a part of the points is for:
#
# - **The last forward counts.** A second `backward` gives the same answer as the first, so do not
#   use up or change on the way what forward has kept.
# - **Layers do not know each other.** A network holds many layers of one class. What is kept
#   belongs in `self`: in a global, or in the class, it would be everybody's.
# - **Hands off what is not yours.** The input and the upstream gradient stay as they are. What you
#   return is new: it shares no memory with an argument, nor with anything that you returned
#   before, so that the caller may write into it. (Nobody will change an input of yours between
#   forward and backward, so you may keep it without a copy.)
# - **Any numbers.** Inputs and upstream gradients are `float64`, `float32` or `int64`, in any
#   memory layout: a transpose or every other column is an array too. Gradients are always
#   `float64`. A buffer made by `np.zeros_like(x)` is one of integers when `x` is, and cuts off
#   everything behind the point.

# %% [markdown]
# ## 2 · One winner
#
# The smallest pooling layer looks at a whole vector and gives back one number, the largest:
#
# $$
# z = \max(\mathbf{h}) = \max_i h_i .
# $$
#
# ![The vector h = (2, −1, 5, 3, 0) flows into a max layer, and its largest number comes out: z =
# 5. Backward, the gradient of z comes in, and that of h is asked
# for.](../../images/max_pool_layer.png)
#
# Who is to blame for $z = 5$? Nudge the entries, one at a time. If the 5 becomes 5.25, so does
# $z$. If the 3 becomes 3.25, nothing happens: it was not the largest, and it still is not. For any
# small nudge only the winner matters, and it passes everything on:
#
# $$
# \frac{\partial z}{\partial h_i} =
# \begin{cases} 1 & \text{if } h_i \text{ is the largest} \\ 0 & \text{otherwise} \end{cases}
# \qquad\text{so}\qquad
# \nabla_{\mathbf{h}} = \nabla_z \cdot (0, 0, 1, 0, 0) .
# $$
#
# The winner takes it all, the others learn nothing. With an upstream gradient of $-2$ it is
# $(0, 0, -2, 0, 0)$.

# %%
h = [2.0, -1.0, 5.0, 3.0, 0.0]
for i in range(5):
    nudged = h.copy()
    nudged[i] += 0.25
    print(f"nudge h[{i}] to {nudged[i]:5}: z changes by {max(nudged) - max(h)}")

# %% [markdown]
# ### A tie
#
# Now let $\mathbf{h} = (1, 3, 3)$. Raise the last entry by 0.5, and $z$ rises by 0.5. Lower it by
# 0.5, and $z$ stays at 3: the other one stands in. The slope is 1 on one side and 0 on the other.
# This is a kink, as in $|x|$ at 0, and there **is no gradient**.
#
# A network wants an answer all the same, and there are sensible ones. A vector $\mathbf{g}$ is a
# **subgradient** of the maximum if the plane with these slopes touches it and never rises above
# it:
#
# $$
# \max(\mathbf{h} + \boldsymbol{\delta}) \;\ge\; \max(\mathbf{h}) + \mathbf{g} \cdot
# \boldsymbol{\delta}
# \qquad\text{for every nudge } \boldsymbol{\delta} .
# $$
#
# Which vectors are that, at $(1, 3, 3)$?
#
# - Move *both* threes by 0.5, up or down: $z$ moves just as far. So their two slopes have to sum
#   to 1. $(0, 1, 1)$ fails: it promises a rise of 1 where there is one of 0.5.
# - Lower one three alone, and $z$ stays. A negative slope would promise a rise.
# - Move the 1 a little, up or down, and $z$ stays. Its slope is 0.
#
# What remains is simple:
#
# > The winners divide 1 among them into **shares**, none negative, and nobody else gets anything.
#
# All to the first, all to the last, half and half: each is right. The gradient is these shares
# times $\nabla_z$. Where there is a single winner, it is the ordinary gradient.
#
# The cell tries five candidates on a thousand random nudges.

# %%
tied = np.array([1.0, 3.0, 3.0])
nudges = np.random.default_rng(40).normal(size=(1000, 3))
for shares in ([0, 1, 0], [0, 0.5, 0.5], [0, 1, 1], [0, 1.5, -0.5], [0.2, 0.4, 0.4]):
    broken = (tied + nudges).max(axis=1) < 3 + nudges @ shares - 1e-12
    print(f"g = {shares!s:16} promises too much for {broken.sum():3} of 1000 nudges")

# %% [markdown]
# Two traps lie here.
#
# **The mask.** `h == h.max()` marks *all* winners. Handing each of them the full $\nabla_z$ is what
# much published code does. With $\nabla_z = 2$ it makes $(0, 2, 2)$ of our example, and twice the
# blame of what there is.
#
# **The numerical gradient.** At a tie a central difference reports the mean of both sides, 0.5 for
# each of the winners. With two of them this happens to be a subgradient. With three it is
# $(0.5, 0.5, 0.5)$, which is not. So nothing was measured: check beside a tie.
#
# And what is a tie? Only exact equality. $3$ and $3 + 10^{-9}$ are not tied, however close they
# are. `np.isclose` asks another question.
#
# Ties are not rare, by the way. After a ReLU much of a map is exactly zero:

# %%
step = 1e-5
print(
    "central difference at (3, 3, 3):",
    round((max(3 + step, 3, 3) - max(3 - step, 3, 3)) / (2 * step), 6),
)

from scipy import signal

from lib.mnist import load_mnist

(digits, labels), _ = load_mnist()
edge = np.array([[-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0]])
rectified = np.maximum(signal.correlate2d(digits[2] / 255, edge, mode="valid"), 0)
windows = [rectified[i : i + 2, j : j + 2] for i in range(0, 26, 2) for j in range(0, 26, 2)]
tied_windows = [window for window in windows if np.sum(window == window.max()) > 1]
print(f"edges of a 4, after ReLU: {len(tied_windows)} of {len(windows)} windows of 2 x 2 are tied")

# %% [markdown]
# ### Task 1 · On paper first
#
# 1. $\mathbf{h}$ has five entries and one largest. How many entries of $\nabla_{\mathbf{h}}$ can be
#    non-zero? What if two entries are tied for the largest?
# 2. $\mathbf{h} = (1, 3, 3)$ and $\nabla_z = 2$. Which of these are valid, and what is wrong with
#    each of the others?
#    (a) $(0, 2, 0)$, (b) $(0, 1, 1)$, (c) $(0, 2, 2)$, (d) $(0, 3, -1)$, (e) $(1, 0.5, 0.5)$.

# %% [markdown] written="winners" points=1
# 1. One: the largest entry's, and it is $\nabla_z$ (so none at all if $\nabla_z = 0$). With two
#    tied, one or both of them may be non-zero, depending on how they share.
# 2. (a) and (b) are valid: shares $(1, 0)$ and $(\frac12, \frac12)$ of the two winners, times 2.
#    (c) sums to 4: twice the blame that there is. (d) sums to 2, but one share is negative. (e)
#    sums to 2, but blames the first entry, which could rise a little without any effect.

# %% [markdown]
# ### Task 2 · `MaxPool`
#
# Write the layer. The fine print, beside what every layer promises:
#
# - The vector has any length from 1 on, and all of it may be negative. (If your winner so far
#   starts at 0, nobody below zero can win.)
# - The output is a number: a Python number, a NumPy number or an array of shape `()`. So is `dz`,
#   and it may be negative, an integer, or 0.
# - At a tie any valid shares will do.
#
# <details><summary>Hint</summary>
#
# `np.argmax` tells *where* the largest entry is, the first one of them at a tie. This place, and
# the length of the vector, is all that the way back needs.
# </details>


# %% solution="MaxPool"
class MaxPool(Layer):
    """The largest entry of a vector."""

    def forward(self, h):
        """Find the largest entry.

        Parameters
        ----------
        h : array (T,)

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


# %% test="test_MaxPool" points=1
check_forward(
    MaxPool,
    case([2, -1, 5, 3, 0], gives=5, title="the example above"),
    case([4, 1, 2], gives=4),
    case([1, 2, 4], gives=4),
    case([-3, -0.5, -2], gives=-0.5),
    case([7.5], gives=7.5),
)
### BEGIN HIDDEN TESTS
_generator, _cases = rng(), []
for _length in (1, 2, 5, 12):
    for _scale in (1.0, 1e6, -1e-6):
        _h = _scale * _generator.permutation(np.arange(1.5, _length + 1))
        _cases.append(case(_h, gives=sorted(_h.tolist())[-1]))
check_forward(MaxPool, *_cases)
### END HIDDEN TESTS

# %% test="test_MaxPool_backward" points=1
# An upstream gradient of 1: the winner gets 1.
check_backward(
    MaxPool,
    case([2, -1, 5, 3, 0], dout=1.0, gives=[0, 0, 1, 0, 0]),
    case([4, 1, 2], dout=1.0, gives=[1, 0, 0]),
    case([1, 2, 4], dout=1.0, gives=[0, 0, 1]),
    case([-3, -0.5, -2], dout=1.0, gives=[0, 1, 0]),
    case([7.5], dout=1.0, gives=[1]),
)
### BEGIN HIDDEN TESTS
_generator, _cases = rng(), []
for _length in (1, 2, 5, 12):
    for _scale in (1.0, 1e6, -1e-6):
        _h = _scale * _generator.permutation(np.arange(1.5, _length + 1))
        _cases.append(case(_h, dout=1.0, gives=[float(_value == max(_h)) for _value in _h]))
check_backward(MaxPool, *_cases)
### END HIDDEN TESTS

# %% test="test_MaxPool_upstream" points=1
check_backward(
    MaxPool,
    *(case([2, -1, 5, 3, 0], dout=_dz, gives=[0, 0, _dz, 0, 0]) for _dz in (-2.0, 2.5, 1e6, 0.0)),
    *(case([-3, -0.5, -2], dout=_dz, gives=[0, _dz, 0]) for _dz in (-2.0, 2.5, 1e6, 0.0)),
)
### BEGIN HIDDEN TESTS
_generator, _cases = rng(), []
for _dz in (*_generator.normal(size=4).tolist(), -1e-6, -0.0):
    _h = _generator.normal(size=7)
    _cases.append(case(_h, dout=_dz, gives=[_dz * (_value == max(_h)) for _value in _h]))
check_backward(MaxPool, *_cases)
### END HIDDEN TESTS


# %% [markdown]
# For the checks at ties, here is the rule as a function. It looks for the valid gradient next to
# yours, and complains where the two differ. You may use it too.


# %% locked="check_shares"
def check_shares(got, shape, ties, name):
    """Check a gradient at ties: any shares are right that are not negative and sum to what came in.

    Parameters
    ----------
    got : array of shape `shape`
        The gradient.
    shape : tuple
    ties : list of pairs (places, total)
        The winners, as indices into ``got.ravel()``, and the upstream gradient that they divide.
    name : str
    """
    expected = np.zeros(shape)
    if isinstance(got, np.ndarray) and got.shape == shape and np.isfinite(got).all():
        for places, total in ties:
            shares = np.maximum(got.ravel()[places] / total, 0)
            if shares.sum() == 0:
                shares += 1  # nobody took anything: anybody could
            expected.ravel()[places] = total * (shares / shares.sum())
    check_gradients(got, expected, f"{name}, winners sharing")


# %% test="test_MaxPool_ties" points=1.5
check_backward(
    MaxPool,
    case([1, 3, 3], dout=1.0, gives=Shares((3,), [([1, 2], 1.0)])),
    case([3, 1, 3, 2], dout=-2.0, gives=Shares((4,), [([0, 2], -2.0)])),
    case([-2, -2], dout=1.0, gives=Shares((2,), [([0, 1], 1.0)])),
    case([0, 0, 0], dout=1.0, gives=Shares((3,), [([0, 1, 2], 1.0)])),
    # Nearly tied is not tied.
    case([1, 3, 3 + 1e-9], dout=1.0, gives=[0, 0, 1]),
    case([-3 + 1e-9, -3, -3], dout=1.0, gives=[1, 0, 0]),
    case([0, 1e-12], dout=1.0, gives=[0, 1]),
    case([2, np.nextafter(2, 3)], dout=1.0, gives=[0, 1]),
)
### BEGIN HIDDEN TESTS
_generator, _cases = rng(), []
for _size, _scale in ((4, 1.0), (9, -1e6), (6, 1e-6)):
    for _count in (2, 3, 4):
        _h = _scale * _generator.permutation(np.arange(1.0, _size + 1))
        _places = np.sort(_generator.choice(_size, _count, replace=False))
        _h[_places] = _h.max() + abs(_scale) / 3
        _cases.append(case(_h.copy(), dout=1.0, gives=Shares((_size,), [(_places, 1.0)])))
        _h[_places[-1]] = np.nextafter(_h[_places[-1]], np.inf)
        _dh = np.eye(_size)[_places[-1]]
        _cases.append(case(_h, dout=1.0, gives=_dh, title="winners nearly tied"))
check_backward(MaxPool, *_cases)
### END HIDDEN TESTS

# %% test="test_MaxPool_kinds" points=0.5
_h = np.array([1.3, -2.4, 4.4, 3.1, -0.2, 2.2])
check_kinds(MaxPool, _h, dout=2.25, gives=(4.4, [0, 0, 2.25, 0, 0, 0]))
check_kinds(MaxPool, -_h, dout=-1.75, gives=(2.4, [0, -1.75, 0, 0, 0, 0]))
# One upstream gradient, written as different kinds of numbers.
_kinds = (2, np.int64(2), np.float32(2), np.array(2.0), np.array(2))
check_backward(MaxPool, *(case(_h, dout=_dz, gives=[0, 0, 2, 0, 0, 0]) for _dz in _kinds))
### BEGIN HIDDEN TESTS
_generator = rng()
_h = _generator.permutation(np.arange(-4.0, 5.0)) + _generator.uniform(-0.4, 0.4, size=9)


def _right(h, dout):
    return max(h.tolist()), [dout * (value == max(h)) for value in h]


check_kinds(MaxPool, _h + 0.45, dout=2.75, gives=_right)
check_kinds(MaxPool, _h, dout=-3.25, gives=_right)
check_kinds(MaxPool, _h - 9, dout=1.75, gives=_right)
_kinds = (0, np.int64(-3), np.float32(0), np.array(0.0), np.array(-1), np.float64(-1.5))
check_backward(MaxPool, *(case(_h, dout=_dz, gives=_right(_h, float(_dz))[1]) for _dz in _kinds))
### END HIDDEN TESTS

# %% test="test_MaxPool_layer" points=0.5
_h = np.array([2.0, -1.0, 5.0, 3.0, 0.0])
check_layer(MaxPool, _h, dout=-2.5, gives=(5, [0, 0, -2.5, 0, 0]))
_h, _longer = np.array([1.5, 4.5, 3.5]), np.array([6.0, 7.0, 1.0, 9.0, 4.0, 8.0, 2.0])
check_layer(MaxPool, _h, dout=2.0, gives=(4.5, [0, 2, 0]), other=(_longer,))
### BEGIN HIDDEN TESTS
_generator = rng()
_h, _dz = _generator.uniform(1, 9, size=6), _generator.uniform(1, 2)


def _right(h, dout):
    return max(h.tolist()), [dout * (value == max(h)) for value in h]


check_layer(MaxPool, _h, dout=_dz, gives=_right)
check_layer(MaxPool, _h, dout=-_dz, gives=_right, other=(_generator.normal(size=3),))
check_layer(MaxPool, np.array([2.5]), dout=_dz, gives=_right, other=(_h,))
### END HIDDEN TESTS

# %% [markdown]
# Your layer against measured slopes: first where there is one winner, then at a tie. There
# `gradient_check` refuses to judge, and says why. (The slopes that it names carry its random
# upstream gradient.)

# %%
layer = MaxPool()
gradient_check(layer.forward, layer.backward, np.array([2.0, -1.0, 5.0, 3.0, 0.0]))
try:
    gradient_check(layer.forward, layer.backward, np.array([1.0, 3.0, 3.0]))
except ValueError as message:
    print("\nAt a tie:", message, sep="\n")

# %% [markdown]
# ## 3 · Windows
#
# One number for a whole vector throws nearly everything away. Pool a window at a time instead.
# Windows have length $k$, the **size**; the next one starts $s$ entries further on, the
# **stride**. With $k = s$ they tile the vector, with $s < k$ they overlap, with $s > k$ there are
# gaps between them.
#
# $$
# z_t = \max \left( h_{ts}, h_{ts+1}, \dots, h_{ts+k-1} \right)
# \qquad
# t = 0, \dots, T_{\text{out}} - 1
# \qquad
# T_{\text{out}} = \left\lfloor \frac{T - k}{s} \right\rfloor + 1
# $$
#
# A window that does not fit at the end is **dropped**: it is neither padded nor cut short. Take
# $\mathbf{h} = (1, 4, 2, 8, 5, 7, 0)$, so $T = 7$:
#
# | size | stride | windows | $\mathbf{z}$ |
# |---|---|---|---|
# | 3 | 3 | (1, 4, 2), (8, 5, 7); the 0 is left over | (4, 8) |
# | 3 | 2 | (1, 4, 2), (2, 8, 5), (5, 7, 0) | (4, 8, 7) |
# | 3 | 1 | (1, 4, 2), (4, 2, 8), (2, 8, 5), (8, 5, 7), (5, 7, 0) | (4, 8, 8, 8, 7) |
# | 3 | 4 | (1, 4, 2), (5, 7, 0); the 8 lies in the gap | (4, 7) |
#
# In the last row the largest entry of all is seen by nobody. And with size 1 there is no contest:
# stride 2 then just keeps every other entry.

# %%
for stride in (3, 2, 1, 4):
    print(f"size 3, stride {stride}: {(7 - 3) // stride + 1} windows")
print("stride 3:", max(1, 4, 2), max(8, 5, 7))
print("stride 2:", max(1, 4, 2), max(2, 8, 5), max(5, 7, 0))
print("stride 1:", max(1, 4, 2), max(4, 2, 8), max(2, 8, 5), max(8, 5, 7), max(5, 7, 0))
print("stride 4:", max(1, 4, 2), max(5, 7, 0))

# %% [markdown]
# ### The way back
#
# Each window hands its entry of the upstream gradient to its own winner, or divides it among its
# winners. Where windows overlap, one entry can win several. It has then been *used* several times,
# and the chain rule **adds up over all uses**:
#
# $$
# \nabla_{h_i} = \sum_{t \,:\, i \text{ wins window } t} \nabla_{z_t}
# $$
#
# Say the upstream gradient is $(1, 2, 3, 4, 5)$ for size 3 and stride 1. The 8 wins the three
# windows in the middle and gets $2 + 3 + 4 = 9$. The 4 gets 1, the 7 gets 5, and the others get
# nothing: $\nabla_{\mathbf{h}} = (0, 1, 0, 9, 0, 5, 0)$.
#
# Entries that are in no window, left over at the end or in a gap, get zero. $\nabla_{\mathbf{h}}$
# has the full length of $\mathbf{h}$ all the same.
#
# Ties are settled window by window. In $(3, 2, 2, 1)$ with size 2 there are none: the first 2 has
# lost to the 3, whatever the second 2 does in its own window.

# %%
h = np.array([1.0, 4.0, 2.0, 8.0, 5.0, 7.0, 0.0])


def loss_of_stride_1(h):
    """The five windows of size 3, weighted by (1, 2, 3, 4, 5)."""
    return sum((t + 1) * max(h[t : t + 3]) for t in range(5))


slopes = [(loss_of_stride_1(h + nudge) - loss_of_stride_1(h)) / 0.25 for nudge in 0.25 * np.eye(7)]
print("slopes:", np.round(slopes, 6).tolist())

# %% [markdown]
# ### Task 3 · `MaxPool1D`
#
# The constructor is given. Write the two passes. The fine print:
#
# - `size` and `stride` are integers from 1 on; the stride defaults to the size. The vector is at
#   least one window long. All of it may be negative.
# - Overlaps add up, leftovers and gaps get zero, ties are shared window by window.
#
# <details><summary>Hint: the windows</summary>
#
# `range(0, len(x) - size + 1, stride)` are the places where a window starts. Or
# `np.lib.stride_tricks.sliding_window_view(x, size)[::stride]` has a window in each row; it is a
# view, so read it and do not write.
# </details>
#
# <details><summary>Hint: adding up</summary>
#
# `dx[places] += dout` does not do what it says when a place occurs twice: NumPy reads all, adds
# all, writes all, and the last one stands. `np.add.at(dx, places, dout)` adds up. So does a loop.
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

    def backward(self, dout):
        """Send the upstream gradient back to the winners.

        Parameters
        ----------
        dout : array (T_out,)
            Gradient of the loss with respect to the output.

        Returns
        -------
        array (T,), float64
            Gradient with respect to x.
        """
        ### BEGIN SOLUTION
        dx = np.zeros(self.length)
        np.add.at(dx, self.winners, dout)
        return dx
        ### END SOLUTION


# %% test="test_MaxPool1D" points=1
def _pool(x, *window):
    return MaxPool1D(*window).forward(np.array(x))


_x = np.array([1.0, 4.0, 2.0, 8.0, 5.0, 7.0])
_pooled = {1: _x, 2: [4, 8, 7], 3: [4, 8], 6: [8]}
for _size, _expected in _pooled.items():
    _expected = np.array(_expected, dtype=float)
    _name = f"MaxPool1D({_size}) of [1, 4, 2, 8, 5, 7]"
    check_equal(_pool(_x, _size), _expected, _name)
_name = "MaxPool1D(2) of [-1, -4, -2, -8, -5, -7]"
check_equal(_pool(-_x, 2), [-1.0, -2.0, -5.0], _name)
check_equal(MaxPool1D(size=3).forward(-_x), [-1.0, -5.0], _name.replace("2", "size=3", 1))
check_equal(_pool(_x, 2, None), [4.0, 8.0, 7.0], "MaxPool1D(2, None)")
check_bounds(_pool, _x, 2)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _count in ((1, 5), (2, 4), (3, 3), (5, 2), (7, 1)):
    for _scale in (1.0, 1e6, -1e-6):
        _x = _scale * _generator.permutation(np.arange(1.5, _size * _count + 1))
        _expected = _x.reshape(_count, _size).max(axis=1)
        _name = f"MaxPool1D({_size}) of {_x}"
        check_equal(_pool(_x, _size), _expected, _name)
### END HIDDEN TESTS


# %% test="test_MaxPool1D_stride" points=1
def _pool(x, *window):
    return MaxPool1D(*window).forward(np.array(x))


# Windows that overlap, or leave gaps, and that end where the vector ends.
_x = np.array([1.0, 4.0, 2.0, 8.0, 5.0, 7.0])
_pooled = {
    (3, 3): [4, 8],
    (3, 1): [4, 8, 8, 8],
    (2, 1): [4, 4, 8, 8, 7],
    (4, 2): [8, 8],
    (5, 1): [8, 8],
    (2, 4): [4, 7],
    (1, 5): [1, 7],
}
for (_size, _stride), _expected in _pooled.items():
    _name = f"MaxPool1D({_size}, {_stride}) of [1, 4, 2, 8, 5, 7]"
    check_equal(_pool(_x, _size, _stride), np.array(_expected, float), _name)
_got = MaxPool1D(size=2, stride=4).forward(-_x)
check_equal(_got, [-1.0, -5.0], "MaxPool1D(size=2, stride=4) of [-1, -4, -2, -8, -5, -7]")
check_bounds(_pool, _x, 3, 1)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _length in (
    (3, 2, 9),
    (2, 1, 8),
    (5, 3, 11),
    (2, 3, 11),
    (1, 2, 7),
    (4, 6, 10),
):
    for _scale in (1.0, 1e6, -1e-6):
        _x = _scale * _generator.permutation(np.arange(1.5, _length + 1))
        _starts = range(0, _length - _size + 1, _stride)
        _expected = np.array([max(_x[_start : _start + _size]) for _start in _starts])
        _name = f"MaxPool1D({_size}, {_stride}) of {_x}"
        check_equal(_pool(_x, _size, _stride), _expected, _name)
### END HIDDEN TESTS


# %% test="test_MaxPool1D_leftover" points=0.5
def _pool(x, *window):
    return MaxPool1D(*window).forward(np.array(x))


# The last window does not fit and is dropped, though it would hold the largest entry.
_x = np.array([1.0, 4.0, 2.0, 8.0, 5.0, 7.0, 9.0])
_pooled = {(2, 2): [4, 8, 7], (3, 3): [4, 8], (4, 4): [8], (2, 3): [4, 8], (5, 3): [8]}
for (_size, _stride), _expected in _pooled.items():
    _name = f"MaxPool1D({_size}, {_stride}) of [1, 4, 2, 8, 5, 7, 9]"
    check_equal(_pool(_x, _size, _stride), np.array(_expected, float), _name)
_got = _pool(-_x, 3, 3)
check_equal(_got, [-1.0, -5.0], "MaxPool1D(3, 3) of [-1, -4, -2, -8, -5, -7, -9]")
check_bounds(_pool, _x, 3, 3)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _length in (
    (3, 2, 8),
    (4, 3, 12),
    (2, 2, 9),
    (3, 5, 10),
    (1, 4, 8),
    (6, 6, 11),
):
    for _scale in (1.0, 1e6, -1e-6):
        _x = _scale * _generator.permutation(np.arange(1.5, _length + 1))
        _starts = range(0, _length - _size + 1, _stride)
        _expected = np.array([max(_x[_start : _start + _size]) for _start in _starts])
        _name = f"MaxPool1D({_size}, {_stride}) of {_x}"
        check_equal(_pool(_x, _size, _stride), _expected, _name)
### END HIDDEN TESTS


# %% test="test_MaxPool1D_backward" points=1
def _gradient(x, dout, size, stride):
    layer = MaxPool1D(size, stride)
    layer.forward(np.array(x, dtype=float))
    return layer.backward(np.array(dout, dtype=float))


# An upstream gradient of ones: each window's winner gets a 1.
_x = np.array([1.0, 4.0, 2.0, 8.0, 5.0, 7.0])
_slopes = {
    2: [0, 1, 0, 1, 0, 1],
    3: [0, 1, 0, 1, 0, 0],
    1: [1, 1, 1, 1, 1, 1],
    6: [0, 0, 0, 1, 0, 0],
}
for _size, _dx in _slopes.items():
    _got = _gradient(_x, np.ones(6 // _size), _size, _size)
    _name = f"MaxPool1D({_size}), x = [1, 4, 2, 8, 5, 7], dout = 1: the gradient"
    check_gradients(_got, _dx, _name)
_got = _gradient(-_x, [1, 1, 1], 2, 2)
_name = "MaxPool1D(2), x = [-1, -4, -2, -8, -5, -7], dout = 1: the gradient"
check_gradients(_got, [1, 0, 1, 0, 1, 0], _name)
check_bounds(_gradient, _x, np.ones(3), 2, 2)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _count in ((1, 5), (2, 4), (3, 3), (5, 2), (7, 1)):
    for _scale in (1.0, 1e6, -1e-6):
        _x = _scale * _generator.permutation(np.arange(1.5, _size * _count + 1))
        _x = _x.reshape(_count, _size)
        _dx = (_x == _x.max(axis=1, keepdims=True)).astype(float).ravel()
        _got = _gradient(_x.ravel(), np.ones(_count), _size, _size)
        check_gradients(_got, _dx, f"MaxPool1D({_size}), x = {_x.ravel()}, dout = 1: the gradient")
### END HIDDEN TESTS


# %% test="test_MaxPool1D_upstream" points=1
def _gradient(x, dout, size, stride):
    layer = MaxPool1D(size, stride)
    layer.forward(np.array(x, dtype=float))
    return layer.backward(np.array(dout, dtype=float))


_x = [1.0, 4.0, 2.0, 8.0, 5.0, 7.0]
for _a, _b, _c in ((10.0, -20.0, 0.5), (0.0, 3.0, -1.0), (0.0, 0.0, 0.0), (-1e6, 1.0, 1e6)):
    _name = f"MaxPool1D(2), x = {_x}, dout = {[_a, _b, _c]}: the gradient"
    check_gradients(_gradient(_x, [_a, _b, _c], 2, 2), [0, _a, 0, _b, 0, _c], _name)
_name = f"MaxPool1D(3), x = {_x}, dout = [-5, 2.5]: the gradient"
check_gradients(_gradient(_x, [-5, 2.5], 3, 3), [0, -5, 0, 2.5, 0, 0], _name)
check_bounds(_gradient, _x, [10.0, -20.0, 0.5], 2, 2)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _count in ((1, 5), (2, 4), (3, 3), (5, 2), (7, 1)):
    for _scale in (1.0, 1e6, -1e-6):
        _x = _generator.normal(size=(_count, _size))
        _dout = _scale * _generator.normal(size=_count)
        _dx = ((_x == _x.max(axis=1, keepdims=True)) * _dout[:, None]).ravel()
        _got = _gradient(_x.ravel(), _dout, _size, _size)
        check_gradients(_got, _dx, f"MaxPool1D({_size}), x = {_x.ravel()}: the gradient")
### END HIDDEN TESTS


# %% test="test_MaxPool1D_overlap" points=1.5
def _gradient(x, dout, size, stride):
    layer = MaxPool1D(size, stride)
    layer.forward(np.array(x, dtype=float))
    return layer.backward(np.array(dout, dtype=float))


_x = np.array([1.0, 4.0, 2.0, 8.0, 5.0, 7.0])
_slopes = {
    (3, 1): [0, 1, 0, 3, 0, 0],
    (2, 1): [0, 2, 0, 2, 0, 1],
    (4, 2): [0, 0, 0, 2, 0, 0],
    (5, 1): [0, 0, 0, 2, 0, 0],
}
for (_size, _stride), _dx in _slopes.items():
    _got = _gradient(_x, np.ones((6 - _size) // _stride + 1), _size, _stride)
    _name = f"MaxPool1D({_size}, {_stride}), x = [1, 4, 2, 8, 5, 7], dout = 1: the gradient"
    check_gradients(_got, _dx, _name)
check_bounds(_gradient, _x, np.ones(4), 3, 1)
### BEGIN HIDDEN TESTS
_got = _gradient([1, 4, 2, 8, 5, 7, 0], [1, 2, 3, 4, 5], 3, 1)
check_gradients(_got, [0, 1, 0, 9, 0, 5, 0], "MaxPool1D(3, 1), the example above: the gradient")
_generator = rng()
for _size, _stride, _length in ((3, 2, 9), (2, 1, 8), (5, 3, 11), (6, 1, 13), (5, 2, 5)):
    _x = _generator.normal(size=_length)
    _dout = _generator.normal(size=(_length - _size) // _stride + 1)
    _dx = np.zeros(_length)
    for _t, _dz in enumerate(_dout):
        _window = _x[_t * _stride :][:_size]
        _dx[_t * _stride :][:_size] += _dz * (_window == max(_window))
    _got = _gradient(_x, _dout, _size, _stride)
    check_gradients(_got, _dx, f"MaxPool1D({_size}, {_stride}), x = {_x}: the gradient")
### END HIDDEN TESTS


# %% test="test_MaxPool1D_gaps" points=0.5
def _gradient(x, dout, size, stride):
    layer = MaxPool1D(size, stride)
    layer.forward(np.array(x, dtype=float))
    return layer.backward(np.array(dout, dtype=float))


# The last entries, and those between windows, are in no window and get zero.
_x = [1.0, 4.0, 2.0, 8.0, 5.0, 7.0, 9.0]
_slopes = {
    (2, 2): [0, 1, 0, 1, 0, 1, 0],
    (3, 3): [0, 1, 0, 1, 0, 0, 0],
    (4, 4): [0, 0, 0, 1, 0, 0, 0],
    (2, 3): [0, 1, 0, 1, 0, 0, 0],
    (1, 4): [1, 0, 0, 0, 1, 0, 0],
    (2, 5): [0, 1, 0, 0, 0, 0, 1],
}
for (_size, _stride), _dx in _slopes.items():
    _got = _gradient(_x, np.ones((7 - _size) // _stride + 1), _size, _stride)
    _name = f"MaxPool1D({_size}, {_stride}), x = [1, 4, 2, 8, 5, 7, 9], dout = 1: the gradient"
    check_gradients(_got, _dx, _name)
check_bounds(_gradient, _x, np.ones(3), 2, 2)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _length in ((2, 3, 12), (3, 5, 14), (2, 2, 9), (1, 3, 9), (6, 7, 11)):
    _x = _generator.normal(size=_length)
    _dx = np.zeros(_length)
    for _start in range(0, _length - _size + 1, _stride):
        _dx[_start + np.argmax(_x[_start : _start + _size])] = 1
    _got = _gradient(_x, np.ones((_length - _size) // _stride + 1), _size, _stride)
    check_gradients(_got, _dx, f"MaxPool1D({_size}, {_stride}), x = {_x}: the gradient")
# Windows that overlap and leave something over, each with its own winner.
for _size, _stride, _length in ((3, 2, 10), (3, 2, 12)):
    _x = _generator.normal(size=_length)
    _x[1::2] += 10
    _x[-1] += 10
    _dx = np.zeros(_length)
    _dx[1 : _length - 2 : 2] = 1
    _got = _gradient(_x, np.ones((_length - _size) // _stride + 1), _size, _stride)
    check_gradients(_got, _dx, f"MaxPool1D({_size}, {_stride}), x = {_x}: the gradient")
### END HIDDEN TESTS


# %% test="test_MaxPool1D_ties" points=1
def _gradient(x, dout, size, stride):
    layer = MaxPool1D(size, stride)
    layer.forward(np.array(x, dtype=float))
    return layer.backward(np.array(dout, dtype=float))


# x, size, stride, and for each window its winners; an upstream gradient of ones.
_ties = [
    ([1, 3, 3, 2, 2, 0], 3, 3, [[1, 2], [3, 4]]),
    ([5, 5, 1, 1, -4, -4], 2, 2, [[0, 1], [2, 3], [4, 5]]),
    ([0, 0, 0, 0], 4, 4, [[0, 1, 2, 3]]),
    ([3, 1, 3, 3], 2, 2, [[0], [2, 3]]),
    ([5, 5, 1, 7, 7], 3, 2, [[0, 1], [3, 4]]),
]
for _x, _size, _stride, _winners in _ties:
    _got = _gradient(_x, np.ones(len(_winners)), _size, _stride)
    _name = f"MaxPool1D({_size}, {_stride}), x = {_x}, dout = 1: the gradient"
    check_shares(_got, (len(_x),), [(_places, 1.0) for _places in _winners], _name)
# No ties: equal entries in different windows, and entries that are nearly equal.
for _x, _dx in (
    ([3, 2, 2, 1], [1, 0, 1, 0]),
    ([3, 1, 0, 3], [1, 0, 0, 1]),
    ([3, 3 + 1e-9, 5 + 1e-9, 5], [0, 1, 1, 0]),
):
    _got = _gradient(_x, [1, 1], 2, 2)
    check_gradients(_got, _dx, f"MaxPool1D(2), x = {_x}, dout = 1: the gradient")
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _count in ((2, 2, 4), (4, 4, 3), (5, 5, 2), (3, 4, 3), (6, 6, 1)):
    _length = _stride * (_count - 1) + _size
    for _scale in (1.0, -1e6, 1e-6):
        _x = _scale * _generator.permutation(np.arange(1.0, _length + 1))
        _winners = []
        for _start in range(0, _length, _stride):
            _many = _generator.integers(2, _size + 1)
            _places = _start + _generator.choice(_size, _many, replace=False)
            _x[_places] = max(_x[_start : _start + _size]) + abs(_scale) / 3
            _winners.append(_places)
        _got = _gradient(_x, np.ones(_count), _size, _stride)
        _name = f"MaxPool1D({_size}, {_stride}), x = {_x}, dout = 1: the gradient"
        check_shares(_got, (_length,), [(_places, 1.0) for _places in _winners], _name)
        _dx = np.zeros(_length)
        for _places in _winners:
            _x[_places[-1]] = np.nextafter(_x[_places[-1]], np.inf)
            _dx[_places[-1]] = 1
        _got = _gradient(_x, np.ones(_count), _size, _stride)
        check_gradients(_got, _dx, _name.replace("dout", "winners nearly tied, dout"))
### END HIDDEN TESTS


# %% test="test_MaxPool1D_kinds" points=0.75
def _pool(x, size):
    return MaxPool1D(size, size).forward(x)


def _gradient(x, dout, size):
    layer = MaxPool1D(size, size)
    layer.forward(x)
    return layer.backward(dout)


_x, _dout = np.array([1.3, -2.4, 4.4, 3.1, -0.2, 2.2]), np.array([2.7, -1.6, 3.4])
for _size in (2, 3):
    check_kinds(_pool, _x, size=_size)
    check_kinds(_gradient, _x, _dout[: 6 // _size], gradient=True, size=_size)
### BEGIN HIDDEN TESTS
_generator = rng()
_x = _generator.permutation(np.arange(-4.0, 4.0)) + _generator.uniform(-0.4, 0.4, size=8)
_dout = _generator.choice([-1, 1], 8) * _generator.uniform(1.6, 4.4, size=8)
for _size in (1, 2, 4, 8):
    check_kinds(_pool, _x + 8, size=_size)
    check_kinds(_gradient, _x, _dout[: 8 // _size], gradient=True, size=_size)
### END HIDDEN TESTS

# %% test="test_MaxPool1D_layer" points=0.75
_x, _dout = np.array([1.3, -2.4, 4.4, 3.1, -0.2, 2.2]), np.array([2.7, -1.6, 3.4])
_longer = np.array([6.0, 7.0, 1.0, 9.0, 4.0, 8.0, 2.0, 3.0, 0.5, 5.0, 7.5, 1.5])
check_layer(lambda: MaxPool1D(2, 2), _x, dout=_dout)
check_layer(lambda: MaxPool1D(3, 3), _x, dout=_dout[:2], other=(_longer,))
check_layer(lambda: MaxPool1D(1, 1), _x[:3], dout=_dout)
# Two layers of different sizes, one beside the other.
_expected = MaxPool1D(2, 2).forward(_x.copy())
_first, _second = MaxPool1D(2, 2), MaxPool1D(3, 3)
check_equal(_first.forward(_x.copy()), _expected, "MaxPool1D(2, 2) beside MaxPool1D(3, 3)")
### BEGIN HIDDEN TESTS
_generator = rng()
for _size in (1, 2, 4):
    _x, _longer = _generator.uniform(1, 9, size=8), _generator.uniform(1, 9, size=12)
    _dout = _generator.uniform(1, 2, size=8 // _size)
    check_layer(lambda k=_size: MaxPool1D(k, k), _x, dout=_dout)
    check_layer(lambda k=_size: MaxPool1D(k, k), _x, dout=_dout, other=(_longer,))
### END HIDDEN TESTS

# %%
layer = MaxPool1D(3, stride=2)
gradient_check(layer.forward, layer.backward, np.array([1.0, 4.0, 2.0, 8.0, 5.0, 7.0, 0.0]))

# %% [markdown]
# ## 4 · Images
#
# In a network maps come in batches: `X` has the shape $N \times C \times H \times W$, that is, $N$
# images with $C$ channels each. Every channel of every image is pooled by itself, in square
# windows of $k \times k$ places, $s$ apart in both directions:
#
# $$
# z_{ncij} = \max_{0 \le a,\, b < k} X_{n,\, c,\, is+a,\, js+b}
# \qquad
# H_{\text{out}} = \left\lfloor \frac{H - k}{s} \right\rfloor + 1, \quad
# W_{\text{out}} = \left\lfloor \frac{W - k}{s} \right\rfloor + 1
# $$
#
# The way back is what you know already: each window's upstream gradient goes to its winner. With
# size 2:
#
# $$
# \begin{bmatrix} 1 & 3 & 2 & 0 \\ 5 & 2 & 1 & 4 \\ 0 & 1 & 7 & 6 \\ 2 & 8 & 6 & 3 \end{bmatrix}
# \longrightarrow
# \begin{bmatrix} 5 & 4 \\ 8 & 7 \end{bmatrix}
# \qquad
# \begin{bmatrix}
# 0 & 0 & 0 & 0 \\ 10 & 0 & 0 & 20 \\ 0 & 0 & 40 & 0 \\ 0 & 30 & 0 & 0
# \end{bmatrix}
# \longleftarrow
# \begin{bmatrix} 10 & 20 \\ 30 & 40 \end{bmatrix}
# $$

# %%
print("winners:", max(1, 3, 5, 2), max(2, 0, 1, 4), max(0, 1, 2, 8), max(7, 6, 6, 3))

# %% [markdown]
# The checks below work on an image that has one of each number from 1 to 24, so that you can redo
# them on paper:


# %% locked="example"
EXAMPLE = np.array(
    [
        [3.0, 17.0, 8.0, 21.0, 1.0, 12.0],
        [14.0, 6.0, 19.0, 2.0, 23.0, 9.0],
        [10.0, 24.0, 5.0, 13.0, 7.0, 16.0],
        [20.0, 4.0, 11.0, 18.0, 15.0, 22.0],
    ]
)

# %% [markdown]
# ### Task 4 · `MaxPool2D`
#
# - Images need not be square, and batches may hold one image or many, one channel or many.
# - Size and stride work as before: rows and columns that do not fit at the bottom and at the right
#   are dropped, and get zero on the way back.
#
# <details><summary>Hint: loops that do not hurt</summary>
#
# Loop over the output's rows and columns only, and treat all images and channels at once:
# `X[:, :, i * s : i * s + k, j * s : j * s + k]` is one window of each of them, and
# `.reshape(N, C, -1)` makes a vector of each.
# </details>
#
# <details><summary>Hint: from a place in the window to a place in the image</summary>
#
# A window of $k \times k$, read row by row, has its entry number $p$ in row `p // k` and column
# `p % k`. `np.divmod` gives both.
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

    def backward(self, dout):
        """Send the upstream gradient back to the winners.

        Parameters
        ----------
        dout : array (N, C, H_out, W_out)
            Gradient of the loss with respect to the output.

        Returns
        -------
        array (N, C, H, W), float64
            Gradient with respect to X.
        """
        ### BEGIN SOLUTION
        dX = np.zeros(self.shape)
        np.add.at(dX, self.winners, dout)
        return dX
        ### END SOLUTION


# %% test="test_MaxPool2D" points=1
def _pool(X, *window):
    return MaxPool2D(*window).forward(np.array(X, order="C")[None, None])


_X = EXAMPLE
_expected = np.array([[[[17.0, 21.0, 23.0], [24.0, 18.0, 22.0]]]])
check_equal(_pool(_X, 2), _expected, "MaxPool2D(2) of one 4 x 6 image")
check_equal(_pool(_X.T, 2), _expected.swapaxes(2, 3), "MaxPool2D(2) of the image transposed")
check_equal(_pool(_X, 2, None), _expected, "MaxPool2D(2, None) of one 4 x 6 image")
_expected = np.array([[[[-3.0, -2.0, -1.0], [-4.0, -5.0, -7.0]]]])
check_equal(_pool(-_X, 2), _expected, "MaxPool2D(2) of the image with all signs turned")
_got = MaxPool2D(size=3).forward(_X[None, None, :3, :].copy())
check_equal(_got, [[[[24.0, 23.0]]]], "MaxPool2D(size=3) of a 3 x 6 image")
check_equal(_pool(_X[:, :4], 4), [[[[24.0]]]], "MaxPool2D(4) of a 4 x 4 image")
check_equal(_pool(_X, 1), _X[None, None], "MaxPool2D(1) of one 4 x 6 image")
check_bounds(_pool, _X, 2)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _rows, _columns in ((1, 3, 2), (2, 1, 4), (2, 3, 2), (3, 2, 1), (4, 1, 2), (5, 1, 1)):
    for _scale in (1.0, 1e6, -1e-6):
        _blocks = _scale * _generator.permutation(np.arange(1.5, _rows * _columns * _size**2 + 1))
        _blocks = _blocks.reshape(_rows, _size, _columns, _size)
        _expected = _blocks.max(axis=(1, 3))[None, None]
        _X = _blocks.reshape(_rows * _size, _columns * _size)
        check_equal(_pool(_X, _size), _expected, f"MaxPool2D({_size}) of a {_X.shape} image")
### END HIDDEN TESTS

# %% test="test_MaxPool2D_batch" points=1
_X = EXAMPLE
_high = np.array([[17.0, 21.0, 23.0], [24.0, 18.0, 22.0]])
_low = np.array([[3.0, 2.0, 1.0], [4.0, 5.0, 7.0]])
_batch = np.array([[_X, -_X, _X + 100], [_X[::-1], -_X[:, ::-1], 2 * _X]])
_expected = np.array([[_high, -_low, _high + 100], [_high[::-1], -_low[:, ::-1], 2 * _high]])
check_equal(MaxPool2D(2, 2).forward(_batch.copy()), _expected, "MaxPool2D(2), 2 images, 3 channels")
for _n, _c in ((2, 1), (1, 3)):
    _got = MaxPool2D(2, 2).forward(_batch[-_n:, -_c:].copy())
    check_equal(_got, _expected[-_n:, -_c:], f"MaxPool2D(2), images: {_n}, channels: {_c}")
check_bounds(lambda X: MaxPool2D(2, 2).forward(X), _batch)
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _c, _size, _rows, _columns in ((3, 2, 2, 2, 3), (4, 1, 3, 2, 1), (1, 5, 1, 2, 3)):
    _blocks = _generator.normal(size=(_n, _c, _rows, _size, _columns, _size))
    _batch = _blocks.reshape(_n, _c, _rows * _size, _columns * _size)
    _name = f"MaxPool2D({_size}) of a batch of shape {_batch.shape}"
    check_equal(MaxPool2D(_size, _size).forward(_batch.copy()), _blocks.max(axis=(3, 5)), _name)
### END HIDDEN TESTS


# %% test="test_MaxPool2D_stride" points=1
def _pool(X, *window):
    return MaxPool2D(*window).forward(np.array(X, order="C")[None, None])


_X = EXAMPLE
# Windows that overlap or leave gaps, and that end where the image ends.
_pooled = {
    (2, 2): [[17, 21, 23], [24, 18, 22]],
    (2, 1): [[17, 19, 21, 23, 23], [24, 24, 19, 23, 23], [24, 24, 18, 18, 22]],
    (3, 1): [[24, 24, 23, 23], [24, 24, 23, 23]],
    (4, 2): [[24, 23]],
}
for (_size, _stride), _expected in _pooled.items():
    _name = f"MaxPool2D({_size}, {_stride}) of one 4 x 6 image"
    check_equal(_pool(_X, _size, _stride), np.array([[_expected]], dtype=float), _name)
_got = MaxPool2D(size=1, stride=3).forward(_X[None, None, :, :4].copy())
check_equal(_got, [[[[3.0, 21.0], [20.0, 18.0]]]], "MaxPool2D(size=1, stride=3), a 4 x 4 image")
check_equal(_pool(_X[:2], 2, 4), [[[[17.0, 23.0]]]], "MaxPool2D(2, 4) of a 2 x 6 image")
check_equal(_pool(_X.T[:, :2], 2, 4), [[[[17.0], [23.0]]]], "MaxPool2D(2, 4) of a 6 x 2 image")
check_bounds(_pool, _X, 3, 1)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _height, _width in ((3, 2, 5, 9), (2, 3, 8, 5), (4, 1, 6, 5), (1, 2, 3, 7)):
    _batch = -np.exp(_generator.normal(size=(2, 3, _height, _width)))
    _windows = np.lib.stride_tricks.sliding_window_view(_batch, (_size, _size), axis=(2, 3))
    _expected = _windows[:, :, ::_stride, ::_stride].max(axis=(4, 5))
    _name = f"MaxPool2D({_size}, {_stride}) of a batch of shape {_batch.shape}"
    check_equal(MaxPool2D(_size, _stride).forward(_batch.copy()), _expected, _name)
### END HIDDEN TESTS


# %% test="test_MaxPool2D_leftover" points=0.5
def _pool(X, *window):
    return MaxPool2D(*window).forward(np.array(X, order="C")[None, None])


_X = EXAMPLE
# Rows at the bottom and columns at the right that do not fit are dropped.
_pooled = {
    (3, 5, 2, 2): [[17, 21]],
    (4, 5, 3, 3): [[24]],
    (4, 6, 4, 4): [[24]],
    (4, 6, 3, 2): [[24, 23]],
    (4, 6, 2, 3): [[17, 23]],
    (3, 4, 2, 2): [[17, 21]],
}
for (_height, _width, _size, _stride), _expected in _pooled.items():
    _name = f"MaxPool2D({_size}, {_stride}) of a {_height} x {_width} image"
    _got = _pool(_X[:_height, :_width], _size, _stride)
    check_equal(_got, np.array([[_expected]], dtype=float), _name)
_got = _pool(-_X[:3, :5], 2, 2)
check_equal(_got, [[[[-3.0, -2.0]]]], "MaxPool2D(2, 2) of a 3 x 5 image, all negative")
check_bounds(_pool, _X, 3, 2)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _height, _width in ((3, 2, 6, 9), (2, 2, 7, 5), (3, 4, 5, 9), (1, 3, 5, 6)):
    _X = -np.exp(_generator.normal(size=(_height, _width)))
    _windows = np.lib.stride_tricks.sliding_window_view(_X, (_size, _size))
    _expected = _windows[None, None, ::_stride, ::_stride].max(axis=(4, 5))
    _name = f"MaxPool2D({_size}, {_stride}) of a {_height} x {_width} image"
    check_equal(_pool(_X, _size, _stride), _expected, _name)
### END HIDDEN TESTS


# %% test="test_MaxPool2D_backward" points=1
def _gradient(X, dout, size, stride):
    layer = MaxPool2D(size, stride)
    layer.forward(np.array(X, dtype=float, order="C")[None, None])
    return layer.backward(np.array(dout, dtype=float)[None, None])


_X = EXAMPLE
# An upstream gradient of ones: each window's winner gets a 1.
_dx = np.isin(_X, [17, 21, 23, 24, 18, 22]).astype(float)
_name = "MaxPool2D(2), a 4 x 6 image, dout = 1: the gradient"
check_gradients(_gradient(_X, np.ones((2, 3)), 2, 2), _dx[None, None], _name)
_name = "MaxPool2D(2), the image transposed, dout = 1: the gradient"
check_gradients(_gradient(_X.T, np.ones((3, 2)), 2, 2), _dx.T[None, None], _name)
_dx = np.isin(_X, [3, 2, 1, 4, 5, 7]).astype(float)
_name = "MaxPool2D(2), the image with all signs turned, dout = 1: the gradient"
check_gradients(_gradient(-_X, np.ones((2, 3)), 2, 2), _dx[None, None], _name)
_dx = np.isin(_X[:3], [24, 23]).astype(float)
_name = "MaxPool2D(3), a 3 x 6 image, dout = 1: the gradient"
check_gradients(_gradient(_X[:3], np.ones((1, 2)), 3, 3), _dx[None, None], _name)
_name = "MaxPool2D(1), a 4 x 6 image, dout = 1: the gradient"
check_gradients(_gradient(_X, np.ones((4, 6)), 1, 1), np.ones((1, 1, 4, 6)), _name)
check_bounds(_gradient, _X, np.ones((2, 3)), 2, 2)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _rows, _columns in ((2, 1, 4), (2, 3, 2), (3, 2, 1), (4, 1, 2), (5, 1, 1)):
    for _scale in (1.0, 1e6, -1e-6):
        _blocks = _scale * _generator.permutation(np.arange(1.5, _rows * _columns * _size**2 + 1))
        _blocks = _blocks.reshape(_rows, _size, _columns, _size)
        _dx = (_blocks == _blocks.max(axis=(1, 3), keepdims=True)).astype(float)
        _shape = _rows * _size, _columns * _size
        _got = _gradient(_blocks.reshape(_shape), np.ones((_rows, _columns)), _size, _size)
        _name = f"MaxPool2D({_size}), a {_shape} image, dout = 1: the gradient"
        check_gradients(_got, _dx.reshape(1, 1, *_shape), _name)
### END HIDDEN TESTS


# %% test="test_MaxPool2D_upstream" points=1
def _gradient(X, dout, size, stride):
    layer = MaxPool2D(size, stride)
    layer.forward(np.array(X, dtype=float, order="C"))
    return layer.backward(np.array(dout, dtype=float))


_X = np.array([[1, 3, 2, 0], [5, 2, 1, 4], [0, 1, 7, 6], [2, 8, 6, 3]])
_dx = np.array([[0, 0, 0, 0], [10, 0, 0, 20], [0, 0, 40, 0], [0, 30, 0, 0]])
_dout = np.array([[10, 20], [30, 40]])
_got = _gradient([[_X]], [[_dout]], 2, 2)
check_gradients(_got, [[_dx]], "MaxPool2D(2), the example above: the gradient")
# Two images of two channels: copies turned around, each with an upstream gradient of its own.
_batch = np.array([[_X, _X[::-1]], [_X[:, ::-1], 3 * _X - 30]])
_dx = np.array([[_dx, _dx[::-1]], [_dx[:, ::-1], _dx]])
_dout = np.array([[_dout, _dout[::-1]], [_dout[:, ::-1], _dout]])
for _scales in (
    [[1, -0.5], [2.5, -3]],
    [[0, 1], [0, 0]],
    [[1e6, 1e6], [1e6, 1e6]],
    [[0, 0], [0, 0]],
):
    _scales = np.array(_scales, dtype=float)[:, :, None, None]
    _name = "MaxPool2D(2), 2 images, 2 channels: the gradient"
    check_gradients(_gradient(_batch, _scales * _dout, 2, 2), _scales * _dx, _name)
check_bounds(_gradient, _batch, _dout, 2, 2)
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _c, _size, _rows, _columns in ((3, 2, 2, 2, 3), (1, 4, 3, 2, 1), (2, 1, 1, 2, 3)):
    for _scale in (1.0, 1e6, -1e-6):
        _blocks = _generator.normal(size=(_n, _c, _rows, _size, _columns, _size))
        _dout = _scale * _generator.normal(size=(_n, _c, _rows, _columns))
        _winners = _blocks == _blocks.max(axis=(3, 5), keepdims=True)
        _shape = _n, _c, _rows * _size, _columns * _size
        _dx = (_winners * _dout[:, :, :, None, :, None]).reshape(_shape)
        _got = _gradient(_blocks.reshape(_shape), _dout, _size, _size)
        check_gradients(_got, _dx, f"MaxPool2D({_size}), X of shape {_shape}: the gradient")
### END HIDDEN TESTS


# %% test="test_MaxPool2D_overlap" points=1.5
def _gradient(X, dout, size, stride):
    layer = MaxPool2D(size, stride)
    layer.forward(np.array(X, dtype=float, order="C"))
    return layer.backward(np.array(dout, dtype=float))


_X = EXAMPLE
_dx = [[0, 1, 0, 1, 0, 0], [0, 0, 2, 0, 4, 0], [0, 4, 0, 0, 0, 0], [0, 0, 0, 2, 0, 1]]
_name = "MaxPool2D(2, 1), a 4 x 6 image, dout = 1: the gradient"
check_gradients(_gradient([[_X]], np.ones((1, 1, 3, 5)), 2, 1), [[_dx]], _name)
_name = "MaxPool2D(2, 1), the image transposed, dout = 1: the gradient"
check_gradients(_gradient([[_X.T]], np.ones((1, 1, 5, 3)), 2, 1), [[np.transpose(_dx)]], _name)
_dx = 4 * np.isin(_X, [23, 24])
_name = "MaxPool2D(3, 1), a 4 x 6 image, dout = 1: the gradient"
check_gradients(_gradient([[_X]], np.ones((1, 1, 2, 4)), 3, 1), [[_dx]], _name)
check_bounds(_gradient, [[_X]], np.ones((1, 1, 2, 4)), 3, 1)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _shape in (
    (3, 2, (2, 3, 5, 9)),
    (2, 1, (3, 2, 5, 3)),
    (4, 3, (1, 2, 4, 10)),
    (5, 2, (2, 1, 7, 5)),
):
    _X = _generator.normal(size=_shape)
    _H_out, _W_out = ((_n - _size) // _stride + 1 for _n in _shape[2:])
    _dout = _generator.normal(size=(*_shape[:2], _H_out, _W_out))
    _dx = np.zeros(_shape)
    for _n, _c, _i, _j in np.ndindex(_dout.shape):
        _rows = slice(_i * _stride, _i * _stride + _size)
        _columns = slice(_j * _stride, _j * _stride + _size)
        _window = _X[_n, _c, _rows, _columns]
        _dx[_n, _c, _rows, _columns] += (_window == _window.max()) * _dout[_n, _c, _i, _j]
    _got = _gradient(_X, _dout, _size, _stride)
    check_gradients(_got, _dx, f"MaxPool2D({_size}, {_stride}), X of shape {_shape}: the gradient")
### END HIDDEN TESTS


# %% test="test_MaxPool2D_gaps" points=0.5
def _gradient(X, size, stride):
    layer = MaxPool2D(size, stride)
    layer.forward(np.array(X, dtype=float, order="C")[None, None])
    H_out, W_out = ((n - size) // stride + 1 for n in np.shape(X))
    return layer.backward(np.ones((1, 1, H_out, W_out)))


_X = EXAMPLE
# Height, width, size, stride, and the winners. What is in no window gets zero.
_winners = {
    (3, 5, 2, 2): [17, 21],
    (4, 5, 3, 3): [24],
    (4, 6, 4, 4): [24],
    (4, 6, 2, 3): [17, 23],
    (4, 4, 1, 3): [3, 21, 20, 18],
    (4, 6, 3, 2): [24, 23],
    (3, 4, 2, 2): [17, 21],
}
for (_height, _width, _size, _stride), _values in _winners.items():
    _part = _X[:_height, :_width]
    _dx = np.isin(_part, _values).astype(float)[None, None]
    _name = f"MaxPool2D({_size}, {_stride}), a {_height} x {_width} image, dout = 1: the gradient"
    check_gradients(_gradient(_part, _size, _stride), _dx, _name)
check_bounds(_gradient, _X, 2, 3)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _height, _width in ((2, 3, 6, 9), (2, 2, 7, 5), (3, 4, 5, 9), (1, 3, 5, 6)):
    _X = _generator.normal(size=(_height, _width))
    _dx = np.zeros((1, 1, _height, _width))
    for _i in range(0, _height - _size + 1, _stride):
        for _j in range(0, _width - _size + 1, _stride):
            _window = _X[_i : _i + _size, _j : _j + _size]
            _dx[0, 0, _i : _i + _size, _j : _j + _size] += _window == _window.max()
    _name = f"MaxPool2D({_size}, {_stride}), a {_height} x {_width} image, dout = 1: the gradient"
    check_gradients(_gradient(_X, _size, _stride), _dx, _name)
# Windows that overlap and leave something over, each with its own winner.
_X = _generator.normal(size=(6, 10))
_X[1::2, 1::2] += 10
_X[5], _X[:, 9] = 20, 30
_dx = np.zeros((1, 1, 6, 10))
_dx[0, 0, 1:4:2, 1:8:2] = 1
check_gradients(_gradient(_X, 3, 2), _dx, "MaxPool2D(3, 2), a 6 x 10 image: the gradient")
### END HIDDEN TESTS


# %% test="test_MaxPool2D_ties" points=1
def _gradient(X, dout, size, stride):
    layer = MaxPool2D(size, stride)
    layer.forward(np.array(X, dtype=float, order="C")[None, None])
    return layer.backward(np.array(dout, dtype=float)[None, None])


# Each window's winners, as places counted row by row; an upstream gradient of ones.
_X = [[4, 4, 2, 5, 0, 0], [1, 4, 5, 5, 0, 0], [7, 1, -1, -1, 3, 2], [1, 7, -2, -3, 2, 2]]
_winners = [[0, 1, 7], [3, 8, 9], [4, 5, 10, 11], [12, 19], [14, 15], [16]]
_got = _gradient(_X, np.ones((2, 3)), 2, 2)
_ties = [(_places, 1.0) for _places in _winners]
check_shares(_got, (1, 1, 4, 6), _ties, f"MaxPool2D(2), X = {_X}, dout = 1: the gradient")
_got = _gradient(np.zeros((3, 6)), np.ones((1, 2)), 3, 3)
_ties = [([0, 1, 2, 6, 7, 8, 12, 13, 14], 1.0), ([3, 4, 5, 9, 10, 11, 15, 16, 17], 1.0)]
check_shares(_got, (1, 1, 3, 6), _ties, "MaxPool2D(3), X all zeros, dout = 1: the gradient")
# No ties: equal entries in different windows, and entries that are nearly equal.
for _X, _dx in (
    ([[3, 2, 2, 1], [0, 1, 0, 1]], [[1, 0, 1, 0], [0, 0, 0, 0]]),
    ([[5, 0, 1, 2], [1, 2, 0, 5]], [[1, 0, 0, 0], [0, 0, 0, 1]]),
    ([[3, 1, 0, 5], [0, 3 + 1e-9, 5, 5 + 1e-9]], [[0, 0, 0, 0], [0, 1, 0, 1]]),
):
    _name = f"MaxPool2D(2), X = {_X}, dout = 1: the gradient"
    check_gradients(_gradient(_X, np.ones((1, 2)), 2, 2), [[_dx]], _name)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _rows, _columns in ((2, 2, 2, 3), (3, 3, 1, 2), (2, 3, 3, 1), (4, 4, 1, 1)):
    _shape = _height, _width = _stride * (_rows - 1) + _size, _stride * (_columns - 1) + _size
    for _scale in (1.0, -1e6, 1e-6):
        _X = _scale * _generator.permutation(np.arange(1.0, _height * _width + 1)).reshape(_shape)
        _numbers, _winners = np.arange(_height * _width).reshape(_shape), []
        for _i, _j in np.ndindex(_rows, _columns):
            _window = (
                slice(_i * _stride, _i * _stride + _size),
                slice(_j * _stride, _j * _stride + _size),
            )
            _many = _generator.integers(2, _size**2 + 1)
            _places = _generator.choice(_numbers[_window].ravel(), _many, replace=False)
            _X.ravel()[_places] = _X[_window].max() + abs(_scale) / 3
            _winners.append(_places)
        _dout = np.ones((_rows, _columns))
        _name = f"MaxPool2D({_size}, {_stride}), X = {_X.tolist()}, dout = 1: the gradient"
        _got = _gradient(_X, _dout, _size, _stride)
        check_shares(_got, (1, 1, *_shape), [(_places, 1.0) for _places in _winners], _name)
        _dx = np.zeros((1, 1, *_shape))
        for _places in _winners:
            _X.ravel()[_places[-1]] = np.nextafter(_X.ravel()[_places[-1]], np.inf)
            _dx.ravel()[_places[-1]] = 1
        _name = f"MaxPool2D({_size}, {_stride}), winners nearly tied, dout = 1: the gradient"
        check_gradients(_gradient(_X, _dout, _size, _stride), _dx, _name)
### END HIDDEN TESTS


# %% test="test_MaxPool2D_kinds" points=1
def _pool(X, size):
    return MaxPool2D(size, size).forward(X)


def _gradient(X, dout, size):
    layer = MaxPool2D(size, size)
    layer.forward(X)
    return layer.backward(dout)


_generator = np.random.default_rng(41)
_X = _generator.permutation(np.arange(48.0)).reshape(2, 1, 4, 6) - 24
_X += _generator.uniform(-0.4, 0.4, size=_X.shape)
_dout = _generator.choice([-1, 1], (2, 1, 2, 3)) * _generator.uniform(1.6, 4.4, size=(2, 1, 2, 3))
check_kinds(_pool, _X, size=2)
check_kinds(_gradient, _X, _dout, gradient=True, size=2)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _shape in ((3, (1, 2, 3, 6)), (1, (2, 2, 3, 2)), (2, (2, 1, 6, 4))):
    _X = _generator.permutation(np.arange(np.prod(_shape))).reshape(_shape) - 20.0
    _X += _generator.uniform(-0.4, 0.4, size=_shape)
    _dout = _generator.uniform(1.6, 4.4, size=_shape)[:, :, ::_size, ::_size]
    _dout *= _generator.choice([-1, 1], _dout.shape)
    check_kinds(_pool, _X + 50, size=_size)
    check_kinds(_gradient, _X, _dout, gradient=True, size=_size)
### END HIDDEN TESTS

# %% test="test_MaxPool2D_layer" points=1
_generator = np.random.default_rng(42)
_X, _dout = _generator.normal(size=(2, 3, 6, 12)), _generator.uniform(1, 2, size=(2, 3, 6, 12))
_other = _generator.normal(size=(3, 2, 12, 6))
check_layer(lambda: MaxPool2D(2, 2), _X, dout=_dout[:, :, :3, :6])
check_layer(lambda: MaxPool2D(3, 3), _X, dout=_dout[:, :, :2, :4], other=(_other,))
check_layer(lambda: MaxPool2D(1, 1), _X, dout=_dout)
# Two layers of different sizes, one beside the other.
_expected = MaxPool2D(2, 2).forward(_X.copy())
_first, _second = MaxPool2D(2, 2), MaxPool2D(3, 3)
check_equal(_first.forward(_X.copy()), _expected, "MaxPool2D(2, 2) beside MaxPool2D(3, 3)")
### BEGIN HIDDEN TESTS
_generator = rng()
for _size in (1, 2, 4):
    _X = _generator.uniform(1, 9, size=(1, 2, 4, 8))
    _other = _generator.uniform(1, 9, size=(2, 3, 8, 4))
    _dout = _generator.uniform(1, 2, size=(1, 2, 4 // _size, 8 // _size))
    check_layer(lambda k=_size: MaxPool2D(k, k), _X, dout=_dout)
    check_layer(lambda k=_size: MaxPool2D(k, k), _X, dout=_dout, other=(_other,))
### END HIDDEN TESTS

# %% [markdown]
# Your layer against measured slopes, with windows that overlap and a row that is left over; and
# then at work on the edges of a 4. Beside the map stands what it becomes with size 2 and with
# size 4. Last comes the blame, for size 4 and an upstream gradient of ones: of $26 \times 26 = 676$
# places the winners are bright, and all the brightness together is 36. (Around the digit all is
# zero. In these windows everyone is tied, and your picture may differ from your neighbour's. The
# last two rows and columns do not fill a window of 4.)

# %%
layer = MaxPool2D(3, stride=2)
gradient_check(layer.forward, layer.backward, np.random.default_rng(43).normal(size=(2, 2, 4, 7)))

# %%
from scipy import signal

from lib.mnist import load_mnist
from lib.plotting import show_row

(digits, labels), _ = load_mnist()
edge = np.array([[-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0]])
edges = signal.correlate2d(digits[2] / 255, edge, mode="valid")[None, None]
by_two, by_four = MaxPool2D(2), MaxPool2D(4)
halves, quarters = by_two.forward(edges), by_four.forward(edges)
blame = by_four.backward(np.ones(quarters.shape))
show_row(
    [edges[0, 0], halves[0, 0], quarters[0, 0], blame[0, 0]],
    ["edges, 26 x 26", "size 2: 13 x 13", "size 4: 6 x 6", "who gets the blame"],
    ["map", "map", "map", "image"],
)
print(f"{blame.size} places, blame for {blame.sum():.0f} in all")

# %% [markdown]
# ## 5 · Everyone a little
#
# The other common way to make one number of a window is its mean. Nobody wins; everyone has a
# vote of the same weight:
#
# $$
# z_{ncij} = \frac{1}{k^2} \sum_{a=0}^{k-1} \sum_{b=0}^{k-1} X_{n,\, c,\, is+a,\, js+b}
# $$
#
# so everyone gets the same share of the blame, $1/k^2$ of the upstream gradient of each window
# that they are in. Where windows overlap, shares add up as before, and what is in no window gets
# zero. The example from above once more, with size 2:
#
# $$
# \begin{bmatrix} 1 & 3 & 2 & 0 \\ 5 & 2 & 1 & 4 \\ 0 & 1 & 7 & 6 \\ 2 & 8 & 6 & 3 \end{bmatrix}
# \longrightarrow
# \begin{bmatrix} 2.75 & 1.75 \\ 2.75 & 5.5 \end{bmatrix}
# \qquad
# \begin{bmatrix}
# 2.5 & 2.5 & 5 & 5 \\ 2.5 & 2.5 & 5 & 5 \\ 7.5 & 7.5 & 10 & 10 \\ 7.5 & 7.5 & 10 & 10
# \end{bmatrix}
# \longleftarrow
# \begin{bmatrix} 10 & 20 \\ 30 & 40 \end{bmatrix}
# $$
#
# The mean is linear. It has no kinks and no ties, and its gradient is the same whatever the image
# shows: the way back needs to know the shape of `X`, and nothing else. You have met it before,
# too. It is a convolution with a filter that is $1/k^2$ everywhere, taken at every $s$-th place.

# %%
from scipy import signal

example = np.array([[1.0, 3, 2, 0], [5, 2, 1, 4], [0, 1, 7, 6], [2, 8, 6, 3]])
print("means:", (1 + 3 + 5 + 2) / 4, (2 + 0 + 1 + 4) / 4, (0 + 1 + 2 + 8) / 4, (7 + 6 + 6 + 3) / 4)
print("shares:", 10 / 4, 20 / 4, 30 / 4, 40 / 4)
mean_filter = np.full((2, 2), 1 / 4)
print("as a convolution, at every other place:")
print(signal.correlate2d(example, mean_filter, mode="valid")[::2, ::2])

# %% [markdown]
# ### Task 5 · `AvgPool2D`
#
# Sizes, strides, leftovers and gaps are as in `MaxPool2D`. The fine print: the mean of integers is
# no integer in general, so `forward` returns floats where it has to.
#
# <details><summary>Hint: the way back without a loop over windows</summary>
#
# Fix one place $(a, b)$ inside the window. In all windows together it covers
# `dX[:, :, a : a + s * H_out : s, b : b + s * W_out : s]`, each entry once, so here a plain `+=`
# adds up rightly. There are only $k^2$ such places.
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

    def backward(self, dout):
        """Divide the upstream gradient evenly.

        Parameters
        ----------
        dout : array (N, C, H_out, W_out)
            Gradient of the loss with respect to the output.

        Returns
        -------
        array (N, C, H, W), float64
            Gradient with respect to X.
        """
        ### BEGIN SOLUTION
        dX = np.zeros(self.shape)
        share = dout.astype(np.float64) / self.size**2
        reach = np.multiply(self.stride, dout.shape[2:])
        for a in range(self.size):
            for b in range(self.size):
                dX[:, :, a : a + reach[0] : self.stride, b : b + reach[1] : self.stride] += share
        return dX
        ### END SOLUTION


# %% test="test_AvgPool2D" points=0.5
def _pool(X, *window):
    return AvgPool2D(*window).forward(np.array(X, order="C")[None, None])


_X = EXAMPLE
_expected = np.array([[[[40.0, 50.0, 45.0], [58.0, 47.0, 60.0]]]]) / 4
check_equal(_pool(_X, 2), _expected, "AvgPool2D(2) of one 4 x 6 image")
check_equal(_pool(-_X.T, 2), -_expected.swapaxes(2, 3), "AvgPool2D(2) of minus its transpose")
check_equal(_pool(_X, 2, None), _expected, "AvgPool2D(2, None) of one 4 x 6 image")
_got = AvgPool2D(size=3).forward(_X[None, None, :3, :].copy())
check_equal(_got, [[[[106 / 9, 104 / 9]]]], "AvgPool2D(size=3) of a 3 x 6 image")
check_equal(_pool(_X[:, :4], 4), [[[[195 / 16]]]], "AvgPool2D(4) of a 4 x 4 image")
check_equal(_pool(_X, 1), _X[None, None], "AvgPool2D(1) of one 4 x 6 image")
check_bounds(_pool, _X, 2)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _rows, _columns in ((1, 3, 2), (2, 1, 4), (2, 3, 2), (3, 2, 1), (4, 1, 2), (5, 1, 1)):
    for _scale in (1.0, 1e6, -1e-6):
        _blocks = _scale * _generator.uniform(0.5, 1.5, size=(_rows, _size, _columns, _size))
        _expected = _blocks.mean(axis=(1, 3))[None, None]
        _X = _blocks.reshape(_rows * _size, _columns * _size)
        check_equal(_pool(_X, _size), _expected, f"AvgPool2D({_size}) of a {_X.shape} image")
### END HIDDEN TESTS

# %% test="test_AvgPool2D_batch" points=0.5
_X = EXAMPLE
_mean = np.array([[40.0, 50.0, 45.0], [58.0, 47.0, 60.0]]) / 4
_batch = np.array([[_X, -_X, _X + 100], [_X[::-1], -_X[:, ::-1], 2 * _X]])
_expected = np.array([[_mean, -_mean, _mean + 100], [_mean[::-1], -_mean[:, ::-1], 2 * _mean]])
check_equal(AvgPool2D(2, 2).forward(_batch.copy()), _expected, "AvgPool2D(2), 2 images, 3 channels")
for _n, _c in ((2, 1), (1, 3)):
    _got = AvgPool2D(2, 2).forward(_batch[-_n:, -_c:].copy())
    check_equal(_got, _expected[-_n:, -_c:], f"AvgPool2D(2), images: {_n}, channels: {_c}")
check_bounds(lambda X: AvgPool2D(2, 2).forward(X), _batch)
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _c, _size, _rows, _columns in ((3, 2, 2, 2, 3), (4, 1, 3, 2, 1), (1, 5, 1, 2, 3)):
    _blocks = _generator.normal(size=(_n, _c, _rows, _size, _columns, _size))
    _batch = _blocks.reshape(_n, _c, _rows * _size, _columns * _size)
    _name = f"AvgPool2D({_size}) of a batch of shape {_batch.shape}"
    check_equal(AvgPool2D(_size, _size).forward(_batch.copy()), _blocks.mean(axis=(3, 5)), _name)
### END HIDDEN TESTS


# %% test="test_AvgPool2D_stride" points=0.5
def _pool(X, *window):
    return AvgPool2D(*window).forward(np.array(X, order="C")[None, None])


_X = EXAMPLE
# The sums of windows that overlap or leave gaps, and that end where the image ends.
_sums = {
    (2, 2): [[40, 50, 45], [58, 47, 60]],
    (2, 1): [[40, 50, 50, 47, 45], [54, 54, 39, 45, 55], [58, 44, 47, 53, 60]],
    (3, 1): [[106, 115, 99, 104], [113, 102, 113, 125]],
    (4, 2): [[195, 202]],
}
for (_size, _stride), _expected in _sums.items():
    _name = f"AvgPool2D({_size}, {_stride}) of one 4 x 6 image"
    check_equal(_pool(_X, _size, _stride), np.array([[_expected]]) / _size**2, _name)
_got = AvgPool2D(size=1, stride=3).forward(_X[None, None, :, :4].copy())
check_equal(_got, [[[[3.0, 21.0], [20.0, 18.0]]]], "AvgPool2D(size=1, stride=3), a 4 x 4 image")
check_equal(_pool(_X[:2], 2, 4), [[[[10.0, 11.25]]]], "AvgPool2D(2, 4) of a 2 x 6 image")
check_equal(_pool(_X.T[:, :2], 2, 4), [[[[10.0], [11.25]]]], "AvgPool2D(2, 4) of a 6 x 2 image")
check_bounds(_pool, _X, 3, 1)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _height, _width in ((3, 2, 5, 9), (2, 3, 8, 5), (4, 1, 6, 5), (1, 2, 3, 7)):
    _batch = _generator.normal(size=(2, 3, _height, _width))
    _windows = np.lib.stride_tricks.sliding_window_view(_batch, (_size, _size), axis=(2, 3))
    _expected = _windows[:, :, ::_stride, ::_stride].mean(axis=(4, 5))
    _name = f"AvgPool2D({_size}, {_stride}) of a batch of shape {_batch.shape}"
    check_equal(AvgPool2D(_size, _stride).forward(_batch.copy()), _expected, _name)
### END HIDDEN TESTS


# %% test="test_AvgPool2D_leftover" points=0.5
def _pool(X, *window):
    return AvgPool2D(*window).forward(np.array(X, order="C")[None, None])


_X = EXAMPLE
# The sums of the windows that fit; the rest is dropped.
_sums = {
    (3, 5, 2, 2): [[40, 50]],
    (4, 5, 3, 3): [[106]],
    (4, 6, 4, 4): [[195]],
    (4, 6, 3, 2): [[106, 99]],
    (4, 6, 2, 3): [[40, 47]],
    (3, 4, 2, 2): [[40, 50]],
}
for (_height, _width, _size, _stride), _expected in _sums.items():
    _name = f"AvgPool2D({_size}, {_stride}) of a {_height} x {_width} image"
    _got = _pool(_X[:_height, :_width], _size, _stride)
    check_equal(_got, np.array([[_expected]]) / _size**2, _name)
check_bounds(_pool, _X, 3, 2)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _height, _width in ((3, 2, 6, 9), (2, 2, 7, 5), (3, 4, 5, 9), (1, 3, 5, 6)):
    _X = _generator.normal(size=(_height, _width))
    _windows = np.lib.stride_tricks.sliding_window_view(_X, (_size, _size))
    _expected = _windows[None, None, ::_stride, ::_stride].mean(axis=(4, 5))
    _name = f"AvgPool2D({_size}, {_stride}) of a {_height} x {_width} image"
    check_equal(_pool(_X, _size, _stride), _expected, _name)
### END HIDDEN TESTS


# %% test="test_AvgPool2D_backward" points=0.5
def _gradient(X, dout, size, stride):
    layer = AvgPool2D(size, stride)
    layer.forward(np.array(X, dtype=float, order="C")[None, None])
    return layer.backward(np.array(dout, dtype=float)[None, None])


# An upstream gradient of ones: everyone gets the same share of it.
for _size, _H_out, _W_out in ((2, 2, 3), (1, 4, 6), (3, 1, 2), (4, 1, 1), (2, 1, 3), (2, 2, 1)):
    _X = EXAMPLE[: _size * _H_out, : _size * _W_out]
    _dx = np.full((1, 1, *_X.shape), 1 / _size**2)
    _name = f"AvgPool2D({_size}), an image of shape {_X.shape}, dout = 1: the gradient"
    check_gradients(_gradient(_X, np.ones((_H_out, _W_out)), _size, _size), _dx, _name)
check_bounds(_gradient, EXAMPLE, np.ones((2, 3)), 2, 2)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _rows, _columns in ((2, 1, 4), (2, 3, 2), (3, 2, 1), (4, 1, 2), (5, 1, 1), (1, 2, 3)):
    _X = -np.exp(_generator.normal(size=(_rows * _size, _columns * _size)))
    _got = _gradient(_X, np.ones((_rows, _columns)), _size, _size)
    _dx = np.full((1, 1, *_X.shape), 1 / _size**2)
    check_gradients(_got, _dx, f"AvgPool2D({_size}), a {_X.shape} image, dout = 1: the gradient")
### END HIDDEN TESTS


# %% test="test_AvgPool2D_upstream" points=1
def _gradient(X, dout, size, stride):
    layer = AvgPool2D(size, stride)
    layer.forward(np.array(X, dtype=float, order="C"))
    return layer.backward(np.array(dout, dtype=float))


_X = np.array([[1, 3, 2, 0], [5, 2, 1, 4], [0, 1, 7, 6], [2, 8, 6, 3]])
_dx = np.array([[2.5, 2.5, 5, 5], [2.5, 2.5, 5, 5], [7.5, 7.5, 10, 10], [7.5, 7.5, 10, 10]])
_dout = np.array([[10, 20], [30, 40]])
_got = _gradient([[_X]], [[_dout]], 2, 2)
check_gradients(_got, [[_dx]], "AvgPool2D(2), the example above: the gradient")
_got = _gradient([[_X[:2]]], [[_dout[:1]]], 2, 2)
check_gradients(_got, [[_dx[:2]]], "AvgPool2D(2), its two upper rows: the gradient")
# Two images of two channels, each with an upstream gradient of its own.
_dx = np.array([[_dx, _dx[::-1]], [_dx[:, ::-1], _dx]])
_dout = np.array([[_dout, _dout[::-1]], [_dout[:, ::-1], _dout]])
for _scales in (
    [[1, -0.5], [2.5, -3]],
    [[0, 1], [0, 0]],
    [[1e6, 1e6], [1e6, 1e6]],
    [[0, 0], [0, 0]],
):
    _scales = np.array(_scales, dtype=float)[:, :, None, None]
    _name = "AvgPool2D(2), 2 images, 2 channels: the gradient"
    _got = _gradient(np.broadcast_to(_X, (2, 2, 4, 4)), _scales * _dout, 2, 2)
    check_gradients(_got, _scales * _dx, _name)
check_bounds(_gradient, [[_X]], [[[[10, 20], [30, 40]]]], 2, 2)
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _c, _size, _rows, _columns in ((3, 2, 2, 2, 3), (1, 4, 3, 2, 1), (2, 1, 1, 2, 3)):
    for _scale in (1.0, 1e6, -1e-6):
        _X = _generator.normal(size=(_n, _c, _rows * _size, _columns * _size))
        _dout = _scale * _generator.normal(size=(_n, _c, _rows, _columns))
        _dx = np.kron(_dout, np.full((_size, _size), 1 / _size**2))
        _got = _gradient(_X, _dout, _size, _size)
        check_gradients(_got, _dx, f"AvgPool2D({_size}), X of shape {_X.shape}: the gradient")
### END HIDDEN TESTS


# %% test="test_AvgPool2D_overlap" points=1
def _gradient(X, dout, size, stride):
    layer = AvgPool2D(size, stride)
    layer.forward(np.array(X, dtype=float, order="C"))
    return layer.backward(np.array(dout, dtype=float))


# In how many windows each row and each column is: so many shares a place gets.
_X = EXAMPLE[None, None]
_inside = {2: ([1, 2, 2, 1], [1, 2, 2, 2, 2, 1]), 3: ([1, 2, 2, 1], [1, 2, 3, 3, 2, 1])}
for _size, _counts in _inside.items():
    _dx = np.multiply.outer(*_counts)[None, None] / _size**2
    _got = _gradient(_X, np.ones((1, 1, 5 - _size, 7 - _size)), _size, 1)
    check_gradients(_got, _dx, f"AvgPool2D({_size}, 1), a 4 x 6 image, dout = 1: the gradient")
    _got = _gradient(_X.swapaxes(2, 3), np.ones((1, 1, 7 - _size, 5 - _size)), _size, 1)
    _name = f"AvgPool2D({_size}, 1), a 6 x 4 image, dout = 1: the gradient"
    check_gradients(_got, _dx.swapaxes(2, 3), _name)
_dx = np.array([[[[1, 1, 2, 2, 1, 1]] * 4]]) / 16
_got = _gradient(_X, np.ones((1, 1, 1, 2)), 4, 2)
check_gradients(_got, _dx, "AvgPool2D(4, 2), a 4 x 6 image, dout = 1: the gradient")
check_bounds(_gradient, _X, np.ones((1, 1, 2, 4)), 3, 1)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _shape in (
    (3, 2, (2, 3, 5, 9)),
    (2, 1, (3, 2, 5, 3)),
    (4, 3, (1, 2, 4, 10)),
    (5, 2, (2, 1, 7, 5)),
):
    _X = _generator.normal(size=_shape)
    _H_out, _W_out = ((_n - _size) // _stride + 1 for _n in _shape[2:])
    _dout = _generator.normal(size=(*_shape[:2], _H_out, _W_out))
    _dx = np.zeros(_shape)
    for _i, _j in np.ndindex(_H_out, _W_out):
        _rows = slice(_i * _stride, _i * _stride + _size)
        _columns = slice(_j * _stride, _j * _stride + _size)
        _dx[:, :, _rows, _columns] += _dout[:, :, _i, _j, None, None] / _size**2
    _got = _gradient(_X, _dout, _size, _stride)
    check_gradients(_got, _dx, f"AvgPool2D({_size}, {_stride}), X of shape {_shape}: the gradient")
### END HIDDEN TESTS


# %% test="test_AvgPool2D_gaps" points=0.5
def _gradient(X, size, stride):
    layer = AvgPool2D(size, stride)
    layer.forward(np.array(X, dtype=float, order="C")[None, None])
    H_out, W_out = ((n - size) // stride + 1 for n in np.shape(X))
    return layer.backward(np.ones((1, 1, H_out, W_out)))


# Size and stride, and which rows and which columns are in a window. The others get zero.
_covered = [
    (2, 2, [1, 1, 0], [1, 1, 1, 1, 0]),
    (3, 3, [1, 1, 1, 0], [1, 1, 1, 0, 0]),
    (4, 4, [1, 1, 1, 1], [1, 1, 1, 1, 0, 0]),
    (2, 3, [1, 1, 0, 0], [1, 1, 0, 1, 1, 0]),
    (1, 3, [1, 0, 0, 1], [1, 0, 0, 1]),
    (2, 2, [1, 1, 0], [1, 1, 1, 1]),
]
for _size, _stride, _rows, _columns in _covered:
    _dx = np.multiply.outer(_rows, _columns)[None, None] / _size**2
    _X = np.arange(float(_dx.size)).reshape(len(_rows), len(_columns))
    _name = f"AvgPool2D({_size}, {_stride}), an image of shape {_X.shape}, dout = 1: the gradient"
    check_gradients(_gradient(_X, _size, _stride), _dx, _name)
check_bounds(_gradient, _X, 2, 2)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _stride, _height, _width in ((2, 3, 6, 9), (2, 2, 7, 5), (3, 4, 5, 9), (1, 3, 5, 6)):
    _X = _generator.normal(size=(_height, _width))
    _dx = np.zeros((1, 1, _height, _width))
    for _i in range(0, _height - _size + 1, _stride):
        for _j in range(0, _width - _size + 1, _stride):
            _dx[0, 0, _i : _i + _size, _j : _j + _size] += 1 / _size**2
    _name = f"AvgPool2D({_size}, {_stride}), a {_height} x {_width} image, dout = 1: the gradient"
    check_gradients(_gradient(_X, _size, _stride), _dx, _name)
### END HIDDEN TESTS


# %% test="test_AvgPool2D_kinds" points=0.5
def _pool(X, size):
    return AvgPool2D(size, size).forward(X)


def _gradient(X, dout, size):
    layer = AvgPool2D(size, size)
    layer.forward(X)
    return layer.backward(dout)


_generator = np.random.default_rng(44)
_X = _generator.uniform(1.1, 4.4, size=(2, 1, 4, 6))
_dout = _generator.choice([-1, 1], (2, 1, 2, 3)) * _generator.uniform(1.6, 4.4, size=(2, 1, 2, 3))
check_kinds(_pool, _X, size=2)
check_kinds(_gradient, _X, _dout, gradient=True, size=2)
### BEGIN HIDDEN TESTS
_generator = rng()
for _size, _shape in ((3, (1, 2, 3, 6)), (1, (2, 2, 3, 2)), (2, (2, 1, 6, 4))):
    _X = -_generator.uniform(1.1, 4.4, size=_shape)
    _dout = _generator.uniform(1.6, 4.4, size=_shape)[:, :, ::_size, ::_size]
    _dout *= _generator.choice([-1, 1], _dout.shape)
    check_kinds(_pool, _X, size=_size)
    check_kinds(_gradient, _X, _dout, gradient=True, size=_size)
### END HIDDEN TESTS

# %% test="test_AvgPool2D_layer" points=0.5
_generator = np.random.default_rng(45)
_X, _dout = _generator.normal(size=(2, 3, 6, 12)), _generator.uniform(1, 2, size=(2, 3, 6, 12))
_other = _generator.normal(size=(3, 2, 12, 6))
check_layer(lambda: AvgPool2D(2, 2), _X, dout=_dout[:, :, :3, :6])
check_layer(lambda: AvgPool2D(3, 3), _X, dout=_dout[:, :, :2, :4], other=(_other,))
check_layer(lambda: AvgPool2D(1, 1), _X, dout=_dout)
# Two layers of different sizes, one beside the other.
_expected = AvgPool2D(2, 2).forward(_X.copy())
_first, _second = AvgPool2D(2, 2), AvgPool2D(3, 3)
check_equal(_first.forward(_X.copy()), _expected, "AvgPool2D(2, 2) beside AvgPool2D(3, 3)")
### BEGIN HIDDEN TESTS
_generator = rng()
for _size in (1, 2, 4):
    _X = _generator.uniform(1, 9, size=(1, 2, 4, 8))
    _other = _generator.uniform(1, 9, size=(2, 3, 8, 4))
    _dout = _generator.uniform(1, 2, size=(1, 2, 4 // _size, 8 // _size))
    check_layer(lambda k=_size: AvgPool2D(k, k), _X, dout=_dout)
    check_layer(lambda k=_size: AvgPool2D(k, k), _X, dout=_dout, other=(_other,))
### END HIDDEN TESTS

# %% [markdown]
# Your layer against measured slopes; and a fact that both pools share. Whoever wins, and however
# the shares are cut, a window hands on exactly the blame that it got. So the gradient of the image
# sums to the upstream gradient, overlaps, gaps and leftovers or not:

# %%
generator = np.random.default_rng(46)
images, upstream = generator.normal(size=(2, 2, 5, 8)), generator.normal(size=(2, 2, 2, 3))
layer = AvgPool2D(3, stride=2)
gradient_check(layer.forward, layer.backward, images)
for layer in (MaxPool2D(3, stride=2), AvgPool2D(3, stride=2)):
    layer.forward(images)
    name, blame = type(layer).__name__, layer.backward(upstream).sum()
    print(f"{name}: {upstream.sum():.6f} came in, {blame:.6f} went out")

# %% [markdown]
# ## 6 · What it costs
#
# Size 2 leaves a quarter of the numbers. What was in the other three quarters? Take the edge map
# of the 4 once more, and **shuffle the four places inside every window**. Look at the first two
# pictures: the second is rather worse. Pool both, by the largest and by the mean.

# %%
from scipy import signal

from lib.mnist import load_mnist
from lib.plotting import show_row

(digits, labels), _ = load_mnist()
edge = np.array([[-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0]])
edges = signal.correlate2d(digits[2] / 255, edge, mode="valid")
blocks = edges.reshape(13, 2, 13, 2).swapaxes(1, 2).reshape(13, 13, 4)
shuffled = np.random.default_rng(47).permuted(blocks, axis=2)
shuffled = shuffled.reshape(13, 13, 2, 2).swapaxes(1, 2).reshape(26, 26)
both = np.array([[edges], [shuffled]])
largest, means = MaxPool2D(2).forward(both), AvgPool2D(2).forward(both)
every_other = both[:, :, ::2, ::2]
show_row(
    [edges, shuffled, largest[0, 0], largest[1, 0]],
    ["edges", "shuffled edges", "edges, pooled", "shuffled, pooled"],
)
for name, (one, other) in (("largest", largest), ("mean", means), ("every other", every_other)):
    print(f"{name:12} largest difference between the two: {np.abs(one - other).max():.2f}")

# %% [markdown]
# Not a trace of the shuffling is left. Inside a window *where* is gone for good, and only *how
# much* stays. The same holds for the mean. Keeping every other place, as a stride of 2 does,
# throws away just as much, but it does not mix: it notices.
#
# To forget is also what pooling is for. A stroke one pixel further to the right is the same
# stroke, and the pooled map should change less than the map itself. Does it? The cell moves 200
# digits by one pixel and compares their edges after ReLU: how large is the change, as a fraction
# of the map?

# %%
from scipy import signal

from lib.mnist import load_mnist

(digits, labels), _ = load_mnist()
edge = np.array([[-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0]])
here = np.array([signal.correlate2d(x / 255, edge, mode="valid") for x in digits[:200]])[:, None]
here = np.maximum(here, 0)
there = np.roll(here, 1, axis=3)  # the last column is zero: nothing comes round
for size in (1, 2, 4):
    line = f"size {size}:"
    for layer in (MaxPool2D(size), AvgPool2D(size)):
        before, after = layer.forward(here), layer.forward(there)
        change = np.linalg.norm(after - before, axis=(2, 3)) / np.linalg.norm(before, axis=(2, 3))
        line += f"  {type(layer).__name__} {change.mean():.0%}"
    print(line)

# %% [markdown]
# So it softens the shift, and it does not undo it. Larger windows soften more, and forget more.
#
# Is that a good bargain? Geoffrey Hinton did not think so (reddit, 2014): "The pooling operation
# used in convolutional neural networks is a big mistake and the fact that it works so well is a
# disaster." His reason is the shuffled picture, more or less: pools that do not overlap lose
# where things are, and without that nobody can say how the parts of a thing belong together. Two
# eyes, a nose and a mouth are a face only at the right places.
#
# Later networks have gone half of the way with him. A ResNet has one max pool near its entrance;
# after that, convolutions with stride 2 do the shrinking, and these may *learn* what to keep. At
# its very end stands an average over each whole map, one window as large as the image, when all
# that is left to ask is whether something is there at all.
#
# ### Task 6 · The bill
#
# Three ways to make $14 \times 14$ out of an image of $28 \times 28$ with no ties: (a) max
# pooling, size 2; (b) average pooling, size 2; (c) every other pixel, that is, size 1 and
# stride 2.
#
# 1. For each: how many of the 784 pixels could ever change the output? How many get a gradient
#    that is not zero, if the upstream gradient has no zeros?
# 2. Name a task where it helps that (a) forgets where in its window the winner was, and one where
#    it hurts. A sentence each.

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
# - A layer remembers on the way forward what it needs on the way back, in `self`.
# - Max pooling blames the winner of each window. At a tie there is no gradient, but there are
#   subgradients: shares that are not negative and sum to what came in. All of it to everyone is
#   not one.
# - Average pooling blames everyone in the window alike, and does not care what the image shows.
# - Windows that overlap add up. What is in no window gets zero.
# - Pooling keeps how much and forgets where. It makes maps small and shifts soft; what it forgets,
#   no later layer can bring back.
#
# ## Go further
#
# - AlexNet pooled with size 3 and stride 2, so that windows overlap. Make the shuffled picture for
#   this pool: inside which groups of places can you now shuffle unnoticed?
# - Between the mean and the largest lies $\frac{1}{\beta} \log \frac{1}{k^2} \sum e^{\beta x}$, the
#   mean for small $\beta$ and the largest for large ones. What is its gradient, and what happens
#   to ties?
# - Frameworks settle ties differently: PyTorch's max pooling gives everything to one winner, and
#   its `amax` shares evenly. Does training care? In lab 5 a ReLU stands before the pool. What does
#   it do to the blame for windows that are all zero?
