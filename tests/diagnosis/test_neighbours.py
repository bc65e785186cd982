"""Mistakes that lie near one another, each called by its own name and by no neighbour's."""

import pytest
from claims import CONV1D, said_of

BANK_OF_FILTERS = """
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.w = w
        self.seen = np.lib.stride_tricks.sliding_window_view(x, w.shape[1])
        self.length = len(x)
        return {result}

    def backward(self, da):
        dx, K = np.zeros(self.length), self.w.shape[1]
        for p in range(da.shape[1]):
            dx[p : p + K] += da[:, p] @ self.w
        return dx, np.asarray(da @ self.seen, dtype=float){divided}
"""
BLOCK = """
class ConvBlock(Layer):
    def __init__(self):
        pass

    def forward(self, x, w):
        self.x, self.w, self.a = x, w, x * w
        h = np.maximum(self.a, 0)
        self.best = h.argmax()
        return h.max()

    def backward(self, dz):
        dx, open_ = np.zeros(len(self.x)), {gate}[self.best] > 0
        dx[self.best] = dz * self.w * open_
        return dx, float(dz * self.x[self.best] * open_)
"""
AVERAGE = """
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, stride or size

    def forward(self, X):
        self.shape, k, s = X.shape, self.size, self.stride
        seen = np.lib.stride_tricks.sliding_window_view(X, (k, k), axis=(2, 3))
        return seen[:, :, ::s, ::s].mean(axis=(4, 5))

    def backward(self, dZ):
        dX, k, s = np.zeros(self.shape), self.size, self.stride
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                dX[:, :, i * s : i * s + {reach}, j * s : j * s + {reach}] += (
                    dZ[:, :, i, j, None, None] / k**2
                )
        return dX
"""
LOSS = """
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        z = np.clip(logits, -60, 60)
        z = z - z.max(axis=1, keepdims=True)
        self.labels, logs = labels, z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        self.p = np.exp(logs)
        return -logs[np.arange(len(labels)), labels].mean()

    def backward(self, dloss=1.0):
        found = self.p.copy()
        found[np.arange(len(found)), self.labels] -= 1
        return found * dloss / len(found)
"""
TRAIN = """
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng, losses = np.random.default_rng(seed), []
    for epoch in range(epochs):
        order = {order}
        for start in range(0, len(X), batch_size):
            batch = order[start : start + batch_size]
            {unpacked} = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch + 1, params, losses)
    return params, losses
"""


def test_a_table_of_filters_has_columns_and_no_channels():
    first = BANK_OF_FILTERS.format(result="w[:, :1] * self.seen[:, 0]", divided="")
    said = said_of("lab5_conv_block", "Conv1DBank", first)
    assert "only the first column of w counts" in said
    assert "channel" not in said


def test_filters_that_are_lines_have_no_height():
    counted = BANK_OF_FILTERS.format(result="w @ self.seen.T", divided=" / len(self.w)")
    said = said_of("lab5_conv_block", "Conv1DBank", counted)
    assert "dw is divided by the number of filters" in said
    assert "height" not in said


def test_a_mask_of_the_input_is_no_relu_before_the_convolution():
    said = said_of("lab5_conv_block", "ConvBlock", BLOCK.format(gate="self.x"))
    assert "mask is that of x" in said
    assert "cut off first" not in said
    assert not said_of("lab5_conv_block", "ConvBlock", BLOCK.format(gate="self.a"))


def test_two_gradients_in_the_wrong_order_are_not_made_of_the_wrong_inputs():
    listed = CONV1D.format(dx="self.x * da * 1.0", dw="self.w * da * 1.0")
    said = said_of("lab5_conv_block", "Conv1D", listed)
    assert "dx and dw are swapped" in said
    assert "taken for the other" not in said


def test_one_place_for_a_window_is_not_called_an_early_return():
    assert "eturn" not in said_of("lab4_max_pool", "AvgPool2D", AVERAGE.format(reach="1"))
    assert not said_of("lab4_max_pool", "AvgPool2D", AVERAGE.format(reach="k"))


def test_of_logits_that_are_cut_off_no_more_is_said_than_was_seen():
    said = said_of("lab7_train_cnn", "SoftmaxCrossEntropy", LOSS)
    assert "for the logits 0 and 1000, and label 0, the loss is 60" in said.lower()
    assert "never" not in said


@pytest.mark.parametrize(
    "draw", ["rng.integers(len(X), size=len(X))", "rng.choice(len(X), len(X))"]
)
def test_images_drawn_at_random_are_told_whatever_the_generator(draw):
    said = said_of("lab7_train_cnn", "train", TRAIN.format(order=draw, unpacked="loss, grads"))
    assert "A batch is drawn at random" in said


def test_where_nothing_but_errors_comes_back_no_mistake_is_named_that_fails_as_well():
    order = "rng.permutation(len(X))"
    source = TRAIN.format(order=order, unpacked="grads, loss")
    assert "list of images" not in said_of("lab7_train_cnn", "train", source)
    assert not said_of("lab7_train_cnn", "train", TRAIN.format(order=order, unpacked="loss, grads"))


POOL = """
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        counts = np.arange(a.shape[2]) < (a.shape[2] if lengths is None else lengths[:, None])
        kept = np.where(counts.reshape(-1, 1, a.shape[2]), a, {filler})
        self.best, self.shape = kept.argmax(axis=2), a.shape
        return kept.max(axis=2)

    def backward(self, dz):
        found = np.zeros(self.shape)
        np.put_along_axis(found, self.best[..., None], dz[..., None], axis=2)
        return found
"""


def test_a_filler_that_wins_is_told_by_its_value():
    said = said_of("lab8_text_conv", "MaxOverTime", POOL.format(filler="-7.0"))
    assert "returns -7, which is none of its entries" in said
    low = said_of("lab8_text_conv", "MaxOverTime", POOL.format(filler="-1.0"))
    assert "-1 is said to be the largest" in low  # which some entries are, where it was asked
    assert not said_of("lab8_text_conv", "MaxOverTime", POOL.format(filler="-np.inf"))
