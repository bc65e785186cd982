"""Probes of lab 5; those of its `MaxPool` are lab 4's."""

import numpy as np

from lib.probes import backwards, every_other, ints, layer, singles, some

A, DH = [2, -3, 0, 4], [1, 20, 300, -4000]
X, DA = [1, -2, 3, 5], [10, -200, -3000, 4]
TWO = np.float64(2)

PROBES = {
    "ReLU": (
        layer().forward([30]).backward([2]),
        layer().forward([-3]).backward([2]),
        layer().forward([2, -3, 4]).backward([5, 6, -7]),
        layer().forward([2, 0.5, 4]).backward([5, 6, -7]),
        layer().forward([2, 4]).backward([1, 1]),
        layer().forward(A).backward(DH),
        layer().forward([1, 0, -1]).backward([3, 4, 5]),
        layer().forward([2, 1e-9, -1e-9]).backward([5, 6, 7]),
        layer().forward([[2, -3], [-1, 4]]).backward([[5, 6], [7, 8]]),
        layer().forward(some(3, 3, modulo=13)).backward(some(3, 3)),
        layer().forward(np.array(2.5)).backward(np.array(3.0)),
        layer().forward(np.array(-2.5)).backward(np.array(3.0)),
        layer().forward([2.5, -3.5]).backward(ints([5, 6])),
        layer().forward(ints([2, -3])).backward([5.5, 6.5]),
        layer().forward(ints([2, -3])).backward(ints([5, 6])),
        layer().forward([2.5, -3.5]).backward(singles([5, 6])),
        layer().forward(singles([2.5, -3.5])).backward([5, 6]),
        layer().forward([2, -3]).backward([5, 6]).backward([7, 8]),
        layer().forward([0.1, -0.7]).backward([0.3, 0.9]),
        layer().forward([2, -3]).forward([-1, 4]).backward([5, 6]),
        layer().forward([2, -3]).backward([5, 6]).forward([-1, 4]).backward([5, 6]),
        layer(beside=()).forward([2, -3]).forward([-1, 4], layer=1).backward([5, 6]),
        layer().forward([2, -3]).forward([-1, 4, 5]).backward([5, 6, 7]),
    ),
    "Conv1D": (
        layer().forward([3], TWO).backward([5]),
        layer().forward([1, -2], np.float64(3)).backward([10, 200]),
        layer().forward(X, np.float64(-2)).backward(DA),
        layer().forward(X, np.float64(0.5)).backward(DA),
        layer().forward(X, np.float64(1)).backward(DA),
        layer().forward(X, np.float64(0)).backward(DA),
        layer().forward(X, TWO).backward([0, 0, 0, 0]),
        layer().forward(X, TWO).backward([1, 1, 1, 1]),
        layer().forward(X, 0.5).backward(DA),
        layer().forward(X, 2).backward(DA),
        layer().forward(ints(X), 2).backward(ints(DA)),
        layer().forward(ints(X), 0.5).backward([0.5, 1.5, 2.5, 3.25]),
        layer().forward(singles(X), np.float32(2)).backward(singles(DA)),
        layer().forward(X, TWO).backward(DA).backward([1, 2, 3, 4]),
        layer().forward(X, TWO).forward([4, 5], np.float64(3)).backward([1, 10]),
        layer(beside=()).forward(X, TWO).forward(DA, np.float64(3), layer=1).backward([1, 2, 3, 4]),
    ),
    "ConvBlock": (
        layer().forward([3], TWO).backward(5.0),
        layer().forward([-3], TWO).backward(5.0),
        layer().forward([1, -2, 3], TWO).backward(5.0),
        layer().forward([4, -2, 3, 0.5], TWO).backward(1.0),
        layer().forward([1, -2, 3, -1], np.float64(-2)).backward(10.0),
        layer().forward([1, -2, 3], TWO).backward(-5.0),
        layer().forward([1, -2, 3], TWO).backward(0.0),
        layer().forward([1, 2, 3], np.float64(-1)).backward(-5.0),
        layer().forward([3, 1, 3], TWO).backward(5.0).ties([0, 2]),
        layer().forward([-4, -1, -3], np.float64(-2)).backward(5.0),
        layer().forward([1, -2, -3], np.float64(-0.5)).backward(-0.5),
        layer().forward([0, 2, 3], np.float64(-1)).backward(5.0),
        layer().forward([1, -2, 3], np.float64(0)).backward(5.0),
        layer().forward(ints([1, -2, 3]), 2).backward(5),
        layer().forward(ints([1, -2, 3]), 0.5).backward(2.5),
        layer().forward(singles([1, -2, 3]), np.float32(2)).backward(np.float32(5)),
        layer().forward([1, -2, 3], TWO).backward(5.0).backward(7.0),
        layer().forward([1, -2, 3], TWO).forward([4, 2], np.float64(3)).backward(5.0),
        layer().forward([1, -2, 3], TWO).backward(5.0).forward([4, 2, 1], TWO).backward(5.0),
        layer().forward([1, -2, 3], TWO).forward([-4, -2], TWO).backward(5.0),
        layer(beside=()).forward([1, -2, 3], TWO).forward([4, 2], TWO, layer=1).backward(5.0),
        layer(beside=())
        .forward([1, -2, 3], TWO)
        .forward([4, 2], TWO, layer=1)
        .backward(5.0, layer=1),
    ),
    "Conv1DFilters": (
        layer().forward([3], [2]).backward([[5]]),
        layer().forward([1, -2, 3], [2, -1]).backward([[1, 20, 300], [4000, 5, 6]]),
        layer().forward([1, -2, 3], [2]).backward([[1, 20, 300]]),
        layer().forward([1, -2], [2, -1, 5]).backward(some(3, 2)),
        layer().forward([1, -2], [2, -1]).backward([[1, 1], [1, 1]]),
        layer().forward(ints([1, -2]), ints([2, -1])).backward(ints([[1, 2], [3, 4]])),
        layer().forward(ints([1, -2]), [0.5, 1.5]).backward([[1, 2], [3, 4.5]]),
        layer().forward([1, -2], [2, -1]).backward(some(2, 2)).backward(some(2, 2)),
        layer(beside=())
        .forward([1, -2], [2, -1])
        .forward([4, 5], [3, 7], layer=1)
        .backward(some(2, 2)),
        layer().forward([1, -2], [2, -1]).forward([4, 5, 6], [3]).backward([[1, 2, 3]]),
    ),
    "Conv1DVector": (
        layer().forward([3], [2]).backward([5]),
        layer().forward([1, -2, 3], [10, 100]).backward([1, 20]),
        layer().forward(X, [1, 10, 100]).backward([1, 20]),
        layer().forward(X, [7]).backward(DA),
        layer().forward(X, [1]).backward(DA),
        layer().forward(X, [1, 10, 100, 1000]).backward([3]),
        layer().forward([1, -2, 3, 5, 8, 4], [1, 10, 100]).backward([1, 20, -300, 4000]),
        layer().forward(X, [1, 10]).backward([1, 1, 1]),
        layer().forward(ints(X), ints([1, 10])).backward(ints([1, 2, 3])),
        layer().forward(ints(X), [0.5, 1.25]).backward([0.5, 1.5, 2.5]),
        layer().forward(every_other(X), [1, 10]).backward([1, 20, 300]),
        layer().forward(backwards(X), [1, 10, 100]).backward([1, 20]),
        layer().forward(X, [1, 10]).backward([1, 20, 300]).backward([4, 5, 6]),
        layer(beside=()).forward(X, [1, 10]).forward(DA, [2, 5], layer=1).backward([1, 20, 300]),
        layer().forward(X, [1, 10]).forward([4, 5, 6], [2]).backward([1, 20, 300]),
        layer().forward(X, [1, 10]).forward(DA, [2, 5]).backward([1, 20, 300]),
    ),
    "Conv1DBank": (
        layer().forward([3], [[2]]).backward([[5]]),
        layer().forward([1, -2, 3], [[10, 100]]).backward([[1, 20]]),
        layer().forward(X, [[1, 10], [2, -3]]).backward([[1, 20, 300], [4, 5, -6]]),
        layer().forward(X, [[1, 10, 100], [2, -3, 7]]).backward([[1, 20], [4, 5]]),
        layer().forward(X, [[1, 10], [2, -3], [4, 5]]).backward(some(3, 3)),
        layer().forward(X, [[1, 10]]).backward([[1, 1, 1]]),
        layer().forward(ints(X), ints([[1, 10]])).backward(ints([[1, 2, 3]])),
        layer().forward(ints(X), [[0.5, 1.25]]).backward([[0.5, 1.5, 2.5]]),
        layer().forward(X, [[1, 10]]).backward([[1, 20, 300]]).backward([[4, 5, 6]]),
        layer(beside=())
        .forward(X, [[1, 10]])
        .forward(DA, [[2, 5]], layer=1)
        .backward([[1, 20, 300]]),
        layer().forward(X, [[1, 10]]).forward([4, 5], [[2], [3]]).backward([[1, 20], [3, 4]]),
    ),
    "ConvBlockBatch": (
        layer().forward([[3]], [[2]]).backward([[5]]),
        layer().forward([[-3]], [[2]]).backward([[5]]),
        layer().forward([[1, -2, 4]], [[1, 3]]).backward([[5]]),
        layer().forward([[1, -2, 4, 3]], [[3, 1], [-1, 1]]).backward([[-5, 7]]),
        layer().forward([[1, 5, -4, 2]], [[1, 2], [-2, 1]]).backward([[10, 200]]),
        layer()
        .forward([[1, 5, -4, 2], [6, 2, 3, 1]], [[1, 2], [2, -1]])
        .backward([[10, 200], [3000, 5]]),
        layer().forward([[1, 5, -4], [-6, -2, -3]], [[1, 2], [3, 2], [-1, 4]]).backward(some(2, 3)),
        layer().forward(some(3, 5), [[1, -2, 3]]).backward(some(3, 1)),
        layer().forward([[0, 0, 0, 0], [1, 2, 3, 0]], [[1, 2]]).backward([[10], [200]]),
        layer().forward([[3, 1, 3]], [[2]]).backward([[10]]).ties([0, 2]),
        layer().forward([[1, -5, 2]], [[1, 3]]).backward([[10]]),
        layer().forward(ints([[1, 5, -4]]), ints([[1, 2]])).backward(ints([[10]])),
        layer().forward(ints([[1, 5, -4]]), [[0.5, 1.25]]).backward([[2.5]]),
        layer().forward([[1, 5, -4]], [[1, 2]]).backward([[10]]).backward([[20]]),
        layer().forward([[0.1, 0.7]], [[0.3, 0.9]]).backward([[0.7]]),
        layer(beside=())
        .forward([[1, 5, -4]], [[1, 2]])
        .forward([[1, 2, 7]], [[1, 2]], layer=1)
        .backward([[10]]),
        layer()
        .forward([[1, 5, -4]], [[1, 2]])
        .forward([[7, 2], [4, 1]], [[3]])
        .backward([[10], [20]]),
    ),
}
