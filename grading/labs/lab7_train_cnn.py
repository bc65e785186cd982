# ---
# jupyter:
#   lab:
#     mutants: true
# ---

# %% [markdown]
# # Lab 7 · A network that reads digits
#
# Three things are missing between your layers and a network that reads handwriting: a layer that
# weighs all evidence, a number that says how wrong an answer is, and a rule for getting less wrong.
# You write them, watch the network learn, and look inside. A **bonus**.
#
# |part|minutes|points|
# |---|--:|--:|
# |1, 2 Flatten and Dense|40|8.5|
# |3 How wrong is it?|40|8|
# |4, 5 Downhill|40|6|
# |6, 7 The training loop|60|7.5|
# |8, 9 Training|25|0|
# |10, 11 Look inside|40|2|
# |12 Faster (can wait)|45|0|
# |in all|290|**32**|
#
# Parts 1 and 2 make a first evening, 3 to 5 a second. Under each task stand its checks, each
# folded into one line. Run them when you have written your answer: a check that passes prints
# nothing, one that fails says what is wrong (open it to see the numbers). When the lab is graded,
# further checks of the same kind run with other numbers.

# %% locked="setup"
import sys

import numpy as np
from tqdm import tqdm

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
    gradient_check,
    rng,
)

tqdm.monitor_interval = 0  # progress bars without a thread behind the scenes

# %% locked="helpers"
# What several checks use: optimizers' steps, and trainings that note what they get
from lib.cases import same_layout
from lib.play import Step, play


def _as_arrays(weights):
    """Copies of the same kind and layout; lists become floats."""
    arrays = {name: np.array(w, float) if type(w) is list else w for name, w in weights.items()}
    return {name: same_layout(w) for name, w in arrays.items()}


def _check_steps(make, *runs, rtol=1e-9):
    """Check what optimizers return. A run: their options, then (params, grads, weights after)."""
    __tracebackhide__ = True  # what fails stands in the student's cell
    steps, names, expected = [], [], []
    for options, *calls in runs:
        named = options if isinstance(options, dict) else {}
        optimizer = len(steps)
        steps.append(Step(make, () if named else options, named, wanted=False))
        names, expected = [*names, ""], [*expected, None]
        written = [f"{name}={value}" for name, value in named.items()] or map(str, options)
        call = f"SGD({', '.join(written)})"
        for number, (params, grads, after) in enumerate(calls, 1):
            given = _as_arrays(params), _as_arrays(grads)
            steps.append(Step(optimizer, given, method="step"))
            shown = ", ".join(str({name: w.tolist() for name, w in each.items()}) for each in given)
            shown = shown if len(shown) < 60 else "params, grads"
            first = ", where v = g" if number == 1 else ""
            names.append(f"{call}, step {number}{first}: step({shown})")
            expected.append({name: np.asarray(w, dtype=float) for name, w in after.items()})
    for name, right, (got, error) in zip(names, expected, play(steps), strict=True):
        if error is not None:
            raise error
        if right is not None:
            check_equal(got, right, name, rtol=rtol)


class _Run:
    """A training that writes down what it gets. Image i is [i, i], its label 10 i; w grows by 1."""

    def __init__(self, train, images, batch_size, epochs=2, **options):
        X, y = np.repeat(np.arange(float(images))[:, None], 2, axis=1), 10 * np.arange(images)
        self.X, self.y, self.params = X, y, {"w": np.array([2.5])}
        self.batches, self.images, self.labels, self.weights = [], [], [], []
        told = []  # what the loss was asked for: perhaps more often than there are steps

        def loss_and_gradients(params, X, labels):
            told.append((X, labels))
            return len(told) + 0.5, {"w": np.ones(1) if len(labels) else np.zeros(1)}

        def step(params, grads):
            images, labels = told[-1]
            self.batches.append(images)  # as it came, an array or not, perhaps empty
            if len(labels):
                self.images.append(np.asarray(images)[:, 0].tolist())
                self.labels.append(np.asarray(labels).tolist())
                self.weights.append(float(params["w"][0]))
            return {"w": params["w"] + grads["w"]}

        answer = train(loss_and_gradients, step, self.params, X, y, epochs, batch_size, **options)
        self.name = f"{images} images, {batch_size} in a batch"
        parts = answer if isinstance(answer, tuple | list) else [answer]
        self.returned = next((part for part in parts if isinstance(part, dict)), None)
        self.losses = next((part for part in parts if not isinstance(part, dict)), None)
        after = {"w": np.array([2.5 + len(self.weights)])}
        if not _is(self.returned, after) and not _is(self.losses, np.arange(len(told)) + 1.5):
            raise AssertionError(
                f"{self.name}: train returns neither the weights after the last step nor the losses"
            )


def _after_each(make, options, calls):
    """The weights after each step of one optimizer."""
    __tracebackhide__ = True
    steps = [Step(0, call, method="step") for call in calls]
    _, *results = play([Step(make, options, wanted=False), *steps])
    for _, error in results:
        if error is not None:
            raise error
    return [after for after, _ in results]


def _other_kinds(w, g):
    """Weights and gradients as ints, as float32, in other layouts."""
    yield np.rint(w).astype(int), g
    yield w, np.rint(g).astype(int)
    yield np.rint(w).astype(int), np.rint(g).astype(int)
    yield w.astype(np.float32), g
    yield w, g.astype(np.float32)
    yield np.asfortranarray(w), np.asfortranarray(g)
    yield np.repeat(w, 2, axis=1)[:, ::2], np.repeat(g, 2, axis=0)[::2]
    yield w[::-1].copy()[::-1], g[:, ::-1].copy()[:, ::-1]


def _check_hands_off(sgd, name):
    """Check that two steps leave alone what they are given and what the first has returned."""
    w, g = np.array([1.0, 2.0, 3.0]), np.array([4.0, -2.0, 0.5])
    params, grads = {name: w}, {name: g}
    first = sgd.step(params, grads)
    check_equal(first, {name: np.array([-1.0, 3, 2.75])}, "weights after the first step")
    second = sgd.step(params, grads)
    assert params[name] is w, "step must leave the dict of weights as it is: return a new one"
    assert grads[name] is g, "step must leave the dict of gradients as it is"
    check_equal(w, [1.0, 2, 3], "the weights that were given, afterwards")
    check_equal(g, [4.0, -2, 0.5], "the gradients that were given, afterwards")
    check_equal(first[name], [-1.0, 3, 2.75], "what the first step returned, after a second one")
    for new, olds in ((first, (w, g)), (second, (w, g, first[name]))):
        for old in olds:
            shared = np.shares_memory(new[name], old, max_work=10_000)
            assert not shared, "step must return arrays of their own"


def _squares(params, X, labels):
    """The page's loss, half the square of X w - label, and its slope."""
    error = np.asarray(X)[:, 0] * params["w"] - np.asarray(labels)
    return np.sum(error**2) / 2, {"w": np.sum(error * np.asarray(X)[:, 0])}


def _quarter_step(params, grads):
    """The page's step."""
    return {"w": params["w"] - grads["w"] / 4}


def _check_weight(train, path, x, y):
    """The weight after two epochs; one epoch more or less is a question of another check."""
    given = {"w": np.array([path[0]])}, np.array([[x]]), np.array([y])
    answer = train(_squares, _quarter_step, *given, 2, 1)
    assert isinstance(answer, tuple | list), "train must return a tuple (params, losses)"
    if not any(_is(answer[0], {"w": np.array([w])}) for w in (path[1], path[3])):
        name = f"two epochs of one image, x = {x:.6g}, label {y:.6g}, from w = {path[0]:.6g}"
        check_equal(answer[0], {"w": np.array([path[2]])}, f"{name}: params")


def _first_loss(train, w, x, y):
    """The first loss of the page's training."""
    answer = train(
        _squares, _quarter_step, {"w": np.float64(w)}, np.array([[x]]), np.array([y]), 2, 1
    )
    assert isinstance(answer, tuple | list), "train must return a tuple (params, losses)"
    assert len(answer) == 2, f"train must return a tuple (params, losses), got {len(answer)} values"
    return np.ravel(np.array(answer[1]))[:1]


def _pairs(batches):
    """All pairs of images that share a batch: 270 of the 1770 that there are."""
    return {(i, j) for batch in batches for i in batch for j in batch if i < j}


def _check_mixed(train, seed):
    """Chance brings about 41 pairs together again; batches that stay nearly whole, 120 or more."""
    seen = _Run(train, 60, 10, 3, seed=seed).images
    assert len(seen) > 11, f"three epochs of 6 batches each, and {len(seen)} batches were seen"
    before = _pairs(np.arange(60).reshape(6, 10).tolist())
    for epoch in range(2):
        pairs = _pairs(seen[6 * epoch : 6 * epoch + 6])
        found = f"{len(pairs & before)} of 270 pairs of images"
        assert epoch or len(pairs & before) < 80, (
            f"{found} that stand together in X share a batch: shuffle the images, not whole batches"
        )
        assert len(pairs & before) < 80, (
            f"{found} that share a batch in the first epoch do so in the second: draw a new order "
            "of the images for each epoch"
        )
        before = pairs


def _told_after_epochs(train, *run):
    """What `watch` is told: epoch, weight, number of losses."""
    told = []

    def watch(epoch, params, losses):
        told.append((epoch, float(params["w"][0]), len(losses)))

    _Run(train, *run, watch=watch)
    return told


def _is(got, expected):
    try:
        got = got if isinstance(expected, dict) else np.array(got, dtype=float)
        check_equal(got, expected)
    except (AssertionError, TypeError, ValueError):
        return False
    return True


# %% [markdown]
# ## The fine print
#
# Worth up to a fifth of each task's points.
#
# - **Any numbers.** Inputs are `float64`, `float32` or `int64`, also mixed, and may be views.
#   Gradients are always `float64`: a step of 0.01 must not be rounded away.
# - **Hands off.** Change no argument. Return new arrays, sharing no memory with an argument or an
#   earlier result.
# - **Memory.** The last `forward` counts; two `backward` calls agree. What a layer keeps belongs to
#   `self`: a network has several of a kind.
# - **Out of bounds:** scipy, torch, tensorflow, jax, cv2, skimage, `np.convolve`, `np.correlate`,
#   `np.fft`, `np.polymul`, `np.gradient`. All else in NumPy is welcome.

# %% [markdown]
# Layers are those of lab 5: `backward` takes the upstream gradient (`dA` in code, $\nabla_A$ in
# formulas) and returns one gradient for each array that `forward` was given, in their order.


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
# ## 1 · Flatten
#
# Convolutions hand on maps, `(N, C, H, W)`. The layer that decides wants a row of numbers for each
# image, `(N, D)` with $D = C \cdot H \cdot W$: map after map, row by row.
#
# ![2 images with 2 maps of 2 × 3 become 2 rows of 12 numbers, map after map, row after row; none
# is lost.](../../figures/flatten.png)
#
# On the way back each number's gradient goes to where the number came from.
#
# ### Task 1 · `Flatten` · 3 points
#
# The first axis counts images. Any number of further axes may follow, from one on.
#
# <details><summary>Hint</summary>
#
# `reshape(len(X), -1)` does the work, but what it returns is often a *view*: the same memory under
# another shape. What makes a copy?
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
# A start: one map of each image becomes a row, or gradients of rows a map
_X = np.array([[[[6.0, 8, 0], [8, 4, 5]]], [[[5, 4, 1], [0, 0, 0]]]])
_rows = [[6.0, 8, 0, 8, 4, 5], [5, 4, 1, 0, 0, 0]]
_cases = [case(_X[:1], gives=_rows[:1]), case(_X, gives=_rows)]
_back = [case(_X[:1], dout=np.array(_rows[:1]), gives=_X[:1])]
_back += [case(_X[::-1].copy(), dout=-0.5 * np.array(_rows), gives=-0.5 * _X)]
### BEGIN HIDDEN TESTS
_generator = rng()
for _shape in [(3, 1, 4, 5), (1, 1, 3, 2), (5, 1, 1, 2), (2, 1, 1, 1), (4, 1, 5, 5)]:
    _images = _generator.normal(size=_shape)
    _cases.append(case(_images, gives=np.array([list(_image.flat) for _image in _images])))
    _dX = _generator.normal(size=_shape)
    _back.append(case(_images, dout=np.array([list(_d.flat) for _d in _dX]), gives=_dX))
### END HIDDEN TESTS
check_one_of(lambda: check_forward(Flatten, *_cases), lambda: check_backward(Flatten, *_back))
check_bounds(Flatten, *_cases[0].args)


# %% test="test_Flatten_shapes" points=0.5
# The picture's maps, one after the other; then two, three or five axes
_numbers = np.arange(1.0, 13)
_X = np.array([[[6.0, 8, 0], [8, 4, 5]], [[6, 2, 9], [0, 2, 3]]])
_cases = [
    case(_X[None], gives=[[6.0, 8, 0, 8, 4, 5, 6, 2, 9, 0, 2, 3]]),
    case(_numbers[:6].reshape(2, 3), gives=_numbers[:6].reshape(2, 3)),
    case(_numbers.reshape(3, 2, 2), gives=_numbers.reshape(3, 4)),
    case(_numbers.reshape(2, 1, 3, 1, 2), gives=_numbers.reshape(2, 6)),
]
### BEGIN HIDDEN TESTS
_generator = rng()
_shapes = [(3, 2, 4, 5), (5, 3, 1, 2), (2, 4, 1, 1)]
for _shape in [*_shapes, (1, 7), (4, 1), (1, 2, 3), (3, 1, 1), (2, 2, 2, 2, 2, 2)]:
    _images = _generator.normal(size=_shape)
    _cases.append(case(_images, gives=np.array([list(_image.flat) for _image in _images])))
### END HIDDEN TESTS
check_forward(Flatten, *_cases)


# %% test="test_Flatten_backward" points=0.75
# The gradients of rows go back to the map of each image
_dX = np.array([[[[6.0, 8, 0], [8, 4, 5]]], [[[5, 4, 1], [0, 0, 0]]]])
_rows = np.array([[6.0, 8, 0, 8, 4, 5], [5, 4, 1, 0, 0, 0]])
_cases = [
    case(np.ones((1, 1, 2, 3)), dout=_rows[:1], gives=_dX[:1]),
    case(np.ones((2, 1, 2, 3)), dout=-0.5 * _rows, gives=-0.5 * _dX),
    case(np.ones((2, 1, 2, 3)), dout=0 * _rows, gives=0 * _dX),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _shape in [(3, 1, 4, 5), (1, 1, 3, 2), (5, 1, 1, 2), (2, 1, 1, 1), (4, 1, 5, 5)]:
    _dX = _generator.normal(size=_shape)
    _rows = np.array([list(_image.flat) for _image in _dX])
    _cases.append(case(np.ones(_shape), dout=_rows, gives=_dX))
### END HIDDEN TESTS
check_backward(Flatten, *_cases)
check_bounds(Flatten, *_cases[0].args, **_cases[0].options)


# %% test="test_Flatten_backward_shapes" points=0.25
# Gradients of several maps; of two, three or five axes
_numbers = np.arange(1.0, 13)
_cases = [
    case(np.ones((1, 2, 2, 3)), dout=_numbers[None], gives=_numbers.reshape(1, 2, 2, 3)),
    case(np.ones((3, 2, 2)), dout=_numbers.reshape(3, 4), gives=_numbers.reshape(3, 2, 2)),
    case(np.ones((1, 12)), dout=2 * _numbers[None], gives=2 * _numbers[None]),
    case(
        np.ones((2, 1, 3, 1, 2)),
        dout=_numbers.reshape(2, 6),
        gives=_numbers.reshape(2, 1, 3, 1, 2),
    ),
]
### BEGIN HIDDEN TESTS
_generator = rng()
_shapes = [(3, 2, 4, 5), (5, 3, 1, 2), (2, 4, 1, 1)]
for _shape in [*_shapes, (4, 1), (1, 2, 3), (3, 1, 1), (2, 2, 2, 2, 2, 2)]:
    _dX = _generator.normal(size=_shape)
    _rows = np.array([list(_image.flat) for _image in _dX])
    _cases.append(case(np.ones(_shape), dout=_rows, gives=_dX))
### END HIDDEN TESTS
check_backward(Flatten, *_cases)


# %% test="test_Flatten_kinds" points=0.25
# Fine print: ints, float32, views
_X, _dout = np.array([[[1.3, -2.4], [4.4, 3.1]]]), np.array([[2.7, -1.6, 3.4, 1.8]])
_right = _X.reshape(1, 4), _dout.reshape(1, 2, 2)
check_kinds(Flatten, _X, dout=_dout, gives=_right)
### BEGIN HIDDEN TESTS
_generator = rng()
_X, _dout = 3 * _generator.normal(size=(3, 1, 2, 4)), 3 * _generator.normal(size=(3, 8))
check_kinds(Flatten, _X, dout=_dout, gives=(_X.reshape(3, 8), _dout.reshape(3, 1, 2, 4)))
### END HIDDEN TESTS


# %% test="test_Flatten_layer" points=0.25
# Fine print: hands off, the last forward counts, layers share nothing
_X, _dout = np.arange(1.0, 13).reshape(2, 1, 2, 3), np.arange(2.0, 14).reshape(2, 6)
_right = _X.reshape(2, 6), _dout.reshape(2, 1, 2, 3)
check_layer(Flatten, _X, dout=_dout, gives=_right, other=(3 * _X[:1, :, :, :2],))
### BEGIN HIDDEN TESTS
_generator = rng()
_X, _dout = _generator.normal(size=(3, 2, 1, 5)), _generator.normal(size=(3, 10))
_right = _X.reshape(3, 10), _dout.reshape(3, 2, 1, 5)
check_layer(Flatten, _X, dout=_dout, gives=_right, other=(_X[:2, 1:],))
### END HIDDEN TESTS

# %% [markdown]
# ## 2 · Dense
#
# Now every output looks at every number, through weights of its own: a *dense* layer. For a batch
# of rows $X$,
#
# $$ A = XW + b, \qquad A_{nk} = \sum_d X_{nd} W_{dk} + b_k , $$
#
# with $X$ of shape `(N, D)`, $W$ `(D, K)`, $b$ `(K,)` and $A$ `(N, K)`. The cell below has an
# example with two rows of three numbers, and four outputs. Its first output is $1 \cdot 1 + 2
# \cdot 2 + 0 \cdot 0 + 10 = 15$.
#
# **The way back:** a gradient is a sum over all uses. $X_{nd}$ is used once for each output $k$;
# $W_{dk}$ and $b_k$ once for each row $n$:
#
# $$
# \nabla_{X_{nd}} = \sum_k \nabla_{A_{nk}} W_{dk}, \qquad
# \nabla_{W_{dk}} = \sum_n X_{nd} \nabla_{A_{nk}}, \qquad
# \nabla_{b_k} = \sum_n \nabla_{A_{nk}} .
# $$
#
# The cell raises one weight by 1. The loss is all outputs times their upstream gradients.

# %%
X_small = np.array([[1.0, 2.0, 0.0], [0.0, 3.0, -1.0]])
W_small = np.array([[1.0, -1.0, 0.0, 2.0], [2.0, 0.5, 1.0, 0.0], [0.0, 4.0, -2.0, 1.0]])
b_small = np.array([10.0, 20.0, 30.0, 40.0])
dA_small = np.array([[1.0, 0.0, 2.0, 0.0], [2.0, -1.0, 0.0, 1.0]])


def weighted_sum(W):
    """All outputs of the example, each times its upstream gradient: what dW is the slope of."""
    return sum(
        (sum(X_small[n, d] * W[d, k] for d in range(3)) + b_small[k]) * dA_small[n, k]
        for n in range(2)
        for k in range(4)
    )


raised = W_small.copy()
raised[1, 0] += 1
print("first row, first output:", 1 * 1 + 2 * 2 + 0 * 0 + 10)
print("raising W[1, 0] by 1 changes the loss by", weighted_sum(raised) - weighted_sum(W_small))
print("and by the formula: 2 * 1 + 3 * 2 =", 2 * 1 + 3 * 2)

# %% [markdown]
# ### Task 2 · `Dense` · 5.5 points
#
# No loop is needed. `backward` returns the tuple `(dX, dW, db)`.
#
# <details><summary>Hint</summary>
#
# Two of the three sums are matrix products. `dW` is `(3, 4)` in the example, and comes from `X`,
# `(2, 3)`, and `dA`, `(2, 4)`: there is one way only in which they fit. The third is a sum over an
# axis.
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


# %% test="test_Dense" points=1.5
# Weighted sums; all biases are zero
_X, _W = [[1, 2, 0], [0, 3, -1]], [[1, -1, 0, 2], [2, 0.5, 1, 0], [0, 4, -2, 1]]
_cases = [
    case([[2]], [[3]], [0], gives=[[6.0]]),
    case([[1, 2, 0]], [[3], [0.5], [-2]], [0], gives=[[4.0]]),
    case(_X, _W, [0, 0, 0, 0], gives=[[5, 0, 2, 2], [6, -2.5, 5, -1]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _d, _k, _scale in [
    (1, 1, 1, 1e6),
    (2, 3, 4, 1e-6),
    (5, 2, 3, 1),
    (1, 4, 2, 1e-6),
    (4, 4, 4, 1),
    (6, 1, 5, 1e6),
]:
    _X = _scale * _generator.normal(size=(_n, _d))
    _W = _generator.normal(size=(_d, _k)) + 0.1
    _A = np.array([[sum(_x * _w) for _w in _W.T] for _x in _X])
    _cases.append(case(_X, _W, np.zeros(_k), gives=_A))
### END HIDDEN TESTS
check_forward(Dense, *_cases)
check_bounds(Dense, *_cases[0].args)


# %% test="test_Dense_bias" points=1.25
# Each output has its own bias, the same for all rows
_X, _W, _b = np.zeros((2, 3)), [[1, -1, 0, 2], [2, 0.5, 1, 0], [0, 4, -2, 1]], [10, 20, 30, 40]
_cases = [
    case([[0]], [[3]], [5], gives=[[5.0]]),
    case(_X, _W, _b, gives=[_b, _b], title="X = 0"),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _d, _k in [(1, 1, 1), (2, 3, 4), (5, 2, 3), (3, 1, 3)]:
    _X, _W, _b = (_generator.normal(size=_s) for _s in [(_n, _d), (_d, _k), (_k,)])
    _cases.append(case(0 * _X, _W, _b, gives=np.array(_n * [_b])))
### END HIDDEN TESTS
check_forward(Dense, *_cases)


# %% test="test_Dense_backward_X" points=0.75
# dX: each number is used once for each output
_W = [[1, -1, 0, 2], [2, 0.5, 1, 0], [0, 4, -2, 1]]
_X, _b, _dA = [[1, 2, 0], [0, 3, -1]], [10, 20, 30, 40], [[1, 0, 2, 0], [2, -1, 0, 1]]
_cases = [
    case(_X, _W, _b, dout=_dA, gives=[[1, 4, -4], [5, 3.5, -3]]),
    case(_X, _W, _b, dout=np.zeros((2, 4)), gives=np.zeros((2, 3))),
    case([[2]], [[3]], [0], dout=np.array([[4.0]]), gives=[[12.0]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _d, _k, _scale in [
    (1, 1, 1, 1e6),
    (2, 3, 4, 1e-6),
    (5, 2, 3, 1),
    (1, 4, 2, 1e-6),
    (4, 4, 4, 1),
    (6, 1, 5, 1e6),
]:
    _X, _W = _generator.normal(size=(_n, _d)), _generator.normal(size=(_d, _k)) + 0.1
    _dA = _scale * (_generator.normal(size=(_n, _k)) + 0.2)
    _dX = np.array([[sum(_g * _w) for _w in _W] for _g in _dA])
    _cases.append(case(_X, _W, np.ones(_k), dout=_dA, gives=_dX))
### END HIDDEN TESTS
check_backward(Dense, *_cases, of="dX")
check_bounds(Dense, *_cases[0].args, **_cases[0].options)


# %% test="test_Dense_backward_W" points=0.75
# dW: each weight is used once for each row
_W = [[1, -1, 0, 2], [2, 0.5, 1, 0], [0, 4, -2, 1]]
_X, _b, _dA = [[1, 2, 0], [0, 3, -1]], [10, 20, 30, 40], [[1, 0, 2, 0], [2, -1, 0, 1]]
_cases = [
    case(_X, _W, _b, dout=_dA, gives=[[1, 0, 2, 0], [8, -3, 4, 3], [-2, 1, 0, -1]]),
    case([[1, -2, 3]], np.ones((3, 2)), [0, 0], dout=[[2, -1]], gives=[[2, -1], [-4, 2], [6, -3]]),
    case(_X, _W, _b, dout=np.zeros((2, 4)), gives=np.zeros((3, 4))),
    case([[2]], [[3]], [0], dout=[[4]], gives=[[8.0]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _d, _k, _scale in [
    (1, 1, 1, 1e6),
    (2, 3, 4, 1e-6),
    (5, 2, 3, 1),
    (1, 4, 2, 1e-6),
    (4, 4, 4, 1),
    (6, 1, 5, 1e6),
]:
    _X, _W = _generator.normal(size=(_n, _d)) + 0.1, _generator.normal(size=(_d, _k))
    _dA = _scale * (_generator.normal(size=(_n, _k)) + 0.2)
    _dW = np.array([[sum(_x * _g) for _g in _dA.T] for _x in _X.T])
    _cases.append(case(_X, _W, np.ones(_k), dout=_dA, gives=_dW))
### END HIDDEN TESTS
check_backward(Dense, *_cases, of="dW")
check_bounds(Dense, *_cases[0].args, **_cases[0].options)


# %% test="test_Dense_backward_b" points=0.25
# db: each bias is used once for each row
_W = [[1, -1, 0, 2], [2, 0.5, 1, 0], [0, 4, -2, 1]]
_X, _b, _dA = [[1, 2, 0], [0, 3, -1]], [10, 20, 30, 40], [[1, 0, 2, 0], [2, -1, 0, 1]]
_cases = [
    case(_X, _W, _b, dout=_dA, gives=[3, -1, 2, 1]),
    case(np.ones((3, 2)), np.ones((2, 4)), _b, dout=np.ones((3, 4)), gives=[3, 3, 3, 3]),
    case(_X, _W, _b, dout=np.zeros((2, 4)), gives=np.zeros(4)),
    case([[2]], [[3]], [0], dout=[[4]], gives=[4.0]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _d, _k, _scale in [
    (1, 1, 1, 1e6),
    (2, 3, 4, 1e-6),
    (5, 2, 3, 1),
    (1, 4, 2, 1e-6),
    (4, 4, 4, 1),
    (6, 1, 5, 1e6),
]:
    _X, _W = _generator.normal(size=(_n, _d)), _generator.normal(size=(_d, _k))
    _dA = _scale * (_generator.normal(size=(_n, _k)) + 0.2)
    _db = np.array([sum(_column) for _column in _dA.T])
    _cases.append(case(_X, _W, np.ones(_k), dout=_dA, gives=_db))
### END HIDDEN TESTS
check_backward(Dense, *_cases, of="db")


# %% test="test_Dense_kinds" points=0.5
# Fine print: ints, float32, views, and their mixtures
def _right(X, W, b, dout):
    return X @ W + b, (dout @ W.T, X.T @ dout, dout.sum(axis=0))


_X, _W = np.array([[1.4, -2.7, 3.2], [4.1, 1.6, -1.3]]), np.array([[2.3], [-1.2], [3.4]])
check_kinds(Dense, _X, _W, np.array([1.7]), dout=np.array([[2.6], [-3.4]]), gives=_right)
_fractions = case(np.array([[1, 2]]), np.array([[3], [4]]), [0.25], gives=[[11.25]])
check_forward(Dense, _fractions)
### BEGIN HIDDEN TESTS
_generator = rng()
_X, _W = _generator.uniform(1.1, 4.4, size=(2, 3)), _generator.uniform(1.1, 4.4, size=(3, 5))
_b, _dA = _generator.uniform(-4.4, -1.1, size=5), -_generator.uniform(1.1, 4.4, size=(2, 5))
check_kinds(Dense, _X, _W, _b, dout=_dA, gives=_right)
### END HIDDEN TESTS


# %% test="test_Dense_layer" points=0.5
# Fine print: hands off, the last forward counts, layers share nothing
def _right(X, W, b, dout):
    return X @ W + b, (dout @ W.T, X.T @ dout, dout.sum(axis=0))


_X, _W = np.array([[1.0, 2, 0.5], [0, 3, -1]]), np.array([[1.0, -1], [2, 0.5], [0.25, 4]])
_b, _dA = np.array([10.0, 20]), np.array([[1.0, -2], [2, 3]])
check_layer(Dense, _X, _W, _b, dout=_dA, gives=_right, other=(_X[:1], -_W, 2 * _b))
check_layer(Dense, _X[:, 1:2], np.ones((1, 1)), np.zeros(1), dout=_dA[:, :1], gives=_right)
check_layer(Dense, _X[:1].copy(), _W, _b, dout=_dA[:1].copy(), gives=_right)
### BEGIN HIDDEN TESTS
_generator = rng()
_X, _W, _b, _dA = (_generator.normal(size=_s) for _s in [(2, 3), (3, 5), (5,), (2, 5)])
check_layer(Dense, _X, _W, _b, dout=_dA, gives=_right, other=(_X[:, :1], _W[:1], -_b))
### END HIDDEN TESTS

# %%
dense = Dense()
print(dense.forward(X_small, W_small, b_small))
gradient_check(dense.forward, dense.backward, X_small, W_small, b_small)

# %% [markdown]
# ## 3 · How wrong is it?
#
# The last layer gives a number for each digit: the *logits* $a_k$. **Softmax** makes
# probabilities of them, positive and with sum 1,
#
# $$ p_k = \frac{e^{a_k}}{\sum_j e^{a_j}} , $$
#
# and the **cross-entropy** asks how much of it went to the right answer $y$:
#
# $$ L = -\log p_y . $$
#
# Being certain and right costs 0; being certain and wrong, any amount. Knowing nothing gives each
# digit $1/10$ and costs $\log 10 \approx 2.303$: the first loss of a healthy network. A batch
# costs the **mean** over its rows.
#
# **By hand.** For $a = (0, \log 2, \log 5)$ the exponentials are 1, 2 and 5, so
# $p = (0.125, 0.25, 0.625)$. If the last answer is right, $L = -\log 0.625 = 0.47$; if the first,
# $L = -\log 0.125 = 2.079$.
#
# **The way back.** With $L = \log \sum_j e^{a_j} - a_y$, the slope in $a_k$ is
#
# $$ \frac{\partial L}{\partial a_k} = p_k - [k = y] , $$
#
# where $[k = y]$ is 1 for the right answer and 0 for the others: what was believed minus what is
# right, here $(0.125, 0.25, -0.375)$. A batch's loss is a mean, so each row's gradient is divided
# by $N$.

# %%
a = np.log([1.0, 2.0, 5.0])
p = np.exp(a) / np.sum(np.exp(a))
print("p =", p, " losses:", -np.log(p).round(3), " knowing nothing:", np.log(10).round(3))


def loss_of_last(a):
    """The loss if the right answer is the last one."""
    return np.log(np.sum(np.exp(a))) - a[2]


slopes = [(loss_of_last(a + h) - loss_of_last(a - h)) / 2e-5 for h in 1e-5 * np.eye(3)]
print("measured slopes, right answer last:", np.round(slopes, 6))

# %% [markdown]
# **Large logits.** A computer cannot hold $e^{1000}$: the formula as it stands divides
# infinity by infinity. And
# where $p_y$ is too small for it, $\log 0$ is minus infinity, though the loss is a harmless number.
# Softmax does not change when one number is taken off all logits of a row, so take off the largest,
# $m$:
#
# $$ L = \log \sum_j e^{a_j - m} - (a_y - m) . $$
#
# No exponent is above 0 now, and the logarithm never sees a zero. Do not "repair" it by adding
# $10^{-12}$ inside the logarithm: no loss could be above 27.6 then.

# %%
with np.errstate(all="ignore"):
    a = np.array([1000.0, 0.0])
    print("p as it stands:       ", np.exp(a) / np.sum(np.exp(a)))
    print("p, largest taken off: ", np.exp(a - 1000) / np.sum(np.exp(a - 1000)))
    print("if the second is right, the loss is", np.log(np.sum(np.exp(a - 1000))) - (0 - 1000))
    print("-log(p) makes of it                ", -np.log(np.exp(-1000)))
    print("-log(p + 1e-12) makes of it        ", -np.log(np.exp(-1000) + 1e-12).round(2))

# %% [markdown]
# ### Task 3 · `SoftmaxCrossEntropy` · 8 points
#
# `forward` returns one number, the mean loss. Labels are whole numbers and have no gradient, so
# `backward` returns one array, the gradient by the logits. Its upstream gradient is 1 unless
# someone says otherwise: this layer ends the network.
#
# <details><summary>Hint</summary>
#
# `np.max(logits, axis=1, keepdims=True)` has shape `(N, 1)`: take it off `(N, K)`. And
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


# %% test="test_SoftmaxCrossEntropy" points=1.5
# A start: the loss of one row, or its gradient
_a, _title = np.log([[1.0, 2, 5]]), "logits (0, log 2, log 5)"
_cases = [case([[0, 0]], np.array([1]), gives=np.log(2))]
_cases += [case(_a, np.array([2]), gives=np.log(8 / 5), title=_title)]
_cases += [case(_a, np.array([0]), gives=np.log(8), title=_title)]
_back = [case([[0, 0]], np.array([1]), gives=[[0.5, -0.5]])]
_back += [case(_a, np.array([2]), gives=[[0.125, 0.25, -0.375]], title=_title)]
### BEGIN HIDDEN TESTS
_generator = rng()
for _k in (2, 3, 10):
    _e = _generator.uniform(0.2, 3, size=_k)
    for _label in range(_k) if _k < 10 else (0, 6, 9):
        _loss = float(np.log(sum(_e) / _e[_label]))
        _cases.append(case(np.log([_e]), np.array([_label]), gives=_loss))
        _slope = [_e / sum(_e) - (np.arange(_k) == _label)]
        _back.append(case(np.log([_e]), np.array([_label]), gives=_slope))
### END HIDDEN TESTS
check_one_of(
    lambda: check_forward(SoftmaxCrossEntropy, *_cases),
    lambda: check_backward(SoftmaxCrossEntropy, *_back),
)
check_bounds(SoftmaxCrossEntropy, *_cases[0].args)


# %% test="test_SoftmaxCrossEntropy_batch" points=0.75
# The loss of a batch: the mean over its rows
_a = np.log([[1.0, 2, 5], [2, 1, 1]])
_b = np.log([[1.0, 3], [1, 1], [3, 1], [1, 3]])
_cases = [
    case(_a, np.array([2, 0]), gives=np.log(8 / 5 * 2) / 2, title="two rows"),
    case(_a, np.array([0, 2]), gives=np.log(8 * 4) / 2, title="two rows"),
    case(_b, np.array([0, 1, 0, 1]), gives=np.log(4 * 2 * 4 / 3 * 4 / 3) / 4, title="four rows"),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _k in [(2, 10), (5, 3), (7, 2), (3, 3)]:
    _e, _y = _generator.uniform(0.2, 3, size=(_n, _k)), _generator.integers(_k, size=_n)
    _each = [np.log(sum(_row) / _row[_label]) for _row, _label in zip(_e, _y, strict=True)]
    _cases.append(case(np.log(_e), _y, gives=float(sum(_each) / _n)))
### END HIDDEN TESTS
check_forward(SoftmaxCrossEntropy, *_cases)


# %% test="test_SoftmaxCrossEntropy_large" points=1.25
# Certain and wrong costs what the logits say
_hides = "certain and wrong (27.6 would be -log(1e-12))"
_cases = [
    case([[1000, 0]], np.array([1]), gives=1000.0, title=_hides),
    case([[0, -1000, 50]], np.array([1]), gives=1050.0, title=_hides),
    case([[0, 40]], np.array([0]), gives=40.0, title=_hides),
    case([[-1000, -1000]], np.array([0]), gives=np.log(2)),
    case([[800, 800, 800]], np.array([1]), gives=np.log(3)),
]
### BEGIN HIDDEN TESTS
_generator = rng()
_cases.append(case([[-1e6, 1e6]], np.array([0]), gives=2e6))
for _k, _offsets in ((2, (1e4, -750)), (5, (0, 1e4, -1e4, 700, -750))):
    _a = _generator.integers(-5, 6, size=_k).astype(float)
    _label = int(np.argmin(_a))  # a loss that is not tiny
    _loss = float(np.log(sum(np.exp(_a))) - _a[_label])
    for _offset in _offsets:
        _cases.append(case(_a[None] + _offset, np.array([_label]), gives=_loss))
### END HIDDEN TESTS
check_forward(SoftmaxCrossEntropy, *_cases)


# %% test="test_SoftmaxCrossEntropy_rows" points=0.75
# The loss where one row's largest logit is far from another's
_a, _labels = np.array([[1000.0, 0], [-1000, -1000], [3, 3]]), np.array([1, 0, 1])
_cases = [case(_a, _labels, gives=(1000 + 2 * np.log(2)) / 3)]
### BEGIN HIDDEN TESTS
_generator = rng()
for _offsets in ((0, 1e4, -1e4, 800), (-2e3, 0, 900, 0)):
    _a = _generator.integers(-5, 6, size=(4, 3)).astype(float)
    _labels = _generator.integers(3, size=4)
    _a[0], _labels[0] = [2, 0, 1], 1  # a loss that is not tiny
    _each = np.log(np.exp(_a).sum(axis=1)) - _a[np.arange(4), _labels]
    _cases.append(case(_a + np.array(_offsets)[:, None], _labels, gives=float(np.mean(_each))))
### END HIDDEN TESTS
check_forward(SoftmaxCrossEntropy, *_cases)


# %% test="test_SoftmaxCrossEntropy_backward" points=1
# The gradient of one row: p, minus 1 at the right answer
_a = np.log([[1.0, 2, 5]])
_cases = [
    case([[0, 0]], np.array([1]), gives=[[0.5, -0.5]]),
    case(_a, np.array([2]), gives=[[0.125, 0.25, -0.375]], title="logits (0, log 2, log 5)"),
    case(_a, np.array([0]), gives=[[-0.875, 0.25, 0.625]], title="logits (0, log 2, log 5)"),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _k in (2, 3, 10):
    _e = _generator.uniform(0.2, 3, size=_k)
    for _label in range(_k) if _k < 10 else (0, 6, 9):
        _slope = [_e / sum(_e) - (np.arange(_k) == _label)]
        _cases.append(case(np.log([_e]), np.array([_label]), gives=_slope))
### END HIDDEN TESTS
check_backward(SoftmaxCrossEntropy, *_cases)
check_bounds(SoftmaxCrossEntropy, *_cases[0].args, dout=1.0)


# %% test="test_SoftmaxCrossEntropy_backward_batch" points=1
# The gradient of a batch: the loss is a mean, so each row has 1/N of a say
_a = np.log([[1.0, 2, 5], [2, 1, 1]])
_b = np.log([[1.0, 3], [1, 1], [3, 1], [1, 3]])
_half = np.array([[0.125, 0.25, -0.375], [-0.5, 0.25, 0.25]]) / 2
_quarter = np.array([[-0.75, 0.75], [0.5, -0.5], [-0.25, 0.25], [0.25, -0.25]]) / 4
_cases = [
    case(_a, np.array([2, 0]), gives=_half, title="the loss is a mean over 2 rows"),
    case(_b, np.array([0, 1, 0, 1]), gives=_quarter, title="the loss is a mean over 4 rows"),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _k in [(2, 10), (5, 3), (7, 2), (3, 3)]:
    _e, _y = _generator.uniform(0.2, 3, size=(_n, _k)), _generator.integers(_k, size=_n)
    _slope = (_e / _e.sum(axis=1)[:, None] - np.eye(_k)[_y]) / _n
    _cases.append(case(np.log(_e), _y, gives=_slope, title=f"the loss is a mean over {_n} rows"))
### END HIDDEN TESTS
check_backward(SoftmaxCrossEntropy, *_cases)


# %% test="test_SoftmaxCrossEntropy_backward_large" points=0.5
# The gradient of large logits
_cases = [
    case([[1000, 0]], np.array([1]), gives=[[1.0, -1]]),
    case([[-1000, -1000]], np.array([0]), gives=[[-0.5, 0.5]]),
    case([[0, 800, 800]], np.array([1]), gives=[[0.0, -0.5, 0.5]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
_a, _label = _generator.integers(-2, 3, size=5).astype(float), int(_generator.integers(5))
_slope = [np.exp(_a) / np.exp(_a).sum() - np.eye(5)[_label]]
for _offset in (1e4, -1e4, 700, -750):
    _cases.append(case(_a[None] + _offset, np.array([_label]), gives=_slope))
### END HIDDEN TESTS
check_backward(SoftmaxCrossEntropy, *_cases)


# %% test="test_SoftmaxCrossEntropy_upstream" points=0.25
# The gradient for other upstream gradients than 1
_a, _y, _slope = np.zeros((1, 4)), np.array([1]), np.array([[0.25, -0.75, 0.25, 0.25]])
_numbers = (2.0, -0.5, np.array(3), 0)
_cases = [case(_a, _y, dout=_dloss, gives=float(_dloss) * _slope) for _dloss in _numbers]
### BEGIN HIDDEN TESTS
_generator = rng()
for _dloss in (_generator.normal(), 1e6, 1e-6, -0.0, np.float32(0.25), np.int64(-2)):
    _e, _label = _generator.uniform(0.2, 3, size=5), int(_generator.integers(5))
    _slope = float(_dloss) * (_e / sum(_e) - np.eye(5)[_label])[None]
    _cases.append(case(np.log([_e]), np.array([_label]), dout=_dloss, gives=_slope))
### END HIDDEN TESTS
check_backward(SoftmaxCrossEntropy, *_cases)


# %% test="test_SoftmaxCrossEntropy_kinds" points=0.5
# Fine print: logits and labels of all kinds (MNIST's labels are uint8)
def _right(logits, labels, dout):
    e = np.exp(logits)
    p, n = e / e.sum(axis=1)[:, None], len(labels)
    return -np.mean(np.log(p[range(n), labels])), dout * (p - np.eye(p.shape[1])[labels]) / n


_a, _y = np.array([[1.4, -2.7, 3.2], [4.1, 1.6, -1.3]]), np.array([2, 0])
check_kinds(SoftmaxCrossEntropy, _a, _y, dout=2.4, gives=_right)
for _labels in (_y.astype(np.uint8), _y.astype(np.int32)):
    check_forward(SoftmaxCrossEntropy, case(_a, _labels, gives=_right(_a, _y, 1.0)[0]))
    check_backward(SoftmaxCrossEntropy, case(_a, _labels, gives=_right(_a, _y, 1.0)[1]))
### BEGIN HIDDEN TESTS
_generator = rng()
_a, _y = _generator.uniform(-4.4, 4.4, size=(4, 3)), _generator.integers(3, size=4)
check_kinds(SoftmaxCrossEntropy, _a, _y, dout=-1.7, gives=_right)
### END HIDDEN TESTS


# %% test="test_SoftmaxCrossEntropy_layer" points=0.5
# Fine print: hands off, the last forward counts, layers share nothing
def _right(logits, labels, dout):
    e = np.exp(logits)
    p, n = e / e.sum(axis=1)[:, None], len(labels)
    return -np.mean(np.log(p[range(n), labels])), dout * (p - np.eye(p.shape[1])[labels]) / n


_a, _y = np.array([[1.5, -2, 0.5], [0, 1, -1]]), np.array([2, 0])
_other = np.array([[1.0, 2], [0, 3], [2, 1]]), np.array([1, 1, 0])
check_layer(SoftmaxCrossEntropy, _a, _y, dout=-2.5, gives=_right, other=_other)
### BEGIN HIDDEN TESTS
_generator = rng()
_a, _y = _generator.normal(size=(3, 5)), _generator.permutation(5)[:3]  # no two labels alike
_other = (_generator.normal(size=(6, 2)), _generator.integers(2, size=6))
check_layer(SoftmaxCrossEntropy, _a, _y, dout=1.5, gives=_right, other=_other)
### END HIDDEN TESTS

# %%
loss = SoftmaxCrossEntropy()
some_labels = np.array([2, 0])
some_logits = np.array([[0.0, 1.0, 2.0], [0.5, 0.5, -1.0]])
print("loss:", loss.forward(some_logits, some_labels))
gradient_check(lambda logits: loss.forward(logits, some_labels), loss.backward, some_logits)

# %% [markdown]
# ## 4 · Downhill, with momentum
#
# The gradient says where the loss rises, so step the other way, $w \leftarrow w - \eta g$, with the
# *learning rate* $\eta$. Each gradient comes from a few images: *stochastic* gradient descent, SGD.
#
# Each batch pulls somewhere else. **Momentum** keeps what the steps agree on: every weight has a
# *velocity* $v$, zero at the start, that slowly forgets.
#
# $$ v \leftarrow \mu v + g, \qquad w \leftarrow w - \eta v . $$
#
# **By hand.** Let $\eta = 0.1$, $\mu = 0.9$, and the gradient always 1. The steps are $0.1$, then
# $0.1 \cdot (0.9 + 1) = 0.19$, then $0.271$, and in the end $0.1 / (1 - 0.9) = 1$, ten times the
# first. If its sign changes each time, they shrink to about half. (Some books weigh $g$ with
# $1 - \mu$. Here it counts in full.)

# %%
for name, sign in (("all the time", 1), ("of changing sign", -1)):
    steps, v = [], 0.0
    for t in range(200):
        v = 0.9 * v + sign**t
        steps.append(float(round(0.1 * v, 3)))
    print(f"gradient {name}: first steps {steps[:3]}, the last ones {steps[-2:]}")

# %% [markdown]
# ### Task 4 · `SGD` · 5 points
#
# Weights and gradients are dicts with the same names: `{"w1": ..., "b1": ...}`. `step` returns a
# **new dict with new arrays** and leaves what it was given as it is. Each name has a velocity of
# its own, and each optimizer its own velocities.
#
# <details><summary>Hint</summary>
#
# `self.v = {}` in `__init__`, and `self.v.get(name, 0.0)` for the first time. `v *= momentum`
# writes into an array, perhaps a caller's; `v = momentum * v + g` makes a new one.
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


# %% test="test_SGD" points=1.25
# One step: w - lr * g
_runs = [
    ((0.1,), ({"w": [1, 2]}, {"w": [10, -10]}, {"w": [0, 3]})),
    ((0.5, 0.0), ({"u": [1, 1]}, {"u": [4, 0]}, {"u": [-1, 1]})),
    ({"lr": 0.5, "momentum": 0.0}, ({"t": [1]}, {"t": [4]}, {"t": [-1]})),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _name, _options in (("s", (0.3,)), ("r", (1.7, 0.0)), ("q", (0.02, 0.0))):
    _w, _g = _generator.normal(size=(2, 4))
    _runs.append((_options, ({_name: _w}, {_name: _g}, {_name: _w - _options[0] * _g})))
### END HIDDEN TESTS
_check_steps(SGD, *_runs)


# %% test="test_SGD_momentum" points=1.25
# Several steps with lr 1: what rolls on, and what comes on top
_runs = [
    ((1.0, 0.5), ({"b": [0]}, {"b": [4]}, {"b": [-4]}), ({"b": [-4]}, {"b": [0]}, {"b": [-6]})),
    (
        (1.0, 0.9),
        ({"a": [0]}, {"a": [1]}, {"a": [-1]}),
        ({"a": [-1]}, {"a": [1]}, {"a": [-2.9]}),
        ({"a": [-2.9]}, {"a": [1]}, {"a": [-5.61]}),
    ),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _name, _momentum in (("c", 0.9), ("d", 0.3), ("e", 0.99), ("f", 0.0)):
    _w, _v, _calls = _generator.normal(size=3), np.zeros(3), []
    for _ in range(3):
        _g = _generator.normal(size=3)
        _v = _momentum * _v + _g
        _calls.append(({_name: _w}, {_name: _g}, {_name: _w - _v}))
        _w = _w - _v
    _runs.append(((1.0, _momentum), *_calls))
### END HIDDEN TESTS
_check_steps(SGD, *_runs)


# %% test="test_SGD_steps" points=0.25
# All together: the page's steps, and steps from wherever w is
_runs = [
    (
        (0.1, 0.9),
        ({"p": [0]}, {"p": [1]}, {"p": [-0.1]}),
        ({"p": [-0.1]}, {"p": [1]}, {"p": [-0.29]}),
        ({"p": [-0.29]}, {"p": [1]}, {"p": [-0.561]}),
    ),
    ((0.5,), ({"o": [1]}, {"o": [4]}, {"o": [-1]}), ({"o": [5]}, {"o": [0]}, {"o": [5]})),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _name, _lr, _momentum in (("l", 0.1, 0.9), ("m", 0.7, 0.3), ("n", 2.0, 0.99), ("z", 0.01, 0)):
    _v, _calls = np.zeros(3), []
    for _ in range(3):
        _w, _g = _generator.normal(size=(2, 3))
        _v = _momentum * _v + _g
        _calls.append(({_name: _w}, {_name: _g}, {_name: _w - _lr * _v}))
    _runs.append(((_lr, _momentum), *_calls))
### END HIDDEN TESTS
_check_steps(SGD, *_runs)


# %% test="test_SGD_params" points=1
# Several arrays of several shapes, by their names; one step with lr 1
_params = {"W1": [[1, 2, 0], [3, 4, 0]], "b1": [0.5], "W2": [[[1, 2]]]}
_grads = {"b1": [5], "W2": [[[10, 20]]], "W1": [[10, 0, 0], [0, -10, 0]]}
_after = {"W1": [[-9, 2, 0], [3, 14, 0]], "b1": [-4.5], "W2": [[[-9, -18]]]}
_runs = [((1.0,), (_params, _grads, _after))]
### BEGIN HIDDEN TESTS
_generator = rng()
_shapes = {"w3": (2, 1, 3, 3), "b3": (2,), "W4": (4, 5), "scale": (), "b4": (5,)}
_params = {_name: _generator.normal(size=_shape) for _name, _shape in _shapes.items()}
_grads = {_name: _generator.normal(size=_shapes[_name]) for _name in reversed(_shapes)}
_after = {_name: _params[_name] - _grads[_name] for _name in _shapes}
_runs.append(((1.0, 0.0), (_params, _grads, _after)))
### END HIDDEN TESTS
_check_steps(SGD, *_runs)


# %% test="test_SGD_velocities" points=0.25
# Each array has its own velocity: what was not pushed does not roll
_sets = [(0.1, "A", "B", np.array([3.0, 4]))]
### BEGIN HIDDEN TESTS
_sets.append((1.0, "C", "D", rng().normal(size=3)))
### END HIDDEN TESTS
for _lr, _pushed, _other, _w in _sets:
    _params, _still = {_pushed: 0 * _w + 1, _other: _w}, {_pushed: 0 * _w, _other: 0 * _w}
    # By its name, not by its place: the second time the gradients come the other way round.
    _grads = {**_still, _pushed: 0 * _w + 1}, dict(reversed(_still.items()))
    _calls = [(_as_arrays(_params), _g) for _g in _grads]
    _results = _after_each(SGD, (_lr, 0.5), _calls)
    for _after in _results:
        check_equal(_after[_other], _w, f"{_other}, which was never pushed, beside {_pushed}")
    _rolls = any(np.any(_after[_pushed] != 1) for _after in _results)
    assert _rolls, f"{_pushed} was pushed and stays where it was"


# %% test="test_SGD_two" points=0.25
# Two optimizers that take turns with weights of one name
_turns = [(0, 4.0, [-3.0, -2]), (1, 4.0, [0.6, 1.6]), (0, 0.0, [-1.0, 0]), (1, 0.0, [0.64, 1.64])]
_steps = [Step(SGD, _options, wanted=False) for _options in ((1.0, 0.5), (0.1, 0.9))]
for _optimizer, _g, _ in _turns:
    _given = {"w": np.array([1.0, 2])}, {"w": np.full(2, _g)}
    _steps.append(Step(_optimizer, _given, method="step"))
for (_, _g, _wanted), (_after, _error) in zip(_turns, list(play(_steps))[2:], strict=True):
    if _error is not None:
        raise _error
    _name = f"two optimizers taking turns, each with its own velocities; gradient {_g:g}: params"
    check_equal(_after, {"w": np.array(_wanted)}, _name)
### BEGIN HIDDEN TESTS
_one, _two, _g = SGD(1.0, 0.5), SGD(0.1, 0.9), rng().integers(1, 40, size=2) / 4
for _optimizer, _by in ((_one, 1), (_two, 0.1), (_one, 1.5), (_two, 0.19)):
    _after = _optimizer.step({"w": np.ones(2)}, {"w": _g.copy()})
    check_equal(_after, {"w": 1 - _by * _g}, "two optimizers taking turns: params")
### END HIDDEN TESTS


# %% test="test_SGD_kinds" points=0.25
# Fine print: ints, float32, views
_w, _g = np.array([[1.4, -2.7, 3.2], [4.1, 1.6, -1.3]]), np.array([[2.3, -1.2, 3.4], [-2, 1.7, 4]])
### BEGIN HIDDEN TESTS
_w, _g = rng().uniform(1.1, 4.4, size=(2, 2, 3)) * np.array([[[1, -1, 1]], [[-1, 1, -1]]])
### END HIDDEN TESTS
_runs = []
for _number, (_a, _b) in enumerate(((_w, _g), *_other_kinds(_w, _g))):
    _name, _then = f"k{_number}", _a - 0.3 * (1.0 * _b)
    _call = {_name: _a}, {_name: _b}, {_name: _then}
    _runs.append(((0.3,), _call, _call))
_check_steps(SGD, *_runs, rtol=1e-5)


# %% test="test_SGD_untouched" points=0.5
# Fine print: hands off the dicts, their arrays, and what was returned before
_check_hands_off(SGD(0.5, 0.0), "h")
_check_hands_off(SGD(0.5, 0.9), "i")
_w = np.array([1.0, 2.0])
_new = SGD(0.5).step({"w": _w}, {"w": np.zeros(2)})
check_equal(_new, {"w": np.array([1.0, 2.0])}, "weights after a step with a gradient of zeros")
_shared = np.shares_memory(_new["w"], _w, max_work=10_000)
assert not _shared, "step must return arrays of their own"
### BEGIN HIDDEN TESTS
_w, _g = rng().integers(1, 40, size=(2, 2)) / 4
_new = SGD(0.5).step({"w": _w.copy()}, {"w": _g})
check_equal(_new, {"w": _w - _g / 2}, "weights after a step")
### END HIDDEN TESTS

# %% [markdown]
# ## 5 · Where to start
#
# A network begins with random weights; but of which size? Each output is a sum of $D$ products. If
# weights have mean 0 and variance $s^2$, the sum has variance $D s^2 \cdot \overline{x^2}$, and the
# ReLU after it throws away half. So each layer multiplies the mean square by $\tfrac12 D s^2$.
#
# With $s = \sqrt{2/D}$ that is 1, and the signal neither dies out nor explodes: **He
# initialisation** (He et al., 2015). $D$ is all inputs of a dense layer, $C \cdot K_H \cdot K_W$
# of a convolution. Biases may start at 0.
#
# The cell sends numbers through ten layers with $D = 100$, twenty times. (Factor 1 holds on
# average: one draw may end at half or twice what went in.)

# %%
random = np.random.default_rng(0)
for s in (0.05, np.sqrt(2 / 100), 0.3):
    ends = []
    for _ in range(20):
        X = random.normal(size=(50, 100))
        for _ in range(10):
            X = np.maximum(X @ random.normal(scale=s, size=(100, 100)), 0)
        ends.append(np.mean(X**2))
    print(f"s = {s:.3f}: factor {100 * s**2 / 2:.3f}, after ten layers {np.mean(ends):.2g}")

# %% [markdown]
# ### Task 5 · Why not zeros? · 1 point
#
# Two convolutions and a dense layer start with all weights and biases at 0. Which gradients are 0
# after the first batch, and after the second? If the *weights of one layer* all start at one number
# other than 0, what do its filters look like after training?

# %% [markdown] written="why_not_zeros" points=1
# With all weights at 0 every map is 0, and so is every input of the dense layer. Its weights get
# the gradient $X^T \nabla_A = 0$, and what it hands back is $\nabla_A W^T = 0$: nothing reaches the
# convolutions. Only the last bias learns, and it learns how frequent the digits are. This is so
# after the second batch as well, and for ever.
#
# If all filters of a layer start equal, with equal weights after them, they compute the same maps,
# get the same gradients, and stay equal: many filters, worth one. Random numbers break the tie.

# %% [markdown]
# ## 6 · Your own layers
#
# Copy your `ReLU` from lab 5 and `MaxPool2D` from lab 4, and make a layer of your convolution of
# lab 3. No points here, but your network is made of these.


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
# What is positive stays
check_forward(ReLU, case([[2, -3, 0]], gives=[[2.0, 0, 0]]))
check_backward(ReLU, case([[2, -3, 0]], dout=[[-1, 2, 3]], gives=[[-1.0, 0, 0]]))
_a, _dh = np.array([[2.5, -3, 0.25]]), np.array([[-1, 2, 3.5]])
check_layer(ReLU, _a, dout=_dh, gives=([[2.5, 0, 0.25]], [[-1.0, 0, 3.5]]))
_a, _dh = np.array([[2.6, -3.3], [1.2, 4.4]]), np.array([[-1.4, 2.3], [3.7, 1.6]])
check_kinds(ReLU, _a, dout=_dh, gives=([[2.6, 0], [1.2, 4.4]], [[-1.4, 0], [3.7, 1.6]]))

# %% [markdown]
# <details><summary>Hint: a pool that is fast enough</summary>
#
# A batch of 64 has 99,328 windows here. Loop over the four places *inside* a window instead:
# `X[:, :, u : u + stride * H_out : stride, ...]` has the entry at row `u` of all windows. Which of
# them is largest is a question for `argmax`.
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
# The largest of each window, and who gets its gradient
check_forward(MaxPool2D, case([[[[1, 5, 2, 0], [3, 4, 7, 6]]]], size=2, gives=[[[[5.0, 7]]]]))
_tied = Shares((1, 1, 2, 2), [([0, 3], 1)])
check_backward(MaxPool2D, case([[[[4, 1], [2, 4]]]], size=2, dout=[[[[1.0]]]], gives=_tied))
_X = np.array([[[[1, 5, 2, 0, 9.5], [3, 4, 7, 6, 8], [2, 1, 0, 3, 4], [6, 0, 1.5, 2, 3]]]])
_A, _dA = [[[[5.0, 7], [6, 3]]]], np.array([[[[2.0, -1], [3, 4]]]])
_dX = [[[[0.0, 2, 0, 0, 0], [0, 0, -1, 0, 0], [0, 0, 0, 4, 0], [3, 0, 0, 0, 0]]]]
check_layer(MaxPool2D, _X, dout=_dA, gives=(_A, _dX), size=2)
_X, _dA = _X[..., :4] + 0.3, np.arange(1.4, 10).reshape(1, 1, 3, 3)  # now windows overlap
_dX = [[[[0.0, 1.4, 0, 0], [0, 4.4, 17.6, 0], [0, 0, 0, 9.4], [7.4, 0, 8.4, 0]]]]
_right = [[[[5.3, 7.3, 7.3], [4.3, 7.3, 7.3], [6.3, 1.8, 3.3]]]], _dX
check_layer(MaxPool2D, _X, dout=_dA, gives=_right, size=2, stride=1)
check_kinds(MaxPool2D, _X, dout=_dA, gives=_right, size=2, stride=1)

# %% [markdown]
# **`Conv2D`.** Forward is your `conv2d_im2col` (copy it, and `im2col`, into a new cell). The way
# back is matrix products, too. Write $\mathbf{K}$ for the columns,
# $(C K_H K_W, N H_\text{out} W_\text{out})$, $\mathbf{w}$ for the filters as rows,
# $(O, C K_H K_W)$, $\mathbf{d}$ for the upstream gradient as rows,
# $(O, N H_\text{out} W_\text{out})$. Then $\mathbf{A} = \mathbf{w} \mathbf{K} + b$ is a dense
# layer, and
#
# $$ \nabla_\mathbf{w} = \mathbf{d} \mathbf{K}^T, \qquad
# \nabla_\mathbf{K} = \mathbf{w}^T \mathbf{d} . $$
#
# A pixel collects the gradients of all its copies: for each entry $(u, v)$ of the filters (a
# *tap*), *add* its rows of $\nabla_\mathbf{K}$ onto the pixels that it looked at. (Your
# `conv2d_backward` will do, if it has no loop over pixels.)


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


# %% locked="check_conv"
def check_conv(make):
    """Compare a convolution layer's maps and gradients with scipy's."""
    __tracebackhide__ = True
    from scipy.signal import convolve, correlate

    random = np.random.default_rng(80)
    forward, backward = [], []
    for N, s, p in ((18, 1, 0), (3, 2, 1), (3, 1, 0)):
        X, w, b = (random.normal(size=shape) for shape in [(N, 2, 5, 6), (4, 2, 3, 2), (4,)])
        P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        A = np.array([[correlate(x, f, "valid", "direct")[0] for f in w] for x in P])
        A += b[:, None, None]
        dA = np.zeros(A.shape)  # zeros where the stride skips a place
        dA[:, :, ::s, ::s] = random.normal(size=dA[:, :, ::s, ::s].shape)
        dP = np.array([[sum(map(convolve, d, f)) for f in w.swapaxes(0, 1)] for d in dA])
        dX = dP[:, :, p : dP.shape[2] - p, p : dP.shape[3] - p]
        taps = [[[correlate(x, d, "valid") for x in P[n]] for d in dA[n]] for n in range(N)]
        setting = {"stride": s, "padding": p}
        forward.append(case(X, w, b, **setting, gives=A[:, :, ::s, ::s]))
        right = dX, np.sum(taps, axis=0), dA.sum(axis=(0, 2, 3))
        backward.append(case(X, w, b, **setting, dout=dA[:, :, ::s, ::s].copy(), gives=right))
    check_forward(make, *forward)
    check_backward(make, *backward)
    check_layer(make, X, w, b, dout=dA, gives=(A, right))


# %% test="test_Conv2D" points=0
# Maps and gradients as scipy's, with stride and padding, too
check_conv(Conv2D)

# %% [markdown]
# **`Network`** is given: a list of layers, each with the names of its weights in a dict. Backwards,
# each layer's answer is the next one's upstream gradient.


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
# One pass through all training images is an **epoch**. Each goes through the images in a **new
# random order**, a batch at a time: loss and gradients of the batch, one step, next batch. (A
# network that sees all zeros, then all ones, and so on, has forgotten the zeros when the nines
# are over. And in one order, the same images would always meet.)
#
# **By hand.** One weight $w = 0$, one image with the number $x = 1$, its label $y = 4$, the loss
# $\tfrac12 (xw - y)^2$: the loss is 8, its slope $x (xw - y) = -4$, and a step with $\eta = 0.25$
# makes $w = 1$. In the second epoch the loss is 4.5, and $w$ becomes 1.75.

# %%
w = 0.0
for epoch in (1, 2):
    loss, slope = (1.0 * w - 4) ** 2 / 2, 1.0 * (1.0 * w - 4)
    w = w - 0.25 * slope
    print(f"epoch {epoch}: loss {loss}, slope {slope}, then w = {w}")

# %% [markdown]
# ### Task 6 · `train` · 7.5 points
#
# `loss_and_gradients(params, X, labels)` returns a batch's loss and its gradients,
# `step(params, grads)` the new weights.
#
# - In each epoch, each image is used exactly once, with its label. All batches have `batch_size`
#   images but the last, which may have fewer.
# - Shuffle images, not batches: which images meet is drawn anew in each epoch. The same `seed`
#   gives the same order, another seed another one.
# - `losses` has one number for each batch: its loss *before* the step.
# - After each epoch call `watch(epoch, params, losses)`, if there is one, with 1 for the first
#   epoch, the weights of that moment, and all losses so far.
# - `X`, `labels` and `params` stay as they are.
#
# `tqdm(range(1000), file=sys.stdout, delay=1)` is a range with a progress bar.
#
# <details><summary>Hint</summary>
#
# `np.random.default_rng(seed)` once, before the first epoch; `permutation(len(X))` in each. Then
# `order[start : start + batch_size]` are the places of a batch's images.
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


# %% test="test_train" points=1.5
# One image: the weight of the page's example
_check_weight(train, [0.0, 1.0, 1.75, 2.3125], x=1.0, y=4.0)
### BEGIN HIDDEN TESTS
_generator = rng()
for _ in range(2):
    _w, _x, _y = _generator.normal(size=3).tolist()
    _path = [_w]
    for _ in range(3):
        _path.append(_path[-1] - _x * (_x * _path[-1] - _y) / 4)
    _check_weight(train, _path, _x, _y)
### END HIDDEN TESTS


# %% test="test_train_losses" points=0.5
# A loss for each batch: that before its step
check_equal(_first_loss(train, 0.0, 1.0, 4.0), [8.0], "the first loss of the page's example")
_losses = _Run(train, 6, 2).losses
assert _losses is not None, "train must return a tuple (params, losses)"
_first = np.ravel(np.array(_losses))[:3]
check_equal(_first, [1.5, 2.5, 3.5], "the first three losses, of an epoch of three batches")
### BEGIN HIDDEN TESTS
_w, _x, _y = rng().normal(size=3).tolist()
check_equal(_first_loss(train, _w, _x, _y), [(_w * _x - _y) ** 2 / 2], "the first loss")
### END HIDDEN TESTS


# %% test="test_train_steps" points=0.75
# Several batches: each step goes on from the one before
_settings = [(6, 2)]
### BEGIN HIDDEN TESTS
_settings += [(12, 3)]
### END HIDDEN TESTS
for _n, _size in _settings:
    _run = _Run(train, _n, _size)
    _name = f"{_run.name}: the weight (+ 1 in each step) that each step of an epoch was given"
    check_equal(np.array(_run.weights[: _n // _size]), 2.5 + np.arange(_n // _size), _name)
    _wanted, _name = 2.5 + len(_run.weights), f"{_run.name}: the weights that train returns"
    check_equal(_run.returned, {"w": np.array([_wanted])}, _name)


# %% test="test_train_batches" points=0.75
# Each image once, in batches of batch_size; the last may be smaller
_settings = [(6, 2), (7, 3), (5, 8)]
### BEGIN HIDDEN TESTS
_settings += [(1, 1), (12, 5), (33, 16)]
### END HIDDEN TESTS
for _n, _size in _settings:
    _run, _wanted = _Run(train, _n, _size), [min(_size, _n - _i) for _i in range(0, _n, _size)]
    _epoch, _sizes = _run.batches[: len(_wanted)], [len(_batch) for _batch in _run.batches]
    _found = f"{_run.name}: two epochs have batches of {2 * _wanted} images, and had {_sizes}"
    assert _sizes[: len(_wanted)] == _wanted, _found
    assert all(_sizes), f"{_run.name}: one of the batches is empty"
    _arrays = all(isinstance(_batch, np.ndarray) for _batch in _epoch)
    assert _arrays, f"{_run.name}: loss_and_gradients must get a batch of images as an array"
    _used = sorted(_image for _batch in _epoch for _image in _batch[:, 0].tolist())
    assert _used == list(range(_n)), f"{_run.name}: each image is used once, got images {_used}"


# %% test="test_train_labels" points=1
# Each image comes with its own label
_settings = [(6, 2), (7, 3)]
### BEGIN HIDDEN TESTS
_settings += [(40, 12)]
### END HIDDEN TESTS
for _n, _size in _settings:
    _run = _Run(train, _n, _size)
    assert _run.images, f"{_run.name}: not a single step was taken"
    for _images, _labels in zip(_run.images, _run.labels, strict=True):
        _own = [10 * _i for _i in _images]
        assert _labels == _own, f"images {_images} have labels {_own}, and came with {_labels}"


# %% test="test_train_epochs" points=0.75
# As many epochs as were asked for, with all images in one batch
_settings = [(1, 3), (4, 1)]
### BEGIN HIDDEN TESTS
_settings += [(5, 6)]
### END HIDDEN TESTS
for _n, _epochs in _settings:
    _run = _Run(train, _n, _n, _epochs)
    _seen = [sorted(_images) for _images in _run.images]
    _name = f"{_epochs} epochs of one batch of {_n}"
    assert len(_seen) == _epochs, f"{_name}: {len(_seen)} steps were taken"
    assert _seen == _epochs * [list(range(_n))], f"{_name}: the batches had images {_seen}"
    _losses = np.ravel(np.array(_run.losses if _run.losses is not None else []))
    check_equal(_losses, 1.5 + np.arange(_epochs), f"{_name}: the losses")


# %% test="test_train_shuffle" points=0.75
# Which images meet in a batch is drawn anew in each epoch
_check_mixed(train, seed=1)
### BEGIN HIDDEN TESTS
_check_mixed(train, int(rng().integers(1000)))
### END HIDDEN TESTS


# %% test="test_train_seed" points=0.5
# The same seed, the same order; another seed, another order
_seed = 1
### BEGIN HIDDEN TESTS
_seed = int(rng().integers(2, 1000))
### END HIDDEN TESTS
_order = _Run(train, 30, 6).images
assert _order, "not a single step was taken"
_again, _other = (_Run(train, 30, 6, seed=_s).images for _s in (0, _seed))
assert _again == _order, "the same seed must give the same order (and seed is 0 if not given)"
assert _other != _order, "another seed must give another order"


# %% test="test_train_watch" points=0.5
# What watch is told after each epoch
_told = _told_after_epochs(train, 4, 4, 3)
assert _told, "watch was not called"
_wanted = [(1, 3.5, 1), (2, 4.5, 2)]
assert _told[:2] == _wanted, (
    f"after the first two epochs of one step each watch should be told (epoch, weight, number of "
    f"losses) {_wanted}, and was told {_told[:2]}"
)
_epochs = [_epoch for _epoch, _, _ in _told_after_epochs(train, 6, 2, 2)]
assert _epochs == sorted(set(_epochs)), f"one call after each epoch, and got {_epochs}"


# %% test="test_train_untouched" points=0.5
# Fine print: images, labels and the weights that were given stay as they are
_run = _Run(train, 20, 6, seed=5)
check_equal(_run.X, np.repeat(np.arange(20.0)[:, None], 2, axis=1), "X after the training")
check_equal(_run.y, 10 * np.arange(20), "labels after the training")
assert list(_run.params) == ["w"], "the dict of weights that was given must stay as it is"
check_equal(_run.params["w"], [2.5], "the weights that were given, after the training")

# %% [markdown]
# ## 8 · Can it learn at all?
#
# **Look at the data first.** How many of each kind, which values, how far does one get by
# comparing with the ten mean digits? And keep two sets apart: the *validation* set, to choose by
# while we train; the *held-out* set, for the end.

# %%
from lib.mnist import load_mnist
from lib.plotting import show_row

(x_train, y_train), (x_other, y_other) = load_mnist()
X_train, X_other = x_train[:, None] / 255, x_other[:, None] / 255
X_valid, y_valid = X_other[:300], y_other[:300]
X_test, y_test = X_other[300:], y_other[300:]
print("images", X_train.shape, "values from", X_train.min(), "to", X_train.max())
print("of each digit:", np.bincount(y_train).tolist())
show_row(x_train[:8], [f"a {label}" for label in y_train[:8]], "image")

means = np.array([X_train[y_train == digit].mean(axis=0) for digit in range(10)])
nearest = np.sum((X_test - means[:, None]) ** 2, axis=(2, 3, 4)).argmin(axis=0)
print(f"nearest mean digit: {np.mean(nearest == y_test):.0%} of the held-out digits right")


# %%
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
print("windows of both pools for 64 images:", 64 * (8 * 12 * 12 + 16 * 5 * 5))

# %% [markdown]
# Two questions before you train for minutes:
#
# **Is the first loss what it should be?** Knowing nothing costs 2.303: 2 to 4 is fine, 40 is not.
#
# **Can it learn one batch by heart?** With thirty digits and 5,386 weights the loss should go to
# 0. If not, no amount of data will help. Look for a wrong gradient, a learning rate
# ten times off, labels that belong to other images.

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
# Two thousand digits are few, and soon known by heart. So make copies, moved by a pixel or two and
# slanted at random. (Mirrored ones would be no good. Why?)


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


# %%
import io

from IPython import get_ipython
from IPython.display import Image, display
from matplotlib.figure import Figure


def picture(figure, words):
    """A figure on white ground, readable in any theme, with words for those who do not see it."""
    file = io.BytesIO()
    figure.savefig(file, format="png", facecolor="white")
    return Image(file.getvalue(), alt=words)


class Curves:
    """Loss and accuracy as curves, drawn anew after each epoch.

    Parameters
    ----------
    network : Network
    X, labels : arrays
        Images that it is not trained on, for the accuracy.
    """

    def __init__(self, network, X, labels):
        self.network, self.X, self.labels = network, X, labels
        self.losses, self.accuracies, self.before = [], [], 0
        words = {"text/plain": "After the first epoch the curves stand here."}
        self.handle = display(words, raw=True, display_id=True) if get_ipython() else None

    def watch(self, epoch, params, losses):
        """Add an epoch: what `train` calls."""
        new = losses[self.before :] if epoch > 1 else losses  # a further `train` starts anew
        self.before = len(losses)
        self.losses += new
        accuracy = self.network.accuracy(params, self.X, self.labels)
        self.accuracies.append((len(self.losses), accuracy))
        if self.handle:
            self.handle.update(self.draw(self.losses))

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
        right.set(xlabel="batches", title=f"validation digits, now {accuracies[-1]:.1%} right")
        right.set_ylim(min(85, 100 * min(accuracies) - 1), 100)
        for axes in (left, right):
            axes.grid(alpha=0.4)
        return picture(figure, f"{left.get_title()}; {right.get_title()}")


# %% [markdown]
# Three epochs, and a fourth with smaller steps: near the bottom of the valley large ones jump
# from side to side. The cell trains for a few seconds, on the 2,000 digits as they are. **Set
# `FULL = True` and run it again** for the real thing: 42,000 digits in each epoch, about a
# minute, at least 97 % right.


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
curves = Curves(network, X_valid, y_valid)
params = fit(network, params, X_more, y_more, curves.watch)
accuracy = network.accuracy(params, X_test, y_test)
print(f"{accuracy:.1%} of the held-out digits right; at least 97 % with FULL = True")

# %% [markdown]
# **All of MNIST**, without copies, brings the network to about 99 % (`load_mnist(full=True)` says
# how to get it, and fetches 12 MB if it may).

# %%
ALL_OF_MNIST = False

if ALL_OF_MNIST:
    (x_all, y_all), (x_all_test, y_all_test) = load_mnist(full=True)
    X_all, X_all_test = x_all[:, None] / 255, x_all_test[:, None] / 255
    network_all, params_all = make_network()
    curves_all = Curves(network_all, X_all[-1000:], y_all[-1000:])
    params_all = fit(network_all, params_all, X_all[:-1000], y_all[:-1000], curves_all.watch)
    print(f"{network_all.accuracy(params_all, X_all_test, y_all_test):.2%} of 10,000 test digits")

# %% [markdown]
# ## 10 · Look inside
#
# **Who is taken for whom?** Row: what the digit is; column: what the network says. Which two are
# mixed up most often?

# %%
confusion = np.zeros((10, 10), dtype=int)
np.add.at(confusion, (y_test, network.probabilities(params, X_test).argmax(axis=1)), 1)
show_row([confusion], ["row: what it is, column: what the network says"], "map")
mixed_up = confusion * (1 - np.eye(10, dtype=int))
is_a, says = np.unravel_index(mixed_up.argmax(), mixed_up.shape)
print(f"Most often: {mixed_up.max()} times a {is_a} is taken for a {says}.")

# %% [markdown]
# **The worst mistakes:** where it was most certain.

# %%
p = network.probabilities(params, X_test)
answers = p.argmax(axis=1)
certain = np.where(answers == y_test, 0, p.max(axis=1))
worst = np.argsort(-certain)[:8]
titles = [f"a {y_test[i]}, it says {answers[i]} ({p[i].max():.0%})" for i in worst]
show_row(X_test[worst, 0], titles, "image")

# %% [markdown]
# **What it looks for.** The eight filters of the first convolution: at the random start; now; and
# after a full run from the same start, whose weights come with this lab. The number is the cosine
# with the start (1: the same but for a factor). A short training hardly moves them: the dense
# layer learns faster. Which became edges or strokes?

# %%
from lib.network_view import WEIGHTS, network_view

with np.load(WEIGHTS) as file:
    full = {name: file[name].astype(float) for name in file.files}

start = make_network()[1]["w1"][:, 0]
for when, w1 in (("start", start), ("now", params["w1"][:, 0]), ("full run", full["w1"][:, 0])):
    alike = [
        np.sum(a * b) / np.sqrt(np.sum(a**2) * np.sum(b**2)) for a, b in zip(start, w1, strict=True)
    ]
    print(f"{when}:")
    show_row(w1, [f"filter {i}: {alike[i]:.2f}" for i in range(8)], "filter")

# %%
network, full_run = make_network()[0], {name: full[name] for name in params}
for when, weights in (("now", params), ("full run", full_run)):
    maps = np.maximum(network.steps[0][0].forward(X_test, weights["w1"], weights["b1"]), 0)
    awake = maps.any(axis=(2, 3)).mean(axis=0)
    print(f"{when}: filters 0 to 7 answer on {awake.round(2)} of the digits")
print("full run, one digit:")
show_row([X_test[0, 0]], ["what comes in"], "image")
show_row(maps[0], [f"map of filter {i}" for i in range(8)], "map")

# %% [markdown]
# ### Task 7 · The filter that sleeps · 1 point
#
# Filter 5 of the full run is nearly as it was at the start, and answers on a quarter of the
# digits only. On a digit where its map is 0 everywhere, which gradients are 0, and where on the
# way back do they become so? What if it is so on all digits? Name two ways to wake it, or to keep
# it awake.

# %% [markdown] written="dead_filter" points=1
# Where the map is not above 0, the ReLU's gradient is 0. If that is so at all places of a digit,
# $\nabla_A$ is 0 for this filter, and with it what the digit adds to the gradients of its 25
# weights and of its bias: the chain breaks at the ReLU. If it is so on all digits the filter is
# dead: it stays as it is, and so does its map. (What is left of its velocity may still move it a
# little.)
#
# To wake it: start again from other random numbers, or raise its bias, so that some places are
# above 0. To keep it awake: smaller learning rates (one large step can push a filter below 0 for
# all images), a small positive bias at the start, a leaky ReLU, whose slope below 0 is not 0.

# %% [markdown]
# **Draw a digit, and your network reads it.** Point at any pixel to see its numbers.

# %%
network_view(network, params)

# %% [markdown]
# **What did max pooling buy?** Train the same network with the upper left of four values instead of
# the largest. Then move the held-out digits to the right, pixel by pixel.


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
# The maximum stays the same, wherever in its window the largest value stands.

# %% [markdown]
# ## 11 · Accuracy proves nothing
#
# Here is a wrong backward: the gradient of the filters pairs each image's pixels with the upstream
# gradient of *another* image of the batch. (With one image in a batch nobody notices.)


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
# Its loss falls, and it reads about nine digits out of ten. The gradient check needs three tiny
# images and no training at all:

# %%
wrong, random = WrongConv(), np.random.default_rng(0)
tiny = (random.normal(size=(3, 1, 5, 4)), random.normal(size=(2, 1, 3, 2)), np.zeros(2))
try:
    gradient_check(wrong.forward, wrong.backward, *tiny)
except AssertionError as message:
    print(str(message).split(" (")[0])

# %% [markdown]
# ### Task 8 · How can it? · 1 point
#
# The filters were pushed about by gradients that have little to do with them. How can the network
# still be right nine times out of ten? What does an accuracy tell you about a backward, and what
# not? And why does "it cannot overfit one batch" say more than "it trains to 90 %"?

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
# No points, and nothing later needs it. Training is mostly convolution; how does it get faster
# within NumPy?
#
# **Loops**, one window after the other. Each window costs a few NumPy calls, a microsecond each and
# more, for nine multiplications that take nanoseconds.


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
# Maps and gradients as scipy's, with stride and padding, too
check_conv(Conv2DLoops)

# %% [markdown]
# **Tap by tap.** Turn the loops inside out. Tap $(u, v)$ looks, in all windows of all images, at
# one shifted image: `under = P[:, :, u : u + s * H_out : s, v : ...]`. It adds to the maps
#
# $$ A_{noij} \mathrel{+}= \sum_c w_{ocuv} \, \text{under}_{ncij} , $$
#
# and the way back is such a sum, too. In the race below nine rounds take the place of 589,824
# windows, one for each filter and place.
#
# <details><summary>Hint</summary>
#
# `np.tensordot(w[:, :, u, v], under, axes=(1, 1))` sums over axis 1 of both: shape `(O, N, ...)`.
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
# Maps and gradients as scipy's, with stride and padding, too
check_conv(Conv2DTaps)

# %% [markdown]
# **im2col** is your `Conv2D`: *one* product. BLAS, the library behind `@`, likes large matrices.
# What is left is memory: the race's columns hold 21 MB, more than a cache, copied in rows of
# twelve. **Layout** changes where numbers lie, and no formula:
#
# - **Sixteen images at a time**: what a step writes is in the cache in the next.
# - **Images last**, `(C, H, W, 16)`: a row of 12 becomes one of 192.
# - **Windows of rows.** Copy each row only $K_W$ times, shifted: a matrix
#   $(K_W C, 16 W_\text{out})$. $K_H$ of these, one after another, are an output row's windows: a
#   view (`np.ndarray` with `strides`), kept for `backward`. Each row is a small product.
# - **Taps as maps.** Backward, write each tap into a padded map (`np.matmul`, `out=`). A row down
#   is $16 W$ numbers further, a column 16: add each as one long line.
# - **Filters last**, $\mathbf{K}^T \mathbf{w}^T$ and $\mathbf{d}^T$: small products like it.


# %% solution="Conv2DGroups"
class Conv2DGroups(Layer):
    """Convolution by im2col along rows, sixteen images at a time, images as the last axis."""

    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        """X (N, C, H, W), w (O, C, KH, KW) and b (O,) to (N, O, H_out, W_out)."""
        ### BEGIN SOLUTION
        self.shapes, self.dtype = (X.shape, w.shape), np.result_type(X, w, np.float32)
        (N, _, H, W), (n_filters, _, KH, KW) = self.shapes
        H_out = (H - KH + 2 * self.padding) // self.stride + 1
        W_out = (W - KW + 2 * self.padding) // self.stride + 1
        self.w = w.transpose(0, 2, 3, 1).reshape(n_filters, -1).astype(self.dtype)
        w, biases = self.w.T.copy(), np.tile(b, W_out * 16)
        A = np.empty((H_out, W_out, N, n_filters), np.result_type(self.dtype, b))
        self.groups = []
        for start in range(0, N, 16):
            columns = self.columns(X[start : start + 16], H_out, W_out)
            product = (columns.swapaxes(1, 2) @ w).reshape(H_out, -1)  # one for each output row
            product += biases[: product.shape[1]]
            A[:, :, start : start + 16] = product.reshape(H_out, W_out, -1, n_filters)
            self.groups.append(columns)
        return A.transpose(2, 3, 0, 1)
        ### END SOLUTION

    def columns(self, X, H_out, W_out):
        """Help forward: for each output row its windows (KH * KW * C, W_out * images)."""
        ### BEGIN SOLUTION
        p, s, (N, C, H, W), (_, _, KH, KW) = self.padding, self.stride, X.shape, self.shapes[1]
        P = np.zeros((H + 2 * p, C, W + 2 * p, N), self.dtype)
        P[p : p + H, :, p : p + W] = X.transpose(2, 1, 3, 0)
        rows = np.empty((H + 2 * p, KW, C, W_out, N), self.dtype)
        for v in range(KW):
            rows[:, v] = P[:, :, v : v + s * W_out : s]
        rows = rows.reshape(H + 2 * p, KW * C, -1)
        # A view: output row i begins at row s * i and has KH of them, which lie one after another.
        strides = s * rows.strides[0], *rows.strides[1:]
        shape = H_out, KH * KW * C, rows.shape[2]
        return np.ndarray(shape, self.dtype, rows, strides=strides)
        ### END SOLUTION

    def backward(self, dA):
        """The upstream gradient (N, O, H_out, W_out) to the tuple (dX, dw, db)."""
        ### BEGIN SOLUTION
        p, s, H_out, W_out = self.padding, self.stride, *dA.shape[2:]
        (N, C, H, W), (n_filters, _, KH, KW) = self.shapes
        HS, WS, size = -(-(H + 2 * p) // s), -(-(W + 2 * p) // s), min(N, 16)  # rounded up
        dX, dw = np.empty((C, H, W, N)), np.zeros((KH * KW * C, n_filters))
        d = np.empty((H_out, W_out, size, n_filters), self.dtype)
        taps = np.zeros((KH, KW, C * HS * WS * size), self.dtype)  # zeros stay at the maps' ends
        maps = taps.reshape(KH * KW * C, HS, -1)[:, :H_out, : W_out * size].swapaxes(0, 1)
        shifts = [(u, v, (u // s * WS + v // s) * size) for u in range(KH) for v in range(KW)]
        for start, columns in zip(range(0, N, 16), self.groups, strict=True):
            group, n = slice(start, start + 16), min(N - start, 16)
            d[:, :, :n] = dA[group].transpose(2, 3, 0, 1)
            dw += (columns @ d[:, :, :n].reshape(H_out, -1, n_filters)).sum(axis=0)
            np.matmul(self.w.T, d.reshape(H_out, -1, n_filters).swapaxes(1, 2), out=maps)
            # Rows 0, s, 2 s, ... lie one after another here, then rows 1, 1 + s, ...; columns, too.
            dP = np.zeros((s, s, C * HS * WS * size), self.dtype)
            for u, v, shift in shifts:
                dP[u % s, v % s, shift:] += taps[u, v, : taps.shape[2] - shift]
            dP = dP.reshape(s, s, C, HS, WS, size).transpose(2, 3, 0, 4, 1, 5)
            dP = dP.reshape(C, HS * s, WS * s, size)
            dX[..., group] = dP[:, p : p + H, p : p + W, :n]
        dw = dw.reshape(KH, KW, C, n_filters).transpose(3, 2, 0, 1)
        return dX.transpose(3, 0, 1, 2), dw, np.einsum("nohw->o", dA).astype(np.float64)
        ### END SOLUTION


# %% test="test_Conv2DGroups" points=0
# Maps and gradients as scipy's, with stride and padding, too
check_conv(Conv2DGroups)

# %% [markdown]
# The race. (The loops get two images of 128; their time is scaled up. On a busy computer, or with a
# small cache, the last way may lose.)

# %%
import time


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
print(f"windows: {128 * 12 * 12}, times filters: {128 * 12 * 12 * 32}")
print(f"columns: {16 * 9 * 128 * 12 * 12 * 8 / 1e6:.0f} MB")
times = {}
for _ in range(9):  # taking turns, and the best counts: what else the computer does only adds time
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
    Conv2DGroups().forward(X_race, w_race, np.zeros(len(w_race)))  # not written yet, either
multiples = {name: took / min(times.values()) for name, took in times.items()}
figure = Figure(figsize=(7, 0.4 + 0.45 * len(times)), layout="constrained")
axes = figure.subplots()
bars = axes.barh(list(multiples), list(multiples.values()), color="#1f5fa8")
axes.bar_label(bars, [f"{multiple:.2f}" for multiple in multiples.values()], padding=4)
axes.set(xscale="log", xlim=(0.8, 2 * max(multiples.values())))
axes.set_title("time, in multiples of the fastest (each grid line is ten times the last)", size=10)
axes.set_xticks([10**k for k in range(5) if 10**k < 2 * max(multiples.values())], minor=False)
axes.minorticks_off()
axes.tick_params(labelbottom=False)
axes.grid(axis="x", alpha=0.4)
axes.invert_yaxis()
words = ", ".join(f"{name} {multiple:.2f}" for name, multiple in multiples.items())
display(picture(figure, f"times in multiples of the fastest: {words}"))

# %% [markdown]
# Give your fastest way to your network: `make_network(conv=Conv2DGroups)`.
#
# ## Summary
#
# - Flatten moves nothing, a dense layer weighs everything. For softmax with cross-entropy the
#   gradient is what was believed minus what is right. Take the largest logit off.
# - Momentum adds up what gradients agree on. Weights start at random, of the right size.
# - First 2.303, then one batch by heart, then training.
# - *Weight decay* adds $\lambda w$ to each gradient. Does the validation set like it?
