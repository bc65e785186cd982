# ---
# jupyter:
#   lab:
#     mutants: true
#     demo: [ada, blaise, carl, dora, emmy]
# ---

# %% [markdown]
# # Lab 2 · A window slides along a line
#
# The same few weights slide along the input, and each stop gives one number. Where a window hangs
# over the end, zeros come in; at which end is a choice, the **anchor**. Pictures want it in the
# middle, so that nothing shifts. A model of text that predicts the next word must not look ahead:
# its zeros come in before the first word. You write the centred one; part 7 moves it.
#
# |part|minutes|points|
# |---|--:|--:|
# |1 One filter, one window at a time|10|0|
# |2 How many windows fit?|20|5|
# |3 Padding|10|5|
# |4 A convolution as long as its input|15|5|
# |5 The gradient: bump one input by 1|35|9|
# |6 Channels, filters, batches|50|20.5|
# |7 The anchor, and one matrix product (can wait)|40|10.5|
# |in all|180|**55**|
#
# Parts 1 to 4 make a first evening. Under each task stand its checks, each folded into one line.
# Run them when you have written your answer: a check that passes prints nothing, one that fails
# says what is wrong (open it to see the numbers). When the lab is graded, further checks of the
# same kind run with other numbers.

# %% locked="setup"
import numpy as np

from lib.checking import (
    case,
    check_bounds,
    check_cases,
    check_kinds,
    check_one_of,
    check_untouched,
    gradient_check,
)


# %% locked="helpers"
# What several checks use
def _with_or_without_padding(check):
    """Pass if a check passes at padding 0, or else at padding 1: padding has checks of its own."""
    check_one_of(lambda: check(0), lambda: check(1))


def _channel_gradients(x, w, dout=None):
    """The gradients of conv_1d_channels at stride 1 without padding, by scipy."""
    from scipy.signal import convolve, correlate

    x, w = 1.0 * x, 1.0 * w
    shape = len(x), len(w), x.shape[2] - w.shape[2] + 1
    dout = np.ones(shape) if dout is None else 1.0 * dout
    dx, dw = np.zeros(x.shape), np.zeros(w.shape)
    for n, o, c in np.ndindex(len(x), len(w), x.shape[1]):
        dx[n, c] += convolve(dout[n, o], w[o, c], "full", "direct")
        dw[o, c] += correlate(x[n, c], dout[n, o], "valid", "direct")
    return {"x": dx, "w": dw}


# %% [markdown]
# ## The fine print
#
# Worth up to a fifth of each task's points.
#
# - **Numbers of every kind.** Arrays hold `float64`, `float32` or `int64`, and may be views. No
#   digits after the decimal point may get lost (`np.zeros_like(x)` of integers cuts them off).
#   Gradients are always `float64`.
# - **What is the caller's stays as it is.** Change no argument, and return new arrays.
# - **Out of bounds**, for they would do the exercise: scipy, torch, tensorflow, jax, cv2, skimage;
#   `np.convolve`, `np.correlate`, `np.fft`, `np.polymul`, `np.gradient`; and `np.pad` inside
#   `pad_1d`.
#
# ## 1 · One filter, one window at a time
#
# A **filter** `w` is a row of $k$ weights. Lay it on the first $k$ entries of `x`, multiply, add
# up; then move one step to the right:
#
# $$y[t] = \sum_{j=0}^{k-1} w[j]\; x[t+j]$$
#
# ![One step in numbers: a filter of length 3 on a signal of length 6, with padding 0 and stride
# 1, gives 4 outputs. At each place: multiply the numbers that lie above each other, and
# add.](../../figures/sliding_window_1d.png)
#
# [Play](../../figures/sliding_window_1d.gif)

# %%
x = np.array([1, 2, 3, 4, 5, 6])
w = np.array([5, 2, 3])
for t in range(4):
    print(f"window {t}: {x[t : t + 3]} times {w} gives {np.sum(w * x[t : t + 3])}")

# %% [markdown]
# **A word about the word.** In signal processing *correlation* lays the filter on the input as it
# stands, and *convolution* turns it round first:

# %%
from scipy import signal  # to look at only: it is out of bounds in your own code

line = np.array([0, 0, 1, 0, 0])
print("correlate:", signal.correlate(line, w, mode="same"))
print("convolve: ", signal.convolve(line, w, mode="same"))
print("convolve with w turned round:", signal.convolve(line, w[::-1], mode="same"))

# %% [markdown]
# What deep learning calls convolution is correlation: the weights are learned, so turning them
# would change nothing. Remember: **lay it on, do not turn it round.**
#
# ## 2 · How many windows fit?
#
# A window of $k=3$ on a line of $n=6$ can start at 0, 1, 2 or 3: there are $n-k+1$ starts.
# **Padding** puts $p$ zeros on each side, so the line is $n+2p$ long. With **stride** $s$ the
# window moves $s$ steps at a time:
#
# $$\text{size} = \frac{n - k + 2p}{s} + 1$$
#
# Three paddings have names: **valid**, $p=0$ (here 4 windows: they stay inside); **half** or
# *same*, $p=(k-1)/2=1$ (6: as many as inputs, for odd $k$); and **full**, $p=k-1=2$ (8: all that
# touch the input).
#
# It holds for each side of an image. With 1000 images of 24×24 pixels and 4 channels, and two
# filters of 3×3, each side becomes $24-3+1=22$. Filters span all channels (part 6), so they are
# 2×4×3×3 and the result is 1000×2×22×22. To stay at 24, pad with $(3-1)/2=1$, to 26×26.
#
# ### Task 1 · `output_size` · 5 points
#
# With $n=6$, $k=3$, $s=2$ the formula says 2.5: one entry is left over. Anyone who plans a network
# wants to know. (A layer rounds down, as yours will in part 6.)
#
# Return the size as an `int`. Raise a `ValueError` where it is not whole, where the filter is
# longer than the padded line (even where the formula gives 0), and where the stride is below 1 or
# the padding below 0.
#
# <details><summary>Hint</summary>
#
# `%` gives the remainder of a division, and `//` stays an int. Check first, divide last.
# </details>


# %% solution="output_size"
def output_size(n, k, padding=0, stride=1):
    """Count the windows of length `k` on a line of length `n`.

    Parameters
    ----------
    n, k : int
        Lengths of the line and of the window, at least 1.
    padding : int
        Zeros on each side of the line.
    stride : int
        Steps from one window to the next.

    Returns
    -------
    int
        (n - k + 2*padding) / stride + 1

    Raises
    ------
    ValueError
        If that is not whole, if k > n + 2*padding, if stride < 1 or if padding < 0.
    """
    ### BEGIN SOLUTION
    if stride < 1 or padding < 0:
        raise ValueError(f"expected stride >= 1 and padding >= 0, got {stride} and {padding}")
    room = n - k + 2 * padding
    if room < 0:
        raise ValueError(f"a window of {k} does not fit on a line of {n} with padding {padding}")
    if room % stride != 0:
        raise ValueError(f"stride {stride} leaves a remainder of {room % stride}: change a size")
    return room // stride + 1
    ### END SOLUTION


# %% test="test_output_size" points=1.5
# The formula without padding, stride 1
check_cases(
    output_size,
    case(5, 3, gives=3),
    case(6, 3, gives=4),
    case(24, 3, gives=22),
    case(n=7, k=1, padding=0, stride=1, gives=7),
)
### BEGIN HIDDEN TESTS
_sizes = (2, 1), (4, 3), (8, 5), (11, 3)
check_cases(output_size, *[case(n, k, gives=n - k + 1) for n, k in _sizes])
### END HIDDEN TESTS

# %% test="test_output_size_padding" points=1
# Padding, stride 1
check_cases(
    output_size,
    case(5, 3, 1, gives=5),
    case(5, 3, 2, gives=7),
    case(24, 3, padding=1, gives=24),
    case(2, 5, 2, gives=2),
)
### BEGIN HIDDEN TESTS
_sizes = [(1, 1, 1), (1, 3, 1), (2, 4, 1), (1, 5, 2), (2, 2, 5), (3, 5, 1), (4, 1, 2), (5, 4, 2)]
_sizes += [(6, 3, 5), (6, 5, 1)]
check_cases(output_size, *[case(n, k, p, gives=n - k + 2 * p + 1) for n, k, p in _sizes])
### END HIDDEN TESTS

# %% test="test_output_size_stride" points=1
# Strides, where they divide
check_cases(
    output_size,
    case(7, 3, 0, 2, gives=3),
    case(9, 3, stride=3, gives=3),
    case(12, 5, stride=7, gives=2),
)
### BEGIN HIDDEN TESTS
_sizes = (7, 5, 1), (5, 1, 4), (6, 3, 3), (9, 5, 2), (8, 5, 3), (11, 3, 4)
check_cases(output_size, *[case(n, k, 0, s, gives=(n - k) // s + 1) for n, k, s in _sizes])
### END HIDDEN TESTS

# %% test="test_output_size_int" points=0.5
# The answer is an int, not 3.0
check_cases(output_size, case(5, 3, gives=3), case(24, 3, gives=22), dtype=int)
### BEGIN HIDDEN TESTS
check_cases(output_size, *[case(n, 3, gives=n - 2) for n in (3, 4, 11)], dtype=int)
### END HIDDEN TESTS

# %% test="test_output_size_whole" points=0.5
# Where the windows do not come out whole there is a ValueError
check_cases(
    output_size,
    case(7, 3, 0, 2, gives=3),
    case(6, 3, 0, 2, raises=ValueError),
    case(8, 5, 0, 2, raises=ValueError),
    case(10, 3, 0, 4, raises=ValueError),
)
### BEGIN HIDDEN TESTS
_whole = (6, 1, 2, 1), (5, 1, 1, 2), (8, 6, 1, 2), (4, 2, 2, 3), (5, 3, 1, 4), (3, 2, 2, 5)
_not = (4, 3, 0, 2), (6, 1, 1, 2), (7, 4, 1, 2), (2, 1, 2, 3), (8, 4, 2, 3), (6, 3, 1, 4)
_not += (6, 4, 2, 4), (3, 1, 1, 5), (7, 3, 1, 5)
check_cases(
    output_size,
    *[case(n, k, p, s, gives=(n - k + 2 * p) // s + 1) for n, k, p, s in _whole],
    *[case(*each, raises=ValueError) for each in _not],
)
### END HIDDEN TESTS

# %% test="test_output_size_fits" points=0.25
# Where the window is longer than the padded line there is a ValueError
check_cases(
    output_size,
    case(5, 3, gives=3),
    case(3, 5, 1, gives=1),
    case(4, 5, raises=ValueError),
    case(3, 5, 0, 2, raises=ValueError),
    case(2, 5, 1, raises=ValueError),
)
### BEGIN HIDDEN TESTS
_fit = (1, 1, 0, 1), (3, 3, 0, 4), (2, 4, 1, 1), (5, 9, 2, 4), (2, 8, 3, 3)
# Too long by one up to six, by a multiple of the stride or not
_not = (3, 4, 0, 1), (1, 8, 3, 1), (4, 6, 0, 2), (5, 11, 2, 1), (1, 6, 1, 3), (2, 8, 1, 4)
_not += (3, 8, 0, 4), (4, 14, 2, 2)
check_cases(
    output_size,
    *[case(*each, gives=1) for each in _fit],
    *[case(*each, raises=ValueError) for each in _not],
)
### END HIDDEN TESTS

# %% test="test_output_size_arguments" points=0.25
# A stride below 1 or a padding below 0 is a ValueError
check_cases(
    output_size,
    case(5, 3, 0, 1, gives=3),
    case(5, 3, 0, 0, raises=ValueError),
    case(5, 3, 0, -2, raises=ValueError),
    case(5, 3, -1, raises=ValueError),
    case(9, 3, -2, 2, raises=ValueError),
)
### BEGIN HIDDEN TESTS
_wrong = (6, 3, 0, 0), (8, 3, 1, 0), (7, 2, 2, -1), (5, 1, 0, -2), (4, 2, 1, -4)
_wrong += (7, 1, -1, 1), (4, 1, -2, 1), (6, 1, -1, -1)
check_cases(
    output_size,
    case(5, 2, 0, 1, gives=4),
    case(4, 2, 2, 1, gives=7),
    *[case(*each, raises=ValueError) for each in _wrong],
)
### END HIDDEN TESTS

# %%
for name, padding in [("valid", 0), ("half", (3 - 1) // 2), ("full", 3 - 1)]:
    print(f"{name:5}  padding {padding}:  size {output_size(6, 3, padding)}")
print("a side of 24:", output_size(24, 3), "and with padding 1:", output_size(24, 3, padding=1))
try:
    output_size(6, 3, stride=2)
except ValueError as error:
    print("refused:", error)

# %% [markdown]
# ## 3 · Padding
#
# One zero on each side of `[1, 2, 3, 4, 5]` gives `[0, 1, 2, 3, 4, 5, 0]`. A zero adds nothing to a
# sum: a window that hangs over the edge counts only what is there.
#
# ### Task 2 · `pad_1d` · 5 points
#
# Put `padding` zeros on each side. The result keeps the dtype of `x`, and is always a new array.
# (`np.pad` is out of bounds here, and welcome later.)
#
# <details><summary>Hint</summary>
#
# Join three pieces (`np.concatenate`), or write `x` into the middle of zeros (`np.zeros(...,
# dtype=x.dtype)`). Mind `padding = 0`: `a[0:-0]` is empty.
# </details>


# %% solution="pad_1d"
def pad_1d(x, padding):
    """Put zeros on both sides of a line.

    Parameters
    ----------
    x : array (T,)
    padding : int
        Zeros on each side, 0 or more.

    Returns
    -------
    array (T + 2*padding,)
        A new array with the dtype of `x`.
    """
    if x.ndim != 1 or padding < 0:
        raise ValueError(f"expected x (T,) and padding >= 0, got {x.shape} and {padding}")
    ### BEGIN SOLUTION
    zeros = np.zeros(padding, dtype=x.dtype)
    return np.concatenate([zeros, x, zeros])
    ### END SOLUTION


# %% test="test_pad_1d" points=2.5
# One zero on each side
check_cases(
    pad_1d,
    case([1, 2, 3, 4, 5], 1, gives=[0, 1, 2, 3, 4, 5, 0]),
    case([2.5, -1, 4], 1, gives=[0, 2.5, -1, 4, 0]),
)
check_bounds(pad_1d, np.array([2.5, -1.0, 4.0]), 1, also=("pad",))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_lines = [rng().normal(size=n) * 10.0 ** (n - 5) for n in (1, 2, 7)]
check_cases(pad_1d, *[case(x, 1, gives=[0, *x, 0]) for x in _lines])
### END HIDDEN TESTS

# %% test="test_pad_1d_sizes" points=0.75
# Two zeros on each side, and four
check_cases(
    pad_1d,
    case([7, -2.5, 0.5], 2, gives=[0, 0, 7, -2.5, 0.5, 0, 0]),
    case(x=[7], padding=4, gives=[0, 0, 0, 0, 7, 0, 0, 0, 0]),
)
check_bounds(pad_1d, np.array([2.5, -1.0, 4.0]), 2, also=("pad",))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases = []
for _n, _p in ((1, 2), (2, 3), (3, 8), (5, 2)):
    _x = rng().normal(size=_n)
    _cases.append(case(_x, _p, gives=[*np.zeros(_p), *_x, *np.zeros(_p)]))
check_cases(pad_1d, *_cases)
### END HIDDEN TESTS

# %% test="test_pad_1d_none" points=0.75
# No zeros at all
check_cases(
    pad_1d,
    case([7, -2.5, 0.5], 0, gives=[7, -2.5, 0.5]),
    case([3], 0, gives=[3]),
    case([3], 1, gives=[0, 3, 0]),  # where there are some, there are some
)
check_bounds(pad_1d, np.array([2.5, -1.0, 4.0]), 0, also=("pad",))
### BEGIN HIDDEN TESTS
from lib.checking import rng

check_cases(pad_1d, *[case(x, 0, gives=x) for x in (rng().normal(size=n) for n in (2, 5))])
### END HIDDEN TESTS

# %% test="test_pad_1d_kinds" points=0.5
# The result has the dtype of x
_x = np.array([2.5, -3.25, 4.75, 1.5])
check_kinds(pad_1d, _x, gives=[0, *_x, 0], padding=1)
for _dtype in ("float64", "float32", "int64"):
    _case = case(np.array([3, 1, 4], _dtype), 1, gives=[0, 3, 1, 4, 0], title=f"x of {_dtype}")
    check_cases(pad_1d, _case, dtype=_dtype)
check_bounds(pad_1d, _x, 1, also=("pad",))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_x = rng().integers(1, 40, size=4) / 4
check_cases(pad_1d, case(_x, 1, gives=[0, *_x, 0]))
### END HIDDEN TESTS

# %% test="test_pad_1d_untouched" points=0.5
# x stays as it is, and the result is a new array
check_untouched(pad_1d, np.array([3.0, 1.0, 4.0]), gives=[0, 3, 1, 4, 0], padding=1)
check_untouched(pad_1d, np.array([3.0, 1.0, 4.0]), gives=[3, 1, 4], padding=0)  # a new one too
check_bounds(pad_1d, np.ones(3), 1, also=("pad",))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_x = rng().integers(1, 40, size=3)
check_untouched(pad_1d, _x * 1.0, gives=[0, *_x, 0], padding=1)
### END HIDDEN TESTS

# %% [markdown]
# ## 4 · A convolution as long as its input
#
# Pad with $p=(k-1)/2$ zeros and there is one window for each entry of `x`, centred on it: the
# *same* convolution, for odd $k$, with $\tilde x$ the padded `x`:
#
# $$y[t] = \sum_{j=0}^{k-1} w[j]\; \tilde x[t+j]$$
#
# ![One step in numbers: a filter of length 3 on a signal of length 5, with padding 1 and stride
# 1, gives 5 outputs. One zero on each side, and the output is as long as the
# signal.](../../figures/sliding_window_1d_same.png)
#
# [Play](../../figures/sliding_window_1d_same.gif)
#
# ### Task 3 · `conv_1d` · 5 points
#
# Any odd $k$ will do, even one longer than the line: the padding makes room.
#
# <details><summary>Hint</summary>
#
# Pad first, with `k // 2` zeros (`(k - 1) / 2` is a float). Then output `t` is the sum of `w` times
# the slice of the padded line that starts at `t`.
# </details>


# %% solution="conv_1d"
def conv_1d(x, w):
    """Slide `w` along `x`, centred on each entry, zeros beyond the ends.

    Parameters
    ----------
    x : array (T,)
    w : array (k,), k odd
        May be longer than `x`.

    Returns
    -------
    array (T,)
    """
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    ### BEGIN SOLUTION
    k = len(w)
    x_padded = np.pad(x, k // 2)
    return np.array([np.sum(w * x_padded[t : t + k]) for t in range(len(x))])
    ### END SOLUTION


# %% test="test_conv_1d" points=2.5
# Filters of length 3
check_cases(
    conv_1d,
    case([1, 2, 3, 4, 5], [1, 1, 1], gives=[3, 6, 9, 12, 9]),
    case([1, 2, 3, 4, 5], [5, 2, 3], gives=[8, 18, 28, 38, 30]),
    case([3, -1, 4, 1, -5, 9.5], [2, -3, 1], gives=[-10, 13, -13, 0, 26.5, -38.5]),
)
check_bounds(conv_1d, np.array([3.0, -1.0, 4.0, 1.0]), np.array([2.0, -3.0, 1.0]))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases, _random = [], rng()
for _n, _scale in ((3, 1), (4, 1e6), (8, 1e-6)):
    _x, _w = _scale * _random.normal(size=_n), _random.normal(size=3)
    _cases.append(case(_x, _w, gives=np.correlate(_x, _w, "full")[1 : 1 + _n]))
_x, _w = -_random.uniform(1, 2, 6), -_random.uniform(1, 2, 3)
check_cases(conv_1d, *_cases, case(_x, _w, gives=np.correlate(_x, _w, "full")[1:7]))
### END HIDDEN TESTS

# %% test="test_conv_1d_lengths" points=1
# Filters of length 1 and 5
check_cases(
    conv_1d,
    case([3, -1, 4.5], [2], gives=[6, -2, 9]),
    case(
        [1, 2, 3, 4, 5, 6], [1, 10, 100, 1000, 10000], gives=[32100, 43210, 54321, 65432, 6543, 654]
    ),
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases, _random = [], rng()
for _n, _k in ((1, 1), (7, 5), (7, 7)):
    _x, _w = _random.normal(size=_n), _random.normal(size=_k)
    _cases.append(case(x=_x, w=_w, gives=np.correlate(_x, _w, "full")[_k // 2 : _k // 2 + _n]))
check_cases(conv_1d, *_cases)
### END HIDDEN TESTS

# %% test="test_conv_1d_longer" points=0.5
# Filters that are longer than the line
_w = [1, 10, 100, 1000, 10000]
check_cases(conv_1d, case([3, -1], _w, gives=[-700, -70]), case([3], _w, gives=[300]))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases, _random = [], rng()
for _n, _k in ((1, 3), (3, 5), (6, 15)):
    _x, _w = _random.normal(size=_n), _random.normal(size=_k)
    _cases.append(case(_x, _w, gives=np.convolve(_x, _w[::-1])[_k // 2 : _k // 2 + _n]))
check_cases(conv_1d, *_cases)
### END HIDDEN TESTS

# %% test="test_conv_1d_kinds" points=0.5
# Integers, float32 and views give the same as float64
_x, _w = np.array([2.5, -3.25, 4.75, 1.5, -2.25]), np.array([3.5, 1.25, -2.75])
check_kinds(conv_1d, _x, _w, gives=[12.0625, -8.375, -9.5625, 24.6875, 2.4375])
### BEGIN HIDDEN TESTS
from lib.checking import rng

_x = rng().integers(1, 40, size=5) / 4
check_cases(conv_1d, case(_x, _w, gives=np.correlate(_x, _w, "same")))
### END HIDDEN TESTS

# %% test="test_conv_1d_untouched" points=0.5
# x and w stay as they are, and the result is a new array
_x, _w = np.array([2.5, -3.25, 4.75, 1.5, -2.25]), np.array([3.5, 1.25, -2.75])
check_untouched(conv_1d, _x, _w, gives=[12.0625, -8.375, -9.5625, 24.6875, 2.4375])
check_untouched(conv_1d, np.array([2.5, -3.25]), np.array([3.5]), gives=[8.75, -11.375])
check_untouched(conv_1d, np.array([2.5, -3.25]), np.array([1.0]), gives=[2.5, -3.25])
### BEGIN HIDDEN TESTS
from lib.checking import rng

_x = rng().integers(1, 40, size=5) / 4
check_cases(conv_1d, case(_x, _w, gives=np.correlate(_x, _w, "same")))
### END HIDDEN TESTS

# %% [markdown]
# **What a filter sees.** A row of pixels of a handwritten 4 crosses two strokes. `[-1, 0, 1]` is
# high where a stroke begins, low where it ends. The mean of three neighbours smooths.

# %%
from lib.mnist import load_mnist
from lib.plotting import show_row

(x_train, _), _ = load_mnist()
row = x_train[2, 10].astype(float) / 255  # from bytes to floats before any arithmetic
edges = conv_1d(row, np.array([-1.0, 0.0, 1.0]))
smooth = conv_1d(row, np.array([1.0, 1.0, 1.0]) / 3)
show_row(
    [row, edges, smooth], ["row 10 of a 4", "[-1, 0, 1]: edges", "[1, 1, 1]/3: smooth"], "signal"
)

# %% [markdown]
# ## 5 · The gradient: bump one input by 1
#
# `[1, 1, 1]` on `x = [1, 2, 3, 4, 5]` gives `[3, 6, 9, 12, 9]`: the sum is 39. Bump the last input
# by 1, from 5 to 6, and the sum becomes 41. It grew by 2, so the gradient of the sum with respect
# to `x[4]` is 2.
#
# Why 2? `x[4]` is in $y[3]$, times $w[2]$, and in $y[4]$, times $w[1]$. It would be in $y[5]$,
# times $w[0]$, but there is no $y[5]$.

# %%
ones = np.array([1, 1, 1])
print("sum before:", signal.correlate([1, 2, 3, 4, 5], ones, "same").sum())
print("sum after: ", signal.correlate([1, 2, 3, 4, 6], ones, "same").sum())
bumps = np.eye(5, dtype=int)  # row s bumps entry s
print("gradient:  ", [int(signal.correlate(bump, ones, "same").sum()) for bump in bumps])

# %% [markdown]
# In a network output $t$ matters by its **upstream gradient** $\nabla_y[t]$, `dout[t]` in code (as
# `dx` is $\nabla_x$). Each output sends its inputs a share, and the shares add up:
#
# $$\nabla_x[s] = \sum_{t} \nabla_y[t]\; w[s-t+p] \qquad
# \nabla_w[j] = \sum_{t} \nabla_y[t]\; \tilde x[t+j]$$
#
# In $w[s-t+p]$, as $t$ goes up, the place in the filter goes *down*. Going back, the filter is
# turned round.
#
# **By hand.** Take `x = [1, 2, 3, 4]`, `w = [5, 2, 3]` and `dout = [1, 10, 100, 1000]`: powers of
# ten, so that each digit shows which output it came from.
#
# $$\begin{aligned}
# \nabla_x&=[2+50,\;3+20+500,\;30+200+5000,\;300+2000]=[52,523,5230,2300]\\
# \nabla_w&=[10+200+3000,\;1+20+300+4000,\;2+30+400]=[3210,4321,432]
# \end{aligned}$$
#
# ### Task 4 · `conv_1d_backward` · 8 points
#
# Return a dict with the gradients `'x'` and `'w'`. Without `dout`, take ones. It may hold zeros,
# even nothing else: then the answer is zeros.
#
# <details><summary>Hint: you need not think about turning anything round</summary>
#
# Loop as in the forward pass. Output `t` gives `dout[t] * w` to its window of a padded `dx`, and
# `dout[t]` times its window of the padded `x` to `dw`. Windows overlap: `+=`, not `=`. Cut the
# padding off at the end.
# </details>
# <details><summary>Hint: the fine print</summary>
#
# `np.zeros(n)` is float64, `np.zeros_like(x)` has the dtype of `x`. `dout or ones` fails with
# arrays: ask `if dout is None`.
# </details>


# %% solution="conv_1d_backward"
def conv_1d_backward(x, w, dout=None):
    """Gradients of `conv_1d`.

    Parameters
    ----------
    x : array (T,)
    w : array (k,), k odd
    dout : array (T,), optional
        Upstream gradient, the gradient of the loss by each output. Ones by default.

    Returns
    -------
    dict
        ``{'x': array (T,), 'w': array (k,)}``, both float64.
    """
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    if dout is not None and dout.shape != x.shape:
        raise ValueError(f"expected dout of the shape of x, {x.shape}, got {dout.shape}")
    ### BEGIN SOLUTION
    if dout is None:
        dout = np.ones(len(x))
    k, padding = len(w), len(w) // 2
    x_padded = np.pad(x, padding)
    dx_padded = np.zeros(len(x_padded))
    dw = np.zeros(k)
    for t in range(len(x)):
        # Output t saw this window: what it earned goes back to where it came from.
        dx_padded[t : t + k] += dout[t] * w
        dw += dout[t] * x_padded[t : t + k]
    return {"x": dx_padded[padding : padding + len(x)], "w": dw}
    ### END SOLUTION


# %% test="test_conv_1d_backward" points=2
# A start: without dout, which is then ones, one of the two gradients is right
_x, _w = [1, 2, 3, 4], [5, 2, 3]
check_one_of(
    lambda: check_cases(conv_1d_backward, case(_x, _w, gives=[7, 10, 10, 5]), of="x"),
    lambda: check_cases(conv_1d_backward, case(_x, _w, gives=[6, 10, 9]), of="w"),
)
check_bounds(conv_1d_backward, np.array(_x, float), np.array(_w, float))
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, dout):
    """Bump each input by 1: the outputs change by what the filter says about the bump alone."""
    n, middle = len(x), len(w) // 2
    into_x = [np.convolve(bump, w[::-1])[middle : middle + n] @ dout for bump in np.eye(n)]
    into_w = [np.convolve(x, bump[::-1])[middle : middle + n] @ dout for bump in np.eye(len(w))]
    return {"x": np.array(into_x), "w": np.array(into_w)}


_pairs = [(rng().normal(size=n), rng().normal(size=n + 1)[-3:]) for n in (3, 5)]
_pairs = [(x, w, _right(x, w, np.ones(len(x)))) for x, w in _pairs]
check_one_of(
    lambda: check_cases(
        conv_1d_backward, *[case(x, w, gives=g["x"]) for x, w, g in _pairs], of="x"
    ),
    lambda: check_cases(
        conv_1d_backward, *[case(x, w, gives=g["w"]) for x, w, g in _pairs], of="w"
    ),
)
### END HIDDEN TESTS

# %% test="test_conv_1d_backward_x" points=1.25
# The gradient of x, with an upstream gradient, zero included
_x, _w = [1, 2, 3, 4], [5, 2, 3]
check_cases(
    conv_1d_backward,
    case(_x, _w, [1, 10, 100, 1000], gives=[52, 523, 5230, 2300]),
    case(_x, _w, [0, 0, 0, 0], gives=[0, 0, 0, 0]),
    of="x",
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, dout):
    """Bump each input by 1: the outputs change by what the filter says about the bump alone."""
    n, middle = len(x), len(w) // 2
    into_x = [np.convolve(bump, w[::-1])[middle : middle + n] @ dout for bump in np.eye(n)]
    into_w = [np.convolve(x, bump[::-1])[middle : middle + n] @ dout for bump in np.eye(len(w))]
    return {"x": np.array(into_x), "w": np.array(into_w)}


_cases, _random = [], rng()
for _n in (3, 5):
    _x, _w, _dout = (_random.normal(size=m) for m in (_n, 3, _n))
    for _up in (_dout,) if _cases else (_dout, np.eye(_n)[_n // 2], 0 * _dout):
        _cases.append(case(_x, _w, dout=_up, gives=_right(_x, _w, _up)["x"]))
check_cases(conv_1d_backward, *_cases, of="x")
### END HIDDEN TESTS

# %% test="test_conv_1d_backward_w" points=1.25
# The gradient of w, with an upstream gradient, zero included
_x, _w = [1, 2, 3, 4], [5, 2, 3]
check_cases(
    conv_1d_backward,
    case(_x, _w, [1, 10, 100, 1000], gives=[3210, 4321, 432]),
    case(_x, _w, [0, 0, 0, 0], gives=[0, 0, 0]),
    of="w",
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, dout):
    """Bump each input by 1: the outputs change by what the filter says about the bump alone."""
    n, middle = len(x), len(w) // 2
    into_x = [np.convolve(bump, w[::-1])[middle : middle + n] @ dout for bump in np.eye(n)]
    into_w = [np.convolve(x, bump[::-1])[middle : middle + n] @ dout for bump in np.eye(len(w))]
    return {"x": np.array(into_x), "w": np.array(into_w)}


_cases, _random = [], rng()
for _n in (3, 5):
    _x, _w, _dout = (_random.normal(size=m) for m in (_n, 3, _n))
    for _up in (_dout,) if _cases else (_dout, np.eye(_n)[_n // 2], 0 * _dout):
        _cases.append(case(_x, _w, dout=_up, gives=_right(_x, _w, _up)["w"]))
check_cases(conv_1d_backward, *_cases, of="w")
### END HIDDEN TESTS

# %% test="test_conv_1d_backward_lengths_x" points=1.25
# The gradient of x for filters of any length, dout of ones
check_cases(
    conv_1d_backward,
    case([4, 7], [3], gives=[3, 3]),
    case([4, 0], [1, 2, 3, 4, 5], gives=[5, 7]),
    of="x",
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, dout):
    """Bump each input by 1: the outputs change by what the filter says about the bump alone."""
    n, middle = len(x), len(w) // 2
    into_x = [np.convolve(bump, w[::-1])[middle : middle + n] @ dout for bump in np.eye(n)]
    into_w = [np.convolve(x, bump[::-1])[middle : middle + n] @ dout for bump in np.eye(len(w))]
    return {"x": np.array(into_x), "w": np.array(into_w)}


_cases, _random = [], rng()
for _n, _k in ((4, 1), (8, 5), (1, 3), (3, 9)):
    _x, _w = _random.normal(size=_n), _random.normal(size=_k)
    _cases.append(case(x=_x, w=_w, gives=_right(_x, _w, np.ones(_n))["x"]))
check_cases(conv_1d_backward, *_cases, of="x")
### END HIDDEN TESTS

# %% test="test_conv_1d_backward_lengths_w" points=1.25
# The gradient of w for filters of any length, dout of ones
check_cases(
    conv_1d_backward,
    case([4, 7], [3], gives=[11]),
    case([4, 0], [1, 2, 3, 4, 5], gives=[0, 4, 4, 0, 0]),
    of="w",
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, dout):
    """Bump each input by 1: the outputs change by what the filter says about the bump alone."""
    n, middle = len(x), len(w) // 2
    into_x = [np.convolve(bump, w[::-1])[middle : middle + n] @ dout for bump in np.eye(n)]
    into_w = [np.convolve(x, bump[::-1])[middle : middle + n] @ dout for bump in np.eye(len(w))]
    return {"x": np.array(into_x), "w": np.array(into_w)}


_cases, _random = [], rng()
for _n, _k in ((4, 1), (8, 5), (1, 3), (3, 9)):
    _x, _w = _random.normal(size=_n), _random.normal(size=_k)
    _cases.append(case(x=_x, w=_w, gives=_right(_x, _w, np.ones(_n))["w"]))
check_cases(conv_1d_backward, *_cases, of="w")
### END HIDDEN TESTS

# %% test="test_conv_1d_backward_kinds" points=0.5
# A dict of two float64 gradients, whatever numbers come in
_x, _w = np.array([2.5, -3.25, 4.75, 1.5, -2.25]), np.array([3.5, 1.25, -2.75])
_dout = np.array([1.5, -2.5, 3.25, 1.75, -2.25])
_ones = {"x": [4.75, 2.0, 2.0, 2.0, -1.5], "w": [5.5, 3.25, 0.75]}
_given = {"x": [-6.875, 4.125, 17.0625, -14.625, -7.625], "w": [-11.875, 35.0, -15.8125]}
check_kinds(conv_1d_backward, _x, _w, _dout, gives=_given, gradient=True)
# Without dout too
_whole = np.array([2, -3, 5, 2, -2]), np.array([4, 1, -3])
_into = {"x": [5, 2, 2, 2, -2], "w": [6, 4, 2]}
check_cases(conv_1d_backward, case(_x, _w, gives=_ones), case(*_whole, gives=_into), gradient=True)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_x = rng().integers(1, 40, size=5) / 4
_dw = np.correlate(np.pad(_x, 1), _dout, "valid")
_given = {"x": np.convolve(_dout, _w, "same"), "w": _dw}
check_cases(conv_1d_backward, case(_x, _w, _dout, gives=_given), gradient=True)
### END HIDDEN TESTS

# %% test="test_conv_1d_backward_untouched" points=0.5
# The inputs stay as they are, and the gradients are new arrays
_x, _w = np.array([2.5, -3.25, 4.75, 1.5, -2.25]), np.array([3.5, 1.25, -2.75])
_dout = np.array([1.5, -2.5, 3.25, 1.75, -2.25])
_ones = {"x": [4.75, 2.0, 2.0, 2.0, -1.5], "w": [5.5, 3.25, 0.75]}
_given = {"x": [-6.875, 4.125, 17.0625, -14.625, -7.625], "w": [-11.875, 35.0, -15.8125]}
check_untouched(conv_1d_backward, _x, _w, _dout, gives=_given)
# Ones in place of dout are your own: here the gradients must be right.
check_cases(conv_1d_backward, case(_x, _w, gives=_ones), gradient=True)
### BEGIN HIDDEN TESTS
_one = {"x": [5.25], "w": [3.75]}
check_untouched(conv_1d_backward, np.array([2.5]), np.array([3.5]), np.array([1.5]), gives=_one)
check_untouched(conv_1d_backward, _x, _w[:1], _dout, gives={"x": 3.5 * _dout, "w": [_x @ _dout]})
### END HIDDEN TESTS

# %% [markdown]
# The check from lab 1 bumps every input for you:

# %%
gradient_check(
    forward_f=conv_1d,
    backward_f=conv_1d_backward,
    x=np.array([1.0, 2, 3, 4]),
    w=np.array([5.0, 2, 3]),
)

# %% [markdown]
# ### Task 5 · Bump by one · 1 point
#
# Now take `w = [a, b, c, d, e]`, a long `x`, and upstream gradients of 1. By how much does the sum
# grow if you bump an input in the middle by 1? And the first, the second, the last? Which weights
# are missing, and why?

# %% [markdown] written="bump_by_one" points=1
# In the middle by $a+b+c+d+e$: that input is in five windows, and meets another weight in each.
#
# The first input grows it by $a+b+c$: it would meet $d$ and $e$ in the windows centred one and two
# places before it, and these would belong to outputs $-1$ and $-2$, which do not exist. The second
# grows it by $a+b+c+d$. The last grows it by $c+d+e$: it would meet $b$ and $a$ in the outputs
# after the last.

# %% [markdown]
# ## 6 · Channels, filters, batches
#
# A place on the line can hold several numbers: red, green and blue, or the answers of the previous
# layer's filters. These are **channels**. A filter has a weight for each: with 10 channels and
# $k=3$ it adds up 30 products. Each filter gives one output channel, and a batch is many inputs
# treated alike:
#
# ||shape|
# |---|---|
# |`x`|$N \times C \times T$: inputs, channels, places|
# |`w`|$O \times C \times K$: filters, channels, weights|
# |result|$N \times O \times T_\text{out}$|
#
# $$y[n, o, t] = \sum_{c} \sum_{j} w[o, c, j]\; \tilde x[n, c, t \cdot s + j]$$
#
# with $\tilde x$ padded along the last axis only. A window that would stick out at the far end is
# dropped: $T_\text{out}=(T-K+2p)\,//\,s+1$.
#
# **By hand.** One input with the channels `[1, 2, 3, 4, 5]` and `[10, 20, 30, 40, 50]` under the
# filter `[[1, 0, 2], [0, 1, 0]]` gives $1+20+2\cdot 3=27$, then 40 and 53; with stride 2 `[27,
# 53]`.

# %%
two = np.array([[1, 2, 3, 4, 5], [10, 20, 30, 40, 50]])
one_filter = np.array([[1, 0, 2], [0, 1, 0]])
print("stride 1:", [int(np.sum(one_filter * two[:, t : t + 3])) for t in (0, 1, 2)])
print("stride 2:", [int(np.sum(one_filter * two[:, t : t + 3])) for t in (0, 2)])

# %% [markdown]
# ### Task 6 · `conv_1d_channels` · 9 points
#
# Any of $N$, $C$, $O$ and $K$ may be 1, and the stride may be larger than the filter.
#
# <details><summary>Hint</summary>
#
# Start with three plain loops over `n`, `o` and `t`, around a sum over a window of all channels.
# NumPy can do two of them: for one `t`, `window = x_padded[:, :, t*stride : t*stride + K]` has the
# axes `nck`, and `np.einsum('nck,ock->no', window, w)` sums over the axes that are missing after
# the arrow.
# </details>


# %% solution="conv_1d_channels"
def conv_1d_channels(x, w, stride=1, padding=0):
    """Slide `O` filters along `N` lines with `C` channels.

    Parameters
    ----------
    x : array (N, C, T)
    w : array (O, C, K)
    stride : int
        Steps from one window to the next, at least 1. May be larger than K.
    padding : int
        Zeros at both ends of the last axis.

    Returns
    -------
    array (N, O, T_out)
        ``T_out = (T - K + 2*padding) // stride + 1``
    """
    if x.ndim != 3 or w.ndim != 3 or x.shape[1] != w.shape[1]:
        raise ValueError(f"expected x (N, C, T) and w (O, C, K), got {x.shape} and {w.shape}")
    if stride < 1 or padding < 0:
        raise ValueError(f"expected stride >= 1 and padding >= 0, got {stride} and {padding}")
    if w.shape[2] > x.shape[2] + 2 * padding:
        raise ValueError(f"w {w.shape} is too long for x {x.shape} with padding {padding}")
    ### BEGIN SOLUTION
    N, _, T = x.shape
    n_filters, _, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    x_padded = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    out = np.zeros((N, n_filters, T_out), dtype=np.result_type(x, w))
    for t in range(T_out):
        window = x_padded[:, :, t * stride : t * stride + K]
        out[:, :, t] = np.einsum("nck,ock->no", window, w)
    return out
    ### END SOLUTION


# %% test="test_conv_1d_channels" points=2.5
# One line, one channel, one filter
_x, _w = [[[1, 2, 3, 4, 5, 6]]], [[[5, 2, 3]]]
_y = {0: [18, 28, 38, 48], 1: [8, 18, 28, 38, 48, 37]}
_with_or_without_padding(
    lambda p: check_cases(conv_1d_channels, case(_x, _w, padding=p, gives=[[_y[p]]]))
)
check_bounds(conv_1d_channels, np.array(_x, float), np.array(_w, float))
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, stride=1, padding=0):
    """All windows of all lines, each under all filters."""
    x = np.concatenate(
        [np.zeros((*x.shape[:2], padding)), x, np.zeros((*x.shape[:2], padding))], axis=2
    )
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2], axis=2)[:, :, ::stride]
    return np.einsum("nctk,ock->not", windows, w)


_inputs = [(s * rng().normal(size=(1, 1, 7)), rng().normal(size=(1, 1, 3))) for s in (1e-6, 1e6)]
_with_or_without_padding(
    lambda p: check_cases(conv_1d_channels, *[case(x, w, 1, p, gives=_right) for x, w in _inputs])
)
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_several" points=2
# Several lines, channels and filters
# The example of the page, a second line with zeros but for two places, and a second filter.
_x = [[[1, 2, 3, 4, 5], [10, 20, 30, 40, 50]], [[0, 0, 7, 0, 0], [0, 9, 0, 0, 0]]]
_w = [[[1, 0, 2], [0, 1, 0]], [[0, 0, 0], [0, 0, -1]]]
_y = [[[27, 40, 53], [-30, -40, -50]], [[23, 0, 7], [0, 0, 0]]]
_padded = [[[14, 27, 40, 53, 54], [-20, -30, -40, -50, 0]], [[0, 23, 0, 7, 0], [-9, 0, 0, 0, 0]]]
_with_or_without_padding(
    lambda p: check_cases(conv_1d_channels, case(_x, _w, padding=p, gives=_padded if p else _y))
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, stride=1, padding=0):
    """All windows of all lines, each under all filters."""
    x = np.concatenate(
        [np.zeros((*x.shape[:2], padding)), x, np.zeros((*x.shape[:2], padding))], axis=2
    )
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2], axis=2)[:, :, ::stride]
    return np.einsum("nctk,ock->not", windows, w)


_sizes = [(2, 3, 4, 7, 3), (1, 3, 2, 5, 2), (3, 1, 2, 5, 3), (2, 3, 1, 5, 1)]
_inputs = [(rng().normal(size=(N, C, T)), rng().normal(size=(F, C, K))) for N, C, F, T, K in _sizes]
_with_or_without_padding(
    lambda p: check_cases(conv_1d_channels, *[case(x, w, 1, p, gives=_right) for x, w in _inputs])
)
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_stride" points=1.25
# Strides from 2 on, which do not always come out even
_x, _w = [[[1, 2, 3, 4, 5, 6]]], [[[5, 2, 3]]]
_y = {0: {2: [18, 38], 3: [18, 48], 5: [18]}, 1: {2: [8, 28, 48], 3: [8, 38], 5: [8, 37]}}
_with_or_without_padding(
    lambda p: check_cases(
        conv_1d_channels,
        *[case(_x, _w, stride=s, padding=p, gives=[[y]]) for s, y in _y[p].items()],
    )
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, stride=1, padding=0):
    """All windows of all lines, each under all filters."""
    x = np.concatenate(
        [np.zeros((*x.shape[:2], padding)), x, np.zeros((*x.shape[:2], padding))], axis=2
    )
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2], axis=2)[:, :, ::stride]
    return np.einsum("nctk,ock->not", windows, w)


_sizes = [(5, 1, 2), (6, 3, 2), (8, 2, 3), (8, 1, 3), (11, 3, 4), (5, 2, 4)]
_inputs = [(rng().normal(size=(1, 1, T)), rng().normal(size=(1, 1, K)), s) for T, K, s in _sizes]
_with_or_without_padding(
    lambda p: check_cases(conv_1d_channels, *[case(*each, p, gives=_right) for each in _inputs])
)
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_padding" points=1.25
# Padding, at stride 1
_x, _w = [[[1, 2, 3, 4, 5, 6]]], [[[5, 2, 3]]]
check_cases(
    conv_1d_channels,
    case(_x, _w, padding=1, gives=[[[8, 18, 28, 38, 48, 37]]]),
    case(_x, _w, padding=2, gives=[[[3, 8, 18, 28, 38, 48, 37, 30]]]),
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, stride=1, padding=0):
    """All windows of all lines, each under all filters."""
    x = np.concatenate(
        [np.zeros((*x.shape[:2], padding)), x, np.zeros((*x.shape[:2], padding))], axis=2
    )
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2], axis=2)[:, :, ::stride]
    return np.einsum("nctk,ock->not", windows, w)


_sizes = [(4, 2, 1), (4, 3, 2), (7, 2, 4), (3, 7, 2)]
_inputs = [(rng().normal(size=(1, 1, T)), rng().normal(size=(1, 1, K)), 1, p) for T, K, p in _sizes]
check_cases(conv_1d_channels, *[case(*each, gives=_right) for each in _inputs])
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_no_padding" points=0.5
# No padding, said and not said
_x, _w, _y = [[[1, 2, 3, 4, 5, 6]]], [[[5, 2, 3]]], [[[18, 28, 38, 48]]]
check_cases(conv_1d_channels, case(_x, _w, gives=_y), case(_x, _w, padding=0, gives=_y))
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, stride=1, padding=0):
    """All windows of all lines, each under all filters."""
    x = np.concatenate(
        [np.zeros((*x.shape[:2], padding)), x, np.zeros((*x.shape[:2], padding))], axis=2
    )
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2], axis=2)[:, :, ::stride]
    return np.einsum("nctk,ock->not", windows, w)


_x, _w = rng().normal(size=(1, 1, 12)), rng().normal(size=(1, 1, 5))
_all = _x[:, :, :5]  # a filter as long as the line
check_cases(conv_1d_channels, case(x=_x, w=_w, gives=_right), case(_all, _w, gives=_right))
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_together" points=0.5
# Everything at once: several lines and filters, stride 2 with padding 1
_x, _w = [[[1, 2, 3], [0, 0, 10]], [[4, 5, 7], [0, 10, 0]]], [[[5, 2, 3], [0, 0, 1]]]
check_cases(conv_1d_channels, case(_x, _w, stride=2, padding=1, gives=[[[8, 16]], [[33, 39]]]))
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, stride=1, padding=0):
    """All windows of all lines, each under all filters."""
    x = np.concatenate(
        [np.zeros((*x.shape[:2], padding)), x, np.zeros((*x.shape[:2], padding))], axis=2
    )
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2], axis=2)[:, :, ::stride]
    return np.einsum("nctk,ock->not", windows, w)


_sizes = [((1, 1, 2), (1, 1, 3), 5, 2), ((1, 3, 6), (2, 3, 3), 2, 1), ((1, 3, 5), (2, 3, 2), 3, 2)]
_sizes += [((3, 1, 3), (2, 1, 7), 2, 2), ((3, 1, 7), (2, 1, 4), 3, 1)]
_sizes += [((2, 3, 5), (1, 3, 2), 3, 2), ((2, 3, 1), (1, 3, 3), 4, 1)]
_inputs = [(rng().normal(size=x), rng().normal(size=w), s, p) for x, w, s, p in _sizes]
check_cases(conv_1d_channels, *[case(*each, gives=_right) for each in _inputs])
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_kinds" points=0.5
# Integers, float32 and views give the same as float64
_x = np.arange(1.25, 43).reshape(2, 3, 7) % 6
_w = np.arange(2.5, 20).reshape(2, 3, 3) % 4 - 1.75
_windows = np.lib.stride_tricks.sliding_window_view(_x, 3, axis=2)
_y = np.einsum("nctk,ock->not", _windows, _w)
check_kinds(conv_1d_channels, _x, _w, gives=_y)
### BEGIN HIDDEN TESTS
# With a stride too
_ints = np.rint(_x).astype(int), np.rint(_w).astype(int)
_windows = np.lib.stride_tricks.sliding_window_view(_ints[0], 3, axis=2)[:, :, ::2]
check_cases(
    conv_1d_channels,
    case(_x, _w, stride=2, gives=_y[:, :, ::2]),
    case(*_ints, stride=2, gives=np.einsum("nctk,ock->not", _windows, _ints[1])),
)
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_untouched" points=0.5
# x and w stay as they are, and the result is a new array
_x = np.arange(1.25, 43).reshape(2, 3, 7) % 6
_w = np.arange(2.5, 20).reshape(2, 3, 3) % 4 - 1.75
_windows = np.lib.stride_tricks.sliding_window_view(_x, 3, axis=2)
_y = np.einsum("nctk,ock->not", _windows, _w)
check_untouched(conv_1d_channels, _x, _w, gives=_y)
check_cases(conv_1d_channels, case(_x, _w, stride=2, gives=_y[:, :, ::2]))
check_untouched(conv_1d_channels, _x[:, :1], np.ones((1, 1, 1)), gives=_x[:, :1])
### BEGIN HIDDEN TESTS
from lib.checking import rng

_x = rng().integers(1, 40, size=(2, 3, 7)) / 4
_windows = np.lib.stride_tricks.sliding_window_view(_x, 3, axis=2)
_y = np.einsum("nctk,ock->not", _windows, _w)
check_cases(conv_1d_channels, case(_x, _w, gives=_y))
### END HIDDEN TESTS

# %% [markdown]
# **A whole image, row by row.** The 28 rows of the 4 are a batch of 28 lines. But no row knows of
# its neighbours: an edge from left to right stays unseen until lab 3.

# %%
rows = x_train[2][:, np.newaxis, :] / 255  # N x C x T is 28 x 1 x 28
filters = np.array([[[-1.0, 0.0, 1.0]], [[1 / 3, 1 / 3, 1 / 3]]])
maps = conv_1d_channels(rows, filters, padding=1)
print("rows", rows.shape, "filters", filters.shape, "result", maps.shape)
show_row(
    [rows[:, 0], maps[:, 1], maps[:, 0]],
    ["28 rows of a 4", "[1, 1, 1]/3: smooth", "[-1, 0, 1]: edges"],
    ["image", "image", "map"],
)

# %% [markdown]
# **Back through channels** there are only more places to add up. Output $(n,o,t)$ sends `dout[n, o,
# t] * w[o]` back to its window of input $n$, and `dout[n, o, t]` times the window to `dw[o]`, which
# sums over all inputs and stops. Places that no window covers have gradient zero.
#
# In the example, stride 2 and `dout = [1, 10]`, the first channel's `dx` is `[1, 0, 2 + 10, 0,
# 20]`, and the first row of `dw` `[1 + 30, 2 + 40, 3 + 50]`.
#
# ### Task 7 · `conv_1d_channels_backward` · 10.5 points
#
# As in task 4, for all that task 6 allows.
#
# <details><summary>Hint</summary>
#
# Keep your forward loops, and turn the one line inside them into two. Cut the padding off with
# `padding : padding + T`, which also works where `padding` is 0.
# </details>


# %% solution="conv_1d_channels_backward"
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    """Gradients of `conv_1d_channels`.

    Parameters
    ----------
    x : array (N, C, T)
    w : array (O, C, K)
    dout : array (N, O, T_out), optional
        Upstream gradient. Ones by default.
    stride, padding : int
        As in the forward pass.

    Returns
    -------
    dict
        ``{'x': array (N, C, T), 'w': array (O, C, K)}``, both float64.
    """
    if x.ndim != 3 or w.ndim != 3 or x.shape[1] != w.shape[1]:
        raise ValueError(f"expected x (N, C, T) and w (O, C, K), got {x.shape} and {w.shape}")
    if stride < 1 or padding < 0:
        raise ValueError(f"expected stride >= 1 and padding >= 0, got {stride} and {padding}")
    if w.shape[2] > x.shape[2] + 2 * padding:
        raise ValueError(f"w {w.shape} is too long for x {x.shape} with padding {padding}")
    T_out = (x.shape[2] - w.shape[2] + 2 * padding) // stride + 1
    if dout is not None and dout.shape != (len(x), len(w), T_out):
        raise ValueError(f"expected dout of shape {(len(x), len(w), T_out)}, got {dout.shape}")
    ### BEGIN SOLUTION
    N, _, T = x.shape
    n_filters, _, K = w.shape
    if dout is None:
        dout = np.ones((N, n_filters, T_out))
    x_padded = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    dx_padded = np.zeros(x_padded.shape)
    dw = np.zeros(w.shape)
    for t in range(T_out):
        window = slice(t * stride, t * stride + K)
        dx_padded[:, :, window] += np.einsum("no,ock->nck", dout[:, :, t], w)
        dw += np.einsum("no,nck->ock", dout[:, :, t], x_padded[:, :, window])
    return {"x": dx_padded[:, :, padding : padding + T], "w": dw}
    ### END SOLUTION


# %% test="test_conv_1d_channels_backward" points=3
# A start: one of everything, dout of ones, and one of the gradients is right
_f, _x, _w = conv_1d_channels_backward, [[[1, 2, 3, 4, 5, 6]]], [[[5, 2, 3]]]
_dx, _dw = {0: [5, 7, 10, 10, 5, 3], 1: [7, 10, 10, 10, 10, 5]}, {0: [10, 14, 18], 1: [15, 21, 20]}
check_one_of(
    lambda: check_cases(_f, case(_x, _w, gives=[[_dx[0]]]), of="x"),
    lambda: check_cases(_f, case(_x, _w, gives=[[_dw[0]]]), of="w"),
    lambda: check_cases(_f, case(_x, _w, padding=1, gives=[[_dx[1]]]), of="x"),
    lambda: check_cases(_f, case(_x, _w, padding=1, gives=[[_dw[1]]]), of="w"),
)
check_bounds(_f, np.array(_x, float), np.array(_w, float))
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, dout=None, stride=1, padding=0):
    """As if all windows were there, and those that the stride leaves out had gradient 0."""
    N, C, T = x.shape
    F, _, K = w.shape
    zeros = np.zeros((N, C, padding))
    x_padded = np.concatenate([zeros, x, zeros], axis=2)
    spread = np.zeros((N, F, T - K + 2 * padding + 1))
    spread[:, :, ::stride] = 1 if dout is None else dout
    dx, dw = np.zeros(x_padded.shape), np.zeros(w.shape)
    for n, o, c in np.ndindex(N, F, C):
        dx[n, c] += np.convolve(spread[n, o], w[o, c])
        dw[o, c] += np.correlate(x_padded[n, c], spread[n, o])
    return {"x": dx[:, :, padding : padding + T], "w": dw}


def _start(of, p):
    pairs = [(rng().normal(size=(1, 1, n)), rng().normal(size=(1, 1, 3))) for n in (5, 8)]
    cases = [case(x, w, padding=p, gives=_right(x, w, None, 1, p)[of]) for x, w in pairs]
    check_cases(conv_1d_channels_backward, *cases, of=of)


check_one_of(*[lambda of=of, p=p: _start(of, p) for p in (0, 1) for of in "xw"])
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_backward_x" points=1.25
# The gradient of x, with dout: several lines, channels and filters
_x = np.array([[[1.0, 2, 3, 4], [5, 6, 7, 8]], [[0, 1, 0, 2], [3, 0, 1, 0]]])
_w = np.array([[[5.0, 2, 3], [1, 0, -1]], [[0, 0, 1], [2, 0, 0]]])
_dout = np.array([[[1.0, 10], [2, 0]], [[100, 1000], [0, 3]]])
_dx = [[[5, 52, 25, 30], [5, 10, -1, -10]], [[500, 5200, 2300, 3003], [100, 1006, -100, -1000]]]
_with_or_without_padding(
    lambda p: check_cases(
        conv_1d_channels_backward,
        case(_x, _w, np.pad(_dout, ((0, 0), (0, 0), (p, p))), padding=p, gives=_dx),
        of="x",
    )
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, dout=None, stride=1, padding=0):
    """As if all windows were there, and those that the stride leaves out had gradient 0."""
    N, C, T = x.shape
    F, _, K = w.shape
    zeros = np.zeros((N, C, padding))
    x_padded = np.concatenate([zeros, x, zeros], axis=2)
    spread = np.zeros((N, F, T - K + 2 * padding + 1))
    spread[:, :, ::stride] = 1 if dout is None else dout
    dx, dw = np.zeros(x_padded.shape), np.zeros(w.shape)
    for n, o, c in np.ndindex(N, F, C):
        dx[n, c] += np.convolve(spread[n, o], w[o, c])
        dw[o, c] += np.correlate(x_padded[n, c], spread[n, o])
    return {"x": dx[:, :, padding : padding + T], "w": dw}


def _upstream(p):
    cases = []
    for N, C, F, T, K in ((2, 3, 4, 6, 3), (3, 2, 1, 5, 2), (1, 1, 3, 4, 4), (2, 1, 2, 3, 1)):
        x, w = rng().normal(size=(N, C, T)), rng().normal(size=(F, C, K))
        dout = rng().normal(size=(N, F, T - K + 2 * p + 1))
        for up in (dout,) if cases else (dout, 0 * dout):  # zero is not the same as not given
            right = _right(x, w, up, 1, p)["x"]
            cases.append(case(x, w, up, padding=p, gives=right))
    check_cases(conv_1d_channels_backward, *cases, of="x")


_with_or_without_padding(_upstream)
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_backward_w" points=1.25
# The gradient of w, with dout: several lines, channels and filters
_x = np.array([[[1.0, 2, 3, 4], [5, 6, 7, 8]], [[0, 1, 0, 2], [3, 0, 1, 0]]])
_w = np.array([[[5.0, 2, 3], [1, 0, -1]], [[0, 0, 1], [2, 0, 0]]])
_dout = np.array([[[1.0, 10], [2, 0]], [[100, 1000], [0, 3]]])
_dw = [[[1021, 132, 2043], [365, 1076, 187]], [[5, 4, 12], [10, 15, 14]]]
_with_or_without_padding(
    lambda p: check_cases(
        conv_1d_channels_backward,
        case(_x, _w, np.pad(_dout, ((0, 0), (0, 0), (p, p))), padding=p, gives=_dw),
        of="w",
    )
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, dout=None, stride=1, padding=0):
    """As if all windows were there, and those that the stride leaves out had gradient 0."""
    N, C, T = x.shape
    F, _, K = w.shape
    zeros = np.zeros((N, C, padding))
    x_padded = np.concatenate([zeros, x, zeros], axis=2)
    spread = np.zeros((N, F, T - K + 2 * padding + 1))
    spread[:, :, ::stride] = 1 if dout is None else dout
    dx, dw = np.zeros(x_padded.shape), np.zeros(w.shape)
    for n, o, c in np.ndindex(N, F, C):
        dx[n, c] += np.convolve(spread[n, o], w[o, c])
        dw[o, c] += np.correlate(x_padded[n, c], spread[n, o])
    return {"x": dx[:, :, padding : padding + T], "w": dw}


def _upstream(p):
    cases = []
    for N, C, F, T, K in ((2, 3, 4, 6, 3), (3, 2, 1, 5, 2), (1, 1, 3, 4, 4), (2, 1, 2, 3, 1)):
        x, w = rng().normal(size=(N, C, T)), rng().normal(size=(F, C, K))
        dout = rng().normal(size=(N, F, T - K + 2 * p + 1))
        for up in (dout,) if cases else (dout, 0 * dout):  # zero is not the same as not given
            right = _right(x, w, up, 1, p)["w"]
            cases.append(case(x, w, up, padding=p, gives=right))
    check_cases(conv_1d_channels_backward, *cases, of="w")


_with_or_without_padding(_upstream)
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_backward_stride_x" points=0.75
# Strides: what no window covers has gradient 0
_x, _w = np.array([[[1.0, 2, 3, 4, 5, 6]]]), np.array([[[5.0, 2, 3]]])
_without = {2: [5, 2, 8, 2, 3, 0], 3: [5, 2, 3, 5, 2, 3]}
_with = {2: [2, 8, 2, 8, 2, 3], 3: [2, 3, 5, 2, 3, 0]}
_with_or_without_padding(
    lambda p: check_cases(
        conv_1d_channels_backward,
        *[case(_x, _w, None, s, p, gives=[[(_without, _with)[p][s]]]) for s in (2, 3)],
        of="x",
    )
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, dout=None, stride=1, padding=0):
    """As if all windows were there, and those that the stride leaves out had gradient 0."""
    N, C, T = x.shape
    F, _, K = w.shape
    zeros = np.zeros((N, C, padding))
    x_padded = np.concatenate([zeros, x, zeros], axis=2)
    spread = np.zeros((N, F, T - K + 2 * padding + 1))
    spread[:, :, ::stride] = 1 if dout is None else dout
    dx, dw = np.zeros(x_padded.shape), np.zeros(w.shape)
    for n, o, c in np.ndindex(N, F, C):
        dx[n, c] += np.convolve(spread[n, o], w[o, c])
        dw[o, c] += np.correlate(x_padded[n, c], spread[n, o])
    return {"x": dx[:, :, padding : padding + T], "w": dw}


def _strides(p):
    cases = []
    for T, K, s in ((5, 3, 2), (6, 3, 2), (8, 2, 3), (4, 3, 7)):
        x, w = rng().normal(size=(1, 1, T)), rng().normal(size=(1, 1, K))
        cases.append(case(x, w, None, s, p, gives=_right(x, w, None, s, p)["x"]))
    check_cases(conv_1d_channels_backward, *cases, of="x")


_with_or_without_padding(_strides)
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_backward_stride_w" points=0.75
# Strides: the gradient of w has seen every second window
_x, _w = np.array([[[1.0, 2, 3, 4, 5, 6]]]), np.array([[[5.0, 2, 3]]])
_right_here = {(2, 0): [4, 6, 8], (3, 0): [5, 7, 9], (2, 1): [6, 9, 12], (3, 1): [3, 5, 7]}
_with_or_without_padding(
    lambda p: check_cases(
        conv_1d_channels_backward,
        *[case(_x, _w, None, s, p, gives=[[_right_here[s, p]]]) for s in (2, 3)],
        of="w",
    )
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, dout=None, stride=1, padding=0):
    """As if all windows were there, and those that the stride leaves out had gradient 0."""
    N, C, T = x.shape
    F, _, K = w.shape
    zeros = np.zeros((N, C, padding))
    x_padded = np.concatenate([zeros, x, zeros], axis=2)
    spread = np.zeros((N, F, T - K + 2 * padding + 1))
    spread[:, :, ::stride] = 1 if dout is None else dout
    dx, dw = np.zeros(x_padded.shape), np.zeros(w.shape)
    for n, o, c in np.ndindex(N, F, C):
        dx[n, c] += np.convolve(spread[n, o], w[o, c])
        dw[o, c] += np.correlate(x_padded[n, c], spread[n, o])
    return {"x": dx[:, :, padding : padding + T], "w": dw}


def _strides(p):
    cases = []
    for T, K, s in ((5, 3, 2), (6, 3, 2), (8, 2, 3), (4, 3, 7)):
        x, w = rng().normal(size=(1, 1, T)), rng().normal(size=(1, 1, K))
        cases.append(case(x, w, None, s, p, gives=_right(x, w, None, s, p)["w"]))
    check_cases(conv_1d_channels_backward, *cases, of="w")


_with_or_without_padding(_strides)
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_backward_padding_x" points=0.75
# Padding: dx has the size of x
_x, _w = [[[1, 2, 3]]], [[[5, 2, 3]]]
check_cases(
    conv_1d_channels_backward,
    case(_x, _w, padding=1, gives=[[[7, 10, 5]]]),
    case(_x, _w, padding=2, gives=[[[10, 10, 10]]]),
    of="x",
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, dout=None, stride=1, padding=0):
    """As if all windows were there, and those that the stride leaves out had gradient 0."""
    N, C, T = x.shape
    F, _, K = w.shape
    zeros = np.zeros((N, C, padding))
    x_padded = np.concatenate([zeros, x, zeros], axis=2)
    spread = np.zeros((N, F, T - K + 2 * padding + 1))
    spread[:, :, ::stride] = 1 if dout is None else dout
    dx, dw = np.zeros(x_padded.shape), np.zeros(w.shape)
    for n, o, c in np.ndindex(N, F, C):
        dx[n, c] += np.convolve(spread[n, o], w[o, c])
        dw[o, c] += np.correlate(x_padded[n, c], spread[n, o])
    return {"x": dx[:, :, padding : padding + T], "w": dw}


_cases = []
for _T, _K, _p in ((3, 7, 2), (4, 1, 3), (5, 2, 4)):
    _x, _w = rng().normal(size=(1, 1, _T)), rng().normal(size=(1, 1, _K))
    _cases.append(case(_x, _w, padding=_p, gives=_right(_x, _w, None, 1, _p)["x"]))
check_cases(conv_1d_channels_backward, *_cases, of="x")
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_backward_padding_w" points=0.75
# Padding: dw has seen the zeros
_x, _w = [[[1, 2, 3]]], [[[5, 2, 3]]]
check_cases(
    conv_1d_channels_backward,
    case(_x, _w, padding=1, gives=[[[3, 6, 5]]]),
    case(_x, _w, padding=2, gives=[[[6, 6, 6]]]),
    of="w",
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, dout=None, stride=1, padding=0):
    """As if all windows were there, and those that the stride leaves out had gradient 0."""
    N, C, T = x.shape
    F, _, K = w.shape
    zeros = np.zeros((N, C, padding))
    x_padded = np.concatenate([zeros, x, zeros], axis=2)
    spread = np.zeros((N, F, T - K + 2 * padding + 1))
    spread[:, :, ::stride] = 1 if dout is None else dout
    dx, dw = np.zeros(x_padded.shape), np.zeros(w.shape)
    for n, o, c in np.ndindex(N, F, C):
        dx[n, c] += np.convolve(spread[n, o], w[o, c])
        dw[o, c] += np.correlate(x_padded[n, c], spread[n, o])
    return {"x": dx[:, :, padding : padding + T], "w": dw}


_cases = []
for _T, _K, _p in ((3, 7, 2), (4, 1, 3), (5, 2, 4)):
    _x, _w = rng().normal(size=(1, 1, _T)), rng().normal(size=(1, 1, _K))
    _cases.append(case(_x, _w, padding=_p, gives=_right(_x, _w, None, 1, _p)["w"]))
check_cases(conv_1d_channels_backward, *_cases, of="w")
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_backward_no_padding" points=0.5
# No padding: nothing is cut off
_x, _w = [[[1, 2, 3, 4, 5, 6]]], [[[5, 2, 3]]]
check_cases(conv_1d_channels_backward, case(_x, _w, gives=[[[5, 7, 10, 10, 5, 3]]]), of="x")
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, dout=None, stride=1, padding=0):
    """As if all windows were there, and those that the stride leaves out had gradient 0."""
    N, C, T = x.shape
    F, _, K = w.shape
    zeros = np.zeros((N, C, padding))
    x_padded = np.concatenate([zeros, x, zeros], axis=2)
    spread = np.zeros((N, F, T - K + 2 * padding + 1))
    spread[:, :, ::stride] = 1 if dout is None else dout
    dx, dw = np.zeros(x_padded.shape), np.zeros(w.shape)
    for n, o, c in np.ndindex(N, F, C):
        dx[n, c] += np.convolve(spread[n, o], w[o, c])
        dw[o, c] += np.correlate(x_padded[n, c], spread[n, o])
    return {"x": dx[:, :, padding : padding + T], "w": dw}


_x, _w = rng().normal(size=(1, 1, 5)), rng().normal(size=(1, 1, 2))
check_cases(conv_1d_channels_backward, case(_x, _w, gives=_right(_x, _w)["x"]), of="x")
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_backward_together" points=0.5
# All at once: lines, channels, filters, stride 2, padding 1
_x, _w = [[[1, 2, 3, 4]], [[0, 1, 0, 0]]], [[[5, 2, 3]]]
_dx = [[[2, 3 + 50, 20, 30]], [[2, 3, 0, 0]]]
_dout = [[[1, 10]], [[1, 0]]]
check_cases(conv_1d_channels_backward, case(_x, _w, _dout, 2, 1, gives=_dx), of="x")
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, dout=None, stride=1, padding=0):
    """As if all windows were there, and those that the stride leaves out had gradient 0."""
    N, C, T = x.shape
    F, _, K = w.shape
    zeros = np.zeros((N, C, padding))
    x_padded = np.concatenate([zeros, x, zeros], axis=2)
    spread = np.zeros((N, F, T - K + 2 * padding + 1))
    spread[:, :, ::stride] = 1 if dout is None else dout
    dx, dw = np.zeros(x_padded.shape), np.zeros(w.shape)
    for n, o, c in np.ndindex(N, F, C):
        dx[n, c] += np.convolve(spread[n, o], w[o, c])
        dw[o, c] += np.correlate(x_padded[n, c], spread[n, o])
    return {"x": dx[:, :, padding : padding + T], "w": dw}


_cases = []
for _T, _K, _s, _p in ((7, 3, 2, 0), (3, 7, 1, 2), (5, 3, 2, 1), (6, 3, 2, 1), (5, 2, 3, 2)):
    _x, _w = rng().normal(size=(2, 3, _T)), rng().normal(size=(4, 3, _K))
    _dout = rng().normal(size=(2, 4, (_T - _K + 2 * _p) // _s + 1))
    for _up in (_dout,) if _cases else (_dout, 0 * _dout, None):
        _both = _right(_x, _w, _up, _s, _p)
        _cases.append(case(x=_x, w=_w, dout=_up, stride=_s, padding=_p, gives=_both))
check_cases(conv_1d_channels_backward, *_cases, gradient=True)
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_backward_kinds" points=0.5
# A dict of two float64 gradients, whatever numbers come in
_x = np.arange(1.25, 43).reshape(2, 3, 7) % 6
_w = np.arange(2.5, 20).reshape(2, 3, 3) % 4 - 1.75
_dout = np.arange(1.5, 21).reshape(2, 2, 5) % 6 - 2.25
check_kinds(conv_1d_channels_backward, _x, _w, _dout, gives=_channel_gradients, gradient=True)
# Without dout too
_whole = np.rint(_x).astype(int), np.rint(_w).astype(int)
_cases = [case(*each, gives=_channel_gradients) for each in ((_x, _w), _whole)]
check_cases(conv_1d_channels_backward, *_cases, gradient=True)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_x = rng().integers(1, 40, size=(2, 3, 7)) / 4
check_cases(conv_1d_channels_backward, case(_x, _w, _dout, gives=_channel_gradients), gradient=True)
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_backward_untouched" points=0.5
# The inputs stay as they are, and the gradients are new arrays
_x = np.arange(1.25, 43).reshape(2, 3, 7) % 6
_w = np.arange(2.5, 20).reshape(2, 3, 3) % 4 - 1.75
_dout = np.arange(1.5, 21).reshape(2, 2, 5) % 6 - 2.25
check_untouched(conv_1d_channels_backward, _x, _w, _dout, gives=_channel_gradients)
check_untouched(
    conv_1d_channels_backward,
    _x[:1, :1, :5],
    _w[:1, :1, :1],
    _dout[:1, :1],
    gives=_channel_gradients,
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_x = rng().integers(1, 40, size=(2, 3, 7)) / 4
# Ones in place of dout are your own: here the gradients must be right.
check_cases(conv_1d_channels_backward, case(_x, _w, gives=_channel_gradients), gradient=True)
### END HIDDEN TESTS

# %%
generator = np.random.default_rng(5)
gradient_check(
    forward_f=conv_1d_channels,
    backward_f=conv_1d_channels_backward,
    x=generator.normal(size=(2, 3, 8)),
    w=generator.normal(size=(4, 3, 3)),
    stride=2,
    padding=1,
)

# %% [markdown]
# ### Task 8 · Fewer weights · 1 point
#
# A *dense* layer from 100 places with 4 channels to 100 places with 8 has a weight for each pair of
# an input and an output number. How many is that, and how many has a convolution with 8 filters of
# length 5? What does it assume about its input in return?

# %% [markdown] written="fewer_weights" points=1
# Dense: $(100 \cdot 4) \cdot (100 \cdot 8) = 320\,000$ weights. Convolution:
# $8 \cdot 4 \cdot 5 = 160$, whatever the length of the line.
#
# It assumes that what matters is local (an output needs only 5 neighbouring places), and that a
# pattern means the same wherever it is, so that the same weights can look for it everywhere.

# %% [markdown]
# ## 7 · The anchor, and one matrix product
#
# You can skip this tonight: no later task needs it.
#
# With every window in a row of a matrix, all sums become one product. Let output $t$ now be the
# window that *starts* at `t`, so that zeros come in at the right end only:
#
# $$y[t] = \sum_{j=0}^{k-1} w[j]\; x[t+j], \qquad x[t] = 0 \text{ for } t \ge T$$
#
# ![One step in numbers: row t of a 6 × 3 matrix is the window on a signal of length 6 that begins
# at t, with zeros past the right end. The matrix times the filter (5, 2, 3) is the convolution:
# 18, 28, 38, 48, 37, 30.](../../figures/unroll.png)
#
# [Play](../../figures/unroll.gif)
#
# ### Task 9 · `unroll` · can wait · 2.5 points
#
# Row $t$ holds `x[t], x[t+1], ...`, with zeros past the right end. `k` may be larger than `T`.
# (`as_strided` on `x` itself would read memory beyond its end.)
#
# <details><summary>Hint</summary>
#
# How many zeros must follow `x` so that even its last window has `k` entries?
# </details>


# %% solution="unroll"
def unroll(x, k):
    """Write each window of `x` into a row, anchored at the left.

    Parameters
    ----------
    x : array (T,)
    k : int
        Length of a window, at least 1. May be larger than T.

    Returns
    -------
    array (T, k)
        Row t is ``x[t], x[t+1], ..., x[t+k-1]``, with zeros past the right end.
    """
    if x.ndim != 1 or k < 1:
        raise ValueError(f"expected x (T,) and k >= 1, got {x.shape} and {k}")
    ### BEGIN SOLUTION
    x_padded = np.concatenate([x, np.zeros(k - 1, dtype=x.dtype)])
    return np.array([x_padded[t : t + k] for t in range(len(x))])
    ### END SOLUTION


# %% test="test_unroll" points=1.5
# Each row is a window that starts at its own entry
_rows = [[1, 2, 3], [2, 3, 4], [3, 4, 5], [4, 5, 6], [5, 6, 0], [6, 0, 0]]
check_cases(
    unroll,
    case([1, 2, 3, 4, 5, 6], 3, gives=_rows),
    case([0.1, -1.5, 0.7], 2, gives=[[0.1, -1.5], [-1.5, 0.7], [0.7, 0]]),
)
check_bounds(unroll, np.array([0.1, -1.5, 0.7]), 2)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases = []
for _T, _k in ((4, 2), (6, 5)):
    _x = rng().normal(size=_T) * 10.0 ** (_k - 3)
    _cases.append(case(_x, _k, gives=[[*_x[t : t + _k], *np.zeros(_k)][:_k] for t in range(_T)]))
check_cases(unroll, *_cases)
### END HIDDEN TESTS

# %% test="test_unroll_sizes" points=0.5
# Windows of one entry, as long as the line, and longer
_x = [2.5, -1, 4]
check_cases(
    unroll,
    case(_x, 1, gives=[[2.5], [-1], [4]]),
    case(_x, 3, gives=[[2.5, -1, 4], [-1, 4, 0], [4, 0, 0]]),
    case(_x[:2], 5, gives=[[2.5, -1, 0, 0, 0], [-1, 0, 0, 0, 0]]),
    case(_x[:1], 1, gives=[[2.5]]),
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases = []
for _T, _k in ((1, 2), (3, 7), (6, 6)):
    _x = rng().normal(size=_T)
    _cases.append(
        case(x=_x, k=_k, gives=[[*_x[t : t + _k], *np.zeros(_k)][:_k] for t in range(_T)])
    )
check_cases(unroll, *_cases)
### END HIDDEN TESTS

# %% test="test_unroll_kinds" points=0.25
# Numbers of every type come through as they are
_x = np.array([2.5, -3.25, 4.75, 1.5])
_rows = [[2.5, -3.25, 4.75], [-3.25, 4.75, 1.5], [4.75, 1.5, 0], [1.5, 0, 0]]
check_kinds(unroll, _x, gives=_rows, k=3)
check_cases(unroll, case(np.array([123456789, -3]), 2, gives=[[123456789, -3], [-3, 0]]))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_x = rng().integers(1, 40, size=4) / 4
_rows = np.lib.stride_tricks.sliding_window_view(np.append(_x, [0, 0]), 3)
check_cases(unroll, case(_x, 3, gives=_rows))
### END HIDDEN TESTS

# %% test="test_unroll_untouched" points=0.25
# x stays as it is, and the matrix is new
_x = np.array([2.5, -3.25, 4.75, 1.5])
_rows = [[2.5, -3.25, 4.75], [-3.25, 4.75, 1.5], [4.75, 1.5, 0], [1.5, 0, 0]]
check_untouched(unroll, _x, gives=_rows, k=3)
check_untouched(unroll, _x, gives=_x[:, None], k=1)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_x = rng().integers(1, 40, size=4) / 4
_rows = np.lib.stride_tricks.sliding_window_view(np.append(_x, [0, 0]), 3)
check_cases(unroll, case(_x, 3, gives=_rows))
### END HIDDEN TESTS

# %% [markdown]
# ### Task 10 · `conv_1d_unrolled` · can wait · 2.5 points
#
# This is `unroll(x, len(w)) @ w`, for a `w` of any length.


# %% solution="conv_1d_unrolled"
def conv_1d_unrolled(x, w):
    """Slide `w` along `x`, starting at each entry, zeros past the right end.

    Parameters
    ----------
    x : array (T,)
    w : array (k,)
        Of any length, even or odd, longer than `x` or not.

    Returns
    -------
    array (T,)
    """
    if x.ndim != 1 or w.ndim != 1:
        raise ValueError(f"expected x (T,) and w (k,), got {x.shape} and {w.shape}")
    ### BEGIN SOLUTION
    return unroll(x, len(w)) @ w
    ### END SOLUTION


# %% test="test_conv_1d_unrolled" points=1.5
# Filters of length 3
check_cases(
    conv_1d_unrolled,
    case([1, 2, 3, 4, 5, 6], [5, 2, 3], gives=[18, 28, 38, 48, 37, 30]),
    case([3, -1, 4, 1, -5, 9.5], [2, -3, 1], gives=[13, -13, 0, 26.5, -38.5, 19]),
)
check_bounds(conv_1d_unrolled, np.array([3.0, -1.0, 4.0]), np.array([2.0, -3.0, 1.0]))
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases, _random = [], rng()
for _n, _scale in ((3, 1e-6), (4, 1), (8, 1e6)):
    _x, _w = _scale * _random.normal(size=_n), _random.normal(size=3)
    _cases.append(case(_x, _w, gives=np.correlate(_x, _w, "full")[2:]))
check_cases(conv_1d_unrolled, *_cases)
### END HIDDEN TESTS

# %% test="test_conv_1d_unrolled_lengths" points=0.5
# Shorter and longer filters, even and odd, up to longer than the line
check_cases(
    conv_1d_unrolled,
    case([3, -1, 4.5], [2], gives=[6, -2, 9]),
    case([3, -1, 4.5], [2, -3], gives=[9, -15.5, 9]),
    case([3, -1], [1, 10, 100, 1000], gives=[-7, -1]),
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_cases, _random = [], rng()
for _n, _k in ((1, 2), (5, 4), (7, 5), (3, 8)):
    _x, _w = _random.normal(size=_n), _random.normal(size=_k)
    _cases.append(case(x=_x, w=_w, gives=np.convolve(_x, _w[::-1])[_k - 1 :]))
check_cases(conv_1d_unrolled, *_cases)
### END HIDDEN TESTS

# %% test="test_conv_1d_unrolled_kinds" points=0.25
# Integers, float32 and views give the same as float64
_x, _w = np.array([2.5, -3.25, 4.75, 1.5, -2.25]), np.array([3.5, 1.25, -2.75])
check_kinds(conv_1d_unrolled, _x, _w, gives=[-8.375, -9.5625, 24.6875, 2.4375, -7.875])
### BEGIN HIDDEN TESTS
from lib.checking import rng

_x = rng().integers(1, 40, size=5) / 4
_y = np.correlate(np.append(_x, [0, 0]), _w, "valid")
check_cases(conv_1d_unrolled, case(_x, _w, gives=_y))
### END HIDDEN TESTS

# %% test="test_conv_1d_unrolled_untouched" points=0.25
# x and w stay as they are, and the result is a new array
_x, _w = np.array([2.5, -3.25, 4.75, 1.5, -2.25]), np.array([3.5, 1.25, -2.75])
check_untouched(conv_1d_unrolled, _x, _w, gives=[-8.375, -9.5625, 24.6875, 2.4375, -7.875])
check_untouched(conv_1d_unrolled, np.array([2.5, -3.25]), np.array([3.5]), gives=[8.75, -11.375])
check_untouched(conv_1d_unrolled, np.array([2.5, -3.25]), np.array([1.0]), gives=[2.5, -3.25])
### BEGIN HIDDEN TESTS
from lib.checking import rng

_x = rng().integers(1, 40, size=5) / 4
_y = np.correlate(np.append(_x, [0, 0]), _w, "valid")
check_cases(conv_1d_unrolled, case(_x, _w, gives=_y))
### END HIDDEN TESTS

# %%
print("centred:         ", conv_1d(x, w))
print("anchored at left:", conv_1d_unrolled(x, w))

# %% [markdown]
# ### Task 11 · Two anchors · can wait · 1 point
#
# How are the two related? Which window is only in the first, and which only in the second?

# %% [markdown] written="anchors" points=1
# They are the same numbers one place apart: `conv_1d_unrolled` at $t$ is `conv_1d` at $t + 1$,
# because the window that starts at $t$ is centred at $t + 1$.
#
# Only the centred one has the window that begins one place before the line (its first output, 8).
# Only the anchored one has the window that begins at the last entry (its last output, 30).

# %% [markdown]
# **The anchor reverses.** $x[2]$ went into the outputs 2, 1 and 0, where it met $w[0]$, $w[1]$ and
# $w[2]$:
#
# $$\nabla_x[2] = w[0]\,\nabla_y[2] + w[1]\,\nabla_y[1] + w[2]\,\nabla_y[0], \qquad
# \nabla_x[s] = \sum_{j} w[j]\; \nabla_y[s-j]$$
#
# Forward, the window starts at $t$ and reaches to the right. Backward it ends at $s$ and reaches to
# the left, so its zeros come in at the *left* end, as a model of text wants it. And with $U$ =
# `unroll(x, k)` each row, times its output's gradient, goes to the filter: $\nabla_w = U^\top
# \nabla_y$.
#
# ![The same 6 numbers and 3 weights, three times, with the first and the last window outlined.
# Zeros come in at the right end when anchored at the left; at both ends when anchored in the
# centre; at the left end when anchored at the right.](../../figures/anchors.png)
#
# ### Task 12 · `conv_1d_unrolled_backward` · can wait · 4.5 points
#
# With the numbers of task 4, `dx` is now `[5, 52, 523, 5230]` and `dw` is `[4321, 432, 43]`.
# Otherwise as there.
#
# <details><summary>Hint</summary>
#
# Hand `dout[t] * w` back to the window that starts at `t`, or lay the reversed filter on a `dout`
# that is padded on its left.
# </details>


# %% solution="conv_1d_unrolled_backward"
def conv_1d_unrolled_backward(x, w, dout=None):
    """Gradients of `conv_1d_unrolled`.

    Parameters
    ----------
    x : array (T,)
    w : array (k,)
    dout : array (T,), optional
        Upstream gradient. Ones by default.

    Returns
    -------
    dict
        ``{'x': array (T,), 'w': array (k,)}``, both float64.
    """
    if x.ndim != 1 or w.ndim != 1:
        raise ValueError(f"expected x (T,) and w (k,), got {x.shape} and {w.shape}")
    if dout is not None and dout.shape != x.shape:
        raise ValueError(f"expected dout of the shape of x, {x.shape}, got {dout.shape}")
    ### BEGIN SOLUTION
    T, k = len(x), len(w)
    if dout is None:
        dout = np.ones(T)
    x_padded = np.concatenate([x, np.zeros(k - 1)])
    dout_padded = np.concatenate([np.zeros(k - 1), dout])
    w_turned = w[::-1]
    dx = np.array([np.sum(w_turned * dout_padded[s : s + k]) for s in range(T)])
    dw = np.array([np.sum(dout * x_padded[j : j + T]) for j in range(k)])
    return {"x": dx, "w": dw}
    ### END SOLUTION


# %% test="test_conv_1d_unrolled_backward" points=1
# A start: without dout, which is then ones, one of the two gradients is right
_x, _w = [1, 2, 3, 4], [5, 2, 3]
check_one_of(
    lambda: check_cases(conv_1d_unrolled_backward, case(_x, _w, gives=[5, 7, 10, 10]), of="x"),
    lambda: check_cases(conv_1d_unrolled_backward, case(_x, _w, gives=[10, 9, 7]), of="w"),
)
check_bounds(conv_1d_unrolled_backward, np.array(_x, float), np.array(_w, float))
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, dout):
    """Bump each input by 1: the outputs change by what the filter says about the bump alone."""
    into_x = [np.convolve(bump, w[::-1])[len(w) - 1 :] @ dout for bump in np.eye(len(x))]
    into_w = [np.convolve(x, bump[::-1])[len(w) - 1 :] @ dout for bump in np.eye(len(w))]
    return {"x": np.array(into_x), "w": np.array(into_w)}


_pairs = [(rng().normal(size=n), rng().normal(size=n + 1)[-3:]) for n in (3, 5)]
_pairs = [(x, w, _right(x, w, np.ones(len(x)))) for x, w in _pairs]
check_one_of(
    lambda: check_cases(
        conv_1d_unrolled_backward, *[case(x, w, gives=g["x"]) for x, w, g in _pairs], of="x"
    ),
    lambda: check_cases(
        conv_1d_unrolled_backward, *[case(x, w, gives=g["w"]) for x, w, g in _pairs], of="w"
    ),
)
### END HIDDEN TESTS

# %% test="test_conv_1d_unrolled_backward_x" points=0.75
# The gradient of x, with an upstream gradient, zero included
_x, _w = [1, 2, 3, 4], [5, 2, 3]
check_cases(
    conv_1d_unrolled_backward,
    case(_x, _w, [1, 10, 100, 1000], gives=[5, 52, 523, 5230]),
    case(_x, _w, [0, 0, 0, 0], gives=[0, 0, 0, 0]),
    of="x",
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, dout):
    """Bump each input by 1: the outputs change by what the filter says about the bump alone."""
    into_x = [np.convolve(bump, w[::-1])[len(w) - 1 :] @ dout for bump in np.eye(len(x))]
    into_w = [np.convolve(x, bump[::-1])[len(w) - 1 :] @ dout for bump in np.eye(len(w))]
    return {"x": np.array(into_x), "w": np.array(into_w)}


_cases, _random = [], rng()
for _n in (3, 5):
    _x, _w, _dout = (_random.normal(size=m) for m in (_n, 3, _n))
    for _up in (_dout,) if _cases else (_dout, np.eye(_n)[_n // 2], 0 * _dout):
        _cases.append(case(_x, _w, dout=_up, gives=_right(_x, _w, _up)["x"]))
check_cases(conv_1d_unrolled_backward, *_cases, of="x")
### END HIDDEN TESTS

# %% test="test_conv_1d_unrolled_backward_w" points=0.75
# The gradient of w, with an upstream gradient, zero included
_x, _w = [1, 2, 3, 4], [5, 2, 3]
check_cases(
    conv_1d_unrolled_backward,
    case(_x, _w, [1, 10, 100, 1000], gives=[4321, 432, 43]),
    case(_x, _w, [0, 0, 0, 0], gives=[0, 0, 0]),
    of="w",
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, dout):
    """Bump each input by 1: the outputs change by what the filter says about the bump alone."""
    into_x = [np.convolve(bump, w[::-1])[len(w) - 1 :] @ dout for bump in np.eye(len(x))]
    into_w = [np.convolve(x, bump[::-1])[len(w) - 1 :] @ dout for bump in np.eye(len(w))]
    return {"x": np.array(into_x), "w": np.array(into_w)}


_cases, _random = [], rng()
for _n in (3, 5):
    _x, _w, _dout = (_random.normal(size=m) for m in (_n, 3, _n))
    for _up in (_dout,) if _cases else (_dout, np.eye(_n)[_n // 2], 0 * _dout):
        _cases.append(case(_x, _w, dout=_up, gives=_right(_x, _w, _up)["w"]))
check_cases(conv_1d_unrolled_backward, *_cases, of="w")
### END HIDDEN TESTS

# %% test="test_conv_1d_unrolled_backward_lengths_x" points=0.75
# The gradient of x for filters of any length, dout of ones
check_cases(
    conv_1d_unrolled_backward,
    case([4, 7], [3], gives=[3, 3]),
    case([4, 0], [1, 2, 3, 4], gives=[1, 3]),
    of="x",
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, dout):
    """Bump each input by 1: the outputs change by what the filter says about the bump alone."""
    into_x = [np.convolve(bump, w[::-1])[len(w) - 1 :] @ dout for bump in np.eye(len(x))]
    into_w = [np.convolve(x, bump[::-1])[len(w) - 1 :] @ dout for bump in np.eye(len(w))]
    return {"x": np.array(into_x), "w": np.array(into_w)}


_cases, _random = [], rng()
for _n, _k in ((4, 1), (8, 4), (1, 3), (3, 9)):
    _x, _w = _random.normal(size=_n), _random.normal(size=_k)
    _cases.append(case(x=_x, w=_w, gives=_right(_x, _w, np.ones(_n))["x"]))
check_cases(conv_1d_unrolled_backward, *_cases, of="x")
### END HIDDEN TESTS

# %% test="test_conv_1d_unrolled_backward_lengths_w" points=0.75
# The gradient of w for filters of any length, dout of ones
check_cases(
    conv_1d_unrolled_backward,
    case([4, 7], [3], gives=[11]),
    case([4, 0], [1, 2, 3, 4], gives=[4, 0, 0, 0]),
    of="w",
)
### BEGIN HIDDEN TESTS
from lib.checking import rng


def _right(x, w, dout):
    """Bump each input by 1: the outputs change by what the filter says about the bump alone."""
    into_x = [np.convolve(bump, w[::-1])[len(w) - 1 :] @ dout for bump in np.eye(len(x))]
    into_w = [np.convolve(x, bump[::-1])[len(w) - 1 :] @ dout for bump in np.eye(len(w))]
    return {"x": np.array(into_x), "w": np.array(into_w)}


_cases, _random = [], rng()
for _n, _k in ((4, 1), (8, 4), (1, 3), (3, 9)):
    _x, _w = _random.normal(size=_n), _random.normal(size=_k)
    _cases.append(case(x=_x, w=_w, gives=_right(_x, _w, np.ones(_n))["w"]))
check_cases(conv_1d_unrolled_backward, *_cases, of="w")
### END HIDDEN TESTS

# %% test="test_conv_1d_unrolled_backward_kinds" points=0.25
# A dict of two float64 gradients, whatever numbers come in
_x, _w = np.array([2.5, -3.25, 4.75, 1.5, -2.25]), np.array([3.5, 1.25, -2.75])
_dout = np.array([1.5, -2.5, 3.25, 1.75, -2.25])
_ones = {"x": [3.5, 4.75, 2.0, 2.0, 2.0], "w": [3.25, 0.75, 4.0]}
_given = {"x": [5.25, -6.875, 4.125, 17.0625, -14.625], "w": [35.0, -15.8125, -3.9375]}
check_kinds(conv_1d_unrolled_backward, _x, _w, _dout, gives=_given, gradient=True)
# Without dout too
_whole = np.array([2, -3, 5, 2, -2]), np.array([4, 1, -3])
_into = {"x": [4, 5, 2, 2, 2], "w": [4, 2, 5]}
check_cases(
    conv_1d_unrolled_backward, case(_x, _w, gives=_ones), case(*_whole, gives=_into), gradient=True
)
### BEGIN HIDDEN TESTS
from lib.checking import rng

_x = rng().integers(1, 40, size=5) / 4
_dw = np.correlate(np.append(_x, [0, 0]), _dout, "valid")
_given = {"x": np.convolve(_dout, _w)[:5], "w": _dw}
check_cases(conv_1d_unrolled_backward, case(_x, _w, _dout, gives=_given), gradient=True)
### END HIDDEN TESTS

# %% test="test_conv_1d_unrolled_backward_untouched" points=0.25
# The inputs stay as they are, and the gradients are new arrays
_x, _w = np.array([2.5, -3.25, 4.75, 1.5, -2.25]), np.array([3.5, 1.25, -2.75])
_dout = np.array([1.5, -2.5, 3.25, 1.75, -2.25])
_ones = {"x": [3.5, 4.75, 2.0, 2.0, 2.0], "w": [3.25, 0.75, 4.0]}
_given = {"x": [5.25, -6.875, 4.125, 17.0625, -14.625], "w": [35.0, -15.8125, -3.9375]}
check_untouched(conv_1d_unrolled_backward, _x, _w, _dout, gives=_given)
# Ones in place of dout are your own: here the gradients must be right.
check_cases(conv_1d_unrolled_backward, case(_x, _w, gives=_ones), gradient=True)
### BEGIN HIDDEN TESTS
_one = {"x": [5.25], "w": [3.75]}
check_untouched(
    conv_1d_unrolled_backward, np.array([2.5]), np.array([3.5]), np.array([1.5]), gives=_one
)
check_untouched(
    conv_1d_unrolled_backward, _x, _w[:1], _dout, gives={"x": 3.5 * _dout, "w": [_x @ _dout]}
)
### END HIDDEN TESTS

# %%
gradient_check(
    forward_f=conv_1d_unrolled,
    backward_f=conv_1d_unrolled_backward,
    x=np.array([1.0, 2, 3, 4]),
    w=np.array([5.0, 2, 3]),
)

# %% [markdown]
# ## Summary
#
# A convolution is the same dot at every place. Backward, each output returns its share to the
# window it came from, and shares add up: as a formula, the filter is turned round and the anchor
# changes sides.
#
# **Go further.** *Dilation* leaves gaps between the weights: $y[t]=\sum_j w[j]\,x[t+2j]$. What
# becomes of `output_size`?
