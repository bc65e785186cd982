"""Probes of lab 8."""

import numpy as np

from lib.probes import ints, layer, some

IDS, OTHER = ints([[3, 1, 3, 2]]), ints([[0, 1], [2, 0]])
THREE = some(3, 3, 5)  # sentences, and channels
TABLE = [[0.5, 7], [-1, 3], [1, 10], [20, 1]]
WORDS = [[[1, 20], [300, -4], [5, 60], [7, -8]]]
X, W, B = some(2, 3, 5), some(2, 3, 2, modulo=7, shift=3), [0.5, 100]
X1, W1 = [[[1, -2, 3, 5]]], [[[1, 10]]]
A = [[[1, 4, 2, 9], [-3, -1, -2, 0]], [[7, 8, 9, 6], [-5, -4, 1, 2]]]
DZ = [[1, 20], [300, -4]]

PROBES = {
    "Embedding": (
        layer().forward(ints([[1]]), [[2], [3]]).backward([[[5]]]),
        layer().forward(ints([[0, 2]]), [[2, 3], [5, 7], [11, 13]]).backward([[[1, 20], [3, 4]]]),
        layer().forward(ints([[1], [0]]), [[2, 3], [5, 7]]).backward([[[1, 20]], [[300, 4]]]),
        layer().forward(ints([[0, 0]]), [[2, 3]]).backward([[[1, 20], [300, -4]]]),
        layer().forward(IDS, TABLE).backward(WORDS),
        layer().forward(OTHER, TABLE).backward(some(2, 2, 2)),
        layer().forward(IDS, some(4, 3)).backward(some(1, 4, 3)),
        layer().forward(ints([[0, 1]]), ints([[2, 3], [5, 7]])).backward([[[0.5, 1.5], [2, 3]]]),
        layer().forward(OTHER, TABLE).backward(ints(some(2, 2, 2))),
        layer().forward(IDS, TABLE).backward(WORDS).backward(WORDS),
        layer().forward(IDS, TABLE).forward(OTHER, TABLE).backward(some(2, 2, 2)),
        layer(beside=())
        .forward(IDS, TABLE)
        .forward(OTHER, [[1], [2], [3]], layer=1)
        .backward(WORDS),
    ),
    "TextConv": (
        layer().forward([[[3]]], [[[2]]], [5]).backward([[[7]]]),
        layer().forward([[[1, -2, 4]]], [[[1, 10]]], [0]).backward([[[1, 20]]]),
        layer().forward(X1, W1, [100]).backward([[[1, 20, 300]]]),
        layer().forward(X1, [[[2]], [[3]]], [100, 7]).backward([[[1, 20, 3, 4], [5, 6, 7, 8]]]),
        layer().forward(X1, [[[1, 10, 3, 5]]], [0]).backward([[[4]]]),
        layer().forward(X, W, [0, 0]).backward(some(2, 2, 4)),
        layer().forward(X, W, B).backward(some(2, 2, 4)),
        layer().forward(THREE, some(3, 3, 3, modulo=7), [1, 20, 300]).backward(some(3, 3, 3)),
        layer().forward(X[:1], W, B).backward(some(1, 2, 4)),
        layer().forward(X[:1], W[:1], [3]).backward(np.ones((1, 1, 4))),
        layer().forward(ints(X1), ints(W1), ints([2])).backward([[[0.5, 1.5, 2.25]]]),
        layer().forward(ints(X1), ints(W1), [0.5]).backward([[[1, 20, 300]]]),
        layer().forward(ints(X1), ints(W1), ints([2])).backward(ints([[[1, 20, 300]]])),
        layer().forward(X1, W1, [2]).backward([[[1, 20, 300]]]).backward([[[1, 20, 300]]]),
        layer().forward(X, W, B).forward(X1, W1, [2]).backward([[[1, 20, 300]]]),
        layer(beside=()).forward(X1, W1, [2]).forward(X, W, B, layer=1).backward([[[1, 20, 300]]]),
    ),
    "MaxOverTime": (
        layer().forward([[[3]]]).backward([[2]]),
        layer().forward([[[1, 4, 2]]]).backward([[5]]),
        layer().forward([[[-3, -1, -2]]]).backward([[5]]),
        layer().forward(A).backward(DZ),
        layer().forward(some(3, 3, 4, step=5, modulo=37, shift=18)).backward(some(3, 3)),
        layer().forward([[[1, 4, 2, 9], [-3, -1, -2, 0]]], ints([3])).backward([[2, 5]]),
        layer().forward(A, ints([3, 2])).backward(DZ),
        layer().forward(A, ints([4, 1])).backward(DZ),
        layer().forward([[[-5e9, -7e9, 6e9]]], ints([2])).backward([[3]]),
        layer().forward([[[1, 4, 2, 4]]], ints([3])).backward([[3]]),
        layer().forward([[[1, 3, 3]]]).backward([[2]]).ties([1, 2]),
        layer().forward([[[3, 3 + 1e-9, 1]]]).backward([[2]]),
        layer().forward(ints(A)).backward([[0.5, 1.5], [2.5, 3.5]]),
        layer().forward(ints(A)).backward(ints(DZ)),
        layer().forward(A, ints([3, 2])).backward(DZ).backward(DZ),
        layer().forward(A).forward([[[1, 4, 2]]]).backward([[5]]),
        layer(beside=()).forward(A).forward([[[1, 4, 2]]], layer=1).backward(DZ),
        layer().forward(A, ints([3, 2])).forward(A, ints([1, 4])).backward(DZ),
        layer().forward(A, ints([3, 2])).forward(A).backward(DZ),
    ),
}
