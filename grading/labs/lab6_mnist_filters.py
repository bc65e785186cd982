# ---
# jupyter:
#   lab:
#     bounds: false
#     mutants: true
# ---

# %% [markdown]
# # Lab 6 · What filters see
#
# Nine numbers decide what a 3 × 3 filter makes of a picture: blur it, sharpen it, see nothing but
# edges. You guess from the numbers, then look. At the end you turn the question round: given a
# picture and its map, which nine numbers was it?
#
# |part|minutes|points|
# |---|--:|--:|
# |1 A question, asked everywhere|25|3.5|
# |2 From numbers to greys|30|5|
# |3 Blurring|15|3.5|
# |4 Sharpening|20|3.5|
# |5 Edges|25|3.5|
# |6 Many filters, many maps|15|0|
# |7 Learning a filter|40|6|
# |in all|170|**25**|
#
# Parts 1 and 2 make a first evening. Under each task stand its checks, each folded into one line.
# Run them when you have written your answer: a check that passes prints nothing, one that fails
# says what is wrong (open it to see the numbers). When the lab is graded, further checks of the
# same kind run with other numbers. And write each guess down *before* you look: a wrong guess
# teaches more than none.

# %% locked="setup"
import numpy as np

from lib.checking import case, check_cases, check_equal, check_kinds, check_untouched, rng


# %% locked="helpers"
# What several checks use: what an edge filter promises, and how a filter is learned
from functools import wraps

from lib.compare import describe


def _is_a_filter(w, name):
    """Check that `w` holds 3 × 3 finite real numbers, not all of them 0."""
    assert isinstance(w, np.ndarray), f"{name}: expected a NumPy array, got {describe(w)}."
    assert w.shape == (3, 3), f"{name}: expected shape (3, 3), got {w.shape}"
    assert w.dtype.kind in "iuf", f"{name}: expected real numbers, got dtype {w.dtype}"
    assert np.isfinite(w).all(), f"{name}: expected finite numbers, got\n{w}"
    assert w.any(), f"{name} is all zeros: such a filter sees nothing"


def _sums_to_zero(w):
    """Promise 1. Whoever answers to plain paper finds edges by luck: all checks begin with it."""
    _is_a_filter(w, "vertical_edge_filter()")
    total = float(np.sum(np.asarray(w, float)))
    assert abs(total) < 1e-6 * np.abs(w).max(), f"the weights sum to {total:.4g}, not to 0:\n{w}"


def _fair(w, promise):
    """The filter, or the filter less its mean, if that keeps another promise: not by luck then."""
    try:
        _sums_to_zero(w)
        return w
    except AssertionError:
        _is_a_filter(w, "vertical_edge_filter()")
        less = np.asarray(w, float) - np.mean(w)
        try:
            promise(less)
        except AssertionError:
            less = None
        if less is None:
            raise
        return less


def _sees_a_step(w, bright_columns):
    """Promise 2, for one or two bright columns in the window."""
    _steps(_fair(w, _rows), [bright_columns])


def _is_blind_to_rows(w):
    """Promise 3: whatever the rows hold, as long as each is all the same."""
    _rows(_fair(w, _steps))


def _steps(w, columns=(1, 2)):
    for bright in columns:
        window = np.zeros((3, 3))
        window[:, :bright] = 1
        answer = np.sum(w * window)
        assert answer > 1e-6 * np.abs(w).max(), (
            f"the filter at a step: expected a positive answer, got {answer:.4g}\n"
            f"window:\n{window}\nfilter:\n{w}"
        )


def _rows(w):
    for rows in ([1, 0, 0], [1, 1, 0], [0, 0, 1], [0, 1, 1]):
        window = np.repeat(rows, 3).reshape(3, 3)
        answer = np.sum(w * window)
        assert abs(answer) < 1e-6 * np.abs(w).max(), (
            f"the filter at a horizontal edge: expected the answer 0, got {answer:.4g}\n"
            f"window:\n{window}\nfilter:\n{w}"
        )


def _as_numbers(f):
    """A function whose True and False count as 1 and 0: the fine print is about their type."""

    @wraps(f)
    def as_numbers(*args):
        result = f(*args)
        is_truth = isinstance(result, np.ndarray) and result.dtype == bool
        return result.astype(float) if is_truth else result

    return as_numbers


def _share_taken(w, X, A):
    """Which share of the error the filter `w` has taken away, where the map `A` is one number."""
    _is_a_filter(w, "learn_filter(X, A, 1, lr)")
    share = np.sum(w * X) / A[0, 0]
    assert share > 0, (
        f"learn_filter: after one step the map is {np.sum(w * X):.4g}, no nearer to {A[0, 0]:.4g}"
    )
    return share


def _direction(w):
    """A filter scaled to length 1."""
    _is_a_filter(w, "learn_filter(X, A, 1, lr)")
    return w / np.sqrt(np.sum(w * w))


# %% [markdown]
# ## The fine print
#
# Worth up to a fifth of each task's points.
#
# - **Any numbers.** Arrays are `float64`, `float32` or `int64`, of any height and width, also
#   views such as `A[::2]`. "A number" is Python's, NumPy's or an array of shape `()`. Return
#   numbers, not `True` and `False`.
# - **Hands off.** Change no argument. Return a new array from each call, sharing no memory with
#   an argument or an earlier result.
# - **Out of bounds:** nothing. You have built convolution yourself; here scipy may do it.

# %% [markdown]
# ## 1 · A question, asked everywhere
#
# Slide the filter $\mathbf{w}$ over the image $\mathbf{X}$. At each place, multiply what lies on
# top of each other and add up: the sum says how well the window matches the filter. All sums
# together are the **activation map**
#
# $$\mathbf{A}=\mathbf{X}\star\mathbf{w},\qquad A_{ij}=\sum_{u}\sum_{v}X_{i+u,\,j+v}\,w_{uv}.$$
#
# Again "convolution" means cross-correlation: nobody turns the filter round. It is given:

# %% locked="activation_map"
from scipy import signal


def activation_map(X, w):
    """Slide a filter over an image, where it fits: valid cross-correlation.

    Parameters
    ----------
    X : array (H, W)
        An image.
    w : array (KH, KW)
        A filter, no larger than the image.

    Returns
    -------
    float64 array (H - KH + 1, W - KW + 1)
    """
    if np.ndim(X) != 2 or np.ndim(w) != 2 or np.any(np.greater(np.shape(w), np.shape(X))):
        raise ValueError(f"w must fit into X, both 2-D, got {np.shape(w)} and {np.shape(X)}")
    return signal.correlate2d(np.asarray(X, float), np.asarray(w, float), mode="valid")


# %% [markdown]
# A handwritten 4: paper is 0, pen up to 1. A 3 × 3 filter fits into 28 × 28 pixels at 26 × 26
# places.

# %%
from lib.mnist import load_mnist
from lib.plotting import show_image, show_row

(digits, labels), held_out = load_mnist()
four = digits[2] / 255  # a float image: 0 is paper, 1 is pen
show_image(four, "a handwritten 4")

# %% [markdown]
# The first filter:
#
# $$\mathbf{w}_1=\begin{bmatrix}1&1&1\\0&0&0\\-1&-1&-1\end{bmatrix}$$
#
# ### Task 1 · Predict, then look · 1 point
#
# Write into the next cell:
#
# - To which patch, with values from 0 to 1, does $\mathbf{w}_1$ respond most? To which with its
#   lowest number?
# - Where will the map of the 4 be brightest, where darkest, and what will empty paper look like?
#   In a map, black is the lowest number, grey medium, and white the highest.
#
# Then run the cell below, and add a sentence: were you right, and what surprised you?

# %% [markdown] written="predict_edges" points=1
# The sum is largest, 3, when the upper row is pen and the lower row is paper; the middle row does
# not count. It is lowest, -3, the other way round.
#
# So the filter looks for horizontal edges. White runs along the *lower* side of the bar of the 4,
# where a window has pen above and paper below, and black along the upper side. The upright strokes
# hardly show: their upper and lower rows are equally bright and cancel, except at their ends.
# Empty paper gives 0, which lies in the middle between -3 and 3: it is grey, though the image has
# no grey there. (A surprise for many: the edge is not where the pen is, but beside it; and black
# does not mean "nothing", it means "the opposite".)

# %%
w1 = np.array([[1.0, 1.0, 1.0], [0.0, 0.0, 0.0], [-1.0, -1.0, -1.0]])
A1 = activation_map(four, w1)
show_row([four, w1, A1], ["X", "w1", "its activation map"], ["image", "filter", "map"])

for word, place in (("highest", A1.argmax()), ("lowest", A1.argmin())):
    i, j = (int(n) for n in np.unravel_index(place, A1.shape))
    print(f"{word} number: {A1[i, j]:.2f} at row {i}, column {j}, where the window holds")
    print(four[i : i + 3, j : j + 3].round(2))

# %% [markdown]
# Paper is grey: 0 lies halfway between lowest and highest. Black does not mean "nothing", it
# means "the opposite".

# %% [markdown]
# ### Task 2 · `best_patch` · 2.5 points
#
# Which patch would be the best of all? Pixels lie between 0 and 1, and each is multiplied by its
# own weight, so you can choose each by itself. An example, with its sum:
#
# $$\mathbf{w}=\begin{bmatrix}2&-1&-2\\-3&4&1\end{bmatrix},
# \qquad\text{best patch}=\begin{bmatrix}1&0&0\\0&1&1\end{bmatrix},\qquad2+4+1=7 .$$
#
# A full pixel under 4 gains 4, half a pixel only 2; under −1 any ink costs something. Where the
# weight is 0 the pixel does not matter: leave it at 0.

# %%
for patch in ([[1.0, 0, 0], [0, 1, 1]], [[1.0, 0, 0], [0, 0.5, 1]], [[1.0, 0.1, 0], [0, 1, 1]]):
    total = np.sum(np.array(patch) * np.array([[2, -1, -2], [-3, 4, 1]]))
    print(f"{patch}   sum {total:.2f}")

# %% [markdown]
# <details><summary>Hint</summary>
#
# `w > 0` does almost all of it. `np.where` or `astype` makes numbers of that.
# </details>


# %% solution="best_patch"
def best_patch(w):
    """Find the patch with values in [0, 1] that excites a filter most.

    Parameters
    ----------
    w : array (KH, KW)
        A filter.

    Returns
    -------
    array (KH, KW)
        The patch, of numbers; 0 where w is 0.
    """
    if w.ndim != 2:
        raise ValueError(f"w must be 2-D, got shape {w.shape}")
    ### BEGIN SOLUTION
    return np.where(w > 0, 1.0, 0.0)
    ### END SOLUTION


# %% test="test_best_patch" points=0.75
# The filter of the example, and other shapes
_cases = [
    case([[2, -1, -2], [-3, 4, 1]], gives=np.array([[1, 0, 0], [0, 1, 1]])),
    case([[2, -3], [-1, 4], [-2, 1]], gives=np.array([[1, 0], [0, 1], [0, 1]])),
    case([[7]], gives=np.array([[1]])),
    case([[-7, 2]], gives=np.array([[0, 1]])),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _shape in [(1, 5), (4, 1), (2, 2), (5, 5), (7, 4), (2, 3)]:
    _size = _generator.uniform(1, 9, size=_shape)
    _on = (_generator.permutation(_size.size) < (_size.size + 1) // 2).reshape(_shape)
    _cases.append(case(np.where(_on, _size, -_size), gives=1 * _on))
### END HIDDEN TESTS
check_cases(_as_numbers(best_patch), *_cases)

# %% test="test_best_patch_weights" points=0.75
# Weights of any size: 0.5 counts as much as 7
_w = np.array([[2, -1, 0.25], [-0.125, 0.5, -0.5], [-3, 1e-3, 7]])
_cases = [
    case(_w, gives=np.array([[1, 0, 1], [0, 1, 0], [0, 1, 1]])),
    case(-_w, gives=np.array([[0, 1, 0], [1, 0, 1], [1, 0, 0]])),
    case(_w + 3.5, gives=np.ones((3, 3), int)),
]
### BEGIN HIDDEN TESTS
_generator = rng()
_cases.append(case(_w - 8, gives=np.zeros((3, 3), int)))
for _scale in (1.0, 1e6, 1e-6):
    _w = _scale * _generator.normal(size=(3, 3))
    _cases += [case(_w, gives=1 * (_w > 0)), case(-_w, gives=1 * (_w < 0))]
### END HIDDEN TESTS
check_cases(_as_numbers(best_patch), *_cases)

# %% test="test_best_patch_zeros" points=0.5
# 0 where the weight is 0
_cases = [
    case([[1, 1, 1], [0, 0, 0], [-1, -1, -1]], gives=np.array([[1, 1, 1], [0, 0, 0], [0, 0, 0]])),
    case([[0, -2, 3], [4, 0, 0], [0, 5, -6]], gives=np.array([[0, 0, 1], [1, 0, 0], [0, 1, 0]])),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _ in range(3):
    _w = _generator.permutation([-3.0, -2, -1, 0, 0, -0.0, 1, 2, 3]).reshape(3, 3)
    _cases += [case(_w, gives=1 * (_w > 0)), case(-_w, gives=1 * (_w < 0))]
_cases.append(case(np.zeros((3, 3)), gives=np.zeros((3, 3), int)))
### END HIDDEN TESTS
check_cases(_as_numbers(best_patch), *_cases)

# %% test="test_best_patch_kinds" points=0.25
# Fine print: ints, float32, views
_w = np.array([[2.3, -1.4, 3.7], [-2.2, 1.6, -4.1], [1.2, 3.3, -2.4]])
check_kinds(best_patch, _w, gives=np.array([[1, 0, 1], [0, 1, 0], [1, 1, 0]]))
### BEGIN HIDDEN TESTS
_generator = rng()
_on = (_generator.permutation(9) < 5).reshape(3, 3)
_w = np.where(_on, 1, -1) * _generator.uniform(1.1, 4.4, size=(3, 3))
check_kinds(best_patch, _w, gives=1 * _on)
### END HIDDEN TESTS

# %% test="test_best_patch_untouched" points=0.25
# Fine print: hands off, and a new array each time
_w = np.array([[2.3, -1.4, 3.7], [-2.2, 1.6, -4.1], [1.2, 3.3, -2.4]])
check_untouched(best_patch, _w, gives=np.array([[1, 0, 1], [0, 1, 0], [1, 1, 0]]))
check_untouched(best_patch, np.ones((3, 3)), gives=np.ones((3, 3), dtype=int))
### BEGIN HIDDEN TESTS
_on = (rng().permutation(9) < 4).reshape(3, 3)
check_untouched(best_patch, np.where(_on, 1.0, -1.0), gives=1 * _on)
check_untouched(best_patch, np.where(_on, 1.0, -2.0).T, gives=1 * _on.T)
### END HIDDEN TESTS

# %% [markdown]
# The best patch for $\mathbf{w}_1$, beside the window of the 4 that came closest to it:

# %%
i, j = (int(n) for n in np.unravel_index(A1.argmax(), A1.shape))
closest = four[i : i + 3, j : j + 3]
show_row([w1, best_patch(w1), closest], ["w1", "best patch", "found"], ["filter", "image", "image"])
print(f"best possible sum {np.sum(w1 * best_patch(w1)):.2f}, in the 4 {np.sum(w1 * closest):.2f}")

# %% [markdown]
# ## 2 · From numbers to greys
#
# $\mathbf{A}_1$ has numbers from about −3 to 3. A screen shows whole numbers from 0 (black) to
# 255 (white), of type `uint8`. So the map was stretched before you saw it:
#
# $$s_{ij}=255\cdot\frac{A_{ij}-\min\mathbf{A}}{\max\mathbf{A}-\min\mathbf{A}}$$
#
# The lowest number becomes 0, the highest 255. An example to redo on paper:
#
# $$\mathbf{A}=\begin{bmatrix}-3&0&2\\1&-1&-3\end{bmatrix},
# \qquad s_{01}=255\cdot\frac{0-(-3)}{2-(-3)}=255\cdot0.6=153,
# \qquad\mathbf{s}=\begin{bmatrix}0&153&255\\204&102&0\end{bmatrix}.$$

# %%
small = np.array([[-3.0, 0.0, 2.0], [1.0, -1.0, -3.0]])
print((255 * (small - small.min()) / (small.max() - small.min())).round(9))

# %% [markdown]
# Remember whenever you look at a map:
#
# - **Zero may have any grey.** Here it is 153. It is in the middle only if the lowest and the
#   highest number are equally far from it.
# - **The scale is gone.** $\mathbf{A}$ and $1000\,\mathbf{A}$ give the same picture.
#
# ### Task 3 · `to_image` · 5 points
#
# The numbers may be of any size: a million, 1e-15, all below zero. Between black and white you
# may round or cut off the decimals. But the highest must become exactly 255: beware of rounding
# errors, for 254.99999999999997 is cut off to 254.
#
# If all numbers are the same, the formula divides 0 by 0. Return zeros, without NumPy's warning,
# which the next cell turns into an error.

# %% locked="no_warnings"
import warnings

warnings.filterwarnings("error", "(divide by zero|invalid value) encountered")

# %% [markdown]
# <details><summary>Hint: a 255 that holds</summary>
#
# First divide, then multiply by 255: a number divided by itself is exactly 1. Or use `np.round`
# before `astype`.
# </details>
#
# <details><summary>Hint: when there is nothing to stretch</summary>
#
# Before you divide, ask whether the highest number equals the lowest. Not whether they are
# *close*: a map from 1 to 1.000001 is not constant. And a small number added to the divisor
# spoils small maps.
# </details>


# %% solution="to_image"
def to_image(A):
    """Turn an activation map into a picture: black is its lowest number, white its highest.

    Parameters
    ----------
    A : array (H, W)
        Real numbers of any size.

    Returns
    -------
    uint8 array (H, W)
        Linear in A, lowest 0 and highest 255; all zeros if A is constant.
    """
    if A.ndim != 2 or A.size == 0:
        raise ValueError(f"A must be 2-D and not empty, got shape {A.shape}")
    ### BEGIN SOLUTION
    A = A.astype(np.float64)
    low, high = A.min(), A.max()
    if low == high:
        return np.zeros(A.shape, dtype=np.uint8)
    return np.round(255 * ((A - low) / (high - low))).astype(np.uint8)
    ### END SOLUTION


# %% test="test_to_image" points=1.25
# The example and others: 0, 255 and what lies between, give or take one
_A = np.array([[9.0, -8, 43], [26, -8, 1]])
_cases = [
    case([[-3, 0, 2], [1, -1, -3]], gives=np.array([[0, 153, 255], [204, 102, 0]])),
    case(_A, gives=np.array([[85, 0, 255], [170, 0, 45]])),
    case(0.25 - _A, gives=np.array([[170, 255, 0], [85, 255, 210]])),
    case([[5], [-5], [3]], gives=np.array([[255], [0], [204]])),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _shape in [(4, 7), (7, 4), (26, 26), (2, 1), (1, 9)]:
    for _offset in (0.0, -5.0, 5.0):
        _grey = _generator.permutation(np.linspace(0, 255, np.prod(_shape))).reshape(_shape)
        _A = _offset + _grey * _generator.uniform(0.01, 0.1)
        _cases.append(case(_A, gives=_grey.astype(int)))
### END HIDDEN TESTS
check_cases(to_image, *_cases, rtol=1.02 / 255)

# %% test="test_to_image_between" points=0.25
# Between black and white: rounded or cut off, nothing else
_cases = [
    case([[0, 102.3, 30.4], [255, 201.2, 244.3]], gives=np.array([[0, 102, 30], [255, 201, 244]])),
    case([[-1, 1], [0.2023, -0.598]], gives=np.array([[0, 255], [153, 51]])),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _ in range(4):
    _grey = _generator.integers(1, 254, size=(5, 6)) + _generator.uniform(0.1, 0.4, size=(5, 6))
    _grey[4, 1], _grey[0, 3] = 0, 255
    _cases.append(case(_grey / 64 - 2, gives=_grey.astype(int)))
### END HIDDEN TESTS
check_cases(to_image, *_cases, rtol=0.51 / 255)

# %% test="test_to_image_white" points=0.25
# The highest number becomes exactly 255, however far away the lowest is
_cases = [
    case([[r, 0], [0, r]], gives=np.array([[255, 0], [0, 255]])) for r in (3.0, 49, 4.9, 19.1)
]
### BEGIN HIDDEN TESTS
for _high in (14.3, *rng().uniform(0.5, 100, size=60).tolist()):
    _cases.append(case([[0, _high], [_high, 0]], gives=np.array([[0, 255], [255, 0]])))
### END HIDDEN TESTS
check_cases(to_image, *_cases, rtol=0.51 / 255)

# %% test="test_to_image_scales" points=1
# Large numbers, tiny ones, all below zero, nearly equal ones
_grey = np.array([[0, 255, 30.3], [80.3, 0, 255], [255, 99.2, 0]])
_cases = [
    case(2.0**20 * (_grey - 90), gives=_grey.astype(int), title="millions"),
    case(2.0**-28 * _grey, gives=_grey.astype(int), title="about a millionth"),
    case(2.0**-58 * (_grey - 90), gives=_grey.astype(int), title="about 1e-15"),
    case(-7 - _grey / 128, gives=(255 - _grey).round().astype(int), title="all below zero"),
    case(1 + 2.0**-28 * _grey, gives=_grey.astype(int), title="from 1 to 1.000001"),
    case(0.25 + _grey / 510, gives=_grey.astype(int), title="from 0.25 to 0.75"),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _power in (-50, -20, 0, 20, 50):
    for _offset in (-4.0, 0.0, 3.0):
        _a, _b, _c = _generator.integers(1, 254, size=3) + _generator.uniform(0.1, 0.4, size=3)
        _grey = np.array([[_a, 0, 255], [255, _b, 0], [0, 255, _c]])
        _A = 2.0**_power * (_offset + _grey / 256)
        _cases.append(case(_A, gives=_grey.astype(int), title=f"numbers about 2**{_power}"))
_cases.append(case(2 + 2.0**-28 * _grey, gives=_grey.astype(int), title="nearly equal"))
_cases.append(case(-(2.0**20) + 2.0**-15 * _grey, gives=_grey.astype(int), title="nearly equal"))
### END HIDDEN TESTS
check_cases(to_image, *_cases, rtol=1.02 / 255)

# %% test="test_to_image_constant" points=0.75
# All numbers the same: zeros, and no warning
_cases = [
    case([[7, 9], [9, 7]], gives=np.array([[0, 255], [255, 0]])),
    case([[7, 7, 7], [7, 7, 7]], gives=np.zeros((2, 3), int)),
    case([[-2.5, -2.5]], gives=np.zeros((1, 2), int)),
    case([[0, 0], [0, 0], [0, 0]], gives=np.zeros((3, 2), int)),
    case([[1e-6]], gives=np.zeros((1, 1), int)),
]
### BEGIN HIDDEN TESTS
for _value in (1.0, 255.0, -0.1, 1e6, *rng().normal(size=3)):
    for _shape in [(5, 2), (1, 6), (1, 1)]:
        _cases.append(case(np.full(_shape, _value), gives=np.zeros(_shape, int)))
_cases.append(case(np.full((3, 4), 5), gives=np.zeros((3, 4), int)))
### END HIDDEN TESTS
check_cases(to_image, *_cases, rtol=1.02 / 255)
check_cases(to_image, _cases[1], dtype=np.uint8)

# %% test="test_to_image_uint8" points=0.5
# The type of the image
_grey = np.array([[0, 255, 30.3], [80.3, 0, 255], [255, 99.2, 0]])
_cases = [
    case([[3, 0], [0, 3]], gives=np.array([[255, 0], [0, 255]])),
    case(_grey / 4 - 10, gives=_grey.astype(int)),
]
check_cases(to_image, *_cases, dtype=np.uint8, rtol=1.02 / 255)
### BEGIN HIDDEN TESTS
_grey = rng().permutation(_grey.ravel()).reshape(3, 3)
check_cases(
    to_image, case(_grey / 4 - 10, gives=_grey.astype(int)), dtype=np.uint8, rtol=1.02 / 255
)
### END HIDDEN TESTS

# %% test="test_to_image_kinds" points=0.5
# Fine print: ints, float32, views
_grey = np.array([[0, 125.3, 255], [255, 80.3, 0], [75.2, 0, 255]])
check_kinds(to_image, _grey / 2 - 20.3, gives=_grey.astype(int))
_cases = [
    case(np.array([[-40, 0], [6, 11]]), gives=np.array([[0, 200], [230, 255]])),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _size in (2, 64, 2**30):
    _A = np.array([[-_size, _size], [_size, -_size], [_size, -_size // 2]])
    _cases.append(case(_A, gives=np.array([[0, 255], [255, 0], [255, 63]])))
_grey = _generator.integers(1, 254, size=(5, 4)) + _generator.uniform(0.2, 0.4, size=(5, 4))
_grey[:, 1], _grey[:, 3] = 0, 255
_larger = np.full((10, 3, 4), np.nan)
_larger[::2, 1, ::-1] = _grey / 32 - 3
_view = _larger[::2, 1, ::-1]
for _variant in (_view.astype(np.float32), np.asfortranarray(_view), _view):
    _cases.append(case(_variant, gives=_grey.astype(int)))
### END HIDDEN TESTS
check_cases(to_image, *_cases, dtype=np.uint8, rtol=1.02 / 255)

# %% test="test_to_image_untouched" points=0.5
# Fine print: hands off, and a new array each time
_grey = np.array([[85.3, 0], [255, 170.2]])
check_untouched(to_image, _grey - 8, gives=_grey.astype(int))
### BEGIN HIDDEN TESTS
check_untouched(to_image, np.array([[0.0, 255], [255, 0]]), gives=np.array([[0, 255], [255, 0]]))
_grey = np.array([[99.3, 255, 0], [255, 0, 100.4]])
check_untouched(to_image, _grey / 4 - 30, gives=_grey.astype(int))
### END HIDDEN TESTS

# %% [markdown]
# Your picture of $\mathbf{A}_1$, the grey of its zeros, and a map that is 7 everywhere:

# %%
picture = to_image(A1)
flat = to_image(np.full((26, 26), 7.0))
show_row([picture, flat], ["w1 on the 4", "7 everywhere"], "image")
print(f"A1 goes from {A1.min():.2f} to {A1.max():.2f}; the paper, 0, has grey {picture[0, 0]}")

# %% [markdown]
# ## 3 · Blurring
#
# The second filter:
#
# $$\mathbf{w}_2=\begin{bmatrix}1&1&1\\1&1&1\\1&1&1\end{bmatrix}$$
#
# ### Task 4 · Predict, then look · 1 point
#
# - What does $\mathbf{X}\star\mathbf{w}_2$ say about a window? What will the map look like?
# - The image has values from 0 to 1. In which range can the map's numbers lie?
#
# Were you right?

# %% [markdown] written="predict_blur" points=1
# It adds up all nine pixels of the window, with no regard to where they are: nine times their mean.
# Each pixel is mixed with its eight neighbours, so the map is a blurred 4: strokes are broader,
# their edges soft, fine detail is gone.
#
# The numbers can lie between 0 (all paper) and 9 (all pen). In this 4 the highest is 7.2. (The
# picture is no brighter than the image: stretching it to black and white hides the factor of nine.)

# %%
w2 = np.ones((3, 3))
A2 = activation_map(four, w2)
show_row([four, w2, A2], ["X", "w2", "its activation map"], ["image", "filter", "map"])
print(f"numbers from {A2.min():.2f} to {A2.max():.2f}")

# %% [markdown]
# ### Task 5 · `box_filter` · 2.5 points
#
# A sum of nine pixels is no pixel any more. Their *mean* is one, as bright as they are. For this
# the weights must **sum to 1**. Build the filter that takes the mean of $k\times k$ pixels, for
# any whole $k\ge1$, odd or even. The one for $k=3$, where dark meets bright:
#
# $$\begin{bmatrix}0&0&9&9&9\\0&0&9&9&9\\0&0&9&9&9\\0&0&9&9&9\end{bmatrix}\star\frac{1}{9}
# \begin{bmatrix}1&1&1\\1&1&1\\1&1&1\end{bmatrix}=\begin{bmatrix}3&6&9\\3&6&9\end{bmatrix}$$

# %%
dark_bright = np.tile([0, 0, 9, 9, 9], (4, 1))
print(activation_map(dark_bright, np.ones((3, 3)) / 9).round(9))


# %% solution="box_filter"
def box_filter(k):
    """Make the filter that takes the mean of each window.

    Parameters
    ----------
    k : int
        Height and width, at least 1.

    Returns
    -------
    float array (k, k)
    """
    if k < 1:
        raise ValueError(f"k must be at least 1, got {k}")
    ### BEGIN SOLUTION
    return np.full((k, k), 1 / k**2)
    ### END SOLUTION


# %% test="test_box_filter" points=1.25
# The example: 3 × 3
_ninth = 1 / 9
_right = [[_ninth, _ninth, _ninth], [_ninth, _ninth, _ninth], [_ninth, _ninth, _ninth]]
check_cases(box_filter, case(3, gives=_right), case(k=3, gives=_right))

# %% test="test_box_filter_sizes" points=0.75
# Other sizes, odd and even
_cases = [
    case(2, gives=[[0.25, 0.25], [0.25, 0.25]]),
    case(5, gives=np.full((5, 5), 0.04)),
    case(4, gives=np.full((4, 4), 0.0625)),
]
### BEGIN HIDDEN TESTS
_cases += [case(_k, gives=np.full((_k, _k), 1 / _k**2)) for _k in (6, 7, 8, 12, 25)]
_cases.append(case(1, gives=np.array([[1]])))
_cases.append(case(np.int64(5), gives=np.full((5, 5), 0.04)))
### END HIDDEN TESTS
check_cases(box_filter, *_cases)

# %% test="test_box_filter_untouched" points=0.5
# Fine print: a new array each time
check_untouched(box_filter, k=3, gives=np.full((3, 3), 1 / 9))

# %% [markdown]
# The larger the box, the stronger the blur, and the smaller the map:

# %%
blurred = {k: activation_map(four, box_filter(k)) for k in (1, 3, 5, 9)}
show_row(list(blurred.values()), [f"box of {k} × {k}" for k in blurred])
for k, A in blurred.items():
    print(f"k = {k}: from {A.min():.2f} to {A.max():.2f}, {A.shape[0]} × {A.shape[1]}")

# %% [markdown]
# ## 4 · Sharpening
#
# The third filter takes twice the pixel, and subtracts the mean of its window:
#
# $$\mathbf{w}_3=\begin{bmatrix}0&0&0\\0&2&0\\0&0&0\end{bmatrix}-\frac{1}{9}
# \begin{bmatrix}1&1&1\\1&1&1\\1&1&1\end{bmatrix}$$
#
# ### Task 6 · Predict, then look · 1 point
#
# - Where all pixels of a window have one value, what does $\mathbf{w}_3$ give?
# - At the rim of a stroke the pen is brighter than the mean of its window, and the paper beside
#   it darker. What does $\mathbf{w}_3$ make of each?
# - So what will the map look like? Can it hold numbers below 0, or above 1?
#
# Were you right?

# %% [markdown] written="predict_sharpen" points=1
# Where all pixels have the value $c$, it gives $2c - c = c$: flat places stay as they are (the
# weights sum to 1).
#
# A pixel $p$ becomes $p + (p - m)$, with the mean $m$ of its window: it moves away from the mean by
# as much again. On the stroke's side of an edge it gets brighter, on the paper's side darker. So
# edges stand out: the map is a sharper 4, with a dark rim around the strokes. It overshoots: here
# it goes from -0.52 to 1.52. (A surprise for many: the paper looks grey. Black is now the lowest
# number, in the dark rim, and the paper's 0 lies above it.)

# %%
identity = np.array([[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
w3 = 2 * identity - w2 / 9
A3 = activation_map(four, w3)
show_row([four, w3, A3], ["X", "w3", "its activation map"], ["image", "filter", "map"])
print(f"numbers from {A3.min():.2f} to {A3.max():.2f}; the paper has {abs(A3[0, 0]):.2f}")

# %% [markdown]
# Why does it sharpen? A map is *linear* in its filter: the map of a sum of filters is the sum of
# their maps. With the identity filter $\mathbf{i}$, which copies each pixel, and the box filter
# $\mathbf{b}$,
#
# $$\mathbf{X}\star(2\mathbf{i}-\mathbf{b})=\mathbf{X}+(\mathbf{X}-\mathbf{X}\star\mathbf{b}).$$
#
# The bracket is what blurring takes away: the detail. Sharpening adds it once more.
# (Photographers call this *unsharp masking*. $\mathbf{X}$ is here without its border.)

# %%
inside = four[1:-1, 1:-1]
detail = inside - activation_map(four, w2 / 9)
check_equal(inside + detail, A3)
titles = ["the 4", "its detail", "both, clipped to [0, 1]"]
show_row([inside, detail, np.clip(A3, 0, 1)], titles, ["image", "map", "image"])

# %% [markdown]
# ### Task 7 · `sharpen_filter` · 2.5 points
#
# Why add the detail just once? With any *amount* $a$ of it, the filter is
#
# $$(1+a)\,\mathbf{i}-a\,\mathbf{b}.$$
#
# For $a=1$ the weight in the middle is $2-\frac{1}{9}=\frac{17}{9}$, and all others are
# $-\frac{1}{9}$. For $a=9$ the middle has $10-1=9$, and the others $-1$. The amount is any
# number, also negative, or 0, which changes nothing. Left out, it is 1.

# %%
print("a = 1:", 9 * (2 * identity - w2 / 9).round(9), "divided by 9", sep="\n")
print("a = 9:", (10 * identity - 9 * w2 / 9).round(9), sep="\n")


# %% solution="sharpen_filter"
def sharpen_filter(amount=1.0):
    """Make the filter that adds an image's detail to the image.

    Parameters
    ----------
    amount : number
        How much of the detail.

    Returns
    -------
    array (3, 3)
    """
    ### BEGIN SOLUTION
    w = np.full((3, 3), -amount / 9)
    w[1, 1] += 1 + amount
    return w
    ### END SOLUTION


# %% test="test_sharpen_filter" points=1
# The third filter, amount 1
_w3 = np.array([[-1, -1, -1], [-1, 17, -1], [-1, -1, -1]]) / 9
check_cases(sharpen_filter, case(1.0, gives=_w3))

# %% test="test_sharpen_filter_default" points=0.25
# The amount left out
_w3 = np.array([[-1, -1, -1], [-1, 17, -1], [-1, -1, -1]]) / 9
check_cases(sharpen_filter, case(gives=_w3))

# %% test="test_sharpen_filter_amounts" points=0.25
# Other amounts
_cases = [
    case(9.0, gives=np.array([[-1, -1, -1], [-1, 9, -1], [-1, -1, -1]])),
    case(2.25, gives=[[-0.25, -0.25, -0.25], [-0.25, 3.0, -0.25], [-0.25, -0.25, -0.25]]),
]
### BEGIN HIDDEN TESTS
_identity, _box = np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]]), np.full((3, 3), 1 / 9)
for _amount in (0.5, 1e-6, 1e6, *rng().uniform(0.1, 5, size=3).tolist()):
    _cases.append(case(_amount, gives=(1 + _amount) * _identity - _amount * _box))
### END HIDDEN TESTS
check_cases(sharpen_filter, *_cases)

# %% test="test_sharpen_filter_zero" points=0.25
# Amount 0 changes nothing
check_cases(sharpen_filter, case(0.0, gives=np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]])))

# %% test="test_sharpen_filter_negative" points=0.25
# A negative amount blurs
_cases = [
    case(-1.0, gives=[[1 / 9] * 3, [1 / 9] * 3, [1 / 9] * 3]),
    case(-9.0, gives=np.array([[1, 1, 1], [1, -7, 1], [1, 1, 1]])),
]
### BEGIN HIDDEN TESTS
_identity, _box = np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]]), np.full((3, 3), 1 / 9)
for _amount in (-0.5, *rng().uniform(-5, -0.1, size=3).tolist()):
    _cases.append(case(_amount, gives=(1 + _amount) * _identity - _amount * _box))
### END HIDDEN TESTS
check_cases(sharpen_filter, *_cases)

# %% test="test_sharpen_filter_kinds" points=0.25
# Fine print: any kind of number
_w = np.array([[-2, -2, -2], [-2, 25, -2], [-2, -2, -2]]) / 9
_cases = [case(_amount, gives=_w) for _amount in (2, 2.0, np.int64(2), np.array(2.0))]
### BEGIN HIDDEN TESTS
_cases += [case(_amount, gives=_w) for _amount in (np.float64(2), np.float32(2), np.array(2))]
_cases.append(case(amount=2, gives=_w))
_identity = np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]])
_cases += [case(_amount, gives=_identity) for _amount in (0, np.int64(0), np.array(0))]
### END HIDDEN TESTS
check_cases(sharpen_filter, *_cases)

# %% test="test_sharpen_filter_untouched" points=0.25
# Fine print: hands off, and a new array each time
_w = np.array([[-2, -2, -2], [-2, 25, -2], [-2, -2, -2]]) / 9
check_untouched(sharpen_filter, 2.0, gives=_w)
### BEGIN HIDDEN TESTS
_amount = np.array(2.0)
sharpen_filter(_amount)
assert _amount == 2, "sharpen_filter changes its argument amount"
### END HIDDEN TESTS

# %% [markdown]
# On a picture with more in it. Sharpened pixels may lie below 0 or above 1, which no screen can
# show: `np.clip` cuts them off.

# %%
import matplotlib.pyplot as plt

from lib.explorer import PHOTO

balls = plt.imread(PHOTO)[30:110, 10:122]  # values from 0 to 1
amounts = (-1, 0, 1, 3)
sharpened = [np.clip(activation_map(balls, sharpen_filter(a)), 0, 1) for a in amounts]
show_row(sharpened, [f"amount {amount}" for amount in amounts], "image")

# %% [markdown]
# Amount −1 is the box filter. Amount 3 exaggerates: edges get white and black rims.

# %% [markdown]
# ## 5 · Edges
#
# The weights of $\mathbf{w}_1$ sum to **0**, so on any flat patch, white or black, its answer is
# 0. It sees differences only, here those of horizontal edges.
#
# ### Task 8 · `vertical_edge_filter` · 3.5 points
#
# Build a 3 × 3 filter for *vertical* edges. Any that keeps three promises is right:
#
# 1. Its weights sum to 0.
# 2. Across a step from **bright on the left to dark on the right**, its answer is **positive**,
#    whether one column of the window is bright or two.
# 3. To horizontal edges its answer is 0, whether bright is above or below, and whether the edge
#    lies high or low in the window.
#
# $$\text{windows of promise 2:}
# \quad\begin{bmatrix}1&0&0\\1&0&0\\1&0&0\end{bmatrix},\;
# \begin{bmatrix}1&1&0\\1&1&0\\1&1&0\end{bmatrix};
# \qquad\text{some of promise 3:}
# \quad\begin{bmatrix}1&1&1\\0&0&0\\0&0&0\end{bmatrix},\;
# \begin{bmatrix}0&0&0\\0&0&0\\1&1&1\end{bmatrix}$$
#
# <details><summary>Hint</summary>
#
# Write down your filter's sum for each of these four windows. What must hold for its first
# column? For its last? For each row?
# </details>


# %% solution="vertical_edge_filter"
def vertical_edge_filter():
    """Make a filter that sees vertical edges, from bright on the left to dark on the right.

    Returns
    -------
    array (3, 3)
    """
    ### BEGIN SOLUTION
    return np.array([[1.0, 0.0, -1.0], [1.0, 0.0, -1.0], [1.0, 0.0, -1.0]])
    ### END SOLUTION


# %% test="test_vertical_edge_filter_flat" points=1
# Promise 1: nothing where all pixels are alike
_sums_to_zero(vertical_edge_filter())

# %% test="test_vertical_edge_filter" points=0.5
# Promise 2: a step from bright to dark, one bright column in the window
_sees_a_step(vertical_edge_filter(), bright_columns=1)

# %% test="test_vertical_edge_filter_two" points=0.5
# Promise 2: a step from bright to dark, two bright columns in the window
_sees_a_step(vertical_edge_filter(), bright_columns=2)

# %% test="test_vertical_edge_filter_horizontal" points=1
# Promise 3: no answer to horizontal edges
_is_blind_to_rows(vertical_edge_filter())

# %% test="test_vertical_edge_filter_untouched" points=0.5
# Fine print: a new array each time
_w = vertical_edge_filter()
_sees_a_step(_w, bright_columns=1)
_sees_a_step(_w, bright_columns=2)
_is_blind_to_rows(_w)
check_untouched(vertical_edge_filter, gives=np.array(_w))

# %% [markdown]
# Your filter on a step, and on the 4: what it sees, $\mathbf{w}_1$ hardly does, and the other way
# round.

# %%
step = np.tile([1.0, 1.0, 1.0, 0.0, 0.0, 0.0], (4, 1))
wv = vertical_edge_filter()
show_row([step, wv, activation_map(step, wv)], ["a step", "w", "map"], ["image", "filter", "map"])
show_row([activation_map(four, wv), A1], ["vertical edges", "horizontal edges"])

# %% [markdown]
# ### Edges in all directions
#
# Put the weights on a slant, and the filter sees slanted edges. Guess first: which two sides of
# the eight-sided sign will the filter for "\\" not see? In which map of the 4 will the bar all
# but vanish?

# %%
directions = {
    "|": vertical_edge_filter(),
    "—": w1,
    "\\": np.array([[0.0, 1.0, 1.0], [-1.0, 0.0, 1.0], [-1.0, -1.0, 0.0]]),
    "/": np.array([[1.0, 1.0, 0.0], [1.0, 0.0, -1.0], [0.0, -1.0, -1.0]]),
}
down, right = np.abs(np.mgrid[:28, :28] - 13.5)  # how far from the middle
sign = np.where((down < 10) & (right < 10) & (down + right < 15), 1.0, 0.0)
show_image(sign, "an eight-sided sign")
show_row(list(directions.values()), [f"edges like {line}" for line in directions], "filter")
for X in (sign, four):
    show_row([activation_map(X, w) for w in directions.values()], list(directions))

# %% [markdown]
# <details><summary>The answers</summary>
#
# The two sides that run like "/". All six others show, its own two most strongly. The bar of the
# 4 all but vanishes under "|", and its upright strokes under "—".
# </details>

# %% [markdown]
# Can one filter see them all? Let it compare a pixel with its neighbours on *all* sides:
#
# $$\mathbf{w}_\Delta=\begin{bmatrix}-1&-1&-1\\-1&8&-1\\-1&-1&-1\end{bmatrix}
# =9\,(\mathbf{i}-\mathbf{b})$$
#
# This Laplace filter takes eight times the pixel, less its eight neighbours: nine times the
# detail that sharpening adds. Its weights sum to 0, and it prefers no direction: every edge
# shows, bright where the pen is, dark beside it. (Books also print it with the opposite sign, or
# with four neighbours.)

# %%
laplace = 9 * (identity - w2 / 9)
show_row([laplace, activation_map(four, laplace)], ["Laplace", "its map"], ["filter", "map"])

# %% [markdown]
# ## 6 · Many filters, many maps
#
# A convolutional layer has many filters, and each makes a map of its own, a **feature map**.
# Eight filters of 3 × 3 on a 28 × 28 image give a stack of 8 × 26 × 26 numbers: for the next layer,
# an image with 8 channels.
#
# Your `to_image` stretches each map by itself. In one of them the paper is white: why?

# %%
filters = {
    "nothing (identity)": identity,
    "blur": box_filter(3),
    "sharpen": sharpen_filter(),
    "Laplace": laplace,
    "horizontal edges": w1,
    "vertical edges": vertical_edge_filter(),
    "edges like /": directions["/"],
    "paper": -box_filter(3),
}
maps = np.stack([activation_map(four, w) for w in filters.values()])
print("the stack of feature maps:", maps.shape)
show_row([to_image(A) for A in maps], list(filters), "image")

# %% [markdown]
# <details><summary>The answer</summary>
#
# The last filter is the box with its sign turned round. Any pen gives a negative number, so the
# paper's 0 is the highest.
# </details>

# %% [markdown]
# Now vertical edges, on one digit of every class. Guess first: which side of a stroke will be
# white, which black?

# %%
one_of_each = [digits[np.argmax(labels == c)] / 255 for c in range(10)]
edges_of_each = [activation_map(X, vertical_edge_filter()) for X in one_of_each]
show_row(edges_of_each, [f"a {c}" for c in range(10)])

# %% [markdown]
# <details><summary>The answer</summary>
#
# The right side is white: there windows have pen on their left and paper on their right, the step
# of promise 2. The left side is black.
# </details>

# %% [markdown]
# A filter knows nothing of digits. It finds the same edges in all, and *where* it finds them is
# what later layers tell digits apart by.

# %% [markdown]
# Eight filters with their numbers:
#
# ![A ball and a striped ball before a brick wall, under 8 filters of 3 × 3: identity, box filter,
# sharpen, emboss, vertical edges, horizontal edges, diagonal edges, Laplacian. Where the weights
# sum to 1 the brightness stays; where they sum to 0 all is grey but the
# edges.](../../figures/image_filters.png)
#
# And now you: choose a filter or type its numbers, draw a picture, point at the map to see which
# sum stands there. Which filter moves the 4 by one pixel? Which turns paper into pen, and pen
# into paper?

# %%
from lib.explorer import explore

explore()

# %% [markdown]
# <details><summary>The answers</summary>
#
# A single 1 beside the middle moves it. A single −1 in the middle makes pen the lowest number,
# and paper the highest.
# </details>

# %% [markdown]
# ## 7 · The other way round: learning a filter
#
# So far somebody had thought of the nine numbers. In a network they are learned. The smallest
# case: given one image $\mathbf{X}$ and one map $\mathbf{A}$, find the filter that made it.
#
# Begin with $\mathbf{w}=0$, and measure how far its map is off by the mean squared error over its
# $n=(H-2)(W-2)$ places:
#
# $$L=\frac{1}{n}\sum_{i,j}R_{ij}^2,\qquad\mathbf{R}=\mathbf{X}\star\mathbf{w}-\mathbf{A}.$$
#
# Each weight $w_{uv}$ was used at every place, where it met the pixel $X_{i+u,\,j+v}$. Its
# gradient sums over all uses:
#
# $$\frac{\partial L}{\partial w_{uv}}=\frac{2}{n}\sum_{i,j}R_{ij}\,X_{i+u,\,j+v}
# \qquad\text{and a step goes downhill:}
# \qquad\mathbf{w}\leftarrow\mathbf{w}-\eta\,\frac{\partial L}{\partial\mathbf{w}},$$
#
# with the learning rate $\eta$, called `lr` in the code.

# %% [markdown]
# Once by hand, with the smallest image there is, whose map has a single place, and $\eta=0.05$:
#
# $$\mathbf{X}=\begin{bmatrix}1&0&2\\0&0&0\\0&0&0\end{bmatrix},
# \quad\mathbf{A}=\begin{bmatrix}3\end{bmatrix}$$
#
# With $\mathbf{w}=0$ the map is 0 and $R=-3$. The gradient is
# $2\cdot(-3)\cdot\mathbf{X}=-6\,\mathbf{X}$, so after one step $\mathbf{w}=0.3\,\mathbf{X}$. Its
# map is $0.3\cdot1+0.6\cdot2=1.5$: halfway there. Each further step halves what is left: $2.25$,
# $2.625$, ...

# %%
X33 = np.array([[1.0, 0.0, 2.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]])
w = np.zeros((3, 3))
for number in range(1, 4):
    R = np.sum(X33 * w) - 3
    w = w - 0.05 * 2 * R * X33
    print(f"after step {number}: w = {w[0]} above zeros, map {np.sum(X33 * w):.4g}")

# %% [markdown]
# ### Task 9 · `learn_filter` · 6 points
#
# Take exactly `steps` such steps from zeros; with `steps=0` the answer is a filter of zeros. Mind
# the factor $2/n$: without it the same `lr` takes other steps. Images are 3 × 3 or larger, square
# or not. The filter is of floats, even where the image is of whole numbers.
#
# <details><summary>Hint: the gradient</summary>
#
# The sum over $R_{ij}X_{i+u,\,j+v}$ is an activation map as well: of which image, under which
# "filter"? What shape does it have?
# </details>
#
# <details><summary>Hint: it does not arrive</summary>
#
# The map changes with the filter, so $\mathbf{R}$ is new in each step. If the numbers explode,
# look at the sign and at the $2/n$.
# </details>


# %% solution="learn_filter"
def learn_filter(X, A, steps, lr):
    """Learn a 3 x 3 filter from one image and its activation map, by gradient descent.

    The loss is ``mean((activation_map(X, w) - A)**2)``, and the start is a filter of zeros.

    Parameters
    ----------
    X : array (H, W)
        An image.
    A : array (H - 2, W - 2)
        The map that the filter should produce.
    steps : int
        Number of steps, at least 0.
    lr : number
        Learning rate: a step is minus `lr` times the gradient.

    Returns
    -------
    float array (3, 3)
    """
    if X.ndim != 2 or A.shape != (X.shape[0] - 2, X.shape[1] - 2):
        raise ValueError(f"A must be X's map, (H - 2, W - 2), got {A.shape} for X {X.shape}")
    ### BEGIN SOLUTION
    w = np.zeros((3, 3))
    for _ in range(steps):
        R = activation_map(X, w) - A
        w = w - lr * 2 / R.size * activation_map(X, R)
    return w
    ### END SOLUTION


# %% test="test_learn_filter" points=0.75
# One step: the example's, and with another lr
_X = np.array([[1.0, 0, 2], [0, 0, 0], [0, 0, 0]])
_A = np.array([[3.0]])
_cases = [
    case(_X, _A, 1, 0.05, gives=[[0.3, 0, 0.6], [0, 0, 0], [0, 0, 0]]),
    case(_X, _A, 1, 0.025, gives=[[0.15, 0, 0.3], [0, 0, 0], [0, 0, 0]]),
    case(-_X, _A, 1, 0.05, gives=[[-0.3, 0, -0.6], [0, 0, 0], [0, 0, 0]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _lr in (0.1, 1e-3, 1e3, 1):
    _X, _a = _generator.uniform(-0.3, 0.3, size=(3, 3)), _generator.uniform(1, 1.5)
    _cases.append(case(_X, np.array([[_a / _lr]]), 1, _lr, gives=2 * _a * _X))
### END HIDDEN TESTS
check_cases(learn_filter, *_cases)

# %% test="test_learn_filter_steps" points=0.75
# Other numbers of steps: each takes away the same share of the error
_X, _A = np.array([[1.0, 0, 2], [0, 0, 0], [0, 0, 0]]), np.array([[3.0]])
_share = _share_taken(learn_filter(_X.copy(), _A.copy(), 1, 0.05), _X, _A)
_cases = [
    case(_X, _A, _steps, 0.05, gives=0.6 * _X * (1 - (1 - _share) ** _steps))
    for _steps in (1, 2, 3, 4)
]
_share = _share_taken(learn_filter(_X.copy(), _A.copy(), 1, 0.001), _X, _A)  # of a short step
_cases.append(case(_X, _A, 3, 0.001, gives=0.6 * _X * (1 - (1 - _share) ** 3)))
check_cases(learn_filter, *_cases, case(_X, _A, 0, 0.05, gives=np.zeros((3, 3), int)))
### BEGIN HIDDEN TESTS
_X, _A = rng().uniform(0.1, 0.5, size=(3, 3)), np.array([[-2.5]])
_share = _share_taken(learn_filter(_X.copy(), _A.copy(), 1, 0.1), _X, _A)
_full = -2.5 / np.vdot(_X, _X) * _X
_cases = [case(_X, _A, n, 0.1, gives=_full * (1 - (1 - _share) ** n)) for n in (1, 2, 5, 9)]
check_cases(learn_filter, *_cases)
### END HIDDEN TESTS

# %% test="test_learn_filter_direction" points=1.5
# Many places: the direction of the first step, whatever its length
_X = np.zeros((5, 5))
_X[2, 2] = 1  # a single bright pixel: each window has it in another place
_A = np.array([[1.0, -2, 3], [4, 5, -6], [7, 0, 8]])
_right = np.array([[8.0, 0, 7], [-6, 5, 4], [3, -2, 1]])
check_equal(
    _direction(learn_filter(_X.copy(), _A.copy(), 1, 0.1)),
    _direction(_right),
    "learn_filter(X, A, 1, 0.1), scaled to length 1",
)
### BEGIN HIDDEN TESTS
_generator = rng()
for _at, _value in (((2, 3), 0.5), ((3, 2), -2.0)):
    _X, _A = np.zeros((6, 6)), _generator.normal(size=(4, 4))
    _X[_at] = _value
    _i, _j = _at
    _right = _value * _A[_i - 2 : _i + 1, _j - 2 : _j + 1][::-1, ::-1]
    _got = _direction(learn_filter(_X.copy(), _A.copy(), 1, 0.1))
    check_equal(_got, _direction(_right), "learn_filter(X, A, 1, 0.1), scaled to length 1")
### END HIDDEN TESTS

# %% test="test_learn_filter_mean" points=0.5
# Many places: the length of the first step
_X = [[2, 0, 1, 3], [0, 1, 0, 2], [1, 3, 0, 0], [0, 1, 2, 0]]
_right = np.array([[13, -2, 8], [13, 4, -4], [3, 22, 0]]) / 32
_cases = [case(_X, [[4, -2], [0, 5]], 1, 0.0625, gives=_right)]
_X = [[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0]]  # one pixel, seen by two windows
_cases.append(case(_X, [[2, 4]], 1, 0.25, gives=[[0, 0, 0], [1, 0.5, 0], [0, 0, 0]]))
### BEGIN HIDDEN TESTS
_generator = rng()
for _height, _width in [(4, 4), (5, 5), (10, 10), (3, 8), (9, 4)]:
    _X = _generator.normal(size=(_height, _width))
    _A = _generator.normal(size=(_height - 2, _width - 2))
    _windows = np.lib.stride_tricks.sliding_window_view(_X, (3, 3))
    _right = 2 / _A.size * 0.1 * np.einsum("ij,ijuv->uv", _A, _windows)
    _cases.append(case(_X, _A, 1, 0.1, gives=_right))
### END HIDDEN TESTS
check_cases(learn_filter, *_cases)

# %% test="test_learn_filter_wide" points=0.5
# Images that are not square: the direction of the first step
_X = np.zeros((3, 4))
_X[1, 1] = 1  # one pixel, seen by two windows
_right = np.array([[0, 0, 0], [4, 2, 0], [0, 0, 0]])
_cases = [(_X, np.array([[2.0, 4]]), _right), (_X.T.copy(), np.array([[2.0], [4]]), _right.T)]
### BEGIN HIDDEN TESTS
_generator = rng()
for _height, _width in [(3, 8), (7, 3), (5, 9), (9, 4)]:
    _X, _A = np.zeros((_height, _width)), _generator.normal(size=(_height - 2, _width - 2))
    _i, _j, _right = _height // 2, _width // 2, np.zeros((3, 3))
    _X[_i, _j] = _generator.uniform(0.5, 2)
    for _u, _v in np.ndindex(3, 3):  # weight (u, v) met the pixel in the window that began here
        if 0 <= _i - _u < _height - 2 and 0 <= _j - _v < _width - 2:
            _right[_u, _v] = _A[_i - _u, _j - _v]
    _cases.append((_X, _A, _right))
### END HIDDEN TESTS
for _X, _A, _right in _cases:
    _got = _direction(learn_filter(_X.copy(), _A.copy(), 1, 0.1))
    check_equal(_got, _direction(_right), "learn_filter(X, A, 1, 0.1), scaled to length 1")

# %% test="test_learn_filter_converges" points=1
# In the end it finds the filter
_secret = np.array([[1.0, 2, -1], [0, 0.5, -2], [3, -0.5, 0]])
_X = np.zeros((5, 5))
_X[2, 2] = 0.6
_A = 0.6 * _secret[::-1, ::-1]
_cases = [case(_X, _A, 250, 1.0, gives=_secret)]
### BEGIN HIDDEN TESTS
_secret = rng().permutation([1.0, 2, -1, 0, 0.5, -2, 3, -0.5, 0]).reshape(3, 3)
_A = np.zeros((4, 4))
_A[1:, :3] = 0.9 * _secret[::-1, ::-1]
_X = np.zeros((6, 6))
_X[3, 2] = 0.9
_cases.append(case(_X, _A, 200, 1.0, gives=_secret))
### END HIDDEN TESTS
check_cases(learn_filter, *_cases, rtol=1e-3)

# %% test="test_learn_filter_kinds" points=0.5
# Fine print: ints, float32, views; steps and lr as any kind of number
_X, _A = np.array([[1.2, 2.3, -1.4], [2.2, 3.4, 1.3], [-3.2, 1.7, 2.4]]), np.array([[4.3]])
check_kinds(learn_filter, _X, _A, steps=1, lr=0.01, gives=2 * 0.01 * 4.3 * _X)
_cases = [case(_X, _A, np.int64(1), np.array(0.01), gives=2 * 0.01 * 4.3 * _X)]
### BEGIN HIDDEN TESTS
_X, _A = rng().uniform(1.1, 4.4, size=(5, 5)), rng().uniform(1.1, 4.4, size=(3, 3))
_windows, _w = np.lib.stride_tricks.sliding_window_view(_X, (3, 3)).reshape(9, 9), np.zeros(9)
for _ in range(3):
    _w = _w - 0.004 * 2 / 9 * (_windows @ _w - _A.ravel()) @ _windows
_right = _w.reshape(3, 3)
check_kinds(learn_filter, _X, _A, steps=3, lr=0.004, gives=_right)
_cases.append(case(_X, _A, np.int64(3), np.float64(0.004), gives=_right))
_cases.append(case(X=_X, A=_A, steps=3, lr=np.array(0.004), gives=_right))
### END HIDDEN TESTS
check_cases(learn_filter, *_cases)

# %% test="test_learn_filter_untouched" points=0.5
# Fine print: hands off, and a new array each time
_X, _A = np.array([[1.2, 2.3, -1.4], [2.2, 3.4, 1.3], [-3.2, 1.7, 2.4]]), np.array([[4.3]])
check_untouched(learn_filter, _X, _A, steps=1, lr=0.01, gives=2 * 0.01 * 4.3 * _X)
### BEGIN HIDDEN TESTS
_X, _A = rng().uniform(1.1, 4.4, size=(5, 5)), rng().uniform(1.1, 4.4, size=(3, 3))
_windows, _w = np.lib.stride_tricks.sliding_window_view(_X, (3, 3)).reshape(9, 9), np.zeros(9)
for _ in range(2):
    _w = _w - 0.004 * 2 / 9 * (_windows @ _w - _A.ravel()) @ _windows
check_untouched(learn_filter, _X, _A, steps=2, lr=0.004, gives=_w.reshape(3, 3))
check_untouched(learn_filter, _X, _A, steps=0, lr=0.004, gives=np.zeros((3, 3), int))
### END HIDDEN TESTS

# %% [markdown]
# Now the real thing: a handwritten 4, its map, and a filter of which your function knows nothing.
# Watch it appear; the last one is the truth.

# %%
secret = np.array([[1.0, 2.0, 3.0], [0.0, 1.0, 2.0], [-1.0, 0.0, 1.0]])
A_secret = activation_map(four, secret)
counts = (1, 3, 10, 30, 100, 300)
learned = [learn_filter(four, A_secret, count, 1.0) for count in counts]
titles = [f"after {count}" for count in counts]
show_row([four, A_secret], ["all that is known: an image", "and its map"], ["image", "map"])
show_row([*learned, secret], [*titles, "the true filter"], "filter")
for count, w in zip(counts, learned, strict=True):
    print(f"after {count:3} steps: largest error of a weight {np.abs(w - secret).max():.3f}")

# %% [markdown]
# The loss for three learning rates. On the logarithmic axis, a straight line means that each step
# takes away the same share.

# %%
from matplotlib.figure import Figure

from lib.plotting import show_figure

counts = [0, 1, 2, 4, 7, 12, 20, 30, 45, 65, 90]
losses = {}
for lr in (0.1, 1.0, 2.1):
    tried = [learn_filter(four, A_secret, count, lr) for count in counts]
    losses[lr] = [np.mean((activation_map(four, w) - A_secret) ** 2) for w in tried]

figure = Figure(figsize=(7, 4))
axes = figure.subplots()
for (lr, loss), colour in zip(losses.items(), ("#1f5fa8", "#d95f0e", "0.4"), strict=True):
    axes.semilogy(counts, loss, "o-", color=colour, markersize=3, label=f"lr = {lr}")
axes.set(xlabel="step", ylabel="loss", title="learning the filter from one 4")
axes.legend()
words = []
for lr, loss in losses.items():
    words.append(f"lr = {lr}: loss {loss[0]:.2f} at the start, {loss[-1]:.1e} after 90 steps")
show_figure(figure, "; ".join(words))
print(*words, sep="\n")

# %% [markdown]
# With $1.0$ the loss falls steeply, then ever more slowly: neighbouring pixels of a stroke are
# much alike, so the *sum* of neighbouring weights is learned at once, and their differences take
# long. With $2.1$ each step overshoots by more than it corrects, and the loss explodes.
#
# ### What one image cannot teach
#
# Take an image whose rows are all alike. Whatever the filter, its map depends only on the sums of
# its three columns:

# %%
stripes = np.tile(np.random.default_rng(64).uniform(size=14), (10, 1))
learned_here = learn_filter(stripes, activation_map(stripes, secret), 150, 0.4)
off = np.abs(activation_map(stripes, learned_here) - activation_map(stripes, secret)).max()
show_row([stripes, secret, learned_here], ["X", "true", "learned"], ["image", "filter", "filter"])
print(f"largest error in the map: {off:.9f}")
print("sums of columns, true:   ", secret.sum(axis=0))
print("sums of columns, learned:", learned_here.sum(axis=0).round(6) + 0.0)

# %% [markdown]
# The map is right and the filter is wrong: it shared each column's sum evenly among its rows.
# What it never saw it could not learn. A network's filters, too, are as good as its images are
# varied.
#
# But nobody gives a network maps to imitate. Its filters are trained, through all the layers
# above, to make the right *answer* come out. What a small network's filters saw in a 3:
#
# ![A handwritten 3 and its 8 feature maps after ReLU, one for each of 8 filters that a small
# network learned on MNIST. Black is 0, white the highest value: each filter lights up on other
# parts of the digit.](../../figures/feature_maps.png)
#
# Last, look through the filter that you learned, then through one of your own. Move the pointer
# over the 4, put a ReLU behind the map, change a weight.

# %%
own = sharpen_filter(2.0)  # or nine numbers that you made up
explore(four, learned[-1])
explore(four, own)

# %% [markdown]
# ## Summary
#
# - A filter's best patch is pen where it is positive, paper where it is negative.
# - Weights that sum to 1 keep the brightness (blur, sharpen). Weights that sum to 0 show
#   differences (edges).
# - Maps are linear in the filter: sharpening is the image plus its detail.
# - In the picture of a map black is the lowest number, not zero, and the scale is lost.
# - A weight's gradient sums, over all places, the error times the pixel that it met there.
#
# ## Go further
#
# - Two boxes of 3 × 3, one after the other, are one 5 × 5 filter. Which? Try an image that is 0
#   but for a single 1.
# - `learn_filter` needs a learning rate below $2/\lambda$, where $\lambda$ is the largest
#   eigenvalue of $\frac{2}{n}\mathbf{M}^T\mathbf{M}$, and the rows of $\mathbf{M}$ are the
#   windows of the image. Predict from which rate on the 4 explodes.
