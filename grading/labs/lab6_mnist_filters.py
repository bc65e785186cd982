# ---
# jupyter:
#   lab:
#     bounds: false
#     mutants: true
# ---

# %% [markdown]
# # Lab 6 · What filters see
#
# Nine numbers decide what a 3 × 3 filter makes of a picture. Some blur it, some sharpen it, some
# see nothing but edges. In this lab you guess first, from the nine numbers alone, and look
# afterwards. At the end you turn the question round: given a picture and its map, which nine
# numbers were it?
#
# When you are done you can
#
# - read a filter: say which patch excites it most, and what its map will look like;
# - turn an activation map into a picture, and say what black, grey and white mean in it;
# - build filters that blur, sharpen, or see edges in one direction only;
# - **learn** a filter from an image and its map, by gradient descent.
#
# Work from top to bottom, and write your guess down *before* you run the cell that shows the
# answer: a wrong guess teaches more than none. Under each of your cells stand its checks. When the
# lab is graded, further checks of the same kind run with other numbers.
#
# **Nothing is out of bounds here.** You have built convolution yourself, so in this lab scipy may
# do it for you.

# %% locked="setup"
import sys
from pathlib import Path

# The folder `lib` stands beside `notebooks`; this finds it from wherever the notebook is.
sys.path[:0] = [
    str(p) for p in Path.cwd().resolve().parents if (p / "lib" / "checking.py").exists()
]

import numpy as np

from lib.checking import check_equal, check_kinds, check_untouched, rng

# %% [markdown]
# ## 1 · A question, asked everywhere
#
# Slide the filter $\mathbf{w}$ over the image $\mathbf{X}$. At each place, multiply what lies on
# top of each other and add up: the sum says how well this window matches the filter. All the sums
# together are the **activation map**
#
# $$
# \mathbf{A} = \mathbf{X} \star \mathbf{w}, \qquad
# A_{ij} = \sum_{u} \sum_{v} X_{i+u,\,j+v} \, w_{uv} .
# $$
#
# As in all these labs, "convolution" means this sum, cross-correlation: the filter is not turned
# round. Here it is, given:

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
# The image is a handwritten 4, with paper 0 and pen up to 1. Under a 3 × 3 filter, 28 × 28 pixels
# give a map of 26 × 26 numbers: one for each place where the window fits.

# %%
from lib.mnist import load_mnist
from lib.plotting import show_image, show_row

(digits, labels), held_out = load_mnist()
four = digits[2] / 255  # a float image: 0 is paper, 1 is pen
show_image(four, "a handwritten 4")

# %% [markdown]
# The first filter:
#
# $$
# \mathbf{w}_1 = \begin{bmatrix} 1 & 1 & 1 \\ 0 & 0 & 0 \\ -1 & -1 & -1 \end{bmatrix}
# $$
#
# ### Task 1 · Predict, then look
#
# Before you go on, write into the next cell:
#
# - What kind of patch, with values from 0 to 1, does $\mathbf{w}_1$ respond to most? And to which
#   with its lowest number?
# - Where in the map of the 4 will it be brightest, where darkest, and what will the empty paper
#   look like? In the map, black is the lowest number, grey a medium one, and white the highest.
#
# Then run the cell below it, and add a sentence: were you right, and what surprised you?

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
# ### Task 2 · `best_patch`
#
# The highest number in the map came from a window with pen above and paper below. Which patch
# would be the best of all? Pixels lie between 0 and 1, and each of them is multiplied by its own
# weight, so each can be chosen by itself. A small example, with its sum:
#
# $$
# \mathbf{w} = \begin{bmatrix} 2 & -1 & 0 \\ -3 & 0.5 & 1 \end{bmatrix}, \qquad
# \text{best patch} = \begin{bmatrix} 1 & 0 & 0 \\ 0 & 1 & 1 \end{bmatrix}, \qquad
# 2 + 0.5 + 1 = 3.5 .
# $$
#
# A full pixel under $0.5$ gains $0.5$, half a pixel gains only $0.25$; and under $-1$ any ink at
# all costs something. Where the weight is 0, the pixel does not matter: leave it at 0.

# %%
for patch in ([[1.0, 0, 0], [0, 1, 1]], [[1.0, 0, 0], [0, 0.5, 1]], [[1.0, 0.1, 0], [0, 1, 1]]):
    total = np.sum(np.array(patch) * np.array([[2, -1, 0], [-3, 0.5, 1]]))
    print(f"{patch}   sum {total:.2f}")

# %% [markdown]
# The fine print, which is graded too: the filter has any height and width, any real number type,
# and any memory layout (it may be a view). It stays as it is, and your patch is a new array of
# *numbers*: whoever goes on to calculate with `True` and `False` gets strange results.
#
# <details><summary>Hint</summary>
#
# A comparison such as `w > 0` does almost all of it. `np.where` or `astype` makes numbers of it.
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


# %% test="test_best_patch" points=1.5
_w = np.array([[2.0, -1.0, 0.0], [0.0, 0.5, -0.5], [-3.0, 1e-3, 7.0]])
check_equal(best_patch(_w.copy()), [[1, 0, 0], [0, 1, 0], [0, 1, 1]], "best_patch(w)")
check_equal(best_patch(w=-_w), [[0, 1, 0], [0, 0, 1], [1, 0, 0]], "best_patch(-w)")
check_equal(best_patch(_w + 3.5), [[1, 1, 1], [1, 1, 1], [1, 1, 1]], "best_patch(w + 3.5)")
check_equal(best_patch(_w - 8), np.zeros((3, 3), int), "best_patch of weights below 0")
### BEGIN HIDDEN TESTS
_generator = rng()
for _scale in (1.0, 1e6, 1e-6):
    _w = _scale * _generator.normal(size=(3, 3)) * _generator.choice([0, 1, 1], size=(3, 3))
    _expected = 1 * (_w > 0)
    check_equal(best_patch(_w.copy()), _expected, f"best_patch, weights about {_scale:g}")
    check_equal(best_patch(-_w), 1 * (_w < 0), f"best_patch, -w about {_scale:g}")
### END HIDDEN TESTS

# %% test="test_best_patch_shapes" points=0.5
_w = np.array([[2.0, -1.0, 0.0], [-3.0, 0.5, 1.0]])
check_equal(best_patch(_w.copy()), [[1, 0, 0], [0, 1, 1]], "best_patch of the example above")
check_equal(best_patch(_w.T.copy()), [[1, 0], [0, 1], [0, 1]], "best_patch of a 3 x 2 filter")
check_equal(best_patch(np.array([[0.4]])), [[1]], "best_patch([[0.4]])")
### BEGIN HIDDEN TESTS
_generator = rng()
for _shape in [(1, 5), (4, 1), (2, 2), (5, 5), (7, 4), (1, 1)]:
    _w = _generator.normal(size=_shape)
    _expected = 1 * (_w > 0)
    check_equal(best_patch(_w), _expected, f"best_patch of a {_shape} filter")
### END HIDDEN TESTS

# %% test="test_best_patch_kinds" points=0.25
_w = np.array([[2.3, -1.4, 3.7], [-2.2, 1.6, -4.1]])
check_kinds(best_patch, _w)
### BEGIN HIDDEN TESTS
_generator = rng()
_w = _generator.uniform(1.1, 4.4, size=(4, 3)) * _generator.choice([-1, 1], size=(4, 3))
_w[1, 2] = 2.5
check_kinds(best_patch, _w)
### END HIDDEN TESTS

# %% test="test_best_patch_untouched" points=0.25
check_untouched(best_patch, np.array([[2.3, -1.4, 3.7], [-2.2, 1.6, -4.1]]))
check_untouched(best_patch, np.array([[1.0, 0.0], [0.0, 1.0]]))
### BEGIN HIDDEN TESTS
check_untouched(best_patch, 5 * rng().normal(size=(3, 4)))
check_untouched(best_patch, np.ones((2, 3)))
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
# The map $\mathbf{A}_1$ has numbers from about $-3$ to $3$, and a screen shows whole numbers from
# 0 (black) to 255 (white), of the type `uint8`. So somebody stretched the map before you saw it:
#
# $$
# s_{ij} = 255 \cdot \frac{A_{ij} - \min \mathbf{A}}{\max \mathbf{A} - \min \mathbf{A}}
# $$
#
# The lowest number becomes 0, the highest 255, and all others keep their places in between. An
# example to redo on paper:
#
# $$
# \mathbf{A} = \begin{bmatrix} -3 & 0 \\ 1 & 2 \end{bmatrix}, \qquad
# s_{01} = 255 \cdot \frac{0 - (-3)}{2 - (-3)} = 255 \cdot 0.6 = 153, \qquad
# \mathbf{s} = \begin{bmatrix} 0 & 153 \\ 204 & 255 \end{bmatrix} .
# $$

# %%
small = np.array([[-3.0, 0.0], [1.0, 2.0]])
print((255 * (small - small.min()) / (small.max() - small.min())).round(9))

# %% [markdown]
# Two things to remember when you look at a map:
#
# - **Zero may have any grey.** Here it is 153. Only if the lowest and the highest number are
#   equally far from it, zero is in the middle.
# - **The scale is gone.** $\mathbf{A}$ and $1000\,\mathbf{A}$ give the same picture. Even a map of
#   nothing but tiny differences fills the whole range from black to white.
#
# ### Task 3 · `to_image`
#
# Write this stretching. The numbers may be of any size: around a million, around 1e-15, all of them
# below zero, or whole numbers. Between black and white you may round or cut off what
# stands behind the point, as you like. But the highest number must become 255 exactly: beware of
# rounding errors, for 254.99999999999997 is cut off to 254.
#
# And if all numbers are the same? Then there is nothing to stretch, and the formula divides 0 by 0.
# Return an image of zeros, without a warning. NumPy would warn of `0 / 0` and go on with "not a
# number"; a warning is easy to overlook, so from here on this notebook makes an error of it. The
# function below it is what the checks compare your image with the formula by.

# %% locked="check_image"
import warnings

warnings.filterwarnings("error", "(divide by zero|invalid value) encountered")


def check_image(got, A, name="to_image(A)"):
    """Check that `got` is the map `A`, stretched to whole numbers from 0 to 255 in `uint8`."""
    slack = 1e-2 if A.dtype == np.float32 else 1e-6
    low, high = (float(n) for n in (A.min(), A.max()))
    s = 255 * (A.astype(np.float64) - low) / (high - low)
    expected = np.rint(s)
    if isinstance(got, np.ndarray) and got.shape == A.shape and got.dtype == np.uint8:
        # Between black and white, rounded is right and cut off is right.
        fine = (low < A) & (high > A) & (got > s - 1 - slack) & (got < s + 0.5 + slack)
        expected = np.where(fine, got, expected)
    check_equal(got, expected.astype(int), name, dtype=np.uint8)


# %% [markdown]
# The fine print: any real number type and memory layout, the map stays as it is, the image is a new
# array.
#
# <details><summary>Hint: a 255 that holds</summary>
#
# First divide, then multiply by 255. The highest number minus the lowest, divided by itself, is
# exactly 1, and 255 times 1 is exactly 255. `np.round` before `astype` is on the safe side as well.
# </details>
#
# <details><summary>Hint: when there is nothing to stretch</summary>
#
# Ask whether the highest number equals the lowest, before you divide. Do not ask whether they are
# *close*: a map from 1 to 1.000001 is not constant. And a small number added to the divisor, just
# in case, spoils all maps that are small themselves.
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


# %% test="test_to_image" points=1.5
# By hand, above. All numbers of the second one are whole as well.
_A = np.array([[-3.0, 0.0], [1.0, 2.0]])
check_image(to_image(_A.copy()), _A, "to_image of the example above")
_A = np.array([[9.0, -8.0, 43.0], [26.0, -8.0, 1.0]])  # 85, 0, 255; 170, 0, 45
check_image(to_image(A=_A.copy()), _A, "to_image of a 2 x 3 map")
check_image(to_image(0.25 - _A), 0.25 - _A, "to_image of a 2 x 3 map, turned round")
# Every grey there is, and three steps between each two.
_A = np.linspace(-1, 3, 30 * 34).reshape(30, 34)
check_image(to_image(_A.copy()), _A, "to_image of a slope from -1 to 3")
# The highest number becomes 255, whatever the distance to the lowest.
for _range in (49.0, 4.9, 14.3, 19.1):
    _A = np.array([[0.0, 0.3 * _range, _range], [0.1 * _range, 0.7 * _range, 0.0]])
    check_image(to_image(_A.copy()), _A, f"to_image of a map from 0 to {_range:g}")
### BEGIN HIDDEN TESTS
_generator = rng()
for _shape in [(4, 7), (7, 4), (26, 26), (2, 1), (1, 9)]:
    for _offset in (0.0, -5.0, 5.0):
        _A = _offset + _generator.normal(size=_shape)
        check_image(to_image(_A.copy()), _A, f"to_image of a {_shape} map")
for _range in _generator.uniform(0.5, 100, size=40):
    _A = _generator.uniform(0.1, 0.9, size=(2, 5)) * _range
    _A[1, 3], _A[0, 2] = 0, _range
    check_image(to_image(_A.copy()), _A, f"to_image of a map from 0 to {_range:g}")
### END HIDDEN TESTS

# %% test="test_to_image_scales" points=1.5
_s = np.array([[0.0, 30.3, 255.0, 80.7], [99.2, 254.3, 0.8, 200.4]]) / 255
_maps = {
    "about a million": 2.0**20 * (2 * _s - 1),
    "about a millionth": 2.0**-20 * (2 * _s - 1),
    "about 1e-15": 2.0**-50 * (2 * _s - 1),
    "below zero": -7 - 2 * _s,
    "from 1 to 1.000001": 1 + 2.0**-20 * _s,
    "from 1000 to 1001": 1000 + _s,
    "in [0, 1], but not all of it": 0.25 + 0.5 * _s,
}
for _words, _A in _maps.items():
    check_image(to_image(_A.copy()), _A, f"to_image of numbers {_words}")
### BEGIN HIDDEN TESTS
_generator = rng()
for _power in (-50, -20, 0, 20, 50):
    for _offset in (-4.0, 0.0, 3.0):
        _s = _generator.uniform(size=(5, 8))
        _s[3, 1], _s[0, 6] = 0, 1
        _A = 2.0**_power * (_offset + _s)
        check_image(to_image(_A.copy()), _A, f"to_image of numbers about 2**{_power}")
_s = _generator.uniform(size=9)
_s[[2, 7]] = 1, 0
_A = 2 + 2.0**-20 * _s[None, :]
check_image(to_image(_A.copy()), _A, "to_image of a row of nearly equal numbers")
_A = -(2.0**20) + 2.0**-7 * _s[:, None]
check_image(to_image(_A.copy()), _A, "to_image of a column of nearly equal numbers")
### END HIDDEN TESTS

# %% test="test_to_image_constant" points=1
for _value in (0.0, 2.5, -1e6, 1e-6):
    _got = to_image(np.full((3, 4), _value))
    check_equal(_got, np.zeros((3, 4), int), f"to_image of nothing but {_value}", dtype=np.uint8)
_got = to_image(np.array([[7.0]]))
check_equal(_got, [[0]], "to_image of a single number", dtype=np.uint8)
### BEGIN HIDDEN TESTS
for _value in (1.0, 255.0, -0.1, 1e6, *rng().normal(size=3)):
    for _shape in [(5, 2), (1, 6), (1, 1)]:
        _got = to_image(np.full(_shape, _value))
        _words = f"to_image of a {_shape} map of nothing but {_value}"
        check_equal(_got, np.zeros(_shape, int), _words, dtype=np.uint8)
_got = to_image(np.full((3, 4), 5))
check_equal(_got, np.zeros((3, 4), int), "to_image of nothing but the int 5", dtype=np.uint8)
### END HIDDEN TESTS

# %% test="test_to_image_kinds" points=0.5
_A = np.array([[-3, 0, 17], [250, 472, -40]])
check_image(to_image(_A.copy()), _A, "to_image of int64 numbers")
_A = np.array([[-0.3, 0.1, 2.0], [0.7, -2.0, 1.1]])
_larger = np.full((4, 6), np.nan)
_larger[::2, ::2] = _A
_variants = {
    "float32": _A.astype(np.float32),
    "Fortran order": np.asfortranarray(_A),
    "a view of every other entry": _larger[::2, ::2],
    "a reversed view": _A[::-1, ::-1].copy()[::-1, ::-1],
}
for _kind, _variant in _variants.items():
    check_image(to_image(_variant), _variant.copy(), f"to_image, {_kind}")
### BEGIN HIDDEN TESTS
_generator = rng()
for _size in (1, 16, 1024, 2**20):
    _A = _generator.integers(-_size, _size + 1, size=(6, 7))
    _A[0, :2] = -_size, _size
    check_image(to_image(_A.copy()), _A, "to_image of int64 numbers")
_A = _generator.uniform(-1, 1, size=(5, 4))
_A[4, 2], _A[1, 0] = -1, 1
_larger = np.full((10, 3, 4), np.nan)
_larger[::2, 1, ::-1] = _A
for _variant in (_A.astype(np.float32), np.asfortranarray(_A), _larger[::2, 1, ::-1]):
    check_image(to_image(_variant), _variant.copy(), "to_image of another kind of array")
### END HIDDEN TESTS

# %% test="test_to_image_untouched" points=0.5
check_untouched(to_image, np.array([[9.0, -8.0, 43.0], [26.0, -8.0, 1.0]]))
### BEGIN HIDDEN TESTS
check_untouched(to_image, 100 * rng().normal(size=(4, 3)))
check_untouched(to_image, np.array([[0.0, 255.0], [51.0, 102.0]]))
### END HIDDEN TESTS

# %% [markdown]
# Your picture of $\mathbf{A}_1$, and the grey of its zeros:

# %%
picture = to_image(A1)
show_image(picture, "w1 on the 4")
print(f"A1 goes from {A1.min():.2f} to {A1.max():.2f}; the paper, 0, has grey {picture[0, 0]}")

# %% [markdown]
# ## 3 · Blurring
#
# The second filter:
#
# $$
# \mathbf{w}_2 = \begin{bmatrix} 1 & 1 & 1 \\ 1 & 1 & 1 \\ 1 & 1 & 1 \end{bmatrix}
# $$
#
# ### Task 4 · Predict, then look
#
# Write before you look, and add afterwards whether you were right:
#
# - What does $\mathbf{X} \star \mathbf{w}_2$ say about a window? What will the map look like?
# - The image has values from 0 to 1. In which range can the numbers of the map lie?

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
# ### Task 5 · `box_filter`
#
# A sum of nine pixels is no pixel any more. Their *mean* is one, as bright as what it was made of:
# where the image is all the same, the map has the same value. For this the weights must **sum to
# 1**. Build the filter that takes the mean of a window of $k \times k$ pixels, for any whole
# $k \ge 1$, odd or even. Here is the one for $k = 2$, on an image that is dark on the left and
# bright on the right:
#
# $$
# \begin{bmatrix} 0 & 0 & 4 & 4 \\ 0 & 0 & 4 & 4 \\ 0 & 0 & 4 & 4 \end{bmatrix} \star
# \begin{bmatrix} 0.25 & 0.25 \\ 0.25 & 0.25 \end{bmatrix} =
# \begin{bmatrix} 0 & 2 & 4 \\ 0 & 2 & 4 \end{bmatrix}
# $$

# %%
dark_bright = np.array([[0, 0, 4, 4], [0, 0, 4, 4], [0, 0, 4, 4]])
print(activation_map(dark_bright, np.full((2, 2), 0.25)))

# %% [markdown]
# Make a new array in each call: whoever changes one box filter should not change the next one.


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


# %% test="test_box_filter" points=1
_ninth = 1 / 9
check_equal(box_filter(3), [[_ninth] * 3, [_ninth] * 3, [_ninth] * 3], "box_filter(3)")
_X = np.array([[9.0, 0.0, 18.0, 1.0], [0.0, 27.0, 0.0, 1.0], [3.0, 6.0, 0.0, -2.0]])
_expected = [[7.0, 51 / 9]]
check_equal(activation_map(_X, box_filter(3)), _expected, "means of windows of 3 x 3")
### BEGIN HIDDEN TESTS
_X = rng().normal(size=(5, 7))
_expected = np.lib.stride_tricks.sliding_window_view(_X, (3, 3)).mean(axis=(2, 3))
check_equal(activation_map(_X, box_filter(k=3)), _expected, "means of windows of 3 x 3")
### END HIDDEN TESTS

# %% test="test_box_filter_sizes" points=1
check_equal(box_filter(1), [[1]], "box_filter(1)")
check_equal(box_filter(2), [[0.25, 0.25], [0.25, 0.25]], "box_filter(2)")
for _k in (4, 5):
    check_equal(box_filter(k=_k), np.full((_k, _k), 1 / _k**2), f"box_filter({_k})")
    check_equal(box_filter(_k).sum(), 1.0, f"the sum of box_filter({_k})")
### BEGIN HIDDEN TESTS
for _k in (2, 6, 7, 8, 12, 25, np.int64(5)):
    check_equal(box_filter(_k), np.full((_k, _k), 1 / _k**2), f"box_filter({_k})")
### END HIDDEN TESTS


# %% test="test_box_filter_untouched" points=0.5
def _box_filter():
    return box_filter(3)


check_untouched(_box_filter)
### BEGIN HIDDEN TESTS
for _k in (1, 2):
    check_untouched(lambda k=_k: box_filter(k))
### END HIDDEN TESTS

# %% [markdown]
# The larger the box, the stronger the blur, and the smaller the map. All greys now mean the same
# as in the image:

# %%
blurred = {k: activation_map(four, box_filter(k)) for k in (1, 3, 5, 9)}
show_row(list(blurred.values()), [f"box of {k} × {k}" for k in blurred])
for k, A in blurred.items():
    print(f"k = {k}: from {A.min():.2f} to {A.max():.2f}, {A.shape[0]} × {A.shape[1]}")

# %% [markdown]
# ## 4 · Sharpening
#
# The third filter takes twice the pixel itself, and subtracts the mean of its window:
#
# $$
# \mathbf{w}_3 =
# \begin{bmatrix} 0 & 0 & 0 \\ 0 & 2 & 0 \\ 0 & 0 & 0 \end{bmatrix} - \frac{1}{9}
# \begin{bmatrix} 1 & 1 & 1 \\ 1 & 1 & 1 \\ 1 & 1 & 1 \end{bmatrix}
# $$
#
# ### Task 6 · Predict, then look
#
# Write before you look, and add afterwards whether you were right:
#
# - Where all pixels of a window have one value, what does $\mathbf{w}_3$ give?
# - A pixel of a stroke, right beside the paper, is brighter than the mean of its window; the paper
#   right beside it is darker than the mean. What does $\mathbf{w}_3$ make of each?
# - So what will the map look like? Can it hold numbers below 0, or above 1?

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
# Why it works can be said in one line, because a map is *linear* in its filter: the map of a sum of
# filters is the sum of their maps. With the identity filter $\mathbf{i}$, which copies each
# pixel, and the box filter $\mathbf{b}$,
#
# $$
# \mathbf{X} \star (2\mathbf{i} - \mathbf{b})
# = \mathbf{X} + (\mathbf{X} - \mathbf{X} \star \mathbf{b}) .
# $$
#
# The bracket is all that blurring takes away: the detail. Sharpening adds it once more.
# (Photographers call this *unsharp masking*. $\mathbf{X}$ stands here for the pixels in the middle
# of the windows: the map has no border.)

# %%
inside = four[1:-1, 1:-1]
detail = inside - activation_map(four, w2 / 9)
show_row([inside, detail, inside + detail], ["the 4", "its detail", "the 4 and its detail"])
check_equal(inside + detail, A3)

# %% [markdown]
# ### Task 7 · `sharpen_filter`
#
# Why add the detail just once? With any *amount* $a$ of it, the filter is
#
# $$
# (1 + a) \, \mathbf{i} - a \, \mathbf{b} .
# $$
#
# Two numbers to check on paper: for $a = 1$ the weight in the middle is $2 - \frac{1}{9} =
# \frac{17}{9}$, and all others are $-\frac{1}{9}$. For $a = 9$ the middle has $10 - 1 = 9$, and the
# others $-1$. The amount is any number, of Python or NumPy: an integer, a fraction, negative, and
# also 0, which changes nothing. Left out, it is 1. As before, make a new array in each call.

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
_ninths = np.array([[-1, -1, -1], [-1, 17, -1], [-1, -1, -1]])
check_equal(sharpen_filter(), _ninths / 9, "sharpen_filter()")
check_equal(sharpen_filter(1.0), _ninths / 9, "sharpen_filter(1.0)")
check_equal(sharpen_filter(amount=1), _ninths / 9, "sharpen_filter(1)")
### BEGIN HIDDEN TESTS
_X = rng().normal(size=(6, 4))
_mean = np.lib.stride_tricks.sliding_window_view(_X, (3, 3)).mean(axis=(2, 3))
_expected = 2 * _X[1:-1, 1:-1] - _mean
check_equal(activation_map(_X, sharpen_filter()), _expected, "a map of sharpen_filter()")
### END HIDDEN TESTS

# %% test="test_sharpen_filter_amounts" points=1
check_equal(sharpen_filter(0), [[0, 0, 0], [0, 1, 0], [0, 0, 0]], "sharpen_filter(0)")
check_equal(sharpen_filter(9), [[-1, -1, -1], [-1, 9, -1], [-1, -1, -1]], "sharpen_filter(9)")
_expected = [[-0.25, -0.25, -0.25], [-0.25, 3.0, -0.25], [-0.25, -0.25, -0.25]]
check_equal(sharpen_filter(2.25), _expected, "sharpen_filter(2.25)")
_ninths = np.array([[1, 1, 1], [1, 1, 1], [1, 1, 1]])
check_equal(sharpen_filter(amount=-1), _ninths / 9, "sharpen_filter(-1), which is a box filter")
### BEGIN HIDDEN TESTS
_identity = np.zeros((3, 3), int)
_identity[1, 1] = 1
check_equal(sharpen_filter(0.0), _identity, "sharpen_filter(0.0)")
for _amount in (2, 7, -4, 0.5, 1e-6, 1e6, *rng().normal(size=3).tolist()):
    _expected = _identity * (1 + _amount) - _amount * np.full((3, 3), 1 / 9)
    check_equal(sharpen_filter(_amount), _expected, f"sharpen_filter({_amount})")
    check_equal(sharpen_filter(np.float64(_amount)), _expected, f"sharpen_filter({_amount})")
    check_equal(sharpen_filter(np.array(_amount)), _expected, f"sharpen_filter({_amount}), 0-d")
_expected = _identity * 3 - 2 * np.full((3, 3), 1 / 9)
check_equal(sharpen_filter(np.int64(2)), _expected, "sharpen_filter(np.int64(2))")
_expected = _identity * 1.5 - 0.5 * np.full((3, 3), 1 / 9)
check_equal(sharpen_filter(np.float32(0.5)), _expected, "sharpen_filter(float32)", rtol=1e-5)
### END HIDDEN TESTS


# %% test="test_sharpen_filter_untouched" points=0.5
def _sharpen_filter():
    return sharpen_filter()


check_untouched(_sharpen_filter)
### BEGIN HIDDEN TESTS
for _amount in (0, 2.5):
    check_untouched(lambda amount=_amount: sharpen_filter(amount))
_amount = np.array(2.5)
_got = sharpen_filter(_amount)
assert _amount == 2.5, "sharpen_filter changes its argument"
### END HIDDEN TESTS

# %% [markdown]
# From blurred, over untouched, to oversharpened, all on one scale:

# %%
amounts = (-1, 0, 1, 3)
sharpened = [activation_map(four, sharpen_filter(amount)) for amount in amounts]
show_row(sharpened, [f"amount {amount}" for amount in amounts])

# %% [markdown]
# ## 5 · Edges
#
# The weights of $\mathbf{w}_1$ sum to **0**. So on any flat patch, white or black, its answer is 0:
# it sees differences only. That makes it an edge filter, and its edges are the horizontal ones.
#
# ### Task 8 · `vertical_edge_filter`
#
# Build a 3 × 3 filter for *vertical* edges. There are many, and any of them is right that keeps
# three promises:
#
# 1. Wherever its window stands across a step from **bright on the left to dark on the right**, its
#    answer is **positive**. A window of three columns can stand across a step in two ways: with one
#    bright column or with two. Both count.
# 2. Its weights sum to 0.
# 3. To horizontal edges it gives no answer at all: 0, whether bright is above or below, and whether
#    the edge lies high or low in the window.
#
# And again, each call makes a new array.
#
# $$
# \text{the windows of promise 1:} \quad
# \begin{bmatrix} 1 & 0 & 0 \\ 1 & 0 & 0 \\ 1 & 0 & 0 \end{bmatrix}, \
# \begin{bmatrix} 1 & 1 & 0 \\ 1 & 1 & 0 \\ 1 & 1 & 0 \end{bmatrix};
# \qquad \text{some of promise 3:} \quad
# \begin{bmatrix} 1 & 1 & 1 \\ 0 & 0 & 0 \\ 0 & 0 & 0 \end{bmatrix}, \
# \begin{bmatrix} 0 & 0 & 0 \\ 0 & 0 & 0 \\ 1 & 1 & 1 \end{bmatrix}
# $$
#
# <details><summary>Hint</summary>
#
# Write down the sum that your filter gives for each of these four windows. What must hold for its
# first column? For its last? For each of its rows?
# </details>


# %% locked="check_filter"
def check_filter(w):
    """Check that `w` is a filter: a 3 x 3 array of finite real numbers."""
    assert isinstance(w, np.ndarray), f"expected a NumPy array, got a {type(w).__name__}"
    assert w.shape == (3, 3), f"expected a filter of shape (3, 3), got {w.shape}"
    assert w.dtype.kind in "iuf", f"expected real numbers, got dtype {w.dtype}"
    assert np.isfinite(w).all(), "expected finite numbers"


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


# %% test="test_vertical_edge_filter" points=1.5
_w = vertical_edge_filter()
check_filter(_w)
_almost_nothing = 1e-6 * np.abs(_w).max()
for _bright_columns in (1, 2):
    _X = np.zeros((3, 3))
    _X[:, :_bright_columns] = 1
    _a = activation_map(_X, _w)[0, 0]
    assert _a > _almost_nothing, (
        f"a window across a step, {_bright_columns} bright on the left: got {_a:.4g}, "
        f"expected a positive number\nwindow:\n{_X}\nfilter:\n{_w}"
    )
### BEGIN HIDDEN TESTS
for _dark, _bright in ((0, 0.5), (0, 255), (-3, -1)):
    for _edge in range(1, 9):
        _X = np.full((6, 9), float(_dark))
        _X[:, :_edge] = _bright
        _across = [j for j in range(7) if j < _edge < j + 3]
        _got = activation_map(_X, _w)[:, _across]
        _flat = _dark * float(_w.astype(np.float64).sum())  # another test's question
        assert (_got - _flat > _almost_nothing * (_bright - _dark)).all(), (
            "every window across a step must give a positive number"
        )
### END HIDDEN TESTS

# %% test="test_vertical_edge_filter_flat" points=0.5
_w = vertical_edge_filter()
check_filter(_w)
_sum = float(_w.astype(np.float64).sum())
assert _w.any(), "a filter of zeros sees nothing"
assert abs(_sum) < 1e-6 * np.abs(_w).max(), f"the weights sum to {_sum:.4g}, expected 0\n{_w}"
### BEGIN HIDDEN TESTS
for _grey in (1.0, 0.3, 255.0):
    _A = activation_map(np.full((4, 5), _grey), _w)
    assert (np.abs(_A) < 1e-5 * _grey * np.abs(_w).max()).all(), "a flat image has no edges"
### END HIDDEN TESTS

# %% test="test_vertical_edge_filter_horizontal" points=1
_w = vertical_edge_filter()
check_filter(_w)
assert _w.any(), "a filter of zeros sees nothing"
for _rows in ([1, 0, 0], [1, 1, 0], [0, 0, 1], [0, 1, 1]):
    _X = np.tile(np.array(_rows)[:, None], 3)
    _a = activation_map(_X, _w)[0, 0]
    assert abs(_a) < 1e-6 * np.abs(_w).max(), (
        f"a horizontal edge: got {_a:.4g}, expected 0\nwindow:\n{_X}\nfilter:\n{_w}"
    )
### BEGIN HIDDEN TESTS
_rows = rng().normal(size=7)
_A = activation_map(np.tile(_rows[:, None], 6), _w)
assert (np.abs(_A) < 1e-5 * np.abs(_w).max()).all(), "there are no vertical edges here"
### END HIDDEN TESTS

# %% test="test_vertical_edge_filter_untouched" points=0.5
check_untouched(vertical_edge_filter)
### BEGIN HIDDEN TESTS
_expected = vertical_edge_filter().copy()
check_equal(vertical_edge_filter(), _expected, "vertical_edge_filter() the second time")
### END HIDDEN TESTS

# %% [markdown]
# Your filter on a step of six columns, row by row the same, and on the 4. Compare with
# $\mathbf{w}_1$: what one of them sees, the other hardly does.

# %%
step = np.tile([1.0, 1.0, 1.0, 0.0, 0.0, 0.0], (4, 1))
wv = vertical_edge_filter()
show_row([step, wv, activation_map(step, wv)], ["a step", "w", "map"], ["image", "filter", "map"])
show_row([activation_map(four, wv), A1], ["vertical edges", "horizontal edges"])

# %% [markdown]
# Here is such a filter on its way over a picture with more in it:
#
# ![Animation: a 3 × 3 filter for vertical edges on an image of 64 × 64 pixels, with the nine grey
# values of the window, the nine weights, and their sum, one pixel of the map. White is where the
# left is brighter, black where the right is, and grey is 0.](../../figures/image_convolution.gif)
#
# ### Edges in all directions
#
# Put the weights on a slant, and the filter sees slanted edges. Guess before you run the cell: in
# which of the four maps will the bar of the 4 all but vanish, and in which its right stroke?

# %%
directions = {
    "|": vertical_edge_filter(),
    "—": w1,
    "\\": np.array([[0.0, 1.0, 1.0], [-1.0, 0.0, 1.0], [-1.0, -1.0, 0.0]]),
    "/": np.array([[1.0, 1.0, 0.0], [1.0, 0.0, -1.0], [0.0, -1.0, -1.0]]),
}
show_row(list(directions.values()), [f"edges like {line}" for line in directions], "filter")
show_row([activation_map(four, w) for w in directions.values()])

# %% [markdown]
# Can one filter see them all? Let it compare a pixel with its neighbours on *all* sides:
#
# $$
# \mathbf{w}_\Delta = \begin{bmatrix} 0 & 1 & 0 \\ 1 & -4 & 1 \\ 0 & 1 & 0 \end{bmatrix}
# $$
#
# This is the Laplace filter: the four neighbours, minus four times the pixel. Its weights sum to 0
# too, and it looks the same from above and from the side, so it prefers no direction: every edge
# shows, dark where the pen is, bright beside it. The detail that sharpening adds to the image comes
# from a filter of this kind as well, $\mathbf{i} - \mathbf{b}$, with the opposite sign.

# %%
laplace = np.array([[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]])
show_row([laplace, activation_map(four, laplace)], ["Laplace", "its map"], ["filter", "map"])
print("nine times i - b:")
print((9 * (identity - w2 / 9)).round(9))

# %% [markdown]
# ## 6 · Many filters, many maps
#
# A convolutional layer has not one filter but many, and each makes a map of its own, a **feature
# map**. Together they are a stack: 8 filters of 3 × 3 on a 28 × 28 image give 8 × 26 × 26 numbers,
# and for the next layer these are an image with 8 channels.
#
# Each of these pictures is stretched by your `to_image`, so black and white mean something else in
# each. In one of them the paper is white: why?

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
# (The last filter is the box with its sign turned round: it likes windows with little pen best.)
#
# Now your filter for vertical edges, on one digit of every class. Guess first: which side of a
# stroke will be white, and which one black? A filter knows nothing of digits. It finds the same
# edges in all of them, and *where* it finds them is what later layers tell digits apart by.

# %%
one_of_each = [digits[np.argmax(labels == c)] / 255 for c in range(10)]
edges_of_each = [activation_map(X, vertical_edge_filter()) for X in one_of_each]
show_row(edges_of_each, [f"a {c}" for c in range(10)])

# %% [markdown]
# The same filters on a picture with more in it. Below each stand its nine numbers:
#
# ![A ball and a striped ball before a brick wall, under 8 filters of 3 × 3: identity, box filter,
# sharpen, emboss, vertical edges, horizontal edges, diagonal edges, Laplacian. Where the weights
# sum to 1 the brightness stays; where they sum to 0 all is grey but the
# edges.](../../figures/image_filters.png)
#
# And now you: choose a filter or type its numbers, draw a picture of your own, and point at the map
# to see which sum stands there. Can you find a filter that moves the 4 by one pixel? One that turns
# paper into pen, and pen into paper?

# %%
from lib.explorer import explore

explore()

# %% [markdown]
# ## 7 · The other way round: learning a filter
#
# So far somebody had thought of the nine numbers. In a network nobody does: they are learned. Here
# is the smallest case of it. You are given one image $\mathbf{X}$ and one map $\mathbf{A}$, made
# by a filter that you do not know. Find it.
#
# Begin with $\mathbf{w} = 0$ and measure how far its map is off, by the mean squared error over
# the $n = (H-2)(W-2)$ places of the map:
#
# $$
# L = \frac{1}{n} \sum_{i,j} R_{ij}^2,
# \qquad \mathbf{R} = \mathbf{X} \star \mathbf{w} - \mathbf{A} .
# $$
#
# Each weight $w_{uv}$ was used at every place, where it met the pixel $X_{i+u,\,j+v}$. The chain
# rule sums over all uses:
#
# $$
# \frac{\partial L}{\partial w_{uv}} = \frac{2}{n} \sum_{i,j} R_{ij} \, X_{i+u,\,j+v}
# \qquad \text{and a step goes downhill:} \qquad
# \mathbf{w} \leftarrow \mathbf{w} - \eta \, \frac{\partial L}{\partial \mathbf{w}},
# $$
#
# with the learning rate $\eta$, called `lr` in the code. Do it by hand once, with the smallest
# image there is, and $\eta = 0.05$:
#
# $$
# \mathbf{X} = \begin{bmatrix} 1 & 0 & 2 \\ 0 & 0 & 0 \\ 0 & 0 & 0 \end{bmatrix}, \quad
# \mathbf{A} = \begin{bmatrix} 3 \end{bmatrix}
# $$
#
# With $\mathbf{w} = 0$ the map is 0 and $R = -3$. The gradient is $2 \cdot (-3) \cdot \mathbf{X} =
# -6\,\mathbf{X}$, so after one step $\mathbf{w} = 0.3\,\mathbf{X}$. Its map is $0.3 \cdot 1 + 0.6
# \cdot 2 = 1.5$: halfway there. Each further step halves what is left: $2.25$, $2.625$, ...

# %%
X33 = np.array([[1.0, 0.0, 2.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]])
w = np.zeros((3, 3))
for number in range(1, 4):
    R = np.sum(X33 * w) - 3
    w = w - 0.05 * 2 * R * X33
    print(f"after step {number}: w = {w[0]} above zeros, map {np.sum(X33 * w):.4g}")

# %% [markdown]
# ### Task 9 · `learn_filter`
#
# Take exactly `steps` steps of this from zeros; with `steps=0` the answer is a filter of zeros.
# Mind the factor $2/n$: without it the same `lr` takes steps of another length.
#
# The fine print: images of any size from 3 × 3 on, square or not; whole numbers too (the filter is
# of floats all the same, or it could not take small steps); any memory layout. `X` and `A` stay as
# they are, and each call returns an array of its own.
#
# <details><summary>Hint: the gradient</summary>
#
# Look at the formula of the gradient again, and at that of the activation map. The sum over
# $R_{ij} X_{i+u,\,j+v}$ is an activation map as well: of which image, under which "filter"? What
# shape does it have?
# </details>
#
# <details><summary>Hint: it does not arrive</summary>
#
# The map changes with the filter, so $\mathbf{R}$ must be computed anew in each step. If the
# numbers explode, look at the sign and at the $2/n$.
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


# %% test="test_learn_filter" points=1.5
# By hand: no step, and one.
_X = np.array([[1.0, 0.0, 2.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]])
_A = np.array([[3.0]])
_got = learn_filter(_X.copy(), _A.copy(), 0, 0.05)
check_equal(_got, np.zeros((3, 3)), "learn_filter, 0 steps")
_got = learn_filter(X=_X.copy(), A=_A.copy(), steps=1, lr=0.05)
check_equal(_got, [[0.3, 0, 0.6], [0, 0, 0], [0, 0, 0]], "learn_filter of the example, 1 step")

_X = np.array([[2.0, 0, 1, 3], [0, 1, 0, 2], [1, 3, 0, 0], [0, 1, 2, 0]])
_A = np.array([[4.0, -2], [0, 5]])
_got = learn_filter(_X.copy(), _A.copy(), 1, 0.125)
_expected = np.array([[13, -2, 8], [13, 4, -4], [3, 22, 0]]) / 16
check_equal(_got, _expected, "learn_filter of whole numbers, 1 step")
### BEGIN HIDDEN TESTS
_generator = rng()
for _lr in (0.1, 1e-3, 1e3, 1):
    _X, _A = _generator.normal(size=(5, 5)), _generator.normal(size=(3, 3))
    _windows = np.lib.stride_tricks.sliding_window_view(_X, (3, 3))
    _expected = 2 / 9 * _lr * np.einsum("ij,ijuv->uv", _A, _windows)
    _got = learn_filter(_X.copy(), _A.copy(), 1, _lr)
    check_equal(_got, _expected, f"learn_filter, 1 step, lr {_lr:g}")
    _got = learn_filter(_X.copy(), _A.copy(), 0, _lr)
    check_equal(_got, np.zeros((3, 3)), "learn_filter, 0 steps")
### END HIDDEN TESTS

# %% test="test_learn_filter_steps" points=1.5
_X = np.array([[1.0, 0.0, 2.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]])
for _steps, _map in ((2, 2.25), (3, 2.625), (4, 2.8125)):
    _got = learn_filter(_X.copy(), np.array([[3.0]]), _steps, 0.05)
    _expected = np.array([[_map / 5, 0, 2 * _map / 5], [0, 0, 0], [0, 0, 0]])
    check_equal(_got, _expected, f"learn_filter of the example above, {_steps} steps")
_X = np.array([[2.0, 0, 1, 3], [0, 1, 0, 2], [1, 3, 0, 0], [0, 1, 2, 0]])
_A = np.array([[4.0, -2], [0, 5]])
_got = learn_filter(_X.copy(), _A.copy(), 2, 0.125)
_expected = np.array([[87, -145, -189], [-10, -114, -200], [-234, 108, -90]]) / 256
check_equal(_got, _expected, "learn_filter of whole numbers, 2 steps")
### BEGIN HIDDEN TESTS
_generator = rng()
_X, _A = _generator.normal(size=(6, 6)), _generator.normal(size=(4, 4))
_windows = np.lib.stride_tricks.sliding_window_view(_X, (3, 3)).reshape(16, 9)
_w = np.zeros(9)
for _steps in range(1, 11):
    _w = _w - 0.05 * 2 / 16 * (_windows @ _w - _A.ravel()) @ _windows
    if _steps in (2, 3, 5, 10):
        _got = learn_filter(_X.copy(), _A.copy(), _steps, 0.05)
        check_equal(_got, _w.reshape(3, 3), f"learn_filter, {_steps} steps")
### END HIDDEN TESTS

# %% test="test_learn_filter_images" points=1
# One bright pixel: the left window has it in its middle, the right one in its left column.
_X = np.array([[0.0, 0.0, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0]])
_got = learn_filter(_X.copy(), np.array([[2.0, 4.0]]), 1, 0.5)
check_equal(_got, [[0, 0, 0], [2.0, 1.0, 0], [0, 0, 0]], "learn_filter of one pixel, 1 step")

_X = np.array([[2, 0, 1, 3, 0, 1], [0, 1, 0, 2, 1, 0], [1, 3, 0, 0, 2, 0], [0, 1, 2, 0, 0, 1.0]])
_A = np.array([[4, -2, 1, 3], [0, 5, -3, 2.0]])
_got = learn_filter(_X.copy(), _A.copy(), 1, 0.0625)
_expected = np.array([[27, -3, 8], [19, 13, -9], [-3, 28, 4]]) / 64
check_equal(_got, _expected, "learn_filter of a 4 x 6 image, 1 step")
_got = learn_filter(_X.copy(), _A.copy(), 2, 0.0625)
_expected = np.array([[2198, -654, 349], [1477, 791, -1177], [-688, 2327, 163]]) / 4096
check_equal(_got, _expected, "learn_filter of a 4 x 6 image, 2 steps")
_got = learn_filter(_X.T.copy(), _A.T.copy(), 2, 0.0625)
check_equal(_got, _expected.T, "learn_filter of a 6 x 4 image, 2 steps")
### BEGIN HIDDEN TESTS
_generator = rng()
for _shape in [(3, 3), (3, 8), (7, 3), (5, 9), (9, 4), (10, 10)]:
    _n = (_shape[0] - 2) * (_shape[1] - 2)
    _X, _A = _generator.normal(size=_shape), _generator.normal(size=(_shape[0] - 2, _shape[1] - 2))
    _windows = np.lib.stride_tricks.sliding_window_view(_X, (3, 3)).reshape(_n, 9)
    _w = np.zeros(9)
    for _ in range(4):
        _w = _w - 0.02 * 2 / _n * (_windows @ _w - _A.ravel()) @ _windows
    _got = learn_filter(_X.copy(), _A.copy(), 4, 0.02)
    check_equal(_got, _w.reshape(3, 3), f"learn_filter of a {_shape} image, 4 steps")
### END HIDDEN TESTS

# %% test="test_learn_filter_converges" points=1
_secret = np.array([[1.0, 2.0, -1.0], [0.0, 0.5, -2.0], [3.0, -0.5, 0.0]])
_X = np.random.default_rng(61).normal(size=(12, 12))
_got = learn_filter(_X.copy(), activation_map(_X, _secret), 150, 0.2)
check_equal(_got, _secret, "the filter learned from a map of an unknown one", rtol=1e-3)
### BEGIN HIDDEN TESTS
_generator = rng()
_secret, _X = _generator.normal(size=(3, 3)), _generator.normal(size=(14, 14))
_A = activation_map(_X, _secret)
_got = learn_filter(_X.copy(), _A.copy(), 150, 0.2)
check_equal(_got, _secret, "the filter learned from a map of an unknown one", rtol=1e-3)
### END HIDDEN TESTS


# %% test="test_learn_filter_kinds" points=0.5
def _learn_in_three_steps(X, A):
    return learn_filter(X, A, 3, 0.004)


_generator = np.random.default_rng(62)
_X, _A = _generator.uniform(1.1, 4.4, size=(5, 6)), _generator.uniform(1.1, 4.4, size=(3, 4))
check_kinds(_learn_in_three_steps, _X, _A)
### BEGIN HIDDEN TESTS
_generator = rng()
_X, _A = _generator.uniform(1.1, 4.4, size=(6, 5)), _generator.uniform(1.1, 4.4, size=(4, 3))
check_kinds(_learn_in_three_steps, _X, _A)
_expected = learn_filter(_X.copy(), _A.copy(), 2, 0.004)
_got = learn_filter(_X.copy(), _A.copy(), np.int64(2), np.float64(0.004))
check_equal(_got, _expected, "learn_filter with NumPy numbers for steps and lr")
_got = learn_filter(_X.copy(), _A.copy(), 2, np.array(0.004))
check_equal(_got, _expected, "learn_filter with a 0-d array for lr")
### END HIDDEN TESTS


# %% test="test_learn_filter_untouched" points=0.5
def _learn_in_two_steps(X, A):
    return learn_filter(X, A, 2, 0.004)


def _learn_in_no_step(X, A):
    return learn_filter(X, A, 0, 0.004)


_generator = np.random.default_rng(63)
_X, _A = _generator.uniform(1.1, 4.4, size=(4, 5)), _generator.uniform(1.1, 4.4, size=(2, 3))
check_untouched(_learn_in_two_steps, _X, _A)
check_untouched(_learn_in_no_step, _X, _A)
### BEGIN HIDDEN TESTS
_generator = rng()
_X, _A = _generator.uniform(1.1, 4.4, size=(5, 5)), _generator.uniform(1.1, 4.4, size=(3, 3))
check_untouched(_learn_in_two_steps, _X, _A)
check_untouched(_learn_in_two_steps, _X[:3, :3], _A[:1, :1])
### END HIDDEN TESTS

# %% [markdown]
# Now the real thing: one handwritten 4, one map of it, and a filter of which your function knows
# nothing. Watch it appear, step by step; the last one is the truth.

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
# The loss over the steps, for three learning rates. The vertical axis is logarithmic: a straight
# line means that each step takes away the same share.

# %%
import matplotlib.pyplot as plt

counts = [0, 1, 2, 4, 7, 12, 20, 30, 45, 65, 90]
losses = {}
for lr in (0.1, 1.0, 2.1):
    tried = [learn_filter(four, A_secret, count, lr) for count in counts]
    losses[lr] = [np.mean((activation_map(four, w) - A_secret) ** 2) for w in tried]

figure, axes = plt.subplots(figsize=(7, 4))
for (lr, loss), colour in zip(losses.items(), ("#1f5fa8", "#d95f0e", "0.4"), strict=True):
    axes.semilogy(counts, loss, "o-", color=colour, markersize=3, label=f"lr = {lr}")
axes.set(xlabel="step", ylabel="loss", title="learning the filter from one 4")
axes.legend()
for lr, loss in losses.items():
    print(f"lr = {lr}: loss {loss[0]:.2f} at the start, {loss[-1]:.1e} after {counts[-1]} steps")

# %% [markdown]
# With $\eta = 0.1$ it learns, slowly. With $1.0$ the loss falls steeply, and then ever more slowly:
# neighbouring pixels of a stroke are much alike, so the *sum* of neighbouring weights is learned
# at once, and their small differences take long. With $2.1$ each step overshoots by more than it
# corrects, and the loss explodes.
#
# ### What one image cannot teach
#
# A map that fits perfectly need not mean that the filter is right. Take an image whose rows are all
# alike. Whatever the filter, its map depends on the sums of its three columns only:

# %%
stripes = np.tile(np.random.default_rng(64).uniform(size=14), (10, 1))
learned_here = learn_filter(stripes, activation_map(stripes, secret), 150, 0.4)
off = np.abs(activation_map(stripes, learned_here) - activation_map(stripes, secret)).max()
show_row([stripes, secret, learned_here], ["X", "true", "learned"], ["image", "filter", "filter"])
print(f"largest error in the map: {off:.9f}")
print("sums of columns, true:   ", secret.sum(axis=0))
print("sums of columns, learned:", learned_here.sum(axis=0).round(6) + 0.0)

# %% [markdown]
# The map is right and the filter is wrong. From what it never saw, it could not learn, and it
# shared each column's sum evenly among its rows, because it had started from zeros. A network is in
# the same position: its filters are as good as its images are varied.
#
# This is how real filters come about as well, only that nobody gives them a map to imitate. They
# are trained, through all the layers above, to make the right *answer* come out. Here are some that
# a small network learned from digits, and what they see in a 3:
#
# ![8 kernels of 7 × 7 weights, orange positive and blue negative, learned by gradient descent in a
# small network (convolution, ReLU, dense layer) on 2,000 MNIST digits. From random weights, most
# have become edges and strokes in one direction.](../../figures/learned_kernels.png)
#
# ![A handwritten 3 and its 8 feature maps after ReLU, one for each of 8 kernels that a small
# network learned on MNIST. Black is 0, white the highest value: each kernel lights up on other
# parts of the digit.](../../figures/feature_maps.png)
#
# Last, look through what you made: the filter that you learned, then one of your own. Move the
# pointer over the 4, put a ReLU behind the map, change a weight.

# %%
explore(four, learned[-1])
explore(four, sharpen_filter(2.0))

# %% [markdown]
# ## Summary
#
# - A filter's best patch is pen where it is positive and paper where it is negative. Where its map
#   is bright, the image looks like that.
# - Weights that sum to 1 keep the brightness (blur, sharpen). Weights that sum to 0 give nothing on
#   flat patches and show differences (edges).
# - Maps are linear in the filter: sharpening is the image plus its detail.
# - In the picture of a map black is the lowest number, not zero, and the scale is lost.
# - Filters can be learned: the gradient of a weight sums, over all places, the error there times
#   the pixel that the weight met there.
#
# ## Go further
#
# - Two filters one after the other are one larger filter. Which 5 × 5 filter does the same as two
#   boxes of 3 × 3? Find out with `activation_map` and an image that is 0 but for a single 1.
# - `learn_filter` needs the learning rate to stay below $2/\lambda$, where $\lambda$ is the largest
#   eigenvalue of $\frac{2}{n} \mathbf{M}^T \mathbf{M}$, and the rows of $\mathbf{M}$ are the
#   windows of the image. Build $\mathbf{M}$ with your `im2col` from lab 3 and predict from which
#   rate on the 4 explodes.
# - Add some noise to the map before learning. Which weights suffer first, and why these?
