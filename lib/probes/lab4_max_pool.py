"""Probes of lab 4."""

import numpy as np

from lib.probes import backwards, every_other, fortran, ints, layer, singles, some

LINE = [1, 4, 2, 8, 5, 7, 3]
SIX = LINE[:6]  # three windows of two
ROWS = [[3, 17, 8, 21, 1], [14, 6, 19, 2, 23], [10, 24, 5, 13, 7], [20, 4, 11, 18, 15]]
ROWS += [[9, 22, 12, 0, 16], [2, 25, 28, 26, 27]]  # so that three windows of two fit
IMAGE = np.array([[ROWS]], float)
SIGNED = IMAGE - 14.3  # so that the largest is not always the largest by absolute value
BATCH = np.stack([IMAGE[0], 30 - 2 * IMAGE[0], *(k * IMAGE[0] % 31 for k in (7, 11, 13, 3))])
BATCH = BATCH.reshape(3, 2, 6, 5)[:, :, :2, :4]
OTHER = -IMAGE[:, :, ::-1]
TINY = 2.0**-40


def _pool_2d():
    """Probes of `MaxPool2D` and `AvgPool2D`: no two entries of a window are tied."""
    tall, dout = IMAGE[:, :, :, :4], [[[[1, 20], [-300, 4000], [7, -8]]]]
    square, other = IMAGE[:, :, :4, :4], [[[[5, 6], [7, 8], [9, 1]]]]
    return (
        layer(2).forward([[[[1, 4], [2, 3]]]]).backward([[[[5]]]]),
        layer(1).forward(10 - IMAGE[:, :, :3, :3]).backward(some(1, 1, 3, 3)),
        layer(2).forward(tall).backward(dout),
        layer(2, 2).forward(-square).backward(np.ones((1, 1, 2, 2))),
        layer(2).forward(square).backward(np.zeros((1, 1, 2, 2))),
        layer(2, 2).forward(tall).backward(dout).backward(other),
        layer(2, 1).forward(IMAGE[:, :, :3, :4]).backward(some(1, 1, 2, 3)),
        layer(3, 1).forward(SIGNED).backward(some(1, 1, 4, 3)),
        layer(2, 3).forward(IMAGE).backward([[[[1, 20], [-300, 4000]]]]),
        layer(3).forward(IMAGE).backward([[[[5], [7]]]]),
        layer(2).forward(SIGNED).backward(dout),
        layer(2).forward(BATCH[:, :1]).backward(some(3, 1, 1, 2)),
        layer(2).forward(BATCH[:1]).backward(some(1, 2, 1, 2)),
        layer(2).forward(BATCH).backward(some(3, 2, 1, 2)),
        layer(2).forward(IMAGE).forward(OTHER).backward(dout),
        layer(2).forward(IMAGE).backward(dout).forward(OTHER).backward(dout),
        layer(2).forward(IMAGE).forward(BATCH[:, :, :, :3]).backward(some(3, 2, 1, 1)),
        layer(2, beside=(2,)).forward(IMAGE).forward(OTHER[..., :3], layer=1).backward(dout),
        layer(2, beside=(3,)).forward(tall),
        layer(2).forward(ints(tall)).backward(ints(dout)),
        layer(2).forward(ints(tall)).backward([[[[0.5, 1.25], [2.75, 3.5], [1.5, 0.25]]]]),
        layer(2).forward(tall / 8).backward(singles(dout)),
        layer(2).forward(tall / 10).backward(np.array(dout) / 10),
        layer(2).forward(fortran(tall)).backward(dout),
        layer(2).forward(every_other(tall)).backward(dout),
        layer(2).forward(backwards(tall)).backward(dout),
    )


PROBES = {
    "MaxPool": (
        layer().forward([7]).backward(2.0),
        layer().forward([2, -1, 5]).backward(1.0),
        layer().forward([2, -1, 5, 3]).backward(-2.5),
        layer().forward([-3, -0.5, -2]).backward(3.0),
        layer().forward([-3, 0.5, -2]).backward(2.0),
        layer().forward([-4e300, -3e300]).backward(2.0),
        layer().forward([2, -1, 5]).backward(0.0),
        layer().forward([1, 3, 2, 3]).backward(2.0).ties([1, 3]),
        layer().forward([1, 3, 3 + TINY]).backward(2.0),
        layer().forward(ints([1, 4, 2])).backward(2.5),
        layer().forward(ints([1, 4, 2])).backward(2),
        layer().forward(singles([1, 4, 2])).backward(np.float32(2)),
        layer().forward([2, -1, 5]).backward(2.0).backward(3.0),
        layer().forward([2, -1, 5]).forward([9, 8]).backward(2.0),
        layer().forward([2, -1, 5]).backward(2.0).forward([9, 8, 7]).backward(3.0),
        layer(beside=()).forward([2, -1, 5]).forward([9, 8, 7], layer=1).backward(2.0),
        layer().forward([2, -1, 5, 0]).backward(2.5),
        layer().forward([1, 3, 2, 3, 3]).backward(-2.0).ties([1, 3, 4]),
        layer().forward([4, 7, 1, 5, -2, 3]).backward(2.5),  # the smallest is not beside the winner
    ),
    "MaxPool1D": (
        layer(1).forward([3, -2]).backward([5, 7]),
        layer(2).forward([1, 4]).backward([3]),
        layer(2).forward(SIX).backward([10, -300, 7]),
        layer(2).forward(SIX).backward([1, 1, 1]),
        layer(2).forward(SIX).backward([0, 0, 0]),
        layer(2).forward([-1, -4, -2, -8, -5, -7]).backward([1, 20, 300]),
        layer(2).forward(LINE).backward([1, 20, 300]),
        layer(3, 1).forward(LINE).backward([1, 20, 300, 4000, 5]),
        layer(2, 1).forward(LINE).backward([1, 20, 300, 4000, 5, 6]),
        layer(2, 3).forward(LINE).backward([10, 200]),
        layer(2, 3).forward([1, 4, 6, 5, 8, 9, 3, 2]).backward([10, 200, 3000]),
        layer(3).forward(LINE).backward([10, 200]),
        layer(3).forward([-5, -6, -7, -8, -9]).backward([10]),
        layer(2).forward([-4e300, -3e300]).backward([10]),
        layer(2).forward([3, 3, 1, 3]).backward([2, 10]).ties([0, 1]),
        layer(2).forward([3, 1, 3, 3 + TINY]).backward([2, 10]),
        layer(2).forward([1, 3, 3, 2]).backward([2, 10]),
        layer(2).forward(ints(SIX)).backward([0.5, 1.25, 2.5]),
        layer(2).forward(ints(SIX)).backward(ints([3, 4, 5])),
        layer(2).forward([0.1, 0.4, 0.2, 0.8]).backward(singles([3, 4])),
        layer(2).forward(every_other(SIX)).backward([3, 4, 5]),
        layer(2).forward(SIX).backward([3, 4, 7]).backward([5, 6, 2]),
        layer(2).forward([1, 4, 2, 8]).forward([9, 3, 2]).backward([5]),
        layer(2).forward(SIX).backward([3, 4, 7]).forward([8, 2, 4, 1, 3, 9]).backward([5, 6, 2]),
        layer(2, beside=(2,)).forward([1, 4, 2, 8]).forward([8, 2, 4], layer=1).backward([5, 6]),
        layer(2, beside=(3,)).forward(SIX),
        layer(2).forward([1, 4, 2, 8, 9]).backward([5, 6]),
    ),
    "MaxPool2D": (
        *_pool_2d(),
        layer(2).forward([[[[-4e300, -3e300], [-5e300, -6e300]]]]).backward([[[[5]]]]),
        layer(2).forward([[[[3, 3, 1, 2], [1, 2, 3, 0]]]]).backward([[[[2, 10]]]]).ties([0, 1]),
        layer(2)
        .forward([[[[3, 3], [1, 2]]], [[[1, 0], [5, 2]]]])  # a tie in the first image alone
        .backward([[[[2]]], [[[10]]]])
        .ties([0, 1]),
        layer(2).forward([[[[3, 3 + TINY], [1, 2]]]]).backward([[[[2]]]]),
        layer(2).forward([[[[1, 3, 3, 2], [0, 1, 1, 2]]]]).backward([[[[2, 10]]]]),
    ),
    "AvgPool2D": (
        *_pool_2d(),
        layer(1, 1).forward(10 - IMAGE[:, :, :3, :3]).backward(some(1, 1, 3, 3)),
    ),
}
