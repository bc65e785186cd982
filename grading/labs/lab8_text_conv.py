# %% [markdown]
# # Lab 8 · Convolution over words
#
# "not good, bad" and "not bad, good" are made of the same three words, and mean the opposite. What
# does a network have to look at to tell them apart? The windows that slid along a signal in lab 2
# slide along a sentence just as well, once words are numbers. In this lab you build a small network
# that reads reviews. This lab is a **bonus**.
#
# When you are done, you can
#
# - look words up in an embedding table, and say what happens to the gradient of a word that occurs
#   twice;
# - explain, and show, what is lost when the vectors of the words are averaged;
# - run filters over the positions of words, with the numbers of a word as channels;
# - compare sentences of different lengths without letting their padding win;
# - find the words that a trained filter likes best.
#
# Fill in the cells that say `YOUR CODE HERE` and run the checks below them at once. When the lab is
# graded, further checks of the same kind run with other numbers.
#
# **Out of bounds in your solutions:** scipy, torch, tensorflow, jax, cv2, skimage, and
# `np.convolve`, `np.correlate`, `np.fft`, `np.polymul`, `np.gradient`. They would do for you what
# these labs are about. All else in NumPy is welcome.

# %% locked="setup"
import sys

import numpy as np
from tqdm import tqdm

from lib.checking import (
    check_bounds,
    check_equal,
    check_gradients,
    check_kinds,
    check_layer,
    gradient_check,
    rng,
)
from lib.text import encode, load_sentences, vocabulary

tqdm.monitor_interval = 0  # progress bars without a thread behind the scenes

# %% [markdown]
# The layers have the form that you know from lab 5. `forward` computes, and keeps what the way back
# needs. `backward` takes the upstream gradient, and returns one gradient, or a tuple in the order
# of forward's arrays. Word numbers and lengths are whole numbers: nobody can nudge them a little,
# so they have no gradient, and `backward` leaves them out.


# %% locked="layer"
class Layer:
    """A step of a network, forwards and backwards."""

    def forward(self, *inputs):
        """Compute the output, and keep what `backward` needs."""
        raise NotImplementedError("forward is not written yet")

    def backward(self, dout):
        """Gradients of the loss by forward's real inputs, from that by its output, `dout`.

        One gradient if there is one such input, otherwise a tuple in the order of the inputs.
        """
        raise NotImplementedError("backward is not written yet")


# %% [markdown]
# **The fine print**, as in labs 4 and 5, and worth a part of the points:
#
# - *The last `forward` counts*, and `backward` says the same when it is asked twice. What a layer
#   keeps belongs into `self`: a network may hold two of a kind.
# - *Hands off other people's arrays.* Neither method changes what it is given, the upstream
#   gradient included. What it returns is new: it shares no memory with an argument, or with what it
#   has returned before.
# - *Any real numbers.* Apart from the whole numbers, inputs are `float64`, `float32` or `int64`,
#   also mixed, and any array may be a view. Gradients are always `float64`: an update of $0.01$
#   must not be rounded away.
#
# ## 1 · Words as numbers
#
# A **vocabulary** gives each word a number. The number itself says nothing: that "good" is 2 and
# "not" is 3 does not make "not" the larger one. So each word gets a vector, a few numbers that are
# learned, its **embedding**. All of them together are a table of shape $V \times D$: a row for each
# of $V$ words. To look a word up is to read its row:
#
# $$
# x_{nt} = E_{\,i_{nt}} \qquad\text{with word numbers } i \in \{0, \dots, V - 1\}^{N \times T} .
# $$
#
# $N$ sentences of $T$ words give an array of shape $N \times T \times D$.
#
# ![The word numbers 3, 1, 3, 2 of “not bad not good” pick rows of a table of 4 words with 2 numbers
# each. Backward, the upstream rows of the two nots, (1, 2) and (5, 1), add up to (6, 3) in the
# row of not; the row of the padding gets zeros.](../../images/embedding_lookup.png)
#
# **The way back.** Nudge a number in the row of "bad": it shows up wherever "bad" is read, and
# nowhere else. So each place hands its upstream gradient to the row that it has read. A word that
# occurs twice has been *used* twice, and the chain rule **adds up over all uses**. A word that does
# not occur gets zeros.
#
# $$
# \nabla_{E_v} = \sum_{n, t \,:\, i_{nt} = v} \nabla_{x_{nt}}
# $$
#
# In the picture "not" is read at places 0 and 2, where $(1, 2)$ and $(5, 1)$ arrive: its row gets
# $(6, 3)$. The same comes from another view. Write each word as a row of $V$ numbers, a 1 at the
# word's own place and 0 elsewhere. Then the lookup is a matrix product, `one_hot @ table`, and its
# gradient is `one_hot.T @ dout`. Correct, and a waste: nearly all the products are with zero.

# %%
table = np.array([[0.0, 0.0], [-1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])  # ·, bad, good, not
ids = np.array([3, 1, 3, 2])  # not bad not good
dx = np.array([[1.0, 2.0], [3.0, -1.0], [5.0, 1.0], [2.0, 2.0]])
one_hot = np.eye(4)[ids]
print("the words' vectors:", (one_hot @ table).tolist())
print("gradient of the table:", (one_hot.T @ dx).tolist())

# %% [markdown]
# ### Task 1 · `Embedding`
#
# <details><summary>Hint: forward</summary>
#
# NumPy reads many rows at once: `table[ids]` is an array of shape `ids.shape + (D,)`.
# </details>
#
# <details><summary>Hint: backward</summary>
#
# Start from zeros of the table's shape. `dtable[ids] += dout` looks right, and is not, where a
# number occurs twice: NumPy reads all rows, adds, and writes all rows, and the last one stands. You
# met the function that really adds in lab 4. So does a loop.
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
# The example of the picture; then two sentences, and more numbers a word than words.
_table = np.array([[0.0, 0.0], [-1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
_got = Embedding().forward(np.array([[3, 1, 3, 2]]), _table.copy())
check_equal(_got, [[[0.0, 1], [-1, 0], [0, 1], [1, 0]]], "the words of not bad not good")
_table = np.array([[0.5, 1.5, -2.0], [3.0, -4.0, 5.0]])
_got = Embedding().forward(np.array([[0, 1], [1, 1]]), _table.copy())
_rows = [[[0.5, 1.5, -2], [3, -4, 5]], [[3, -4, 5], [3, -4, 5]]]
check_equal(_got, _rows, "the words [[0, 1], [1, 1]]")
check_equal(Embedding().forward(np.array([[1]]), _table.copy()), [[[3.0, -4, 5]]], "one word")
check_bounds(Embedding().forward, np.array([[0, 1]]), _table.copy())
### BEGIN HIDDEN TESTS
for _n, _t, _v, _d in [(1, 1, 1, 1), (2, 5, 7, 3), (5, 2, 3, 7), (4, 4, 4, 4), (1, 9, 4, 1)]:
    _ids, _table = rng().integers(0, _v, size=(_n, _t)), rng().normal(size=(_v, _d))
    _rows = np.array([[_table[_id].tolist() for _id in _sentence] for _sentence in _ids])
    _got = Embedding().forward(_ids.copy(), _table.copy())
    check_equal(_got, _rows, f"ids {_ids.shape}, table {_table.shape}")
### END HIDDEN TESTS


# %% test="test_Embedding_backward" points=1
def _gradient(ids, table, dout):
    layer = Embedding()
    layer.forward(np.array(ids), np.array(table, dtype=float))
    return layer.backward(np.array(dout, dtype=float))


# Every word occurs at most once. Words 1 and 4 do not occur.
_table = np.arange(10.0).reshape(5, 2)
_dout = [[[1.0, 2], [3, -4], [5, 0.5]]]
_dtable = [[3.0, -4], [0, 0], [5, 0.5], [1, 2], [0, 0]]
check_gradients(_gradient([[3, 0, 2]], _table, _dout), _dtable, "the table's gradient")
_got = _gradient([[3], [0], [2]], _table, np.reshape(_dout, (3, 1, 2)))
check_gradients(_got, _dtable, "the table's gradient, three sentences")
_got = _gradient([[3, 0, 2]], _table, np.zeros((1, 3, 2)))
check_gradients(_got, np.zeros((5, 2)), "the table's gradient, dout zeros")
_layer = Embedding()
_layer.forward(np.array([[3, 0, 2]]), _table.copy())
check_bounds(_layer.backward, np.array(_dout))
### BEGIN HIDDEN TESTS
for _n, _t, _v, _d in [(1, 1, 1, 1), (2, 3, 9, 4), (3, 2, 6, 1), (1, 5, 8, 2), (4, 1, 4, 3)]:
    _ids = rng().permutation(_v)[: _n * _t].reshape(_n, _t)
    _table, _dout = rng().normal(size=(_v, _d)), rng().normal(size=(_n, _t, _d))
    _dtable = np.zeros((_v, _d))
    _dtable[_ids] = _dout
    _name = f"the table's gradient, ids {_ids.shape}, table {_table.shape}"
    check_gradients(_gradient(_ids, _table, _dout), _dtable, _name)
### END HIDDEN TESTS


# %% test="test_Embedding_repeats" points=1.5
def _gradient(ids, table, dout):
    layer = Embedding()
    layer.forward(np.array(ids), np.array(table, dtype=float))
    return layer.backward(np.array(dout, dtype=float))


# The example of the picture: "not" occurs twice.
_table = np.array([[0.0, 0.0], [-1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
_dout = [[[1.0, 2], [3, -1], [5, 1], [2, 2]]]
_got = _gradient([[3, 1, 3, 2]], _table, _dout)
check_gradients(_got, [[0.0, 0], [3, -1], [2, 2], [6, 3]], "the table's gradient")
# The same words in two sentences: they still share one table.
_got = _gradient([[3, 1], [3, 2]], _table, np.reshape(_dout, (2, 2, 2)))
check_gradients(_got, [[0.0, 0], [3, -1], [2, 2], [6, 3]], "the gradient of two sentences")
# One word, over and over.
_got = _gradient([[1, 1], [1, 1], [1, 1]], _table[:2], np.ones((3, 2, 2)))
check_gradients(_got, [[0.0, 0], [6, 6]], "the gradient of six times word 1")


def _loss(table):
    return sum(np.vdot(table[_ids[place]], _dout[place]) for place in np.ndindex(_ids.shape))


_ids, _dout = np.array([[2, 0, 2, 1], [1, 1, 2, 0], [0, 2, 2, 2]]), np.sin(np.arange(24.0))
_dout = _dout.reshape(3, 4, 2)
gradient_check(_loss, lambda table: {"table": _gradient(_ids, table, _dout)}, table=_table[1:])
### BEGIN HIDDEN TESTS
for _n, _t, _v, _d in [(2, 5, 3, 4), (6, 4, 5, 1), (1, 20, 2, 3), (5, 5, 12, 2), (3, 3, 1, 3)]:
    _ids, _dout = rng().integers(0, _v, size=(_n, _t)), rng().normal(size=(_n, _t, _d))
    _dtable = np.einsum("ntv,ntd->vd", np.eye(_v)[_ids], _dout)
    _got = _gradient(_ids, rng().normal(size=(_v, _d)), _dout)
    check_gradients(_got, _dtable, f"the table's gradient, ids {_ids.shape}, {_v} words")
### END HIDDEN TESTS


# %% test="test_Embedding_kinds" points=0.5
def _forward(table):
    return Embedding().forward(_ids.copy(), table)


def _backward(table, dout):
    layer = Embedding()
    layer.forward(_ids.copy(), table)
    return layer.backward(dout)


_ids = np.array([[2, 0, 2], [1, 1, 2]])
_table = np.array([[1.4, -2.3], [3.2, 1.7], [-2.6, 4.3]])
_dout = np.array([[[2.4, 3.3], [-1.8, 2.2], [1.6, -3.7]], [[1.3, 2.7], [3.4, -2.4], [4.2, 1.1]]])
check_kinds(_forward, _table)
check_kinds(_backward, _table, _dout, gradient=True)
# The word numbers may be a view as well.
_x, _dtable = _forward(_table.copy()), _backward(_table.copy(), _dout.copy())
for _view in (np.asfortranarray(_ids), np.repeat(_ids, 2, 1)[:, ::2], _ids[::-1].copy()[::-1]):
    _layer = Embedding()
    check_equal(_layer.forward(_view, _table.copy()), _x, "ids are a view: forward")
    check_gradients(_layer.backward(_dout.copy()), _dtable, "ids are a view: the gradient")
### BEGIN HIDDEN TESTS
_ids, _table = rng().integers(0, 4, size=(3, 5)), rng().uniform(1.1, 4.4, size=(4, 3))
check_kinds(_forward, -_table)
check_kinds(_backward, _table, rng().uniform(1.1, 4.4, size=(3, 5, 3)), gradient=True)
### END HIDDEN TESTS

# %% test="test_Embedding_layer" points=0.5
_ids, _table = np.array([[3, 1, 3, 2]]), np.array([[0.5, 2.0], [-1.0, 1.5], [1.0, 0.5], [2.5, 1.0]])
_dout = np.array([[[1.0, 2.0], [3.0, -1.0], [5.0, 1.0], [2.0, 2.0]]])
_other = (np.array([[0, 1], [2, 0], [1, 1]]), np.arange(9.0).reshape(3, 3) - 3.5)
check_layer(Embedding, _ids, _table, dout=_dout, other=_other)
check_layer(Embedding, np.array([[0, 1, 2, 3]]), _table, dout=_dout, other=(_ids, -_table))
### BEGIN HIDDEN TESTS
_ids, _table = rng().integers(0, 5, size=(2, 6)), rng().normal(size=(5, 3))
_dout, _other = rng().normal(size=(2, 6, 3)), (_ids[:, ::-1], _table)
check_layer(Embedding, _ids, _table, dout=_dout, other=_other)
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
# Sentences differ in length, and a classifier wants a vector of one length. The simplest way out is
# the mean of the words' vectors. It is called a **bag** of embeddings, because it is what you get
# when you cut a sentence into words and shake them in a bag.
#
# Here are the reviews to try it on. Nobody wrote them: a small grammar did, so that we know what is
# in them (`lib/data` tells more). The *plain* ones hold one good or one bad word. The others hold
# one of each, and a "not" before one of them.

# %%
for kind in ("plain", "order"):
    (train_texts, train_labels), (test_texts, test_labels) = load_sentences(kind)
    print(f"{kind}: {len(train_texts)} reviews to learn from, {len(test_texts)} held out, such as")
    for i in (-6, -5, -2, -1):
        print("   ", "good:" if test_labels[i] else "bad: ", test_texts[i])

# %% [markdown]
# The classifier around the layers is given here, so that this lab stands on its own. Its score is a
# weighted sum $s = \mathbf{v} \cdot \text{mean} + c$, and $1 / (1 + e^{-s})$ is its probability
# that the review is good. The loss is $-\log$ of the probability that it gave to the right answer.
# Its slope in $s$ is simply the probability minus the label, 1 or 0. `train` takes steps downhill
# with momentum, on a few random reviews at a time.


# %% locked="train"
class BagNetwork:
    """The mean of the words' vectors, and a weight for each of its entries."""

    def __init__(self, embedding, n_words, size=8):
        generator = np.random.default_rng(0)
        self.embedding, self.width = embedding, 1
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


# %% [markdown]
# The bag, once on each kind of review:

# %%
words = vocabulary(load_sentences()[0][0])
print(len(words), "words:", *words)
for kind in ("plain", "order"):
    (train_texts, train_labels), (test_texts, test_labels) = load_sentences(kind)
    bag = BagNetwork(Embedding(), len(words))
    train(bag, *encode(train_texts, words), train_labels, lr=1.0)
    right = accuracy(bag, test_texts, test_labels, words)
    print(f"bag of embeddings, {kind}: {right:.0%} of {len(test_texts)} held-out reviews")

# %% [markdown]
# Where one word decides, the bag is all you need. Where the order does, it is as good as a coin. A
# longer training or a larger table would not help:

# %%
for text in ("not good bad", "not bad good"):
    print(f"{text}: score {bag.scores(*encode([text], words))[0]:+.6f}")

# %% [markdown]
# ### Task 2 · Half of them
#
# 1. Each review of the second kind has a twin: the same words with the good and the bad one
#    swapped, and the other label. Explain why *every* classifier that sees only the mean of the
#    embeddings is right for exactly one of two twins, however it was trained.
# 2. Would it help to put a large network between the mean and the score, or to take the maximum of
#    each entry over the words instead of the mean?

# %% [markdown] written="word_order" points=1
# 1. A sum does not depend on the order of its terms. Twins have the same words, so the same mean,
#    so the same score, and get the same answer. Their labels differ, so one answer is right and one
#    is wrong: 50 %, whatever the table and the weights are.
# 2. No. The network behind the mean is handed the same vector for both twins. And the maximum over
#    the words does not depend on their order either. Something has to look at neighbouring words
#    *before* the order is thrown away.

# %% [markdown]
# ## 3 · Windows over words
#
# A filter that spans $K$ words sees who stands beside whom. Now each position holds $D$ numbers, so
# the positions are what the filter slides along, and the $D$ numbers are its **channels**, as in
# lab 2. A filter has a weight for each channel of each of its $K$ places, and there are $O$ of
# them, each with a bias:
#
# $$
# a_{not} = b_o + \sum_{c=0}^{C-1} \sum_{k=0}^{K-1} w_{ock} \, x_{n,c,t+k}
# \qquad t = 0, \dots, T - K .
# $$
#
# As everywhere in these labs, batches are ordered $N \times C \times T$ and filters
# $O \times C \times K$. `Embedding` gives $N \times T \times D$, a vector for each word, so the
# network turns the last two axes round, `x.transpose(0, 2, 1)`, before it convolves.
#
# ![“good not bad” and “bad not good”: every word is a column of two numbers, feeling and negation,
# chosen by hand, and the mean over the words is the same for both. A filter of two words, a
# negation and then something bad, tells them apart: its largest sum is 2 in the first, 0 in the
# second.](../../figures/text_convolution.png)
#
# In the picture each word has two channels, feeling and negation, and the filter looks for "not"
# with something bad behind it. Its best sum is 2 in one sentence and 0 in the other. It has seen
# the order. Here is the same with a second filter beside the first, and biases $(0.5, -1)$.

# %%
good_not_bad = np.array([[[1.0, 0.0, -1.0], [0.0, 1.0, 0.0]]])  # (N, C, T) = (1, 2, 3)
two_filters = np.array([[[0.0, -1.0], [1.0, 0.0]], [[1.0, 0.0], [0.0, 2.0]]])  # (O, C, K)
biases = np.array([0.5, -1.0])
for o in range(2):
    sums = [np.sum(two_filters[o] * good_not_bad[0, :, t : t + 2]) for t in range(2)]
    print(f"filter {o}:", [float(b + biases[o]) for b in sums])

# %% [markdown]
# **The way back** holds nothing new. Every $a_{not}$ is a sum of products, so each factor gets the
# other one times the upstream gradient, and whatever is used in several places adds up over all of
# them. A bias is used by each sentence, at each place:
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
# With $\nabla_a = \begin{bmatrix} 1 & 2 \\ 3 & -1 \end{bmatrix}$ for the example above,
# $\nabla_b = (3, 2)$. And the feeling of the first word is used by two weights, $w_{000} = 0$ and
# $w_{100} = 1$, at place 0: $\nabla_{x_{000}} = 1 \cdot 0 + 3 \cdot 1 = 3$. All of it is linear, so
# raising a number by 1 shows its gradient:


# %%
def example_loss(x, b):
    """The answers of both filters, weighted by the upstream gradient of the example."""
    windows = [x[0, :, t : t + 2] for t in range(2)]
    answers = [[np.sum(f * window) for window in windows] for f in two_filters]
    return np.sum(np.array([[1.0, 2.0], [3.0, -1.0]]) * (answers + b[:, None]))


here = example_loss(good_not_bad, biases)
more = good_not_bad.copy()
more[0, 0, 0] += 1
print("raise x[0, 0, 0] by 1: the loss changes by", example_loss(more, biases) - here)
for o in range(2):
    change = example_loss(good_not_bad, biases + np.eye(2)[o]) - here
    print(f"raise b[{o}] by 1: the loss changes by", change)

# %% [markdown]
# ### Task 3 · `TextConv`
#
# The filters span from 1 word to the whole length $T$. No padding, stride 1. The five sizes
# $N, C, T, O, K$ have nothing to do with each other.
#
# <details><summary>Hint: forward</summary>
#
# `np.lib.stride_tricks.sliding_window_view(x, K, axis=2)` has shape `(N, C, T - K + 1, K)`, and
# `np.einsum` sums over the letters that are missing behind the arrow. Or go tap by tap: for each
# `k`, the entries `x[:, :, k : k + T - K + 1]` meet the weights `w[:, :, k]`.
# </details>
#
# <details><summary>Hint: backward</summary>
#
# Write the loop over `k` forwards, then turn each line round: what was read with a weight is now
# written to, with the same weight. Collect in buffers of zeros of shape `x.shape` and `w.shape`.
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


# %% test="test_TextConv" points=1.5
from scipy.signal import correlate as _correlate

# The example of the page, all numbers by hand.
_x = np.array([[[1.0, 0, -1], [0, 1, 0]]])
_w, _b = np.array([[[0.0, -1], [1, 0]], [[1, 0], [0, 2]]]), np.array([0.5, -1])
_got = TextConv().forward(_x.copy(), _w.copy(), 0 * _b)
check_equal(_got, [[[0.0, 2], [3, 0]]], "the example, biases zero")
# A second sentence, and one filter.
_x = np.array([[[1.0, 0, -1], [0, 1, 0]], [[2, 3, 5], [-1, 0.5, 4]]])
_got = TextConv().forward(_x.copy(), _w[1:].copy(), 0 * _b[1:])
check_equal(_got, [[[3.0, 0]], [[3, 11]]], "two sentences, the second filter")
check_bounds(TextConv().forward, _x.copy(), _w.copy(), _b.copy())


def _filtered(x, w):
    """(N, O, T - K + 1): scipy filters all channels at once, for two axes fit in one way only."""
    return np.array([[_correlate(s, f, "valid", "direct")[0] for f in w] for s in x])


_generator = np.random.default_rng(80)
_x, _w = _generator.normal(size=(2, 3, 6)), _generator.normal(size=(4, 3, 2))
_got = TextConv().forward(_x.copy(), _w.copy(), np.zeros(4))
check_equal(_got, _filtered(_x, _w), "x (2, 3, 6), w (4, 3, 2), biases zero")
### BEGIN HIDDEN TESTS
for _n, _c, _t, _o, _k in [(3, 2, 7, 5, 3), (2, 5, 4, 1, 2), (1, 1, 8, 3, 4), (4, 4, 9, 4, 4)]:
    for _scale in (1, 1e6, 1e-6):
        _x, _w = _scale * rng().normal(size=(_n, _c, _t)), rng().normal(size=(_o, _c, _k))
        _got = TextConv().forward(_x.copy(), _w.copy(), np.zeros(_o))
        check_equal(_got, _filtered(_x, _w), f"x {_x.shape}, w {_w.shape}, biases zero")
### END HIDDEN TESTS

# %% test="test_TextConv_bias" points=0.5
# Inputs of zeros leave only the biases; then one channel, and filters one word wide.
_w, _b = np.array([[[0.0, -1], [1, 0]], [[1, 0], [0, 2]]]), np.array([0.5, -1])
_got = TextConv().forward(np.zeros((2, 2, 4)), _w.copy(), _b.copy())
check_equal(_got, [[[0.5] * 3, [-1] * 3]] * 2, "zeros give the biases")
_got = TextConv().forward(np.array([[[1.0, -2]]]), np.array([[[2.0]], [[10.0]]]), _b.copy())
check_equal(_got, [[[2.5, -3.5], [9, -21]]], "one channel, filters one word wide")
### BEGIN HIDDEN TESTS
for _n, _t, _o in [(3, 5, 2), (2, 5, 4), (4, 5, 4), (1, 2, 1), (2, 3, 2)]:
    _b = rng().normal(size=_o)
    _got = TextConv().forward(rng().normal(size=(_n, 3, _t)), np.zeros((_o, 3, 2)), _b.copy())
    _expected = np.broadcast_to(_b[:, None], (_n, _o, _t - 1))
    check_equal(_got, _expected, f"filters of zeros, {_o} biases")
### END HIDDEN TESTS

# %% test="test_TextConv_sizes" points=1
# One word wide; as wide as the sentence; one channel; one of everything.
_x = np.array([[[1.0, -2, 4], [0.5, 3, -1]]])
_got = TextConv().forward(_x.copy(), np.array([[[2.0], [10.0]]]), np.zeros(1))
check_equal(_got, [[[7.0, 26, -2]]], "filters one word wide")
_got = TextConv().forward(_x.copy(), np.array([[[1.0, 2, 3], [4, 5, 6]]]), np.zeros(1))
check_equal(_got, [[[20.0]]], "a filter as wide as the sentence")
_got = TextConv().forward(_x[:, :1].copy(), np.array([[[1.0, 10]], [[2, 0]]]), np.zeros(2))
check_equal(_got, [[[-19.0, 38], [2, -4]]], "one channel")
_got = TextConv().forward(np.array([[[3.0]]]), np.array([[[-0.5]]]), np.zeros(1))
check_equal(_got, [[[-1.5]]], "one of everything")
### BEGIN HIDDEN TESTS
for _n, _c, _t, _o, _k in [(2, 3, 5, 4, 1), (3, 2, 4, 2, 4), (2, 1, 6, 3, 5), (5, 1, 1, 2, 1)]:
    _x, _w = rng().normal(size=(_n, _c, _t)), rng().normal(size=(_o, _c, _k))
    _windows = np.stack([_x[:, :, _i : _i + _k] for _i in range(_t - _k + 1)])
    _expected = np.einsum("tnck,ock->not", _windows, _w)
    _got = TextConv().forward(_x.copy(), _w.copy(), np.zeros(_o))
    check_equal(_got, _expected, f"x {_x.shape}, w {_w.shape}")
### END HIDDEN TESTS


# %% test="test_TextConv_backward_x" points=1.5
def _gradients(x, w, da):
    layer = TextConv()
    layer.forward(np.array(x, dtype=float), np.array(w, dtype=float), np.zeros(len(w)))
    got = layer.backward(np.array(da, dtype=float))
    assert isinstance(got, tuple | list), "backward must return a tuple (dx, dw, db)"
    dx, dw, db = got
    return dx, dw, db


# The example of the page.
_x, _w = [[[1.0, 0, -1], [0, 1, 0]]], [[[0.0, -1], [1, 0]], [[1, 0], [0, 2]]]
_got = _gradients(_x, _w, [[[1.0, 2], [3, -1]]])[0]
check_gradients(_got, [[[3.0, -2, -2], [1, 8, -2]]], "dx of the example")
_got = _gradients(_x, _w, np.zeros((1, 2, 2)))[0]
check_gradients(_got, np.zeros((1, 2, 3)), "dx, da zeros")
_layer = TextConv()
_layer.forward(np.array(_x), np.array(_w), np.zeros(2))
check_bounds(_layer.backward, np.ones((1, 2, 2)))

_generator = np.random.default_rng(81)
_x, _w, _da = (_generator.normal(size=_s) for _s in [(2, 3, 6), (4, 3, 2), (2, 4, 5)])


def _loss(x):
    windows = np.stack([x[:, :, t : t + 2] for t in range(5)])
    return np.einsum("tnck,ock,not->", windows, _w, _da)


gradient_check(_loss, lambda x: {"x": _gradients(x, _w, _da)[0]}, x=_x)
### BEGIN HIDDEN TESTS
for _n, _c, _t, _o, _k in [(3, 2, 7, 5, 3), (1, 4, 4, 1, 4), (2, 1, 5, 2, 1), (1, 1, 1, 1, 1)]:
    _x, _w = rng().normal(size=(_n, _c, _t)), rng().normal(size=(_o, _c, _k))
    _da, _dx = rng().normal(size=(_n, _o, _t - _k + 1)), np.zeros((_n, _c, _t))
    for _i in range(_t - _k + 1):
        _dx[:, :, _i : _i + _k] += np.einsum("no,ock->nck", _da[:, :, _i], _w)
    check_gradients(_gradients(_x, _w, _da)[0], _dx, f"dx, x {_x.shape}, w {_w.shape}")
### END HIDDEN TESTS


# %% test="test_TextConv_backward_w" points=1.5
def _gradients(x, w, da):
    layer = TextConv()
    layer.forward(np.array(x, dtype=float), np.array(w, dtype=float), np.zeros(len(w)))
    got = layer.backward(np.array(da, dtype=float))
    assert isinstance(got, tuple | list), "backward must return a tuple (dx, dw, db)"
    dx, dw, db = got
    return dx, dw, db


# The example of the page.
_x, _w = [[[1.0, 0, -1], [0, 1, 0]]], [[[0.0, -1], [1, 0]], [[1, 0], [0, 2]]]
_got = _gradients(_x, _w, [[[1.0, 2], [3, -1]]])[1]
check_gradients(_got, [[[1.0, -2], [2, 1]], [[3, 1], [-1, 3]]], "dw of the example")
_got = _gradients(_x, _w, np.zeros((1, 2, 2)))[1]
check_gradients(_got, np.zeros((2, 2, 2)), "dw, da zeros")

_generator = np.random.default_rng(82)
_x, _w, _da = (_generator.normal(size=_s) for _s in [(2, 3, 6), (4, 3, 2), (2, 4, 5)])


def _loss(w):
    windows = np.stack([_x[:, :, t : t + 2] for t in range(5)])
    return np.einsum("tnck,ock,not->", windows, w, _da)


gradient_check(_loss, lambda w: {"w": _gradients(_x, w, _da)[1]}, w=_w)
### BEGIN HIDDEN TESTS
for _n, _c, _t, _o, _k in [(3, 2, 7, 5, 3), (1, 4, 4, 1, 4), (2, 1, 5, 2, 1), (1, 1, 1, 1, 1)]:
    _x, _w = rng().normal(size=(_n, _c, _t)), rng().normal(size=(_o, _c, _k))
    _da, _dw = rng().normal(size=(_n, _o, _t - _k + 1)), np.zeros((_o, _c, _k))
    for _i in range(_t - _k + 1):
        _dw += np.einsum("no,nck->ock", _da[:, :, _i], _x[:, :, _i : _i + _k])
    check_gradients(_gradients(_x, _w, _da)[1], _dw, f"dw, x {_x.shape}, w {_w.shape}")
### END HIDDEN TESTS


# %% test="test_TextConv_backward_b" points=1
def _gradients(x, w, da):
    layer = TextConv()
    layer.forward(np.array(x, dtype=float), np.array(w, dtype=float), np.zeros(len(w)))
    got = layer.backward(np.array(da, dtype=float))
    assert isinstance(got, tuple | list), "backward must return a tuple (dx, dw, db)"
    dx, dw, db = got
    return dx, dw, db


# The example of the page; then with a second sentence.
_x, _w = [[[1.0, 0, -1], [0, 1, 0]]], [[[0.0, -1], [1, 0]], [[1, 0], [0, 2]]]
check_gradients(_gradients(_x, _w, [[[1.0, 2], [3, -1]]])[2], [3.0, 2], "db of the example")
_da = [[[1.0, 2], [3, -1]], [[10, 20], [40, -5]]]
check_gradients(_gradients(2 * _x, _w, _da)[2], [33.0, 37], "db of two sentences")
check_gradients(_gradients(_x, _w, np.zeros((1, 2, 2)))[2], np.zeros(2), "db, da zeros")
### BEGIN HIDDEN TESTS
for _n, _c, _t, _o, _k in [(3, 2, 7, 5, 3), (1, 4, 4, 1, 4), (2, 1, 5, 2, 1), (1, 1, 1, 1, 1)]:
    _x, _w = rng().normal(size=(_n, _c, _t)), rng().normal(size=(_o, _c, _k))
    _da = rng().normal(size=(_n, _o, _t - _k + 1))
    _db = np.array([np.vdot(_da[:, _i], np.ones((_n, _t - _k + 1))) for _i in range(_o)])
    check_gradients(_gradients(_x, _w, _da)[2], _db, f"db, x {_x.shape}, w {_w.shape}")
### END HIDDEN TESTS


# %% test="test_TextConv_kinds" points=0.75
def _forward(x, w, b):
    return TextConv().forward(x, w, b)


def _backward(x, w, b, da):
    layer = TextConv()
    layer.forward(x, w, b)
    return layer.backward(da)


_generator = np.random.default_rng(83)
_x, _w, _b, _da = (
    _generator.uniform(1.1, 4.4, size=_s) for _s in [(2, 3, 4), (2, 3, 2), 2, (2, 2, 3)]
)
check_kinds(_forward, _x, -_w, _b)
check_kinds(_backward, _x, -_w, _b, _da, gradient=True)
### BEGIN HIDDEN TESTS
_x, _w, _b, _da = (rng().uniform(1.1, 4.4, size=_s) for _s in [(2, 1, 5), (3, 1, 2), 3, (2, 3, 4)])
check_kinds(_forward, -_x, _w, _b)
check_kinds(_backward, _x, _w, _b, -_da, gradient=True)
# As the network hands it over: the embedding with its axes turned.
_layer = TextConv()
_expected = _forward(_x.transpose(0, 2, 1).copy(), np.ones((2, 5, 1)), np.zeros(2))
_got = _forward(_x.transpose(0, 2, 1), np.ones((2, 5, 1)), np.zeros(2))
check_equal(_got, _expected, "forward of x.transpose(0, 2, 1)")
### END HIDDEN TESTS

# %% test="test_TextConv_layer" points=0.75
_generator = np.random.default_rng(84)
_x, _w, _b, _da = (_generator.normal(size=_s) for _s in [(2, 3, 5), (2, 3, 2), 2, (2, 2, 4)])
check_layer(TextConv, _x, _w, _b, dout=_da)
_one = np.ones((1, 1, 1))  # a filter that changes nothing: is its result still a new array?
check_layer(TextConv, _x[:, :1], _one, np.zeros(1), dout=_x[:, :1], other=(_x, _w, _b))
### BEGIN HIDDEN TESTS
_x, _w, _b, _da = (rng().normal(size=_s) for _s in [(3, 2, 4), (5, 2, 3), 5, (3, 5, 2)])
check_layer(TextConv, _x, _w, _b, dout=_da, other=(_x[:1, :, ::-1], _w[:2], _b[:2]))
check_layer(TextConv, _one, _one, np.zeros(1), dout=_one)
### END HIDDEN TESTS

# %% [markdown]
# Your layer against measured slopes:

# %%
conv = TextConv()
gradient_check(conv.forward, conv.backward, good_not_bad, two_filters, biases)

# %% [markdown]
# ## 4 · The best place of all
#
# A filter has now answered at $T - K + 1$ places. "Is it anywhere in here?" asks for the best one:
# the **max over time**, one number for each filter, however long the sentence is.
#
# $$
# z_{no} = \max_{0 \le t < L_n} a_{not}
# $$
#
# **Lengths.** An array has one length, and sentences have many. So short ones are filled up with a
# made-up word, the padding, word number 0. It is there for the array's sake, and should not speak.
# But it does: padded places have answers too, at least a bias, and where all real answers are
# negative, they win. So max over time is told how many places count, $L_n$, and looks at no other.
# Take
#
# $$
# \mathbf{a} = \begin{bmatrix} 1 & 4 & 2 & 9 \\ -3 & -1 & -2 & 0 \end{bmatrix}
# \qquad L = 3 \qquad\Rightarrow\qquad \mathbf{z} = (4, -1) .
# $$
#
# The 9 and the 0 are padding. To *multiply* what does not count by zero would not do: then the
# second row's best would be 0.
#
# **The way back** is lab 4's. Each winner gets the upstream gradient of its filter, all others
# nothing, and neither does the padding. With $\nabla_\mathbf{z} = (2, 5)$ it is 2 at the 4 and 5 at
# the $-1$. At a **tie** any valid subgradient is right: shares that are not negative and sum to the
# upstream gradient, divided among the winners that count.

# %%
a = np.array([[1.0, 4.0, 2.0, 9.0], [-3.0, -1.0, -2.0, 0.0]])
print("padding wins:     ", a.max(axis=1))
print("only three count: ", a[:, :3].max(axis=1))
print("times zero:       ", (a * [1, 1, 1, 0]).max(axis=1))

# %% [markdown]
# ### Task 4 · `MaxOverTime`
#
# Without `lengths` all places count. With it, sentence `n` has `lengths[n]` places that count, from
# 1 to all; what stands behind them can be any number, however large.
#
# <details><summary>Hint: forward</summary>
#
# `np.arange(P) < lengths[:, None]` is True where a place counts. `np.where` can put a number there
# that never wins. (Does it fit into an array of ints?) Or take one sentence after the other:
# `a[n, :, : lengths[n]]`.
# </details>
#
# <details><summary>Hint: backward</summary>
#
# `argmax` in forward tells where the winners are. `np.put_along_axis` writes to such places, and so
# does a loop over `n` and `o`.
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


# %% test="test_MaxOverTime" points=1
# By hand, all places count: the best one first, in the middle, last, and below zero.
_a = np.array([[[1.0, 4, 2, 9], [-3, -1, -2, -4]], [[7, 0, 3, 5], [0.5, 0.25, -8, 0]]])
check_equal(MaxOverTime().forward(_a.copy()), [[9.0, -1], [7, 0.5]], "z, all places count")
check_equal(MaxOverTime().forward(-_a), [[-1.0, 4], [0, 8]], "z of -a")
check_equal(MaxOverTime().forward(_a[:, :, 1:2].copy()), [[4.0, -1], [0, 0.25]], "z of one place")
check_equal(MaxOverTime().forward(_a[:1, :1].copy()), [[9.0]], "z of one filter")
check_bounds(MaxOverTime().forward, _a.copy())
### BEGIN HIDDEN TESTS
for _n, _o, _p in [(3, 2, 5), (2, 4, 1), (1, 1, 7), (4, 4, 4), (5, 1, 2)]:
    for _scale in (1, 1e6, -1e-6):
        _a = _scale * rng().normal(size=(_n, _o, _p))
        _z = np.array([[sorted(_row.tolist())[-1] for _row in _sentence] for _sentence in _a])
        check_equal(MaxOverTime().forward(_a.copy()), _z, f"z, a {_a.shape}")
        check_equal(MaxOverTime().forward(-np.abs(_a)), -np.abs(_a).min(axis=2), "z below zero")
### END HIDDEN TESTS

# %% test="test_MaxOverTime_lengths" points=1.5
# The example of the page, and with a second sentence of another length.
_a = np.array([[[1.0, 4, 2, 9], [-3, -1, -2, 0]], [[7, 8, 9, 6], [-5, -4, 1e6, 2]]])
_got = MaxOverTime().forward(_a[:1].copy(), np.array([3]))
check_equal(_got, [[4.0, -1]], "z of the example")
_got = MaxOverTime().forward(_a.copy(), np.array([3, 2]))
check_equal(_got, [[4.0, -1], [8, -4]], "z, 3 and 2 places count")
_got = MaxOverTime().forward(_a.copy(), np.array([1, 4]))
check_equal(_got, [[1.0, -3], [9, 1e6]], "z, 1 and 4 places count")
# All that counts is far below zero; so is what does not, or it is above.
_a = np.array([[[-1e9, -2e9, 0.0]], [[-3e9, -2e9, -1e9]]])
_got = MaxOverTime().forward(_a.copy(), np.array([2, 2]))
check_equal(_got, [[-1e9], [-2e9]], "z far below zero")
_got = MaxOverTime().forward(_a.astype(np.int64), np.array([2, 2])) * 1.0
check_equal(_got, [[-1e9], [-2e9]], "z far below zero, in whole numbers")
### BEGIN HIDDEN TESTS
for _n, _o, _p in [(3, 2, 5), (4, 1, 3), (6, 4, 2), (2, 2, 9), (5, 5, 5)]:
    for _scale in (1, 1e6):
        _a, _lengths = _scale * (rng().normal(size=(_n, _o, _p)) - 3), rng().integers(1, _p + 1, _n)
        for _m in range(_n):
            _a[_m, :, _lengths[_m] :] += 10 * _scale  # padding would win
        _z = np.array([_a[_m, :, : _lengths[_m]].max(axis=1) for _m in range(_n)])
        _got = MaxOverTime().forward(_a.copy(), _lengths.copy())
        check_equal(_got, _z, f"z, a {_a.shape}, lengths {_lengths}")
### END HIDDEN TESTS


# %% test="test_MaxOverTime_backward" points=1
def _gradient(a, dz):
    layer = MaxOverTime()
    layer.forward(np.array(a, dtype=float))
    return layer.backward(np.array(dz, dtype=float))


_a = [[[1.0, 4, 2, 9], [-3, -1, -2, -4]], [[7, 0, 3, 5], [0.5, 0.25, -8, 0]]]
_da = [[[0.0, 0, 0, 2], [0, 5, 0, 0]], [[-1, 0, 0, 0], [0.5, 0, 0, 0]]]
check_gradients(_gradient(_a, [[2.0, 5], [-1, 0.5]]), _da, "the gradient, all places count")
check_gradients(_gradient(_a, np.zeros((2, 2))), np.zeros((2, 2, 4)), "the gradient, dz zeros")
check_gradients(_gradient([[[3.0]]], [[-2.5]]), [[[-2.5]]], "the gradient of one place")
_layer = MaxOverTime()
_layer.forward(np.array(_a))
check_bounds(_layer.backward, np.ones((2, 2)))
### BEGIN HIDDEN TESTS
for _n, _o, _p in [(3, 2, 5), (2, 4, 1), (1, 1, 7), (4, 4, 4), (5, 1, 2)]:
    for _scale in (1, 1e6, -1e-6):
        _a, _dz = _scale * rng().normal(size=(_n, _o, _p)), rng().normal(size=(_n, _o))
        _da = _dz[:, :, None] * (_a == _a.max(axis=2, keepdims=True))
        check_gradients(_gradient(_a, _dz), _da, f"the gradient, a {_a.shape}")
### END HIDDEN TESTS


# %% test="test_MaxOverTime_backward_lengths" points=1
def _gradient(a, lengths, dz):
    layer = MaxOverTime()
    layer.forward(np.array(a, dtype=float), np.array(lengths))
    return layer.backward(np.array(dz, dtype=float))


# The example of the page; then two sentences, the padding's values in the way.
_got = _gradient([[[1.0, 4, 2, 9], [-3, -1, -2, 0]]], [3], [[2.0, 5]])
check_gradients(_got, [[[0.0, 2, 0, 0], [0, 5, 0, 0]]], "the gradient of the example")
_a = [[[1.0, 4, 2, 9]], [[-2, -3, 8, 0]]]
_got = _gradient(_a, [1, 2], [[2.0], [-3]])
check_gradients(_got, [[[2.0, 0, 0, 0]], [[-3, 0, 0, 0]]], "the gradient, 1 and 2 count")
_got = _gradient(_a, [4, 3], [[2.0], [-3]])
check_gradients(_got, [[[0.0, 0, 0, 2]], [[0, 0, -3, 0]]], "the gradient, 4 and 3 count")
# The padding happens to equal the best: still not its gradient.
_got = _gradient([[[1.0, 4, 2, 4]], [[4, 3, 3, 3]]], [3, 1], [[2.0], [-3]])
check_gradients(_got, [[[0.0, 2, 0, 0]], [[-3, 0, 0, 0]]], "the gradient, padding equals the best")
### BEGIN HIDDEN TESTS
for _n, _o, _p in [(3, 2, 5), (4, 1, 3), (6, 4, 2), (2, 2, 9), (5, 5, 5)]:
    _a, _lengths = rng().normal(size=(_n, _o, _p)) - 3, rng().integers(1, _p + 1, _n)
    _dz, _da = rng().normal(size=(_n, _o)), np.zeros((_n, _o, _p))
    for _m, _i in np.ndindex(_n, _o):
        _a[_m, _i, _lengths[_m] :] += 10
        _da[_m, _i, np.argmax(_a[_m, _i, : _lengths[_m]])] = _dz[_m, _i]
    check_gradients(_gradient(_a, _lengths, _dz), _da, f"the gradient, lengths {_lengths}")
### END HIDDEN TESTS


# %% test="test_MaxOverTime_ties" points=1
def _check_shares(a, dz, name):
    """The gradient at ties: shares that are not negative and sum to what came in."""
    a, dz = np.array(a, dtype=float), np.array(dz, dtype=float)
    layer = MaxOverTime()
    layer.forward(a.copy())
    got = layer.backward(dz.copy())
    winners = a == a.max(axis=2, keepdims=True)
    shares = got / dz[:, :, None] if np.shape(got) == a.shape else winners / 1.0
    # The valid gradient next to it: where the two differ, this one is not valid.
    nearest = np.where(winners, np.maximum(shares, 0), 0) + 0.0
    nearest += winners * (nearest.sum(axis=2, keepdims=True) == 0)  # nobody took anything
    nearest /= nearest.sum(axis=2, keepdims=True)
    check_gradients(got, nearest * dz[:, :, None], f"{name}, sharing: the gradient")


_check_shares([[[1.0, 3, 3], [2, 0, 2]]], [[2.0, -1]], "two winners")
_check_shares([[[0.0, 0, 0, 0]], [[5, 5, 1, 5]]], [[1.0], [3]], "four winners and three")
_check_shares([[[-3.0, -3, -7, -8]]], [[2.0]], "two winners below zero")
# Nearly tied is not tied.
_layer = MaxOverTime()
_layer.forward(np.array([[[3.0, 3.0 + 1e-9, 1.0]]]))
check_gradients(_layer.backward(np.array([[2.0]])), [[[0.0, 2, 0]]], "nearly tied: the gradient")
### BEGIN HIDDEN TESTS
_a = rng().integers(0, 3, size=(4, 5, 6)) - 2.0
_dz = rng().choice([-1, 1], size=(4, 5)) * rng().uniform(0.5, 1.5, size=(4, 5))
_check_shares(_a, _dz, "small whole numbers")
_check_shares(_a[:, :, :2], 1e6 * _dz, "two places")
_check_shares(0 * _a, 1e6 * _dz, "zeros")
### END HIDDEN TESTS


# %% test="test_MaxOverTime_kinds" points=0.5
def _forward(a):
    return MaxOverTime().forward(a)


def _forward_lengths(a):
    return MaxOverTime().forward(a, np.array([2, 3]))


def _backward(a, dz):
    layer = MaxOverTime()
    layer.forward(a, np.array([2, 3]))
    return layer.backward(dz)


_a = np.array([[[1.4, 3.2, 9.1], [-4.3, -2.1, 0.3]], [[7.3, 5.2, 2.6], [-8.7, -6.2, -4.4]]])
_dz = np.array([[2.4, -3.3], [1.7, 4.2]])
check_kinds(_forward, _a)
check_kinds(_forward_lengths, _a)
check_kinds(_backward, _a, _dz, gradient=True)
# The lengths may be a view as well.
_z = _forward_lengths(_a.copy())
for _view in (np.array([2, 0, 3, 0])[::2], np.array([3, 2])[::-1]):
    check_equal(MaxOverTime().forward(_a.copy(), _view), _z, "lengths are a view: z")
### BEGIN HIDDEN TESTS
_a = 2.0 * rng().permutation(24).reshape(2, 3, 4) - 21.6
check_kinds(_forward, _a)
check_kinds(_forward_lengths, _a)
check_kinds(_backward, -_a, rng().uniform(1.1, 4.4, size=(2, 3)), gradient=True)
### END HIDDEN TESTS

# %% test="test_MaxOverTime_layer" points=0.5
_a = np.array([[[1.4, 3.2, 9.1], [-4.3, -2.1, 0.3]], [[7.3, 5.2, 2.6], [-8.7, -6.2, -4.4]]])
_dz = np.array([[2.4, -3.3], [1.7, 4.2]])
check_layer(MaxOverTime, _a, dout=_dz)
check_layer(MaxOverTime, _a, np.array([2, 1]), dout=_dz, other=(-_a[:1, :, :2], np.array([2])))
check_layer(MaxOverTime, _a[:, :, :1], dout=_dz, other=(_a, np.array([3, 3])))
### BEGIN HIDDEN TESTS
_a, _dz = rng().normal(size=(3, 2, 5)), rng().normal(size=(3, 2))
_other = (_a[:, :, ::-1], np.array([1, 2, 3]))
check_layer(MaxOverTime, _a, np.array([5, 1, 3]), dout=_dz, other=_other)
check_layer(MaxOverTime, _a, dout=_dz, other=(_a[:2, :1], np.array([2, 4])))
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
# Everything is there now. The network below looks words up, lets its filters slide, takes the best
# place of each, cuts off what is below zero, and adds up the votes: filter $o$ votes with $v_o$.
#
# ![Three layers in a row: the words good not bad, numbers 2, 3, 1, become x = (1, 0, −1; 0, 1, 0)
# in the embedding, a = (1, 3; 2, −1) after conv with two filters, and z = (3, 2) after max.
# Gradients go the other way, and from the layers to the table, the filters and the
# biases.](../../images/text_network.png)
#
# A sentence of $T_n$ words has $T_n - K + 1$ windows without padding. If it is shorter than the
# filter, it has none at all: then the one window that begins with its first word counts, padding
# and all.


# %% locked="network"
class TextNetwork:
    """Embedding, filters over words, max over time, ReLU, and a vote for each filter."""

    def __init__(self, embedding, conv, pool, n_words, size=8, filters=8, width=3):
        generator = np.random.default_rng(0)
        self.embedding, self.conv, self.pool, self.width = embedding, conv, pool, width
        self.params = {
            "table": generator.normal(size=(n_words, size)),
            "w": generator.normal(size=(filters, size, width)) / np.sqrt(size * width),
            "b": np.zeros(filters),
            "v": generator.normal(size=filters) / np.sqrt(filters),
            "c": np.zeros(()),
        }

    def scores(self, ids, lengths):
        """One number for each sentence (N,): above zero is good."""
        table, w, b, v, c = self.params.values()
        x = self.embedding.forward(ids, table).transpose(0, 2, 1)
        self.answers = self.conv.forward(x, w, b)
        best = self.pool.forward(self.answers, np.maximum(lengths - self.width + 1, 1))
        self.h = np.maximum(best, 0)
        return self.h @ v + c

    def gradients(self, dscores):
        """Gradients of all parameters, by name."""
        dh = np.outer(dscores, self.params["v"])
        da = self.pool.backward(np.where(self.h > 0, dh, 0))
        dx, dw, db = self.conv.backward(da)
        return {
            "table": self.embedding.backward(dx.transpose(0, 2, 1)),
            "w": dw,
            "b": db,
            "v": self.h.T @ dscores,
            "c": np.sum(dscores),
        }


# %% [markdown]
# The first check needs your `TextConv` to learn: on short reviews, four words at most, with filters
# two words wide. The other two layers are ours when it is graded. In the held-out reviews good and
# bad words meet that never met before. All of them right is usual, three out of
# four are enough.

# %% test="test_TextConv_learns" points=1
(_texts, _labels), (_held_out, _held_out_labels) = load_sentences("order")
_short = [_i for _i, _text in enumerate(_texts) if len(_text.split()) <= 4]
_held = [_i for _i, _text in enumerate(_held_out) if len(_text.split()) <= 4]
_words = vocabulary([_texts[_i] for _i in _short])
_layers = Embedding(), TextConv(), MaxOverTime()
### BEGIN HIDDEN TESTS


class _Lookup:
    def forward(self, ids, table):
        self.one_hot = np.eye(len(table))[ids]
        return self.one_hot @ table

    def backward(self, dout):
        return np.einsum("ntv,ntd->vd", self.one_hot, dout)


class _Best:
    def forward(self, a, lengths):
        counts = np.where(np.arange(a.shape[2]) < lengths[:, None, None], a, -np.inf)
        self.best = np.arange(a.shape[2]) == counts.argmax(axis=2)[:, :, None]
        return counts.max(axis=2)

    def backward(self, dz):
        return self.best * dz[:, :, None]


_layers = _Lookup(), TextConv(), _Best()
### END HIDDEN TESTS
_network = TextNetwork(*_layers, len(_words), size=6, filters=6, width=2)
_ids, _lengths = encode([_texts[_i] for _i in _short], _words)
_losses = train(_network, _ids, _lengths, _labels[_short], steps=120, batch=24)
_right = accuracy(_network, [_held_out[_i] for _i in _held], _held_out_labels[_held], _words)
assert _right >= 0.75, f"of the held-out reviews, 75 % should be right, got {_right:.0%}"

# %% [markdown]
# And now all the reviews of this kind, with filters one, two and three words wide, beside the bag.
# Predict first: which of these can tell twins apart?

# %%
import matplotlib.pyplot as plt

(train_texts, train_labels), (test_texts, test_labels) = load_sentences("order")
networks = {"bag of embeddings": BagNetwork(Embedding(), len(words))}
for width in (1, 2, 3):
    networks[f"filters of width {width}"] = TextNetwork(
        Embedding(), TextConv(), MaxOverTime(), len(words), width=width
    )
losses = {}
for name, network in networks.items():
    losses[name] = train(network, *encode(train_texts, words, at_least=network.width), train_labels)
    right = accuracy(network, test_texts, test_labels, words)
    print(f"{name}: {right:.0%} of {len(test_texts)} held-out reviews")

figure, axes = plt.subplots(figsize=(7, 3.6))
for (name, values), style in zip(losses.items(), ("k:", "k--", "-", "-"), strict=True):
    axes.plot(range(5, 151, 5), np.reshape(values, (-1, 5)).mean(axis=1), style, label=name)
axes.axhline(np.log(2), color="0.8", zorder=0)
axes.set(xlabel="step", ylabel="loss, mean of 5 steps", title="Learning to read in 150 steps")
axes.legend()
plt.show()

# %% [markdown]
# One word wide is a bag again: it finds out which words are there, and not where. Two words are
# enough. The loss tells the same story. A coin has $\log 2 \approx 0.69$, the grey line.

# %% [markdown]
# **What accuracy does not prove.** Here is your layer with a backward that is wrong on purpose: it
# tells the words nothing at all. The vectors stay random, the filters learn to live with them, and
# 19 of 20 held-out reviews come out right. The gradient check is not impressed.


# %%
class DeafToWords(TextConv):
    def backward(self, da):
        dx, dw, db = TextConv.backward(self, da)
        return 0 * dx, dw, db


deaf = TextNetwork(Embedding(), DeafToWords(), MaxOverTime(), len(words))
train(deaf, *encode(train_texts, words), train_labels)
print(f"accuracy with a wrong dx: {accuracy(deaf, test_texts, test_labels, words):.0%}")
conv = DeafToWords()
try:
    gradient_check(conv.forward, conv.backward, good_not_bad, two_filters, biases)
except AssertionError as message:
    print("and the check:", str(message).splitlines()[0])

# %% [markdown]
# ### What the filters look for
#
# A filter of lab 6 was a picture of what it likes. A filter over words is a block of $D \times K$
# numbers that nobody can read. So ask it: which three words of all the reviews excite it most? Here
# are the favourites of each filter, the strongest voters first.

# %%
network = networks["filters of width 3"]
ids, lengths = encode(train_texts, words)
network.scores(ids, lengths)
v = network.params["v"]
for o in sorted(range(len(v)), key=lambda o: -abs(v[o])):
    favourites = {}
    for n, t in np.ndindex(len(ids), ids.shape[1] - 2):
        if t + 3 <= lengths[n]:
            phrase = " ".join(words[i] for i in ids[n, t : t + 3])
            favourites[phrase] = network.answers[n, o, t]
    best = sorted(favourites, key=favourites.get, reverse=True)[:3]
    print(f"filter {o} votes {v[o]:+.1f}:", *(f"  {p} ({favourites[p]:.1f})" for p in best))

# %% [markdown]
# These are patterns rather than phrases. One filter likes "and not" with *any* good word behind it,
# and votes against; another one a bad word, "but", a good word, and votes for. So words that are
# used alike have ended up with vectors that are alike, and the held-out pairs are no news.
#
# Here are two twins, and where each filter answered. White is a strong answer, and max over time
# keeps the brightest cell of each row.

# %%
from lib.plotting import show_row

twins = ["the film is not funny but cold", "the film is not cold but funny"]
scores = network.scores(*encode(twins, words, at_least=3))
order = np.argsort(-v)
show_row(
    [np.maximum(answers[order], 0) for answers in network.answers],
    [f"{text} (score {score:+.1f})" for text, score in zip(twins, scores, strict=True)],
)
print(f"rows: from the filter that votes most for good ({v.max():+.1f}) down to {v.min():+.1f}")
print("columns:", ", ".join(" ".join(twins[0].split()[t : t + 3]) for t in range(5)))

# %% [markdown]
# ### What the lengths are for
#
# The same review, alone and in a batch with a longer one. Told the lengths, the network gives it
# the same score. If max over time looks everywhere, the padding votes too, and here it turns the
# verdict round.

# %%
pair = ["not silly clever", "i found the music clever and not very silly from start to end"]
alone = network.scores(*encode(pair[:1], words))[0]
together = network.scores(*encode(pair, words))[0]
ids_of_pair, _ = encode(pair, words)
everywhere = network.scores(ids_of_pair, np.full(2, ids_of_pair.shape[1]))[0]
print(f"alone {alone:.3f}, in a batch {together:.3f}, padding included {everywhere:.3f}")

# %% [markdown]
# ### Task 5 · Where the padding speaks
#
# The row of the padding in the table starts with random numbers, like all others. Suppose you set
# it to zeros before each step. Name a case in which padding would still win a max over time that
# ignores the lengths, and say how the score then depends on the batch.

# %% [markdown] written="padding_speaks" points=1
# With vectors of zeros the answer in the padding is the bias, $b_o$. Wherever every real window's
# answer is below the bias, and that is common (a filter that looks for something that is not there
# answers below it), the padding wins with $b_o$. A sentence is padded only if a longer one is in
# its batch, so its score depends on which sentences it is together with: the same review is judged
# differently in different company.

# %% [markdown]
# ## Summary
#
# - An embedding is a table that is read by row number. On the way back each place adds to the row
#   that it has read: words that occur twice get both.
# - A mean, or a maximum, over words does not know their order, and nothing behind it can.
# - A filter over $K$ neighbouring words does, and the numbers of a word are its channels.
# - Max over time asks for the best place, if it is told which places are real.
# - 100 % on made reviews shows that order was seen. It does not show that English was understood.
#
# ## Go further
#
# - "i expected it to be good but it was bad" needs no "not". Add such reviews to the grammar in
#   `lib/data/make_sentences.py`. How wide must the filters be?
# - Put the words in other company: what does the network say to "not not good"? Why?
# - Look for words whose vectors are close to each other in `network.params["table"]`. Who taught
#   the network that "funny" and "clever" are alike?
# - Lab 7 has `Dense` and a softmax. Put a hidden layer behind the max, and more than two answers.
