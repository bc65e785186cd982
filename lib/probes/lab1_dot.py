"""Probes of lab 1."""

import numpy as np

from lib.probes import Formula, backwards, call, every_other, fortran, ints, singles

X2, W2 = [[1, 2], [3, 5]], [[1, -2], [0, 7]]
X3, W3 = [[1, 2, 0], [4, 3, 1], [2, 6, 5]], [[1, 0, -1], [2, -3, 7], [-2, 4, 8]]
WIDE, WIDE_W = [[1, 2, 3], [4, 5, 6]], [[7, -1, 2], [1, 3, -2]]
TALL, TALL_W = [[1, 2], [4, 5], [3, 7]], [[7, -1], [1, 3], [2, -2]]
BIG = [[k % 7 - 2 for k in range(i, i + 5)] for i in range(4)]
BIG_W = [[3 * k % 5 - 1 for k in range(i, i + 5)] for i in range(4)]
FINE, FINE_W = [[0.1, 0.7]], [[1 / 3, 0.9]]
HALVES = [[0.5, 1.25], [2.75, -1.25]]

CUBES, SQUARES = Formula("np.sum(x**3)"), Formula("np.sum(x**2)")
MIXED = Formula("x[0, 0] * x[1, 1] - x[0, 1] ** 2 + 3 * x[1, 0]")
CURVED = Formula("np.vdot(np.arange(1.0, 1 + x.size).reshape(x.shape), x**2)")

PROBES = {
    "dot_forward": (
        call([[2]], [[-3]]),
        call(X2, W2),
        call([[1, 2, 4]], [[3, 5, -1]]),
        call(WIDE, WIDE_W),
        call(TALL, TALL_W),
        call(X3, W3),
        call(BIG, BIG_W),
        call(ints(X2), ints(W2)),
        call(ints([[1, 3], [3, 5]]), HALVES),
        call(HALVES, ints([[1, 3], [3, 5]])),
        call(fortran(WIDE), WIDE_W),
        call(X2, [[-1, 2], [0, -7]]),
        call(FINE, FINE_W),
        call(x=X2, w=W2),
    ),
    "dot_backward": (
        call([[2]], [[-3]], 2.0),
        call(X2, W2),
        call(X3, W3, 1.0),
        call(X3, W3, 2.5),
        call(X3, W3, -3),
        call(X3, W3, 0.0),
        call(X3, W3, np.float32(2)),
        call(WIDE, WIDE_W, 0.5),
        call(TALL, TALL_W, 3.0),
        call(X3, W3, 2.0),
        call(ints(X3), ints(W3), 2.5),
        call(ints(X3), ints(W3)),
        call(singles(X3), singles(W3), 2.5),
        call(X3, W3).call(W3, X3, 3.0),
        call(FINE, FINE_W, 1 / 7),
    ),
    "numerical_gradient": (
        call(CUBES, [2, -1, 3], 0.5),
        call(CUBES, [2, -1, 3], 0.25),
        call(SQUARES, np.array(3.0), h=0.25),
        call(Formula("np.sum(x) ** 3"), [[2, -1], [0.5, 3]], h=0.25),
        call(MIXED, [[2, -3], [5, 0.5]], h=0.5),
        call(Formula("np.sum(x**5)"), [[2, -1, 0.5], [3, 1, -2]], h=2.0),
        call(SQUARES, [[[1, 2]], [[3, 4]]], h=0.5),
        call(Formula("np.sum(np.sin(1000 * x))"), [[0, 0]]).within(1e-4),
        call(SQUARES, [[3, -1], [0.5, 2]]).within(1e-4),
        call(CURVED, ints([[1, -2], [3, 4]]), h=0.5),
        call(CURVED, singles([[1, -2], [3, 4]]), h=1 / 1024).within(1e-6),
        call(CURVED, fortran([[1, -2, 5], [3, 4, 6]]), h=0.5),
        call(CURVED, every_other([[1, -2, 5], [3, 4, 6]]), h=0.5),
        call(CURVED, backwards([[1, -2, 5], [3, 4, 6]]), h=0.5),
        call(SQUARES, [[1 / 3, 0.1], [1e-3, 7.7]], h=1e-3).within(1e-4),
        call(SQUARES, [[1, 2]], h=0.5).call(SQUARES, [[3, 4]], h=0.5),
        call(Formula("float(np.sum(x))"), [[1, 2]], h=0.5),
        call(Formula("7"), [[1, 2]], h=0.5),
        call(CUBES, FINE_W, h=0.5),
        call(Formula("np.array(np.sum(x))"), [[1, 2]], h=0.5),
    ),
}
