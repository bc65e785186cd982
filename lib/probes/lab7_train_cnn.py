"""Probes of lab 7. ReLU and MaxPool2D have theirs in labs 5 and 4; the Conv2Ds share theirs."""

import numpy as np

from lib.probes import Probe, ints, layer, singles, some

IMAGES, OTHER = some(2, 2, 2, 3), some(3, 1, 2, 2, step=3)
X, W, B = some(3, 4), some(4, 2, step=3), [100, 200]
DA = some(3, 2, step=5, shift=3)
LOGITS = [[1, 2, 0.5], [0, -1, 3], [2, 2.5, -0.25], [1, 0, -1]]
LABELS = ints([2, 0, 1, 0])
PARAMS, GRADS = (
    {"w": np.array([[1.0, 2], [3, 4]]), "b": np.array([5.0])},
    {
        "w": np.array([[10.0, -20], [30, 7]]),
        "b": np.array([-4.0]),
    },
)
BACK = {"b": GRADS["b"], "w": GRADS["w"]}  # in another order
LATER = {"w": np.array([[1.0, 3], [-2, 5]]), "b": np.array([2.0])}
SMALL = {"w": GRADS["w"] / 128, "b": GRADS["b"] / 128}
FIRST = {"w": np.array([1.0, 4])}, {"w": np.array([3.0, -8])}
SECOND = {"w": np.array([2.0, 1])}, {"w": np.array([5.0, 7])}


ONE, ONE_W = [[[[1, 2, 3], [5, 8, 13], [21, 34, 55]]]], [[[[1, 10], [100, 1000]]]]
MANY, MANY_W, MANY_B = some(2, 2, 4, 4), some(3, 2, 2, 2, step=3), [100, 200, 300]
WIDE, WIDE_W = some(2, 2, 4, 6), some(2, 2, 3, 2, step=3)


class _Stopped(Exception):
    pass


def _trained(train, count, epochs, batch_size, watched, seed):
    """What can be told of a training run whose order of the images is nobody's business."""
    runs, returned = [], []
    for this_seed in (seed, seed, seed + 1):
        X = np.stack([np.arange(count), np.arange(count) ** 2.0], axis=1)
        labels = 10 * np.arange(count)
        batches: list = []
        losses: list = []
        watches: list = []
        weights: list = []

        def loss_and_gradients(
            params, images, labels, batches=batches, losses=losses, weights=weights
        ):
            if len(batches) > 40:
                raise _Stopped("too many batches")
            weights.append(float(params["w"][0]))
            batches.append((images[:, 0].astype(int).tolist(), np.array(labels).tolist()))
            losses.append(float(len(losses) + 3 * params["w"][0]))
            return losses[-1], {"w": np.array([1.0, len(batches)])}

        def step(params, grads):
            return {"w": params["w"] - grads["w"]}

        def watch(epoch, params, losses, watches=watches):
            watches.append([epoch, float(params["w"][0]), len(losses)])

        given = {"w": np.array([1.0, 2.0])}
        options = {"watch": watch} if watched else {}
        result = train(
            loss_and_gradients,
            step,
            given,
            X,
            labels,
            epochs,
            batch_size,
            seed=this_seed,
            **options,
        )
        got, said, order = _taken(result)
        returned.append(order)
        left = np.array_equal(X[:, 0], np.arange(count)) and np.all(labels == 10 * X[:, 0])
        runs.append((batches, losses, watches, got, said, given, weights, left))
    batches, losses, watches, got, said, given, weights, left = runs[0]
    each = -(-count // batch_size)
    sizes = [len(images) for images, _ in batches]
    full = sizes == [min(batch_size, count - n * batch_size) for n in range(each)] * epochs
    parts = [batches[i : i + each] for i in range(0, len(batches), each)]
    orders = [[n for images, _ in part for n in images] for part in parts]
    members = [sorted(sorted(images) for images, _ in part) for part in parts]
    flat = [n for images, _ in batches for n in images]
    return {
        "sizes": np.array(sizes, dtype=float),
        # Which ones come twice may be a matter of chance; that some do is none.
        "images": np.array(
            [float(sorted(order) == list(range(count))) for order in orders if len(order) == count]
        ),
        "labels": float(all([10 * n for n in i] == b for i, b in batches)),
        # Few images may come in any order by chance.
        "shuffled": float(count < 6 or flat[:count] != sorted(flat[:count])),
        # Where the batches are not those of the task, nothing can be told of two epochs.
        "anew": float(epochs > 1 and (not full or orders[0] != orders[1])),
        "one_by_one": float(epochs > 1 and (not full or members[0] != members[1])),
        "again": float(batches == runs[1][0]),
        "seeded": float(count < 6 or not batches or batches != runs[2][0]),
        "left": float(left),
        "returned": returned[0],
        "params": np.array(got["w"]),
        "weights": np.array(weights),
        "losses": np.array(
            [*(float(a == b) for a, b in zip(said, losses, strict=False)), len(said)]
        ),
        "watch": np.array(watches, dtype=float).reshape(-1, 3),
        "given": given["w"],
    }


MEANINGS = {
    "train": {
        "sizes": "the sizes of the batches",
        "images": "which images an epoch uses",
        "labels": "which labels come with the images",
        "shuffled": "the order of the images",
        "anew": "the order in a later epoch",
        "one_by_one": "which images meet in a batch in a later epoch",
        "again": "that the same seed gives the same order",
        "seeded": "that another seed gives another order",
        "left": "the images and labels that were given, which stay as they are",
        "returned": "what is returned, a tuple (params, losses)",
        "weights": "the weights that each gradient is taken at",
        "params": "the weights at the end",
        "losses": "the losses",
        "watch": "what watch is told",
        "given": "the weights that were given, which stay as they are",
    }
}


def _taken(result):
    """Weights and losses, and 1 if they came as they should."""
    if isinstance(result, dict):
        return result, [], 0.0
    one, two = result
    return (one, two, 1.0) if isinstance(one, dict) else (two, one, 0.5)


def _training(*args):
    return Probe().call(*args).by(_trained)


PROBES = {
    "Flatten": (
        layer().forward([[[[3]]]]).backward([[5]]),
        layer().forward(some(2, 3)).backward(some(2, 3, step=5, shift=3)),
        layer().forward(some(1, 1, 2, 3)).backward(some(1, 6, step=5, shift=3)),
        layer().forward(some(1, 2, 2, 2)).backward(some(1, 8, step=5, shift=3)),
        layer().forward(OTHER).backward(some(3, 4, step=5, shift=3)),
        layer().forward(IMAGES).backward(some(2, 12, step=5, shift=3)),
        layer().forward(some(2, 3, 2)).backward(some(2, 6, step=5, shift=3)),
        layer().forward(ints(IMAGES)).backward(some(2, 12, step=5, shift=3) / 4),
        layer().forward(IMAGES).backward(singles(some(2, 12))),
        layer().forward(IMAGES).backward(some(2, 12)).backward(some(2, 12, step=5, shift=3)),
        layer().forward(IMAGES).forward(OTHER).backward(some(3, 4)),
        layer(beside=()).forward(IMAGES).forward(OTHER, layer=1).backward(some(2, 12)),
    ),
    "Dense": (
        layer().forward([[3]], [[2]], [5]).backward([[7]]),
        layer().forward([[1, 2, 3]], [[1], [10], [100]], [0]).backward([[5]]),
        layer().forward([[2]], [[1, 10, 100]], [5, 6, 7]).backward([[1, 20, 300]]),
        layer().forward(X, W, [0, 0]).backward(DA),
        layer().forward(X, W, B).backward(DA),
        layer().forward(X[:1], W, B).backward(DA[:1]),
        layer().forward(some(2, 2), some(2, 2, step=3), B).backward(some(2, 2, step=5, shift=3)),
        layer().forward(X, W, B).backward(np.zeros((3, 2))),
        layer().forward(X, W, B).backward(np.ones((3, 2))),
        layer().forward(ints(X), ints(W), ints(B)).backward(DA / 4),
        layer().forward(ints(X), ints(W), [0.5, 0.25]).backward(DA),
        layer().forward(ints(X), ints(W), ints(B)).backward(ints(DA)),
        layer().forward(singles(X), singles(W), singles(B)).backward(singles(DA)),
        layer().forward(X, W, B).backward(DA).backward(DA),
        layer().forward(X, W, B).forward([[1, 2]], [[3], [4]], [5]).backward([[7]]),
        layer(beside=()).forward(X, W, B).forward([[1, 2]], [[3], [4]], [5], layer=1).backward(DA),
    ),
    "SoftmaxCrossEntropy": (
        layer().forward([[0, 0]], ints([0])).backward(1.0),
        layer().forward([[1, 2, 0.5]], ints([1])).backward(1.0),
        layer().forward([[1, 2, 0.5]], ints([0])).backward(3.0),
        layer().forward(LOGITS, LABELS).backward(1.0),
        layer().forward(LOGITS, LABELS).backward(2.0),
        layer().forward(LOGITS, LABELS).backward(-1.5),
        layer().forward(LOGITS, LABELS).backward(0.0),
        layer().forward(LOGITS[:2], LABELS[:2]).backward(),
        layer().forward([[1000, 0, -1000], [0, 999, 1000]], ints([0, 1])).backward(1.0),
        layer().forward([[1000, 0]], ints([1])).backward(1.0),
        layer().forward([[1000, 0], [-1000, -1001]], ints([1, 0])).backward(1.0),
        layer().forward([[30, 0]], ints([1])).backward(1.0),
        layer().forward(ints([[1, 2, 0], [0, 3, 1]]), ints([1, 0])).backward(2.0),
        layer().forward(LOGITS, LABELS).backward(1.0).backward(2.0),
        layer().forward(LOGITS, LABELS).forward([[1, 2]], ints([0])).backward(1.0),
        layer(beside=())
        .forward(LOGITS, LABELS)
        .forward([[1, 2]], ints([0]), layer=1)
        .backward(1.0),
    ),
    "SGD": (
        layer(0.5).step({"w": np.array([1.0])}, {"w": np.array([3.0])}),
        # Momentum and what it leaves over differ from each other and from the learning rate.
        layer(0.5, 0.25).step(*FIRST),
        layer(0.5, 0.25).step(*FIRST).step(*SECOND),
        layer(0.125, 0.75).step(*FIRST).step(*SECOND).step(*FIRST),
        layer(0.5).step(PARAMS, GRADS),
        layer(0.125).step(PARAMS, GRADS).step(PARAMS, SMALL),
        layer(0.5, 0.0).step(PARAMS, GRADS).step(PARAMS, LATER),
        layer(0.5, 0.25).step(PARAMS, GRADS).step(PARAMS, LATER),
        layer(0.125, 0.75).step(PARAMS, GRADS).step(PARAMS, LATER).step(PARAMS, GRADS),
        layer(0.125, 0.75).step(PARAMS, BACK).step(PARAMS, LATER),
        layer(0.5, 0.25, beside=(0.5, 0.25)).step(PARAMS, GRADS).step(PARAMS, LATER, layer=1),
    ),
    "Conv2D": (
        layer().forward([[[[3]]]], [[[[2]]]], [5]).backward([[[[7]]]]),
        layer().forward(ONE, ONE_W, [0]).backward([[[[1, 20], [-300, 4000]]]]),
        layer().forward(ONE, ONE_W, [7]).backward(np.ones((1, 1, 2, 2))),
        layer(2).forward(some(1, 1, 5, 5), ONE_W, [1]).backward([[[[1, 20], [-300, 4000]]]]),
        layer(2).forward(some(1, 1, 5, 5), some(1, 1, 3, 3, step=3), [1]).backward(ONE_W),
        layer(1, 1).forward(ONE, ONE_W, [1]).backward(some(1, 1, 4, 4)),
        layer(3).forward(some(1, 1, 4, 4), ONE_W, [1]).backward([[[[3]]]]),
        layer().forward(MANY[:1], MANY_W[:1], [3]).backward(some(1, 1, 3, 3, step=5, shift=3)),
        layer().forward(MANY, MANY_W, [0, 0, 0]).backward(some(2, 3, 3, 3, step=5, shift=3)),
        layer().forward(MANY, MANY_W, MANY_B).backward(some(2, 3, 3, 3, step=5, shift=3)),
        layer().forward(WIDE, WIDE_W, [100, 200]).backward(some(2, 2, 2, 5, step=5, shift=3)),
        layer(2, 1).forward(WIDE, WIDE_W, [100, 200]).backward(some(2, 2, 2, 4, step=5, shift=3)),
        layer()
        .forward(some(18, 1, 1, 2), [[[[2]]]], [1])
        .backward(some(18, 1, 1, 2, step=5, shift=3)),
        layer().forward(ints(ONE), ints(ONE_W), ints([2])).backward([[[[0.5, 1.25], [2.5, 3]]]]),
        layer().forward(ONE, ONE_W, [7]).backward(ONE_W).backward(ONE_W),
        layer().forward(MANY, MANY_W, MANY_B).forward(ONE, ONE_W, [7]).backward(ONE_W),
        layer(beside=())
        .forward(ONE, ONE_W, [7])
        .forward(WIDE, WIDE_W, [1, 2], layer=1)
        .backward(ONE_W),
    ),
    "train": (
        _training(6, 1, 3, False, 0),
        _training(7, 2, 3, False, 0),
        _training(9, 3, 4, True, 1),
        _training(12, 2, 3, True, 2),
        _training(4, 1, 9, False, 0),
    ),
}
