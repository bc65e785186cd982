# ---
# jupyter:
#   lab:
#     mutants: true
#     demo: [ada, blaise, carl, dora, emmy]
# ---

# %% [markdown]
# # Lab 2 · A window slides along a line
#
# In lab 1 you multiplied two arrays entry by entry and added everything up: one number that says
# how well `x` and `w` agree. A convolution asks the same question at every place. The same few
# weights slide along the input, and each stop gives one number.
#
# When you are done, you can
#
# - say how many windows fit into an input, for any padding and any stride;
# - write a convolution along a line, centred on each entry or anchored at its left end;
# - write both gradients of it, and say where each term comes from;
# - turn a convolution into one matrix product;
# - handle a batch of inputs with several channels and several filters, with stride and padding.
#
# Run the checks under a task as soon as you have solved it. A check that finds nothing wrong prints
# nothing. When the lab is graded, further checks of the same kind run with other numbers.
#
# **Out of bounds** in this lab are scipy, torch, tensorflow, jax, cv2 and skimage, and
# `np.convolve`, `np.correlate`, `np.fft`, `np.polymul` and `np.gradient`: they would do the work
# for you. So is `np.pad`, but only inside `pad_1d`. All else in NumPy is welcome. The checks
# watch.
#
# **The fine print** is worth about a tenth of the points, and it is the same for every task:
#
# - Inputs are `float64`, `float32` or `int64` arrays, possibly views: every other entry of a
#   larger array, or a reversed one. A result must not lose what stands behind the point: with an
#   `int64` `x` and a fractional `w`, a buffer made by `np.zeros_like(x)` cuts every entry off.
# - Gradients are always `float64`, whatever the inputs are: they are sums of many small terms.
# - Change no argument, and return no memory that belongs to one, or that an earlier call returned.
#   Otherwise the caller's next `y += 1` changes an array that nobody meant to touch.

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
# ## 1 · One filter, one window at a time
#
# A **filter** `w` is a short row of $k$ weights. Lay it on the first $k$ entries of `x`, multiply,
# add up; then move one step to the right:
#
# $$y[t] = \sum_{j=0}^{k-1} w[j]\; x[t+j]$$
#
# Take `x = [1, 2, 3, 4, 5, 6]` and `w = [5, 2, 3]`:
#
# ![Animation, with every sum of products: a filter of length 3 on a signal of length 6, with
# padding 0 and stride 1, gives 4 outputs. At each place: multiply the numbers that lie above each
# other, and add.](../../figures/sliding_window_1d.gif)

# %%
x = np.array([1, 2, 3, 4, 5, 6])
w = np.array([5, 2, 3])
for t in range(4):
    print(f"window {t}: {x[t : t + 3]} times {w} gives {np.sum(w * x[t : t + 3])}")

# %% [markdown]
# ### A word about the word
#
# Signal processing has two names. **Correlation** lays the filter on the input as it stands.
# **Convolution** turns it round first. Here are both, on a line with a single 1 in it:

# %%
from scipy import signal  # to look at only: it is out of bounds in your own code

line = np.array([0, 0, 1, 0, 0])
print("correlate:", signal.correlate(line, w, mode="same"))
print("convolve: ", signal.convolve(line, w, mode="same"))
print("convolve with w turned round:", signal.convolve(line, w[::-1], mode="same"))

# %% [markdown]
# Convolution stamps the filter onto the line: $5\;2\;3$. Correlation slides past the 1 and meets it
# with the *last* weight first, so the answer reads $3\;2\;5$.
#
# What everybody in deep learning calls convolution is correlation. The weights are learned, so a
# network that turned its filter round would just learn it the other way round. We say
# *convolution* too, and we never turn the filter. Remember: **lay it on, do not turn it round.**
#
# ## 2 · How many windows fit?
#
# A window of $k = 3$ on a line of $n = 5$ can start at 0, 1 or 2. The last start is $n - k$, and
# counting from 0 there are $n - k + 1$ starts.
#
# **Padding** puts $p$ zeros on each side, so the line is $n + 2p$ long. With **stride** $s$ the
# window moves $s$ steps at a time. Together:
#
# $$\text{size} = \frac{n - k + 2p}{s} + 1$$
#
# Three paddings have names. For $n = 5$, $k = 3$, stride 1:
#
# | name | $p$ | size | in words |
# |---|---|---|---|
# | valid | $0$ | 3 | the window stays inside |
# | half, or *same* | $(k-1)/2 = 1$ | 5 | as many outputs as inputs ($k$ odd) |
# | full | $k - 1 = 2$ | 7 | every window that touches the input at all |
#
# The formula holds for each side of an image. Take 1000 images of 24 × 24 pixels with 4 channels,
# and two filters of 3 × 3, no padding, stride 1: each side becomes $24 - 3 + 1 = 22$. A filter
# spans all channels, so the filters are $2 \times 4 \times 3 \times 3$, the images
# $1000 \times 4 \times 24 \times 24$, and the result is $1000 \times 2 \times 22 \times 22$. To
# stay at 24, pad with $(3-1)/2 = 1$: the image grows to 26 × 26, and $26 - 3 + 1 = 24$.
#
# It may not come out whole. With $n = 6$, $k = 3$, $s = 2$ the formula says 2.5: after the second
# window one entry is left over. If you are planning a network you want to hear about that.
#
# ### Task 1 · `output_size`
#
# Return the size as an `int`: a size is for counting and for shapes, and `range(3.0)` is an error.
# Raise a `ValueError` where there is no such size:
#
# - it is not whole;
# - the filter is longer than the padded line ($k > n + 2p$), even where the formula gives 0;
# - the stride is below 1, or the padding below 0.
#
# <details><summary>Hint</summary>
#
# `%` gives the remainder of a division: `7 % 2` is 1. `//` divides whole numbers and stays an int.
# Check first, divide last: then no division by zero can happen.
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
        raise ValueError(f"stride {stride} leaves a rest of {room % stride}: change a size")
    return room // stride + 1
    ### END SOLUTION


# %% test="test_output_size" points=1
# The formula, where it comes out whole.
for _arguments, _size in {
    (5, 3): 3,
    (5, 3, 1): 5,
    (5, 3, 2): 7,
    (7, 3, 0, 2): 3,
    (9, 4, 2, 3): 4,
}.items():
    check_equal(output_size(*_arguments), _size, f"output_size{_arguments}")
check_equal(output_size(n=24, k=3, padding=0, stride=1), 22, "output_size(n=24, k=3)")
### BEGIN HIDDEN TESTS
for _n in range(2, 9):
    for _k in range(1, _n):
        for _p in range(4):
            for _s in range(1, 5):
                _starts = range(0, _n + 2 * _p - _k + 1, _s)
                if _starts[-1] == _n + 2 * _p - _k:
                    check_equal(
                        output_size(_n, _k, _p, _s),
                        len(_starts),
                        f"output_size({_n}, {_k}, padding={_p}, stride={_s})",
                    )
### END HIDDEN TESTS

# %% test="test_output_size_int" points=1
# The answer is an int, not 3.0, and each entry more is one window more.
for _arguments in ((5, 3), (8, 3, 2), (24, 3, 1)):
    _got = output_size(*_arguments)
    check_equal(_got, int(_got), f"output_size{_arguments}", dtype=int)
    _more = output_size(_arguments[0] + 1, *_arguments[1:])
    check_equal(_more - _got, 1, "with one entry more, the size grows by")
### BEGIN HIDDEN TESTS
for _n in range(5, 14, 2):
    _got = output_size(_n, 3, 0, 2)
    check_equal(_got, int(_got), f"output_size({_n}, 3, 0, 2)", dtype=int)
    check_equal(output_size(_n + 2, 3, 0, 2) - _got, 1, "with two entries more, it grows by")
### END HIDDEN TESTS


# %% test="test_output_size_whole" points=1
# Where the windows do not come out whole there is a ValueError.
def _must_refuse(*arguments):
    try:
        size = output_size(*arguments)
    except ValueError:
        return
    raise AssertionError(f"output_size{arguments} returned {size!r}: expected a ValueError.")


for _arguments in [(6, 3, 0, 2), (5, 2, 1, 2), (10, 3, 0, 4)]:
    _must_refuse(*_arguments)
for _fine in [(7, 3, 0, 2), (5, 2, 1, 5)]:  # these are whole: no error
    output_size(*_fine)
### BEGIN HIDDEN TESTS
for _n in range(2, 9):
    for _k in range(1, _n):
        for _p in range(3):
            for _s in range(1, 6):
                if (_n - _k + 2 * _p) % _s:
                    _must_refuse(_n, _k, _p, _s)
                else:
                    output_size(_n, _k, _p, _s)
### END HIDDEN TESTS


# %% test="test_output_size_fits" points=1
# Where the window is longer than the padded line there is a ValueError.
def _must_refuse(*arguments):
    try:
        size = output_size(*arguments)
    except ValueError:
        return
    raise AssertionError(
        f"output_size{arguments} returned {size!r}: expected a ValueError, the window is too long."
    )


for _arguments in [(4, 5), (3, 5, 0, 2), (2, 5, 1)]:
    _must_refuse(*_arguments)
for _fine in [(5, 5), (3, 5, 1), (1, 5, 2, 3)]:  # these just fit: no error
    output_size(*_fine)
### BEGIN HIDDEN TESTS
for _n in range(1, 6):
    for _p in range(4):
        for _s in range(1, 5):
            output_size(_n, _n + 2 * _p, _p, _s)
            for _more in range(1, 7):
                _must_refuse(_n, _n + 2 * _p + _more, _p, _s)
### END HIDDEN TESTS


# %% test="test_output_size_arguments" points=1
# A stride below 1 or a padding below 0 is a ValueError.
def _must_refuse(*arguments):
    try:
        size = output_size(*arguments)
    except ValueError:
        return
    raise AssertionError(
        f"output_size{arguments} returned {size!r}: expected a ValueError, "
        "for a stride below 1 or a padding below 0."
    )


for _arguments in [(5, 3, 0, 0), (5, 3, 0, -1), (5, 3, 0, -2), (5, 3, -1), (9, 3, -2, 2)]:
    _must_refuse(*_arguments)
for _fine in [(5, 3, 0, 1), (5, 3, 0, 2)]:  # these are fine: no error
    output_size(*_fine)
### BEGIN HIDDEN TESTS
for _n in range(4, 9):
    for _k in range(1, 4):
        for _p in range(3):
            output_size(_n, _k, _p, 1)
            for _s in range(-4, 1):
                _must_refuse(_n, _k, _p, _s)
    _must_refuse(_n, 1, -1, 1)
    _must_refuse(_n, 1, -2, 1)
    _must_refuse(_n, 1, -1, -1)
### END HIDDEN TESTS

# %% [markdown]
# With your function the numbers above come out again:

# %%
for name, padding in [("valid", 0), ("half", (3 - 1) // 2), ("full", 3 - 1)]:
    print(f"{name:5}  padding {padding}:  size {output_size(5, 3, padding)}")

side = output_size(24, 3)
print("images (1000, 4, 24, 24), filters (2, 4, 3, 3), result", (1000, 2, side, side))
print("a side of 24 padded with 1:", 24 + 2 * 1, "and then", output_size(24, 3, padding=1))

print("n = 6, k = 3, stride 2:", (6 - 3) / 2 + 1)
try:
    output_size(6, 3, stride=2)
except ValueError as error:
    print("refused:", error)

# %% [markdown]
# ## 3 · Padding
#
# One zero on each side of `[1, 2, 3, 4, 5]` gives `[0, 1, 2, 3, 4, 5, 0]`. Why zeros? A zero adds
# nothing to a sum, so a window that hangs over the edge counts only what is there.
#
# ### Task 2 · `pad_1d`
#
# Put `padding` zeros on each side. The result keeps the dtype of `x`: zeros of another type would
# turn a whole array of ints into floats, or cut floats down to ints. It is always a new array,
# also without any padding.
#
# `np.pad` is out of bounds here. In later tasks you are welcome to it.
#
# <details><summary>Hint</summary>
#
# Either join three pieces (`np.concatenate`), or make all zeros (`np.zeros(..., dtype=x.dtype)`)
# and write `x` into the middle. If you slice, mind `padding = 0`: `a[0:-0]` is empty.
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


# %% test="test_pad_1d" points=2
# One zero on each side.
check_equal(pad_1d(np.array([1, 2, 3, 4, 5]), 1), [0, 1, 2, 3, 4, 5, 0], "pad_1d([1, ..., 5], 1)")
check_equal(pad_1d(np.array([2.5, -1.0, 4.0]), 1), [0, 2.5, -1, 4, 0], "pad_1d([2.5, -1, 4], 1)")
check_bounds(pad_1d, np.array([2.5, -1.0, 4.0]), 1, also=("pad",))
### BEGIN HIDDEN TESTS
for _n in range(2, 8):
    _x = rng().normal(size=_n) * 10.0 ** (_n - 5)
    _expected = [0, *_x, 0]
    check_equal(pad_1d(x=_x, padding=1), _expected, f"pad_1d(x, 1) for x of length {_n}")
### END HIDDEN TESTS

# %% test="test_pad_1d_sizes" points=2
# Two zeros, four, and none.
_x = np.array([7.0, -2.5, 0.5])
check_equal(pad_1d(_x, 2), [0, 0, 7, -2.5, 0.5, 0, 0], "pad_1d([7, -2.5, 0.5], 2)")
check_equal(pad_1d(_x, 0), [7, -2.5, 0.5], "pad_1d([7, -2.5, 0.5], 0)")
check_equal(pad_1d(_x[:1], 4), [0, 0, 0, 0, 7.0, 0, 0, 0, 0], "pad_1d([7], 4)")
check_bounds(pad_1d, _x, 2, also=("pad",))
### BEGIN HIDDEN TESTS
for _n in range(1, 6):
    for _p in (0, 1, 2, 3, 8):
        _x = rng().normal(size=_n)
        _expected = np.zeros(_n + 2 * _p)
        _expected[_p : _p + _n] = _x
        check_equal(pad_1d(_x, _p), _expected, f"pad_1d(x, {_p}) for x of length {_n}")
### END HIDDEN TESTS

# %% test="test_pad_1d_kinds" points=0.5
# The result has the dtype of x.
for _dtype in (np.float64, np.float32, np.int64):
    _x = np.array([3, 1, 4], dtype=_dtype)
    check_equal(pad_1d(_x, 1), [0, 3, 1, 4, 0], f"pad_1d(x, 1) for {_x.dtype} x", dtype=_dtype)
check_kinds(pad_1d, np.array([2.5, -3.25, 4.75, 1.5]), padding=1)
### BEGIN HIDDEN TESTS
check_kinds(pad_1d, rng().uniform(1, 4, 1), padding=1)
### END HIDDEN TESTS

# %% test="test_pad_1d_untouched" points=0.5
# x stays as it is, and the result is a new array, without padding too.
check_untouched(pad_1d, np.array([3.0, 1.0, 4.0]), padding=2)
check_untouched(pad_1d, np.array([3.0, 1.0, 4.0]), padding=0)

# %% [markdown]
# ## 4 · A convolution as long as its input
#
# Pad with $p = (k-1)/2$ zeros and there is one window for each entry of `x`, centred on it. This
# is the *same* convolution, for odd $k$:
#
# $$y[t] = \sum_{j=0}^{k-1} w[j]\; \tilde x[t+j]$$
#
# where $\tilde x$ is `x` with $p$ zeros on each side.
#
# For `x = [1, 2, 3, 4, 5]` and `w = [1, 1, 1]` each output is a sum of three neighbours:
# `[3, 6, 9, 12, 9]`. The last one is $4 + 5 + 0$. All five add up to 39; keep that number in mind.
#
# The filter `[5, 2, 3]` tells left from right. On `[1, 2, 3, 4, 5]` it gives
# `[8, 18, 28, 38, 30]`. The first is $5\cdot0 + 2\cdot1 + 3\cdot2 = 8$:
#
# ![Animation, with every sum of products: a filter of length 3 on a signal of length 5, with
# padding 1 and stride 1, gives 5 outputs. One zero on each side, and the output is as long as the
# signal.](../../figures/sliding_window_1d_same.gif)

# %%
padded = np.array([0, 1, 2, 3, 4, 5, 0])
sums = np.array([np.sum(padded[t : t + 3]) for t in range(5)])
print("[1, 1, 1]:", sums, "sum", sums.sum())
print("[5, 2, 3]:", np.array([np.sum(w * padded[t : t + 3]) for t in range(5)]))

# %% [markdown]
# ### Task 3 · `conv_1d`
#
# Write it for any odd $k$. The filter may be longer than the line: the padding makes room.
#
# `np.convolve` and `np.correlate` are out of bounds, here and in all tasks that follow. So are
# scipy and the other packages named above.
#
# <details><summary>Hint</summary>
#
# Pad first (your `pad_1d` does it). Then output `t` is the sum of `w` times the slice of the
# padded line that starts at `t` and is as long as `w`.
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


# %% test="test_conv_1d" points=2
# Filters of length 3.
for _x, _w, _expected in [
    ([1, 2, 3, 4, 5], [1, 1, 1], [3.0, 6, 9, 12, 9]),
    ([3, -1, 4, 1, -5, 9.5], [2, -3, 1], [-10.0, 13, -13, 0, 26.5, -38.5]),
]:
    _got = conv_1d(np.array(_x, dtype=float), np.array(_w, dtype=float))
    check_equal(_got, _expected, f"conv_1d({_x}, {_w})")
_x, _w = np.array([3.0, -1.0, 4.0, 1.0, -5.0, 9.5]), np.array([2.0, -3.0, 1.0])
check_bounds(conv_1d, _x, _w)
### BEGIN HIDDEN TESTS
_random = rng()
for _n in (3, 4, 5, 8, 13):
    for _scale in (1, 1e6, 1e-6):
        _x, _w = _scale * _random.normal(size=_n), _random.normal(size=3)
        _expected = np.correlate(_x, _w, "full")[1 : 1 + _n]
        check_equal(conv_1d(x=_x, w=_w), _expected, f"conv_1d(x, w) for x ({_n},) and w (3,)")
_x, _w = -_random.uniform(1, 2, 6), -_random.uniform(1, 2, 3)
_expected = np.correlate(_x, _w, "full")[1:7]
check_equal(conv_1d(_x, _w), _expected, "conv_1d of negative numbers")
### END HIDDEN TESTS

# %% test="test_conv_1d_lengths" points=2
# Shorter and longer filters, up to longer than the line.
_tens = [1, 10, 100, 1000, 10000]
for _x, _w, _expected in [
    ([3, -1, 4.5], [2], [6.0, -2, 9]),
    ([1, 2, 3, 4, 5, 6], _tens, [32100.0, 43210, 54321, 65432, 6543, 654]),
    ([3, -1], _tens, [-700.0, -70]),
    ([3], _tens, [300.0]),
]:
    _got = conv_1d(np.array(_x, dtype=float), np.array(_w, dtype=float))
    check_equal(_got, _expected, f"conv_1d({_x}, {_w})")
_w = np.array([1.0, 10.0, 100.0, 1000.0, 10000.0])
check_bounds(conv_1d, np.array([3.0, -1.0]), _w)
### BEGIN HIDDEN TESTS
_random = rng()
for _n in range(1, 8):
    for _k in (1, 5, 7, 9, 15):
        _x, _w = _random.normal(size=_n), _random.normal(size=_k)
        _expected = np.correlate(_x, _w, "full")[_k // 2 : _k // 2 + _n]
        check_equal(conv_1d(_x, _w), _expected, f"conv_1d(x, w) for x ({_n},) and w ({_k},)")
### END HIDDEN TESTS

# %% test="test_conv_1d_kinds" points=0.5
# Integers, float32 and views give the same as float64.
check_kinds(conv_1d, np.array([2.5, -3.25, 4.75, 1.5, -2.25]), np.array([3.5, 1.25, -2.75]))
### BEGIN HIDDEN TESTS
check_kinds(conv_1d, rng().uniform(1, 4, 8), rng().uniform(-4, -1, 3))
### END HIDDEN TESTS

# %% test="test_conv_1d_untouched" points=0.5
# x and w stay as they are, and the result is a new array.
check_untouched(conv_1d, np.array([2.5, -3.25, 4.75, 1.5]), np.array([3.5, 1.25, -2.75]))
check_untouched(conv_1d, np.array([2.5, -3.25]), np.array([3.5]))

# %% [markdown]
# ### What a filter sees
#
# Here is one row of pixels from a handwritten 4: it crosses two strokes. The filter `[-1, 0, 1]`
# asks how much brighter it is on the right than on the left. It answers high where a stroke
# begins, low where it ends, and 0 where nothing changes. The mean of three neighbours smooths.

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
# Back to 39, the sum of all outputs of `[1, 2, 3, 4, 5]` with `[1, 1, 1]`. Bump the last input by
# 1, from 5 to 6: the sum becomes 41. It grew by 2, so the gradient of the sum with respect to
# `x[4]` is 2.
#
# Why 2? Look for `x[4]` in the outputs. It is in $y[3]$, times $w[2]$, and in $y[4]$, times
# $w[1]$. It would be in $y[5]$, times $w[0]$, but there is no $y[5]$. So the sum grows by
# $w[2] + w[1] = 1 + 1$. An input further inside is in three outputs. Bump them one by one and you
# get all the slopes:

# %%
bumped = np.array([1, 2, 3, 4, 6])
ones = np.array([1, 1, 1])
print("sum before:", signal.correlate(np.arange(1, 6), ones, "same").sum())
print("sum after: ", signal.correlate(bumped, ones, "same").sum())
bumps = np.eye(5, dtype=int)  # row s bumps entry s
print("gradient:  ", [int(signal.correlate(bump, ones, "same").sum()) for bump in bumps])

# %% [markdown]
# ### The chain rule
#
# In a network the outputs do not just add up: output $t$ matters by its **upstream gradient**
# `dout[t]`. Each output that an input is in sends its share, and the shares add up:
#
# $$\begin{aligned}
# dx[s] &= \sum_{t} \mathit{dout}[t]\; w[s - t + p] \\
# dw[j] &= \sum_{t} \mathit{dout}[t]\; \tilde x[t + j]
# \end{aligned}$$
#
# where $t$ runs over all outputs, and $w$ counts only where it has an entry. Mind the sign in
# $w[s - t + p]$: as $t$ goes up, the place in the filter goes *down*. Going back, the filter is
# turned round.
#
# **By hand.** Take `x = [1, 2, 3]`, `w = [5, 2, 3]` and `dout = [1, 10, 100]`: powers of ten, so
# that each digit shows which output it came from.
#
# | | share of $y[0]$, 1 × | share of $y[1]$, 10 × | share of $y[2]$, 100 × | sum |
# |---|---|---|---|---|
# | $dx[0]$ | $w[1] = 2$ | $w[0] = 5$ | | 52 |
# | $dx[1]$ | $w[2] = 3$ | $w[1] = 2$ | $w[0] = 5$ | 523 |
# | $dx[2]$ | | $w[2] = 3$ | $w[1] = 2$ | 230 |
# | $dw[0]$ | $0$ | $x[0] = 1$ | $x[1] = 2$ | 210 |
# | $dw[1]$ | $x[0] = 1$ | $x[1] = 2$ | $x[2] = 3$ | 321 |
# | $dw[2]$ | $x[1] = 2$ | $x[2] = 3$ | $0$ | 32 |

# %%
x_small, dout = np.array([1, 2, 3]), np.array([1, 10, 100])
bumps = np.eye(3, dtype=int)
print("dx:", [int(np.sum(signal.correlate(bump, w, "same") * dout)) for bump in bumps])
print("dw:", [int(np.sum(signal.correlate(x_small, bump, "same") * dout)) for bump in bumps])

# %% [markdown]
# ### Task 4 · `conv_1d_backward`
#
# Return a dict with the gradients of $\sum_t \mathit{dout}[t]\, y[t]$ with respect to `x` and to
# `w`. Without `dout`, all outputs count 1. An upstream gradient may hold zeros, even nothing else:
# then the answer is zeros. Both gradients are `float64`, whatever comes in.
#
# <details><summary>Hint: you need not think about turning anything round</summary>
#
# Walk through the outputs as in the forward pass. Output `t` looked at one window of the padded
# line. It gives `dout[t] * w` to that window of a padded `dx`, and `dout[t]` times the window to
# `dw`. Windows overlap, so add: `+=`, not `=`. In the end cut the padding off.
# </details>
#
# <details><summary>Hint: the fine print</summary>
#
# `np.zeros(n)` is float64. `np.zeros_like(x)` has the dtype of `x`. And `dout or ones` does not do
# what you mean with arrays: ask `if dout is None`.
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


# %% test="test_conv_1d_backward" points=1
# Without an upstream gradient: all outputs count 1.
_x, _w = np.array([1.0, 2.0, 3.0, 4.0, 5.0]), np.array([1.0, 1.0, 1.0])
check_gradients(
    conv_1d_backward(_x, _w),
    {"x": [2, 3, 3, 3, 2], "w": [10, 15, 14]},
    "conv_1d_backward([1, 2, 3, 4, 5], [1, 1, 1])",
)
check_bounds(conv_1d_backward, _x, _w)
### BEGIN HIDDEN TESTS
_random = rng()
for _n in (4, 5, 9):
    _x, _w = _random.normal(size=_n), np.ones(3)
    _expected = {"x": [2, *[3] * (_n - 2), 2], "w": [_x[:-1].sum(), _x.sum(), _x[1:].sum()]}
    check_gradients(
        conv_1d_backward(x=_x, w=_w),
        _expected,
        f"conv_1d_backward(x, [1, 1, 1]) for x ({_n},)",
    )
### END HIDDEN TESTS

# %% test="test_conv_1d_backward_x" points=2
# The gradient of x, with an upstream gradient and filters of any length.
for _x, _w, _dout, _expected in [
    ([4, 0, -1, 2], [2, -3, 1], [1, 10, 100, 1000], [17, 171, 1710, -2900]),
    ([4, 0], [1, 2, 3, 4, 5], [1, 10], [23, 34]),
    ([4, 0], [3], [1, 10], [3, 30]),
]:
    _name = f"conv_1d_backward({_x}, {_w}, {_dout})['x']"
    _x, _w, _dout = (np.array(_a, dtype=float) for _a in (_x, _w, _dout))
    check_gradients(conv_1d_backward(_x, _w, _dout)["x"], _expected, _name)
check_bounds(conv_1d_backward, _x, _w, _dout)
### BEGIN HIDDEN TESTS
_random = rng()
for _n in (1, 2, 3, 5, 8):
    for _k in (1, 3, 5, 9):
        _x, _w, _dout = (_random.normal(size=_m) for _m in (_n, _k, _n))
        # Bump each input by 1: the outputs change by what the filter says about the bump alone.
        _changes = [np.correlate(_b, _w, "full")[_k // 2 : _k // 2 + _n] for _b in np.eye(_n)]
        _expected = [_change @ _dout for _change in _changes]
        check_gradients(
            conv_1d_backward(x=_x, w=_w, dout=_dout)["x"],
            _expected,
            f"conv_1d_backward(x, w, dout)['x'] for x ({_n},) and w ({_k},)",
        )
### END HIDDEN TESTS

# %% test="test_conv_1d_backward_w" points=1
# The gradient of w, with an upstream gradient and filters of any length.
for _x, _w, _dout, _expected in [
    ([4, 0, -1, 2], [2, -3, 1], [1, 10, 100, 1000], [-960, 1904, 190]),
    ([-1, 2], [1, 2, 3, 4, 5], [1, 10], [0, -10, 19, 2, 0]),
]:
    _name = f"conv_1d_backward({_x}, {_w}, {_dout})['w']"
    _x, _w, _dout = (np.array(_a, dtype=float) for _a in (_x, _w, _dout))
    check_gradients(conv_1d_backward(_x, _w, _dout)["w"], _expected, _name)
check_bounds(conv_1d_backward, _x, _w, _dout)
### BEGIN HIDDEN TESTS
_random = rng()
for _n in (1, 2, 3, 5, 8):
    for _k in (1, 3, 5, 9):
        _x, _w, _dout = (_random.normal(size=_m) for _m in (_n, _k, _n))
        _changes = [np.correlate(_x, _b, "full")[_k // 2 : _k // 2 + _n] for _b in np.eye(_k)]
        _expected = [_change @ _dout for _change in _changes]
        check_gradients(
            conv_1d_backward(_x, _w, _dout)["w"],
            _expected,
            f"conv_1d_backward(x, w, dout)['w'] for x ({_n},) and w ({_k},)",
        )
### END HIDDEN TESTS

# %% test="test_conv_1d_backward_upstream" points=1
# A single output counts, or none at all.
_x, _w = np.array([1.0, 2.0, 4.0, 2.0, 1.0]), np.array([1.0, 1.0, 1.0])
check_gradients(
    conv_1d_backward(_x, _w, np.array([0.0, 0.0, 1.0, 0.0, 0.0])),
    {"x": [0, 1, 1, 1, 0], "w": [2, 4, 2]},
    "conv_1d_backward([1, 2, 4, 2, 1], [1, 1, 1], [0, 0, 1, 0, 0])",
)
check_gradients(
    conv_1d_backward(np.array([1.0, 2.0, 4.0]), np.array([5.0, 2.0, 3.0]), np.zeros(3)),
    {"x": [0, 0, 0], "w": [0, 0, 0]},
    "conv_1d_backward([1, 2, 4], [5, 2, 3], [0, 0, 0])",
)
check_bounds(conv_1d_backward, _x, _w, np.zeros(5))
### BEGIN HIDDEN TESTS
_x, _w = np.array([1.0, 2.0, 4.0, 2.0, 1.0]), np.array([1.0, 1.0, 1.0])
check_gradients(
    conv_1d_backward(_x, _w, dout=np.array([0, 0, -2, 0, 0])),
    {"x": [0, -2, -2, -2, 0], "w": [-4, -8, -4]},
    "conv_1d_backward([1, 2, 4, 2, 1], [1, 1, 1], [0, 0, -2, 0, 0])",
)
_x, _w = rng().normal(size=6), rng().normal(size=5)
check_gradients(
    conv_1d_backward(_x, _w, np.zeros(6)),
    {"x": np.zeros(6), "w": np.zeros(5)},
    "conv_1d_backward(x, w, zeros)",
)
### END HIDDEN TESTS

# %% test="test_conv_1d_backward_kinds" points=0.5
# Gradients are float64, whatever numbers come in.
_x, _w = np.array([2.5, -3.25, 4.75, 1.5, -2.25]), np.array([3.5, 1.25, -2.75])
check_kinds(conv_1d_backward, _x, _w, gradient=True)
check_kinds(conv_1d_backward, _x, _w, np.array([1.5, -2.5, 3.25, 1.75, -2.25]), gradient=True)
### BEGIN HIDDEN TESTS
_random = rng()
_x, _w, _dout = _random.uniform(1, 4, 4), -_random.uniform(1, 4, 3), _random.uniform(1, 4, 4)
check_kinds(conv_1d_backward, _x, _w, _dout, gradient=True)
### END HIDDEN TESTS

# %% test="test_conv_1d_backward_untouched" points=0.5
# The inputs stay as they are, and the gradients are new arrays.
_x, _w = np.array([2.5, -3.25, 4.75, 1.5]), np.array([3.5, 1.25, -2.75])
check_untouched(conv_1d_backward, _x, _w)
check_untouched(conv_1d_backward, _x, _w, np.array([1.5, -2.5, 3.25, 1.75]))
### BEGIN HIDDEN TESTS
check_untouched(conv_1d_backward, np.array([2.5]), np.array([3.5]), np.array([1.5]))
### END HIDDEN TESTS

# %% [markdown]
# The check from lab 1 bumps every input for you, with a random upstream gradient, and compares
# your backward pass with your own forward pass:

# %%
gradient_check(
    forward_f=conv_1d,
    backward_f=conv_1d_backward,
    x=np.array([1.0, 2, 3, 4, 5]),
    w=np.array([5.0, 2, 3]),
)

# %% [markdown]
# ### Task 5 · Bump by one
#
# Take any `w` of length 3, any long `x`, and upstream gradients of 1. By how much does the sum of
# the outputs grow if you bump an input in the middle by 1? And the first input? The last? Say
# which weight is missing at each end, and why.

# %% [markdown] written="bump_by_one" points=1
# In the middle by $w[0] + w[1] + w[2]$: that input is in three windows, and meets another weight
# in each.
#
# The first input grows it by $w[0] + w[1]$. It would meet $w[2]$ in the window centred one place
# before it, and that window would belong to output $-1$, which does not exist. The last input
# grows it by $w[1] + w[2]$: it would meet $w[0]$ in the output after the last.

# %% [markdown]
# ## 6 · The same thing as one matrix product
#
# Write every window into a row of a matrix, and all the sums become one product, which computers
# do fast. Let us also move the **anchor**. So far output $t$ was the window *centred* at `t`. Now
# it is the window that *starts* at `t`, and zeros come in at the right end only:
#
# $$y[t] = \sum_{j=0}^{k-1} w[j]\; x[t+j], \qquad x[t] = 0 \text{ for } t \ge T$$
#
# For `x = [1, 2, 3, 4, 5, 6]` and $k = 3$ the matrix, times `w = [5, 2, 3]`, is
#
# ![Animation: row t of a 6 × 3 matrix is the window on a signal of length 6 that begins at t, with
# zeros past the right end. The matrix times the filter (5, 2, 3) is the convolution: 18, 28, 38,
# 48, 37, 30.](../../figures/unroll.gif)

# %%
windows = np.array([[1, 2, 3], [2, 3, 4], [3, 4, 5], [4, 5, 6], [5, 6, 0], [6, 0, 0]])
print(windows @ w)

# %% [markdown]
# ### Task 6 · `unroll`
#
# Row $t$ holds `x[t], x[t+1], ...`, with zeros past the right end. There are as many rows as
# entries in `x`. `k` may be larger than that.
#
# The matrix may have any dtype that holds the values. It must be new: `as_strided` on `x` itself
# looks clever, but it reads memory beyond the end, and whoever changes the matrix changes `x`.
#
# <details><summary>Hint</summary>
#
# How many zeros must follow `x` so that even the window that starts at its last entry has `k`
# entries? Once they are there, each row is a plain slice.
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


# %% test="test_unroll" points=2
# Each row is a window that starts at its own entry.
check_equal(
    unroll(np.array([1, 2, 3, 4, 5, 6]), 3),
    [[1, 2, 3], [2, 3, 4], [3, 4, 5], [4, 5, 6], [5, 6, 0], [6, 0, 0]],
    "unroll([1, 2, 3, 4, 5, 6], 3)",
)
check_equal(
    unroll(np.array([0.1, -1.5, 0.7]), 2),
    [[0.1, -1.5], [-1.5, 0.7], [0.7, 0]],
    "unroll([0.1, -1.5, 0.7], 2)",
)
check_bounds(unroll, np.array([0.1, -1.5, 0.7]), 2)
### BEGIN HIDDEN TESTS
_random = rng()
for _T in (4, 5, 9):
    for _k in (2, 3, 4):
        _x = _random.normal(size=_T) * 10.0 ** (_k - 3)
        _expected = [[_x[t + j] if t + j < _T else 0.0 for j in range(_k)] for t in range(_T)]
        check_equal(unroll(x=_x, k=_k), _expected, f"unroll(x, {_k}) for x ({_T},)")
### END HIDDEN TESTS

# %% test="test_unroll_sizes" points=2
# Windows of one entry, as long as the line, and longer.
_x = np.array([2.5, -1.0, 4.0])
check_equal(unroll(_x, 1), [[2.5], [-1.0], [4.0]], "unroll([2.5, -1, 4], 1)")
check_equal(unroll(_x, 3), [[2.5, -1, 4], [-1, 4, 0], [4, 0, 0]], "unroll([2.5, -1, 4], 3)")
check_equal(unroll(_x[:2], 5), [[2.5, -1, 0, 0, 0], [-1, 0, 0, 0, 0]], "unroll([2.5, -1], 5)")
check_equal(unroll(_x[:1], 1), [[2.5]], "unroll([2.5], 1)")
check_bounds(unroll, _x, 5)
### BEGIN HIDDEN TESTS
_random = rng()
for _T in (1, 2, 3, 6):
    for _k in (1, 2, 4, 6, 7, 13):
        _x = _random.normal(size=_T)
        _expected = [[_x[t + j] if t + j < _T else 0.0 for j in range(_k)] for t in range(_T)]
        check_equal(unroll(_x, _k), _expected, f"unroll(x, {_k}) for x ({_T},)")
### END HIDDEN TESTS

# %% test="test_unroll_kinds" points=0.5
# Numbers of every type come through as they are.
check_kinds(unroll, np.array([2.5, -3.25, 4.75, 1.5, -2.25]), k=3)
check_equal(
    unroll(np.array([123456789, -3]), 2), [[123456789, -3], [-3, 0]], "unroll([123456789, -3], 2)"
)
### BEGIN HIDDEN TESTS
check_kinds(unroll, rng().uniform(1, 4, 3), k=1)
check_kinds(unroll, -rng().uniform(1, 4, 3), k=5)
### END HIDDEN TESTS

# %% test="test_unroll_untouched" points=0.5
# x stays as it is, and the matrix is new.
check_untouched(unroll, np.array([2.5, -3.25, 4.75, 1.5]), k=3)
check_untouched(unroll, np.array([2.5, -3.25, 4.75, 1.5]), k=1)

# %% [markdown]
# ### Task 7 · `conv_1d_unrolled`
#
# Now the convolution with its anchor at the left is `unroll(x, len(w)) @ w`. `w` may have any
# length, even or odd, and may be longer than `x`.


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


# %% test="test_conv_1d_unrolled" points=2
# Filters of length 3.
for _x, _w, _expected in [
    ([1, 2, 3, 4, 5, 6], [5, 2, 3], [18.0, 28, 38, 48, 37, 30]),
    ([3, -1, 4, 1, -5, 9.5], [2, -3, 1], [13.0, -13, 0, 26.5, -38.5, 19]),
]:
    _got = conv_1d_unrolled(np.array(_x, dtype=float), np.array(_w, dtype=float))
    check_equal(_got, _expected, f"conv_1d_unrolled({_x}, {_w})")
_x, _w = np.array([3.0, -1.0, 4.0, 1.0, -5.0, 9.5]), np.array([2.0, -3.0, 1.0])
check_bounds(conv_1d_unrolled, _x, _w)
### BEGIN HIDDEN TESTS
_random = rng()
for _n in (3, 4, 5, 8, 13):
    for _scale in (1, 1e6, 1e-6):
        _x, _w = _scale * _random.normal(size=_n), _random.normal(size=3)
        _expected = np.correlate(_x, _w, "full")[2:]
        check_equal(
            conv_1d_unrolled(x=_x, w=_w),
            _expected,
            f"conv_1d_unrolled(x, w) for x ({_n},) and w (3,)",
        )
### END HIDDEN TESTS

# %% test="test_conv_1d_unrolled_lengths" points=2
# Shorter and longer filters, even and odd, up to longer than the line.
for _x, _w, _expected in [
    ([3, -1, 4.5], [2], [6.0, -2, 9]),
    ([3, -1, 4.5], [2, -3], [9.0, -15.5, 9]),
    ([3, -1], [1, 10, 100, 1000], [-7.0, -1]),
    ([3], [1, 10, 100, 1000], [3.0]),
]:
    _got = conv_1d_unrolled(np.array(_x, dtype=float), np.array(_w, dtype=float))
    check_equal(_got, _expected, f"conv_1d_unrolled({_x}, {_w})")
_w = np.array([1.0, 10.0, 100.0, 1000.0])
check_bounds(conv_1d_unrolled, np.array([3.0, -1.0]), _w)
### BEGIN HIDDEN TESTS
_random = rng()
for _n in range(1, 8):
    for _k in (1, 2, 4, 5, 8, 15):
        _x, _w = _random.normal(size=_n), _random.normal(size=_k)
        _expected = np.correlate(_x, _w, "full")[_k - 1 :]
        check_equal(
            conv_1d_unrolled(_x, _w),
            _expected,
            f"conv_1d_unrolled(x, w) for x ({_n},) and w ({_k},)",
        )
### END HIDDEN TESTS

# %% test="test_conv_1d_unrolled_kinds" points=0.5
# Integers, float32 and views give the same as float64.
check_kinds(
    conv_1d_unrolled, np.array([2.5, -3.25, 4.75, 1.5, -2.25]), np.array([3.5, 1.25, -2.75])
)
### BEGIN HIDDEN TESTS
check_kinds(conv_1d_unrolled, rng().uniform(1, 4, 8), rng().uniform(-4, -1, 2))
### END HIDDEN TESTS

# %% test="test_conv_1d_unrolled_untouched" points=0.5
# x and w stay as they are, and the result is a new array.
check_untouched(conv_1d_unrolled, np.array([2.5, -3.25, 4.75, 1.5]), np.array([3.5, 1.25, -2.75]))
check_untouched(conv_1d_unrolled, np.array([2.5, -3.25]), np.array([3.5]))

# %% [markdown]
# Put the two conventions side by side:

# %%
print("centred:         ", conv_1d(np.arange(1, 7), w))
print("anchored at left:", conv_1d_unrolled(np.arange(1, 7), w))

# %% [markdown]
# ### Task 8 · Two anchors
#
# How are the two results related for a filter of length 3? Which window appears only in the first
# result, and which only in the second?

# %% [markdown] written="anchors" points=1
# They are the same numbers one place apart: `conv_1d_unrolled` at $t$ is `conv_1d` at $t + 1$,
# because the window that starts at $t$ is centred at $t + 1$.
#
# Only the centred one has the window that begins one place before the line (its first output, 8).
# Only the anchored one has the window that begins at the last entry (its last output, 30).

# %% [markdown]
# ### The anchor reverses
#
# Which outputs did $x[2]$ go into? Those whose windows start at 2, 1 and 0, where it met $w[0]$,
# $w[1]$ and $w[2]$:
#
# $$dx[2] = w[0]\, \mathit{dout}[2] + w[1]\, \mathit{dout}[1] + w[2]\, \mathit{dout}[0]$$
#
# In general
#
# $$\begin{aligned}
# dx[s] &= \sum_{j} w[j]\; \mathit{dout}[s-j] \\
# dw[j] &= \sum_{t} \mathit{dout}[t]\; x[t+j]
# \end{aligned}$$
#
# Going forward, the window starts at $t$ and reaches to the right. Going back it ends at $s$ and
# reaches to the left, so its zeros come in at the *left* end. The anchor has moved to the other
# side. Here are all three anchors, on one line:
#
# ![The same 6 numbers and 3 weights, three times, with the first and the last window outlined.
# Zeros come in at the right end when anchored at the left; at both ends when anchored in the
# centre; at the left end when anchored at the right.](../../figures/anchors.png)
#
# **By hand.** `w = [5, 2, 3]` and `dout = [1, 10, 100, 1000]`, for any `x` of length 4:
# $dx[0] = 5\cdot1$, then $dx[1] = 5\cdot10 + 2\cdot1 = 52$, then $dx[2] = 523$ and $dx[3] = 5230$.
# And for `x = [1, 2, 3, 4]`, $dw = [4321, 432, 43]$.

# %%
x_small, dout = np.array([1, 2, 3, 4]), np.array([1, 10, 100, 1000])
before = np.concatenate([[0, 0], dout])  # zeros on the left
print("dx:", np.array([w @ before[s : s + 3][::-1] for s in range(4)]))
after = np.concatenate([x_small, [0, 0]])  # zeros on the right
print("dw:", np.array([dout @ after[j : j + 4] for j in range(3)]))

# %% [markdown]
# ### Task 9 · `conv_1d_unrolled_backward`
#
# The same promises as in task 4: a dict with `'x'` and `'w'`, ones without `dout`, always
# `float64`. And as in task 7, `w` may have any length.
#
# <details><summary>Hint</summary>
#
# With $U$ = `unroll(x, k)` the forward pass is $y = U w$, and for a matrix product you know
# $dw = U^\top \mathit{dout}$. For `dx`, either hand `dout[t] * w` back to the window that starts at
# `t`, as in task 4, or lay the reversed filter on a `dout` that is padded on its left.
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
# Without an upstream gradient: all outputs count 1.
_x, _w = np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]), np.array([5.0, 2.0, 3.0])
check_gradients(
    conv_1d_unrolled_backward(_x, _w),
    {"x": [5, 7, 10, 10, 10, 10], "w": [21, 20, 18]},
    "conv_1d_unrolled_backward([1, 2, 3, 4, 5, 6], [5, 2, 3])",
)
check_bounds(conv_1d_unrolled_backward, _x, _w)
### BEGIN HIDDEN TESTS
_random = rng()
for _n in (3, 5, 9):
    _x, _w = _random.normal(size=_n), _random.normal(size=3)
    _dx = [_w[: _s + 1].sum() for _s in range(_n)]
    _dw = [_x[_j:].sum() for _j in range(3)]
    check_gradients(
        conv_1d_unrolled_backward(x=_x, w=_w),
        {"x": _dx, "w": _dw},
        f"conv_1d_unrolled_backward(x, w) for x ({_n},) and w (3,)",
    )
### END HIDDEN TESTS

# %% test="test_conv_1d_unrolled_backward_x" points=2
# The gradient of x, with an upstream gradient and filters of any length.
for _x, _w, _dout, _expected in [
    ([4, 0, -1, 2], [2, -3, 1], [1, 10, 100, 1000], [2, 17, 171, 1710]),
    ([4, 0], [1, 2, 3, 4], [1, 10], [1, 12]),
]:
    _name = f"conv_1d_unrolled_backward({_x}, {_w}, {_dout})['x']"
    _x, _w, _dout = (np.array(_a, dtype=float) for _a in (_x, _w, _dout))
    check_gradients(conv_1d_unrolled_backward(_x, _w, _dout)["x"], _expected, _name)
check_bounds(conv_1d_unrolled_backward, _x, _w, _dout)
### BEGIN HIDDEN TESTS
_random = rng()
for _n in (1, 2, 3, 5, 8):
    for _k in (1, 2, 3, 4, 9):
        _x, _w, _dout = (_random.normal(size=_m) for _m in (_n, _k, _n))
        # Bump each input by 1: the outputs change by what the filter says about the bump alone.
        _changes = [np.correlate(_b, _w, "full")[_k - 1 :] for _b in np.eye(_n)]
        _expected = [_change @ _dout for _change in _changes]
        check_gradients(
            conv_1d_unrolled_backward(x=_x, w=_w, dout=_dout)["x"],
            _expected,
            f"conv_1d_unrolled_backward(x, w, dout)['x'] for x ({_n},) and w ({_k},)",
        )
### END HIDDEN TESTS

# %% test="test_conv_1d_unrolled_backward_w" points=1
# The gradient of w, with an upstream gradient and filters of any length.
for _x, _w, _dout, _expected in [
    ([4, 0, -1, 2], [2, -3, 1], [1, 10, 100, 1000], [1904, 190, 19]),
    ([-1, 2], [1, 2, 3, 4], [1, 10], [19, 2, 0, 0]),
]:
    _name = f"conv_1d_unrolled_backward({_x}, {_w}, {_dout})['w']"
    _x, _w, _dout = (np.array(_a, dtype=float) for _a in (_x, _w, _dout))
    check_gradients(conv_1d_unrolled_backward(_x, _w, _dout)["w"], _expected, _name)
check_bounds(conv_1d_unrolled_backward, _x, _w, _dout)
### BEGIN HIDDEN TESTS
_random = rng()
for _n in (1, 2, 3, 5, 8):
    for _k in (1, 2, 3, 4, 9):
        _x, _w, _dout = (_random.normal(size=_m) for _m in (_n, _k, _n))
        _changes = [np.correlate(_x, _b, "full")[_k - 1 :] for _b in np.eye(_k)]
        _expected = [_change @ _dout for _change in _changes]
        check_gradients(
            conv_1d_unrolled_backward(_x, _w, _dout)["w"],
            _expected,
            f"conv_1d_unrolled_backward(x, w, dout)['w'] for x ({_n},) and w ({_k},)",
        )
### END HIDDEN TESTS

# %% test="test_conv_1d_unrolled_backward_upstream" points=1
# Upstream gradients with zeros in them, and of nothing else.
# With a single weight there is no anchor to get wrong.
_x, _w = np.array([1.0, 2.0, 4.0, 2.5]), np.array([3.0])
check_gradients(
    conv_1d_unrolled_backward(_x, _w, np.array([0.0, -2.0, 1.5, 0.0])),
    {"x": [0, -6, 4.5, 0], "w": [2]},
    "conv_1d_unrolled_backward([1, 2, 4, 2.5], [3], [0, -2, 1.5, 0])",
)
check_gradients(
    conv_1d_unrolled_backward(np.array([1.0, 2.0, 4.0]), np.array([5.0, 2.0]), np.zeros(3)),
    {"x": [0, 0, 0], "w": [0, 0]},
    "conv_1d_unrolled_backward([1, 2, 4], [5, 2], [0, 0, 0])",
)
check_bounds(conv_1d_unrolled_backward, _x, _w, np.zeros(4))
### BEGIN HIDDEN TESTS
_x, _w = np.array([1.0, 2.0, 4.0, 2.5]), np.array([3.0])
check_gradients(
    conv_1d_unrolled_backward(_x, _w, dout=np.array([0, 0, -2, 0])),
    {"x": [0, 0, -6, 0], "w": [-8]},
    "conv_1d_unrolled_backward([1, 2, 4, 2.5], [3], [0, 0, -2, 0])",
)
_x, _w = rng().normal(size=6), rng().normal(size=4)
check_gradients(
    conv_1d_unrolled_backward(_x, _w, np.zeros(6)),
    {"x": np.zeros(6), "w": np.zeros(4)},
    "conv_1d_unrolled_backward(x, w, zeros)",
)
### END HIDDEN TESTS

# %% test="test_conv_1d_unrolled_backward_kinds" points=0.5
# Gradients are float64, whatever numbers come in.
_x, _w = np.array([2.5, -3.25, 4.75, 1.5, -2.25]), np.array([3.5, 1.25, -2.75])
check_kinds(conv_1d_unrolled_backward, _x, _w, gradient=True)
check_kinds(
    conv_1d_unrolled_backward, _x, _w, np.array([1.5, -2.5, 3.25, 1.75, -2.25]), gradient=True
)
### BEGIN HIDDEN TESTS
_random = rng()
_x, _w, _dout = _random.uniform(1, 4, 4), -_random.uniform(1, 4, 2), _random.uniform(1, 4, 4)
check_kinds(conv_1d_unrolled_backward, _x, _w, _dout, gradient=True)
### END HIDDEN TESTS

# %% test="test_conv_1d_unrolled_backward_untouched" points=0.5
# The inputs stay as they are, and the gradients are new arrays.
_x, _w = np.array([2.5, -3.25, 4.75, 1.5]), np.array([3.5, 1.25, -2.75])
check_untouched(conv_1d_unrolled_backward, _x, _w)
check_untouched(conv_1d_unrolled_backward, _x, _w, np.array([1.5, -2.5, 3.25, 1.75]))
check_untouched(conv_1d_unrolled_backward, _x, _w[:1], np.array([1.5, -2.5, 3.25, 1.75]))

# %% [markdown]
# And the slopes of your forward pass against your backward pass:

# %%
gradient_check(
    forward_f=conv_1d_unrolled,
    backward_f=conv_1d_unrolled_backward,
    x=np.array([1.0, 2, 3, 4, 5]),
    w=np.array([5.0, 2, 3, 1]),
)

# %% [markdown]
# ## 7 · Channels, filters, batches
#
# A place on the line can hold more than one number: red, green and blue; left and right; the
# answers of the previous layer's filters. These are **channels**. A window then covers all
# channels of its places, and a filter has a weight for each: with 10 channels and $k = 3$ it adds
# up 30 products.
#
# Each filter gives one output channel, and a batch is many inputs treated alike. The shapes, here
# and in all labs:
#
# | | shape |
# |---|---|
# | `x` | $N \times C \times T$: inputs, channels, places |
# | `w` | $O \times C \times K$: filters, channels, weights |
# | result | $N \times O \times T_\text{out}$ |
#
# $$y[n, o, t] = \sum_{c} \sum_{j} w[o, c, j]\; \tilde x[n, c, t \cdot s + j]$$
#
# with $\tilde x$ padded by $p$ zeros at both ends of the last axis only. When the stride does not
# divide, nobody complains here: the window that would stick out at the far end is dropped, as in
# every library. So $T_\text{out} = (T - K + 2p)\;//\;s + 1$, rounded down.
#
# **By hand.** One input with the channels `[1, 2, 3, 4, 5]` and `[10, 20, 30, 40, 50]`, and the
# filter `[[1, 0], [0, 1]]`. It adds the first channel at `t` to the second at `t + 1`:
# `[21, 32, 43, 54]`. With stride 2 it keeps every other one, `[21, 43]`, and never looks at the
# last place of the first channel.

# %%
two = np.array([[1, 2, 3, 4, 5], [10, 20, 30, 40, 50]])
print("a filter over 10 channels has", np.ones((10, 3)).size, "weights")
print("stride 1:", np.array([np.sum(np.eye(2) * two[:, t : t + 2]) for t in (0, 1, 2, 3)]))
print("stride 2:", np.array([np.sum(np.eye(2) * two[:, t : t + 2]) for t in (0, 2)]))

# %% [markdown]
# ### Task 10 · `conv_1d_channels`
#
# Any of $N$, $C$, $O$ and $K$ may be 1, the stride may be larger than the filter, and the filter
# as long as the padded line.
#
# <details><summary>Hint</summary>
#
# Start with four plain loops over `n`, `o`, `t` and `c`; each step is a sum over a slice, as
# before. When that is right you can let NumPy do some of them: for one `t`, the slice
# `x_padded[:, :, t*stride : t*stride + K]` holds the window of every input, and
# `np.einsum('nck,ock->no', window, w)` does the rest.
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


# %% test="test_conv_1d_channels" points=2
# Several inputs, channels and filters, with stride 1 and no padding.
_x = np.array([[[1.0, 2, 3, 4, 5], [10, 20, 30, 40, 50]], [[0.5, 1, 0, 0, 2], [3, 0, 0, 1, 0]]])
_w = np.array([[[1.0, 0], [0, 1]], [[2, -1], [0, 3]], [[0, 0], [-1, 2]]])
check_equal(
    conv_1d_channels(_x[:1].copy(), _w[:1].copy()),
    [[[21.0, 32, 43, 54]]],
    "conv_1d_channels(x[:1], w[:1])",
)
check_equal(
    conv_1d_channels(_x, _w),
    [
        [[21.0, 32, 43, 54], [60, 91, 122, 153], [30, 40, 50, 60]],
        [[0.5, 1, 1, 0], [0, 2, 3, -2], [-3, 0, 2, -1]],
    ],
    "conv_1d_channels(x, w) for x (2, 2, 5) and w (3, 2, 2)",
)
check_bounds(conv_1d_channels, _x, _w)
### BEGIN HIDDEN TESTS
_random = rng()
for _N, _C, _O, _T, _K in ((2, 3, 4, 7, 3), (4, 2, 3, 8, 2), (3, 4, 2, 6, 4)):
    for _scale in (1, 1e6, 1e-6):
        _x, _w = _scale * _random.normal(size=(_N, _C, _T)), _random.normal(size=(_O, _C, _K))
        _x_windows = np.lib.stride_tricks.sliding_window_view(_x, _K, axis=2)
        _expected = np.einsum("nctk,ock->not", _x_windows, _w)
        check_equal(
            conv_1d_channels(x=_x, w=_w),
            _expected,
            f"conv_1d_channels(x, w) for {_x.shape}, {_w.shape}",
        )
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_stride" points=2
# Strides from 2 on, which do not always come out even.
_x, _w = [[[1.0, 2, 3, 4, 5, 6]]], [[[5.0, 2, 3]]]
for _s, _expected in ((3, [[[18.0, 48]]]), (2, [[[18.0, 38]]]), (5, [[[18.0]]])):
    check_equal(
        conv_1d_channels(np.array(_x), np.array(_w), stride=_s),
        _expected,
        f"conv_1d_channels([[[1, ..., 6]]], [[[5, 2, 3]]], stride={_s})",
    )
check_equal(
    conv_1d_channels(np.array(_x), np.array([[[5.0]], [[-1.0]]]), stride=2),
    [[[5.0, 15, 25], [-1, -3, -5]]],
    "conv_1d_channels([[[1, ..., 6]]], [[[5]], [[-1]]], stride=2)",
)
check_bounds(conv_1d_channels, np.array(_x), np.array(_w), stride=2)
### BEGIN HIDDEN TESTS
_random = rng()
for _T in (5, 6, 7, 8, 11):
    for _K in (1, 2, 3):
        for _s in (2, 3, 4):
            _x, _w = _random.normal(size=(2, 3, _T)), _random.normal(size=(4, 3, _K))
            _x_windows = np.lib.stride_tricks.sliding_window_view(_x, _K, axis=2)
            _expected = np.einsum("nctk,ock->not", _x_windows[:, :, ::_s], _w)
            check_equal(
                conv_1d_channels(_x, _w, _s),
                _expected,
                f"conv_1d_channels(x, w, stride={_s}) for {_x.shape}, {_w.shape}",
            )
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_padding" points=1
# Padding, at stride 1.
_x, _w = [[[1.0, 2, 3, 4, 5, 6]]], [[[5.0, 2, 3]]]
for _p, _expected in (
    (1, [[[8.0, 18, 28, 38, 48, 37]]]),
    (2, [[[3.0, 8, 18, 28, 38, 48, 37, 30]]]),
):
    check_equal(
        conv_1d_channels(np.array(_x), np.array(_w), padding=_p),
        _expected,
        f"conv_1d_channels([[[1, ..., 6]]], [[[5, 2, 3]]], padding={_p})",
    )
check_bounds(conv_1d_channels, np.array(_x), np.array(_w), padding=1)
### BEGIN HIDDEN TESTS
_random = rng()
for _T in (4, 7):
    for _K in (2, 3):
        for _p in (1, 2, 4):
            _x, _w = _random.normal(size=(2, 3, _T)), _random.normal(size=(4, 3, _K))
            _x_padded = np.zeros((2, 3, _T + 2 * _p))
            _x_padded[:, :, _p : _p + _T] = _x
            _x_windows = np.lib.stride_tricks.sliding_window_view(_x_padded, _K, axis=2)
            _expected = np.einsum("nctk,ock->not", _x_windows, _w)
            check_equal(
                conv_1d_channels(_x, _w, 1, _p),
                _expected,
                f"conv_1d_channels(x, w, padding={_p}) for {_x.shape}, {_w.shape}",
            )
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_sizes" points=1
# One channel and one filter, as long as the line; stride and padding together; a single place.
_x, _w = [[[1.0, 2, 3]], [[4, 5, 7]]], [[[5.0, 2, 3]]]
for _some, _options, _expected in (
    (_x, {}, [[[18.0]], [[51]]]),
    (_x, {"stride": 2, "padding": 1}, [[[8.0, 16]], [[23, 39]]]),
    ([[[1.0]]], {"stride": 4, "padding": 1}, [[[2.0]]]),
):
    _got = conv_1d_channels(np.array(_some), np.array(_w), **_options)
    check_equal(_got, _expected, f"conv_1d_channels({_some}, {_w}, **{_options})")
check_bounds(conv_1d_channels, np.array(_x), np.array(_w), stride=2, padding=1)
### BEGIN HIDDEN TESTS
_random = rng()
for _N, _C, _O in ((1, 1, 1), (1, 3, 2), (3, 1, 2), (2, 3, 1)):
    for _T, _K, _s, _p in ((6, 3, 2, 1), (5, 2, 3, 2), (3, 7, 2, 2), (7, 4, 3, 1), (2, 3, 5, 2)):
        _x, _w = _random.normal(size=(_N, _C, _T)), _random.normal(size=(_O, _C, _K))
        _x_padded = np.zeros((_N, _C, _T + 2 * _p))
        _x_padded[:, :, _p : _p + _T] = _x
        _x_windows = np.lib.stride_tricks.sliding_window_view(_x_padded, _K, axis=2)
        _expected = np.einsum("nctk,ock->not", _x_windows[:, :, ::_s], _w)
        check_equal(
            conv_1d_channels(_x, _w, stride=_s, padding=_p),
            _expected,
            f"conv_1d_channels(x, w, stride={_s}, padding={_p}) for {_x.shape}, {_w.shape}",
        )
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_kinds" points=0.5
# Integers, float32 and views give the same as float64.
_random = np.random.default_rng(1)
_x, _w = _random.uniform(1, 4, (2, 3, 7)), -_random.uniform(1, 4, (2, 3, 3))
check_kinds(conv_1d_channels, _x, _w)
check_kinds(conv_1d_channels, _x, _w, stride=2, padding=1)
### BEGIN HIDDEN TESTS
_random = rng()
check_kinds(
    conv_1d_channels, _random.uniform(1, 4, (3, 1, 5)), _random.uniform(1, 4, (2, 1, 1)), stride=2
)
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_untouched" points=0.5
# x and w stay as they are, and the result is a new array.
_random = np.random.default_rng(2)
_x, _w = _random.uniform(1, 4, (2, 3, 7)), _random.uniform(1, 4, (2, 3, 3))
check_untouched(conv_1d_channels, _x, _w)
check_untouched(conv_1d_channels, _x, _w, stride=2, padding=1)
### BEGIN HIDDEN TESTS
check_untouched(conv_1d_channels, _x[:, :1], _w[:1, :1, :1])
### END HIDDEN TESTS

# %% [markdown]
# ### A whole image, row by row
#
# Take the 28 rows of the 4 as a batch of 28 lines with one channel. Two filters give two channels,
# and each of them is a picture: the edges, and a smoothed copy. But no row knows of its neighbours,
# so an edge that runs from left to right stays unseen. Windows in two directions are the subject
# of lab 3.

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
# ### Back through channels
#
# Nothing new happens; there are only more places to add up. Output $(n, o, t)$ looked at one
# window of input $n$, through filter $o$. It sends `dout[n, o, t] * w[o]` back to that window, and
# `dout[n, o, t]` times the window to `dw[o]`. A filter is used by every input and at every stop,
# so its gradient sums over all of them.
#
# Stride changes *where* a window lies, going back as going forward: at $t \cdot s$. Places that no
# window covers have gradient zero.
#
# **By hand.** `[1, 2, 3, 4, 5, 6]`, filter `[5, 2, 3]`, stride 2: the windows start at 0 and at 2.
# With `dout = [1, 10]`, $dx = [5, 2, 3 + 50, 20, 30, 0]$. The 6 at the end was never seen. And
# $dw = [1 + 30, 2 + 40, 3 + 50] = [31, 42, 53]$.

# %%
x_line = np.arange(1, 7)
dx = np.zeros(6)
dx[0:3] += 1 * w
dx[2:5] += 10 * w
print("dx:", dx)
print("dw:", 1 * x_line[0:3] + 10 * x_line[2:5])

# %% [markdown]
# ### Task 11 · `conv_1d_channels_backward`
#
# The same promises once more, for every shape, stride and padding that task 10 allows. Without
# `dout`, all $N \times O \times T_\text{out}$ outputs count 1.
#
# <details><summary>Hint</summary>
#
# Keep the loops of your forward pass, and turn the one line inside them into two, as in task 4.
# Cut the padding off with `padding : padding + T`, which also works where `padding` is 0.
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


# %% test="test_conv_1d_channels_backward" points=1
# Without an upstream gradient: all outputs count 1.
_x = np.array([[[1.0, 2, 3, 4, 5], [10, 20, 30, 40, 50]]])
_w = np.array([[[1.0, 0], [0, 1]], [[1, -1], [0, 0]]])
check_gradients(
    conv_1d_channels_backward(_x, _w),
    {
        "x": [[[2, 1, 1, 1, -1], [0, 1, 1, 1, 1]]],
        "w": [[[10, 14], [100, 140]], [[10, 14], [100, 140]]],
    },
    "conv_1d_channels_backward(x, w) for x (1, 2, 5) and w (2, 2, 2)",
)
check_bounds(conv_1d_channels_backward, _x, _w)
### BEGIN HIDDEN TESTS
_random = rng()
for _N, _C, _O, _T, _K in ((2, 3, 4, 7, 3), (1, 1, 1, 5, 5)):
    _x, _w = _random.normal(size=(_N, _C, _T)), _random.normal(size=(_O, _C, _K))
    _dx, _dw = np.zeros(_x.shape), np.zeros(_w.shape)
    for _t in range(_T - _K + 1):  # every filter sees this window of every input
        _dx[:, :, _t : _t + _K] += _w.sum(axis=0)
        _dw += _x[:, :, _t : _t + _K].sum(axis=0)
    check_gradients(
        conv_1d_channels_backward(x=_x, w=_w),
        {"x": _dx, "w": _dw},
        f"conv_1d_channels_backward(x, w) for x {_x.shape} and w {_w.shape}",
    )
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_backward_x" points=1
# The gradient of x, with an upstream gradient.
_x = np.array([[[1.0, 2, 3, 4], [5, 6, 7, 8]], [[0, 1, 0, 2], [3, 0, 1, 0]]])
_w = np.array([[[5.0, 2, 3], [1, 0, -1]], [[0, 0, 1], [2, 0, 0]]])
_dout = np.array([[[1.0, 10], [2, 0]], [[100, 1000], [0, 3]]])
check_gradients(
    conv_1d_channels_backward(_x, _w, _dout)["x"],
    [[[5, 52, 25, 30], [5, 10, -1, -10]], [[500, 5200, 2300, 3003], [100, 1006, -100, -1000]]],
    "conv_1d_channels_backward(x, w, dout)['x'] for x (2, 2, 4) and w (2, 2, 3)",
)
check_bounds(conv_1d_channels_backward, _x, _w, _dout)
### BEGIN HIDDEN TESTS
_random = rng()
for _N, _C, _O, _T, _K in ((2, 3, 4, 6, 3), (3, 2, 1, 5, 2), (1, 1, 3, 4, 4), (2, 1, 2, 3, 1)):
    _x, _w = _random.normal(size=(_N, _C, _T)), _random.normal(size=(_O, _C, _K))
    _dout = _random.normal(size=(_N, _O, _T - _K + 1))
    _expected = np.zeros(_x.shape)
    for _n, _o, _c in np.ndindex(_N, _O, _C):
        _expected[_n, _c] += np.convolve(_dout[_n, _o], _w[_o, _c])
    check_gradients(
        conv_1d_channels_backward(x=_x, w=_w, dout=_dout)["x"],
        _expected,
        f"conv_1d_channels_backward(x, w, dout)['x'] for {_x.shape} and {_w.shape}",
    )
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_backward_w" points=1
# The gradient of w, with an upstream gradient.
_x = np.array([[[1.0, 2, 3, 4], [5, 6, 7, 8]], [[0, 1, 0, 2], [3, 0, 1, 0]]])
_w = np.array([[[5.0, 2, 3], [1, 0, -1]], [[0, 0, 1], [2, 0, 0]]])
_dout = np.array([[[1.0, 10], [2, 0]], [[100, 1000], [0, 3]]])
check_gradients(
    conv_1d_channels_backward(_x, _w, _dout)["w"],
    [[[1021, 132, 2043], [365, 1076, 187]], [[5, 4, 12], [10, 15, 14]]],
    "conv_1d_channels_backward(x, w, dout)['w'] for x (2, 2, 4) and w (2, 2, 3)",
)
check_bounds(conv_1d_channels_backward, _x, _w, _dout)
### BEGIN HIDDEN TESTS
_random = rng()
for _N, _C, _O, _T, _K in ((2, 3, 4, 6, 3), (3, 2, 1, 5, 2), (1, 1, 3, 4, 4), (2, 1, 2, 3, 1)):
    _x, _w = _random.normal(size=(_N, _C, _T)), _random.normal(size=(_O, _C, _K))
    _dout = _random.normal(size=(_N, _O, _T - _K + 1))
    _expected = np.zeros(_w.shape)
    for _n, _o, _c in np.ndindex(_N, _O, _C):
        _expected[_o, _c] += np.correlate(_x[_n, _c], _dout[_n, _o])
    check_gradients(
        conv_1d_channels_backward(_x, _w, _dout)["w"],
        _expected,
        f"conv_1d_channels_backward(x, w, dout)['w'] for {_x.shape} and {_w.shape}",
    )
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_backward_stride" points=2
# Strides from 2 on: what no window covers has gradient 0.
_x, _w = [[[1.0, 2, 3, 4, 5, 6]]], [[[5.0, 2, 3]]]
check_gradients(
    conv_1d_channels_backward(np.array(_x), np.array(_w), np.array([[[1.0, 10]]]), stride=2),
    {"x": [[[5, 2, 53, 20, 30, 0]]], "w": [[[31, 42, 53]]]},
    "conv_1d_channels_backward([[[1, ..., 6]]], [[[5, 2, 3]]], [[[1, 10]]], stride=2)",
)
check_gradients(
    conv_1d_channels_backward(np.array(_x), np.array(_w), stride=2),
    {"x": [[[5, 2, 8, 2, 3, 0]]], "w": [[[4, 6, 8]]]},
    "conv_1d_channels_backward([[[1, ..., 6]]], [[[5, 2, 3]]], stride=2)",
)
check_gradients(
    conv_1d_channels_backward(np.array(_x), np.array([[[5.0]]]), np.array([[[1.0, 10]]]), stride=4),
    {"x": [[[5, 0, 0, 0, 50, 0]]], "w": [[[51]]]},
    "conv_1d_channels_backward([[[1, ..., 6]]], [[[5]]], [[[1, 10]]], stride=4)",
)
check_bounds(conv_1d_channels_backward, np.array(_x), np.array(_w), stride=2)
### BEGIN HIDDEN TESTS
_random = rng()
for _T, _K, _s in ((5, 3, 2), (6, 3, 2), (8, 2, 3), (7, 1, 2), (9, 3, 4), (4, 3, 7)):
    _x, _w = _random.normal(size=(2, 3, _T)), _random.normal(size=(4, 3, _K))
    _dout = _random.normal(size=(2, 4, (_T - _K) // _s + 1))
    # The gradient at stride 1, where the outputs that stride leaves out have no upstream gradient.
    _dout_spread = np.zeros((2, 4, _T - _K + 1))
    _dout_spread[:, :, ::_s] = _dout
    _dx, _dw = np.zeros(_x.shape), np.zeros(_w.shape)
    for _n, _o, _c in np.ndindex(2, 4, 3):
        _dx[_n, _c] += np.convolve(_dout_spread[_n, _o], _w[_o, _c])
        _dw[_o, _c] += np.correlate(_x[_n, _c], _dout_spread[_n, _o])
    check_gradients(
        conv_1d_channels_backward(_x, _w, _dout, _s),
        {"x": _dx, "w": _dw},
        f"conv_1d_channels_backward(x, w, dout, stride={_s}) for {_x.shape} and {_w.shape}",
    )
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_backward_padding" points=1
# Padding: dw has seen the zeros, dx has the size of x.
_x, _w = [[[1.0, 2, 3]]], [[[5.0, 2, 3]]]
check_gradients(
    conv_1d_channels_backward(np.array(_x), np.array(_w), np.array([[[1.0, 10, 100]]]), padding=1),
    {"x": [[[52, 523, 230]]], "w": [[[210, 321, 32]]]},
    "conv_1d_channels_backward([[[1, 2, 3]]], [[[5, 2, 3]]], [[[1, 10, 100]]], padding=1)",
)
check_gradients(
    conv_1d_channels_backward(np.array(_x), np.array(_w), padding=2),
    {"x": [[[10, 10, 10]]], "w": [[[6, 6, 6]]]},
    "conv_1d_channels_backward([[[1, 2, 3]]], [[[5, 2, 3]]], padding=2)",
)
check_bounds(conv_1d_channels_backward, np.array(_x), np.array(_w), padding=1)
### BEGIN HIDDEN TESTS
_random = rng()
_cases = ((6, 3, 1, 1), (3, 7, 1, 2), (4, 1, 1, 3), (5, 3, 2, 1), (6, 3, 2, 1), (5, 2, 3, 2))
for _T, _K, _s, _p in _cases:
    _x, _w = _random.normal(size=(2, 3, _T)), _random.normal(size=(4, 3, _K))
    _dout = _random.normal(size=(2, 4, (_T - _K + 2 * _p) // _s + 1))
    _x_padded = np.zeros((2, 3, _T + 2 * _p))
    _x_padded[:, :, _p : _p + _T] = _x
    _dout_spread = np.zeros((2, 4, _T - _K + 2 * _p + 1))
    _dout_spread[:, :, ::_s] = _dout
    _dx, _dw = np.zeros(_x_padded.shape), np.zeros(_w.shape)
    for _n, _o, _c in np.ndindex(2, 4, 3):
        _dx[_n, _c] += np.convolve(_dout_spread[_n, _o], _w[_o, _c])
        _dw[_o, _c] += np.correlate(_x_padded[_n, _c], _dout_spread[_n, _o])
    check_gradients(
        conv_1d_channels_backward(_x, _w, _dout, _s, _p),
        {"x": _dx[:, :, _p : _p + _T], "w": _dw},
        f"conv_1d_channels_backward with stride {_s}, padding {_p} for {_x.shape} and {_w.shape}",
    )
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_backward_upstream" points=1
# Upstream gradients with zeros in them, and of nothing else.
# With a single weight each input goes into one output.
_x, _w = np.array([[[1.0, 2.0, 4.0, 2.5]]]), np.array([[[3.0]]])
check_gradients(
    conv_1d_channels_backward(_x, _w, np.array([[[0.0, -2.0, 1.5, 0.0]]])),
    {"x": [[[0, -6, 4.5, 0]]], "w": [[[2]]]},
    "conv_1d_channels_backward([[[1, 2, 4, 2.5]]], [[[3]]], [[[0, -2, 1.5, 0]]])",
)
check_gradients(
    conv_1d_channels_backward(
        np.array([[[1.0, 2.0, 4.0]]]), np.array([[[5.0, 2.0]]]), np.zeros((1, 1, 2))
    ),
    {"x": [[[0, 0, 0]]], "w": [[[0, 0]]]},
    "conv_1d_channels_backward([[[1, 2, 4]]], [[[5, 2]]], [[[0, 0]]])",
)
check_bounds(conv_1d_channels_backward, _x, _w, np.zeros((1, 1, 4)))
### BEGIN HIDDEN TESTS
_x, _w = np.array([[[1.0, 2.0, 4.0, 2.5]]]), np.array([[[3.0]]])
check_gradients(
    conv_1d_channels_backward(_x, _w, dout=np.array([[[0, 0, -2, 0]]])),
    {"x": [[[0, 0, -6, 0]]], "w": [[[-8]]]},
    "conv_1d_channels_backward([[[1, 2, 4, 2.5]]], [[[3]]], [[[0, 0, -2, 0]]])",
)
_x, _w = rng().normal(size=(2, 3, 7)), rng().normal(size=(4, 3, 3))
check_gradients(
    conv_1d_channels_backward(_x, _w, np.zeros((2, 4, 5))),
    {"x": np.zeros((2, 3, 7)), "w": np.zeros((4, 3, 3))},
    "conv_1d_channels_backward(x, w, zeros)",
)
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_backward_kinds" points=0.5
# Gradients are float64, whatever numbers come in.
_random = np.random.default_rng(3)
_x, _w = _random.uniform(1, 4, (2, 3, 7)), -_random.uniform(1, 4, (2, 3, 3))
_dout = _random.uniform(1, 4, (2, 2, 4))
check_kinds(conv_1d_channels_backward, _x, _w, gradient=True)
check_kinds(conv_1d_channels_backward, _x, _w, _dout, stride=2, padding=1, gradient=True)
### BEGIN HIDDEN TESTS
_random = rng()
_x, _w = _random.uniform(1, 4, (3, 1, 3)), _random.uniform(1, 4, (2, 1, 1))
_dout = _random.uniform(1, 4, (3, 2, 3))
check_kinds(conv_1d_channels_backward, _x, _w, _dout, gradient=True)
### END HIDDEN TESTS

# %% test="test_conv_1d_channels_backward_untouched" points=0.5
# The inputs stay as they are, and the gradients are new arrays.
_random = np.random.default_rng(4)
_x, _w = _random.uniform(1, 4, (2, 3, 7)), _random.uniform(1, 4, (2, 3, 3))
check_untouched(conv_1d_channels_backward, _x, _w)
check_untouched(conv_1d_channels_backward, _x, _w, _random.uniform(1, 4, (2, 2, 5)))
check_untouched(
    conv_1d_channels_backward, _x, _w, _random.uniform(1, 4, (2, 2, 4)), stride=2, padding=1
)
### BEGIN HIDDEN TESTS
check_untouched(conv_1d_channels_backward, _x[:1, :1], _w[:1, :1, :1], 2 * np.ones((1, 1, 7)))
### END HIDDEN TESTS

# %% [markdown]
# A last time the slopes of your forward pass, with several of everything, stride 2 and padding 1:

# %%
generator = np.random.default_rng(5)
x_batch, filters = generator.normal(size=(2, 3, 8)), generator.normal(size=(4, 3, 3))
gradient_check(
    forward_f=conv_1d_channels,
    backward_f=conv_1d_channels_backward,
    x=x_batch,
    w=filters,
    stride=2,
    padding=1,
)

# %% [markdown]
# ### Task 12 · Fewer weights
#
# A *dense* layer from 100 places with 4 channels to 100 places with 8 channels has a weight for
# every pair of an input number and an output number. How many is that, and how many has a
# convolution with 8 filters of length 5? What does the convolution assume about its input in
# return?

# %% [markdown] written="fewer_weights" points=1
# Dense: $(100 \cdot 4) \cdot (100 \cdot 8) = 320\,000$ weights. Convolution:
# $8 \cdot 4 \cdot 5 = 160$, whatever the length of the line.
#
# It assumes that what matters is local (an output needs only 5 neighbouring places), and that a
# pattern means the same wherever it is, so that the same weights can look for it everywhere.

# %% [markdown]
# ## Summary
#
# - A convolution is the same small dot product at every place. In deep learning the filter is laid
#   on, not turned round.
# - $(n - k + 2p)/s + 1$ windows fit. Valid, half and full are just paddings of $0$, $(k-1)/2$ and
#   $k-1$.
# - Backward, each output returns its share to the window it came from, and shares add up. Written
#   as a formula, the filter is turned round and the anchor changes sides.
# - Unrolled, a convolution is a matrix product. In lab 3 this makes images fast.
#
# ## Go further
#
# - **Dilation** leaves gaps between the weights, so that three of them span five places:
#   $y[t] = \sum_j w[j]\, x[t + 2j]$. What becomes of `output_size`?
# - **Around the corner.** On a circle (the hours of a day) the right padding is not zeros but the
#   beginning of the line. How do forward and backward change?
# - Make an $x$ of a million entries and a filter of five. How much faster is your matrix product
#   than your loop, and how much memory does the unrolled matrix take?
