"""Probes of lab 2."""

from lib.probes import backwards, call, every_other, ints, singles, some

LINE, TENS = [1, 2, 3, 5, 8], [1, 10, 100]
HALVES, W_HALVES = [2.5, -3.25, 4.75, 1.5], [3.5, 1.25, -2.75]
FINE, FINE_W = [0.1, 0.7, 1 / 3], [0.3, 0.9, 0.2]
DOUT = [1, 10, -100, 1000, 5]

X1, W1 = [[[1, 2, 3, 5, 8]]], [[[1, 10, 100]]]
XC, WC = some(3, 3, 5), some(4, 3, 2)
XS, WS = some(2, 3, 8), some(2, 3, 3)


def _both_ways(lengths):
    """Probes of a convolution that are good for `conv_1d` and `conv_1d_unrolled`."""
    return (
        call([3], [2]),
        call([3, -1], [2]),
        call(LINE, TENS),
        *(call(LINE[:n], [10.0**j for j in range(k)]) for n, k in lengths),
        call(ints(LINE), ints(TENS)),
        call(ints([1, 2, 3]), W_HALVES),
        call(every_other(HALVES), W_HALVES),
        call(backwards(HALVES), W_HALVES),
        call(HALVES, W_HALVES).call([1, 2, 3, 4], W_HALVES),
        call(HALVES, ints([1, 2, 3])),
        call(FINE, FINE_W),
    )


def _both_ways_back(lengths):
    return (
        call([4], [3], [2]),
        call([1, 2, 3, 5], [7, 10, 100]),
        call([1, 2, 3, 5], [7, 10, 100], [1, 20, -300, 4000]),
        call([1, 2, 4], [5, 2, 3], [0, 0, 0]),
        call([1, 2, 4], [5, 2, 3], [0, 0, 1]),
        *(call(LINE[:n], [3, 1, 4, 1, 5, 9, 2][:k], DOUT[:n]) for n, k in lengths),
        call(ints([1, 2, 3]), ints([5, 2, 3]), [0.5, 1.5, 2.25]),
        call(ints([1, 2, 3]), ints([5, 2, 3])),
        call(singles(HALVES), singles(W_HALVES), singles([1, 2, 3, 4])),
        call(ints([1, 2, 3]), ints([5, 2, 3]), ints([1, 2, -1])),
        call(HALVES, W_HALVES).call([1, 2, 3, 4], W_HALVES),
        call(FINE, FINE_W, [0.1, 0.2, 0.3]),
        call(LINE, TENS),
    )


PROBES = {
    "output_size": tuple(
        call(*arguments)
        for arguments in (
            (5, 3),
            (5, 3, 1),
            (7, 3, 0, 2),
            (9, 4, 2, 3),
            (9, 2, 0, 7),
            (5, 3, 4),
            (5, 5),
            (3, 5, 1),
            (3, 4, 1),
            (6, 3, 0, 2),
            (4, 5),
            (3, 5, 0, 2),
            (2, 5, 1),
            (5, 3, 0, 0),
            (5, 3, 0, -1),
            (5, 3, -1),
        )
    ),
    "pad_1d": (
        call([7], 0),
        call([7, -2.5], 1),
        call([7, -2.5, 0.5], 2),
        call([7, -2.5], 3),
        call(ints([3, 1, 4]), 1),
        call(singles([3, 1, 4]), 1),
        call(singles([3, 1, 4]), 0),
        call(every_other(HALVES), 1),
        call([7, -2.5], 1).call([1, 2], 1),
    ),
    "conv_1d": _both_ways([(2, 3), (5, 5), (2, 7), (1, 7)]),
    "conv_1d_backward": _both_ways_back([(4, 1), (2, 3), (5, 5), (2, 7)]),
    "unroll": (
        call([2.5], 1),
        call([2.5, -1, 4], 1),
        call([2.5, -1, 4], 2),
        call([2.5, -1, 4], 3),
        call([2.5, -1], 5),
        call([2.5, -1, 4], 7),
        call(ints([1, 2, 3]), 2),
        call(ints([123456789, -3]), 2),
        call(singles([0.5, 1, 2]), 2),
        call(every_other(HALVES), 2),
        call(backwards(HALVES), 2),
        call([0.1, 0.2, 0.3], 2),
        call([7, -2.5], 2).call([1, 2], 2),
    ),
    "conv_1d_unrolled": _both_ways([(3, 2), (2, 3), (2, 4), (1, 4)]),
    "conv_1d_unrolled_backward": _both_ways_back([(4, 1), (4, 2), (2, 3), (5, 4), (2, 4)]),
    "conv_1d_channels": (
        call([[[3]]], [[[2]]]),
        call(X1, W1),
        call(X1, [[[1, 10]]], stride=2),
        call(X1, [[[7]]], stride=3),
        call(X1, W1, stride=2),
        call(X1, W1, padding=1),
        call(X1, [[[1, 10]]], padding=2),
        call(XC, WC),
        call(XS, WS, stride=2, padding=1),
        call(ints(X1), [[[0.5, 1.25]]]),
        call(ints(X1), ints(W1), padding=1),
        call(X1, W1).call([[[9, 8, 7, 6, 5]]], W1),
        call(every_other(XC), WC),
        call([[FINE]], [[FINE_W]]),
    ),
    "conv_1d_channels_backward": (
        call([[[3]]], [[[2]]], [[[5]]]),
        call(some(2, 1, 5), some(2, 1, 3, step=3)),
        call(X1, W1, [[[1, 20, -300]]]),
        call(X1, W1, [[[0, 0, 0]]]),
        call([[[1, 2, 3, 5, 8, 9]]], W1, stride=2),
        call([[[1, 2, 3, 5, 8, 9]]], [[[1, 10]]], [[[1, 20]]], stride=3),
        call(X1, W1, [[[1, 20, -300, 4000, 5]]], padding=1),
        call(XC, WC, some(3, 4, 4, step=3)),
        call(XS, WS, some(2, 2, 4, step=3), stride=2, padding=1),
        call(ints(X1), ints(W1), [[[0.5, 1.5, 2.25]]]),
        call(singles(X1), singles(W1), singles([[[1, 2, 3]]])),
        call(X1, W1).call([[[9, 8, 7, 6, 5]]], W1),
        call([[FINE]], [[FINE_W]], [[[0.1]]]),
    ),
}
