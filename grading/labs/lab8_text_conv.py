# ---
# jupyter:
#   lab:
#     mutants: true
# ---

# %% [markdown]
# # Lab 8 · Convolution over words
#
# "Not bad, good" and "not good, bad" have the same words and mean the opposite. What must a network
# look at to tell them apart? Once words are numbers, the windows of lab 2 slide along a sentence
# too. You build a network that reads reviews, and try it on real sentences. A **bonus**.
#
# |part|minutes|points|
# |---|--:|--:|
# |1 Words as numbers|25|5|
# |2 What the mean forgets|15|1|
# |3 Windows over words|45|9.5|
# |4 The best place|35|6.5|
# |5, 6 A network that reads|30|1|
# |in all|150|**23**|
#
# Parts 1 and 2 make a first evening. Under each task stand its checks, each folded into one line.
# Run them when you have written your answer: a check that passes prints nothing, one that fails
# says what is wrong (open it to see the numbers). When the lab is graded, further checks of the
# same kind run with other numbers.

# %% locked="setup"
import sys

import numpy as np
from tqdm import tqdm

from lib.checking import (
    Shares,
    case,
    check_backward,
    check_bounds,
    check_forward,
    check_kinds,
    check_layer,
    check_one_of,
    gradient_check,
    rng,
)
from lib.text import encode, load_sentences, vocabulary

tqdm.monitor_interval = 0  # progress bars without a thread behind the scenes


# %% [markdown]
# ## The fine print
#
# Worth up to a fifth of each task's points.
#
# - **Any numbers.** Inputs are `float64`, `float32` or `int64`, also mixed, also views such as
#   `x[::2]`. Gradients are `float64`. Word numbers and lengths are whole, so `backward` leaves them
#   out.
# - **Hands off.** Change no argument. Return new arrays, sharing no memory with an argument or an
#   earlier result.
# - **Memory.** The last forward counts; two `backward` calls agree; layers share nothing. What a
#   layer keeps belongs in `self`.
# - **Out of bounds:** scipy, torch, tensorflow, jax, cv2, skimage, `np.convolve`, `np.correlate`,
#   `np.fft`, `np.polymul`, `np.gradient`. All else in NumPy is welcome.


# %% locked="layer"
class Layer:
    """A step of a network, forwards and backwards."""

    def forward(self, *inputs):
        """Compute the output, and keep what `backward` needs."""
        raise NotImplementedError("forward is not written yet")

    def backward(self, dout):
        """Return the gradients of forward's inputs, given that of its output.

        One gradient if there is one such input, otherwise a tuple in the order of the inputs.
        """
        raise NotImplementedError("backward is not written yet")


# %% [markdown]
# ## 1 · Words as numbers
#
# A **vocabulary** gives each word a number, which says nothing: "not", 3, is not larger than
# "good", 2. So each word also gets a vector that is learned, its
# **embedding**. All of them form a table $E$ of shape $V \times D$, a row for each of $V$ words. To
# look a word up is to read its row:
#
# $$
# x_{nt} = E_{\,i_{nt}} \qquad\text{with word numbers } i \in \{0, \dots, V - 1\}^{N \times T} .
# $$
#
# $N$ sentences of $T$ words become an array of shape $N \times T \times D$. (Number 0, the dot, is
# no word. It will fill up short sentences.)
#
# ![The word numbers 3, 1, 3, 2 of “not bad not good” pick rows of a table of 4 words. Backward, the
# upstream rows of the two nots, (1, 2) and (5, 1), add up to (6, 3) in the row of not; the row of
# the padding gets zeros.](../../images/embedding_lookup.png)
#
# **The way back.** Each place hands its upstream gradient to the row that it has read. A word that
# occurs twice is *used* twice, and gradients **add up over all uses**; one that does not occur gets
# zeros.
#
# $$
# \nabla_{E_v} = \sum_{n, t \,:\, i_{nt} = v} \nabla_{x_{nt}}
# $$
#
# ($\nabla_E$, in code `dtable`, is $\partial L / \partial E$, the gradient of the loss.) In the
# picture "not" is read twice, where $(1, 2)$ and $(5, 1)$ arrive: its row gets $(6, 3)$.

# %% [markdown]
# As a matrix product: write each word as a row with a 1 in its place. Correct, and a waste.

# %%
table = np.array([[0.0, 0.0], [-1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])  # ·, bad, good, not
ids = np.array([3, 1, 3, 2])  # not bad not good
dx = np.array([[1.0, 2.0], [3.0, -1.0], [5.0, 1.0], [2.0, 2.0]])
one_hot = np.eye(4)[ids]
print("the words' vectors:", (one_hot @ table).tolist())
print("gradient of the table:", (one_hot.T @ dx).tolist())

# %% [markdown]
# ### Task 1 · `Embedding` · 5 points
#
# <details><summary>Hint: forward</summary>
#
# NumPy reads many rows at once: `table[ids]`.
# </details>
#
# <details><summary>Hint: backward</summary>
#
# Start from zeros of the table's shape. `dtable[ids] += dout` forgets all but the last where a
# number occurs twice. `np.add.at` (lab 4) adds up. So does a loop.
# </details>


# %% solution="Embedding"
class Embedding(Layer):
    """A table with one vector for each word."""

    def forward(self, ids, table):
        """Look words up.

        Parameters
        ----------
        ids : int array (N, T)
            Word numbers from 0 to V - 1.
        table : array (V, D)

        Returns
        -------
        array (N, T, D)
        """
        if np.ndim(ids) != 2 or np.ndim(table) != 2:
            raise ValueError(f"Expected (N, T) and (V, D), got {np.shape(ids)}, {np.shape(table)}.")
        ### BEGIN SOLUTION
        self.ids, self.shape = ids, table.shape
        return table[ids]
        ### END SOLUTION

    def backward(self, dout):
        """Add up what arrives at each word.

        Parameters
        ----------
        dout : array (N, T, D)

        Returns
        -------
        array (V, D), float64
            Gradient of the table, and only this: word numbers have none.
        """
        ### BEGIN SOLUTION
        dtable = np.zeros(self.shape)
        np.add.at(dtable, self.ids, dout)
        return dtable
        ### END SOLUTION


# %% test="test_Embedding" points=1.5
# A start: the picture's sentence, and others; or each word's gradient, once
_table = [[0, 0], [-1, 0], [1, 0], [0, 1]]
_cases = [case(np.array([[3, 1, 3, 2]]), _table, gives=[[[0.0, 1], [-1, 0], [0, 1], [1, 0]]])]
_cases += [case(np.array([[1]]), [[0.5, 1.5, -2], [3, -4, 5]], gives=[[[3.0, -4, 5]]])]
_cases += [case(np.array([[0, 2, 1]]), [[7], [8], [-9]], gives=[[[7.0], [-9], [8]]])]
_back = [case(np.array([[3, 0]]), np.ones((4, 1)), dout=[[[2], [-3]]], gives=[[-3], [0], [0], [2]])]
_back += [case(np.array([[1, 2]]), np.ones((3, 1)), dout=[[[1], [4]]], gives=[[0], [1], [4]])]
### BEGIN HIDDEN TESTS
_generator = rng()
for _t, _v, _d in [(1, 1, 1), (5, 7, 3), (2, 3, 7), (4, 4, 4), (9, 4, 1)]:
    _ids, _table = _generator.integers(0, _v, size=(1, _t)), _generator.normal(size=(_v, _d))
    _cases.append(case(_ids, _table, gives=[[_table[_id].tolist() for _id in _ids[0]]]))
for _t, _v, _d in [(3, 9, 4), (2, 6, 1), (4, 4, 3)]:
    _ids, _dout = _generator.permutation(_v)[None, :_t], _generator.normal(size=(1, _t, _d))
    _dtable = np.einsum("ntv,ntd->vd", np.eye(_v)[_ids], _dout)
    _back.append(case(_ids, _generator.normal(size=(_v, _d)), dout=_dout, gives=_dtable))
### END HIDDEN TESTS
check_one_of(lambda: check_forward(Embedding, *_cases), lambda: check_backward(Embedding, *_back))
check_bounds(Embedding, *_cases[0].args)


# %% test="test_Embedding_batch" points=1
# Several sentences at once
_table = [[0.5, 1.5, -2], [3, -4, 5]]
_rows = [[[0.5, 1.5, -2], [3, -4, 5]], [[3, -4, 5], [3, -4, 5]]]
_cases = [
    case(np.array([[0, 1], [1, 1]]), _table, gives=_rows),
    case(np.array([[1], [0], [1]]), [[2], [-7]], gives=[[[-7.0]], [[2]], [[-7]]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _t, _v, _d in [(2, 5, 7, 3), (5, 2, 3, 7), (4, 4, 4, 4), (3, 1, 2, 1)]:
    _ids, _table = _generator.integers(0, _v, size=(_n, _t)), _generator.normal(size=(_v, _d))
    _rows = np.array([[_table[_id].tolist() for _id in _sentence] for _sentence in _ids])
    _cases.append(case(_ids, _table, gives=_rows))
### END HIDDEN TESTS
check_forward(Embedding, *_cases)


# %% test="test_Embedding_backward" points=0.5
# The gradient for ones, each word at most once: ones where it was read
_cases = [
    case(np.array([[3, 0]]), np.ones((4, 1)), dout=[[[1], [1]]], gives=[[1], [0], [0], [1]]),
    case(np.array([[1]]), np.ones((3, 2)), dout=[[[1, 1]]], gives=[[0, 0], [1, 1], [0, 0]]),
    case(np.array([[0]]), [[5]], dout=[[[1]]], gives=[[1]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _t, _v, _d in [(1, 5, 3), (3, 9, 4), (2, 6, 1), (5, 8, 2), (4, 4, 3)]:
    _ids = _generator.permutation(_v)[None, :_t]
    _dtable = np.isin(np.arange(_v), _ids)[:, None] * np.ones(_d)
    _table = _generator.normal(size=(_v, _d))
    _cases.append(case(_ids, _table, dout=np.ones((1, _t, _d)), gives=_dtable))
### END HIDDEN TESTS
check_backward(Embedding, *_cases)
check_bounds(Embedding, *_cases[0].args, **_cases[0].options)


# %% test="test_Embedding_upstream" points=0.25
# The gradient for other dout, each word at most once
_dout, _dtable = [[[1, 2], [3, -4], [5, 0.5]]], [[3, -4], [0, 0], [5, 0.5], [1, 2], [0, 0]]
_cases = [
    case(np.array([[3, 0, 2]]), np.ones((5, 2)), dout=_dout, gives=_dtable),
    case(np.array([[1, 0]]), [[5], [6]], dout=[[[0], [0]]], gives=[[0], [0]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _t, _v, _d in [(1, 1, 1), (3, 9, 4), (2, 6, 1), (5, 8, 2), (4, 4, 3)]:
    _ids, _dtable = _generator.permutation(_v)[None, :_t], np.zeros((_v, _d))
    _dout = _generator.normal(size=(1, _t, _d))
    _dtable[_ids] = _dout
    _cases.append(case(_ids, _generator.normal(size=(_v, _d)), dout=_dout, gives=_dtable))
### END HIDDEN TESTS
check_backward(Embedding, *_cases)


# %% test="test_Embedding_repeats" points=0.5
# The gradient for ones, where words occur several times: it adds up
_cases = [
    case(np.array([[0, 0]]), [[2], [3]], dout=[[[1], [1]]], gives=[[2], [0]]),
    case(
        np.array([[3, 1, 3, 2, 3]]),
        np.ones((4, 2)),
        dout=np.ones((1, 5, 2)),
        gives=[[0, 0], [1, 1], [1, 1], [3, 3]],
    ),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _t, _v, _d in [(5, 3, 4), (9, 5, 1), (20, 2, 3), (7, 12, 2), (3, 1, 3)]:
    _ids = _generator.integers(0, _v, size=(1, _t))
    _dtable = np.bincount(_ids[0], minlength=_v)[:, None] * np.ones(_d)
    _table = _generator.normal(size=(_v, _d))
    _cases.append(case(_ids, _table, dout=np.ones((1, _t, _d)), gives=_dtable))
### END HIDDEN TESTS
check_backward(Embedding, *_cases)


# %% test="test_Embedding_together" points=0.25
# The gradient of the picture, and of several sentences with one table
_dout, _dtable = [[1, 2], [3, -1], [5, 1], [2, 2]], [[0, 0], [3, -1], [2, 2], [6, 3]]
_cases = [
    case(np.array([[3, 1, 3, 2]]), np.ones((4, 2)), dout=[_dout], gives=_dtable),
    case(np.array([[3, 1], [3, 2]]), np.ones((4, 2)), dout=[_dout[:2], _dout[2:]], gives=_dtable),
    case(
        np.array([[1], [1], [0]]), np.ones((2, 1)), dout=[[[1]], [[20]], [[3]]], gives=[[3], [21]]
    ),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _t, _v, _d in [(2, 5, 3, 4), (6, 4, 5, 1), (5, 5, 12, 2), (3, 3, 1, 3), (4, 1, 6, 2)]:
    _ids, _dout = _generator.integers(0, _v, size=(_n, _t)), _generator.normal(size=(_n, _t, _d))
    _ids[0, -1] = _v - 1
    _dtable = np.einsum("ntv,ntd->vd", np.eye(_v)[_ids], _dout)
    _cases.append(case(_ids, _generator.normal(size=(_v, _d)), dout=_dout, gives=_dtable))
### END HIDDEN TESTS
check_backward(Embedding, *_cases)


# %% test="test_Embedding_kinds" points=0.5
# Fine print: ints, float32, views
_ids, _table = np.array([[2, 0, 2]]), np.array([[1.4, -2.3], [3.2, 1.7], [-2.6, 4.3]])
_dout = np.array([[[2.4, 3.3], [-1.8, 2.2], [1.6, -3.7]]])
_right = _table[[[2, 0, 2]]], [[-1.8, 2.2], [0, 0], [4.0, -0.4]]
check_kinds(Embedding, _ids, _table, dout=_dout, gives=_right)
### BEGIN HIDDEN TESTS
_generator = rng()
_ids, _table = _generator.integers(0, 4, size=(3, 5)), _generator.uniform(1.1, 4.4, size=(4, 3))
_dout = _generator.uniform(1.1, 4.4, size=(3, 5, 3))
_x = np.array([[_table[_id].tolist() for _id in _sentence] for _sentence in _ids])
_right = -_x, np.einsum("ntv,ntd->vd", np.eye(4)[_ids], _dout)
check_kinds(Embedding, _ids, -_table, dout=_dout, gives=_right)
### END HIDDEN TESTS


# %% test="test_Embedding_layer" points=0.5
# Fine print: hands off, the last forward counts, layers share nothing
_ids, _table = np.array([[3, 1, 3, 2]]), np.array([[0.5, 2.0], [-1.0, 1.5], [1.0, 0.5], [2.5, 1.0]])
_dout, _dtable = [[1, 2], [3, -1], [5, 1], [2, 2]], [[0, 0], [3, -1], [2, 2], [6, 3]]
_right = [[[2.5, 1], [-1, 1.5], [2.5, 1], [1, 0.5]]], _dtable
_other = (np.array([[0, 1], [2, 0], [1, 1]]), np.arange(9.0).reshape(3, 3) - 3.5)
check_layer(Embedding, _ids, _table, dout=np.array([_dout]) * 1.0, gives=_right, other=_other)
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _t, _v, _d in [(2, 6, 5, 3), (1, 1, 1, 1)]:
    _ids, _table = _generator.integers(0, _v, size=(_n, _t)), _generator.normal(size=(_v, _d))
    _ids[:, 0], _dout = 0, _generator.normal(size=(_n, _t, _d))
    _ids[0, -1] = _v - 1
    _x = np.array([[_table[_id].tolist() for _id in _sentence] for _sentence in _ids])
    _right = _x, np.einsum("ntv,ntd->vd", np.eye(_v)[_ids], _dout)
    check_layer(Embedding, _ids, _table, dout=_dout, gives=_right, other=_other)
_ids = np.arange(4)[None]  # in the table's own order
_table, _dout = _generator.normal(size=(2, 4, 2))
check_layer(Embedding, _ids, _table, dout=_dout[None], gives=(_table[None], _dout), other=_other)
### END HIDDEN TESTS

# %% [markdown]
# Your table against measured slopes:

# %%
embedding = Embedding()
sentence = np.array([[3, 1, 3, 2]])
gradient_check(lambda table: embedding.forward(sentence, table), embedding.backward, table)

# %% [markdown]
# ## 2 · What the mean forgets
#
# Sentences differ in length, and a classifier wants a vector of one length. The simplest is the
# mean of the words' vectors: a **bag** of embeddings, as if you cut the sentence into words and
# shook them in a bag.
#
# A small grammar made the reviews below, so we know what is in them. The *plain* ones hold one good
# or one bad word. The *order* ones hold one of each, and a "not" before one of them.

# %%
for kind in ("plain", "order"):
    (train_texts, train_labels), (test_texts, test_labels) = load_sentences(kind)
    print(f"{kind}: {len(train_texts)} reviews to learn from, {len(test_texts)} held out, such as")
    for i in (-6, -5, -2, -1):
        print("   ", "good:" if test_labels[i] else "bad: ", test_texts[i])

# %% [markdown]
# The classifier is given. Its score is $s = \mathbf{v} \cdot \text{mean} + c$, and
# $1 / (1 + e^{-s})$ its probability that the review is good. The loss is $-\log$ of the probability
# of the right answer; its slope in $s$ is the probability minus the label, 1 or 0. `train` takes
# steps downhill with momentum.


# %% locked="train"
class BagNetwork:
    """The mean of the words' vectors, and a weight for each of its entries."""

    width = 1  # words that it looks at together

    def __init__(self, Embedding, n_words, size=8):
        generator = np.random.default_rng(0)
        self.embedding = Embedding()
        self.params = {
            "table": generator.normal(size=(n_words, size)),
            "v": generator.normal(size=size) / np.sqrt(size),
            "c": np.zeros(()),
        }

    def scores(self, ids, lengths):
        """One number for each sentence (N,): above zero is good."""
        x = self.embedding.forward(ids, self.params["table"])
        here = np.arange(ids.shape[1]) < lengths[:, None]
        self.shares = here / lengths[:, None]  # padding has no share in the mean
        self.mean = np.einsum("nt,ntd->nd", self.shares, x)
        return self.mean @ self.params["v"] + self.params["c"]

    def gradients(self, dscores):
        """Gradients of all parameters, by name."""
        dx = np.einsum("nt,n,d->ntd", self.shares, dscores, self.params["v"])
        return {
            "table": self.embedding.backward(dx),
            "v": self.mean.T @ dscores,
            "c": np.sum(dscores),
        }


def loss_and_slope(scores, labels):
    """Mean of -log(probability of the right label), and its gradient by the scores."""
    losses = np.logaddexp(0, scores) - labels * scores  # log(1 + e^s) - ys, for any s
    probabilities = np.exp(-np.logaddexp(0, -scores))  # 1 / (1 + e^-s), for any s
    return np.mean(losses), (probabilities - labels) / len(scores)


def train(network, ids, lengths, labels, steps=150, batch=32, lr=0.3):
    """Change the parameters of a network step by step; returns the loss at each of the steps."""
    generator = np.random.default_rng(1)
    velocity = {name: np.zeros(value.shape) for name, value in network.params.items()}
    losses = []
    for step in tqdm(range(steps), "Training", delay=1, leave=False, file=sys.stdout):
        some = generator.choice(len(labels), batch, replace=False)
        loss, dscores = loss_and_slope(network.scores(ids[some], lengths[some]), labels[some])
        if not loss < 1000:
            raise ValueError(
                f"Step {step}: the loss is {loss:.3g}, and it should fall. Is a gradient wrong? "
                "Run the checks above. If they pass, lr is too large."
            )
        losses.append(loss)
        for name, gradient in network.gradients(dscores).items():
            velocity[name] = 0.9 * velocity[name] - lr * gradient
            network.params[name] = network.params[name] + velocity[name]
    return losses


def accuracy(network, texts, labels, words):
    """The share of reviews whose score has the right sign."""
    ids, lengths = encode(texts, words, at_least=network.width)
    return np.mean((network.scores(ids, lengths) > 0) == labels)


# %%
words = vocabulary(load_sentences()[0][0])
print(len(words) - 1, "words, after the dot that fills up short sentences:")
for start in range(0, len(words), 13):
    print("   ", *words[start : start + 13])
for kind in ("plain", "order"):
    (train_texts, train_labels), (test_texts, test_labels) = load_sentences(kind)
    bag = BagNetwork(Embedding, len(words))
    train(bag, *encode(train_texts, words), train_labels, lr=1.0)
    right = accuracy(bag, test_texts, test_labels, words)
    print(f"bag of embeddings, {kind}: {right:.0%} of {len(test_texts)} held-out reviews")
for text in ("not good bad", "not bad good"):
    print(f"{text}: score {bag.scores(*encode([text], words))[0]:+.6f}")

# %% [markdown]
# Where one word decides, the bag is all you need. Where the order does, it is a coin.
#
# ### Task 2 · Half of them · 1 point
#
# 1. Each *order* review has a twin: the good and the bad word swapped, and the other label. Why is
#    *every* classifier that sees only the mean right for exactly one of two twins?
# 2. Would a large network between mean and score help, or the maximum over the words instead of
#    the mean?

# %% [markdown] written="word_order" points=1
# 1. A sum does not depend on the order of its terms. Twins have the same words, so the same mean,
#    so the same score, and get the same answer. Their labels differ, so one answer is right and one
#    is wrong: 50 %, whatever the table and the weights are.
# 2. No. The network after the mean is handed the same vector for both twins. And the maximum over
#    the words does not depend on their order either. Something has to look at neighbouring words
#    *before* the order is thrown away.

# %% [markdown]
# ## 3 · Windows over words
#
# A filter that spans $K$ words sees who stands beside whom. It slides along the positions, and the
# $D$ numbers of a word are its **channels**, as in lab 2. There are $O$ filters, each with a bias:
#
# $$
# a_{not} = b_o + \sum_{c=0}^{C-1} \sum_{k=0}^{K-1} w_{ock} \, x_{n,c,t+k}
# \qquad t = 0, \dots, T - K .
# $$
#
# `Embedding` gives $N \times T \times D$; the network swaps the axes first, by
# `x.transpose(0, 2, 1)`.
#
# ![“not good but very bad” and “not bad but very good”: every word is a column of feeling, negation
# and strength, with the same mean for both. A filter of two words, a negation and then something
# good, has the largest sum 2 in the first and 1 in the second.](../../figures/text_convolution.png)
#
# A second filter looks for "very" followed by something bad. With the biases, an answer is above
# zero only if *both* halves of a pattern are there.

# %% locked="example"
SENTENCE = np.array(  # (N, C, T) = (1, 3, 5): not good but very bad
    [[[0.0, 1.0, 0.0, 0.0, -1.0], [1.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 1.0, 0.0]]]
)
FILTERS = np.array(  # (O, C, K) = (2, 3, 2)
    [[[0.0, 1.0], [1.0, 0.0], [0.0, 0.0]], [[0.0, -2.0], [0.0, 0.0], [2.0, 0.0]]]
)
BIASES = np.array([-1.0, -2.0])  # (O,)
UPSTREAM = np.array([[[1.0, 0.0, 2.0, -1.0], [3.0, -2.0, 0.0, 4.0]]])  # (N, O, T - K + 1)

for o in range(2):
    sums = [np.sum(FILTERS[o] * SENTENCE[0, :, t : t + 2]) for t in range(4)]
    print(f"filter {o}: sums {np.array(sums)}, with the bias {np.array(sums) + BIASES[o]}")

# %% [markdown]
# **The way back** holds nothing new. Each factor of a product gets the other one times the upstream
# gradient, and what is used in several places adds up. A bias is used by each sentence at each
# place:
#
# $$
# \nabla_{b_o} = \sum_{n,t} \nabla_{a_{not}} \qquad\qquad
# \nabla_{w_{ock}} = \sum_{n,t} \nabla_{a_{not}} \, x_{n,c,t+k}
# $$
#
# $$
# \nabla_{x_{nci}} = \sum_{o} \sum_{k \,:\, 0 \le i - k \le T - K} \nabla_{a_{n,o,i-k}} \, w_{ock}
# $$
#
# Take $\nabla_a = \begin{bmatrix} 1 & 0 & 2 & -1 \\ 3 & -2 & 0 & 4 \end{bmatrix}$. Then
# $\nabla_b = (2, 5)$. The feeling of "good" meets $w_{001} = 1$ and $w_{101} = -2$ at $t = 0$, and
# zeros at $t = 1$: $\nabla_{x_{001}} = 1 \cdot 1 + 3 \cdot (-2) = -5$. All of it is linear, so
# raising a number by 1 shows its gradient:


# %%
def example_loss(x, w, b):
    """The answers of both filters, weighted by the upstream gradient of the example."""
    windows = [x[0, :, t : t + 2] for t in range(4)]
    answers = np.array([[np.sum(f * window) for window in windows] for f in w])
    return np.sum(UPSTREAM[0] * (answers + b[:, None]))


here = example_loss(SENTENCE, FILTERS, BIASES)
more_x, more_w, more_b = SENTENCE.copy(), FILTERS.copy(), BIASES.copy()
more_x[0, 0, 1] += 1
more_w[1, 0, 0] += 1
more_b[1] += 1
print("raise x[0, 0, 1] by 1:", example_loss(more_x, FILTERS, BIASES) - here)
print("raise w[1, 0, 0] by 1:", example_loss(SENTENCE, more_w, BIASES) - here)
print("raise b[1] by 1:      ", example_loss(SENTENCE, FILTERS, more_b) - here)

# %% [markdown]
# ### Task 3 · `TextConv` · 9.5 points
#
# Filters span 1 word to the whole length $T$. No padding, stride 1. `backward` returns
# `(dx, dw, db)`.
#
# <details><summary>Hint: forward</summary>
#
# For each `k`, the entries `x[:, :, k : k + T - K + 1]` meet the weights `w[:, :, k]`.
# `np.einsum("nct,oc->not", ...)` multiplies them and sums over `c`.
# </details>
#
# <details><summary>Hint: backward</summary>
#
# Reverse each line of the loop: what was read with a weight is written to, with the same weight.
# </details>


# %% solution="TextConv"
class TextConv(Layer):
    """Filters over the positions of words, the numbers of a word as channels."""

    def forward(self, x, w, b):
        """Slide every filter along every sentence.

        Parameters
        ----------
        x : array (N, C, T)
            Sentences, channels, positions.
        w : array (O, C, K)
            Filters that span K <= T positions.
        b : array (O,)
            A bias for each filter.

        Returns
        -------
        array (N, O, T - K + 1)
        """
        if np.ndim(x) != 3 or np.ndim(w) != 3 or np.shape(x)[1] != np.shape(w)[1]:
            raise ValueError(f"Expected (N, C, T) and (O, C, K), got {np.shape(x)}, {np.shape(w)}.")
        if np.shape(w)[2] > np.shape(x)[2] or np.shape(b) != np.shape(w)[:1]:
            raise ValueError(
                f"Expected K <= T and b of shape (O,), got x {np.shape(x)}, w {np.shape(w)} and b "
                f"{np.shape(b)}."
            )
        ### BEGIN SOLUTION
        self.x, self.w = x, w
        windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2], axis=2)
        return np.einsum("nctk,ock->not", windows, w, optimize=True) + b[:, None]
        ### END SOLUTION

    def backward(self, da):
        """Send the upstream gradient back to all three inputs.

        Parameters
        ----------
        da : array (N, O, T - K + 1)

        Returns
        -------
        dx : array (N, C, T), float64
        dw : array (O, C, K), float64
        db : array (O,), float64
        """
        ### BEGIN SOLUTION
        da = np.asarray(da, dtype=np.float64)
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        n_places = da.shape[2]
        for k in range(self.w.shape[2]):
            dx[:, :, k : k + n_places] += np.einsum("not,oc->nct", da, self.w[:, :, k])
            seen = self.x[:, :, k : k + n_places]
            dw[:, :, k] = np.einsum("not,nct->oc", da, seen)
        return dx, dw, da.sum(axis=(0, 2))
        ### END SOLUTION


# %% test="test_TextConv" points=1.25
# The example of the page, biases zero, and others by hand
_cases = [
    case([[[1, -2, 4]]], [[[1, 10]]], [0], gives=[[[-19.0, 38]]]),
    case(SENTENCE, FILTERS, [0, 0], gives=[[[2.0, 0, 0, -1], [-2, 0, 0, 4]]]),
    case([[[1, 2, 3], [10, 20, 30]]], [[[1, 0], [0, 2]]], [0], gives=[[[41.0, 62]]]),
    case([[[1, 2, 3]]], [[[1, 10, 200]]], [0], gives=[[[621.0]]], title="as wide as the sentence"),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _c, _t, _o, _k in [(2, 7, 5, 3), (5, 4, 1, 4), (3, 8, 2, 4), (4, 9, 4, 4)]:
    for _scale in (1, 1e6, 1e-6):
        _x, _w = _scale * _generator.normal(size=(1, _c, _t)), _generator.normal(size=(_o, _c, _k))
        _windows = [_x[:, :, _i : _i + _k] for _i in range(_t - _k + 1)]
        _a = np.einsum("tnck,ock->not", np.stack(_windows), _w)
        _cases.append(case(_x, _w, np.zeros(_o), gives=_a))
### END HIDDEN TESTS
check_forward(TextConv, *_cases)
check_bounds(TextConv, *_cases[0].args)


# %% test="test_TextConv_batch" points=0.75
# Several sentences at once, biases zero
_x, _w = np.concatenate([SENTENCE, 10 * SENTENCE[:, :, ::-1]]), FILTERS[1:]
_cases = [
    case(_x, _w, [0], gives=[[[-2.0, 0, 0, 4]], [[0, 20, -20, 0]]]),
    case([[[1, 2]], [[3, 4]], [[5, 6]]], [[[1, 10]]], [0], gives=[[[21.0]], [[43]], [[65]]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _c, _t, _o, _k in [(3, 2, 7, 5, 3), (2, 5, 4, 1, 2), (4, 1, 8, 3, 4), (3, 4, 9, 4, 4)]:
    _x, _w = _generator.normal(size=(_n, _c, _t)), _generator.normal(size=(_o, _c, _k))
    _windows = np.stack([_x[:, :, _i : _i + _k] for _i in range(_t - _k + 1)])
    _a = np.einsum("tnck,ock->not", _windows, _w)
    _cases.append(case(_x, _w, np.zeros(_o), gives=_a))
### END HIDDEN TESTS
check_forward(TextConv, *_cases)


# %% test="test_TextConv_bias" points=0.5
# The biases: on inputs of zeros, and with filters of zeros
_cases = [
    case(np.zeros((1, 3, 5)), FILTERS, [5, 70], gives=[[[5.0] * 4, [70] * 4]]),
    case(SENTENCE, 0 * FILTERS, BIASES, gives=[[[-1.0] * 4, [-2] * 4]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _t, _o in [(1, 5, 2), (1, 5, 4), (1, 3, 2), (1, 2, 1), (2, 6, 3)]:
    _b, _w = _generator.normal(size=_o), np.zeros((_o, 3, 2))
    _a = np.broadcast_to(_b[:, None], (_n, _o, _t - 1)).copy()
    _cases.append(case(_generator.normal(size=(_n, 3, _t)), _w, _b, gives=_a))
### END HIDDEN TESTS
check_forward(TextConv, *_cases)


# %% test="test_TextConv_one_wide" points=0.5
# Filters one word wide
_cases = [
    case([[[1, -2, 4], [0.5, 3, -1]]], [[[2], [10]]], [0], gives=[[[7.0, 26, -2]]]),
    case([[[1, -2, 4]]], [[[2]], [[-30]]], [0, 0], gives=[[[2.0, -4, 8], [-30, 60, -120]]]),
    case([[[3]]], [[[-0.5]]], [0], gives=[[[-1.5]]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _c, _t, _o in [(1, 3, 5, 4), (1, 2, 4, 1), (2, 1, 6, 3), (1, 5, 1, 2)]:
    _x, _w = _generator.normal(size=(_n, _c, _t)), _generator.normal(size=(_o, _c, 1))
    _a = np.einsum("nct,oc->not", _x, _w[:, :, 0])
    _cases.append(case(_x, _w, np.zeros(_o), gives=_a))
### END HIDDEN TESTS
check_forward(TextConv, *_cases)


# %% test="test_TextConv_start" points=2
# A start: for one sentence the forward pass, or a gradient for da of ones
_x, _w, _b = np.array([[[1.0, 2, 4]]]), np.array([[[3.0, -1]]]), np.array([10.0])
_ones = np.ones((1, 1, 2))
_forward = [case(_x, _w, _b, gives=[[[11.0, 12]]])]
_into = {"dx": [[[3, 2, -1]]], "dw": [[[3, 6]]], "db": [2]}
_into = {_of: [case(_x, _w, _b, dout=_ones, gives=_right)] for _of, _right in _into.items()}
### BEGIN HIDDEN TESTS
_generator = rng()
for _c, _t, _o, _k in [(3, 6, 2, 2), (2, 5, 4, 3)]:
    _x, _w = _generator.normal(size=(1, _c, _t)), _generator.normal(size=(_o, _c, _k))
    _b, _p = _generator.normal(size=_o), _t - _k + 1
    _ones, _dx = np.ones((1, _o, _p)), np.zeros((1, _c, _t))
    _windows = np.stack([_x[:, :, _i : _i + _k] for _i in range(_p)], axis=2)
    _forward.append(case(_x, _w, _b, gives=np.einsum("ncpk,ock->nop", _windows, _w) + _b[:, None]))
    for _i in range(_p):
        _dx[:, :, _i : _i + _k] += _w.sum(axis=0)
    _dw = np.broadcast_to(_windows.sum(axis=(0, 2)), _w.shape).copy()
    _gradients = {"dx": _dx, "dw": _dw, "db": np.full(_o, _p)}
    for _name, _right in _gradients.items():
        _into[_name].append(case(_x, _w, _b, dout=_ones, gives=_right))
### END HIDDEN TESTS
check_one_of(
    lambda: check_forward(TextConv, *_forward),
    *[lambda _of=_of: check_backward(TextConv, *_into[_of], of=_of) for _of in _into],
)


# %% test="test_TextConv_backward_x" points=0.5
# dx for da of ones
_dx = [[[0, -1, -1, -1, -1], [1, 1, 1, 1, 0], [2, 2, 2, 2, 0]]]
_cases = [
    case([[[1, -2, 4]]], [[[1, 10]]], [0], dout=[[[1, 1]]], gives=[[[1, 11, 10]]]),
    case(SENTENCE, FILTERS, BIASES, dout=np.ones((1, 2, 4)), gives=_dx),
    case([[[1, 2]]], [[[3]], [[50]]], [0, 0], dout=np.ones((1, 2, 2)), gives=[[[53, 53]]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _c, _t, _o, _k in [(2, 7, 5, 3), (4, 4, 1, 4), (1, 5, 2, 1), (3, 6, 4, 2)]:
    _x, _w, _dx = _generator.normal(size=(1, _c, _t)), np.zeros((_o, _c, _k)), np.zeros((1, _c, _t))
    _w += _generator.normal(size=_w.shape)
    for _i in range(_t - _k + 1):
        _dx[0, :, _i : _i + _k] += _w.sum(axis=0)
    _ones = np.ones((1, _o, _t - _k + 1))
    _cases.append(case(_x, _w, np.zeros(_o), dout=_ones, gives=_dx))
### END HIDDEN TESTS
check_backward(TextConv, *_cases, of="dx")
check_bounds(TextConv, *_cases[0].args, **_cases[0].options)


# %% test="test_TextConv_upstream_x" points=0.5
# dx for other da, and for several sentences
_dx = [[[0, -5, 4, 2, -9], [1, 0, 2, -1, 0], [6, -4, 0, 8, 0]]]
_cases = [
    case([[[1, -2, 4]]], [[[1, 10]]], [0], dout=[[[2, 300]]], gives=[[[2, 320, 3000]]]),
    case(SENTENCE, FILTERS, BIASES, dout=UPSTREAM, gives=_dx),
    case([[[1]], [[2]]], [[[3]]], [0], dout=[[[1]], [[10]]], gives=[[[3]], [[30]]]),
    case(SENTENCE, FILTERS, BIASES, dout=0 * UPSTREAM, gives=0 * SENTENCE),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _c, _t, _o, _k in [(3, 2, 7, 5, 3), (1, 4, 4, 1, 4), (2, 1, 5, 2, 1), (2, 3, 6, 4, 2)]:
    _x, _w = _generator.normal(size=(_n, _c, _t)), _generator.normal(size=(_o, _c, _k))
    _da, _dx = _generator.normal(size=(_n, _o, _t - _k + 1)), np.zeros((_n, _c, _t))
    for _i in range(_t - _k + 1):
        _dx[:, :, _i : _i + _k] += np.einsum("no,ock->nck", _da[:, :, _i], _w)
    _cases.append(case(_x, _w, _generator.normal(size=_o), dout=_da, gives=_dx))
### END HIDDEN TESTS
check_backward(TextConv, *_cases, of="dx")


# %% test="test_TextConv_backward_w" points=0.5
# dw for da of ones
_dw = [[[1, 0], [1, 0], [1, 1]]]
_cases = [
    case([[[1, -2, 4]]], [[[1, 10]]], [0], dout=[[[1, 1]]], gives=[[[-1, 2]]]),
    case(SENTENCE, FILTERS, BIASES, dout=np.ones((1, 2, 4)), gives=_dw * 2),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _c, _t, _o, _k in [(2, 7, 5, 3), (4, 4, 1, 4), (1, 5, 2, 1), (3, 6, 4, 2)]:
    _x, _w = _generator.normal(size=(1, _c, _t)), _generator.normal(size=(_o, _c, _k))
    _one = np.stack([_x[0, :, _i : _t - _k + 1 + _i].sum(axis=1) for _i in range(_k)], axis=1)
    _ones = np.ones((1, _o, _t - _k + 1))
    _cases.append(case(_x, _w, np.zeros(_o), dout=_ones, gives=np.stack([_one] * _o)))
### END HIDDEN TESTS
check_backward(TextConv, *_cases, of="dw")


# %% test="test_TextConv_upstream_w" points=0.5
# dw for other da, and for several sentences
_dw = [[[0, 2], [1, 0], [-1, 2]], [[-2, -1], [3, 0], [4, 0]]]
_cases = [
    case([[[1, -2, 4]]], [[[1, 10]]], [0], dout=[[[2, 300]]], gives=[[[-598, 1196]]]),
    case(SENTENCE, FILTERS, BIASES, dout=UPSTREAM, gives=_dw),
    case([[[1]], [[2]]], [[[3]]], [0], dout=[[[1]], [[10]]], gives=[[[21]]]),
    case(SENTENCE, FILTERS, BIASES, dout=0 * UPSTREAM, gives=0 * FILTERS),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _c, _t, _o, _k in [(3, 2, 7, 5, 3), (1, 4, 4, 1, 4), (2, 1, 5, 2, 1), (2, 3, 6, 4, 2)]:
    _x, _w = _generator.normal(size=(_n, _c, _t)), _generator.normal(size=(_o, _c, _k))
    _da, _dw = _generator.normal(size=(_n, _o, _t - _k + 1)), np.zeros((_o, _c, _k))
    for _i in range(_t - _k + 1):
        _dw += np.einsum("no,nck->ock", _da[:, :, _i], _x[:, :, _i : _i + _k])
    _cases.append(case(_x, _w, _generator.normal(size=_o), dout=_da, gives=_dw))
### END HIDDEN TESTS
check_backward(TextConv, *_cases, of="dw")


# %% test="test_TextConv_backward_b" points=0.5
# db for da of ones: the number of places
_cases = [
    case([[[1, -2, 4]]], [[[1, 10]]], [0], dout=[[[1, 1]]], gives=[2]),
    case(SENTENCE, FILTERS, BIASES, dout=np.ones((1, 2, 4)), gives=[4, 4]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _c, _t, _o, _k in [(2, 7, 5, 3), (4, 4, 1, 4), (1, 5, 2, 1), (3, 6, 4, 2)]:
    _x, _w = _generator.normal(size=(1, _c, _t)), _generator.normal(size=(_o, _c, _k))
    _ones, _db = np.ones((1, _o, _t - _k + 1)), np.full(_o, _t - _k + 1.0)
    _cases.append(case(_x, _w, _generator.normal(size=_o), dout=_ones, gives=_db))
### END HIDDEN TESTS
check_backward(TextConv, *_cases, of="db")


# %% test="test_TextConv_upstream_b" points=0.5
# db for other da, and for several sentences
_cases = [
    case(SENTENCE, FILTERS, BIASES, dout=UPSTREAM, gives=[2, 5]),
    case([[[1]], [[2]]], [[[3]]], [0], dout=[[[1]], [[10]]], gives=[11]),
    case(SENTENCE, FILTERS, BIASES, dout=0 * UPSTREAM, gives=[0, 0]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _c, _t, _o, _k in [(3, 2, 7, 5, 3), (1, 4, 4, 1, 4), (2, 1, 5, 2, 1), (2, 3, 6, 4, 2)]:
    _x, _w = _generator.normal(size=(_n, _c, _t)), _generator.normal(size=(_o, _c, _k))
    _da = _generator.normal(size=(_n, _o, _t - _k + 1))
    _db = [sum(_da[:, _i].ravel().tolist()) for _i in range(_o)]
    _cases.append(case(_x, _w, _generator.normal(size=_o), dout=_da, gives=_db))
### END HIDDEN TESTS
check_backward(TextConv, *_cases, of="db")


# %% test="test_TextConv_kinds" points=0.75
# Fine print: ints, float32, views
_x, _w, _b = np.array([[[1.5, -2.25, 3.25]]]), np.array([[[2.25, -1.75]]]), np.array([0.75])
_gradients = [[[5.625, -7.1875, 2.1875]]], [[[6.5625, -9.6875]]], [1.25]
_right, _da = ([[[8.0625, -10.0]]], _gradients), np.array([[[2.5, -1.25]]])
check_kinds(TextConv, _x, _w, _b, dout=_da, gives=_right)
_whole = np.array([[[1, 2]]]), np.array([[[3]]])
check_forward(TextConv, case(*_whole, [0.25], gives=[[[3.25, 6.25]]]))
### BEGIN HIDDEN TESTS


def _right(x, w, b, dout):
    places, width = dout.shape[2], w.shape[2]
    windows = np.stack([x[:, :, i : i + width] for i in range(places)])
    dx = np.zeros(x.shape)
    for i in range(places):
        dx[:, :, i : i + width] += np.einsum("no,ock->nck", dout[:, :, i], w)
    dw = np.einsum("not,tnck->ock", dout, windows)
    return np.einsum("tnck,ock->not", windows, w) + b[:, None], (dx, dw, dout.sum(axis=(0, 2)))


_generator = rng()
_x, _w, _b, _da = (
    _generator.uniform(1.1, 4.4, _shape) for _shape in ((2, 3, 4), (2, 3, 2), 2, (2, 2, 3))
)
check_kinds(TextConv, _x, -_w, _b, dout=-_da, gives=_right)
### END HIDDEN TESTS


# %% test="test_TextConv_layer" points=0.75
# Fine print: hands off, the last forward counts, layers share nothing
_x, _w, _b = np.array([[[1.5, -2.25, 3.25]]]), np.array([[[2.25, -1.75]]]), np.array([0.75])
_gradients = [[[5.625, -7.1875, 2.1875]]], [[[6.5625, -9.6875]]], [1.25]
_right, _da = ([[[8.0625, -10.0]]], _gradients), np.array([[[2.5, -1.25]]])
check_layer(TextConv, _x, _w, _b, dout=_da, gives=_right, other=(SENTENCE, FILTERS, BIASES))
# A filter that changes nothing: is its result still a new array?
_right = _x, (_da[:, :, [0, 1, 1]], [[[1.5 * 2.5 + 1.25 * 2.25 - 1.25 * 3.25]]], [0.0])
check_layer(TextConv, _x, np.ones((1, 1, 1)), np.zeros(1), dout=_da[:, :, [0, 1, 1]], gives=_right)
### BEGIN HIDDEN TESTS


def _right(x, w, b, dout):
    places, width = dout.shape[2], w.shape[2]
    windows = np.stack([x[:, :, i : i + width] for i in range(places)])
    dx = np.zeros(x.shape)
    for i in range(places):
        dx[:, :, i : i + width] += np.einsum("no,ock->nck", dout[:, :, i], w)
    dw = np.einsum("not,tnck->ock", dout, windows)
    return np.einsum("tnck,ock->not", windows, w) + b[:, None], (dx, dw, dout.sum(axis=(0, 2)))


_generator = rng()
for _n, _c, _t, _o, _k in [(3, 2, 4, 5, 3), (1, 1, 1, 1, 1), (1, 1, 4, 1, 4)]:
    _x, _w = _generator.normal(size=(_n, _c, _t)), _generator.normal(size=(_o, _c, _k))
    _b, _da = _generator.normal(size=_o), _generator.normal(size=(_n, _o, _t - _k + 1))
    _other = _generator.normal(size=(2, 1, 4)), _generator.normal(size=(3, 1, 2)), np.ones(3)
    check_layer(TextConv, _x, _w, _b, dout=_da, gives=_right, other=_other)
### END HIDDEN TESTS

# %% [markdown]
# Your layer against measured slopes:

# %%
conv = TextConv()
gradient_check(conv.forward, conv.backward, SENTENCE, FILTERS, BIASES)

# %% [markdown]
# ## 4 · The best place of all
#
# "Is it anywhere in here?" asks for a filter's best answer: the **max over time**, one number,
# however long the sentence is.
#
# $$
# z_{no} = \max_{0 \le t < L_n} a_{not}
# $$
#
# **Lengths.** Short sentences are filled up with a made-up word, the **padding**, word number 0. It
# should not speak, and it does: a padded place answers too, if only by its bias, and where all
# real answers are lower, it wins. So max over time is told how many places count, $L_n$:
#
# $$
# \mathbf{a} = \begin{bmatrix} 1 & 4 & 2 & 9 \\ -3 & -1 & -2 & 0 \end{bmatrix}
# \qquad L = 3 \qquad\Rightarrow\qquad \mathbf{z} = (4, -1) .
# $$
#
# *Multiplying* the padding, 9 and 0, by zero would not do: the second row's best would be 0.
#
# **The way back** is lab 4's. Each winner gets the upstream gradient, nobody else anything:
# $\nabla_\mathbf{z} = (2, 5)$ puts 2 at the 4 and 5 at the $-1$. At a **tie** any shares are right
# that are not negative and sum to it.

# %%
a = np.array([[1.0, 4.0, 2.0, 9.0], [-3.0, -1.0, -2.0, 0.0]])
print("padding wins:     ", a.max(axis=1))
print("only three count: ", a[:, :3].max(axis=1))
print("times zero:       ", (a * [1, 1, 1, 0]).max(axis=1))

# %% [markdown]
# ### Task 4 · `MaxOverTime` · 6.5 points
#
# Without `lengths` all places count. With it, sentence `n` has `lengths[n]` places that count, from
# 1 to all; the others may hold any number, however large.
#
# <details><summary>Hint: forward</summary>
#
# `np.arange(P) < lengths[:, None]` is True where a place counts. `np.where` can put a number there
# that never wins. (Does it fit into an array of ints?) Or take the sentences one by one:
# `a[n, :, : lengths[n]]`.
# </details>
#
# <details><summary>Hint: backward</summary>
#
# Keep `argmax`: where the winners are. `np.put_along_axis` writes there; so does a loop.
# </details>


# %% solution="MaxOverTime"
class MaxOverTime(Layer):
    """The best answer of each filter among the places that count."""

    def forward(self, a, lengths=None):
        """Find the best places.

        Parameters
        ----------
        a : array (N, O, P)
            Sentences, filters, places.
        lengths : int array (N,), optional
            How many places of each sentence count, from 1 to P. Without it all do.

        Returns
        -------
        array (N, O)
        """
        if np.ndim(a) != 3 or (lengths is not None and np.shape(lengths) != np.shape(a)[:1]):
            raise ValueError(
                f"Expected (N, O, P) and (N,), got {np.shape(a)}, {np.shape(lengths)}."
            )
        ### BEGIN SOLUTION
        self.shape = a.shape
        counts = np.full(len(a), a.shape[2]) if lengths is None else np.asarray(lengths)
        inside = np.arange(a.shape[2]) < counts[:, None, None]
        self.best = np.argmax(np.where(inside, a, -np.inf), axis=2)[:, :, None]
        return np.take_along_axis(a, self.best, axis=2)[:, :, 0].copy()
        ### END SOLUTION

    def backward(self, dz):
        """Send the upstream gradient back to the best places.

        Parameters
        ----------
        dz : array (N, O)

        Returns
        -------
        array (N, O, P), float64
            Gradient of a, and only this: lengths have none.
        """
        ### BEGIN SOLUTION
        da = np.zeros(self.shape)
        np.put_along_axis(da, self.best, dz[:, :, None], axis=2)
        return da
        ### END SOLUTION


# %% test="test_MaxOverTime" points=1.5
# A start: the best of all places, first, middle or last; or its gradient
_a = [[[1, 4, 2, 9], [3, 7, 0, 5]]]
_cases = [case(_a, gives=[[9.0, 7]]), case([[[2.5]]], gives=[[2.5]])]
_cases += [case([[[8, 4, 2]], [[0.5, 0.25, 6]], [[1, 3, 2]]], gives=[[8.0], [6], [3]])]
_back = [case(_a, dout=[[2, -3]], gives=[[[0, 0, 0, 2], [0, -3, 0, 0]]])]
_back += [case([[[8, 4]], [[0, 6]]], dout=[[1], [5]], gives=[[[1, 0]], [[0, 5]]])]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _o, _p, _scale in [
    (3, 2, 5, 1e6),
    (2, 4, 1, 1e-6),
    (1, 1, 7, 1),
    (4, 4, 4, 1e-6),
    (5, 1, 2, 1e6),
]:
    _a = _scale * np.exp(_generator.normal(size=(_n, _o, _p)))
    _z = [[sorted(_row.tolist())[-1] for _row in _sentence] for _sentence in _a]
    _cases.append(case(_a, gives=_z))
    _dz = _generator.normal(size=(_n, _o))
    _da = (_a == _a.max(axis=2, keepdims=True)) * _dz[:, :, None]
    _back.append(case(_a, dout=_dz, gives=_da))
### END HIDDEN TESTS
check_one_of(
    lambda: check_forward(MaxOverTime, *_cases),
    lambda: check_backward(MaxOverTime, *_back),
)
check_bounds(MaxOverTime, *_cases[0].args)


# %% test="test_MaxOverTime_negative" points=0.75
# The best place where all answers are below zero
_cases = [
    case([[[-3, -1, -2, -4], [-5, -8, -6, -7]]], gives=[[-1.0, -5]]),
    case([[[-2.5]], [[-0.5]]], gives=[[-2.5], [-0.5]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _o, _p, _scale in [
    (3, 2, 5, 1e12),
    (2, 4, 1, 1),
    (1, 1, 7, 1e-6),
    (4, 4, 4, 1e12),
    (5, 1, 2, 1e-6),
]:
    _a = -_scale * np.exp(_generator.normal(size=(_n, _o, _p)))
    _z = [[sorted(_row.tolist())[-1] for _row in _sentence] for _sentence in _a]
    _cases.append(case(_a, gives=_z))
### END HIDDEN TESTS
check_forward(MaxOverTime, *_cases)


# %% test="test_MaxOverTime_lengths" points=0.75
# Padding does not win, all numbers above zero
_a = np.array([[[1.0, 4, 2, 9], [3, 1, 5, 8]], [[7, 8, 9, 6], [5, 4, 1, 2]]])
_cases = [
    case(_a[:1], np.array([3]), gives=[[4.0, 5]]),
    case(_a, np.array([3, 2]), gives=[[4.0, 5], [8, 5]]),
    case(_a, np.array([1, 4]), gives=[[1.0, 3], [9, 5]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _o, _p in [(3, 2, 5), (4, 1, 3), (6, 4, 2), (2, 2, 9), (5, 5, 5)]:
    _a, _lengths = np.exp(_generator.normal(size=(_n, _o, _p))), _generator.integers(1, _p + 1, _n)
    for _m in range(_n):
        _a[_m, :, _lengths[_m] :] += 5  # padding would win
    _z = [_a[_m, :, : _lengths[_m]].max(axis=1).tolist() for _m in range(_n)]
    _cases.append(case(_a, _lengths, gives=_z))
### END HIDDEN TESTS
check_forward(MaxOverTime, *_cases)


# %% test="test_MaxOverTime_padding" points=0.5
# What counts may be far below zero, and padding however large
_cases = [
    case([[[1, 4, 2, 9], [-3, -1, -2, 0]]], np.array([3]), gives=[[4.0, -1]]),
    case([[[-1e9, -2e9, 0]], [[-3e9, -2e9, -1e9]]], np.array([2, 2]), gives=[[-1e9], [-2e9]]),
    case([[[-5e9, -7e9, 6e9]], [[-4e12, 3e12, 9e12]]], np.array([2, 1]), gives=[[-5e9], [-4e12]]),
    case([[[1, 2, 1e300]], [[-1e300, 2, 3]]], np.array([2, 1]), gives=[[2], [-1e300]]),
    case(np.array([[[-(10**12), 0]]]), np.array([1]), gives=np.array([[-(10**12)]])),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _o, _p, _scale in [
    (3, 2, 5, 1),
    (4, 1, 3, 1e15),
    (6, 4, 2, 1e200),
    (2, 2, 9, 1e6),
    (5, 5, 5, 1e200),
    (4, 2, 4, 1e15),
]:
    _a, _lengths = _generator.normal(size=(_n, _o, _p)) - 9, _generator.integers(1, _p + 1, _n)
    for _m in range(_n):
        _a[_m, :, _lengths[_m] :] += 18
    _a *= _scale
    _z = [_a[_m, :, : _lengths[_m]].max(axis=1).tolist() for _m in range(_n)]
    _cases.append(case(_a, _lengths, gives=_z))
### END HIDDEN TESTS
check_forward(MaxOverTime, *_cases)


# %% test="test_MaxOverTime_backward" points=0.5
# The gradient for ones, all places count: each winner gets 1
_da = [[[0, 0, 0, 1], [0, 1, 0, 0]]]
_cases = [
    case([[[1, 4, 2, 9], [3, 7, 0, 5]]], dout=[[1, 1]], gives=_da),
    case([[[8, 4]], [[0, 6]]], dout=[[1], [1]], gives=[[[1, 0]], [[0, 1]]]),
    case([[[-3, -1, -2]]], dout=[[1]], gives=[[[0, 1, 0]]]),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _o, _p, _scale in [
    (3, 2, 5, -1e-6),
    (2, 4, 1, 1e6),
    (1, 1, 7, 1),
    (4, 4, 4, -1e-6),
    (5, 1, 2, 1e6),
]:
    # No two nearly tied: those are the question of another test
    _a = _scale * _generator.permutation(np.linspace(-2, 2.1, _n * _o * _p))
    _a = _a.reshape(_n, _o, _p)
    _da = (_a == _a.max(axis=2, keepdims=True)) * 1.0
    _cases.append(case(_a, dout=np.ones((_n, _o)), gives=_da))
### END HIDDEN TESTS
check_backward(MaxOverTime, *_cases)
check_bounds(MaxOverTime, *_cases[0].args, **_cases[0].options)


# %% test="test_MaxOverTime_upstream" points=0.5
# The gradient for other dz, all places count
_da = [[[0, 0, 0, 2], [0, -5, 0, 0]]]
_cases = [
    case([[[1, 4, 2, 9], [3, 7, 0, 5]]], dout=[[2, -5]], gives=_da),
    case([[[8, 4]], [[0, 6]]], dout=[[10], [0.5]], gives=[[[10, 0]], [[0, 0.5]]]),
    case([[[8, 4]], [[0, 6]]], dout=[[0], [0]], gives=np.zeros((2, 1, 2))),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _o, _p, _scale in [
    (3, 2, 5, -1e-6),
    (2, 4, 1, 1),
    (1, 1, 7, 1e6),
    (4, 4, 4, 1e6),
    (5, 1, 2, -1e-6),
]:
    _a, _dz = _generator.normal(size=(_n, _o, _p)), _scale * _generator.normal(size=(_n, _o))
    _da = _dz[:, :, None] * (_a == _a.max(axis=2, keepdims=True))
    _cases.append(case(_a, dout=_dz, gives=_da))
### END HIDDEN TESTS
check_backward(MaxOverTime, *_cases)


# %% test="test_MaxOverTime_ties" points=0.5
# Ties: any valid shares will do; nearly tied is not tied
_two = Shares((1, 2, 3), [([1, 2], 1), ([3, 5], 1)])
_three = Shares((2, 1, 3), [([0, 1, 2], 1), ([4], 1)])
_cases = [
    case([[[1, 3, 3], [2, 0, 2]]], dout=[[1, 1]], gives=_two),
    case([[[0, 0, 0]], [[1, 5, 2]]], dout=[[1], [1]], gives=_three),
    case([[[3, 3 + 1e-9, 1]]], dout=[[1]], gives=[[[0, 1, 0]]], title="no tie here"),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _o, _p in [(4, 5, 6), (1, 2, 2), (3, 1, 4), (2, 3, 9)]:
    for _a in (_generator.integers(0, 3, size=(_n, _o, _p)) - 2.0, np.zeros((_n, _o, _p))):
        _rows, _places = _a.reshape(-1, _p), np.arange(_a.size).reshape(-1, _p)
        _ties = [(_at[_row == max(_row)], 1.0) for _row, _at in zip(_rows, _places, strict=True)]
        _cases.append(case(_a, dout=np.ones((_n, _o)), gives=Shares(_a.shape, _ties)))
    _a = 3 + 1e-9 * _generator.permuted(np.tile(np.arange(_p), (_n, _o, 1)), axis=2)
    _da = (_a == _a.max(axis=2, keepdims=True)) * 1.0
    _cases.append(case(_a, dout=np.ones((_n, _o)), gives=_da, title="nearly tied"))
### END HIDDEN TESTS
check_backward(MaxOverTime, *_cases)


# %% test="test_MaxOverTime_backward_lengths" points=0.5
# The gradient with padding: it gets nothing
_a = np.array([[[1.0, 4, 2, 9], [3, 1, 5, 8]]])
_cases = [
    case(_a, np.array([3]), dout=[[2, 5]], gives=[[[0, 2, 0, 0], [0, 0, 5, 0]]]),
    case(_a, np.array([1]), dout=[[2, 5]], gives=[[[2, 0, 0, 0], [5, 0, 0, 0]]]),
    case(_a, np.array([4]), dout=[[2, 5]], gives=[[[0, 0, 0, 2], [0, 0, 0, 5]]]),
    case([[[4, 9]], [[2, 3]]], np.array([1, 2]), dout=[[7], [1]], gives=[[[7, 0]], [[0, 1]]]),
    case([[[1, 4, 4]]], np.array([2]), dout=[[2]], gives=[[[0, 2, 0]]], title="padding as large"),
]
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _o, _p in [(3, 2, 5), (4, 1, 3), (6, 4, 2), (2, 2, 9), (5, 5, 5)]:
    _a, _lengths = np.exp(_generator.normal(size=(_n, _o, _p))), _generator.integers(1, _p + 1, _n)
    _dz, _da = _generator.normal(size=(_n, _o)), np.zeros((_n, _o, _p))
    for _m, _i in np.ndindex(_n, _o):
        _a[_m, _i, _lengths[_m] :] += 5
        _da[_m, _i, np.argmax(_a[_m, _i, : _lengths[_m]])] = _dz[_m, _i]
    _cases.append(case(_a, _lengths, dout=_dz, gives=_da))
### END HIDDEN TESTS
check_backward(MaxOverTime, *_cases)


# %% test="test_MaxOverTime_kinds" points=0.5
# Fine print: ints, float32, views
_a, _dz = np.array([[[1.4, 3.2, 9.1], [-4.3, -2.1, 0.3]]]), np.array([[2.4, -3.3]])
_right = [[9.1, 0.3]], [[[0, 0, 2.4], [0, 0, -3.3]]]
check_kinds(MaxOverTime, _a, dout=_dz, gives=_right)
_right = [[3.2, -2.1]], [[[0, 2.4, 0], [0, -3.3, 0]]]
check_kinds(MaxOverTime, _a, np.array([2]), dout=_dz, gives=_right)
### BEGIN HIDDEN TESTS
_generator = rng()
_a, _dz = 2.0 * _generator.permutation(36).reshape(3, 3, 4) - 31.6, np.ones((3, 3))
_a[0, :, 2:] += 72  # padding would win
_dz *= _generator.uniform(1.6, 4.4, size=(3, 3))
_z, _da, _lengths = np.zeros((3, 3)), np.zeros((3, 3, 4)), np.array([2, 4, 3])
for _m, _i in np.ndindex(3, 3):
    _z[_m, _i] = _a[_m, _i, : _lengths[_m]].max()
    _da[_m, _i][_a[_m, _i] == _z[_m, _i]] = _dz[_m, _i]
check_kinds(MaxOverTime, _a, _lengths, dout=_dz, gives=(_z, _da))
### END HIDDEN TESTS


# %% test="test_MaxOverTime_layer" points=0.5
# Fine print: hands off, the last forward counts, layers share nothing
_a, _dz = np.array([[[1.4, 3.2, 9.1], [-4.3, -2.1, 0.3]]]), np.array([[2.4, -3.3]])
_right = [[3.2, -2.1]], [[[0, 2.4, 0], [0, -3.3, 0]]]
_other = np.array([[[2.5, 1, 0.5, 3]], [[-1.5, -2, 4, 1]]]), np.array([2, 3])
check_layer(MaxOverTime, _a, np.array([2]), dout=_dz, gives=_right, other=_other)
_right = [[1.4, -4.3]], [[[2.4], [-3.3]]]
check_layer(MaxOverTime, _a[:, :, :1], dout=_dz, gives=_right, other=_other)
### BEGIN HIDDEN TESTS
_generator = rng()
for _n, _o, _p, _lengths in [(3, 2, 5, [5, 1, 3]), (1, 1, 1, [1]), (2, 3, 4, [4, 4])]:
    _a, _dz = _generator.uniform(1, 9, size=(_n, _o, _p)), _generator.uniform(1, 2, size=(_n, _o))
    _z, _da = np.zeros((_n, _o)), np.zeros((_n, _o, _p))
    for _m, _i in np.ndindex(_n, _o):
        _z[_m, _i] = _a[_m, _i, : _lengths[_m]].max()
        _da[_m, _i][_a[_m, _i] == _z[_m, _i]] = _dz[_m, _i]
    check_layer(MaxOverTime, _a, np.array(_lengths), dout=_dz, gives=(_z, _da), other=_other)
    if min(_lengths) == _p:
        check_layer(MaxOverTime, _a, dout=_dz, gives=(_z, _da), other=_other)
### END HIDDEN TESTS

# %% [markdown]
# Your layer against measured slopes, with and without padding:

# %%
pool = MaxOverTime()
answers = np.random.default_rng(85).normal(size=(2, 3, 5))
gradient_check(pool.forward, pool.backward, answers)
gradient_check(lambda a: pool.forward(a, np.array([2, 4])), pool.backward, answers)

# %% [markdown]
# ## 5 · A network that reads
#
# The network looks words up, lets its filters slide, takes the best place of each, drops what is
# below zero (lab 5's ReLU), and lets filter $o$ vote with $v_o$: $s = \sum_o v_o h_o + c$.
#
# ![The words not good but very bad become x, 3 × 5, in the embedding, a = (1, −1, −1, −2; −4, −2,
# −2, 2) after conv, z = (1, 2) after max, h = (1, 2) after ReLU, and the score −3 after the votes.
# Gradients go the other way.](../../images/text_network.png)
#
# The real thing has filters of several widths at once (Yoon Kim's network of 2014: 3, 4 and 5), so
# this one takes a list of widths. A sentence of $T_n$ words has $T_n - K + 1$ windows without
# padding. If it is shorter than the filter, its first window counts, padding and all.


# %% locked="network"
class TextNetwork:
    """Embedding, filters of some widths, max over time, ReLU, and a vote for each filter."""

    def __init__(self, Embedding, TextConv, MaxOverTime, n_words, widths=(3,), size=8, filters=8):
        generator = np.random.default_rng(0)
        self.embedding, self.width = Embedding(), max(widths)
        self.layers = {width: (TextConv(), MaxOverTime()) for width in widths}
        self.params = {"table": generator.normal(size=(n_words, size))}
        for width in widths:
            w = generator.normal(size=(filters, size, width)) / np.sqrt(size * width)
            self.params |= {f"w{width}": w, f"b{width}": np.zeros(filters)}
        n_votes = filters * len(widths)
        self.params |= {"v": generator.normal(size=n_votes) / np.sqrt(n_votes), "c": np.zeros(())}

    def scores(self, ids, lengths):
        """One number for each sentence (N,): above zero is good."""
        x = self.embedding.forward(ids, self.params["table"]).transpose(0, 2, 1)
        self.answers, best = {}, []
        for width, (conv, pool) in self.layers.items():
            a = conv.forward(x, self.params[f"w{width}"], self.params[f"b{width}"])
            best.append(pool.forward(a, np.maximum(lengths - width + 1, 1)))
            self.answers[width] = a
        self.h = np.maximum(np.concatenate(best, axis=1), 0)
        return self.h @ self.params["v"] + self.params["c"]

    def gradients(self, dscores):
        """Gradients of all parameters, by name."""
        dz = np.where(self.h > 0, np.outer(dscores, self.params["v"]), 0)
        gradients, dx = {"v": self.h.T @ dscores, "c": np.sum(dscores)}, 0
        parts = np.split(dz, len(self.layers), axis=1)
        for (width, (conv, pool)), part in zip(self.layers.items(), parts, strict=True):
            more, dw, db = conv.backward(pool.backward(part))
            dx = dx + more
            gradients |= {f"w{width}": dw, f"b{width}": db}
        return gradients | {"table": self.embedding.backward(dx.transpose(0, 2, 1))}


# %% [markdown]
# Predict first: which of these can tell twins apart?

# %%
from matplotlib.figure import Figure

from lib.plotting import show_figure

(train_texts, train_labels), (test_texts, test_labels) = load_sentences("order")
networks = {"bag of embeddings": BagNetwork(Embedding, len(words))}
for widths in ((1,), (2,), (3,), (1, 2, 3)):
    name = "filters of width " + ", ".join(map(str, widths))
    networks[name] = TextNetwork(Embedding, TextConv, MaxOverTime, len(words), widths)
losses = {}
for name, network in networks.items():
    losses[name] = train(network, *encode(train_texts, words, at_least=network.width), train_labels)
    right = accuracy(network, test_texts, test_labels, words)
    print(f"{name}: {right:.0%} of {len(test_texts)} held-out reviews")

figure = Figure(figsize=(7, 3.6))
axes = figure.subplots()
for (name, values), style in zip(losses.items(), ("k:", "k--", "-", "-", "-"), strict=True):
    axes.plot(range(5, 151, 5), np.reshape(values, (-1, 5)).mean(axis=1), style, label=name)
axes.axhline(np.log(2), color="0.8", zorder=0)
axes.set(xlabel="step", ylabel="loss, mean of 5 steps", title="Learning to read in 150 steps")
axes.legend(loc="lower right", bbox_to_anchor=(1, 0.1))
ends = [f"{name}: {np.mean(values[-5:]):.2f}" for name, values in losses.items()]
show_figure(figure, f"losses after 150 steps: {'; '.join(ends)}")

# %% [markdown]
# One word wide is a bag again; two are enough. The grey line, $\log 2 \approx 0.69$, is a coin's
# loss.
#
# **What accuracy does not prove.** Below, the backward is wrong on purpose: it tells the words
# nothing. The filters learn to live with random vectors, and more than nine of ten reviews come out
# right. The gradient check is not impressed.


# %%
class DeafToWords(TextConv):
    def backward(self, da):
        dx, dw, db = TextConv.backward(self, da)
        return 0 * dx, dw, db


deaf = TextNetwork(Embedding, DeafToWords, MaxOverTime, len(words))
train(deaf, *encode(train_texts, words), train_labels)
print(f"accuracy with a wrong dx: {accuracy(deaf, test_texts, test_labels, words):.0%}")
conv = DeafToWords()
try:
    gradient_check(conv.forward, conv.backward, SENTENCE, FILTERS, BIASES)
except AssertionError as message:
    print("and the check:", str(message).split(" (")[0])

# %% [markdown]
# **What the filters look for.** Nobody can read a block of $D \times K$ numbers. So ask each filter
# which three words of all the reviews excite it most, the strongest voters first.


# %%
def favourites(network, texts, width):
    """For each filter of one width: its phrases with its answers, the best first."""
    ids, lengths = encode(texts, words, at_least=network.width)
    network.scores(ids, lengths)
    found = [{} for _ in range(network.answers[width].shape[1])]
    for n, o, t in np.ndindex(network.answers[width].shape):
        if t + width <= lengths[n]:
            phrase = " ".join(words[i] for i in ids[n, t : t + width])
            found[o][phrase] = network.answers[width][n, o, t]
    return [sorted(phrases.items(), key=lambda item: -item[1]) for phrases in found]


network = networks["filters of width 3"]
v = network.params["v"]
likes = favourites(network, train_texts, 3)
for o in sorted(range(len(v)), key=lambda o: -abs(v[o])):
    best = [f"  {phrase} ({answer:.1f})" for phrase, answer in likes[o][:3]]
    print(f"filter {o} votes {v[o]:+.1f}:", *best)

# %% [markdown]
# Words that are used alike now have vectors that are alike. Here are two twins, and where each
# filter answered. White is a strong answer; max over time keeps the brightest cell of each row.

# %%
from lib.plotting import show_row

twins = ["the film is not funny but cold", "the film is not cold but funny"]
scores = network.scores(*encode(twins, words, at_least=3))
order = np.argsort(-v)
show_row(
    [np.maximum(answers[order], 0) for answers in network.answers[3]],
    [f"{text} (score {score:+.1f})" for text, score in zip(twins, scores, strict=True)],
)
print(f"rows: from the filter that votes most for good ({v.max():+.1f}) down to {v.min():+.1f}")
print("columns:", ", ".join(" ".join(twins[0].split()[t : t + 3]) for t in range(5)))

# %% [markdown]
# **What the lengths are for.** A review alone and in a batch: told the lengths, the network gives
# the same score. If the padding votes too, the verdict is reversed.

# %%
pair = ["not silly clever", "i found the music clever and not very silly from start to end"]
alone = network.scores(*encode(pair[:1], words))[0]
together = network.scores(*encode(pair, words))[0]
ids_of_pair, _ = encode(pair, words)
everywhere = network.scores(ids_of_pair, np.full(2, ids_of_pair.shape[1]))[0]
print(f"alone {alone:.3f}, in a batch {together:.3f}, padding included {everywhere:.3f}")

# %% [markdown]
# ### Task 5 · Where the padding speaks · 1 point
#
# Suppose you set the padding's row of the table to zeros before each step. When would padding still
# win a max over time that ignores the lengths? How does the score then depend on the batch?

# %% [markdown] written="padding_speaks" points=1
# With vectors of zeros the answer in the padding is the bias, $b_o$. Wherever every real window's
# answer is below the bias, and that is common (a filter that looks for something that is not there
# answers below it), the padding wins with $b_o$. A sentence is padded only if a longer one is in
# its batch, so its score depends on which sentences it is together with: the same review is judged
# differently in different company.

# %% [markdown]
# ## 6 · Real sentences
#
# `lib/data` has 48 sentences written for this lab, without a grammar: "If this is
# funny, I am a teapot." The network knows 38 words; `keep_known` leaves all others out. Predict:
# how many of 48 will it get right?

# %%
from lib.text import keep_known, load_real_sentences

real_texts, real_labels = load_real_sentences()
seen = [keep_known(text, words) for text in real_texts]
readable = [n for n, text in enumerate(seen) if text]
print(f"{len(real_texts) - len(readable)} of {len(real_texts)} have no word that it knows")

(train_texts, train_labels), _ = load_sentences()  # both kinds
reader = TextNetwork(Embedding, TextConv, MaxOverTime, len(words), widths=(1, 2, 3))
losses = train(reader, *encode(train_texts, words, at_least=3), train_labels, steps=300)
print(f"loss at the start {losses[0]:.2f}, at the end {losses[-1]:.4f}")

# %% [markdown]
# Its mistakes, what it saw of each, and the phrase behind the strongest vote:

# %%
ids, lengths = encode([seen[n] for n in readable], words, at_least=3)
scores = dict(zip(readable, reader.scores(ids, lengths), strict=True))
wrong = [n for n in readable if (scores[n] > 0) != real_labels[n]]
print(f"right: {len(readable) - len(wrong)} of the other {len(readable)}")

votes, widths = reader.params["v"], np.repeat((1, 2, 3), 8)
for n in wrong:
    ids, lengths = encode([seen[n]], words, at_least=3)
    reader.scores(ids, lengths)
    o = np.argmax(np.abs(reader.h[0] * votes))
    width = widths[o]
    t = np.argmax(reader.answers[width][0, o % 8, : max(lengths[0] - width + 1, 1)])
    phrase = " ".join(words[i] for i in ids[0, t : t + width])
    print(f"{'good' if real_labels[n] else 'bad'}, says {scores[n]:+.1f}: {real_texts[n]}")
    print(f"      reads “{seen[n]}”, and most of all “{phrase}”")

# %% [markdown]
# Which words of the real sentences do the strongest voters like best?

# %%
for width, first in ((1, 0), (2, 8), (3, 16)):
    likes = favourites(reader, [seen[n] for n in readable], width)
    v = votes[first : first + 8]
    for o in (np.argmax(v), np.argmin(v)):
        best = [f"  {phrase} ({answer:.1f})" for phrase, answer in likes[o][:3]]
        print(f"width {width}, votes {v[o]:+.1f}:", *best)

# %% [markdown]
# About half: a coin again. Some mistakes need words that the network does not have ("never"): more
# text. In some the "not" stands too far away: wider filters, or a second layer. And some mean the
# opposite of every word in them. Now try ten sentences of your own.
#
# ## Summary
#
# - An embedding is a table read by row number; on the way back each place adds to its row.
# - A mean or a maximum over words forgets their order, for good. A filter over neighbouring words
#   sees it.
# - 100 % on made reviews shows that order was seen, not that English was understood.
#
# ## Go further
#
# - "i expected it to be good but it was bad" needs no "not". Add such reviews to
#   `lib/data/make_sentences.py`. How wide must the filters be?
# - Which rows of `reader.params["table"]` are close to each other, and why?
