"""Probes of lab 3."""

import numpy as np

from lib.probes import backwards, call, every_other, fortran, ints, singles, some

X3, W2 = [[1, 2, 3], [5, 8, 13], [21, 34, 55]], [[1, 10], [100, 1000]]
HALVES = [[2.5, -3.25, 4.75], [1.5, 0.25, -1.75], [3.5, 2.25, 0.75]]
FINE, FINE_W = [[0.1, 0.7, 1 / 3], [0.3, 0.9, 0.2]], [[0.6, 1 / 7]]
W_HALVES = [[0.5, 1.25], [-2.75, 3.5]]

ONE, ONE_W, NO_B = [[X3]], [[W2]], [0]
FOUR = some(1, 1, 4, 4)
FIVE, FIVE_W = some(1, 1, 5, 5), some(1, 1, 3, 3, step=3)
MANY, MANY_W, MANY_B = some(3, 3, 4, 4), some(4, 3, 2, 2, step=3), [100, 200, 300, 400]
TWO, TWO_W = some(2, 1, 3, 3), some(2, 1, 2, 2, step=3)
WIDE, WIDE_W = some(2, 2, 4, 6), some(2, 2, 3, 2, step=3)
TALL_W = some(2, 2, 2, 3, step=3)

FORWARD = (
    call([[[[3]]]], [[[[2]]]], [5]),
    call(ONE, ONE_W, NO_B),
    call(TWO, TWO_W, [7, 70]),
    call(FIVE, FIVE_W, [1], stride=2),
    call(FOUR, ONE_W, [1], stride=3),
    call(ONE, ONE_W, [1], padding=1),
    call(FIVE, FIVE_W, [1], padding=2),
    call(MANY[:1], MANY_W[:1], [3]),
    call(MANY, MANY_W, MANY_B),
    call(WIDE, WIDE_W, [100, 200]),
    call(some(1, 1, 5, 3), some(1, 1, 1, 2), [1]),
    call(WIDE, TALL_W, [100, 200], stride=2, padding=1),
    call(ints(ONE), ints(ONE_W), [0.5]),
    call(ints(ONE), [[W_HALVES]], [0.5]),
    call(ints(ONE), ints(ONE_W), ints([2])),
    call(ONE, ONE_W, [7]).call([[HALVES]], ONE_W, [7]),
    call([[HALVES]], [[W_HALVES]], ints([2])),
    call([[[[3]]]], [[[[2]]]], [5], padding=2),
    call([[FINE]], [[FINE_W]], [0.7]),
)

PROBES = {
    "conv_forward": (
        call([[3]], [[2]]),
        call([[1, 2, 3]], [[1, 10]]),
        call([[1], [2], [3]], [[1], [10]]),
        call(X3, W2),
        call(some(4, 4), some(3, 3, step=3)),
        call(some(3, 5), W2),
        call(some(5, 3), W2),
        call(some(5, 5), some(3, 2, step=3)),
        call(some(5, 5), some(1, 4, step=3)),
        call(ints(X3), ints(W2)),
        call(ints(X3), W_HALVES),
        call(X3, W2).call(HALVES, W2),
        call(some(6, 6), some(3, 3, step=3)),
        call(fortran(some(3, 5)), W2),
        call(every_other(some(5, 5)), W2),
        call(FINE, FINE_W),
    ),
    "conv_backward": (
        call([[3]], [[2]], [[5]]),
        call(X3, W2),
        call(some(4, 4), W2, [[1, 20, 5], [-300, 4000, -7], [9, 2, 60]]),
        call(X3, W2, np.zeros((2, 2))),
        call(X3, [[2]], some(3, 3)),
        call(X3, some(3, 3, step=3)),
        call(some(3, 5), some(2, 2, step=3), some(2, 4, step=5, shift=3)),
        call(some(5, 4), some(3, 2, step=3), some(3, 3, step=5, shift=3)),
        call(ints(X3), ints(W2), [[0.5, 1.25], [2.5, -0.75]]),
        call(ints(X3), ints(W2)),
        call(singles(X3), singles(W2), singles([[1, 2], [3, 4]])),
        call(X3, W2).call(HALVES, W2),
        call(some(3, 5), W2),
        call(FINE, FINE_W, [[0.1, 0.2], [0.3, 0.4]]),
    ),
    "conv2d_forward": FORWARD,
    "conv2d_backward": (
        call([[[[3]]]], [[[[2]]]], [7], [[[[5]]]]),
        call(TWO, TWO_W, [0, 0]),
        call(FOUR, ONE_W, NO_B, [[[[1, 20, 5], [-300, 4000, -7], [9, 2, 60]]]]),
        call(FOUR, ONE_W, NO_B, np.zeros((1, 1, 3, 3))),
        call(ONE, ONE_W, NO_B, some(1, 1, 4, 4), padding=1),
        call(FOUR, some(1, 1, 3, 3, step=3), NO_B, [[[[3]]]], stride=2),
        call(FOUR, ONE_W, NO_B, [[[[1, 20], [-300, 4000]]]], 2),
        call(TWO, some(1, 1, 2, 2), NO_B, some(2, 1, 2, 2, step=3)),
        call(MANY[:1], MANY_W, MANY_B, some(1, 4, 3, 3, step=5, shift=3)),
        call(MANY, MANY_W, MANY_B, some(3, 4, 3, 3, step=5, shift=3)),
        call(WIDE, WIDE_W, [0, 0], some(2, 2, 2, 4, step=5, shift=3), stride=2, padding=1),
        call(WIDE, TALL_W, [0, 0], some(2, 2, 3, 4, step=5, shift=3)),
        call(ints(ONE), ints(ONE_W), ints([1]), [[[[0.5, 1.25], [2.5, -0.75]]]]),
        call(singles(ONE), singles(ONE_W), singles([1]), singles([[[[1, 2], [3, 4]]]])),
        call(ONE, ONE_W, NO_B).call([[HALVES]], ONE_W, NO_B),
        call(FOUR, ONE_W, NO_B, stride=2),
        call([[FINE]], [[FINE_W]], NO_B, [[[[0.1, 0.2], [0.3, 0.4]]]]),
    ),
    "im2col": (
        call([[[[3]]]], 1, 1),
        call([[[[1, 2], [5, 6]]], [[[3, 4], [7, 8]]]], 1, 1),
        call(ONE, 2, 2),
        call(ONE, 3, 3),
        call(some(1, 1, 5, 5), 2, 2, stride=2),
        call([[[[1, 2], [3, 4]]]], 2, 2, padding=1),
        call(some(1, 2, 3, 4), 2, 2),
        call(some(1, 1, 4, 4), 1, 3),
        call(some(3, 2, 3, 3), 2, 2),
        call(some(2, 2, 4, 5), 3, 2, stride=2, padding=1),
        call(ints(ONE), 2, 2),
        call(fortran(ONE), 2, 2),
        call(every_other(ONE), 2, 2),
        call(backwards(ONE), 2, 2),
        call(ONE, 2, 2).call([[HALVES]], 2, 2),
        call(some(1, 1, 5, 4), 2, 1, stride=3),
        call([[[[3]]]], 1, 1, padding=2),
        call([[FINE]], 1, 2),
    ),
    "conv2d_im2col": FORWARD,
}
