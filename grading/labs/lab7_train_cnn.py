# %% [markdown]
# # Lab 7 · A network that reads digits
#
# You have convolution, ReLU and pooling. What is missing between them and a network that reads
# handwriting? A layer that weighs all evidence, a number that says how wrong the answer is, and a
# rule for getting less wrong. In this lab you write these, put everything together, and watch it
# learn. This lab is a **bonus**.
#
# When you are done, you can
#
# - write `Flatten`, `Dense` and a softmax cross-entropy that survives logits of 1000;
# - take steps downhill with momentum, from initial weights of the right size;
# - train a network, and find out first whether it can learn at all;
# - look into a trained network: its mistakes, its filters, its feature maps;
# - say why 90 % accuracy is no proof that a gradient is right.
#
# Fill in the cells that say `YOUR CODE HERE` and run the checks below them at once. When the lab is
# graded, further checks of the same kind run with other numbers.
#
# **Out of bounds in your solutions:** scipy, torch, tensorflow, jax, cv2, skimage, and
# `np.convolve`, `np.correlate`, `np.fft`, `np.polymul`, `np.gradient`. They would do for you what
# these labs are about. All else in NumPy is welcome.

# %% locked="setup"
import sys
from pathlib import Path

# The folder `lib` stands beside `notebooks`; this finds it from wherever the notebook is.
sys.path[:0] = [
    str(p) for p in Path.cwd().resolve().parents if (p / "lib" / "checking.py").exists()
]

import numpy as np
from tqdm import tqdm

from lib.checking import (
    check_bounds,
    check_equal,
    check_gradients,
    check_kinds,
    check_layer,
    check_untouched,
    gradient_check,
    rng,
)

tqdm.monitor_interval = 0  # progress bars without a thread behind the scenes

# %% [markdown]
# The layers have the form that you know from lab 5: `forward` computes, and keeps what the way back
# needs; `backward` takes the upstream gradient and returns one gradient for each array that
# `forward` was given, in their order. Weights are arguments of `forward`, too.


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
# **The fine print**, the same as in labs 4 and 5, and worth a part of the points:
#
# - *The last `forward` counts*, and `backward` says the same when it is asked twice. What a layer
#   keeps belongs to `self`: a network has several layers of a kind.
# - *Hands off other people's arrays.* No function or method changes what it was given, upstream
#   gradients included. What it returns is new: not an argument, not a view of one, not what it has
#   returned before. Otherwise one layer's arithmetic would spoil another one's memory.
# - *Any real numbers.* Inputs are `float64`, `float32` or `int64`, also mixed, and may be views.
#   Gradients are always `float64`: an update of $0.01$ must not be rounded away.
#
# ## 1 · Flatten
#
# Convolutions hand on maps, `(N, C, H, W)`. The layer that decides wants one row of numbers for
# each image, `(N, D)` with $D = C \cdot H \cdot W$. `Flatten` writes an image's maps one behind the
# other, each row by row. Nothing is lost, nothing is computed, and the images stay apart.
#
# ![2 images with 2 maps of 2 × 3 each become 2 rows of 12 numbers, map after map and row after
# row: shape (2, 2, 2, 3) becomes (2, 12). No number is lost, and the images stay
# apart.](../../figures/flatten.png)
#
# On the way back the gradient of each number goes to where the number came from.
#
# ### Task 1 · `Flatten`
#
# The first axis counts images; there may be any number of further axes, from one on.
#
# <details><summary>Hint</summary>
#
# `reshape(len(X), -1)` does the work, but what it returns is often a *view*: the same memory under
# another shape. Whoever changes it changes the maps. What makes a copy of an array?
# </details>


# %% solution="Flatten"
class Flatten(Layer):
    """One row of numbers for each image."""

    def forward(self, X):
        """Write each image as one row.

        Parameters
        ----------
        X : array (N, ...), such as (N, C, H, W)

        Returns
        -------
        array (N, D), D = C * H * W
            Ordered by channel, row, column. A copy.
        """
        if np.ndim(X) < 2:
            raise ValueError(f"Expected (N, ...) with two axes or more, got {np.shape(X)}.")
        ### BEGIN SOLUTION
        self.shape = X.shape
        return X.reshape(len(X), -1).copy()
        ### END SOLUTION

    def backward(self, dout):
        """Send each gradient back to the place of its number.

        Parameters
        ----------
        dout : array (N, D)

        Returns
        -------
        array of the shape of X, float64
        """
        ### BEGIN SOLUTION
        return np.array(dout, dtype=np.float64).reshape(self.shape)
        ### END SOLUTION


# %% test="test_Flatten" points=1
# The picture's two images.
_X = np.array(
    [
        [[[6.0, 8, 0], [8, 4, 5]], [[6, 2, 9], [0, 2, 3]]],
        [[[5, 4, 1], [0, 0, 0]], [[1, 9, 1], [6, 7, 2]]],
    ]
)
_rows = [[6.0, 8, 0, 8, 4, 5, 6, 2, 9, 0, 2, 3], [5, 4, 1, 0, 0, 0, 1, 9, 1, 6, 7, 2]]
check_equal(Flatten().forward(_X.copy()), _rows, "Flatten().forward of the picture's maps")
check_equal(Flatten().forward(_X[1:].copy()), _rows[1:], "Flatten().forward of one image")
check_equal(Flatten().forward(_X[:, :1].copy()), np.array(_rows)[:, :6], "one channel")
### BEGIN HIDDEN TESTS
for _shape in [(3, 2, 4, 5), (1, 1, 3, 2), (5, 3, 1, 2), (2, 4, 1, 1), (1, 1, 1, 1), (4, 1, 5, 5)]:
    _X = rng().normal(size=_shape)
    _rows = np.array([list(_image.flat) for _image in _X])
    check_equal(Flatten().forward(_X.copy()), _rows, f"Flatten().forward of {_shape}")
### END HIDDEN TESTS

# %% test="test_Flatten_shapes" points=0.5
# Two, three or five axes.
for _shape in [(2, 3), (3, 2, 2), (2, 1, 3, 1, 2)]:
    _X = np.random.default_rng(71).normal(size=_shape)
    _rows = np.array([list(_image.flat) for _image in _X])
    check_equal(Flatten().forward(_X.copy()), _rows, f"Flatten().forward of {_shape}")
    _layer = Flatten()
    _layer.forward(_X.copy())
    check_gradients(_layer.backward(2 * _rows), 2 * _X, f"Flatten().backward, X {_shape}")
### BEGIN HIDDEN TESTS
for _shape in [(1, 7), (4, 1), (1, 2, 3), (3, 1, 1), (2, 2, 2, 2, 2, 2)]:
    _X = rng().normal(size=_shape)
    _rows = np.array([list(_image.flat) for _image in _X])
    check_equal(Flatten().forward(_X.copy()), _rows, f"Flatten().forward of {_shape}")
    _layer = Flatten()
    _layer.forward(_X.copy())
    check_gradients(_layer.backward(-_rows), -_X, f"Flatten().backward, X {_shape}")
### END HIDDEN TESTS

# %% test="test_Flatten_backward" points=1
# The numbers of the picture are gradients now: back to their maps.
_dX = np.array(
    [
        [[[6.0, 8, 0], [8, 4, 5]], [[6, 2, 9], [0, 2, 3]]],
        [[[5, 4, 1], [0, 0, 0]], [[1, 9, 1], [6, 7, 2]]],
    ]
)
_rows = np.array([[6.0, 8, 0, 8, 4, 5, 6, 2, 9, 0, 2, 3], [5, 4, 1, 0, 0, 0, 1, 9, 1, 6, 7, 2]])
_layer = Flatten()
_layer.forward(np.ones((2, 2, 2, 3)))
check_gradients(_layer.backward(_rows.copy()), _dX, "Flatten().backward of the picture's rows")
check_gradients(_layer.backward(-0.5 * _rows), -0.5 * _dX, "Flatten().backward, dout halved")
check_gradients(_layer.backward(0 * _rows), 0 * _dX, "Flatten().backward of zeros")
### BEGIN HIDDEN TESTS
for _shape in [(3, 2, 4, 5), (1, 1, 3, 2), (5, 3, 1, 2), (2, 4, 1, 1), (1, 1, 1, 1), (4, 1, 5, 5)]:
    _dX = rng().normal(size=_shape)
    _rows = np.array([list(_image.flat) for _image in _dX])
    _layer = Flatten()
    _layer.forward(np.ones(_shape))
    check_gradients(_layer.backward(_rows.copy()), _dX, f"Flatten().backward, X {_shape}")
### END HIDDEN TESTS

# %% test="test_Flatten_kinds" points=0.25


def _forward(X):
    return Flatten().forward(X)


def _backward(X, dout):
    layer = Flatten()
    layer.forward(X)
    return layer.backward(dout)


_random = np.random.default_rng(72)
_X, _dout = 3 * _random.normal(size=(2, 2, 3, 2)), 3 * _random.normal(size=(2, 12))
check_kinds(_forward, _X)
check_kinds(_backward, _X, _dout, gradient=True)
### BEGIN HIDDEN TESTS
_X, _dout = 3 * rng().normal(size=(3, 1, 2, 4)), 3 * rng().normal(size=(3, 8))
check_kinds(_forward, _X)
check_kinds(_backward, _X, _dout, gradient=True)
### END HIDDEN TESTS

# %% test="test_Flatten_layer" points=0.25
_random = np.random.default_rng(73)
_X, _dout = _random.normal(size=(2, 2, 3, 2)), _random.normal(size=(2, 12))
check_layer(Flatten, _X, dout=_dout)
check_layer(Flatten, _X, dout=_dout, other=(_X[:1, :, :2],))
### BEGIN HIDDEN TESTS
_X, _dout = rng().normal(size=(3, 5)), rng().normal(size=(3, 5))
check_layer(Flatten, _X, dout=_dout, other=(_X[:, :, None, None],))
### END HIDDEN TESTS

# %% [markdown]
# ## 2 · Dense
#
# Now every output looks at every number, through weights of its own: a *dense* or *fully connected*
# layer. For a batch of rows $X$,
#
# $$ A = XW + b, \qquad A_{nk} = \sum_d X_{nd} W_{dk} + b_k , $$
#
# with $X$ of shape `(N, D)`, $W$ `(D, K)`, $b$ `(K,)` and $A$ `(N, K)`. All rows share the weights.
#
# **By hand.** Two rows, $X = \begin{pmatrix} 1 & 2 \\ 0 & 3 \end{pmatrix}$,
# $W = \begin{pmatrix} 1 & -1 \\ 2 & 0.5 \end{pmatrix}$ and $b = (10, 20)$. The first row gives
# $1 \cdot 1 + 2 \cdot 2 + 10 = 15$ and $-1 + 1 + 20 = 20$.
#
# **The way back** is the rule of lab 3 once more: a gradient is a sum over all uses. $X_{nd}$ is
# used once for each output $k$, $W_{dk}$ once for each row $n$, and $b_k$ once for each row as
# well:
#
# $$
# \nabla_{X_{nd}} = \sum_k \nabla_{A_{nk}} W_{dk}, \qquad
# \nabla_{W_{dk}} = \sum_n X_{nd} \nabla_{A_{nk}}, \qquad
# \nabla_{b_k} = \sum_n \nabla_{A_{nk}} .
# $$

# %%
X_small, W_small = np.array([[1.0, 2.0], [0.0, 3.0]]), np.array([[1.0, -1.0], [2.0, 0.5]])
b_small, dA_small = np.array([10.0, 20.0]), np.array([[1.0, 0.0], [2.0, -1.0]])


def weighted_sum(W):
    """All outputs of the example, each times its upstream gradient: what dW is the slope of."""
    return sum(
        (sum(X_small[n, d] * W[d, k] for d in range(2)) + b_small[k]) * dA_small[n, k]
        for n in range(2)
        for k in range(2)
    )


raised = W_small.copy()
raised[1, 0] += 1
print("first row by hand:", 1 * 1 + 2 * 2 + 10, 1 * -1 + 2 * 0.5 + 20)
print("raising W[1, 0] by 1 changes the loss by", weighted_sum(raised) - weighted_sum(W_small))
print("and by the formula: 2 * 1 + 3 * 2 =", 2 * 1 + 3 * 2)

# %% [markdown]
# ### Task 2 · `Dense`
#
# Both methods fit on a few lines, without a loop. `backward` returns the tuple `(dX, dW, db)`.
#
# <details><summary>Hint</summary>
#
# Each of the three sums is a product of two matrices, or a sum over an axis. Write down the shapes,
# and there is one way only in which they fit together: `(D, K)` out of `(N, D)` and `(N, K)`.
# </details>


# %% solution="Dense"
class Dense(Layer):
    """Every output is a weighted sum of all inputs, plus a bias."""

    def forward(self, X, W, b):
        """Weigh and add up.

        Parameters
        ----------
        X : array (N, D)
        W : array (D, K)
        b : array (K,)

        Returns
        -------
        array (N, K)
        """
        if np.ndim(X) != 2 or np.shape(W)[:1] != X.shape[1:] or np.shape(W)[1:] != np.shape(b):
            raise ValueError(
                f"Expected (N, D), (D, K), (K,), got {np.shape(X)}, {np.shape(W)}, {np.shape(b)}."
            )
        ### BEGIN SOLUTION
        self.X, self.W = X, W
        return X @ W + b
        ### END SOLUTION

    def backward(self, dA):
        """Send the upstream gradient back to all three inputs.

        Parameters
        ----------
        dA : array (N, K)

        Returns
        -------
        dX : array (N, D), float64
        dW : array (D, K), float64
        db : array (K,), float64
        """
        ### BEGIN SOLUTION
        dA = np.asarray(dA, dtype=np.float64)
        return dA @ self.W.T, self.X.T @ dA, np.sum(dA, axis=0)
        ### END SOLUTION


# %% test="test_Dense" points=1
# The example of the page without its bias, and others by hand.
_X, _W = np.array([[1.0, 2], [0, 3]]), np.array([[1.0, -1], [2, 0.5]])
check_equal(Dense().forward(_X.copy(), _W.copy(), np.zeros(2)), [[5.0, 0], [6, 1.5]], "b = 0")
check_equal(Dense().forward(_X[:1].copy(), _W.copy(), np.zeros(2)), [[5.0, 0]], "one row")
_X, _W = np.array([[1.0, 0, -1], [2, 1, 0]]), np.array([[3.0], [0.5], [-2]])
check_equal(Dense().forward(_X.copy(), _W.copy(), np.zeros(1)), [[5.0], [6.5]], "three inputs")
_A = [[3.0, 0, -3], [0.5, 0, -0.5], [-2, 0, 2]]
check_equal(Dense().forward(_W.copy(), _X[:1].copy(), np.zeros(3)), _A, "one input, three outputs")
check_bounds(Dense().forward, _X.copy(), _W.copy(), np.zeros(1))
### BEGIN HIDDEN TESTS
for _n, _d, _k in [(1, 1, 1), (2, 3, 4), (5, 2, 3), (1, 4, 2), (4, 4, 4), (6, 1, 5)]:
    for _scale in (1, 1e6, 1e-6):
        _X, _W = _scale * rng().normal(size=(_n, _d)), rng().normal(size=(_d, _k)) + 0.1
        _A = np.array([[sum(_x * _w) for _w in _W.T] for _x in _X])
        _got = Dense().forward(_X.copy(), _W.copy(), np.zeros(_k))
        check_equal(_got, _A, f"X {_X.shape}, W {_W.shape}, b = 0")
### END HIDDEN TESTS

# %% test="test_Dense_bias" points=0.5
# With the bias: one for each output, the same for all rows.
_X, _W, _b = np.array([[1.0, 2], [0, 3]]), np.array([[1.0, -1], [2, 0.5]]), np.array([10.0, 20])
check_equal(Dense().forward(_X.copy(), _W.copy(), _b.copy()), [[15.0, 20], [16, 21.5]], "example")
check_equal(Dense().forward(0 * _X, _W.copy(), _b.copy()), [[10.0, 20], [10, 20]], "X = 0")
check_equal(Dense().forward(_X[:1] * 0, _W.copy(), -_b), [[-10.0, -20]], "one row of zeros")
### BEGIN HIDDEN TESTS
for _n, _d, _k in [(1, 1, 1), (2, 3, 4), (5, 2, 3), (3, 1, 3)]:
    _X, _W, _b = rng().normal(size=(_n, _d)), rng().normal(size=(_d, _k)), rng().normal(size=_k)
    _A = np.array([[sum(_x * _w) + _c for _w, _c in zip(_W.T, _b, strict=True)] for _x in _X])
    check_equal(Dense().forward(_X.copy(), _W.copy(), _b.copy()), _A, f"{_n} rows, b of {_k}")
### END HIDDEN TESTS

# %% test="test_Dense_backward_X" points=1


def _gradients(X, W, dA):
    layer = Dense()
    layer.forward(np.array(X, dtype=float), np.array(W, dtype=float), np.zeros(np.shape(W)[1]))
    got = layer.backward(np.array(dA, dtype=float))
    assert isinstance(got, tuple | list), "backward must return a tuple (dX, dW, db)"
    dX, dW, db = got
    return dX, dW, db


_X, _W, _dA = [[1.0, 2], [0, 3]], [[1.0, -1], [2, 0.5]], [[1.0, 0], [2, -1]]
check_gradients(_gradients(_X, _W, _dA)[0], [[1.0, 2], [3, 3.5]], "dX of the page's example")
check_gradients(_gradients(_X, _W, np.zeros((2, 2)))[0], np.zeros((2, 2)), "dX, dA zeros")
_W = [[3.0, 1], [0.5, -1], [-2, 4]]
_got = _gradients(np.ones((1, 3)), _W, [[2.0, -1]])[0]
check_gradients(_got, [[5.0, 2, -8]], "dX, one row, three inputs, two outputs")
_layer = Dense()
_layer.forward(np.ones((1, 3)), np.array(_W), np.zeros(2))
check_bounds(_layer.backward, np.array([[2.0, -1]]))
### BEGIN HIDDEN TESTS
for _n, _d, _k in [(1, 1, 1), (2, 3, 4), (5, 2, 3), (1, 4, 2), (4, 4, 4), (6, 1, 5)]:
    for _scale in (1, 1e6, 1e-6):
        _X, _W = rng().normal(size=(_n, _d)), rng().normal(size=(_d, _k)) + 0.1
        _dA = _scale * (rng().normal(size=(_n, _k)) + 0.2)
        _dX = np.array([[sum(_g * _w) for _w in _W] for _g in _dA])
        check_gradients(_gradients(_X, _W, _dA)[0], _dX, f"dX, X {_X.shape}, W {_W.shape}")
### END HIDDEN TESTS

# %% test="test_Dense_backward_W" points=1


def _gradients(X, W, dA):
    layer = Dense()
    layer.forward(np.array(X, dtype=float), np.array(W, dtype=float), np.zeros(np.shape(W)[1]))
    got = layer.backward(np.array(dA, dtype=float))
    assert isinstance(got, tuple | list), "backward must return a tuple (dX, dW, db)"
    dX, dW, db = got
    return dX, dW, db


_X, _W, _dA = [[1.0, 2], [0, 3]], [[1.0, -1], [2, 0.5]], [[1.0, 0], [2, -1]]
check_gradients(_gradients(_X, _W, _dA)[1], [[1.0, 0], [8, -3]], "dW of the page's example")
check_gradients(_gradients(_X, _W, np.zeros((2, 2)))[1], np.zeros((2, 2)), "dW, dA zeros")
_got = _gradients([[1.0, -2, 3]], np.ones((3, 2)), [[2.0, -1]])[1]
check_gradients(_got, [[2.0, -1], [-4, 2], [6, -3]], "dW, one row, three inputs, two outputs")
_layer = Dense()
_layer.forward(np.array(_X), np.array(_W), np.zeros(2))
check_bounds(_layer.backward, np.array(_dA))
### BEGIN HIDDEN TESTS
for _n, _d, _k in [(1, 1, 1), (2, 3, 4), (5, 2, 3), (1, 4, 2), (4, 4, 4), (6, 1, 5)]:
    for _scale in (1, 1e6, 1e-6):
        _X, _W = rng().normal(size=(_n, _d)) + 0.1, rng().normal(size=(_d, _k))
        _dA = _scale * (rng().normal(size=(_n, _k)) + 0.2)
        _dW = np.array([[sum(_x * _g) for _g in _dA.T] for _x in _X.T])
        check_gradients(_gradients(_X, _W, _dA)[1], _dW, f"dW, X {_X.shape}, W {_W.shape}")
### END HIDDEN TESTS

# %% test="test_Dense_backward_b" points=1


def _gradients(X, W, dA):
    layer = Dense()
    layer.forward(np.array(X, dtype=float), np.array(W, dtype=float), np.zeros(np.shape(W)[1]))
    got = layer.backward(np.array(dA, dtype=float))
    assert isinstance(got, tuple | list), "backward must return a tuple (dX, dW, db)"
    dX, dW, db = got
    return dX, dW, db


_X, _W, _dA = [[1.0, 2], [0, 3]], [[1.0, -1], [2, 0.5]], [[1.0, 0], [2, -1]]
check_gradients(_gradients(_X, _W, _dA)[2], [3.0, -1], "db of the page's example")
check_gradients(_gradients(_X[:1], _W, [[2.0, -3]])[2], [2.0, -3], "db, one row")
check_gradients(_gradients(np.ones((3, 2)), _W, np.ones((3, 2)))[2], [3.0, 3], "db, dA ones")
check_gradients(_gradients(_X, _W, np.zeros((2, 2)))[2], [0.0, 0], "db, dA zeros")
### BEGIN HIDDEN TESTS
for _n, _d, _k in [(1, 1, 1), (2, 3, 4), (5, 2, 3), (1, 4, 2), (4, 4, 4), (6, 1, 5)]:
    for _scale in (1, 1e6, 1e-6):
        _X, _W = rng().normal(size=(_n, _d)), rng().normal(size=(_d, _k))
        _dA = _scale * (rng().normal(size=(_n, _k)) + 0.2)
        _db = np.array([sum(_column) for _column in _dA.T])
        check_gradients(_gradients(_X, _W, _dA)[2], _db, f"db of {_n} rows, {_k} outputs")
### END HIDDEN TESTS

# %% test="test_Dense_kinds" points=0.5


def _forward(X, W, b):
    return Dense().forward(X, W, b)


def _backward(X, W, b, dA):
    layer = Dense()
    layer.forward(X, W, b)
    return tuple(layer.backward(dA))


_random = np.random.default_rng(74)
_X, _W = 3 * _random.normal(size=(3, 4)), 3 * _random.normal(size=(4, 2))
_b, _dA = np.array([1.4, -2.7]), 3 * _random.normal(size=(3, 2))
check_kinds(_forward, _X, _W, _b)
check_kinds(_backward, _X, _W, _b, _dA, gradient=True)
# All whole but the biases: their fractions must survive.
_X, _W = np.rint(_X), np.rint(_W)
_got, _expected = _forward(_X.astype(int), _W.astype(int), _b), _forward(_X, _W, _b)
check_equal(1.0 * _got, np.array(_expected), "forward with int64 X and W, fractions in b")
### BEGIN HIDDEN TESTS
_X, _W = rng().uniform(1.1, 4.4, size=(2, 3)), rng().uniform(1.1, 4.4, size=(3, 5))
_b, _dA = rng().uniform(-4.4, -1.1, size=5), rng().uniform(1.1, 4.4, size=(2, 5))
check_kinds(_forward, _X, _W, _b)
check_kinds(_backward, _X, _W, _b, -_dA, gradient=True)
### END HIDDEN TESTS

# %% test="test_Dense_layer" points=0.5
_random = np.random.default_rng(75)
_X, _W, _b, _dA = (_random.normal(size=_s) for _s in [(3, 4), (4, 2), (2,), (3, 2)])
check_layer(Dense, _X, _W, _b, dout=_dA)
check_layer(Dense, _X[:1], np.eye(4), np.zeros(4), dout=_X[1:2], other=(_X, _W, _b))
### BEGIN HIDDEN TESTS
_X, _W, _b, _dA = (rng().normal(size=_s) for _s in [(2, 3), (3, 5), (5,), (2, 5)])
check_layer(Dense, _X, _W, _b, dout=_dA, other=(_X[:1], -_W, _b))
check_layer(Dense, _X[:, :1], np.ones((1, 1)), np.zeros(1), dout=np.ones((2, 1)))
### END HIDDEN TESTS

# %%
dense = Dense()
print(dense.forward(X_small, W_small, b_small))
gradient_check(dense.forward, dense.backward, X_small, W_small, b_small)

# %% [markdown]
# ## 3 · How wrong is it?
#
# The last layer gives ten numbers, one for each digit: the *logits* $a_k$. **Softmax** makes
# probabilities of them, positive and with sum 1,
#
# $$ p_k = \frac{e^{a_k}}{\sum_j e^{a_j}} , $$
#
# and the **cross-entropy** asks how much of it went to the right answer $y$:
#
# $$ L = -\log p_y . $$
#
# It is 0 for someone who was certain and right, and grows without end for someone who was certain
# and wrong. A network that knows nothing gives each digit $1/10$ and pays $\log 10 \approx 2.303$.
# Remember that number: it is what the first loss of a healthy network looks like.
#
# For a batch, $L$ is the **mean** over its rows.
#
# **By hand.** For $a = (0, \log 2, \log 5)$ the exponentials are 1, 2 and 5, with sum 8. So
# $p = (0.125, 0.25, 0.625)$, and if the right answer is the last one,
# $L = -\log 0.625 = 0.47$; if it is the first, $L = -\log 0.125 = 2.079$.
#
# **The way back.** All that logarithm and division comes to something very small. With
# $L = \log \sum_j e^{a_j} - a_y$, the slope in $a_k$ is
#
# $$ \frac{\partial L}{\partial a_k} = p_k - [k = y], \qquad
# \text{and in a batch of } N \text{ rows } \quad \frac{p_{nk} - [k = y_n]}{N} , $$
#
# where $[k = y]$ is 1 for the right answer and 0 for the others. What was given to wrong answers is
# taken away, what the right one lacks is added: $(0.125, 0.25, -0.375)$ in the example.

# %%
p = np.exp([0, np.log(2), np.log(5)]) / np.sum(np.exp([0, np.log(2), np.log(5)]))
print("p =", p, " losses:", -np.log(p).round(3), " knowing nothing:", np.log(10).round(3))
h, a = 1e-5, np.array([0, np.log(2), np.log(5)])
slopes = [
    (
        np.log(np.sum(np.exp(a + step)))
        - (a + step)[2]
        - np.log(np.sum(np.exp(a - step)))
        + (a - step)[2]
    )
    / (2 * h)
    for step in h * np.eye(3)
]
print("measured slopes, right answer last:", np.round(slopes, 6))

# %% [markdown]
# **Large logits.** A computer cannot hold $e^{1000}$: the formula as it stands divides infinity by
# infinity. And where $p_y$ is too small for a computer, $\log 0$ is minus infinity, although the
# loss is a harmless number. Both have the same cure. Softmax does not change when the same number
# is taken off all logits of a row, so take off the largest, $m$:
#
# $$ L = \log \sum_j e^{a_j - m} - (a_y - m) . $$
#
# No exponent is above 0 now, the sum is at least 1, and the logarithm never sees a zero. Do not
# "repair" it by adding $10^{-12}$ inside the logarithm: that keeps the error and hides it.

# %%
with np.errstate(all="ignore"):
    a = np.array([1000.0, 0.0])
    print("as it stands:    p =", np.exp(a) / np.sum(np.exp(a)))
    print("largest taken off: p =", np.exp(a - 1000) / np.sum(np.exp(a - 1000)))
    print(
        "loss of the second:",
        -np.log(np.exp(-1000)),
        "by the wrong way, and by the right one",
        end=" ",
    )
    print(np.log(np.sum(np.exp(a - 1000))) - (0 - 1000))

# %% [markdown]
# ### Task 3 · `SoftmaxCrossEntropy`
#
# `forward(logits, labels)` returns one number, the mean loss. Labels are whole numbers and have no
# gradient, so `backward` returns one array: the gradient by the logits. This layer is the end of
# the network, and its upstream gradient is 1 unless someone says otherwise.
#
# <details><summary>Hint</summary>
#
# `np.max(logits, axis=1, keepdims=True)` has shape `(N, 1)` and can be taken off `(N, K)`. And
# `array[np.arange(N), labels]` picks one entry of each row.
# </details>


# %% solution="SoftmaxCrossEntropy"
class SoftmaxCrossEntropy(Layer):
    """Mean of -log(probability of the right answer)."""

    def forward(self, logits, labels):
        """Compute the mean loss of a batch.

        Parameters
        ----------
        logits : array (N, K)
            Any size: 1000 is no problem.
        labels : int array (N,)
            The right answers, from 0 to K - 1.

        Returns
        -------
        number
        """
        if np.ndim(logits) != 2 or np.shape(labels) != logits.shape[:1]:
            raise ValueError(f"Expected (N, K), (N,), got {np.shape(logits)}, {np.shape(labels)}.")
        ### BEGIN SOLUTION
        rows = np.arange(len(labels))
        shifted = np.asarray(logits, dtype=np.float64)
        shifted = shifted - np.max(shifted, axis=1, keepdims=True)
        sums = np.sum(np.exp(shifted), axis=1)
        self.slopes = np.exp(shifted) / sums[:, None]
        self.slopes[rows, labels] -= 1
        return np.mean(np.log(sums) - shifted[rows, labels])
        ### END SOLUTION

    def backward(self, dloss=1.0):
        """Gradient by the logits.

        Parameters
        ----------
        dloss : number
            Upstream gradient.

        Returns
        -------
        array (N, K), float64
        """
        ### BEGIN SOLUTION
        return np.float64(dloss) * self.slopes / len(self.slopes)
        ### END SOLUTION


# %% test="test_SoftmaxCrossEntropy" points=1
def _loss(logits, labels):
    return SoftmaxCrossEntropy().forward(np.array(logits, dtype=float), np.array(labels))


# One row: the example of the page, all three answers. Then ten logits that know nothing.
_a = np.log([[1.0, 2, 5]])
check_equal(_loss(_a, [2]), np.log(8 / 5), "the loss of (0, log 2, log 5), label 2")
check_equal(_loss(_a, [1]), np.log(4), "the loss of (0, log 2, log 5), label 1")
check_equal(_loss(_a, [0]), np.log(8), "the loss of (0, log 2, log 5), label 0")
check_equal(_loss(np.zeros((1, 10)), [3]), np.log(10), "the loss of ten zeros")
check_equal(_loss([[0.5, -0.5]], [0]), np.log(1 + np.exp(-1)), "the loss of (0.5, -0.5), label 0")
check_bounds(SoftmaxCrossEntropy().forward, _a.copy(), np.array([2]))
### BEGIN HIDDEN TESTS
for _k in (2, 3, 10):
    _e = rng().uniform(0.2, 3, size=_k)
    for _label in range(_k):
        _expected = float(np.log(sum(_e) / _e[_label]))
        check_equal(_loss([np.log(_e)], [_label]), _expected, f"{_k} logits, label {_label}")
### END HIDDEN TESTS

# %% test="test_SoftmaxCrossEntropy_batch" points=1


def _loss(logits, labels):
    return SoftmaxCrossEntropy().forward(np.array(logits, dtype=float), np.array(labels))


# The mean over the rows, whose number is not that of the logits.
_a = np.log([[1.0, 2, 5], [2, 1, 1]])
check_equal(_loss(_a, [2, 0]), np.log(8 / 5 * 2) / 2, "the loss of two rows")
check_equal(_loss(_a, [0, 2]), np.log(8 * 4) / 2, "the loss of two rows")
_a = np.log([[1.0, 3], [1, 1], [3, 1], [1, 3]])
check_equal(_loss(_a, [0, 1, 0, 1]), np.log(4 * 2 * 4 / 3 * 4 / 3) / 4, "the loss of four rows")
check_equal(_loss(_a[::-1], [1, 0, 1, 0]), np.log(4 * 2 * 4 / 3 * 4 / 3) / 4, "in another order")
### BEGIN HIDDEN TESTS
for _n, _k in [(2, 10), (5, 3), (7, 2), (3, 3)]:
    _e, _y = rng().uniform(0.2, 3, size=(_n, _k)), rng().integers(_k, size=_n)
    _each = [np.log(sum(_row) / _row[_label]) for _row, _label in zip(_e, _y, strict=True)]
    check_equal(_loss(np.log(_e), _y), float(sum(_each) / _n), f"the loss of {_n} rows")
### END HIDDEN TESTS

# %% test="test_SoftmaxCrossEntropy_large" points=1.5


def _loss(logits, labels):
    return SoftmaxCrossEntropy().forward(np.array(logits, dtype=float), np.array(labels))


# Certain and wrong costs what it says in the logits.
check_equal(_loss([[1000.0, 0]], [1]), 1000.0, "the loss of (1000, 0), label 1")
check_equal(_loss([[0.0, -1000, 50]], [1]), 1050.0, "the loss of (0, -1000, 50), label 1")
check_equal(_loss([[-1000.0, -1000]], [0]), np.log(2), "the loss of (-1000, -1000)")
check_equal(_loss([[800.0, 800, 800]], [1]), np.log(3), "the loss of (800, 800, 800)")
check_equal(_loss([[0.0, 40]], [0]), 40.0, "the loss of (0, 40), label 0")
### BEGIN HIDDEN TESTS
for _k in (2, 5):
    _a = rng().integers(-5, 6, size=_k).astype(float)
    _label = int(np.argmin(_a))  # a loss that is not tiny
    _expected = float(np.log(sum(np.exp(_a))) - _a[_label])
    for _offset in (0, 1e4, -1e4, 700, -750):
        _got = _loss([_a + _offset], [_label])
        check_equal(_got, _expected, f"the loss of small logits and {_offset:g}", rtol=1e-8)
check_equal(_loss([[-1e6, 1e6]], [0]), 2e6, "the loss of (-1e6, 1e6), label 0")
### END HIDDEN TESTS

# %% test="test_SoftmaxCrossEntropy_rows" points=0.5
# One row's largest is not another's: large and small logits in one batch.
_a, _labels = np.array([[1000.0, 0], [-1000, -1000], [3, 3]]), np.array([1, 0, 1])
_layer = SoftmaxCrossEntropy()
_got = _layer.forward(_a.copy(), _labels.copy())
check_equal(_got, (1000 + 2 * np.log(2)) / 3, "the loss of rows of all sizes")
_expected = np.array([[1.0, -1], [-0.5, 0.5], [0.5, -0.5]]) / 3
check_gradients(_layer.backward(), _expected, "the gradient of rows of all sizes")
### BEGIN HIDDEN TESTS
_a, _labels = rng().integers(-5, 6, size=(4, 3)).astype(float), rng().integers(3, size=4)
_a[0], _labels[0] = [2, 0, 1], 1  # a loss that is not tiny
_e = np.exp(_a)
_layer = SoftmaxCrossEntropy()
_got = _layer.forward(_a + np.array([[0.0], [1e4], [-1e4], [800]]), _labels.copy())
_each = np.log(_e.sum(axis=1)) - _a[np.arange(4), _labels]
check_equal(_got, float(np.mean(_each)), "the loss of rows of all sizes", rtol=1e-8)
_expected = (_e / _e.sum(axis=1)[:, None] - np.eye(3)[_labels]) / 4
check_gradients(_layer.backward(), _expected, "the gradient of rows of all sizes")
### END HIDDEN TESTS

# %% test="test_SoftmaxCrossEntropy_backward" points=1


def _slopes(logits, labels):
    layer = SoftmaxCrossEntropy()
    layer.forward(np.array(logits, dtype=float), np.array(labels))
    return layer.backward()


# One row: p minus 1 at the right answer.
_a = np.log([[1.0, 2, 5]])
check_gradients(_slopes(_a, [2]), [[0.125, 0.25, -0.375]], "the gradient, label 2")
check_gradients(_slopes(_a, [0]), [[-0.875, 0.25, 0.625]], "the gradient, label 0")
check_gradients(_slopes([[0.0, 0]], [1]), [[0.5, -0.5]], "the gradient of (0, 0), label 1")
check_bounds(SoftmaxCrossEntropy().forward, _a.copy(), np.array([2]))
### BEGIN HIDDEN TESTS
for _k in (2, 3, 10):
    _e = rng().uniform(0.2, 3, size=_k)
    for _label in range(_k):
        _expected = _e / sum(_e) - (np.arange(_k) == _label)
        check_gradients(_slopes([np.log(_e)], [_label]), [_expected], f"{_k} logits, {_label=}")
### END HIDDEN TESTS

# %% test="test_SoftmaxCrossEntropy_backward_batch" points=1


def _slopes(logits, labels):
    layer = SoftmaxCrossEntropy()
    layer.forward(np.array(logits, dtype=float), np.array(labels))
    return layer.backward()


# The loss is a mean: each of two rows has half a say.
_a = np.log([[1.0, 2, 5], [2, 1, 1]])
_expected = np.array([[0.125, 0.25, -0.375], [-0.5, 0.25, 0.25]]) / 2
check_gradients(_slopes(_a, [2, 0]), _expected, "the gradient of two rows")
_expected = np.array([[-0.75, 0.75], [0.5, -0.5], [-0.25, 0.25], [0.25, -0.25]]) / 4
_a = np.log([[1.0, 3], [1, 1], [3, 1], [1, 3]])
check_gradients(_slopes(_a, [0, 1, 0, 1]), _expected, "the gradient of four rows")


def _reference(logits):
    return np.mean(np.log(np.sum(np.exp(logits), axis=1)) - logits[[0, 1, 2], [1, 0, 3]])


_a = np.random.default_rng(76).normal(size=(3, 4))
gradient_check(_reference, lambda logits: {"logits": _slopes(logits, [1, 0, 3])}, logits=_a)
### BEGIN HIDDEN TESTS
for _n, _k in [(2, 10), (5, 3), (7, 2), (3, 3)]:
    _e, _y = rng().uniform(0.2, 3, size=(_n, _k)), rng().integers(_k, size=_n)
    _expected = (_e / _e.sum(axis=1)[:, None] - np.eye(_k)[_y]) / _n
    check_gradients(_slopes(np.log(_e), _y), _expected, f"the gradient of {_n} rows")
### END HIDDEN TESTS

# %% test="test_SoftmaxCrossEntropy_backward_large" points=0.5


def _slopes(logits, labels):
    layer = SoftmaxCrossEntropy()
    layer.forward(np.array(logits, dtype=float), np.array(labels))
    return layer.backward()


check_gradients(_slopes([[1000.0, 0]], [1]), [[1.0, -1]], "the gradient of (1000, 0), label 1")
check_gradients(_slopes([[-1000.0, -1000]], [0]), [[-0.5, 0.5]], "of (-1000, -1000), label 0")
check_gradients(_slopes([[0.0, 800, 800]], [1]), [[0.0, -0.5, 0.5]], "of (0, 800, 800), label 1")
### BEGIN HIDDEN TESTS
_a, _label = rng().integers(-2, 3, size=5).astype(float), int(rng().integers(5))
_expected = [np.exp(_a) / np.exp(_a).sum() - np.eye(5)[_label]]
for _offset in (1e4, -1e4, 700, -750):
    _got = _slopes([_a + _offset], [_label])
    check_gradients(_got, _expected, f"the gradient at small and {_offset:g}")
### END HIDDEN TESTS

# %% test="test_SoftmaxCrossEntropy_upstream" points=0.5
_layer = SoftmaxCrossEntropy()
_layer.forward(np.log([[1.0, 2, 5]]), np.array([2]))
_slope = np.array([[0.125, 0.25, -0.375]])
check_gradients(_layer.backward(2.0), 2 * _slope, "backward(2.0)")
check_gradients(_layer.backward(np.float64(-0.5)), -0.5 * _slope, "backward(-0.5)")
check_gradients(_layer.backward(np.array(3)), 3 * _slope, "backward(np.array(3))")
check_gradients(_layer.backward(0), 0 * _slope, "backward(0)")
### BEGIN HIDDEN TESTS
_layer.forward(np.log([[5.0, 2, 1]]), np.array([0]))
for _dloss in (rng().normal(), 1e6, 1e-6, 0.0, np.float32(0.25)):
    _expected = float(_dloss) * _slope[:, ::-1]
    check_gradients(_layer.backward(_dloss), _expected, f"backward({_dloss})")
### END HIDDEN TESTS

# %% test="test_SoftmaxCrossEntropy_kinds" points=0.5
_labels = np.array([2, 0, 1, 0])


def _forward(logits):
    return SoftmaxCrossEntropy().forward(logits, _labels.copy())


def _backward(logits, dloss):
    layer = SoftmaxCrossEntropy()
    layer.forward(logits, _labels.copy())
    return layer.backward(dloss)


_a = 3 * np.random.default_rng(77).normal(size=(4, 3))
check_kinds(_forward, _a)
check_kinds(_backward, _a, np.float64(2.4), gradient=True)
# MNIST's labels are uint8, and int32 is as good.
_loss, _slope = _forward(_a.copy()), _backward(_a.copy(), 1.0)
for _kind in (np.uint8, np.int32):
    _layer = SoftmaxCrossEntropy()
    _got = _layer.forward(_a.copy(), _labels.astype(_kind))
    check_equal(_got, float(_loss), f"labels of {_kind.__name__}")
    check_gradients(_layer.backward(1.0), np.array(_slope), f"labels of {_kind.__name__}")
### BEGIN HIDDEN TESTS
_a = rng().uniform(-4.4, 4.4, size=(4, 3))
check_kinds(_forward, _a)
check_kinds(_backward, _a, np.float64(-1.7), gradient=True)
### END HIDDEN TESTS

# %% test="test_SoftmaxCrossEntropy_layer" points=0.5
_a, _labels = np.random.default_rng(78).normal(size=(4, 3)), np.array([2, 0, 1, 0])
_other = (-_a, np.array([0, 1, 1, 2]))
check_layer(SoftmaxCrossEntropy, _a, _labels, dout=np.float64(1), other=_other)
check_layer(SoftmaxCrossEntropy, _a, _labels, dout=np.float64(-2.5), other=(_a[:2], _labels[:2]))
### BEGIN HIDDEN TESTS
_a, _labels = rng().normal(size=(3, 5)), rng().integers(5, size=3)
_other = (rng().normal(size=(6, 2)), rng().integers(2, size=6))
check_layer(SoftmaxCrossEntropy, _a, _labels, dout=np.float64(1.5), other=_other)
### END HIDDEN TESTS

# %%
loss = SoftmaxCrossEntropy()
some_labels = np.array([2, 0, 1])
some_logits = np.array([[0.0, 1.0, 2.0], [0.5, 0.5, -1.0], [3.0, -2.0, 0.0]])
print("loss:", loss.forward(some_logits, some_labels))
gradient_check(lambda logits: loss.forward(logits, some_labels), loss.backward, some_logits)

# %% [markdown]
# ## 4 · Downhill, with momentum
#
# The gradient of a weight says where the loss rises. So take a small step the other way:
# $w \leftarrow w - \eta g$, with the *learning rate* $\eta$. This is gradient descent, and since
# each gradient comes from a few images only, *stochastic* gradient descent: SGD.
#
# Each batch pulls somewhere else. **Momentum** keeps what the steps agree on: every weight has a
# *velocity* $v$, zero at the start, that remembers the gradients before and slowly forgets them.
#
# $$ v \leftarrow \mu v + g, \qquad w \leftarrow w - \eta v . $$
#
# **By hand.** Let $\eta = 0.1$, $\mu = 0.9$, and the gradient 1 all the time. The steps are
# $0.1$, then $0.1 \cdot (0.9 + 1) = 0.19$, then $0.1 \cdot (0.9 \cdot 1.9 + 1) = 0.271$, and in
# the end $0.1 / (1 - 0.9) = 1$: ten times a step without momentum. If the gradient changes sign
# each time, the steps shrink to about half instead. That is all of its magic.

# %%
for name, sign in (("all the time", 1), ("in turns", -1)):
    steps, v = [], 0.0
    for t in range(200):
        v = 0.9 * v + sign**t
        steps.append(float(round(0.1 * v, 3)))
    print(f"gradient {name}: first steps {steps[:3]}, the last ones {steps[-2:]}")

# %% [markdown]
# ### Task 4 · `SGD`
#
# Weights and gradients come as dicts with the same names: `{"w1": ..., "b1": ...}`. `step` returns
# a **new dict with new arrays** and leaves both dicts and their arrays as they are: other steps, or
# a friend who compares before with after, may still need them. Velocities it keeps, one for each
# name. Two optimizers know nothing of each other.
#
# <details><summary>Hint</summary>
#
# `self.v = {}` in `__init__`, and `self.v.get(name, 0.0)` for the first time. And mind the `=`:
# `v *= momentum` writes into an array that may be somebody else's gradient, `v = momentum * v + g`
# makes a new one.
# </details>


# %% solution="SGD"
class SGD:
    """Gradient descent with momentum.

    Parameters
    ----------
    lr : number
        The learning rate.
    momentum : number
        What is left of the velocity after a step, from 0 to below 1.
    """

    def __init__(self, lr, momentum=0.0):
        ### BEGIN SOLUTION
        self.lr, self.momentum = lr, momentum
        self.velocities = {}
        ### END SOLUTION

    def step(self, params, grads):
        """Take one step: v = momentum * v + gradient, then w = w - lr * v.

        Parameters
        ----------
        params : dict of arrays, any shapes
            The weights by name.
        grads : dict of arrays
            Their gradients, by the same names.

        Returns
        -------
        dict of arrays
            The new weights. What was given is not changed.
        """
        ### BEGIN SOLUTION
        after = {}
        for name, w in params.items():
            v = self.momentum * self.velocities.get(name, 0.0) + grads[name]
            self.velocities[name] = v
            after[name] = w - self.lr * v
        return after
        ### END SOLUTION


# %% test="test_SGD" points=1
def _steps(optimizer, w, gradients):
    """The weight after each of several steps."""
    path = []
    for g in gradients:
        w = optimizer.step({"w": np.array(w)}, {"w": np.array(g)})["w"]
        path.append(w)
    return path


# Without momentum: w - lr * g, from wherever w is.
_path = _steps(SGD(0.1), [1.0, 2.0], [[10.0, -10], [1, 0], [0, -5]])
check_equal(_path[0], [0.0, 3], "one step from (1, 2), lr 0.1, gradient (10, -10)")
check_equal(_path[1], [-0.1, 3], "the second step, gradient (1, 0)")
check_equal(_path[2], [-0.1, 3.5], "the third step, gradient (0, -5)")
check_equal(_steps(SGD(0.5, 0.0), [1.0], [[4.0]])[0], [-1.0], "SGD(0.5, 0.0): a step from 1")
_got = _steps(SGD(lr=0.5, momentum=0.0), [1.0], [[4.0]])[0]
check_equal(_got, [-1.0], "SGD(lr=0.5, momentum=0.0): a step from 1")
# The weights that are given count, not those of the step before.
_sgd = SGD(0.1, 0.0)
_steps(_sgd, [1.0], [[1.0]])
check_equal(_steps(_sgd, [5.0], [[1.0]])[0], [4.9], "a step from 5 after a step from 1")
### BEGIN HIDDEN TESTS
_w, _gradients, _lr = rng().normal(size=4), rng().normal(size=(5, 4)), rng().uniform(0.01, 2)
for _t, _got in enumerate(_steps(SGD(_lr, 0.0), _w, _gradients), 1):
    check_equal(_got, _w - _lr * sum(_gradients[:_t]), f"step {_t} without momentum")
check_equal(_steps(SGD(0.25), [8.0], [[0.0]])[0], [8.0], "a step with gradient 0")
### END HIDDEN TESTS

# %% test="test_SGD_momentum" points=2


def _steps(optimizer, w, gradients):
    """The weight after each of several steps."""
    path = []
    for g in gradients:
        w = optimizer.step({"w": np.array(w)}, {"w": np.array(g)})["w"]
        path.append(w)
    return path


# The example of the page: steps of 0.1, 0.19, 0.271.
_path = _steps(SGD(0.1, 0.9), [0.0], [[1.0], [1.0], [1.0]])
for _got, _expected in zip(_path, ([-0.1], [-0.29], [-0.561]), strict=True):
    check_equal(_got, _expected, "w, gradient 1 all the time, lr 0.1, momentum 0.9")
# After a push, without a gradient: it rolls on, 1, then 0.5, then 0.25.
_path = _steps(SGD(1.0, 0.5), [0.0, 1.0], [[-1.0, 4], [0, 0], [0, 0]])
for _got, _expected in zip(_path, ([1.0, -3], [1.5, -5], [1.75, -6]), strict=True):
    check_equal(_got, _expected, "w after a push, lr 1, momentum 0.5")
### BEGIN HIDDEN TESTS
for _lr, _momentum in [(0.1, 0.9), (0.7, 0.3), (2.0, 0.99), (0.01, 0.0)]:
    _w, _gradients = rng().normal(size=3), rng().normal(size=(6, 3))
    _v, _expected = np.zeros(3), _w
    for _t, _got in enumerate(_steps(SGD(_lr, _momentum), _w, _gradients)):
        _v = _momentum * _v + _gradients[_t]
        _expected = _expected - _lr * _v
        check_equal(_got, _expected, f"step {_t + 1} of SGD({_lr}, {_momentum})")
### END HIDDEN TESTS

# %% test="test_SGD_params" points=1
# Several arrays of several shapes, and to each its own velocity.
_sgd = SGD(0.1, 0.5)
_params = {"w": np.array([[1.0, 2], [3, 4]]), "b": np.array([0.5]), "c": np.zeros((2, 1, 2))}
_grads = {"b": np.array([5.0]), "c": np.ones((2, 1, 2)), "w": np.array([[10.0, 0], [0, -10]])}
_after = _sgd.step(_params, _grads)
_expected = {"w": np.array([[0.0, 2], [3, 5]]), "b": np.zeros(1), "c": np.full((2, 1, 2), -0.1)}
check_equal(_after, _expected, "params after a step")
_after = _sgd.step(_after, {name: 0 * g for name, g in _grads.items()})
_expected = {"w": np.array([[-0.5, 2], [3, 5.5]]), "b": np.array([-0.25])}
_expected["c"] = np.full((2, 1, 2), -0.15)
check_equal(_after, _expected, "params after a step and one with gradients of 0")
### BEGIN HIDDEN TESTS
_shapes = {"w1": (2, 1, 3, 3), "b1": (2,), "W2": (4, 5), "scale": (), "b2": (5,)}
_params = {name: rng().normal(size=shape) for name, shape in _shapes.items()}
_sgd, _now = SGD(0.2, 0.8), {name: np.array(w) for name, w in _params.items()}
_v, _generator = {name: 0 * w for name, w in _params.items()}, rng()
for _t in range(3):
    _grads = {name: _generator.normal(size=_shapes[name]) for name in reversed(_shapes)}
    _v = {name: 0.8 * _v[name] + _grads[name] for name in _shapes}
    _params = {name: _params[name] - 0.2 * _v[name] for name in _shapes}
    _now = _sgd.step(_now, {name: np.array(g) for name, g in _grads.items()})
    check_equal(_now, _params, f"params after step {_t + 1}")
### END HIDDEN TESTS


# %% test="test_SGD_two" points=0.25
# Two optimizers in turns do what each of them does alone.
def _weights_after(turns):
    """Weights after steps of optimizers in turns: each has its own weight, and gradient 4 once."""
    weights, fresh = {optimizer: np.array([1.0, 2.0]) for optimizer in turns}, set(turns)
    for optimizer in turns:
        g = np.full(2, 4.0) if optimizer in fresh else np.zeros(2)
        fresh.discard(optimizer)
        weights[optimizer] = optimizer.step({"w": weights[optimizer]}, {"w": g})["w"]
    return list(weights.values())


_alone = [_weights_after(3 * [SGD(*_options)])[0] for _options in ((1.0, 0.5), (0.1, 0.9))]
_in_turns = _weights_after(3 * [SGD(1.0, 0.5), SGD(0.1, 0.9)])
for _got, _expected in zip(_in_turns, _alone, strict=True):
    check_equal(_got, np.array(_expected), "weights after steps in turns with another optimizer")

# %% test="test_SGD_kinds" points=0.25


def _two_steps(w, g):
    optimizer = SGD(0.3, 0.7)
    optimizer.step({"w": w}, {"w": 2 * g})
    return 1.0 * optimizer.step({"w": w}, {"w": g})["w"]


_random = np.random.default_rng(79)
check_kinds(_two_steps, 3 * _random.normal(size=(3, 2)), 3 * _random.normal(size=(3, 2)))
### BEGIN HIDDEN TESTS
check_kinds(_two_steps, 3 * rng().normal(size=5), rng().uniform(1.1, 4.4, size=5))
### END HIDDEN TESTS

# %% test="test_SGD_untouched" points=0.5


def _two_steps(w, g, momentum):
    """Weights after a first and after a second step with the same arrays."""
    optimizer = SGD(0.5, momentum)
    first = optimizer.step({"w": w}, {"w": g})["w"]
    return first, optimizer.step({"w": w}, {"w": g})["w"]


_w, _g = np.array([1.0, 2.0, 3.0]), np.array([4.0, -2.0, 0.5])
for _momentum in (0.0, 0.9):
    check_untouched(_two_steps, _w, _g, momentum=_momentum)
_first, _second = _two_steps(_w.copy(), _g.copy(), 0.9)
assert not np.shares_memory(_first, _second), "step must return new arrays, not the last ones"
_expected = SGD(0.5, 0.9).step({"w": _w.copy()}, {"w": _g.copy()})["w"]
check_equal(_first, np.array(_expected), "what the first step returned, after a second one")
# The dicts stay as they are, too.
_params, _grads = {"w": _w.copy()}, {"w": _g.copy()}
_array = _params["w"]
_after = SGD(0.5, 0.9).step(_params, _grads)
assert _params["w"] is _array, "step must leave the dict of weights as it is, and return a new one"
check_equal(_params["w"], _w, "the weights before the step")
### BEGIN HIDDEN TESTS
check_untouched(_two_steps, rng().normal(size=(2, 3)), rng().normal(size=(2, 3)), momentum=0.5)
### END HIDDEN TESTS

# %% [markdown]
# ## 5 · Where to start
#
# Which weights does a network have before its first step? Not zeros, as you will say yourself in a
# moment. Random numbers, then, but of which size? Each output of a layer is a sum of $D$ products.
# If weights are drawn with mean 0 and variance $s^2$, the sum has variance
# $D s^2 \cdot \overline{x^2}$; the ReLU behind it throws away half of that. So the mean square of
# what comes out is $\tfrac12 D s^2$ times what went in: in each layer again.
#
# With $s = \sqrt{2/D}$ that factor is 1, and the signal neither dies out nor explodes on its way.
# This is **He initialisation** (He et al., 2015). $D$ is the number of inputs of *one* output: all
# of them for a dense layer, $C \cdot K_H \cdot K_W$ for a convolution. Biases may start at 0.

# %%
random = np.random.default_rng(0)
for s in (0.05, np.sqrt(2 / 100), 0.3):
    X = random.normal(size=(200, 100))
    for _ in range(10):
        X = np.maximum(X @ random.normal(scale=s, size=(100, 100)), 0)
    print(f"s = {s:.3f}: factor {100 * s**2 / 2:.3f}, mean square after ten {np.mean(X**2):.2g}")

# %% [markdown]
# ### Task 5 · Why not zeros?
#
# A network of two convolutions and a dense layer starts with all weights and biases at 0. Which
# gradients are 0 after the first batch, and after the second? And if all *weights of one layer*
# start at the same number other than 0, what will its filters look like after training?

# %% [markdown] written="why_not_zeros" points=1
# With all weights at 0 every map is 0, and so is every input of the dense layer. Its weights get
# the gradient $X^T \nabla_A = 0$, and what it hands back is $\nabla_A W^T = 0$: nothing reaches the
# convolutions. Only the last bias learns, and it learns how frequent the digits are. This is so
# after the second batch as well, and for ever.
#
# If all filters of a layer start equal, with equal weights behind them, they compute the same maps,
# get the same gradients, and stay equal: many filters, worth one. Random numbers break the tie.

# %% [markdown]
# ## 6 · Your own layers
#
# Now for what you have built before. Copy your `ReLU` from lab 5 and your `MaxPool2D` from lab 4
# into the next cells, and make a layer of your convolution of lab 3. No points are at stake, but
# your network is made of these.


# %% solution="ReLU"
class ReLU(Layer):
    """Keep what is positive, replace the rest by zero."""

    def forward(self, a):
        """Rectify every entry of an array of any shape."""
        ### BEGIN SOLUTION
        self.positive = a > 0
        return np.maximum(a, 0)
        ### END SOLUTION

    def backward(self, dh):
        """Send the upstream gradient back where the input was above zero."""
        ### BEGIN SOLUTION
        return np.where(self.positive, dh, 0).astype(np.float64)
        ### END SOLUTION


# %% test="test_ReLU" points=0
_layer = ReLU()
check_equal(_layer.forward(np.array([[2.0, -3, 0]])), [[2.0, 0, 0]], "ReLU().forward")
check_gradients(_layer.backward(np.array([[-1.0, 2, 3]])), [[-1.0, 0, 0]], "ReLU().backward")

# %% [markdown]
# <details><summary>Hint: a pool that is fast enough</summary>
#
# A network asks for some 80,000 windows in each batch. A loop over windows takes seconds for
# that. Loop over the places *inside* a window instead, four for a window of 2×2:
# `X[:, :, u : u + stride * H_out : stride, ...]` has the entry at row `u` of all windows at once.
# Which of the four is largest is a question for `argmax`, for all windows together.
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
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        """Find the largest entry of each window: (N, C, H, W) to (N, C, H_out, W_out)."""
        ### BEGIN SOLUTION
        self.shape = X.shape
        H_out, W_out = ((n - self.size) // self.stride + 1 for n in X.shape[2:])
        self.places = [
            (
                slice(u, u + self.stride * H_out, self.stride),
                slice(v, v + self.stride * W_out, self.stride),
            )
            for u in range(self.size)
            for v in range(self.size)
        ]
        windows = np.stack([X[:, :, rows, columns] for rows, columns in self.places])
        self.winners = np.argmax(windows, axis=0)
        return np.max(windows, axis=0)
        ### END SOLUTION

    def backward(self, dout):
        """Send the upstream gradient back to the winners: an array of the shape of X."""
        ### BEGIN SOLUTION
        dX = np.zeros(self.shape)
        for place, (rows, columns) in enumerate(self.places):
            dX[:, :, rows, columns] += np.where(self.winners == place, dout, 0.0)
        return dX
        ### END SOLUTION


# %% test="test_MaxPool2D" points=0
_X = np.array([[[[1.0, 5, 2, 0], [3, 4, 7, 6]]]])
_layer = MaxPool2D(2)
check_equal(_layer.forward(_X), [[[[5.0, 7]]]], "MaxPool2D(2).forward")
_dX = [[[[0.0, 2, 0, 0], [0, 0, -1, 0]]]]
check_gradients(_layer.backward(np.array([[[[2.0, -1]]]])), _dX, "MaxPool2D(2).backward")

# %% [markdown]
# **`Conv2D`.** Forward is your `conv2d_im2col`: columns, one matrix product, the bias. What is new
# is that the way back is made of matrix products, too. Write $\mathbf{K}$ for the columns, of shape
# $(C K_H K_W, N H_\text{out} W_\text{out})$, $\mathbf{w}$ for the filters as rows, $(O, C K_H
# K_W)$, and $\mathbf{d}$ for the upstream gradient as rows, $(O, N H_\text{out} W_\text{out})$.
# Then $\mathbf{A} = \mathbf{w} \mathbf{K} + b$ is a dense layer, and
#
# $$ \nabla_\mathbf{w} = \mathbf{d} \mathbf{K}^T, \qquad
# \nabla_\mathbf{K} = \mathbf{w}^T \mathbf{d} . $$
#
# The columns are copies of pixels, so each pixel collects the gradients of all its copies: go
# through the taps $(u, v)$ and *add* the rows of $\nabla_\mathbf{K}$ that belong to a tap onto the
# pixels that the tap had looked at. It is `im2col` backwards, with `+=` in the place of `=`.
#
# If you would rather get going, your `conv2d_backward` of lab 3 does as well, as long as it has no
# loop over pixels. Section 11 is about speed.


# %% solution="Conv2D"
class Conv2D(Layer):
    """Convolution of images with filters.

    Parameters
    ----------
    stride, padding : int
    """

    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        """X (N, C, H, W), w (O, C, KH, KW) and b (O,) to (N, O, H_out, W_out)."""
        ### BEGIN SOLUTION
        p, s = self.padding, self.stride
        P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        (N, C, H, W), (n_filters, _, KH, KW) = P.shape, w.shape
        H_out, W_out = (H - KH) // s + 1, (W - KW) // s + 1
        columns = np.empty((C, KH, KW, N, H_out, W_out), np.result_type(X, w, np.float32))
        for u, v in np.ndindex(KH, KW):
            under = P[:, :, u : u + s * H_out : s, v : v + s * W_out : s]
            columns[:, u, v] = under.swapaxes(0, 1)
        self.columns = columns.reshape(C * KH * KW, -1)
        self.w, self.padded = w, P.shape
        A = w.reshape(n_filters, -1) @ self.columns + b[:, None]
        return A.reshape(n_filters, N, H_out, W_out).swapaxes(0, 1)
        ### END SOLUTION

    def backward(self, dA):
        """The upstream gradient (N, O, H_out, W_out) to the tuple (dX, dw, db)."""
        ### BEGIN SOLUTION
        p, s = self.padding, self.stride
        (N, C, H, W), (n_filters, _, KH, KW) = self.padded, self.w.shape
        H_out, W_out = dA.shape[2:]
        d = dA.swapaxes(0, 1).reshape(n_filters, -1).astype(self.columns.dtype)
        dw = self.columns @ d.T
        taps = (self.w.reshape(n_filters, -1).T @ d).reshape(C, KH, KW, N, H_out, W_out)
        dP = np.zeros((C, N, H, W), d.dtype)
        for u, v in np.ndindex(KH, KW):
            dP[:, :, u : u + s * H_out : s, v : v + s * W_out : s] += taps[:, u, v]
        dX = dP[:, :, p : H - p, p : W - p].swapaxes(0, 1)
        gradients = dX, dw.T.reshape(self.w.shape), d.sum(axis=1)
        return tuple(g.astype(np.float64, copy=False) for g in gradients)
        ### END SOLUTION


# %% [markdown]
# The check of convolutions is given, for there will be more of them: it compares the maps with
# scipy's, and the gradients with measured slopes.


# %% locked="check_conv"
def check_conv(make):
    """Check a convolution layer, such as `Conv2D`, with and without stride and padding."""
    from scipy.signal import correlate

    random = np.random.default_rng(80)
    X, w, b = (random.normal(size=shape) for shape in [(3, 2, 5, 6), (4, 2, 3, 2), (4,)])
    for stride, padding in ((1, 0), (2, 1)):
        P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        A = np.array([[correlate(x, f, "valid", "direct")[0] for f in w] for x in P])
        A = A[:, :, ::stride, ::stride] + b[:, None, None]
        layer = make(stride, padding)
        check_equal(layer.forward(X, w, b), A, f"forward with {stride=}, {padding=}")
        gradient_check(layer.forward, layer.backward, X, w, b)


# %% test="test_Conv2D" points=0
check_conv(Conv2D)

# %% [markdown]
# **`Network`** is given. A network is a list of steps: a layer, and the names of the weights that
# it takes. Weights live in a dict by themselves, `params`, so that they can be counted, kept and
# compared. `loss_and_gradients` walks through the layers and back; each layer's answer is the next
# one's upstream gradient, as in your block of lab 5.


# %%
class Network:
    """Layers in a row.

    Parameters
    ----------
    *steps : lists
        A layer, then the names of its weights in `params`: ``[Dense(), "W", "b"]``.
    """

    def __init__(self, *steps):
        self.steps = steps
        self.loss = SoftmaxCrossEntropy()

    def forward(self, params, X):
        """From images to logits."""
        for layer, *names in self.steps:
            X = layer.forward(X, *(params[name] for name in names))
        return X

    def loss_and_gradients(self, params, X, labels):
        """Mean loss of a batch, and the gradients of all weights by name."""
        loss = self.loss.forward(self.forward(params, X), labels)
        gradient, grads = self.loss.backward(), {}
        for layer, *names in reversed(self.steps):
            gradient = layer.backward(gradient)
            if names:
                gradient, *own = gradient
                grads.update(zip(names, own, strict=True))
        return loss, grads

    def probabilities(self, params, X):
        """What the network believes: (N, 10), each row with sum 1."""
        groups = [self.forward(params, X[i : i + 250]) for i in range(0, len(X), 250)]
        logits = np.concatenate(groups)
        p = np.exp(logits - logits.max(axis=1, keepdims=True))
        return p / p.sum(axis=1, keepdims=True)

    def accuracy(self, params, X, labels):
        """Share of right answers."""
        return np.mean(self.probabilities(params, X).argmax(axis=1) == labels)


# %% [markdown]
# ## 7 · The training loop
#
# All parts are there; now they take turns. One pass through all training images is an **epoch**.
# Each epoch goes through the images in a **new random order**, a batch at a time: loss and
# gradients of the batch, one step of the optimizer, next batch. The last batch takes what is left.
#
# Why shuffled? A network that sees all zeros, then all ones, and so on, has forgotten the zeros
# when the nines are over. And in the same order each time, the same images would always be
# together.
#
# ### Task 6 · `train`
#
# `train` knows nothing of layers. It gets two functions: `loss_and_gradients(params, X, labels)`
# returns a batch's loss and its gradients, and `step(params, grads)` returns the new weights. So it
# trains whatever can answer these two.
#
# - In each epoch, each image is used exactly once, together with its label; all batches have
#   `batch_size` images but the last, which may have fewer.
# - The order is a new one in each epoch, and it comes from `seed`: the same seed gives the same
#   run, another seed another one.
# - The losses are those of the batches *before* their steps, one number for each batch.
# - After each epoch `watch(epoch, params, losses)` is called if there is one, with 1 for the first
#   epoch, the weights of that moment, and all losses so far.
# - `X`, `labels` and `params` stay as they are: shuffle the *order*, not the images.
#
# If your loop may take long, let it show where it is: `for i in tqdm(range(1000),
# file=sys.stdout, delay=1):` draws a progress bar after a second, and goes through the range like
# any other loop.
#
# <details><summary>Hint</summary>
#
# `np.random.default_rng(seed)` once, before the first epoch; `permutation(len(X))` in each. Then
# `order[start : start + batch_size]` are the places of a batch's images, and `X[those]` is a
# copy of them.
# </details>


# %% solution="train"
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    """Train for some epochs.

    Parameters
    ----------
    loss_and_gradients : callable
        ``loss_and_gradients(params, X, labels)`` -> loss (a number), gradients (a dict by name).
    step : callable
        ``step(params, grads)`` -> the new weights (a dict by name).
    params : dict of arrays
        The weights to begin with.
    X : array (N, ...)
    labels : array (N,)
    epochs, batch_size : int
    seed : int
        Decides the order of the images.
    watch : callable, optional
        ``watch(epoch, params, losses)`` is called after each epoch, 1 for the first.

    Returns
    -------
    params : dict of arrays
        The weights after the last step.
    losses : list of numbers
        The loss of each batch, before its step.
    """
    ### BEGIN SOLUTION
    random, losses = np.random.default_rng(seed), []
    starts = range(0, len(X), batch_size)
    options = {"unit": "batch", "file": sys.stdout, "delay": 1, "mininterval": 0.5}
    with tqdm(total=epochs * len(starts), **options) as bar:
        for epoch in range(1, epochs + 1):
            order = random.permutation(len(X))
            for start in starts:
                batch = order[start : start + batch_size]
                loss, grads = loss_and_gradients(params, X[batch], labels[batch])
                params = step(params, grads)
                losses.append(loss)
                bar.set_postfix(epoch=epoch, loss=f"{loss:.3f}", refresh=False)
                bar.update()
            if watch is not None:
                watch(epoch, params, losses)
    return params, losses
    ### END SOLUTION


# %% test="test_train" points=2
# One weight w, one number x for each label y, the loss mean((x w - y)^2) / 2, steps of 0.1.
def _squares(params, X, labels):
    error = X[:, 0] * params["w"] - labels
    return np.mean(error**2) / 2, {"w": np.mean(error * X[:, 0])}


def _downhill(params, grads):
    return {name: w - 0.1 * grads[name] for name, w in params.items()}


_answer = train(_squares, _downhill, {"w": np.float64(0)}, np.ones((2, 1)), np.zeros(2), 1, 2)
assert isinstance(_answer, tuple | list), "train must return a tuple (params, losses)"
assert len(_answer) == 2, f"train must return a tuple (params, losses), got {len(_answer)} values"
# All in one batch, by hand: the loss at w = 0 is (2^2 + 4^2) / 4 = 5, the gradient -7, so w = 0.7.
_X, _y = np.array([[1.0], [3.0]]), np.array([2, 4])
_params, _losses = train(_squares, _downhill, {"w": np.float64(0)}, _X, _y, 1, 2)
check_equal(_params, {"w": 0.7}, "the weight after one step")
check_equal(np.array(_losses), [5.0], "the losses of one step")
for _size in (2, 5):
    _params, _losses = train(_squares, _downhill, {"w": np.float64(0)}, _X, _y, 3, _size)
    check_equal(_params, {"w": 1.225}, f"the weight after three epochs, {_size} in a batch")
    check_equal(np.array(_losses), [5.0, 1.325, 0.40625], f"losses, {_size} in a batch")


# Whatever the order: each step goes on from the last one, and the loss is that before the step.
def _countdown(params, X, labels):
    return 10.0 - params["n"], {"n": np.ones(1)}


def _count(params, grads):
    return {"n": params["n"] + grads["n"][0]}


_params, _losses = train(
    _countdown, _count, {"n": np.float64(0)}, np.ones((6, 2)), np.ones(6), 2, 2
)
check_equal(_params, {"n": 6.0}, "the weight after six steps of 1")
check_equal(np.array(_losses), [10.0, 9, 8, 7, 6, 5], "10 - the weight, before each step")
### BEGIN HIDDEN TESTS
_X, _y = rng().normal(size=(7, 1)), rng().integers(5, size=7)
_w, _expected = np.float64(rng().normal()), []
_start = {"w": _w}
for _ in range(5):
    _loss, _slope = _squares({"w": _w}, _X, _y)
    _w = _w - 0.1 * _slope["w"]
    _expected.append(_loss)
for _size in (7, 100):
    _got = train(_squares, _downhill, dict(_start), _X.copy(), _y.copy(), 5, _size, seed=3)
    check_equal(_got[0], {"w": float(_w)}, f"the weight after five epochs, {_size} in a batch")
    check_equal(np.array(_got[1]), np.array(_expected), f"the losses, {_size} in a batch")
for _n, _size, _epochs in ((7, 3, 2), (5, 1, 2), (4, 4, 3)):
    _X, _steps = np.ones((_n, 1, 2)), _epochs * -(-_n // _size)
    _got = train(_countdown, _count, {"n": np.float64(0)}, _X, np.ones(_n), _epochs, _size)
    check_equal(_got[0], {"n": float(_steps)}, f"{_n} images, {_size} in a batch, {_epochs} epochs")
    check_equal(np.array(_got[1]), 10.0 - np.arange(_steps), f"losses of {_steps} steps")
### END HIDDEN TESTS

# %% test="test_train_batches" points=1.5


def _batches(n, batch_size, epochs, **options):
    """Train something that writes down which images it gets. Image i is [i, i], its label 10 i."""
    seen = []

    def note(params, X, labels):
        assert isinstance(X, np.ndarray), "loss_and_gradients must get a batch of images as array"
        assert X.shape[1:] == (2,), f"expected a batch of images of shape (2,), got {X.shape}"
        seen.append((X[:, 0].tolist(), np.asarray(labels).tolist()))
        return 1.0, {}

    X = np.repeat(np.arange(float(n))[:, None], 2, axis=1)
    train(
        note, lambda params, grads: params, {}, X, 10 * np.arange(n), epochs, batch_size, **options
    )
    return seen


def _check_case(n, batch_size, epochs):
    name = f"{n} images, batch_size {batch_size}, {epochs} epochs"
    seen = _batches(n, batch_size, epochs)
    sizes = [min(batch_size, n - start) for start in range(0, n, batch_size)]
    got = [len(images) for images, _ in seen]
    assert got == epochs * sizes, f"{name}: expected batches of {epochs * sizes}, got {got}"
    for images, labels in seen:
        assert labels == [10 * i for i in images], f"{name}: an image came with another's label"
    for epoch in range(epochs):
        used = [
            i for images, _ in seen[epoch * len(sizes) : (epoch + 1) * len(sizes)] for i in images
        ]
        assert sorted(used) == list(range(n)), (
            f"{name}: in an epoch each image is used once, got images {sorted(used)}"
        )


_check_case(6, 2, 2)
_check_case(7, 3, 3)
_check_case(5, 8, 1)
### BEGIN HIDDEN TESTS
for _case in ((1, 1, 2), (12, 5, 2), (9, 1, 1), (10, 10, 2), (33, 8, 1)):
    _check_case(*_case)
### END HIDDEN TESTS

# %% test="test_train_shuffle" points=1


def _orders(seed, epochs=3):
    """The order of 40 images in each epoch."""
    seen = []

    def note(params, X, labels):
        seen.extend(X[:, 0].tolist())
        return 1.0, {}

    X = np.arange(40.0)[:, None]
    train(note, lambda params, grads: params, {}, X, np.arange(40), epochs, 7, seed=seed)
    assert len(seen) == 40 * epochs, f"expected {40 * epochs} images in all, got {len(seen)}"
    return [seen[start : start + 40] for start in range(0, 40 * epochs, 40)]


_first = _orders(seed=1)
assert list(range(40)) not in _first, "the images come in the order that they had: shuffle them"
assert all(_first.count(_order) == 1 for _order in _first), "each epoch needs an order of its own"
assert _orders(seed=1) == _first, "the same seed must give the same orders"
assert _orders(seed=2)[0] != _first[0], "another seed must give other orders"
### BEGIN HIDDEN TESTS
_seed = int(rng().integers(1000))
_first = _orders(_seed, epochs=4)
assert all(_first.count(_order) == 1 for _order in [*_first, list(range(40))][:4])
assert list(range(40)) not in _first, "the images come in the order that they had: shuffle them"
assert _orders(_seed, epochs=4) == _first, "the same seed must give the same orders"
assert _orders(_seed + 1, epochs=4) != _first, "another seed must give other orders"
# An image may be anywhere in an epoch: its place is not tied to its batch.
_places = [_order.index(0.0) for _order in _orders(_seed + 2, epochs=30)]
assert max(_places) > 20 > min(_places), "an image must be able to come anywhere in an epoch"
### END HIDDEN TESTS

# %% test="test_train_learns" points=1.5
from lib.mnist import load_mnist as _load_mnist

# Real digits, every second pixel, all zeros first, then all ones, ...; one dense layer of our own.
_digits, _held_out = _load_mnist()
_by_label = np.argsort(_digits[1], kind="stable")
_X, _y = (
    (_digits[0][_by_label, ::2, ::2] / 255).reshape(2000, 196),
    _digits[1][_by_label].astype(int),
)
_X_test = (_held_out[0][:, ::2, ::2] / 255).reshape(1000, 196)


def _softmax_regression(params, X, labels):
    p = np.exp(X @ params["W"])
    p /= p.sum(axis=1)[:, None]
    right = p[np.arange(len(X)), labels]
    return -np.mean(np.log(right)), {"W": X.T @ (p - np.eye(10)[labels]) / len(X)}


def _check_learning(seed):
    params, losses = train(
        _softmax_regression,
        lambda params, grads: {"W": params["W"] - 0.3 * grads["W"]},
        {"W": np.zeros((196, 10))},
        _X,
        _y,
        epochs=3,
        batch_size=50,
        seed=seed,
    )
    assert len(losses) == 120, (
        f"three epochs of 40 batches each: expected 120 losses, {len(losses)}"
    )
    check_equal(losses[0], np.log(10), "the first loss, with weights 0")
    last = np.mean(losses[-20:])
    assert last < 0.8, f"after three epochs the loss should be below 0.8, it is {last:.2f}"
    accuracy = np.mean((_X_test @ params["W"]).argmax(axis=1) == _held_out[1])
    assert accuracy > 0.8, f"expected over 80% right on held-out digits, got {accuracy:.0%}"


_check_learning(seed=0)
### BEGIN HIDDEN TESTS
_check_learning(seed=int(rng().integers(1000)))
### END HIDDEN TESTS

# %% test="test_train_watch" points=0.5
_watched = []


def _note(epoch, params, losses):
    _watched.append((epoch, float(params["n"]), len(losses)))


def _countdown(params, X, labels):
    return 10.0 - params["n"], {"n": np.ones(1)}


def _count(params, grads):
    return {"n": params["n"] + grads["n"][0]}


# Seven images make three batches of three and one: three steps in each epoch.
train(_countdown, _count, {"n": np.float64(0)}, np.ones((7, 1)), np.ones(7), 3, 3, watch=_note)
_expected = [(1, 3.0, 3), (2, 6.0, 6), (3, 9.0, 9)]
assert _watched == _expected, (
    f"watch: expected (epoch, weight, number of losses) {_expected}, got {_watched}"
)

# %% test="test_train_untouched" points=0.5
# Images, labels and the weights that were given stay as they are.
_X, _y = np.random.default_rng(81).normal(size=(20, 3)), np.arange(20)
_X_before, _y_before, _w = _X.copy(), _y.copy(), np.zeros(3)
_given = {"w": _w}


def _means(params, X, labels):
    return float(np.sum(params["w"])), {"w": X.mean(axis=0)}


def _downhill(params, grads):
    return {"w": params["w"] - grads["w"]}


_params, _losses = train(_means, _downhill, _given, _X, _y, 2, 6, seed=5)
check_equal(_X, _X_before, "X after the training")
check_equal(_y, _y_before, "labels after the training")
assert _given["w"] is _w, "the dict of weights that was given must stay as it is"
check_equal(1 + _w, np.ones(3), "1 plus the weights that were given")
# A second run knows nothing of the first.
_first = np.array(_losses)
_again, _losses_again = train(_means, _downhill, _given, _X, _y, 2, 6, seed=5)
check_equal(_again, {"w": np.array(_params["w"])}, "the weights of the same run, once more")
check_equal(np.array(_losses_again), _first, "the losses of the same run, once more")

# %% [markdown]
# ## 8 · Can it learn at all?
#
# Here are the digits, and a network: two convolutions with ReLU and pooling, and a dense layer for
# the decision. Follow the shapes through it:
#
# $$ 1 {\times} 28 {\times} 28 \xrightarrow{8 \text{ of } 5 \times 5} 8 {\times} 24 {\times} 24
# \xrightarrow{\text{pool}} 8 {\times} 12 {\times} 12 \xrightarrow{16 \text{ of } 3 \times 3}
# 16 {\times} 10 {\times} 10 \xrightarrow{\text{pool}} 16 {\times} 5 {\times} 5
# \xrightarrow{\text{flatten}} 400 \xrightarrow{\text{dense}} 10 $$

# %%
from lib.mnist import load_mnist
from lib.plotting import show_row

(x_train, y_train), (x_test, y_test) = load_mnist()
X_train, X_test = x_train[:, None] / 255, x_test[:, None] / 255


def make_network(conv=Conv2D, pool=MaxPool2D, seed=1):
    """The network of this lab, and its weights before the first step."""
    random = np.random.default_rng(seed)

    def he(*shape, inputs):
        return random.normal(scale=np.sqrt(2 / inputs), size=shape)

    params = {
        "w1": he(8, 1, 5, 5, inputs=25),
        "b1": np.zeros(8),
        "w2": he(16, 8, 3, 3, inputs=72),
        "b2": np.zeros(16),
        "W3": he(400, 10, inputs=400),
        "b3": np.zeros(10),
    }
    network = Network(
        [conv(), "w1", "b1"],
        [ReLU()],
        [pool(2)],
        [conv(), "w2", "b2"],
        [ReLU()],
        [pool(2)],
        [Flatten()],
        [Dense(), "W3", "b3"],
    )
    return network, params


network, params = make_network()
X = X_train[:1]
for layer, *names in network.steps:
    X = layer.forward(X, *(params[name] for name in names))
    print(f"{type(layer).__name__:10}", X.shape[1:])
print("weights:", sum(w.size for w in params.values()))

# %% [markdown]
# Before you train for minutes, ask two questions that take a second.
#
# **Is the first loss what it should be?** Knowing nothing costs 2.303. A network with random
# weights knows nothing, with some noise on top: 2 to 4 is fine, 40 is not.
#
# **Can it learn one batch by heart?** Thirty digits and 5,000 weights: there is every reason that
# the loss should go to 0. A network that cannot overfit one batch is broken, and no amount of data
# will repair it: look for a gradient that is wrong or missing, a learning rate ten times too large
# or too small, labels that belong to other images.

# %%
network, params = make_network()
_, losses = train(
    network.loss_and_gradients,
    SGD(lr=0.02, momentum=0.9).step,
    params,
    X_train[:30],
    y_train[:30],
    epochs=40,
    batch_size=30,
)
print(f"first loss {losses[0]:.2f}, after 40 steps {losses[-1]:.4f}")
print("It can learn." if losses[-1] < 0.05 else "It cannot overfit one batch: something is broken.")

# %% [markdown]
# ## 9 · Training
#
# Two thousand digits are few, and the network would soon know them by heart. So make more of them:
# a digit stays the same digit when it is moved by a pixel or two or written with another slant.
# Each copy below is moved and slanted at random. (Mirrored digits would be no good. Why?)


# %%
def vary(X, labels, copies, seed=0):
    """The images, and copies of them, moved by up to 2 pixels and slanted, as one training set."""
    random, rows = np.random.default_rng(seed), np.arange(28)
    P = np.pad(X[:, 0], ((0, 0), (8, 8), (8, 8)))
    images = np.arange(len(X))[:, None, None]
    sets = [X]
    for _ in range(copies):
        down, right = random.integers(-2, 3, size=(2, len(X), 1, 1))
        slant = random.uniform(-4, 4, size=(len(X), 1, 1)) * (rows[:, None] - 13.5) / 13.5
        sideways = 8 + rows + right + np.rint(slant).astype(int)
        sets.append(P[images, 8 + rows[:, None] + down, sideways][:, None])
    return np.concatenate(sets), np.tile(labels, copies + 1)


X_more, y_more = vary(X_train[:3], y_train[:3], copies=3)
show_row(X_more[[0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11], 0], kinds="image")

# %% [markdown]
# `Curves` draws what happens while it happens: the loss of each batch, and after each epoch the
# accuracy on 1,000 digits that the network is not trained on.


# %%
import io

from IPython import get_ipython
from IPython.display import Image, display
from matplotlib.figure import Figure


class Curves:
    """Loss and accuracy as curves, drawn anew after each epoch.

    Parameters
    ----------
    network : Network
    X, labels : arrays
        Held-out images, for the accuracy.
    """

    def __init__(self, network, X, labels):
        self.network, self.X, self.labels = network, X, labels
        self.losses, self.accuracies, self.handle, self.before = [], [], None, 0

    def watch(self, epoch, params, losses):
        """Add an epoch: what `train` calls."""
        new = losses[self.before :] if epoch > 1 else losses  # a further `train` starts anew
        self.before = len(losses)
        self.losses += new
        accuracy = self.network.accuracy(params, self.X, self.labels)
        self.accuracies.append((len(self.losses), accuracy))
        if self.handle:
            self.handle.update(self.draw(self.losses))
        elif get_ipython():
            self.handle = display(self.draw(self.losses), display_id=True)

    def draw(self, losses):
        """Both curves as one picture."""
        figure = Figure(figsize=(8, 3), layout="constrained")
        left, right = figure.subplots(1, 2)
        left.semilogy(losses, color="0.8", linewidth=0.6)
        width = max(1, len(losses) // 30)
        ends = np.arange(width, len(losses) + 1)
        sums = np.concatenate([[0.0], np.cumsum(losses)])
        smooth = (sums[ends] - sums[ends - width]) / width
        left.semilogy(ends - width / 2, smooth, color="#1f5fa8")
        left.set(xlabel="batches", title=f"loss, now {smooth[-1]:.3f}")
        steps, accuracies = zip(*self.accuracies, strict=True)
        right.plot(steps, np.multiply(100, accuracies), "o-", color="#d95f0e")
        right.set(xlabel="batches", title=f"held-out digits, now {accuracies[-1]:.1%} right")
        right.set_ylim(min(85, 100 * min(accuracies)), 100)
        for axes in (left, right):
            axes.grid(alpha=0.4)
        file = io.BytesIO()
        figure.savefig(file, format="png")
        return Image(file.getvalue(), alt=f"{left.get_title()}; {right.get_title()}")


# %% [markdown]
# Here it goes: three epochs, and a fourth one with smaller steps, for near the bottom of the valley
# large ones jump from side to side. The cell trains for a few seconds only, on the 2,000 digits as
# they are. **Set `FULL = True` and run it again** for the real thing: 42,000 digits in each epoch,
# which takes about a minute, and at least 97 % right on digits that the network has never seen.


# %%
def fit(network, params, X, labels, watch=None):
    """Train as long as it takes; returns the weights."""
    for lr, epochs in (0.05, 3), (0.01, 1):
        step = SGD(lr, momentum=0.9).step
        params, _ = train(network.loss_and_gradients, step, params, X, labels, epochs, 64, 1, watch)
    return params


FULL = False

X_more, y_more = vary(X_train, y_train, copies=20) if FULL else (X_train, y_train)
network, params = make_network()
curves = Curves(network, X_test, y_test)
params = fit(network, params, X_more, y_more, curves.watch)
accuracy = network.accuracy(params, X_test, y_test)
print(f"{accuracy:.1%} of the held-out digits right; at least 97 % with FULL = True")

# %% [markdown]
# **All of MNIST.** The small set has room for 97 %, sometimes 98 %. With all 60,000 digits, four
# epochs and no copies the same network comes to about 99 %. The next cell needs the full set
# (`load_mnist(full=True)` says how to get it, and fetches 12 MB if it may) and a minute or two.

# %%
ALL_OF_MNIST = False

if ALL_OF_MNIST:
    (x_all, y_all), (x_all_test, y_all_test) = load_mnist(full=True)
    X_all, X_all_test = x_all[:, None] / 255, x_all_test[:, None] / 255
    network_all, params_all = make_network()
    curves_all = Curves(network_all, X_all_test[:1000], y_all_test[:1000])
    params_all = fit(network_all, params_all, X_all, y_all, curves_all.watch)
    print(f"{network_all.accuracy(params_all, X_all_test, y_all_test):.2%} of 10,000 test digits")

# %% [markdown]
# ## 10 · Look inside
#
# **Who is taken for whom?** Row: what the digit is. Column: what the network says. What is right
# stands on the diagonal. Which two digits are mixed up most often?

# %%
confusion = np.zeros((10, 10), dtype=int)
np.add.at(confusion, (y_test, network.probabilities(params, X_test).argmax(axis=1)), 1)
show_row([confusion], ["row: what it is, column: what the network says"], "map")
mixed_up = confusion * (1 - np.eye(10, dtype=int))
is_a, says = np.unravel_index(mixed_up.argmax(), mixed_up.shape)
print(f"Most often: {mixed_up.max()} times a {is_a} is taken for a {says}.")

# %% [markdown]
# **The worst mistakes** are those of which the network was most certain. Some of them you would
# make as well.

# %%
p = network.probabilities(params, X_test)
answers = p.argmax(axis=1)
certain = np.where(answers == y_test, 0, p.max(axis=1))
worst = np.argsort(-certain)[:8]
titles = [f"a {y_test[i]}, it says {answers[i]} ({p[i].max():.0%})" for i in worst]
show_row(x_test[worst], titles, "image")

# %% [markdown]
# **What it looks for.** Above, the eight filters of the first convolution as they began, at random;
# below, as they are now. At the default setting little has happened to them: the dense layer learns
# faster. So here is also what `FULL = True` made of the same start. Which of them have become edges
# or strokes? And one looks as if it had no task: look for it among the maps.

# %%
from lib.network_view import WEIGHTS, network_view

with np.load(WEIGHTS) as file:
    full = {name: file[name].astype(float) for name in file.files}

_, start = make_network()
for w1, when in ((start["w1"], "start"), (params["w1"], "now"), (full["w1"], "full run")):
    show_row(w1[:, 0], [f"{when}, {i}" for i in range(8)], "filter")
maps = X_test[:1]
for layer, *names in network.steps[:2]:
    maps = layer.forward(maps, *(full[name] for name in names))
show_row([x_test[0]], ["what comes in"], "image")
show_row(maps[0], [f"map of filter {i}, full run" for i in range(8)], "map")
dead = [i for i in range(8) if not maps[0, i].any()]
print(f"maps that are 0 everywhere on this digit: {dead or 'none'}")

# %% [markdown]
# A filter whose map is 0 on every digit is dead: behind the ReLU no gradient reaches it, so it will
# never learn again. Is one of yours dead on all test digits, or only on this one?
#
# **Draw a digit, and your network reads it**, layer by layer, with your own code. Point at a pixel
# of any map to see the numbers that made it.

# %%
network_view(network, params)

# %% [markdown]
# **What did max pooling buy?** Let us train the same network without it: instead of the largest of
# four values, it keeps the upper left one. Same sizes, same number of weights, same work. Then move
# the held-out digits to the right, pixel by pixel, and see how long each network recognises them.
# Both see unmoved digits only when they train.


# %%
class EverySecond(Layer):
    """Keep every `step`-th row and column: as small as after a pool, but nobody has compared."""

    def __init__(self, step):
        self.step = step

    def forward(self, X):
        self.shape = X.shape
        H, W = (n // self.step * self.step for n in X.shape[2:])
        return X[:, :, : H : self.step, : W : self.step].copy()

    def backward(self, dout):
        dX = np.zeros(self.shape)
        H, W = (n // self.step * self.step for n in self.shape[2:])
        dX[:, :, : H : self.step, : W : self.step] = dout
        return dX


def trained(**layers):
    """A network trained on the 2,000 digits as they are, and its weights."""
    network, params = make_network(**layers)
    return network, fit(network, params, X_train, y_train)


pooled = trained() if FULL else (network, params)
subsampled = trained(pool=EverySecond)
print("held-out digits right     max pooling   every second pixel")
for pixels in range(4):
    moved = np.roll(X_test, pixels, axis=3)
    shares = [network.accuracy(params, moved, y_test) for network, params in (pooled, subsampled)]
    print(f"moved by {pixels} pixels {shares[0]:18.1%} {shares[1]:18.1%}")

# %% [markdown]
# The largest of four does not care which of the four it was. That buys a few per cent at once, and
# about ten where the digits have moved by two pixels. With three pixels its patience is at an end:
# a pool of 2×2 forgives small moves, and `vary` has to teach the network the larger ones.

# %% [markdown]
# ## 11 · Accuracy proves nothing
#
# Here is a convolution with a wrong backward. It mixes up the images: the gradient of the filters
# pairs each image's pixels with the upstream gradient of *another* image of the batch. (This is no
# invention: a published book has its rows in another order on one side of that product than on the
# other. With one image in a batch nobody notices.)


# %%
class WrongConv(Conv2D):
    def backward(self, dA):
        dX, _, db = super().backward(dA)
        _, dw, _ = super().backward(np.roll(dA, 1, axis=0))  # the next image's gradient
        return dX, dw, db


wrong_network, wrong_params = trained(conv=WrongConv)
for name, (network_, params_) in {"right": pooled, "wrong": (wrong_network, wrong_params)}.items():
    print(f"{name} backward: {network_.accuracy(params_, X_test, y_test):.1%} of the digits right")

# %% [markdown]
# Its loss falls, its curves look healthy, and it reads about nine digits out of ten.
# Had nobody shown you the other number, would you have looked for a bug?
#
# The gradient check needs three tiny images and no training at all:

# %%
wrong, random = WrongConv(), np.random.default_rng(0)
tiny = (random.normal(size=(3, 1, 5, 4)), random.normal(size=(2, 1, 3, 2)), np.zeros(2))
try:
    gradient_check(wrong.forward, wrong.backward, *tiny)
except AssertionError as message:
    print(str(message).split("\n")[0])

# %% [markdown]
# ### Task 7 · How can it?
#
# The filters of the wrong network were pushed about by gradients that have little to do with them.
# How can it still be right nine times out of ten? What, then, does an accuracy tell you about
# a backward, and what does it not? And why does "it cannot overfit one batch" say more than "it
# trains to 90 %"?

# %% [markdown] written="accuracy_proves_nothing" points=1
# The dense layer's gradient is right. Whatever the filters are, even random ones, their maps are
# 400 features of the image, and a dense layer on top of 400 features reads most digits. The
# filters' wrong steps are small and never stop it.
#
# So a good accuracy says that *enough* of the gradients are right, not that all of them are, and a
# part of the network may learn nothing or worse. What is wrong costs the last few per cent, which
# nobody knows beforehand. A gradient check compares each number with a slope and leaves no room.
#
# That a network overfits one batch is no proof either, for the dense layer could do it alone. But
# that it *cannot* is a proof of the contrary: with more weights than numbers to explain, right
# gradients bring the loss to zero.

# %% [markdown]
# ## 12 · Faster
#
# Training is convolution: about two thirds of the time went into it. So here is
# how a convolution gets faster without leaving NumPy. There are no points in this section, and you
# may build as many of the ways as you like; the cell at its end compares those that are
# there.
#
# **Loops.** One window after the other: multiply, add up. Each window costs a handful of NumPy
# calls, a microsecond each and more, whatever it computes. A window of 3×3 needs nine
# multiplications, a few nanoseconds of work. Nearly all of the time goes into asking.


# %% solution="Conv2DLoops"
class Conv2DLoops(Layer):
    """Convolution as in lab 3: for each image, filter, row and column."""

    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        """X (N, C, H, W), w (O, C, KH, KW) and b (O,) to (N, O, H_out, W_out)."""
        ### BEGIN SOLUTION
        p, s = self.padding, self.stride
        self.P, self.w = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p))), w
        (N, _, H, W), (n_filters, _, KH, KW) = self.P.shape, w.shape
        A = np.empty((N, n_filters, (H - KH) // s + 1, (W - KW) // s + 1))
        for n, o, i, j in np.ndindex(A.shape):
            window = self.P[n, :, s * i : s * i + KH, s * j : s * j + KW]
            A[n, o, i, j] = np.sum(window * w[o]) + b[o]
        return A
        ### END SOLUTION

    def backward(self, dA):
        """The upstream gradient (N, O, H_out, W_out) to the tuple (dX, dw, db)."""
        ### BEGIN SOLUTION
        p, s = self.padding, self.stride
        (_, _, H, W), (_, _, KH, KW) = self.P.shape, self.w.shape
        dP, dw = np.zeros(self.P.shape), np.zeros(self.w.shape)
        for n, o, i, j in np.ndindex(dA.shape):
            rows, columns = slice(s * i, s * i + KH), slice(s * j, s * j + KW)
            dP[n, :, rows, columns] += dA[n, o, i, j] * self.w[o]
            dw[o] += dA[n, o, i, j] * self.P[n, :, rows, columns]
        return dP[:, :, p : H - p, p : W - p].copy(), dw, dA.sum(axis=(0, 2, 3))
        ### END SOLUTION


# %% test="test_Conv2DLoops" points=0
check_conv(Conv2DLoops)

# %% [markdown]
# **Tap by tap.** Turn the loops inside out. Tap $(u, v)$ of the filters looks, in all windows of
# all images, at one and the same shifted image: `under = P[:, :, u : u + s * H_out : s, v : ...]`,
# of shape `(N, C, H_out, W_out)`. What this tap adds to the maps is a product over the channels,
#
# $$ A_{noij} \mathrel{+}= \sum_c w_{ocuv} \, \text{under}_{ncij} , $$
#
# and the way back has the same three letters in other places. Nine rounds for a 3×3 filter instead
# of a million, each of them large. What is left: all maps are read and written in each of them.
#
# <details><summary>Hint</summary>
#
# `np.tensordot(w[:, :, u, v], under, axes=(1, 1))` is such a sum, in the shape `(O, N, ...)`.
# </details>


# %% solution="Conv2DTaps"
class Conv2DTaps(Layer):
    """Convolution with one product for each tap of the filters."""

    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        """X (N, C, H, W), w (O, C, KH, KW) and b (O,) to (N, O, H_out, W_out)."""
        ### BEGIN SOLUTION
        p, s = self.padding, self.stride
        self.P, self.w = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p))), w
        (N, _, H, W), (n_filters, _, KH, KW) = self.P.shape, w.shape
        H_out, W_out = (H - KH) // s + 1, (W - KW) // s + 1
        A = np.zeros((n_filters, N, H_out, W_out), np.result_type(X, w, np.float32))
        for u, v in np.ndindex(KH, KW):
            under = self.P[:, :, u : u + s * H_out : s, v : v + s * W_out : s]
            A += np.tensordot(w[:, :, u, v], under, axes=(1, 1))
        return (A + b[:, None, None, None]).swapaxes(0, 1)
        ### END SOLUTION

    def backward(self, dA):
        """The upstream gradient (N, O, H_out, W_out) to the tuple (dX, dw, db)."""
        ### BEGIN SOLUTION
        p, s = self.padding, self.stride
        (_, _, H, W), (_, _, KH, KW), (H_out, W_out) = self.P.shape, self.w.shape, dA.shape[2:]
        d = dA.astype(np.result_type(self.P, self.w, np.float32), copy=False)
        dP, dw = np.zeros(self.P.swapaxes(0, 1).shape, d.dtype), np.empty(self.w.shape)
        for u, v in np.ndindex(KH, KW):
            rows, columns = slice(u, u + s * H_out, s), slice(v, v + s * W_out, s)
            under = self.P[:, :, rows, columns]
            dw[:, :, u, v] = np.tensordot(d, under, axes=((0, 2, 3), (0, 2, 3)))
            dP[:, :, rows, columns] += np.tensordot(self.w[:, :, u, v], d, axes=(0, 1))
        dX = dP[:, :, p : H - p, p : W - p].swapaxes(0, 1).astype(np.float64)
        return dX, dw, d.sum(axis=(0, 2, 3)).astype(np.float64)
        ### END SOLUTION


# %% test="test_Conv2DTaps" points=0
check_conv(Conv2DTaps)

# %% [markdown]
# **im2col** is your `Conv2D`: copy the shifted images into one matrix first, then ask for *one*
# product, over channels and taps together. BLAS, the library behind `@`, is at its best when
# matrices are large; then it does dozens of multiplications in a nanosecond. What is left is not
# arithmetic:
#
# - Take 128 images with 16 channels of 14×14, and 3×3 filters. The columns hold 21 MB. They do not
#   fit into the processor's cache (a megabyte or so), so they travel to memory and back, three
#   times over.
# - Copying and adding goes row by row, and a row of a map is short: twelve numbers here. NumPy
#   starts anew for each of them.
#
# **Layout.** Both are questions of *where numbers lie*. So change that, and no formula:
#
# - Work on **sixteen images at a time**, forwards and backwards. Their columns stay in the cache
#   from the moment they are written until they are used. (The columns are made again on the way
#   back. Making them is cheaper than fetching them.)
# - Inside such a group **put the images last**: `(C, H, W, 16)`. Where a row had 12 numbers, it has
#   $12 \cdot 16 = 192$ now, all neighbours, copied and added in one go. The rows of the columns
#   stay (channel, kernel row, kernel column); only the order *along* a row changes, to (output
#   row, output column, image). A matrix product does not mind, as long as $\mathbf{d}$ is in the
#   same order.
# - Let BLAS see long sides: $\nabla_\mathbf{w}^T = \mathbf{K} \mathbf{d}^T$ is faster than
#   $\mathbf{d} \mathbf{K}^T$, although it is the same numbers.


# %% solution="Conv2DGroups"
class Conv2DGroups(Layer):
    """Convolution by im2col, sixteen images at a time, with the images as the last axis."""

    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        """X (N, C, H, W), w (O, C, KH, KW) and b (O,) to (N, O, H_out, W_out)."""
        ### BEGIN SOLUTION
        self.X, self.w, self.dtype = X, w, np.result_type(X, w, np.float32)
        (N, _, H, W), (n_filters, _, KH, KW) = X.shape, w.shape
        H_out = (H - KH + 2 * self.padding) // self.stride + 1
        W_out = (W - KW + 2 * self.padding) // self.stride + 1
        A = np.empty((n_filters, H_out, W_out, N), np.result_type(self.dtype, b))
        for start in range(0, N, 16):
            group = slice(start, start + 16)
            product = w.reshape(n_filters, -1) @ self.columns(X[group])
            product += b[:, None]
            A[..., group] = product.reshape(n_filters, H_out, W_out, -1)
        return A.transpose(3, 0, 1, 2)
        ### END SOLUTION

    def columns(self, X):
        """Help both: the windows of some images as columns, by output row, column and image."""
        ### BEGIN SOLUTION
        p, s, (N, C, H, W) = self.padding, self.stride, X.shape
        P = np.zeros((C, H + 2 * p, W + 2 * p, N), self.dtype)
        P[:, p : p + H, p : p + W] = X.transpose(1, 2, 3, 0)
        windows = np.lib.stride_tricks.sliding_window_view(P, self.w.shape[2:], axis=(1, 2))
        windows = windows[:, ::s, ::s].transpose(0, 4, 5, 1, 2, 3)
        return windows.reshape(self.w[0].size, -1)  # this is where the copying happens
        ### END SOLUTION

    def backward(self, dA):
        """The upstream gradient (N, O, H_out, W_out) to the tuple (dX, dw, db)."""
        ### BEGIN SOLUTION
        p, s = self.padding, self.stride
        (N, C, H, W), (n_filters, _, KH, KW), (H_out, W_out) = (
            self.X.shape,
            self.w.shape,
            dA.shape[2:],
        )
        dX, dw = np.empty((C, H, W, N)), np.zeros((C * KH * KW, n_filters))
        for start in range(0, N, 16):
            group = slice(start, start + 16)
            d = dA[group].transpose(1, 2, 3, 0).astype(self.dtype, order="C").reshape(n_filters, -1)
            columns = self.columns(self.X[group])
            dw += columns @ d.T
            taps = self.w.reshape(n_filters, -1).T @ d
            taps = taps.reshape(C, KH, KW, H_out, W_out, -1)
            dP = np.zeros((C, H + 2 * p, W + 2 * p, taps.shape[-1]), self.dtype)
            for u, v in np.ndindex(KH, KW):
                dP[:, u : u + s * H_out : s, v : v + s * W_out : s] += taps[:, u, v]
            dX[..., group] = dP[:, p : p + H, p : p + W]
        db = np.sum(dA, axis=(0, 2, 3), dtype=np.float64)
        return dX.transpose(3, 0, 1, 2), dw.T.reshape(self.w.shape), db
        ### END SOLUTION


# %% test="test_Conv2DGroups" points=0
check_conv(Conv2DGroups)

# %% [markdown]
# And now the race, forward and backward, with those 128 images and 32 filters. (The loops get two
# images, and their time is scaled up.) What the last step gains depends on the cache of your
# processor and on what else it has to do: a third, or next to nothing. The steps before it gain
# everywhere.

# %%
import time

import matplotlib.pyplot as plt


def seconds(way, X, w):
    """A forward and a backward."""
    layer, dA = way(), np.ones((len(X), len(w), 12, 12))
    start = time.perf_counter()
    layer.forward(X, w, np.zeros(len(w)))
    layer.backward(dA)
    return time.perf_counter() - start


ways = {
    "loops": Conv2DLoops,
    "tap by tap": Conv2DTaps,
    "im2col": Conv2D,
    "layout": Conv2DGroups,
}
random = np.random.default_rng(0)
X_race, w_race = random.normal(size=(128, 16, 14, 14)), random.normal(size=(32, 16, 3, 3))
print(f"columns: {16 * 9 * 128 * 12 * 12 * 8 / 1e6:.0f} MB")
times = {}
for _ in range(9):  # in turns, and the best counts: what else the computer does only adds time
    for name in list(ways):
        try:
            if name == "loops":
                times[name] = 64 * seconds(ways.pop(name), X_race[:2], w_race)
            else:
                took = seconds(ways[name], X_race, w_race)
                times[name] = min(took, times.get(name, np.inf))
        except NotImplementedError:
            print(f"{name}: not written yet")
            ways.pop(name, None)

if not times:
    raise NotImplementedError("none of the four is written yet")
fastest = min(times.values())
for name, took in times.items():
    print(f"{name:12} {took / fastest:8.1f} times the fastest")
figure, axes = plt.subplots(figsize=(6.5, 2.4), layout="constrained")
axes.barh(list(times), [took / fastest for took in times.values()], color="#1f5fa8")
axes.set(xscale="log", xlabel="time, in multiples of the fastest")
axes.invert_yaxis()
plt.show()

# %% [markdown]
# If your fastest way is another one than `Conv2D`, give it to your network:
# `make_network(conv=Conv2DGroups)`. PyTorch's own convolution, on one core and in `float64`, is
# about as fast as the last of these.
#
# ## Summary
#
# - Flatten moves nothing, a dense layer weighs everything, and softmax with cross-entropy turns
#   logits into a loss whose gradient is what was believed minus what is right.
# - Take the largest logit off first. What overflows is the formula, not the loss.
# - Momentum adds up what the gradients agree on. Weights start at random, of a size that keeps the
#   signal's.
# - First 2.303, then one batch by heart, then training.
# - A network can be wrong in its gradients and right nine times out of ten. Check gradients.
# - A convolution is three matrix products. How fast they are is a question of where numbers lie.
#
# ## Go further
#
# - What does the network say to a picture of noise, and how certain is it? What would you want?
# - Add a hidden dense layer, or a third convolution with `padding=1`. What is worth its time?
# - Start from weights ten times too large, or ten times too small, and look at the first 50 losses.
# - Keep a second set of weights: the mean of the last hundred steps'. Is it better than the last?
